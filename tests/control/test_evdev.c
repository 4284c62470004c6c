/* Devices by their path, with FIFOs in their place: what reads as it comes. test_evdev_mock.c has names, libevdev and plugging in. */
#include "hands.h"

#include <linux/input.h>

struct device {
    char path[64];
    int fd;
};

static void make_device(struct device *d)
{
    assert_int_equal(mkfifo(d->path, 0600), 0);
    d->fd = open(d->path, O_RDWR | O_CLOEXEC);
    assert_true(d->fd >= 0);
}

static struct device new_device(void)
{
    struct device d = {.path = "/tmp/unknot-evdev-XXXXXX"};
    assert_non_null(mkdtemp(d.path));
    strcat(d.path, "/event0");
    make_device(&d);
    return d;
}

static void unplug(struct device *d)
{
    close(d->fd);
    unlink(d->path);
}

static void forget(struct device *d)
{
    unplug(d);
    *strrchr(d->path, '/') = '\0';
    rmdir(d->path);
}

static void send_event(const struct device *d, int type, int code, int value)
{
    struct input_event e = {.type = (uint16_t)type, .code = (uint16_t)code, .value = value};
    assert_int_equal(write(d->fd, &e, sizeof e), sizeof e);
}

static void key(const struct device *d, int code, int value)
{
    send_event(d, EV_KEY, code, value);
    send_event(d, EV_SYN, SYN_REPORT, 0);
}

static void click(const struct device *d, int code)
{
    send_event(d, EV_MSC, MSC_SCAN, 0x70000 + code);
    key(d, code, 1);
    key(d, code, 2); /* repeats by itself */
    key(d, code, 2);
    key(d, code, 0);
}

static void test_keys_and_what_they_mean(void **state)
{
    (void)state;
    static const struct {
        int code;
        const char *commands;
    } codes[] = {
        {KEY_PLAYPAUSE, "toggle"},
        {KEY_MEDIA, "toggle"},
        {KEY_PLAY, "resume"},
        {KEY_PLAYCD, "resume"},
        {KEY_PAUSECD, "pause"},
        {KEY_STOPCD, "press stop"},
        {KEY_NEXTSONG, "step next"},
        {KEY_PREVIOUSSONG, "step previous"},
        {KEY_VOLUMEUP, "volume +5"},
        {KEY_VOLUMEDOWN, "volume -5"},
        {KEY_PAGEDOWN, "press next"},
        {KEY_RIGHT, "press next"},
        {KEY_DOWN, "press next"},
        {KEY_PAGEUP, "press again"},
        {KEY_LEFT, "press again"},
        {KEY_UP, "press again"},
        {KEY_A, "button down, button up"},
        {KEY_F13, "button down, button up"},
        {BTN_0, "button down, button up"},
        {BTN_LEFT, "button down, button up"},
        {BTN_TRIGGER_HAPPY40, "button down, button up"},
    };
    static struct hands h;
    struct device d = new_device();
    hands_open(&h, "evdev", d.path);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        click(&d, codes[i].code);
        expect(&h, codes[i].commands);
    }
    hands_close(&h);
    forget(&d);
}

static void test_several_keys_are_one_button(void **state)
{
    (void)state;
    static struct hands h;
    struct device d = new_device();
    hands_open(&h, "evdev", d.path);
    key(&d, KEY_B, 0); /* held since before */
    key(&d, KEY_A, 1);
    key(&d, KEY_B, 1);
    key(&d, KEY_A, 1);
    key(&d, KEY_A, 0);
    click(&d, KEY_PLAYPAUSE);
    key(&d, KEY_B, 0);
    key(&d, KEY_B, 0);
    click(&d, KEY_NEXTSONG);
    expect(&h, "button down, toggle, button up, step next");
    hands_close(&h);
    forget(&d);
}

static void test_what_is_no_key(void **state)
{
    (void)state;
    static struct hands h;
    struct device d = new_device();
    unsigned seed = 5;
    hands_open(&h, "evdev", d.path);
    send_event(&d, EV_REL, REL_X, 1);
    send_event(&d, EV_ABS, ABS_X, 1);
    send_event(&d, EV_KEY, KEY_MAX + 1, 1);
    send_event(&d, EV_KEY, 0xffff, 1);
    send_event(&d, EV_KEY, KEY_A, -1);
    send_event(&d, EV_KEY, KEY_A, 77);
    send_event(&d, EV_SW, SW_HEADPHONE_INSERT, 1);
    click(&d, KEY_PLAYPAUSE);
    expect(&h, "toggle");
    for (int i = 0; i < 200000; i++) {
        struct input_event e;
        for (size_t k = 0; k < sizeof e; k++) {
            seed = seed * 1664525u + 1013904223u;
            ((unsigned char *)&e)[k] = (unsigned char)(seed >> 24);
        }
        e.type = i % 2 ? EV_KEY : e.type;
        e.code &= 0x3ff;
        e.value &= 3;
        assert_int_equal(write(d.fd, &e, sizeof e), sizeof e);
        if (i % 256 == 0) {
            while (wake(&h, 0) && h.result >= 0)
                h.got[0] = '\0';
            assert_int_equal(h.result, 0);
        }
    }
    while (wake(&h, 0))
        h.got[0] = '\0';
    click(&d, KEY_PLAYPAUSE);
    expect(&h, "toggle");
    assert_true(h.slowest_ns < 500 * HANDS_MS);
    hands_close(&h);
    forget(&d);
}

