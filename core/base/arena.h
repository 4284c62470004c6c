/* arena.h - memory for many small things that are given back together: a timeline and all its texts. */
#ifndef UK_ARENA_H
#define UK_ARENA_H

#include <stddef.h>

struct uk_arena_block;

/* Zeroed is empty and usable. */
struct uk_arena {
    struct uk_arena_block *blocks;
};

/* `size` zeroed bytes, aligned for any type; NULL when there is no memory. Owned by the arena. */
void *uk_arena_get(struct uk_arena *a, size_t size);

/* A copy of `n` bytes of text with a NUL behind; NULL when there is no memory. Owned by the arena. */
char *uk_arena_text(struct uk_arena *a, const char *text, size_t n);

/* Gives everything back. Accepts a zeroed one. */
void uk_arena_finish(struct uk_arena *a);

#endif
