#include "engine.h"
#include "json.h"
#include "saved.h"

#include <time.h>

/* "mine.lua:12: press: 120 seconds are more than the 90 a hold may last [hold-cap]" */
static void print_finding(const char *file, const struct unknot_finding *f)
{
    if (f->line > 0)
        printf("%s:%d: %s%s [%s]\n", file, f->line, f->error ? "error: " : "", f->text, f->code);
    else
        printf("%s: %s%s [%s]\n", file, f->error ? "error: " : "", f->text, f->code);
}

static void print_findings(const struct unknot *u, const char *file)
{
    struct unknot_finding f;
    for (size_t i = 0; unknot_finding(u, i, &f) == UNKNOT_OK; i++)
        print_finding(file, &f);
}

static void print_verdict(const struct unknot *u, const char *file)
{
    size_t n = unknot_finding_count(u);
    print_findings(u, file);
    if (n == 0)
        printf("%s: good\n", file);
    else
        printf("%s: %zu %s\n", file, n, n == 1 ? "finding" : "findings");
}

static void write_verdict(struct uk_json *j, const struct unknot *u, const char *file)
{
    struct unknot_finding f;
    uk_json_open(j, NULL, '{');
    uk_json_text(j, "file", file);
    uk_json_truth(j, "good", unknot_finding_count(u) == 0);
    uk_json_open(j, "findings", '[');
    for (size_t i = 0; unknot_finding(u, i, &f) == UNKNOT_OK; i++) {
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "line", f.line);
        uk_json_text(j, "severity", f.error ? "error" : "warning");
        uk_json_text(j, "code", f.code);
        uk_json_text(j, "text", f.text);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
    uk_json_close(j, '}');
}

static int check_all(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    struct uk_json j = {.out = stdout};
    int code = UK_EXIT_DONE;
    if (o->json)
        uk_json_open(&j, NULL, '[');
    for (size_t i = 0; i < o->word_count; i++) {
        uk_watch_busy(&cli->watch, "checking ...");
        int status = unknot_check(u, o->words[i], 1);
        uk_watch_busy(&cli->watch, NULL);
        if (status) {
            code = uk_engine_failed(u, status);
            continue;
        }
        if (o->json)
            write_verdict(&j, u, o->words[i]);
        else
            print_verdict(u, o->words[i]);
        if (unknot_finding_count(u) > 0 && code == UK_EXIT_DONE)
            code = UK_EXIT_FAILED;
    }
    if (o->json)
        uk_json_close(&j, ']');
    return code;
}

static double ms_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) * 1e3 + (double)(now.tv_nsec - start->tv_nsec) / 1e6;
}

/* One save: the verdict on what is written at once, then that on all its settings, lengths and events. */
static int check_saved(struct uk_cli *cli, struct unknot *u)
{
    const char *file = cli->options.words[0];
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int status = unknot_check(u, file, 0);
    if (status)
        return uk_engine_failed(u, status);
    size_t before = unknot_finding_count(u);
    print_findings(u, file);
    printf("%s: %s as written (%.0f ms)\n", file, before ? "findings" : "good", ms_since(&start));
    fflush(stdout);
    status = unknot_check(u, file, 1);
    if (status)
        return uk_engine_failed(u, status);
    if (unknot_finding_count(u) != before)
        print_verdict(u, file);
    else if (before == 0)
        printf("%s: good with all settings, lengths and events (%.1f s)\n", file, ms_since(&start) / 1e3);
    return UK_EXIT_DONE;
}

static int keep_checking(struct uk_cli *cli, struct unknot *u)
{
    if (cli->options.word_count != 1 || cli->options.json) {
        uk_terminal_say("check --watch takes one file, and no --json");
        return UK_EXIT_USAGE;
    }
    return uk_saved_each(cli, u, cli->options.words[0], check_saved);
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = cli->options.watch ? keep_checking(cli, u) : check_all(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_check = {
    .name = "check",
    .arguments = "ROUTINE ...",
    .summary = "looks for what a routine should not do",
    .about = "Plans a routine as written, with each of its settings, for each length it promises, and with every event at many\n"
             "moments, and says what is wrong: with its line, why, and what to write instead. The word in brackets at the end is\n"
             "the kind of finding. Exit status 0 when nothing was found, 1 when something was.",
    .example = "unknot check ./mine.lua",
    .flag = UK_CHECK,
    .run = run,
};
