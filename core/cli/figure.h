/* figure.h - a drawing of a body from scripts/body: an SVG file whose paths are M, L, C and Z in absolute numbers, nothing else.
 *
 *     struct uk_figure f;
 *     if (uk_figure_read(&f, "front.svg") == UNKNOT_OK && uk_figure_inside(&f, 200, 300))
 *         puts("that is on the body");
 *     uk_figure_finish(&f);
 */
#ifndef UK_FIGURE_H
#define UK_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

struct uk_figure_point {
    double x, y;
};

struct uk_figure_path {
    const char *data; /* as the file has it */
    bool outline;     /* it has an inside; else it is a line on the body */
    struct uk_figure_point *points; /* the same as a chain of straight lines */
    size_t count;
};

struct uk_figure {
    char *text;
    struct uk_figure_path *paths;
    size_t count;
};

/* UNKNOT_IO: the file cannot be read. UNKNOT_BAD_DATA: it is none of these drawings. *f is to be finished in any case. */
int uk_figure_read(struct uk_figure *f, const char *path);

/* The same from a text, which is taken over and freed with the figure. */
int uk_figure_parse(struct uk_figure *f, char *text);

/* Whether a point is inside of an outline. */
bool uk_figure_inside(const struct uk_figure *f, double x, double y);

void uk_figure_finish(struct uk_figure *f); /* accepts a zeroed one */

#endif
