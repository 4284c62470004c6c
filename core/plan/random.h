/* random.h - chance that is the same in every plan with the same seed: xoshiro256** (Blackman and Vigna, public domain,
 * prng.di.unimi.it), its state made from the seed by splitmix64. */
#ifndef UK_RANDOM_H
#define UK_RANDOM_H

#include <stdint.h>

struct uk_random {
    uint64_t s[4];
};

void uk_random_init(struct uk_random *r, uint64_t seed);
uint64_t uk_random_next(struct uk_random *r);
double uk_random_unit(struct uk_random *r);                                  /* 0 <= x < 1 */
int64_t uk_random_between(struct uk_random *r, int64_t least, int64_t most); /* both included; least <= most */

#endif
