/* A phrase that is made only as far as it is wanted: the same sound as when it is made at once. */
#include "decode/resample.h"
#include "decode/sound_file.h"
#include "decode/spoken.h"
#include "fixture.h"

#include <fcntl.h>
#include <sys/stat.h>

#define RATE 24000
#define LINE 30000 /* frames of each line */

static uint32_t state;

static int16_t noise(void)
{
    state = state * 1664525u + 1013904223u;
    return (int16_t)(state >> 18) - 8192;
}

/* A pack of two lines of noise; what is in them stays in `lines`. */
static struct uk_voice_pack *make_pack(struct fixture *f, int16_t lines[2][LINE])
{
    static const char text[] = "unknot-voice 1\t24000\na\ta.flac\t30000\t0000000000000000\tOne.\nb\tb.flac\t30000\t0000000000000000\tTwo.\n";
    struct uk_voice_pack *pack;
    assert_int_equal(mkdir(fixture_path(f, "en-noise"), 0700), 0);
    fixture_file(f, "en-noise/lines.tsv", text, strlen(text));
    for (int i = 0; i < 2; i++) {
        struct uk_sound_file *s;
        int fd = open(fixture_path(f, i ? "en-noise/b.flac" : "en-noise/a.flac"), O_RDWR | O_CREAT, 0600);
        for (int k = 0; k < LINE; k++)
            lines[i][k] = noise();
        assert_int_equal(uk_sound_file_create(&s, fd, RATE, 1, &(struct uk_sound_labels){"noise", "a test"}, &f->m), 0);
        assert_int_equal(uk_sound_file_write(s, lines[i], LINE, &f->m), 0);
        assert_int_equal(uk_sound_file_close(s, &f->m), 0);
    }
    assert_int_equal(uk_voice_pack_create(&pack, fixture_path(f, "en-noise"), &f->m), 0);
    return pack;
}

/* Both lines with a silence between them, and a sound of its own behind them. */
static struct uk_spoken *speak(struct fixture *f, struct uk_voice_pack *pack, uint32_t rate)
{
    struct uk_spoken *s;
    int16_t *pcm = malloc(1001 * sizeof *pcm);
    state = 7;
    for (int i = 0; i < 1001; i++)
        pcm[i] = noise();
    assert_int_equal(uk_spoken_create(&s, RATE, rate, &f->m), 0);
    assert_int_equal(uk_spoken_add_line(s, pack, uk_voice_pack_find(pack, "One."), &f->m), 0);
    assert_int_equal(uk_spoken_add_silence(s, 12345, &f->m), 0);
    assert_int_equal(uk_spoken_add_line(s, pack, uk_voice_pack_find(pack, "Two."), &f->m), 0);
    assert_int_equal(uk_spoken_add_silence(s, 0, &f->m), 0);
    assert_int_equal(uk_spoken_add_sound(s, pcm, 1001, &f->m), 0);
    assert_int_equal(uk_spoken_frames_from(s), 2 * LINE + 12345 + 1001);
    assert_int_equal(uk_spoken_frames(s), uk_resampled_frames(2 * LINE + 12345 + 1001, RATE, rate));
    return s;
}

static int16_t *read_all(struct fixture *f, struct uk_spoken *s, int64_t piece)
{
    int64_t frames = uk_spoken_frames(s);
    int16_t *pcm = malloc((size_t)frames * sizeof *pcm);
    for (int64_t at = 0; at < frames; at += piece) {
        size_t n = (size_t)(frames - at < piece ? frames - at : piece);
        assert_int_equal(uk_spoken_read(s, at, n, pcm + at, &f->m), 0);
    }
    return pcm;
}

static void at_its_own_rate_it_is_what_was_recorded(void **state_)
{
    struct fixture *f = *state_;
    static int16_t lines[2][LINE], silence[12345];
    struct uk_voice_pack *pack = make_pack(f, lines);
    struct uk_spoken *s = speak(f, pack, RATE);
    int16_t *pcm = read_all(f, s, 5000);
    assert_memory_equal(pcm, lines[0], sizeof lines[0]);
    assert_memory_equal(pcm + LINE, silence, sizeof silence);
    assert_memory_equal(pcm + LINE + 12345, lines[1], sizeof lines[1]);
    state = 7;
    for (int i = 0; i < 1001; i++)
        assert_int_equal(pcm[2 * LINE + 12345 + i], noise());
    free(pcm);
    uk_spoken_destroy(s);
    uk_voice_pack_destroy(pack);
}

