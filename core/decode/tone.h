/* tone.h - what stands for a phrase that nobody can say: two soft notes, and as much silence as the words would have taken, so that
 * whoever reads the caption has the time of whoever hears. */
#ifndef UK_TONE_H
#define UK_TONE_H

#include "../score/phrase.h"

#include <stdint.h>

/* About how long a phrase takes to say, in seconds. */
double uk_tone_seconds(const struct uk_phrase *phrase);

/* `frames` frames, mono. */
void uk_tone_make(int16_t *out, int64_t frames, uint32_t rate);

#endif
