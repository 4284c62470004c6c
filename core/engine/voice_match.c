#include "voice_match.h"

#include "voice_alike.h"
#include "voice_text.h"

#include "../decode/wire.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Probabilities are logarithms. Times are judged by their logarithms too: a fifth longer is a fifth longer. */

#define MOST_CELLS 1500000
#define MOST_STEPS 64
#define ROUNDS 4
#define NEVER (-1e30)

#define START_LETTERS 4.0   /* a line takes as long as its letters and a few more */
#define JUNK (-6.0)         /* a cough, a word beside the text */
#define AGAIN (-4.0)        /* a line is said once more */
#define MISSING (-6.0)      /* a line is left out, */
#define MISSING_EDGE (-3.5) /* more likely before the first and behind the last that is said, */
#define MISSING_MORE (-0.7) /* and then the next one too */
#define GAP_MORE (-5.0)     /* a pause within a line where no mark is */
#define HISS_WEIGHT 0.12    /* what a hundredth of a second says: those beside each other say the same */
#define MOST_ALIKE 6        /* pieces of a line that is said again */
#define ALIKE_PAUSE_S 1.2   /* no line has a longer one in it, as far as that is concerned */
#define ALIKE 0.72          /* as far apart as two lines usually are: below, they are rather the same */
#define ALIKE_WEIGHT 40
#define AGAIN_LEAST (-3)
#define AGAIN_MOST 8
#define USUALLY_APART 2.6
#define LEAST_HISS 0.02     /* of a recording, else it has no high tones */

struct bell {
    double mean, sd; /* of a logarithm */
};

struct model {
    const struct uk_piece *pieces;
    size_t count, lines;
    double *letters;
    int *marks;         /* where a reader may pause within the line */
    double *unlike;     /* 0 to 1: how much of a line is other words than the next one */
    struct hiss {
        float yes[UK_HISS_POINTS], no[UK_HISS_POINTS]; /* what a hiss speaks for the line, and no hiss */
    } *lines_hiss;
    uint32_t *hissed;   /* hundredths that hiss before each, pauses left out; NULL: no use */
    size_t *starts;     /* of the pieces, among these */
    float *alike;       /* of the first, first two ... pieces from each: what speaks for that those behind them say the same again */
    double pace;        /* logarithm of the seconds a letter takes */
    double pace_sd;
    struct bell within, between; /* pauses */
};

/* A cell: so many lines are done with, so many pieces are used, and whether the last line was left out. */
struct cell {
    size_t line, piece;
    int skipping;
};

struct step {
    struct cell to;
    double log_p;
    bool says; /* cell.line, for good, by the pieces up to to.piece */
};

static double density(struct bell b, double seconds)
{
    double z = (log(seconds > 0.01 ? seconds : 0.01) - b.mean) / b.sd;
    return -0.5 * z * z - log(b.sd) - 0.919;
}

static double log_add(double a, double b)
{
    double most = a > b ? a : b, least = a > b ? b : a;
    return least < most - 40 ? most : most + log1p(exp(least - most));
}

/* ---- the model ---- */

/* What the hissing says for or against a line, beside just any line: by how well it hisses where it should. */
static double hiss_speaks(const struct model *x, size_t line, size_t from, size_t to)
{
    double sum = 0, n = (double)(to - from);
    for (int i = 0; i < UK_HISS_POINTS; i++) {
        size_t a = from + (size_t)(n * i / UK_HISS_POINTS), b = from + (size_t)(n * (i + 1) / UK_HISS_POINTS);
        b = b > a ? b : a + 1;
        double share = (double)(x->hissed[b] - x->hissed[a]) / (double)(b - a);
        sum += share * x->lines_hiss[line].yes[i] + (1 - share) * x->lines_hiss[line].no[i];
    }
    return sum * n * HISS_WEIGHT / UK_HISS_POINTS;
}

static double gap_before(const struct model *x, size_t piece)
{
    return piece > 0 ? x->pieces[piece].from_s - x->pieces[piece - 1].to_s : exp(x->between.mean);
}

static double length_of(const struct model *x, size_t piece)
{
    return x->pieces[piece].to_s - x->pieces[piece].from_s;
}

