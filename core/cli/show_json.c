#include "json.h"
#include "show.h"

static void print_tools(struct uk_json *j, const struct uk_where *w)
{
    uk_json_open(j, "tools_in_words", '[');
    for (size_t i = 0; i < w->tool_count; i++) {
        uk_json_open_flat(j, NULL, '{');
        uk_json_text(j, "id", w->tools[i].id);
        uk_json_text(j, "name", w->tools[i].name);
        uk_json_text(j, "what", w->tools[i].what);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

/* The marks of a view, in units of its drawing; a drawing that is flipped is so with all of them. */
static void print_view(struct uk_json *j, const struct uk_where *w, const struct uk_view *v)
{
    uk_json_open(j, NULL, '{');
    uk_json_text(j, "view", v->name);
    uk_json_text(j, "title", v->title);
    uk_json_text(j, "drawing", v->drawing);
    uk_json_truth(j, "flip", v->flip);
    uk_json_open_flat(j, "box", '[');
    uk_json_number(j, NULL, v->x);
    uk_json_number(j, NULL, v->y);
    uk_json_number(j, NULL, v->width);
    uk_json_number(j, NULL, v->height);
    uk_json_close(j, ']');
    uk_json_open(j, "marks", '[');
    for (size_t i = 0; i < v->count; i++) {
        const struct uk_mark *m = &v->marks[i];
        uk_json_open_flat(j, NULL, '{');
        uk_json_text(j, "kind", m->spot ? "spot" : "felt");
        uk_json_text(j, "point", w->points[m->point].id);
        uk_json_number(j, "x", m->x);
        uk_json_number(j, "y", m->y);
        uk_json_number(j, "rx", m->rx);
        uk_json_number(j, "ry", m->ry);
        uk_json_number(j, "turn", m->turn);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
    uk_json_close(j, '}');
}

static void print_places(struct uk_json *j, const struct uk_where *w)
{
    uk_json_open(j, "places", '[');
    for (size_t i = 0; i < w->point_count; i++) {
        uk_json_open(j, NULL, '{');
        uk_json_text(j, "id", w->points[i].id);
        uk_json_text(j, "name", w->points[i].name);
        uk_json_text(j, "felt", w->points[i].felt);
        uk_json_text(j, "cautions", w->points[i].cautions);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
    uk_json_open(j, "views", '[');
    for (size_t i = 0; i < w->view_count; i++)
        print_view(j, w, &w->views[i]);
    uk_json_close(j, ']');
}

static void print_marks(struct uk_json *j, struct unknot *u)
{
    uk_json_open(j, "marks", '[');
    for (size_t i = 0; i < unknot_mark_count(u); i++) {
        struct unknot_mark mark;
        if (unknot_mark(u, i, &mark) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", mark.at_frames);
        uk_json_whole(j, "level", mark.level);
        uk_json_text(j, "title", mark.title);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

void uk_show_json(struct unknot *u, const struct unknot_routine *r, const struct uk_where *w)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '{');
    uk_json_text(&j, "name", r->name);
    uk_json_text(&j, "path", r->path);
    uk_json_text(&j, "title", r->title);
    uk_json_text(&j, "summary", r->summary);
    uk_json_text(&j, "region", r->region);
    uk_json_texts(&j, "position", r->position);
    uk_json_texts(&j, "tools", r->tools);
    print_tools(&j, w);
    uk_json_texts(&j, "points", r->points);
    uk_json_open_flat(&j, "minutes", '[');
    for (size_t i = 0; i < r->minutes_count; i++)
        uk_json_number(&j, NULL, r->minutes[i]);
    uk_json_close(&j, ']');
    uk_json_open(&j, "params", '{');
    for (size_t i = 0; i < r->param_count; i++)
        uk_json_texts(&j, r->params[i].name, r->params[i].values);
    uk_json_close(&j, '}');
    uk_json_whole(&j, "rate", unknot_rate(u));
    uk_json_whole(&j, "length_frames", unknot_length_frames(u));
    print_marks(&j, u);
    print_places(&j, w);
    uk_json_close(&j, '}');
}
