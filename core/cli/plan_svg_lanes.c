#include "plan_svg.h"

#include <math.h>
#include <string.h>

typedef bool belongs(const struct unknot_cue *c);

double uk_svg_x(const struct uk_picture *p, int64_t at)
{
    double x = (double)(at - p->from), most = (double)(p->to - p->from);
    return (x < 0 ? 0 : fmin(x, most)) / (double)p->row_frames * UK_SVG_PLOT;
}

static bool in_row(const struct uk_picture *p, int64_t at, int64_t length)
{
    return at < p->to && (at >= p->from || at + length > p->from);
}

static void write_name(const struct uk_picture *p, double y, const char *name)
{
    putc('\n', p->out);
    uk_svg_text(p->out, -5, y, "n", 9, UK_SVG_GUTTER, name);
}

/* Whether the session has a cue for a lane. */
static bool any(const struct uk_picture *p, belongs *b)
{
    struct unknot_cue cue;
    for (size_t i = 0; i < unknot_cue_count(p->u); i++)
        if (unknot_cue(p->u, i, &cue) == UNKNOT_OK && b(&cue))
            return true;
    return false;
}

/* The next cue of a lane in this row; *i is where to look on. */
static bool next_cue(const struct uk_picture *p, size_t *i, belongs *b, struct unknot_cue *cue)
{
    while (*i < unknot_cue_count(p->u))
        if (unknot_cue(p->u, (*i)++, cue) == UNKNOT_OK && b(cue) && in_row(p, cue->at_frames, cue->length_frames))
            return true;
    return false;
}

static bool is_voice(const struct unknot_cue *c)
{
    return strcmp(c->bus, "voice") == 0;
}

static bool is_breath(const struct unknot_cue *c)
{
    return strcmp(c->kind, "breath") == 0 && c->phases_frames[0] + c->phases_frames[1] + c->phases_frames[2] + c->phases_frames[3] > 0;
}

static bool is_tone(const struct unknot_cue *c)
{
    return strcmp(c->bus, "tone") == 0 && !is_breath(c);
}

static bool is_bed(const struct unknot_cue *c)
{
    return strcmp(c->bus, "bed") == 0 && !is_breath(c);
}

#define RINGS_S 1.5 /* a bell rings longer; a note of a breath does not */

static bool is_struck(const struct uk_picture *p, const struct unknot_cue *c)
{
    if ((double)c->length_frames < RINGS_S * p->rate)
        return false;
    return strcmp(c->kind, "bell") == 0 || strcmp(c->kind, "bowl") == 0 || strcmp(c->kind, "chime") == 0;
}

/* A bar from where a cue begins to where it ends, less a hair that keeps it from the next. */
static void draw_bar(const struct uk_picture *p, const struct unknot_cue *c, const char *style, double y, double height)
{
    double x = uk_svg_x(p, c->at_frames), width = uk_svg_x(p, c->at_frames + c->length_frames) - x - 0.6;
    fprintf(p->out, "<rect class='%s'", style);
    uk_svg_attribute(p->out, "x", x);
    uk_svg_attribute(p->out, "y", y);
    uk_svg_attribute(p->out, "width", fmax(width, 0.8));
    uk_svg_attribute(p->out, "height", height);
    putc('>', p->out);
    uk_svg_title(p->out, *c->text ? c->text : c->kind);
    fputs("</rect>", p->out);
}

double uk_svg_voice(const struct uk_picture *p, double y)
{
    struct unknot_cue cue;
    if (!any(p, is_voice))
        return 0;
    write_name(p, y + 10, "voice");
    for (size_t i = 0; next_cue(p, &i, is_voice, &cue);)
        draw_bar(p, &cue, "v", y + 3, 8);
    return 13;
}

/* Bells are dots that ring out in a line, notes are strokes, what lasts is a bar. */
double uk_svg_tones(const struct uk_picture *p, double y)
{
    struct unknot_cue cue;
    double before = -1;
    if (!any(p, is_tone))
        return 0;
    write_name(p, y + 9, "tones");
    for (size_t i = 0; next_cue(p, &i, is_tone, &cue);) {
        double x = uk_svg_x(p, cue.at_frames), end = uk_svg_x(p, cue.at_frames + cue.length_frames);
        if (is_struck(p, &cue) && cue.at_frames >= p->from)
            fprintf(p->out, "<path class='a' d='M%.1f %.1fH%.1f'/><circle class='i' cx='%.1f' cy='%.1f' r='2.6'><title>%s</title></circle>", x, y + 6, end, x,
                    y + 6, cue.kind);
        else if (is_struck(p, &cue))
            fprintf(p->out, "<path class='a' d='M0 %.1fH%.1f'/>", y + 6, end);
        else if (end - x >= 5)
            draw_bar(p, &cue, "e", y + 4, 4);
        else if (x - before >= 0.7)
            fprintf(p->out, "<path class='a' d='M%.1f %.1fv6'/>", before = x, y + 3);
    }
    return 12;
}

/* One phase of a breath, in `frames` from x = 0: a smooth way from one height to another. `part` of it is drawn, up to a cut. */
static void draw_phase(const struct uk_picture *p, int64_t frames, double rise, double part)
{
    double w = (double)frames / (double)p->row_frames * UK_SVG_PLOT * part, middle = part * part, end = middle * (3 - 2 * part);
    if (rise == 0)
        fprintf(p->out, "h%.2f", w);
    else
        fprintf(p->out, "c%.2f 0 %.2f %.2f %.2f %.2f", w / 3, 2 * w / 3, -rise * middle, w, -rise * end);
}

static void draw_breath(const struct uk_picture *p, const struct unknot_cue *c, double base, double height)
{
    const double rises[] = {height, 0, -height, 0};
    int64_t left = c->length_frames;
    double x = (double)(c->at_frames - p->from) / (double)p->row_frames * UK_SVG_PLOT;
    fprintf(p->out, "M%.1f %.1f", x, base);
    for (int i = 0; i < 4 && left > 0; i++) {
        int64_t frames = c->phases_frames[i];
        if (frames > 0)
            draw_phase(p, frames, rises[i], left < frames ? (double)left / (double)frames : 1);
        left -= frames;
    }
    if (left < 0) /* cut */
        fprintf(p->out, "V%.1f", base);
}

double uk_svg_breath(const struct uk_picture *p, double y)
{
    struct unknot_cue cue;
    const double height = 20, base = y + height + 3;
    if (!any(p, is_breath))
        return 0;
    write_name(p, base - 7, "breath");
    fprintf(p->out, "<path class='b' clip-path='url(#unknot-row)' d='M0 %.1f", base);
    for (size_t i = 0; next_cue(p, &i, is_breath, &cue);)
        draw_breath(p, &cue, base, height);
    fputs("'/>", p->out);
    return height + 6;
}

double uk_svg_bed(const struct uk_picture *p, double y)
{
    struct unknot_cue cue;
    if (!any(p, is_bed))
        return 0;
    write_name(p, y + 7, "bed");
    for (size_t i = 0; next_cue(p, &i, is_bed, &cue);)
        draw_bar(p, &cue, "e", y + 3, 3);
    return 10;
}
