/* where.h - what the library knows of a routine's points and tools, and where the points are in the drawings of scripts/body. */
#ifndef UK_WHERE_H
#define UK_WHERE_H

#include <unknot.h>

#include <stdbool.h>
#include <stddef.h>

#define UK_WHERE_MOST 100 /* of each kind */

/* A spot, which is round, or an ellipse where it may also be felt; in units of the drawing. */
struct uk_mark {
    bool spot;
    size_t point; /* index of the point it belongs to */
    double x, y, rx, ry, turn; /* degrees, clockwise */
};

/* A part of a drawing. */
struct uk_view {
    const char *name, *drawing, *title, *at_left, *at_right;
    double x, y, width, height;
    bool flip; /* left and right are changed when it is shown */
    struct uk_mark *marks;
    size_t count;
};

/* Texts are "" where nothing is said. */
struct uk_where {
    char *text;
    const char *note; /* on what the picture leaves out */
    struct uk_where_tool {
        const char *id, *name, *what;
    } tools[UK_WHERE_MOST];
    size_t tool_count;
    struct uk_where_point {
        const char *id, *name, *felt, *cautions;
    } points[UK_WHERE_MOST];
    size_t point_count;
    struct uk_view views[UK_WHERE_MOST];
    size_t view_count;
};

/* Asks for the points and tools of a routine (lists that end in NULL). Returns a status; the message is in `u`. What it filled is to be
 * finished in any case. */
int uk_where_ask(struct uk_where *w, struct unknot *u, const char *const *points, const char *const *tools, const char *side);

void uk_where_finish(struct uk_where *w); /* accepts a zeroed one */

#endif
