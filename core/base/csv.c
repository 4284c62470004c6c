#include "csv.h"

#include "text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MARK "\xef\xbb\xbf" /* what some programs begin UTF-8 with */

/* What stands between the fields: whichever of them the first row has most. */
static char find_separator(const char *text)
{
    size_t counts[3] = {0};
    static const char separators[] = ",;\t";
    for (const char *s = text; *s && *s != '\n'; s++)
        for (int i = 0; i < 3; i++)
            counts[i] += *s == separators[i];
    return counts[1] > counts[0] ? ';' : counts[2] > counts[0] ? '\t' : ',';
}

static bool put_field(struct uk_csv *c, const char *s, size_t n)
{
    if (c->count == c->room) {
        size_t room = c->room ? c->room * 2 : 256;
        const char **grown = realloc(c->fields, room * sizeof *grown);
        if (!grown)
            return false;
        c->fields = grown;
        c->room = room;
    }
    c->fields[c->count] = uk_arena_text(&c->arena, s, n);
    return c->fields[c->count++] != NULL;
}

/* The row that begins at field `start` is over. */
static bool end_row(struct uk_csv *c, size_t start)
{
    bool any = false;
    for (size_t i = start; i < c->count; i++)
        any = any || c->fields[i][strspn(c->fields[i], " \t")];
    if (!any) {
        c->count = start;
        return true;
    }
    if (c->rows + 2 > c->rows_room) {
        size_t room = c->rows_room ? c->rows_room * 2 : 64;
        size_t *grown = realloc(c->starts, room * sizeof *grown);
        if (!grown)
            return false;
        c->starts = grown;
        c->rows_room = room;
    }
    c->starts[c->rows++] = start;
    c->starts[c->rows] = c->count;
    return true;
}

/* Reads one field from *at into `field`, which has room for all of it; *at moves to what stands behind it. False: a quote never ends. */
static bool read_field(const char **at, char separator, char *field, size_t *n)
{
    const char *s = *at;
    bool quoted = *s == '"';
    *n = 0;
    for (s += quoted; *s; s++) {
        if (quoted && *s == '"') {
            if (s[1] != '"') {
                quoted = false;
                continue;
            }
            s++;
        } else if (!quoted && (*s == separator || *s == '\n' || *s == '\r')) {
            break;
        }
        field[(*n)++] = *s;
    }
    *at = s;
    return !quoted;
}

int uk_csv_parse(struct uk_csv *c, const char *text, size_t n, const char *name, struct uk_message *m)
{
    *c = (struct uk_csv){0};
    if (!uk_text_is_utf8(text, n))
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is no table in UTF-8: save it as CSV with the character set UTF-8", name);
    const char *s = strncmp(text, MARK, 3) == 0 ? text + 3 : text;
    char separator = find_separator(s), *field = malloc(n + 1);
    bool good = field != NULL;
    size_t start = 0, length;
    while (good && *s) {
        if (!read_field(&s, separator, field, &length)) {
            free(field);
            return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is damaged: a quotation mark is opened in row %zu and never closed", name, c->rows + 1);
        }
        good = put_field(c, field, length);
        if (*s == separator && s[1]) {
            s++;
            continue;
        }
        s += *s == separator;
        s += *s == '\r';
        s += *s == '\n';
        good = good && end_row(c, start);
        start = c->count;
    }
    free(field);
    return good ? UNKNOT_OK : uk_no_memory(m);
}

int uk_csv_column(const struct uk_csv *c, const char *title)
{
    for (size_t i = 0; c->rows > 0 && i < c->starts[1]; i++) {
        const char *s = c->fields[i] + strspn(c->fields[i], " ");
        if (strncasecmp(s, title, strlen(title)) == 0 && !s[strlen(title) + strspn(s + strlen(title), " ")])
            return (int)i;
    }
    return -1;
}

const char *uk_csv_get(const struct uk_csv *c, size_t row, int column)
{
    if (row >= c->rows || column < 0 || (size_t)column >= c->starts[row + 1] - c->starts[row])
        return "";
    return c->fields[c->starts[row] + (size_t)column];
}

void uk_csv_put(FILE *out, const char *field, char behind)
{
    bool quotes = strpbrk(field, ",;\t\"\r\n") != NULL;
    if (quotes)
        putc('"', out);
    for (; *field; field++) {
        if (*field == '"')
            putc('"', out);
        putc(*field, out);
    }
    if (quotes)
        putc('"', out);
    putc(behind, out);
}

void uk_csv_finish(struct uk_csv *c)
{
    free(c->fields);
    free(c->starts);
    uk_arena_finish(&c->arena);
    *c = (struct uk_csv){0};
}
