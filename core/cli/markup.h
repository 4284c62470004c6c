/* markup.h - text from a script, made safe to stand in XML and in WebVTT. */
#ifndef UK_MARKUP_H
#define UK_MARKUP_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* The next code point of UTF-8; moves *text behind it. What is no character becomes U+FFFD, a control character a space. 0 at the end. */
uint32_t uk_markup_next(const char **text);

/* How many code points. */
size_t uk_markup_count(const char *text);

/* Writes the first `bytes` of the text, or all, with entities for & < and >. Spaces in a row become one, those at the ends none. */
void uk_markup_write(FILE *out, const char *text, size_t bytes);

#endif
