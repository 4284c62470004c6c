/* phrase.h - what is written, as it is to be said: cleaned, and cut into sentences and silences.
 *
 *     "Breathe in. [0.6] And out."  ->  "Breathe in.", 0.6 s, "And out."
 *
 * Engines make their own pauses too short, so a phrase is spoken sentence by sentence, and we put the silence between them.
 */
#ifndef UK_PHRASE_H
#define UK_PHRASE_H

#include "../base/arena.h"
#include "../base/status.h"

#include <stddef.h>

#define UK_PHRASE_PARTS 200

struct uk_phrase_part {
    const char *sentence; /* NULL: silence */
    double silence_s;
};

/* Zeroed is empty. */
struct uk_phrase {
    struct uk_arena arena;
    const char *text; /* cleaned: what the parts are made from, and what the cache knows it by */
    struct uk_phrase_part *parts;
    size_t count;
};

/* Typographic quotes, dashes, blanks and dots become plain ones; blanks are folded. "[S]" in the text is a pause of S seconds, 0.05
 * to 30; where sentences meet without one there is one of `break_s`.
 * UNKNOT_BAD_ARGUMENT: nothing to say, a pause that cannot be, or too many parts. The caller finishes *p in any case. */
int uk_phrase_init(struct uk_phrase *p, const char *text, double break_s, struct uk_message *m);

/* Accepts a zeroed one. */
void uk_phrase_finish(struct uk_phrase *p);

#endif
