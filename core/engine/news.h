/* news.h - what began to sound since one last asked: marks and captions, read off the timeline at the position that is heard. */
#ifndef UK_NEWS_H
#define UK_NEWS_H

#include "../score/timeline.h"

#include <stdint.h>

/* Zeroed starts before frame 0. */
struct uk_news {
    int64_t told;    /* all that began before this was told */
    uint32_t mark, cue; /* the next ones to tell, valid while `timeline` is the same */
    const struct uk_timeline *timeline;
    bool ended;
};

/* The next thing that began at or before `heard`: fills *out and returns 1, or returns 0. After a jump it tells where one is now: the last
 * mark of level 1, and the caption that sounds. */
int uk_news_next(struct uk_news *n, const struct uk_timeline *t, int64_t heard, struct unknot_event *out);

#endif
