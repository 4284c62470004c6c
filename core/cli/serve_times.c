#include "serve_times.h"

#include "serve_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define STAMP "%Y-%m-%dT%H:%M"

bool uk_wish_init(struct uk_wish *w, const char *const *words, size_t count)
{
    size_t n = 0;
    w->text[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        for (const char *c = words[i]; *c; c++)
            if ((unsigned char)*c < 0x20 || *c == 0x7f)
                return false;
        int k = snprintf(w->text + n, sizeof w->text - n, "%s%s", i ? "\t" : "", words[i]);
        if (!*words[i] || (size_t)k >= sizeof w->text - n)
            return false;
        n += (size_t)k;
    }
    return n > 0;
}

char *uk_wish_text(const struct uk_wish *w, char out[400])
{
    memcpy(out, w->text, sizeof w->text);
    for (char *c = out; *c; c++)
        if (*c == '\t')
            *c = ' ';
    return out;
}

char *uk_times_stamp(char out[32], time_t at)
{
    struct tm t;
    if (!localtime_r(&at, &t) || !strftime(out, 32, STAMP, &t))
        out[0] = '\0';
    return out;
}

/* "21:30" or "7:05" in minutes of the day, -1: neither. */
static int minutes_of(const char *clock)
{
    char *end;
    size_t hour = strspn(clock, "0123456789"), minute = clock[hour] == ':' ? strspn(clock + hour + 1, "0123456789") : 0;
    if (hour < 1 || hour > 2 || minute != 2 || clock[hour + 3])
        return -1;
    long h = strtol(clock, &end, 10), m = strtol(end + 1, NULL, 10);
    return h < 24 && m < 60 ? (int)(h * 60 + m) : -1;
}

/* The first time after `now`, on one of `days`, 0: any, from the day `from` on. */
static time_t next_on(int minutes, unsigned days, const struct tm *from, time_t now)
{
    for (int ahead = 0; ahead < 9; ahead++) {
        struct tm then = *from;
        then.tm_mday += ahead;
        then.tm_hour = minutes / 60;
        then.tm_min = minutes % 60;
        then.tm_sec = 0;
        then.tm_isdst = -1;
        time_t at = mktime(&then);
        if (at > now && (!days || days >> then.tm_wday & 1))
            return at;
    }
    return 0;
}

time_t uk_times_next(const char *clock, time_t now)
{
    struct tm t;
    int minutes = minutes_of(clock);
    return minutes < 0 || !localtime_r(&now, &t) ? 0 : next_on(minutes, 0, &t, now);
}

/* ---- days ---- */

