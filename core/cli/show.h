/* show.h - what `unknot show` tells of a loaded routine, for a program to read. */
#ifndef UK_SHOW_H
#define UK_SHOW_H

#include "where.h"

void uk_show_json(struct unknot *u, const struct unknot_routine *r, const struct uk_where *w);

#endif
