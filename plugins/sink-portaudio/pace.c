/* pace.c - the clock that a session goes by while its device is away. */
#include "pace.h"

#define NS_PER_S INT64_C(1000000000)
#define HURRY 8 /* a loss that took 0.5 s to be noticed is caught up with in 0.07 s */

static int64_t frames_in(const struct pace *c, int64_t ns)
{
    return ns / NS_PER_S * c->rate + ns % NS_PER_S * c->rate / NS_PER_S;
}

void pace_start(struct pace *c, uint32_t rate, int64_t now_ns, int64_t frame, int64_t true_ns, int64_t true_frame)
{
    *c = (struct pace){rate, now_ns, frame, true_ns, true_frame};
}

static int64_t truth(const struct pace *c, int64_t now_ns)
{
    return c->true_frame + frames_in(c, now_ns - c->true_ns);
}

static int64_t hurried(const struct pace *c, int64_t now_ns)
{
    return c->at_frame + HURRY * frames_in(c, now_ns - c->at_ns);
}

bool pace_is_true(const struct pace *c, int64_t now_ns)
{
    return hurried(c, now_ns) >= truth(c, now_ns);
}

int64_t pace_heard(struct pace *c, int64_t now_ns, int64_t written)
{
    int64_t heard = pace_is_true(c, now_ns) ? truth(c, now_ns) : hurried(c, now_ns);
    if (heard < c->at_frame)
        heard = c->at_frame;
    if (heard < written)
        return heard;
    /* it stands since it got there; what was still to be caught up with then is kept */
    int64_t dry_ns = c->at_ns + (written - c->at_frame) * NS_PER_S / ((int64_t)c->rate * HURRY);
    int64_t owed = truth(c, dry_ns) - written;
    pace_start(c, c->rate, now_ns, written, now_ns, written + (owed > 0 ? owed : 0));
    return written;
}
