/* voice.h - the words behind `unknot voice`. Each is a function; voice.c has the table of them. */
#ifndef UK_VOICE_COMMAND_H
#define UK_VOICE_COMMAND_H

#include "command.h"

/* Each returns the exit code, after saying on stderr what is wrong. What stands behind the word is words[1] and on of the options; that there
 * are as many as it needs was checked. */
int uk_voice_import(struct uk_cli *cli, struct unknot *u);
int uk_voice_check(struct uk_cli *cli, struct unknot *u);
int uk_voice_build(struct uk_cli *cli, struct unknot *u);
int uk_voice_export(struct uk_cli *cli, struct unknot *u);

/* Loads a routine, with all that it may ever say among its phrases. Nothing is spoken for this. */
int uk_voice_load(struct uk_cli *cli, struct unknot *u, const char *routine);

/* Loads each routine that was named so, or all there are and what a service says beside them, and does `work`. Goes on to the next when one
 * cannot be loaded. The exit code: the first that is no success. */
int uk_voice_each(struct uk_cli *cli, struct unknot *u, int (*work)(struct uk_cli *cli, struct unknot *u, const char *routine, void *ctx),
                  void *ctx);

/* The place of the voice that was asked for, by --voice or with `use`; -1: none was, or it is no voice pack. After unknot_voice_count(). */
int uk_voice_wanted_pack(struct uk_cli *cli, const struct unknot *u);

#endif
