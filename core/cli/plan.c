#include "plan.h"

#include "engine.h"
#include "saved.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static int cannot_write(const char *path, int error)
{
    uk_terminal_say("cannot write %s: %s", path, strerror(error));
    return UK_EXIT_FAILED;
}

/* Writes into `path` itself; closes `file`. */
static int write_into(FILE *file, const char *path, const struct form *form, const struct unknot *u)
{
    int status = form->write(file, u);
    int error = fflush(file) || (fsync(fileno(file)) && errno != EINVAL && errno != EROFS) ? errno : ferror(file) ? EIO : 0;
    if (fclose(file) && !error)
        error = errno;
    return status ? uk_engine_failed(NULL, status) : error ? cannot_write(path, error) : UK_EXIT_DONE;
}

/* Writes beside `path` and renames, so that what stands there is always whole. A pipe or a device is written into. */
static int write_file(const char *path, const struct form *form, const struct unknot *u)
{
    struct stat there;
    bool beside = stat(path, &there) || S_ISREG(there.st_mode);
    size_t size = strlen(path) + sizeof ".part";
    char *part = malloc(size);
    if (!part)
        return uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    snprintf(part, size, "%s%s", path, beside ? ".part" : "");
    FILE *file = fopen(part, "we");
    int code = file ? write_into(file, path, form, u) : cannot_write(path, errno);
    if (file && beside && !code && rename(part, path))
        code = cannot_write(path, errno);
    if (file && beside && code)
        unlink(part);
    free(part);
    return code;
}

static int show(struct uk_cli *cli, struct unknot *u)
{
    const struct form *form = choose_form(&cli->options);
    const char *path = cli->options.output;
    int code = uk_engine_load(cli, u);
    if (code)
        return code;
    if (path && strcmp(path, "-") != 0)
        return write_file(path, form, u);
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
