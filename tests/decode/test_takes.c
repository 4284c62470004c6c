/* Recordings of a reader: where something is said in them, and what is cut out, whatever the recorder did. */
#include "decode/takes.h"

#include "decode/segments.h"

#include "fixture.h"

#include <math.h>
#include <sys/stat.h>

#define RATE UK_TAKE_RATE
#define PI 3.14159265358979323846

/* A sound that is made up piece by piece. */
struct tape {
    float *x;
    size_t n;
    uint32_t rate, state;
};

static struct tape *tape(uint32_t rate)
{
    struct tape *t = calloc(1, sizeof *t);
    t->x = calloc((size_t)rate * 100, sizeof *t->x);
    t->rate = rate;
    t->state = 1;
    return t;
}

static float noise(struct tape *t)
{
    t->state = t->state * 1664525 + 1013904223;
    return (float)(int32_t)t->state / 2147483648.0f;
}

static void rest(struct tape *t, double seconds)
{
    t->n += (size_t)(seconds * t->rate);
}

/* Tones of a voice, swelling four times a second. */
static void speak(struct tape *t, double seconds, double level)
{
    size_t n = (size_t)(seconds * t->rate);
    for (size_t i = 0; i < n; i++) {
        double s = (double)i / t->rate, v = 0;
        for (int k = 1; k <= 12; k++)
            v += sin(2 * PI * 140 * k * s + k * k) / k;
        t->x[t->n++] = (float)(level * v / 2 * (0.7 + 0.3 * cos(2 * PI * 4 * s)));
    }
}

static void hiss(struct tape *t, double seconds, double level)
{
    float last = 0;
    for (size_t n = (size_t)(seconds * t->rate); n > 0; n--) {
        float v = noise(t);
        t->x[t->n++] = (float)level * (v - last);
        last = v;
    }
}

/* White noise of that level over [from, to) seconds. */
static void room(struct tape *t, double db, double from, double to)
{
    float most = (float)(pow(10, db / 20) * sqrt(3));
    for (size_t i = (size_t)(from * t->rate); i < t->n && i < (size_t)(to * t->rate); i++)
        t->x[i] += most * noise(t);
}

static void put(unsigned char **p, uint32_t v, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *(*p)++ = (unsigned char)(v >> 8 * i);
}

/* As floats, the same in each channel. The tape is given back. */
static const char *save(struct fixture *f, const char *name, struct tape *t, int channels)
{
    size_t bytes = t->n * (size_t)channels * 4;
    unsigned char *all = malloc(bytes + 44), *p = all;
    memcpy(p, "RIFF", 4), p += 4;
    put(&p, (uint32_t)bytes + 36, 4);
    memcpy(p, "WAVEfmt ", 8), p += 8;
    put(&p, 16, 4);
    put(&p, 3, 2);
    put(&p, (uint32_t)channels, 2);
    put(&p, t->rate, 4);
    put(&p, t->rate * 4 * (uint32_t)channels, 4);
    put(&p, 4 * (uint32_t)channels, 2);
    put(&p, 32, 2);
    memcpy(p, "data", 4), p += 4;
    put(&p, (uint32_t)bytes, 4);
    for (size_t i = 0; i < t->n; i++)
        for (int c = 0; c < channels; c++, p += 4)
            memcpy(p, &t->x[i], 4);
    const char *path = fixture_file(f, name, all, bytes + 44);
    free(all);
    free(t->x);
    free(t);
    return path;
}

static struct uk_survey listen(const char *path)
{
    struct uk_workshop w = {0};
    struct uk_survey s;
    struct uk_message m = {""};
    if (uk_take_survey(&w, path, &s, &m))
        fail_msg("%s", m.text);
    return s;
}

static void expect(const struct uk_survey *s, const double *times, size_t count)
{
    for (size_t i = 0; i < s->count; i++)
        print_message("%.2f to %.2f, noise %.0f dB\n", (double)s->pieces[i].from / RATE, (double)s->pieces[i].to / RATE, s->pieces[i].noise_db);
    assert_int_equal(s->count, count);
    for (size_t i = 0; i < count; i++) {
        assert_true(fabs((double)s->pieces[i].from / RATE - times[2 * i]) < 0.03);
        assert_true(fabs((double)s->pieces[i].to / RATE - times[2 * i + 1]) < 0.05);
    }
}

/* ---- where something is said ---- */

