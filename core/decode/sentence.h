/* sentence.h - one sentence by a voice: from the cache, or spoken now and kept there. */
#ifndef UK_SENTENCE_H
#define UK_SENTENCE_H

#include "voice.h"

#include <stdbool.h>

/* A sentence that is in the cache of that voice: its frames at the voice's rate. False: it is not. `text` is one sentence of a
 * struct uk_phrase. UNKNOT_NO_VOICE comes from uk_sentence_get(). */
bool uk_sentence_find(const char *cache, struct uk_voice *v, const char *text, int64_t *frames);

/* The sentence itself, mono at the voice's rate. The caller frees *pcm. *stored becomes true when it was spoken and kept now, *kept when it
 * is in the cache afterwards. UNKNOT_NO_VOICE: it cannot be said. */
int uk_sentence_get(const char *cache, struct uk_voice *v, const char *text, int16_t **pcm, int64_t *frames, bool *stored, bool *kept,
                    struct uk_message *m);

#endif
