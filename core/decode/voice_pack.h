/* voice_pack.h - recorded sentences in a folder: see ../score/voice_lines.h. */
#ifndef UK_VOICE_PACK_H
#define UK_VOICE_PACK_H

#include "sound_file.h"

#include "../score/phrase.h"
#include "../score/voice_lines.h"

#include <stdbool.h>

struct uk_voice_pack;

/* Reads nothing yet. The folder's name is the pack's id and begins with its language: "en-US-slt". UNKNOT_NO_MEMORY. The caller owns
 * *out. */
int uk_voice_pack_create(struct uk_voice_pack **out, const char *folder, struct uk_message *m);

/* Reads its lines, which the first find does otherwise: for when there is time. */
void uk_voice_pack_read(struct uk_voice_pack *p);

/* Owned by `p`. */
const char *uk_voice_pack_id(const struct uk_voice_pack *p);

/* Whether it is in a language: "en-US-slt" speaks "en" and "en-GB". */
bool uk_voice_pack_speaks(const struct uk_voice_pack *p, const char *language);

/* The frames a second of its files. Known after a find. */
uint32_t uk_voice_pack_rate(const struct uk_voice_pack *p);

/* Its line for a text, whose file is there; NULL: none. A pack whose lines cannot be read has none. */
const struct uk_voice_line *uk_voice_pack_find(struct uk_voice_pack *p, const char *text);

/* Opens the sound of a line. UNKNOT_IO, UNKNOT_BAD_DATA: the sentence names the file. The caller closes *out. */
int uk_voice_pack_open(const struct uk_voice_pack *p, const struct uk_voice_line *line, struct uk_sound_file **out, struct uk_message *m);

/* Its next frames, mono; silence after the place where it is damaged. */
void uk_voice_pack_read_sound(struct uk_sound_file *s, int16_t *pcm, int64_t frames);

/* Accepts NULL. */
void uk_voice_pack_destroy(struct uk_voice_pack *p);

#endif
