#include "journal.h"

#include "../base/time.h"
#include "timeline.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const uk_event_names[] = {"next",  "again", "longer", "easier", "harder",
                                      "switch", "ready", "rate",   "stop",   "resumed", NULL};

static double most_value(enum uk_event event)
{
    return event == UK_RATE ? 10 : event == UK_RESUMED ? (double)(UK_LAST_NS / UK_NS_PER_S) : 0;
}

int uk_journal_add(struct uk_journal *j, struct uk_entry entry, struct uk_message *m)
{
    if ((unsigned)entry.event >= UK_EVENTS || entry.at_ns < 0 || entry.at_ns > UK_LAST_NS ||
        !(entry.value >= 0 && entry.value <= most_value(entry.event)))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "an event has a time or value that cannot be: 'rate' takes 0 to 10");
    while (j->count > 0 && j->entries[j->count - 1].at_ns > entry.at_ns)
        j->count--;
    if (j->count >= UK_MOST_ENTRIES)
        return uk_fail(m, UNKNOT_LIMIT, "a journal holds at most %d events", UK_MOST_ENTRIES);
    if (j->count == j->room) {
        size_t room = j->room ? j->room * 2 : 16;
        struct uk_entry *grown = realloc(j->entries, room * sizeof *grown);
        if (!grown)
            return uk_no_memory(m);
        j->entries = grown;
        j->room = room;
    }
    j->entries[j->count++] = entry;
    return UNKNOT_OK;
}

int uk_journal_copy(struct uk_journal *to, const struct uk_journal *from, struct uk_message *m)
{
    *to = (struct uk_journal){0};
    for (size_t i = 0; i < from->count; i++) {
        int status = uk_journal_add(to, from->entries[i], m);
        if (status) {
            uk_journal_finish(to);
            return status;
        }
    }
    return UNKNOT_OK;
}

const char *uk_entry_parse(const struct json_t *object, struct uk_entry *entry)
{
    json_t *at = json_object_get(object, "at"), *value = json_object_get(object, "value");
    const char *event = json_string_value(json_object_get(object, "event"));
    int index = event ? uk_name_index(uk_event_names, event) : -1;
    entry->at_ns = json_is_number(at) ? uk_ns_from_seconds(json_number_value(at)) : -1;
    entry->value = json_number_value(value);
    if (entry->at_ns < 0)
        return "has no time: \"at\" is seconds from the start";
    if (index < 0)
        return "names no event: next again longer easier harder switch ready rate stop resumed";
    if (value && !json_is_number(value))
        return "has a value that is no number";
    entry->event = (enum uk_event)index;
    return NULL;
}

/* One line. What is wrong with it, or NULL. */
static const char *parse_line(const char *line, size_t n, struct uk_entry *entry)
{
    json_t *object = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
    const char *wrong = json_is_object(object) ? uk_entry_parse(object, entry) : "is not one JSON object";
    json_decref(object);
    return wrong;
}

int uk_journal_parse(struct uk_journal *j, const char *text, size_t n, const char *name, struct uk_message *m)
{
    size_t number = 1;
    for (const char *end; n > 0 && (end = memchr(text, '\n', n)); number++) {
        size_t length = (size_t)(end - text);
        struct uk_entry entry;
        if (strspn(text, " \t\r") < length) {
            const char *wrong = parse_line(text, length, &entry);
            if (!wrong && j->count && j->entries[j->count - 1].at_ns > entry.at_ns)
                wrong = "is earlier than the line before";
            struct uk_message why;
            int status = wrong ? uk_fail(&why, UNKNOT_BAD_DATA, "%s", wrong) : uk_journal_add(j, entry, &why);
            if (status) {
                uk_journal_finish(j);
                return uk_fail(m, UNKNOT_BAD_DATA, "%s:%zu: the line %s", name, number,
                               wrong ? wrong : "has a time or value that cannot be");
            }
        }
        n -= length + 1;
        text = end + 1;
    }
    return UNKNOT_OK;
}

size_t uk_entry_text(const struct uk_entry *e, char *out)
{
    /* the longest: {"at": 108000.000000000, "event": "resumed", "value": 108000.000} */
    char *p = out;
    p += sprintf(p, "{\"at\": %lld.%09lld, \"event\": \"%s\"", (long long)(e->at_ns / UK_NS_PER_S),
                 (long long)(e->at_ns % UK_NS_PER_S), uk_event_names[e->event]);
    if (e->value != 0)
        p += sprintf(p, ", \"value\": %lld.%03lld", (long long)e->value,
                     (long long)(e->value * 1000) % 1000); /* no %g: its point is a comma in some locales */
    p += sprintf(p, "}\n");
    return (size_t)(p - out);
}

char *uk_journal_text(const struct uk_journal *j)
{
    char *text = malloc(j->count * UK_ENTRY_TEXT + 1), *p = text;
    if (!text)
        return NULL;
    *p = '\0';
    for (size_t i = 0; i < j->count; i++)
        p += uk_entry_text(&j->entries[i], p);
    return text;
}

void uk_journal_finish(struct uk_journal *j)
{
    free(j->entries);
    *j = (struct uk_journal){0};
}
