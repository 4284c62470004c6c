/* figure_text.h - a view of the body as characters: braille dots where a terminal can show them, else plain ASCII.
 *
 *     struct uk_canvas c;
 *     if (uk_canvas_draw(&c, &where.views[0], &figure, false) == UNKNOT_OK)
 *         for (int row = 0; row < c.rows; row++)
 *             uk_canvas_row(stdout, &c, row, true);
 *     uk_canvas_finish(&c);
 */
#ifndef UK_FIGURE_TEXT_H
#define UK_FIGURE_TEXT_H

#include "figure.h"
#include "where.h"

#include <stdio.h>

#define UK_CANVAS_COLUMNS 30 /* at most */
#define UK_CANVAS_ROWS 25

struct uk_canvas {
    int columns, rows;
    unsigned char *dots; /* 2 by 4 in each cell: what is there */
    char *letters;       /* one a cell: the mark of a spot, or '\0' */
};

/* Draws it as large as a canvas may be. Spots have the mark of their point. */
int uk_canvas_draw(struct uk_canvas *c, const struct uk_view *v, const struct uk_figure *f, bool numbered);

/* Writes one row, as wide as the canvas. */
void uk_canvas_row(FILE *out, const struct uk_canvas *c, int row, bool braille);

void uk_canvas_finish(struct uk_canvas *c); /* accepts a zeroed one */

/* What stands for a point in a picture: '@' for the only one, else 1 to 9, then letters. */
char uk_canvas_letter(size_t point, bool numbered);

/* Whether a terminal takes braille: by the locale of the environment. */
bool uk_canvas_braille(void);

#endif
