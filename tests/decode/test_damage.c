/* The cache is damaged, shared or full: what is heard is right all the same, and the cache is whole again afterwards. */
#include "fixture.h"

#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define RATE 48000
#define PIECE 32768
#define PHRASE "And let it go."

/* What is in a cache. */
struct content {
    int sounds, parts, others;
    char last[512]; /* a sound */
};

static struct content seen; /* nftw has no other way */

static int see(const char *path, const struct stat *s, int type, struct FTW *w)
{
    (void)s;
    const char *name = path + w->base, *dot = strrchr(name, '.');
    if (type != FTW_F)
        return 0;
    if (dot && strcmp(dot, ".flac") == 0) {
        snprintf(seen.last, sizeof seen.last, "%s", path);
        seen.sounds++;
    } else if (dot && strcmp(dot, ".part") == 0) {
        seen.parts++;
    } else if (dot && strcmp(dot, ".txt") != 0 && strcmp(name, "sweep.lock") != 0) {
        seen.others++;
    }
    return 0;
}

static struct content look(const char *cache)
{
    seen = (struct content){0};
    nftw(cache, see, 16, FTW_PHYS);
    return seen;
}

/* A sound as it should be, and its file in the cache. */
struct subject {
    enum uk_clip_kind kind;
    const char *name;
    int16_t *pcm;
    int64_t frames;
    int channels;
    char file[512];
    char *bytes; /* of that file */
    size_t size;
};

static void read_all(const char *path, char **bytes, size_t *size)
{
    FILE *in = fopen(path, "rb");
    struct stat s;
    assert_true(in && fstat(fileno(in), &s) == 0);
    *size = (size_t)s.st_size;
    *bytes = malloc(*size + 1);
    assert_int_equal(fread(*bytes, 1, *size, in), *size);
    fclose(in);
}

static void write_all(const char *path, const char *bytes, size_t size)
{
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, size, out), size);
    assert_int_equal(fclose(out), 0);
}

static struct subject make(struct fixture *f, enum uk_clip_kind kind, const char *name)
{
    struct subject s = {.kind = kind, .name = name};
    s.pcm = fixture_load(f, kind, name, PIECE, &s.frames, &s.channels);
    struct content c = look(f->cache);
    assert_int_equal(c.sounds, 1);
    assert_int_equal(c.parts + c.others, 0);
    strcpy(s.file, c.last);
    read_all(s.file, &s.bytes, &s.size);
    return s;
}

static void drop(struct subject *s)
{
    free(s->pcm);
    free(s->bytes);
}

static void expect_right(struct fixture *f, const struct subject *s, const char *what, size_t at)
{
    int64_t frames;
    int channels;
    fixture_restart(f, f->cache, RATE);
    int16_t *pcm = fixture_load(f, s->kind, s->name, PIECE, &frames, &channels);
    if (frames != s->frames || channels != s->channels || memcmp(pcm, s->pcm, (size_t)(frames * channels) * sizeof *pcm) != 0)
        fail_msg("%s at %zu is heard", what, at);
    free(pcm);
}

/* It was damaged: it is heard as it should be, and its file is made again, or was good enough. */
static void expect_made_again(struct fixture *f, const struct subject *s, const char *what, size_t at)
{
    expect_right(f, s, what, at);
    char *bytes;
    size_t size;
    read_all(s->file, &bytes, &size);
    if (size != s->size || memcmp(bytes, s->bytes, size) != 0)
        fail_msg("%s at %zu stays in the cache", what, at);
    free(bytes);
    struct content c = look(f->cache);
    assert_int_equal(c.sounds, 1);
    assert_int_equal(c.parts + c.others, 0);
}

static void cut_anywhere(struct fixture *f, const struct subject *s)
{
    for (size_t at = 0; at < s->size; at += 997) {
        write_all(s->file, s->bytes, at);
        expect_made_again(f, s, "a cut", at);
    }
    write_all(s->file, s->bytes, s->size - 1);
    expect_made_again(f, s, "a cut", s->size - 1);
}

static void flip_anywhere(struct fixture *f, const struct subject *s)
{
    char *bytes = malloc(s->size);
    /* 8 to 25 is what the header says of blocks, rate and length; the rest is sampled */
    for (size_t at = 0; at < s->size; at += at < 26 ? 1 : 997) {
        memcpy(bytes, s->bytes, s->size);
        bytes[at] ^= at == 25 ? 1 << 5 | 1 : 0x10;
        write_all(s->file, bytes, s->size);
        expect_right(f, s, "a changed byte", at);
    }
    free(bytes);
    write_all(s->file, s->bytes, s->size);
}

