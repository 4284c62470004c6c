/* speech.h - phrases, and who says them: a voice pack, else the cache or a voice plugin, else nobody.
 *
 * A phrase is asked for by its name, which is its language, a tab and its words: "de<TAB>Atme ein. [0.6] Und aus.". Without a tab it is
 * English. Without a language nobody says it: a tone stands for it.
 */
#ifndef UK_SPEECH_H
#define UK_SPEECH_H

#include "shelf.h"
#include "voice.h"
#include "voice_pack.h"

#include <stdbool.h>

#define UK_WORKSHOP_LANGUAGES 4 /* that are spoken at a time */

/* What sounds are made with. */
struct uk_workshop {
    uint32_t rate;     /* what everything is brought to */
    const char *cache; /* folder */
    const char *plugins, *voice, *helpers; /* see uk_voice_create() */
    bool stored;       /* something new is there */
    struct uk_shelf shelf;
    struct uk_voice_pack **packs; /* in the order in which they are asked */
    size_t pack_count;
    struct uk_voice *voices[UK_WORKSHOP_LANGUAGES]; /* one a language, made when needed */
    void (*busy)(void *ctx); /* called about once a second while a long file is read; NULL: nobody wants to know */
    void *busy_ctx;
};

/* What is known of a phrase. */
struct uk_speech_facts {
    int64_t frames;  /* at the workshop's rate */
    bool made;       /* false: `frames` is a guess, until it is spoken */
    const char *by;  /* the pack's id or the plugin's name; "": nobody. Owned by the workshop */
    struct uk_message why; /* why not by the voice that was wanted; "": it is */
};

/* How long a phrase is and who says it. Speaks it when it is not at hand, unless `at_hand`, which only guesses then; a cache that cannot
 * be written only means that it is kept in memory. UNKNOT_NO_VOICE, UNKNOT_BAD_ARGUMENT: it cannot be said. */
int uk_speech_measure(struct uk_workshop *w, const char *name, bool at_hand, struct uk_speech_facts *out, struct uk_message *m);

/* The phrase itself. Owned by the shelf, valid until the next call. Failures as above. */
int uk_speech_get(struct uk_workshop *w, const char *name, struct uk_held **out, struct uk_message *m);

/* Speaks one sentence, as `say` if that is not "", by the plugin, whatever packs there are, into a FLAC of a rate: whole, or not at all.
 * *identity is the voice's, owned by the workshop. UNKNOT_NO_VOICE, UNKNOT_BAD_ARGUMENT, UNKNOT_IO. */
int uk_speech_keep(struct uk_workshop *w, const char *name, const char *say, uint32_t rate, const char *path, int64_t *frames,
                   const char **identity, struct uk_message *m);

/* How loud one sentence is as it comes and as it is heard; of a pack both are the same. UNKNOT_BAD_ARGUMENT: more than one sentence, or none.
 * Others as above. */
int uk_speech_levels(struct uk_workshop *w, const char *name, struct uk_chain_levels *out, struct uk_message *m);

/* Gives packs, voices and the shelf back. */
void uk_workshop_finish(struct uk_workshop *w);

#endif