static const char *const day_names[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
#define EVERY_DAY 0x7fu

static unsigned day_of(const char *name, size_t n)
{
    for (unsigned i = 0; i < 7; i++)
        if (n == 3 && strncasecmp(name, day_names[i], 3) == 0)
            return 1u << i;
    return 0;
}

unsigned uk_times_days(const char *text)
{
    unsigned days = 0;
    if (strcmp(text, "daily") == 0)
        return EVERY_DAY;
    for (;;) {
        size_t n = strcspn(text, ",");
        unsigned day = day_of(text, n);
        if (!day)
            return 0;
        days |= day;
        if (!text[n])
            return days;
        text += n + 1;
    }
}

char *uk_times_days_text(char out[32], unsigned days)
{
    size_t n = 0;
    out[0] = '\0';
    if (days == EVERY_DAY)
        strcpy(out, "daily");
    for (unsigned i = 1; i <= 7 && days != EVERY_DAY; i++) /* the week begins on Monday */
        if (days >> i % 7 & 1)
            n += (size_t)snprintf(out + n, 32 - n, "%s%s", n ? "," : "", day_names[i % 7]);
    return out;
}

/* ---- the list ---- */

static bool insert(struct uk_times *t, const struct uk_time *one)
{
    size_t i = t->count;
    if (t->count == UK_TIMES_MAX || one->due <= 0)
        return false;
    for (; i > 0 && t->list[i - 1].due > one->due; i--)
        t->list[i] = t->list[i - 1];
    t->list[i] = *one;
    t->count++;
    return true;
}

bool uk_times_add(struct uk_times *t, time_t due, const struct uk_wish *wish)
{
    struct tm at;
    return localtime_r(&due, &at) && insert(t, &(struct uk_time){due, at.tm_hour * 60 + at.tm_min, 0, *wish});
}

bool uk_times_add_again(struct uk_times *t, const char *clock, unsigned days, time_t now, const struct uk_wish *wish)
{
    struct tm today;
    int minutes = minutes_of(clock);
    return minutes >= 0 && localtime_r(&now, &today) &&
           insert(t, &(struct uk_time){next_on(minutes, days, &today, now), minutes, days, *wish});
}

static void take_out(struct uk_times *t, size_t i)
{
    memmove(t->list + i, t->list + i + 1, (--t->count - i) * sizeof *t->list);
}

size_t uk_times_remove(struct uk_times *t, const char *clock)
{
    int minutes = minutes_of(clock);
    size_t before = t->count;
    for (size_t i = t->count; i > 0; i--)
        if (t->list[i - 1].minutes == minutes)
            take_out(t, i - 1);
    return before - t->count;
}

/* Once more, on a later day than it was due: an hour that comes twice counts once. */
static void come_again(struct uk_times *t, const struct uk_time *done, time_t now)
{
    struct uk_time again = *done;
    struct tm from, today;
    if (!localtime_r(&done->due, &from) || !localtime_r(&now, &today))
        return;
    from.tm_mday++;
    from.tm_hour = from.tm_min = from.tm_sec = 0;
    from.tm_isdst = -1;
    again.due = next_on(done->minutes, done->days, mktime(&from) < now ? &today : &from, now);
    insert(t, &again);
}

/* What comes again does so within a week: where it is further off, the clock was ahead when that was reckoned. */
static void come_back(struct uk_times *t, time_t now)
{
    struct tm today;
    for (size_t i = t->count; i > 0 && localtime_r(&now, &today);) {
        struct uk_time one = t->list[i - 1];
        if (!one.days || one.due <= now + 8 * 86400) {
            i--;
            continue;
        }
        take_out(t, i - 1);
        one.due = next_on(one.minutes, one.days, &today, now);
        insert(t, &one);
        i = t->count;
    }
}

enum uk_due uk_times_due(struct uk_times *t, time_t now, struct uk_wish *wish)
{
    char at[32], text[400];
    come_back(t, now);
    if (t->count == 0 || t->list[0].due > now)
        return UK_NOT_DUE;
    struct uk_time one = t->list[0];
    *wish = one.wish;
    bool late = now - t->list[0].due > UK_TIMES_LATE_S;
    if (late)
        snprintf(t->missed, sizeof t->missed, "%s did not begin at %s: this machine was off, or its clock was wrong",
                 uk_wish_text(wish, text), uk_times_stamp(at, t->list[0].due));
    take_out(t, 0);
    if (one.days)
        come_again(t, &one, now);
    return late ? UK_MISSED : UK_DUE;
}

static bool read_line(struct uk_times *t, char *line)
{
    struct tm at = {.tm_isdst = -1};
    struct uk_wish wish;
    const char *words[16];
    size_t count = 0;
    unsigned days = 0;
    int end = 0;
    if (sscanf(line, "%4d-%2d-%2dT%2d:%2d%n", &at.tm_year, &at.tm_mon, &at.tm_mday, &at.tm_hour, &at.tm_min, &end) != 5)
        return false;
    if (line[end] == '/') {
        char rule[32];
        size_t n = strcspn(line + end + 1, "\t ");
        snprintf(rule, sizeof rule, "%.*s", (int)(n < sizeof rule ? n : 0), line + end + 1);
        days = uk_times_days(rule);
        end += days ? (int)n + 1 : 0;
    }
    if (line[end] != '\t' && line[end] != ' ')
        return false;
    at.tm_year -= 1900;
    at.tm_mon -= 1;
    char *rest = NULL;
    for (char *w = strtok_r(line + end, "\t", &rest); w && count < 16; w = strtok_r(NULL, "\t", &rest))
        words[count++] = w + strspn(w, " ");
    int minutes = at.tm_hour * 60 + at.tm_min;
    time_t due = mktime(&at);
    return uk_wish_init(&wish, words, count) && insert(t, &(struct uk_time){due, minutes, days, wish});
}

int uk_times_read(struct uk_times *t)
{
    char line[600];
    int wrong = 0, number = 0;
    FILE *f = fopen(t->path, "re");
    if (!f)
        return errno == ENOENT ? (t->count = 0, 0) : -1;
    t->count = 0;
    while (fgets(line, sizeof line, f)) {
        number++;
        line[strcspn(line, "\n")] = '\0';
        if (*line && *line != '#' && !read_line(t, line) && !wrong)
            wrong = number;
    }
    fclose(f);
    return wrong;
}

static void print(FILE *out, const void *ctx)
{
    const struct uk_times *t = ctx;
    char date[32], days[32];
    for (size_t i = 0; i < t->count; i++) {
        const struct uk_time *one = &t->list[i];
        snprintf(date, sizeof date, "%.10s", uk_times_stamp(days, one->due)); /* the hour may be another than is meant, when clocks change */
        fprintf(out, "%sT%02d:%02d%s%s\t%s\n", date, one->minutes / 60, one->minutes % 60, one->days ? "/" : "", uk_times_days_text(days, one->days),
                one->wish.text);
    }
}

int uk_times_write(const struct uk_times *t)
{
    return uk_file_write(t->path, print, t);
}
