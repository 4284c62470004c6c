/* terminal.h - what a person sees: sentences on stderr, and one line that is redrawn while something goes on.
 *
 *     struct uk_terminal t;
 *     uk_terminal_init(&t);
 *     uk_terminal_line(&t, "4:12 left  Left side: Let it soften.");
 *     uk_terminal_clear(&t);
 *
 * The line is drawn only where stderr is a terminal that can clear to the end of a line; elsewhere nothing is written.
 */
#ifndef UK_TERMINAL_H
#define UK_TERMINAL_H

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

struct uk_terminal {
    pthread_mutex_t lock;
    bool live;  /* stderr can show a line that changes */
    bool drawn; /* there is one now */
};

void uk_terminal_init(struct uk_terminal *t);

/* The character at `text`, which is not at its end, as it can be shown: a control character is a space, a broken one '?'. *width is how many
 * columns it takes: 0 to 2. Returns its bytes in `text`. */
size_t uk_terminal_character(const char *text, char shown[5], int *width);

/* Columns of the terminal that a descriptor is; 80 when it is none. */
int uk_terminal_width(int fd);

/* Shows one line in place of the one before, cut to the width of the terminal. Control characters become spaces. Any thread. */
void uk_terminal_line(struct uk_terminal *t, const char *text);

/* Takes the line away. Any thread; `wait` false: not if another thread is drawing, for a process about to end. */
void uk_terminal_clear(struct uk_terminal *t, bool wait);

/* "unknot: " and a sentence on stderr, as one write. */
void uk_terminal_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Flushes standard output. Returns 0, or the exit code when not all of it could be written: said on stderr, but for a reader
 * who closed the pipe. */
int uk_terminal_flush(void);

#endif
