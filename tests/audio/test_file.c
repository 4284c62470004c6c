/* sink-file: every format, whole or not at all. The doors to a full disk are a limit on file sizes and a tiny file system. */
#include "sinks.h"

#include <sndfile.h>

#include <math.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

static const struct unknot_sink_chapter chapters[] = {{0, "Settle"}, {24000, "Left side: pr\xc3\xa4ss"}};

static const struct unknot_sink_about about = {
    .size = sizeof about, .title = "Upper trapezius", .length_frames = 48000, .chapters = chapters, .chapter_count = 2,
};

static int open_file(struct uk_sink **s, const char *path, uint32_t rate, const struct unknot_sink_about *a,
                     struct unknot_sink_format *format, struct uk_message *m)
{
    *format = (struct unknot_sink_format){.size = sizeof *format, .rate = rate};
    return uk_sink_open(s, &places, "file", path, format, a, m);
}

static float *soft_sine(uint32_t frames, double rate)
{
    float *sound = malloc((size_t)frames * 2 * sizeof *sound);
    assert_non_null(sound);
    for (uint32_t i = 0; i < 2 * frames; i++)
        sound[i] = (float)(0.25 * sin(2 * M_PI * 330 * (i / 2) / rate));
    return sound;
}

/* Writes 48,000 frames in uneven blocks: the known sound as 16 bits, a sine as floats. */
static void write_file(const char *path, const struct unknot_sink_about *a)
{
    const uint32_t blocks[] = {1, 7, 480, 30000, 17512};
    struct unknot_sink_format format;
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    if (open_file(&s, path, 48000, a, &format, &m))
        fail_msg("%s", m.text);
    float *sine = soft_sine(48000, 48000);
    uint32_t at = 0;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; at += blocks[i++]) {
        int status = format.sample_format == UNKNOT_S16 ? write_known(s, at, blocks[i], &m)
                                                        : write_all(s, sine + 2 * (size_t)at, blocks[i], 8, &m);
        assert_int_equal(status, UNKNOT_OK);
    }
    assert_int_equal(at, 48000);
    free(sine);
    assert_int_equal(access(path, F_OK), -1); /* not before it is whole */
    if (uk_sink_finish(s, &m))
        fail_msg("%s", m.text);
    uk_sink_close(s);
}

static void assert_alone(const struct room *room, const char *name)
{
    char part[160];
    snprintf(part, sizeof part, "%s.part", in_room(room, name));
    assert_int_equal(access(part, F_OK), -1);
}

static SNDFILE *open_written(const char *path, SF_INFO *info)
{
    *info = (SF_INFO){0};
    SNDFILE *f = sf_open(path, SFM_READ, info);
    if (!f)
        fail_msg("%s: %s", path, sf_strerror(NULL));
    assert_int_equal(info->channels, 2);
    assert_int_equal(info->samplerate, 48000);
    assert_string_equal(sf_get_string(f, SF_STR_TITLE), about.title);
    return f;
}

static void test_exact_formats_hold_every_bit(void **state)
{
    static const char *const names[] = {"a.wav", "a.flac", "A.WAV"};
    for (size_t i = 0; i < 3; i++) {
        const char *path = in_room(*state, names[i]);
        SF_INFO info;
        write_file(path, &about);
        assert_alone(*state, names[i]);
        SNDFILE *f = open_written(path, &info);
        assert_int_equal(info.format & SF_FORMAT_SUBMASK, SF_FORMAT_PCM_16);
        assert_int_equal(info.frames, 48000);
        assert_string_equal(sf_get_string(f, SF_STR_COMMENT), "0:00 Settle\n0:00 Left side: pr\xc3\xa4ss");
        int16_t *got = calloc(48000, 4), *want = known_sound(0, 48000);
        assert_int_equal(sf_readf_short(f, got, 48000), 48000);
        assert_memory_equal(got, want, 48000 * 4);
        free(got);
        free(want);
        sf_close(f);
    }
}

static void test_wav_has_chapters_as_cue_points(void **state)
{
    const char *path = in_room(*state, "a.wav");
    SF_CUES cues = {0};
    SF_INFO info;
    write_file(path, &about);
    SNDFILE *f = open_written(path, &info);
    assert_int_equal(info.format & SF_FORMAT_TYPEMASK, SF_FORMAT_WAV);
    assert_true(sf_command(f, SFC_GET_CUE, &cues, sizeof cues));
    assert_int_equal(cues.cue_count, 2);
    assert_int_equal(cues.cue_points[1].sample_offset, 24000);
    sf_close(f);
}

