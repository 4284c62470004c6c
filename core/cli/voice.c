#include "voice.h"

#include "engine.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

/* ---- list ---- */

static const char *size_text(char out[32], int64_t bytes)
{
    if (bytes < 1000000)
        snprintf(out, 32, "%lld kB", (long long)(bytes + 999) / 1000);
    else
        snprintf(out, 32, "%.1f MB", (double)bytes / 1e6);
    return out;
}

static void write_facts(struct uk_json *j, const struct unknot_voice *v)
{
    uk_json_text(j, "id", v->id);
    uk_json_text(j, "kind", v->is_pack ? "pack" : "plugin");
    uk_json_truth(j, "chosen", v->chosen);
    uk_json_text(j, "name", v->name);
    if (v->is_pack) {
        uk_json_text(j, "language", v->language);
        uk_json_text(j, "speaker", v->speaker);
        uk_json_text(j, "licence", v->licence);
        uk_json_text(j, "engine", v->engine);
        uk_json_text(j, "settings", v->settings);
        uk_json_truth(j, "shipped", v->shipped);
        uk_json_whole(j, "rate", v->rate);
        uk_json_whole(j, "lines", (int64_t)v->lines);
        uk_json_whole(j, "stale", (int64_t)v->stale);
        uk_json_whole(j, "missing", (int64_t)v->missing);
        uk_json_number(j, "seconds", v->seconds);
        uk_json_whole(j, "bytes", v->bytes);
    }
    uk_json_text(j, "path", v->folder);
    if (*v->trouble)
        uk_json_text(j, "trouble", v->trouble);
}

static void write_list(const struct unknot *u)
{
    struct uk_json j = {.out = stdout};
    struct unknot_voice v;
    uk_json_open(&j, NULL, '[');
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++) {
        uk_json_open(&j, NULL, '{');
        write_facts(&j, &v);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static void print_list(const struct unknot *u)
{
    struct unknot_voice v;
    char size[32], lines[32];
    int width = (int)strlen("voice");
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++)
        width = (int)strlen(v.id) > width ? (int)strlen(v.id) : width;
    printf("  %-*s  language  lines  size     name\n", width, "voice");
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++) {
        snprintf(lines, sizeof lines, "%zu", v.lines);
        printf("%c %-*s  %-8s  %5s  %-8s ", v.chosen ? '*' : ' ', width, v.id, v.language, v.is_pack ? lines : "",
               v.is_pack ? size_text(size, v.bytes) : "");
        if (*v.trouble)
            printf("%s%s%s\n", v.name, *v.name ? "; " : "", v.trouble);
        else
            printf("%s%s%s\n", v.name, *v.speaker ? ", spoken by " : "", v.speaker);
    }
    const char *chosen = unknot_voice_chosen(u);
    bool here = false;
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++)
        here |= v.chosen;
    if (*chosen && here)
        printf("\n%s was chosen.\n", chosen);
    else if (*chosen)
        printf("\n%s was chosen, and is not there any more.\n", chosen);
    else
        puts("\nNone was chosen: a voice pack of the language speaks, and where there is none the first speech program that can.");
}

static int list(struct uk_cli *cli, struct unknot *u)
{
    int count = unknot_voice_count(u);
    if (count < 0)
        return uk_engine_failed(u, count);
    if (cli->options.json)
        write_list(u);
    else
        print_list(u);
    return UK_EXIT_DONE;
}

/* ---- show ---- */

/* -1 after saying that there is none. */
static int find_voice(const struct unknot *u, const char *id)
{
    const char *names[256], *near;
    struct unknot_voice v;
    size_t n = 0;
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++) {
        if (strcmp(v.id, id) == 0)
            return (int)i;
        if (n < 255)
            names[n++] = v.id;
    }
    names[n] = NULL;
    near = uk_options_near(id, names);
    uk_terminal_say("there is no voice '%s'%s%s%s", id, near ? " (did you mean '" : ": unknot voice list shows those there are",
                    near ? near : "", near ? "'?)" : "");
    return -1;
}

static void print_fact(const char *label, const char *text)
{
    if (*text)
        printf("%-9s %s\n", label, text);
}

