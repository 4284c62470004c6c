#include "figure_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define PI 3.14159265358979323846
#define LINES_FROM 0.2 /* dots a unit: where the body is smaller, the lines on it would only be in the way */

enum dot { OUTLINE = 1, LINE = 2, FELT = 4, SPOT = 8 };

/* How a drawing comes to be dots. */
struct drawing {
    struct uk_canvas *canvas;
    const struct uk_view *view;
    double scale; /* dots a unit */
    int width, height; /* in dots */
};

static double dot_x(const struct drawing *d, double x)
{
    double across = x - d->view->x;
    return (d->view->flip ? d->view->width - across : across) * d->scale;
}

static double dot_y(const struct drawing *d, double y)
{
    return (y - d->view->y) * d->scale;
}

/* The point of the drawing in the middle of a dot. */
static struct uk_figure_point at_dot(const struct drawing *d, int x, int y)
{
    double across = (x + 0.5) / d->scale;
    return (struct uk_figure_point){d->view->x + (d->view->flip ? d->view->width - across : across), d->view->y + (y + 0.5) / d->scale};
}

static void set_dot(const struct drawing *d, int x, int y, enum dot what)
{
    if (x >= 0 && y >= 0 && x < d->width && y < d->height)
        d->canvas->dots[y * d->width + x] |= (unsigned char)what;
}

static void draw_stroke(const struct drawing *d, const struct uk_figure_path *p, enum dot what)
{
    for (size_t i = 1; i < p->count; i++) {
        double x = dot_x(d, p->points[i - 1].x), y = dot_y(d, p->points[i - 1].y);
        double dx = dot_x(d, p->points[i].x) - x, dy = dot_y(d, p->points[i].y) - y;
        int steps = 1 + (int)(2 * fmax(fabs(dx), fabs(dy)));
        for (int k = 0; k <= steps; k++)
            set_dot(d, (int)floor(x + dx * k / steps), (int)floor(y + dy * k / steps), what);
    }
}

static bool is_in(const struct uk_mark *m, double x, double y, double least)
{
    double turn = m->turn * PI / 180, dx = x - m->x, dy = y - m->y;
    double along = dx * cos(turn) + dy * sin(turn), across = dy * cos(turn) - dx * sin(turn);
    return hypot(along / fmax(m->rx, least), across / fmax(m->ry, least)) <= 1;
}

/* Where it may be felt: every fourth dot, within the body. */
static void draw_felt(const struct drawing *d, const struct uk_mark *m, const struct uk_figure *f)
{
    for (int y = 0; y < d->height; y++)
        for (int x = y / 2 % 2; x < d->width; x += 2) {
            struct uk_figure_point at = at_dot(d, x, y);
            if (y % 2 == 0 && is_in(m, at.x, at.y, 1 / d->scale) && uk_figure_inside(f, at.x, at.y))
                set_dot(d, x, y, FELT);
        }
}

static void draw_spot(const struct drawing *d, const struct uk_mark *m, char letter)
{
    for (int y = 0; y < d->height; y++)
        for (int x = 0; x < d->width; x++) {
            struct uk_figure_point at = at_dot(d, x, y);
            if (is_in(m, at.x, at.y, 1 / d->scale))
                set_dot(d, x, y, SPOT);
        }
    int column = (int)floor(dot_x(d, m->x) / 2), row = (int)floor(dot_y(d, m->y) / 4);
    if (column >= 0 && row >= 0 && column < d->canvas->columns && row < d->canvas->rows)
        d->canvas->letters[row * d->canvas->columns + column] = letter;
}

