#include "trail.h"

#include <string.h>

void uk_trail_add(struct uk_trail *t, int64_t at, int64_t frames, bool stays)
{
    bool goes_on = t->count > 0 && t->parts[t->count - 1].stays == stays && uk_trail_at(t, 0) == at;
    if (!goes_on) {
        if (t->count == UK_TRAIL_MAX)
            memmove(t->parts, t->parts + 1, --t->count * sizeof *t->parts);
        t->parts[t->count].from = t->handed;
        t->parts[t->count].at = at;
        t->parts[t->count].stays = stays;
        t->count++;
    }
    t->handed += frames;
}

int64_t uk_trail_at(const struct uk_trail *t, int64_t ago)
{
    int64_t frame = t->handed - ago;
    size_t i = t->count;
    if (i == 0)
        return 0;
    while (i > 1 && t->parts[i - 1].from > frame)
        i--;
    int64_t since = frame - t->parts[i - 1].from;
    return t->parts[i - 1].at + (t->parts[i - 1].stays || since < 0 ? 0 : since);
}
