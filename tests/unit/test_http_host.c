/* Who is asked by HTTP: our own names and no others; and where to listen. */
#include "check.h"

#include "cli/http/host.h"

static const char *const more[] = {"music.example.net"};

static bool ours(const char *field, const char *local)
{
    struct sockaddr_storage address;
    assert_true(uk_host_parse(local, 80, &address) > 0);
    return uk_host_is_ours(field, (struct sockaddr *)&address, "rest.lan", more, 1);
}

static void own_names(void **state)
{
    static const char *const good[] = {"192.168.0.7", "192.168.0.7:8468", "localhost", "LocalHost:80", "rest", "rest.local", "Rest.Local:8468",
                                       "rest.lan", "rest.local.", "music.example.net:443", "[::ffff:192.168.0.7]:8468"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!ours(good[i], "192.168.0.7"))
            fail_msg("'%s' is refused", good[i]);
    assert_true(ours("[::1]:8468", "[::1]"));
    assert_true(ours("[0:0::1]", "[::1]"));
    assert_true(ours("[fe80::1%25eth0]:8468", "[fe80::1]"));
    assert_true(ours("192.168.0.7", "[::ffff:192.168.0.7]"));
}

static void names_of_others(void **state)
{
    static const char *const wrong[] = {"",           "evil.example",      "192.168.0.8",   "127.0.0.1",           "localhost.evil.example",
                                        "rest.evil",  "res",               "rest.local.x",  "music.example.net.x", "[::1]",
                                        "localhost:80:80", "localhost:8x",  "[192.168.0.7",        "[]",
                                        ":8468",      "user@localhost:80", "192.168.0.7.1", "localhost/",          "192.168.0.7\t"};
    (void)state;
    assert_false(ours(NULL, "192.168.0.7"));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (ours(wrong[i], "192.168.0.7"))
            fail_msg("'%s' is taken for us", wrong[i]);
}

static void where_to_listen(void **state)
{
    static const char *const cases[][2] = {
        {"127.0.0.1:90", "127.0.0.1:90"}, {"0.0.0.0", "0.0.0.0:8468"}, {"", "127.0.0.1:8468"},   {":0", "127.0.0.1:0"},
        {"localhost:7", "127.0.0.1:7"},   {"[::]", "[::]:8468"},       {"[::1]:65535", "[::1]:65535"},
    };
    static const char *const wrong[] = {"1.2.3.4:65536", "1.2.3.4:", "1.2.3.4:x", "1.2.3.4:80x", "1.2.3", "example.net", "::1", "[::1", "[1.2.3.4]", "1.2.3.4:-1"};
    struct sockaddr_storage address;
    char text[UK_HOST_TEXT];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(uk_host_parse(cases[i][0], 8468, &address) > 0);
        assert_string_equal(uk_host_text((struct sockaddr *)&address, text), cases[i][1]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (uk_host_parse(wrong[i], 8468, &address))
            fail_msg("'%s' is an address", wrong[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_names),
        cmocka_unit_test(names_of_others),
        cmocka_unit_test(where_to_listen),
    };
    return RUN(tests);
}
