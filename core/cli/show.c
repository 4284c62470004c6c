#include "show.h"

#include "body.h"
#include "engine.h"
#include "figure_text.h"
#include "paragraph.h"

#include <stdlib.h>
#include <string.h>

#define LABEL "         " /* as wide as the words before each line */

static void print_list(const char *label, const char *const *items)
{
    if (!items || !*items)
        return;
    printf("%-9s", label);
    for (const char *const *i = items; *i; i++)
        printf("%s%s", i == items ? "" : ", ", *i);
    putchar('\n');
}

static const char *tool_in_words(const struct uk_where *w, const char *id, char *out, size_t size)
{
    for (size_t i = 0; i < w->tool_count; i++)
        if (strcmp(w->tools[i].id, id) == 0) {
            snprintf(out, size, "%s (%s)", w->tools[i].name, w->tools[i].what);
            return out;
        }
    return id;
}

static void print_tools(const struct unknot_routine *r, const struct uk_where *w)
{
    for (const char *const *tool = r->tools; tool && *tool; tool++) {
        char words[512];
        uk_paragraph(tool == r->tools ? "you need " : LABEL, LABEL "  ", tool_in_words(w, *tool, words, sizeof words));
    }
}

static void print_minutes(const struct unknot_routine *r)
{
    double least = 0, most = 0;
    for (size_t i = 0; i < r->minutes_count; i++) {
        least = i == 0 || r->minutes[i] < least ? r->minutes[i] : least;
        most = i == 0 || r->minutes[i] > most ? r->minutes[i] : most;
    }
    if (most > least)
        printf("; fits into %g to %g minutes", least, most);
    else if (r->minutes_count)
        printf("; fits into %g minutes", most);
}

static void print_facts(struct unknot *u, const struct unknot_routine *r, const struct uk_where *w)
{
    char clock[32];
    printf("%s\n%s\n\n", r->title, r->summary);
    printf("name     %s\n", r->name);
    if (*r->region)
        printf("region   %s\n", r->region);
    print_list("position", r->position);
    print_tools(r, w);
    if (!w->point_count)
        print_list("points", r->points);
    printf("length   %s", uk_engine_clock(clock, unknot_length_frames(u), unknot_rate(u), false));
    print_minutes(r);
    putchar('\n');
    for (size_t i = 0; i < r->param_count; i++) {
        char label[128];
        snprintf(label, sizeof label, "--set %s=", r->params[i].name);
        printf("%s", label);
        for (const char *const *v = r->params[i].values; v && *v; v++)
            printf("%s%s", v == r->params[i].values ? "" : "|", *v);
        putchar('\n');
    }
}

static void print_steps(const struct unknot *u)
{
    struct unknot_mark mark;
    char clock[32];
    size_t count = unknot_mark_count(u);
    if (count)
        puts("\nsteps");
    for (size_t i = 0; i < count; i++)
        if (unknot_mark(u, i, &mark) == UNKNOT_OK && mark.level < UK_QUESTION)
            printf("%8s  %*s%s\n", uk_engine_clock(clock, mark.at_frames, unknot_rate(u), false), mark.level > 1 ? 2 : 0, "", mark.title);
}

/* Each place, with its mark in the picture: what it is called, where it may also be felt, what to keep off. */
static void print_places(const struct uk_where *w)
{
    if (w->point_count)
        printf("\n%s\n", w->point_count > 1 ? "places, in this order" : "place");
    for (size_t i = 0; i < w->point_count; i++) {
        const struct uk_where_point *p = &w->points[i];
        char number[24] = "  ", blank[24], line[4096];
        if (w->point_count > 1)
            snprintf(number, sizeof number, "  %c  ", uk_canvas_letter(i, true));
        snprintf(blank, sizeof blank, "%*s", (int)strlen(number), "");
        snprintf(line, sizeof line, "%s (%s)", p->name, p->id);
        uk_paragraph(number, blank, line);
        snprintf(line, sizeof line, "may also be felt: %s", p->felt);
        uk_paragraph(blank, blank, line);
        snprintf(line, sizeof line, "careful: %s", p->cautions);
        uk_paragraph(blank, blank, line);
    }
}

/* What a parameter of the routine is set to, or NULL: it has none of that name. */
static const char *setting(const struct uk_options *o, const struct unknot_routine *r, const char *name)
{
    for (size_t i = 0; i < o->param_count; i++)
        if (strcmp(o->params[i].name, name) == 0)
            return o->params[i].value;
    for (size_t i = 0; i < r->param_count; i++)
        if (strcmp(r->params[i].name, name) == 0)
            return r->params[i].values[0];
    return NULL;
}

static int show_places(struct uk_cli *cli, struct unknot *u, const struct unknot_routine *r, const struct uk_where *w)
{
    struct uk_body body;
    int code = uk_body_read(&body, w, u);
    if (!code && cli->options.output) {
        code = uk_body_write(&body, cli->options.output);
        if (!code)
            fprintf(stderr, "wrote %s\n", cli->options.output);
    } else if (!code) {
        print_facts(u, r, w);
        print_places(w);
        print_steps(u);
        int status = w->view_count ? uk_body_print(&body) : UNKNOT_OK;
        code = status ? uk_engine_failed(NULL, status) : UK_EXIT_DONE;
    }
    uk_body_finish(&body);
    return code;
}

static int show(struct uk_cli *cli, struct unknot *u)
{
    const struct unknot_routine *r = unknot_loaded(u);
    const char *one[] = {setting(&cli->options, r, "point"), NULL}; /* a routine for one point of many */
    struct uk_where w;
    int status = uk_where_ask(&w, u, one[0] ? one : r->points, r->tools, setting(&cli->options, r, "side"));
    int code = status ? uk_engine_failed(u, status) : UK_EXIT_DONE;
    if (!code && cli->options.json) {
        uk_show_json(u, r, &w);
    } else if (!code && cli->options.output && !w.view_count) {
        uk_terminal_say("%s presses no place of the body: there is nothing to draw", r->name);
        code = UK_EXIT_FAILED;
    } else if (!code) {
        code = show_places(cli, u, r, &w);
    }
    uk_where_finish(&w);
    return code;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = uk_engine_load(cli, u);
    if (!code)
        code = show(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_show = {
    .name = "show",
    .arguments = "ROUTINE",
    .summary = "tells what a routine is and needs, and shows the places",
    .about = "Tells what a routine is for, what you need at hand, what can be chosen, its places with what to keep off, and its\n"
             "steps with their times. Below is a drawing of the body with the places; -o writes it into a file.",
    .example = "unknot show upper-trapezius --minutes 6",
    .flag = UK_SHOW,
    .run = run,
};
