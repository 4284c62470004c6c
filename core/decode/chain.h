/* chain.h - what every spoken sentence goes through, whichever engine spoke it: 80 Hz high-pass, an equaliser for the voice, trimmed
 * ends, faded edges; and the level. A change here that can be heard raises UK_CHAIN_VERSION in wire.h, so that what is cached is made anew.
 */
#ifndef UK_CHAIN_H
#define UK_CHAIN_H

#include "../base/status.h"

#include <stddef.h>
#include <stdint.h>

#define UK_SPEECH_LUFS (-19.0)      /* mono; -16 where it comes out of two loudspeakers */
#define UK_SPEECH_PEAK_DBTP (-3.0)  /* room for tones on top */
#define UK_SPEECH_BREAK_S 0.45      /* between sentences, besides what trimming leaves */

#define UK_EQUALIZER_BANDS 3

struct uk_band {
    enum { UK_NO_BAND, UK_LOW_SHELF, UK_PEAK, UK_HIGH_SHELF } kind;
    double hz, db, q; /* q: of a peak */
};

struct uk_equalizer {
    struct uk_band bands[UK_EQUALIZER_BANDS];
};

/* The one that suits a voice, by its identity; flat for a voice that is not known. */
struct uk_equalizer uk_chain_equalizer(const char *identity);

/* One sentence, in place. Leaves *n frames from the start of `x`; 0: nothing can be heard in it. */
void uk_chain_sentence(float *x, size_t *n, uint32_t rate, const struct uk_equalizer *eq);

/* Brings sentences to their level in place: `gain_db`, with a limiter where the true peak would be too high. UNKNOT_NO_MEMORY. */
int uk_chain_level(float *x, size_t n, uint32_t rate, double gain_db, struct uk_message *m);

struct uk_level {
    double lufs, peak_dbtp; /* -INFINITY: silence */
    double seconds;
};

/* The level of mono sound. UNKNOT_NO_MEMORY. */
int uk_chain_look(struct uk_level *out, const float *x, size_t n, uint32_t rate, struct uk_message *m);

struct uk_chain_levels {
    struct uk_level before, after;
};

/* What the chain does to a sentence that a voice of that identity spoke; `raw` stays as it is. UNKNOT_NO_MEMORY. */
int uk_chain_levels(struct uk_chain_levels *out, const float *raw, size_t n, uint32_t rate, const char *identity, double gain_db,
                    struct uk_message *m);

#endif
