#include "fitted.h"

#include "../base/text.h"
#include "described.h"
#include "kept.h"

#include <string.h>

#define SHELF "fit"

/* All that a fit follows from, but for the lengths of what is said. False: who knows. */
static bool hash_wishes(const struct uk_session *s, const struct uk_places *places, uint64_t *out)
{
    if (s->target_ns <= 0 || !uk_described_from(s, places, out))
        return false;
    *out = uk_text_hash(uk_text_hash(*out, &s->target_ns, sizeof s->target_ns), &s->seed, sizeof s->seed);
    for (size_t i = 0; i < s->param_count; i++) {
        *out = uk_text_hash(*out, s->params[i].name, strlen(s->params[i].name) + 1);
        *out = uk_text_hash(*out, s->params[i].value, strlen(s->params[i].value) + 1);
    }
    return true;
}

bool uk_fitted_recall(struct uk_session *s, const struct uk_places *places, int64_t *length_ns)
{
    struct uk_packet p;
    uint64_t from;
    if (s->fitted || !hash_wishes(s, places, &from) || !uk_kept_read(places, SHELF, s->path, from, &p))
        return false;
    uint32_t size = uk_packet_get_u32(&p);
    double ease = uk_packet_get_f64(&p);
    *length_ns = uk_packet_get_i64(&p);
    bool good = !p.bad && p.at == p.length && size < UK_FIT_SIZES && ease >= 0 && ease <= 1;
    uk_packet_finish(&p);
    if (good) {
        s->fit = (struct uk_fit){(int32_t)size, ease};
        s->fitted = true;
    }
    return good;
}

void uk_fitted_keep(const struct uk_session *s, const struct uk_places *places, int64_t length_ns)
{
    struct uk_packet p = {0};
    uint64_t from;
    if (!hash_wishes(s, places, &from))
        return;
    uk_packet_put_u32(&p, (uint32_t)s->fit.size);
    uk_packet_put_f64(&p, s->fit.ease);
    uk_packet_put_i64(&p, length_ns);
    uk_kept_write(places, SHELF, s->path, from, &p);
    uk_packet_finish(&p);
}
