/* foreseen.h - what a routine said last time is measured in one go when it is loaded, before the planner asks for one phrase after another. It
 * is a guess of what will be asked, and no more: every length is what the voice says now. */
#ifndef UK_FORESEEN_H
#define UK_FORESEEN_H

#include "clips.h"
#include "language.h"
#include "session.h"

/* Has it measured, without waiting for a voice. Of a session that is only played the planner need not ask for it: then it knows lengths that
 * its plan may not have asked for. [main] */
void uk_foreseen_measure(struct uk_session *s, const struct uk_places *places, const struct uk_language *language, struct uk_clips *clips,
                         uint32_t rate);

/* Keeps what its plan asked for, beside what the same script asked for at other times, if there was anything new. [main] */
void uk_foreseen_keep(const struct uk_session *s, const struct uk_places *places);

#endif