static void test_coming_and_going(void **state)
{
    (void)state;
    static struct hands h;
    struct device d = new_device();
    unplug(&d);
    hands_open(&h, "evdev", d.path); /* not there yet */
    for (int i = 0; i < 5; i++) {
        make_device(&d);
        int64_t begin = uk_clock_ns();
        key(&d, KEY_A, 1);
        expect(&h, "button down");
        assert_true(uk_clock_ns() - begin < 1500 * HANDS_MS); /* it is told, it does not happen to look */
        unplug(&d);
        expect(&h, "button up"); /* who is gone holds nothing down */
    }
    /* one takes the place of another */
    make_device(&d);
    click(&d, KEY_RIGHT);
    expect(&h, "press next");
    unplug(&d);
    make_device(&d);
    click(&d, KEY_LEFT);
    expect(&h, "press again");
    hands_close(&h);
    forget(&d);
}

static void test_rest(void **state)
{
    (void)state;
    static struct hands h;
    struct device d = new_device();
    hands_open(&h, "evdev", d.path);
    click(&d, KEY_RIGHT);
    expect(&h, "press next");
    h.wakes = 0;
    idle(&h, 500);
    assert_int_equal(h.wakes, 0);
    unplug(&d);
    idle(&h, 500);
    h.wakes = 0;
    idle(&h, 2500); /* something is missing: it looks every two seconds */
    assert_in_range(h.wakes, 1, 2);
    make_device(&d);
    click(&d, KEY_RIGHT);
    expect(&h, "press next");
    hands_close(&h);
    forget(&d);
}

static void test_several_devices(void **state)
{
    (void)state;
    static struct hands h;
    char target[300];
    struct device a = new_device(), b = new_device();
    snprintf(target, sizeof target, "%s,%s,%s,never plugged in", a.path, b.path, a.path);
    hands_open(&h, "evdev", target);
    click(&a, KEY_RIGHT);
    expect(&h, "press next");
    key(&b, KEY_A, 1);
    expect(&h, "button down");
    key(&a, KEY_A, 1);
    expect(&h, "button down");
    key(&b, KEY_A, 0);
    expect(&h, "button up");
    hands_close(&h);
    forget(&a);
    forget(&b);
}

static void test_targets(void **state)
{
    (void)state;
    static struct hands h;
    char target[300];
    static const char *const wrong[] = {",", "a,,b", "grab:", "a,b,c,d,e,f,g,h,i"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(hands_try(&h, "evdev", wrong[i]), UNKNOT_PLUGIN_BAD_TARGET);
        assert_contains(h.why, "are no input devices: give up to 8 names with commas between");
    }
    memset(target, 'x', 250);
    target[250] = '\0';
    assert_int_equal(hands_try(&h, "evdev", target), UNKNOT_PLUGIN_BAD_TARGET);

    assert_int_equal(hands_try(&h, "evdev", ""), UNKNOT_PLUGIN_BAD_TARGET);
    assert_true(strstr(h.why, "no input device was found") || strstr(h.why, "must be given the name of an input device"));

    /* a FIFO cannot be grabbed: that is not passed over */
    struct device d = new_device();
    snprintf(target, sizeof target, "grab:%s", d.path);
    assert_int_equal(hands_try(&h, "evdev", target), UNKNOT_PLUGIN_IO);
    assert_contains(h.why, d.path);
    forget(&d);

    /* no device, and never one: it waits */
    hands_open(&h, "evdev", "/etc/passwd");
    hands_close(&h);
    hands_open(&h, "evdev", "/tmp");
    hands_close(&h);
}

int main(void)
{
    if (access(BUILD_DIR "/lib/unknot/plugins/control-evdev.so", F_OK)) {
        printf("skipped: there was no libevdev to build control-evdev with\n");
        return 77;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_and_what_they_mean), cmocka_unit_test(test_several_keys_are_one_button),
        cmocka_unit_test(test_what_is_no_key),          cmocka_unit_test(test_coming_and_going),
        cmocka_unit_test(test_rest),                    cmocka_unit_test(test_several_devices),
        cmocka_unit_test(test_targets),
    };
    return RUN(tests);
}