/* The header's 36 bits of length, with good audio behind. */
static void lie_about_the_length(struct fixture *f, const struct subject *s)
{
    static const uint64_t lies[] = {1, 3000, 4096, 400000, 0xfffffffff};
    char *bytes = malloc(s->size);
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        memcpy(bytes, s->bytes, s->size);
        bytes[21] = (char)(((unsigned char)bytes[21] & 0xf0) | (lies[i] >> 32));
        for (int k = 0; k < 4; k++)
            bytes[22 + k] = (char)(lies[i] >> (24 - 8 * k));
        write_all(s->file, bytes, s->size);
        expect_made_again(f, s, "a length that is a lie", i);
    }
    free(bytes);
}

static void something_else_in_its_place(struct fixture *f, const struct subject *s)
{
    write_all(s->file, "", 0);
    expect_made_again(f, s, "nothing", 0);
    write_all(s->file, "not a sound at all\n", 19);
    expect_made_again(f, s, "a text", 0);
    assert_int_equal(unlink(s->file), 0);
    assert_int_equal(symlink("/dev/zero", s->file), 0);
    expect_made_again(f, s, "a device", 0);
    assert_int_equal(chmod(s->file, 0), 0);
    expect_made_again(f, s, "a file that may not be read", 0);
    assert_int_equal(unlink(s->file), 0);
    assert_int_equal(mkfifo(s->file, 0600), 0);
    expect_made_again(f, s, "a pipe", 0);
    assert_int_equal(unlink(s->file), 0);
    assert_int_equal(mkdir(s->file, 0700), 0);
    expect_right(f, s, "a folder", 0);
    expect_right(f, s, "a folder", 1);
    rmdir(s->file);
    expect_made_again(f, s, "nothing", 1);
}

static void a_phrase(void **state)
{
    struct fixture *f = *state;
    struct subject s = make(f, UK_CLIP_PHRASE, PHRASE);
    cut_anywhere(f, &s);
    flip_anywhere(f, &s);
    lie_about_the_length(f, &s);
    something_else_in_its_place(f, &s);
    drop(&s);
}

static void put32(unsigned char *p, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        p[i] = (unsigned char)(v >> (8 * i));
}

/* Half a second of a tone in stereo. */
static const char *tone(struct fixture *f)
{
    enum { FRAMES = RATE / 2 };
    static unsigned char wav[44 + FRAMES * 4] = "RIFF....WAVEfmt \x10\0\0\0\1\0\2\0\x80\xbb\0\0\0\xee\2\0\4\0\x10\0data";
    put32(wav + 4, sizeof wav - 8);
    put32(wav + 40, FRAMES * 4);
    for (int i = 0; i < FRAMES; i++)
        put32(wav + 44 + 4 * i, (uint32_t)(uint16_t)lrint(9000 * sin(i * 0.05)) << 16 | (uint16_t)lrint(7000 * sin(i * 0.031)));
    return fixture_file(f, "tone.wav", wav, sizeof wav);
}

static void a_clip(void **state)
{
    struct fixture *f = *state;
    char *path = strdup(tone(f));
    struct subject s = make(f, UK_CLIP_FILE, path);
    cut_anywhere(f, &s);
    flip_anywhere(f, &s);
    lie_about_the_length(f, &s);
    something_else_in_its_place(f, &s);
    drop(&s);
    free(path);
}

/* ---- two at once ---- */

#define PHRASES 40

struct speaker {
    struct fixture f;
    int16_t *pcm[PHRASES];
    int64_t frames[PHRASES];
    int failures;
};

static const char *phrase(int i, char out[64])
{
    static const char *const what[] = {"Breathe in", "Press", "Let go", "Move on", "Hold"};
    snprintf(out, 64, "%s, number %d.", what[i % 5], i);
    return out;
}

