#include "check.h"

#include "base/path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void test_read(void **state)
{
    (void)state;
    char folder[] = "/tmp/unknot-path-XXXXXX", path[64];
    char *bytes;
    size_t n;
    struct uk_message m;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.lua", folder);
    write_file(path, "return {}");
    assert_int_equal(uk_path_read(path, 100, &bytes, &n, &m), UNKNOT_OK);
    assert_int_equal(n, 9);
    assert_string_equal(bytes, "return {}");
    free(bytes);
    assert_int_equal(uk_path_read(path, 8, &bytes, &n, &m), UNKNOT_LIMIT);
    assert_contains(m.text, "a.lua");
    assert_true(uk_path_is_file(path));
    unlink(path);
    assert_int_equal(uk_path_read(path, 8, &bytes, &n, &m), UNKNOT_NOT_FOUND);
    assert_false(uk_path_is_file(path));
    assert_int_equal(uk_path_read(folder, 8, &bytes, &n, &m), UNKNOT_IO);
    assert_contains(m.text, "folder");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(uk_path_read(path, 8, &bytes, &n, &m), UNKNOT_IO); /* and does not wait for a writer */
    assert_contains(m.text, "no regular file");
    unlink(path);
    assert_int_equal(uk_path_read("/dev/zero", 8, &bytes, &n, &m), UNKNOT_IO);
    rmdir(folder);
}

static void test_folders(void **state)
{
    (void)state;
    char top[] = "/tmp/unknot-path-XXXXXX", path[64];
    struct stat s;
    assert_non_null(mkdtemp(top));
    snprintf(path, sizeof path, "%s/a/b", top);
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    assert_int_equal(stat(path, &s), 0);
    assert_int_equal(s.st_mode & 0777, 0700);
    rmdir(path);
    snprintf(path, sizeof path, "%s/a", top);
    rmdir(path);
    write_file(path, "");
    char below[80];
    snprintf(below, sizeof below, "%s/b", path);
    struct uk_message m;
    assert_int_equal(uk_path_make_folder(below, &m), UNKNOT_IO);
    assert_contains(m.text, below);
    unlink(path);
    rmdir(top);
}

static void test_places(void **state)
{
    (void)state;
    struct uk_places p;
    char path[4096];
    setenv("XDG_CACHE_HOME", "/tmp/c", 1);
    setenv("XDG_DATA_HOME", "not absolute", 1);
    setenv("HOME", "/home/x", 1);
    assert_int_equal(uk_places_init(&p, NULL, NULL, NULL), UNKNOT_OK);
    snprintf(path, sizeof path, "%s/scripts/routines", p.data);
    assert_int_equal(access(path, F_OK), 0); /* found from where this program is */
    assert_string_equal(p.cache, "/tmp/c/unknot");
    assert_string_equal(p.user, "/home/x/.local/share/unknot");
    uk_places_finish(&p);
    unsetenv("HOME");
    unsetenv("XDG_CACHE_HOME");
    assert_int_equal(uk_places_init(&p, "/d", NULL, NULL), UNKNOT_OK);
    assert_string_equal(p.data, "/d");
    assert_contains(p.cache, "/tmp/unknot-");
    uk_places_finish(&p);
    uk_places_finish(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_places),
    };
    return RUN(tests);
}
