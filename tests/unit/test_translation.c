/* Catalogues of translations: what gettext writes is understood, and what is no catalogue is refused by line. */
#include "check.h"

#include "base/translation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct uk_message m;

static int read_into(struct uk_translation *t, const char *text)
{
    return uk_translation_read(t, text, strlen(text), "po/de.po", &m);
}

static void finds(const char *catalogue, const char *source, const char *text)
{
    struct uk_translation t = {0};
    if (read_into(&t, catalogue) != UNKNOT_OK)
        fail_msg("%s", m.text);
    const char *found = uk_translation_find(&t, source);
    if (text)
        assert_string_equal(found ? found : "(none)", text);
    else
        assert_null(found);
    uk_translation_finish(&t);
}

static void what_gettext_writes_is_understood(void **state)
{
    (void)state;
    finds("# a comment\nmsgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
          "#. of the library\n#: press.lua:12\nmsgid \"Breathe in.\"\nmsgstr \"Atme ein.\"\n",
          "Breathe in.", "Atme ein.");
    finds("msgid \"\"\n\"Breathe \"\n\"in.\"\nmsgstr \"\"\n\"Atme\"\n\" ein.\"\n", "Breathe in.", "Atme ein.");
    finds("msgid \"a\"\nmsgstr \"1\"\nmsgid \"b\"\nmsgstr \"2\"", "b", "2");
    finds("\xef\xbb\xbfmsgid \"a\"\r\n  msgstr\t\"1\"  \r\n", "a", "1");
    finds("msgid \"say \\\"ah\\\"\"\nmsgstr \"\\\\ \\x41\\101\\t\\\"\"\n", "say \"ah\"", "\\ AA \"");
    finds("msgid \"a\"\nmsgstr \"one\\ntwo\"\n", "a", "one two");
    finds("#| msgid \"b\"\nmsgid \"a\"\nmsgstr \"\xec\x88\xa8\"\n#~ msgid \"c\"\n#~ msgstr \"3\"\n", "a", "\xec\x88\xa8");
}

static void what_is_no_translation_counts_for_nothing(void **state)
{
    (void)state;
    finds("#, fuzzy\nmsgid \"a\"\nmsgstr \"1\"\n", "a", NULL);
    finds("#: x.lua\n#, c-format, fuzzy\nmsgid \"a\"\nmsgstr \"1\"\n\nmsgid \"b\"\nmsgstr \"2\"\n", "b", "2");
    finds("#, fuzzy\n#~ msgid \"a\"\n#~ msgstr \"1\"\n\nmsgid \"b\"\nmsgstr \"2\"\n", "b", "2");
    finds("#~ msgid \"a\"\n#~ msgstr \"1\"\n", "a", NULL);
    finds("msgid \"a\"\nmsgstr \"\"\n", "a", NULL);
    finds("msgctxt \"title\"\nmsgid \"a\"\nmsgstr \"1\"\n", "a", NULL);
    finds("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"1\"\nmsgstr[1] \"2\"\n\nmsgid \"b\"\nmsgstr \"2\"\n", "a", NULL);
    finds("msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"1\"\nmsgstr[1] \"2\"\n\nmsgid \"b\"\nmsgstr \"2\"\n", "b", "2");
    finds("", "a", NULL);
    finds("msgid \"\"\nmsgstr \"Language: de\\n\"\n", "", NULL);
}

static void the_first_of_two_stays(void **state)
{
    struct uk_translation t = {0};
    (void)state;
    assert_int_equal(read_into(&t, "msgid \"a\"\nmsgstr \"mine\"\n"), UNKNOT_OK);
    assert_int_equal(read_into(&t, "msgid \"a\"\nmsgstr \"theirs\"\nmsgid \"b\"\nmsgstr \"too\"\n"), UNKNOT_OK);
    assert_string_equal(uk_translation_find(&t, "a"), "mine");
    assert_string_equal(uk_translation_find(&t, "b"), "too");
    assert_int_equal(t.count, 2);
    uk_translation_finish(&t);
}

