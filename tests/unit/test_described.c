/* What a routine says of itself is asked once, and kept as long as it is true. */
#include "check.h"

#include "base/text.h"

#include <unknot.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct home {
    char folder[64], routine[128], cache[128], kept[512];
};

static void write_routine(const struct home *h, const char *title)
{
    struct timespec same[2] = {{1000000000, 0}, {1000000000, 0}};
    FILE *f = fopen(h->routine, "w");
    assert_non_null(f);
    fprintf(f, "return { title = '%s', minutes = { 3 }, params = { mood = { 'calm', 'wild' } }, play = function() wait(1) end }", title);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(utimensat(AT_FDCWD, h->routine, same, 0), 0);
}

static int enter(void **state)
{
    struct home *h = calloc(1, sizeof *h);
    assert_non_null(h);
    strcpy(h->folder, "/tmp/unknot-described-XXXXXX");
    assert_non_null(mkdtemp(h->folder));
    snprintf(h->routine, sizeof h->routine, "%s/mine.lua", h->folder);
    snprintf(h->cache, sizeof h->cache, "%s/cache", h->folder);
    *state = h;
    return 0;
}

static int leave(void **state)
{
    char path[160];
    struct home *h = *state;
    unlink(h->kept);
    unlink(h->routine);
    snprintf(path, sizeof path, "%s/routine", h->cache);
    rmdir(path);
    rmdir(h->cache);
    rmdir(h->folder);
    free(h);
    return 0;
}

/* In an engine of its own, as the next command would have it. */
static void says(const struct home *h, const char *title)
{
    struct unknot_options o;
    struct unknot *u;
    const struct unknot_routine *r;
    unknot_options_init(&o);
    o.cache_folder = h->cache;
    assert_int_equal(unknot_open(&u, &o), UNKNOT_OK);
    assert_int_equal(unknot_describe(u, h->routine, &r), UNKNOT_OK);
    assert_string_equal(r->title, title);
    assert_int_equal(r->minutes_count, 1);
    assert_int_equal(r->param_count, 1);
    assert_string_equal(r->params[0].values[1], "wild");
    unknot_close(u);
}

/* The one file there is. */
static void find_kept(struct home *h)
{
    char folder[160];
    int count = 0;
    snprintf(folder, sizeof folder, "%s/routine", h->cache);
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));)
        if (e->d_name[0] != '.') {
            snprintf(h->kept, sizeof h->kept, "%s/%.200s", folder, e->d_name);
            count++;
        }
    closedir(d);
    assert_int_equal(count, 1);
}

static size_t read_kept(const struct home *h, char out[4096])
{
    FILE *f = fopen(h->kept, "r");
    assert_non_null(f);
    size_t n = fread(out, 1, 4096, f);
    fclose(f);
    return n;
}

static void write_kept(const struct home *h, const char *bytes, size_t n)
{
    FILE *f = fopen(h->kept, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void what_is_kept_is_told_until_the_script_is_another(void **state)
{
    struct home *h = *state;
    char bytes[4096];
    write_routine(h, "first");
    says(h, "first");
    find_kept(h);
    size_t n = read_kept(h, bytes);
    /* another title of the same length, with the right hash: if that is told, nobody asked the script */
    char *at = memmem(bytes, n, "first", 5);
    assert_non_null(at);
    memcpy(at, "faked", 5);
    unsigned long long hash = uk_text_hash(UK_HASH_START, bytes + 16, n - 16);
    memcpy(bytes + 8, &hash, 8);
    write_kept(h, bytes, n);
    says(h, "faked");
    write_routine(h, "other"); /* as long, and as old */
    says(h, "other");
    find_kept(h);
}

static void what_is_damaged_is_asked_again(void **state)
{
    struct home *h = *state;
    char bytes[4096];
    write_routine(h, "first");
    says(h, "first");
    find_kept(h);
    size_t n = read_kept(h, bytes);
    for (size_t i = 0; i < n; i += i < 16 ? 4 : 23) {
        char damaged[4096];
        memcpy(damaged, bytes, n);
        damaged[i] ^= 0x40;
        write_kept(h, damaged, n);
        says(h, "first");
        write_kept(h, bytes, i);
        says(h, "first");
    }
    char again[4096];
    assert_int_equal(read_kept(h, again), n);
    assert_memory_equal(again, bytes, n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_kept_is_told_until_the_script_is_another, enter, leave),
        cmocka_unit_test_setup_teardown(what_is_damaged_is_asked_again, enter, leave),
    };
    return RUN(tests);
}
