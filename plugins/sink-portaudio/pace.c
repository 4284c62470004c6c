/* pace.c - the clock that a session goes by while its device is away. */
#include "pace.h"

#define NS_PER_S INT64_C(1000000000)

static int64_t frames_in(const struct pace *c, int64_t ns)
{
    return ns / NS_PER_S * c->rate + ns % NS_PER_S * c->rate / NS_PER_S;
}

void pace_start(struct pace *c, uint32_t rate, int64_t now_ns, int64_t frame, int64_t true_ns, int64_t true_frame)
{
    *c = (struct pace){rate, now_ns, frame, true_ns, true_frame};
}

int64_t pace_heard(struct pace *c, int64_t now_ns, int64_t written)
{
    int64_t truth = c->true_frame + frames_in(c, now_ns - c->true_ns);
    int64_t hurried = c->at_frame + 2 * frames_in(c, now_ns - c->at_ns);
    int64_t heard = truth < hurried ? truth : hurried;
    if (heard < c->at_frame)
        heard = c->at_frame;
    if (heard < written)
        return heard;
    pace_start(c, c->rate, now_ns, written, now_ns, written);
    return written;
}
