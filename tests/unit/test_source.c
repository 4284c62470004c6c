#include "sounding.h"

#include "sound/source.h"

#define S UK_NS_PER_S

/* A source as it sounds: `frames` from its onset, with fades and pan. */
static void sound(const struct uk_cue *cue, const struct uk_clip *clip, float *left, float *right, size_t frames)
{
    struct uk_timeline *t = timeline_at(RATE, cue, 1, cue->at_ns + cue->length_ns);
    struct uk_source s;
    uk_source_init(&s, &t->cues[0], clip, 1, RATE);
    memset(left, 0, frames * sizeof *left);
    memset(right, 0, frames * sizeof *right);
    for (int64_t q = s.at / UK_QUANTUM; q * UK_QUANTUM < s.at + (int64_t)frames; q++) {
        float l[UK_QUANTUM], r[UK_QUANTUM], fades[UK_QUANTUM];
        bool late = false;
        int channels = uk_source_render(&s, q, l, r, &late);
        bool faded = uk_source_fades(&s, q, fades);
        assert_false(late);
        for (int i = 0; i < UK_QUANTUM; i++) {
            int64_t k = q * UK_QUANTUM + i - s.at;
            float g = faded ? fades[i] : 1;
            if (k < 0 || k >= (int64_t)frames || k >= s.end - s.at)
                continue;
            left[k] = l[i] * g * s.left;
            right[k] = (channels == 1 ? l[i] : r[i]) * g * s.right;
        }
    }
    uk_timeline_destroy(t);
}

static double peak_of(const float *x, size_t count)
{
    double most = 0;
    for (size_t i = 0; i < count; i++)
        if (fabs((double)x[i]) > most) /* fmax() is too much for gcc 12 on arm64 */
            most = fabs((double)x[i]);
    return most;
}

static double rms_of(const float *x, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (double)x[i] * (double)x[i];
    return sqrt(sum / (double)count);
}

static float left[10 * RATE], right[10 * RATE];

static void test_peaks_are_the_level_asked_for(void **state)
{
    (void)state;
    enum uk_kind kinds[] = {UK_SINE, UK_BELL, UK_BOWL, UK_CHIME, UK_BINAURAL, UK_ISOCHRONIC};
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        for (double hz = 225; hz < 1200; hz *= 1.19) {
            struct uk_cue c = cue_of(kinds[k], UK_TONE, 12345678, 3 * S, -12);
            c.hz = hz;
            sound(&c, NULL, left, right, 3 * RATE);
            double l = db_of(peak_of(left, 3 * RATE)), r = db_of(peak_of(right, 3 * RATE));
            if (fabs(l + 12) > 1 || fabs(r + 12) > 1)
                fail_msg("%s at %.0f Hz: %.2f and %.2f dB instead of -12", uk_kind_name(kinds[k]), hz, l, r);
            assert_true(kinds[k] == UK_ISOCHRONIC || (left[0] != 0 && right[0] != 0));
        }
}

static void test_noise_is_the_rms_asked_for(void **state)
{
    (void)state;
    for (int colour = 0; colour < UK_COLOURS; colour++) {
        struct uk_cue c = cue_of(UK_NOISE, UK_BED, 0, 10 * S, -30);
        c.colour = (enum uk_colour)colour;
        sound(&c, NULL, left, right, 10 * RATE);
        assert_true(fabs(db_of(rms_of(left, 10 * RATE)) + 30) < 1);
        assert_true(fabs(db_of(rms_of(right, 10 * RATE)) + 30) < 1);
    }
}

static void test_bells_die_away(void **state)
{
    (void)state;
    enum uk_kind kinds[] = {UK_BELL, UK_BOWL, UK_CHIME};
    double least[] = {10, 2, 20}; /* dB lost from the first half second to the seventh second */
    for (int k = 0; k < 3; k++) {
        struct uk_cue c = cue_of(kinds[k], UK_TONE, 0, 8 * S, 0);
        sound(&c, NULL, left, right, 8 * RATE);
        assert_true(db_of(rms_of(left, RATE / 2) / rms_of(left + 6 * RATE, RATE)) > least[k]);
        assert_memory_equal(left, right, 8 * RATE * sizeof *left);
    }
}

static double power_at(const float *x, int count, double hz)
{
    double re = 0, im = 0;
    for (int i = 0; i < count; i++) {
        double w = 0.5 - 0.5 * cos(2 * PI * i / count);
        re += w * (double)x[i] * cos(2 * PI * hz * i / RATE);
        im += w * (double)x[i] * sin(2 * PI * hz * i / RATE);
    }
    return 4 * sqrt(re * re + im * im) / count;
}

