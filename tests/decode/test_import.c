/* Sound files of all kinds, read by the real helper program: what plays must be exact, what cannot play must be named. */
#include "decode/sound_file.h"

#include "fixture.h"

#include <fcntl.h>
#include <math.h>
#include <sys/stat.h>

#define RATE 48000

struct wav {
    int format; /* 1: integers, 3: float */
    int bits, channels;
    uint32_t rate;
    const void *data;
    size_t bytes;
    uint32_t claimed; /* size of the data as the header has it; 0: the true one */
    bool claims_nothing;
    const void *list; /* a LIST part in front of the data */
    size_t list_bytes;
};

static void put(unsigned char **p, const void *bytes, size_t n)
{
    if (n > 0)
        memcpy(*p, bytes, n);
    *p += n;
}

static void put_number(unsigned char **p, uint32_t v, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *(*p)++ = (unsigned char)(v >> 8 * i);
}

static const char *write_wav(struct fixture *f, const char *name, const struct wav *w)
{
    unsigned char *all = malloc(w->bytes + w->list_bytes + 100), *p = all;
    uint32_t frame = (uint32_t)(w->channels * w->bits / 8);
    put(&p, "RIFF", 4);
    put_number(&p, (uint32_t)(w->bytes + w->list_bytes + 36), 4);
    put(&p, "WAVEfmt ", 8);
    put_number(&p, 16, 4);
    put_number(&p, (uint32_t)w->format, 2);
    put_number(&p, (uint32_t)w->channels, 2);
    put_number(&p, w->rate, 4);
    put_number(&p, w->rate * frame, 4);
    put_number(&p, frame, 2);
    put_number(&p, (uint32_t)w->bits, 2);
    put(&p, w->list, w->list_bytes);
    put(&p, "data", 4);
    put_number(&p, w->claims_nothing ? 0 : w->claimed ? w->claimed : (uint32_t)w->bytes, 4);
    put(&p, w->data, w->bytes);
    const char *path = fixture_file(f, name, all, (size_t)(p - all));
    free(all);
    return path;
}

/* Noise of 16 bits: every bit counts. */
static int16_t *noise(size_t samples)
{
    int16_t *x = malloc(samples * sizeof *x);
    uint32_t state = 1;
    for (size_t i = 0; i < samples; i++)
        x[i] = (int16_t)((state = state * 1664525 + 1013904223) >> 16);
    return x;
}

static int16_t *load(struct fixture *f, const char *path, int32_t piece, int64_t frames, int channels)
{
    int64_t got_frames;
    int got_channels;
    int16_t *pcm = fixture_load(f, UK_CLIP_FILE, path, piece, &got_frames, &got_channels);
    assert_int_equal(got_frames, frames);
    assert_int_equal(got_channels, channels);
    return pcm;
}

static void expect_refusal(struct fixture *f, const char *path, const char *sentence)
{
    int64_t frames;
    int channels, status = uk_decoder_measure(f->decoder, UK_CLIP_FILE, path, &frames, &channels, &f->m);
    if (status >= 0)
        fail_msg("'%s' was taken: %lld frames", path, (long long)frames);
    if (!strstr(f->m.text, sentence) || !strstr(f->m.text, uk_path_name(path)))
        fail_msg("%s", f->m.text);
    print_message("%d %s\n", status, f->m.text);
}

/* ---- what plays ---- */

static void sixteen_bits_come_through(void **state)
{
    struct fixture *f = *state;
    for (int channels = 1; channels <= 2; channels++) {
        size_t samples = 100001 * (size_t)channels;
        int16_t *x = noise(samples);
        const char *path = write_wav(f, channels == 1 ? "mono.wav" : "stereo.wav",
                                     &(struct wav){1, 16, channels, RATE, .data = x, .bytes = samples * 2});
        int16_t *got = load(f, path, 32768, 100001, channels);
        assert_memory_equal(got, x, samples * 2);
        free(got);
        /* any piece, in any order, also by a decoder that has only the cache */
        fixture_restart(f, f->cache, RATE);
        static const int64_t from[] = {99990, 0, 50000, 4095, 4096, 1, 77777, 100000};
        for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
            int16_t piece[2 * 1000];
            int64_t n = 100001 - from[i] < 1000 ? 100001 - from[i] : 1000;
            assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, channels, from[i], 1000, piece, &f->m), 0);
            assert_memory_equal(piece, x + from[i] * channels, (size_t)(n * channels) * 2);
        }
        free(x);
    }
}

