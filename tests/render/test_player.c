/* The player with real sinks: what comes out is what the engine reads, and it ends when and how it should. */
#include "studio.h"

#include <poll.h>
#include <time.h>

static struct studio s;

static const char routine[] = "return { title = 'Ten', play = function()\n"
                              "  bed { kind = 'noise', db = -40 }\n"
                              "  mark 'First'\n"
                              "  tone { kind = 'sine', hz = 300, seconds = 1, db = -20 }\n"
                              "  local event = listen { seconds = 4, 'longer' }\n"
                              "  mark 'Second'\n"
                              "  bell { hz = 400 }\n"
                              "  wait(event and 5 or 1)\n"
                              "end }";

static struct unknot_player *player(const char *sink, const char *target, int realtime)
{
    struct unknot_player_options o;
    struct unknot_player *p;
    unknot_player_options_init(&o);
    o.sink = sink;
    o.target = target;
    o.realtime = realtime;
    if (unknot_player_open(&p, s.u, &o) != UNKNOT_OK)
        fail_msg("%s", unknot_message(s.u));
    return p;
}

/* [from, to) as 16 bits. The caller frees it. */
static int16_t *quantized(int64_t from, int64_t to)
{
    float *sound = studio_read(s.u, from, to, 1000);
    int16_t *out = malloc((size_t)(to - from) * 2 * sizeof *out);
    unknot_quantize(sound, out, from, (size_t)(to - from));
    free(sound);
    return out;
}

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void test_to_the_end(void **state)
{
    (void)state;
    assert_loads(&s, "ten", routine);
    struct unknot_player *p = player("null", "fast", 0);
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    assert_int_equal(unknot_player_start(p), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(unknot_player_wait(p, 20), UNKNOT_PLAYER_ENDED);
    assert_int_equal(unknot_player_heard(p), unknot_length_frames(s.u));
    assert_string_equal(unknot_player_message(p), "");
    unknot_player_close(p);
}

static void test_file_is_what_is_read(void **state)
{
    (void)state;
    char path[256];
    assert_loads(&s, "ten", routine);
    studio_path(&s, "out.wav", path, sizeof path);
    struct unknot_player *p = player("file", path, 0);
    assert_int_equal(access(path, F_OK), -1); /* gets its name when it is whole */
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    assert_int_equal(unknot_player_wait(p, 20), UNKNOT_PLAYER_ENDED);
    unknot_player_close(p);

    int64_t n = unknot_length_frames(s.u);
    int16_t *expected = quantized(0, n), *stored = malloc((size_t)n * 4);
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char header[12], chunk[8];
    assert_int_equal(fread(header, 1, 12, f), 12);
    uint32_t size = 0;
    while (fread(chunk, 1, 8, f) == 8) {
        memcpy(&size, chunk + 4, 4);
        if (memcmp(chunk, "data", 4) == 0)
            break;
        fseek(f, (long)(size + (size & 1)), SEEK_CUR);
    }
    assert_int_equal(size, n * 4);
    assert_int_equal(fread(stored, 4, (size_t)n, f), n);
    fclose(f);
    assert_memory_equal(stored, expected, (size_t)n * 4);
    free(expected);
    free(stored);
}

static void test_unfinished_file_is_not_kept(void **state)
{
    (void)state;
    char path[256], part[300];
    assert_loads(&s, "ten", routine);
    studio_path(&s, "gone.flac", path, sizeof path);
    snprintf(part, sizeof part, "%s.part", path);
    struct unknot_player *p = player("file", path, 0);
    unknot_player_close(p);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(access(part, F_OK), -1);
}

static void test_sinks_that_fail(void **state)
{
    (void)state;
    struct unknot_player_options o;
    struct unknot_player *p;
    assert_loads(&s, "ten", routine);
    unknot_player_options_init(&o);
    o.sink = "nul";
    assert_int_equal(unknot_player_open(&p, s.u, &o), UNKNOT_NOT_FOUND);
    assert_contains(unknot_message(s.u), "did you mean 'null'?");
    o.sink = "file";
    o.target = "/nowhere/out.wav";
    assert_int_not_equal(unknot_player_open(&p, s.u, &o), UNKNOT_OK);
    assert_contains(unknot_message(s.u), "/nowhere");
    p = player("null", "fast,lost", 1);
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    assert_int_equal(unknot_player_wait(p, 20), UNKNOT_PLAYER_FAILED);
    assert_true(strlen(unknot_player_message(p)) > 10);
    unknot_player_close(p);
}

static void test_stop_in_real_time(void **state)
{
    (void)state;
    assert_loads(&s, "ten", routine);
    struct unknot_player *p = player("null", "", 1);
    double start = now_s();
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    while (unknot_player_heard(p) < 4800 && now_s() - start < 10)
        unknot_player_wait(p, 0.005);
    assert_true(unknot_player_heard(p) >= 4800);
    assert_true(now_s() - start >= 0.1); /* in real time */
    double stop = now_s();
    unknot_player_stop(p);
    assert_int_equal(unknot_player_state(p), UNKNOT_PLAYER_ENDED);
    assert_true(now_s() - stop < 2);
    unknot_player_close(p);
    assert_false(unknot_paused(s.u));
}

/* A live session through a pipe: the reader of the pipe is the clock. What was heard is what the journal gives again. */
static void test_live_equals_replay(void **state)
{
    (void)state;
    int ends[2], out = dup(1);
    assert_loads(&s, "ten", routine);
    assert_int_equal(pipe(ends), 0);
    fflush(stdout);
    dup2(ends[1], 1);
    close(ends[1]);
    struct unknot_player *p = player("pipe", "raw", 1);
    fflush(stdout);
    dup2(out, 1);
    close(out);
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);

    size_t room = 48000 * 4 * 60, got = 0, pressed_at = 0;
    unsigned char *heard = malloc(room);
    struct pollfd readable = {.fd = ends[0], .events = POLLIN};
    while (got < room) {
        bool playing = unknot_player_state(p) == UNKNOT_PLAYER_PLAYING; /* asked before: what came until then is in the pipe */
        ssize_t n = poll(&readable, 1, 20) > 0 ? read(ends[0], heard + got, 4096) : 0;
        got += n > 0 ? (size_t)n : 0;
        if (n <= 0 && !playing)
            break;
        if (!pressed_at && got > 48000 * 4 * 2) {
            pressed_at = got;
            if (unknot_press(s.u, "longer", 0) != UNKNOT_OK)
                fail_msg("%s", unknot_message(s.u));
        }
    }
    assert_int_equal(unknot_player_wait(p, 5), UNKNOT_PLAYER_ENDED);
    unknot_player_close(p);
    close(ends[0]);
    int64_t n = unknot_length_frames(s.u);
    assert_int_equal(got, n * 4);
    int16_t *replayed = quantized(0, n);
    for (int64_t i = 0; i < n; i++)
        if (memcmp(heard + i * 4, replayed + i * 2, 4))
            fail_msg("frame %lld of %lld differs, pressed at %zu", (long long)i, (long long)n, pressed_at / 4);
    free(replayed);
    free(heard);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_to_the_end),        cmocka_unit_test(test_file_is_what_is_read),
        cmocka_unit_test(test_unfinished_file_is_not_kept), cmocka_unit_test(test_sinks_that_fail),
        cmocka_unit_test(test_stop_in_real_time), cmocka_unit_test(test_live_equals_replay),
    };
    return RUN_IN(s, tests);
}