static void test_binaural_sides_differ_by_the_beat(void **state)
{
    (void)state;
    struct uk_cue c = cue_of(UK_BINAURAL, UK_BED, 0, 10 * S, 0);
    c.hz = 200;
    c.beat_hz = 8;
    sound(&c, NULL, left, right, 10 * RATE);
    assert_true(fabs(power_at(left + RATE, 8 * RATE, 196) - 1) < 0.001);
    assert_true(fabs(power_at(right + RATE, 8 * RATE, 204) - 1) < 0.001);
    assert_true(power_at(left + RATE, 8 * RATE, 204) < 1e-4);
}

static void test_isochronic_swells_and_fades(void **state)
{
    (void)state;
    struct uk_cue c = cue_of(UK_ISOCHRONIC, UK_TONE, 0, 4 * S, 0);
    c.beat_hz = 4;
    sound(&c, NULL, left, right, 4 * RATE);
    for (int beat = 1; beat < 15; beat++) {
        assert_true(peak_of(left + beat * RATE / 4 - 60, 120) < 0.01);
        assert_true(peak_of(left + beat * RATE / 4 + RATE / 8 - 120, 240) > 0.95);
    }
}

static void test_breath_rises_stays_falls_and_rests(void **state)
{
    (void)state;
    struct uk_cue c = cue_of(UK_BREATH, UK_BED, 7 * MS, 8 * S, -20);
    c.phases_ns[0] = 3 * S;
    c.phases_ns[1] = 1 * S;
    c.phases_ns[2] = 3 * S;
    c.phases_ns[3] = 1 * S;
    sound(&c, NULL, left, right, 8 * RATE);
    assert_true(fabs(db_of(rms_of(left + 3 * RATE, RATE)) + 20) < 1.5);
    assert_true(rms_of(left, RATE / 4) < 0.1 * rms_of(left + 3 * RATE, RATE));
    assert_true(rms_of(left + RATE, RATE / 4) < rms_of(left + 2 * RATE, RATE / 4));
    assert_true(rms_of(left + 5 * RATE, RATE / 4) > rms_of(left + 6 * RATE, RATE / 4));
    assert_true(peak_of(left, 20) < 1e-5 && peak_of(left + 7 * RATE - 20, 20) < 1e-5);
    assert_true(peak_of(left + 7 * RATE, RATE) == 0);
}

static void test_pan_is_a_balance(void **state)
{
    (void)state;
    double pans[] = {-1, -0.5, 0, 0.5, 1};
    for (int i = 0; i < 5; i++) {
        struct uk_cue c = cue_of(UK_SINE, UK_TONE, 0, S, -6);
        c.pan = pans[i];
        sound(&c, NULL, left, right, RATE);
        double full = pow(10, -6.0 / 20), away = full * cos(fabs(pans[i]) * PI / 2);
        assert_true(fabs(peak_of(left, RATE) - (pans[i] > 0 ? away : full)) < 1e-4);
        assert_true(fabs(peak_of(right, RATE) - (pans[i] < 0 ? away : full)) < 1e-4);
    }
}

static void test_fades_are_raised_cosines_within_the_length(void **state)
{
    (void)state;
    struct uk_clip *one = uk_clip_create(UK_CLIP_FILE, "flat", 1, RATE);
    for (int32_t i = 0; i < one->piece_count; i++) {
        int16_t *piece = malloc(UK_PIECE_FRAMES * sizeof *piece);
        assert_non_null(piece);
        for (int k = 0; k < UK_PIECE_FRAMES; k++)
            piece[k] = 16384;
        atomic_store(&one->pieces[i], piece);
    }
    struct uk_cue c = cue_of(UK_CLIP, UK_TONE, 3 * MS, S, 0);
    sound(&c, one, left, right, RATE);
    for (int i = 0; i < RATE; i++)
        assert_true(left[i] == 0.5f); /* recorded sounds begin and end as they were recorded */
    c.fade_in_ns = 100 * MS;
    c.fade_out_ns = 200 * MS;
    sound(&c, one, left, right, RATE);
    for (int i = 0; i < RATE; i++) {
        double in = i < 4800 ? 0.5 - 0.5 * cos(PI * (i + 1) / 4801) : 1;
        double out = RATE - i <= 9600 ? 0.5 - 0.5 * cos(PI * (RATE - i) / 9601) : 1;
        assert_true(fabs((double)left[i] - 0.5 * in * out) < 1e-6);
    }
    assert_true(left[0] > 0 && left[RATE - 1] > 0);
    /* cut before its end it has a short edge */
    c.fade_in_ns = c.fade_out_ns = 0;
    c.length_ns = S / 2;
    sound(&c, one, left, right, RATE / 2);
    assert_true(left[0] == 0.5f && left[RATE / 2 - 145] == 0.5f && left[RATE / 2 - 1] < 0.001f);
    uk_clip_destroy(one);
}

