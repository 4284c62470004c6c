/* ahead.h - makes the phrases that nobody has said yet while the routine plays already: a thread that has them spoken one by one, first what
 * is said first.
 *
 *     struct uk_ahead *a;
 *     if (uk_ahead_create(&a, clips, m) == UNKNOT_OK) {
 *         uk_ahead_order(a, names, count);    // after each plan
 *         if (uk_ahead_news(a))
 *             ... plan again ...
 *     }
 *     uk_ahead_destroy(a);
 */
#ifndef UK_AHEAD_H
#define UK_AHEAD_H

#include "clips.h"

struct uk_ahead;

/* `clips` stays the caller's and must outlive it. Starts the thread, which waits for an order. The caller owns *out. UNKNOT_FAILED: no thread
 * can be had. [main] */
int uk_ahead_create(struct uk_ahead **out, struct uk_clips *clips, struct uk_message *m);

/* Ends the thread; what it has spoken at the moment is waited for, see uk_decoder_hurry(). Accepts NULL. [main] */
void uk_ahead_destroy(struct uk_ahead *a);

/* What is to be made next, by the names of clips, in place of what was ordered before; then all other guesses follow. Takes over the names and
 * the array. [main] */
void uk_ahead_order(struct uk_ahead *a, char **names, size_t count);

/* Whether something was made since the last call. [main] */
bool uk_ahead_news(struct uk_ahead *a);

/* How many were made so far. [any] */
size_t uk_ahead_made(struct uk_ahead *a);

#endif
