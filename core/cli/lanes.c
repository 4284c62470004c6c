#include "lanes.h"

#include "engine.h"

#include <string.h>

#define COLUMNS 68
#define LABEL 7

struct lane {
    char cells[COLUMNS][5]; /* a letter each; "" belongs to the wide one before it */
};

static struct lane empty_lane(void)
{
    struct lane l;
    for (int i = 0; i < COLUMNS; i++)
        strcpy(l.cells[i], " ");
    return l;
}

static void put(struct lane *l, int at, char letter)
{
    l->cells[at][0] = letter;
    l->cells[at][1] = '\0';
}

static int column(int64_t at, int64_t length)
{
    int c = length > 0 ? (int)((double)at * COLUMNS / (double)length) : 0;
    return c < 0 ? 0 : c >= COLUMNS ? COLUMNS - 1 : c;
}

/* From the column where it begins up to the one where it ends: at least one, so that nothing is left out. */
static void fill(struct lane *l, int64_t at, int64_t frames, int64_t length, char letter)
{
    int first = column(at, length), last = column(at + (frames > 0 ? frames - 1 : 0), length);
    for (int i = first; i <= last; i++)
        put(l, i, letter);
}

static void print_lane(FILE *out, const char *label, const struct lane *l)
{
    int end = COLUMNS;
    while (end > 0 && strcmp(l->cells[end - 1], " ") == 0)
        end--;
    if (end == 0)
        return;
    fprintf(out, "%-*s", LABEL, label);
    for (int i = 0; i < end; i++)
        fputs(l->cells[i], out);
    putc('\n', out);
}

/* Writes over the lane from `at`, as far as `end`, and no further. */
static void put_word(struct lane *l, int at, int end, const char *word)
{
    char letter[5];
    int width;
    end = end < COLUMNS ? end : COLUMNS;
    while (*word) {
        word += uk_terminal_character(word, letter, &width);
        if (at + width > end)
            return;
        if (width > 0)
            strcpy(l->cells[at], letter);
        if (width > 1)
            l->cells[at + 1][0] = '\0';
        at += width;
    }
}

static int64_t tick_seconds(double total_s)
{
    static const int64_t steps[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && (double)steps[i] * COLUMNS / total_s < 9)
        i++;
    return steps[i];
}

static void print_axis(FILE *out, int64_t length, uint32_t rate)
{
    struct lane l = empty_lane();
    int64_t tick = tick_seconds((double)length / rate) * rate;
    for (int64_t at = 0; at < length; at += tick) {
        char clock[32];
        int c = column(at, length);
        uk_engine_clock(clock, at, rate, false);
        if (c + (int)strlen(clock) <= COLUMNS)
            put_word(&l, c, COLUMNS, clock);
    }
    print_lane(out, "", &l);
}

static void print_steps(FILE *out, const struct unknot *u, int64_t length)
{
    struct lane l = empty_lane();
    struct unknot_mark mark, next;
    size_t count = unknot_mark_count(u);
    for (size_t i = 0; i < count; i++) {
        if (unknot_mark(u, i, &mark) != UNKNOT_OK || mark.level != 1)
            continue;
        int end = COLUMNS;
        for (size_t k = i + 1; k < count && end == COLUMNS; k++)
            if (unknot_mark(u, k, &next) == UNKNOT_OK && next.level == 1)
                end = column(next.at_frames, length);
        int c = column(mark.at_frames, length);
        put(&l, c, '|');
        put_word(&l, c + 1, end - 1, mark.title);
    }
    print_lane(out, "steps", &l);
}

/* '#' where a bus sounds for half of a column's time or more, '.' where for less. */
static void print_bus(FILE *out, const struct unknot *u, int64_t length, const char *bus)
{
    struct lane l = empty_lane();
    struct unknot_cue cue;
    double frames = (double)length / COLUMNS, sounding[COLUMNS] = {0};
    for (size_t i = 0; i < unknot_cue_count(u); i++) {
        if (unknot_cue(u, i, &cue) != UNKNOT_OK || strcmp(cue.bus, bus) != 0)
            continue;
        double from = (double)cue.at_frames, to = from + (double)(cue.length_frames > 0 ? cue.length_frames : 1);
        for (int c = column(cue.at_frames, length); c < COLUMNS && c * frames < to; c++) {
            double left = c * frames > from ? c * frames : from, right = (c + 1) * frames < to ? (c + 1) * frames : to;
            if (right > left)
                sounding[c] += (right - left) / frames;
        }
    }
    for (int c = 0; c < COLUMNS; c++)
        put(&l, c, sounding[c] >= 0.5 ? '#' : sounding[c] > 0 ? '.' : ' ');
    print_lane(out, bus, &l);
}

static void print_spans(FILE *out, const struct unknot *u, int64_t length)
{
    struct lane l = empty_lane();
    struct unknot_span span;
    for (size_t i = 0; i < unknot_span_count(u); i++) {
        if (unknot_span(u, i, &span) != UNKNOT_OK)
            continue;
        int level = (int)(span.level + 0.5);
        fill(&l, span.at_frames, span.length_frames, length, level > 9 ? '9' : level < 0 ? '0' : (char)('0' + level));
    }
    print_lane(out, "press", &l);
}

void uk_lanes_print(FILE *out, const struct unknot *u)
{
    int64_t length = unknot_length_frames(u);
    if (length <= 0)
        return;
    print_axis(out, length, unknot_rate(u));
    print_steps(out, u, length);
    print_bus(out, u, length, "voice");
    print_bus(out, u, length, "tone");
    print_bus(out, u, length, "bed");
    print_spans(out, u, length);
}
