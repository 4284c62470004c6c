/* flac.h - routines as FLAC files, rendered when the first asks and kept in the cache as long as there is room. */
#ifndef UK_HTTP_FLAC_H
#define UK_HTTP_FLAC_H

#include "shelf.h"

#include <stdatomic.h>

#define UK_FLAC_FILES 24
#define UK_FLAC_BYTES (INT64_C(768) << 20)

struct uk_flacs {
    pthread_mutex_t lock; /* one is rendered at a time */
    char folder[4096];
    atomic_bool ending;
    struct unknot_options options;
};

/* In the cache folder of the user; it is made. What an earlier run left half done is removed. */
void uk_flacs_init(struct uk_flacs *f, const struct unknot_options *options);
void uk_flacs_finish(struct uk_flacs *f);

/* What is being rendered is given up, and nothing else is. Any thread. */
void uk_flacs_end(struct uk_flacs *f);

/* Opens the file of a volume, after rendering it if need be: this takes seconds. *bytes is its size. A descriptor, or -1: *trouble says why. */
int uk_flacs_open(struct uk_flacs *f, const struct uk_volume *v, int64_t *bytes, struct uk_trouble *trouble);

#endif
