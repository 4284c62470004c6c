/* Who says a phrase: a pack, the voice, or nobody; with the real voice in the real helper program. */
#include "base/text.h"
#include "decode/wire.h"
#include "fixture.h"
#include "score/voice_lines.h"

#include <math.h>
#include <sys/stat.h>

#define RATE 48000
#define PACK_RATE 24000

/* A pack FOLDER/ID with some sentences, spoken by the voice. Returns its folder. */
static const char *make_pack(struct fixture *f, const char *id, const char *const *sentences)
{
    const char *folder = fixture_path(f, id);
    struct uk_voice_lines l = {.rate = PACK_RATE};
    char ids[8][UK_LINE_ID], *files[8] = {0}, identity[128], *path;
    assert_int_equal(mkdir(folder, 0700), 0);
    for (int i = 0; sentences[i]; i++) {
        int64_t frames;
        uk_line_id(ids[i], sentences[i]);
        char *name = uk_text_format("en\t%s", sentences[i]);
        files[i] = uk_text_format("%s.flac", ids[i]);
        path = uk_text_format("%s/%s", folder, files[i]);
        if (uk_decoder_keep(f->decoder, name, "", PACK_RATE, path, &frames, identity, &f->m))
            fail_msg("%s", f->m.text);
        free(name);
        free(path);
        struct uk_voice_line line = {ids[i], files[i], sentences[i], NULL, frames, uk_line_sum(sentences[i], identity, UK_CHAIN_VERSION)};
        assert_int_equal(uk_voice_lines_add(&l, &line, &f->m), 0);
    }
    char *text = uk_voice_lines_print(&l);
    path = uk_text_format("%s/lines.tsv", id);
    fixture_file(f, path, text, strlen(text));
    free(path);
    free(text);
    for (int i = 0; i < 8; i++)
        free(files[i]);
    uk_voice_lines_finish(&l);
    return folder;
}

static void use_packs(struct fixture *f, const char *first, const char *second)
{
    char *packs[] = {(char *)first, (char *)second};
    fixture_restart(f, fixture_path(f, "other-cache"), RATE);
    assert_int_equal(uk_decoder_use_packs(f->decoder, packs, second ? 2 : 1, &f->m), 0);
}

static struct uk_measured ask(struct fixture *f, const char *name, bool at_hand)
{
    struct uk_measured x;
    if (uk_decoder_ask(f->decoder, UK_CLIP_PHRASE, name, at_hand, &x, &f->m))
        fail_msg("%s", f->m.text);
    return x;
}

static const char *const few[] = {"Breathe in.", "And out.", NULL}, *const other[] = {"Rest.", NULL};

static void a_pack_says_what_it_has(void **state)
{
    struct fixture *f = *state;
    use_packs(f, make_pack(f, "en-US-few", few), NULL);
    struct uk_measured in = ask(f, "en\tBreathe in.", false), out = ask(f, "And out.", true), rest;
    assert_string_equal(in.by, "en-US-few");
    assert_string_equal(in.why, "");
    assert_true(in.made && out.made && in.frames > RATE / 4);
    rest = ask(f, "en\tBreathe in. [0.6] And out.", true);
    assert_string_equal(rest.by, "en-US-few");
    assert_true(llabs(rest.frames - in.frames - out.frames - RATE * 6 / 10) <= 2);
    int64_t frames;
    int channels;
    int16_t *pcm = fixture_load(f, UK_CLIP_PHRASE, "en\tBreathe in. [0.6] And out.", 32768, &frames, &channels);
    int loudest = 0;
    for (int64_t i = in.frames + 100; i < in.frames + RATE * 6 / 10 - 100; i++)
        loudest = abs(pcm[i]) > loudest ? abs(pcm[i]) : loudest;
    assert_int_equal(loudest, 0); /* the pause is silent */
    free(pcm);
}

