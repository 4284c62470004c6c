/* lanes.h - a plan as a picture in letters: one lane for each bus, one for what is pressed, time from left to right. */
#ifndef UK_LANES_H
#define UK_LANES_H

#include <unknot.h>

#include <stdio.h>

/* Draws what is loaded. In the lane of a bus '#' is sound and '.' a little of it; in the lane "press" a digit is the level. Lanes with
 * nothing in them are left out. */
void uk_lanes_print(FILE *out, const struct unknot *u);

#endif