static double junk(const struct model *x, size_t piece)
{
    static const struct bell any_length = {-0.9, 0.8}, any_gap = {-0.2, 1.2};
    return JUNK + density(any_length, length_of(x, piece)) + density(any_gap, gap_before(x, piece));
}

static double missing(const struct model *x, struct cell at)
{
    if (at.skipping)
        return MISSING_MORE;
    return at.piece == 0 || at.piece == x->count ? MISSING_EDGE : MISSING;
}

/* What the sound says of whether a line is said once more. Where the next line is nearly the same words, it says little. */
static double again(const struct model *x, size_t line, size_t piece, size_t count)
{
    double says = count <= MOST_ALIKE ? (double)x->alike[piece * MOST_ALIKE + count - 1] : 0;
    return says > 0 ? says * x->unlike[line] : says;
}

/* All that may come next. */
static size_t steps_from(const struct model *x, struct cell at, struct step *out)
{
    size_t n = 0;
    if (at.piece < x->count)
        out[n++] = (struct step){{at.line, at.piece + 1, at.skipping}, junk(x, at.piece), false};
    if (at.line == x->lines)
        return n;
    out[n++] = (struct step){{at.line + 1, at.piece, 1}, missing(x, at), false};
    double usual_s = exp(x->pace) * x->letters[at.line], said_s = 0;
    double log_p = at.piece < x->count ? density(x->between, gap_before(x, at.piece)) : 0;
    for (size_t i = at.piece; i < x->count && n + 2 <= MOST_STEPS; i++) {
        int more = (int)(i - at.piece) - x->marks[at.line];
        said_s += length_of(x, i);
        if (i > at.piece)
            log_p += density(x->within, gap_before(x, i)) + (more > 0 ? GAP_MORE : 0);
        if (said_s > 3 * usual_s)
            break;
        if (said_s < usual_s / 3)
            continue;
        double all = log_p + density((struct bell){log(usual_s), x->pace_sd}, said_s);
        if (x->hissed)
            all += hiss_speaks(x, at.line, x->starts[at.piece], x->starts[i + 1]);
        out[n++] = (struct step){{at.line + 1, i + 1, 0}, all, true};
        out[n++] = (struct step){{at.line, i + 1, 0}, all + AGAIN + again(x, at.line, at.piece, i + 1 - at.piece), false};
    }
    return n;
}

static size_t index_of(const struct model *x, struct cell c)
{
    return (c.line * (x->count + 1) + c.piece) * 2 + (size_t)c.skipping;
}

static struct cell cell_of(const struct model *x, size_t index)
{
    size_t rest = index / 2;
    return (struct cell){rest / (x->count + 1), rest % (x->count + 1), (int)(index & 1)};
}

static size_t cells(const struct model *x)
{
    return (x->lines + 1) * (x->count + 1) * 2;
}

static const int last_cells = 2; /* those in which all is done */

/* The likeliest way. `best` and `from` have room for all cells. Returns how likely it is. */
static double find_way(const struct model *x, double *best, uint32_t *from, struct uk_match *out)
{
    struct step steps[MOST_STEPS];
    size_t all = cells(x);
    for (size_t i = 0; i < all; i++)
        best[i] = NEVER;
    best[0] = 0;
    for (size_t i = 0; i < all; i++) {
        size_t n = best[i] > NEVER ? steps_from(x, cell_of(x, i), steps) : 0;
        for (size_t k = 0; k < n; k++) {
            size_t to = index_of(x, steps[k].to);
            if (best[i] + steps[k].log_p > best[to]) {
                best[to] = best[i] + steps[k].log_p;
                from[to] = (uint32_t)i;
            }
        }
    }
    size_t at = all - (best[all - 1] > best[all - 2] ? 1 : 2);
    double log_p = best[at];
    memset(out, 0, x->lines * sizeof *out);
    for (; at > 0; at = from[at]) {
        struct cell to = cell_of(x, at), c = cell_of(x, from[at]);
        if (to.line > c.line && to.piece > c.piece)
            out[c.line] = (struct uk_match){c.piece, to.piece - c.piece, 0};
    }
    return log_p;
}

