#include "engine.h"
#include "loaded.h"

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    atomic_store(&cli->watch.graceful, !cli->options.output);
    int code = uk_engine_open(cli, &u);
    if (!code) {
        uk_watch_busy(&cli->watch, "preparing the voice ...");
        int status = unknot_replay(u, cli->options.routine);
        uk_watch_busy(&cli->watch, NULL);
        code = status ? uk_engine_failed(u, status) : cli->options.output ? uk_render_loaded(cli, u) : uk_play_loaded(cli, u, false);
    }
    unknot_close(u);
    return code;
}

const struct uk_command uk_replay = {
    .name = "replay",
    .arguments = "FILE",
    .summary = "plays or renders a past session as it was",
    .about = "Plays a session again from the file that was kept of it, with all that the listener pressed; with -o, writes it into\n"
             "a sound file, bit for bit as it sounded. The files are in ~/.local/state/unknot/sessions, named by the time.",
    .example = "unknot replay ~/.local/state/unknot/sessions/20260102T200000Z-000-upper-trapezius.jsonl -o evening.flac",
    .flag = UK_REPLAY,
    .run = run,
};