static void every_rate_gives_the_exact_length(void **state)
{
    struct fixture *f = *state;
    static const uint32_t rates[] = {4000, 8000, 22050, 44100, 96000, 192000, 384000};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        char name[32];
        uint32_t n = rates[i];
        int16_t *x = malloc(n * sizeof *x);
        for (uint32_t k = 0; k < n; k++)
            x[k] = (int16_t)lrint(16000 * sin(2 * 3.14159265358979 * 440 * k / rates[i]));
        snprintf(name, sizeof name, "rate-%u.wav", rates[i]);
        const char *path = write_wav(f, name, &(struct wav){1, 16, 1, rates[i], .data = x, .bytes = n * 2});
        int16_t *got = load(f, path, 10000, RATE, 1);
        for (int k = 5000; k < 43000; k++)
            assert_true(fabs(got[k] - 16000 * sin(2 * 3.14159265358979 * 440 * k / RATE)) < 8);
        free(got);
        free(x);
    }
    static const int16_t one = 12345;
    free(load(f, write_wav(f, "one.wav", &(struct wav){1, 16, 1, RATE, .data = &one, .bytes = 2}), 10, 1, 1));
    free(load(f, write_wav(f, "one8.wav", &(struct wav){1, 16, 1, 8000, .data = &one, .bytes = 2}), 10, 6, 1));
    free(load(f, write_wav(f, "one96.wav", &(struct wav){1, 16, 1, 96000, .data = &one, .bytes = 2}), 10, 1, 1));
}

static void more_channels_become_two(void **state)
{
    struct fixture *f = *state;
    for (int channels = 3; channels <= 64; channels = channels * 2 - (channels == 3)) {
        char name[32];
        int16_t *x = calloc(1000 * (size_t)channels, sizeof *x);
        for (int i = 0; i < 1000 * channels; i++)
            x[i] = i % channels == 0 ? 20000 : 0; /* the left one only */
        snprintf(name, sizeof name, "%d.wav", channels);
        const char *path = write_wav(f, name, &(struct wav){1, 16, channels, RATE, .data = x, .bytes = 2000 * (size_t)channels});
        int16_t *got = load(f, path, 1000, 1000, 2);
        assert_true(got[500] > 500);
        assert_int_equal(got[501], 0);
        free(got);
        /* all at full scale: nothing goes beyond */
        for (int i = 0; i < 1000 * channels; i++)
            x[i] = 32767;
        path = write_wav(f, name, &(struct wav){1, 16, channels, RATE, .data = x, .bytes = 2000 * (size_t)channels});
        got = load(f, path, 1000, 1000, 2);
        assert_true(got[500] > 32700 && got[501] > 32700);
        free(got);
        free(x);
    }
}

static void strange_numbers_are_tamed(void **state)
{
    struct fixture *f = *state;
    static const uint32_t rates[] = {RATE, 44100};
    for (int r = 0; r < 2; r++) {
        float x[4410 * 2];
        for (int i = 0; i < 8820; i++)
            x[i] = 0.25f;
        x[1000] = NAN, x[2000] = INFINITY, x[3000] = -INFINITY, x[4000] = 3.4e38f, x[4001] = 100, x[4002] = -100;
        const char *path = write_wav(f, r ? "strange44.wav" : "strange.wav", &(struct wav){3, 32, 1, rates[r], .data = x, .bytes = sizeof x});
        int64_t frames = r ? 9600 : 8820;
        int16_t *got = load(f, path, 8820, frames, 1);
        if (r == 0) {
            assert_int_equal(got[999], 8192);
            assert_int_equal(got[1000], 0);
            assert_int_equal(got[2000], 0);
            assert_int_equal(got[4000], 32767);
            assert_int_equal(got[4001], 32767);
            assert_int_equal(got[4002], -32768);
        }
        assert_true(abs(got[frames - 200] - 8192) <= 1);
        free(got);
    }
}

