/* fifo.h - the way to a program that takes sound from a named pipe and plays it, such as Snapcast's server.
 *
 *     struct fifo *f;
 *     if (fifo_open(&f, host, "/var/lib/snapserver/unknot,1", 48000) == 0)
 *         taken = fifo_write(f, frames, count);
 *
 * A reader may come late, stop reading, go and come back: time goes on, at the pace of a clock. No more is in the pipe than FIFO_HELD_MS, so
 * what a press changes is heard that soon. All of this is [feeder] but fifo_health().
 */
#ifndef FIFO_H
#define FIFO_H

#include <unknot_plugin.h>

#include <stdbool.h>

#define FIFO_HELD_MS 100

struct fifo;

/* Whether a target is a named pipe: it has a '/' in it. */
bool fifo_is_meant(const char *target);

/* `target` is the path, and may have behind a comma how many seconds later its reader plays what it reads. Negative after host->fail():
 * there is no such pipe, or nobody reads it. */
int32_t fifo_open(struct fifo **out, const struct unknot_host *host, const char *target, uint32_t rate);

/* Takes frames of 16 bits, waiting at most 100 ms. Returns how many; 0: no room yet. */
int32_t fifo_write(struct fifo *f, const int16_t *frames, uint32_t count);

/* Returns when the reader has everything, or takes nothing any more. */
void fifo_finish(struct fifo *f);

/* Drops what nobody has read yet. Accepts NULL. */
void fifo_close(struct fifo *f);

int64_t fifo_latency_frames(struct fifo *f);

void fifo_health(struct fifo *f, struct unknot_sink_health *out); /* any thread */

#endif
