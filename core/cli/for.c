#include "engine.h"
#include "json.h"
#include "paragraph.h"
#include "reply.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 500 /* bytes of a complaint */
#define NAMES 30       /* columns of the names of muscles */
#define IDS 22         /* and of the ids of complaints */

/* The routine of that name, when there is one that can be played. Owned by `u`, valid until the next. */
static const struct unknot_routine *find_routine(struct unknot *u, const char *name)
{
    const struct unknot_routine *r;
    int n = *name ? unknot_routine_count(u) : 0;
    for (int i = 0; i < n; i++)
        if (strcmp(unknot_routine_name(u, i), name) == 0)
            return unknot_describe(u, name, &r) == UNKNOT_OK ? r : NULL;
    return NULL;
}

static bool has_gentle(const struct unknot_routine *r)
{
    for (size_t i = 0; i < r->param_count; i++)
        for (const char *const *v = r->params[i].values; strcmp(r->params[i].name, "mode") == 0 && *v; v++)
            if (strcmp(*v, "gentle") == 0)
                return true;
    return false;
}

/* What one who reads from top to bottom has behind him. */
struct reading {
    struct uk_cli *cli;
    struct unknot *u;
    char part[16], region[32]; /* the word of the line before; the heading over the complaints offered */
    bool chosen;               /* one complaint stands above those offered */
    int muscles;
};

static void print_muscle(struct reading *g, const struct uk_reply *r)
{
    char first[NAMES + 8], play[128], felt[UK_REPLY_LONGEST];
    const char *id = uk_reply_field(r, 1), *stretch = uk_reply_field(r, 4);
    if (g->muscles++ == 0)
        puts("\nWhere to work, in this order; if the first two are not tender, try the next");
    if (*stretch)
        snprintf(play, sizeof play, "only stretched, never pressed");
    else if (find_routine(g->u, id))
        snprintf(play, sizeof play, "%s play %s", g->cli->program, id);
    else
        snprintf(play, sizeof play, "%s", id);
    snprintf(first, sizeof first, "  %d  ", g->muscles);
    printf("%s%-*s %s\n", first, NAMES, uk_reply_field(r, 2), play);
    snprintf(felt, sizeof felt, "may also be felt: %s", uk_reply_field(r, 3));
    uk_paragraph("     ", "     ", felt);
}

static void print_routine(struct reading *g, const char *name)
{
    const struct unknot_routine *r = find_routine(g->u, name);
    if (!r)
        return;
    printf("\nA session for all of it: %s", r->title);
    if (r->minutes_count > 1)
        printf(", %g to %g minutes", r->minutes[0], r->minutes[r->minutes_count - 1]);
    printf("\n  %s play %s\n", g->cli->program, name);
    if (has_gentle(r))
        printf("  %s play %s --mode gentle\n", g->cli->program, name);
}

static void print_offer(struct reading *g, const struct uk_reply *r, bool all)
{
    const char *region = uk_reply_field(r, 4);
    if (!all && strcmp(g->part, "offer") != 0)
        printf("\n%s: %s for NAME\n", g->chosen ? "Or one of these" : "It may be one of these", g->cli->program);
    if (all && strcmp(g->region, region) != 0)
        printf("\n%s\n", strcmp(region, "body") == 0 ? "all over" : region);
    snprintf(g->region, sizeof g->region, "%s", region);
    printf("  %-*s %s\n", IDS, uk_reply_field(r, 1), uk_reply_field(r, 3));
}

static void print_refer(struct reading *g, const struct uk_reply *r)
{
    if (strcmp(g->part, "refer") != 0)
        puts("\nSee somebody first if");
    uk_paragraph("  - ", "    ", uk_reply_field(r, 1));
}

static void print_line(struct reading *g, const struct uk_reply *r, bool all)
{
    char text[UK_REPLY_LONGEST + 64];
    if (uk_reply_is(r, "notice")) {
        uk_paragraph("", "", uk_reply_field(r, 1));
    } else if (uk_reply_is(r, "warning")) {
        putchar('\n');
        uk_paragraph("", "", uk_reply_field(r, 1));
        printf("  %s help %s\n", g->cli->program, uk_reply_field(r, 2));
    } else if (uk_reply_is(r, "unknown")) {
        puts("\nNothing is known of that.");
    } else if (uk_reply_is(r, "complaint")) {
        snprintf(text, sizeof text, "%s: %s", uk_reply_field(r, 2), uk_reply_field(r, 3));
        putchar('\n');
        uk_paragraph("", "", text);
        g->chosen = true;
    } else if (uk_reply_is(r, "refuse")) {
        putchar('\n');
        uk_paragraph("", "", uk_reply_field(r, 1));
    } else if (uk_reply_is(r, "refer")) {
        print_refer(g, r);
    } else if (uk_reply_is(r, "muscle")) {
        print_muscle(g, r);
    } else if (uk_reply_is(r, "routine")) {
        print_routine(g, uk_reply_field(r, 1));
    } else if (uk_reply_is(r, "offer")) {
        print_offer(g, r, all);
    }
    snprintf(g->part, sizeof g->part, "%s", uk_reply_field(r, 0));
}

