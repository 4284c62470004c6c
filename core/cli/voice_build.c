/* unknot voice build: all phrases are spoken now, and kept in the cache, or in a voice pack. */
#include "voice.h"

#include "engine.h"

#include <stdlib.h>
#include <string.h>

struct building {
    size_t ready, made, failed; /* of one routine */
};

static void show_progress(struct uk_cli *cli, const char *routine, size_t done, size_t count, const char *text)
{
    enum { WIDTH = 20 };
    char line[512], bar[WIDTH + 1];
    size_t filled = count ? done * WIDTH / count : WIDTH;
    for (size_t i = 0; i < WIDTH; i++)
        bar[i] = i < filled ? '#' : '.';
    bar[WIDTH] = '\0';
    snprintf(line, sizeof line, "%s %s %zu of %zu  %s", routine, bar, done, count, text);
    uk_terminal_line(&cli->terminal, line);
}

static void fail(struct uk_cli *cli, struct building *b, const char *text, const char *why)
{
    uk_terminal_clear(&cli->terminal, true);
    uk_terminal_say("\"%s\" cannot be said: %s", text, why);
    b->failed++;
}

static void build_phrase(struct uk_cli *cli, struct unknot *u, struct building *b, size_t index, const char *routine)
{
    struct unknot_phrase p;
    int status = unknot_phrase(u, index, &p);
    bool ready = !status && p.by && *p.by;
    if (!status && !p.by) {
        show_progress(cli, routine, index, unknot_phrase_count(u), p.text);
        status = unknot_phrase_make(u, index, &p);
    }
    if (status)
        fail(cli, b, status == UNKNOT_BAD_ARGUMENT ? "" : p.text, unknot_message(u));
    else if (!*p.by)
        fail(cli, b, p.text, *p.why ? p.why : "there is no voice");
    else
        *(ready ? &b->ready : &b->made) += 1;
}

static void build_all(struct uk_cli *cli, struct unknot *u, struct building *b, const char *routine)
{
    for (size_t i = 0; i < unknot_phrase_count(u) && !atomic_load(&cli->watch.caught); i++)
        build_phrase(cli, u, b, i, routine);
}

static int build(struct uk_cli *cli, struct unknot *u, const char *routine, void *ctx)
{
    struct building *b = ctx, again = {0};
    *b = (struct building){0};
    build_all(cli, u, b, routine);
    if (b->made) { /* phrases are as long as they are only once they were spoken: a second look may find one more */
        int code = uk_voice_load(cli, u, routine);
        if (code)
            return code;
        build_all(cli, u, &again, routine);
        b->ready = again.ready - b->made;
        b->made += again.made;
        b->failed = again.failed;
    }
    uk_terminal_clear(&cli->terminal, true);
    if (atomic_load(&cli->watch.caught))
        return uk_watch_exit_code(&cli->watch);
    printf("%s: %zu ready, %zu made, %zu failed\n", routine, b->ready, b->made, b->failed);
    fflush(stdout);
    return b->failed ? UK_EXIT_FAILED : UK_EXIT_DONE;
}

/* ---- into a voice pack ---- */

struct gathering {
    const char *language; /* of the pack, as "en-US" */
    char **sentences;     /* each once, ends in NULL */
    size_t count, others; /* others: phrases in another language, for want of a translation */
};

static bool has(const struct gathering *g, const char *sentence)
{
    for (size_t i = 0; i < g->count; i++)
        if (strcmp(g->sentences[i], sentence) == 0)
            return true;
    return false;
}

static int add(struct gathering *g, const char *sentence)
{
    if (has(g, sentence))
        return UNKNOT_OK;
    char **grown = realloc(g->sentences, (g->count + 2) * sizeof *grown);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    g->sentences = grown;
    grown[g->count] = strdup(sentence);
    grown[g->count + 1] = NULL;
    return grown[g->count++] ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

static bool same_language(const char *a, const char *b)
{
    size_t n = strcspn(a, "-");
    return n == strcspn(b, "-") && strncmp(a, b, n) == 0;
}

static int gather(struct uk_cli *cli, struct unknot *u, const char *routine, void *ctx)
{
    struct gathering *g = ctx;
    struct unknot_phrase p;
    int status = UNKNOT_OK;
    (void)cli;
    (void)routine;
    for (size_t i = 0; i < unknot_phrase_count(u) && !status; i++) {
        status = unknot_phrase(u, i, &p);
        bool ours = !status && same_language(p.language, g->language);
        g->others += !status && !ours;
        for (size_t k = 0; ours && p.sentences[k] && !status; k++)
            status = add(g, p.sentences[k]);
    }
    return status ? uk_engine_failed(status == UNKNOT_NO_MEMORY ? NULL : u, status) : UK_EXIT_DONE;
}

static int progress(void *ctx, size_t done, size_t count, const char *text)
{
    struct uk_cli *cli = ctx;
    show_progress(cli, cli->options.output, done, count, text);
    return atomic_load(&cli->watch.caught);
}

static int make_pack(struct uk_cli *cli, struct unknot *u, struct gathering *g)
{
    struct unknot_built built;
    struct unknot_building asked = {.size = sizeof asked, .folder = cli->options.output, .sentences = (const char *const *)g->sentences, .progress = progress,
                                    .ctx = cli, .speaker = cli->options.speaker, .licence = cli->options.licence};
    if (!g->count) {
        uk_terminal_say("nothing of these routines is in the language of %s: --lang says which to speak", cli->options.output);
        return UK_EXIT_FAILED;
    }
    int status = unknot_voice_build(u, &asked, &built);
    uk_terminal_clear(&cli->terminal, true);
    if (atomic_load(&cli->watch.caught))
        return uk_watch_exit_code(&cli->watch);
    if (status)
        return uk_engine_failed(u, status);
    printf("%s: %zu ready, %zu made, %zu failed, %zu removed\n", asked.folder, built.kept, built.made, built.failed, built.removed);
    if (built.failed)
        uk_terminal_say("%s", unknot_message(u));
    if (g->others)
        uk_terminal_say("%zu phrases are not in it, since they are not translated", g->others);
    return built.failed ? UK_EXIT_FAILED : UK_EXIT_DONE;
}

/* The language is what the name of the folder begins with; the engine has the last word on that name. */
static char *language_of(const char *folder)
{
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/')
        n--;
    size_t start = n;
    while (start > 0 && folder[start - 1] != '/')
        start--;
    return strndup(folder + start, n - start);
}

static int build_pack(struct uk_cli *cli, struct unknot *u)
{
    char *language = language_of(cli->options.output);
    struct gathering g = {.language = language};
    if (language && !strchr(language, '-')) {
        uk_terminal_say("the name of a voice pack begins with its language and a dash, as en-US-%s, not %s", language, cli->options.output);
        free(language);
        return UK_EXIT_USAGE;
    }
    int code = language ? uk_voice_each(cli, u, gather, &g) : uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    if (!code)
        code = make_pack(cli, u, &g);
    for (size_t i = 0; i < g.count; i++)
        free(g.sentences[i]);
    free(g.sentences);
    free(language);
    return code;
}

int uk_voice_build(struct uk_cli *cli, struct unknot *u)
{
    struct building b;
    return cli->options.output ? build_pack(cli, u) : uk_voice_each(cli, u, build, &b);
}
