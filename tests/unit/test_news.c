#include "check.h"

#include "base/time.h"
#include "engine/news.h"

#include <string.h>

#define RATE 1000

static struct uk_timeline *sample(void)
{
    struct uk_timeline *t = uk_timeline_create();
    for (int i = 0; i < 5; i++) {
        struct uk_mark mark = {.at_ns = i * 100 * UK_NS_PER_S, .level = i % 2 + 1, .title = "step"};
        struct uk_cue said = {.at_ns = (i * 100 + 1) * UK_NS_PER_S, .length_ns = 3 * UK_NS_PER_S, .kind = UK_PHRASE, .text = "said", .file = ""};
        struct uk_cue bell = {.at_ns = i * 100 * UK_NS_PER_S, .length_ns = UK_NS_PER_S, .kind = UK_BELL, .bus = UK_TONE, .hz = 440, .text = "", .file = ""};
        uk_timeline_add_mark(t, &mark);
        uk_timeline_add_cue(t, &bell);
        uk_timeline_add_cue(t, &said);
    }
    t->length_ns = 500 * UK_NS_PER_S;
    assert_int_equal(uk_timeline_freeze(t, RATE, NULL), UNKNOT_OK);
    return t;
}

static void test_in_order(void **state)
{
    (void)state;
    struct uk_timeline *t = sample();
    struct uk_news n = {0};
    struct unknot_event e;
    int marks = 0, captions = 0, ends = 0;
    int64_t last = 0;
    for (int64_t heard = 0; heard <= t->length_frames; heard += 100) {
        while (uk_news_next(&n, t, heard, &e)) {
            assert_true(e.at_frames >= last && e.at_frames <= heard && e.at_frames > heard - 100);
            last = e.at_frames;
            marks += e.kind == UNKNOT_EVENT_MARK;
            captions += e.kind == UNKNOT_EVENT_CAPTION;
            ends += e.kind == UNKNOT_EVENT_END;
        }
        assert_int_equal(e.kind, UNKNOT_EVENT_NONE);
        /* asked again while nothing moves, as in a pause */
        assert_int_equal(uk_news_next(&n, t, heard, &e), 0);
    }
    assert_int_equal(marks, 5);
    assert_int_equal(captions, 5);
    assert_int_equal(ends, 1);
    uk_timeline_destroy(t);
}

static void test_jumps(void **state)
{
    (void)state;
    struct uk_timeline *t = sample();
    struct uk_news n = {0};
    struct unknot_event e;
    uk_news_jump(&n, 302 * RATE);
    /* into the middle of what is said at 301 s: the step before it (level 1 is at 200 s), all since, and the caption */
    /* (the device still plays what came before for a moment) */
    assert_int_equal(uk_news_next(&n, t, 302 * RATE - RATE / 2, &e), 1);
    assert_int_equal(e.kind, UNKNOT_EVENT_MARK);
    assert_int_equal(e.at_frames, 200 * RATE);
    assert_int_equal(uk_news_next(&n, t, 302 * RATE, &e), 1);
    assert_int_equal(e.at_frames, 300 * RATE);
    assert_int_equal(uk_news_next(&n, t, 302 * RATE, &e), 1);
    assert_int_equal(e.kind, UNKNOT_EVENT_CAPTION);
    assert_int_equal(e.at_frames, 301 * RATE);
    assert_int_equal(uk_news_next(&n, t, 302 * RATE, &e), 0);
    /* a wavering clock tells nothing twice */
    assert_int_equal(uk_news_next(&n, t, 301 * RATE - RATE / 2, &e), 0);
    assert_int_equal(uk_news_next(&n, t, 303 * RATE, &e), 0);
    /* back, to where nothing is said */
    uk_news_jump(&n, 50 * RATE);
    assert_int_equal(uk_news_next(&n, t, 50 * RATE, &e), 1);
    assert_int_equal(e.kind, UNKNOT_EVENT_MARK);
    assert_int_equal(e.at_frames, 0);
    assert_int_equal(uk_news_next(&n, t, 50 * RATE, &e), 0);
    /* another timeline that is the same so far: nothing twice */
    struct uk_timeline *other = sample();
    uk_news_replanned(&n);
    assert_int_equal(uk_news_next(&n, other, 51 * RATE, &e), 0);
    assert_int_equal(uk_news_next(&n, other, 101 * RATE, &e), 1);
    assert_int_equal(e.at_frames, 100 * RATE);
    /* asked late, as of a device that plays faster than it is heard: all from there on */
    uk_news_jump(&n, 150 * RATE);
    int told = 0;
    while (uk_news_next(&n, other, 350 * RATE, &e))
        told++;
    assert_int_equal(told, 6); /* the step at 0 s and the one after it, and two of each since */
    uk_timeline_destroy(t);
    uk_timeline_destroy(other);
}

/* The last step that is told from now on, 0 when none is; in frames from the start, 1 for the one at 0. */
static int64_t last_step(struct uk_news *n, const struct uk_timeline *t, int64_t heard)
{
    struct unknot_event e;
    int64_t last = 0;
    while (uk_news_next(n, t, heard, &e))
        if (e.kind == UNKNOT_EVENT_MARK && e.value == 1)
            last = e.at_frames + 1;
    return last;
}

static void test_what_a_device_had_before_a_jump_is_no_news(void **state)
{
    (void)state;
    struct uk_timeline *t = sample();
    struct uk_news n = {0};
    assert_int_equal(last_step(&n, t, 410 * RATE), 400 * RATE + 1);
    uk_news_jump(&n, 50 * RATE);
    assert_int_equal(last_step(&n, t, 410 * RATE + 100), 1); /* where it goes is told at once */
    assert_int_equal(last_step(&n, t, 410 * RATE + 200), 0);
    assert_int_equal(last_step(&n, t, 50 * RATE + 10), 0);
    assert_int_equal(last_step(&n, t, 201 * RATE), 200 * RATE + 1);
    /* on, and back before it got there */
    uk_news_jump(&n, 410 * RATE);
    assert_int_equal(last_step(&n, t, 201 * RATE + 50), 400 * RATE + 1);
    uk_news_jump(&n, 250 * RATE);
    assert_int_equal(last_step(&n, t, 201 * RATE + 100), 200 * RATE + 1);
    assert_int_equal(last_step(&n, t, 410 * RATE + 50), 0);
    assert_int_equal(last_step(&n, t, 250 * RATE), 0);
    assert_int_equal(last_step(&n, t, 400 * RATE), 400 * RATE + 1);
    /* a little back; and nobody looked when it got there */
    uk_news_jump(&n, 399 * RATE);
    last_step(&n, t, 400 * RATE + 100);
    assert_int_equal(last_step(&n, t, 399 * RATE + 100), 0);
    assert_int_equal(last_step(&n, t, 400 * RATE + 10), 400 * RATE + 1);
    uk_news_jump(&n, 150 * RATE);
    assert_int_equal(last_step(&n, t, 400 * RATE + 20), 1);
    assert_int_equal(last_step(&n, t, 450 * RATE), 400 * RATE + 1);
    uk_timeline_destroy(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_in_order), cmocka_unit_test(test_jumps),
                                       cmocka_unit_test(test_what_a_device_had_before_a_jump_is_no_news)};
    return RUN(tests);
}