static void print_text(struct uk_cli *cli, struct unknot *u, const char *answer, bool asked)
{
    struct reading g = {.cli = cli, .u = u};
    struct uk_reply r = uk_reply_read(answer);
    bool all = !asked;
    while (uk_reply_next(&r)) {
        print_line(&g, &r, all);
        all |= uk_reply_is(&r, "unknown");
    }
    if (all)
        printf("\nOne of them: %s for NAME, or a few words of your own\n", cli->program);
}

static void write_texts(struct uk_json *j, const char *answer, const char *word, const char *key)
{
    struct uk_reply r = uk_reply_read(answer);
    uk_json_open(j, key, '[');
    while (uk_reply_next(&r))
        if (uk_reply_is(&r, word))
            uk_json_text(j, NULL, uk_reply_field(&r, 1));
    uk_json_close(j, ']');
}

static void write_muscles(struct uk_json *j, struct unknot *u, const char *answer)
{
    struct uk_reply r = uk_reply_read(answer);
    uk_json_open(j, "muscles", '[');
    while (uk_reply_next(&r)) {
        if (!uk_reply_is(&r, "muscle"))
            continue;
        const char *id = uk_reply_field(&r, 1);
        uk_json_open_flat(j, NULL, '{');
        uk_json_text(j, "point", id);
        uk_json_text(j, "name", uk_reply_field(&r, 2));
        uk_json_text(j, "refers", uk_reply_field(&r, 3));
        uk_json_text(j, "routine", find_routine(u, id) ? id : "");
        uk_json_text(j, "stretch", uk_reply_field(&r, 4));
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_heads(struct uk_json *j, const char *answer, const char *word, const char *key)
{
    struct uk_reply r = uk_reply_read(answer);
    uk_json_open(j, key, '[');
    while (uk_reply_next(&r)) {
        if (!uk_reply_is(&r, word))
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_text(j, "id", uk_reply_field(&r, 1));
        uk_json_text(j, "name", uk_reply_field(&r, 2));
        uk_json_text(j, "says", uk_reply_field(&r, 3));
        uk_json_text(j, "region", uk_reply_field(&r, 4));
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void print_json(struct unknot *u, const char *answer)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '{');
    write_texts(&j, answer, "notice", "notice");
    write_texts(&j, answer, "warning", "warnings");
    write_heads(&j, answer, "complaint", "complaints");
    write_texts(&j, answer, "refuse", "refuse");
    write_texts(&j, answer, "refer", "refer_if");
    write_muscles(&j, u, answer);
    struct uk_reply r = uk_reply_read(answer);
    while (uk_reply_next(&r))
        if (uk_reply_is(&r, "routine"))
            uk_json_text(&j, "routine", find_routine(u, uk_reply_field(&r, 1)) ? uk_reply_field(&r, 1) : "");
    write_heads(&j, answer, "offer", "offers");
    uk_json_close(&j, '}');
}

/* "stiff neck" of the words stiff and neck. False: they are too many. */
static bool join_words(const struct uk_options *o, char *out, size_t size)
{
    size_t at = 0;
    *out = '\0';
    for (size_t i = 0; i < o->word_count && at < size; i++)
        at += (size_t)snprintf(out + at, size - at, "%s%s", i ? " " : "", o->words[i]);
    return at < size;
}

static int answer(struct uk_cli *cli, struct unknot *u)
{
    char words[MOST_WORDS];
    const char *text;
    if (!join_words(&cli->options, words, sizeof words)) {
        uk_terminal_say("that is too much: a few words are enough, such as \"stiff neck\"");
        return UK_EXIT_USAGE;
    }
    struct unknot_param param = {"words", words};
    bool asked = strspn(words, " ") < strlen(words);
    int status = unknot_ask(u, "for", &param, asked, &text);
    if (status)
        return uk_engine_failed(u, status);
    if (cli->options.json)
        print_json(u, text);
    else
        print_text(cli, u, text, asked);
    return UK_EXIT_DONE;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = answer(cli, u);
    unknot_close(u);
    return code;
}

const struct uk_command uk_for = {
    .name = "for",
    .arguments = "WORDS",
    .summary = "where to begin with a complaint",
    .about = "Tells which muscles are often tender with a complaint, in the order to work them, which routines suit, and who should see\n"
             "somebody first. Without words it shows the complaints there are. It is general guidance, not a diagnosis.",
    .example = "unknot for \"stiff neck\"",
    .flag = UK_FOR,
    .run = run,
};
