/* serve_cards.h - what the cards of a reader begin: a file of lines, each a code, =, and words as one types them behind `unknot ctl`.
 *
 *     0012345678 = neck --minutes 6 --set mood="very calm"
 *     0012345679 = stop
 */
#ifndef UK_SERVE_CARDS_H
#define UK_SERVE_CARDS_H

#include "serve_times.h"

#define UK_CODE_SIZE 65
#define UK_CARDS_MAX 500

struct uk_card {
    char code[UK_CODE_SIZE];
    struct uk_wish wish; /* its words; options as "minutes=6" */
    int line;
};

/* Zeroed but for its path, it is empty. */
struct uk_cards {
    char path[PATH_MAX];
    struct uk_card *list;
    size_t count;
    char trouble[600]; /* what is wrong with the file, as a sentence; "" */
};

/* The letters of a code, which are small ones. False: it is none. */
bool uk_card_code(const char *word, char out[UK_CODE_SIZE]);

/* Reads the file anew; without one there are no cards. Lines that make no sense are left out, and c->trouble names the first. */
void uk_cards_read(struct uk_cards *c);

/* NULL: the card is not known. */
const struct uk_card *uk_cards_find(const struct uk_cards *c, const char *code);

/* The line as it stands in the file. Returns `out`. */
char *uk_card_line(char out[600], const char *code, const char *const *words, size_t count);

/* Writes the line of a card, in the place of the one it had; no words: takes it out. The rest of the file stays as it is. Then it is to be read
 * again. Returns 0 or an errno; EFBIG: there is no room for more. */
int uk_cards_write(const struct uk_cards *c, const char *code, const char *const *words, size_t count);

void uk_cards_finish(struct uk_cards *c);

#endif
