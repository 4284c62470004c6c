#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Length of the well-formed UTF-8 sequence at `s`, 0 when there is none. Table 3-7 of the Unicode standard. */
static size_t sequence(const unsigned char *s, size_t n)
{
    if (s[0] < 0x80)
        return 1;
    size_t length = s[0] >= 0xf0 ? 4 : s[0] >= 0xe0 ? 3 : 2;
    if (s[0] < 0xc2 || s[0] > 0xf4 || length > n)
        return 0;
    unsigned char low = s[0] == 0xe0 ? 0xa0 : s[0] == 0xf0 ? 0x90 : 0x80;
    unsigned char high = s[0] == 0xed ? 0x9f : s[0] == 0xf4 ? 0x8f : 0xbf;
    if (s[1] < low || s[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((s[i] & 0xc0) != 0x80)
            return 0;
    return length;
}

bool uk_text_is_utf8(const char *s, size_t n)
{
    const unsigned char *p = (const unsigned char *)s;
    while (n > 0) {
        size_t length = *p ? sequence(p, n) : 0;
        if (!length)
            return false;
        p += length;
        n -= length;
    }
    return true;
}

/* Whether the well-formed sequence does something to a terminal instead of being shown. */
static bool acts(const unsigned char *p)
{
    if (p[0] < 0x80)
        return p[0] < 0x20 || p[0] == 0x7f;
    if (p[0] == 0xc2 || p[0] == 0xd8)
        return p[0] == 0xc2 ? p[1] < 0xa0 : p[1] == 0x9c;
    if (p[0] != 0xe2 || p[1] > 0x81)
        return false;
    return p[1] == 0x80 ? p[2] == 0x8e || p[2] == 0x8f || (p[2] >= 0xa8 && p[2] <= 0xae) : p[2] >= 0xa6 && p[2] <= 0xa9;
}

bool uk_text_is_plain(const char *s)
{
    const unsigned char *p = (const unsigned char *)s, *end = p + strlen(s);
    for (;;) {
        while (*p >= 0x20 && *p < 0x7f) /* nearly all there is: half a million in a voice pack */
            p++;
        if (p == end)
            return true;
        size_t length = sequence(p, (size_t)(end - p));
        if (!length || (acts(p) && *p != '\n' && *p != '\t'))
            return false;
        p += length;
    }
}

uint32_t uk_text_letter(const char **s)
{
    const unsigned char *p = (const unsigned char *)*s;
    int more = p[0] < 0x80 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;
    uint32_t c = more == 0 ? p[0] : p[0] & (0x3fu >> more);
    int i = 1;
    for (; i <= more && (p[i] & 0xc0) == 0x80; i++)
        c = c << 6 | (p[i] & 0x3fu);
    *s += i;
    return c;
}

void uk_text_tame(char *s)
{
    unsigned char *p = (unsigned char *)s;
    size_t n = strlen(s);
    while (n > 0) {
        size_t length = sequence(p, n);
        if (!length || acts(p)) {
            size_t bad = length ? length : 1;
            unsigned char mark = p[0] == '\n' ? ' ' : '?';
            for (size_t i = 0; i < bad; i++)
                p[i] = mark;
            length = bad;
        }
        p += length;
        n -= length;
    }
}

#define LONGEST_NAME 64

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Optimal string alignment: insert, delete, change, swap neighbours. */
static size_t distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST_NAME + 1];
    size_t m = strlen(a), n = strlen(b);
    if (m > LONGEST_NAME || n > LONGEST_NAME)
        return LONGEST_NAME;
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n; j++)
        last[j] = j;
    for (size_t i = 1; i <= m; i++) {
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            row[j] = least(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        size_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[n];
}

const char *uk_text_nearest(const char *wanted, const char *const *names)
{
    size_t n = strlen(wanted), best_distance = n / 3 + 1;
    const char *best = NULL, *begins_alike = NULL;
    if (n > LONGEST_NAME)
        return NULL;
    for (; *names; names++) {
        size_t d = distance(wanted, *names);
        if (d < best_distance) {
            best = *names;
            best_distance = d;
        }
        if (!begins_alike && n >= 3 && strncmp(wanted, *names, 3) == 0)
            begins_alike = *names;
    }
    return best ? best : begins_alike;
}

char *uk_text_format(const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *text = n < 0 ? NULL : malloc((size_t)n + 1);
    if (text)
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return text;
}

unsigned long long uk_text_hash(unsigned long long hash, const void *bytes, size_t n)
{
    for (const unsigned char *p = bytes; n > 0; p++, n--)
        hash = (hash ^ *p) * 0x100000001b3ull;
    return hash;
}
