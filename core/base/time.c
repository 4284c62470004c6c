#include "time.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <sys/types.h>
#include <time.h>

_Static_assert(sizeof(off_t) == 8 && sizeof(time_t) == 8, "long files, and years after 2038, on 32 bits too");

int64_t uk_frames_from_ns(int64_t ns, uint32_t rate)
{
    int64_t seconds = ns / UK_NS_PER_S, rest = ns % UK_NS_PER_S;
    return seconds * rate + (rest * rate + UK_NS_PER_S / 2) / UK_NS_PER_S;
}

int64_t uk_ns_from_frames(int64_t frames, uint32_t rate)
{
    int64_t seconds = frames / rate, rest = frames % rate;
    return seconds * UK_NS_PER_S + (rest * UK_NS_PER_S + rate - 1) / rate;
}

int64_t uk_ns_from_seconds(double seconds)
{
    if (!(seconds >= 0) || seconds > (double)(UK_LAST_NS / UK_NS_PER_S))
        return -1;
    return llround(seconds * (double)UK_NS_PER_S);
}

char *uk_time_text(char *out, size_t size, int64_t ns)
{
    int64_t s = ns / UK_NS_PER_S;
    if (s < 3600)
        snprintf(out, size, "%" PRId64 ":%02" PRId64, s / 60, s % 60);
    else
        snprintf(out, size, "%" PRId64 ":%02" PRId64 ":%02" PRId64, s / 3600, s / 60 % 60, s % 60);
    return out;
}

int64_t uk_clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * UK_NS_PER_S + t.tv_nsec;
}
