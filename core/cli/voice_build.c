/* unknot voice build: all phrases are spoken now, and kept in the cache. */
#include "voice.h"

#include "engine.h"

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
    int status = UNKNOT_OK;
    *b = (struct building){0};
    build_all(cli, u, b, routine);
    if (b->made) { /* phrases are as long as they are only once they were spoken: a second look may find one more */
        status = unknot_phrases_everywhere(u);
        build_all(cli, u, &again, routine);
        b->ready = again.ready - b->made;
        b->made += again.made;
        b->failed = again.failed;
    }
    uk_terminal_clear(&cli->terminal, true);
    if (status)
        return uk_engine_failed(u, status);
    printf("%s: %zu ready, %zu made, %zu failed\n", routine, b->ready, b->made, b->failed);
    fflush(stdout);
    return b->failed ? UK_EXIT_FAILED : UK_EXIT_DONE;
}

int uk_voice_build(struct uk_cli *cli, struct unknot *u)
{
    struct building b;
    return uk_voice_each(cli, u, build, &b);
}
