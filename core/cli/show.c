#include "engine.h"
#include "json.h"

#include <string.h>

static void print_list(const char *label, const char *const *items)
{
    if (!items || !*items)
        return;
    printf("%-9s", label);
    for (const char *const *i = items; *i; i++)
        printf("%s%s", i == items ? "" : ", ", *i);
    putchar('\n');
}

static void print_text(struct unknot *u, const struct unknot_routine *r)
{
    char clock[32];
    uint32_t rate = unknot_rate(u);
    printf("%s\n%s\n\n", r->title, r->summary);
    printf("name     %s\n", r->name);
    if (*r->region)
        printf("region   %s\n", r->region);
    print_list("you need", r->tools);
    print_list("points", r->points);
    printf("length   %s", uk_engine_clock(clock, unknot_length_frames(u), rate, false));
    for (size_t i = 0; i < r->minutes_count; i++)
        printf("%s%g", i ? ", " : "; fits into ", r->minutes[i]);
    printf("%s\n", r->minutes_count ? " minutes" : "");
    for (size_t i = 0; i < r->param_count; i++) {
        char label[128];
        snprintf(label, sizeof label, "--set %s=", r->params[i].name);
        printf("%s", label);
        for (const char *const *v = r->params[i].values; v && *v; v++)
            printf("%s%s", v == r->params[i].values ? "" : "|", *v);
        putchar('\n');
    }

    struct unknot_mark mark;
    size_t count = unknot_mark_count(u);
    if (count)
        puts("\nsteps");
    for (size_t i = 0; i < count; i++)
        if (unknot_mark(u, i, &mark) == UNKNOT_OK && mark.level < UK_QUESTION)
            printf("%8s  %*s%s\n", uk_engine_clock(clock, mark.at_frames, rate, false), mark.level > 1 ? 2 : 0, "", mark.title);
}

static void print_json(struct unknot *u, const struct unknot_routine *r)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '{');
    uk_json_text(&j, "name", r->name);
    uk_json_text(&j, "path", r->path);
    uk_json_text(&j, "title", r->title);
    uk_json_text(&j, "summary", r->summary);
    uk_json_text(&j, "region", r->region);
    uk_json_texts(&j, "position", r->position);
    uk_json_texts(&j, "tools", r->tools);
    uk_json_texts(&j, "points", r->points);
    uk_json_open_flat(&j, "minutes", '[');
    for (size_t i = 0; i < r->minutes_count; i++)
        uk_json_number(&j, NULL, r->minutes[i]);
    uk_json_close(&j, ']');
    uk_json_open(&j, "params", '{');
    for (size_t i = 0; i < r->param_count; i++)
        uk_json_texts(&j, r->params[i].name, r->params[i].values);
    uk_json_close(&j, '}');
    uk_json_whole(&j, "rate", unknot_rate(u));
    uk_json_whole(&j, "length_frames", unknot_length_frames(u));
    uk_json_open(&j, "marks", '[');
    for (size_t i = 0; i < unknot_mark_count(u); i++) {
        struct unknot_mark mark;
        if (unknot_mark(u, i, &mark) != UNKNOT_OK)
            continue;
        uk_json_open_flat(&j, NULL, '{');
        uk_json_whole(&j, "at_frames", mark.at_frames);
        uk_json_whole(&j, "level", mark.level);
        uk_json_text(&j, "title", mark.title);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
    uk_json_close(&j, '}');
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = uk_engine_load(cli, u);
    if (!code && cli->options.json)
        print_json(u, unknot_loaded(u));
    else if (!code)
        print_text(u, unknot_loaded(u));
    unknot_close(u);
    return code;
}

const struct uk_command uk_show = {
    .name = "show",
    .arguments = "ROUTINE",
    .summary = "tells what a routine is and needs",
    .about = "Tells what a routine is for, what you need at hand, what can be chosen, and its steps with their times.",
    .example = "unknot show upper-trapezius --minutes 6",
    .flag = UK_SHOW,
    .run = run,
};
