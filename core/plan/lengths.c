#include "lengths.h"

#include "../base/text.h"

#include <stdlib.h>
#include <string.h>

/* Where the name is, or would be put. There is always a free slot. */
static struct uk_length *place(struct uk_length *slots, size_t room, int kind, const char *name)
{
    size_t at = uk_text_hash(UK_HASH_START + (unsigned)kind, name, strlen(name)) & (room - 1);
    while (slots[at].name && (slots[at].kind != kind || strcmp(slots[at].name, name) != 0))
        at = (at + 1) & (room - 1);
    return &slots[at];
}

static int grow(struct uk_lengths *l)
{
    size_t room = l->room ? l->room * 2 : 256;
    struct uk_length *slots = calloc(room, sizeof *slots);
    if (!slots)
        return UNKNOT_NO_MEMORY;
    for (size_t i = 0; i < l->room; i++)
        if (l->slots[i].name)
            *place(slots, room, l->slots[i].kind, l->slots[i].name) = l->slots[i];
    free(l->slots);
    l->slots = slots;
    l->room = room;
    return UNKNOT_OK;
}

int uk_lengths_add(struct uk_lengths *l, int kind, const char *name, int64_t ns)
{
    if (l->count * 2 >= l->room && grow(l))
        return UNKNOT_NO_MEMORY;
    struct uk_length *slot = place(l->slots, l->room, kind, name);
    if (slot->name)
        return UNKNOT_OK;
    slot->name = uk_arena_text(&l->arena, name, strlen(name));
    if (!slot->name)
        return UNKNOT_NO_MEMORY;
    slot->kind = kind;
    slot->ns = ns;
    l->count++;
    return UNKNOT_OK;
}

struct uk_length *uk_lengths_find(const struct uk_lengths *l, int kind, const char *name)
{
    struct uk_length *slot = l->count ? place(l->slots, l->room, kind, name) : NULL;
    return slot && slot->name ? slot : NULL;
}

void uk_lengths_finish(struct uk_lengths *l)
{
    free(l->slots);
    uk_arena_finish(&l->arena);
    *l = (struct uk_lengths){0};
}
