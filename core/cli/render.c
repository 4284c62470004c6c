#include "engine.h"
#include "loaded.h"

#include <string.h>
#include <unistd.h>

#define TICK_S 0.05

static void show_progress(struct uk_cli *cli, struct unknot *u, int64_t from)
{
    char line[512];
    int64_t length = unknot_length_frames(u) - from, done = unknot_tell(u) - from;
    int percent = length > 0 ? (int)(done * 100 / length) : 100;
    snprintf(line, sizeof line, "%3d %%  %s", percent, cli->options.output);
    uk_terminal_line(&cli->terminal, line);
}

/* Returns the exit code; what was not finished is not kept by the sink. */
static int write_all(struct uk_cli *cli, struct unknot *u, struct unknot_player *p)
{
    int64_t from = unknot_tell(u);
    while (unknot_player_wait(p, TICK_S) == UNKNOT_PLAYER_PLAYING && !atomic_load(&cli->watch.caught))
        show_progress(cli, u, from);
    uk_terminal_clear(&cli->terminal, true);
    switch (unknot_player_state(p)) {
    case UNKNOT_PLAYER_ENDED:
        break;
    case UNKNOT_PLAYER_FAILED:
        uk_terminal_say("%s", unknot_player_message(p));
        return UK_EXIT_FAILED;
    case UNKNOT_PLAYER_PLAYING:
        return uk_watch_exit_code(&cli->watch);
    }
    if (cli->terminal.live) {
        char length[32];
        uk_engine_clock(length, unknot_length_frames(u) - from, unknot_rate(u), false);
        fprintf(stderr, "wrote %s, %s\n", cli->options.output, length);
    }
    return UK_EXIT_DONE;
}

int uk_render_loaded(struct uk_cli *cli, struct unknot *u)
{
    bool to_stdout = strcmp(cli->options.output, "-") == 0;
    struct unknot_player_options options;
    struct unknot_player *p = NULL;
    unknot_player_options_init(&options);
    options.sink = to_stdout ? "pipe" : "file";
    options.target = to_stdout ? "wav" : cli->options.output;
    options.realtime = 0;
    int status = unknot_player_open(&p, u, &options);
    if (!status)
        status = unknot_player_start(p);
    int code = status ? uk_engine_failed(u, status) : write_all(cli, u, p);
    unknot_player_close(p);
    return code;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    if (!cli->options.output) {
        const char *routine = cli->options.routine, *slash = strrchr(routine, '/'), *name = slash ? slash + 1 : routine;
        uk_terminal_say("render needs the name of a file to write: -o %.*s.flac", (int)strcspn(name, "."), name);
        return UK_EXIT_USAGE;
    }
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = uk_engine_load(cli, u);
    if (!code)
        code = uk_engine_seek(cli, u);
    if (!code)
        code = uk_render_loaded(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_render = {
    .name = "render",
    .arguments = "ROUTINE",
    .summary = "writes a routine into a sound file",
    .about = "Writes what play would play, bit for bit, into a file, as fast as the machine can. The file appears under its name\n"
             "when it is complete; if the work fails or is interrupted, nothing is left of it.",
    .example = "unknot render upper-trapezius --minutes 6 -o upper-trapezius.flac",
    .flag = UK_RENDER,
    .run = run,
};