static void *speak_all(void *ctx)
{
    struct speaker *s = ctx;
    char text[64];
    int channels;
    for (int i = 0; i < PHRASES; i++) {
        s->failures += uk_decoder_measure(s->f.decoder, UK_CLIP_PHRASE, phrase(i, text), &s->frames[i], &channels, &s->f.m) != 0;
        s->pcm[i] = calloc((size_t)s->frames[i] + 1, sizeof **s->pcm);
        for (int64_t at = 0; at < s->frames[i]; at += PIECE) {
            int32_t n = s->frames[i] - at < PIECE ? (int32_t)(s->frames[i] - at) : PIECE;
            s->failures += uk_decoder_load(s->f.decoder, UK_CLIP_PHRASE, text, 1, at, n, s->pcm[i] + at, &s->f.m) != 0;
        }
    }
    return NULL;
}

static void two_speak_the_same_at_once(void **state)
{
    struct fixture *f = *state;
    struct speaker s[3] = {0}; /* the third comes later, and has it all from the cache */
    pthread_t threads[2];
    for (int i = 0; i < 3; i++) {
        s[i].f.places = f->places;
        fixture_restart(&s[i].f, f->cache, RATE);
    }
    for (int i = 0; i < 2; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, speak_all, &s[i]), 0);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    speak_all(&s[2]);
    for (int i = 0; i < 3; i++) {
        if (s[i].failures)
            fail_msg("%s", s[i].f.m.text);
        for (int k = 0; k < PHRASES; k++) {
            assert_int_equal(s[i].frames[k], s[0].frames[k]);
            assert_memory_equal(s[i].pcm[k], s[0].pcm[k], (size_t)s[0].frames[k] * sizeof **s[0].pcm);
        }
    }
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < PHRASES; k++)
            free(s[(i + 1) % 3].pcm[k]);
        uk_decoder_destroy(s[i].f.decoder);
    }
    struct content c = look(f->cache);
    assert_int_equal(c.sounds, PHRASES);
    assert_int_equal(c.parts + c.others, 0);
}

/* ---- a full disk ---- */

/* A disk of 256 KB in place of the cache; false: this user may not. */
static bool mount_small(struct fixture *f)
{
    return mkdir(f->cache, 0700) == 0 && unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("tmpfs", f->cache, "tmpfs", 0, "size=256k,mode=0700") == 0;
}

/* All of the disk but `left` bytes. */
static void fill(const char *path, int64_t left)
{
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    char block[4096] = {1};
    off_t size = 0;
    assert_true(fd >= 0);
    for (ssize_t n; (n = write(fd, block, sizeof block)) > 0;)
        size += n;
    assert_int_equal(ftruncate(fd, size - left), 0);
    close(fd);
}

static void the_disk_is_full(void **state)
{
    struct fixture *f = *state;
    char text[64];
    fixture_restart(f, fixture_path(f, "reference"), RATE);
    struct subject first = {.kind = UK_CLIP_PHRASE, .name = PHRASE}, second = {.kind = UK_CLIP_PHRASE, .name = phrase(7, text)};
    first.pcm = fixture_load(f, first.kind, first.name, PIECE, &first.frames, &first.channels);
    second.pcm = fixture_load(f, second.kind, second.name, PIECE, &second.frames, &second.channels);
    if (!mount_small(f)) {
        drop(&first);
        drop(&second);
        skip(); /* test_speech.c does much the same with a limit on the size of files */
    }
    expect_right(f, &first, "with room", 0);
    char *filler = strdup(fixture_path(f, "cache/filler.bin"));
    for (int64_t left = 0; left <= 16384; left += 4096) {
        fill(filler, left);
        expect_right(f, &second, "on a full disk", (size_t)left);
        expect_right(f, &first, "on a full disk", (size_t)left);
        struct content c = look(f->cache);
        assert_int_equal(c.sounds, 1);
        assert_int_equal(c.parts, 0);
        assert_int_equal(unlink(filler), 0);
    }
    expect_right(f, &second, "with room again", 0);
    assert_int_equal(look(f->cache).sounds, 2);
    uk_decoder_destroy(f->decoder);
    f->decoder = NULL;
    assert_int_equal(umount(f->cache), 0);
    free(filler);
    drop(&first);
    drop(&second);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest clips[] = {TEST(a_clip)};
    const struct CMUnitTest phrases[] = {TEST(a_phrase), TEST(two_speak_the_same_at_once), TEST(the_disk_is_full)};
    int failures = cmocka_run_group_tests(clips, NULL, NULL);
    if (access(BUILD_DIR "/lib/unknot/plugins/voice-flite.so", F_OK) == 0) /* built with flite */
        failures += cmocka_run_group_tests(phrases, NULL, NULL);
    return failures;
}
