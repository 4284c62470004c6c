/* json.h - writes JSON to a stream, indented, one value a line but for short objects kept on one; and picks values out of an object.
 *
 *     struct uk_json j = {.out = stdout};
 *     uk_json_open(&j, NULL, '{');
 *     uk_json_text(&j, "name", "upper-trapezius");
 *     uk_json_close(&j, '}');
 *
 *     uk_json_find(line, "error", &n)
 */
#ifndef UK_JSON_H
#define UK_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct uk_json {
    FILE *out;
    int depth;
    int flat;   /* depth from which all stays on one line, 0: none */
    bool filled; /* the innermost object or list has something in it */
};

/* Opens an object '{' or a list '['; uk_json_open_flat() keeps what is in it on one line. `key` is NULL in a list. */
void uk_json_open(struct uk_json *j, const char *key, char bracket);
void uk_json_open_flat(struct uk_json *j, const char *key, char bracket);
void uk_json_close(struct uk_json *j, char bracket); /* the outermost ends its line */

void uk_json_text(struct uk_json *j, const char *key, const char *value);
void uk_json_whole(struct uk_json *j, const char *key, int64_t value);
void uk_json_number(struct uk_json *j, const char *key, double value); /* the shortest that reads back the same */
void uk_json_truth(struct uk_json *j, const char *key, bool value);

/* A list of texts that ends in NULL. */
void uk_json_texts(struct uk_json *j, const char *key, const char *const *values);

/* The value of `key` in the object that `text` is, *n bytes; NULL when it has none. For what a player wrote: whatever else it is, no
 * byte behind its NUL is looked at. */
const char *uk_json_find(const char *text, const char *key, size_t *n);

/* The text that is the value of `key`, "" when there is none; cut where `out` is full. Control characters become '?'. Returns `out`. */
char *uk_json_find_text(const char *text, const char *key, char *out, size_t size);

/* The number that is the value of `key`, 0 when there is none. */
double uk_json_find_number(const char *text, const char *key);

#endif
