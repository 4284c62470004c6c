/* flac.h - routines as FLAC files, rendered when the first asks and kept in the cache as long as there is room. */
#ifndef UK_HTTP_FLAC_H
#define UK_HTTP_FLAC_H

#include "shelf.h"

#include <stdatomic.h>

#define UK_FLAC_FILES 24
#define UK_FLAC_BYTES (INT64_C(768) << 20)
#define UK_FLAC_WAITING 4 /* requests that are rendered or wait for it */

struct uk_flacs {
    pthread_mutex_t lock; /* one is rendered at a time */
    char folder[4096];
    atomic_bool ending;
    atomic_int waiting;
    struct unknot_options options;
};

/* In the cache folder of the user; it is made. What an earlier run left half done is removed. */
void uk_flacs_init(struct uk_flacs *f, const struct unknot_options *options);
void uk_flacs_finish(struct uk_flacs *f);

/* What is being rendered is given up, and nothing else is. Any thread. */
void uk_flacs_end(struct uk_flacs *f);

/* Opens the file of an address whose volume has those facts, after rendering it if need be: this takes seconds. *fd is the caller's, *bytes its
 * size. UK_SHELF_FULL: too many wait already; UNKNOT_IO: *trouble says why. */
int uk_flacs_open(struct uk_flacs *f, const char *address, uint64_t facts, int *fd, int64_t *bytes, struct uk_trouble *trouble);

#endif
