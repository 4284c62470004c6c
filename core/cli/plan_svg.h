/* plan_svg.h - what the page and the lanes of the SVG picture share. */
#ifndef UK_PLAN_SVG_H
#define UK_PLAN_SVG_H

#include "plan.h"

#define UK_SVG_WIDTH 360.0 /* of the page: a phone's */
#define UK_SVG_GUTTER 36.0 /* left of the lanes, for their names */
#define UK_SVG_PLOT 300.0  /* a row's time */
#define UK_SVG_OVERRUN 1.03 /* the last row may be a little longer, so that a second over the minute makes no row of its own */

/* The session, wrapped into rows of the same time. Lengths in pixels of a phone; x counts from the left edge of the lanes. */
struct uk_picture {
    const struct unknot *u;
    FILE *out;
    double rate;
    int64_t length, row_frames;
    int64_t from, to; /* the row that is drawn now */
};

/* Where a time stands in the row, at its edge when it is outside. */
double uk_svg_x(const struct uk_picture *p, int64_t at);

/* " name='1.5'" with as few digits as it needs. */
void uk_svg_attribute(FILE *out, const char *name, double value);

/* <title>: what a pointer or a screen reader gets. */
void uk_svg_title(FILE *out, const char *text);

/* Width of the text in pixels, about. */
double uk_svg_width(const char *text, double font);

/* How many bytes of the text keep to a width. */
size_t uk_svg_fit(const char *text, double font, double width);

/* A text of at most `width` pixels; the rest becomes "...". `style` is a class. */
void uk_svg_text(FILE *out, double x, double y, const char *style, double font, double width, const char *text);

/* Draws the titles of the steps that begin in the row, and their lines down to `bottom`. Only measures when `draw` is false. Returns
 * the height of the titles. */
double uk_svg_steps(const struct uk_picture *p, double bottom, bool draw);

/* Each draws a lane of the row at `y`, with its name, and returns its height: 0 when the session has nothing for it. */
double uk_svg_voice(const struct uk_picture *p, double y);
double uk_svg_tones(const struct uk_picture *p, double y);
double uk_svg_breath(const struct uk_picture *p, double y);
double uk_svg_bed(const struct uk_picture *p, double y);
double uk_svg_press(const struct uk_picture *p, double y);

#endif
