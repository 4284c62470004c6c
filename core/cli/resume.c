#include "engine.h"
#include "loaded.h"

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    atomic_store(&cli->watch.graceful, true);
    int code = uk_engine_open(cli, &u);
    if (!code) {
        uk_watch_busy(&cli->watch, "preparing the voice ...");
        int status = unknot_resume(u);
        uk_watch_busy(&cli->watch, NULL);
        code = status ? uk_engine_failed(u, status) : uk_play_loaded(cli, u, true);
    }
    unknot_close(u);
    return code;
}

const struct uk_command uk_resume = {
    .name = "resume",
    .arguments = "",
    .summary = "goes on with a session that was cut off",
    .about = "Goes on where the last session was when the power failed or the program was killed: it says where to put hand or\n"
             "ball again, and does the rest. A session that came to its end, or was ended with q, Ctrl-C or stop, is over.",
    .example = "unknot resume",
    .flag = UK_RESUME,
    .run = run,
};
