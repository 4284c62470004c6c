/* catalog.h - routines by name: the user's own first, then the shipped ones; and those of packs, which are called ID/NAME. */
#ifndef UK_CATALOG_H
#define UK_CATALOG_H

#include "../base/path.h"

struct uk_catalog {
    char **names; /* sorted, each once */
    size_t count;
};

/* Reads the folders. The caller gives it back to uk_catalog_finish(). */
int uk_catalog_init(struct uk_catalog *c, const struct uk_places *places, struct uk_message *m);
void uk_catalog_finish(struct uk_catalog *c); /* accepts a zeroed one */

/* Adds the routines of the pack in `folder`, each called ID/NAME, in no order. */
int uk_catalog_read_pack(struct uk_catalog *c, const char *folder, const char *id);

/* The folder that holds the packs. The caller frees it; NULL: no memory. */
char *uk_catalog_packs(const struct uk_places *places);

/* Whether `n` letters are small letters, digits and single hyphens, as names in packs are. */
bool uk_catalog_is_plain(const char *name, size_t n);

/* The file of a routine: `routine` is a name, or a path when it has a slash or ends in ".lua"; ID/NAME is a path only where no pack has a
 * routine of that name. The caller frees *path.
 * UNKNOT_NOT_FOUND: the sentence has the nearest name. */
int uk_catalog_find(const struct uk_places *places, const char *routine, char **path, struct uk_message *m);

/* The name of the routine in a file: "mine" for "./mine.lua", "ID/NAME" for ".../packs/ID/routines/NAME.lua". The caller frees it; NULL: no memory. */
char *uk_catalog_name(const char *path);

#endif
