#include "voice.h"

#include "engine.h"

#include <string.h>

int uk_voice_use(struct uk_cli *cli, struct unknot *u)
{
    const char *id = cli->options.words[1];
    bool any = strcmp(id, "any") == 0;
    int status = unknot_voice_use(u, any ? "" : id);
    if (status)
        return uk_engine_failed(u, status);
    if (any)
        puts("no voice is preferred any more");
    else
        printf("%s speaks from now on\n", id);
    return UK_EXIT_DONE;
}

/* ---- the command ---- */

static const struct word {
    const char *name;
    size_t least, most; /* words behind it */
    const char *needs;  /* what the first of them is */
    int (*run)(struct uk_cli *cli, struct unknot *u);
} words[] = {
    {"use", 1, 1, "the id of a voice, or any; unknot voice list shows them", uk_voice_use},
    {"import", 1, 1, "a folder of recordings, or one recording", uk_voice_import},
};
#define WORDS (sizeof words / sizeof *words)

static const struct word *find_word(const struct uk_options *o)
{
    const char *names[WORDS + 1] = {NULL}, *near;
    for (size_t i = 0; i < WORDS; i++) {
        const struct word *w = &words[i];
        size_t behind = o->word_count - 1;
        names[i] = w->name;
        if (strcmp(w->name, o->words[0]) != 0)
            continue;
        if (behind > w->most)
            uk_terminal_say("voice %s takes %s; \"%s\" is too much", w->name, w->most ? "one name" : "only options", o->words[w->most + 1]);
        else if (behind < w->least)
            uk_terminal_say("voice %s needs %s", w->name, w->needs);
        else
            return w;
        return NULL;
    }
    near = uk_options_near(o->words[0], names);
    uk_terminal_say("voice cannot \"%s\"; %s%s", o->words[0], near ? "did you mean voice " : "see unknot voice --help", near ? near : "");
    return NULL;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u = NULL;
    const struct word *word = find_word(&cli->options);
    if (!word)
        return UK_EXIT_USAGE;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = word->run(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_voice = {
    .name = "voice",
    .arguments = "WORD...",
    .summary = "shows who can speak, chooses who does, and makes voices ready",
    .about = "The phrases of routines are said by a voice pack, which is a folder of recorded sentences, or by a speech program.\n"
             "\n"
             "  use VOICE         lets this voice speak from now on; \"any\" takes that back"
             "  import PATH       makes a voice pack of what somebody read aloud: a folder of recordings, or a long one; --as ID\n",
    .example = "unknot voice use flite",
    .flag = UK_VOICE,
    .run = run,
};
