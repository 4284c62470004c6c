#include "check.h"

#include "engine/one_switch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MS INT64_C(1000000)
#define START_MS 5000

/* A listener with a button, and what came of it: "120 next, 900 rate 3", times in ms. */
struct bench {
    struct uk_one_switch s;
    int64_t at_ms;
    char heard[2000];
};

static struct bench *begin(const char *timings)
{
    static struct bench b;
    struct uk_one_switch_timings t;
    struct uk_message m;
    memset(&b, 0, sizeof b);
    assert_int_equal(uk_one_switch_parse(&t, timings, &m), UNKNOT_OK);
    uk_one_switch_init(&b.s, &t);
    b.at_ms = START_MS;
    return &b;
}

/* Lets time go by as the player does: from one due time to the next. */
static void wait_ms(struct bench *b, int64_t ms)
{
    struct uk_switched event;
    int64_t until = (b->at_ms += ms) * MS, now;
    do {
        int64_t due = uk_one_switch_due(&b->s);
        now = due > 0 && due < until ? due : until;
        while (uk_one_switch_tick(&b->s, now, &event)) {
            size_t n = strlen(b->heard);
            n += (size_t)snprintf(b->heard + n, sizeof b->heard - n, "%s%d %s", n ? ", " : "", (int)(now / MS) - START_MS,
                                  event.name);
            if (strcmp(event.name, "rate") == 0)
                snprintf(b->heard + n, sizeof b->heard - n, " %d", event.value);
        }
    } while (now < until);
}

static void touch(struct bench *b, bool down)
{
    uk_one_switch_button(&b->s, down, b->at_ms * MS);
}

/* Down for `held` ms, then up for `rest` ms. */
static void press(struct bench *b, int held, int rest)
{
    touch(b, true);
    wait_ms(b, held);
    touch(b, false);
    wait_ms(b, rest);
}

static void test_short_long_double_triple(void **state)
{
    (void)state;
    struct bench *b = begin("");
    press(b, 100, 2000);
    assert_string_equal(b->heard, "450 next");
    assert_int_equal(uk_one_switch_due(&b->s), 0);

    b = begin("");
    press(b, 599, 2000);
    assert_string_equal(b->heard, "949 next");

    b = begin("");
    press(b, 5000, 2000); /* at the moment, once, and nothing for letting go */
    assert_string_equal(b->heard, "600 longer");

    b = begin("");
    press(b, 100, 340);
    press(b, 100, 2000);
    assert_string_equal(b->heard, "890 easier");

    b = begin("");
    press(b, 100, 351); /* too late to be the second of two */
    press(b, 100, 2000);
    assert_string_equal(b->heard, "450 next, 901 next");

    b = begin("");
    press(b, 100, 200);
    press(b, 100, 200);
    press(b, 100, 2000); /* with the third touch */
    assert_string_equal(b->heard, "600 stop");
}

static void test_ready(void **state)
{
    (void)state;
    struct bench *b = begin("");
    uk_one_switch_question(&b->s, "ready");
    press(b, 100, 1000);
    uk_one_switch_question(&b->s, "side");
    press(b, 100, 1000);
    uk_one_switch_question(&b->s, "ready");
    press(b, 700, 1000);
    assert_string_equal(b->heard, "450 ready, 1550 next, 2800 longer");

    /* what is asked a moment after the press was not what it meant */
    b = begin("");
    press(b, 100, 10);
    uk_one_switch_question(&b->s, "ready");
    wait_ms(b, 1000);
    uk_one_switch_question(&b->s, NULL);
    press(b, 50, 1000);
    assert_string_equal(b->heard, "450 next, 1510 next");
}

static void test_more_than_three(void **state)
{
    (void)state;
    struct bench *b = begin("");
    for (int i = 0; i < 5; i++)
        press(b, 50, 100);
    wait_ms(b, 2000);
    assert_string_equal(b->heard, "300 stop");

    b = begin("");
    for (int i = 0; i < 6; i++)
        press(b, 50, 100);
    wait_ms(b, 2000);
    assert_string_equal(b->heard, "300 stop, 750 stop");

    b = begin("");
    for (int i = 0; i < 3; i++)
        press(b, 50, 100);
    press(b, 3000, 2000); /* a fourth that is held is not "longer" */
    assert_string_equal(b->heard, "300 stop");
}

static void test_long_among_short(void **state)
{
    (void)state;
    struct bench *b = begin("");
    press(b, 700, 100);
    press(b, 50, 2000);
    assert_string_equal(b->heard, "600 longer, 1200 next");

    b = begin("");
    press(b, 50, 100);
    press(b, 2000, 2000);
    assert_string_equal(b->heard, "2500 easier");

    b = begin("");
    press(b, 700, 100);
    press(b, 700, 100);
    press(b, 700, 2000); /* three presses are a stop however long they are */
    assert_string_equal(b->heard, "600 longer, 1400 longer, 1600 stop");
}

