/* news.h - what began to sound since one last asked: marks and captions, read off the timeline at the position that is heard. */
#ifndef UK_NEWS_H
#define UK_NEWS_H

#include "../score/timeline.h"

#include <stdint.h>

/* Zeroed starts before frame 0. */
struct uk_news {
    int64_t told;       /* all that began before this was told */
    uint32_t mark, cue; /* the next ones to tell, valid while `settled` */
    bool settled, ended;
    bool jumped; /* to `goal`, and it was not told yet where that is */
    int64_t goal;
    bool under_way; /* what is heard is still from before the jump: up to about `before` */
    int64_t before;
    uint64_t plans, seeks; /* of the engine, as this last saw them */
};

/* The position jumped: next it is told where one is now, that is the last mark of level 1 and the caption that sounds. */
void uk_news_jump(struct uk_news *n, int64_t goal);

/* The timeline was replaced by one that is the same up to now. */
void uk_news_replanned(struct uk_news *n);

/* The next thing that began at or before `heard`: fills *out and returns 1, or returns 0. A `heard` that lies before what was told is
 * a device's clock wavering, or one that still plays what it had before a jump: nothing new. */
int uk_news_next(struct uk_news *n, const struct uk_timeline *t, int64_t heard, struct unknot_event *out);

#endif