static void the_name_does_not_matter(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"a.flac", "a.txt", "a", "a.vox", "a.raw", "a b'c.png"};
    int16_t *x = noise(1000);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int16_t *got = load(f, write_wav(f, names[i], &(struct wav){1, 16, 1, RATE, .data = x, .bytes = 2000}), 1000, 1000, 1);
        assert_memory_equal(got, x, 2000);
        free(got);
    }
    free(x);
}

static void unknown_sizes_play_to_the_end(void **state)
{
    struct fixture *f = *state;
    static const uint32_t sizes[] = {0xffffffffu, 0x7ffff000u, 0x80000000u};
    int16_t *x = noise(1000);
    for (size_t i = 0; i < 3; i++) {
        int16_t *got = load(f, write_wav(f, "pipe.wav", &(struct wav){1, 16, 1, RATE, .data = x, .bytes = 2000, .claimed = sizes[i]}),
                            1000, 1000, 1);
        assert_memory_equal(got, x, 2000);
        free(got);
    }
    /* a program that counts its own header in */
    int16_t *got = load(f, write_wav(f, "header.wav", &(struct wav){1, 16, 1, RATE, .data = x, .bytes = 2000, .claimed = 2044}), 1000,
                        1000, 1);
    free(got);
    free(x);
}

static void crumbs_behind_the_sound_do_not_matter(void **state)
{
    struct fixture *f = *state;
    struct stat s;
    int16_t *x = noise(1000);
    const char *path = write_wav(f, "crumbs.wav", &(struct wav){1, 16, 1, RATE, .data = x, .bytes = 2000});
    assert_int_equal(stat(path, &s), 0);
    int fd = open(path, O_WRONLY);
    assert_int_equal(pwrite(fd, "TAGcrumbs of a player", 21, s.st_size), 21);
    close(fd);
    int16_t *got = load(f, path, 1000, 1000, 1);
    assert_memory_equal(got, x, 2000);
    free(got);
    /* but a list there is read by the decoder, so it must be right */
    fd = open(path, O_WRONLY);
    assert_int_equal(pwrite(fd, "LIST\x10\0\0\0INFOIART\xf8\xff\xff\xff" "abcd", 24, s.st_size), 24);
    close(fd);
    expect_refusal(f, path, "is damaged");
    free(x);
}

static void a_changed_file_is_read_again(void **state)
{
    struct fixture *f = *state;
    int16_t *x = noise(3000);
    for (size_t n = 1000; n <= 3000; n += 1000) {
        int16_t *got = load(f, write_wav(f, "same.wav", &(struct wav){1, 16, 1, RATE, .data = x, .bytes = n * 2}), 1000, (int64_t)n, 1);
        assert_memory_equal(got, x, n * 2);
        free(got);
    }
    free(x);
}

static void a_file_may_go_while_it_plays(void **state)
{
    struct fixture *f = *state;
    int16_t *x = noise(60000), piece[1000];
    const char *path = write_wav(f, "stick.wav", &(struct wav){1, 16, 1, RATE, .data = x, .bytes = 120000});
    free(load(f, path, 1000, 60000, 1));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 1, 40000, 1000, piece, &f->m), 0);
    assert_memory_equal(piece, x + 40000, 2000);
    expect_refusal(f, path, "there is no file");
    free(x);
}

