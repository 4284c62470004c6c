/* Devices by name, in a world made by umockdev: one that answers no questions, one that libevdev takes (mock/foot-switch.ioctl), and
 * some that are plugged in and pulled out: a node, and what sysfs says of it. */
#include "hands.h"

#include <linux/input.h>

#define MOCK SOURCE_DIR "/tests/control/mock/"

/* Inside umockdev's folder, by its real path. */
static const char *real(const char *path)
{
    static char paths[4][300];
    static unsigned next;
    char *out = paths[next++ % 4];
    snprintf(out, sizeof paths[0], "%s%s", getenv("UMOCKDEV_DIR"), path);
    return out;
}

static void make_folder(const char *path)
{
    if (mkdir(path, 0755) && errno != EEXIST)
        fail_msg("%s: %s", path, strerror(errno));
}

/* Plugs in device `number`. Returns its node, open for sending. */
static int plug(int number, const char *name)
{
    char text[300];
    make_folder(real("/sys/devices/usb"));
    snprintf(text, sizeof text, "/sys/devices/usb/input%d", number);
    make_folder(real(text));
    strcat(text, "/name");
    FILE *f = fopen(real(text), "w");
    assert_non_null(f);
    fprintf(f, "%s\n", name);
    fclose(f);
    snprintf(text, sizeof text, "/sys/devices/usb/input%d/event%d", number, number);
    make_folder(real(text));
    char target[320], link[64], node[64];
    snprintf(target, sizeof target, "../../devices/usb/input%d/event%d", number, number);
    snprintf(link, sizeof link, "/sys/class/input/event%d", number);
    unlink(real(link));
    assert_int_equal(symlink(target, real(link)), 0);
    snprintf(node, sizeof node, "/dev/input/event%d", number);
    assert_int_equal(mkfifo(real(node), 0600), 0);
    int fd = open(real(node), O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0);
    return fd;
}

static void pull(int number, int fd)
{
    char path[64];
    close(fd);
    snprintf(path, sizeof path, "/dev/input/event%d", number);
    assert_int_equal(unlink(real(path)), 0);
    snprintf(path, sizeof path, "/sys/class/input/event%d", number);
    assert_int_equal(unlink(real(path)), 0);
}

static void key(int fd, int code, int value)
{
    struct input_event e[2] = {{.type = EV_KEY, .code = (uint16_t)code, .value = value}, {.type = EV_SYN}};
    assert_int_equal(write(fd, e, sizeof e), sizeof e);
}

static void test_what_there_is(void **state)
{
    (void)state;
    static struct hands h;
    assert_int_equal(hands_try(&h, "evdev", ""), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "'evdev' must be given the name of an input device: there are ");
    assert_contains(h.why, "'radio-buttons'");
    assert_contains(h.why, "'Foot Switch'");
}

static void test_one_that_answers_no_questions(void **state)
{
    (void)state;
    static struct hands h;
    hands_open(&h, "evdev", "radio-buttons");
    expect(&h, "toggle, step next, volume +5");
    hands_close(&h);
}

static void test_one_that_does(void **state)
{
    (void)state;
    static struct hands h;
    hands_open(&h, "evdev", "grab:Foot Switch");
    expect(&h, "button down, button up, button down, button up");
    hands_close(&h);
}

static void test_plugging_in(void **state)
{
    (void)state;
    static struct hands h;
    hands_open(&h, "evdev", "Page Turner");
    for (int number = 10; number < 14; number++) { /* another number each time */
        int fd = plug(number, "Page Turner"), other = plug(number + 10, "Page Turner Mouse");
        int64_t begin = uk_clock_ns();
        key(other, KEY_LEFT, 1);
        key(fd, KEY_PAGEDOWN, 1);
        expect(&h, "press next");
        assert_true(uk_clock_ns() - begin < 1500 * HANDS_MS);
        key(fd, KEY_F1, 1);
        expect(&h, "button down");
        pull(number, fd);
        expect(&h, "button up");
        pull(number + 10, other);
    }
    hands_close(&h);
}

/* One thing with three nodes, as pedals often are. */
static void test_one_name_for_several(void **state)
{
    (void)state;
    static struct hands h;
    int a = plug(30, "Pedals"), b = plug(31, "Pedals");
    hands_open(&h, "evdev", "Pedals");
    key(a, KEY_RIGHT, 1);
    expect(&h, "press next");
    key(b, KEY_LEFT, 1);
    expect(&h, "press again");
    int c = plug(32, "Pedals");
    key(c, KEY_NEXTSONG, 1);
    expect(&h, "step next");
    hands_close(&h);
    pull(30, a);
    pull(31, b);
    pull(32, c);
}

static void test_by_id(void **state)
{
    (void)state;
    static struct hands h;
    int fd = plug(40, "HID 05f3:0007");
    hands_open(&h, "evdev", "usb-Maker_Footswitch-event-kbd");
    idle(&h, 10);
    make_folder(real("/dev/input/by-id"));
    assert_int_equal(symlink("../event40", real("/dev/input/by-id/usb-Maker_Footswitch-event-kbd")), 0);
    key(fd, KEY_A, 1);
    expect(&h, "button down");
    unlink(real("/dev/input/by-id/usb-Maker_Footswitch-event-kbd"));
    expect(&h, "button up");
    assert_int_equal(symlink("../event40", real("/dev/input/by-id/usb-Maker_Footswitch-event-kbd")), 0);
    key(fd, KEY_RIGHT, 1);
    expect(&h, "press next");
    hands_close(&h);
    pull(40, fd);
}

int main(int argc, char **argv)
{
    (void)argc;
    if (access(BUILD_DIR "/lib/unknot/plugins/control-evdev.so", F_OK)) {
        printf("skipped: there was no libevdev to build control-evdev with\n");
        return 77;
    }
    if (!getenv("UMOCKDEV_DIR")) {
        setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1); /* umockdev's library comes first */
        execlp("umockdev-run", "umockdev-run", "--device", MOCK "buttons.umockdev", "--evemu-events",
               "/dev/input/event5=" MOCK "radio-buttons.events", "--ioctl", "/dev/input/event6=" MOCK "foot-switch.ioctl",
               "--evemu-events", "/dev/input/event6=" MOCK "foot-switch.events", "--", argv[0], (char *)NULL);
        printf("skipped: there is no umockdev-run (package umockdev)\n");
        return 77;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_there_is), cmocka_unit_test(test_one_that_answers_no_questions),
        cmocka_unit_test(test_one_that_does), cmocka_unit_test(test_plugging_in),
        cmocka_unit_test(test_one_name_for_several), cmocka_unit_test(test_by_id),
    };
    return RUN(tests);
}
