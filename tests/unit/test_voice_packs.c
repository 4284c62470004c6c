#include "check.h"

#include "engine/voice_packs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char top[] = "/tmp/unknot-voices-XXXXXX";
static struct uk_places places;
static char user[64], config[64], plugins[64];

static void put(const char *name, const char *text)
{
    char path[256], *slash;
    snprintf(path, sizeof path, "%s/%s", top, name);
    slash = strrchr(path, '/');
    *slash = '\0';
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    *slash = '/';
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static int set_up(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(top));
    snprintf(user, sizeof user, "%s/user", top);
    snprintf(config, sizeof config, "%s/config", top);
    snprintf(plugins, sizeof plugins, "%s/plugins", top);
    places = (struct uk_places){.data = top, .user = user, .config = config, .plugins = plugins};
    put("audio/en-US-slt/lines.tsv", "");
    put("audio/en-GB-ann/lines.tsv", "");
    put("audio/rain/lines.tsv", ""); /* no language */
    put("audio/de-half/pack.lua", ""); /* no lines */
    put("user/audio/de-anna/lines.tsv", "");
    put("user/audio/en-US-slt/lines.tsv", "");
    put("plugins/voice-flite.so", "");
    put("plugins/voice-command.so", "");
    put("plugins/sink-file.so", "");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -r '%s'", top);
    return system(command);
}

/* The ids of the packs with blanks between, then the plugin. */
static const char *chosen(const char *wanted)
{
    static char out[400];
    struct uk_voice_choice c;
    struct uk_message m = {""};
    assert_int_equal(uk_voice_choice_init(&c, &places, wanted, &m), UNKNOT_OK);
    out[0] = '\0';
    for (size_t i = 0; i < c.pack_count; i++) {
        strcat(out, strstr(c.packs[i], "/user/") ? "+" : "");
        strcat(out, uk_path_name(c.packs[i]));
        strcat(out, " ");
    }
    strcat(strcat(out, "/"), c.voice);
    strcat(out, c.trouble);
    uk_voice_choice_finish(&c);
    return out;
}

static void test_languages(void **state)
{
    (void)state;
    assert_int_equal(uk_voice_id_language("en-US-slt"), 5);
    assert_int_equal(uk_voice_id_language("de-anna"), 2);
    assert_int_equal(uk_voice_id_language("en-uk-voice"), 2);
    assert_int_equal(uk_voice_id_language("kab-KA"), 3); /* KA is who speaks: there is nobody behind it */
    static const char *const none[] = {"", "en", "en-", "en-US-", "rain", "deep-rain", "e-x", "EN-x", ".de-x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(uk_voice_id_language(none[i]), 0);
}

static void test_order(void **state)
{
    (void)state;
    assert_string_equal(chosen(NULL), "+de-anna +en-US-slt en-GB-ann /");
    assert_string_equal(chosen(""), "+de-anna +en-US-slt en-GB-ann /");
    assert_string_equal(chosen("en-GB-ann"), "en-GB-ann +de-anna +en-US-slt /");
    assert_string_equal(chosen("flite"), "/flite");
    assert_string_equal(chosen("command:espeak-ng"), "/command:espeak-ng");
}

static void test_unknown(void **state)
{
    (void)state;
    static const struct {
        const char *wanted, *said;
    } cases[] = {
        {"en-US-stl", "there is no voice 'en-US-stl' (did you mean 'en-US-slt'?)"},
        {"flit", "there is no voice 'flit' (did you mean 'flite'?)"},
        {"zzzzzzz", "there is no voice 'zzzzzzz': 'unknot voice list' shows those there are"},
        {"file", "there is no voice 'file'"},
        {"../audio/en-US-slt", "there is no voice '../audio/en-US-slt'"},
        {":slt", "there is no voice ':slt'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_voice_choice c;
        struct uk_message m = {""};
        assert_int_equal(uk_voice_choice_init(&c, &places, cases[i].wanted, &m), UNKNOT_NOT_FOUND);
        assert_contains(m.text, cases[i].said);
        assert_int_equal(uk_voice_choice_keep(&places, cases[i].wanted, &m), UNKNOT_NOT_FOUND);
    }
    assert_string_equal(chosen(NULL), "+de-anna +en-US-slt en-GB-ann /"); /* nothing was kept */
}

static void test_kept(void **state)
{
    (void)state;
    struct uk_message m = {""};
    assert_int_equal(uk_voice_choice_keep(&places, "en-GB-ann", &m), UNKNOT_OK);
    assert_string_equal(chosen(NULL), "en-GB-ann +de-anna +en-US-slt /");
    assert_string_equal(chosen("flite"), "/flite"); /* what is asked for now comes first */
    assert_int_equal(uk_voice_choice_keep(&places, "flite:rms", &m), UNKNOT_OK);
    assert_string_equal(chosen(NULL), "/flite:rms");
    char *kept = uk_voice_choice_kept(&places);
    assert_string_equal(kept, "flite:rms");
    free(kept);

    put("config/voice", "de-gone\nmore\n");
    assert_string_equal(chosen(NULL), "+de-anna +en-US-slt en-GB-ann /the voice 'de-gone' that was chosen is not there any more: "
                                      "choose another with unknot voice use");
    put("config/voice", "a\033[31m\xff");
    assert_contains(chosen(NULL), "the voice 'a?[31m?' that");
    assert_int_equal(uk_voice_choice_keep(&places, "", &m), UNKNOT_OK);
    assert_int_equal(uk_voice_choice_keep(&places, "", &m), UNKNOT_OK);
    assert_string_equal(chosen(NULL), "+de-anna +en-US-slt en-GB-ann /");
}

static void test_no_folders(void **state)
{
    (void)state;
    static char folder[] = "/nowhere";
    struct uk_places nowhere = {.data = folder, .user = folder, .config = folder, .plugins = folder};
    struct uk_voice_choice c;
    struct uk_message m = {""};
    assert_int_equal(uk_voice_choice_init(&c, &nowhere, NULL, &m), UNKNOT_OK);
    assert_int_equal(c.pack_count, 0);
    uk_voice_choice_finish(&c);
    assert_int_equal(uk_voice_choice_init(&c, &nowhere, "flite", &m), UNKNOT_NOT_FOUND);
    uk_voice_choice_finish(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages), cmocka_unit_test(test_order), cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_kept),      cmocka_unit_test(test_no_folders),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
