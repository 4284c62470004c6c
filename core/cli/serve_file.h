/* serve_file.h - small files that a service keeps: written beside, brought to the disk, and put in place. */
#ifndef UK_SERVE_FILE_H
#define UK_SERVE_FILE_H

#include <stdio.h>

/* Has `print` write the file `path`; folders are made. Whatever breaks it off, it is the old file or the new one. Returns 0 or an errno. */
int uk_file_write(const char *path, void (*print)(FILE *out, const void *ctx), const void *ctx);

#endif
