/* presets.h - programs that are known: the arguments by which they speak calmly, and the languages they speak. */
#ifndef PRESETS_H
#define PRESETS_H

#include <stdbool.h>
#include <stddef.h>

#define PRESET_WORDS 12
#define PRESET_TONGUES 11

/* A language, and what the program calls it, or its voice for it. */
struct tongue {
    const char *tag, *as;
};

struct preset {
    const char *name;
    const char *words[PRESET_WORDS + 1];
    struct tongue tongues[PRESET_TONGUES + 1]; /* the first of a language stands for all its regions that are not here */
    bool any;   /* other languages too, each by its tag */
    bool ascii; /* what has more than that it misreads */
    int best;   /* which is tried first when no program is named; 0: never */
};

/* By its name, of `length` bytes; NULL: there is none. */
const struct preset *preset_find(const char *name, size_t length);

/* The next of those that are tried when no program is named, best first; NULL `last` begins, NULL comes back at the end. One whose program
 * is not on PATH is left out. */
const struct preset *preset_next(const struct preset *last);

/* What it calls a language; NULL: it does not speak that. The result is the preset's, or `tag`. */
const char *preset_tongue(const struct preset *p, const char *tag);

/* The names of all, with commas between. */
void preset_names(char *out, int size);

/* The same language, whatever the region. */
bool language_is(const char *tag, const char *other);

/* "de" as "de-DE", "en-GB" as it is: for programs that must be told a region. */
void language_with_region(char out[16], const char *tag);

#endif