static void finds_what_is_said_at_any_rate(void **state)
{
    static const uint32_t rates[] = {8000, 24000, 44100, 48000, 384000};
    static const double times[] = {1, 2.5, 3.5, 4.2, 5.4, 7};
    for (size_t i = 0; i < 5; i++)
        for (int channels = 1; channels <= 8; channels = channels * 4) {
            if (rates[i] > 48000 && channels > 1)
                continue;
            struct tape *t = tape(rates[i]);
            rest(t, 1), speak(t, 1.5, 0.3), rest(t, 1), speak(t, 0.7, 0.2), rest(t, 1.2), speak(t, 1.6, 0.3), rest(t, 1);
            room(t, -65, 0, 99);
            struct uk_survey s = listen(save(*state, "take.wav", t, channels));
            expect(&s, times, 3);
            assert_int_equal(s.frames, 8 * RATE);
            uk_survey_finish(&s);
        }
}

static void tells_the_noise_of_the_room(void **state)
{
    static const double times[] = {1, 2.5, 3.5, 4.2};
    for (double db = -75; db <= -35; db += 10) {
        struct tape *t = tape(RATE);
        rest(t, 1), speak(t, 1.5, 0.3), rest(t, 1), speak(t, 0.7, 0.3), rest(t, 1);
        room(t, db, 0, 99);
        struct uk_survey s = listen(save(*state, "take.wav", t, 1));
        expect(&s, times, 2);
        for (size_t i = 0; i < 2; i++)
            assert_true(fabs(s.pieces[i].noise_db - db) < 2);
        uk_survey_finish(&s);
    }
    struct tape *t = tape(RATE);
    speak(t, 2, 0.3);
    struct uk_survey s = listen(save(*state, "take.wav", t, 1));
    assert_int_equal(s.count, 1);
    assert_true(s.pieces[0].noise_db <= UK_UNKNOWN_DB);
    uk_survey_finish(&s);
}

static void noise_may_come_and_go(void **state)
{
    struct tape *t = tape(RATE);
    for (int i = 0; i < 30; i++)
        rest(t, 1.5), speak(t, 1.5, 0.3);
    rest(t, 1);
    room(t, -70, 0, 45);
    room(t, -42, 45, 99); /* somebody switches a fan on */
    struct uk_survey s = listen(save(*state, "take.wav", t, 1));
    assert_int_equal(s.count, 30);
    assert_true(s.pieces[5].noise_db < -67 && s.pieces[25].noise_db > -45);
    uk_survey_finish(&s);
}

static void finds_nothing_where_nothing_is_said(void **state)
{
    struct tape *t = tape(RATE);
    rest(t, 10);
    struct uk_survey s = listen(save(*state, "silent.wav", t, 1));
    assert_int_equal(s.count, 0);
    uk_survey_finish(&s);
    t = tape(RATE);
    rest(t, 10), room(t, -40, 0, 99);
    s = listen(save(*state, "fan.wav", t, 1));
    assert_int_equal(s.count, 0);
    uk_survey_finish(&s);
    t = tape(RATE);
    rest(t, 0.001);
    s = listen(save(*state, "short.wav", t, 1));
    assert_int_equal(s.count, 0);
    uk_survey_finish(&s);
}

static void hears_an_s(void **state)
{
    struct tape *t = tape(48000);
    rest(t, 1), speak(t, 0.5, 0.3), hiss(t, 0.2, 0.1), speak(t, 0.5, 0.3), rest(t, 1);
    room(t, -70, 0, 99);
    struct uk_survey s = listen(save(*state, "s.wav", t, 1));
    assert_int_equal(s.count, 1);
    int right = 0;
    for (size_t i = 0; i < s.pieces[0].hiss_count; i++)
        right += s.pieces[0].hiss[i] == (i >= 50 && i < 70);
    assert_true(right >= (int)s.pieces[0].hiss_count - 6);
    uk_survey_finish(&s);
}

static void counts_what_is_cut_off(void **state)
{
    struct tape *t = tape(48000);
    rest(t, 1), speak(t, 1, 0.3), rest(t, 1), speak(t, 1, 3), rest(t, 1), speak(t, 1, 0.3), rest(t, 1);
    struct uk_survey s = listen(save(*state, "clipped.wav", t, 2));
    assert_int_equal(s.count, 3);
    assert_int_equal(s.pieces[0].clipped, 0);
    assert_true(s.pieces[1].clipped > 1000);
    assert_int_equal(s.pieces[2].clipped, 0);
    uk_survey_finish(&s);
    /* crests that just reach full scale are whole */
    t = tape(48000);
    rest(t, 1);
    for (int i = 0; i < 48000; i++)
        t->x[t->n++] = (float)sin(2 * PI * 200 * i / 48000);
    rest(t, 1);
    s = listen(save(*state, "full.wav", t, 1));
    assert_int_equal(s.count, 1);
    assert_int_equal(s.pieces[0].clipped, 0);
    uk_survey_finish(&s);
}

