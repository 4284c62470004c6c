#include "json.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

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

static const char *skip_space(const char *p)
{
    return p + strspn(p, " \t\r\n");
}

/* Behind the text that begins at the quote `p`. */
static const char *skip_text(const char *p)
{
    for (p++; *p && *p != '"'; p++)
        if (*p == '\\' && p[1])
            p++;
    return *p ? p + 1 : p;
}

/* Behind the value at `p`. */
static const char *skip_value(const char *p)
{
    int depth = 0;
    while (*p) {
        if (*p == '"') {
            p = skip_text(p);
        } else if (*p == '{' || *p == '[') {
            depth++;
            p++;
        } else if (*p == '}' || *p == ']') {
            if (depth == 0)
                return p;
            depth--;
            p++;
        } else {
            p += *p == ',' && depth == 0 ? 0 : 1;
        }
        if (depth == 0 && strchr(",}] \t\r\n", *p))
            return p;
    }
    return p;
}

const char *uk_json_find(const char *text, const char *key, size_t *n)
{
    const char *p = skip_space(text);
    if (*p != '{')
        return NULL;
    for (p = skip_space(p + 1); *p == '"'; p = skip_space(p + 1)) {
        const char *name = p + 1;
        p = skip_text(p);
        size_t length = (size_t)(p - name) - 1;
        p = skip_space(p);
        if (*p != ':')
            return NULL;
        const char *value = skip_space(p + 1);
        p = skip_value(value);
        *n = (size_t)(p - value);
        if (strlen(key) == length && memcmp(name, key, length) == 0)
            return value;
        p = skip_space(p);
        if (*p != ',')
            return NULL;
    }
    return NULL;
}

/* Value of four hexadecimal digits, or '?'. */
static unsigned four_digits(const char *p, const char *end)
{
    unsigned value = 0;
    if (end - p < 4)
        return '?';
    for (int i = 0; i < 4; i++) {
        const char *digits = "0123456789abcdef", *at = strchr(digits, p[i] | 0x20);
        if (!p[i] || !at)
            return '?';
        value = value * 16 + (unsigned)(at - digits);
    }
    return value;
}

static size_t put_character(char *out, unsigned c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c < 0xe000))
        c = '?';
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3f));
    out[0] = (char)((n == 2 ? 0xc0 : n == 3 ? 0xe0 : 0xf0) | c);
    return n;
}

/* The character behind the backslash at *p, which goes to its last byte. Two halves of one (surrogates) are put together. */
static unsigned read_escape(const char **p, const char *end)
{
    const char *at = ++*p;
    if (*at != 'u')
        return strchr("bfnrt", *at) ? ' ' : (unsigned char)*at < 0x80 ? (unsigned char)*at : '?';
    unsigned high = four_digits(at + 1, end);
    *p += end - at > 4 ? 4 : 0;
    bool half = high >= 0xd800 && high < 0xdc00 && end - at > 10 && at[5] == '\\' && at[6] == 'u';
    unsigned low = half ? four_digits(at + 7, end) : 0;
    if (low < 0xdc00 || low >= 0xe000)
        return high;
    *p += 6;
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

char *uk_json_find_text(const char *text, const char *key, char *out, size_t size)
{
    size_t n, used = 0;
    const char *p = uk_json_find(text, key, &n);
    if (p && n >= 2 && *p == '"')
        for (const char *end = p++ + n - 1; p < end && used + 5 < size; p++) {
            if (*p == '\\')
                used += put_character(out + used, read_escape(&p, end));
            else
                out[used++] = (unsigned char)*p < 0x20 || *p == 0x7f ? '?' : *p;
        }
    out[used] = '\0';
    return out;
}

double uk_json_find_number(const char *text, const char *key)
{
    size_t n;
    const char *value = uk_json_find(text, key, &n);
    return value ? strtod(value, NULL) : 0;
}