static void many_are_asked_for_at_once(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 2 * UK_DECODE_MOST_GLANCES + 1 };
    static const char *names[MANY];
    static struct uk_measured x[MANY];
    char long_one[2 * UK_DECODE_LONGEST_NAME] = "en\t";
    use_packs(f, make_pack(f, "en-US-few", few), NULL);
    for (int i = 0; i < MANY; i++)
        names[i] = i % 3 == 0 ? "en\tBreathe in." : i % 3 == 1 ? "en\tNobody said this." : "en\t[never]";
    uk_decoder_glance(f->decoder, names, MANY, x);
    int64_t frames = ask(f, "en\tBreathe in.", true).frames;
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(x[i].made, i % 3 == 0);
        assert_string_equal(x[i].by, i % 3 == 0 ? "en-US-few" : x[i].by);
        assert_true(x[i].frames == frames || i % 3 != 0);
    }
    /* one that cannot be asked for costs what is asked with it, and no more */
    memset(long_one + 3, 'a', sizeof long_one - 4);
    names[1] = long_one;
    memset(x, 0, sizeof x);
    uk_decoder_glance(f->decoder, names, 3, x);
    assert_false(x[0].made || x[1].made || x[2].made);
    uk_decoder_glance(f->decoder, names, 1, x);
    assert_true(x[0].made);
}

static void a_phrase_has_one_voice(void **state)
{
    struct fixture *f = *state;
    const char *first = strdup(make_pack(f, "en-US-few", few)), *second = strdup(make_pack(f, "en-GB-other", other));
    use_packs(f, first, second);
    assert_string_equal(ask(f, "en\tRest.", false).by, "en-GB-other");
    assert_string_equal(ask(f, "en\tRest.", false).why, "the voice pack 'en-US-few' does not have it");
    /* each pack has a part of it: the voice says all */
    struct uk_measured mixed = ask(f, "en\tBreathe in. Rest.", false);
    assert_string_equal(mixed.by, "flite");
    assert_string_equal(mixed.why, "the voice pack 'en-US-few' does not have it");
    free((char *)first);
    free((char *)second);
}

static void another_language_is_another_pack(void **state)
{
    struct fixture *f = *state;
    use_packs(f, make_pack(f, "en-US-few", few), NULL);
    struct uk_measured x;
    int status = uk_decoder_ask(f->decoder, UK_CLIP_PHRASE, "de\tBreathe in.", true, &x, &f->m);
    assert_int_equal(status, 0);
    assert_string_not_equal(x.by, "en-US-few");
    assert_string_equal(ask(f, "en-GB\tBreathe in.", true).by, "en-US-few");
}

static void nobody_is_a_tone_as_long_as_the_words(void **state)
{
    struct fixture *f = *state;
    static const char words[] = "\tPress slowly, until you feel a dull ache. [2] Now rest.";
    struct uk_measured spoken = ask(f, words + 1, false), x = ask(f, words, false);
    assert_string_equal(x.by, "");
    assert_true(x.made);
    assert_true(fabs((double)x.frames / (double)spoken.frames - 1) < 0.2);
    int64_t frames;
    int channels;
    int16_t *pcm = fixture_load(f, UK_CLIP_PHRASE, words, 32768, &frames, &channels);
    int loudest = 0, after = 0;
    for (int64_t i = 0; i < frames; i++) {
        int *most = i < RATE ? &loudest : &after;
        *most = abs(pcm[i]) > *most ? abs(pcm[i]) : *most;
    }
    assert_true(loudest > 500 && loudest < 2000 && after == 0);
    free(pcm);
}

static void a_guess_is_quick_and_near(void **state)
{
    struct fixture *f = *state;
    static const char *const phrases[] = {"Settle in.", "Press slowly, until you feel a dull ache, about a five on a scale of ten.",
                                          "Move the ball two fingers lower, toward your spine.", "Breathe out. Let the muscle soften."};
    int64_t guessed = 0, spoken = 0;
    for (size_t i = 0; i < 4; i++) {
        struct uk_measured x = ask(f, phrases[i], true);
        assert_false(x.made);
        guessed += x.frames;
        x = ask(f, phrases[i], false);
        assert_true(x.made);
        spoken += x.frames;
        assert_true(ask(f, phrases[i], true).made);
    }
    assert_true(fabs((double)guessed / (double)spoken - 1) < 0.15);
}

