/* inspect.h - what a file is, by its first bytes, before any decoder sees it. */
#ifndef UK_INSPECT_H
#define UK_INSPECT_H

#include "../base/status.h"

#include <stdint.h>

/* Reads by position, so that the fd stays where it is. `name` is for the sentence.
 * UNKNOT_OK: one of the kinds we read, and if it is a WAV its parts make sense as far as libsndfile depends on it.
 * UNKNOT_BAD_DATA: one sentence says what it is and what to do. */
int uk_inspect_file(int fd, int64_t size, const char *name, struct uk_message *m);

#endif
