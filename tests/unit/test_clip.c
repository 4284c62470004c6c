#include "sounding.h"

static int16_t counting_sample(int64_t frame, int channel)
{
    return (int16_t)(channel ? -(frame % 30000) : frame % 30000);
}

static void test_refuses_what_cannot_be(void **state)
{
    (void)state;
    assert_null(uk_clip_create(UK_CLIP_FILE, "x", 0, 10));
    assert_null(uk_clip_create(UK_CLIP_FILE, "x", 3, 10));
    assert_null(uk_clip_create(UK_CLIP_FILE, "x", 1, -1));
    assert_null(uk_clip_create(UK_CLIP_FILE, "x", 1, INT64_MAX));
    uk_clip_destroy(NULL);
}

static void test_pieces(void **state)
{
    (void)state;
    struct uk_clip *c = uk_clip_create(UK_CLIP_PHRASE, "Breathe in.", 1, 2 * UK_PIECE_FRAMES + 5);
    assert_non_null(c);
    assert_string_equal(c->name, "Breathe in.");
    assert_int_equal(c->piece_count, 3);
    assert_int_equal(uk_clip_piece_frames(c, 0), UK_PIECE_FRAMES);
    assert_int_equal(uk_clip_piece_frames(c, 2), 5);
    assert_int_equal(uk_clip_piece_frames(c, 3), 0);
    assert_int_equal(uk_clip_piece_frames(c, -1), 0);
    assert_null(atomic_load(&c->pieces[1]));
    uk_clip_destroy(c);
    c = uk_clip_create(UK_CLIP_FILE, "exact", 2, UK_PIECE_FRAMES);
    assert_int_equal(c->piece_count, 1);
    assert_int_equal(uk_clip_piece_frames(c, 0), UK_PIECE_FRAMES);
    uk_clip_destroy(c);
    c = uk_clip_create(UK_CLIP_FILE, "empty", 2, 0);
    assert_int_equal(c->piece_count, 0);
    uk_clip_destroy(c);
}

static void test_reads_over_seams_and_ends(void **state)
{
    (void)state;
    for (int channels = 1; channels <= 2; channels++) {
        int64_t frames = 2 * UK_PIECE_FRAMES + 100,
                from[] = {-300, -256, 0, 77, UK_PIECE_FRAMES - 128, 2 * UK_PIECE_FRAMES - 1, frames - 10, frames + 5};
        struct uk_clip *c = clip_of(channels, frames, counting_sample);
        for (size_t i = 0; i < sizeof from / sizeof from[0]; i++) {
            float left[257], right[257];
            left[256] = right[256] = 9;
            assert_true(uk_clip_read(c, from[i], 256, left, channels == 2 ? right : NULL));
            for (int k = 0; k < 256; k++) {
                int64_t at = from[i] + k;
                bool inside = at >= 0 && at < frames;
                assert_true(left[k] == (inside ? (float)counting_sample(at, 0) / 32768 : 0));
                if (channels == 2)
                    assert_true(right[k] == (inside ? (float)counting_sample(at, 1) / 32768 : 0));
            }
            assert_true(left[256] == 9 && right[256] == 9);
        }
        uk_clip_destroy(c);
    }
}

static void test_a_missing_piece_is_silence_and_said(void **state)
{
    (void)state;
    struct uk_clip *c = clip_of(1, 2 * UK_PIECE_FRAMES, counting_sample);
    float left[256];
    free(atomic_exchange(&c->pieces[1], NULL));
    assert_true(uk_clip_read(c, UK_PIECE_FRAMES - 256, 256, left, NULL));
    assert_false(uk_clip_read(c, UK_PIECE_FRAMES - 100, 256, left, NULL));
    assert_true(left[99] != 0);
    for (int k = 100; k < 256; k++)
        assert_true(left[k] == 0);
    uk_clip_destroy(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refuses_what_cannot_be),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_reads_over_seams_and_ends),
        cmocka_unit_test(test_a_missing_piece_is_silence_and_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
