/* soon.h - a routine plays before all of it was said: its plan is sure up to the first phrase whose length is a guess, and is made again as
 * phrases come. What was heard never changes, since nothing beyond that is played. */
#ifndef UK_SOON_H
#define UK_SOON_H

#include "engine.h"

/* After a plan was put on: how far it may be played, and what is to be said next. Nothing is done when all is known. [main] */
void uk_soon_settle(struct unknot *u);

/* Plans again when that gets the listener further. To be called again and again. [main]   Failures: the old plan stays, and its end is where
 * it is sure. */
int uk_soon_follow(struct unknot *u);

/* Whether no length in a plan is a guess. [any] */
bool uk_soon_is_sure(const struct uk_timeline *t);

/* Waits for everything, and plans for the last time. [main] */
int uk_soon_finish(struct unknot *u);

/* Why nothing is heard at the moment; "" when that is not for want of a phrase. Returns `out`. [main] */
char *uk_soon_trouble(const struct unknot *u, char *out, size_t size);

/* Ends what is under way; nothing is planned again. [main] */
void uk_soon_stop(struct unknot *u);

#endif
