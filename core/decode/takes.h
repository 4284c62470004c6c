/* takes.h - recordings of a reader, on their way into a voice pack: where in them something is said, and cutting it out.
 *
 * All frames are mono at UK_TAKE_RATE, the rate of the packs that are made.
 */
#ifndef UK_TAKES_H
#define UK_TAKES_H

#include "speech.h"

#define UK_TAKE_RATE 24000
#define UK_TAKE_LONGEST_S (4 * 3600)
#define UK_TAKE_MOST_PIECES 8000
#define UK_CUT_LONGEST_S 120

/* What is said between two pauses. */
struct uk_take_piece {
    int64_t from, to;
    double noise_db; /* of the room around it; UK_UNKNOWN_DB: it cannot be told */
    uint32_t clipped; /* samples that are cut off at full scale */
    const unsigned char *hiss; /* each hundredth of a second: 1 where it hisses, as in "s" */
    size_t hiss_count;
};

struct uk_survey {
    struct uk_take_piece *pieces;
    size_t count;
    int64_t frames; /* of the whole recording */
    unsigned char *hiss;
};

/* Listens through a recording. Only w->busy is used. The caller finishes *out in any case. UNKNOT_NOT_FOUND, UNKNOT_IO, UNKNOT_BAD_DATA,
 * UNKNOT_LIMIT: one sentence that names the file, what it is and what to do. */
int uk_take_survey(struct uk_workshop *w, const char *name, struct uk_survey *out, struct uk_message *m);
void uk_survey_finish(struct uk_survey *s);

/* One sentence to be cut out of a recording. */
struct uk_cut {
    int64_t from, to;
    double gain_db;
    const char *path; /* the FLAC to write, for good; "": it is only measured */
    /* what is told of it, when it has gone through the chain: */
    int64_t frames; /* 0: nothing can be heard in it */
    double lufs, peak_dbtp;
};

/* Cuts many at once: their beginnings do not go back. Failures as above; what was written before stays. */
int uk_take_cut(struct uk_workshop *w, const char *name, struct uk_cut *cuts, size_t count, struct uk_message *m);

#endif