static void test_rate(void **state)
{
    (void)state;
    struct bench *b = begin("");
    uk_one_switch_question(&b->s, "rate");
    for (int i = 0; i < 4; i++)
        press(b, 100, 1100);
    wait_ms(b, 1000);
    assert_string_equal(b->heard, "4900 rate 4");

    b = begin("");
    uk_one_switch_question(&b->s, "rate");
    press(b, 2000, 2000);
    press(b, 100, 2000);
    assert_string_equal(b->heard, "600 rate 0, 5300 rate 1");

    b = begin("");
    uk_one_switch_question(&b->s, "rate");
    for (int i = 0; i < 14; i++)
        press(b, 60, 60);
    wait_ms(b, 3000);
    assert_string_equal(b->heard, "2820 rate 10");

    b = begin("");
    uk_one_switch_question(&b->s, "rate");
    press(b, 100, 200);
    press(b, 900, 200); /* a slow one among others counts as one */
    press(b, 100, 3000);
    assert_string_equal(b->heard, "2700 rate 3");

    /* the question opens while somebody presses stop, and closes while somebody counts */
    b = begin("");
    press(b, 100, 100);
    uk_one_switch_question(&b->s, "rate");
    press(b, 100, 100);
    press(b, 100, 3000);
    press(b, 100, 500);
    uk_one_switch_question(&b->s, NULL);
    press(b, 100, 3000);
    assert_string_equal(b->heard, "400 stop, 5400 rate 2");
}

static void test_bounce(void **state)
{
    (void)state;
    struct bench *b = begin("");
    for (int i = 0; i < 4; i++) { /* down, with a bouncing contact */
        touch(b, i % 2 == 0);
        wait_ms(b, 3);
    }
    touch(b, true);
    wait_ms(b, 200);
    for (int i = 0; i < 4; i++) { /* and up */
        touch(b, i % 2 == 1);
        wait_ms(b, 3);
    }
    touch(b, false);
    wait_ms(b, 2000);
    assert_string_equal(b->heard, "562 next");

    /* a contact that lies still after a short touch was let go, also when no edge says so any more */
    b = begin("");
    press(b, 2, 3000);
    assert_string_equal(b->heard, "365 next");

    /* down and up in the same instant, as some remote controls send it */
    b = begin("");
    press(b, 0, 40);
    press(b, 0, 40);
    press(b, 0, 1000);
    assert_string_equal(b->heard, "80 stop");
}

static void test_told_late(void **state)
{
    (void)state;
    /* the player was busy: everything comes at once, with the times at which it happened */
    struct bench *b = begin("");
    uk_one_switch_button(&b->s, true, 5000 * MS);
    uk_one_switch_button(&b->s, true, 5010 * MS);
    uk_one_switch_button(&b->s, false, 5100 * MS);
    uk_one_switch_button(&b->s, true, 6000 * MS);
    uk_one_switch_button(&b->s, false, 6700 * MS);
    uk_one_switch_button(&b->s, false, 6800 * MS);
    wait_ms(b, 3000);
    assert_string_equal(b->heard, "1800 next, 1800 longer");

    /* more than there is room for: the stop is among them */
    b = begin("");
    for (int i = 0; i < 20; i++) {
        uk_one_switch_button(&b->s, true, (5000 + i * 1000) * MS);
        uk_one_switch_button(&b->s, false, (5100 + i * 1000) * MS);
    }
    for (int i = 0; i < 3; i++) {
        uk_one_switch_button(&b->s, true, (25000 + i * 100) * MS);
        uk_one_switch_button(&b->s, false, (25050 + i * 100) * MS);
    }
    wait_ms(b, 25000);
    assert_contains(b->heard, "stop");

    /* a time from the future is now, a time from the past is not before the one before */
    b = begin("");
    uk_one_switch_button(&b->s, true, INT64_MAX);
    wait_ms(b, 0);
    wait_ms(b, 100);
    uk_one_switch_button(&b->s, false, INT64_MIN);
    wait_ms(b, 1000);
    assert_string_equal(b->heard, "450 next");
    b = begin("");
    for (int i = 0; i < 5; i++) {
        struct uk_switched event;
        uk_one_switch_button(&b->s, false, INT64_MAX);
        assert_int_equal(uk_one_switch_tick(&b->s, INT64_MIN, &event), 0);
    }
    press(b, 100, 1000);
    assert_string_equal(b->heard, "450 next");
}

