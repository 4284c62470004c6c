/* saved.h - doing it again each time a script is saved, for --watch. */
#ifndef UK_SAVED_H
#define UK_SAVED_H

#include "command.h"

#include <stdint.h>

/* When the file was last written to, in nanoseconds; 0 when that cannot be said. */
int64_t uk_saved_ns(const char *path);

/* Does `work` now, and again each time the script of `routine` was saved, until Ctrl-C; what `work` says of a broken script waits for the next
 * save. Returns the exit code. */
int uk_saved_each(struct uk_cli *cli, struct unknot *u, const char *routine, int (*work)(struct uk_cli *cli, struct unknot *u));

#endif
