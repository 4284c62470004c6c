#include "voice_lines.h"

#include "../base/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEADER "unknot-voice 1\t"
#define ID_WORDS 5
#define LONGEST_FRAMES (INT64_C(600) * 192000)

/* Where the line of a text is, or would be put. There is always a free slot. */
static uint32_t *slot_of(const struct uk_voice_lines *l, const char *text)
{
    size_t at = uk_text_hash(UK_HASH_START, text, strlen(text)) & (l->room - 1);
    while (l->slots[at] && strcmp(l->lines[l->slots[at] - 1].text, text) != 0)
        at = (at + 1) & (l->room - 1);
    return &l->slots[at];
}

static int grow(struct uk_voice_lines *l, struct uk_message *m)
{
    size_t capacity = l->capacity ? l->capacity * 2 : 256;
    struct uk_voice_line *lines = realloc(l->lines, capacity * sizeof *lines);
    if (lines)
        l->lines = lines;
    uint32_t *slots = lines ? calloc(capacity * 2, sizeof *slots) : NULL;
    if (!slots)
        return uk_no_memory(m);
    free(l->slots);
    l->slots = slots;
    l->room = capacity * 2;
    l->capacity = capacity;
    for (size_t i = 0; i < l->count; i++)
        *slot_of(l, l->lines[i].text) = (uint32_t)i + 1;
    return UNKNOT_OK;
}

int uk_voice_lines_add(struct uk_voice_lines *l, const struct uk_voice_line *line, struct uk_message *m)
{
    int status = l->count == l->capacity ? grow(l, m) : UNKNOT_OK;
    if (status)
        return status;
    uint32_t *slot = slot_of(l, line->text);
    if (*slot) {
        l->lines[*slot - 1] = *line;
        return UNKNOT_OK;
    }
    l->lines[l->count++] = *line;
    *slot = (uint32_t)l->count;
    return UNKNOT_OK;
}

const struct uk_voice_line *uk_voice_lines_find(const struct uk_voice_lines *l, const char *text)
{
    uint32_t index = l->count ? *slot_of(l, text) : 0;
    return index ? &l->lines[index - 1] : NULL;
}

/* The next field of a line, whose end becomes a NUL; NULL: there is none. */
static char *field(char **at)
{
    char *start = *at;
    if (!start)
        return NULL;
    char *tab = strchr(start, '\t');
    if (tab)
        *tab = '\0';
    *at = tab ? tab + 1 : NULL;
    return start;
}

static bool number_from(const char *s, int64_t most, int64_t *out)
{
    int64_t n = 0;
    const char *start = s;
    for (; *s >= '0' && *s <= '9' && n <= most; s++)
        n = n * 10 + (*s - '0');
    *out = n;
    return !*s && s > start && n <= most;
}

static bool sum_from(const char *s, uint64_t *out)
{
    const char *start = s;
    *out = 0;
    for (; (*s >= '0' && *s <= '9') || (*s >= 'a' && *s <= 'f'); s++)
        *out = *out << 4 | (uint64_t)(*s <= '9' ? *s - '0' : *s - 'a' + 10);
    return !*s && s - start == 16;
}

/* A file beside lines.tsv: nothing that leads elsewhere. */
static bool is_name(const char *s)
{
    return s && *s && *s != '.' && !strchr(s, '/');
}

static bool take(struct uk_voice_line *line, char *at)
{
    char *id = field(&at), *file = field(&at), *frames = field(&at), *sum = field(&at), *text = field(&at), *say = field(&at);
    *line = (struct uk_voice_line){.id = id, .file = file, .text = text, .say = say};
    return text && !at && *id && is_name(file) && number_from(frames, LONGEST_FRAMES, &line->frames) && line->frames > 0 &&
           sum_from(sum, &line->sum) && *text && (!say || *say);
}

static int wrong(struct uk_message *m, const char *name, int number)
{
    return uk_fail(m, UNKNOT_BAD_DATA, "%s:%d: this is no line of a voice pack: make the pack again", name, number);
}

int uk_voice_lines_parse(struct uk_voice_lines *l, const char *text, size_t n, const char *name, struct uk_message *m)
{
    char *copy = uk_arena_text(&l->arena, text, n);
    int64_t rate = 0;
    int number = 0, status = UNKNOT_OK;
    if (!copy)
        return uk_no_memory(m);
    if (strlen(copy) != n || !uk_text_is_plain(copy))
        return uk_fail(m, UNKNOT_BAD_DATA, "%s is no text: make the pack again", name);
    for (char *at = copy, *next; *at && !status; at = next) {
        char *end = strchr(at, '\n');
        next = end ? end + 1 : at + strlen(at);
        if (end)
            *end = '\0';
        struct uk_voice_line line;
        bool good;
        if (number++ == 0) {
            good = strncmp(at, HEADER, strlen(HEADER)) == 0 && number_from(at + strlen(HEADER), 192000, &rate) && rate >= 8000;
            l->rate = (uint32_t)rate;
        } else {
            good = take(&line, at);
            if (good)
                status = uk_voice_lines_add(l, &line, m);
        }
        if (!good)
            status = wrong(m, name, number);
    }
    return !status && number == 0 ? wrong(m, name, 1) : status;
}

char *uk_voice_lines_print(const struct uk_voice_lines *l)
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    if (!out)
        return NULL;
    fprintf(out, HEADER "%u\n", l->rate);
    for (size_t i = 0; i < l->count; i++) {
        const struct uk_voice_line *line = &l->lines[i];
        fprintf(out, "%s\t%s\t%lld\t%016llx\t%s", line->id, line->file, (long long)line->frames, (unsigned long long)line->sum,
                line->text);
        if (line->say)
            fprintf(out, "\t%s", line->say);
        putc('\n', out);
    }
    bool bad = ferror(out);
    if (!fclose(out) && !bad)
        return text;
    free(text);
    return NULL;
}

void uk_voice_lines_finish(struct uk_voice_lines *l)
{
    free(l->lines);
    free(l->slots);
    uk_arena_finish(&l->arena);
    *l = (struct uk_voice_lines){0};
}

char *uk_line_id(char out[UK_LINE_ID], const char *text)
{
    size_t n = 0;
    int words = 0;
    bool between = false;
    for (const char *s = text; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '\'')
            continue;
        if (c >= 0x80 || !isalnum(c)) { /* letters of other scripts have no place in a file's name: the hash tells those apart */
            between = n > 0;
            continue;
        }
        if (between && ++words == ID_WORDS)
            break;
        if (n + 10 > UK_LINE_ID)
            break;
        if (between)
            out[n++] = '-';
        between = false;
        out[n++] = (char)tolower(c);
    }
    snprintf(out + n, UK_LINE_ID - n, "%s%06llx", n ? "-" : "line-", uk_text_hash(UK_HASH_START, text, strlen(text)) & 0xffffff);
    return out;
}

uint64_t uk_line_sum(const char *words, const char *identity, int chain_version)
{
    int64_t version = chain_version;
    uint64_t hash = uk_text_hash(UK_HASH_START, words, strlen(words) + 1);
    hash = uk_text_hash(hash, identity, strlen(identity) + 1);
    return uk_text_hash(hash, &version, sizeof version);
}
