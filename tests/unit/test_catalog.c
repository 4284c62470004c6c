#include "check.h"

#include "engine/catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char top[] = "/tmp/unknot-catalog-XXXXXX";
static struct uk_places places;

static void put(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", top, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fclose(f);
}

static int set_up(void **state)
{
    (void)state;
    char path[256];
    assert_non_null(mkdtemp(top));
    snprintf(path, sizeof path, "%s/scripts/routines", top);
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    snprintf(path, sizeof path, "%s/routines", top);
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    snprintf(path, sizeof path, "%s/packs/neck-care/routines", top);
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    snprintf(path, sizeof path, "%s/packs/.new-abcdef/routines", top);
    assert_int_equal(uk_path_make_folder(path, NULL), UNKNOT_OK);
    places = (struct uk_places){.data = top, .user = top};
    put("scripts/routines/upper-trapezius.lua");
    put("scripts/routines/calm.lua");
    put("scripts/routines/.hidden.lua");
    put("scripts/routines/notes.txt");
    put("routines/calm.lua");
    put("routines/mine.lua");
    put("packs/neck-care/pack.lua");
    put("packs/neck-care/routines/calm.lua");
    put("packs/neck-care/routines/gong.wav");
    put("packs/.new-abcdef/routines/half.lua");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -r '%s'", top);
    return system(command);
}

static void test_names(void **state)
{
    (void)state;
    struct uk_catalog c;
    assert_int_equal(uk_catalog_init(&c, &places, NULL), UNKNOT_OK);
    assert_int_equal(c.count, 4);
    assert_string_equal(c.names[0], "calm");
    assert_string_equal(c.names[1], "mine");
    assert_string_equal(c.names[2], "neck-care/calm");
    assert_string_equal(c.names[3], "upper-trapezius");
    uk_catalog_finish(&c);
}

static void test_find(void **state)
{
    (void)state;
    char *path;
    struct uk_message m;
    assert_int_equal(uk_catalog_find(&places, "calm", &path, &m), UNKNOT_OK);
    assert_contains(path, "/routines/calm.lua");
    assert_null(strstr(path, "scripts")); /* the user's own wins */
    free(path);
    assert_int_equal(uk_catalog_find(&places, "./any/where", &path, &m), UNKNOT_OK);
    assert_string_equal(path, "./any/where");
    free(path);
    assert_int_equal(uk_catalog_find(&places, "mine.lua", &path, &m), UNKNOT_OK);
    assert_string_equal(path, "mine.lua");
    free(path);
    assert_int_equal(uk_catalog_find(&places, "uper-trapezius", &path, &m), UNKNOT_NOT_FOUND);
    assert_string_equal(m.text, "there is no routine 'uper-trapezius' (did you mean 'upper-trapezius'?)");
    assert_int_equal(uk_catalog_find(&places, "piriformis", &path, &m), UNKNOT_NOT_FOUND);
    assert_contains(m.text, "unknot list");
    char *name = uk_catalog_name("/a/b/neck.lua");
    assert_string_equal(name, "neck");
    free(name);
}

static void test_packs(void **state)
{
    (void)state;
    char *path, *name;
    struct uk_message m;
    assert_int_equal(uk_catalog_find(&places, "neck-care/calm", &path, &m), UNKNOT_OK);
    assert_contains(path, "/packs/neck-care/routines/calm.lua");
    name = uk_catalog_name(path);
    assert_string_equal(name, "neck-care/calm");
    free(name);
    free(path);
    assert_int_equal(uk_catalog_find(&places, "neck-care/clam", &path, &m), UNKNOT_NOT_FOUND);
    assert_string_equal(m.text, "there is no routine 'neck-care/clam' (did you mean 'neck-care/calm'?)");
    /* a way out of the folder is a path, not a name */
    assert_int_equal(uk_catalog_find(&places, "../calm", &path, &m), UNKNOT_OK);
    assert_string_equal(path, "../calm");
    free(path);
}

static void test_name_of_a_path(void **state)
{
    (void)state;
    static const struct {
        const char *path, *name;
    } cases[] = {
        {"neck.lua", "neck"},
        {"/neck.lua", "neck"},
        {"/routines/neck.lua", "neck"},
        {"/packs/a/routines/neck.lua", "a/neck"},
        {"packs/a/routines/neck.lua", "neck"},
        {"/x/packs/neck-2/routines/neck.lua", "neck-2/neck"},
        {"/x/packs/Neck/routines/neck.lua", "neck"},
        {"/x/packs//routines/neck.lua", "neck"},
        {"/x/packs/a/b/routines/neck.lua", "neck"},
        {"/x/packs/a/routines/sub/neck.lua", "neck"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *name = uk_catalog_name(cases[i].path);
        assert_string_equal(name, cases[i].name);
        free(name);
    }
}

static void test_plain(void **state)
{
    (void)state;
    static const char *const plain[] = {"a", "neck", "neck-2", "2"}, *const other[] = {"", "-", "a-", "-a", "a--b", "A", "a.b", "a/b", "\xc3\xa9"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_true(uk_catalog_is_plain(plain[i], strlen(plain[i])));
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_false(uk_catalog_is_plain(other[i], strlen(other[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_find), cmocka_unit_test(test_packs),
                                       cmocka_unit_test(test_name_of_a_path), cmocka_unit_test(test_plain)};
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
