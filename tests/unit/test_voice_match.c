/* Lines of a script found in a long recording, by their lengths alone: readers are computed here. test_takes.c and voice_import.sh have sound. */
#include "check.h"

#include "engine/voice_match.h"
#include "engine/voice_text.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINES 100
#define MOST 400

static const char *const words[] = {"breathe", "in", "and", "let", "the", "shoulders", "soften", "slowly", "under", "ball", "now",
                                    "rest", "a", "little", "further", "towards", "neck", "press", "gently", "stay"};

/* A script, and somebody who reads it. */
struct reading {
    char texts[LINES][160];
    const char *lines[LINES];
    struct uk_piece pieces[MOST];
    size_t count;
    long said[MOST]; /* which line each piece belongs to; -1: none */
    double at_s;
    unsigned state;
};

static double chance(struct reading *r)
{
    r->state = r->state * 1664525 + 1013904223;
    return (r->state >> 8) / 16777216.0;
}

/* About 1, as far from it as people are. */
static double about(struct reading *r, double apart)
{
    double sum = -6;
    for (int i = 0; i < 12; i++)
        sum += chance(r);
    return exp(apart * sum);
}

static void write_script(struct reading *r, unsigned seed)
{
    memset(r, 0, sizeof *r);
    r->state = seed * 7919 + 1;
    for (int i = 0; i < LINES; i++) {
        int n = 2 + (int)(chance(r) * 9);
        for (int k = 0; k < n; k++)
            sprintf(r->texts[i] + strlen(r->texts[i]), "%s%s", words[(int)(chance(r) * 20)],
                    k + 1 == n ? "." : k == 3 && n > 5 ? ", " : " ");
        r->lines[i] = r->texts[i];
    }
}

static void add_piece(struct reading *r, double seconds, double pause, long line)
{
    r->said[r->count] = line;
    r->pieces[r->count++] = (struct uk_piece){.from_s = r->at_s, .to_s = r->at_s + seconds};
    r->at_s += seconds + pause;
}

static void read_line(struct reading *r, long i, double pace)
{
    double seconds = (uk_voice_letters(r->texts[i]) + 4) * 0.085 * pace * about(r, 0.12), pause = 1.4 * about(r, 0.35);
    if (uk_voice_marks(r->texts[i]) && chance(r) < 0.7) {
        add_piece(r, seconds * 0.4, 0.3 * about(r, 0.3), i);
        seconds *= 0.6;
    }
    add_piece(r, seconds, pause, i);
}

static void cough(struct reading *r)
{
    add_piece(r, 0.35 * about(r, 0.2), 1.2 * about(r, 0.3), -1);
}

static bool is_right(const struct reading *r, const struct uk_match *m, long line)
{
    size_t last = MOST;
    for (size_t i = 0; i < r->count; i++)
        if (r->said[i] == line)
            last = i;
    if (last == MOST || m->count == 0)
        return last == MOST && m->count == 0;
    size_t first = last;
    while (first > 0 && r->said[first - 1] == line && r->pieces[first].from_s - r->pieces[first - 1].to_s < 0.7)
        first--;
    return m->first == first && m->first + m->count == last + 1;
}

/* Matches, and counts what is right, and what is wrong although it is said to be sure. */
static void judge(struct reading *r, struct uk_match *out, int *right, int *trusted, int *false_trust)
{
    struct uk_message m = {""};
    if (uk_voice_match(r->pieces, r->count, r->lines, LINES, out, &m))
        fail_msg("%s", m.text);
    for (long i = 0; i < LINES; i++) {
        bool good = is_right(r, &out[i], i), sure = out[i].sure >= 0.95;
        assert_true(out[i].sure >= 0 && out[i].sure <= 1.000001);
        *right += good;
        *trusted += sure && out[i].count;
        *false_trust += sure && out[i].count && !good;
    }
}

