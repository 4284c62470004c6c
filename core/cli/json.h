/* json.h - writes JSON to a stream, indented, one value a line but for short objects kept on one.
 *
 *     struct uk_json j = {.out = stdout};
 *     uk_json_open(&j, NULL, '{');
 *     uk_json_text(&j, "name", "upper-trapezius");
 *     uk_json_close(&j, '}');
 */
#ifndef UK_JSON_H
#define UK_JSON_H

#include <stdbool.h>
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

#endif
