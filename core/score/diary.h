/* diary.h - the file of a session, as plain data: what was asked for, what the listener did, how far it came.
 *
 * One JSON object a line, only ever appended to:
 *     {"unknot": 1, "routine": "neck", "file": "/a/neck.lua", "source": "return ...", "rate": 48000, "voice": "", "language": "en",
 *      "seed": 0, "params": {"side": "left"}, "fit": [2, 0.5]}
 *     {"at": 12.345000000, "event": "longer"}        an entry of the journal
 *     {"position": 30.000000000}                     so far it was heard
 *     {"end": "done"}                                or "stopped"; with "dropouts": 3 when the sound stopped because frames came too late
 * It holds the script itself, so that a session sounds the same when the routine was changed since. What was torn off by a power cut is
 * the last line, and is left out.
 */
#ifndef UK_DIARY_H
#define UK_DIARY_H

#include "../base/arena.h"
#include "journal.h"

#include <stdbool.h>

struct uk_diary_param {
    const char *name, *value;
};

/* Zeroed is empty. Texts are owned by `arena` after a parse, by the caller before a print. */
struct uk_diary {
    struct uk_arena arena;
    const char *routine, *file, *source, *voice;
    const char *language; /* NULL: as the routine is written */
    uint32_t rate;
    uint64_t seed;
    int64_t target_ns;
    int32_t fit_size;
    double fit_ease;
    const struct uk_diary_param *params;
    size_t param_count;
    struct uk_journal journal;
    int64_t position_ns;
    bool ended;
};

/* The first line, with its newline. The caller frees it. NULL: no memory. */
char *uk_diary_head(const struct uk_diary *d);

/* The other lines; `out` has room for UK_ENTRY_TEXT bytes. Each returns its length. */
size_t uk_diary_position(int64_t at_ns, char *out);
size_t uk_diary_end(bool done, uint64_t dropouts, char *out);

/* Reads a whole file into the zeroed *d. UNKNOT_BAD_DATA: the sentence names `name` and the line. */
int uk_diary_parse(struct uk_diary *d, const char *text, size_t n, const char *name, struct uk_message *m);
void uk_diary_finish(struct uk_diary *d); /* accepts a zeroed one */

#endif
