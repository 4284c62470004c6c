/* The command's reader of what a player says, against jansson: for all that is JSON the same, for all else no harm. */
#include "check.h"

#include "cli/json.c"

#include <jansson.h>

static uint64_t next_random(uint64_t *state) /* splitmix64 */
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static json_t *make_text(uint64_t *random)
{
    static const char *const pieces[] = {"a",  "\"",  "\\",       "/",  "{",  "}",        "[",  "]",        ",",
                                         ":",  " ",   "\xc3\xa4", "\\u", "\xe2\x99\xa9", "\xf0\x9d\x84\x9e", "long", "error"};
    char text[64] = "";
    for (uint64_t n = next_random(random) % 8; n > 0; n--)
        strcat(text, pieces[next_random(random) % (sizeof pieces / sizeof *pieces)]);
    return json_string(text);
}

static json_t *make_value(uint64_t *random, int depth)
{
    json_t *value;
    char key[8];
    switch (next_random(random) % (depth > 2 ? 5 : 7)) {
    case 0:
        return json_integer((json_int_t)next_random(random) / 1000);
    case 1:
        return json_real((double)next_random(random) / 1e15 - 3000);
    case 2:
        return json_boolean(next_random(random) & 1);
    case 3:
        return json_null();
    case 5:
        value = json_array();
        for (uint64_t n = next_random(random) % 4; n > 0; n--)
            json_array_append_new(value, make_value(random, depth + 1));
        return value;
    case 6:
        value = json_object();
        for (uint64_t n = next_random(random) % 4; n > 0; n--) {
            snprintf(key, sizeof key, "k%d", (int)n);
            json_object_set_new(value, key, make_value(random, depth + 1));
        }
        return value;
    default:
        return make_text(random);
    }
}

static void what_is_json_reads_the_same(void **state)
{
    static const size_t styles[] = {0, JSON_COMPACT, JSON_INDENT(3), JSON_ENSURE_ASCII, JSON_COMPACT | JSON_ESCAPE_SLASH};
    static const char *const keys[] = {"k0", "k1", "k2", "error", "a b", ""};
    uint64_t random = 3;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        json_t *object = json_object();
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            if (next_random(&random) % 3)
                json_object_set_new(object, keys[k], make_value(&random, 0));
        char *text = json_dumps(object, styles[i % (sizeof styles / sizeof *styles)] | JSON_REAL_PRECISION(17));
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            size_t n = 0;
            char out[128];
            json_t *wanted = json_object_get(object, keys[k]);
            const char *value = uk_json_find(text, keys[k], &n);
            assert_int_equal(value != NULL, wanted != NULL);
            json_t *found = value ? json_loadb(value, n, JSON_DECODE_ANY, NULL) : NULL;
            if (wanted && !json_equal(found, wanted))
                fail_msg("%s in %s is %.*s", keys[k], text, (int)n, value);
            json_decref(found);
            uk_json_find_text(text, keys[k], out, sizeof out);
            assert_string_equal(out, json_is_string(wanted) ? json_string_value(wanted) : "");
            if (json_is_number(wanted))
                assert_true(uk_json_find_number(text, keys[k]) == json_number_value(wanted));
        }
        free(text);
        json_decref(object);
    }
}

static void what_is_not_does_no_harm(void **state)
{
    static const char good[] = "{\"error\": \"a\\u00e4\\ud834\\udd1e\\n\", \"data\": {\"x\": [1, -2.5e3, \"}\"]}, \"n\": null}";
    uint64_t random = 4;
    (void)state;
    for (int i = 0; i < 200000; i++) {
        size_t n = next_random(&random) % sizeof good;
        char *text = malloc(n + 1), out[24]; /* as large as it is: one byte too far is seen */
        memcpy(text, good, n);
        text[n] = '\0';
        for (uint64_t k = next_random(&random) % 4; k > 0 && n > 0; k--)
            text[next_random(&random) % n] = "\"\\{}[],:u \x01\xff"[next_random(&random) % 12];
        size_t size = 1 + next_random(&random) % sizeof out, length;
        const char *value = uk_json_find(text, "data", &length);
        assert_true(!value || (value > text && value + length <= text + strlen(text)));
        uk_json_find_text(text, "error", out, size);
        assert_true(strlen(out) < size);
        for (const char *p = out; *p; p++)
            assert_true((unsigned char)*p >= 0x20 && *p != 0x7f);
        free(text);
    }
}

static void control_characters_are_shown_as_such(void **state)
{
    char out[64];
    (void)state;
    assert_string_equal(uk_json_find_text("{\"a\": \"x\\u001b[2J\\u009b\\u0000\\ud800z\\t\\\"\x1b\"}", "a", out, sizeof out), "x?[2J???z \"?");
    assert_string_equal(uk_json_find_text("{\"a\": 1}", "a", out, sizeof out), "");
    assert_string_equal(uk_json_find_text("[\"a\"]", "a", out, sizeof out), "");
    assert_true(uk_json_find_number("{\"a\": \"1\"}", "b") == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_json_reads_the_same),
        cmocka_unit_test(what_is_not_does_no_harm),
        cmocka_unit_test(control_characters_are_shown_as_such),
    };
    return RUN(tests);
}
