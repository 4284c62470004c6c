/* words.h - the words of a program and its arguments, and what stands in them for something else. */
#ifndef WORDS_H
#define WORDS_H

#include "presets.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORDS_MOST 64

/* Up to WORDS_MOST words with NULL behind the last. */
struct words {
    char *word[WORDS_MOST + 1];
};

/* What the placeholders stand for. */
struct words_values {
    const char *out, *text, *textfile, *lang, *language, *stretch;
};

/* The preset that the first word of *command names, which is then no longer in it; NULL: none, or a placeholder shows that the whole command
 * is there. */
const struct preset *words_preset(const char **command);

/* Reads words with blanks between, and puts those of a preset, unless it is NULL, before them. An option that is in both has its place and
 * value among the later ones. Returns false when there are too many or no memory. The caller finishes it either way. */
bool words_init(struct words *w, const char *command, const struct preset *preset);
void words_finish(struct words *w);

/* A copy in which every placeholder is replaced. False: no memory. The caller finishes *out either way. */
bool words_fill(struct words *out, const struct words *w, const struct words_values *v);

/* Whether a placeholder, such as "{out}", is in any of them. */
bool words_have(const struct words *w, const char *placeholder);

/* A number that other words would not have, nor the same ones in another language, or when a file among them is another. */
uint64_t words_hash(const struct words *w, const char *lang);

/* All of them in one line, as far as it goes. */
void words_join(const struct words *w, const char *lang, char *out, size_t size);

#endif
