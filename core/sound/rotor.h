/* rotor.h - one sine, ringing on or dying away, for one quantum. */
#ifndef UK_ROTOR_H
#define UK_ROTOR_H

#include "maths.h"

/* Adds gain * e^(-decay * k) * sin(phase + step * k), k = 0 ... UK_QUANTUM - 1, to `out`. Nothing is carried from one
 * quantum to the next. `decay` is per frame, 0 or more. [any] */
void uk_rotor_add(float *out, uint64_t phase, uint64_t step, double decay, double gain);

#endif
