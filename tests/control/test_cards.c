/* Readers of cards, with FIFOs in their place: what they type becomes a card when Enter comes. */
#include "hands.h"

#include <linux/input.h>

struct reader {
    char path[64];
    int fd;
};

static struct reader new_reader(void)
{
    struct reader r = {.path = "/tmp/unknot-cards-XXXXXX"};
    assert_non_null(mkdtemp(r.path));
    strcat(r.path, "/event0");
    assert_int_equal(mkfifo(r.path, 0600), 0);
    r.fd = open(r.path, O_RDWR | O_CLOEXEC);
    assert_true(r.fd >= 0);
    return r;
}

static void forget(struct reader *r)
{
    close(r->fd);
    unlink(r->path);
    *strrchr(r->path, '/') = '\0';
    rmdir(r->path);
}

static void key(const struct reader *r, int code, int value)
{
    struct input_event e[2] = {{.type = EV_KEY, .code = (uint16_t)code, .value = value}, {.type = EV_SYN}};
    assert_int_equal(write(r->fd, e, sizeof e), sizeof e);
}

static void click(const struct reader *r, int code)
{
    key(r, code, 1);
    key(r, code, 2); /* repeats by itself */
    key(r, code, 0);
}

/* Digits only; "\n" is Enter. */
static void type(const struct reader *r, const char *text)
{
    for (; *text; text++)
        click(r, *text == '\n' ? KEY_ENTER : *text == '0' ? KEY_0 : KEY_1 + (*text - '1'));
}

static void test_what_is_typed(void **state)
{
    (void)state;
    static struct hands h;
    struct reader r = new_reader();
    hands_open(&h, "cards", r.path);
    type(&r, "0012345678\n");
    expect(&h, "card 0012345678");
    type(&r, "12\n\n\n34\n"); /* nothing is no card */
    expect(&h, "card 12, card 34");
    click(&r, KEY_KP9), click(&r, KEY_KP0), click(&r, KEY_KPENTER);
    expect(&h, "card 90");
    key(&r, KEY_LEFTSHIFT, 1), click(&r, KEY_A), key(&r, KEY_LEFTSHIFT, 0), click(&r, KEY_Z), click(&r, KEY_MINUS), click(&r, KEY_7);
    click(&r, KEY_F1), click(&r, KEY_SPACE), click(&r, KEY_PLAYPAUSE), click(&r, KEY_ENTER);
    expect(&h, "card az-7");
    hands_close(&h);
    forget(&r);
}

static void test_what_is_too_long(void **state)
{
    (void)state;
    static struct hands h;
    char longest[66], command[80];
    struct reader r = new_reader();
    hands_open(&h, "cards", r.path);
    memset(longest, '7', 65);
    longest[65] = '\0';
    type(&r, longest);
    type(&r, "\n");
    type(&r, longest + 1);
    type(&r, "\n");
    snprintf(command, sizeof command, "card %s", longest + 1);
    expect(&h, command);
    for (int i = 0; i < 10000; i++) {
        click(&r, KEY_5);
        if (i % 100 == 0)
            while (wake(&h, 0))
                assert_int_equal(h.result, 0);
    }
    type(&r, "\n8\n");
    expect(&h, "card 8");
    hands_close(&h);
    forget(&r);
}

/* A letter that was left from before is none of the next card. */
static void test_a_pause_begins_anew(void **state)
{
    (void)state;
    static struct hands h;
    struct reader r = new_reader();
    hands_open(&h, "cards", r.path);
    type(&r, "99");
    idle(&h, 1100);
    type(&r, "42\n");
    expect(&h, "card 42");
    type(&r, "99");
    idle(&h, 1100);
    type(&r, "\n1\n");
    expect(&h, "card 1");
    hands_close(&h);
    forget(&r);
}

static void test_two_readers(void **state)
{
    (void)state;
    static struct hands h;
    char target[200];
    struct reader a = new_reader(), b = new_reader();
    snprintf(target, sizeof target, "%s,%s", a.path, b.path);
    hands_open(&h, "cards", target);
    type(&a, "11");
    while (wake(&h, 0))
        ;
    type(&b, "22");
    while (wake(&h, 0))
        ;
    type(&a, "1\n");
    expect(&h, "card 111");
    type(&b, "2\n");
    expect(&h, "card 222");
    hands_close(&h);
    forget(&a);
    forget(&b);
}

