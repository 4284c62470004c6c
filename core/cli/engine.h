/* engine.h - from the words of the command line to an engine with a routine in it. Every command begins here. */
#ifndef UK_ENGINE_H
#define UK_ENGINE_H

#include "command.h"

/* Each returns 0, or the exit code after saying on stderr what is wrong. */

/* Opens an engine; the caller gives *out back to unknot_close(), also after a failure. */
int uk_engine_open(struct uk_cli *cli, struct unknot **out);

/* Plans the routine with the parameters and the journal that were given. */
int uk_engine_load(struct uk_cli *cli, struct unknot *u);

/* The same for a player, which does not wait until all of it was said: see unknot_load_soon(). */
int uk_engine_load_soon(struct uk_cli *cli, struct unknot *u);

/* Says it when another voice speaks than was wanted. */
void uk_engine_tell_voice(struct unknot *u);

#define UK_TOLD 512

/* Says it when a control has trouble, and when that is over; `told`, at first "", keeps what was said. */
void uk_engine_tell_controls(struct uk_cli *cli, char told[UK_TOLD], const char *trouble);

/* Moves to where --from says, if it says anything. After a load. */
int uk_engine_seek(struct uk_cli *cli, struct unknot *u);

/* Says why the last call failed. Returns the exit code that belongs to `status`. */
int uk_engine_failed(const struct unknot *u, int status);

/* "6:03", "1:02:03"; with `tenths` "6:03.4". Negative frames count as 0. Returns `out`. */
char *uk_engine_clock(char out[32], int64_t frames, uint32_t rate, bool tenths);

#endif
