/* What there is to choose from with one button: said by scripts/service/menu.lua, whose plan tells at its end what was chosen. */
#include "engine.h"
#include "json.h"
#include "serve.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LOOK_BACK 40 /* so many past sessions are looked at */
#define RECENT_MAX 5 /* of the menu are what was played before, with what is usual */

/* Where nobody said what shall be in it. */
static const char *const others[] = {"neck", "low-back", "shoulder", "calm", "bedtime", "suboccipitals", "thumb", "desk-break"};

/* ---- what is in it ---- */

static bool has(const struct uk_serve *s, const char *name)
{
    size_t n = strlen(name);
    for (size_t i = 0; i < s->menu_count; i++)
        if (strncmp(s->menu[i].text, name, n) == 0 && (s->menu[i].text[n] == '\t' || !s->menu[i].text[n]))
            return true;
    return false;
}

static void add(struct uk_serve *s, const char *name)
{
    if (s->menu_count < UK_MENU_MAX && !has(s, name) && uk_serve_is_listed(s, name) && uk_wish_init(&s->menu[s->menu_count], &name, 1))
        s->menu_count++;
}

/* "neck,low-back": calls for each name until one is no success. */
static int each_name(struct uk_serve *s, int (*visit)(struct uk_serve *s, const char *name))
{
    char names[1000], *rest = NULL;
    int code = 0;
    snprintf(names, sizeof names, "%s", s->cli->options.menu);
    for (char *name = strtok_r(names, ",", &rest); name && !code; name = strtok_r(NULL, ",", &rest))
        code = visit(s, name);
    return code;
}

static int check_one(struct uk_serve *s, const char *name)
{
    const struct unknot_routine *r;
    if (uk_serve_is_listed(s, name))
        return 0;
    int status = unknot_describe(s->u, name, &r);
    if (status)
        return uk_engine_failed(s->u, status);
    uk_terminal_say("the menu has only what 'unknot list' shows, not %s", name);
    return UK_EXIT_USAGE;
}

int uk_menu_check(struct uk_serve *s)
{
    const char *menu = s->cli->options.menu;
    size_t count = 1;
    if (!menu)
        return 0;
    for (const char *c = menu; *c; c++)
        count += *c == ',';
    if (count <= UK_MENU_MAX && strlen(menu) < 1000 && menu[strspn(menu, ",")])
        return each_name(s, check_one);
    uk_terminal_say("--menu takes up to %d names of routines with commas between, such as neck,low-back", UK_MENU_MAX);
    return UK_EXIT_USAGE;
}

static int add_one(struct uk_serve *s, const char *name)
{
    add(s, name);
    return 0;
}

static int newest_first(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*b)->d_name, (*a)->d_name); /* the names begin with the time */
}

/* The routine of a past session stands in its first line, near the beginning. */
static void add_past(struct uk_serve *s, const char *folder, const char *file)
{
    char path[4096], line[1000], name[200];
    snprintf(path, sizeof path, "%.3000s/%.255s", folder, file);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t n = fd >= 0 ? read(fd, line, sizeof line - 1) : -1;
    if (fd >= 0)
        close(fd);
    line[n > 0 ? n : 0] = '\0';
    add(s, uk_json_find_text(line, "routine", name, sizeof name));
}

static void add_recent(struct uk_serve *s)
{
    char folder[4096];
    struct dirent **entries = NULL;
    snprintf(folder, sizeof folder, "%s/sessions", unknot_state_folder(s->u));
    int count = scandir(folder, &entries, NULL, newest_first);
    for (int i = 0; i < count; i++) {
        if (i < LOOK_BACK && s->menu_count < RECENT_MAX)
            add_past(s, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

static void fill(struct uk_serve *s)
{
    s->menu_count = 0;
    if (s->cli->options.menu) {
        each_name(s, add_one);
        return;
    }
    if (*s->usual.text)
        s->menu[s->menu_count++] = s->usual;
    add_recent(s);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        add(s, others[i]);
}

/* ---- saying it ---- */

/* The titles, one a line. What cannot be described any more is left out. */
static void list_titles(struct uk_serve *s, char *titles, size_t room)
{
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < s->menu_count; i++) {
        const struct unknot_routine *r;
        char name[sizeof s->menu[i].text];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(s->menu[i].text, "\t"), s->menu[i].text);
        if (unknot_describe(s->u, name, &r) || n + strlen(r->written_title) + 2 > room || strchr(r->written_title, '\n'))
            continue;
        n += (size_t)snprintf(titles + n, room - n, "%s%s", n ? "\n" : "", r->written_title);
        s->menu[kept++] = s->menu[i];
    }
    s->menu_count = kept;
}

int uk_menu_load(struct uk_serve *s)
{
    char path[4096], titles[1000] = "";
    struct unknot_param param = {"titles", titles};
    fill(s);
    list_titles(s, titles, sizeof titles);
    snprintf(path, sizeof path, "%s/scripts/service/menu.lua", unknot_data_folder(s->u));
    if (s->menu_count == 0)
        return UNKNOT_NOT_FOUND; /* the message is of the last that was asked */
    return unknot_load_soon(s->u, path, &param, 1);
}

void uk_menu_take(struct uk_serve *s)
{
    struct unknot_mark mark;
    size_t count = unknot_mark_count(s->u), which = 0;
    if (count == 0 || unknot_mark(s->u, count - 1, &mark) || sscanf(mark.title, "chosen %zu", &which) != 1)
        return;
    if (which >= 1 && which <= s->menu_count)
        uk_serve_enqueue(s, &s->menu[which - 1], true);
}
