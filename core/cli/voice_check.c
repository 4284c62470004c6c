/* unknot voice check: who says each phrase, and what is wrong with that. */
#include "voice.h"

#include "engine.h"
#include "json.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define OVER_S 0.05 /* that a phrase may be too long without a word about it */

#define SILENCE_DB (-150.0)

struct range {
    double least, most;
    size_t count;
};

struct checking {
    int wanted; /* pack that was asked for, -1: none */
    struct uk_json json;
    size_t by_wanted, by_nobody, problems, gaps; /* of one routine */
    struct range lufs, peak, pace;               /* of its sentences, as they are heard */
};

/* What a sentence of a pack is; -1: it has none of that text. */
static int find_line(const struct unknot *u, int pack, const char *text, struct unknot_voice_line *line)
{
    for (size_t i = 0; pack >= 0 && unknot_voice_line(u, (size_t)pack, i, line) == UNKNOT_OK; i++)
        if (strcmp(line->text, text) == 0)
            return (int)i;
    return -1;
}

static int find_pack(const struct unknot *u, const char *id)
{
    struct unknot_voice v;
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++)
        if (v.is_pack && strcmp(v.id, id) == 0)
            return (int)i;
    return -1;
}

/* `gap`: because of it something is not said as it should be. */
static void problem(FILE *out, struct checking *c, bool gap, const char *format, ...) __attribute__((format(printf, 4, 5)));

static void problem(FILE *out, struct checking *c, bool gap, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vfprintf(out, format, args);
    va_end(args);
    putc('\n', out);
    c->problems++;
    c->gaps += gap;
}

/* The sentences of a phrase as a pack has them. */
static void check_sentences(FILE *out, struct checking *c, struct unknot *u, int pack, const char *const *sentences)
{
    struct unknot_voice_line line;
    struct unknot_voice v;
    unknot_voice(u, (size_t)pack, &v);
    for (size_t i = 0; sentences[i]; i++) {
        int n = find_line(u, pack, sentences[i], &line);
        if (n < 0)
            problem(out, c, true, "%s has no line \"%s\"", v.id, sentences[i]);
        else if (line.missing)
            problem(out, c, true, "the file %s of %s is not there", line.file, v.id);
        else if (unknot_voice_read(u, (size_t)pack, (size_t)n))
            problem(out, c, true, "%s", unknot_message(u));
        else if (line.stale)
            problem(out, c, false, "out of date: %s was made of other words, or otherwise than it would be now", line.file);
    }
}

/* What is wrong with a phrase, one sentence a line. The caller frees it. */
static char *problems_of(struct checking *c, struct unknot *u, const struct unknot_phrase *p)
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    if (!out)
        return NULL;
    int by = p->by && *p->by ? find_pack(u, p->by) : -1;
    if (c->wanted >= 0 && by != c->wanted)
        check_sentences(out, c, u, c->wanted, p->sentences);
    if (by >= 0 && find_line(u, by, p->text, &(struct unknot_voice_line){0}) < 0)
        check_sentences(out, c, u, by, p->sentences);
    else if (by >= 0)
        check_sentences(out, c, u, by, (const char *const[]){p->text, NULL});
    if (p->by && !*p->by)
        problem(out, c, true, "nobody can say it: two notes stand for it%s%s", *p->why ? "; " : "", p->why);
    if (p->seconds > p->room_s + OVER_S)
        problem(out, c, false, "too long: there are %.1f s before the next phrase", p->room_s);
    c->by_wanted += c->wanted >= 0 && by == c->wanted;
    c->by_nobody += p->by && !*p->by;
    fclose(out);
    return text;
}

static const char *who(const struct unknot_phrase *p)
{
    return !p->by ? "not yet" : *p->by ? p->by : "nobody";
}

static void print_phrase(struct unknot *u, const struct unknot_phrase *p, const char *problems)
{
    char clock[32] = "";
    if (p->at_frames >= 0)
        uk_engine_clock(clock, p->at_frames, unknot_rate(u), false);
    printf("%7s  %-12s %5.1f s  %s\n", clock, who(p), p->seconds, p->text);
    for (const char *line = problems; *line; line += strcspn(line, "\n") + 1)
        printf("         %.*s\n", (int)strcspn(line, "\n"), line);
}

/* Its object stays open. */
static void open_phrase(struct checking *c, struct unknot *u, const struct unknot_phrase *p, const char *problems)
{
    struct uk_json *j = &c->json;
    uk_json_open(j, NULL, '{');
    if (p->at_frames >= 0)
        uk_json_number(j, "at", (double)p->at_frames / unknot_rate(u));
    uk_json_text(j, "text", p->text);
    uk_json_text(j, "language", p->language);
    if (p->by)
        uk_json_text(j, "by", p->by);
    if (*p->why)
        uk_json_text(j, "why", p->why);
    uk_json_number(j, "seconds", p->seconds);
    if (isfinite(p->room_s))
        uk_json_number(j, "room", p->room_s);
    uk_json_open(j, "problems", '[');
    for (const char *line = problems; *line; line += strcspn(line, "\n") + 1) {
        char *one = strndup(line, strcspn(line, "\n"));
        uk_json_text(j, NULL, one ? one : "");
        free(one);
    }
    uk_json_close(j, ']');
}

/* ---- levels ---- */

static int words_a_minute(const char *text, double seconds)
{
    int words = 0;
    for (const char *c = text; *c; c++)
        words += *c != ' ' && (c[1] == ' ' || !c[1]);
    return (int)(words / seconds * 60 + 0.5);
}

static void widen(struct range *r, double value)
{
    r->least = !r->count || value < r->least ? value : r->least;
    r->most = !r->count || value > r->most ? value : r->most;
    r->count++;
}

