/* Addresses of routines: what is taken from them, and what is refused. */
#include "check.h"

#include "engine/uri.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct uk_uri uri;
static struct uk_message m;

static int read_uri(const char *address)
{
    uk_uri_finish(&uri);
    return uk_uri_init(&uri, address, &m);
}

static int tear_down(void **state)
{
    (void)state;
    uk_uri_finish(&uri);
    return 0;
}

#define assert_wish(i, key, text)                       \
    do {                                                \
        assert_true((i) < uri.param_count);             \
        assert_string_equal(uri.params[i].name, key);   \
        assert_string_equal(uri.params[i].value, text); \
    } while (0)

static void a_name_is_enough(void **state)
{
    (void)state;
    const char *const same[] = {"unknot://low-back", "unknot:low-back",  "UNKNOT://low-back/",
                                "unknot://low-back?", "unknot://low-back#step", "unknot://low%2dback"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_int_equal(read_uri(same[i]), UNKNOT_OK);
        assert_string_equal(uri.routine, "low-back");
        assert_int_equal(uri.param_count, 0);
        assert_null(uri.voice);
    }
    assert_int_equal(read_uri("unknot://neck-care/tilt"), UNKNOT_OK);
    assert_string_equal(uri.routine, "neck-care/tilt");
}

static void wishes_stand_behind_it(void **state)
{
    (void)state;
    assert_int_equal(read_uri("unknot://low-back?minutes=10&&mode=gentle&voice=flite%3aslt&language=de-AT&a%20b=c%3Dd+e="), UNKNOT_OK);
    assert_int_equal(uri.param_count, 3);
    assert_wish(0, "minutes", "10");
    assert_wish(1, "mode", "gentle");
    assert_wish(2, "a b", "c=d+e=");
    assert_string_equal(uri.voice, "flite:slt");
    assert_string_equal(uri.language, "de-AT");
}

/* Whoever made an address runs nothing here. */
static void a_voice_is_only_named(void **state)
{
    (void)state;
    static const char *const good[] = {"flite", "flite:slt", "en-US-slt", "de_DE.thorsten", ""};
    static const char *const bad[] = {"command", "command:", "command:id", "command%3A/tmp/x%20y", "/tmp/x", "../x", ".x", "flite:/tmp/x", "flite:..",
                                      "flite:a:b", "flite:a%20b", "%63ommand:id"};
    char address[100];
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        snprintf(address, sizeof address, "unknot://low-back?voice=%s", good[i]);
        assert_int_equal(read_uri(address), UNKNOT_OK);
        assert_string_equal(uri.voice, good[i]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        snprintf(address, sizeof address, "unknot://low-back?voice=%s", bad[i]);
        if (read_uri(address) != UNKNOT_BAD_ARGUMENT)
            fail_msg("'%s' was taken", address);
        assert_non_null(strstr(m.text, "'unknot voice list'"));
    }
}

static void what_is_no_address_is_refused(void **state)
{
    (void)state;
    const char *const wrong[] = {"",
                                 "low-back",
                                 "file:///etc/passwd",
                                 "unknot",
                                 "unknot:",
                                 "unknot://",
                                 "unknot:///",
                                 "unknot://?minutes=3",
                                 "unknot:///etc/passwd",
                                 "unknot://../low-back",
                                 "unknot://%2e%2e%2flow-back",
                                 "unknot://low-back.lua",
                                 "unknot://Low Back",
                                 "unknot://a/b/c",
                                 "unknot://low%00back",
                                 "unknot://low-back?minutes",
                                 "unknot://low-back?=3",
                                 "unknot://low-back?minutes=%",
                                 "unknot://low-back?minutes=%3",
                                 "unknot://low-back?minutes=%zz",
                                 "unknot://low-back?minutes=%ff",
                                 "unknot://low-back?minutes=%003"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        m.text[0] = '\0';
        if (read_uri(wrong[i]) != UNKNOT_BAD_ARGUMENT)
            fail_msg("'%s' was taken", wrong[i]);
        assert_true(strlen(m.text) > 20);
    }
}

static void too_many_wishes_are_refused(void **state)
{
    (void)state;
    char address[2000] = "unknot://low-back?";
    for (int i = 0; i < UK_URI_PARAMS; i++)
        snprintf(address + strlen(address), 20, "p%d=%d&", i, i);
    assert_int_equal(read_uri(address), UNKNOT_OK);
    assert_wish(UK_URI_PARAMS - 1, "p31", "31");
    strcat(address, "one=more");
    assert_int_equal(read_uri(address), UNKNOT_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_enough),
        cmocka_unit_test(wishes_stand_behind_it),
        cmocka_unit_test(a_voice_is_only_named),
        cmocka_unit_test(what_is_no_address_is_refused),
        cmocka_unit_test(too_many_wishes_are_refused),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, NULL, tear_down);
}
