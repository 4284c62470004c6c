#include "engine.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

/* One routine, copied: the engine keeps only the last one it described. */
struct entry {
    char *name, *title, *summary, *region, *minutes, *trouble;
    double *lengths;
    size_t length_count;
};

static char *minutes_text(const struct unknot_routine *r)
{
    char text[128] = "";
    size_t used = 0;
    for (size_t i = 0; i < r->minutes_count && used < sizeof text - 16; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%g", i ? " " : "", r->minutes[i]);
    return strdup(*text ? text : "-");
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
    e->lengths = calloc(r->minutes_count + 1, sizeof *e->lengths);
    if (e->lengths)
        memcpy(e->lengths, r->minutes, r->minutes_count * sizeof *e->lengths);
    e->length_count = e->lengths ? r->minutes_count : 0;
}

static void free_entries(struct entry *entries, int count)
{
    for (int i = 0; entries && i < count; i++) {
        struct entry *e = &entries[i];
        free(e->name);
        free(e->title);
        free(e->summary);
        free(e->region);
        free(e->minutes);
        free(e->trouble);
        free(e->lengths);
    }
    free(entries);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static int longer(int width, const char *text)
{
    int n = (int)strlen(or_empty(text));
    return n > width ? n : width;
}

static void print_text(const struct entry *entries, int count)
{
    int names = 0, minutes = (int)strlen("minutes");
    for (int i = 0; i < count; i++) {
        names = longer(names, entries[i].name);
        minutes = longer(minutes, entries[i].minutes);
    }
    if (count)
        printf("%-*s  %-*s  title\n", names, "name", minutes, "minutes");
    for (int i = 0; i < count; i++) {
        const struct entry *e = &entries[i];
        if (e->trouble)
            printf("%-*s  %-*s  cannot be played: %s\n", names, e->name, minutes, "-", e->trouble);
        else
            printf("%-*s  %-*s  %s\n", names, or_empty(e->name), minutes, or_empty(e->minutes), or_empty(e->title));
    }
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
            uk_json_open(&j, "minutes", '[');
            for (size_t k = 0; k < e->length_count; k++)
                uk_json_number(&j, NULL, e->lengths[k]);
            uk_json_close(&j, ']');
        }
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static int list(struct uk_cli *cli, struct unknot *u)
{
    int count = unknot_routine_count(u);
    if (count < 0)
        return uk_engine_failed(u, count);
    struct entry *entries = calloc((size_t)count + 1, sizeof *entries);
    if (!entries)
        return uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    for (int i = 0; i < count; i++)
        read_entry(u, unknot_routine_name(u, i), &entries[i]);
    if (cli->options.json)
        print_json(entries, count);
    else
        print_text(entries, count);
    free_entries(entries, count);
    return UK_EXIT_DONE;
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
    .about = "Shows the routines that can be played by name, with the minutes each can be asked to fit.",
    .example = "unknot list",
    .flag = UK_LIST,
    .run = run,
};
