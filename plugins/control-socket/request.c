#include "request.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_NESTED 8

static const char example[] = "{\"command\": [\"press\", \"longer\"]}";

/* jansson reads what is nested by calling itself; ours needs two levels. */
static bool too_deep(const char *line, size_t n)
{
    int depth = 0;
    bool in_text = false;
    for (size_t i = 0; i < n; i++) {
        if (in_text && line[i] == '\\')
            i++;
        else if (line[i] == '"')
            in_text = !in_text;
        else if (!in_text && (line[i] == '[' || line[i] == '{') && ++depth > MOST_NESTED)
            return true;
        else if (!in_text && (line[i] == ']' || line[i] == '}'))
            depth--;
    }
    return false;
}

/* A word, or NULL when it can be none (or there is no memory). */
static char *word_of(const json_t *value)
{
    if (json_is_string(value))
        return strdup(json_string_value(value));
    return json_is_number(value) ? json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15)) : NULL;
}

static int read_command(struct request *r, const json_t *root, char *wrong)
{
    const json_t *command = json_object_get(root, "command");
    size_t count = json_array_size(command); /* 0 for what is no array */
    if (count == 0 || count > UNKNOT_COMMAND_WORDS) {
        snprintf(wrong, REQUEST_SENTENCE, "\"command\" must be a list of 1 to %d words: send %s", UNKNOT_COMMAND_WORDS, example);
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        r->words[i] = word_of(json_array_get(command, i));
        if (!r->words[i]) {
            snprintf(wrong, REQUEST_SENTENCE, "word %zu of the command is neither text nor a number: send %s", i + 1, example);
            return -1;
        }
        r->count++;
    }
    return 0;
}

int request_read(struct request *r, const char *line, size_t n, char wrong[REQUEST_SENTENCE])
{
    json_error_t e;
    *r = (struct request){0};
    if (too_deep(line, n)) {
        snprintf(wrong, REQUEST_SENTENCE, "this line is nested too deep: send %s", example);
        return -1;
    }
    json_t *root = json_loadb(line, n, JSON_REJECT_DUPLICATES, &e);
    if (!json_is_object(root)) {
        if (root)
            snprintf(wrong, REQUEST_SENTENCE, "this line is no JSON object: send %s", example);
        else
            snprintf(wrong, REQUEST_SENTENCE, "this line is no JSON (from column %d on): send %s", e.column, example);
        json_decref(root);
        return -1;
    }
    const json_t *id = json_object_get(root, "request_id");
    bool good_id = !id || json_is_integer(id) || json_is_string(id);
    if (id && good_id)
        r->id = json_dumps(id, JSON_ENCODE_ANY);
    int status = read_command(r, root, wrong);
    if (!good_id) {
        snprintf(wrong, REQUEST_SENTENCE, "\"request_id\" must be a whole number or text");
        status = -1;
    }
    json_decref(root);
    return status;
}

static char *quoted(const char *text)
{
    json_t *s = json_string(text);
    char *json = s ? json_dumps(s, JSON_ENCODE_ANY) : NULL;
    json_decref(s);
    return json;
}

/* In JSON a newline can only stand between values: a space says the same, and keeps a line a line. */
static void keep_on_one_line(char *line, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++)
        if (line[i] == '\n' || line[i] == '\r')
            line[i] = ' ';
}

char *request_answer(const struct request *r, const char *error, const char *data, size_t *n)
{
    char *said = quoted(error), *line = NULL;
    const char *id = r->id ? r->id : "";
    size_t room = (said ? strlen(said) : 0) + strlen(data) + strlen(id) + 64;
    if (said)
        line = malloc(room);
    if (line) {
        *n = (size_t)snprintf(line, room, "{\"error\": %s%s%s%s%s}\n", said, *data ? ", \"data\": " : "", data,
                              *id ? ", \"request_id\": " : "", id);
        keep_on_one_line(line, *n);
    }
    free(said);
    return line;
}

char *request_event(const char *json, size_t *n)
{
    *n = strlen(json) + 1;
    char *line = malloc(*n + 1);
    if (line) {
        memcpy(line, json, *n - 1);
        memcpy(line + *n - 1, "\n", 2);
        keep_on_one_line(line, *n);
    }
    return line;
}

void request_finish(struct request *r)
{
    for (uint32_t i = 0; i < UNKNOT_COMMAND_WORDS; i++)
        free(r->words[i]);
    free(r->id);
    *r = (struct request){0};
}
