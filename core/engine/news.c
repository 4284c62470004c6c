#include "news.h"

static bool has_caption(const struct uk_cue *c)
{
    return c->text[0] != '\0';
}

/* Finds the places in a timeline again after it was replaced. */
static void settle(struct uk_news *n, const struct uk_timeline *t)
{
    n->settled = true;
    for (n->mark = 0; n->mark < t->mark_count && t->marks[n->mark].at_frames < n->told; n->mark++)
        ;
    for (n->cue = 0; n->cue < t->cue_count && t->cues[n->cue].at_frames < n->told; n->cue++)
        ;
}

void uk_news_jump(struct uk_news *n, int64_t goal)
{
    n->before = n->under_way && n->before > n->told ? n->before : n->told;
    n->under_way = true;
    n->jumped = true;
    n->goal = goal;
}

void uk_news_replanned(struct uk_news *n)
{
    n->settled = false;
}

/* As if, at `at`, only the last step, and what is being said, had not been told. */
static void jump(struct uk_news *n, const struct uk_timeline *t, int64_t at)
{
    n->jumped = false;
    n->told = at;
    n->ended = false;
    settle(n, t);
    for (uint32_t i = n->mark; i > 0; i--) {
        if (t->marks[i - 1].level == 1) {
            n->mark = i - 1;
            break;
        }
    }
    for (uint32_t i = n->cue; i > 0 && at - t->cues[i - 1].at_frames < (int64_t)t->rate * 30; i--) {
        const struct uk_cue *c = &t->cues[i - 1];
        if (has_caption(c) && c->at_frames + c->length_frames > at)
            n->cue = i - 1;
    }
}

/* Whether `heard` is of after the jump. A device plays what it had for a moment; after a jump back that would be taken for news. */
static bool has_arrived(const struct uk_news *n, int64_t heard, int64_t rate)
{
    int64_t waver = rate / 20, back = n->before - n->goal;
    if (back <= 0)
        return heard + 1 >= n->goal;
    return (heard + 1 >= n->goal && heard < n->before - (back / 2 < waver ? back / 2 : waver)) || heard > n->before + 2 * rate;
}

int uk_news_next(struct uk_news *n, const struct uk_timeline *t, int64_t heard, struct unknot_event *out)
{
    *out = (struct unknot_event){.kind = UNKNOT_EVENT_NONE, .text = ""};
    if (n->jumped)
        jump(n, t, n->goal);
    else if (!n->settled)
        settle(n, t);
    n->under_way = n->under_way && !has_arrived(n, heard, t->rate);
    if (heard + 1 < n->told || n->under_way)
        heard = n->told - 1;
    while (n->cue < t->cue_count && !has_caption(&t->cues[n->cue]))
        n->cue++;
    const struct uk_mark *mark = n->mark < t->mark_count ? &t->marks[n->mark] : NULL;
    const struct uk_cue *cue = n->cue < t->cue_count ? &t->cues[n->cue] : NULL;
    if (mark && mark->at_frames <= heard && (!cue || mark->at_frames <= cue->at_frames)) {
        *out = (struct unknot_event){UNKNOT_EVENT_MARK, mark->at_frames, mark->level, mark->title};
        n->mark++;
    } else if (cue && cue->at_frames <= heard) {
        *out = (struct unknot_event){UNKNOT_EVENT_CAPTION, cue->at_frames, 0, cue->text};
        n->cue++;
    } else if (heard >= t->length_frames && !n->ended) {
        *out = (struct unknot_event){UNKNOT_EVENT_END, t->length_frames, 0, ""};
        n->ended = true;
    } else {
        n->told = heard + 1;
        return 0;
    }
    return 1;
}
