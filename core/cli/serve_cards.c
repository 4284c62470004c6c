#include "serve_cards.h"

#include "serve_file.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST (1 << 20) /* of the file, bytes */
#define LINE_SIZE 600
#define WORDS_MAX 16

bool uk_card_code(const char *word, char out[UK_CODE_SIZE])
{
    size_t n = 0;
    for (; word[n] && n < UK_CODE_SIZE; n++) {
        if (n == UK_CODE_SIZE - 1 || !(isalnum((unsigned char)word[n]) || word[n] == '-' || word[n] == '.'))
            return false;
        out[n] = (char)tolower((unsigned char)word[n]);
    }
    out[n] = '\0';
    return n > 0;
}

/* ---- a line ---- */

/* The next word, without its quotes; NULL: there is none. */
static char *next_word(char **rest)
{
    char *in = *rest + strspn(*rest, " \t"), *out = in, *word = in;
    bool quoted = false;
    if (!*in || *in == '#')
        return NULL;
    for (; *in && (quoted || (*in != ' ' && *in != '\t')); in++) {
        if (*in == '"')
            quoted = !quoted;
        else
            *out++ = *in;
    }
    *rest = in + (*in != '\0');
    *out = '\0';
    return word;
}

/* "--minutes", and what follows, as "minutes=6", which it may be already; "--set" as what follows. NULL: it makes no sense. */
static const char *option(const char *word, char **rest, char pair[LINE_SIZE])
{
    const char *name = word + 2;
    bool set = strcmp(name, "set") == 0;
    if (strchr(name, '='))
        return name;
    if (!set && strcmp(name, "minutes") != 0 && strcmp(name, "side") != 0 && strcmp(name, "mode") != 0)
        return NULL;
    const char *value = next_word(rest);
    if (!value || !*value)
        return NULL;
    snprintf(pair, LINE_SIZE, "%s%s%s", set ? "" : name, set ? "" : "=", value);
    return pair;
}

static bool read_words(char *text, struct uk_wish *wish)
{
    const char *words[WORDS_MAX];
    char pairs[WORDS_MAX][LINE_SIZE], *rest = text, *word;
    size_t count = 0;
    while ((word = next_word(&rest))) {
        if (count == WORDS_MAX)
            return false;
        words[count] = strncmp(word, "--", 2) == 0 ? option(word, &rest, pairs[count]) : word;
        if (!words[count++])
            return false;
    }
    return uk_wish_init(wish, words, count);
}

/* The code that a line begins with, and where its words are. False: it is no line of a card. */
static bool read_code(char *line, char code[UK_CODE_SIZE], char **words)
{
    char first[UK_CODE_SIZE + 1];
    line += strspn(line, " \t");
    size_t n = strcspn(line, " \t=");
    snprintf(first, sizeof first, "%.*s", (int)(n < sizeof first ? n : sizeof first - 1), line);
    line += n + strspn(line + n, " \t");
    *words = line + 1;
    return *line == '=' && uk_card_code(first, code);
}

static bool is_empty(const char *line)
{
    line += strspn(line, " \t\r");
    return !*line || *line == '#';
}

/* ---- the file ---- */

/* All of it, "" when there is none; the caller frees it. NULL after saying why not. */
static char *read_all(const char *path, char trouble[600])
{
    struct stat s = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 && errno == ENOENT)
        return strdup("");
    if (fd < 0 || fstat(fd, &s) || !S_ISREG(s.st_mode) || s.st_size > LARGEST) {
        snprintf(trouble, 600, "%.400s cannot be read: %s", path,
                 s.st_size > LARGEST && S_ISREG(s.st_mode) ? "it has more than 1 MiB, which are no cards" : S_ISDIR(s.st_mode) ? "it is a folder"
                 : fd >= 0 ? "it is no file" : strerror(errno));
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    char *text = calloc(1, (size_t)s.st_size + 1);
    size_t n = 0;
    for (ssize_t k; text && n < (size_t)s.st_size && (k = read(fd, text + n, (size_t)s.st_size - n)) > 0;)
        n += (size_t)k;
    close(fd);
    return text;
}