static void many_are_found_again(void **state)
{
    struct uk_translation t = {0};
    char source[32], text[32];
    (void)state;
    for (int i = 0; i < 5000; i++) {
        snprintf(source, sizeof source, "line %d", i);
        snprintf(text, sizeof text, "Zeile %d", i);
        assert_int_equal(uk_translation_add(&t, source, text, &m), UNKNOT_OK);
    }
    for (int i = 0; i < 5000; i++) {
        snprintf(source, sizeof source, "line %d", i);
        snprintf(text, sizeof text, "Zeile %d", i);
        assert_string_equal(uk_translation_find(&t, source), text);
        assert_string_equal(t.list[i].source, source);
    }
    assert_null(uk_translation_find(&t, "line 5000"));
    uk_translation_finish(&t);
}

static void what_is_no_catalogue_is_refused_by_line(void **state)
{
    static const struct {
        const char *text, *where;
    } bad[] = {
        {"hello", "po/de.po:1: "},
        {"msgid \"a\"\nmsgstr \"1\"\nmsgstr \"2\"\n", "po/de.po:3: "},
        {"\nmsgid \"a\"\n\nmsgid \"b\"\nmsgstr \"2\"\n", "po/de.po:2: "},
        {"msgstr \"1\"\n", "po/de.po:1: "},
        {"msgid \"a\"\n", "po/de.po:1: "},
        {"msgctxt \"a\"\n\n", "po/de.po:1: "},
        {"\"a\"\n", "po/de.po:1: "},
        {"msgid a\n", "po/de.po:1: "},
        {"msgid \"a\n", "po/de.po:1: "},
        {"msgid \"a\" b\n", "po/de.po:1: "},
        {"msgid \"a\\\"\n", "po/de.po:1: "},
        {"msgid \"a\\q\"\n", "po/de.po:1: "},
        {"msgid \"a\\", "po/de.po:1: "},
        {"msgid \"a\\x\"\nmsgstr \"\"", "po/de.po:1: "},
        {"# fine\nmsgid \"a\"\nmsgstr \"\\000\"\n", "po/de.po:2: "},
        {"msgid \"a\"\nmsgstr \"\\377\"\n", "po/de.po:1: "},
        {"msgid \"a\"\nmsgstr \"\\033[2J\"\n", "po/de.po:1: "},
        {"msgid \"a\"\nmsgstr \"\xff\"\n", "po/de.po:2: "},
        {"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", "po/de.po:1: "},
        {"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=CHARSET\\n\"\n", "po/de.po:1: "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct uk_translation t = {0};
        if (read_into(&t, bad[i].text) != UNKNOT_BAD_DATA)
            fail_msg("'%s' was read", bad[i].text);
        if (strncmp(m.text, bad[i].where, strlen(bad[i].where)) != 0)
            fail_msg("'%s': %s", bad[i].text, m.text);
        uk_translation_finish(&t);
    }
}

static void no_text_line_or_file_without_end(void **state)
{
    struct uk_translation t = {0};
    size_t n = UK_TRANSLATION_LARGEST + 1;
    char *text = malloc(n);
    (void)state;
    memset(text, '#', n);
    assert_int_equal(uk_translation_read(&t, text, n, "po/de.po", &m), UNKNOT_LIMIT);
    assert_int_equal(uk_translation_read(&t, text, n - 1, "po/de.po", &m), UNKNOT_LIMIT); /* one line */
    memset(text, '\n', n - 1);
    assert_int_equal(uk_translation_read(&t, text, n - 1, "po/de.po", &m), UNKNOT_OK);
    memset(text, 'a', n);
    memcpy(text, "msgid \"", 7);
    memcpy(text + 7 + UK_TRANSLATION_LONGEST, "\"\nmsgstr \"\"", 11);
    assert_int_equal(uk_translation_read(&t, text, 18 + UK_TRANSLATION_LONGEST, "po/de.po", &m), UNKNOT_OK);
    memcpy(text + 7 + UK_TRANSLATION_LONGEST, "a\"\nmsgstr \"\"", 12);
    assert_int_equal(uk_translation_read(&t, text, 19 + UK_TRANSLATION_LONGEST, "po/de.po", &m), UNKNOT_BAD_DATA);
    free(text);
    uk_translation_finish(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_gettext_writes_is_understood),
        cmocka_unit_test(what_is_no_translation_counts_for_nothing),
        cmocka_unit_test(the_first_of_two_stays),
        cmocka_unit_test(many_are_found_again),
        cmocka_unit_test(what_is_no_catalogue_is_refused_by_line),
        cmocka_unit_test(no_text_line_or_file_without_end),
    };
    return RUN(tests);
}
