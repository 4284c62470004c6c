/* The lines of a voice pack: what is written is read again, and what is no such file is refused by line. */
#include "check.h"

#include "score/voice_lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int parse(struct uk_voice_lines *l, const char *text, struct uk_message *m)
{
    *l = (struct uk_voice_lines){0};
    return uk_voice_lines_parse(l, text, strlen(text), "lines.tsv", m);
}

static void what_is_printed_is_read_again(void **state)
{
    struct uk_voice_lines a = {.rate = 24000}, b;
    struct uk_message m;
    char id[1000][UK_LINE_ID], text[1000][32];
    (void)state;
    for (int i = 0; i < 1000; i++) {
        snprintf(text[i], sizeof text[i], "Breathe number %d.", i);
        struct uk_voice_line line = {uk_line_id(id[i], text[i]), "a.flac", text[i], i % 3 ? NULL : "otherwise", i + 1, (uint64_t)i << 40};
        assert_int_equal(uk_voice_lines_add(&a, &line, &m), 0);
    }
    char *printed = uk_voice_lines_print(&a);
    assert_int_equal(parse(&b, printed, &m), 0);
    assert_int_equal(b.count, 1000);
    assert_int_equal(b.rate, 24000);
    for (int i = 0; i < 1000; i++) {
        const struct uk_voice_line *line = uk_voice_lines_find(&b, text[i]);
        assert_non_null(line);
        assert_string_equal(line->id, id[i]);
        assert_int_equal(line->frames, i + 1);
        assert_int_equal(line->sum, (uint64_t)i << 40);
        assert_true(i % 3 ? !line->say : strcmp(line->say, "otherwise") == 0);
    }
    assert_null(uk_voice_lines_find(&b, "Breathe number 1000."));
    free(printed);
    uk_voice_lines_finish(&a);
    uk_voice_lines_finish(&b);
}

static void the_same_text_again_takes_its_place(void **state)
{
    struct uk_voice_lines l = {.rate = 24000};
    (void)state;
    assert_int_equal(uk_voice_lines_add(&l, &(struct uk_voice_line){"x", "a.flac", "Rest.", NULL, 1, 0}, NULL), 0);
    assert_int_equal(uk_voice_lines_add(&l, &(struct uk_voice_line){"x", "b.flac", "Rest.", NULL, 2, 0}, NULL), 0);
    assert_int_equal(l.count, 1);
    assert_string_equal(uk_voice_lines_find(&l, "Rest.")->file, "b.flac");
    uk_voice_lines_finish(&l);
}

static void what_is_no_lines_file_is_refused_by_line(void **state)
{
    static const struct {
        const char *text, *where;
    } bad[] = {
        {"", "lines.tsv:1"},
        {"id\tfile\n", "lines.tsv:1"},
        {"unknot-voice 2\t24000\n", "lines.tsv:1"},
        {"unknot-voice 1\t7\n", "lines.tsv:1"},
        {"unknot-voice 1\t24000x\n", "lines.tsv:1"},
        {"unknot-voice 1\t24000\na\tb\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\t../b\t1\t0123456789abcdef\tText.\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\t.b\t1\t0123456789abcdef\tText.\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t0\t0123456789abcdef\tText.\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t-1\t0123456789abcdef\tText.\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t99999999999999999999\t0123456789abcdef\tText.\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t1\t0123\tText.\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t1\t0123456789abcdef\t\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t1\t0123456789abcdef\tText.\tsay\tmore\n", "lines.tsv:2"},
        {"unknot-voice 1\t24000\na\tb\t1\t0123456789abcdef\tText\033.\n", "lines.tsv"},
        {"unknot-voice 1\t24000\na\tb\t1\t0123456789abcdef\tTe\xffxt.\n", "lines.tsv"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct uk_voice_lines l;
        struct uk_message m;
        assert_int_equal(parse(&l, bad[i].text, &m), UNKNOT_BAD_DATA);
        assert_memory_equal(m.text, bad[i].where, strlen(bad[i].where));
        uk_voice_lines_finish(&l);
    }
}

static void an_id_can_be_a_file_name_and_tells_texts_apart(void **state)
{
    char a[UK_LINE_ID], b[UK_LINE_ID];
    (void)state;
    assert_string_equal(uk_line_id(a, "Don't hold your breath, let it go on."), uk_line_id(b, "Don't hold your breath, let it go on."));
    assert_memory_equal(a, "dont-hold-your-breath-let-", 26);
    assert_string_not_equal(uk_line_id(a, "Rest."), uk_line_id(b, "Rest!"));
    assert_memory_equal(uk_line_id(a, "숨을 쉬세요."), "line-", 5);
    assert_string_not_equal(uk_line_id(a, "숨을 쉬세요."), uk_line_id(b, "숨을 내쉬세요."));
    char longest[5 * 80];
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_true(strlen(uk_line_id(a, longest)) < UK_LINE_ID);
}

static void a_sum_is_of_words_voice_and_chain(void **state)
{
    (void)state;
    uint64_t sum = uk_line_sum("Rest.", "slt", 1);
    assert_true(sum == uk_line_sum("Rest.", "slt", 1));
    assert_true(sum != uk_line_sum("Rest!", "slt", 1));
    assert_true(sum != uk_line_sum("Rest.", "rms", 1));
    assert_true(sum != uk_line_sum("Rest.", "slt", 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_is_read_again),
        cmocka_unit_test(the_same_text_again_takes_its_place),
        cmocka_unit_test(what_is_no_lines_file_is_refused_by_line),
        cmocka_unit_test(an_id_can_be_a_file_name_and_tells_texts_apart),
        cmocka_unit_test(a_sum_is_of_words_voice_and_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