/* How likely all is that comes after each cell. */
static void look_back(const struct model *x, double *after)
{
    struct step steps[MOST_STEPS];
    size_t all = cells(x);
    for (size_t i = all; i-- > 0;) {
        after[i] = i + last_cells >= all ? 0 : NEVER;
        size_t n = steps_from(x, cell_of(x, i), steps);
        for (size_t k = 0; k < n; k++)
            after[i] = log_add(after[i], steps[k].log_p + after[index_of(x, steps[k].to)]);
    }
}

/* How likely the chosen way of each line is beside all other ways. */
static void weigh(const struct model *x, double *before, const double *after, struct uk_match *out)
{
    struct step steps[MOST_STEPS];
    size_t all = cells(x);
    for (size_t i = 0; i < all; i++)
        before[i] = i ? NEVER : 0;
    for (size_t i = 0; i < all; i++) {
        struct cell c = cell_of(x, i);
        size_t n = before[i] > NEVER ? steps_from(x, c, steps) : 0;
        for (size_t k = 0; k < n; k++) {
            const struct step *s = &steps[k];
            size_t to = index_of(x, s->to);
            double p = before[i] + s->log_p;
            before[to] = log_add(before[to], p);
            struct uk_match *m = s->to.line > c.line ? &out[c.line] : NULL;
            if (m && (m->count ? s->says && c.piece == m->first && s->to.piece == m->first + m->count : !s->says))
                m->sure += exp(p + after[to] - after[0]);
        }
    }
}

/* ---- learning what the reader is like ---- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double middle(double *list, size_t n)
{
    qsort(list, n, sizeof *list, by_size);
    return list[n / 2];
}

static double within(double x, double least, double most)
{
    return x < least ? least : x > most ? most : x;
}

/* The middle, and how far from it things are, whatever a few of them are. */
static struct bell bell_of(double *logs, size_t n, double least_sd, double most_sd)
{
    double mean = middle(logs, n);
    for (size_t i = 0; i < n; i++)
        logs[i] = fabs(logs[i] - mean);
    return (struct bell){mean, within(1.48 * middle(logs, n), least_sd, most_sd)};
}

/* Before anything is known: as many of the pauses are between lines as there are lines, the longest. */
static void guess(struct model *x, double pace, double *logs)
{
    size_t gaps = x->count > 1 ? x->count - 1 : 0, split = gaps > x->lines ? gaps - x->lines : 0;
    x->pace = pace;
    x->pace_sd = 0.25;
    x->within = (struct bell){log(0.3), 0.5};
    x->between = (struct bell){log(1.5), 0.7};
    for (size_t i = 0; i < gaps; i++)
        logs[i] = log(fmax(gap_before(x, i + 1), 0.01));
    if (gaps > split) {
        qsort(logs, gaps, sizeof *logs, by_size);
        x->between.mean = logs[split + (gaps - split) / 2];
        x->within.mean = fmin(x->within.mean, x->between.mean - 0.7);
    }
}

static void learn(struct model *x, const struct uk_match *found, double *logs)
{
    size_t n = 0, between = 0, inside = 0;
    for (size_t i = 0; i < x->lines; i++) {
        double said_s = 0;
        for (size_t k = 0; k < found[i].count; k++)
            said_s += length_of(x, found[i].first + k);
        if (found[i].count)
            logs[n++] = log(said_s / x->letters[i]);
    }
    if (n < 3)
        return;
    struct bell pace = bell_of(logs, n, 0.10, 0.30);
    x->pace = pace.mean;
    x->pace_sd = pace.sd;
    for (size_t i = 0; i < x->lines; i++)
        if (found[i].count && found[i].first > 0)
            logs[between++] = log(fmax(gap_before(x, found[i].first), 0.01));
    if (between >= 3)
        x->between = bell_of(logs, between, 0.25, 1.0);
    for (size_t i = 0; i < x->lines; i++)
        for (size_t k = 1; k < found[i].count; k++)
            logs[inside++] = log(fmax(gap_before(x, found[i].first + k), 0.01));
    if (inside >= 3)
        x->within = bell_of(logs, inside, 0.3, 0.5);
    x->within.mean = fmin(x->within.mean, x->between.mean - 0.7);
}

/* ---- all of it ---- */

struct tables {
    double *a, *b, *logs;
    uint32_t *from;
    struct uk_match *found;
};

