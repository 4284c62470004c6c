/* unknot voice export: what is said, for somebody who reads it aloud or translates it. */
#include "voice.h"

#include "engine.h"
#include "whole.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where a line has its place. */
enum part { PLAN, OTHERWISE, ANSWER, TITLE };

struct entry {
    char *id, *text, *routines; /* routines: their names with blanks between */
    enum part part;
    size_t section; /* the routine that says it first */
    double room_s;
};

struct section {
    char *name, *title;
    size_t known; /* of its lines that stand in an earlier one */
};

struct script {
    bool whole; /* phrases as the routine has them, not their sentences */
    struct entry *entries;
    size_t count, room;
    struct section *sections;
    size_t section_count;
    bool no_memory;
};

/* ---- collecting ---- */

static struct entry *find(const struct script *s, const char *text)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcmp(s->entries[i].text, text) == 0)
            return &s->entries[i];
    return NULL;
}

static struct entry *add_entry(struct script *s, const char *id, const char *text, enum part part)
{
    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 256;
        struct entry *grown = realloc(s->entries, room * sizeof *grown);
        if (!grown)
            return NULL;
        s->entries = grown;
        s->room = room;
    }
    struct entry *e = &s->entries[s->count];
    *e = (struct entry){strdup(id), strdup(text), strdup(""), part, s->section_count - 1, INFINITY};
    s->count++;
    return e->id && e->text && e->routines ? e : NULL;
}

