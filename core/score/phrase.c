#include "phrase.h"

#include "../base/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SHORTEST_PAUSE_S 0.05
#define LONGEST_PAUSE_S 30.0

/* What is said for a letter; NULL: the letter itself. */
static const char *plain(uint32_t c, bool between_digits)
{
    if (c <= 0x20 || c == 0x7f || (c >= 0x80 && c <= 0xa0) || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 ||
        c == 0x202f || c == 0x3000)
        return " ";
    if (c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff)
        return "";
    if ((c >= 0x2018 && c <= 0x201b) || c == 0x2032)
        return "'";
    if ((c >= 0x201c && c <= 0x201f) || c == 0x2033 || c == 0xab || c == 0xbb)
        return "\"";
    if (c == 0x2010 || c == 0x2011)
        return "-";
    if (c == 0x2012 || c == 0x2013)
        return between_digits ? " to " : ", ";
    if (c == 0x2014 || c == 0x2015)
        return ", ";
    return c == 0x2026 ? "..." : NULL;
}

static char *clean(struct uk_arena *arena, const char *text)
{
    /* the longest replacement is 4 bytes for 3 */
    char *out = uk_arena_get(arena, strlen(text) * 2 + 1);
    size_t n = 0;
    if (!out)
        return NULL;
    for (const char *s = text; *s;) {
        const char *from = s;
        uint32_t c = uk_text_letter(&s);
        const char *as = plain(c, n > 0 && isdigit((unsigned char)out[n - 1]) && isdigit((unsigned char)*s));
        size_t length = as ? strlen(as) : (size_t)(s - from);
        for (const char *p = as ? as : from; length > 0; p++, length--) {
            if (*p == ',' && n > 0 && out[n - 1] == ' ')
                n--;
            if (*p != ' ' || (n > 0 && out[n - 1] != ' '))
                out[n++] = *p;
        }
    }
    if (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return out;
}

/* "[0.6]" at `s`: its end, and the seconds; NULL when it is something else. */
static const char *pause_at(const char *s, double *seconds)
{
    char *end;
    if (s[0] != '[' || (!isdigit((unsigned char)s[1]) && s[1] != '.'))
        return NULL;
    *seconds = strtod(s + 1, &end);
    return *end == ']' && end > s + 1 && !memchr(s, 'x', (size_t)(end - s)) ? end + 1 : NULL;
}

/* Marks of scripts that put no blank behind them, or none that matters: 。！？． and the halves of ｡, the dandas, ؟ and ۔ */
static bool is_wide_mark(uint32_t c)
{
    return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff0e || c == 0xff61 || c == 0x964 || c == 0x965 || c == 0x61f || c == 0x6d4;
}

/* Marks, and what closes with them: quotes, brackets. */
static bool is_closing(uint32_t c)
{
    return (c < 0x80 && c && strchr(".!?\"')", (int)c)) || is_wide_mark(c) || c == 0xff09 || (c >= 0x300c && c <= 0x300f);
}

/* Small letters, also Latin with marks, Greek and Cyrillic. */
static bool is_small(uint32_t c)
{
    bool odd = c < 0x139 || (c > 0x148 && c < 0x179); /* of two letters the small one is odd, in most of the block */
    return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff && c != 0xf7) || (c >= 0x100 && c <= 0x17e && c % 2 == odd) ||
           (c >= 0x3ac && c <= 0x3ce) || (c >= 0x430 && c <= 0x45f);
}

