#define HANDS_FOLDER BUILD_DIR "/tests/skeleton"
#include "hands.h"

static void test_lines_are_commands(void **state)
{
    (void)state;
    static struct hands h;
    char folder[] = "/tmp/unknot-skeleton-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fifo", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(hands_try(&h, "skeleton", "/nowhere/fifo"), UNKNOT_PLUGIN_BAD_TARGET);
    assert_contains(h.why, "the name of a FIFO");

    hands_open(&h, "skeleton", path);
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    const char *lines = "press longer\n\n   seek   +5 \npress rate 7\ntog";
    assert_int_equal(write(fd, lines, strlen(lines)), strlen(lines));
    expect(&h, "press longer, seek +5, press rate 7");
    assert_int_equal(write(fd, "gle\n", 4), 4);
    expect(&h, "toggle");
    close(fd);
    hands_close(&h);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines_are_commands)};
    return RUN(tests);
}
