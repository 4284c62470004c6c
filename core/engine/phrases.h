/* phrases.h - what the loaded routine says, and what it may have to say: unknot_phrase() and its kin. */
#ifndef UK_PHRASES_H
#define UK_PHRASES_H

#include "../plan/wire.h"
#include "../score/phrase.h"
#include "decoder.h"

#include <stdbool.h>
#include <stdint.h>

/* One phrase, as the routine has it. */
struct uk_known_phrase {
    const char *source;
    int64_t at_ns;     /* when the loaded plan says it first; -1: it does not */
    int64_t slack_ns;  /* least time between its end and the breath before the next one; INT64_MAX: none follows */
    int64_t bound_ns;  /* least time before that breath, where the next one comes when it comes, however long this one is; INT64_MAX: nowhere */
    uint32_t said;     /* place among those that are said without a press, from 1; 0: it is not one of them */
    bool waits;        /* there are places where the next one waits for its end */
};

/* Zeroed is empty. */
struct uk_phrases {
    struct uk_lengths index; /* where in the list each is: the names are owned by it */
    struct uk_known_phrase *list;
    size_t count, room;
    uint32_t said;
    struct uk_measured measured; /* what unknot_phrase() gave last: who says it */
    struct uk_phrase cut;        /* its sentences */
    uint64_t plans; /* of the engine when this was filled; 0: it is empty */
};

struct unknot;

/* How long a phrase is and who says it, in the language of the engine. It is not spoken for this. Failures as uk_decoder_ask(). */
int uk_phrases_ask(struct unknot *u, const char *source, struct uk_measured *out, struct uk_message *m);

/* Those of the loaded plan, and those it asked the length of. */
int uk_phrases_fill(struct unknot *u);

/* What a plan without presses says; `lengths` are those it used. `loaded`: it is the one that plays. UNKNOT_NO_MEMORY, without a sentence. */
int uk_phrases_take_plan(struct uk_phrases *p, const struct uk_timeline *t, const struct uk_lengths *lengths, bool loaded);

/* What becomes of a plan when all phrases take longer: whether the next one waits for the end of this one. */
void uk_phrases_compare(struct uk_phrases *p, const struct uk_timeline *t, const struct uk_lengths *lengths,
                        const struct uk_timeline *slow, const struct uk_lengths *slow_lengths);

/* All phrases that are in a table of lengths. UNKNOT_NO_MEMORY, without a sentence. */
int uk_phrases_take_lengths(struct uk_phrases *p, const struct uk_lengths *lengths);

/* In speaking order, then the others by their texts. */
void uk_phrases_sort(struct uk_phrases *p);

void uk_phrases_finish(struct uk_phrases *p); /* accepts a zeroed one */

#endif
