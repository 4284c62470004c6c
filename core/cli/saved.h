/* saved.h - waiting for a script to be saved, for --watch. */
#ifndef UK_SAVED_H
#define UK_SAVED_H

#include "command.h"

#include <stdint.h>

/* When the file was last written to, in nanoseconds; 0 when that cannot be said. */
int64_t uk_saved_ns(const char *path);

/* Waits until the file was written to after *last_ns, which then is that time. False: Ctrl-C came. */
bool uk_saved_wait(struct uk_cli *cli, const char *path, int64_t *last_ns);

/* The file of a routine as the words of the command line name it, also when it has errors. The caller frees it. NULL after saying what is
 * wrong. */
char *uk_saved_path(struct unknot *u, const char *routine);

#endif