static void test_lossy_formats_sound_the_same(void **state)
{
    static const char *const names[] = {"a.ogg", "a.opus", "a.mp3"};
    float *sine = soft_sine(48000, 48000);
    for (size_t i = 0; i < 3; i++) {
        const char *path = in_room(*state, names[i]);
        static float got[2 * 60000];
        SF_INFO info;
        write_file(path, &about);
        assert_alone(*state, names[i]);
        SNDFILE *f = open_written(path, &info);
        sf_count_t n = sf_readf_float(f, got, 60000);
        assert_in_range(n, 48000, 50400); /* mp3 pads */
        /* the frequency: zero crossings; the level: the mean square */
        double square = 0;
        int crossings = 0;
        for (uint32_t k = 4800; k < 43200; k++) {
            square += (double)got[2 * k] * got[2 * k] / 38400;
            crossings += (got[2 * k] < 0) != (got[2 * k + 2] < 0);
        }
        assert_in_range(crossings, 526, 530); /* 2 * 330 * 0.8 s */
        assert_true(fabs(square / (0.25 * 0.25 / 2) - 1) < 0.05);
        sf_close(f);
    }
    free(sine);
}

static void test_two_renders_are_the_same_file(void **state)
{
    static const char *const names[] = {"wav", "flac"};
    for (size_t i = 0; i < 2; i++) {
        char a[160], b[160];
        size_t na, nb;
        snprintf(a, sizeof a, "%s.%s", in_room(*state, "a"), names[i]);
        snprintf(b, sizeof b, "%s.%s", in_room(*state, "b"), names[i]);
        write_file(a, &about);
        write_file(b, &about);
        char *x = read_whole(a, &na), *y = read_whole(b, &nb);
        assert_int_equal(na, nb);
        assert_memory_equal(x, y, na);
        free(x);
        free(y);
    }
}

/* Of unknown length it is written as RF64, which becomes WAV at the end when it is small enough. */
static void test_wav_of_unknown_length(void **state)
{
    const char *path = in_room(*state, "a.wav");
    size_t n;
    write_file(path, NULL);
    char *bytes = read_whole(path, &n);
    assert_memory_equal(bytes, "RIFF", 4);
    free(bytes);
}

static void test_without_finish_nothing_is_left(void **state)
{
    const char *path = in_room(*state, "a.flac");
    struct unknot_sink_format format;
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    assert_int_equal(open_file(&s, path, 48000, &about, &format, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, 100000, &m), UNKNOT_OK);
    uk_sink_close(s);
    assert_int_equal(access(path, F_OK), -1);
    assert_alone(*state, "a.flac");
}

static void test_the_old_file_stays_until_the_new_one_is_whole(void **state)
{
    const char *path = in_room(*state, "a.wav");
    struct unknot_sink_format format;
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    size_t before, after;
    write_file(path, &about);
    free(read_whole(path, &before));
    assert_int_equal(open_file(&s, path, 48000, &about, &format, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, 10, &m), UNKNOT_OK);
    uk_sink_close(s);
    free(read_whole(path, &after));
    assert_int_equal(before, after);
}

static void test_what_a_killed_run_left_is_used_again(void **state)
{
    FILE *stale = fopen(in_room(*state, "a.wav.part"), "w");
    for (int i = 0; i < 1000000; i++)
        putc('x', stale);
    fclose(stale);
    write_file(in_room(*state, "a.wav"), &about);
    assert_alone(*state, "a.wav");
    struct stat s;
    assert_int_equal(stat(in_room(*state, "a.wav"), &s), 0);
    assert_true(s.st_size < 193000);
}

static void test_two_at_once_do_not_mix(void **state)
{
    const char *path = in_room(*state, "a.wav");
    struct unknot_sink_format format;
    struct uk_message m = {""};
    struct uk_sink *one = NULL, *two = NULL;
    assert_int_equal(open_file(&one, path, 48000, &about, &format, &m), UNKNOT_OK);
    assert_int_equal(write_known(one, 0, 48000, &m), UNKNOT_OK);
    assert_int_equal(open_file(&two, path, 48000, &about, &format, &m), UNKNOT_IO);
    assert_says(&m, "is in use: something else is writing it now");
    assert_int_equal(uk_sink_finish(one, &m), UNKNOT_OK);
    uk_sink_close(one);
    assert_int_equal(access(path, F_OK), 0);
}

