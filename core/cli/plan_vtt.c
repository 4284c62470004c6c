#include "engine.h"
#include "markup.h"
#include "plan.h"

#include <inttypes.h>
#include <string.h>

#define LINE_WIDTH 40

static int64_t milliseconds(int64_t frames, uint32_t rate)
{
    return frames / rate * 1000 + (frames % rate * 1000 + rate / 2) / rate;
}

static void write_time(FILE *out, int64_t ms)
{
    fprintf(out, "%02" PRId64 ":%02" PRId64 ":%02" PRId64 ".%03" PRId64, ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

/* How many code points of `text` go on this line: up to the space nearest to `wanted`, or all. */
static size_t break_at(const char *text, size_t wanted)
{
    size_t before = 0, n = 0;
    uint32_t c;
    while ((c = uk_markup_next(&text))) {
        if (c == ' ' && n > 0) {
            if (n >= wanted)
                return before && wanted - before < n - wanted ? before : n;
            before = n;
        }
        n++;
    }
    return before && wanted < n && wanted - before < n - wanted ? before : n;
}

/* Lines of about the same length, as few as keep to the width. */
static void write_caption(FILE *out, const char *text)
{
    size_t left = uk_markup_count(text);
    for (size_t lines = (left + LINE_WIDTH - 1) / LINE_WIDTH; left > 0; lines -= lines > 1) {
        size_t n = lines > 1 ? break_at(text, left / lines) : left;
        const char *rest = text;
        for (size_t i = 0; i < n; i++)
            uk_markup_next(&rest);
        uk_markup_write(out, text, (size_t)(rest - text));
        putc('\n', out);
        left -= n;
        text = rest;
        while (*text == ' ') {
            text++;
            left--;
        }
    }
}

/* The steps that begin up to `until`, as notes: players show none of them. */
static size_t write_steps(FILE *out, const struct unknot *u, size_t from, int64_t until)
{
    struct unknot_mark mark;
    char clock[32];
    for (; from < unknot_mark_count(u) && unknot_mark(u, from, &mark) == UNKNOT_OK && mark.at_frames <= until; from++) {
        if (mark.level >= UK_QUESTION)
            continue;
        fprintf(out, "\nNOTE %s ", uk_engine_clock(clock, mark.at_frames, unknot_rate(u), false));
        uk_markup_write(out, mark.title, SIZE_MAX);
        putc('\n', out);
    }
    return from;
}

int uk_plan_vtt(FILE *out, const struct unknot *u)
{
    struct unknot_cue cue;
    uint32_t rate = unknot_rate(u);
    size_t steps = 0;
    fputs("WEBVTT\n\nNOTE ", out);
    uk_markup_write(out, unknot_loaded(u)->title, SIZE_MAX);
    putc('\n', out);
    for (size_t i = 0; i < unknot_cue_count(u); i++) {
        if (unknot_cue(u, i, &cue) != UNKNOT_OK || strcmp(cue.kind, "phrase") != 0 || cue.text[strspn(cue.text, " ")] == '\0')
            continue;
        int64_t at = milliseconds(cue.at_frames, rate), end = milliseconds(cue.at_frames + cue.length_frames, rate);
        steps = write_steps(out, u, steps, cue.at_frames);
        putc('\n', out);
        write_time(out, at);
        fputs(" --> ", out);
        write_time(out, end > at ? end : at + 1);
        putc('\n', out);
        write_caption(out, cue.text + strspn(cue.text, " "));
    }
    write_steps(out, u, steps, INT64_MAX);
    return 0;
}
