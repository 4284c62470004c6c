/* listing.h - what there is to listen to, for a player and for a person. */
#ifndef UK_HTTP_LISTING_H
#define UK_HTTP_LISTING_H

#include <unknot.h>

#include <stdio.h>

/* A playlist of all that can be what is wished for. `base` is "http://rest:8468". The lengths are those that routines say they can have, so
 * nothing is planned for it: `minutes` when that is wished for, else the middle one of each routine. The wish "format" is "wav" or "flac". */
void uk_listing_m3u(FILE *out, struct unknot *u, const char *base, const struct unknot_param *wishes, size_t count);

/* A page with a line for each. */
void uk_listing_page(FILE *out, struct unknot *u);

#endif
