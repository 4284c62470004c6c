#include "check.h"

#include "base/time.h"
#include "score/timeline.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct uk_cue tone = {
    .at_ns = UK_NS_PER_S, .length_ns = UK_NS_PER_S, .kind = UK_SINE, .bus = UK_TONE, .hz = 440, .db = -12, .text = "", .file = ""};

static struct uk_timeline *with(const struct uk_cue *cues, size_t n)
{
    struct uk_timeline *t = uk_timeline_create();
    assert_non_null(t);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(uk_timeline_add_cue(t, &cues[i]), UNKNOT_OK);
    t->length_ns = 10 * UK_NS_PER_S;
    return t;
}

static void test_sorted_and_rounded_once(void **state)
{
    (void)state;
    struct uk_cue cues[3] = {tone, tone, tone};
    cues[0].at_ns = 2 * UK_NS_PER_S;
    cues[0].hz = 1000;
    cues[1].at_ns = UK_NS_PER_S + 10417; /* half a frame and a bit: frame 48001 */
    cues[1].length_ns = 10416;           /* ends at 20833 ns: frame 48001 as well */
    cues[2].at_ns = 2 * UK_NS_PER_S;     /* the same time as the first: planned later, so behind it */
    struct uk_timeline *t = with(cues, 3);
    assert_int_equal(uk_timeline_freeze(t, 48000, NULL), UNKNOT_OK);
    assert_int_equal(t->cues[0].at_frames, 48001);
    assert_int_equal(t->cues[0].length_frames, 0);
    assert_true(t->cues[1].hz == 1000);
    assert_true(t->cues[2].hz == 440);
    assert_int_equal(t->length_frames, 480000);
    uk_timeline_destroy(t);
}

static void test_marks_keep_their_order(void **state)
{
    (void)state;
    struct uk_timeline *t = uk_timeline_create();
    char title[16];
    for (int i = 0; i < 500; i++) {
        snprintf(title, sizeof title, "%d", i);
        struct uk_mark mark = {.at_ns = (i * 7919 % 10) * UK_NS_PER_S, .level = 1, .title = title};
        assert_int_equal(uk_timeline_add_mark(t, &mark), UNKNOT_OK);
    }
    assert_int_equal(uk_timeline_freeze(t, 48000, NULL), UNKNOT_OK);
    for (uint32_t i = 1; i < t->mark_count; i++) {
        const struct uk_mark *a = &t->marks[i - 1], *b = &t->marks[i];
        assert_true(a->at_ns < b->at_ns || (a->at_ns == b->at_ns && atoi(a->title) < atoi(b->title)));
    }
    uk_timeline_destroy(t);
}

