/* The language of an engine: which catalogues it takes, and what becomes of a text. */
#include "check.h"

#include "engine/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char ground[] = "/tmp/unknot-language-XXXXXX";
static char user[64], data[64], scripts[80];
static struct uk_places places = {.user = user, .data = data};
static struct uk_message m;

static void put(const char *folder, const char *name, const char *text)
{
    char path[200];
    snprintf(path, sizeof path, "%s/po", folder);
    assert_int_equal(uk_path_make_folder(path, &m), UNKNOT_OK);
    snprintf(path, sizeof path, "%s/po/%s", folder, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static int prepare(void **state)
{
    (void)state;
    if (!mkdtemp(ground))
        return -1;
    snprintf(user, sizeof user, "%s/user", ground);
    snprintf(data, sizeof data, "%s/data", ground);
    snprintf(scripts, sizeof scripts, "%s/scripts", data);
    put(scripts, "de.po", "msgid \"In.\"\nmsgstr \"Ein.\"\nmsgid \"Out.\"\nmsgstr \"Aus.\"\n"
                       "msgid \"In. [0.6] And out.\"\nmsgstr \"Ein. [0.6] Und [1]aus.[.5]\"\n");
    put(user, "de.po", "msgid \"In.\"\nmsgstr \"Atme ein.\"\n");
    put(scripts, "de-AT.po", "msgid \"Out.\"\nmsgstr \"Aus, gell.\"\n");
    put(scripts, "ko.po", "");
    put(user, "broken.po", "hello\n");
    put(user, "odd name.po", "");
    return 0;
}

static int clear(void **state)
{
    char command[100];
    (void)state;
    snprintf(command, sizeof command, "rm -r '%s'", ground);
    return system(command);
}

static struct uk_language *open(const char *tag)
{
    struct uk_language *l = NULL;
    if (uk_language_create(&l, &places, tag, &m) != UNKNOT_OK)
        fail_msg("%s", m.text);
    return l;
}

static void tag_is(const char *tag, const char *expected)
{
    struct uk_language *l = open(tag);
    assert_string_equal(l->tag, expected);
    uk_language_destroy(l);
}

static void refused(const char *tag, int status, const char *part)
{
    struct uk_language *l;
    assert_int_equal(uk_language_create(&l, &places, tag, &m), status);
    assert_contains(m.text, part);
}

static void a_language_is_told_by_its_tag(void **state)
{
    (void)state;
    tag_is(NULL, "en");
    tag_is("", "en");
    tag_is("en", "en");
    tag_is("en_gb", "en-GB");
    tag_is("DE", "de");
    tag_is("de_at", "de-AT");
    tag_is("de-latn-1996", "de-Latn-1996");
    refused("fr", UNKNOT_NOT_FOUND, "'fr', only broken, de, de-AT, en and ko");
    refused("d", UNKNOT_BAD_ARGUMENT, "'d' is no language");
    refused("de-", UNKNOT_BAD_ARGUMENT, "is no language");
    refused("-de", UNKNOT_BAD_ARGUMENT, "is no language");
    refused("../de", UNKNOT_BAD_ARGUMENT, "is no language");
    refused("de\tx", UNKNOT_BAD_ARGUMENT, "is no language");
    refused("abcdefghi", UNKNOT_BAD_ARGUMENT, "is no language");
    refused("de-1-2-3-4-5-6-7-8-9-10-11-12-13-14", UNKNOT_BAD_ARGUMENT, "is no language");
    refused("broken", UNKNOT_BAD_DATA, "user/po/broken.po:1: ");
}

static void said(const char *tag, const char *source, const char *expected)
{
    struct uk_language *l = open(tag);
    char *clip = uk_language_clip(l, source);
    assert_string_equal(clip, expected);
    assert_string_equal(uk_language_said(l, source), strchr(expected, '\t') + 1);
    free(clip);
    uk_language_destroy(l);
}

static void the_users_words_come_first_and_the_nearest_language(void **state)
{
    (void)state;
    said("de", "In.", "de\tAtme ein.");
    said("de", "Out.", "de\tAus.");
    said("de-AT", "In.", "de-AT\tAtme ein.");
    said("de-AT", "Out.", "de-AT\tAus, gell.");
    said("de-CH", "Out.", "de-CH\tAus.");
    said("de", "Rest.", "en\tRest.");
    said("en", "In.", "en\tIn.");
    said("ko", "In.", "en\tIn.");
}

static void pauses_are_not_shown(void **state)
{
    (void)state;
    struct uk_language *l = open("de"), *en = open(NULL);
    const char *shown = uk_language_shown(l, "In. [0.6] And out.");
    assert_string_equal(shown, "Ein. Und aus.");
    assert_ptr_equal(shown, uk_language_shown(l, "In. [0.6] And out."));
    assert_string_equal(uk_language_said(l, "In. [0.6] And out."), "Ein. [0.6] Und [1]aus.[.5]");
    assert_string_equal(uk_language_shown(en, "In. [0.6] And out."), "In. And out.");
    assert_string_equal(uk_language_shown(en, "Rain [loud] [] [0.6"), "Rain [loud] [] [0.6");
    assert_string_equal(uk_language_shown(en, "[2] Rest [wait]. [12.5]"), "Rest [wait].");
    assert_string_equal(uk_language_shown(en, ""), "");
    uk_language_destroy(l);
    uk_language_destroy(en);
}

static void what_is_missing_is_told_once(void **state)
{
    struct uk_translation missing = {0};
    struct uk_lengths lengths = {0};
    struct uk_routine_facts facts = {.title = "In.", .summary = ""};
    struct uk_timeline *t = uk_timeline_create();
    struct uk_language *l = open("de"), *en = open("en-GB");
    char text[300];
    (void)state;
    uk_timeline_add_cue(t, &(struct uk_cue){.kind = UK_PHRASE, .text = "In.", .file = ""});
    uk_timeline_add_cue(t, &(struct uk_cue){.kind = UK_PHRASE, .text = "Rest.", .file = ""});
    uk_timeline_add_cue(t, &(struct uk_cue){.kind = UK_PHRASE, .text = "Rest.", .file = ""});
    uk_timeline_add_mark(t, &(struct uk_mark){.level = UK_QUESTION_LEVEL, .title = "rate"});
    assert_int_equal(uk_language_missing(l, t, &facts, &lengths, &missing, &m), UNKNOT_OK);
    assert_int_equal(missing.count, 1);
    uk_language_complain(l, &missing, text, sizeof text);
    assert_contains(text, "'Rest.' has no translation");
    uk_timeline_add_mark(t, &(struct uk_mark){.level = 1, .title = "Step"});
    facts.summary = "A summary.";
    uk_lengths_add(&lengths, 0, "Rest.", 1);
    uk_lengths_add(&lengths, 0, "Ten more.", 1);
    uk_lengths_add(&lengths, 1, "rain.flac", 1);
    assert_int_equal(uk_language_missing(l, t, &facts, &lengths, &missing, &m), UNKNOT_OK);
    assert_int_equal(missing.count, 4);
    uk_language_complain(l, &missing, text, sizeof text);
    assert_contains(text, "4 texts");
    assert_contains(text, "'Rest.'");
    uk_translation_finish(&missing);
    assert_int_equal(uk_language_missing(en, t, &facts, &lengths, &missing, &m), UNKNOT_OK);
    assert_int_equal(missing.count, 0);
    uk_lengths_finish(&lengths);
    uk_timeline_destroy(t);
    uk_language_destroy(l);
    uk_language_destroy(en);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_language_is_told_by_its_tag),
        cmocka_unit_test(the_users_words_come_first_and_the_nearest_language),
        cmocka_unit_test(pauses_are_not_shown),
        cmocka_unit_test(what_is_missing_is_told_once),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, prepare, clear);
}
