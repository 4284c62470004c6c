/* lengths.h - how long phrases and clips are, by name: what was asked for once is not asked for again, neither by a fit, which plans many
 * times, nor by the plans that follow a press.
 *
 *     struct uk_lengths l = {0};
 *     uk_lengths_add(&l, UK_CLIP_PHRASE, "Breathe in.", 1200000000);
 *     int64_t ns = uk_lengths_find(&l, UK_CLIP_PHRASE, "Breathe in.");
 *     uk_lengths_finish(&l);
 */
#ifndef UK_LENGTHS_H
#define UK_LENGTHS_H

#include "../base/arena.h"
#include "../base/status.h"

#include <stdbool.h>

struct uk_length {
    const char *name;
    int kind; /* enum uk_clip_kind */
    int64_t ns;
    bool guess; /* nobody knows yet, it is about that */
    bool used; /* by a plan: known ones that are not count for nothing */
};

/* Zeroed is empty and usable. */
struct uk_lengths {
    struct uk_arena arena;
    struct uk_length *slots; /* open addressing; a NULL name is free */
    size_t count, room, used;
    size_t used_bytes; /* of the names of those that are used */
};

#define UK_MOST_LENGTHS 10000 /* that one plan may use, and that are sent along with a request */
#define UK_MOST_NAME_BYTES ((size_t)4 << 20) /* of all names that one plan uses */

/* Remembers a copy; the first length of a name stays. UNKNOT_NO_MEMORY, without a sentence. */
int uk_lengths_add(struct uk_lengths *l, int kind, const char *name, int64_t ns);
/* NULL: not known. Owned by `l`, valid until the next add. */
struct uk_length *uk_lengths_find(const struct uk_lengths *l, int kind, const char *name);
void uk_lengths_finish(struct uk_lengths *l); /* accepts a zeroed one */

#endif
