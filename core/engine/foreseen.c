#include "foreseen.h"

#include "../plan/wire.h"
#include "kept.h"

#include "../base/text.h"
#include "../base/time.h"

#include <stdlib.h>
#include <string.h>

#define SHELF "said"
#define MOST 600

/* Those that have a length by now. */
static void make_known(struct uk_session *s, char *const *texts, char *const *names, size_t count, struct uk_clips *clips, uint32_t rate)
{
    const char *by, *why;
    struct uk_clip *clip;
    for (size_t i = 0; i < count; i++)
        if (uk_clips_said(clips, names[i], &by, &why) && *by && uk_clips_glance(clips, UK_CLIP_PHRASE, names[i], &clip, NULL) == UNKNOT_OK)
            (void)uk_lengths_add(&s->lengths, UK_CLIP_PHRASE, texts[i], uk_ns_from_frames(clip->frames, rate));
}

/* What a script said before it was edited is no guess of what it says now. */
static uint64_t written(const struct uk_session *s)
{
    return uk_text_hash(UK_HASH_START, s->source, s->source_length);
}

/* The next text of what was kept; NULL: that was all. */
static const char *next_of(struct uk_packet *p)
{
    const char *text = p->at < p->length && !p->bad ? uk_packet_get_text(p, UK_MOST_TEXT) : NULL;
    return p->bad ? NULL : text;
}

void uk_foreseen_measure(struct uk_session *s, const struct uk_places *places, const struct uk_language *language, struct uk_clips *clips,
                         uint32_t rate)
{
    struct uk_packet p;
    char *names[MOST], *texts[MOST];
    size_t n = 0;
    bool kept = uk_kept_read(places, SHELF, s->path, written(s), &p);
    for (const char *text; kept && n < MOST && (text = next_of(&p));) {
        names[n] = uk_language_clip(language, text);
        texts[n] = names[n] ? strdup(text) : NULL;
        if (!texts[n]) {
            free(names[n]);
            break;
        }
        n++;
    }
    uk_packet_finish(&p);
    uk_clips_foresee(clips, (const char *const *)names, n);
    if (s->only_played)
        make_known(s, texts, names, n, clips, rate);
    for (size_t i = 0; i < n; i++) {
        free(names[i]);
        free(texts[i]);
    }
}

void uk_foreseen_keep(const struct uk_session *s, const struct uk_places *places)
{
    struct uk_packet before, p = {0};
    size_t n = 0, again = 0, others = 0;
    for (size_t i = 0; i < s->lengths.room && n < MOST; i++) {
        const struct uk_length *l = &s->lengths.slots[i];
        if (l->name && l->kind == UK_CLIP_PHRASE) {
            uk_packet_put_text(&p, l->name);
            n++;
        }
    }
    bool kept = uk_kept_read(places, SHELF, s->path, written(s), &before);
    for (const char *text; kept && (text = next_of(&before));) {
        if (uk_lengths_find(&s->lengths, UK_CLIP_PHRASE, text)) {
            again++;
        } else if (n + others < MOST) {
            uk_packet_put_text(&p, text);
            others++;
        }
    }
    uk_packet_finish(&before);
    if (n > again)
        uk_kept_write(places, SHELF, s->path, written(s), &p);
    uk_packet_finish(&p);
}
