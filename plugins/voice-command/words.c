#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLACEHOLDERS 5

static const char *const placeholders[PLACEHOLDERS] = {"{out}", "{text}", "{textfile}", "{lang}", "{stretch}"};

/* At a pace of 130 to 150 words a minute. Arguments that the user adds come last, and so have the last word. */
static const struct preset {
    const char *name;
    const char *words[10];
} presets[] = {
    {"espeak-ng", {"espeak-ng", "-v", "{lang}", "-s", "105", "--stdin", "-w", "{out}"}},
    {"festival",
     {"text2wave", "-eval", "(voice_cmu_us_slt_arctic_hts)", "-eval", "(set! hts_engine_params (cons (list \"-r\" 0.65) hts_engine_params))",
      "-o", "{out}"}},
    {"pico2wave", {"pico2wave", "-l", "{lang}", "-w", "{out}", "--", "<speed level=\"65\">{text}</speed>"}},
    {"piper", {"piper", "--length_scale", "1.35", "--output_file", "{out}"}},
    {"rhvoice", {"RHVoice-test", "-p", "slt", "-r", "65", "-o", "{out}"}},
};

#define PRESETS (sizeof presets / sizeof *presets)

static bool add(struct words *w, size_t *n, const char *word, size_t length)
{
    if (*n == WORDS_MOST)
        return false;
    w->word[*n] = strndup(word, length);
    return w->word[(*n)++] != NULL;
}

bool words_have(const struct words *w, const char *placeholder)
{
    for (size_t i = 0; w->word[i]; i++)
        if (strstr(w->word[i], placeholder))
            return true;
    return false;
}

static bool has_placeholder(const char *command)
{
    for (size_t i = 0; i < PLACEHOLDERS; i++)
        if (strstr(command, placeholders[i]))
            return true;
    return false;
}

static bool add_preset(struct words *w, size_t *n, const char *name, size_t length)
{
    for (size_t i = 0; i < PRESETS; i++) {
        if (strlen(presets[i].name) != length || memcmp(presets[i].name, name, length) != 0)
            continue;
        for (const char *const *p = presets[i].words; *p; p++)
            if (!add(w, n, *p, strlen(*p)))
                return false;
        return true;
    }
    return add(w, n, name, length);
}

bool words_init(struct words *w, const char *command)
{
    bool whole = has_placeholder(command);
    size_t n = 0;
    *w = (struct words){{0}};
    for (const char *s = command; *(s += strspn(s, " ")); s += strcspn(s, " ")) {
        size_t length = strcspn(s, " ");
        if (!(n == 0 && !whole ? add_preset(w, &n, s, length) : add(w, &n, s, length)))
            return false;
    }
    return true;
}

void words_finish(struct words *w)
{
    for (size_t i = 0; i < WORDS_MOST; i++)
        free(w->word[i]);
    *w = (struct words){{0}};
}

/* A text at the start of a word must not be taken for an option. */
static char *fill(const char *word, const struct words_values *v)
{
    const char *const values[PLACEHOLDERS] = {v->out, v->text, v->textfile, v->lang, v->stretch};
    char *filled = NULL;
    size_t size;
    FILE *out = open_memstream(&filled, &size);
    if (!out)
        return NULL;
    for (const char *s = word; *s;) {
        size_t i = 0;
        while (i < PLACEHOLDERS && strncmp(s, placeholders[i], strlen(placeholders[i])) != 0)
            i++;
        if (i == PLACEHOLDERS) {
            fputc(*s++, out);
            continue;
        }
        fprintf(out, "%s%s", s == word && values[i][0] == '-' ? " " : "", values[i]);
        s += strlen(placeholders[i]);
    }
    bool bad = ferror(out);
    if (fclose(out) == 0 && !bad)
        return filled;
    free(filled);
    return NULL;
}

bool words_fill(struct words *out, const struct words *w, const struct words_values *v)
{
    *out = (struct words){{0}};
    for (size_t i = 0; w->word[i]; i++)
        if (!(out->word[i] = fill(w->word[i], v)))
            return false;
    return true;
}

uint64_t words_hash(const struct words *w)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325); /* FNV-1a; the NUL behind each word counts too */
    for (size_t i = 0; w->word[i]; i++)
        for (size_t k = 0; k <= strlen(w->word[i]); k++)
            h = (h ^ (unsigned char)w->word[i][k]) * UINT64_C(0x100000001b3);
    return h;
}

void words_presets(char *out, int size)
{
    int n = 0;
    *out = '\0';
    for (size_t i = 0; i < PRESETS && n < size; i++)
        n += snprintf(out + n, (size_t)(size - n), "%s%s", i ? ", " : "", presets[i].name);
}
