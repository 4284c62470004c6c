#include "check.h"

#include "base/status.h"

#include <string.h>

static void test_every_status_has_a_text(void **state)
{
    (void)state;
    for (int status = UNKNOT_LIMIT; status <= UNKNOT_OK; status++) {
        assert_string_not_equal(unknot_status_text(status), "unknown status");
        for (int other = UNKNOT_LIMIT; other < status; other++)
            assert_string_not_equal(unknot_status_text(status), unknot_status_text(other));
    }
    assert_string_equal(unknot_status_text(1), "unknown status");
    assert_string_equal(unknot_status_text(-1000), "unknown status");
}

static void test_sentence(void **state)
{
    (void)state;
    struct uk_message m;
    assert_int_equal(uk_fail(&m, UNKNOT_IO, "'%s' is gone", "a\x1b]0;owned\x07"), UNKNOT_IO);
    assert_string_equal(m.text, "'a?]0;owned?' is gone");
    assert_int_equal(uk_fail(NULL, UNKNOT_LIMIT, "%d", 1), UNKNOT_LIMIT);
    char endless[3000];
    memset(endless, 'e', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    uk_fail(&m, UNKNOT_IO, "%s", endless);
    assert_int_equal(strlen(m.text), UK_MESSAGE_SIZE - 1);
    assert_int_equal(uk_no_memory(&m), UNKNOT_NO_MEMORY);
    assert_contains(m.text, "memory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_status_has_a_text),
        cmocka_unit_test(test_sentence),
    };
    return RUN(tests);
}