/* From one guess of the pace; keeps what is likelier than what was found so far. */
static void try_pace(struct model *x, double pace, const struct tables *t, struct model *best, double *best_p, struct uk_match *out)
{
    guess(x, pace, t->logs);
    for (int round = 0; round < ROUNDS; round++) {
        double p = find_way(x, t->a, t->from, t->found);
        if (p > *best_p) {
            *best_p = p;
            *best = *x;
            memcpy(out, t->found, x->lines * sizeof *out);
        }
        learn(x, t->found, t->logs);
    }
}

/* How much of two texts is not the same at their beginnings and ends. */
static double unlike(const char *a, const char *b)
{
    size_t na = strlen(a), nb = strlen(b), least = na < nb ? na : nb, most = na < nb ? nb : na, same = 0, end = 0;
    while (same < least && a[same] == b[same])
        same++;
    while (end < least - same && a[na - 1 - end] == b[nb - 1 - end])
        end++;
    return most ? within(1 - 1.5 * (double)(same + end) / (double)most, 0, 1) : 0;
}

/* How long the lines are, and where they hiss if the recording does. */
static bool read_lines(struct model *x, const char *const *texts)
{
    double said = 0, written = 0;
    size_t all = x->starts[x->count];
    for (size_t i = 0; i < x->lines; i++) {
        x->letters[i] = uk_voice_letters(texts[i]) + START_LETTERS;
        x->marks[i] = uk_voice_marks(texts[i]);
        x->unlike[i] = i + 1 < x->lines ? unlike(texts[i], texts[i + 1]) : 1;
        uk_voice_hiss(x->lines_hiss[i].yes, texts[i]);
        for (int k = 0; k < UK_HISS_POINTS; k++)
            written += x->lines_hiss[i].yes[k] * x->letters[i] / UK_HISS_POINTS;
        said += x->letters[i];
    }
    double share = all ? (double)x->hissed[all] / (double)all : 0, usual = said > 0 ? written / said : 0;
    if (share < LEAST_HISS || usual <= 0)
        return false;
    for (size_t i = 0; i < x->lines; i++)
        for (int k = 0; k < UK_HISS_POINTS; k++) {
            double p = within(x->lines_hiss[i].yes[k] * share / usual, 0.03, 0.9);
            x->lines_hiss[i].yes[k] = (float)log(p / share);
            x->lines_hiss[i].no[k] = (float)log((1 - p) / (1 - share));
        }
    return true;
}

static void add_hiss(struct model *x)
{
    size_t at = 0;
    for (size_t i = 0; i < x->count; i++) {
        x->starts[i] = at;
        for (size_t k = 0; k < x->pieces[i].hiss_count; k++, at++)
            x->hissed[at + 1] = x->hissed[at] + x->pieces[i].hiss[k];
    }
    x->starts[x->count] = at;
    x->hissed[at + 1] = x->hissed[at];
}

/* How far the pieces [from, middle) are from what follows them, at most MOST_ALIKE pieces of it. */
static double apart_from_next(const struct model *x, const unsigned char *prints, const size_t *starts, size_t from, size_t middle)
{
    double least = INFINITY;
    for (size_t end = middle + 1; end <= x->count && end <= middle + MOST_ALIKE; end++) {
        if (end > middle + 1 && gap_before(x, end - 1) > ALIKE_PAUSE_S)
            break;
        least = fmin(least, uk_voice_alike(prints + starts[from] * UK_PRINT_BANDS, starts[middle] - starts[from],
                                           prints + starts[middle] * UK_PRINT_BANDS, starts[end] - starts[middle]));
    }
    return least;
}

/* Most lines are followed by another one: what is much nearer to what follows is probably said again. */
static void compare(struct model *x, const unsigned char *prints, const size_t *starts, double *logs)
{
    size_t n = 0;
    for (size_t i = 0; i < x->count * MOST_ALIKE; i++)
        x->alike[i] = INFINITY;
    for (size_t i = 0; i < x->count; i++)
        for (size_t k = 1; k <= MOST_ALIKE && i + k < x->count; k++) {
            if (k > 1 && gap_before(x, i + k - 1) > ALIKE_PAUSE_S)
                break;
            double apart = apart_from_next(x, prints, starts, i, i + k);
            x->alike[i * MOST_ALIKE + k - 1] = (float)apart;
            if (k == 1 && isfinite(apart))
                logs[n++] = apart;
        }
    double usual = n >= 5 ? fmax(middle(logs, n), 1) : USUALLY_APART;
    for (size_t i = 0; i < x->count * MOST_ALIKE; i++)
        x->alike[i] = (float)within((ALIKE - x->alike[i] / usual) * ALIKE_WEIGHT, AGAIN_LEAST, AGAIN_MOST);
}

