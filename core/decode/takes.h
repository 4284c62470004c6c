/* takes.h - recordings of a reader, on their way into a voice pack: where in them something is said, and cutting it out.
 *
 * All frames are mono at UK_TAKE_RATE, the rate of the packs that are made.
 */
#ifndef UK_TAKES_H
#define UK_TAKES_H

#include "speech.h"
#include "wire.h"

#define UK_TAKE_LONGEST_S (4 * 3600)
#define UK_CUT_LONGEST_S 120

struct uk_survey {
    struct uk_take_piece *pieces;
    size_t count;
    int64_t frames; /* of the whole recording */
    unsigned char *hiss, *prints;
};

/* Listens through a recording. Only w->busy is used. The caller finishes *out in any case. UNKNOT_NOT_FOUND, UNKNOT_IO, UNKNOT_BAD_DATA,
 * UNKNOT_LIMIT: one sentence that names the file, what it is and what to do. */
int uk_take_survey(struct uk_workshop *w, const char *name, struct uk_survey *out, struct uk_message *m);
void uk_survey_finish(struct uk_survey *s);

/* Cuts many at once: their beginnings do not go back. Failures as above; what was written before stays. */
int uk_take_cut(struct uk_workshop *w, const char *name, struct uk_cut *cuts, size_t count, struct uk_message *m);

#endif
