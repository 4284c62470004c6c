/* translation.h - texts in another language, by the text as it was written: a gettext catalogue (.po), read as it is.
 *
 *     struct uk_translation t = {0};
 *     if (uk_translation_read(&t, text, n, "po/de.po", m) == UNKNOT_OK)
 *         said = uk_translation_find(&t, "Breathe in."); // "Atme ein."; NULL: there is none
 *     uk_translation_finish(&t);
 */
#ifndef UK_TRANSLATION_H
#define UK_TRANSLATION_H

#include "arena.h"
#include "status.h"

#include <stdint.h>

#define UK_TRANSLATION_LARGEST ((size_t)8 << 20) /* bytes of a catalogue */
#define UK_TRANSLATION_LONGEST 4000              /* bytes of one text */

struct uk_translated {
    const char *source, *text; /* neither is empty */
};

/* Zeroed is empty and usable. */
struct uk_translation {
    struct uk_arena arena;
    struct uk_translated *list; /* in the order they came */
    size_t count, capacity;
    uint32_t *slots; /* by source: index + 1, 0 is free */
};

/* Adds what a catalogue has: entries that are fuzzy, obsolete or not translated count for nothing, nor do those with a context or plural
 * forms; where a text is there already, the earlier one stays. Line breaks in a translation become blanks.
 * UNKNOT_BAD_DATA, UNKNOT_LIMIT: "po/de.po:12: sentence", with `name` in front. The caller finishes *t in any case. */
int uk_translation_read(struct uk_translation *t, const char *text, size_t n, const char *name, struct uk_message *m);

/* Adds a copy of one; the earlier one of a source stays. UNKNOT_NO_MEMORY. */
int uk_translation_add(struct uk_translation *t, const char *source, const char *text, struct uk_message *m);

/* Owned by `t`. NULL: there is none. */
const char *uk_translation_find(const struct uk_translation *t, const char *source);

void uk_translation_finish(struct uk_translation *t); /* accepts a zeroed one */

#endif
