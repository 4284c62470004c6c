#include "json.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

static void write_text(FILE *out, const char *s)
{
    putc('"', out);
    for (const unsigned char *p = (const unsigned char *)s; *p; p++) {
        if (*p == '"' || *p == '\\')
            putc('\\', out);
        if (*p < 0x20 || *p == 0x7f)
            fprintf(out, "\\u%04x", *p);
        else
            putc(*p, out);
    }
    putc('"', out);
}

static void begin(struct uk_json *j, const char *key)
{
    if (j->filled)
        putc(',', j->out);
    if (j->depth > 0 && !j->flat)
        fprintf(j->out, "\n%*s", 2 * j->depth, "");
    else if (j->filled)
        putc(' ', j->out);
    if (key) {
        write_text(j->out, key);
        fputs(": ", j->out);
    }
    j->filled = true;
}

void uk_json_open(struct uk_json *j, const char *key, char bracket)
{
    begin(j, key);
    putc(bracket, j->out);
    j->depth++;
    j->filled = false;
}

void uk_json_open_flat(struct uk_json *j, const char *key, char bracket)
{
    uk_json_open(j, key, bracket);
    if (!j->flat)
        j->flat = j->depth;
}

void uk_json_close(struct uk_json *j, char bracket)
{
    j->depth--;
    if (j->filled && !j->flat)
        fprintf(j->out, "\n%*s", 2 * j->depth, "");
    if (j->flat > j->depth)
        j->flat = 0;
    putc(bracket, j->out);
    j->filled = true;
    if (j->depth == 0)
        putc('\n', j->out);
}

void uk_json_text(struct uk_json *j, const char *key, const char *value)
{
    begin(j, key);
    write_text(j->out, value);
}

void uk_json_whole(struct uk_json *j, const char *key, int64_t value)
{
    begin(j, key);
    fprintf(j->out, "%" PRId64, value);
}

void uk_json_number(struct uk_json *j, const char *key, double value)
{
    char digits[40];
    begin(j, key);
    if (!isfinite(value)) {
        fputs("null", j->out);
        return;
    }
    for (int precision = 6; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    fputs(digits, j->out);
}

void uk_json_truth(struct uk_json *j, const char *key, bool value)
{
    begin(j, key);
    fputs(value ? "true" : "false", j->out);
}

void uk_json_texts(struct uk_json *j, const char *key, const char *const *values)
{
    uk_json_open_flat(j, key, '[');
    for (; values && *values; values++)
        uk_json_text(j, NULL, *values);
    uk_json_close(j, ']');
}
