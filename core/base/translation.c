#include "translation.h"

#include "text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LONGEST_LINE (1 << 16)
#define CHARSET "charset="

/* ---- by source ---- */

/* Where a source is, or would be put. There is always a free slot: they are twice as many as `capacity`. */
static uint32_t *slot_of(const struct uk_translation *t, const char *source)
{
    size_t room = t->capacity * 2, at = uk_text_hash(UK_HASH_START, source, strlen(source)) & (room - 1);
    while (t->slots[at] && strcmp(t->list[t->slots[at] - 1].source, source) != 0)
        at = (at + 1) & (room - 1);
    return &t->slots[at];
}

static int grow(struct uk_translation *t, struct uk_message *m)
{
    size_t capacity = t->capacity ? t->capacity * 2 : 256;
    struct uk_translated *list = realloc(t->list, capacity * sizeof *list);
    if (list)
        t->list = list;
    uint32_t *slots = list ? calloc(capacity * 2, sizeof *slots) : NULL;
    if (!slots)
        return uk_no_memory(m);
    free(t->slots);
    t->slots = slots;
    t->capacity = capacity;
    for (size_t i = 0; i < t->count; i++)
        *slot_of(t, t->list[i].source) = (uint32_t)i + 1;
    return UNKNOT_OK;
}

int uk_translation_add(struct uk_translation *t, const char *source, const char *text, struct uk_message *m)
{
    int status = t->count == t->capacity ? grow(t, m) : UNKNOT_OK;
    if (status)
        return status;
    uint32_t *slot = slot_of(t, source);
    if (*slot)
        return UNKNOT_OK;
    struct uk_translated one = {uk_arena_text(&t->arena, source, strlen(source)), uk_arena_text(&t->arena, text, strlen(text))};
    if (!one.source || !one.text)
        return uk_no_memory(m);
    t->list[t->count++] = one;
    *slot = (uint32_t)t->count;
    return UNKNOT_OK;
}

const char *uk_translation_find(const struct uk_translation *t, const char *source)
{
    uint32_t index = t->count ? *slot_of(t, source) : 0;
    return index ? t->list[index - 1].text : NULL;
}

void uk_translation_finish(struct uk_translation *t)
{
    free(t->list);
    free(t->slots);
    uk_arena_finish(&t->arena);
    *t = (struct uk_translation){0};
}

/* ---- the catalogue ---- */

enum part { NONE, CONTEXT, SOURCE, PLURAL, TEXT, FORM, PARTS };

/* One entry as it comes along, line by line. */
struct reader {
    struct uk_translation *t;
    const char *name;
    struct uk_message *m;
    int line, start; /* where it is now; of the entry's first line */
    enum part part; /* what a further line in quotes goes on with */
    bool has[PARTS], fuzzy;
    size_t length[PARTS];
    char bytes[PARTS][UK_TRANSLATION_LONGEST + 1];
};

static int wrong(const struct reader *r, const char *what)
{
    return uk_fail(r->m, UNKNOT_BAD_DATA, "%s:%d: %s", r->name, r->line, what);
}

static int wrong_entry(const struct reader *r, const char *what)
{
    return uk_fail(r->m, UNKNOT_BAD_DATA, "%s:%d: %s", r->name, r->start, what);
}

static void clear(struct reader *r)
{
    memset(r->has, 0, sizeof r->has);
    memset(r->length, 0, sizeof r->length);
    r->part = NONE;
    r->fuzzy = false;
}

/* The header says in what letters the file is. */
static int check_header(const struct reader *r)
{
    const char *charset = strstr(r->bytes[TEXT], CHARSET);
    if (!charset)
        return UNKNOT_OK;
    charset += strlen(CHARSET);
    size_t n = strcspn(charset, " \n;");
    bool utf8 = (n == 5 && strncasecmp(charset, "utf-8", n) == 0) || (n == 4 && strncasecmp(charset, "utf8", n) == 0);
    return utf8 ? UNKNOT_OK : wrong_entry(r, "the catalogue must be in UTF-8: convert it with 'msgconv -t UTF-8'");
}

static int keep(struct reader *r)
{
    char *text = r->bytes[TEXT];
    for (char *c = text; *c; c++)
        if (*c == '\n' || *c == '\t')
            *c = ' ';
    if (!uk_text_is_plain(text))
        return wrong_entry(r, "the translation has letters that cannot be shown: write it anew");
    return uk_translation_add(r->t, r->bytes[SOURCE], text, r->m);
}

/* Takes in the entry that is over, if there is one. */
static int end_entry(struct reader *r)
{
    int status = UNKNOT_OK;
    if (r->has[CONTEXT] || r->has[SOURCE] || r->has[TEXT] || r->has[FORM]) {
        if (!r->has[SOURCE] || (!r->has[TEXT] && !r->has[FORM]))
            return wrong_entry(r, "an entry needs a msgid and a msgstr");
        for (int i = CONTEXT; i < PARTS; i++) {
            r->bytes[i][r->length[i]] = '\0';
            if (!uk_text_is_utf8(r->bytes[i], r->length[i]))
                return wrong_entry(r, "an entry has a letter that is none: write it without '\\'");
        }
        bool plain = r->has[TEXT] && !r->has[CONTEXT] && !r->has[PLURAL];
        if (plain && r->length[SOURCE] == 0)
            status = check_header(r);
        else if (plain && !r->fuzzy && r->length[TEXT] > 0)
            status = keep(r);
        clear(r);
    }
    return status;
}

static const char *octal(const char *s, const char *end, char *out)
{
    unsigned value = 0;
    for (int i = 0; i < 3 && s < end && *s >= '0' && *s <= '7'; i++)
        value = value * 8 + (unsigned)(*s++ - '0');
    *out = (char)value;
    return s;
}

