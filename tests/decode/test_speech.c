/* Phrases, spoken by the real voice in the real helper program. */
#include "decode/chain.h"
#include "decode/loudness.h"

#include "fixture.h"

#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define RATE 48000

static const char *const phrases[] = {
    "Settle in.",
    "Press slowly, until you feel a dull ache, about a five on a scale of ten.",
    "Breathe out. Let the muscle soften.",
    "Move the ball two fingers lower, toward your spine.",
    "Ten seconds left.",
    "And release.",
};
#define COUNT (sizeof phrases / sizeof *phrases)

static int16_t *speak(struct fixture *f, const char *text, int64_t *frames)
{
    int channels;
    int16_t *pcm = fixture_load(f, UK_CLIP_PHRASE, text, 32768, frames, &channels);
    assert_int_equal(channels, 1);
    return pcm;
}

static int64_t length(struct fixture *f, const char *text)
{
    int64_t frames;
    int channels, status = uk_decoder_measure(f->decoder, UK_CLIP_PHRASE, text, &frames, &channels, &f->m);
    if (status)
        fail_msg("%s", f->m.text);
    return frames;
}

/* The same phrase from another cache must have the same bytes. */
static void expect_same(struct fixture *f, const char *text, const int16_t *wanted, int64_t wanted_frames)
{
    int64_t frames;
    int16_t *pcm = speak(f, text, &frames);
    assert_int_equal(frames, wanted_frames);
    assert_memory_equal(pcm, wanted, (size_t)frames * sizeof *pcm);
    free(pcm);
}

static void says_the_same_every_time(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    int16_t *pcm = speak(f, phrases[1], &frames);
    expect_same(f, phrases[1], pcm, frames);
    fixture_restart(f, f->cache, RATE);
    expect_same(f, phrases[1], pcm, frames);
    /* spoken anew, after others, so that what an engine keeps from sentence to sentence would show */
    fixture_restart(f, fixture_path(f, "second"), RATE);
    length(f, phrases[2]);
    length(f, phrases[3]);
    expect_same(f, phrases[1], pcm, frames);
    free(pcm);
}

static void is_as_long_as_it_says(void **state)
{
    struct fixture *f = *state;
    static const uint32_t rates[] = {8000, 16000, 44100, 48000, 96000};
    int64_t frames[5];
    for (int i = 0; i < 5; i++) {
        fixture_restart(f, f->cache, rates[i]);
        int16_t *pcm = speak(f, phrases[0], &frames[i]);
        /* all of it is speech: something in the middle, faded ends */
        int loudest = 0;
        for (int64_t k = 0; k < frames[i]; k++)
            loudest = abs(pcm[k]) > loudest ? abs(pcm[k]) : loudest;
        assert_true(loudest > 3000);
        assert_true(abs(pcm[0]) < 20 && abs(pcm[frames[i] - 1]) < 20);
        int16_t behind[100];
        memset(behind, 1, sizeof behind);
        assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_PHRASE, phrases[0], 1, frames[i], 100, behind, &f->m), 0);
        for (int k = 0; k < 100; k++)
            assert_int_equal(behind[k], 0);
        free(pcm);
    }
    assert_int_equal(frames[1] * 3, frames[3]);
    assert_int_equal((frames[1] * 44100 + 15999) / 16000, frames[2]);
}

static void is_as_loud_as_it_should(void **state)
{
    struct fixture *f = *state;
    double sum = 0;
    for (size_t i = 0; i < COUNT; i++) {
        struct uk_loudness l;
        int64_t frames;
        int16_t *pcm = speak(f, phrases[i], &frames);
        float *x = malloc((size_t)frames * sizeof *x);
        for (int64_t k = 0; k < frames; k++)
            x[k] = (float)pcm[k] / 32768.0f;
        assert_int_equal(uk_loudness_measure(&l, x, (size_t)frames, RATE, &f->m), 0);
        print_message("%5.2f s %6.2f LUFS %6.2f dBTP  %s\n", (double)frames / RATE, l.lufs, l.peak_dbtp, phrases[i]);
        /* one gain for the voice: short words differ, as a person's do */
        assert_true(fabs(l.lufs - UK_SPEECH_LUFS) <= 2.5);
        sum += l.lufs;
        assert_true(l.peak_dbtp <= UK_SPEECH_PEAK_DBTP);
        free(x);
        free(pcm);
    }
    assert_true(fabs(sum / COUNT - UK_SPEECH_LUFS) <= 1);
}