static void plays_without_a_cache(void **state)
{
    struct fixture *f = *state;
    int16_t *x = noise(60000);
    const char *path = write_wav(f, "plain.wav", &(struct wav){1, 16, 2, RATE, .data = x, .bytes = 120000});
    fixture_restart(f, "/proc/nowhere", RATE);
    int16_t *got = load(f, path, 7777, 30000, 2);
    assert_memory_equal(got, x, 120000);
    free(got);
    free(x);
    /* ten minutes are too much for memory */
    int64_t bytes = INT64_C(600) * RATE * 4;
    x = calloc(1, (size_t)bytes);
    path = write_wav(f, "long.wav", &(struct wav){1, 16, 2, RATE, .data = x, .bytes = (size_t)bytes});
    expect_refusal(f, path, "too long to be kept in memory, and the cache '/proc/nowhere'");
    free(x);
}

static void an_mp3_of_many_bit_rates_plays_to_its_end(void **state)
{
    struct fixture *f = *state;
    /* silence: one frame of 320 kbit/s, from which the length would be guessed, and a hundred of 32; no table of contents */
    static unsigned char mp3[960 + 100 * 96];
    for (int i = 0; i < 101; i++)
        memcpy(mp3 + (i ? 960 + (i - 1) * 96 : 0), i ? "\xff\xfb\x14\xc0" : "\xff\xfb\xe4\xc0", 4);
    const char *path = fixture_file(f, "many.mp3", mp3, sizeof mp3);
    int64_t frames;
    int channels, status = uk_decoder_measure(f->decoder, UK_CLIP_FILE, path, &frames, &channels, &f->m);
    if (status == UNKNOT_BAD_DATA && strstr(f->m.text, "cannot be decoded"))
        skip(); /* a libsndfile without MP3 */
    assert_int_equal(status, UNKNOT_OK);
    assert_int_equal(channels, 1);
    assert_true(frames > 99 * 1152 && frames <= 101 * 1152);
}

/* ---- what cannot play ---- */

