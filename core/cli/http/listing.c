#include "listing.h"

#include "../markup.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *wished(const struct unknot_param *wishes, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(wishes[i].name, name) == 0)
            return wishes[i].value;
    return NULL;
}

static bool has_value(const struct unknot_routine *r, const struct unknot_param *wish)
{
    for (size_t i = 0; i < r->param_count; i++)
        if (strcmp(r->params[i].name, wish->name) == 0)
            for (const char *const *v = r->params[i].values; *v; v++)
                if (strcmp(*v, wish->value) == 0)
                    return true;
    return false;
}

static bool fits(const struct unknot_routine *r, double minutes)
{
    bool shorter = false, longer = false;
    for (size_t i = 0; i < r->minutes_count; i++) {
        shorter |= r->minutes[i] <= minutes;
        longer |= r->minutes[i] >= minutes;
    }
    return shorter && longer;
}

/* A gentle list has nothing in it that cannot be gentle. */
static bool can_be(const struct unknot_routine *r, const struct unknot_param *wishes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct unknot_param *w = &wishes[i];
        if (strcmp(w->name, "format") == 0 || strcmp(w->name, "seed") == 0 || strcmp(w->name, "language") == 0)
            continue;
        if (strcmp(w->name, "minutes") == 0 ? !fits(r, strtod(w->value, NULL)) : !has_value(r, w))
            return false;
    }
    return true;
}

static void put_encoded(FILE *out, const char *text)
{
    for (; *text; text++)
        if (isalnum((unsigned char)*text) || strchr("-._~", *text))
            putc(*text, out);
        else
            fprintf(out, "%%%02X", (unsigned char)*text);
}

static void put_line(FILE *out, const char *text)
{
    for (; *text; text++)
        putc((unsigned char)*text < ' ' ? ' ' : *text, out);
    putc('\n', out);
}

static void put_entry(FILE *out, const struct unknot_routine *r, const char *base, const struct unknot_param *wishes, size_t count)
{
    const char *format = wished(wishes, count, "format"), *minutes = wished(wishes, count, "minutes");
    double length = minutes ? strtod(minutes, NULL) : r->minutes_count ? r->minutes[r->minutes_count / 2] : 0;
    char before = '?';
    fprintf(out, "#EXTINF:%d,", length > 0 ? (int)(length * 60 + 0.5) : -1);
    put_line(out, r->title);
    fprintf(out, "%s/%s.%s", base, r->name, format ? format : "wav");
    if (length > 0) {
        fprintf(out, "?minutes=%g", length);
        before = '&';
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(wishes[i].name, "format") == 0 || strcmp(wishes[i].name, "minutes") == 0)
            continue;
        putc(before, out);
        put_encoded(out, wishes[i].name);
        putc('=', out);
        put_encoded(out, wishes[i].value);
        before = '&';
    }
    putc('\n', out);
}

void uk_listing_m3u(FILE *out, struct unknot *u, const char *base, const struct unknot_param *wishes, size_t count)
{
    const struct unknot_routine *r;
    fputs("#EXTM3U\n#EXTENC:UTF-8\n", out);
    for (int i = 0, n = unknot_routine_count(u); i < n; i++)
        if (unknot_describe(u, unknot_routine_name(u, i), &r) == UNKNOT_OK && can_be(r, wishes, count))
            put_entry(out, r, base, wishes, count);
}

/* A script's title in a page: no letter of it is anything but a letter. */
static void put_text(FILE *out, const char *text)
{
    uk_markup_write(out, text, SIZE_MAX);
}

static void put_links(FILE *out, const char *name)
{
    static const char *const endings[] = {"wav", "flac", "vtt"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        fputs(" <a href=\"/", out);
        put_text(out, name);
        fprintf(out, ".%s\">%s</a>", endings[i], endings[i]);
    }
}

void uk_listing_page(FILE *out, struct unknot *u)
{
    const struct unknot_routine *r;
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
          "<title>unknot</title>\n<h1>unknot</h1>\n"
          "<p>Trigger-point self-massage, guided by ear. <a href=\"/all.m3u\">All of it as a playlist</a>, or one by one:\n<ul>\n", out);
    for (int i = 0, n = unknot_routine_count(u); i < n; i++) {
        if (unknot_describe(u, unknot_routine_name(u, i), &r) != UNKNOT_OK)
            continue;
        fputs("<li>", out);
        put_text(out, r->title);
        fputs(":", out);
        put_links(out, r->name);
        fputs("\n", out);
    }
    fputs("</ul>\n<p>Wishes stand behind a question mark, as in <code>/low-back.wav?minutes=10&amp;mode=gentle</code>.\n</html>\n", out);
}
