/* voice_making.h - a voice pack of the user that is made, or completed: see ../score/voice_lines.h.
 *
 *     struct uk_making p = {0};
 *     int status = uk_making_begin(&p, &places, "de-anna", m);
 *     if (!status) {
 *         const char *path = uk_making_path(&p, id);
 *         write(path);
 *         status = uk_making_put(&p, id, path, frames, text, m);
 *     }
 *     if (!status)
 *         status = uk_making_commit(&p, &about, m);
 *     uk_making_finish(&p);
 *
 * Files come first and never take the place of others; then lines.tsv does, in one step; then what nothing names any more goes. Whenever that
 * is interrupted, the pack is the old one or the new one.
 */
#ifndef UK_VOICE_MAKING_H
#define UK_VOICE_MAKING_H

#include "../base/path.h"
#include "../base/status.h"
#include "../score/voice_lines.h"

/* Zeroed is none. */
struct uk_making {
    char *id, *folder;
    const char *engine; /* what its lines are made with: "recorded", until the caller says otherwise */
    int fd; /* of the folder, locked */
    struct uk_arena arena;
    struct uk_voice_lines lines;
    struct uk_made *made; /* files that go again when nothing comes of it */
};

/* What pack.lua says, if there is none yet. NULL: nothing is known. */
struct uk_making_about {
    const char *name, *speaker, *licence;
};

/* Whether a pack of that id can be made. UNKNOT_BAD_ARGUMENT: one sentence says why not. */
int uk_making_check(const struct uk_places *places, const char *id, struct uk_message *m);

/* Makes the folder, reads what is in it, and keeps others out. The caller finishes *p in any case. UNKNOT_BAD_ARGUMENT, UNKNOT_IO,
 * UNKNOT_BAD_DATA. */
int uk_making_begin(struct uk_making *p, const struct uk_places *places, const char *id, struct uk_message *m);

/* The same in a folder of any place, whose name is the id. */
int uk_making_begin_in(struct uk_making *p, const char *folder, struct uk_message *m);

/* The path of a file for a line, which is not there yet. Owned by *p. NULL: no memory. */
const char *uk_making_path(struct uk_making *p, const char *id);

/* A line whose file was written to that path; it takes the place of another one with the same text. `say` is how it was spoken, NULL: as it
 * is written. UNKNOT_NO_MEMORY. */
int uk_making_put(struct uk_making *p, const char *path, int64_t frames, const char *text, const char *say, struct uk_message *m);

/* UNKNOT_IO: the pack is as it was. */
int uk_making_commit(struct uk_making *p, const struct uk_making_about *about, struct uk_message *m);

void uk_making_finish(struct uk_making *p); /* accepts a zeroed one */

#endif
