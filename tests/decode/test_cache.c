#include "decode/cache.h"

#include "fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <utime.h>

static struct uk_key key_of(const char *a, const char *b, int64_t n)
{
    struct uk_key k = uk_key_start("test");
    uk_key_add_text(&k, a);
    uk_key_add_text(&k, b);
    uk_key_add_number(&k, n);
    return k;
}

static void keys_tell_fields_apart(void **state)
{
    (void)state;
    struct uk_key keys[] = {key_of("ab", "c", 1), key_of("a", "bc", 1), key_of("abc", "", 1), key_of("", "abc", 1),
                            key_of("ab", "c", 2), key_of("ab", "C", 1), key_of("", "", 0)};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        for (size_t j = 0; j < i; j++)
            assert_true(keys[i].a != keys[j].a && keys[i].b != keys[j].b);
    struct uk_key again = key_of("ab", "c", 1);
    assert_true(again.a == keys[0].a && again.b == keys[0].b);
}

static void count_files(const char *folder, int *files)
{
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    *files = 0;
    for (struct dirent *e; (e = readdir(dir));)
        *files += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(dir);
}

static void writes_whole_or_not_at_all(void **state)
{
    struct fixture *f = *state;
    struct uk_key k = key_of("whole", "", 0);
    char *path = uk_cache_path(f->cache, "voice", &k, "txt");
    struct uk_cache_part part;
    assert_int_equal(uk_cache_open(path), -1);
    int fd = uk_cache_begin(&part, path, &f->m), files;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "all", 3), 3);
    close(fd);
    assert_int_equal(uk_cache_open(path), -1);
    uk_cache_abandon(&part);
    fd = uk_cache_begin(&part, path, &f->m);
    assert_int_equal(write(fd, "whole", 5), 5);
    close(fd);
    assert_int_equal(uk_cache_commit(&part, &f->m), 0);
    uk_cache_abandon(&part);
    fd = uk_cache_open(path);
    char bytes[8];
    assert_int_equal(read(fd, bytes, 8), 5);
    close(fd);
    struct stat s;
    assert_int_equal(stat(f->cache, &s), 0);
    assert_int_equal(s.st_mode & 077, 0);
    *strrchr(path, '/') = '\0';
    count_files(path, &files);
    assert_int_equal(files, 1);
    free(path);
}

/* The file's time after it was last used `ago_s` seconds ago, and is opened now. */
static int64_t age_after_use(const char *path, int64_t ago_s)
{
    struct stat s;
    time_t at = time(NULL) - ago_s;
    assert_int_equal(utime(path, &(struct utimbuf){at, at}), 0);
    int fd = uk_cache_open(path);
    assert_true(fd >= 0 && fstat(fd, &s) == 0);
    close(fd);
    return time(NULL) - s.st_mtime;
}

static void notes_now_and_then_that_it_is_used(void **state)
{
    struct fixture *f = *state;
    const char *path = fixture_file(f, "used", "x", 1);
    assert_true(age_after_use(path, 30 * 86400) < 60);
    assert_true(age_after_use(path, 7 * 3600) < 60);
    assert_true(age_after_use(path, 5 * 3600) >= 5 * 3600);
    assert_true(age_after_use(path, 10) >= 10);
    assert_true(age_after_use(path, -86400) >= 0); /* the clock was wrong */
}

static void says_why_it_cannot_write(void **state)
{
    struct fixture *f = *state;
    struct uk_key k = key_of("none", "", 0);
    struct uk_cache_part part;
    fixture_file(f, "file", "x", 1);
    char *path = uk_cache_path(fixture_path(f, "file"), "voice", &k, "txt");
    assert_true(uk_cache_begin(&part, path, &f->m) < 0);
    assert_non_null(strstr(f->m.text, "cannot be made"));
    uk_cache_abandon(&part);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_tell_fields_apart),
        cmocka_unit_test_setup_teardown(writes_whole_or_not_at_all, fixture_init, fixture_finish),
        cmocka_unit_test_setup_teardown(notes_now_and_then_that_it_is_used, fixture_init, fixture_finish),
        cmocka_unit_test_setup_teardown(says_why_it_cannot_write, fixture_init, fixture_finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
