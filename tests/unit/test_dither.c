#include "sounding.h"

#include "sound/dither.h"

#define FRAMES 100000

static float in[2 * FRAMES];
static int16_t out[2 * FRAMES], other[2 * FRAMES];

static void test_silence_stays_silence(void **state)
{
    (void)state;
    memset(in, 0, sizeof in);
    in[7] = -0.0f;
    uk_dither(in, out, 12345, FRAMES);
    for (int i = 0; i < 2 * FRAMES; i++)
        assert_int_equal(out[i], 0);
}

static void test_error_is_triangular_and_centred(void **state)
{
    (void)state;
    double values[] = {0.25, 0.1234567, -0.3000021, 1e-5};
    for (int v = 0; v < 4; v++) {
        double sum = 0, square = 0, alike = 0;
        for (int i = 0; i < 2 * FRAMES; i++)
            in[i] = (float)values[v];
        uk_dither(in, out, 0, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            double want = (double)in[0] * 32768, l = out[2 * i] - want, r = out[2 * i + 1] - want;
            assert_true(fabs(l) <= 1.51 && fabs(r) <= 1.51);
            sum += l + r;
            square += l * l + r * r;
            alike += l * r;
        }
        /* dither of variance 1/6 and rounding of 1/12 make 1/4, whatever the value */
        assert_true(fabs(sum / (2 * FRAMES)) < 0.01);
        assert_true(fabs(square / (2 * FRAMES) - 0.25) < 0.01);
        assert_true(fabs(alike / FRAMES) < 0.01);
    }
}

static void test_clamps(void **state)
{
    (void)state;
    float loud[] = {1, 2, -1, -2, 1e30f, -1e30f, INFINITY, -INFINITY};
    uk_dither(loud, out, 0, 4);
    for (int i = 0; i < 8; i++)
        assert_true(loud[i] > 0 ? out[i] >= 32766 : out[i] <= -32766);
    assert_int_equal(out[4], 32767);
    assert_int_equal(out[5], -32768);
}

static void test_same_place_same_bits(void **state)
{
    (void)state;
    int64_t starts[] = {0, 1000003, (INT64_C(1) << 31) - 5000, (INT64_C(1) << 32) - 777};
    for (int i = 0; i < 2 * FRAMES; i++)
        in[i] = 0.3f * (float)sin(i * 0.01) + 1e-4f;
    for (int s = 0; s < 4; s++) {
        uk_dither(in, out, starts[s], FRAMES);
        for (int at = 0, n = 1; at < FRAMES; at += n, n = n * 7 % 1000 + 1) {
            n = n < FRAMES - at ? n : FRAMES - at;
            uk_dither(in + 2 * at, other + 2 * at, starts[s] + at, (size_t)n);
        }
        assert_memory_equal(out, other, sizeof out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_silence_stays_silence),
        cmocka_unit_test(test_error_is_triangular_and_centred),
        cmocka_unit_test(test_clamps),
        cmocka_unit_test(test_same_place_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
