#include "check.h"

#include "base/path.h"
#include "engine/keeper.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static char folder[] = "/tmp/unknot-keeper-XXXXXX";
static const struct uk_diary head = {.routine = "neck", .file = "/neck.lua", .source = "return {}", .voice = "", .rate = 48000};
static const char line[] = "{\"at\": 1, \"event\": \"next\"}\n";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int clear(void **state)
{
    char command[100];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'/*", folder);
    return system(command);
}

static int tear_down(void **state)
{
    clear(state);
    return rmdir(folder);
}

static struct uk_keeper *keeper(const char *existing)
{
    struct uk_keeper *k = NULL;
    struct uk_message m = {""};
    if (uk_keeper_create(&k, folder, existing, existing ? NULL : &head, &m))
        fail_msg("%s", m.text);
    return k;
}

static void add(struct uk_keeper *k, const char *text)
{
    uk_keeper_add(k, text, strlen(text), true);
}

static void read_back(const char *path, struct uk_diary *d)
{
    char *text;
    size_t n;
    struct uk_message m = {""};
    assert_int_equal(uk_path_read(path, 1 << 20, &text, &n, &m), UNKNOT_OK);
    *d = (struct uk_diary){0};
    if (uk_diary_parse(d, text, n, path, &m))
        fail_msg("%s", m.text);
    free(text);
}

static void test_kept_and_gone_on_with(void **state)
{
    (void)state;
    struct uk_diary d;
    char *path, *found;
    struct uk_keeper *k = keeper(NULL);
    path = strdup(uk_keeper_path(k));
    add(k, line);
    uk_keeper_destroy(k);
    read_back(path, &d);
    assert_int_equal(d.journal.count, 1);
    assert_false(d.ended);
    uk_diary_finish(&d);

    /* the power failed in the middle of a line */
    FILE *f = fopen(path, "a");
    fputs("{\"at\": 2, \"ev", f);
    fclose(f);
    k = keeper(path);
    add(k, "{\"at\": 3, \"event\": \"longer\"}\n");
    uk_keeper_destroy(k);
    assert_int_equal(uk_keeper_unfinished(folder, &found, &d, NULL), UNKNOT_OK);
    assert_string_equal(found, path);
    assert_int_equal(d.journal.count, 2);
    uk_diary_finish(&d);
    free(found);

    k = keeper(path);
    add(k, "{\"end\": \"done\"}\n");
    uk_keeper_destroy(k);
    assert_int_equal(uk_keeper_unfinished(folder, &found, &d, NULL), UNKNOT_NOT_FOUND);
    free(path);
}

static void test_the_newest_without_an_end(void **state)
{
    (void)state;
    char *found, *second = NULL;
    struct uk_diary d;
    for (int i = 0; i < 3; i++) {
        struct uk_keeper *k = keeper(NULL);
        if (i == 1)
            second = strdup(uk_keeper_path(k));
        if (i == 2)
            add(k, "{\"end\": \"stopped\"}\n");
        uk_keeper_destroy(k);
    }
    assert_int_equal(uk_keeper_unfinished(folder, &found, &d, NULL), UNKNOT_OK);
    assert_string_equal(found, second);
    uk_diary_finish(&d);
    free(found);
    free(second);
}

static void test_only_so_many(void **state)
{
    (void)state;
    int count = 0;
    for (int i = 0; i < UK_MOST_SESSIONS + 5; i++) {
        char path[100];
        snprintf(path, sizeof path, "%s/20200101T%06dZ-000-old.jsonl", folder, i);
        FILE *f = fopen(path, "w");
        assert_non_null(f);
        fclose(f);
    }
    uk_keeper_destroy(keeper(NULL));
    DIR *d = opendir(folder);
    for (struct dirent *e; (e = readdir(d));)
        count += e->d_name[0] != '.';
    closedir(d);
    assert_int_equal(count, UK_MOST_SESSIONS);
}

/* No room on the disk: nothing is lost as long as it goes on, and all is there once there is room. */
static void test_full_disk(void **state)
{
    (void)state;
    struct rlimit before, none;
    struct uk_diary d;
    signal(SIGXFSZ, SIG_IGN);
    struct uk_keeper *k = keeper(NULL);
    char *path = strdup(uk_keeper_path(k));
    add(k, line);
    uk_keeper_destroy(k);
    getrlimit(RLIMIT_FSIZE, &before);
    none = (struct rlimit){10, before.rlim_max};
    k = keeper(path);
    setrlimit(RLIMIT_FSIZE, &none);
    add(k, line);
    add(k, line);
    usleep(20000); /* the writer may try meanwhile, or not: the outcome is the same */
    setrlimit(RLIMIT_FSIZE, &before);
    add(k, line);
    uk_keeper_destroy(k);
    read_back(path, &d);
    assert_int_equal(d.journal.count, 4);
    uk_diary_finish(&d);
    free(path);
}

static void test_nowhere(void **state)
{
    (void)state;
    struct uk_keeper *k = NULL;
    struct uk_message m;
    assert_int_equal(uk_keeper_create(&k, "/proc/nowhere", NULL, &head, &m), UNKNOT_IO);
    assert_contains(m.text, "/proc/nowhere");
    assert_int_equal(uk_keeper_create(&k, folder, "/nowhere/a.jsonl", NULL, &m), UNKNOT_IO);
    uk_keeper_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_kept_and_gone_on_with, clear),
        cmocka_unit_test_setup(test_the_newest_without_an_end, clear),
        cmocka_unit_test_setup(test_only_so_many, clear),
        cmocka_unit_test_setup(test_full_disk, clear),
        cmocka_unit_test_setup(test_nowhere, clear),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
