#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES 16384

struct uk_arena_block {
    struct uk_arena_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

void *uk_arena_get(struct uk_arena *a, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX - sizeof(struct uk_arena_block) - align)
        return NULL;
    size = (size + align - 1) / align * align;
    struct uk_arena_block *b = a->blocks;
    if (!b || b->size - b->used < size) {
        size_t bytes = size > BLOCK_BYTES ? size : BLOCK_BYTES;
        b = calloc(1, sizeof *b + bytes);
        if (!b)
            return NULL;
        b->size = bytes;
        b->next = a->blocks;
        a->blocks = b;
    }
    void *p = b->bytes + b->used;
    b->used += size;
    return p;
}

char *uk_arena_text(struct uk_arena *a, const char *text, size_t n)
{
    char *copy = uk_arena_get(a, n + 1);
    if (copy && n)
        memcpy(copy, text, n);
    return copy;
}

void uk_arena_finish(struct uk_arena *a)
{
    while (a->blocks) {
        struct uk_arena_block *next = a->blocks->next;
        free(a->blocks);
        a->blocks = next;
    }
}
