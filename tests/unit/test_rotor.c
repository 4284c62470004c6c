#include "sounding.h"

#include "sound/rotor.h"

static void compare(double hz, int64_t frame, double decay, double gain)
{
    float out[UK_QUANTUM] = {0};
    uint64_t step = uk_phase_step(hz, RATE);
    uk_rotor_add(out, step * (uint64_t)frame, step, decay, gain);
    for (int k = 0; k < UK_QUANTUM; k++) {
        /* whole turns fall off the top, exactly: a long double has no more digits than a double on some machines */
        double turns = (double)(step * (uint64_t)(frame + k)) / 18446744073709551616.0;
        double want = gain * exp(-decay * k) * sin(2 * PI * turns);
        assert_true(fabs((double)out[k] - want) < 4e-7 * gain);
    }
}

static void test_is_the_closed_form(void **state)
{
    (void)state;
    for (double hz = 20; hz < 20000; hz *= 1.7) {
        compare(hz, 0, 0, 1);
        compare(hz, 12345, 0, 0.25);
        compare(hz, 4096, 1e-3, 0.7);
        compare(hz, 256, 0.2, 0.7);
    }
}

static void test_holds_for_30_hours(void **state)
{
    (void)state;
    compare(440, INT64_C(30) * 3600 * RATE, 0, 1);
    compare(19999.5, (INT64_C(1) << 32) + 17, 0, 1);
}

static void test_adds_and_quanta_join(void **state)
{
    (void)state;
    uint64_t step = uk_phase_step(1000, RATE);
    float out[2 * UK_QUANTUM];
    for (int k = 0; k < 2 * UK_QUANTUM; k++)
        out[k] = 1;
    uk_rotor_add(out, 0, step, 0, 0.5);
    uk_rotor_add(out + UK_QUANTUM, step * UK_QUANTUM, step, 0, 0.5);
    double own = 0.5 * 4 * pow(sin(PI * 1000 / RATE), 2);
    assert_true(greatest_bend(out, 2 * UK_QUANTUM, 1) < own * 1.001);
    assert_true(out[0] == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is_the_closed_form),
        cmocka_unit_test(test_holds_for_30_hours),
        cmocka_unit_test(test_adds_and_quanta_join),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
