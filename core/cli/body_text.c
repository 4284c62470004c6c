#include "body.h"

#include "engine.h"
#include "figure_text.h"
#include "paragraph.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INDENT 2
#define GAP 4

int uk_body_read(struct uk_body *b, const struct uk_where *w, const struct unknot *u)
{
    *b = (struct uk_body){.where = w, .title = unknot_loaded(u)->title, .numbered = w->point_count > 1};
    for (size_t i = 0; i < w->view_count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/scripts/body/%s.svg", unknot_data_folder(u), w->views[i].drawing);
        int status = uk_figure_read(&b->figures[i], path);
        if (status == UNKNOT_NO_MEMORY)
            return uk_engine_failed(NULL, status);
        if (status) {
            uk_terminal_say("the drawing %s cannot be read: install unknot again", path);
            return UK_EXIT_FAILED;
        }
    }
    return UK_EXIT_DONE;
}

void uk_body_finish(struct uk_body *b)
{
    for (size_t i = 0; b->where && i < b->where->view_count; i++)
        uk_figure_finish(&b->figures[i]);
    b->where = NULL;
}

/* What stands above a view: "left   back   right". */
static int heading_width(const struct uk_view *v)
{
    int edges = uk_paragraph_columns(v->at_left) + uk_paragraph_columns(v->at_right);
    return uk_paragraph_columns(v->title) + (edges ? edges + 2 : 0);
}

static int width_of(const struct uk_view *v, const struct uk_canvas *c)
{
    int heading = heading_width(v);
    return heading > c->columns ? heading : c->columns;
}

static void print_heading(const struct uk_view *v, int width)
{
    int left = uk_paragraph_columns(v->at_left), title = uk_paragraph_columns(v->title), right = uk_paragraph_columns(v->at_right);
    int before = (width - title) / 2 - left;
    before = left && before < 1 ? 1 : before;
    printf("%s%*s%s%*s%s", v->at_left, before, "", v->title, width - left - before - title - right, "", v->at_right);
}

/* The views from `from` up to `to`, beside each other. */
static void print_row(const struct uk_view *views, const struct uk_canvas *canvases, size_t from, size_t to, bool braille)
{
    int rows = 0;
    for (size_t i = from; i < to; i++) {
        printf("%*s", i == from ? INDENT : GAP, "");
        print_heading(&views[i], width_of(&views[i], &canvases[i]));
        rows = canvases[i].rows > rows ? canvases[i].rows : rows;
    }
    putchar('\n');
    for (int row = 0; row < rows; row++) {
        for (size_t i = from; i < to; i++) {
            const struct uk_canvas *c = &canvases[i];
            int width = width_of(&views[i], c), before = (width - c->columns) / 2;
            printf("%*s", (i == from ? INDENT : GAP) + before, "");
            if (row < c->rows)
                uk_canvas_row(stdout, c, row, braille);
            printf("%*s", width - before - (row < c->rows ? c->columns : 0), "");
        }
        putchar('\n');
    }
}

static bool has(const struct uk_where *w, bool spot)
{
    for (size_t i = 0; i < w->view_count; i++)
        for (size_t k = 0; k < w->views[i].count; k++)
            if (w->views[i].marks[k].spot == spot)
                return true;
    return false;
}

static void print_legend(const struct uk_body *b, bool braille)
{
    const char *felt = braille ? "\xe2\xa0\x91\xe2\xa0\x91" : "::";
    printf("\n%*s", INDENT, "");
    if (has(b->where, true))
        printf("%s", b->numbered ? "1 2 3  the places, as marked above   " : "@  where to press   ");
    if (has(b->where, false))
        printf("%s  where it may also be felt", felt);
    putchar('\n');
    if (*b->where->note)
        printf("%*s%s\n", INDENT, "", b->where->note);
}

int uk_body_print(const struct uk_body *b)
{
    const struct uk_where *w = b->where;
    struct uk_canvas *canvases = calloc(w->view_count + 1, sizeof *canvases);
    int status = canvases ? UNKNOT_OK : UNKNOT_NO_MEMORY, room = uk_terminal_width(STDOUT_FILENO);
    bool braille = uk_canvas_braille();
    for (size_t i = 0; i < w->view_count && !status; i++)
        status = uk_canvas_draw(&canvases[i], &w->views[i], &b->figures[i], b->numbered);
    for (size_t from = 0, to; from < w->view_count && !status; from = to) {
        int used = INDENT + width_of(&w->views[from], &canvases[from]);
        for (to = from + 1; to < w->view_count; to++) {
            used += GAP + width_of(&w->views[to], &canvases[to]);
            if (used > room)
                break;
        }
        putchar('\n');
        print_row(w->views, canvases, from, to, braille);
    }
    if (!status)
        print_legend(b, braille);
    for (size_t i = 0; canvases && i < w->view_count; i++)
        uk_canvas_finish(&canvases[i]);
    free(canvases);
    return status;
}