static void a_plain_reading_is_found_whole(void **state)
{
    static struct reading r;
    struct uk_match out[LINES];
    (void)state;
    for (unsigned seed = 1; seed <= 5; seed++) {
        int right = 0, trusted = 0, wrong = 0;
        write_script(&r, seed);
        for (long i = 0; i < LINES; i++)
            read_line(&r, i, 0.5 + 0.3 * seed); /* fast and slow readers */
        judge(&r, out, &right, &trusted, &wrong);
        print_message("%d right, %d trusted, %d of them wrong\n", right, trusted, wrong);
        assert_int_equal(right, LINES);
        assert_true(trusted >= 97);
        assert_int_equal(wrong, 0);
    }
}

static void coughs_and_repeats_shift_nothing(void **state)
{
    static struct reading r;
    struct uk_match out[LINES];
    int right = 0, trusted = 0, wrong = 0;
    (void)state;
    for (unsigned seed = 1; seed <= 20; seed++) {
        write_script(&r, seed);
        for (long i = 0; i < LINES; i++) {
            if (i % 33 == 7)
                continue; /* left out: three, or four with the last */
            if (i % 33 == 20)
                read_line(&r, i, 1);
            if (i % 50 == 40)
                cough(&r);
            read_line(&r, i, 1);
        }
        judge(&r, out, &right, &trusted, &wrong);
    }
    print_message("of 2000 %d right, %d trusted, %d of them wrong\n", right, trusted, wrong);
    assert_true(right >= 1900);
    assert_true(trusted >= 1500);
    assert_true(wrong <= 10);
}

static void a_part_of_the_script_is_found(void **state)
{
    static struct reading r;
    struct uk_match out[LINES];
    int right = 0, trusted = 0, wrong = 0;
    (void)state;
    for (unsigned seed = 1; seed <= 5; seed++) {
        write_script(&r, seed);
        for (long i = 0; i < 40; i++)
            read_line(&r, i, 1);
        judge(&r, out, &right, &trusted, &wrong);
    }
    print_message("of 500 %d right, %d trusted, %d of them wrong\n", right, trusted, wrong);
    assert_true(right >= 480);
    assert_true(wrong <= 2);
}

static void nothing_and_too_much(void **state)
{
    static struct reading r;
    struct uk_match out[LINES];
    struct uk_message m = {""};
    (void)state;
    write_script(&r, 1);
    assert_int_equal(uk_voice_match(r.pieces, 0, r.lines, LINES, out, &m), 0);
    for (int i = 0; i < LINES; i++)
        assert_int_equal(out[i].count, 0);
    read_line(&r, 3, 1);
    assert_int_equal(uk_voice_match(r.pieces, r.count, r.lines, 0, out, &m), 0);
    assert_int_equal(uk_voice_match(r.pieces, 1u << 20, r.lines, LINES, out, &m), UNKNOT_LIMIT);
    assert_contains(m.text, "cut both in parts");
}

static void letters_of_any_script_have_a_length(void **state)
{
    (void)state;
    assert_true(uk_voice_letters("Breathe out. [0.6]") == 10);
    assert_true(uk_voice_letters("Hold 30.") == 12);
    assert_true(uk_voice_letters("L\xc3\xb6se den Druck.") == 12);
    assert_true(uk_voice_letters("\xec\x88\xa8\xec\x9d\x84 \xeb\x82\xb4\xec\x89\xac\xec\x84\xb8\xec\x9a\x94.") == 6 * 2.5);
    assert_int_equal(uk_voice_marks("In."), 0);
    assert_int_equal(uk_voice_marks("In, and out... [0.6] Rest."), 2);
    assert_int_equal(uk_voice_marks("\"Is it?\" she asked. [1]"), 1);
    float hiss[UK_HISS_POINTS];
    uk_voice_hiss(hiss, "aaaaaaaassssaaaaaaaa");
    assert_true(hiss[UK_HISS_POINTS / 2] > 0.6 && hiss[1] < 0.1 && hiss[UK_HISS_POINTS - 2] < 0.1);
    uk_voice_hiss(hiss, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_reading_is_found_whole),
        cmocka_unit_test(coughs_and_repeats_shift_nothing),
        cmocka_unit_test(a_part_of_the_script_is_found),
        cmocka_unit_test(nothing_and_too_much),
        cmocka_unit_test(letters_of_any_script_have_a_length),
    };
    return RUN(tests);
}
