#include "lengths.h"

#include "../base/text.h"
#include "talk.h"

#include <stdlib.h>
#include <string.h>

/* Where the name is, or would be put. There is always a free slot. */
static struct uk_length *find(struct uk_length *slots, size_t room, int kind, const char *name)
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
            *find(slots, room, l->slots[i].kind, l->slots[i].name) = l->slots[i];
    free(l->slots);
    l->slots = slots;
    l->room = room;
    return UNKNOT_OK;
}

int64_t uk_lengths_get(struct uk_lengths *l, int kind, const char *name, struct uk_message *why)
{
    if (l->count * 2 >= l->room && grow(l)) {
        uk_no_memory(why);
        return -1;
    }
    struct uk_length *slot = find(l->slots, l->room, kind, name);
    if (slot->name)
        return slot->ns;
    if (l->count >= UK_MOST_LENGTHS) {
        uk_fail(why, UNKNOT_LIMIT, "a routine may use at most %d different phrases and sounds", UK_MOST_LENGTHS);
        return -1;
    }
    int64_t ns = uk_ask_length(&l->packet, kind, name, why);
    if (ns < 0)
        return -1;
    slot->name = uk_arena_text(&l->arena, name, strlen(name));
    if (!slot->name) {
        uk_no_memory(why);
        return -1;
    }
    slot->kind = kind;
    slot->ns = ns;
    l->count++;
    return ns;
}

void uk_lengths_finish(struct uk_lengths *l)
{
    free(l->slots);
    uk_arena_finish(&l->arena);
    uk_packet_finish(&l->packet);
    *l = (struct uk_lengths){0};
}