static void pauses_are_exact(void **state)
{
    struct fixture *f = *state;
    int64_t in = length(f, "Breathe in."), out = length(f, "And out.");
    assert_int_equal(length(f, "Breathe in. And out."), in + out + RATE * 45 / 100);
    assert_int_equal(length(f, "Breathe in. [0.6] And out."), in + out + RATE * 6 / 10);
    assert_int_equal(length(f, "[1] Breathe in. [2] [1] And out. [0.5]"), in + out + RATE * 9 / 2);
}

static void refuses_what_cannot_be_said(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    int channels;
    static const struct {
        const char *text, *sentence;
    } cases[] = {
        {"...", "nothing to say"},
        {"\xe4\xbd\xa0\xe5\xa5\xbd", "only say English"},
        {"Go. [99] Stop.", "99 seconds"},
        {"not \xff UTF-8", "not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(uk_decoder_measure(f->decoder, UK_CLIP_PHRASE, cases[i].text, &frames, &channels, &f->m) < 0);
        if (!strstr(f->m.text, cases[i].sentence))
            fail_msg("%s", f->m.text);
    }
    /* accents are dropped, not the letters that carry them */
    int64_t plain = length(f, "cafe");
    assert_int_equal(length(f, "caf\xc3\xa9"), plain);
    assert_int_equal(length(f, "cafe\xcc\x81"), plain);
}

static void names_a_voice_that_is_not_there(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    int channels;
    static const struct {
        const char *voice, *plugins, *sentence;
    } cases[] = {
        {"nobody", NULL, "voice-nobody.so"},
        {"flite:anna", NULL, "only the speaker 'rms'"},
        {"../flite", NULL, "cannot be the name"},
        {"", "/nowhere", "no voice is installed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_places places = f->places;
        if (cases[i].plugins)
            places.plugins = (char *)cases[i].plugins;
        struct uk_decoder *d;
        assert_int_equal(uk_decoder_create(&d, &places, cases[i].voice, RATE, &f->m), 0);
        assert_int_equal(uk_decoder_measure(d, UK_CLIP_PHRASE, "Rest.", &frames, &channels, &f->m), UNKNOT_NO_VOICE);
        if (!strstr(f->m.text, cases[i].sentence))
            fail_msg("%s", f->m.text);
        uk_decoder_destroy(d);
    }
}

/* ---- the cache ---- */

static char found[512];
static int found_count, part_count;

static int look(const char *path, const struct stat *s, int type, struct FTW *w)
{
    (void)s, (void)w;
    size_t n = strlen(path);
    if (type == FTW_F && n > 5 && n < sizeof found && strcmp(path + n - 5, ".flac") == 0) {
        memcpy(found, path, n + 1);
        found_count++;
    }
    part_count += n > 5 && strcmp(path + n - 5, ".part") == 0;
    return 0;
}

/* The one clip in the cache. */
static const char *only_clip(struct fixture *f)
{
    found_count = part_count = 0;
    nftw(f->cache, look, 16, FTW_PHYS);
    assert_int_equal(found_count, 1);
    assert_int_equal(part_count, 0);
    return found;
}

static void damage(const char *path, int64_t at, int64_t size)
{
    int fd = open(path, O_RDWR);
    struct stat s;
    assert_true(fd >= 0 && fstat(fd, &s) == 0);
    if (size >= 0)
        assert_int_equal(ftruncate(fd, size), 0);
    for (int64_t i = at; i >= 0 && i < s.st_size && i < at + 400; i++)
        assert_int_equal(pwrite(fd, "\x55", 1, i), 1);
    close(fd);
}

static void a_damaged_clip_is_made_again(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    int16_t *pcm = speak(f, phrases[1], &frames);
    struct stat s;
    assert_int_equal(stat(only_clip(f), &s), 0);
    const struct {
        int64_t at, size;
    } damages[] = {{-1, 0}, {0, -1}, {-1, 100}, {-1, s.st_size / 2}, {s.st_size / 2, -1}, {9, -1}, {-1, s.st_size - 1}};
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        damage(only_clip(f), damages[i].at, damages[i].size);
        fixture_restart(f, f->cache, RATE);
        expect_same(f, phrases[1], pcm, frames);
    }
    /* and a last time it comes from the file that was made again */
    fixture_restart(f, f->cache, RATE);
    expect_same(f, phrases[1], pcm, frames);
    free(pcm);
}

static void another_phrase_of_that_name_is_not_taken(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    int16_t *pcm = speak(f, phrases[1], &frames);
    char name[512], other[600];
    strcpy(name, only_clip(f));
    length(f, phrases[0]);
    assert_int_equal(unlink(name), 0);
    snprintf(other, sizeof other, "%s", only_clip(f));
    assert_int_equal(rename(other, name), 0);
    fixture_restart(f, f->cache, RATE);
    expect_same(f, phrases[1], pcm, frames);
    free(pcm);
}

static void speaks_without_a_cache(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    int16_t *pcm = speak(f, phrases[1], &frames);
    fixture_file(f, "file", "x", 1);
    fixture_restart(f, fixture_path(f, "file/cache"), RATE);
    for (int i = 0; i < 2; i++) {
        length(f, phrases[0]);
        expect_same(f, phrases[1], pcm, frames);
    }
    fixture_restart(f, "/proc/nowhere", RATE);
    expect_same(f, phrases[1], pcm, frames);
    free(pcm);
}

static void speaks_on_a_full_disk(void **state)
{
    struct fixture *f = *state;
    struct rlimit before, small = {8192, 8192};
    int64_t frames;
    int16_t *pcm = speak(f, phrases[1], &frames);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small.rlim_max = before.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    char *full = strdup(fixture_path(f, "full"));
    fixture_restart(f, full, RATE);
    expect_same(f, phrases[1], pcm, frames);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    found_count = part_count = 0;
    nftw(full, look, 16, FTW_PHYS);
    assert_int_equal(found_count, 0);
    assert_int_equal(part_count, 0);
    free(full);
    free(pcm);
}

static void *measure_all(void *ctx)
{
    struct fixture *f = ctx;
    struct uk_decoder *d;
    struct uk_message m = {""};
    int64_t frames;
    int channels;
    intptr_t failures = uk_decoder_create(&d, &f->places, "", RATE, &m) != 0;
    for (size_t i = 0; i < COUNT && !failures; i++)
        failures += uk_decoder_measure(d, UK_CLIP_PHRASE, phrases[i], &frames, &channels, &m) != 0;
    uk_decoder_destroy(d);
    return (void *)failures;
}

static void two_may_share_a_cache(void **state)
{
    struct fixture *f = *state;
    pthread_t threads[2];
    for (int i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, measure_all, f), 0);
    for (int i = 0; i < 2; i++) {
        void *failures;
        pthread_join(threads[i], &failures);
        assert_null(failures);
    }
    found_count = part_count = 0;
    nftw(f->cache, look, 16, FTW_PHYS);
    assert_int_equal(found_count, COUNT + 1); /* one of them has two sentences */
    assert_int_equal(part_count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(says_the_same_every_time),
        TEST(is_as_long_as_it_says),
        TEST(is_as_loud_as_it_should),
        TEST(pauses_are_exact),
        TEST(refuses_what_cannot_be_said),
        TEST(names_a_voice_that_is_not_there),
        TEST(a_damaged_clip_is_made_again),
        TEST(another_phrase_of_that_name_is_not_taken),
        TEST(speaks_without_a_cache),
        TEST(speaks_on_a_full_disk),
        TEST(two_may_share_a_cache),
    };
    if (access(BUILD_DIR "/lib/unknot/plugins/voice-flite.so", F_OK))
        return 77; /* built without flite */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
