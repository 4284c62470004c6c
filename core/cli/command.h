/* command.h - one command of `unknot`: what it is called, what it takes, what it says of itself, and what runs it.
 *
 * A command is one file with one const table at its end; main.c lists the tables.
 */
#ifndef UK_COMMAND_H
#define UK_COMMAND_H

#include "options.h"
#include "terminal.h"
#include "watch.h"

#include <unknot.h>

/* What a process ends with. */
enum uk_exit {
    UK_EXIT_DONE = 0,
    UK_EXIT_FAILED = 1,
    UK_EXIT_USAGE = 2,
    UK_EXIT_INTERRUPTED = 130,
};

/* Level of a mark that is a question: for controls, no step to show. */
#define UK_QUESTION 3

/* One run of the command. */
struct uk_cli {
    const char *program; /* as it was called, for the commands it offers to the reader */
    struct uk_options options;
    struct uk_terminal terminal;
    struct uk_watch watch;
};

struct uk_command {
    const char *name;
    const char *arguments; /* "ROUTINE", "" when it takes none */
    const char *summary;   /* one line for the list of commands */
    const char *about;     /* a few lines for its own --help */
    const char *example;
    unsigned flag; /* its place in the table of options: enum uk_takes */
    int (*run)(struct uk_cli *cli);
};

/* Writes "play and render", the commands whose flag is in `takers`, into `out`. */
void uk_command_names(unsigned takers, char *out, size_t size);

extern const struct uk_command uk_play, uk_resume, uk_replay, uk_serve, uk_ctl, uk_render, uk_plan, uk_new, uk_check, uk_pack, uk_voice,
    uk_for, uk_list, uk_show, uk_plugins, uk_devices, uk_doctor;

#endif
