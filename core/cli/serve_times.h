/* serve_times.h - what is to begin when: a file of lines, each a time and a routine with what is asked of it, with a tab between.
 *
 *     2026-01-02T21:30 TAB upper-trapezius TAB minutes=6
 *     2026-01-02T07:00/daily TAB morning-stretch
 *     2026-01-02T22:00/mon,fri TAB bedtime
 *
 * Times are those of the clock on the wall: what comes again does so when the clock shows the same, in summer and in winter. In the night in
 * which clocks go forward, a time that there is not is the one an hour later. The functions are told what it is: they ask no clock.
 */
#ifndef UK_SERVE_TIMES_H
#define UK_SERVE_TIMES_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#define UK_TIMES_MAX 32
#define UK_TIMES_LATE_S 300 /* later than this it does not begin any more: the listener has gone to bed */

/* A routine, and what is asked of it as "name=value", with tabs between. */
struct uk_wish {
    char text[400];
};

struct uk_times {
    char path[PATH_MAX]; /* of the file */
    struct uk_time {
        time_t due;
        int minutes;   /* of the day, as the clock shows them */
        unsigned days; /* on which it comes again: 1 << 0 for Sundays; 0: once */
        struct uk_wish wish;
    } list[UK_TIMES_MAX]; /* in order */
    size_t count;
    char missed[600]; /* what did not begin, as a sentence; "" */
};

/* False: too long, empty, or a word that is no plain text. */
bool uk_wish_init(struct uk_wish *w, const char *const *words, size_t count);

/* As a person writes it: blanks for tabs. Returns `out`. */
char *uk_wish_text(const struct uk_wish *w, char out[400]);

/* The next time at which a clock shows `clock`, as "21:30"; 0: it is no time. */
time_t uk_times_next(const char *clock, time_t now);

/* Reads the file; without one there is nothing to begin. Returns 0, or the number of the first line that makes no sense, or -1: it cannot
 * be read. The other lines count. */
int uk_times_read(struct uk_times *t);

/* Writes the file beside, and puts it in place. Returns 0 or an errno. */
int uk_times_write(const struct uk_times *t);

/* False: there are too many already. */
bool uk_times_add(struct uk_times *t, time_t due, const struct uk_wish *wish);

/* The same, every week on `days`, from the next time on that a clock shows `clock`. */
bool uk_times_add_again(struct uk_times *t, const char *clock, unsigned days, time_t now, const struct uk_wish *wish);

/* "daily", "mon,fri": the days, 0: they are none. And back; "" for none. */
unsigned uk_times_days(const char *text);
char *uk_times_days_text(char out[32], unsigned days);

/* Takes out all that begin when a clock shows `clock`. Returns how many. */
size_t uk_times_remove(struct uk_times *t, const char *clock);

enum uk_due { UK_NOT_DUE, UK_DUE, UK_MISSED };

/* Takes out what is due, one at a time: *wish is to begin now, or was missed, which t->missed then says. What comes again is in it anew. */
enum uk_due uk_times_due(struct uk_times *t, time_t now, struct uk_wish *wish);

/* "2026-01-02T21:30" */
char *uk_times_stamp(char out[32], time_t at);

#endif
