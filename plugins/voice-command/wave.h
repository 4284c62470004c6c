/* wave.h - reads a WAV file that may lie about everything. */
#ifndef WAVE_H
#define WAVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wave {
    int16_t *frames; /* mono */
    uint32_t count, rate;
};

/* Reads 16, 24 or 32 bit integers or 32 bit floats, one or two channels, 11,025 to 96,000 Hz. A length of 0, or one near the largest
 * there is, is what a pipe gets: then all up to the end is taken. Returns true, and the caller frees w->frames; else `why` goes on after
 * "what it wrote". */
bool wave_read(struct wave *w, const unsigned char *bytes, size_t n, char why[160]);

#endif
