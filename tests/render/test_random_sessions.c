/* Random sessions over every shipped routine, through the engine: presses at random moments, jumps ahead. Each comes to an end, and its
 * journal gives again, bit for bit, what was heard. */
#include "studio.h"

#define SESSIONS 18
#define WINDOWS 40

static struct studio s;

static int set_up(void **state)
{
    (void)state;
    studio_init(&s);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    studio_finish(&s);
    return 0;
}

static double chance(void)
{
    return (double)rand() / RAND_MAX;
}

/* What was heard: the frames, and which of them. */
struct heard {
    float *frames;
    unsigned char *have;
    int64_t room;
};

static void listen(struct heard *h, int64_t at, size_t frames)
{
    if (at + (int64_t)frames > h->room)
        frames = at < h->room ? (size_t)(h->room - at) : 0;
    float block[2 * 4096];
    for (size_t done = 0; done < frames;) {
        size_t want = 1 + (size_t)(chance() * 4000), got;
        want = want < frames - done ? want : frames - done;
        assert_int_equal(unknot_prepare(s.u, at + (int64_t)done, (int64_t)want), UNKNOT_OK);
        got = unknot_read(s.u, block, want);
        memcpy(h->frames + (at + (int64_t)done) * 2, block, got * 2 * sizeof *block);
        memset(h->have + at + done, 1, got);
        done += got;
        if (got < want)
            return;
    }
}

static void press_something(void)
{
    static const char *const events[] = {"next", "again", "longer", "easier", "harder", "switch", "ready", "rate", "stop"};
    size_t which = (size_t)(chance() * (chance() < 0.9 ? 8 : 9)) % 9; /* a stop now and then */
    double value = which == 7 ? floor(chance() * 11) : 0;
    int status = unknot_press(s.u, events[which], value > 10 ? 10 : value);
    if (status != UNKNOT_OK && status != UNKNOT_BAD_ARGUMENT) /* over already */
        fail_msg("'%s' at %.2f s: %s", events[which], (double)unknot_tell(s.u) / 48000, unknot_message(s.u));
}

static void assert_replays(const struct heard *h, const char *routine, const struct unknot_param *params)
{
    char path[256];
    struct unknot *other;
    studio_write(&s, "session.journal", unknot_journal(s.u), strlen(unknot_journal(s.u)));
    studio_path(&s, "session.journal", path, sizeof path);
    assert_int_equal(unknot_open(&other, NULL), UNKNOT_OK);
    if (unknot_load(other, routine, params, 2) || unknot_load_journal(other, path))
        fail_msg("%s", unknot_message(other));
    int64_t n = unknot_length_frames(other);
    assert_int_equal(n, unknot_length_frames(s.u));
    for (int i = 0; i < WINDOWS; i++) {
        int64_t at = (int64_t)(chance() * (double)(n - 3000)), length = 1 + (int64_t)(chance() * 2900);
        float *again = studio_read(other, at, at + length, 1 + (size_t)(chance() * 600));
        for (int64_t k = 0; k < length; k++)
            if (at + k < h->room && h->have[at + k] && memcmp(again + 2 * k, h->frames + 2 * (at + k), 2 * sizeof *again))
                fail_msg("%s: frame %lld differs; the journal:\n%s", routine, (long long)(at + k), unknot_journal(other));
        free(again);
    }
    unknot_close(other);
}

static void play_one(int number, struct heard *h)
{
    static const char *const routines[] = {"upper-trapezius", "suboccipitals", "coherent-breathing"};
    char seed[16];
    const char *routine = routines[number % 3];
    snprintf(seed, sizeof seed, "%d", number);
    struct unknot_param params[] = {{"seed", seed}, {"mode", number % 2 ? "gentle" : "standard"}};
    if (strcmp(routine, "coherent-breathing") == 0)
        params[1] = (struct unknot_param){"minutes", "6"};
    if (unknot_load(s.u, routine, params, 2))
        fail_msg("%s", unknot_message(s.u));
    memset(h->have, 0, (size_t)h->room);
    for (int turn = 0; unknot_tell(s.u) < unknot_length_frames(s.u); turn++) {
        assert_true(turn < 2000);
        listen(h, unknot_tell(s.u), 1 + (size_t)(chance() * 48000 * 3));
        if (chance() < 0.3 && turn < 200) /* and then the listener lets it be */
            press_something();
        if (chance() < 0.6)
            unknot_seek(s.u, unknot_tell(s.u) + (int64_t)(chance() * 48000 * 20), UNKNOT_EXACT);
    }
    assert_true(unknot_length_frames(s.u) <= INT64_C(3600) * 48000 + 48000 * 10);
    assert_replays(h, routine, params);
}

static void test_random_sessions(void **state)
{
    (void)state;
    struct heard h = {.room = INT64_C(1800) * 48000};
    h.frames = malloc((size_t)h.room * 2 * sizeof *h.frames); /* touched only where something was heard */
    h.have = malloc((size_t)h.room);
    assert_true(h.frames && h.have);
    for (int i = 0; i < SESSIONS; i++) {
        srand((unsigned)i);
        play_one(i, &h);
    }
    free(h.frames);
    free(h.have);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_random_sessions)};
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
