/* What a pack says of itself. Its pack.lua is a script like any other: the planner runs it in its sandbox, and hands what it returns to
 * scripts/unknot/pack.lua, which answers in lines of text. */
#include "pack.h"

#include "../base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LARGEST_MANIFEST 65536
#define MOST_LANGUAGES 20

static int ask(struct unknot *u, const char *source, size_t n, struct uk_plan *plan, struct uk_message *m)
{
    struct uk_plan_request request = {
        .want = UK_WANT_REPLY,
        .question = "pack",
        .name = "pack",
        .chunk = "pack.lua",
        .source = source,
        .source_length = n,
        .fit = UK_FIT_AS_WRITTEN,
    };
    return uk_planner_run(u->planner, &request, NULL, NULL, plan, m);
}

/* "WORD and the rest". */
static int take_line(struct uk_pack *p, const char *line, size_t n, size_t *languages, struct uk_pack_problems *problems)
{
    struct unknot_pack *f = &p->facts;
    const struct {
        const char *word;
        const char **value;
    } fields[] = {{"id", &f->id},           {"title", &f->title},     {"summary", &f->summary}, {"author", &f->author},
                  {"licence", &f->licence}, {"version", &f->version}, {"unknot", &f->unknot}};
    const char *space = memchr(line, ' ', n);
    size_t word = space ? (size_t)(space - line) : n;
    const char *text = space ? uk_arena_text(&p->arena, space + 1, n - word - 1) : "";
    if (!text)
        return UNKNOT_NO_MEMORY;
    if (word == 7 && memcmp(line, "problem", 7) == 0)
        uk_pack_problem(problems, "pack.lua: %s", text);
    if (word == 8 && memcmp(line, "language", 8) == 0 && *languages < MOST_LANGUAGES)
        ((const char **)f->languages)[(*languages)++] = text;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strlen(fields[i].word) == word && memcmp(line, fields[i].word, word) == 0)
            *fields[i].value = text;
    return UNKNOT_OK;
}

static int take_lines(struct uk_pack *p, const char *text, struct uk_pack_problems *problems)
{
    size_t languages = 0, n;
    int status = UNKNOT_OK;
    for (; *text && !status; text += n + (text[n] == '\n')) {
        n = strcspn(text, "\n");
        status = take_line(p, text, n, &languages, problems);
    }
    return status;
}

/* Its routines by the names they will have. */
static int name_routines(struct uk_pack *p, const char *folder)
{
    struct uk_catalog c = {0};
    int status = uk_catalog_read_pack(&c, folder, p->facts.id);
    const char **names = status ? NULL : uk_arena_get(&p->arena, (c.count + 1) * sizeof *names);
    for (size_t i = 0; names && i < c.count; i++)
        if (!(names[i] = uk_arena_text(&p->arena, c.names[i], strlen(c.names[i]))))
            names = NULL;
    p->facts.routines = names;
    uk_catalog_finish(&c);
    return names ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

/* The numbers of a version; those that it does not have are 0. */
static void numbers_of(const char *version, unsigned long out[3])
{
    for (int i = 0; i < 3; i++) {
        char *end;
        out[i] = strtoul(version, &end, 10);
        version = *end == '.' ? end + 1 : end;
    }
}

int uk_pack_compare(const char *a, const char *b)
{
    unsigned long x[3], y[3];
    numbers_of(a, x);
    numbers_of(b, y);
    for (int i = 0; i < 3; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static int read_manifest(struct unknot *u, const char *folder, struct uk_pack *p, struct uk_pack_problems *problems)
{
    struct uk_message m;
    struct uk_plan plan = {0};
    char *path = uk_path_join(folder, "pack.lua"), *source = NULL;
    size_t n = 0;
    int status = path ? uk_path_read(path, LARGEST_MANIFEST, &source, &n, &m) : uk_no_memory(&m);
    free(path);
    if (!status && n == 0) {
        uk_pack_problem(problems, "pack.lua: it is empty");
    } else if (!status && !uk_text_is_utf8(source, n)) {
        uk_pack_problem(problems, "pack.lua: it is no text: a manifest is a Lua script in UTF-8");
    } else if (!status) {
        status = ask(u, source, n, &plan, &m);
        if (!status)
            status = take_lines(p, plan.reply, problems);
    }
    uk_plan_finish(&plan);
    free(source);
    if (status == UNKNOT_BAD_SCRIPT || status == UNKNOT_LIMIT || status == UNKNOT_NOT_FOUND) {
        uk_pack_problem(problems, "%s", m.text);
        return UNKNOT_OK;
    }
    return status ? uk_fail(&u->message, status, "%s", m.text) : UNKNOT_OK;
}

int uk_pack_read(struct unknot *u, const char *folder, struct uk_pack *p, struct uk_pack_problems *problems)
{
    const char **languages = uk_arena_get(&p->arena, (MOST_LANGUAGES + 1) * sizeof *languages);
    const char *kept = uk_arena_text(&p->arena, folder, strlen(folder));
    if (!languages || !kept)
        return uk_no_memory(&u->message);
    p->facts = (struct unknot_pack){"", "", "", "", "", "", "", kept, "", "", languages, NULL};
    int status = read_manifest(u, folder, p, problems);
    if (!status && uk_pack_compare(p->facts.unknot, unknot_version()) > 0)
        uk_pack_problem(problems, "it needs unknot %s or newer, and this is %s", p->facts.unknot, unknot_version());
    if (!status && name_routines(p, folder))
        status = uk_no_memory(&u->message);
    return status;
}

void uk_pack_finish(struct uk_pack *p)
{
    uk_arena_finish(&p->arena);
    *p = (struct uk_pack){0};
}
