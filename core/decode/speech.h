/* speech.h - phrases: from the shelf, from the cache, or spoken now and kept in both. */
#ifndef UK_SPEECH_H
#define UK_SPEECH_H

#include "shelf.h"
#include "voice.h"

#include <stdbool.h>

/* What sounds are made with. */
struct uk_workshop {
    uint32_t rate;     /* what everything is brought to */
    const char *cache; /* folder */
    bool stored;       /* something new is there */
    struct uk_shelf shelf;
    struct uk_voice *voice;
    void (*busy)(void *ctx); /* called about once a second while a long file is read; NULL: nobody wants to know */
    void *busy_ctx;
};

/* The length of a phrase at the workshop's rate. Speaks it when it is not in the cache; a cache that cannot be written only means
 * that it is kept in memory. UNKNOT_NO_VOICE, UNKNOT_BAD_ARGUMENT: it cannot be said. */
int uk_speech_measure(struct uk_workshop *w, const char *text, int64_t *frames, struct uk_message *m);

/* The phrase itself. Owned by the shelf, valid until the next call. Failures as above. */
int uk_speech_get(struct uk_workshop *w, const char *text, struct uk_held **out, struct uk_message *m);

#endif
