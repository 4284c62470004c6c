/* Where each site is in the drawings of the body: within what is seen, on the body, on its own side. */
#include "studio.h"

#include "cli/figure.h"
#include "cli/where.h"

static void ask(struct studio *s, struct uk_where *w, const char *site, const char *side)
{
    const char *one[] = {site, NULL}, *const none[] = {NULL};
    if (uk_where_ask(w, s->u, one, none, side))
        fail_msg("%s: %s", site, unknot_message(s->u));
    assert_int_equal(w->point_count, 1);
}

static void read_drawing(struct studio *s, struct uk_figure *f, const struct uk_view *v)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/scripts/body/%s.svg", unknot_data_folder(s->u), v->drawing);
    assert_int_equal(uk_figure_read(f, path), UNKNOT_OK);
}

static bool is_on_body(const struct uk_figure *f, const struct uk_mark *m)
{
    for (int i = -4; i <= 4; i++)
        for (int k = -4; k <= 4; k++)
            if (uk_figure_inside(f, m->x + i * m->rx / 6, m->y + k * m->ry / 6))
                return true;
    return false;
}

static void check_mark(const char *site, const char *side, const struct uk_view *v, const struct uk_figure *f, const struct uk_mark *m)
{
    if (m->spot && !uk_figure_inside(f, m->x, m->y))
        fail_msg("%s, %s: a spot in %s is beside the body", site, side, v->name);
    if (m->spot && (m->x - m->rx < v->x || m->x + m->rx > v->x + v->width || m->y - m->ry < v->y || m->y + m->ry > v->y + v->height))
        fail_msg("%s, %s: a spot is outside of what %s shows", site, side, v->name);
    if (!is_on_body(f, m))
        fail_msg("%s, %s: nothing of an area in %s is on the body", site, side, v->name);
    bool both = strcmp(site, "suboccipitals") == 0 || strcmp(site, "thoracic-paraspinals") == 0; /* one placement for both sides */
    bool at_left = m->x < v->x + v->width / 2;
    if (*v->at_left && m->spot && !both && strcmp(at_left ? v->at_left : v->at_right, side) != 0)
        fail_msg("%s: the %s spot in %s is on the other side", site, side, v->name);
}

/* How many spots it has there. */
static size_t check_site(struct studio *s, const char *site, const char *side)
{
    struct uk_where w;
    size_t spots = 0;
    ask(s, &w, site, side);
    assert_true(w.view_count > 0);
    for (size_t i = 0; i < w.view_count; i++) {
        struct uk_figure f;
        read_drawing(s, &f, &w.views[i]);
        assert_true(w.views[i].count > 0);
        for (size_t k = 0; k < w.views[i].count; k++) {
            spots += w.views[i].marks[k].spot;
            check_mark(site, side, &w.views[i], &f, &w.views[i].marks[k]);
        }
        uk_figure_finish(&f);
    }
    uk_where_finish(&w);
    return spots;
}

static void each_site_is_on_the_body(void **state)
{
    (void)state;
    struct studio s;
    const char *reply;
    size_t sites = 0;
    studio_init(&s);
    assert_int_equal(unknot_ask(s.u, "where", NULL, 0, &reply), UNKNOT_OK);
    char *text = strdup(reply);
    for (char *rest = text, *line; (line = strsep(&rest, "\n"));) {
        char *word = strsep(&line, "\t"), *site = line ? strsep(&line, "\t") : NULL;
        if (strcmp(word, "point") != 0)
            continue;
        if (SLOW && sites++ % 8)
            continue;
        size_t right = check_site(&s, site, "right"), left = check_site(&s, site, "left");
        bool never_pressed = strcmp(site, "iliopsoas") == 0;
        if (left != right || (right == 0) != never_pressed)
            fail_msg("%s has %zu spots on the right and %zu on the left", site, right, left);
        sites += !SLOW;
    }
    assert_int_equal(sites, 71);
    free(text);
    studio_finish(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_site_is_on_the_body)};
    return RUN(tests);
}
