/* voice_alike.h - whether two pieces of a recording sound as if the same words were said. */
#ifndef UK_VOICE_ALIKE_H
#define UK_VOICE_ALIKE_H

#include <stddef.h>

/* How far apart they are, in dB: the prints of both are laid upon each other, stretched where one was said more slowly (dynamic time warping).
 * 0 is the same sound; the same words of the same reader are much nearer than other words. INFINITY: one is so much longer that they cannot be
 * the same, or there is no memory. `a` and `b` are UK_PRINT_BANDS bytes for each of `na` and `nb` prints: see ../decode/wire.h. */
double uk_voice_alike(const unsigned char *a, size_t na, const unsigned char *b, size_t nb);

#endif