static void a_damaged_clip_is_a_tone_of_its_length(void **state)
{
    struct fixture *f = *state;
    const char *folder = make_pack(f, "en-US-few", few);
    char id[UK_LINE_ID], *path = uk_text_format("%s/%s.flac", folder, uk_line_id(id, "Breathe in."));
    use_packs(f, folder, NULL);
    int64_t frames = ask(f, "en\tBreathe in.", false).frames;
    assert_int_equal(truncate(path, 100), 0);
    int64_t again;
    int channels;
    int16_t *pcm = fixture_load(f, UK_CLIP_PHRASE, "en\tBreathe in.", 32768, &again, &channels);
    assert_int_equal(frames, again);
    int loudest = 0;
    for (int64_t i = 0; i < frames; i++)
        loudest = abs(pcm[i]) > loudest ? abs(pcm[i]) : loudest;
    assert_true(loudest > 500 && loudest < 2000);
    free(pcm);
    /* one that is gone is no part of the pack */
    assert_int_equal(unlink(path), 0);
    use_packs(f, folder, NULL);
    assert_string_equal(ask(f, "en\tBreathe in.", false).by, "flite");
    free(path);
}

static void packs_that_are_none_are_passed_over(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkdir(fixture_path(f, "en-US-bad"), 0700), 0);
    fixture_file(f, "en-US-bad/lines.tsv", "\x7f\x45\x4c\x46", 4);
    use_packs(f, fixture_path(f, "en-US-bad"), "/nonexistent/en-US-none");
    assert_string_equal(ask(f, "en\tRest.", false).by, "flite");
}

static void only_one_sentence_is_kept_in_a_file(void **state)
{
    struct fixture *f = *state;
    int64_t frames;
    char identity[128];
    static const char *const bad[] = {"en\tRest. And rest.", "en\tRest. [1]", "\tRest.", "en\t..."};
    for (size_t i = 0; i < 4; i++) {
        const char *path = fixture_path(f, "kept.flac");
        assert_int_equal(uk_decoder_keep(f->decoder, bad[i], "", PACK_RATE, path, &frames, identity, &f->m), UNKNOT_BAD_ARGUMENT);
        assert_int_not_equal(access(path, F_OK), 0);
    }
    assert_int_equal(uk_decoder_keep(f->decoder, "en\tRest.", "", PACK_RATE, "/proc/nowhere/x.flac", &frames, identity, &f->m), UNKNOT_IO);
}

static void levels_before_and_after_are_told(void **state)
{
    struct fixture *f = *state;
    struct uk_said_level voice[2], pack[2];
    if (uk_decoder_levels(f->decoder, "en\tBreathe in.", voice, &f->m))
        fail_msg("%s", f->m.text);
    assert_true(fabs(voice[1].lufs - -19) < 3 && voice[1].peak_dbtp <= -3);
    assert_true(fabs(voice[0].lufs - voice[1].lufs) > 0.2); /* it has done something */
    assert_true(voice[0].seconds > voice[1].seconds - 0.01 && voice[1].seconds > 0.4);
    use_packs(f, make_pack(f, "en-US-few", few), NULL);
    assert_int_equal(uk_decoder_levels(f->decoder, "en\tBreathe in.", pack, &f->m), 0);
    assert_true(fabs(pack[0].lufs - voice[1].lufs) < 0.3 && pack[0].lufs == pack[1].lufs);
    assert_int_equal(uk_decoder_levels(f->decoder, "en\tBreathe in. And out.", pack, &f->m), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(uk_decoder_levels(f->decoder, "\tBreathe in.", pack, &f->m), UNKNOT_BAD_ARGUMENT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, fixture_finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_pack_says_what_it_has),
        TEST(many_are_asked_for_at_once),
        TEST(a_phrase_has_one_voice),
        TEST(another_language_is_another_pack),
        TEST(nobody_is_a_tone_as_long_as_the_words),
        TEST(a_guess_is_quick_and_near),
        TEST(a_damaged_clip_is_a_tone_of_its_length),
        TEST(packs_that_are_none_are_passed_over),
        TEST(only_one_sentence_is_kept_in_a_file),
        TEST(levels_before_and_after_are_told),
    };
    if (access(BUILD_DIR "/lib/unknot/plugins/voice-flite.so", F_OK))
        return 77; /* built without flite */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
