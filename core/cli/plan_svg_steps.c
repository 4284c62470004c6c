#include "plan_svg.h"

#include <math.h>
#include <string.h>

#define LINES 6
#define LINE_HEIGHT 13.0

/* Where the titles of a row are free: a title stands in the highest line from which its own line falls down past all others. */
struct strip {
    double taken[LINES];
    int lines;
};

/* What to measure with: bold is wider. */
static double font(const struct unknot_mark *mark)
{
    return mark->level <= 1 ? 11.2 : 10;
}

static int choose_line(struct strip *s, double start, double end)
{
    int line = LINES;
    for (int i = LINES - 1; i >= 0 && s->taken[i] < start; i--)
        line = i;
    if (line == LINES)
        return -1; /* its title has it */
    s->taken[line] = end;
    s->lines = line + 1 > s->lines ? line + 1 : s->lines;
    return line;
}

/* A title that had to move left stands before the lines it meets; its own begins below it. `top` below 0: no title. */
static void draw_step(const struct uk_picture *p, const struct unknot_mark *mark, double start, double width, double top, double height, double bottom)
{
    bool part = mark->level <= 1;
    double x = uk_svg_x(p, mark->at_frames), from = top < 0 ? height : start > x ? top : top + LINE_HEIGHT - 1;
    if (top >= 0 && start <= x)
        fprintf(p->out, "<rect class='paper' x='%.1f' y='%.1f' width='%.1f' height='%g'/>", start - 2, top, width + 2, LINE_HEIGHT - 1);
    if (top >= 0)
        uk_svg_text(p->out, start, top + 9, part ? "t" : "u", font(mark), UK_SVG_PLOT - 3, mark->title);
    fprintf(p->out, "<path class='%s' d='M%.1f %.1fV%.1f'>", part ? "m" : "d", x, from, bottom);
    uk_svg_title(p->out, mark->title);
    fputs("</path>\n", p->out);
}

double uk_svg_steps(const struct uk_picture *p, double bottom, bool draw)
{
    struct strip s = {.lines = 1};
    struct unknot_mark mark;
    for (int i = 0; i < LINES; i++)
        s.taken[i] = -1;
    double height = draw ? uk_svg_steps(p, 0, false) : 0;
    for (size_t i = 0; i < unknot_mark_count(p->u); i++) {
        if (unknot_mark(p->u, i, &mark) != UNKNOT_OK || mark.level >= UK_QUESTION || mark.at_frames < p->from || mark.at_frames >= p->to)
            continue;
        double x = uk_svg_x(p, mark.at_frames), width = fmin(uk_svg_width(mark.title, font(&mark)), UK_SVG_PLOT - 4);
        double start = fmin(x + 3, UK_SVG_PLOT - width);
        int line = choose_line(&s, fmin(start, x), start + width + 3);
        if (draw)
            draw_step(p, &mark, start, width, line < 0 ? -1 : line * LINE_HEIGHT, height, bottom);
    }
    return s.lines * LINE_HEIGHT + 1;
}
