#include "random.h"

static uint64_t splitmix(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

void uk_random_init(struct uk_random *r, uint64_t seed)
{
    for (int i = 0; i < 4; i++)
        r->s[i] = splitmix(&seed);
}

static uint64_t rotated(uint64_t x, int by)
{
    return x << by | x >> (64 - by);
}

uint64_t uk_random_next(struct uk_random *r)
{
    uint64_t *s = r->s, result = rotated(s[1] * 5, 7) * 9, shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotated(s[3], 45);
    return result;
}

double uk_random_unit(struct uk_random *r)
{
    return (double)(uk_random_next(r) >> 11) * 0x1p-53;
}

int64_t uk_random_between(struct uk_random *r, int64_t least, int64_t most)
{
    uint64_t width = (uint64_t)most - (uint64_t)least + 1; /* 0: all of them */
    if (width == 0)
        return (int64_t)uk_random_next(r);
    /* what is left over at the top would make the first ones likelier */
    uint64_t top = UINT64_MAX - UINT64_MAX % width, x;
    do
        x = uk_random_next(r);
    while (x >= top);
    return (int64_t)((uint64_t)least + x % width);
}
