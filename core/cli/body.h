/* body.h - the places of a routine on drawings of the body: as text, and as a file. */
#ifndef UK_BODY_H
#define UK_BODY_H

#include "figure.h"
#include "where.h"

#include <stdio.h>

struct uk_body {
    const struct uk_where *where;
    const char *title; /* of the routine */
    bool numbered; /* there are several points: each has its number */
    struct uk_figure figures[UK_WHERE_MOST]; /* the drawing of each view */
};

/* Reads the drawings that the views need. The exit code, after saying on stderr what is wrong; to be finished in any case. */
int uk_body_read(struct uk_body *b, const struct uk_where *w, const struct unknot *u);

void uk_body_finish(struct uk_body *b); /* accepts a zeroed one */

/* Prints it on standard output, as many views beside each other as the terminal has room for. Returns a status. */
int uk_body_print(const struct uk_body *b);

/* Writes it as SVG. Returns a status. */
int uk_body_svg(FILE *out, const struct uk_body *b);

/* Writes it into a file whose name ends in .svg or .png. The exit code, after saying on stderr what is wrong. */
int uk_body_write(const struct uk_body *b, const char *path);

#endif
