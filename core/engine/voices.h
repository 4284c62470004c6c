/* voices.h - the voices that a caller asked about: unknot_voice() and its kin. */
#ifndef UK_VOICES_H
#define UK_VOICES_H

struct uk_voices;

void uk_voices_destroy(struct uk_voices *v); /* accepts NULL */

#endif
