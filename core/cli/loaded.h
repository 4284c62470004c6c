/* loaded.h - what play, resume, replay and render do with a routine once it is loaded. */
#ifndef UK_LOADED_H
#define UK_LOADED_H

#include "command.h"

/* Plays it to its end, or to the listener's; `keep`: into the file of a session. Returns the exit code. */
int uk_play_loaded(struct uk_cli *cli, struct unknot *u, bool keep);

/* Writes it into the file of --output. Returns the exit code. */
int uk_render_loaded(struct uk_cli *cli, struct unknot *u);

#endif
