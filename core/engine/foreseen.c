#include "foreseen.h"

#include "../plan/wire.h"
#include "kept.h"

#include <stdlib.h>

#define SHELF "said"
#define MOST 600

size_t uk_foreseen_measure(const struct uk_session *s, const struct uk_places *places, const struct uk_language *language, struct uk_clips *clips)
{
    struct uk_packet p;
    char *names[MOST];
    size_t n = 0;
    bool kept = uk_kept_read(places, SHELF, s->path, 0, &p);
    while (kept && n < MOST && p.at < p.length && !p.bad) {
        const char *text = uk_packet_get_text(&p, UK_MOST_TEXT);
        if (p.bad || !(names[n] = uk_language_clip(language, text)))
            break;
        n++;
    }
    uk_packet_finish(&p);
    uk_clips_foresee(clips, (const char *const *)names, n);
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    return n;
}

void uk_foreseen_keep(const struct uk_session *s, const struct uk_places *places, size_t foreseen)
{
    struct uk_packet p = {0};
    size_t n = 0;
    for (size_t i = 0; i < s->lengths.room && n < MOST; i++) {
        const struct uk_length *l = &s->lengths.slots[i];
        if (l->name && l->kind == UK_CLIP_PHRASE) {
            uk_packet_put_text(&p, l->name);
            n++;
        }
    }
    if (n != foreseen)
        uk_kept_write(places, SHELF, s->path, 0, &p);
    uk_packet_finish(&p);
}
