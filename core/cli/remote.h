/* remote.h - the line to the player that plays now: its socket, and the lines that come and go.
 *
 * Nothing waits longer than it is told to: a player that stands still is said to, not waited for.
 */
#ifndef UK_REMOTE_H
#define UK_REMOTE_H

#include "command.h"

#include <sys/un.h>

/* The time a player has to answer: on a small machine a service may be planning just now. */
#define UK_REMOTE_S 3.0

struct uk_remote {
    int fd;
    struct sockaddr_un at;
    long long until_ms; /* by when it must have answered */
    char *text;         /* what came: a line that was handed out, then more */
    size_t line, used, room;
};

/* Whether a player of this user, or the machine's service, lets one in. Says nothing. */
bool uk_remote_is_there(void);

/* Each returns 0, or the exit code after saying on stderr what is wrong. */

/* Connects to the socket `path`, NULL: where a player of this user has it. It has UK_REMOTE_S from now on to answer. */
int uk_remote_open(struct uk_remote *r, const char *path);

/* Sends `n` bytes. */
int uk_remote_send(struct uk_remote *r, const char *bytes, size_t n);

/* Waits for a line until the time is over. *line is owned by `r`, without its newline, valid until the next call. */
int uk_remote_answer(struct uk_remote *r, char **line);

/* Waits for a line for `seconds`. Returns 1 with *line, 0 when none came, -1 when the player has ended. Says nothing. */
int uk_remote_line(struct uk_remote *r, double seconds, char **line);

void uk_remote_close(struct uk_remote *r); /* accepts one that did not open */

#endif