/* Each field beyond its bounds is refused by name. */
static void test_hostile_cues(void **state)
{
    (void)state;
    struct uk_message m;
#define REFUSED(field, value, word)                                                                                              \
    do {                                                                                                                         \
        struct uk_cue c = tone;                                                                                                  \
        c.field = value;                                                                                                         \
        struct uk_timeline *t = with(&c, 1);                                                                                     \
        assert_int_equal(uk_timeline_freeze(t, 48000, &m), UNKNOT_BAD_DATA);                                                     \
        assert_contains(m.text, word);                                                                                           \
        uk_timeline_destroy(t);                                                                                                  \
    } while (0)
    REFUSED(at_ns, -1, "time");
    REFUSED(at_ns, INT64_MAX, "time");
    REFUSED(length_ns, -1, "time");
    REFUSED(length_ns, INT64_MAX, "time");
    REFUSED(fade_in_ns, -1, "fade");
    REFUSED(fade_out_ns, -1, "fade");
    REFUSED(hz, 0, "pitch");
    REFUSED(hz, NAN, "pitch");
    REFUSED(db, 13, "level");
    REFUSED(db, INFINITY, "level");
    REFUSED(pan, -1.01, "pan");
    REFUSED(kind, (enum uk_kind)99, "kind");
    REFUSED(bus, (enum uk_bus)-1, "bus");
    REFUSED(kind, UK_PHRASE, "name");
    REFUSED(kind, UK_LOOP, "name");
    REFUSED(kind, UK_BINAURAL, "beat");
    char endless[UK_MOST_TEXT + 2];
    memset(endless, 'a', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    REFUSED(text, endless, "text");
}

static void test_too_many(void **state)
{
    (void)state;
    struct uk_timeline *t = uk_timeline_create();
    int status = UNKNOT_OK;
    for (int i = 0; i < UK_MOST_CUES; i++)
        status = status ? status : uk_timeline_add_cue(t, &tone);
    assert_int_equal(status, UNKNOT_OK);
    assert_int_equal(uk_timeline_add_cue(t, &tone), UNKNOT_LIMIT);
    uk_timeline_destroy(t);
}

static bool same_before(const struct uk_cue *a, size_t an, const struct uk_cue *b, size_t bn, int64_t at_ns, int64_t *where)
{
    struct uk_timeline *x = with(a, an), *y = with(b, bn);
    assert_int_equal(uk_timeline_freeze(x, 48000, NULL), UNKNOT_OK);
    assert_int_equal(uk_timeline_freeze(y, 48000, NULL), UNKNOT_OK);
    bool forth = uk_timeline_same_before(x, y, at_ns, where), back = uk_timeline_same_before(y, x, at_ns, where);
    assert_int_equal(forth, back);
    uk_timeline_destroy(x);
    uk_timeline_destroy(y);
    return forth;
}

static void test_same_before(void **state)
{
    (void)state;
    const int64_t s = UK_NS_PER_S;
    int64_t where = 0;
    struct uk_cue a[2] = {tone, tone}, b[2] = {tone, tone};
    a[1].at_ns = b[1].at_ns = 5 * s;
    assert_true(same_before(a, 2, b, 2, 9 * s, &where));
    /* a later cue that is gone, or another */
    assert_true(same_before(a, 2, b, 1, 5 * s, &where));
    assert_false(same_before(a, 2, b, 1, 5 * s + 1, &where));
    assert_int_equal(where, 5 * s);
    b[1].hz = 441;
    assert_true(same_before(a, 2, b, 2, 5 * s, &where));
    assert_false(same_before(a, 2, b, 2, 6 * s, &where));
    /* one that goes on, cut at or after the event: the same until then */
    b[1] = a[1];
    b[1].length_ns = s / 2;
    assert_true(same_before(a, 2, b, 2, 5 * s + s / 2, &where));
    assert_false(same_before(a, 2, b, 2, 5 * s + s / 2 + 1, &where));
    /* cut so that its fade begins before the event */
    b[1].length_ns = s * 3 / 4;
    b[1].fade_out_ns = s / 2;
    assert_false(same_before(a, 2, b, 2, 5 * s + s / 2, &where));
    assert_true(same_before(a, 2, b, 2, 5 * s + s / 4, &where));
}

static void test_names(void **state)
{
    (void)state;
    for (int i = 0; i < UK_KINDS; i++)
        assert_int_equal(uk_name_index(uk_kind_names, uk_kind_name((enum uk_kind)i)), i);
    for (int i = 0; i < UK_BUSES; i++)
        assert_int_equal(uk_name_index(uk_bus_names, uk_bus_name((enum uk_bus)i)), i);
    for (int i = 0; i < UK_COLOURS; i++)
        assert_int_equal(uk_name_index(uk_colour_names, uk_colour_name((enum uk_colour)i)), i);
    assert_null(uk_kind_names[UK_KINDS]);
    assert_null(uk_bus_names[UK_BUSES]);
    assert_null(uk_colour_names[UK_COLOURS]);
    assert_int_equal(uk_name_index(uk_kind_names, "gong"), -1);
    assert_string_equal(uk_kind_name(UK_ISOCHRONIC), "isochronic");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sorted_and_rounded_once), cmocka_unit_test(test_marks_keep_their_order),
        cmocka_unit_test(test_hostile_cues),            cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_same_before),             cmocka_unit_test(test_names),
    };
    return RUN(tests);
}
