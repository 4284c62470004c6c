#include "plan_svg.h"

#include <math.h>
#include <string.h>

#define LANES 4
#define LABEL 12.0
#define FONT 9.0
#define PX_PER_LEVEL 3.0

/* One lane of pressure. What is pressed at the same time as something else gets a lane of its own, and so does what could not be named. */
struct lane {
    int64_t until;             /* of what stands in it so far */
    double level_to, label_to; /* where the last number, and the last name, ends */
    const char *point, *side;  /* what was named last */
};

static bool next_span(const struct uk_picture *p, size_t *i, struct unknot_span *span)
{
    while (*i < unknot_span_count(p->u))
        if (unknot_span(p->u, (*i)++, span) == UNKNOT_OK && span->at_frames < p->to && span->at_frames + span->length_frames > p->from)
            return true;
    return false;
}

/* "upper-trapezius, left" where a place comes for the first time in the row, "right" where only the side changes; "" where nothing does. */
static void name_place(char out[160], const struct lane *lane, const struct unknot_span *span)
{
    bool same_point = lane->point && strcmp(lane->point, span->point) == 0;
    if (same_point && strcmp(lane->side, span->side) == 0)
        *out = '\0';
    else
        snprintf(out, 160, "%s%s%s", same_point ? "" : span->point, same_point ? "" : ", ", span->side);
}

/* Where the name of a place begins, no further right than the place itself; below 0 where there is no room. */
static double label_start(const struct lane *lane, const char *name, double x)
{
    double width = fmin(uk_svg_width(name, FONT), UK_SVG_PLOT), start = fmax(fmin(x, UK_SVG_PLOT - width), lane->label_to);
    return start <= x + 1 ? start : -1;
}

static bool fits(const struct lane *lane, const struct unknot_span *span, double x)
{
    char name[160];
    name_place(name, lane, span);
    return lane->until <= span->at_frames && (!*name || label_start(lane, name, x) >= 0);
}

/* The first lane with room, the last if none has any. */
static int choose_lane(struct lane *lanes, const struct unknot_span *span, double x)
{
    int i = 0;
    while (i + 1 < LANES && !fits(&lanes[i], span, x))
        i++;
    lanes[i].until = span->at_frames + span->length_frames;
    return i;
}

static void draw_place(const struct uk_picture *p, struct lane *lane, const struct unknot_span *span, double x, double y)
{
    char name[160];
    name_place(name, lane, span);
    double start = label_start(lane, name, x);
    if (!*name || start < 0)
        return;
    uk_svg_text(p->out, start, y, "s", FONT, UK_SVG_PLOT, name);
    lane->label_to = start + uk_svg_width(name, FONT) + 6;
    lane->point = span->point;
    lane->side = span->side;
}

/* A block as high as the level; open at the side where the row cuts it. */
static void draw_block(const struct uk_picture *p, const struct unknot_span *span, double x, double width, double height, double base)
{
    char text[240];
    double top = base - height;
    bool begins = span->at_frames >= p->from, ends = span->at_frames + span->length_frames <= p->to;
    snprintf(text, sizeof text, "%s, %s, level %g, %.0f s", span->point, span->side, span->level, (double)span->length_frames / p->rate);
    fputs("<g>", p->out);
    uk_svg_title(p->out, text);
    fputs("<rect class='p'", p->out);
    uk_svg_attribute(p->out, "x", x);
    uk_svg_attribute(p->out, "y", top);
    uk_svg_attribute(p->out, "width", width);
    uk_svg_attribute(p->out, "height", height);
    fprintf(p->out, "/><path class='q' d='M%.1f %.1fV%.1fH%.1fV%.1f'/></g>\n", x, begins ? base : top, top, x + width, ends ? base : top);
}

static void draw_span(const struct uk_picture *p, struct lane *lane, const struct unknot_span *span, double top)
{
    char level[32];
    double x = uk_svg_x(p, span->at_frames), width = fmax(uk_svg_x(p, span->at_frames + span->length_frames) - x, 1);
    double height = PX_PER_LEVEL * fmin(fmax(span->level, 0), 10), base = top + LABEL + 10 * PX_PER_LEVEL;
    draw_block(p, span, x, width, height, base);
    draw_place(p, lane, span, x, top + 8);
    snprintf(level, sizeof level, "%g", span->level);
    double middle = x + width / 2, half = uk_svg_width(level, 9) / 2;
    if ((lane->level_to > 0 && middle - half < lane->level_to) || middle < half)
        return; /* the next row has room for it, or the one before had */
    uk_svg_text(p->out, middle, base - height + (height >= 11 ? 9.5 : -2), "o", 9, 60, level);
    lane->level_to = middle + half + 1;
}

static void draw_scale(const struct uk_picture *p, double top)
{
    double ceiling = top + LABEL, base = ceiling + 10 * PX_PER_LEVEL, end = uk_svg_x(p, p->to < p->length ? p->to : p->length);
    putc('\n', p->out);
    uk_svg_text(p->out, -5, ceiling + 3, "n", 9, UK_SVG_GUTTER, "10");
    uk_svg_text(p->out, -5, ceiling + 18, "n", 9, UK_SVG_GUTTER, "press");
    uk_svg_text(p->out, -5, base + 1, "n", 9, UK_SVG_GUTTER, "0");
    fprintf(p->out, "<path class='d' d='M0 %.1fH%.1f'/><path class='m' stroke-width='.6' d='M0 %.1fH%.1f'/>", ceiling, end, base, end);
}

double uk_svg_press(const struct uk_picture *p, double y)
{
    struct lane lanes[LANES] = {0};
    struct unknot_span span;
    const double height = LABEL + 10 * PX_PER_LEVEL + 5;
    int count = 0;
    for (size_t i = 0; next_span(p, &i, &span);) {
        int lane = choose_lane(lanes, &span, uk_svg_x(p, span.at_frames));
        for (; count <= lane; count++)
            draw_scale(p, y + count * height);
        draw_span(p, &lanes[lane], &span, y + lane * height);
    }
    return count * height;
}
