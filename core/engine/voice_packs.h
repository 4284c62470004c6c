/* voice_packs.h - which voices there are, and which of them is to speak.
 *
 *     struct uk_voice_choice c;
 *     if (uk_voice_choice_init(&c, &places, "en-US-slt", m) == UNKNOT_OK)
 *         start_decoder(c.voice, c.packs, c.pack_count);
 *     uk_voice_choice_finish(&c);
 *
 * A voice pack is a folder with lines.tsv in it, in audio/ of the user or of unknot. Its name begins with its language: "en-US-slt", "de-anna".
 */
#ifndef UK_VOICE_PACKS_H
#define UK_VOICE_PACKS_H

#include "../base/path.h"

#include <stdbool.h>

struct uk_voice_folder {
    char *id, *folder;
    bool shipped;
};

/* The user's, then the shipped ones, each in the order of ids. One of the user hides a shipped one of the same id. */
struct uk_voice_folders {
    struct uk_voice_folder *list;
    size_t count;
};

int uk_voice_folders_init(struct uk_voice_folders *f, const struct uk_places *places, struct uk_message *m); /* UNKNOT_NO_MEMORY */
void uk_voice_folders_finish(struct uk_voice_folders *f); /* accepts a zeroed one */

/* The one of that id, or NULL. */
const struct uk_voice_folder *uk_voice_folders_find(const struct uk_voice_folders *f, const char *id);

/* How many letters of a pack's id are its language: 5 of "en-US-slt", 2 of "de-anna"; 0: it is no such id. */
size_t uk_voice_id_language(const char *id);

/* Who is asked for a phrase, in this order: the packs, then the speech plugin. */
struct uk_voice_choice {
    char **packs; /* folders */
    size_t pack_count;
    bool chosen;   /* by name, now or with `unknot voice use` */
    char *voice;   /* "PLUGIN", "PLUGIN:SPEAKER" or "": the first there is */
    char *trouble; /* a sentence when the voice that `unknot voice use` kept is not there any more, else "" */
};

/* `wanted` is the id of a pack, "PLUGIN" or "PLUGIN:SPEAKER"; NULL or "": what uk_voice_choice_keep() kept. A plugin that is asked for by
 * name speaks alone, without packs. UNKNOT_NOT_FOUND: no such voice; the message has the nearest name. UNKNOT_NO_MEMORY. */
int uk_voice_choice_init(struct uk_voice_choice *c, const struct uk_places *places, const char *wanted, struct uk_message *m);
void uk_voice_choice_finish(struct uk_voice_choice *c); /* accepts a zeroed one */

/* Keeps a choice for this user; "": none any more. UNKNOT_NOT_FOUND: no such voice. UNKNOT_IO. */
int uk_voice_choice_keep(const struct uk_places *places, const char *wanted, struct uk_message *m);

/* What was kept, "" when nothing was. NULL: no memory. The caller frees it. */
char *uk_voice_choice_kept(const struct uk_places *places);

#endif
