/* A routine whose phrases nobody has said yet plays while they are said: the same bits as when all had been said before. */
#include "studio.h"

static struct studio s;
static struct unknot_player *player;

static int set_up(void **state)
{
    (void)state;
    studio_init(&s);
    studio_speak(&s, "flite"); /* the voice that comes with unknot has said all already */
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    studio_finish(&s);
    return 0;
}

#define BLOCK 480
#define FADE 2400

/* What was read of a routine while it was being made. */
struct heard {
    float *frames;
    bool *whole; /* by frame: read at its full volume */
    int64_t length, waits;
};

static void open_player(void)
{
    struct unknot_player_options options;
    unknot_player_options_init(&options);
    options.sink = "null";
    if (unknot_player_open(&player, s.u, &options)) /* it is not started: this test reads in its place */
        fail_msg("%s", unknot_message(s.u));
}

static void faded(struct heard *h, int64_t from, int64_t to)
{
    for (int64_t i = from < 0 ? 0 : from; i < to; i++)
        h->whole[i] = false;
}

static struct heard hear_all(const char *press, int64_t press_at)
{
    struct heard h = {0};
    int64_t room = 48000 * 900, since = FADE; /* frames that were read since the last wait */
    h.frames = calloc((size_t)room * 2, sizeof *h.frames);
    h.whole = calloc((size_t)room, sizeof *h.whole);
    for (size_t got = BLOCK; got == BLOCK;) {
        float block[2 * BLOCK];
        int64_t at = unknot_tell(s.u);
        if (press && at >= press_at) {
            assert_int_equal(unknot_press(s.u, press, 0), UNKNOT_OK);
            press = NULL;
        }
        assert_int_equal(unknot_prepare(s.u, at, BLOCK), UNKNOT_OK);
        got = unknot_read(s.u, block, BLOCK);
        int64_t moved = unknot_tell(s.u) - at;
        assert_true(at + moved < room);
        memcpy(h.frames + 2 * at, block, (size_t)moved * sizeof(float) * 2);
        memset(h.whole + at, since >= FADE, (size_t)moved);
        since += moved;
        if (moved < BLOCK && got == BLOCK) { /* it waits: the fade out ended here */
            faded(&h, at + moved - FADE, at + moved);
            h.waits += since != 0;
            since = 0;
            assert_int_equal(unknot_player_work(player, 0.002), UNKNOT_PLAYER_PLAYING);
        } else if (at % 4800 < BLOCK) {
            unknot_player_work(player, 0);
        }
    }
    h.length = unknot_tell(s.u);
    return h;
}

static void forget(struct heard *h)
{
    free(h->frames);
    free(h->whole);
}

/* Every frame that was read at full volume has the bits of the plan in which all is known. */
static void compare(const struct heard *h, int64_t length)
{
    int64_t compared = 0;
    float *whole = studio_read(s.u, 0, length, 4096);
    assert_int_equal(h->length, length);
    for (int64_t i = 0; i < length; i++) {
        compared += h->whole[i];
        if (h->whole[i] && memcmp(whole + 2 * i, h->frames + 2 * i, 2 * sizeof(float)))
            fail_msg("frame %lld differs", (long long)i);
    }
    print_message("%.1f of %.1f s compared, waited %lld times\n", (double)compared / 48000, (double)length / 48000, (long long)h->waits);
    assert_true(compared > length * 9 / 10);
    free(whole);
}

static void forty_new_phrases_are_said_while_it_plays(void **state)
{
    (void)state;
    if (unknot_load_soon(s.u, "upper-trapezius", NULL, 0))
        fail_msg("%s", unknot_message(s.u));
    assert_true(unknot_phrases_left(s.u) >= 40);
    open_player();
    struct heard h = hear_all(NULL, 0);
    assert_true(h.waits > 0);
    for (int i = 0; i < 1000 && unknot_phrases_left(s.u) > 0; i++) /* of answers that nobody asked for */
        usleep(10000);
    assert_int_equal(unknot_phrases_left(s.u), 0);
    unknot_player_close(player);
    assert_int_equal(unknot_load(s.u, "upper-trapezius", NULL, 0), UNKNOT_OK);
    compare(&h, unknot_length_frames(s.u));
    forget(&h);
}

static void a_press_is_heard_while_phrases_are_said(void **state)
{
    (void)state;
    struct unknot_param gentle = {"mode", "gentle"};
    if (unknot_load_soon(s.u, "suboccipitals", &gentle, 1))
        fail_msg("%s", unknot_message(s.u));
    open_player();
    struct heard h = hear_all("longer", 48000 * 6);
    char path[256];
    studio_path(&s, "journal", path, sizeof path);
    const char *journal = unknot_journal(s.u);
    studio_write(&s, "journal", journal, strlen(journal));
    unknot_player_close(player);
    assert_int_equal(unknot_load(s.u, "suboccipitals", &gentle, 1), UNKNOT_OK);
    assert_int_equal(unknot_load_journal(s.u, path), UNKNOT_OK);
    compare(&h, unknot_length_frames(s.u));
    forget(&h);
}

static void what_was_said_before_is_ready_at_once(void **state)
{
    (void)state;
    assert_int_equal(unknot_load_soon(s.u, "upper-trapezius", NULL, 0), UNKNOT_OK);
    assert_int_equal(unknot_phrases_left(s.u), 0);
    int64_t length = unknot_length_frames(s.u);
    assert_int_equal(unknot_load(s.u, "upper-trapezius", NULL, 0), UNKNOT_OK);
    assert_int_equal(unknot_length_frames(s.u), length);
}

static void closing_waits_for_no_voice(void **state)
{
    (void)state;
    assert_int_equal(unknot_load_soon(s.u, "coherent-breathing", NULL, 0), UNKNOT_OK);
    studio_speak(&s, "flite");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_new_phrases_are_said_while_it_plays),
        cmocka_unit_test(what_was_said_before_is_ready_at_once),
        cmocka_unit_test(a_press_is_heard_while_phrases_are_said),
        cmocka_unit_test(closing_waits_for_no_voice),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