static const char *hexadecimal(const char *s, const char *end, char *out)
{
    unsigned value = 0;
    for (int i = 0; i < 2 && s < end && isxdigit((unsigned char)*s); i++, s++)
        value = value * 16 + (unsigned)(isdigit((unsigned char)*s) ? *s - '0' : tolower((unsigned char)*s) - 'a' + 10);
    *out = (char)value;
    return s;
}

/* What stands for a letter behind a backslash at `s`. Its end; NULL: there is no such thing. */
static const char *escape(const char *s, const char *end, char *out)
{
    static const char names[] = "nt\"\\rabfv", values[] = "\n\t\"\\\r\a\b\f\v";
    if (s == end)
        return NULL;
    const char *known = *s ? strchr(names, *s) : NULL;
    if (known) {
        *out = values[known - names];
        return s + 1;
    }
    if (*s >= '0' && *s <= '7')
        return octal(s, end, out);
    return *s == 'x' && s + 1 < end && isxdigit((unsigned char)s[1]) ? hexadecimal(s + 1, end, out) : NULL;
}

/* Appends what stands in quotes to the part that is being read. */
static int take_quoted(struct reader *r, const char *s, const char *end)
{
    char *out = r->bytes[r->part];
    size_t *n = &r->length[r->part];
    if (s == end || *s != '"')
        return wrong(r, "here a text in quotes is missing");
    for (s++; s < end && *s != '"'; (*n)++) {
        if (*n == UK_TRANSLATION_LONGEST)
            return wrong(r, "the text is too long: at most 4000 bytes");
        if (*s == '\\')
            s = escape(s + 1, end, &out[*n]);
        else
            out[*n] = *s++;
        if (!s)
            return wrong(r, "there is no such letter behind '\\': write '\\\\' where one is meant");
    }
    return s + 1 == end ? UNKNOT_OK : wrong(r, "the text must end with one quote, and nothing behind it");
}

/* A line that begins with a keyword; `part` is what it is for. */
static int begin_part(struct reader *r, enum part part, const char *s, const char *end)
{
    bool follows = part == CONTEXT || (part == SOURCE && r->part != CONTEXT);
    int status = follows ? end_entry(r) : UNKNOT_OK;
    if (status)
        return status;
    bool again = r->has[part] && part != FORM;
    if (again || (part > SOURCE && !r->has[SOURCE]))
        return wrong(r, "msgid and msgstr are out of order");
    if (follows)
        r->start = r->line;
    r->has[part] = true;
    r->part = part;
    r->length[part] = 0;
    while (s < end && (*s == ' ' || *s == '\t'))
        s++;
    return take_quoted(r, s, end);
}

static int take_comment(struct reader *r, const char *s, const char *end)
{
    int status = r->has[TEXT] || r->has[FORM] ? end_entry(r) : UNKNOT_OK;
    if (end - s > 1 && s[1] == ',' && memmem(s, (size_t)(end - s), "fuzzy", 5))
        r->fuzzy = true;
    if (end - s > 1 && s[1] == '~')
        r->fuzzy = false; /* it was that of an obsolete entry */
    return status;
}

static int take_line(struct reader *r, const char *s, const char *end)
{
    static const struct {
        const char *word;
        enum part part;
    } words[] = {{"msgctxt", CONTEXT}, {"msgid_plural", PLURAL}, {"msgid", SOURCE}, {"msgstr[", FORM}, {"msgstr", TEXT}};
    if (*s == '#')
        return take_comment(r, s, end);
    if (*s == '"')
        return r->part == NONE ? wrong(r, "a text in quotes that belongs to nothing") : take_quoted(r, s, end);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i].word);
        if ((size_t)(end - s) < n || memcmp(s, words[i].word, n) != 0)
            continue;
        const char *rest = s + n;
        if (words[i].part == FORM) {
            while (rest < end && isdigit((unsigned char)*rest))
                rest++;
            rest += rest < end && *rest == ']';
        }
        return begin_part(r, words[i].part, rest, end);
    }
    return wrong(r, "this is no line of a catalogue: it begins with msgid, msgstr, a quote or #");
}

static int read_lines(struct reader *r, const char *s, const char *stop)
{
    int status = UNKNOT_OK;
    if (stop - s >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
        s += 3;
    while (s < stop && !status) {
        const char *newline = memchr(s, '\n', (size_t)(stop - s)), *end = newline ? newline : stop;
        r->line++;
        if (end - s > LONGEST_LINE)
            return uk_fail(r->m, UNKNOT_LIMIT, "%s:%d: the line is too long", r->name, r->line);
        if (!uk_text_is_utf8(s, (size_t)(end - s)))
            return wrong(r, "the catalogue must be in UTF-8: convert it with 'msgconv -t UTF-8'");
        while (end > s && isspace((unsigned char)end[-1]))
            end--;
        while (s < end && isspace((unsigned char)*s))
            s++;
        if (s < end)
            status = take_line(r, s, end);
        s = newline ? newline + 1 : stop;
    }
    return status ? status : end_entry(r);
}

int uk_translation_read(struct uk_translation *t, const char *text, size_t n, const char *name, struct uk_message *m)
{
    struct reader *r = calloc(1, sizeof *r);
    if (!r)
        return uk_no_memory(m);
    r->t = t;
    r->name = name;
    r->m = m;
    int status = n > UK_TRANSLATION_LARGEST ? uk_fail(m, UNKNOT_LIMIT, "%s: the catalogue is too large: at most 8 MiB", name)
                                            : read_lines(r, text, text + n);
    free(r);
    return status;
}