static void print_level(const char *when, const struct unknot_loudness *l)
{
    if (l->lufs < SILENCE_DB)
        printf("%s: silence; ", when);
    else
        printf("%s: %.1f LUFS, peak %.1f dBTP; ", when, l->lufs, l->peak_dbtp);
}

static void write_level(struct uk_json *j, const char *key, const struct unknot_loudness *l)
{
    uk_json_open_flat(j, key, '{');
    if (l->lufs > SILENCE_DB) {
        uk_json_number(j, "lufs", l->lufs);
        uk_json_number(j, "peak_dbtp", l->peak_dbtp);
    }
    uk_json_number(j, "seconds", l->seconds);
    uk_json_close(j, '}');
}

/* One sentence: its levels before and after, and its pace. `alone`: it is all of its phrase. */
static void tell_levels(struct uk_cli *cli, struct checking *c, const char *text, bool alone, const struct unknot_loudness *before,
                        const struct unknot_loudness *after)
{
    int pace = words_a_minute(text, after->seconds);
    if (after->lufs > SILENCE_DB)
        widen(&c->lufs, after->lufs);
    widen(&c->peak, after->peak_dbtp);
    widen(&c->pace, pace);
    if (cli->options.json) {
        uk_json_open_flat(&c->json, NULL, '{');
        uk_json_text(&c->json, "text", text);
        write_level(&c->json, "before", before);
        write_level(&c->json, "after", after);
        uk_json_whole(&c->json, "words_a_minute", pace);
        uk_json_close(&c->json, '}');
        return;
    }
    fputs("         ", stdout);
    print_level("spoken", before);
    print_level("heard", after);
    printf("%.1f s, %d words a minute%s%s\n", after->seconds, pace, alone ? "" : ": ", alone ? "" : text);
}

static void levels(struct uk_cli *cli, struct unknot *u, struct checking *c, size_t index)
{
    struct unknot_loudness before, after;
    struct unknot_phrase p;
    for (size_t i = 0; unknot_phrase(u, index, &p) == UNKNOT_OK && p.sentences[i]; i++) {
        char *text = strdup(p.sentences[i]);
        bool alone = !p.sentences[1];
        int status = text ? unknot_phrase_loudness(u, index, i, &before, &after) : UNKNOT_NO_MEMORY;
        if (!status)
            tell_levels(cli, c, text, alone, &before, &after);
        else
            uk_engine_failed(u, status);
        free(text);
    }
}

static void print_ranges(const struct checking *c)
{
    if (c->lufs.count)
        printf("heard: %.1f to %.1f LUFS, peaks up to %.1f dBTP, %.0f to %.0f words a minute\n", c->lufs.least, c->lufs.most, c->peak.most,
               c->pace.least, c->pace.most);
}

/* ---- all of a routine ---- */

static void check_phrase(struct uk_cli *cli, struct unknot *u, struct checking *c, const struct unknot_phrase *p, size_t index)
{
    char *problems = problems_of(c, u, p);
    if (cli->options.json)
        open_phrase(c, u, p, problems ? problems : "");
    else
        print_phrase(u, p, problems ? problems : "");
    free(problems);
    if (cli->options.json && cli->options.levels)
        uk_json_open(&c->json, "sentences", '[');
    if (cli->options.levels)
        levels(cli, u, c, index);
    if (cli->options.json && cli->options.levels)
        uk_json_close(&c->json, ']');
    if (cli->options.json)
        uk_json_close(&c->json, '}');
}

static void print_verdict(struct checking *c, struct unknot *u, const char *routine)
{
    struct unknot_voice v;
    printf("%s: %zu phrases", routine, unknot_phrase_count(u));
    if (c->wanted >= 0 && unknot_voice(u, (size_t)c->wanted, &v) == UNKNOT_OK)
        printf(", %zu of them by %s", c->by_wanted, v.id);
    if (c->by_nobody)
        printf(", %zu by nobody", c->by_nobody);
    printf(", %zu %s\n\n", c->problems, c->problems == 1 ? "problem" : "problems");
}

static int check(struct uk_cli *cli, struct unknot *u, const char *routine, void *ctx)
{
    struct checking *c = ctx;
    struct unknot_phrase p;
    int status = UNKNOT_OK;
    c->lufs = c->peak = c->pace = (struct range){0};
    c->by_wanted = c->by_nobody = c->problems = c->gaps = 0;
    if (cli->options.json) {
        uk_json_open(&c->json, NULL, '{');
        uk_json_text(&c->json, "routine", routine);
        uk_json_open(&c->json, "phrases", '[');
    }
    for (size_t i = 0; i < unknot_phrase_count(u) && !status; i++) {
        status = unknot_phrase(u, i, &p);
        if (!status)
            check_phrase(cli, u, c, &p, i);
    }
    if (cli->options.json) {
        uk_json_close(&c->json, ']');
        uk_json_truth(&c->json, "complete", c->gaps == 0);
        uk_json_close(&c->json, '}');
    } else if (!status) {
        print_ranges(c);
        print_verdict(c, u, routine);
    }
    if (status)
        return uk_engine_failed(u, status);
    return c->gaps ? UK_EXIT_FAILED : UK_EXIT_DONE;
}

int uk_voice_check(struct uk_cli *cli, struct unknot *u)
{
    struct checking c = {.json = {.out = stdout}};
    int count = unknot_voice_count(u);
    if (count < 0)
        return uk_engine_failed(u, count);
    c.wanted = uk_voice_wanted_pack(cli, u);
    if (cli->options.json)
        uk_json_open(&c.json, NULL, '[');
    int code = uk_voice_each(cli, u, check, &c);
    if (cli->options.json)
        uk_json_close(&c.json, ']');
    return code;
}
