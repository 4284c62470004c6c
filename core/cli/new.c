#include "engine.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* "shoulders" of "shoulders", "folder/shoulders.lua"; small letters, digits and hyphens. False after saying what is wrong. */
static bool read_name(const char *given, char *name, size_t size)
{
    const char *base = strrchr(given, '/') ? strrchr(given, '/') + 1 : given;
    size_t n = strlen(base);
    if (n > 4 && strcmp(base + n - 4, ".lua") == 0)
        n -= 4;
    bool good = n > 0 && n < size && base[0] != '-' && base[n - 1] != '-';
    for (size_t i = 0; i < n; i++)
        good &= islower((unsigned char)base[i]) || isdigit((unsigned char)base[i]) || base[i] == '-';
    if (good)
        snprintf(name, size, "%.*s", (int)n, base);
    else
        uk_terminal_say("\"%s\" is no name for a routine: use small letters, digits and hyphens, such as stiff-neck", given);
    return good;
}

/* Whether another routine has the name already. */
static bool is_taken(struct unknot *u, const char *name)
{
    int n = unknot_routine_count(u);
    for (int i = 0; i < n; i++)
        if (strcmp(unknot_routine_name(u, i), name) == 0)
            return true;
    return false;
}

static int write_new(const char *path, const char *text)
{
    size_t n = strlen(text);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) {
        if (errno == EEXIST)
            uk_terminal_say("there is a file %s already: choose another name, or move it away", path);
        else
            uk_terminal_say("%s cannot be written: %s", path, strerror(errno));
        return UK_EXIT_FAILED;
    }
    bool done = write(fd, text, n) == (ssize_t)n;
    if (close(fd) == 0 && done)
        return UK_EXIT_DONE;
    unlink(path);
    uk_terminal_say("%s cannot be written: %s", path, strerror(errno));
    return UK_EXIT_FAILED;
}

static void say_what_next(const char *unknot, const char *path)
{
    printf("Here is your routine: %s\n\n"
           "  %s play %s --watch    hears it; save the file, and it goes on as changed\n"
           "  %s plan %s            shows what it will say, and when\n"
           "  %s check %s           says what should be different\n",
           path, unknot, path, unknot, path, unknot, path);
}

static int write_routine(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    struct unknot_param params[3];
    char name[64], path[4096];
    const char *text;
    size_t n = 0;
    if (!read_name(o->routine, name, sizeof name))
        return UK_EXIT_USAGE;
    if (o->points && o->complaint) {
        uk_terminal_say("new takes --for or --points, not both");
        return UK_EXIT_USAGE;
    }
    if (is_taken(u, name)) {
        uk_terminal_say("there is a routine %s already: choose another name", name);
        return UK_EXIT_FAILED;
    }
    params[n++] = (struct unknot_param){"name", name};
    if (o->points)
        params[n++] = (struct unknot_param){"points", o->points};
    if (o->complaint)
        params[n++] = (struct unknot_param){"for", o->complaint};
    int status = unknot_ask(u, "new", params, n, &text);
    if (status)
        return uk_engine_failed(u, status);
    const char *slash = strrchr(o->routine, '/');
    int folder = slash ? (int)(slash - o->routine) : 1;
    snprintf(path, sizeof path, "%.*s/%s.lua", folder, slash ? o->routine : ".", name);
    int code = write_new(path, text);
    if (!code)
        say_what_next(cli->program, path);
    return code;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = write_routine(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_new = {
    .name = "new",
    .arguments = "NAME",
    .summary = "writes a first routine, to go on from",
    .about = "Writes NAME.lua into this folder: small, complete, with a comment where there is something to choose, and ready\n"
             "to be played. It presses one place; --points or --for choose others.",
    .example = "unknot new shoulders --points upper-trapezius,levator-scapulae",
    .flag = UK_NEW,
    .run = run,
};
