/* library.h - the Lua library in memory: read before the sandbox closes, run in it as often as needed. */
#ifndef UK_LIBRARY_H
#define UK_LIBRARY_H

#include "../base/status.h"

#include <stddef.h>

struct uk_library_file {
    char *name; /* "verbs" for verbs.lua */
    char *text;
    size_t length;
    char *code; /* the same compiled, NULL when it could not be */
    size_t code_length;
};

/* Zeroed is empty. */
struct uk_library {
    struct uk_library_file *files; /* sorted by name */
    size_t count;
};

#define UK_MOST_LIBRARY_FILES 100

/* Reads every FOLDER/NAME.lua; what lies deeper is for editors only. UNKNOT_NOT_FOUND: there is no init.lua. UNKNOT_IO, UNKNOT_LIMIT,
 * UNKNOT_NO_MEMORY. */
int uk_library_read(struct uk_library *l, const char *folder, struct uk_message *m);
/* NULL: no such file. Owned by the library. */
struct uk_library_file *uk_library_find(const struct uk_library *l, const char *name);
void uk_library_finish(struct uk_library *l); /* accepts a zeroed one */

#endif