static void test_pulled_out_in_the_middle(void **state)
{
    (void)state;
    static struct hands h;
    struct reader r = new_reader();
    hands_open(&h, "cards", r.path);
    type(&r, "12");
    while (wake(&h, 0))
        ;
    close(r.fd);
    unlink(r.path);
    idle(&h, 50);
    assert_int_equal(mkfifo(r.path, 0600), 0);
    r.fd = open(r.path, O_RDWR | O_CLOEXEC);
    type(&r, "34\n");
    expect(&h, "card 34");
    hands_close(&h);
    forget(&r);
}

static void test_letters_that_were_lost(void **state)
{
    (void)state;
    static struct hands h;
    struct input_event dropped = {.type = EV_SYN, .code = SYN_DROPPED};
    struct reader r = new_reader();
    hands_open(&h, "cards", r.path);
    type(&r, "12");
    assert_int_equal(write(r.fd, &dropped, sizeof dropped), sizeof dropped);
    type(&r, "34\n"); /* the rest of a code is none */
    type(&r, "56\n");
    expect(&h, "card 56");
    assert_int_equal(write(r.fd, &dropped, sizeof dropped), sizeof dropped);
    while (wake(&h, 0))
        ;
    idle(&h, 1200); /* its Enter was lost, too */
    type(&r, "78\n");
    expect(&h, "card 78");
    hands_close(&h);
    forget(&r);
}

static void test_one_that_cannot_be_had(void **state)
{
    (void)state;
    static struct hands h;
    struct reader r = new_reader();
    hands_open(&h, "cards", r.path);
    assert_string_equal(h.trouble, "");
    unlink(r.path);
    idle(&h, 100);
    assert_string_equal(h.trouble, ""); /* one that is away may come back */
    assert_int_equal(symlink("/dev/null", r.path), 0); /* no device that can be waited for */
    idle(&h, 2500);
    assert_contains(h.trouble, r.path);
    unlink(r.path);
    assert_int_equal(mkfifo(r.path, 0600), 0);
    close(r.fd);
    r.fd = open(r.path, O_RDWR | O_CLOEXEC);
    idle(&h, 2500);
    assert_string_equal(h.trouble, "");
    type(&r, "9\n");
    expect(&h, "card 9");
    hands_close(&h);
    forget(&r);
}

static void test_noise(void **state)
{
    (void)state;
    static struct hands h;
    struct reader r = new_reader();
    unsigned seed = 7;
    hands_open(&h, "cards", r.path);
    for (int i = 0; i < 50000; i++) {
        struct input_event e;
        for (size_t k = 0; k < sizeof e; k++) {
            seed = seed * 1664525u + 1013904223u;
            ((unsigned char *)&e)[k] = (unsigned char)(seed >> 24);
        }
        e.type = i % 2 ? EV_KEY : e.type;
        e.code &= 0x7f;
        e.value &= 1;
        assert_int_equal(write(r.fd, &e, sizeof e), sizeof e);
        if (i % 256 == 0)
            while (wake(&h, 0))
                h.got[0] = '\0';
    }
    while (wake(&h, 0))
        h.got[0] = '\0';
    type(&r, "\n");
    while (wake(&h, 0))
        h.got[0] = '\0';
    type(&r, "5\n");
    expect(&h, "card 5");
    assert_true(h.slowest_ns < 500 * HANDS_MS);
    hands_close(&h);
    forget(&r);
}

static void test_targets(void **state)
{
    (void)state;
    static struct hands h;
    assert_int_equal(hands_try(&h, "cards", ""), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "'cards'");
    hands_open(&h, "cards", "never plugged in");
    hands_close(&h);
}

int main(void)
{
    if (access(BUILD_DIR "/lib/unknot/plugins/control-cards.so", F_OK)) {
        printf("skipped: there was no libevdev to build control-cards with\n");
        return 77;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_typed),     cmocka_unit_test(test_what_is_too_long),         cmocka_unit_test(test_a_pause_begins_anew),
        cmocka_unit_test(test_two_readers),       cmocka_unit_test(test_pulled_out_in_the_middle), cmocka_unit_test(test_noise),
        cmocka_unit_test(test_targets),           cmocka_unit_test(test_letters_that_were_lost),   cmocka_unit_test(test_one_that_cannot_be_had),
    };
    return RUN(tests);
}
