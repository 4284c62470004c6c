/* whole.h - files that are written whole or not at all. */
#ifndef UK_WHOLE_H
#define UK_WHOLE_H

#include <stdio.h>

/* Has `write` fill a file beside `path`, which takes its name when all of it is on the disk; a pipe or a device is written into. `write`
 * returns a status. The exit code, after saying on stderr what is wrong. */
int uk_whole_write(const char *path, int (*write)(FILE *out, void *ctx), void *ctx);

#endif
