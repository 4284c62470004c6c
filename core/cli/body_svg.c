#include "body.h"

#include "figure_text.h"
#include "markup.h"

#include <math.h>
#include <stdlib.h>

#define CELL_WIDTH 250.0
#define CELL_HEIGHT 430.0 /* of a view, without its heading */
#define MARGIN 14.0
#define TITLE 40.0
#define HEADING 24.0
#define LINE 19.0
#define COLUMNS_MOST 3

static const char style[] = ".body text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;font-size:13px;fill:#2a2f36}"
                            ".body .h{font-size:19px;font-weight:bold}"
                            ".body .t{text-anchor:middle}"
                            ".body .e{fill:#59616b;font-size:11px}"
                            ".body .r{text-anchor:end}"
                            ".body .s{font-size:11px}"
                            ".body .n{font-weight:bold;fill:#fff;text-anchor:middle}"
                            ".body .paper{fill:#fff}"
                            ".body .o{fill:#eceff3;stroke:#5f7186}"
                            ".body .l{fill:none;stroke:#7d8ea1}"
                            ".body .p{fill:#b4472e}"
                            ".body .f{fill:#dd9a62;fill-opacity:.55}";

static const char dark[] = "@media screen and (prefers-color-scheme:dark){"
                           ".body text{fill:#e4e7eb}"
                           ".body .n{fill:#fff}"
                           ".body .e{fill:#a4acb6}"
                           ".body .paper{fill:#16191d}"
                           ".body .o{fill:#252b33;stroke:#8fa1b5}"
                           ".body .l{stroke:#66788c}"
                           ".body .p{fill:#d4623f}"
                           ".body .f{fill:#b87439}}";

static void text(FILE *out, double x, double y, const char *class, const char *words)
{
    fprintf(out, "<text x='%.1f' y='%.1f' class='%s'>", x, y, class);
    uk_markup_write(out, words, SIZE_MAX);
    fputs("</text>\n", out);
}

static double flipped(const struct uk_view *v, double x)
{
    return v->flip ? 2 * v->x + v->width - x : x;
}

/* The body, turned over for the left side: only its outlines, or all of it. */
static void draw_paths(FILE *out, const struct uk_view *v, const struct uk_figure *f, bool lines, double scale)
{
    for (size_t i = 0; i < f->count; i++) {
        if (!f->paths[i].outline && !lines)
            continue;
        fprintf(out, "<path class='%s' stroke-width='%.2f'", f->paths[i].outline ? "o" : "l", (f->paths[i].outline ? 2.2 : 1.1) / scale);
        if (v->flip)
            fprintf(out, " transform='translate(%g 0) scale(-1 1)'", 2 * v->x + v->width);
        fprintf(out, " stroke-linecap='round' stroke-linejoin='round' d='%s'/>\n", f->paths[i].data);
    }
}

static void draw_felt(FILE *out, const struct uk_view *v, const struct uk_mark *m, size_t index)
{
    double x = flipped(v, m->x);
    fprintf(out, "<g clip-path='url(#body-%zu)'><ellipse class='f' cx='%.1f' cy='%.1f' rx='%.1f' ry='%.1f' transform='rotate(%g %.1f %.1f)'/></g>\n",
            index, x, m->y, m->rx, m->ry, v->flip ? -m->turn : m->turn, x, m->y);
}

static void draw_spot(FILE *out, const struct uk_view *v, const struct uk_mark *m, bool numbered, double scale)
{
    double x = flipped(v, m->x), r = fmax(m->rx, (numbered ? 8 : 5) / scale);
    fprintf(out, "<circle class='p' cx='%.1f' cy='%.1f' r='%.1f'/>", x, m->y, r);
    if (numbered)
        fprintf(out, "<text class='n' x='%.1f' y='%.1f' style='font-size:%.1fpx'>%c</text>", x, m->y + 4 / scale, 11 / scale,
                uk_canvas_letter(m->point, true));
    putc('\n', out);
}

/* One view, in a cell whose left upper corner this is. */
static void draw_view(FILE *out, const struct uk_body *b, size_t index, double left, double top)
{
    const struct uk_view *v = &b->where->views[index];
    const struct uk_figure *f = &b->figures[index];
    double scale = fmin((CELL_WIDTH - 20) / v->width, CELL_HEIGHT / v->height);
    double width = v->width * scale, height = v->height * scale, x = left + (CELL_WIDTH - width) / 2;
    text(out, left + CELL_WIDTH / 2, top + 14, "t", v->title);
    text(out, left + 12, top + 14, "e", v->at_left);
    text(out, left + CELL_WIDTH - 12, top + 14, "e r", v->at_right);
    fprintf(out, "<svg x='%.1f' y='%.1f' width='%.1f' height='%.1f' viewBox='%g %g %g %g'>\n<clipPath id='body-%zu'>", x, top + HEADING, width, height, v->x,
            v->y, v->width, v->height, index);
    draw_paths(out, v, f, false, scale);
    fputs("</clipPath>\n", out);
    draw_paths(out, v, f, true, scale);
    for (size_t i = 0; i < v->count; i++)
        if (!v->marks[i].spot)
            draw_felt(out, v, &v->marks[i], index);
    for (size_t i = 0; i < v->count; i++)
        if (v->marks[i].spot)
            draw_spot(out, v, &v->marks[i], b->numbered, scale);
    fputs("</svg>\n", out);
}

