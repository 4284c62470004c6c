/* The parent's side, with helper programs that hang, crash, babble or are missing. */
#include "base/time.h"
#include "fixture.h"

#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>

/* Puts a shell script in place of unknot-decode. */
static void use_helper(struct fixture *f, const char *script)
{
    const char *path = fixture_file(f, "unknot-decode", script, strlen(script));
    assert_int_equal(chmod(path, 0700), 0);
    f->places.helpers = f->folder;
    fixture_restart(f, f->cache, 48000);
}

/* A script that does `first` once, and is the real program from then on. */
static void use_helper_once(struct fixture *f, const char *first)
{
    char script[1000];
    snprintf(script, sizeof script, "#!/bin/sh\nif mkdir '%s/used' 2>/dev/null; then %s; fi\nexec '%s/libexec/unknot/unknot-decode' \"$@\"\n",
             f->folder, first, BUILD_DIR);
    use_helper(f, script);
}

static int measure(struct fixture *f, enum uk_clip_kind kind, const char *name)
{
    int64_t frames = -1;
    int channels = 0, status = uk_decoder_measure(f->decoder, kind, name, &frames, &channels, &f->m);
    if (status == UNKNOT_OK)
        assert_true(frames > 0 && channels == 1);
    return status;
}

static const unsigned char wav[] = "RIFF\x26\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x80\xbb\0\0\0\x77\1\0\2\0\x10\0" "data\2\0\0\0\1\2";

static void a_helper_that_hangs_is_stopped(void **state)
{
    struct fixture *f = *state;
    char script[200];
    const char *pid_file = fixture_path(f, "pid"), *path = fixture_file(f, "a.wav", wav, sizeof wav - 1);
    snprintf(script, sizeof script, "echo $$ > '%s'; exec sleep 1000", pid_file);
    use_helper_once(f, script);
    int64_t start = uk_clock_ns();
    assert_int_equal(measure(f, UK_CLIP_FILE, path), UNKNOT_BAD_DATA);
    double seconds = (double)(uk_clock_ns() - start) / 1e9;
    assert_true(seconds >= 5 && seconds < 10);
    assert_non_null(strstr(f->m.text, "a.wav' cannot be decoded: it took longer than 5 s"));
    /* it is gone, and the next request is answered */
    char pid[20] = "";
    FILE *in = fopen(pid_file, "r");
    assert_non_null(fgets(pid, sizeof pid, in));
    fclose(in);
    assert_int_equal(kill(atoi(pid), 0), -1);
    assert_int_equal(measure(f, UK_CLIP_FILE, path), UNKNOT_OK);
}

static void a_helper_that_crashes_is_started_again(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_file(f, "a.wav", wav, sizeof wav - 1);
    use_helper_once(f, "kill -SEGV $$");
    assert_int_equal(measure(f, UK_CLIP_FILE, path), UNKNOT_OK);
    use_helper(f, "#!/bin/sh\nhead -c 4 >/dev/null\nkill -SEGV $$\n");
    assert_int_equal(measure(f, UK_CLIP_FILE, path), UNKNOT_BAD_DATA);
    assert_non_null(strstr(f->m.text, "a.wav' crashed the decoder"));
    assert_int_equal(measure(f, UK_CLIP_PHRASE, "Rest."), UNKNOT_NO_VOICE);
    assert_non_null(strstr(f->m.text, "crashed while saying 'Rest.'"));
}

static void a_helper_that_ends_is_named(void **state)
{
    struct fixture *f = *state;
    use_helper(f, "#!/bin/sh\nexit 2\n");
    assert_int_equal(measure(f, UK_CLIP_PHRASE, "Rest."), UNKNOT_IO);
    assert_non_null(strstr(f->m.text, "unknot-decode' ended by itself"));
    use_helper(f, "#!/bin/sh\nexit 3\n");
    assert_int_equal(measure(f, UK_CLIP_PHRASE, "Rest."), UNKNOT_NO_VOICE);
    assert_non_null(strstr(f->m.text, "the voice ended its process while saying 'Rest.' (exit status 3)"));
}

