/* import.h - sound files that are not ours: taken apart once, careful of everything, and kept as 16 bits at our rate. */
#ifndef UK_IMPORT_H
#define UK_IMPORT_H

#include "speech.h"

#include <stdbool.h>

/* The sound of a file, for pieces to be read from. It is on the shelf, or in the cache, or decoded now: in blocks, so the memory it
 * takes does not grow with its length. Without a cache that can be written it is kept in memory, if it is not too long.
 * `check` asks whether the file has changed since it was put on the shelf. Owned by the shelf, valid until the next call.
 * UNKNOT_NOT_FOUND, UNKNOT_IO, UNKNOT_BAD_DATA, UNKNOT_LIMIT: one sentence that names the file, what it is and what to do. */
int uk_import_get(struct uk_workshop *w, const char *name, bool check, struct uk_held **out, struct uk_message *m);

/* Drops what is on the shelf and in the cache of it: it turned out to be damaged. */
void uk_import_forget(struct uk_workshop *w, const char *name);

#endif
