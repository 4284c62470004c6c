/* script.h - where a name stands in the text of a Lua script, comments and strings left out. */
#ifndef UK_SCRIPT_H
#define UK_SCRIPT_H

#include <stddef.h>

/* Lines, from 1 on, in which the identifier `name` stands; each line once. At most `most` are written to `lines`. Returns how many. */
size_t uk_script_lines(const char *source, size_t n, const char *name, int *lines, size_t most);

/* The first of them, 0 when there is none. */
int uk_script_line(const char *source, size_t n, const char *name);

#endif
