/* lengths.h - the lengths of phrases and clips that were asked for once are remembered: finding a fit plans many times. */
#ifndef UK_LENGTHS_H
#define UK_LENGTHS_H

#include "../base/arena.h"
#include "../base/packet.h"

struct uk_length {
    const char *name;
    int kind;
    int64_t ns;
};

/* Zeroed is empty and usable. */
struct uk_lengths {
    struct uk_arena arena;
    struct uk_packet packet;
    struct uk_length *slots; /* open addressing; a NULL name is free */
    size_t count, room;
};

#define UK_MOST_LENGTHS 10000

/* In nanoseconds. -1: *why says why not. */
int64_t uk_lengths_get(struct uk_lengths *l, int kind, const char *name, struct uk_message *why);
void uk_lengths_finish(struct uk_lengths *l); /* accepts a zeroed one */

#endif