static void print_pack(const struct unknot_voice *v)
{
    char size[32], length[32];
    print_fact("language", v->language);
    print_fact("speaker", v->speaker);
    print_fact("licence", v->licence);
    print_fact("engine", v->engine);
    print_fact("settings", v->settings);
    uk_engine_clock(length, (int64_t)v->seconds, 1, false);
    printf("%-9s %zu, %s in all, %u Hz, %s\n", "lines", v->lines, length, v->rate, size_text(size, v->bytes));
    if (v->stale)
        printf("%-9s %zu of them, which were made otherwise than they would be now\n", "stale", v->stale);
    if (v->missing)
        printf("%-9s %zu files\n", "missing", v->missing);
}

static void write_voice(const struct unknot *u, size_t index, const struct unknot_voice *v)
{
    struct uk_json j = {.out = stdout};
    struct unknot_voice_line line;
    uk_json_open(&j, NULL, '{');
    write_facts(&j, v);
    uk_json_open(&j, "sentences", '[');
    for (size_t i = 0; unknot_voice_line(u, index, i, &line) == UNKNOT_OK; i++) {
        uk_json_open_flat(&j, NULL, '{');
        uk_json_text(&j, "id", line.id);
        uk_json_text(&j, "file", line.file);
        uk_json_number(&j, "seconds", line.seconds);
        uk_json_text(&j, "text", line.text);
        uk_json_text(&j, "say", line.say);
        uk_json_truth(&j, "stale", line.stale);
        uk_json_truth(&j, "missing", line.missing);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
    uk_json_close(&j, '}');
}

static int show(struct uk_cli *cli, struct unknot *u)
{
    struct unknot_voice v;
    int count = unknot_voice_count(u), index = count < 0 ? -1 : find_voice(u, cli->options.words[1]);
    if (count < 0)
        return uk_engine_failed(u, count);
    if (index < 0 || unknot_voice(u, (size_t)index, &v))
        return UK_EXIT_FAILED;
    if (cli->options.json) {
        write_voice(u, (size_t)index, &v);
        return UK_EXIT_DONE;
    }
    printf("%s%s\n", v.id, v.chosen ? ", which was chosen" : "");
    print_fact("name", v.name);
    if (v.is_pack)
        print_pack(&v);
    print_fact(v.is_pack ? "folder" : "file", v.folder);
    print_fact("trouble", v.trouble);
    return UK_EXIT_DONE;
}

/* ---- use ---- */

static int use(struct uk_cli *cli, struct unknot *u)
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

/* ---- what several words need ---- */

int uk_voice_wanted_pack(struct uk_cli *cli, const struct unknot *u)
{
    const char *wanted = cli->options.voice ? cli->options.voice : unknot_voice_chosen(u);
    struct unknot_voice v;
    for (size_t i = 0; unknot_voice(u, i, &v) == UNKNOT_OK; i++)
        if (v.is_pack && strcmp(v.id, wanted) == 0)
            return (int)i;
    return -1;
}

/* ---- the command ---- */

static const struct word {
    const char *name;
    size_t least, most; /* words behind it */
    const char *needs;  /* what the first of them is */
    int (*run)(struct uk_cli *cli, struct unknot *u);
} words[] = {
    {"list", 0, 0, NULL, list},
    {"show", 1, 1, "the id of a voice; unknot voice list shows them", show},
    {"use", 1, 1, "the id of a voice, or any; unknot voice list shows them", use},
    {"check", 0, UK_WORDS_MAX, NULL, uk_voice_check},
    {"build", 0, UK_WORDS_MAX, NULL, uk_voice_build},
    {"export", 0, UK_WORDS_MAX, NULL, uk_voice_export},
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
    .about = "What routines say is said by a voice pack, which is a folder of recorded sentences, else by a speech program.\n"
             "\n"
             "  list                shows the voice packs and speech programs there are\n"
             "  show VOICE          tells all about one of them\n"
             "  use VOICE           lets it speak from now on; \"any\" takes that back\n"
             "  check ROUTINE ...   tells who says each phrase, and what is missing, out of date or too long\n"
             "  build ROUTINE ...   has all phrases spoken now, so that no session has to wait; with -o FOLDER into a voice pack\n"
             "  export ROUTINE ...  writes a script for somebody who reads it aloud: -o FILE.md, .csv, or .pot for a translator\n"
             "  import PATH         makes a voice pack of what somebody read aloud: a folder of recordings, or a long one; --as ID\n"
             "\n"
             "check, build and export are for all routines when none is named, and for all that a routine may ever say: with every setting,\n"
             "at any length, whatever is pressed. Exit status 1 of check: the voice pack that was chosen is not complete.",
    .example = "unknot voice export upper-trapezius -o script.md",
    .flag = UK_VOICE,
    .run = run,
};