static void test_loop_goes_round_and_joins(void **state)
{
    (void)state;
    int64_t frames = RATE + 1234, seam = RATE / 20, round = frames - seam;
    struct uk_clip *clip = clip_of(2, frames, tone_sample);
    struct uk_cue c = cue_of(UK_LOOP, UK_BED, 0, 9 * S, 0);
    sound(&c, clip, left, right, 9 * RATE);
    for (int64_t k = 0; k < round; k++)
        assert_true(left[k] == (float)tone_sample(k, 0) / 32768 && right[k] == (float)tone_sample(k, 1) / 32768);
    for (int64_t turn = 1; turn < 8; turn++)
        for (int64_t k = seam; k < round; k += 7)
            assert_true(left[turn * round + k] == (float)tone_sample(k, 0) / 32768);
    for (int64_t k = 0; k < seam; k++) {
        double t = (double)(k + 1) / (double)(seam + 1) * PI / 2;
        double want = tone_sample(k, 0) * sin(t) + tone_sample(round + k, 0) * cos(t);
        assert_true(fabs((double)left[round + k] - want / 32768) < 1e-5);
    }
    double own = 12000.0 / 32768 * 4 * pow(sin(PI * 220 / RATE), 2);
    assert_true(greatest_bend(left, 9 * RATE, 1) < own * 2 + 4.0 / 32768);
    uk_clip_destroy(clip);
    /* loops of one frame and of nothing neither hang nor stray */
    for (int64_t n = 0; n < 6; n++) {
        clip = clip_of(1, n, impulse_sample);
        sound(&c, clip, left, right, RATE);
        assert_true(left[0] == (n > 0 ? 0.5f : 0));
        uk_clip_destroy(clip);
    }
}

static void test_no_made_sound_clicks(void **state)
{
    (void)state;
    /* a pure tone: its own bend is known, and no edge may add much to it */
    struct uk_cue c = cue_of(UK_SINE, UK_TONE, 5 * MS, 300 * MS, 0);
    c.hz = 300;
    sound(&c, NULL, left + 100, right + 100, RATE);
    memset(left, 0, 100 * sizeof *left);
    double own = 4 * pow(sin(PI * 300 / RATE), 2);
    assert_true(greatest_bend(left, RATE, 1) < own * 1.5);
    /* struck ones that are cut short end without one: the last frames bend less than the loudest ones */
    enum uk_kind kinds[] = {UK_BELL, UK_BOWL, UK_CHIME};
    for (int k = 0; k < 3; k++) {
        c = cue_of(kinds[k], UK_TONE, 0, 200 * MS, 0);
        c.hz = 300;
        sound(&c, NULL, left, right, RATE);
        assert_true(greatest_bend(left + RATE / 5 - 200, 400, 1) < greatest_bend(left, RATE / 10, 1));
    }
}

static void test_every_quantum_is_reached_directly(void **state)
{
    (void)state;
    struct uk_clip *clip = clip_of(2, 3 * RATE, tone_sample);
    for (int kind = 0; kind < UK_KINDS; kind++) {
        struct uk_cue c = cue_of((enum uk_kind)kind, UK_TONE, 12345678, 6 * S, -12);
        c.phases_ns[0] = c.phases_ns[2] = 3 * S;
        struct uk_timeline *t = timeline_at(RATE, &c, 1, 7 * S);
        struct uk_source s;
        uk_source_init(&s, &t->cues[0], kind <= UK_LOOP ? clip : NULL, 1, RATE);
        float a[2][UK_QUANTUM], b[2][UK_QUANTUM];
        bool late = false;
        for (int64_t q = 900; q > 0; q -= 37) {
            uk_source_render(&s, q, a[0], a[1], &late);
            uk_source_render(&s, q - 1, b[0], b[1], &late);
            int channels = uk_source_render(&s, q, b[0], b[1], &late);
            assert_memory_equal(a, b, sizeof a[0] * (size_t)channels);
        }
        assert_false(late);
        uk_timeline_destroy(t);
    }
    uk_clip_destroy(clip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_peaks_are_the_level_asked_for),
        cmocka_unit_test(test_noise_is_the_rms_asked_for),
        cmocka_unit_test(test_bells_die_away),
        cmocka_unit_test(test_binaural_sides_differ_by_the_beat),
        cmocka_unit_test(test_isochronic_swells_and_fades),
        cmocka_unit_test(test_breath_rises_stays_falls_and_rests),
        cmocka_unit_test(test_pan_is_a_balance),
        cmocka_unit_test(test_fades_are_raised_cosines_within_the_length),
        cmocka_unit_test(test_loop_goes_round_and_joins),
        cmocka_unit_test(test_no_made_sound_clicks),
        cmocka_unit_test(test_every_quantum_is_reached_directly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