static bool add(struct uk_cards *c, char *line, int number)
{
    struct uk_card *card = &c->list[c->count];
    char *words;
    line[strcspn(line, "\r")] = '\0';
    *card = (struct uk_card){.line = number};
    if (strlen(line) >= LINE_SIZE || !read_code(line, card->code, &words) || uk_cards_find(c, card->code) || !read_words(words, &card->wish))
        return false;
    c->count++;
    return true;
}

void uk_cards_read(struct uk_cards *c)
{
    free(c->list);
    c->count = 0;
    c->trouble[0] = '\0';
    c->list = calloc(UK_CARDS_MAX + 1, sizeof *c->list);
    char *text = c->list ? read_all(c->path, c->trouble) : NULL, *rest = text;
    int number = 0;
    for (char *line; (line = strsep(&rest, "\n"));) {
        number++;
        if (is_empty(line))
            continue;
        bool full = c->count == UK_CARDS_MAX, good = !full && add(c, line, number);
        if (!good && !*c->trouble)
            snprintf(c->trouble, sizeof c->trouble, full ? "line %d of %.400s is over the 500 cards there may be"
                     : "line %d of %.400s makes no sense: write a code that no line above has, =, and a routine", number, c->path);
    }
    free(text);
}

const struct uk_card *uk_cards_find(const struct uk_cards *c, const char *code)
{
    for (size_t i = 0; i < c->count; i++)
        if (strcmp(c->list[i].code, code) == 0)
            return &c->list[i];
    return NULL;
}

char *uk_card_line(char out[600], const char *code, const char *const *words, size_t count)
{
    size_t n = (size_t)snprintf(out, 600, "%s =", code);
    for (size_t i = 0; i < count && n < 600; i++) {
        size_t name = strcspn(words[i], "=");
        bool pair = i > 0 && words[i][name], own = pair && (strncmp(words[i], "minutes=", 8) == 0 || strncmp(words[i], "side=", 5) == 0);
        const char *quote = strpbrk(words[i], " #") ? "\"" : "";
        if (own)
            n += (size_t)snprintf(out + n, 600 - n, " --%.*s %s%s%s", (int)name, words[i], quote, words[i] + name + 1, quote);
        else
            n += (size_t)snprintf(out + n, 600 - n, " %s%s%s%s", pair ? "--set " : "", quote, words[i], quote);
    }
    return out;
}

struct change {
    char *text; /* of the file */
    const char *code;
    char line[600]; /* "": take it out */
};

static void print(FILE *out, const void *ctx)
{
    const struct change *c = ctx;
    char code[UK_CODE_SIZE], *words;
    bool done = !*c->line;
    for (char *line = c->text; *line;) {
        size_t n = strcspn(line, "\n");
        bool newline = line[n] == '\n', its = !is_empty(line) && read_code(line, code, &words) && strcmp(code, c->code) == 0;
        if (!its)
            fprintf(out, "%.*s\n", (int)n, line);
        else if (!done)
            fprintf(out, "%s\n", c->line);
        done |= its;
        line += n + newline;
    }
    if (!done)
        fprintf(out, "%s\n", c->line);
}

int uk_cards_write(const struct uk_cards *c, const char *code, const char *const *words, size_t count)
{
    char trouble[600];
    struct change change = {.text = read_all(c->path, trouble), .code = code};
    if (!change.text)
        return EIO;
    if (count > 0)
        uk_card_line(change.line, code, words, count);
    bool full = (count > 0 && c->count >= UK_CARDS_MAX && !uk_cards_find(c, code)) || strlen(change.line) >= LINE_SIZE - 1;
    int error = full ? EFBIG : uk_file_write(c->path, print, &change);
    free(change.text);
    return error;
}

void uk_cards_finish(struct uk_cards *c)
{
    free(c->list);
    *c = (struct uk_cards){0};
}