static void a_helper_that_babbles_is_stopped(void **state)
{
    struct fixture *f = *state;
    static const char *const babble[] = {
        "#!/bin/sh\nprintf '\\004\\000\\000\\000abcd'; exec sleep 1000\n",          /* a kind of answer that is none */
        "#!/bin/sh\nprintf '\\377\\377\\377\\377abcd'; exec sleep 1000\n",          /* 4 GB to come */
        "#!/bin/sh\nprintf '\\000\\000\\000\\000'; exec sleep 1000\n",              /* nothing */
        "#!/bin/sh\nprintf '\\006\\000\\000\\000\\003\\001\\113\\125ab'; exec sleep 1000\n", /* half of a length */
        "#!/bin/sh\nprintf '\\020\\000\\000\\000\\003\\001\\113\\125\\377\\377\\377\\377\\377\\377\\377\\377\\001\\000\\000\\000'; exec sleep 1000\n",
    };
    for (size_t i = 0; i < sizeof babble / sizeof *babble; i++) {
        use_helper(f, babble[i]);
        assert_int_equal(measure(f, UK_CLIP_PHRASE, "Rest."), UNKNOT_BAD_DATA);
        assert_true(strlen(f->m.text) > 20);
    }
}

static void a_helper_may_say_that_it_is_busy(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_file(f, "a.wav", wav, sizeof wav - 1);
    use_helper(f, "#!/bin/sh\nprintf '\\004\\000\\000\\000\\006\\001\\113\\125'; printf '\\004\\000\\000\\000\\006\\001\\113\\125'\n"
                  "exec '" BUILD_DIR "/libexec/unknot/unknot-decode' \"$@\"\n");
    assert_int_equal(measure(f, UK_CLIP_FILE, path), UNKNOT_OK);
}

static void a_missing_helper_is_named(void **state)
{
    struct fixture *f = *state;
    f->places.helpers = (char *)"/nowhere";
    fixture_restart(f, f->cache, 48000);
    uk_decoder_start(f->decoder);
    assert_int_equal(measure(f, UK_CLIP_PHRASE, "Rest."), UNKNOT_IO);
    assert_non_null(strstr(f->m.text, "'/nowhere/unknot-decode' cannot be started"));
}

struct slow {
    struct fixture *f;
    const char *path;
    _Atomic int status;
};

static void *measure_slowly(void *ctx)
{
    struct slow *s = ctx;
    int64_t frames;
    int channels;
    s->status = uk_decoder_measure(s->f->decoder, UK_CLIP_FILE, s->path, &frames, &channels, NULL);
    return NULL;
}

static void pieces_do_not_wait_for_a_measure(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_file(f, "a.wav", wav, sizeof wav - 1), *hangs = fixture_path(f, "hangs");
    int16_t piece[1];
    char script[200];
    snprintf(script, sizeof script, ": > '%s'; exec sleep 1000", hangs);
    use_helper_once(f, script);
    struct slow slow = {f, path, 0};
    pthread_t thread;
    assert_int_equal(pthread_create(&thread, NULL, measure_slowly, &slow), 0);
    while (access(hangs, F_OK))
        usleep(1000);
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 1, 0, 1, piece, &f->m), 0);
    assert_int_equal(piece[0], 0x0201);
    assert_int_equal(slow.status, 0); /* still at it */
    pthread_join(thread, NULL);
    assert_int_equal(slow.status, UNKNOT_BAD_DATA);
}

static void pieces_that_cannot_be_are_refused(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_file(f, "a.wav", wav, sizeof wav - 1);
    int16_t piece[4] = {9, 9, 9, 9};
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 1, -1, 1, piece, &f->m), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 1, 0, 65537, piece, &f->m), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 2, 0, 1, piece, &f->m), UNKNOT_BAD_DATA);
    assert_non_null(strstr(f->m.text, "changed while it played"));
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 1, 0, 0, piece, &f->m), 0);
    assert_int_equal(piece[0], 9);
    assert_int_equal(uk_decoder_load(f->decoder, UK_CLIP_FILE, path, 1, 0, 3, piece, &f->m), 0);
    assert_true(piece[0] == 0x0201 && piece[1] == 0 && piece[2] == 0 && piece[3] == 9);
    uk_decoder_destroy(NULL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_helper_that_hangs_is_stopped),
        TEST(a_helper_that_crashes_is_started_again),
        TEST(a_helper_that_ends_is_named),
        TEST(a_helper_that_babbles_is_stopped),
        TEST(a_helper_may_say_that_it_is_busy),
        TEST(a_missing_helper_is_named),
        TEST(pieces_do_not_wait_for_a_measure),
        TEST(pieces_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
