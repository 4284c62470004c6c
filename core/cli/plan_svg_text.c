#include "markup.h"
#include "plan_svg.h"

#include <math.h>
#include <string.h>

void uk_svg_attribute(FILE *out, const char *name, double value)
{
    double tenths = round(value * 10);
    fprintf(out, " %s='%.*f'", name, fmod(tenths, 10) != 0, tenths / 10 + 0.0);
}

void uk_svg_title(FILE *out, const char *text)
{
    fputs("<title>", out);
    uk_markup_write(out, text, SIZE_MAX);
    fputs("</title>", out);
}

/* Of one character, in widths of an m: as wide as those of the usual fonts, or a little wider. */
static double character_width(uint32_t c)
{
    if (c < 0x80 && strchr("iIjlft.,:;'|!()[] /-", (int)c))
        return 0.33;
    if (c < 0x80)
        return strchr("mwMW@%", (int)c) ? 0.9 : c >= 'A' && c <= 'Z' ? 0.7 : 0.56;
    if (c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x300 && c < 0x370))
        return 0;
    return c >= 0x1100 && (c < 0x2000 || c >= 0x2e80) ? 1.2 : 0.62;
}

double uk_svg_width(const char *text, double font)
{
    double width = 0;
    uint32_t c;
    while ((c = uk_markup_next(&text)))
        width += character_width(c) * font;
    return width;
}

size_t uk_svg_fit(const char *text, double font, double width)
{
    const char *p = text, *end = text;
    double sum = 0;
    while (*p && (sum += character_width(uk_markup_next(&p)) * font) <= width)
        end = p;
    return (size_t)(end - text);
}

void uk_svg_text(FILE *out, double x, double y, const char *style, double font, double width, const char *text)
{
    bool all = text[uk_svg_fit(text, font, width)] == '\0';
    size_t bytes = all ? SIZE_MAX : uk_svg_fit(text, font, width - font);
    fprintf(out, "<text class='%s'", style);
    uk_svg_attribute(out, "x", x);
    uk_svg_attribute(out, "y", y);
    putc('>', out);
    uk_markup_write(out, text, bytes);
    fputs(all ? "</text>" : "\u2026</text>", out);
}
