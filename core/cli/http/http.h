/* http.h - routines as files that a player in the house can fetch. server.c has the connections, answer.c says what is answered; shelf.c has
 * the engines, wave.c and flac.c make files of them, listing.c the lists; range.c and host.c read what requests say.
 */
#ifndef UK_HTTP_H
#define UK_HTTP_H

#include "flac.h"
#include "shelf.h"

#include <stdbool.h>

#include <sys/socket.h>

#define UK_HTTP_NAMES 16
#define UK_HTTP_PORT 8468

struct MHD_Connection;
struct MHD_Response;

struct uk_http {
    struct unknot_options engine;
    struct uk_shelf shelf;
    struct uk_flacs flacs;
    char hostname[256];
    const char *names[UK_HTTP_NAMES]; /* others that it goes by */
    size_t name_count;
};

/* One connection, as far as its patience goes. */
struct uk_seat {
    int fd;
    bool taken, answering;
    atomic_bool reads;   /* an engine is kept for it */
    atomic_bool waits;   /* for us: it is not its fault that nothing moves */
    _Atomic long long since_ms; /* when something of it moved last; while it is asking: when it began to */
    long long patience_ms;      /* for a request to be there whole */
};

/* Answers a GET, or with `head` a HEAD, of `target`, "/low-back.wav?minutes=6". Returns enum MHD_Result. */
int uk_answer(struct uk_http *h, struct uk_seat *seat, struct MHD_Connection *c, const char *target, bool head);

/* Answers with one sentence. Returns enum MHD_Result. */
int uk_answer_sentence(struct MHD_Connection *c, unsigned status, const char *sentence);

struct uk_server;

/* Listens. *port is the one it has. The caller owns *out and gives it back to uk_server_stop(), also after a failure, when trouble->text says
 * why. Returns 0 or an errno. */
int uk_server_start(struct uk_server **out, struct uk_http *h, const struct sockaddr *where, socklen_t size, char address[64],
                    struct uk_trouble *trouble);

/* Waits a tenth of a second for connections, and sees to those there are. */
void uk_server_work(struct uk_server *s);

/* Ends all connections. Accepts NULL. */
void uk_server_stop(struct uk_server *s);

#endif