static void test_timings(void **state)
{
    (void)state;
    struct bench *b = begin("long=1500,gap=800");
    press(b, 1400, 700);
    press(b, 100, 3000);
    press(b, 2000, 1000);
    assert_string_equal(b->heard, "3000 easier, 6700 longer");
    b = begin("bounce=0,rate=300");
    uk_one_switch_question(&b->s, "rate");
    press(b, 1, 1);
    press(b, 1, 1000);
    assert_string_equal(b->heard, "303 rate 2");

    static const char *const wrong[][2] = {
        {"lng=600", "no time called 'lng' (did you mean 'long'?)"},
        {"xyz=1", "it has long, gap, rate and bounce"},
        {"long", "200 to 5000 milliseconds, as in 'long=600', not 'long'"},
        {"long=", "not 'long='"},
        {"long=199", "200 to 5000"},
        {"long=99999999999999999999", "200 to 5000"},
        {"long=-600", "200 to 5000"},
        {"long=600ms", "not 'long=600ms'"},
        {"long=600,,gap=350", "no time called ''"},
        {"long=600,gap=0x100", "100 to 2000"},
        {"gap=350 long=600", "not 'gap=350 long=600'"},
        {"averyveryverylongnamethatnobodyhasgiventoatime=1", "no time called"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct uk_one_switch_timings t = {1, 2, 3, 4};
        struct uk_message m = {""};
        assert_int_equal(uk_one_switch_parse(&t, wrong[i][0], &m), UNKNOT_BAD_ARGUMENT);
        assert_contains(m.text, wrong[i][1]);
        assert_int_equal(t.long_ns, 1);
    }
}

static unsigned chance(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int count(const char *text, const char *word)
{
    int n = 0;
    for (; (text = strstr(text, word)); text++)
        n++;
    return n;
}

/* Whatever came before, three presses are a stop; and a button that is let go comes to rest. */
static void test_no_stop_is_lost(void **state)
{
    (void)state;
    unsigned seed = 1;
    for (int round = 0; round < 20000; round++) {
        struct bench *b = begin("");
        unsigned touches = chance(&seed) % 12;
        for (unsigned i = 0; i < touches; i++) {
            touch(b, chance(&seed) % 2);
            wait_ms(b, chance(&seed) % (chance(&seed) % 2 ? 900 : 30));
        }
        touch(b, false);
        wait_ms(b, chance(&seed) % 500 + 15);
        b->heard[0] = '\0';
        for (int i = 0; i < 3; i++)
            press(b, (int)(chance(&seed) % 900), (int)(chance(&seed) % 319) + 16);
        if (count(b->heard, "stop") != 1)
            fail_msg("round %d: '%s'", round, b->heard);
        wait_ms(b, 1000);
        assert_int_equal(uk_one_switch_due(&b->s), 0);
        b->heard[0] = '\0';
        b->at_ms = START_MS + 1000000;
        press(b, 100, 1000);
        assert_string_equal(b->heard, "1000450 next");
    }
}

/* Random edges: every due time is ahead, every event is a known one, and every number between 0 and 10. */
static void test_random_edges(void **state)
{
    (void)state;
    static const char *const questions[] = {NULL, "ready", "rate", "side"};
    unsigned seed = 7;
    struct bench *b = begin("");
    int64_t now = 0;
    for (int i = 0; i < 300000; i++) {
        struct uk_switched event;
        now += (int64_t)(chance(&seed) % 700) * MS;
        if (chance(&seed) % 8 == 0)
            uk_one_switch_question(&b->s, questions[chance(&seed) % 4]);
        uk_one_switch_button(&b->s, chance(&seed) % 2, now - (int64_t)(chance(&seed) % 100) * MS);
        while (chance(&seed) % 4 && uk_one_switch_tick(&b->s, now, &event)) {
            assert_in_range(event.value, 0, strcmp(event.name, "rate") == 0 ? 10 : 0);
            assert_true(strstr(" next ready longer easier stop rate ", event.name));
        }
        assert_in_range(b->s.waiting, 0, UK_SWITCHED_ROOM);
        if (b->s.waiting == 0 && uk_one_switch_due(&b->s))
            assert_true(uk_one_switch_due(&b->s) > b->s.now_ns);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_long_double_triple),
        cmocka_unit_test(test_ready),
        cmocka_unit_test(test_more_than_three),
        cmocka_unit_test(test_long_among_short),
        cmocka_unit_test(test_rate),
        cmocka_unit_test(test_bounce),
        cmocka_unit_test(test_told_late),
        cmocka_unit_test(test_timings),
        cmocka_unit_test(test_no_stop_is_lost),
        cmocka_unit_test(test_random_edges),
    };
    return RUN(tests);
}
