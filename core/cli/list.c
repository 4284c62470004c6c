#include "engine.h"
#include "json.h"
#include "paragraph.h"

#include <stdlib.h>
#include <string.h>

/* One routine, copied: the engine keeps only the last one it described. */
struct entry {
    char *name, *title, *summary, *region, *minutes, *trouble;
    char **tools, **position; /* end in NULL */
    double *lengths;
    size_t length_count;
};

/* What a list is sorted and grouped by, from head to foot; what is not named here comes after. */
static const char *const regions[] = {"head", "jaw", "neck", "neck-shoulder", "shoulder", "upper-back", "chest", "arm", "elbow", "forearm", "hand",
                                      "low-back", "hip", "thigh", "knee", "leg", "foot", "whole body", "breath"};
#define REGIONS (sizeof regions / sizeof *regions)

#define MOST_TOGETHER 20 /* more than these are shown in groups */

/* "3-10": the shortest and the longest length it is made for. */
static char *minutes_text(const struct unknot_routine *r)
{
    char text[64] = "-";
    double least = 1e9, most = 0;
    for (size_t i = 0; i < r->minutes_count; i++) {
        least = r->minutes[i] < least ? r->minutes[i] : least;
        most = r->minutes[i] > most ? r->minutes[i] : most;
    }
    if (r->minutes_count)
        snprintf(text, sizeof text, least < most ? "%g-%g" : "%g", least, most);
    return strdup(text);
}

static char **copy_texts(const char *const *texts)
{
    size_t n = 0;
    while (texts && texts[n])
        n++;
    char **copy = calloc(n + 1, sizeof *copy);
    for (size_t i = 0; copy && i < n; i++)
        copy[i] = strdup(texts[i]);
    return copy;
}

static void free_texts(char **texts)
{
    for (char **t = texts; t && *t; t++)
        free(*t);
    free(texts);
}

static void read_entry(struct unknot *u, const char *name, struct entry *e)
{
    const struct unknot_routine *r;
    *e = (struct entry){.name = strdup(name)};
    if (unknot_describe(u, name, &r) != UNKNOT_OK) {
        e->trouble = strdup(unknot_message(u));
        return;
    }
    e->title = strdup(r->title);
    e->summary = strdup(r->summary);
    e->region = strdup(r->region);
    e->minutes = minutes_text(r);
    e->tools = copy_texts(r->tools);
    e->position = copy_texts(r->position);
    e->lengths = calloc(r->minutes_count + 1, sizeof *e->lengths);
    if (e->lengths)
        memcpy(e->lengths, r->minutes, r->minutes_count * sizeof *e->lengths);
    e->length_count = e->lengths ? r->minutes_count : 0;
}

