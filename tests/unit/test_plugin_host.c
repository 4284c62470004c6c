/* The host of the sinks: what it refuses, in which words, and that the rest goes on. Broken plugins are in zoo/plugins. */
#include "engine/plugin_host.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ZOO BUILD_DIR "/tests/zoo/plugins"
#define SKELETON BUILD_DIR "/tests/skeleton"

static int open_in(struct uk_sink **s, const char *folder, const char *name, const char *target, struct uk_message *m)
{
    struct uk_places places = {.plugins = (char *)(uintptr_t)folder, .helpers = (char *)(uintptr_t) "/nonexistent"};
    struct unknot_sink_format format = {.size = sizeof format, .rate = 48000};
    *m = (struct uk_message){""};
    return uk_sink_open(s, &places, name, target, &format, NULL, m);
}

static void test_the_skeleton_works(void **state)
{
    struct uk_message m;
    struct uk_sink *s = NULL;
    (void)state;
    if (open_in(&s, SKELETON, "skeleton", "", &m))
        fail_msg("%s", m.text);
    assert_int_equal(uk_sink_write(s, "", 480, &m), 480);
    assert_int_equal(uk_sink_latency(s), 0);
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
    uk_sink_close(s);
    uk_sink_close(NULL);
}

static void test_an_unknown_sink_is_said_with_the_nearest(void **state)
{
    static const char *const cases[][2] = {
        {"skeletn", "there is no sink 'skeletn' (did you mean 'skeleton'?)"},
        {"portaudio", "the sink 'portaudio' is not installed: 'sudo apt install unknot-plugin-portaudio'"},
        {"gramophone", "there is no sink 'gramophone': 'unknot plugins' lists those there are"},
        {"../skeleton", "there is no sink '../skeleton' (did you mean 'skeleton'?)"},
        {"", "there is no sink '': 'unknot plugins' lists those there are"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m;
        struct uk_sink *s = NULL;
        assert_int_equal(open_in(&s, SKELETON, cases[i][0], "", &m), UNKNOT_NOT_FOUND);
        assert_string_equal(m.text, cases[i][1]);
        assert_null(s);
    }
}

static void test_broken_plugins_are_refused_by_name(void **state)
{
    static const char *const cases[][2] = {
        {"no-entry", "'" ZOO "/sink-no-entry.so' is no plugin of unknot: it does not export 'unknot_plugin_get'"},
        {"other-abi", "the plugin '" ZOO "/sink-other-abi.so' is made for plugin interface 2, this is 1: build it again"},
        {"null-ops", "the plugin '" ZOO "/sink-null-ops.so' has no functions: its 'ops' is NULL"},
        {"short-ops", "the plugin '" ZOO "/sink-short-ops.so' lacks functions that every sink must have, or its 'size' is too small"},
        {"no-write", "the plugin '" ZOO "/sink-no-write.so' lacks functions that every sink must have, or its 'size' is too small"},
        {"other-kind", "the plugin '" ZOO "/sink-other-kind.so' holds no sink called 'other-kind'"},
        {"other-name", "the plugin '" ZOO "/sink-other-name.so' holds no sink called 'other-name'"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m;
        struct uk_sink *s = NULL;
        assert_int_equal(open_in(&s, ZOO, cases[i][0], "", &m), UNKNOT_BAD_DATA);
        assert_string_equal(m.text, cases[i][1]);
        assert_null(s);
    }
}

static void test_sinks_that_break_a_rule_are_caught(void **state)
{
    static const struct {
        const char *target;
        int status;
        const char *says;
    } cases[] = {
        {"says-nothing", UNKNOT_FAILED, "the sink 'rude' failed and does not say why"},
        {"odd-status", UNKNOT_FAILED, "first line second ?[31mline"},
        {"no-object", UNKNOT_BAD_DATA, "the plugin '" ZOO "/sink-rude.so' is broken: open() succeeded without a sink"},
        {"no-format", UNKNOT_BAD_DATA, "the plugin '" ZOO "/sink-rude.so' is broken: open() did not say which sample format it takes"},
        {"other-rate", UNKNOT_BAD_DATA, "the plugin '" ZOO "/sink-rude.so' is broken: open() changed the rate instead of refusing it"},
    };
    struct uk_message m;
    struct uk_sink *s = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int status = open_in(&s, ZOO, "rude", cases[i].target, &m);
        assert_string_equal(m.text, cases[i].says);
        assert_int_equal(status, cases[i].status);
        assert_null(s);
    }
    assert_int_equal(open_in(&s, ZOO, "rude", "greedy", &m), UNKNOT_OK);
    assert_int_equal(uk_sink_write(s, "", 480, &m), UNKNOT_BAD_DATA);
    assert_string_equal(m.text, "the plugin '" ZOO "/sink-rude.so' is broken: write() took more frames than it was given");
    assert_int_equal(uk_sink_latency(s), 0);
    uk_sink_close(s);
    assert_int_equal(open_in(&s, ZOO, "rude", "write-fails", &m), UNKNOT_OK);
    assert_int_equal(uk_sink_write(s, "", 480, &m), UNKNOT_FAILED);
    assert_string_equal(m.text, "the sink 'rude' failed and does not say why");
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_FAILED);
    uk_sink_close(s);
}