/* Korean syllables, kana, Chinese: what may follow a mark without a blank between. */
static bool is_eastern(uint32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

static bool is_single(const char *dot, const char *start)
{
    return dot > start && *dot == '.' && isalpha((unsigned char)dot[-1]) && (dot - 1 == start || strchr(" .(\"", dot[-2]));
}

/* The dot of "e.g." or "z. B.": behind a single letter, which is small or stands behind another one with a dot. */
static bool is_short_form(const char *dot, const char *start)
{
    if (!is_single(dot, start))
        return false;
    const char *before = dot - 2;
    while (before > start && *before == ' ')
        before--;
    return islower((unsigned char)dot[-1]) || is_single(before, start);
}

/* The end of the sentence that begins at `s`: behind its mark and what closes with it, or at a pause, or at the end of the text. A mark
 * ends a sentence when a blank follows and then no small letter: "e.g. this", "2.5" and "wait... and" go on. Where scripts write without
 * blanks it ends one by itself. */
static const char *sentence_end(const char *s)
{
    const char *start = s;
    double seconds;
    while (*s && !pause_at(s, &seconds)) {
        const char *mark = s, *next;
        uint32_t c = uk_text_letter(&s);
        if (!is_wide_mark(c) && (c > '?' || !c || !strchr(".!?", (int)c)))
            continue;
        bool wide = is_wide_mark(c), only = true; /* `only`: one dot */
        for (next = s; is_closing(c = uk_text_letter(&next)); s = next, only = false)
            wide = wide || is_wide_mark(c);
        if (*s == ' ')
            c = uk_text_letter(&next);
        bool here = wide || (*s == ' ' ? !is_small(c) : is_eastern(c));
        if (here && !(only && is_short_form(mark, start)))
            return s;
    }
    return s;
}

/* Something that can be said: letters and digits of any script, and no marks. */
static bool has_letter(const char *s, const char *end)
{
    while (s < end) {
        uint32_t c = uk_text_letter(&s);
        bool mark = is_closing(c) || (c >= 0x80 && c < 0xc0) || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3040) ||
                    (c >= 0xff00 && c < 0xff10);
        if (c < 0x80 ? isalnum((int)c) != 0 : !mark)
            return true;
    }
    return false;
}

static int put(struct uk_phrase *p, struct uk_phrase_part part, struct uk_message *m)
{
    if (p->count == UK_PHRASE_PARTS)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the phrase '%.60s...' has more than %d sentences and pauses: cut it in two", p->text,
                       UK_PHRASE_PARTS);
    p->parts[p->count++] = part;
    return UNKNOT_OK;
}

static int put_pause(struct uk_phrase *p, double seconds, struct uk_message *m)
{
    if (!(seconds >= SHORTEST_PAUSE_S && seconds <= LONGEST_PAUSE_S))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the pause of %g seconds in '%.200s' cannot be: use 0.05 to 30", seconds, p->text);
    return put(p, (struct uk_phrase_part){NULL, seconds}, m);
}

static int put_sentence(struct uk_phrase *p, const char *s, const char *end, double break_s, struct uk_message *m)
{
    int status = UNKNOT_OK;
    if (!has_letter(s, end))
        return status;
    if (p->count > 0 && p->parts[p->count - 1].sentence)
        status = put(p, (struct uk_phrase_part){NULL, break_s}, m);
    while (end > s && end[-1] == ' ')
        end--;
    const char *sentence = uk_arena_text(&p->arena, s, (size_t)(end - s));
    if (status == UNKNOT_OK && !sentence)
        status = uk_no_memory(m);
    return status == UNKNOT_OK ? put(p, (struct uk_phrase_part){sentence, 0}, m) : status;
}

int uk_phrase_init(struct uk_phrase *p, const char *text, double break_s, struct uk_message *m)
{
    *p = (struct uk_phrase){0};
    p->text = clean(&p->arena, text);
    p->parts = uk_arena_get(&p->arena, sizeof *p->parts * UK_PHRASE_PARTS);
    if (!p->text || !p->parts)
        return uk_no_memory(m);
    int status = UNKNOT_OK;
    bool words = false;
    for (const char *s = p->text; *s && status == UNKNOT_OK;) {
        double seconds;
        const char *end = *s == ' ' ? s + 1 : pause_at(s, &seconds);
        if (end) {
            if (*s != ' ')
                status = put_pause(p, seconds, m);
        } else {
            end = sentence_end(s);
            status = put_sentence(p, s, end, break_s, m);
            words = words || has_letter(s, end);
        }
        s = end;
    }
    if (status == UNKNOT_OK && !words)
        status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "there is nothing to say in the phrase '%.200s': write words", text);
    return status;
}

void uk_phrase_finish(struct uk_phrase *p)
{
    uk_arena_finish(&p->arena);
    *p = (struct uk_phrase){0};
}
