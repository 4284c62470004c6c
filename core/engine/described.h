/* described.h - what a routine says of itself, kept in the cache: to ask it takes a planner, and a list asks them all.
 *
 * What is kept counts as long as the script, the library and the planner are the same. It is read as carefully as what a planner says.
 */
#ifndef UK_DESCRIBED_H
#define UK_DESCRIBED_H

#include "../base/path.h"
#include "session.h"

/* Fills s->facts: from the cache, else by the planner, as uk_session_describe() does. A cache that cannot be written to is no failure. [main] */
int uk_described(struct uk_session *s, const struct uk_places *places, struct uk_planner *planner, struct uk_message *m);

/* What all that a script does follows from, but for wishes and sounds: the library, the planner and the script itself. False: who knows. [main] */
bool uk_described_from(const struct uk_session *s, const struct uk_places *places, uint64_t *out);

#endif
