/* voice.h - a voice plugin in one language, and what is known of it: its identity, its rate, how loud it is.
 *
 * What is known is kept on a card in the cache, so that while every phrase is cached no plugin is loaded.
 */
#ifndef UK_VOICE_H
#define UK_VOICE_H

#include "chain.h"

#include <stdbool.h>
#include <stdint.h>

#define UK_SPEECH_LONGEST_S 600

struct uk_voice;

/* "PLUGIN" or "PLUGIN:SPEAKER" from a plugin folder, "" for the first that speaks the language. `helpers` is what plugins are told of where
 * our programs are, `cache` the cache's folder; all are copied. Loads nothing yet. UNKNOT_NO_MEMORY. The caller owns *out. */
int uk_voice_create(struct uk_voice **out, const char *plugins, const char *wanted, const char *language, const char *helpers,
                    const char *cache, struct uk_message *m);

const char *uk_voice_language(const struct uk_voice *v);

/* The plugin's name; "" as long as it was not chosen. */
const char *uk_voice_name(const struct uk_voice *v);

/* Whether uk_voice_about() answers without loading the plugin. */
bool uk_voice_is_known(struct uk_voice *v);

/* Engine, version, speaker and settings in one line, owned by `v`, and the rate of what it says. UNKNOT_NO_VOICE. */
int uk_voice_about(struct uk_voice *v, const char **identity, uint32_t *rate, struct uk_message *m);

/* Speaks one sentence through the whole chain: mono, at the voice's rate. The caller frees *out. UNKNOT_NO_VOICE: it cannot; one that took
 * long to fail three times in a row, or cannot be opened, is not asked again for a minute. */
int uk_voice_speak(struct uk_voice *v, const char *sentence, int16_t **out, int64_t *frames, struct uk_message *m);

/* What the chain does to a sentence of that voice. Failures as above. */
int uk_voice_levels(struct uk_voice *v, const char *sentence, struct uk_chain_levels *out, struct uk_message *m);

/* Accepts NULL. */
void uk_voice_destroy(struct uk_voice *v);

#endif