static void test_what_cannot_be_written_is_said(void **state)
{
    struct unknot_sink_format format;
    const struct {
        const char *name;
        uint32_t rate;
        int status;
        const char *says;
    } cases[] = {
        {"", 48000, UNKNOT_BAD_ARGUMENT, "the sink 'file' needs the name of a file to write"},
        {"a", 48000, UNKNOT_BAD_ARGUMENT, "does not end in the name of a format: call it .wav, .flac, .ogg, .opus or .mp3"},
        {"a.aiff", 48000, UNKNOT_BAD_ARGUMENT, "call it .wav, .flac, .ogg, .opus or .mp3"},
        {"no/such/a.wav", 48000, UNKNOT_IO, "cannot be written: there is no such folder"},
        {"folder.wav", 48000, UNKNOT_BAD_ARGUMENT, "is no file: choose another name"},
        {"a.opus", 44100, UNKNOT_BAD_ARGUMENT, "a.opus' cannot be written at 44100 frames a second: opus takes 48000, 24000, 16000, 12000, 8000"},
        {"a.mp3", 96000, UNKNOT_BAD_ARGUMENT, "a.mp3' cannot be written at 96000 frames a second: mp3 takes 48000, 44100, "},
    };
    assert_int_equal(mkdir(in_room(*state, "folder.wav"), 0700), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        const char *path = *cases[i].name ? in_room(*state, cases[i].name) : "";
        int status = open_file(&s, path, cases[i].rate, NULL, &format, &m);
        assert_says(&m, cases[i].says);
        assert_int_equal(status, cases[i].status);
        assert_null(s);
    }
    assert_alone(*state, "a.opus");
    assert_alone(*state, "a.mp3");
}

/* Writes until it fails, at most 10,000,000 frames. */
static int write_too_much(struct uk_sink *s, const struct unknot_sink_format *format, struct uk_message *m)
{
    static float loud[2 * 8192];
    int status = 0;
    for (size_t i = 0; i < 2 * 8192; i++)
        loud[i] = (float)(rand() % 1000) / 2000;
    for (int i = 0; i < 1200 && status == 0; i++)
        status = format->sample_format == UNKNOT_S16 ? write_known(s, i * 8192, 8192, m) : write_all(s, loud, 8192, 8, m);
    return status ? status : uk_sink_finish(s, m);
}

static void assert_fails_clean(struct room *room, const char *name, const char *says)
{
    struct unknot_sink_format format;
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    char path[160];
    snprintf(path, sizeof path, "%s", in_room(room, name));
    assert_int_equal(open_file(&s, path, 48000, &about, &format, &m), UNKNOT_OK);
    assert_int_equal(write_too_much(s, &format, &m), UNKNOT_IO);
    assert_says(&m, says);
    uk_sink_close(s);
    assert_int_equal(access(path, F_OK), -1);
    assert_alone(room, name);
}

static void test_a_limit_on_size_leaves_nothing(void **state)
{
    static const char *const names[] = {"a.wav", "a.flac", "a.ogg", "a.opus", "a.mp3"};
    struct rlimit before, small;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 100000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_fails_clean(*state, names[i], "has become larger than files may be there");
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
}

/* Only root can make a file system; it is in a name space of this test's own. */
static void test_a_full_disk_leaves_nothing(void **state)
{
    static const char *const names[] = {"disk/a.wav", "disk/a.flac", "disk/a.ogg", "disk/a.opus", "disk/a.mp3"};
    const char *disk = in_room(*state, "disk");
    assert_int_equal(mkdir(disk, 0700), 0);
    if (unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) || mount("none", disk, "tmpfs", 0, "size=64k")) {
        print_message("no right to mount: not tried\n");
        skip();
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_fails_clean(*state, names[i], "there is no room left for '");
    assert_int_equal(umount(in_room(*state, "disk")), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_exact_formats_hold_every_bit),
        TEST(test_wav_has_chapters_as_cue_points),
        TEST(test_lossy_formats_sound_the_same),
        TEST(test_two_renders_are_the_same_file),
        TEST(test_wav_of_unknown_length),
        TEST(test_without_finish_nothing_is_left),
        TEST(test_the_old_file_stays_until_the_new_one_is_whole),
        TEST(test_what_a_killed_run_left_is_used_again),
        TEST(test_two_at_once_do_not_mix),
        TEST(test_what_cannot_be_written_is_said),
        TEST(test_a_limit_on_size_leaves_nothing),
        TEST(test_a_full_disk_leaves_nothing),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
