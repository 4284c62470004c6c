#include "engine.h"

#include <ctype.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

int uk_engine_failed(const struct unknot *u, int status)
{
    const char *sentence = u ? unknot_message(u) : "";
    uk_terminal_say("%s", *sentence ? sentence : unknot_status_text(status));
    return status == UNKNOT_BAD_ARGUMENT ? UK_EXIT_USAGE : UK_EXIT_FAILED;
}

int uk_engine_open(struct uk_cli *cli, struct unknot **out)
{
    struct unknot_options options;
    unknot_options_init(&options);
    options.voice = cli->options.voice;
    options.language = cli->options.language;
    if (cli->options.only_voice)
        options.tone_db = options.bed_db = -INFINITY;
    if (cli->options.rate)
        options.rate = cli->options.rate;
    *out = NULL;
    int status = unknot_open(out, &options);
    return status ? uk_engine_failed(*out, status) : 0;
}

void uk_engine_tell_voice(struct unknot *u)
{
    const char *trouble = unknot_voice_trouble(u);
    if (*trouble)
        uk_terminal_say("%s", trouble);
}

void uk_engine_tell_controls(struct uk_cli *cli, char told[UK_TOLD], const char *trouble)
{
    if (strncmp(told, trouble, UK_TOLD - 1) == 0)
        return;
    uk_terminal_clear(&cli->terminal, true);
    if (*trouble)
        uk_terminal_say("%s", trouble);
    else
        uk_terminal_say("no longer so: %s", told);
    snprintf(told, UK_TOLD, "%s", trouble);
}

int uk_engine_load_soon(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    int status = unknot_load_soon(u, o->routine, o->params, o->param_count);
    if (!status && unknot_phrases_left(u) == 0)
        uk_engine_tell_voice(u);
    return status ? uk_engine_failed(u, status) : 0;
}

int uk_engine_load(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    uk_watch_busy(&cli->watch, "preparing the voice ...");
    int status = unknot_load(u, o->routine, o->params, o->param_count);
    if (!status && o->journal)
        status = unknot_load_journal(u, o->journal);
    uk_watch_busy(&cli->watch, NULL);
    if (!status)
        uk_engine_tell_voice(u);
    return status ? uk_engine_failed(u, status) : 0;
}

char *uk_engine_clock(char out[32], int64_t frames, uint32_t rate, bool tenths)
{
    int64_t t = frames < 0 ? 0 : frames / rate * 10 + frames % rate * 10 / rate;
    int64_t s = t / 10;
    int n = s < 3600 ? snprintf(out, 32, "%" PRId64 ":%02" PRId64, s / 60, s % 60)
                     : snprintf(out, 32, "%" PRId64 ":%02" PRId64 ":%02" PRId64, s / 3600, s / 60 % 60, s % 60);
    if (tenths)
        snprintf(out + n, 32 - (size_t)n, ".%" PRId64, t % 10);
    return out;
}

/* "90", "1:30", "1:02:03.5" in seconds, or -1: not a time. */
static double read_clock(const char *s)
{
    double total = 0;
    for (int fields = 1; fields <= 3; fields++) {
        size_t digits = strspn(s, "0123456789");
        if (!digits || digits > 9)
            return -1;
        char *end;
        bool last = s[digits] != ':';
        double value = last ? strtod(s, &end) : strtol(s, &end, 10);
        if (fields > 1 && value >= 60)
            return -1;
        total = total * 60 + value;
        if (last)
            return *end || (s[digits] && s[digits] != '.') ? -1 : total;
        s += digits + 1;
    }
    return -1;
}

static int64_t find_mark(const struct unknot *u, const char *prefix)
{
    struct unknot_mark mark;
    for (size_t i = 0; i < unknot_mark_count(u); i++)
        if (unknot_mark(u, i, &mark) == UNKNOT_OK && strncasecmp(mark.title, prefix, strlen(prefix)) == 0)
            return mark.at_frames;
    return -1;
}

int uk_engine_seek(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    if (!o->from)
        return 0;
    double s = read_clock(o->from);
    int64_t frame = s >= 0 ? (int64_t)(s * unknot_rate(u) + 0.5) : find_mark(u, o->from);
    char length[32];
    if (frame < 0) {
        uk_terminal_say("no step of %s begins with \"%s\"; unknot show %s lists them", o->routine, o->from, o->routine);
        return UK_EXIT_USAGE;
    }
    if (frame >= unknot_length_frames(u)) {
        uk_terminal_say("--from %s is after the end: %s is %s long", o->from, o->routine,
                        uk_engine_clock(length, unknot_length_frames(u), unknot_rate(u), false));
        return UK_EXIT_USAGE;
    }
    unknot_seek(u, frame, UNKNOT_EXACT);
    return 0;
}
