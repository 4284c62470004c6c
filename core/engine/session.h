/* session.h - a routine that is on: its script and what was asked for, and the journal of what the listener did. From these alone
 * every plan of it is made. */
#ifndef UK_SESSION_H
#define UK_SESSION_H

#include "../base/path.h"
#include "../plan/wire.h"
#include "../score/diary.h"
#include "planner.h"

struct uk_session {
    char *name, *path, *folder; /* folder: of the script, where its sound files are */
    char *source;
    size_t source_length;
    struct uk_arena arena; /* of the params */
    struct uk_plan_param *params;
    size_t param_count;
    uint64_t seed;
    int64_t target_ns; /* minutes asked for; 0: none */
    bool only_played;  /* nobody wants to know what its plans asked for */
    bool fitted;       /* `fit` was found: it stays, so that a press does not stretch what was played */
    struct uk_fit fit;
    struct uk_routine_facts facts;
    struct uk_journal journal;
    struct uk_lengths lengths; /* of phrases and clips that its plans used */
    int64_t plan_ns;           /* what its last plan took */
};

/* Reads the script of `routine` (a name or a path) and takes in what was asked for. The caller gives *s back to uk_session_finish().
 * UNKNOT_NOT_FOUND, UNKNOT_BAD_ARGUMENT, UNKNOT_IO, UNKNOT_LIMIT. */
int uk_session_init(struct uk_session *s, const struct uk_places *places, const char *routine, const struct unknot_param *params,
                    size_t count, struct uk_message *m);
void uk_session_finish(struct uk_session *s); /* accepts a zeroed one */

/* A past session as its file tells it: its own script, its fit and its journal. */
int uk_session_from_diary(struct uk_session *s, const struct uk_diary *diary, struct uk_message *m);

/* What the file of this session begins with. Texts are owned by `s`; `params` by `arena`. */
int uk_session_to_diary(const struct uk_session *s, struct uk_arena *arena, struct uk_diary *diary, struct uk_message *m);

/* Reads the script again, as it is now, with the same wishes and journal, into the zeroed *again. */
int uk_session_reread(const struct uk_session *s, struct uk_session *again, struct uk_message *m);

/* Only what the routine says of itself; fills s->facts. */
int uk_session_describe(struct uk_session *s, struct uk_planner *planner, struct uk_message *m);

/* Plans with `journal` and freezes. The first plan also finds the fit and fills s->facts. The caller owns *out. */
int uk_session_plan(struct uk_session *s, struct uk_planner *planner, const struct uk_journal *journal, uint32_t rate,
                    uk_length_fn *length, void *ctx, struct uk_timeline **out, struct uk_message *m);

#endif