/* What was said again, if the pieces have prints. UNKNOT_NO_MEMORY, without a sentence. */
static int find_repeats(struct model *x, double *logs)
{
    size_t all = 0, *starts = calloc(x->count + 1, sizeof *starts);
    for (size_t i = 0; i < x->count; i++)
        all += x->pieces[i].print_count;
    unsigned char *prints = malloc(all + 1);
    for (size_t i = 0, at = 0; starts && prints && i < x->count; i++) {
        if (x->pieces[i].print_count)
            memcpy(prints + at, x->pieces[i].print, x->pieces[i].print_count);
        at += x->pieces[i].print_count;
        starts[i + 1] = at / UK_PRINT_BANDS;
    }
    bool good = starts && prints;
    if (good && all)
        compare(x, prints, starts, logs);
    free(starts);
    free(prints);
    return good ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

static void match(struct model *x, const char *const *texts, const struct tables *t, struct uk_match *out)
{
    double letters = 0, said_s = 0, best_p = NEVER;
    uint32_t *hissed = x->hissed;
    add_hiss(x);
    if (!read_lines(x, texts))
        x->hissed = NULL;
    struct model best = *x;
    for (size_t i = 0; i < x->lines; i++)
        letters += x->letters[i];
    for (size_t i = 0; i < x->count; i++)
        said_s += length_of(x, i);
    try_pace(x, log(0.09), t, &best, &best_p, out);
    if (letters > 0 && said_s > 0)
        try_pace(x, log(said_s / letters), t, &best, &best_p, out);
    look_back(&best, t->a);
    weigh(&best, t->b, t->a, out);
    x->hissed = hissed;
}

int uk_voice_match(const struct uk_piece *pieces, size_t count, const char *const *texts, size_t lines, struct uk_match *out,
                   struct uk_message *m)
{
    struct model x = {.pieces = pieces, .count = count, .lines = lines};
    if ((count + 1) > MOST_CELLS / (lines + 1))
        return uk_fail(m, UNKNOT_LIMIT, "a recording with %zu pauses and a script with %zu lines are too much at once: cut both in parts",
                       count, lines);
    size_t all = cells(&x), most = count + lines + 1, hundredths = 2;
    for (size_t i = 0; i < count; i++)
        hundredths += pieces[i].hiss_count;
    struct tables t = {calloc(all, sizeof(double)), calloc(all, sizeof(double)), calloc(most, sizeof(double)),
                       calloc(all, sizeof(uint32_t)), calloc(lines + 1, sizeof(struct uk_match))};
    x.letters = calloc(lines + 1, sizeof *x.letters);
    x.marks = calloc(lines + 1, sizeof *x.marks);
    x.unlike = calloc(lines + 1, sizeof *x.unlike);
    x.lines_hiss = calloc(lines + 1, sizeof *x.lines_hiss);
    x.hissed = calloc(hundredths, sizeof *x.hissed);
    x.starts = calloc(count + 1, sizeof *x.starts);
    x.alike = calloc(count * MOST_ALIKE + 1, sizeof *x.alike);
    bool good = t.a && t.b && t.logs && t.from && t.found && x.letters && x.marks && x.unlike && x.lines_hiss && x.hissed && x.starts && x.alike &&
                find_repeats(&x, t.logs) == UNKNOT_OK;
    memset(out, 0, lines * sizeof *out);
    if (good)
        match(&x, texts, &t, out);
    free(t.a);
    free(t.b);
    free(t.logs);
    free(t.from);
    free(t.found);
    free(x.letters);
    free(x.marks);
    free(x.unlike);
    free(x.lines_hiss);
    free(x.hissed);
    free(x.starts);
    free(x.alike);
    return good ? UNKNOT_OK : uk_no_memory(m);
}
