/* voice_card.h - what was found out about a voice, kept as a small text in the cache. */
#ifndef UK_VOICE_CARD_H
#define UK_VOICE_CARD_H

#include "../base/status.h"

#include <stdbool.h>
#include <stdint.h>

struct uk_voice_card {
    char identity[128];
    uint32_t rate;
    double gain_db;
};

/* Reads the card of the plugin file `plugin` with speaker `speaker` in a language. False: none, or of another plugin file, or damaged. */
bool uk_voice_card_read(struct uk_voice_card *card, const char *cache, const char *plugin, const char *speaker, const char *language);

/* Keeps it where the cache can be written; where not, it is found out again next time. */
void uk_voice_card_write(const struct uk_voice_card *card, const char *cache, const char *plugin, const char *speaker,
                         const char *language);

#endif
