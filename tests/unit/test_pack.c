#include "check.h"

#include "engine/pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char top[] = "/tmp/unknot-pack-XXXXXX";

static const char *at(const char *name)
{
    static char paths[4][256];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", top, name);
    return path;
}

static void put(const char *name, const char *text)
{
    FILE *f = fopen(at(name), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static int set_up(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(top));
    assert_int_equal(uk_path_make_folder(at("p/routines/sounds"), NULL), UNKNOT_OK);
    put("p/pack.lua", "return {}");
    put("p/LICENSE", "free");
    put("p/routines/a.lua", "return 1");
    put("p/routines/sounds/b.WAV", "sound");
    put("p/routines/sounds/b.wav", "sounds");
    put("p/routines/.hidden", "x");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    return uk_pack_remove_tree(top) ? 0 : -1;
}

static void test_versions(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int order;
    } cases[] = {{"1.0", "1.0.0", 0}, {"1.9", "1.10", -1}, {"2.0", "1.99.99", 1}, {"0.1.0", "0.1.1", -1}, {"", "0.0", 0}, {"10.0", "9.0", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(uk_pack_compare(cases[i].a, cases[i].b), cases[i].order);
        assert_int_equal(uk_pack_compare(cases[i].b, cases[i].a), -cases[i].order);
    }
}

static void test_scan(void **state)
{
    (void)state;
    struct uk_pack_files f;
    struct uk_pack_problems p = {0};
    assert_int_equal(uk_pack_scan(at("p"), &f, &p, NULL), UNKNOT_OK);
    assert_int_equal(p.count, 1);
    assert_string_equal(p.texts[0], "'routines/sounds/b.WAV' must be named with small letters, digits and hyphens, as 'b.wav'");
    assert_int_equal(f.count, 4);
    assert_string_equal(f.items[0].name, "LICENSE");
    assert_int_equal(f.items[0].kind, UK_PACK_TEXT);
    assert_string_equal(f.items[1].name, "pack.lua");
    assert_int_equal(f.items[1].kind, UK_PACK_MANIFEST);
    assert_string_equal(f.items[2].name, "routines/a.lua");
    assert_int_equal(f.items[2].kind, UK_PACK_ROUTINE);
    assert_string_equal(f.items[3].name, "routines/sounds/b.wav");
    assert_int_equal(f.items[3].kind, UK_PACK_SOUND);
    assert_int_equal(f.items[3].size, 6);
    assert_int_equal(f.bytes, 9 + 4 + 8 + 6);
    uk_pack_files_finish(&f);
    uk_pack_problems_finish(&p);
}

/* What becomes a link, or grows, between the look and the copy is not taken. */
static void test_copy_takes_what_was_seen(void **state)
{
    (void)state;
    struct uk_pack_files f;
    struct uk_pack_problems p = {0};
    struct uk_message m;
    assert_int_equal(uk_pack_scan(at("p"), &f, &p, NULL), UNKNOT_OK);
    assert_int_equal(uk_pack_copy(at("p"), &f, at("copy"), &m), UNKNOT_OK);
    assert_true(uk_path_is_file(at("copy/routines/sounds/b.wav")));
    assert_false(uk_path_is_file(at("copy/routines/.hidden")));
    assert_false(uk_path_is_file(at("copy/routines/sounds/b.WAV")));
    assert_int_equal(uk_pack_copy(at("p"), &f, at("copy"), &m), UNKNOT_IO); /* never over what is there */
    put("p/LICENSE", "free, and more");
    assert_int_equal(uk_pack_copy(at("p"), &f, at("copy-2"), &m), UNKNOT_IO);
    put("p/LICENSE", "free");
    assert_int_equal(unlink(at("p/pack.lua")), 0);
    assert_int_equal(symlink("/etc/passwd", at("p/pack.lua")), 0);
    assert_int_equal(uk_pack_copy(at("p"), &f, at("copy-3"), &m), UNKNOT_IO);
    assert_false(uk_path_is_file(at("copy-3/pack.lua")));
    uk_pack_files_finish(&f);
    uk_pack_problems_finish(&p);
}

static void test_remove_follows_no_link(void **state)
{
    (void)state;
    assert_int_equal(uk_path_make_folder(at("keep"), NULL), UNKNOT_OK);
    put("keep/file", "mine");
    assert_int_equal(uk_path_make_folder(at("go/below"), NULL), UNKNOT_OK);
    assert_int_equal(symlink(at("keep"), at("go/below/link")), 0);
    assert_true(uk_pack_remove_tree(at("go")));
    assert_int_not_equal(access(at("go"), F_OK), 0);
    assert_int_equal(access(at("keep/file"), F_OK), 0);
    assert_true(uk_pack_remove_tree(at("go"))); /* what is not there is removed */
}

static void test_problems_have_an_end(void **state)
{
    (void)state;
    struct uk_pack_problems p = {0};
    for (int i = 0; i < 3 * UK_PACK_MOST_PROBLEMS; i++)
        uk_pack_problem(&p, "\033[2J %d", i);
    assert_int_equal(p.count, UK_PACK_MOST_PROBLEMS);
    assert_string_equal(p.texts[0], "?[2J 0");
    uk_pack_problems_finish(&p);
    assert_int_equal(p.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_versions), cmocka_unit_test(test_scan),
                                       cmocka_unit_test(test_copy_takes_what_was_seen), cmocka_unit_test(test_remove_follows_no_link),
                                       cmocka_unit_test(test_problems_have_an_end)};
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
