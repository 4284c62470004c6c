#include "check.h"

#include "cli/figure.h"
#include "cli/figure_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unknot.h>

#define PATH(class, d) "<svg viewBox=\"0 0 100 100\"><path class=\"" class "\" stroke-width=\"2\" d=\"" d "\"/></svg>"
#define ROUND "M10 50 C10 28 28 10 50 10 C72 10 90 28 90 50 C90 72 72 90 50 90 C28 90 10 72 10 50 Z" /* a circle, nearly */

static int parse(struct uk_figure *f, const char *text)
{
    return uk_figure_parse(f, strdup(text));
}

static void lines_are_as_written(void **state)
{
    (void)state;
    struct uk_figure f;
    assert_int_equal(parse(&f, PATH("outline", "M0 0 L10 0 L10.5 -4 Z")), UNKNOT_OK);
    assert_int_equal(f.count, 1);
    assert_true(f.paths[0].outline);
    assert_int_equal(f.paths[0].count, 4);
    assert_true(f.paths[0].points[2].x == 10.5 && f.paths[0].points[2].y == -4);
    assert_true(f.paths[0].points[3].x == 0 && f.paths[0].points[3].y == 0);
    assert_string_equal(f.paths[0].data, "M0 0 L10 0 L10.5 -4 Z");
    uk_figure_finish(&f);
}

static void curves_become_short_lines(void **state)
{
    (void)state;
    struct uk_figure f;
    assert_int_equal(parse(&f, PATH("outline", ROUND)), UNKNOT_OK);
    assert_in_range(f.paths[0].count, 60, 120);
    for (size_t i = 0; i < f.paths[0].count; i++) {
        double r = hypot(f.paths[0].points[i].x - 50, f.paths[0].points[i].y - 50);
        assert_true(fabs(r - 40) < 0.2);
    }
    assert_true(uk_figure_inside(&f, 50, 50));
    assert_true(uk_figure_inside(&f, 77, 77));
    assert_false(uk_figure_inside(&f, 80, 80));
    assert_false(uk_figure_inside(&f, 5, 50));
    uk_figure_finish(&f);
}

static void a_line_has_no_inside(void **state)
{
    (void)state;
    struct uk_figure f;
    assert_int_equal(parse(&f, PATH("line", ROUND)), UNKNOT_OK);
    assert_false(uk_figure_inside(&f, 50, 50));
    uk_figure_finish(&f);
}

static void other_drawings_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "<svg></svg>", "<path", "<path/>", PATH("outline", ""), PATH("outline", "M"), PATH("outline", "M1"), PATH("outline", "L1 1"),
        PATH("outline", "M0 0 l5 5"), PATH("outline", "M0 0 L5"), PATH("outline", "M0 0 C1 1 2 2 3"), PATH("outline", "M0 0 A5 5 0 0 0 9 9"),
        PATH("outline", "M0 0 Z 5"), PATH("outline", "M0 0 Lnan 5"), PATH("outline", "M0 0 L1e9 5"), PATH("outline", "M0 0 M5 5"),
        "<path class=\"outline\"/>", "<path d=\"M0 0 L5 5\"/>",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct uk_figure f;
        if (parse(&f, bad[i]) != UNKNOT_BAD_DATA)
            fail_msg("'%s' was taken", bad[i]);
        uk_figure_finish(&f);
    }
    struct uk_figure f;
    assert_int_equal(uk_figure_read(&f, "/nowhere/front.svg"), UNKNOT_IO);
    uk_figure_finish(&f);
}

/* The row of a canvas, in ASCII. */
static void write_row(const struct uk_canvas *c, int row, char *text, size_t size)
{
    FILE *out = fmemopen(text, size, "w");
    assert_non_null(out);
    uk_canvas_row(out, c, row, false);
    assert_int_equal(fclose(out), 0);
}

static void a_spot_is_where_it_was_put(void **state)
{
    (void)state;
    struct uk_figure f;
    struct uk_canvas c;
    char row[100];
    struct uk_mark spot = {.spot = true, .point = 1, .x = 30, .y = 50, .rx = 4, .ry = 4};
    struct uk_view v = {.width = 100, .height = 100, .marks = &spot, .count = 1};
    assert_int_equal(parse(&f, PATH("outline", ROUND)), UNKNOT_OK);
    for (int flip = 0; flip < 2; flip++) {
        v.flip = flip;
        assert_int_equal(uk_canvas_draw(&c, &v, &f, true), UNKNOT_OK);
        assert_int_equal(c.columns, UK_CANVAS_COLUMNS);
        assert_int_equal(c.rows, UK_CANVAS_COLUMNS / 2);
        write_row(&c, 7, row, sizeof row);
        assert_int_equal(strlen(row), c.columns);
        assert_non_null(strchr(row, '2'));
        assert_int_equal(strchr(row, '2') - row, flip ? 21 : 9);
        assert_true(row[3] == '|' && row[26] == '|');
        uk_canvas_finish(&c);
    }
    uk_figure_finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_as_written),       cmocka_unit_test(curves_become_short_lines),
        cmocka_unit_test(a_line_has_no_inside),       cmocka_unit_test(other_drawings_are_refused),
        cmocka_unit_test(a_spot_is_where_it_was_put),
    };
    return RUN(tests);
}
