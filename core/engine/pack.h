/* pack.h - packs of routines: folders made by others, checked as a whole before they are taken in.
 *
 *     pack.lua        the manifest: what the pack says of itself (scripts/unknot/pack.lua says what it must)
 *     routines/       NAME.lua, and the sound files that they use, beside them or in folders below
 *     README.md ...   texts, at any place
 *
 * An installed one is $XDG_DATA_HOME/unknot/packs/ID/; its routines are called ID/NAME, and no other routine has a slash in its name.
 * pack.c is the way in; pack_files.c knows folders, pack_archive.c archives, pack_manifest.c the manifest, pack_check.c the routines.
 */
#ifndef UK_PACK_H
#define UK_PACK_H

#include "engine.h"

#define UK_PACK_MOST_BYTES ((int64_t)64 << 20)
#define UK_PACK_MOST_FILES 2000
#define UK_PACK_CHECK_SECONDS 60
#define UK_PACK_MOST_PROBLEMS 20

/* Sentences about a pack, for its author. */
struct uk_pack_problems {
    struct uk_arena arena;
    const char *texts[UK_PACK_MOST_PROBLEMS];
    size_t count;
};

/* Beyond the most that are kept nothing more is noted. */
void uk_pack_problem(struct uk_pack_problems *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
void uk_pack_problems_finish(struct uk_pack_problems *p); /* accepts a zeroed one */

/* ---- pack_files.c ---- */

enum uk_pack_kind { UK_PACK_MANIFEST, UK_PACK_ROUTINE, UK_PACK_SOUND, UK_PACK_TEXT };

struct uk_pack_file {
    const char *name; /* "routines/neck.lua" */
    enum uk_pack_kind kind;
    int64_t size;
};

/* The files of a pack, by name. What begins with a dot is not among them. */
struct uk_pack_files {
    struct uk_arena arena;
    struct uk_pack_file *items;
    size_t count, entries;
    int64_t bytes;
};

/* Looks through `folder`, which is not changed. What a pack may not hold becomes a problem. UNKNOT_IO, UNKNOT_NO_MEMORY. */
int uk_pack_scan(const char *folder, struct uk_pack_files *out, struct uk_pack_problems *problems, struct uk_message *m);
void uk_pack_files_finish(struct uk_pack_files *f); /* accepts a zeroed one */

/* Copies the files, and only these, into the folder `to`, which it makes. UNKNOT_IO. */
int uk_pack_copy(const char *from, const struct uk_pack_files *files, const char *to, struct uk_message *m);

/* Writes what is in `folder` to the disk. UNKNOT_IO. */
int uk_pack_sync(const char *folder, struct uk_message *m);

/* Removes a folder and what is in it, never following a link. True when nothing is left. */
bool uk_pack_remove_tree(const char *path);

/* ---- pack_archive.c ---- */

/* Writes the files of an archive into `folder`, which is empty, and gives the folder in which its pack.lua lies: that one, or the only one
 * in it. The caller frees *root. A process of its own reads the archive, so that nothing in it can do harm.
 * UNKNOT_BAD_DATA, UNKNOT_LIMIT: what is wrong with it. UNKNOT_NOT_FOUND: this unknot reads no archives. */
int uk_pack_unpack(const struct uk_places *places, const char *archive, const char *folder, char **root, struct uk_message *m);

/* ---- pack_manifest.c ---- */

struct uk_pack {
    struct uk_arena arena;
    struct unknot_pack facts; /* all that it points to is in the arena */
};

/* Reads the manifest of the pack in `folder`; fields that are missing become "" and problems. What is needed of `p` has to be zeroed.
 * UNKNOT_NO_MEMORY, UNKNOT_IO: it could not be found out; nothing is wrong with the pack. */
int uk_pack_read(struct unknot *u, const char *folder, struct uk_pack *p, struct uk_pack_problems *problems);
void uk_pack_finish(struct uk_pack *p); /* accepts a zeroed one */

/* Below 0, 0 or above 0: whether version `a` is older, the same or newer. */
int uk_pack_compare(const char *a, const char *b);

/* ---- pack_check.c ---- */

/* Plans every routine and reads every sound file. */
int uk_pack_check_files(struct unknot *u, const char *folder, const struct uk_pack_files *files, struct uk_pack_problems *problems);

/* What the linter has to say of its routines, which all can be planned. */
int uk_pack_advise(struct unknot *u, const char *folder, const struct uk_pack_files *files, struct uk_pack_problems *advice);

/* ---- pack.c ---- */

/* What an engine keeps for its callers: unknot_close() gives it back. */
void uk_packs_destroy(struct uk_packs *p); /* accepts NULL */

#endif
