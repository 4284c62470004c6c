#include "words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define PLACEHOLDERS 6

static const char *const placeholders[PLACEHOLDERS] = {"{out}", "{text}", "{textfile}", "{lang}", "{language}", "{stretch}"};

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

/* Whether `words` has an option once: then another value takes its place. What may be given again, as -eval, adds up. */
static bool has_once(const char *const *words, const char *option)
{
    int n = 0;
    for (; *words; words++)
        n += strcmp(*words, option) == 0;
    return n == 1 && option[0] == '-' && strcmp(option, "--") != 0;
}

static bool is_in(const struct words *w, const char *option)
{
    for (size_t i = 0; w->word[i]; i++)
        if (strcmp(w->word[i], option) == 0)
            return true;
    return false;
}

static bool add_all(struct words *w, size_t *n, const struct words *more)
{
    for (size_t i = 0; more->word[i]; i++)
        if (!add(w, n, more->word[i], strlen(more->word[i])))
            return false;
    return true;
}

/* The preset's words, without those options that are also in `own`, and then those; before "--", behind which there are no options. */
static bool join(struct words *w, const char *const *preset, const struct words *own)
{
    size_t n = 0;
    bool added = false;
    for (const char *const *p = preset; *p; p++) {
        if (has_once(preset, *p) && is_in(own, *p)) {
            p += p[1] && p[1][0] != '-';
            continue;
        }
        bool end = strcmp(*p, "--") == 0;
        if ((end && !add_all(w, &n, own)) || !add(w, &n, *p, strlen(*p)))
            return false;
        added = added || end;
    }
    return added || add_all(w, &n, own);
}

bool words_init(struct words *w, const char *command, const struct preset *preset)
{
    struct words own = {{0}};
    size_t n = 0;
    bool good = true;
    *w = own;
    for (const char *s = command; good && *(s += strspn(s, " ")); s += strcspn(s, " "))
        good = add(&own, &n, s, strcspn(s, " "));
    static const char *const nothing[] = {NULL};
    good = good && join(w, preset ? preset->words : nothing, &own);
    words_finish(&own);
    return good;
}

const struct preset *words_preset(const char **command)
{
    const char *first = *command + strspn(*command, " ");
    const struct preset *p = has_placeholder(first) ? NULL : preset_find(first, strcspn(first, " "));
    if (p)
        *command = first + strcspn(first, " ");
    return p;
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
    const char *const values[PLACEHOLDERS] = {v->out, v->text, v->textfile, v->lang, v->language, v->stretch};
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

static uint64_t hash_bytes(uint64_t h, const void *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        h = (h ^ ((const unsigned char *)bytes)[i]) * UINT64_C(0x100000001b3); /* FNV-1a */
    return h;
}

/* A model that is trained again, or a script that is rewritten, has the same name and another voice. */
static uint64_t hash_file(uint64_t h, const char *word)
{
    const char *value = word[0] == '-' ? strchr(word, '=') : NULL, *path = value ? value + 1 : word;
    struct stat s;
    if (!strchr(path, '/') && !strchr(path, '.'))
        return h;
    if (stat(path, &s) || !S_ISREG(s.st_mode))
        return h;
    int64_t facts[3] = {s.st_size, s.st_mtim.tv_sec, s.st_mtim.tv_nsec};
    return hash_bytes(h, facts, sizeof facts);
}

uint64_t words_hash(const struct words *w, const char *lang)
{
    uint64_t h = hash_bytes(UINT64_C(0xcbf29ce484222325), lang, strlen(lang) + 1);
    for (size_t i = 0; w->word[i]; i++)
        h = hash_file(hash_bytes(h, w->word[i], strlen(w->word[i]) + 1), w->word[i]);
    return h;
}

void words_join(const struct words *w, const char *lang, char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; w->word[i] && n + 1 < size; i++) {
        const char *slash = i == 0 ? strrchr(w->word[0], '/') : NULL;
        const char *word = slash ? slash + 1 : strcmp(w->word[i], "{lang}") == 0 ? lang : w->word[i];
        int more = snprintf(out + n, size - n, "%s%s", i ? " " : "", word);
        n += more > 0 ? (size_t)more : 0;
    }
}
