/* language.h - the language an engine speaks. What leaves the engine is in it: what is asked of a voice, what is shown, what a file is told.
 * Inside, routines and their plans stay as they were written. All functions [main].
 *
 *     struct uk_language *l;
 *     if (uk_language_create(&l, &places, "de", m) == UNKNOT_OK)
 *         show(uk_language_shown(l, "Breathe in. [0.6] And out.")); // "Atme ein. Und aus."
 *     uk_language_destroy(l);
 *
 * Its words are in po/LANGUAGE.po: in the user's folder, then in unknot's; "de-AT" takes what it has not from "de". What no catalogue has
 * stays as it was written.
 */
#ifndef UK_LANGUAGE_H
#define UK_LANGUAGE_H

#include "../base/path.h"
#include "../base/translation.h"
#include "../score/timeline.h"
#include "session.h"

#define UK_LANGUAGE_TAG 32 /* bytes of a tag with its end */
#define UK_LANGUAGE_WRITTEN "en" /* what routines are written in */

struct uk_language {
    char tag[UK_LANGUAGE_TAG]; /* as "de" or "de-AT", in these letters */
    struct uk_translation words;
    struct uk_translation shown; /* texts without their pauses, by how they are said */
};

/* `tag` is as "de" or "de-AT", "de_AT"; NULL or "": as written. UNKNOT_BAD_ARGUMENT: it is no such thing. UNKNOT_NOT_FOUND: there is no
 * catalogue for it; the message has those there are. UNKNOT_BAD_DATA, UNKNOT_IO, UNKNOT_LIMIT: of a catalogue.
 * The caller owns *out. */
int uk_language_create(struct uk_language **out, const struct uk_places *places, const char *tag, struct uk_message *m);
void uk_language_destroy(struct uk_language *l); /* accepts NULL */

/* A text of a routine in that language, as it is said, or as a title is shown; itself, when there is no translation. */
const char *uk_language_said(const struct uk_language *l, const char *source);

/* What is shown while it is said: the same without its pauses. Valid until the language is destroyed or `source` is gone. */
const char *uk_language_shown(struct uk_language *l, const char *source);

/* The name of its clip: "de<TAB>Atme ein."; "en<TAB>Breathe in." where there is no translation. NULL: no memory. The caller frees it. */
char *uk_language_clip(const struct uk_language *l, const char *source);

/* Adds to `missing` what a plan says and shows, or may say after a press, and has no translation; `lengths` are those the plan used.
 * UNKNOT_NO_MEMORY. */
int uk_language_missing(const struct uk_language *l, const struct uk_timeline *t, const struct uk_routine_facts *facts,
                        const struct uk_lengths *lengths, struct uk_translation *missing, struct uk_message *m);

/* Says so in one sentence. */
void uk_language_complain(const struct uk_language *l, const struct uk_translation *missing, char *out, size_t size);

#endif