static bool has_spot(const struct uk_where *w, size_t point)
{
    for (size_t i = 0; i < w->view_count; i++)
        for (size_t k = 0; k < w->views[i].count; k++)
            if (w->views[i].marks[k].spot && w->views[i].marks[k].point == point)
                return true;
    return false;
}

/* What the marks are. Returns its height. */
static double draw_legend(FILE *out, const struct uk_body *b, double y)
{
    double at = y;
    for (size_t i = 0; i < b->where->point_count; i++, at += LINE) {
        char letter[2] = {uk_canvas_letter(i, b->numbered), '\0'};
        if (has_spot(b->where, i))
            fprintf(out, "<circle class='p' cx='%g' cy='%.1f' r='8'/>", MARGIN + 10, at - 4.5);
        if (b->numbered && has_spot(b->where, i))
            text(out, MARGIN + 10, at - 0.5, "n s", letter);
        text(out, MARGIN + 26, at, "w", b->where->points[i].name);
    }
    fprintf(out, "<ellipse class='f' cx='%g' cy='%.1f' rx='10' ry='6'/>", MARGIN + 10, at - 4.5);
    text(out, MARGIN + 26, at, "w", "where it may also be felt");
    if (*b->where->note)
        text(out, MARGIN, at += LINE, "w", b->where->note);
    return at + LINE - y;
}

/* In words, for who does not see it. */
static void write_description(FILE *out, const struct uk_body *b)
{
    const struct uk_where *w = b->where;
    fputs("<desc>A body, seen as: ", out);
    for (size_t i = 0; i < w->view_count; i++) {
        fputs(i ? ", " : "", out);
        uk_markup_write(out, w->views[i].title, SIZE_MAX);
    }
    fputs(". Its places:", out);
    for (size_t i = 0; i < w->point_count; i++) {
        fputs(i ? "; " : " ", out);
        uk_markup_write(out, w->points[i].name, SIZE_MAX);
        fputs(", which may also be felt here: ", out);
        uk_markup_write(out, w->points[i].felt, SIZE_MAX);
    }
    fputs("</desc>\n", out);
}

static double row_height(const struct uk_where *w, size_t from, size_t to)
{
    double most = 0;
    for (size_t i = from; i < to; i++)
        most = fmax(most, w->views[i].height * fmin((CELL_WIDTH - 20) / w->views[i].width, CELL_HEIGHT / w->views[i].height));
    return HEADING + most + MARGIN;
}

int uk_body_svg(FILE *out, const struct uk_body *b)
{
    const struct uk_where *w = b->where;
    char *page = NULL;
    size_t size, columns = w->view_count < COLUMNS_MOST ? w->view_count : COLUMNS_MOST;
    FILE *in = open_memstream(&page, &size);
    if (!in)
        return UNKNOT_NO_MEMORY;
    double y = TITLE, width = (double)(columns > 1 ? columns : 2) * CELL_WIDTH;
    for (size_t from = 0; from < w->view_count; from += columns) {
        size_t to = from + columns < w->view_count ? from + columns : w->view_count;
        double left = (width - (double)(to - from) * CELL_WIDTH) / 2;
        for (size_t i = from; i < to; i++)
            draw_view(in, b, i, left + (double)(i - from) * CELL_WIDTH, y);
        y += row_height(w, from, to);
    }
    y += draw_legend(in, b, y + MARGIN);
    if (fclose(in)) {
        free(page);
        return UNKNOT_NO_MEMORY;
    }
    fprintf(out, "<?xml version='1.0' encoding='UTF-8'?>\n<svg xmlns='http://www.w3.org/2000/svg' version='1.1' class='body' viewBox='0 0 %g %g'>\n<title>",
            width, ceil(y + MARGIN));
    uk_markup_write(out, b->title, SIZE_MAX);
    fputs("</title>\n", out);
    write_description(out, b);
    fprintf(out, "<style type='text/css'>%s%s</style>\n<rect class='paper' width='%g' height='%g'/>\n", style, dark, width, ceil(y + MARGIN));
    text(out, MARGIN, 26, "h", b->title);
    fputs(page, out);
    fputs("</svg>\n", out);
    free(page);
    return UNKNOT_OK;
}
