#include "engine.h"
#include "json.h"
#include "lanes.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* One line of the timetable: item `index` of its kind. */
struct line {
    int64_t at_frames;
    enum { LINE_MARK, LINE_SPAN, LINE_CUE } kind; /* in this order where they begin together */
    size_t index;
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
            lines[n++] = (struct line){mark.at_frames, LINE_MARK, i};
    for (size_t i = 0; lines && i < spans; i++)
        if (unknot_span(u, i, &span) == UNKNOT_OK)
            lines[n++] = (struct line){span.at_frames, LINE_SPAN, i};
    for (size_t i = 0; lines && i < cues; i++)
        if (unknot_cue(u, i, &cue) == UNKNOT_OK)
            lines[n++] = (struct line){cue.at_frames, LINE_CUE, i};
    if (lines)
        qsort(lines, n, sizeof *lines, by_time);
    *count = n;
    return lines;
}

static void print_line(const struct unknot *u, const struct line *line, bool first)
{
    struct unknot_mark mark;
    struct unknot_span span;
    struct unknot_cue cue;
    char at[32];
    uint32_t rate = unknot_rate(u);
    uk_engine_clock(at, line->at_frames, rate, true);
    switch (line->kind) {
    case LINE_MARK:
        unknot_mark(u, line->index, &mark);
        printf("%s%9s  %s\n", mark.level <= 1 && !first ? "\n" : "", at, mark.title);
        break;
    case LINE_SPAN:
        unknot_span(u, line->index, &span);
        printf("%9s  %6.1f s  %-8s %s, %s, level %g\n", at, (double)span.length_frames / rate, "press", span.point, span.side, span.level);
        break;
    case LINE_CUE:
        unknot_cue(u, line->index, &cue);
        printf("%9s  %6.1f s  %s", at, (double)cue.length_frames / rate, cue.kind);
        if (*cue.text)
            printf("%*s %s", 8 - (int)strlen(cue.kind) > 0 ? 8 - (int)strlen(cue.kind) : 0, "", cue.text);
        putchar('\n');
        break;
    }
}

static int print_text(const struct unknot *u)
{
    char clock[32];
    size_t count;
    struct unknot_note note;
    struct line *lines = sorted_lines(u, &count);
    if (!lines)
        return uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    printf("%s: %s long, %" PRId64 " frames at %u a second\n\n", unknot_loaded(u)->name,
           uk_engine_clock(clock, unknot_length_frames(u), unknot_rate(u), true), unknot_length_frames(u), unknot_rate(u));
    uk_lanes_print(stdout, u);
    putchar('\n');
    for (size_t i = 0; i < count; i++)
        print_line(u, &lines[i], i == 0);
    free(lines);
    if (unknot_note_count(u) > 0)
        puts("\nnotes");
    for (size_t i = 0; i < unknot_note_count(u); i++) {
        if (unknot_note(u, i, &note) != UNKNOT_OK)
            continue;
        if (note.line > 0)
            printf("  line %d: %s\n", note.line, note.text);
        else
            printf("  %s\n", note.text);
    }
    return UK_EXIT_DONE;
}

static void write_cues(struct uk_json *j, const struct unknot *u)
{
    struct unknot_cue cue;
    uk_json_open(j, "cues", '[');
    for (size_t i = 0; i < unknot_cue_count(u); i++) {
        if (unknot_cue(u, i, &cue) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", cue.at_frames);
        uk_json_whole(j, "length_frames", cue.length_frames);
        uk_json_text(j, "kind", cue.kind);
        uk_json_text(j, "bus", cue.bus);
        uk_json_text(j, "text", cue.text);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_marks(struct uk_json *j, const struct unknot *u)
{
    struct unknot_mark mark;
    uk_json_open(j, "marks", '[');
    for (size_t i = 0; i < unknot_mark_count(u); i++) {
        if (unknot_mark(u, i, &mark) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", mark.at_frames);
        uk_json_whole(j, "level", mark.level);
        uk_json_text(j, "title", mark.title);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_spans(struct uk_json *j, const struct unknot *u)
{
    struct unknot_span span;
    uk_json_open(j, "spans", '[');
    for (size_t i = 0; i < unknot_span_count(u); i++) {
        if (unknot_span(u, i, &span) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", span.at_frames);
        uk_json_whole(j, "length_frames", span.length_frames);
        uk_json_text(j, "point", span.point);
        uk_json_text(j, "side", span.side);
        uk_json_number(j, "level", span.level);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_notes(struct uk_json *j, const struct unknot *u)
{
    struct unknot_note note;
    uk_json_open(j, "notes", '[');
    for (size_t i = 0; i < unknot_note_count(u); i++) {
        if (unknot_note(u, i, &note) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "line", note.line);
        uk_json_text(j, "text", note.text);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void print_json(const struct unknot *u)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '{');
    uk_json_text(&j, "routine", unknot_loaded(u)->name);
    uk_json_whole(&j, "rate", unknot_rate(u));
    uk_json_whole(&j, "length_frames", unknot_length_frames(u));
    write_cues(&j, u);
    write_marks(&j, u);
    write_spans(&j, u);
    write_notes(&j, u);
    uk_json_close(&j, '}');
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = uk_engine_load(cli, u);
    if (!code && cli->options.format && strcmp(cli->options.format, "json") == 0)
        print_json(u);
    else if (!code)
        code = print_text(u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_plan = {
    .name = "plan",
    .arguments = "ROUTINE",
    .summary = "shows what a routine will do, second by second",
    .about = "Plans a routine and shows the plan: a picture of it, then every step, phrase, sound and press with its time and length.\n"
             "In the picture # is sound, . a little of it, and a digit is how firmly to press (0 to 10).",
    .example = "unknot plan upper-trapezius --minutes 6",
    .flag = UK_PLAN,
    .run = run,
};
