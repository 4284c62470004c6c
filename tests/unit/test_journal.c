#include "check.h"

#include "base/time.h"
#include "score/journal.h"
#include "score/timeline.h"

#include <stdlib.h>
#include <string.h>

static int parse(struct uk_journal *j, const char *text, struct uk_message *m)
{
    *j = (struct uk_journal){0};
    return uk_journal_parse(j, text, strlen(text), "a.journal", m);
}

static void test_text_round_trip(void **state)
{
    (void)state;
    struct uk_journal j = {0}, back;
    struct uk_message m;
    for (int i = 0; i < UK_EVENTS; i++) {
        struct uk_entry entry = {i * UK_NS_PER_S + 1, (enum uk_event)i, i == UK_RATE ? 4.5 : 0};
        assert_int_equal(uk_journal_add(&j, entry, &m), UNKNOT_OK);
    }
    char *text = uk_journal_text(&j);
    assert_contains(text, "{\"at\": 2.000000001, \"event\": \"longer\"}\n");
    assert_contains(text, "\"event\": \"rate\", \"value\": 4.500}\n");
    assert_int_equal(parse(&back, text, &m), UNKNOT_OK);
    assert_int_equal(back.count, UK_EVENTS);
    for (size_t i = 0; i < back.count; i++) {
        assert_int_equal(back.entries[i].at_ns, j.entries[i].at_ns);
        assert_int_equal(back.entries[i].event, j.entries[i].event);
        assert_true(back.entries[i].value == j.entries[i].value);
    }
    free(text);
    uk_journal_finish(&j);
    uk_journal_finish(&back);
    assert_null(uk_event_names[UK_EVENTS]);
}

static void test_torn_tail(void **state)
{
    (void)state;
    struct uk_journal j;
    const char *text = "{\"at\": 1, \"event\": \"next\"}\n\n{\"at\": 2.5, \"event\": \"stop\"}\n";
    for (size_t n = 0; n <= strlen(text); n++) {
        j = (struct uk_journal){0};
        assert_int_equal(uk_journal_parse(&j, text, n, "a", NULL), UNKNOT_OK);
        assert_int_equal(j.count, n == strlen(text) ? 2 : n > 26 ? 1 : 0);
        uk_journal_finish(&j);
    }
}

static void test_bad_lines(void **state)
{
    (void)state;
    static const char *const bad[][2] = {
        {"hello\n", "a.journal:1: the line is not one JSON object"},
        {"\n[1]\n", "a.journal:2: the line is not one JSON object"},
        {"{\"event\": \"next\"}\n", "has no time"},
        {"{\"at\": -1, \"event\": \"next\"}\n", "has no time"},
        {"{\"at\": 1e300, \"event\": \"next\"}\n", "has no time"},
        {"{\"at\": 1, \"event\": \"jump\"}\n", "names no event"},
        {"{\"at\": 1, \"event\": 7}\n", "names no event"},
        {"{\"at\": 1, \"event\": \"rate\", \"value\": \"x\"}\n", "no number"},
        {"{\"at\": 1, \"event\": \"rate\", \"value\": 11}\n", "cannot be"},
        {"{\"at\": 2, \"event\": \"next\"}\n{\"at\": 1, \"event\": \"next\"}\n", "a.journal:2: the line is earlier"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct uk_journal j;
        struct uk_message m;
        assert_int_equal(parse(&j, bad[i][0], &m), UNKNOT_BAD_DATA);
        assert_contains(m.text, bad[i][1]);
        assert_null(j.entries);
    }
}

static void test_add(void **state)
{
    (void)state;
    struct uk_journal j = {0}, copy;
    struct uk_message m;
    for (int i = 1; i <= 40; i++)
        assert_int_equal(uk_journal_add(&j, (struct uk_entry){i * UK_NS_PER_S, UK_NEXT, 0}, &m), UNKNOT_OK);
    assert_int_equal(uk_journal_copy(&copy, &j, &m), UNKNOT_OK);
    /* one in the past drops what came later; one at the same time stays */
    assert_int_equal(uk_journal_add(&j, (struct uk_entry){10 * UK_NS_PER_S, UK_STOP, 0}, &m), UNKNOT_OK);
    assert_int_equal(j.count, 11);
    assert_int_equal(j.entries[10].event, UK_STOP);
    assert_int_equal(copy.count, 40);
    assert_int_equal(uk_journal_add(&j, (struct uk_entry){-1, UK_STOP, 0}, &m), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(uk_journal_add(&j, (struct uk_entry){0, UK_EVENTS, 0}, &m), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(uk_journal_add(&j, (struct uk_entry){20 * UK_NS_PER_S, UK_NEXT, 1}, &m), UNKNOT_BAD_ARGUMENT);
    uk_journal_finish(&j);
    uk_journal_finish(&copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_round_trip),
        cmocka_unit_test(test_torn_tail),
        cmocka_unit_test(test_bad_lines),
        cmocka_unit_test(test_add),
    };
    return RUN(tests);
}
