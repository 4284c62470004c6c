#include "engine.h"
#include "markup.h"
#include "plan_svg.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MARGIN 10.0
#define ROWS_MOST 8
#define ROW_GAP 12.0
#define AXIS 12.0
#define NOTES_MOST 12
#define A4_PIXELS 1020.0 /* height of a printed page, at 96 an inch */

static const char style[] = ".unknot{width:100%;height:auto;max-width:980px}"
                            ".unknot text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;fill:#2a2f36}"
                            ".unknot .h{font-size:17px;font-weight:bold}"
                            ".unknot .t{font-size:10.5px;font-weight:bold}"
                            ".unknot .u{font-size:10px}"
                            ".unknot .s{font-size:9px;fill:#59616b}"
                            ".unknot .n{font-size:9px;text-anchor:end;fill:#59616b}"
                            ".unknot .k{font-size:8.5px;fill:#59616b;text-anchor:middle}"
                            ".unknot .o{font-size:9px;font-weight:bold;text-anchor:middle}"
                            ".unknot .paper{fill:#fff}"
                            ".unknot .g{stroke:#e2e5e9;fill:none}"
                            ".unknot .m{stroke:#59616b;fill:none}"
                            ".unknot .d{stroke:#8b939d;stroke-dasharray:1 2;fill:none}"
                            ".unknot .v{fill:#41617d}"
                            ".unknot .a{stroke:#2a2f36;fill:none}"
                            ".unknot .i{fill:#2a2f36}"
                            ".unknot .b{fill:#d8e8e4;stroke:#3c766b;stroke-width:1.2}"
                            ".unknot .e{fill:#b4bac2}"
                            ".unknot .p{fill:#f2dccf}"
                            ".unknot .q{stroke:#94502f;stroke-width:1.2;fill:none}";

static const char dark[] = "@media screen and (prefers-color-scheme:dark){"
                           ".unknot text{fill:#e4e7eb}"
                           ".unknot .s,.unknot .n,.unknot .k{fill:#a4acb6}"
                           ".unknot .paper{fill:#16191d}"
                           ".unknot .g{stroke:#30353c}"
                           ".unknot .m{stroke:#a4acb6}"
                           ".unknot .v{fill:#8fb0cd}"
                           ".unknot .a{stroke:#e4e7eb}"
                           ".unknot .i{fill:#e4e7eb}"
                           ".unknot .b{fill:#21413b;stroke:#7fbcb0}"
                           ".unknot .e{fill:#5a626c}"
                           ".unknot .p{fill:#5a3626}"
                           ".unknot .q{stroke:#dda183}}";

/* As few rows as are easy to read, and never so many that a page would not hold them. */
static int64_t row_seconds(double total_s)
{
    static const int64_t steps[] = {5, 10, 15, 30, 60, 90, 120, 180, 240, 300, 360, 480, 600, 900, 1200, 1800, 3600, 7200, 10800};
    size_t i = 0, last = sizeof steps / sizeof *steps - 1;
    double most = total_s <= 60 * UK_SVG_OVERRUN ? 1 : ROWS_MOST;
    while (i < last && (double)steps[i] * (most - 1 + UK_SVG_OVERRUN) < total_s)
        i++;
    return most > 1 && steps[i] < 60 ? 60 : steps[i];
}

static const char *row_words(char out[64], int64_t seconds)
{
    if (seconds == 60 || seconds == 3600)
        snprintf(out, 64, "%s", seconds == 60 ? "a minute" : "an hour");
    else if (seconds % 60 == 0)
        snprintf(out, 64, "%" PRId64 " minutes", seconds / 60);
    else
        snprintf(out, 64, "%" PRId64 " seconds", seconds);
    return out;
}

static int64_t tick_frames(const struct uk_picture *p)
{
    static const int64_t steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && (double)steps[i] * p->rate / (double)p->row_frames * UK_SVG_PLOT < 45)
        i++;
    return steps[i] * (int64_t)p->rate;
}

