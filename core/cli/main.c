/* unknot - the command. One table of commands; each is a file of its own. */
#include "command.h"
#include "help.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct uk_command *const commands[] = {
    &uk_play, &uk_resume, &uk_replay, &uk_serve, &uk_ctl, &uk_render, &uk_plan, &uk_new, &uk_check, &uk_pack, &uk_voice,
    &uk_for, &uk_list, &uk_show, &uk_plugins, &uk_devices, &uk_doctor,
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
    fputs("  help     TOPIC    what a command does and takes; or a page about one of the topics\n"
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

/* `topics`: what may also be meant, NULL: none of them. */
static int unknown_command(const char *name, const struct uk_topics *topics)
{
    const char *names[COMMANDS + UK_TOPICS_MAX + 3];
    size_t n = 0;
    for (size_t i = 0; i < COMMANDS; i++)
        names[n++] = commands[i]->name;
    names[n++] = "help";
    for (size_t i = 0; topics && i < topics->count; i++)
        names[n++] = topics->names[i];
    names[n] = NULL;
    const char *near = uk_options_near(name, names), *what = topics ? "command or topic" : "command";
    if (*name == '-')
        uk_terminal_say("the command comes first, not %s; see unknot --help", name);
    else if (near)
        uk_terminal_say("there is no %s \"%s\"; did you mean %s?", what, name, near);
    else
        uk_terminal_say("there is no %s \"%s\"; see unknot --help", what, name);
    return UK_EXIT_USAGE;
}

static void print_all(void)
{
    struct uk_topics topics;
    print_overview(stdout);
    uk_help_init(&topics);
    uk_help_list(&topics);
    uk_help_finish(&topics);
}

static int help_on_topic(const char *name, const char *part)
{
    struct uk_topics topics;
    uk_help_init(&topics);
    bool known = false;
    for (size_t i = 0; i < topics.count; i++)
        known |= strcmp(topics.names[i], name) == 0;
    int code = UK_EXIT_DONE;
    if (known)
        code = uk_help_page(&topics, name, part);
    else if (strcmp(name, "topics") == 0)
        uk_help_titles(&topics);
    else
        code = unknown_command(name, &topics);
    uk_help_finish(&topics);
    return code;
}

static int help(const char *name, const char *part)
{
    const struct uk_command *command = name ? find_command(name) : NULL;
    if (!name)
        print_all();
    else if (!command)
        return help_on_topic(name, part);
    else
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
        return help(command->name, NULL);
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
        code = help(argv[1][0] != '-' && argc > 2 ? argv[2] : NULL, argc > 3 ? argv[3] : NULL);
    else
        code = unknown_command(argv[1], NULL);

    int written = uk_terminal_flush();
    return code ? code : written;
}
