#include "serve_times.h"

#include "serve_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

time_t uk_times_next(const char *clock, time_t now)
{
    struct tm t;
    int minutes = minutes_of(clock);
    if (minutes < 0 || !localtime_r(&now, &t))
        return 0;
    for (int days = 0; days < 3; days++) {
        struct tm then = t;
        then.tm_mday += days;
        then.tm_hour = minutes / 60;
        then.tm_min = minutes % 60;
        then.tm_sec = 0;
        then.tm_isdst = -1;
        time_t at = mktime(&then);
        if (at > now)
            return at;
    }
    return 0;
}

bool uk_times_add(struct uk_times *t, time_t due, const struct uk_wish *wish)
{
    size_t i = t->count;
    if (t->count == UK_TIMES_MAX)
        return false;
    for (; i > 0 && t->list[i - 1].due > due; i--)
        t->list[i] = t->list[i - 1];
    t->list[i].due = due;
    t->list[i].wish = *wish;
    t->count++;
    return true;
}

static void take_out(struct uk_times *t, size_t i)
{
    memmove(t->list + i, t->list + i + 1, (--t->count - i) * sizeof *t->list);
}

size_t uk_times_remove(struct uk_times *t, const char *clock)
{
    int minutes = minutes_of(clock);
    size_t before = t->count;
    for (size_t i = t->count; i > 0; i--) {
        struct tm at;
        if (localtime_r(&t->list[i - 1].due, &at) && at.tm_hour * 60 + at.tm_min == minutes)
            take_out(t, i - 1);
    }
    return before - t->count;
}

enum uk_due uk_times_due(struct uk_times *t, time_t now, struct uk_wish *wish)
{
    char at[32], text[400];
    if (t->count == 0 || t->list[0].due > now)
        return UK_NOT_DUE;
    *wish = t->list[0].wish;
    bool late = now - t->list[0].due > UK_TIMES_LATE_S;
    if (late)
        snprintf(t->missed, sizeof t->missed, "%s did not begin at %s: this machine was off, or its clock was wrong",
                 uk_wish_text(wish, text), uk_times_stamp(at, t->list[0].due));
    take_out(t, 0);
    return late ? UK_MISSED : UK_DUE;
}

static bool read_line(struct uk_times *t, char *line)
{
    struct tm at = {.tm_isdst = -1};
    struct uk_wish wish;
    const char *words[16];
    size_t count = 0;
    int end = 0;
    if (sscanf(line, "%4d-%2d-%2dT%2d:%2d%n", &at.tm_year, &at.tm_mon, &at.tm_mday, &at.tm_hour, &at.tm_min, &end) != 5 ||
        (line[end] != '\t' && line[end] != ' '))
        return false;
    at.tm_year -= 1900;
    at.tm_mon -= 1;
    char *rest = NULL;
    for (char *w = strtok_r(line + end, "\t", &rest); w && count < 16; w = strtok_r(NULL, "\t", &rest))
        words[count++] = w + strspn(w, " ");
    time_t due = mktime(&at);
    return due > 0 && uk_wish_init(&wish, words, count) && uk_times_add(t, due, &wish);
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
    char at[32];
    for (size_t i = 0; i < t->count; i++)
        fprintf(out, "%s\t%s\n", uk_times_stamp(at, t->list[i].due), t->list[i].wish.text);
}

int uk_times_write(const struct uk_times *t)
{
    return uk_file_write(t->path, print, t);
}
