/* words.h - the words of a program and its arguments, and what stands in them for something else. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stdint.h>

#define WORDS_MOST 64

/* Up to WORDS_MOST words with NULL behind the last. */
struct words {
    char *word[WORDS_MOST + 1];
};

/* What the placeholders stand for. */
struct words_values {
    const char *out, *text, *textfile, *lang, *stretch;
};

/* Reads what stands behind "command:": words with blanks between. A first word that is the name of a preset, when no placeholder is
 * anywhere, becomes the words of that preset, and the other words follow. Returns false when there are too many or no memory. The caller
 * finishes it either way. */
bool words_init(struct words *w, const char *command);
void words_finish(struct words *w);

/* A copy in which every placeholder is replaced. False: no memory. The caller finishes *out either way. */
bool words_fill(struct words *out, const struct words *w, const struct words_values *v);

/* Whether a placeholder, such as "{out}", is in any of them. */
bool words_have(const struct words *w, const char *placeholder);

/* A number that other words would not have. */
uint64_t words_hash(const struct words *w);

/* The names of the presets, with commas between. */
void words_presets(char *out, int size);

#endif
