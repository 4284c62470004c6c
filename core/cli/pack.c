#include "engine.h"
#include "json.h"

#include <string.h>

static void write_fields(struct uk_json *j, const struct unknot_pack *p)
{
    uk_json_text(j, "id", p->id);
    uk_json_text(j, "title", p->title);
    uk_json_text(j, "summary", p->summary);
    uk_json_text(j, "author", p->author);
    uk_json_text(j, "licence", p->licence);
    uk_json_text(j, "version", p->version);
    uk_json_text(j, "unknot", p->unknot);
    uk_json_texts(j, "languages", p->languages);
    uk_json_texts(j, "routines", p->routines);
    uk_json_text(j, "folder", p->folder);
}

static void print_words(const char *label, const char *const *words)
{
    printf("%-10s", label);
    for (const char *const *w = words; *w; w++)
        printf("%s%s", w == words ? "" : ", ", *w);
    putchar('\n');
}

/* ---- check ---- */

static void print_pack(const struct unknot_pack *p)
{
    printf("%s %s\n", p->id, p->version);
    printf("%-10s%s\n", "title", p->title);
    if (*p->summary)
        printf("%-10s%s\n", "summary", p->summary);
    printf("%-10s%s\n", "author", p->author);
    printf("%-10s%s\n", "licence", p->licence);
    print_words("languages", p->languages);
    print_words("routines", p->routines);
}

static void print_advice(const struct unknot *u)
{
    size_t n = unknot_pack_advice_count(u);
    if (n)
        puts("\nwhat could be better:");
    for (size_t i = 0; i < n; i++)
        puts(unknot_pack_advice(u, i));
    if (n)
        putchar('\n');
}

static void write_check(const struct unknot *u, const struct unknot_pack *p)
{
    struct uk_json j = {.out = stdout};
    size_t n = unknot_pack_problem_count(u);
    uk_json_open(&j, NULL, '{');
    uk_json_truth(&j, "good", n == 0);
    write_fields(&j, p);
    uk_json_open(&j, "problems", '[');
    for (size_t i = 0; i < n; i++)
        uk_json_text(&j, NULL, unknot_pack_problem(u, i));
    uk_json_close(&j, ']');
    uk_json_open(&j, "advice", '[');
    for (size_t i = 0; i < unknot_pack_advice_count(u); i++)
        uk_json_text(&j, NULL, unknot_pack_advice(u, i));
    uk_json_close(&j, ']');
    uk_json_close(&j, '}');
}

static int check(struct uk_cli *cli, struct unknot *u, const char *where)
{
    const struct unknot_pack *p;
    int status = unknot_pack_check(u, where, &p);
    size_t n = unknot_pack_problem_count(u);
    if (status && !n)
        return uk_engine_failed(u, status);
    if (cli->options.json) {
        write_check(u, p);
    } else if (n) {
        for (size_t i = 0; i < n; i++)
            puts(unknot_pack_problem(u, i));
        printf("%s: %zu %s\n", where, n, n == 1 ? "problem" : "problems");
    } else {
        print_pack(p);
        print_advice(u);
        printf("%s: good\n", where);
    }
    return n ? UK_EXIT_FAILED : UK_EXIT_DONE;
}

/* ---- install, remove, list ---- */

static int install(struct uk_cli *cli, struct unknot *u, const char *where)
{
    const struct unknot_pack *p;
    int status = unknot_pack_install(u, where, &p);
    (void)cli;
    if (status) {
        uk_engine_failed(u, status);
        return UK_EXIT_FAILED;
    }
    if (*p->replaced)
        printf("installed %s %s by %s, in place of %s\n", p->id, p->version, p->author, p->replaced);
    else
        printf("installed %s %s by %s\n", p->id, p->version, p->author);
    for (const char *const *r = p->routines; *r; r++)
        printf("  unknot play %s\n", *r);
    return UK_EXIT_DONE;
}

static int take_away(struct uk_cli *cli, struct unknot *u, const char *id)
{
    int status = unknot_pack_remove(u, id);
    (void)cli;
    if (status)
        return uk_engine_failed(u, status);
    printf("removed %s\n", id);
    return UK_EXIT_DONE;
}

