/* talk.h - the planner's end of the wire: what it asks, and how it refuses. The socket is its stdin and stdout. */
#ifndef UK_TALK_H
#define UK_TALK_H

#include "wire.h"

#define UK_TALK_FD 1

/* Says why there is no plan, and exits. Nothing is given back: the whole program ends, which nothing in a script can prevent. */
_Noreturn void uk_refuse(int status, const char *sentence);

/* The same with a sentence to fill in. */
_Noreturn void uk_refuse_with(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A length that a plan uses: a known one, or the parent is asked and it is known from then on. Owned by `l`, valid until the next. Does not
 * return when the parent is gone. A length that cannot be had: NULL and the sentence. */
const struct uk_length *uk_learn_length(struct uk_lengths *l, int kind, const char *name, struct uk_message *why);

#endif
