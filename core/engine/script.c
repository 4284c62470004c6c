#include "script.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

struct reader {
    const char *at, *end;
    int line;
};

static void step(struct reader *r)
{
    r->line += *r->at == '\n';
    r->at++;
}

static bool follows(const struct reader *r, const char *text)
{
    size_t n = strlen(text);
    return (size_t)(r->end - r->at) >= n && memcmp(r->at, text, n) == 0;
}

/* The level of a long bracket "[[", "[==[" that begins here, -1: none. */
static int bracket(const struct reader *r)
{
    const char *p = r->at;
    int level = 0;
    if (p >= r->end || *p++ != '[')
        return -1;
    for (; p < r->end && *p == '='; p++)
        level++;
    return p < r->end && *p == '[' ? level : -1;
}

static void skip_bracket(struct reader *r, int level)
{
    r->at += level + 2;
    for (; r->at < r->end; step(r)) {
        const char *p = r->at + 1;
        int n = 0;
        for (; *r->at == ']' && p < r->end && *p == '='; p++)
            n++;
        if (*r->at == ']' && n == level && p < r->end && *p == ']') {
            r->at = p + 1;
            return;
        }
    }
}

static void skip_comment(struct reader *r)
{
    r->at += 2;
    int level = bracket(r);
    if (level >= 0)
        skip_bracket(r, level);
    else
        while (r->at < r->end && *r->at != '\n')
            r->at++;
}

/* A string ends with its line, whether it is closed or not. */
static void skip_string(struct reader *r)
{
    char quote = *r->at++;
    while (r->at < r->end && *r->at != quote && *r->at != '\n') {
        if (*r->at == '\\' && r->at + 1 < r->end)
            step(r);
        step(r);
    }
    if (r->at < r->end && *r->at == quote)
        r->at++;
}

static bool in_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The next identifier; its length, 0 at the end. The reader is behind it then. */
static size_t next_name(struct reader *r, const char **name)
{
    while (r->at < r->end) {
        if (follows(r, "--"))
            skip_comment(r);
        else if (*r->at == '"' || *r->at == '\'')
            skip_string(r);
        else if (bracket(r) >= 0)
            skip_bracket(r, bracket(r));
        else if (!in_name(*r->at))
            step(r);
        else {
            *name = r->at;
            while (r->at < r->end && in_name(*r->at))
                r->at++;
            return (size_t)(r->at - *name);
        }
    }
    return 0;
}

size_t uk_script_lines(const char *source, size_t n, const char *name, int *lines, size_t most)
{
    struct reader r = {source, source + n, 1};
    const char *word;
    size_t length, count = 0;
    while (count < most && (length = next_name(&r, &word)) > 0)
        if (length == strlen(name) && memcmp(word, name, length) == 0 && (count == 0 || lines[count - 1] != r.line))
            lines[count++] = r.line;
    return count;
}

int uk_script_line(const char *source, size_t n, const char *name)
{
    int line = 0;
    return uk_script_lines(source, n, name, &line, 1) ? line : 0;
}