static void strange_numbers_are_tamed(void **state)
{
    struct tape *t = tape(48000);
    rest(t, 1), speak(t, 1, 0.3), rest(t, 1), speak(t, 1, 0.3), rest(t, 1);
    t->x[72000] = NAN, t->x[73000] = INFINITY, t->x[73001] = -INFINITY, t->x[74000] = 3.4e38f, t->x[75000] = 100;
    struct uk_survey s = listen(save(*state, "strange.wav", t, 1));
    assert_int_equal(s.count, 2);
    assert_true(s.pieces[0].noise_db < -60 && s.pieces[1].noise_db < -60);
    uk_survey_finish(&s);
}

/* ---- cutting ---- */

static void cuts_are_whole_and_at_their_level(void **state)
{
    struct fixture *f = *state;
    struct tape *t = tape(44100);
    rest(t, 1), speak(t, 1.5, 0.03), rest(t, 1), speak(t, 0.3, 0.9), rest(t, 1), speak(t, 2, 0.1), rest(t, 0.2);
    const char *take = save(f, "take.wav", t, 2);
    static const double times[] = {1, 1.5, 3.5, 0.3, 4.8, 2};
    struct uk_workshop w = {0};
    char paths[3][200];
    struct uk_cut cuts[3] = {{0}};
    for (int i = 0; i < 3; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%d.flac", f->folder, i);
        cuts[i] = (struct uk_cut){.from = (int64_t)((times[2 * i] - 0.2) * RATE), .to = (int64_t)((times[2 * i] + times[2 * i + 1] + 0.4) * RATE),
                                  .path = ""};
    }
    if (uk_take_cut(&w, take, cuts, 3, &f->m))
        fail_msg("%s", f->m.text);
    for (int i = 0; i < 3; i++) {
        cuts[i].gain_db = -19 - cuts[i].lufs;
        cuts[i].path = paths[i];
    }
    int64_t measured[] = {cuts[0].frames, cuts[1].frames, cuts[2].frames};
    if (uk_take_cut(&w, take, cuts, 3, &f->m))
        fail_msg("%s", f->m.text);
    for (int i = 0; i < 3; i++) {
        int64_t frames;
        int channels;
        print_message("%.2f s, %.1f LUFS, %.1f dBTP\n", (double)cuts[i].frames / RATE, cuts[i].lufs, cuts[i].peak_dbtp);
        assert_int_equal(cuts[i].frames, measured[i]);
        double seconds = (double)cuts[i].frames / RATE;
        assert_true(seconds > times[2 * i + 1] - 0.02 && seconds < times[2 * i + 1] + 0.2);
        assert_true(fabs(cuts[i].lufs - -19) < 0.5);
        assert_true(cuts[i].peak_dbtp <= -3);
        fixture_restart(f, f->cache, RATE);
        free(fixture_load(f, UK_CLIP_FILE, paths[i], 32768, &frames, &channels));
        assert_int_equal(frames, cuts[i].frames);
        assert_int_equal(channels, 1);
    }
}

static void cuts_may_overlap_and_reach_beyond_the_end(void **state)
{
    struct fixture *f = *state;
    struct tape *t = tape(RATE);
    rest(t, 0.5), speak(t, 3, 0.1);
    const char *take = save(f, "take.wav", t, 1);
    struct uk_workshop w = {0};
    struct uk_cut cuts[] = {{.from = RATE, .to = 3 * RATE, .path = ""}, {.from = 2 * RATE, .to = 5 * RATE / 2, .path = ""}, {.from = 3 * RATE, .to = 9 * RATE, .path = ""}};
    assert_int_equal(uk_take_cut(&w, take, cuts, 3, &f->m), 0);
    assert_true(llabs(cuts[0].frames - 2 * RATE) < 500);
    assert_true(llabs(cuts[1].frames - RATE / 2) < 500);
    assert_true(cuts[2].frames >= RATE / 2 && cuts[2].frames < RATE);
    struct uk_cut far = {.from = 20 * RATE, .to = 21 * RATE, .path = ""};
    assert_int_equal(uk_take_cut(&w, take, &far, 1, &f->m), UNKNOT_BAD_ARGUMENT);
    assert_non_null(strstr(f->m.text, "is over at 3.5 s"));
    struct uk_cut back[] = {{.from = 2 * RATE, .to = 3 * RATE, .path = ""}, {.from = RATE, .to = 2 * RATE, .path = ""}};
    assert_int_equal(uk_take_cut(&w, take, back, 2, &f->m), UNKNOT_BAD_ARGUMENT);
    struct uk_cut hour = {.from = 0, .to = (int64_t)3600 * RATE, .path = ""};
    assert_int_equal(uk_take_cut(&w, take, &hour, 1, &f->m), UNKNOT_LIMIT);
    struct uk_cut silence = {.from = 0, .to = RATE / 4, .path = ""};
    assert_int_equal(uk_take_cut(&w, take, &silence, 1, &f->m), 0);
    assert_int_equal(silence.frames, 0);
}