int uk_canvas_draw(struct uk_canvas *c, const struct uk_view *v, const struct uk_figure *f, bool numbered)
{
    double scale = fmin(2 * UK_CANVAS_COLUMNS / v->width, 4 * UK_CANVAS_ROWS / v->height);
    *c = (struct uk_canvas){.columns = (int)ceil(v->width * scale / 2), .rows = (int)ceil(v->height * scale / 4)};
    struct drawing d = {.canvas = c, .view = v, .scale = scale, .width = 2 * c->columns, .height = 4 * c->rows};
    c->dots = calloc((size_t)d.width * (size_t)d.height + 1, 1);
    c->letters = calloc((size_t)c->columns * (size_t)c->rows + 1, 1);
    if (!c->dots || !c->letters)
        return UNKNOT_NO_MEMORY;
    for (size_t i = 0; i < f->count; i++)
        if (f->paths[i].outline || scale >= LINES_FROM)
            draw_stroke(&d, &f->paths[i], f->paths[i].outline ? OUTLINE : LINE);
    for (size_t i = 0; i < v->count; i++) {
        if (v->marks[i].spot)
            draw_spot(&d, &v->marks[i], uk_canvas_letter(v->marks[i].point, numbered));
        else
            draw_felt(&d, &v->marks[i], f);
    }
    return UNKNOT_OK;
}

/* Which dots of a cell have something of `what`, as bits: two for each row, the left one first. */
static unsigned cell(const struct uk_canvas *c, int row, int column, unsigned what)
{
    unsigned bits = 0;
    for (int i = 0; i < 8; i++)
        if (c->dots[(4 * row + i / 2) * 2 * c->columns + 2 * column + i % 2] & what)
            bits |= 1u << i;
    return bits;
}

static void write_braille(FILE *out, unsigned bits)
{
    static const unsigned char braille[8] = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};
    unsigned dots = 0;
    for (int i = 0; i < 8; i++)
        if (bits & 1u << i)
            dots |= braille[i];
    if (dots)
        fprintf(out, "\xe2%c%c", (int)(0xa0 + (dots >> 6)), (int)(0x80 + (dots & 0x3f))); /* U+2800 and on */
    else
        putc(' ', out);
}

/* The character that looks most like the strokes in a cell. */
static char ascii(unsigned bits)
{
    int top = -1, bottom = -1, sum[2] = {0, 0}, count[2] = {0, 0}; /* upper half, lower half */
    for (int i = 0; i < 8; i++)
        if (bits & 1u << i) {
            top = top < 0 ? i / 2 : top;
            bottom = i / 2;
            sum[i / 4] += i % 2;
            count[i / 4]++;
        }
    if (top < 0)
        return ' ';
    if (bottom - top < 2)
        return top == 3 ? '_' : top == 2 ? '.' : bottom == 0 ? '"' : '-';
    double lean = count[0] && count[1] ? (double)sum[1] / count[1] - (double)sum[0] / count[0] : 0;
    return lean > 0.3 ? '\\' : lean < -0.3 ? '/' : '|';
}

void uk_canvas_row(FILE *out, const struct uk_canvas *c, int row, bool braille)
{
    for (int column = 0; column < c->columns; column++) {
        char letter = c->letters[row * c->columns + column];
        unsigned strokes = cell(c, row, column, OUTLINE | LINE), felt = cell(c, row, column, FELT);
        if (letter)
            putc(letter, out);
        else if (braille)
            write_braille(out, strokes | felt | cell(c, row, column, SPOT));
        else
            putc(strokes ? ascii(strokes) : felt ? ':' : ' ', out);
    }
}

void uk_canvas_finish(struct uk_canvas *c)
{
    free(c->dots);
    free(c->letters);
    *c = (struct uk_canvas){0};
}

char uk_canvas_letter(size_t point, bool numbered)
{
    static const char letters[] = "123456789abcdefghijklmnopqrstuvwxyz";
    return numbered && point < sizeof letters - 1 ? letters[point] : '@';
}

bool uk_canvas_braille(void)
{
    const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (!value || !*value)
            continue;
        const char *dot = strchr(value, '.');
        return dot && (strncasecmp(dot, ".utf-8", 6) == 0 || strncasecmp(dot, ".utf8", 5) == 0);
    }
    return false;
}
