/* voices.h - the voices that a caller asked about: unknot_voice() and its kin. */
#ifndef UK_VOICES_H
#define UK_VOICES_H

#include "../base/status.h"

struct unknot;
struct uk_voices;

/* What the sums of a pack's lines are made with: the engine and its settings, as its pack.lua has them. NULL: there is no pack.lua yet, or it
 * does not say. The caller frees it. UNKNOT_NO_MEMORY. */
int uk_voice_identity(struct unknot *u, const char *folder, char **out, struct uk_message *m);

void uk_voices_destroy(struct uk_voices *v); /* accepts NULL */

#endif