static void free_entry(struct entry *e)
{
    free(e->name);
    free(e->title);
    free(e->summary);
    free(e->region);
    free(e->minutes);
    free(e->trouble);
    free_texts(e->tools);
    free_texts(e->position);
    free(e->lengths);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static int longer(int width, const char *text)
{
    int n = uk_paragraph_columns(or_empty(text));
    return n > width ? n : width;
}

static const char *region_of(const struct entry *e)
{
    return e->region && *e->region ? e->region : "other";
}

static size_t region_rank(const char *region)
{
    size_t i = 0;
    while (i < REGIONS && strcmp(regions[i], region) != 0)
        i++;
    return i + (strcmp(region, "other") == 0);
}

static int by_region(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    size_t i = region_rank(region_of(x)), j = region_rank(region_of(y));
    int other = strcmp(region_of(x), region_of(y));
    return i != j ? (i > j) - (i < j) : other ? other : strcmp(or_empty(x->name), or_empty(y->name));
}

static void print_text(struct entry *entries, int count)
{
    bool grouped = count > MOST_TOGETHER;
    int names = (int)strlen("name"), minutes = (int)strlen("minutes");
    for (int i = 0; i < count; i++) {
        names = longer(names, entries[i].name);
        minutes = longer(minutes, entries[i].minutes);
    }
    if (grouped)
        qsort(entries, (size_t)count, sizeof *entries, by_region);
    if (count)
        printf("%s%-*s  %-*s  title\n", grouped ? "  " : "", names, "name", minutes, "minutes");
    for (int i = 0; i < count; i++) {
        const struct entry *e = &entries[i];
        if (grouped && (i == 0 || strcmp(region_of(e), region_of(e - 1)) != 0))
            printf("\n%s\n", region_of(e));
        printf("%s%-*s  %-*s  ", grouped ? "  " : "", names, or_empty(e->name), minutes, e->trouble ? "-" : or_empty(e->minutes));
        printf("%s%s\n", e->trouble ? "cannot be played: " : "", or_empty(e->trouble ? e->trouble : e->title));
    }
}

static void print_names(const struct entry *entries, int count)
{
    for (int i = 0; i < count; i++)
        puts(or_empty(entries[i].name));
}

static void write_texts(struct uk_json *j, const char *key, char *const *texts)
{
    uk_json_open(j, key, '[');
    for (; texts && *texts; texts++)
        uk_json_text(j, NULL, *texts);
    uk_json_close(j, ']');
}

static void print_json(const struct entry *entries, int count)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '[');
    for (int i = 0; i < count; i++) {
        const struct entry *e = &entries[i];
        uk_json_open_flat(&j, NULL, '{');
        uk_json_text(&j, "name", or_empty(e->name));
        if (e->trouble) {
            uk_json_text(&j, "trouble", e->trouble);
        } else {
            uk_json_text(&j, "title", or_empty(e->title));
            uk_json_text(&j, "summary", or_empty(e->summary));
            uk_json_text(&j, "region", or_empty(e->region));
            write_texts(&j, "tools", e->tools);
            write_texts(&j, "position", e->position);
            uk_json_open(&j, "minutes", '[');
            for (size_t k = 0; k < e->length_count; k++)
                uk_json_number(&j, NULL, e->lengths[k]);
            uk_json_close(&j, ']');
        }
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static bool has(char *const *texts, const char *wanted)
{
    for (; texts && *texts; texts++)
        if (strcmp(*texts, wanted) == 0)
            return true;
    return false;
}

/* "neck" is "neck" and a part of "neck-shoulder". */
static bool is_region(const struct entry *e, const char *wanted)
{
    size_t n = strlen(wanted);
    for (const char *at = e->region; at && *at; at += strcspn(at, "- "), at += *at != '\0')
        if (strncmp(at, wanted, n) == 0 && (at[n] == '\0' || at[n] == '-' || at[n] == ' '))
            return true;
    return false;
}

/* Nothing but what everybody has at hand. */
static bool needs_nothing(const struct entry *e)
{
    static const char *const hands[] = {"fingers", "thumb", "pinch", "knuckles", "palm", "elbow"};
    bool nothing = !e->trouble;
    for (char **t = e->tools; t && *t; t++) {
        bool hand = false;
        for (size_t i = 0; i < sizeof hands / sizeof *hands; i++)
            hand |= strcmp(*t, hands[i]) == 0;
        nothing &= hand;
    }
    return nothing;
}

static bool is_tool(const struct entry *e, const char *wanted)
{
    return strcmp(wanted, "none") == 0 ? needs_nothing(e) : has(e->tools, wanted);
}

static bool is_position(const struct entry *e, const char *wanted)
{
    return has(e->position, wanted);
}

static bool is_long(const struct entry *e, const char *wanted)
{
    double minutes = strtod(wanted, NULL), least = 1e9, most = 0;
    for (size_t i = 0; i < e->length_count; i++) {
        least = e->lengths[i] < least ? e->lengths[i] : least;
        most = e->lengths[i] > most ? e->lengths[i] : most;
    }
    return least <= minutes && minutes <= most;
}

struct filter {
    const char *what, *wanted; /* wanted: NULL for one that was not asked for */
    bool (*fits)(const struct entry *e, const char *wanted);
};

/* Adds a text to the list that ends in NULL, unless it is there already. */
static void add_text(const char **list, size_t most, const char *text)
{
    size_t n = 0;
    while (list[n] && strcmp(list[n], text) != 0)
        n++;
    if (n < most && *text)
        list[n] = text;
}

static int in_order(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Nothing fits this filter alone: what was meant, or all that there is. */
static int say_unknown(const struct filter *f, const struct entry *entries, int count)
{
    enum { MOST = 60 };
    const char *known[MOST + 1] = {NULL};
    char all[1200] = "";
    size_t n = 0, at = 0;
    for (int i = 0; i < count; i++) {
        if (f->fits == is_region)
            add_text(known, MOST, or_empty(entries[i].region));
        for (char **t = f->fits == is_tool ? entries[i].tools : f->fits == is_position ? entries[i].position : NULL; t && *t; t++)
            add_text(known, MOST, *t);
    }
    while (known[n])
        n++;
    qsort(known, n, sizeof *known, in_order);
    for (size_t i = 0; i < n && at < sizeof all; i++)
        at += (size_t)snprintf(all + at, sizeof all - at, "%s%s", i ? ", " : "", known[i]);
    const char *near = uk_options_near(f->wanted, known);
    for (size_t i = n; i-- > 0;)
        near = strncmp(known[i], f->wanted, strlen(f->wanted)) == 0 ? known[i] : near;
    if (f->fits == is_long)
        uk_terminal_say("no routine fits %s minutes; unknot list shows how long they can be", f->wanted);
    else if (near)
        uk_terminal_say("no routine has the %s \"%s\"; did you mean %s?", f->what, f->wanted, near);
    else
        uk_terminal_say("no routine has the %s \"%s\"; there are %s", f->what, f->wanted, all);
    return UK_EXIT_USAGE;
}

static const char *wanted_minutes(const struct uk_options *o)
{
    for (size_t i = 0; i < o->param_count; i++)
        if (strcmp(o->params[i].name, "minutes") == 0)
            return o->params[i].value;
    return NULL;
}

/* Keeps the entries that fit all filters, frees the others. Returns 0, or the exit code after saying what is wrong. */
static int keep_fitting(const struct uk_options *o, struct entry *entries, int *count)
{
    const struct filter filters[] = {
        {"region", o->region, is_region},
        {"tool", o->tool, is_tool},
        {"position", o->position, is_position},
        {"minutes", wanted_minutes(o), is_long},
    };
    int kept = 0;
    for (size_t k = 0; k < sizeof filters / sizeof *filters; k++) {
        const struct filter *f = &filters[k];
        int fitting = 0;
        for (int i = 0; i < *count && f->wanted; i++)
            fitting += f->fits(&entries[i], f->wanted);
        if (f->wanted && fitting == 0)
            return say_unknown(f, entries, *count);
    }
    for (int i = 0; i < *count; i++) {
        bool fits = true;
        for (size_t k = 0; k < sizeof filters / sizeof *filters; k++)
            fits &= !filters[k].wanted || filters[k].fits(&entries[i], filters[k].wanted);
        if (fits)
            entries[kept++] = entries[i];
        else
            free_entry(&entries[i]);
    }
    if (kept == 0 && *count > 0 && !o->json)
        puts("No routine is for all of that: leave something out.");
    *count = kept;
    return UK_EXIT_DONE;
}

/* Somebody waits for the names while typing: then no script is read for more than was asked. */
static bool names_suffice(const struct uk_options *o)
{
    return o->names && !o->region && !o->tool && !o->position && !wanted_minutes(o);
}

static int list(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    int count = unknot_routine_count(u);
    if (count < 0)
        return uk_engine_failed(u, count);
    struct entry *entries = calloc((size_t)count + 1, sizeof *entries);
    if (!entries)
        return uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    for (int i = 0; i < count; i++) {
        if (names_suffice(o))
            entries[i].name = strdup(unknot_routine_name(u, i));
        else
            read_entry(u, unknot_routine_name(u, i), &entries[i]);
    }
    int code = keep_fitting(o, entries, &count);
    if (!code && o->names)
        print_names(entries, count);
    else if (!code && o->json)
        print_json(entries, count);
    else if (!code)
        print_text(entries, count);
    for (int i = 0; i < count; i++)
        free_entry(&entries[i]);
    free(entries);
    return code;
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    uk_watch_busy(&cli->watch, "reading the routines ...");
    int code = uk_engine_open(cli, &u);
    if (!code)
        code = list(cli, u);
    uk_watch_busy(&cli->watch, NULL);
    unknot_close(u);
    return code;
}

const struct uk_command uk_list = {
    .name = "list",
    .arguments = "",
    .summary = "shows the routines there are",
    .about = "Shows the routines that can be played by name, with the minutes each can be asked to fit: all, or those for a part of the body,\n"
             "a tool, a place to be, or the minutes you have.",
    .example = "unknot list --region neck --tool none --minutes 5",
    .flag = UK_LIST,
    .run = run,
};
