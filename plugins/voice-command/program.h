/* program.h - runs a program that may do anything, and leaves nothing of it behind.
 *
 * Between us and it stands a keeper, a fork of us: it ends the program and all that came of it when the time is over, or when we are
 * killed; then it also removes the folder.
 */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdbool.h>

#define PROGRAM_MOST_BYTES (128 << 20) /* in any file that it writes; what is linked with PulseAudio cannot start below 64 MB */

struct program {
    char *const *words; /* the program and its arguments, NULL behind the last */
    const char *folder; /* its own: goes when we are killed */
    const char *in, *out, *noise; /* files that become its stdin, stdout and stderr */
};

struct program_end {
    int not_started; /* errno, 0: it was */
    int status;      /* as waitpid() gives it */
    bool late;
    bool known;       /* false: the keeper was ended from outside */
};

/* Runs it for `limit_ms` at most. Returns 0, or errno when there is not even a keeper. */
int program_run(struct program_end *end, const struct program *p, int limit_ms);

/* Removes a folder and all in it, without following links. */
void program_remove(const char *folder);

#endif
