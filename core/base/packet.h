/* packet.h - what unknot and its helper programs say to each other: numbers and texts in a row, behind a length.
 *
 *     struct uk_packet p = {0};
 *     uk_packet_put_u32(&p, ASK_LENGTH);
 *     uk_packet_put_text(&p, "Rest.");
 *     int status = uk_packet_send(&p, fd, deadline_ns, m);
 *     uk_packet_finish(&p);
 *
 * Both ends run on one machine and are built together, so numbers are in the machine's own order. The reader trusts nothing: a get
 * beyond the end, or a text that is not UTF-8 or is too long, sets `bad` and gives 0 or "" from then on.
 */
#ifndef UK_PACKET_H
#define UK_PACKET_H

#include "status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed is empty and usable. `bad` after puts means that there was no memory. */
struct uk_packet {
    unsigned char *bytes;
    size_t length, capacity;
    size_t at; /* where the next get reads */
    bool bad;
};

#define UK_PACKET_LARGEST (16u << 20)

void uk_packet_put_u32(struct uk_packet *p, uint32_t value);
void uk_packet_put_i64(struct uk_packet *p, int64_t value);
void uk_packet_put_f64(struct uk_packet *p, double value);
void uk_packet_put_text(struct uk_packet *p, const char *text); /* NULL counts as "" */
void uk_packet_put_bytes(struct uk_packet *p, const void *bytes, size_t n);

uint32_t uk_packet_get_u32(struct uk_packet *p);
int64_t uk_packet_get_i64(struct uk_packet *p);
/* NaN and infinities are bad: no number that comes from outside may be one. */
double uk_packet_get_f64(struct uk_packet *p);
/* A text of at most `most` bytes, NUL at its end. Owned by the packet, valid until it is received into again or finished. */
const char *uk_packet_get_text(struct uk_packet *p, size_t most);
/* `*n` bytes. Owned by the packet as above. NULL when bad. */
const void *uk_packet_get_bytes(struct uk_packet *p, size_t *n);

/* Sends the whole packet. `deadline_ns` is a time of uk_clock_ns(). UNKNOT_IO: the other end is gone or too slow. */
int uk_packet_send(const struct uk_packet *p, int fd, int64_t deadline_ns, struct uk_message *m);

/* Receives a whole packet into `p` (what it held is dropped) and rewinds it.
 * UNKNOT_IO: the other end is gone, or the deadline has passed (then errno is ETIMEDOUT). UNKNOT_BAD_DATA: larger than `most`. */
int uk_packet_receive(struct uk_packet *p, int fd, size_t most, int64_t deadline_ns, struct uk_message *m);

/* Empties it for new puts; the memory is kept. */
void uk_packet_clear(struct uk_packet *p);

/* Gives the memory back. Accepts a zeroed one. */
void uk_packet_finish(struct uk_packet *p);

#endif
