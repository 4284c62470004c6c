/* status.h - how a failure travels: a named negative number, and a sentence made where the facts are known.
 *
 *     if (frames < 1)
 *         return uk_fail(m, UNKNOT_BAD_DATA, "'%s' has no sound in it: record it again", name);
 *
 * The sentence is kept in the object that failed, never in the thread or the process.
 */
#ifndef UK_STATUS_H
#define UK_STATUS_H

#include <unknot.h>

#define UK_MESSAGE_SIZE 600

struct uk_message {
    char text[UK_MESSAGE_SIZE];
};

/* Writes the sentence and returns `status`. `m` may be NULL. Control characters become '?', so that no script or file name can
 * play tricks on a terminal; what is too long is cut at a whole character. */
int uk_fail(struct uk_message *m, int status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* uk_fail() for lack of memory: always the same sentence. */
int uk_no_memory(struct uk_message *m);

#endif
