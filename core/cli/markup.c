#include "markup.h"

#include <stdbool.h>

static int following(unsigned char lead)
{
    return lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
}

uint32_t uk_markup_next(const char **text)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const unsigned char *p = (const unsigned char *)*text;
    int n = following(*p), i = 0;
    if (!*p)
        return 0;
    uint32_t c = n <= 0 ? *p : *p & (0x3fu >> n);
    for (i = 1; i <= n && (p[i] & 0xc0) == 0x80; i++)
        c = c << 6 | (p[i] & 0x3f);
    *text += n > 0 ? i : 1;
    if (n < 0 || i <= n || c < least[n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) || (c & 0xfffe) == 0xfffe)
        return 0xfffd;
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ? ' ' : c;
}

size_t uk_markup_count(const char *text)
{
    size_t n = 0;
    while (uk_markup_next(&text))
        n++;
    return n;
}

static void write_character(FILE *out, uint32_t c)
{
    switch (c) {
    case '&':
        fputs("&amp;", out);
        return;
    case '<':
        fputs("&lt;", out);
        return;
    case '>':
        fputs("&gt;", out);
        return;
    }
    if (c < 0x80) {
        putc((int)c, out);
        return;
    }
    int n = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    putc((int)((0xff00u >> (n + 1) & 0xff) | c >> 6 * n), out);
    while (n-- > 0)
        putc((int)(0x80 | (c >> 6 * n & 0x3f)), out);
}

void uk_markup_write(FILE *out, const char *text, size_t bytes)
{
    const char *from = text;
    bool space = false, begun = false;
    for (uint32_t c; (size_t)(text - from) < bytes && (c = uk_markup_next(&text));) {
        if (c != ' ' && space && begun)
            putc(' ', out);
        if (c != ' ')
            write_character(out, c);
        space = c == ' ';
        begun |= c != ' ';
    }
}