static void draw_axis(const struct uk_picture *p, double top, double bottom)
{
    char clock[32];
    int64_t tick = tick_frames(p);
    for (int64_t at = p->from; at < p->to && at < p->length; at += tick) {
        double x = uk_svg_x(p, at);
        fprintf(p->out, "<path class='g' d='M%.1f %.1fV%.1f'/>", x, top, bottom);
        if (at > p->from && x < UK_SVG_PLOT - 4)
            uk_svg_text(p->out, x, bottom + 9, "k", 8.5, 60, uk_engine_clock(clock, at, (uint32_t)p->rate, false));
    }
    putc('\n', p->out);
}

/* The bar line at the end, as in a score. */
static void draw_end(const struct uk_picture *p, double top, double bottom)
{
    double x = uk_svg_x(p, p->length);
    fprintf(p->out, "<path class='m' d='M%.1f %.1fV%.1f'/><path class='m' stroke-width='2.5' d='M%.1f %.1fV%.1f'><title>The end</title></path>", x, top,
            bottom, x + 3, top, bottom);
}

/* Draws the row at `y` and returns its height. The lanes come first into a text of their own: the lines behind them are as high. */
static double draw_row(const struct uk_picture *row, double y)
{
    struct uk_picture p = *row;
    char clock[32], *lanes = NULL;
    size_t size;
    double top = uk_svg_steps(&p, 0, false), bottom = top;
    p.out = open_memstream(&lanes, &size);
    if (!p.out)
        return -1;
    bottom += uk_svg_voice(&p, bottom);
    bottom += uk_svg_tones(&p, bottom);
    bottom += uk_svg_breath(&p, bottom);
    bottom += uk_svg_bed(&p, bottom);
    bottom += uk_svg_press(&p, bottom);
    if (fclose(p.out)) {
        free(lanes);
        return -1;
    }
    p.out = row->out;
    bottom = fmax(bottom, top + 12);
    fprintf(p.out, "<g transform='translate(%g %.1f)'>\n", UK_SVG_GUTTER + MARGIN, y);
    uk_svg_text(p.out, -UK_SVG_GUTTER, top - 4, "t", 10.5, UK_SVG_GUTTER, uk_engine_clock(clock, p.from, (uint32_t)p.rate, false));
    draw_axis(&p, top, bottom);
    fputs(lanes, p.out);
    free(lanes);
    uk_svg_steps(&p, bottom, true);
    if (p.to >= p.length)
        draw_end(&p, top, bottom);
    fputs("</g>\n", p.out);
    return bottom + AXIS;
}

/* The text in at most `most` lines, broken at spaces where there are any. Returns their height. */
static double draw_lines(FILE *out, double y, const char *class, double font, int most, const char *text)
{
    double width = UK_SVG_WIDTH - 2 * MARGIN, height = 0;
    for (int n = 1; *text && n <= most; n++, height += font + 4) {
        char line[1024];
        size_t bytes = uk_svg_fit(text, font, width), whole = bytes;
        if (n == most || !text[bytes] || bytes >= sizeof line) {
            uk_svg_text(out, MARGIN, y + height, class, font, width, text);
            return height + font + 4;
        }
        while (whole > 0 && text[whole] != ' ')
            whole--;
        bytes = whole > 0 ? whole : bytes;
        snprintf(line, sizeof line, "%.*s", (int)bytes, text);
        uk_svg_text(out, MARGIN, y + height, class, font, width, line);
        text += bytes + strspn(text + bytes, " ");
    }
    return height;
}

static double draw_notes(const struct uk_picture *p, double y)
{
    size_t count = unknot_note_count(p->u);
    double top = y;
    struct unknot_note note;
    char line[480];
    if (count == 0)
        return 0;
    uk_svg_text(p->out, MARGIN, y += 12, "t", 10.5, 300, "Notes");
    y += 14;
    for (size_t i = 0; i < count && i < NOTES_MOST; i++) {
        if (unknot_note(p->u, i, &note) != UNKNOT_OK)
            continue;
        if (note.line > 0)
            snprintf(line, sizeof line, "Line %d: %s", note.line, note.text);
        else
            snprintf(line, sizeof line, "%s", note.text);
        y += draw_lines(p->out, y, "s", 9, 3, line) + 2;
    }
    if (count > NOTES_MOST) {
        snprintf(line, sizeof line, "And %zu more: unknot plan lists them.", count - NOTES_MOST);
        y += draw_lines(p->out, y, "s", 9, 1, line);
    }
    return y - top;
}