static bool names(const char *routines, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = routines; (at = strstr(at, name)); at += n)
        if ((at == routines || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
            return true;
    return false;
}

static bool name_routine(struct entry *e, const char *name)
{
    if (names(e->routines, name))
        return true;
    size_t size = strlen(e->routines) + strlen(name) + 2;
    char *grown = malloc(size);
    if (!grown)
        return false;
    snprintf(grown, size, "%s%s%s", e->routines, *e->routines ? " " : "", name);
    free(e->routines);
    e->routines = grown;
    return true;
}

static void put(struct script *s, const char *id, const char *text, enum part part, double room_s)
{
    struct section *section = &s->sections[s->section_count - 1];
    struct entry *e = find(s, text);
    if (e && e->part != ANSWER && part != ANSWER && e->section != s->section_count - 1 && !names(e->routines, section->name))
        section->known++;
    if (!e)
        e = add_entry(s, id, text, part);
    else if (part < e->part) { /* an answer elsewhere, said here */
        e->part = part;
        e->section = s->section_count - 1;
    }
    if (!e || !name_routine(e, section->name))
        s->no_memory = true;
    else if (room_s < e->room_s)
        e->room_s = room_s;
}

static void take_phrase(struct script *s, const struct unknot_phrase *p)
{
    enum part part = p->at_frames >= 0 ? PLAN : p->is_answer ? ANSWER : OTHERWISE;
    size_t letters = 0;
    if (s->whole) {
        put(s, "", p->source, part, p->room_s);
        return;
    }
    for (size_t i = 0; p->sentences[i]; i++)
        letters += strlen(p->sentences[i]);
    for (size_t i = 0; p->sentences[i]; i++)
        put(s, p->lines[i], p->sentences[i], part, p->room_s * (double)strlen(p->sentences[i]) / (double)letters);
}

static int open_section(struct script *s, struct unknot *u)
{
    struct section *grown = realloc(s->sections, (s->section_count + 1) * sizeof *grown);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    const struct unknot_routine *r = unknot_loaded(u);
    s->sections = grown;
    grown[s->section_count] = (struct section){strdup(r->name), strdup(r->title), 0};
    bool good = grown[s->section_count].name && grown[s->section_count].title;
    s->section_count++;
    return good ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

/* What is shown and not said: of a template only. */
static void take_titles(struct script *s, struct unknot *u)
{
    const struct unknot_routine *r = unknot_loaded(u);
    struct unknot_mark mark;
    put(s, "", r->title, TITLE, INFINITY);
    if (*r->summary)
        put(s, "", r->summary, TITLE, INFINITY);
    for (size_t i = 0; unknot_mark(u, i, &mark) == UNKNOT_OK; i++)
        if (mark.level < UK_QUESTION && *mark.title)
            put(s, "", mark.title, TITLE, INFINITY);
}

static int collect(struct uk_cli *cli, struct unknot *u, const char *routine, void *ctx)
{
    struct script *s = ctx;
    struct unknot_phrase p;
    (void)cli;
    (void)routine;
    int status = open_section(s, u);
    if (!status && s->whole)
        take_titles(s, u);
    for (size_t i = 0; i < unknot_phrase_count(u) && !status; i++) {
        status = unknot_phrase(u, i, &p);
        if (!status)
            take_phrase(s, &p);
    }
    if (status || s->no_memory)
        return uk_engine_failed(status ? u : NULL, status ? status : UNKNOT_NO_MEMORY);
    return UK_EXIT_DONE;
}

static void finish(struct script *s)
{
    for (size_t i = 0; i < s->count; i++) {
        free(s->entries[i].id);
        free(s->entries[i].text);
        free(s->entries[i].routines);
    }
    for (size_t i = 0; i < s->section_count; i++) {
        free(s->sections[i].name);
        free(s->sections[i].title);
    }
    free(s->entries);
    free(s->sections);
}

/* ---- a script to read from ---- */

static const char head[] =
    "# Script\n"
    "\n"
    "- Leave five seconds of silence first. A quiet room, the microphone a hand's width away and always at the same distance.\n"
    "- Read slowly and warmly, as to somebody who lies beside you: a little more than two words a second.\n"
    "- Say only the sentence, not its number, and wait two seconds before the next one.\n"
    "- A slip of the tongue: wait, and say the whole sentence again. The last one counts.\n"
    "- The seconds beside a number are the most a sentence may take. Where there are none, take as long as you like.\n";

/* So that nothing in a sentence is taken for a mark of Markdown. */
static void put_plain(FILE *out, const char *text)
{
    bool number = isdigit((unsigned char)*text) && (text[strspn(text, "0123456789")] == '.' || text[strspn(text, "0123456789")] == ')');
    for (const char *c = text; *c; c++) {
        bool first = c == text && strchr("#>+-=~", *c), dot = number && (*c == '.' || *c == ')');
        if (first || dot || strchr("\\`*_[]<&|", *c))
            putc('\\', out);
        number = number && !dot;
        putc(*c, out);
    }
    putc('\n', out);
}

static void put_line(FILE *out, const struct entry *e, size_t number)
{
    if (isfinite(e->room_s))
        fprintf(out, "\n### %zu \302\267 %.1f s\n\n", number, e->room_s);
    else
        fprintf(out, "\n### %zu\n\n", number);
    put_plain(out, e->text);
}

static size_t put_part(FILE *out, const struct script *s, size_t section, enum part part, const char *title, size_t number)
{
    bool first = true;
    for (size_t i = 0; i < s->count; i++) {
        const struct entry *e = &s->entries[i];
        if (e->part != part || (part != ANSWER && e->section != section))
            continue;
        if (first && title)
            fprintf(out, "\n## %s\n", title);
        first = false;
        put_line(out, e, ++number);
    }
    return number;
}

static int write_md(FILE *out, void *ctx)
{
    const struct script *s = ctx;
    size_t number = 0, before;
    fputs(head, out);
    for (size_t i = 0; i < s->section_count; i++) {
        fputs("\n# ", out);
        put_plain(out, s->sections[i].title);
        before = number;
        number = put_part(out, s, i, PLAN, NULL, number);
        number = put_part(out, s, i, OTHERWISE, "When other settings or another length were asked for", number);
        if (s->sections[i].known)
            fprintf(out, "\n%s %zu of its sentences stand above.\n", number > before ? "Another" : "All", s->sections[i].known);
    }
    fputs("\n# Answers\n\nWhat is said when the listener asks for something.\n", out);
    put_part(out, s, 0, ANSWER, NULL, number);
    return UNKNOT_OK;
}

/* ---- a table ---- */

static void put_field(FILE *out, const char *field, char behind)
{
    bool quotes = strpbrk(field, ",\"\r\n") || *field == ' ' || (*field && field[strlen(field) - 1] == ' ');
    if (quotes)
        putc('"', out);
    for (const char *c = field; *c; c++) {
        if (*c == '"')
            putc('"', out);
        putc(*c, out);
    }
    if (quotes)
        putc('"', out);
    putc(behind, out);
}

static void put_row(FILE *out, const struct entry *e)
{
    char seconds[32] = "";
    if (isfinite(e->room_s))
        snprintf(seconds, sizeof seconds, "%.1f", e->room_s);
    put_field(out, e->id, ',');
    put_field(out, seconds, ',');
    put_field(out, e->routines, ',');
    put_field(out, e->text, '\n');
}

/* In the order of the script. */
static int write_csv(FILE *out, void *ctx)
{
    const struct script *s = ctx;
    fputs("id,seconds,routine,text\n", out);
    for (size_t section = 0; section < s->section_count; section++)
        for (enum part part = PLAN; part < ANSWER; part++)
            for (size_t i = 0; i < s->count; i++)
                if (s->entries[i].section == section && s->entries[i].part == part)
                    put_row(out, &s->entries[i]);
    for (size_t i = 0; i < s->count; i++)
        if (s->entries[i].part == ANSWER)
            put_row(out, &s->entries[i]);
    return UNKNOT_OK;
}

/* ---- a template for translators ---- */

static void put_msgid(FILE *out, const char *text)
{
    fputs("msgid \"", out);
    for (const char *c = text; *c; c++) {
        if (*c == '\n')
            fputs("\\n", out);
        else if (*c == '"' || *c == '\\')
            fprintf(out, "\\%c", *c);
        else
            putc(*c, out);
    }
    fputs("\"\nmsgstr \"\"\n", out);
}

static int write_pot(FILE *out, void *ctx)
{
    static const char *const parts[] = {NULL, "Only with other settings, or at another length.", "An answer to what the listener asks for.",
                                        "Shown, not said."};
    const struct script *s = ctx;
    fputs("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n", out);
    for (size_t i = 0; i < s->count; i++) {
        const struct entry *e = &s->entries[i];
        putc('\n', out);
        if (parts[e->part])
            fprintf(out, "#. %s\n", parts[e->part]);
        if (isfinite(e->room_s))
            fprintf(out, "#. It has %.1f seconds.\n", e->room_s);
        fprintf(out, "#: %s\n", e->routines);
        put_msgid(out, e->text);
    }
    return UNKNOT_OK;
}

/* ---- the word ---- */

static const struct form {
    const char *ending;
    int (*write)(FILE *out, void *ctx);
} forms[] = {{".md", write_md}, {".csv", write_csv}, {".pot", write_pot}};

static const struct form *find_form(const char *path)
{
    const char *dot = path ? strrchr(path, '.') : NULL;
    for (size_t i = 0; dot && i < sizeof forms / sizeof *forms; i++)
        if (strcmp(dot, forms[i].ending) == 0)
            return &forms[i];
    return NULL;
}

int uk_voice_export(struct uk_cli *cli, struct unknot *u)
{
    const char *path = cli->options.output;
    const struct form *form = find_form(path);
    struct script s = {.whole = form && form->write == write_pot};
    if (!form) {
        uk_terminal_say(path ? "voice export writes a file that ends in .md, .csv or .pot, not %s"
                             : "voice export needs the name of a file to write, such as -o script.md%s", path ? path : "");
        return UK_EXIT_USAGE;
    }
    int code = uk_voice_each(cli, u, collect, &s);
    if (!code)
        code = uk_whole_write(path, form->write, &s);
    if (!code)
        printf("%s: %zu %s\n", path, s.count, s.whole ? "texts" : "lines");
    finish(&s);
    return code;
}
