/* unknot - the command. One table of commands; each is a file of its own. */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct uk_command *const commands[] = {
    &uk_play, &uk_resume, &uk_replay, &uk_ctl, &uk_render, &uk_plan, &uk_new, &uk_check, &uk_pack, &uk_voice,
    &uk_for, &uk_list, &uk_show, &uk_plugins, &uk_devices,
};
#define COMMANDS (sizeof commands / sizeof *commands)

/* Without these three the first file opened would become standard output, and words would be written into it. */
static void open_standard_files(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", fd ? O_WRONLY : O_RDONLY) != fd)
            _exit(UK_EXIT_FAILED);
}

static void print_overview(FILE *out)
{
    fputs("unknot guides trigger-point self-massage by ear.\n\nusage: unknot COMMAND [OPTIONS]\n\ncommands:\n", out);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(out, "  %-8s %-8s %s\n", commands[i]->name, commands[i]->arguments, commands[i]->summary);
    fputs("  help     COMMAND  what a command does and takes; the same as COMMAND --help\n"
          "\n"
          "  -h, --help       this page\n"
          "  -V, --version    the version\n"
          "\n"
          "A ROUTINE is a name that `unknot list` shows, or the path of a script: ./mine.lua\n"
          "\n"
          "example: unknot play upper-trapezius --minutes 6\n",
          out);
}

static void print_command(const struct uk_command *c)
{
    printf("usage: unknot %s%s%s [OPTIONS]\n\n%s\n\noptions:\n", c->name, *c->arguments ? " " : "", c->arguments, c->about);
    uk_options_print(stdout, c->flag);
    printf("\nexample: %s\n", c->example);
}

void uk_command_names(unsigned takers, char *out, size_t size)
{
    size_t count = 0, told = 0, at = 0;
    for (size_t i = 0; i < COMMANDS; i++)
        count += (commands[i]->flag & takers) != 0;
    for (size_t i = 0; i < COMMANDS && at < size; i++) {
        if (!(commands[i]->flag & takers))
            continue;
        const char *before = told == 0 ? "" : told + 1 == count ? " and " : ", ";
        at += (size_t)snprintf(out + at, size - at, "%s%s", before, commands[i]->name);
        told++;
    }
}

static const struct uk_command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static int unknown_command(const char *name)
{
    const char *names[COMMANDS + 2];
    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = commands[i]->name;
    names[COMMANDS] = "help";
    names[COMMANDS + 1] = NULL;
    const char *near = uk_options_near(name, names);
    if (*name == '-')
        uk_terminal_say("the command comes first, not %s; see unknot --help", name);
    else if (near)
        uk_terminal_say("there is no command \"%s\"; did you mean %s?", name, near);
    else
        uk_terminal_say("there is no command \"%s\"; see unknot --help", name);
    return UK_EXIT_USAGE;
}

static int help(const char *name)
{
    if (!name) {
        print_overview(stdout);
        return UK_EXIT_DONE;
    }
    const struct uk_command *command = find_command(name);
    if (!command)
        return unknown_command(name);
    print_command(command);
    return UK_EXIT_DONE;
}

static int run(const struct uk_command *command, const char *program, int argc, char **argv)
{
    struct uk_cli cli = {.program = program};
    int code = uk_options_read(&cli.options, command, argc, argv);
    if (code)
        return code;
    if (cli.options.help)
        return help(command->name);
    uk_terminal_init(&cli.terminal);
    int error = uk_watch_start(&cli.watch, &cli.terminal);
    if (error) {
        uk_terminal_say("cannot start a thread: %s", strerror(error));
        return UK_EXIT_FAILED;
    }
    code = command->run(&cli);
    uk_watch_stop(&cli.watch);
    return code;
}

int main(int argc, char **argv)
{
    open_standard_files();
    signal(SIGPIPE, SIG_DFL); /* a reader who has seen enough ends us without a word */
    if (argc < 2) {
        print_overview(stderr);
        return UK_EXIT_USAGE;
    }

    const struct uk_command *command = find_command(argv[1]);
    int code = UK_EXIT_DONE;
    if (command)
        code = run(command, argv[0], argc - 1, argv + 1);
    else if (strcmp(argv[1], "-V") == 0 || strcmp(argv[1], "--version") == 0)
        printf("unknot %s\n", unknot_version());
    else if (strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
        code = help(argv[1][0] != '-' && argc > 2 ? argv[2] : NULL);
    else
        code = unknown_command(argv[1]);

    int written = uk_terminal_flush();
    return code ? code : written;
}