/* Everything below the head of the file. Returns the height of the page, or -1: no memory. */
static double draw_page(struct uk_picture *p)
{
    char clock[32], words[64], line[160];
    double y = MARGIN + 16;
    int64_t row_s = row_seconds((double)p->length / p->rate);
    p->row_frames = row_s * (int64_t)p->rate;
    y += draw_lines(p->out, y, "h", 17, 2, unknot_loaded(p->u)->title) - 4;
    uk_engine_clock(clock, p->length, (uint32_t)p->rate, false);
    if (p->length > p->row_frames * UK_SVG_OVERRUN)
        snprintf(line, sizeof line, "%s long; a row is %s", clock, row_words(words, row_s));
    else
        snprintf(line, sizeof line, "%s long", clock);
    uk_svg_text(p->out, MARGIN, y, "u", 10, UK_SVG_WIDTH - 2 * MARGIN, line);
    y += ROW_GAP;
    for (p->from = 0; p->from < p->length; p->from = p->to) {
        p->to = p->from + p->row_frames;
        if ((double)p->length <= (double)p->from + (double)p->row_frames * UK_SVG_OVERRUN)
            p->to = p->to > p->length ? p->to : p->length;
        double height = draw_row(p, y);
        if (height < 0)
            return -1;
        y += height + ROW_GAP;
    }
    return y + draw_notes(p, y);
}

/* In words, for who does not see it. */
static void write_description(FILE *out, const struct unknot *u)
{
    struct unknot_mark mark;
    char clock[32];
    uint32_t rate = unknot_rate(u);
    const char *between = " Steps: ";
    fprintf(out, "<desc>The session from its start to its end, %s long, in rows: what is said, tones, the breath, and how firmly each place is pressed.",
            uk_engine_clock(clock, unknot_length_frames(u), rate, false));
    for (size_t i = 0; i < unknot_mark_count(u); i++) {
        if (unknot_mark(u, i, &mark) != UNKNOT_OK || mark.level > 1)
            continue;
        fprintf(out, "%s%s ", between, uk_engine_clock(clock, mark.at_frames, rate, false));
        uk_markup_write(out, mark.title, SIZE_MAX);
        between = "; ";
    }
    fprintf(out, "%s</desc>\n", *between == ';' ? "." : "");
}

int uk_plan_svg(FILE *out, const struct unknot *u)
{
    char *page = NULL;
    size_t size;
    struct uk_picture p = {.u = u, .rate = unknot_rate(u), .length = unknot_length_frames(u), .out = open_memstream(&page, &size)};
    if (!p.out)
        return UNKNOT_NO_MEMORY;
    double height = ceil(draw_page(&p) + MARGIN);
    if (fclose(p.out) || height < MARGIN) {
        free(page);
        return UNKNOT_NO_MEMORY;
    }
    fprintf(out, "<?xml version='1.0' encoding='UTF-8'?>\n<svg xmlns='http://www.w3.org/2000/svg' version='1.1' class='unknot' viewBox='0 0 %g %g'>\n", UK_SVG_WIDTH,
            height);
    uk_svg_title(out, unknot_loaded(u)->title);
    putc('\n', out);
    write_description(out, u);
    fprintf(out, "<style type='text/css'>%s%s@media print{.unknot{max-width:%.0fpx}}</style>\n", style, dark, fmin(720, UK_SVG_WIDTH * A4_PIXELS / height));
    fprintf(out, "<clipPath id='unknot-row'><rect y='-2' width='%g' height='999'/></clipPath>\n", UK_SVG_PLOT);
    fprintf(out, "<rect class='paper' width='%g' height='%g'/>\n", UK_SVG_WIDTH, height);
    fputs(page, out);
    fputs("</svg>\n", out);
    free(page);
    return 0;
}
