#include "engine.h"
#include "lanes.h"
#include "plan.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOTE_TO_S 1.5   /* a tone is shorter than this, */
#define NOTE_FROM_S 0.2 /* at the turn of a breath also longer than this, */
#define NOTE_LATE_S 0.5 /* and begins with the turn or a little later */
#define TONES_GAP_S 12  /* tones further apart than this are not told in one line */

/* One line of the timetable: item `index` of its kind, and those after it that are told in the same line. */
struct line {
    int64_t at_frames, last_frames;
    enum { LINE_MARK, LINE_SPAN, LINE_CUE } kind; /* in this order where they begin together */
    size_t index, times;
};

struct table {
    const struct unknot *u;
    FILE *out;
    double rate;
    int clock_width;
};

static int by_time(const void *a, const void *b)
{
    const struct line *x = a, *y = b;
    if (x->at_frames != y->at_frames)
        return x->at_frames < y->at_frames ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* The caller frees the result. NULL: no memory. */
static struct line *sorted_lines(const struct unknot *u, size_t *count)
{
    size_t marks = unknot_mark_count(u), spans = unknot_span_count(u), cues = unknot_cue_count(u), n = 0;
    struct line *lines = calloc(marks + spans + cues + 1, sizeof *lines);
    struct unknot_mark mark;
    struct unknot_span span;
    struct unknot_cue cue;
    for (size_t i = 0; lines && i < marks; i++)
        if (unknot_mark(u, i, &mark) == UNKNOT_OK && mark.level < UK_QUESTION)
            lines[n++] = (struct line){mark.at_frames, mark.at_frames, LINE_MARK, i, 1};
    for (size_t i = 0; lines && i < spans; i++)
        if (unknot_span(u, i, &span) == UNKNOT_OK)
            lines[n++] = (struct line){span.at_frames, span.at_frames, LINE_SPAN, i, 1};
    for (size_t i = 0; lines && i < cues; i++)
        if (unknot_cue(u, i, &cue) == UNKNOT_OK)
            lines[n++] = (struct line){cue.at_frames, cue.at_frames, LINE_CUE, i, 1};
    if (lines)
        qsort(lines, n, sizeof *lines, by_time);
    *count = n;
    return lines;
}

static int64_t whole_breath(const struct unknot_cue *c)
{
    return c->phases_frames[0] + c->phases_frames[1] + c->phases_frames[2] + c->phases_frames[3];
}

static bool is_breath(const struct unknot_cue *c)
{
    return whole_breath(c) > 0 && strcmp(c->kind, "breath") == 0;
}

/* A short sound of one pitch. What rings longer, a bell or the bowl at the end, has a line of its own. */
static bool is_tone(const struct table *t, const struct unknot_cue *c)
{
    bool struck = strcmp(c->kind, "bowl") == 0 || strcmp(c->kind, "chime") == 0;
    return strcmp(c->kind, "sine") == 0 || (struck && (double)c->length_frames < NOTE_TO_S * t->rate);
}

static bool is_cut(const struct unknot_cue *c, double rate)
{
    return (double)(whole_breath(c) - c->length_frames) > 0.1 * rate;
}

/* Whether a tone only says that `breath` turns now; it is zeroed before the first. */
static bool marks_turn(const struct table *t, const struct unknot_cue *tone, const struct unknot_cue *breath)
{
    if (!is_breath(breath) || (double)tone->length_frames < NOTE_FROM_S * t->rate)
        return false;
    int64_t turn = breath->at_frames, end = breath->at_frames + breath->length_frames;
    for (int i = 0; i <= 4 && turn <= end; i++) {
        double late = (double)(tone->at_frames - turn);
        if (late >= -0.02 * t->rate && late < NOTE_LATE_S * t->rate)
            return true;
        turn += i < 4 ? breath->phases_frames[i] : 0;
    }
    return false;
}

static bool same_breath(const struct unknot_cue *a, const struct unknot_cue *b, double rate)
{
    for (int i = 0; i < 4; i++)
        if (fabs((double)(a->phases_frames[i] - b->phases_frames[i])) > 0.05 * rate)
            return false;
    return fabs((double)(b->at_frames - a->at_frames - whole_breath(a))) < 0.1 * rate;
}

/* Joins breaths that follow each other and tones in a row into the first line of them, within a step; `times` 0 is told elsewhere. */
static void join(const struct table *t, struct line *lines, size_t count)
{
    struct line *breaths = NULL, *tones = NULL;
    struct unknot_cue cue, breath = {0};
    for (size_t i = 0; i < count; i++) {
        if (lines[i].kind == LINE_MARK)
            breaths = tones = NULL;
        if (lines[i].kind != LINE_CUE || unknot_cue(t->u, lines[i].index, &cue) != UNKNOT_OK)
            continue;
        if (is_breath(&cue)) {
            bool more = breaths && !is_cut(&cue, t->rate) && same_breath(&breath, &cue, t->rate);
            if (more)
                lines[i].times = 0;
            else
                breaths = &lines[i];
            breaths->times += more;
            breath = cue;
        } else if (is_tone(t, &cue) && marks_turn(t, &cue, &breath)) {
            lines[i].times = 0;
        } else if (is_tone(t, &cue)) {
            bool more = tones && (double)(cue.at_frames - tones->last_frames) < TONES_GAP_S * t->rate;
            if (more)
                lines[i].times = 0;
            else
                tones = &lines[i];
            tones->times += more;
            tones->last_frames = cue.at_frames;
        }
    }
}

/* What a script wrote, on one line: control characters become spaces. */
static void put(const struct table *t, const char *text)
{
    for (; *text; text++)
        putc((unsigned char)*text < ' ' || *text == 0x7f ? ' ' : *text, t->out);
}

/* "0.6 s", "25 s", "5:58". */
static const char *duration(const struct table *t, char out[32], int64_t frames)
{
    double s = (double)frames / t->rate;
    if (s >= 120)
        return uk_engine_clock(out, frames + (int64_t)(t->rate / 2), (uint32_t)t->rate, false);
    snprintf(out, 32, "%.*f s", fabs(s - round(s)) < 0.05 ? 0 : 1, s);
    return out;
}

/* "breath: 4 in, 7 hold, 8 out, 3 times" */
static void print_breath(const struct table *t, const struct unknot_cue *c, size_t times)
{
    static const char *const names[] = {"in", "hold", "out", "rest"};
    const char *between = "breath: ";
    for (int i = 0; i < 4; i++) {
        double s = (double)c->phases_frames[i] / t->rate;
        if (c->phases_frames[i] <= 0)
            continue;
        fprintf(t->out, "%s%.*f %s", between, fabs(s - round(s)) < 0.05 ? 0 : 1, s, names[i]);
        between = ", ";
    }
    if (times > 1)
        fprintf(t->out, ", %zu times", times);
    char cut[32];
    if (is_cut(c, t->rate))
        fprintf(t->out, ", cut after %s", duration(t, cut, c->length_frames));
}

static void print_cue(const struct table *t, const struct line *line)
{
    struct unknot_cue cue;
    char text[32];
    unknot_cue(t->u, line->index, &cue);
    if (strcmp(cue.kind, "phrase") == 0) {
        put(t, cue.text);
        return;
    }
    fputs("    ", t->out);
    if (is_breath(&cue)) {
        print_breath(t, &cue, line->times);
    } else if (line->times > 1) {
        uk_engine_clock(text, line->last_frames, (uint32_t)t->rate, false);
        fprintf(t->out, "%zu tones, the last at %s", line->times, text);
    } else {
        fprintf(t->out, "%s%s", is_tone(t, &cue) ? "tone" : cue.kind, *cue.text ? " " : "");
        put(t, cue.text);
        fprintf(t->out, ", %s", duration(t, text, cue.length_frames));
    }
}

static void print_line(const struct table *t, const struct line *line, bool first)
{
    struct unknot_mark mark;
    struct unknot_span span;
    char at[32], length[32];
    uk_engine_clock(at, line->at_frames, (uint32_t)t->rate, false);
    if (line->kind == LINE_MARK) {
        unknot_mark(t->u, line->index, &mark);
        bool part = mark.level <= 1;
        fprintf(t->out, "%s%*s  ", part && !first ? "\n" : "", t->clock_width + (part ? 0 : 4), at);
        put(t, mark.title);
        putc('\n', t->out);
        return;
    }
    fprintf(t->out, "%*s  ", t->clock_width + 4, at);
    if (line->kind == LINE_SPAN) {
        unknot_span(t->u, line->index, &span);
        fprintf(t->out, "    press %s, %s, level %g, %s", span.point, span.side, span.level, duration(t, length, span.length_frames));
    } else {
        print_cue(t, line);
    }
    putc('\n', t->out);
}

static void print_notes(const struct table *t)
{
    struct unknot_note note;
    if (unknot_note_count(t->u) > 0)
        fputs("\nnotes\n", t->out);
    for (size_t i = 0; i < unknot_note_count(t->u); i++) {
        if (unknot_note(t->u, i, &note) != UNKNOT_OK)
            continue;
        if (note.line > 0)
            fprintf(t->out, "  line %d: %s\n", note.line, note.text);
        else
            fprintf(t->out, "  %s\n", note.text);
    }
}

int uk_plan_text(FILE *out, const struct unknot *u)
{
    char clock[32];
    size_t count;
    struct line *lines = sorted_lines(u, &count);
    if (!lines)
        return UNKNOT_NO_MEMORY;
    uk_engine_clock(clock, unknot_length_frames(u), unknot_rate(u), false);
    struct table t = {u, out, unknot_rate(u), (int)strlen(clock)};
    join(&t, lines, count);
    fprintf(out, "%s: %s long\n\n", unknot_loaded(u)->name, clock);
    uk_lanes_print(out, u);
    putc('\n', out);
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].times == 0)
            continue;
        print_line(&t, &lines[i], first);
        first = false;
    }
    free(lines);
    print_notes(&t);
    return 0;
}
