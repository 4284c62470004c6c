/* broker.h - the connection to an MQTT broker: kept up by a thread of its own, since looking up a name and connecting may wait. */
#ifndef BROKER_H
#define BROKER_H

#include "where.h"

#include <mosquitto.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#define BROKER_LINE 512 /* bytes a command may have, with the zero at its end */

#define BROKER_WHY 450

enum { BROKER_LINES = 32 };

struct broker {
    struct mosquitto *mosquitto;
    const struct where *where;
    char command[WHERE_NAME + 32], available[WHERE_NAME + 32]; /* topics */
    pthread_t thread;
    bool has_thread;
    int fd; /* eventfd, readable when something came */
    _Atomic bool over, connected;
    _Atomic bool is_new;  /* it was connected since last asked */
    int refused;          /* what the broker said to who we are; 0: nothing. The thread's */
    bool untrusted, other_name; /* its certificate is, or is for another name. The thread's */
    pthread_mutex_t lock; /* of what follows */
    char why[BROKER_WHY]; /* there is no connection; "" */
    bool why_is_new;
    uint32_t first, count;
    char lines[BROKER_LINES][BROKER_LINE];
};

/* Begins to connect, and does so until broker_close(). `where` stays as long. The broker says "offline" for us when we are gone.
 * Negative errno on failure. */
int broker_open(struct broker *b, const struct where *where);

/* The next command that came, copied to `line`. False when there is none. */
bool broker_take(struct broker *b, char line[BROKER_LINE]);

/* Whether it is another reason than before why there is no connection; it is copied to `why`, "" when there is one. */
bool broker_why(struct broker *b, char why[BROKER_WHY]);

/* Says something, if there is a connection. Never waits. */
void broker_say(struct broker *b, const char *topic, const char *payload, bool retain);

/* Says goodbye, for a second at most. Accepts a zeroed one. */
void broker_close(struct broker *b);

#endif