static void test_rates_out_of_range(void **state)
{
    static const uint32_t rates[] = {0, 3999, 384001};
    struct uk_places places = {.plugins = (char *)(uintptr_t)SKELETON, .helpers = (char *)(uintptr_t) "/nonexistent"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct unknot_sink_format format = {.size = sizeof format, .rate = rates[i]};
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        assert_int_equal(uk_sink_open(&s, &places, "skeleton", "", &format, NULL, &m), UNKNOT_BAD_ARGUMENT);
        assert_non_null(strstr(m.text, "frames a second cannot be played: choose 4000 to 384000"));
    }
}

static void copy(const char *from, const char *folder, const char *name, mode_t mode)
{
    char path[256], bytes[65536];
    size_t n;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *in = fopen(from, "rb"), *out = fopen(path, "wb");
    assert_true(in && out);
    while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
        assert_int_equal(fwrite(bytes, 1, n, out), n);
    fclose(in);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(path, mode), 0);
}

/* One good plugin among bad ones: all are listed in order, and the good one plays. */
static void test_the_rest_goes_on(void **state)
{
    char folder[] = "/tmp/unknot-plugins-XXXXXX", text[64], command[64];
    struct uk_plugin_entry e;
    struct uk_message m;
    struct uk_sink *s = NULL;
    (void)state;
    assert_non_null(mkdtemp(folder));
    struct uk_places places = {.plugins = folder, .helpers = folder};
    copy(SKELETON "/sink-skeleton.so", folder, "sink-skeleton.so", 0644);
    copy(SKELETON "/sink-skeleton.so", folder, "sink-open-to-all.so", 0666);
    copy(ZOO "/sink-rude.so", folder, "sink-rude.so", 0755);
    copy(SOURCE_DIR "/LICENSE", folder, "sink-text.so", 0644);
    copy(SKELETON "/sink-skeleton.so", folder, "mine.so", 0644);
    copy(SOURCE_DIR "/LICENSE", folder, "README.md", 0644);
    static const struct {
        const char *kind, *name, *summary, *trouble;
    } want[] = {
        {"", "mine", "", "is not named as a plugin: call it KIND-NAME.so, as in 'sink-mine.so'"},
        {"sink", "open-to-all", "", "can be written by other users: make it root's or yours and 'chmod go-w' it"},
        {"sink", "rude", "breaks a rule", ""},
        {"sink", "skeleton", "counts frames: a start for a sink of your own", ""},
        {"sink", "text", "", "sink-text.so' cannot be loaded: "},
    };
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        assert_int_equal(uk_plugin_entry(&places, i, &e), 1);
        assert_string_equal(e.kind, want[i].kind);
        assert_string_equal(e.name, want[i].name);
        assert_string_equal(e.summary, want[i].summary);
        if (*want[i].trouble ? !strstr(e.trouble, want[i].trouble) : *e.trouble)
            fail_msg("'%s', not '%s'", e.trouble, want[i].trouble);
        assert_non_null(strstr(e.path, folder));
    }
    assert_int_equal(uk_plugin_entry(&places, sizeof want / sizeof *want, &e), 0);
    assert_int_equal(open_in(&s, folder, "text", "", &m), UNKNOT_BAD_DATA);
    assert_int_equal(open_in(&s, folder, "skeleton", "", &m), UNKNOT_OK);
    uk_sink_close(s);
    places.plugins = text;
    snprintf(text, sizeof text, "%s/none", folder);
    assert_int_equal(uk_plugin_entry(&places, 0, &e), 0);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

/* One engine has a plugin of an older interface and one of a newer: of the first it uses what is there, of the second what it knows. */
static void test_older_and_newer_plugins_work_side_by_side(void **state)
{
    struct uk_message m;
    struct uk_sink *elder = NULL, *younger = NULL;
    struct unknot_sink_health health;
    (void)state;
    if (open_in(&elder, ZOO, "elder", "", &m) || open_in(&younger, ZOO, "younger", "", &m))
        fail_msg("%s", m.text);
    assert_int_equal(uk_sink_write(elder, "", 480, &m), 480);
    assert_int_equal(uk_sink_write(younger, "", 480, &m), 480);
    assert_int_equal(uk_sink_latency(elder), 0);
    assert_int_equal(uk_sink_latency(younger), 4711);
    uk_sink_health(elder, &health);
    assert_int_equal(health.away, 0);
    assert_int_equal(uk_sink_finish(elder, &m), UNKNOT_OK);
    assert_int_equal(uk_sink_finish(younger, &m), UNKNOT_OK);
    uk_sink_close(elder);
    uk_sink_close(younger);
}

