/* keys.h - the keys of a routine in mpv, as long as one plays. They are unknot's own (plugins/control-keys.c), and weaker than whatever the
 * user's input.conf has.
 *
 * A number is asked for with v: then the digits are its own, until one is pressed or five seconds are over. */
#ifndef KEYS_H
#define KEYS_H

#include <mpv/client.h>

struct keys {
    mpv_handle *mpv;
    enum { KEYS_NO_NUMBER, KEYS_NUMBER, KEYS_ONE } waits; /* for a number; for what follows a 1 */
    int64_t until_ns;
};

void keys_init(struct keys *k, mpv_handle *mpv);
void keys_enable(struct keys *k, int on);

/* The next keys are a number. */
void keys_ask(struct keys *k);

/* A digit was pressed. Returns the number that is meant, -1 when it is not known yet. */
int keys_digit(struct keys *k, int digit);

/* To be called when keys_wait_s() are over. The number that is meant, or -1. */
int keys_settle(struct keys *k);

/* How long nothing is to be done, for mpv_wait_event(). */
double keys_wait_s(const struct keys *k);

#endif
