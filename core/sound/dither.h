/* dither.h - from float to 16 bits. */
#ifndef UK_DITHER_H
#define UK_DITHER_H

#include <stddef.h>
#include <stdint.h>

/* Interleaved stereo, full scale 1.0 = 32768, clamped, with triangular dither of +-1 step. The dither is hashed from
 * the absolute frame, so the same position gives the same bits. Exactly 0 stays exactly 0. [any] */
void uk_dither(const float *in, int16_t *out, int64_t at_frames, size_t frames);

#endif
