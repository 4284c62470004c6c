/* voice_match.h - which piece of a long recording says which line of a script.
 *
 * Nobody listens to words here. A reader keeps to an order and to a pace: a line with twice as many letters takes about twice as long; the
 * pauses between lines are longer than those within; where an "s" is written, it hisses; and a line that is said again sounds like itself. Of
 * all the ways to lay the lines along the recording - with lines left out or said again, with coughs in between - the likeliest is taken, and
 * how likely it is beside all the others says how sure it is.
 */
#ifndef UK_VOICE_MATCH_H
#define UK_VOICE_MATCH_H

#include "../base/status.h"

#include <stddef.h>

/* What is said between two pauses. */
struct uk_piece {
    double from_s, to_s;
    const unsigned char *hiss; /* each hundredth of a second: 1 where it hisses, as in "s" */
    size_t hiss_count;
    const unsigned char *print; /* how it sounds: see uk_voice_alike() */
    size_t print_count;
};

struct uk_match {
    size_t first, count; /* pieces that say the line; count 0: it is missing */
    double sure;         /* 0 to 1 */
};

/* Matches the pieces of one recording, in order of time, with texts, in the order of the script; out[i] is for texts[i]. Of a line that is
 * said more than once the last counts. UNKNOT_LIMIT: both are too long to be looked at as one. UNKNOT_NO_MEMORY. */
int uk_voice_match(const struct uk_piece *pieces, size_t count, const char *const *texts, size_t lines, struct uk_match *out,
                   struct uk_message *m);

#endif