static void names_what_is_no_sound(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *name, *bytes;
        size_t n;
        const char *sentence;
    } cases[] = {
        {"empty.wav", "", 0, "is empty"},
        {"zeros.flac", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16, "zeros"},
        {"page.mp3", "\n<!DOCTYPE html><html>404</html>", 31, "a web page"},
        {"lfs.wav", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", 55, "git lfs pull"},
        {"pic.ogg", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "a picture (PNG)"},
        {"notes.wav", "Buy milk.\nCaf\xc3\xa9.\n", 17, "a text"},
        {"song.m4a", "\0\0\0 ftypM4A \0\0\0\0", 16, "M4A"},
        {"noise.au", "\x93\x21\xfe\x07\xaa\x55\x12\x99\x01\x02\x03\x04\x80\x90\xa0\xb0", 16, "of a kind that unknot does not read"},
        {"half.flac", "fLaC\0\0\0\x22", 8, "cannot be decoded"},
        {"half.ogg", "OggS\0\2\0\0", 8, "cannot be decoded"},
        {"half.wav", "RIFF\x24\0\0\0WAVE", 12, "cannot be decoded"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_refusal(f, fixture_file(f, cases[i].name, cases[i].bytes, cases[i].n), cases[i].sentence);
    char *big = calloc(1, 1 << 20);
    expect_refusal(f, fixture_file(f, "zeros.wav", big, 1 << 20), "zeros");
    free(big);
}

static void names_what_is_no_file(void **state)
{
    struct fixture *f = *state;
    const char *fifo = fixture_path(f, "fifo.wav");
    assert_int_equal(mkfifo(fifo, 0600), 0);
    expect_refusal(f, fifo, "is a pipe or a device");
    expect_refusal(f, f->folder, "is a folder");
    expect_refusal(f, "/dev/zero", "is a pipe or a device");
    expect_refusal(f, fixture_path(f, "nothing.wav"), "there is no file");
    expect_refusal(f, "", "there is no file");
    const char *loop = fixture_path(f, "loop.wav");
    assert_int_equal(symlink(loop, loop), 0);
    expect_refusal(f, loop, "cannot be opened");
    char longest[6000];
    int64_t frames;
    int channels;
    memset(longest, 'a', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_true(uk_decoder_measure(f->decoder, UK_CLIP_FILE, longest, &frames, &channels, &f->m) < 0);
    longest[4090] = '\0';
    assert_true(uk_decoder_measure(f->decoder, UK_CLIP_FILE, longest, &frames, &channels, &f->m) < 0);
    if (geteuid() != 0) {
        const char *secret = fixture_file(f, "secret.wav", "x", 1);
        assert_int_equal(chmod(secret, 0), 0);
        expect_refusal(f, secret, "chmod u+r");
    }
}

static void refuses_what_is_damaged(void **state)
{
    struct fixture *f = *state;
    int16_t *x = noise(20000);
    static const unsigned char endless[] = "LIST\x10\0\0\0INFOIART\xf8\xff\xff\xff" "abc";
    static const unsigned char large[] = "LIST\0\0\1\0INFO";
    struct wav w = {1, 16, 1, RATE, .data = x, .bytes = 40000};
    w.list = endless, w.list_bytes = 24;
    expect_refusal(f, write_wav(f, "list.wav", &w), "its part 'IART' claims more");
    w.list = large, w.list_bytes = 12;
    expect_refusal(f, write_wav(f, "large.wav", &w), "its part 'LIST' claims more");
    w.list = NULL, w.list_bytes = 0, w.claimed = 80000;
    expect_refusal(f, write_wav(f, "cut.wav", &w), "is cut: only 50 %");
    w.claimed = 0, w.claims_nothing = true;
    expect_refusal(f, write_wav(f, "power.wav", &w), "no sound in it");
    w.claims_nothing = false, w.rate = 1000000;
    expect_refusal(f, write_wav(f, "fast.wav", &w), "1000000 Hz");
    w.rate = 100;
    expect_refusal(f, write_wav(f, "slow.wav", &w), "100 Hz");
    w.rate = RATE, w.channels = 100;
    expect_refusal(f, write_wav(f, "wide.wav", &w), "100 channels");
    free(x);
}

static void refuses_a_cut_flac(void **state)
{
    struct fixture *f = *state;
    int16_t *x = noise(RATE);
    const char *path = fixture_path(f, "cut.flac");
    struct uk_sound_file *s;
    struct stat st;
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_int_equal(uk_sound_file_create(&s, fd, RATE, 1, &(struct uk_sound_labels){"a", "b"}, &f->m), 0);
    assert_int_equal(uk_sound_file_write(s, x, RATE, &f->m), 0);
    assert_int_equal(uk_sound_file_close(s, &f->m), 0);
    int16_t *got = load(f, path, 5000, RATE, 1);
    assert_memory_equal(got, x, RATE * 2);
    free(got);
    assert_int_equal(stat(path, &st), 0);
    /* one bad byte: the decoder stops there and says that all is well */
    fd = open(path, O_RDWR);
    assert_int_equal(pwrite(fd, "\x5a\xa5\x5a", 3, st.st_size / 3), 3);
    close(fd);
    expect_refusal(f, path, "is cut or damaged: only");
    assert_int_equal(truncate(path, st.st_size / 2), 0);
    expect_refusal(f, path, "is cut or damaged: only");
    free(x);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sixteen_bits_come_through),
        TEST(every_rate_gives_the_exact_length),
        TEST(more_channels_become_two),
        TEST(strange_numbers_are_tamed),
        TEST(the_name_does_not_matter),
        TEST(unknown_sizes_play_to_the_end),
        TEST(crumbs_behind_the_sound_do_not_matter),
        TEST(a_changed_file_is_read_again),
        TEST(a_file_may_go_while_it_plays),
        TEST(plays_without_a_cache),
        TEST(an_mp3_of_many_bit_rates_plays_to_its_end),
        TEST(names_what_is_no_sound),
        TEST(names_what_is_no_file),
        TEST(refuses_what_is_damaged),
        TEST(refuses_a_cut_flac),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
