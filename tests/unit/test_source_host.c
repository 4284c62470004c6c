/* Sounds that plugins make: what they are asked, what becomes of what they give, and who is refused. */
#include "sounding.h"

#include "engine/source_host.h"
#include "sound/source.h"

#include <string.h>

#define SKELETON BUILD_DIR "/tests/skeleton"
#define ZOO BUILD_DIR "/tests/zoo/plugins"

/* Each frame is its position and what was asked; what is at places of its own is wrong in every way. */
static void tell(const void *self, const struct unknot_source_cue *cue, int64_t at, uint32_t count, float *left, float *right)
{
    assert_ptr_equal(self, tell);
    assert_int_equal(cue->size, sizeof *cue);
    assert_int_equal(cue->rate, RATE);
    assert_true(at >= 0 && count >= 1 && count <= UK_QUANTUM);
    for (uint32_t i = 0; i < count; i++) {
        int64_t k = at + i;
        left[i] = k == 5 ? NAN : k == 6 ? INFINITY : k == 7 ? -INFINITY : k == 8 ? 1e9f : k == 9 ? -7 : (float)(k % 1000) / 1000;
        right[i] = k >= 5 && k <= 9 ? -left[i] : (float)(cue->hz / 20000 + cue->beat_hz / 1000);
    }
}

static struct uk_clip *telling(void)
{
    static const struct unknot_source_ops ops = {.size = sizeof ops, .render = tell};
    struct uk_clip *clip = uk_clip_create(UK_CLIP_SOURCE, "x", 2, 0);
    assert_non_null(clip);
    clip->maker = (struct uk_maker){&ops, (void *)(uintptr_t)tell};
    return clip;
}

static void test_what_it_gives_is_sound_at_its_place(void **state)
{
    (void)state;
    struct uk_clip *clip = telling();
    struct uk_cue cue = cue_of(UK_SOURCE, UK_TONE, 100 * MS, 2000 * MS, 0);
    cue.hz = 2000;
    cue.beat_hz = 50;
    struct uk_timeline *t = timeline_at(RATE, &cue, 1, 3000 * MS);
    struct uk_source s;
    uk_source_init(&s, &t->cues[0], clip, 1, RATE);
    assert_int_equal(s.at % UK_QUANTUM, 192); /* it begins within a quantum */
    bool late = false;
    for (int64_t q = 30; q >= 0; q--) {
        float left[UK_QUANTUM], right[UK_QUANTUM];
        assert_int_equal(uk_source_render(&s, q, left, right, &late), 2);
        for (int i = 0; i < UK_QUANTUM; i++) {
            int64_t k = q * UK_QUANTUM + i - s.at;
            float want = k < 0 || (k >= 5 && k <= 7) ? 0 : k == 8 ? 1 : k == 9 ? -1 : (float)(k % 1000) / 1000;
            assert_true(left[i] == want);
            assert_true(right[i] == (k < 0 ? 0 : k >= 5 && k <= 9 ? -want : 0.15f));
        }
    }
    assert_false(late);
    uk_timeline_destroy(t);
    uk_clip_destroy(clip);
}

static int open_in(struct uk_source_host **h, const char *folder, const char *name, struct uk_message *m)
{
    struct uk_places places = {.plugins = (char *)(uintptr_t)folder, .helpers = (char *)(uintptr_t) "/nonexistent"};
    *m = (struct uk_message){""};
    return uk_source_host_open(h, &places, name, RATE, m);
}

static void test_the_skeleton_hums(void **state)
{
    struct uk_message m;
    struct uk_source_host *h;
    float left[2][UK_QUANTUM], right[2][UK_QUANTUM], most = 0;
    (void)state;
    if (open_in(&h, SKELETON, "skeleton", &m))
        fail_msg("%s", m.text);
    struct uk_maker maker = uk_source_host_maker(h);
    const struct unknot_source_cue cue = {.size = sizeof cue, .rate = RATE, .hz = 750, .beat_hz = 0.1};
    maker.ops->render(maker.self, &cue, 0, UK_QUANTUM, left[0], right[0]);
    maker.ops->render(maker.self, &cue, 100, UK_QUANTUM - 100, left[1] + 100, right[1] + 100);
    assert_memory_equal(left[0] + 100, left[1] + 100, (UK_QUANTUM - 100) * sizeof(float));
    for (int i = 0; i < UK_QUANTUM; i++)
        most = left[0][i] > most ? left[0][i] : most;
    assert_true(most > 0.19f && most < 0.21f); /* at its beginning it is soft */
    assert_true(left[0][0] == 0 && fabsf(left[0][64]) < 1e-3f); /* 64 frames are a whole wave of 750 Hz */
    uk_source_host_close(h);
    uk_source_host_close(NULL);
}

static void test_whom_nobody_should_hear_is_refused(void **state)
{
    static const struct {
        const char *folder, *name;
        int status;
        const char *says;
    } cases[] = {
        {SKELETON, "skeletn", UNKNOT_NOT_FOUND, "there is no sound of kind 'skeletn' (did you mean 'skeleton'?)"},
        {SKELETON, "chimes", UNKNOT_NOT_FOUND, "there is no sound of kind 'chimes' (did you mean 'chime'?)"},
        {SKELETON, "../skeleton", UNKNOT_NOT_FOUND, "there is no sound of kind '../skeleton' (did you mean 'skeleton'?)"},
        {SKELETON, "waterfall", UNKNOT_NOT_FOUND,
         "there is no sound of kind 'waterfall': 'unknot plugins' lists the sources there are beside sine, bell, bowl, chime, noise and others"},
        {ZOO, "sleeps", UNKNOT_BAD_DATA, "source-sleeps.so' is too slow: it makes 5.3 ms of sound in 1"},
        {ZOO, "remembers", UNKNOT_BAD_DATA, "source-remembers.so' is broken: the same position does not give the same sound"},
        {ZOO, "no-object", UNKNOT_BAD_DATA, "source-no-object.so' is broken: open() succeeded without a source"},
        {ZOO, "silent", UNKNOT_FAILED, "the source 'silent' failed and does not say why"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m;
        struct uk_source_host *h;
        int status = open_in(&h, cases[i].folder, cases[i].name, &m);
        if (!strstr(m.text, cases[i].says))
            fail_msg("'%s', not '%s'", m.text, cases[i].says);
        assert_int_equal(status, cases[i].status);
        assert_null(h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_it_gives_is_sound_at_its_place),
        cmocka_unit_test(test_the_skeleton_hums),
        cmocka_unit_test(test_whom_nobody_should_hear_is_refused),
    };
    return cmocka_run_group_tests_name("source_host", tests, NULL, NULL);
}
