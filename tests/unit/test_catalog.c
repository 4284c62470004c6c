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
    places = (struct uk_places){.data = top, .user = top};
    put("scripts/routines/upper-trapezius.lua");
    put("scripts/routines/calm.lua");
    put("scripts/routines/.hidden.lua");
    put("scripts/routines/notes.txt");
    put("routines/calm.lua");
    put("routines/mine.lua");
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
    assert_int_equal(c.count, 3);
    assert_string_equal(c.names[0], "calm");
    assert_string_equal(c.names[1], "mine");
    assert_string_equal(c.names[2], "upper-trapezius");
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_find)};
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
