/* voice.h - the words behind `unknot voice`. Each is a function; voice.c has the table of them. */
#ifndef UK_VOICE_COMMAND_H
#define UK_VOICE_COMMAND_H

#include "command.h"

/* Each returns the exit code, after saying on stderr what is wrong. What stands behind the word is words[1] and on of the options; that there
 * are as many as it needs was checked. */
int uk_voice_import(struct uk_cli *cli, struct unknot *u);
int uk_voice_use(struct uk_cli *cli, struct unknot *u);

#endif
