/* reply.h - what the library answered to a question: lines, each a word and what belongs to it, with tabs between.
 *
 *     struct uk_reply r = uk_reply_read(text);
 *     while (uk_reply_next(&r))
 *         if (uk_reply_is(&r, "muscle"))
 *             puts(uk_reply_field(&r, 1));
 */
#ifndef UK_REPLY_H
#define UK_REPLY_H

#include <stdbool.h>
#include <stddef.h>

#define UK_REPLY_FIELDS 8
#define UK_REPLY_LONGEST 4096 /* bytes of a line */

struct uk_reply {
    const char *rest;
    char line[UK_REPLY_LONGEST];
    const char *fields[UK_REPLY_FIELDS]; /* of the line at hand; the first is its word */
    size_t count;
};

/* `text` must stay as it is while it is read. */
struct uk_reply uk_reply_read(const char *text);

/* Takes the next line. False at the end. */
bool uk_reply_next(struct uk_reply *r);

/* Whether the line at hand begins with this word. */
bool uk_reply_is(const struct uk_reply *r, const char *word);

/* A field of the line at hand, "" when it has none. Valid until the next line. */
const char *uk_reply_field(const struct uk_reply *r, size_t index);

#endif
