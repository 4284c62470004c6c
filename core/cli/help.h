/* help.h - the pages of help that are no command's: of the body, of safety, of what is known. */
#ifndef UK_HELP_H
#define UK_HELP_H

#include <unknot.h>

#include <stddef.h>

#define UK_TOPICS_MAX 60

/* The names of the topics, in their order; ends in NULL. */
struct uk_topics {
    struct unknot *u; /* it owns the texts */
    const char *text;
    char *names[UK_TOPICS_MAX + 1];
    size_t count;
};

/* Without a library there are none, and nothing is said about it. uk_help_finish() gives back what it holds. */
void uk_help_init(struct uk_topics *t);
void uk_help_finish(struct uk_topics *t);

/* Lists them: only their names, or each with its title. */
void uk_help_list(const struct uk_topics *t);
void uk_help_titles(const struct uk_topics *t);

/* Prints a page, or one part of it (NULL: all). Returns 0, or the exit code after saying on stderr what is wrong. */
int uk_help_page(struct uk_topics *t, const char *topic, const char *part);

#endif
