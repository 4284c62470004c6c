#include "sounding.h"

static void test_sine_is_the_sine(void **state)
{
    (void)state;
    uint64_t random = 1;
    for (int i = 0; i < 100000; i++) {
        uint64_t phase = random_next(&random);
        double x = (double)(int64_t)phase / 18446744073709551616.0 * 2 * PI;
        assert_true(fabs(uk_sin(phase) - sin(x)) < 2e-15);
        assert_true(fabs(uk_cos(phase) - cos(x)) < 2e-15);
    }
    assert_true(uk_sin(0) == 0);
    assert_true(uk_cos(0) == 1);
    assert_true(fabs(uk_cos(UINT64_C(1) << 62)) < 1e-15);
}

static void test_exponential_and_decibels(void **state)
{
    (void)state;
    for (double x = -650; x < 650; x += 0.37)
        assert_true(fabs(uk_exp(x) / exp(x) - 1) < 1e-14);
    assert_true(uk_exp(0) == 1);
    assert_true(uk_exp(-1e9) == 0);
    assert_true(isfinite(uk_exp(1e9)));
    assert_true(isnan(uk_exp(NAN)));
    for (double db = -120; db <= 12; db += 0.5)
        assert_true(fabs(uk_gain_from_db(db) / pow(10, db / 20) - 1) < 1e-13);
}

static void test_phase_is_exact_for_30_hours(void **state)
{
    (void)state;
    /* 750 Hz at 48,000 is 64 frames a turn: after any number of frames the phase is known */
    uint64_t step = uk_phase_step(750, 48000);
    assert_true(step == UINT64_C(1) << 58);
    assert_true(step * (uint64_t)INT64_C(5184000000) == 0);
    assert_true(uk_phase_step(-750, 48000) == -step);
    assert_true(uk_phase_step(NAN, 48000) == 0);
    assert_true(uk_phase_step(48000, 48000) == 0);
}

static void test_raised_cosine(void **state)
{
    (void)state;
    float last = 0;
    for (int i = 0; i <= 10000; i++) {
        float t = (float)i / 10000, g = uk_raised(t);
        assert_true(fabs((double)g - (0.5 - 0.5 * cos(PI * (double)t))) < 5e-7);
        assert_true(g >= last - 1e-7f);
        last = g;
    }
    assert_true(uk_raised(0) == 0);
    assert_true(uk_raised(1) == 1);
    assert_true(uk_raised(7) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sine_is_the_sine),
        cmocka_unit_test(test_exponential_and_decibels),
        cmocka_unit_test(test_phase_is_exact_for_30_hours),
        cmocka_unit_test(test_raised_cosine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
