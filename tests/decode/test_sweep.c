#include "decode/sweep.h"

#include "fixture.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <utime.h>

#define HOUR 3600
#define MB (INT64_C(1) << 20)

static char *inside(struct fixture *f, const char *name)
{
    return strdup(fixture_path(f, name));
}

static void set_age(const char *path, int64_t age_s)
{
    time_t at = time(NULL) - age_s;
    assert_int_equal(utime(path, &(struct utimbuf){at, at}), 0);
}

static void make(struct fixture *f, const char *name, int64_t bytes, int64_t age_s)
{
    char *path = inside(f, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0 && ftruncate(fd, bytes) == 0);
    close(fd);
    set_age(path, age_s);
    free(path);
}

static bool there(struct fixture *f, const char *name)
{
    char *path = inside(f, name);
    struct stat s;
    bool is = lstat(path, &s) == 0;
    free(path);
    return is;
}

/* A cache with its folders, whose last sweep is long ago. */
static int init(void **state)
{
    static const char *const folders[] = {"cache", "cache/voice", "cache/clip", "cache/voice/00", "cache/voice/ff", "cache/clip/7a"};
    fixture_init(state);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_int_equal(mkdir(fixture_path(*state, folders[i]), 0700), 0);
    make(*state, "cache/sweep.lock", 0, 2 * HOUR);
    return 0;
}

#define A "cache/voice/00/0000000000000000000000000000000a.flac"
#define B "cache/clip/7a/7a00000000000000000000000000000b.flac"
#define C "cache/voice/ff/ff00000000000000000000000000000c.flac"
#define D "cache/clip/7a/7a00000000000000000000000000000d.flac"

static void what_was_not_used_for_longest_goes(void **state)
{
    struct fixture *f = *state;
    make(f, A, 40 * MB, 20 * HOUR);
    make(f, B, 40 * MB, 90 * HOUR);
    make(f, C, 40 * MB, 30 * HOUR);
    make(f, D, 40 * MB, 10 * HOUR);
    assert_true(uk_sweep(f->cache, 160 * MB));
    assert_true(there(f, A) && there(f, B) && there(f, C) && there(f, D));
    set_age(fixture_path(f, "cache/sweep.lock"), 2 * HOUR);
    assert_true(uk_sweep(f->cache, 100 * MB));
    assert_true(there(f, A) && there(f, D));
    assert_false(there(f, B) || there(f, C));
}

static void what_is_in_use_stays(void **state)
{
    struct fixture *f = *state;
    make(f, A, 40 * MB, HOUR / 2);
    make(f, B, 40 * MB, 2 * HOUR);
    make(f, C, 40 * MB, 0);
    make(f, "cache/voice/00/card.txt", 40 * MB, 99 * HOUR);
    make(f, "mine", 1, 99 * HOUR);
    char *mine = inside(f, "mine");
    assert_int_equal(symlink(mine, fixture_path(f, "cache/voice/00/link.flac")), 0);
    assert_int_equal(mkdir(fixture_path(f, D), 0700), 0);
    assert_true(uk_sweep(f->cache, 0));
    assert_true(there(f, A) && there(f, C) && there(f, D) && there(f, "mine") && there(f, "cache/voice/00/card.txt"));
    assert_false(there(f, B));
    free(mine);
}

static void what_a_power_cut_left_goes(void **state)
{
    struct fixture *f = *state;
    make(f, "cache/voice/00/.old.1.part", 3, 2 * HOUR);
    make(f, "cache/clip/7a/.old.1.part", 3, 2 * HOUR);
    make(f, "cache/voice/00/.new.2.part", 3, HOUR / 2);
    assert_true(uk_sweep(f->cache, UK_SWEEP_MOST_BYTES));
    assert_false(there(f, "cache/voice/00/.old.1.part") || there(f, "cache/clip/7a/.old.1.part"));
    assert_true(there(f, "cache/voice/00/.new.2.part"));
}

static void a_clock_that_was_wrong_keeps_nothing_for_ever(void **state)
{
    struct fixture *f = *state;
    struct stat s;
    make(f, A, 1, -1000 * HOUR);
    make(f, "cache/sweep.lock", 0, -1000 * HOUR);
    assert_true(uk_sweep(f->cache, 0));
    assert_int_equal(stat(fixture_path(f, A), &s), 0);
    assert_true(s.st_mtime <= time(NULL));
}

static void one_sweeps_once_an_hour(void **state)
{
    struct fixture *f = *state;
    make(f, A, 1, 2 * HOUR);
    int other = open(fixture_path(f, "cache/sweep.lock"), O_RDONLY);
    assert_int_equal(flock(other, LOCK_EX), 0);
    assert_false(uk_sweep(f->cache, 0));
    close(other);
    set_age(fixture_path(f, "cache/sweep.lock"), HOUR / 2);
    assert_false(uk_sweep(f->cache, 0));
    assert_true(there(f, A));
    set_age(fixture_path(f, "cache/sweep.lock"), 2 * HOUR);
    assert_true(uk_sweep(f->cache, 0));
    assert_false(there(f, A));
    assert_false(uk_sweep(f->cache, 0));
    /* the lock is nobody's way to another file */
    make(f, "mine", 1, 2 * HOUR);
    char *mine = inside(f, "mine");
    assert_int_equal(unlink(fixture_path(f, "cache/sweep.lock")), 0);
    assert_int_equal(symlink(mine, fixture_path(f, "cache/sweep.lock")), 0);
    assert_false(uk_sweep(f->cache, 0));
    assert_false(uk_sweep(fixture_path(f, "nowhere"), 0));
    assert_false(there(f, "nowhere"));
    free(mine);
}

/* The real decoder: 300 MB are there, and something new comes. */
static void the_decoder_sweeps(void **state)
{
    struct fixture *f = *state;
    unsigned char wav[44 + 9600] = "RIFF\xa4\x25\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x80\xbb\0\0\0\x77\1\0\2\0\x10\0data\x80\x25\0";
    int64_t frames;
    int channels;
    for (int i = 0; i < 4800; i++)
        wav[45 + 2 * i] = (unsigned char)(i % 50);
    const char *path = fixture_file(f, "a.wav", wav, sizeof wav);
    make(f, A, 150 * MB, 40 * HOUR);
    make(f, B, 150 * MB, 50 * HOUR);
    make(f, C, 10 * MB, 60 * HOUR);
    fixture_restart(f, f->cache, 48000);
    int status = uk_decoder_measure(f->decoder, UK_CLIP_FILE, path, &frames, &channels, &f->m);
    if (status)
        fail_msg("%s", f->m.text);
    assert_int_equal(frames, 4800);
    for (int i = 0; i < 2000 && there(f, B); i++) /* it does so behind the answer, in its own time */
        usleep(5000);
    assert_false(there(f, B) || there(f, C));
    assert_true(there(f, A));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_not_used_for_longest_goes),
        TEST(what_is_in_use_stays),
        TEST(what_a_power_cut_left_goes),
        TEST(a_clock_that_was_wrong_keeps_nothing_for_ever),
        TEST(one_sweeps_once_an_hour),
        TEST(the_decoder_sweeps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
