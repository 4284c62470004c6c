/* Reading: the part of <unknot.h> that moves sound. */
#include "engine.h"

#include "../sound/dither.h"

int unknot_prepare(struct unknot *u, int64_t at_frames, int64_t frames)
{
    return uk_stage_prepare(u->stage, at_frames, frames);
}

void unknot_prepare_message(struct unknot *u, char *out, size_t size)
{
    uk_stage_message(u->stage, out, size);
}

size_t unknot_read(struct unknot *u, float *out, size_t frames)
{
    return uk_performer_read(u->performer, out, frames);
}

void unknot_quantize(const float *in, int16_t *out, int64_t at_frames, size_t frames)
{
    uk_dither(in, out, at_frames, frames);
}

int64_t unknot_tell(const struct unknot *u)
{
    return uk_performer_tell(u->performer);
}

void unknot_seek(struct unknot *u, int64_t frame, enum unknot_seek_how how)
{
    int64_t length = unknot_length_frames(u);
    int64_t goal = frame < 0 ? 0 : frame > length ? length : frame;
    uk_stage_seek(u->stage, goal, how == UNKNOT_SMOOTH);
    atomic_store(&u->goal, goal);
    atomic_fetch_add(&u->seeks, 1);
}

void unknot_pause(struct unknot *u, int on)
{
    uk_performer_pause(u->performer, on != 0);
}

int unknot_paused(const struct unknot *u)
{
    return uk_performer_paused(u->performer);
}

void unknot_set_volume(struct unknot *u, double gain)
{
    uk_performer_set_volume(u->performer, gain >= 0 && gain <= 1 ? gain : gain > 1 ? 1 : 0);
}

uint64_t unknot_late_sounds(const struct unknot *u)
{
    return uk_performer_late(u->performer);
}

int uk_engine_news(struct unknot *u, struct uk_news *n, int64_t heard, struct unknot_event *out)
{
    uint64_t seeks = atomic_load(&u->seeks);
    if (!u->timeline)
        return 0;
    if (seeks != n->seeks)
        uk_news_jump(n, atomic_load(&u->goal));
    if (u->plans != n->plans)
        uk_news_replanned(n);
    n->seeks = seeks;
    n->plans = u->plans;
    int told = uk_news_next(n, u->timeline, heard, out);
    if (told && out->kind == UNKNOT_EVENT_CAPTION)
        out->text = uk_language_shown(u->language, out->text);
    else if (told && out->kind == UNKNOT_EVENT_MARK && out->value < UK_QUESTION_LEVEL)
        out->text = uk_language_said(u->language, out->text);
    return told;
}

int unknot_next_event(struct unknot *u, int64_t heard_frame, struct unknot_event *out)
{
    return uk_engine_news(u, &u->news, heard_frame, out);
}
