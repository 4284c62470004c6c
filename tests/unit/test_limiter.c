#include "sounding.h"

#include "sound/limiter.h"

#define QUANTA 40

static struct uk_quantum in[QUANTA + 2]; /* one of silence at each end */
static float out[QUANTA * 2 * UK_QUANTUM];

static void fill(float (*sample)(int64_t frame, int channel))
{
    memset(in, 0, sizeof in);
    for (int q = 1; q <= QUANTA; q++)
        for (int i = 0; i < UK_QUANTUM; i++) {
            in[q].left[i] = sample((q - 1) * UK_QUANTUM + i, 0);
            in[q].right[i] = sample((q - 1) * UK_QUANTUM + i, 1);
        }
}

static void limit(uint32_t rate)
{
    for (int q = 0; q < QUANTA + 2; q++)
        uk_quantum_measure(&in[q]);
    for (int q = 0; q < QUANTA; q++)
        uk_limit(&in[q], &in[q + 1], &in[q + 2], rate, out + q * 2 * UK_QUANTUM);
}

static float in_at(int64_t frame, int channel)
{
    const struct uk_quantum *q = &in[1 + frame / UK_QUANTUM];
    return channel ? q->right[frame % UK_QUANTUM] : q->left[frame % UK_QUANTUM];
}

static float quiet(int64_t frame, int channel)
{
    return 0.89f * (float)sin((double)frame * (channel ? 0.03 : 0.07));
}

static float hostile(int64_t frame, int channel)
{
    uint64_t h = uk_mix64((uint64_t)frame * 2 + (uint64_t)channel);
    float v = (float)(int32_t)(h >> 32) / 2147483648.0f;
    return v * (h % 50 == 0 ? 1e6f : h % 3 == 0 ? 40.0f : 1.0f);
}

static float loud_in_the_middle(int64_t frame, int channel)
{
    double swell = frame > 4000 && frame < 6000 ? 3 : 0.5;
    return (float)(swell * sin((double)frame * 0.05 + channel));
}

static float one_spike(int64_t frame, int channel)
{
    (void)channel;
    return frame == 5000 ? 4.0f : 0.5f;
}

static void test_what_needs_nothing_is_untouched(void **state)
{
    (void)state;
    fill(quiet);
    limit(RATE);
    for (int64_t i = 0; i < QUANTA * UK_QUANTUM; i++)
        for (int c = 0; c < 2; c++) {
            float want = in_at(i, c);
            assert_memory_equal(&out[2 * i + c], &want, sizeof want);
        }
}

static void test_never_over_the_ceiling(void **state)
{
    (void)state;
    uint32_t rates[] = {8000, 44100, 48000, 192000};
    for (int r = 0; r < 4; r++) {
        fill(hostile);
        limit(rates[r]);
        for (size_t i = 0; i < sizeof out / sizeof out[0]; i++)
            assert_true(fabs((double)out[i]) <= 0.8912509);
        fill(loud_in_the_middle);
        limit(rates[r]);
        for (size_t i = 0; i < sizeof out / sizeof out[0]; i++)
            assert_true(fabs((double)out[i]) <= 0.8912509);
    }
}

static void test_is_smooth_and_only_near_what_is_loud(void **state)
{
    (void)state;
    fill(one_spike);
    limit(RATE);
    static float gain[QUANTA * UK_QUANTUM];
    for (int64_t i = 0; i < QUANTA * UK_QUANTUM; i++) {
        gain[i] = out[2 * i] / in_at(i, 0);
        assert_true(out[2 * i] == out[2 * i + 1]);
        if (llabs(i - 5000) > 240)
            assert_true(out[2 * i] == in_at(i, 0));
    }
    assert_true(fabs((double)out[10000] - 0.89125) < 1e-5);
    assert_true(greatest_bend(gain, QUANTA * UK_QUANTUM, 1) < 0.0003);
}

static void test_both_sides_move_together(void **state)
{
    (void)state;
    fill(loud_in_the_middle);
    limit(RATE);
    for (int64_t i = 0; i < QUANTA * UK_QUANTUM; i++)
        if (fabsf(in_at(i, 0)) > 0.01f && fabsf(in_at(i, 1)) > 0.01f)
            assert_true(fabsf(out[2 * i] / in_at(i, 0) - out[2 * i + 1] / in_at(i, 1)) < 1e-5f);
}

static void test_peak_sees_what_is_no_number(void **state)
{
    (void)state;
    struct uk_quantum q = {0};
    uk_quantum_measure(&q);
    assert_true(q.peak == 0);
    q.left[100] = -0.75f;
    q.right[3] = 0.5f;
    uk_quantum_measure(&q);
    assert_true(q.peak == 0.75f);
    q.right[255] = NAN;
    uk_quantum_measure(&q);
    assert_true(isinf(q.peak));
    q.right[255] = -INFINITY;
    uk_quantum_measure(&q);
    assert_true(isinf(q.peak));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_needs_nothing_is_untouched),      cmocka_unit_test(test_never_over_the_ceiling),
        cmocka_unit_test(test_is_smooth_and_only_near_what_is_loud), cmocka_unit_test(test_both_sides_move_together),
        cmocka_unit_test(test_peak_sees_what_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
