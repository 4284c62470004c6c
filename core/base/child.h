/* child.h - a helper program: started with one socket as its stdin and stdout, killed when it does not behave.
 *
 *     struct uk_child c = UK_CHILD_NONE;
 *     const char *argv[] = {"/usr/libexec/unknot/unknot-planner", NULL};
 *     if (uk_child_start(&c, argv, m) == UNKNOT_OK)
 *         ... talk on c.fd ...
 *     uk_child_kill(&c);
 */
#ifndef UK_CHILD_H
#define UK_CHILD_H

#include "status.h"

#include <sys/types.h>

struct uk_child {
    pid_t pid; /* 0: none */
    int fd;    /* our end of the socket, -1: none */
};

#define UK_CHILD_NONE {0, -1}

/* Starts argv[0] (a path) in a process group of its own, with an empty environment but PATH, HOME, the XDG folders and the variables whose
 * names begin with "UNKNOT_"; stderr goes to /dev/null. UNKNOT_IO: cannot be started. [any but audio] */
int uk_child_start(struct uk_child *c, const char *const *argv, struct uk_message *m);

/* How a child ended. */
struct uk_child_end {
    int status; /* exit status, or -1 when a signal ended it */
    int signal; /* 0 when it exited by itself */
};

/* Ends it at once (SIGKILL) if it still runs, and takes its end. Accepts a child that is none. [any but audio] */
struct uk_child_end uk_child_kill(struct uk_child *c);

/* Closes the socket, waits up to 200 ms for it to exit by itself, then kills it. [any but audio] */
struct uk_child_end uk_child_finish(struct uk_child *c);

#endif
