#include "check.h"

#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

static void test_arena(void **state)
{
    (void)state;
    struct uk_arena a = {0};
    unsigned char *before = NULL;
    for (size_t size = 0; size < 40000; size = size * 2 + 1) {
        unsigned char *p = uk_arena_get(&a, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, size);
        assert_ptr_not_equal(p, before);
        before = size ? p : before;
    }
    assert_string_equal(uk_arena_text(&a, "ready?", 5), "ready");
    assert_string_equal(uk_arena_text(&a, "", 0), "");
    assert_null(uk_arena_get(&a, SIZE_MAX - 8));
    uk_arena_finish(&a);
    uk_arena_finish(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_arena)};
    return RUN(tests);
}
