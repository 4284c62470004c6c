#include "check.h"

#include "base/time.h"
#include "score/diary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *whole(size_t *n)
{
    static const struct uk_diary_param params[] = {{"side", "left"}, {"a \"b\"", "c\\d"}};
    struct uk_diary d = {.routine = "neck", .file = "/a/neck.lua", .source = "return {\n  title = \"\xc3\xbc\"\n}\n", .voice = "flite", .rate = 48000,
                         .seed = UINT64_MAX, .target_ns = 6 * 60 * UK_NS_PER_S, .fit_size = 3, .fit_ease = 0.123456789012345678, .params = params, .param_count = 2};
    char *head = uk_diary_head(&d), line[UK_ENTRY_TEXT];
    assert_non_null(head);
    char *text = calloc(1, strlen(head) + 1000);
    strcpy(text, head);
    free(head);
    for (int i = 1; i <= 3; i++) {
        struct uk_entry entry = {i * UK_NS_PER_S, UK_LONGER, 0};
        uk_entry_text(&entry, line);
        strcat(text, line);
        uk_diary_position(i * 10 * UK_NS_PER_S, line);
        strcat(text, line);
    }
    uk_diary_end(true, 3, line);
    assert_string_equal(line, "{\"end\": \"done\", \"dropouts\": 3}\n");
    uk_diary_end(true, 0, line);
    assert_string_equal(line, "{\"end\": \"done\"}\n");
    strcat(text, line);
    *n = strlen(text);
    return text;
}

static void test_round_trip(void **state)
{
    (void)state;
    size_t n;
    char *text = whole(&n);
    struct uk_diary d = {0};
    struct uk_message m;
    assert_int_equal(uk_diary_parse(&d, text, n, "s", &m), UNKNOT_OK);
    assert_string_equal(d.routine, "neck");
    assert_string_equal(d.source, "return {\n  title = \"\xc3\xbc\"\n}\n");
    assert_true(d.seed == UINT64_MAX);
    assert_true(d.fit_ease == 0.123456789012345678);
    assert_int_equal(d.fit_size, 3);
    assert_int_equal(d.target_ns, 6 * 60 * UK_NS_PER_S);
    assert_int_equal(d.param_count, 2);
    assert_int_equal(d.journal.count, 3);
    assert_int_equal(d.position_ns, 30 * UK_NS_PER_S);
    assert_true(d.ended);
    uk_diary_finish(&d);
    free(text);
}

/* Power lost at any byte: nothing but the last line is lost, also when something was written behind the torn one. */
static void test_every_cut(void **state)
{
    (void)state;
    size_t n, head;
    char *text = whole(&n), *torn = calloc(1, n + 100);
    head = (size_t)(strchr(text, '\n') - text) + 1;
    for (size_t cut = 0; cut <= n; cut++) {
        struct uk_diary d = {0};
        size_t lines = 0;
        for (size_t i = head; i < cut; i++)
            lines += text[i] == '\n';
        int status = uk_diary_parse(&d, text, cut, "s", NULL);
        assert_int_equal(status, cut < head ? UNKNOT_BAD_DATA : UNKNOT_OK);
        if (!status)
            assert_int_equal(d.journal.count, lines >= 5 ? 3 : (lines + 1) / 2);
        uk_diary_finish(&d);
        if (cut < head)
            continue;
        memcpy(torn, text, cut);
        strcpy(torn + cut, cut && text[cut - 1] != '\n' ? "\n{\"at\": 90, \"event\": \"stop\"}\n" : "{\"at\": 90, \"event\": \"stop\"}\n");
        assert_int_equal(uk_diary_parse(&d, torn, strlen(torn), "s", NULL), UNKNOT_OK);
        assert_int_equal(d.journal.entries[d.journal.count - 1].event, UK_STOP);
        assert_false(d.ended);
        uk_diary_finish(&d);
    }
    free(text);
    free(torn);
}

static void test_not_a_session(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "x\n", "{}\n", "[1]\n", "{\"unknot\": 2}\n", "{\"unknot\": 1}\n", "{\"at\": 1, \"event\": \"next\"}\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct uk_diary d = {0};
        struct uk_message m = {""};
        assert_int_equal(uk_diary_parse(&d, bad[i], strlen(bad[i]), "name", &m), UNKNOT_BAD_DATA);
        assert_contains(m.text, "name");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_every_cut),
        cmocka_unit_test(test_not_a_session),
    };
    return RUN(tests);
}