/* Files that the linker would stumble over: it would say nothing of use of the first two, and end the program at the last. */
static void test_files_that_cannot_be_loaded_are_told_apart(void **state)
{
    static const struct {
        long place;
        int byte;
        const char *says;
    } cases[] = {
        {-1, 0, "it is no shared object"},
        {18, 0x7f, "it is made for another kind of machine: build it on this one"}, /* the machine */
        {4, __SIZEOF_POINTER__ == 8 ? 1 : 2, "it is made for another kind of machine: build it on this one"}, /* how wide its pointers are */
        {-3000, 0, "it is cut short: copy or install it again"},
        {-100, 0, "it is cut short: copy or install it again"},
    };
    char folder[] = "/tmp/unknot-plugins-XXXXXX", path[64];
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/sink-odd.so", folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m;
        struct uk_sink *s;
        copy(cases[i].place == -1 ? SOURCE_DIR "/LICENSE" : SKELETON "/sink-skeleton.so", folder, "sink-odd.so", 0644);
        if (cases[i].place < -1)
            assert_int_equal(truncate(path, -cases[i].place), 0);
        if (cases[i].place >= 0) {
            FILE *f = fopen(path, "r+b");
            assert_true(f && fseek(f, cases[i].place, SEEK_SET) == 0 && fputc(cases[i].byte, f) != EOF);
            assert_int_equal(fclose(f), 0);
        }
        assert_int_equal(open_in(&s, folder, "odd", "", &m), UNKNOT_BAD_DATA);
        if (!strstr(m.text, path) || !strstr(m.text, cases[i].says))
            fail_msg("'%s', not '%s'", m.text, cases[i].says);
    }
    unlink(path);
    rmdir(folder);
}

/* What others may write to, nothing is loaded from. */
static void test_a_folder_of_others_is_refused(void **state)
{
    static const mode_t modes[] = {0757, 0777, 0772};
    char folder[] = "/tmp/unknot-plugins-XXXXXX", says[128];
    (void)state;
    assert_non_null(mkdtemp(folder));
    copy(SKELETON "/sink-skeleton.so", folder, "sink-skeleton.so", 0644);
    snprintf(says, sizeof says, "the plugin folder '%s' can be written by other users: make it root's or yours and 'chmod go-w' it", folder);
    for (size_t i = 0; i < 4; i++) {
        struct uk_message m;
        struct uk_sink *s;
        assert_int_equal(chmod(folder, i < 3 ? modes[i] : 0755), 0);
        assert_int_equal(open_in(&s, folder, "skeleton", "", &m), i < 3 ? UNKNOT_BAD_DATA : UNKNOT_OK);
        assert_string_equal(m.text, i < 3 ? says : "");
        uk_sink_close(s);
    }
    snprintf(says, sizeof says, "%s/sink-skeleton.so", folder);
    unlink(says);
    rmdir(folder);
}

static void test_a_sink_without_devices(void **state)
{
    struct uk_places places = {.plugins = (char *)(uintptr_t)SKELETON, .helpers = (char *)(uintptr_t) "/nonexistent"};
    struct unknot_device d;
    struct uk_message m = {""};
    (void)state;
    assert_int_equal(uk_sink_device(&places, "skeleton", 0, &d, &m), 0);
    assert_int_equal(uk_sink_device(&places, "skeletton", 0, &d, &m), UNKNOT_NOT_FOUND);
    assert_string_equal(m.text, "there is no sink 'skeletton' (did you mean 'skeleton'?)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_skeleton_works),
        cmocka_unit_test(test_an_unknown_sink_is_said_with_the_nearest),
        cmocka_unit_test(test_broken_plugins_are_refused_by_name),
        cmocka_unit_test(test_sinks_that_break_a_rule_are_caught),
        cmocka_unit_test(test_rates_out_of_range),
        cmocka_unit_test(test_the_rest_goes_on),
        cmocka_unit_test(test_older_and_newer_plugins_work_side_by_side),
        cmocka_unit_test(test_files_that_cannot_be_loaded_are_told_apart),
        cmocka_unit_test(test_a_folder_of_others_is_refused),
        cmocka_unit_test(test_a_sink_without_devices),
    };
    return cmocka_run_group_tests_name("plugin_host", tests, NULL, NULL);
}