static void write_list(const struct unknot *u, size_t count)
{
    struct uk_json j = {.out = stdout};
    struct unknot_pack p;
    uk_json_open(&j, NULL, '[');
    for (size_t i = 0; i < count && unknot_pack(u, i, &p) == UNKNOT_OK; i++) {
        uk_json_open(&j, NULL, '{');
        write_fields(&j, &p);
        if (*p.trouble)
            uk_json_text(&j, "trouble", p.trouble);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static int longer(int width, const char *text)
{
    int n = (int)strlen(text);
    return n > width ? n : width;
}

static void print_list(const struct unknot *u, size_t count)
{
    struct unknot_pack p;
    int ids = (int)strlen("pack"), versions = (int)strlen("version"), authors = (int)strlen("author");
    for (size_t i = 0; i < count && unknot_pack(u, i, &p) == UNKNOT_OK; i++) {
        ids = longer(ids, p.id);
        versions = longer(versions, p.version);
        authors = longer(authors, p.author);
    }
    if (count)
        printf("%-*s  %-*s  %-*s  title\n", ids, "pack", versions, "version", authors, "author");
    for (size_t i = 0; i < count && unknot_pack(u, i, &p) == UNKNOT_OK; i++) {
        printf("%-*s  %-*s  %-*s  ", ids, p.id, versions, p.version, authors, p.author);
        printf("%s%s\n", *p.trouble ? "cannot be used: " : "", *p.trouble ? p.trouble : p.title);
    }
}

static int list(struct uk_cli *cli, struct unknot *u, const char *unused)
{
    int count = unknot_pack_count(u);
    (void)unused;
    if (count < 0)
        return uk_engine_failed(u, count);
    if (cli->options.json)
        write_list(u, (size_t)count);
    else
        print_list(u, (size_t)count);
    return UK_EXIT_DONE;
}

/* ---- the command ---- */

static const struct action {
    const char *name, *needs; /* needs: what the word behind it is; NULL: there is none */
    int (*run)(struct uk_cli *cli, struct unknot *u, const char *word);
} actions[] = {
    {"check", "the name of a folder, an archive or an installed pack", check},
    {"install", "the name of a folder or an archive", install},
    {"remove", "the id of a pack; unknot pack list shows them", take_away},
    {"list", NULL, list},
};
#define ACTIONS (sizeof actions / sizeof *actions)

static const struct action *find_action(const struct uk_options *o)
{
    const char *names[ACTIONS + 1] = {NULL}, *near;
    for (size_t i = 0; i < ACTIONS; i++) {
        names[i] = actions[i].name;
        if (strcmp(names[i], o->words[0]) != 0)
            continue;
        size_t most = actions[i].needs ? 2 : 1;
        if (o->word_count > most)
            uk_terminal_say("pack %s takes %s; \"%s\" is too much", names[i], most == 2 ? "one name" : "only options", o->words[most]);
        else if (o->word_count < most)
            uk_terminal_say("pack %s needs %s", names[i], actions[i].needs);
        else
            return &actions[i];
        return NULL;
    }
    near = uk_options_near(o->words[0], names);
    uk_terminal_say("pack cannot \"%s\"; %s%s", o->words[0], near ? "did you mean pack " : "it takes check, install, remove or list",
                    near ? near : "");
    return NULL;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u = NULL;
    const struct action *action = find_action(&cli->options);
    if (!action)
        return UK_EXIT_USAGE;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = action->run(cli, u, cli->options.words[1]);
    unknot_close(u);
    return code;
}

const struct uk_command uk_pack = {
    .name = "pack",
    .arguments = "WORD...",
    .summary = "takes in routines that others made",
    .about = "Takes in routines that others made. A pack is a folder with pack.lua, which says what it is, and routines; or such a folder as\n"
             "a .tar.gz, .tar.xz or .zip. It is checked as a whole, and installed for you alone, whole or not at all.\n"
             "\n"
             "  check WHERE      tells what a pack is, or all that is wrong with it; WHERE is a folder, an archive or an installed pack\n"
             "  install WHERE    checks a folder or an archive and installs it; a newer version takes the place of an older one\n"
             "  remove PACK\n"
             "  list             shows the packs that are installed\n"
             "\n"
             "Its routines are played as PACK/NAME.",
    .example = "unknot pack install neck-care.tar.gz",
    .flag = UK_PACK,
    .run = run,
};
