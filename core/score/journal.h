/* journal.h - what the listener did: one entry a press, in order of time.
 *
 * As text it is one JSON object a line: {"at": 12.345, "event": "longer"}, {"at": 80.2, "event": "rate", "value": 4}. `at` is in
 * seconds from the start of the routine: no bit before it is changed by the event. The routine hears of it UK_LOOK_AHEAD_NS later.
 */
#ifndef UK_JOURNAL_H
#define UK_JOURNAL_H

#include "../base/status.h"

#include <stddef.h>
#include <stdint.h>

enum uk_event { UK_NEXT, UK_AGAIN, UK_LONGER, UK_EASIER, UK_HARDER, UK_SWITCH, UK_READY, UK_RATE, UK_STOP, UK_RESUMED, UK_EVENTS };
extern const char *const uk_event_names[]; /* in that order, ending in NULL */

struct uk_entry {
    int64_t at_ns;
    enum uk_event event;
    double value; /* of UK_RATE, 0 to 10; of UK_RESUMED, the seconds of the pause; else 0 */
};

#define UK_MOST_ENTRIES 10000

/* Zeroed is empty and usable. */
struct uk_journal {
    struct uk_entry *entries;
    size_t count, room;
};

/* Appends; drops entries later than it first. UNKNOT_LIMIT, UNKNOT_NO_MEMORY, UNKNOT_BAD_ARGUMENT (a value out of range). */
int uk_journal_add(struct uk_journal *j, struct uk_entry entry, struct uk_message *m);
/* A copy of `from` into the zeroed *to. */
int uk_journal_copy(struct uk_journal *to, const struct uk_journal *from, struct uk_message *m);
/* One entry from an object of jansson's. What is wrong with it, or NULL. */
struct json_t;
const char *uk_entry_parse(const struct json_t *object, struct uk_entry *entry);
/* Reads the text form into the zeroed *j. A last line without its end is a torn one and is left out. Entries must be in order.
 * `name` is for the sentence. UNKNOT_BAD_DATA: the sentence names the line. */
int uk_journal_parse(struct uk_journal *j, const char *text, size_t n, const char *name, struct uk_message *m);
/* One entry as a line of text, at most UK_ENTRY_TEXT bytes with its newline and NUL. Returns how many without the NUL. */
#define UK_ENTRY_TEXT 96
size_t uk_entry_text(const struct uk_entry *entry, char *out);
/* The text form. The caller frees it. NULL: no memory. */
char *uk_journal_text(const struct uk_journal *j);
void uk_journal_finish(struct uk_journal *j); /* accepts a zeroed one */

#endif
