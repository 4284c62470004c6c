/* range.h - which bytes of something a request wants, and whether the listener has it already: RFC 9110, sections 13 and 14. */
#ifndef UK_HTTP_RANGE_H
#define UK_HTTP_RANGE_H

#include <stdbool.h>
#include <stdint.h>

enum uk_range {
    UK_RANGE_WHOLE, /* nothing is said of a part, or nothing that counts */
    UK_RANGE_PART,
    UK_RANGE_BEYOND, /* there is no such part */
};

/* What the field Range says of `size` bytes; NULL: nothing. Several parts at once are given as the whole. */
enum uk_range uk_range_read(const char *field, int64_t size, int64_t *from, int64_t *count);

/* Whether a field If-None-Match names the tag, which is in quotes. NULL: no. */
bool uk_range_has_tag(const char *field, const char *tag);

/* Whether a part may be given under a field If-Range; NULL: yes. A date never counts, since nothing here has one. */
bool uk_range_still(const char *field, const char *tag);

#endif
