/* voice_lines.h - the lines of a voice pack: which file says which sentence. Its file is lines.tsv:
 *
 *     unknot-voice 1<TAB>24000
 *     breathe-out-5e1f04<TAB>breathe-out-5e1f04.opus<TAB>31200<TAB>0123456789abcdef<TAB>Breathe out.
 *
 * A line is an id, a file beside it, its frames at the rate of the first line, a sum of what was spoken how, the sentence, and where it
 * is spoken otherwise than it is written, how.
 */
#ifndef UK_VOICE_LINES_H
#define UK_VOICE_LINES_H

#include "../base/arena.h"
#include "../base/status.h"

#include <stdint.h>

#define UK_LINE_ID 64 /* bytes of an id with its end */

struct uk_voice_line {
    const char *id, *file, *text;
    const char *say; /* NULL: as `text` */
    int64_t frames;
    uint64_t sum;
};

/* Zeroed is empty. Texts are owned by `arena` after a parse, by whoever added them otherwise. */
struct uk_voice_lines {
    struct uk_arena arena;
    uint32_t rate;
    struct uk_voice_line *lines;
    size_t count, capacity;
    uint32_t *slots; /* by text: index + 1, 0 is free */
    size_t room;
};

/* Reads a whole file into the zeroed *l. UNKNOT_BAD_DATA: the sentence names `name` and the line. The caller finishes *l in any case. */
int uk_voice_lines_parse(struct uk_voice_lines *l, const char *text, size_t n, const char *name, struct uk_message *m);

/* Adds one, or takes the place of the one with the same text. Its texts must outlive *l. UNKNOT_NO_MEMORY. */
int uk_voice_lines_add(struct uk_voice_lines *l, const struct uk_voice_line *line, struct uk_message *m);

/* The line that says a sentence; NULL: none. Valid until the next add. */
const struct uk_voice_line *uk_voice_lines_find(const struct uk_voice_lines *l, const char *text);

/* As text, in the order they were added. The caller frees it. NULL: no memory. */
char *uk_voice_lines_print(const struct uk_voice_lines *l);

void uk_voice_lines_finish(struct uk_voice_lines *l); /* accepts a zeroed one */

/* The id of a sentence: its first words and six digits of its hash, "breathe-out-5e1f04". Returns `out`. */
char *uk_line_id(char out[UK_LINE_ID], const char *text);

/* What tells whether a file still says what it should: of the words spoken, who spoke them, and the chain they went through. */
uint64_t uk_line_sum(const char *words, const char *identity, int chain_version);

#endif