/* ---- through the helper program, as the engine asks ---- */

static void the_helper_answers_the_same(void **state)
{
    struct fixture *f = *state;
    struct tape *t = tape(48000);
    rest(t, 1), speak(t, 1, 0.1), hiss(t, 0.1, 0.1), rest(t, 1), speak(t, 1, 0.1), rest(t, 1);
    const char *take = save(f, "take.wav", t, 1);
    struct uk_survey s = listen(take);
    struct uk_take_piece *pieces;
    size_t count;
    int64_t frames;
    assert_int_equal(uk_decoder_survey(f->decoder, take, &pieces, &count, &frames, &f->m), 0);
    assert_int_equal(count, s.count);
    assert_int_equal(frames, s.frames);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pieces[i].from, s.pieces[i].from);
        assert_int_equal(pieces[i].to, s.pieces[i].to);
        assert_int_equal(pieces[i].hiss_count, s.pieces[i].hiss_count);
        assert_memory_equal(pieces[i].hiss, s.pieces[i].hiss, pieces[i].hiss_count);
    }
    free(pieces);
    uk_survey_finish(&s);
    struct uk_cut *cuts = calloc(1200, sizeof *cuts); /* more than go into one request */
    for (int i = 0; i < 1200; i++)
        cuts[i] = (struct uk_cut){.from = RATE / 2 + i, .to = RATE * 5 / 2, .path = ""};
    assert_int_equal(uk_decoder_cut(f->decoder, take, cuts, 1200, &f->m), 0);
    for (int i = 0; i < 1200; i++)
        assert_true(cuts[i].frames > RATE && cuts[i].frames < 2 * RATE);
    free(cuts);
}

static void refuse(struct fixture *f, const char *path, const char *sentence)
{
    struct uk_take_piece *pieces;
    size_t count;
    int64_t frames;
    struct uk_cut cut = {.from = 0, .to = RATE, .path = ""};
    assert_true(uk_decoder_survey(f->decoder, path, &pieces, &count, &frames, &f->m) < 0);
    assert_null(pieces);
    print_message("%s\n", f->m.text);
    if (!strstr(f->m.text, sentence) || !strstr(f->m.text, uk_path_name(path)))
        fail_msg("%s", f->m.text);
    assert_true(uk_decoder_cut(f->decoder, path, &cut, 1, &f->m) < 0);
}

static void names_what_cannot_be_listened_to(void **state)
{
    struct fixture *f = *state;
    static const unsigned char list[] = "RIFF\x36\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x80\xbb\0\0\0\x77\1\0\2\0\x10\0LIST\x12\0\0\0INFOIART\xf8\xff\xff\xff" "abcdef";
    assert_int_equal(mkfifo(fixture_path(f, "pipe.wav"), 0600), 0);
    refuse(f, fixture_path(f, "pipe.wav"), "a pipe or a device");
    refuse(f, f->folder, "is a folder");
    refuse(f, fixture_path(f, "nothing.wav"), "there is no file");
    refuse(f, fixture_file(f, "empty.wav", "", 0), "is empty");
    refuse(f, fixture_file(f, "list.wav", list, sizeof list - 1), "is damaged");
    refuse(f, fixture_file(f, "2 - take.m4a", "\0\0\0 ftypM4A \0\0\0\0", 16), "M4A file: save it as WAV");
    refuse(f, fixture_file(f, "notes.wav", "say it slowly\n", 14), "a text");
    struct tape *t = tape(RATE);
    speak(t, 3, 0.1);
    const char *whole = save(f, "whole.wav", t, 1);
    assert_int_equal(truncate(whole, 100000), 0);
    refuse(f, whole, "is cut");
    if (geteuid() != 0) {
        t = tape(RATE);
        speak(t, 1, 0.1);
        const char *locked = save(f, "locked.wav", t, 1);
        assert_int_equal(chmod(locked, 0), 0);
        refuse(f, locked, "may not be read by you");
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_init, fixture_finish)
    const struct CMUnitTest tests[] = {
        TEST(finds_what_is_said_at_any_rate),
        TEST(tells_the_noise_of_the_room),
        TEST(noise_may_come_and_go),
        TEST(finds_nothing_where_nothing_is_said),
        TEST(hears_an_s),
        TEST(counts_what_is_cut_off),
        TEST(strange_numbers_are_tamed),
        TEST(cuts_are_whole_and_at_their_level),
        TEST(cuts_may_overlap_and_reach_beyond_the_end),
        TEST(the_helper_answers_the_same),
        TEST(names_what_cannot_be_listened_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