static void pieces_are_the_same_as_all_at_once(void **state_)
{
    struct fixture *f = *state_;
    static int16_t lines[2][LINE];
    static const uint32_t rates[] = {8000, 24000, 44100, 48000, 96000};
    struct uk_voice_pack *pack = make_pack(f, lines);
    for (int i = 0; i < 5; i++) {
        struct uk_spoken *whole = speak(f, pack, rates[i]), *parts = speak(f, pack, rates[i]), *late = speak(f, pack, rates[i]);
        int64_t frames = uk_spoken_frames(whole);
        int16_t *wanted = read_all(f, whole, frames), *pcm = read_all(f, parts, 1777), last[100];
        assert_memory_equal(pcm, wanted, (size_t)frames * sizeof *pcm);
        /* the end first, then the beginning */
        assert_int_equal(uk_spoken_read(late, frames - 100, 100, last, &f->m), 0);
        assert_memory_equal(last, wanted + frames - 100, sizeof last);
        assert_int_equal(uk_spoken_read(late, 0, 100, last, &f->m), 0);
        assert_memory_equal(last, wanted, sizeof last);
        free(wanted);
        free(pcm);
        uk_spoken_destroy(whole);
        uk_spoken_destroy(parts);
        uk_spoken_destroy(late);
    }
    uk_voice_pack_destroy(pack);
}

static int loudest(const int16_t *pcm, int64_t from, int64_t to)
{
    int most = 0;
    for (int64_t i = from; i < to; i++)
        most = abs(pcm[i]) > most ? abs(pcm[i]) : most;
    return most;
}

static void what_is_not_wanted_yet_is_not_read(void **state_)
{
    struct fixture *f = *state_;
    static int16_t lines[2][LINE];
    struct uk_voice_pack *pack = make_pack(f, lines);
    struct uk_spoken *s = speak(f, pack, RATE);
    int16_t pcm[LINE];
    assert_int_equal(uk_spoken_read(s, 0, 10000, pcm, &f->m), 0);
    assert_memory_equal(pcm, lines[0], 10000 * sizeof *pcm);
    /* the second is damaged before anybody got there: a tone, as long as it */
    assert_int_equal(truncate(fixture_path(f, "en-noise/b.flac"), 100), 0);
    assert_int_equal(uk_spoken_read(s, LINE + 12345, LINE, pcm, &f->m), 0);
    assert_in_range(loudest(pcm, 0, LINE), 500, 2000);
    assert_int_equal(loudest(pcm, RATE, LINE), 0);
    assert_int_equal(uk_spoken_read(s, 0, LINE, pcm, &f->m), 0);
    assert_memory_equal(pcm, lines[0], sizeof lines[0]);
    uk_spoken_destroy(s);
    uk_voice_pack_destroy(pack);
}

/* A sound that ends early, though its head says otherwise. */
static void what_ends_early_goes_on_in_silence(void **state_)
{
    struct fixture *f = *state_;
    static int16_t lines[2][LINE];
    struct uk_voice_pack *pack = make_pack(f, lines);
    const char *path = fixture_path(f, "en-noise/a.flac");
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(truncate(path, st.st_size / 2), 0);
    struct uk_spoken *s = speak(f, pack, RATE);
    int16_t *pcm = read_all(f, s, 4096);
    assert_memory_equal(pcm, lines[0], 8000 * sizeof *pcm);
    assert_int_equal(loudest(pcm, LINE - 8000, LINE), 0);
    assert_memory_equal(pcm + LINE + 12345, lines[1], sizeof lines[1]);
    free(pcm);
    uk_spoken_destroy(s);
    uk_voice_pack_destroy(pack);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(at_its_own_rate_it_is_what_was_recorded),
        TEST(pieces_are_the_same_as_all_at_once),
        TEST(what_is_not_wanted_yet_is_not_read),
        TEST(what_ends_early_goes_on_in_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
