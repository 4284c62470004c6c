/* address.h - where the socket is: a file that only its user can open, never taken away from a player that lives. */
#ifndef ADDRESS_H
#define ADDRESS_H

#include <unknot_plugin.h>

#include <sys/types.h>
#include <sys/un.h>

struct address {
    int fd; /* listens, never waits; -1: none */
    struct sockaddr_un at;
    dev_t device; /* with `inode`: the file that is ours */
    ino_t inode;
};

/* Makes the socket and listens. `target` is its path, or "": $XDG_RUNTIME_DIR/unknot/socket, and where that variable is not set
 * /tmp/unknot-UID/socket; the folder is made when it is missing and closed to others. A socket that nobody listens on any more is
 * replaced. Negative after host->fail(): a live player has it, or it cannot be made. */
int32_t address_open(struct address *a, const struct unknot_host *host, const char *target);

/* Stops listening and removes the file if it is still ours. Accepts one that is not open. */
void address_close(struct address *a);

#endif
