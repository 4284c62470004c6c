#include "plan.h"

#include "engine.h"
#include "saved.h"
#include "whole.h"

#include <string.h>

static const struct form {
    const char *name;
    int (*write)(FILE *out, const struct unknot *u);
} forms[] = {{"text", uk_plan_text}, {"json", uk_plan_json}, {"vtt", uk_plan_vtt}, {"svg", uk_plan_svg}};

/* What --format says, else the ending of the file, else text. */
static const struct form *choose_form(const struct uk_options *o)
{
    const char *dot = o->output ? strrchr(o->output, '.') : NULL, *name = o->format ? o->format : dot ? dot + 1 : "";
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (strcmp(name, forms[i].name) == 0)
            return &forms[i];
    return &forms[0];
}

struct writing {
    const struct form *form;
    const struct unknot *u;
};

static int write_form(FILE *out, void *ctx)
{
    const struct writing *w = ctx;
    return w->form->write(out, w->u);
}

static int show(struct uk_cli *cli, struct unknot *u)
{
    const struct form *form = choose_form(&cli->options);
    const char *path = cli->options.output;
    int code = uk_engine_load(cli, u);
    if (code)
        return code;
    if (path && strcmp(path, "-") != 0)
        return uk_whole_write(path, write_form, &(struct writing){form, u});
    return form->write(stdout, u) ? uk_engine_failed(NULL, UNKNOT_NO_MEMORY) : UK_EXIT_DONE;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = cli->options.watch ? uk_saved_each(cli, u, cli->options.routine, show) : show(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_plan = {
    .name = "plan",
    .arguments = "ROUTINE",
    .summary = "shows what a routine will do, second by second",
    .about = "Plans a routine and shows the plan: a picture of it, then every step, phrase, sound and press with its time.\n"
             "In the picture # is sound, . a little of it, and a digit is how firmly to press (0 to 10). Tones that only\n"
             "mark the turns of a breath have no line of their own.\n"
             "\n"
             "--format json has every sound to the exact frame, vtt is captions for a player, svg is a picture to look at or print.",
    .example = "unknot plan upper-trapezius --minutes 6 -o upper-trapezius.svg",
    .flag = UK_PLAN,
    .run = run,
};
