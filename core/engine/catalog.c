#include "catalog.h"

#include "../base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static bool has_lua_ending(const char *name)
{
    size_t n = strlen(name);
    return n > 4 && strcmp(name + n - 4, ".lua") == 0;
}

char *uk_catalog_name(const char *path)
{
    char *name = strdup(uk_path_name(path));
    if (name && has_lua_ending(name))
        name[strlen(name) - 4] = '\0';
    return name;
}

static int add(struct uk_catalog *c, char *name)
{
    for (size_t i = 0; i < c->count; i++) {
        if (strcmp(c->names[i], name) == 0) {
            free(name);
            return UNKNOT_OK;
        }
    }
    char **grown = realloc(c->names, (c->count + 2) * sizeof *grown);
    if (!grown) {
        free(name);
        return UNKNOT_NO_MEMORY;
    }
    c->names = grown;
    c->names[c->count++] = name;
    c->names[c->count] = NULL;
    return UNKNOT_OK;
}

static int read_folder(struct uk_catalog *c, const char *folder)
{
    DIR *d = opendir(folder);
    int status = UNKNOT_OK;
    for (struct dirent *e; d && !status && (e = readdir(d));) {
        if (e->d_name[0] == '.' || !has_lua_ending(e->d_name))
            continue;
        char *name = uk_catalog_name(e->d_name);
        status = name ? add(c, name) : UNKNOT_NO_MEMORY;
    }
    if (d)
        closedir(d);
    return status;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The folders that hold routines; the first that has a name wins. */
static char *routine_folder(const struct uk_places *places, int index)
{
    return index == 0 ? uk_path_join(places->user, "routines") : uk_path_join(places->data, "scripts/routines");
}

int uk_catalog_init(struct uk_catalog *c, const struct uk_places *places, struct uk_message *m)
{
    *c = (struct uk_catalog){0};
    for (int i = 0; i < 2; i++) {
        char *folder = routine_folder(places, i);
        int status = folder ? read_folder(c, folder) : UNKNOT_NO_MEMORY;
        free(folder);
        if (status) {
            uk_catalog_finish(c);
            return uk_no_memory(m);
        }
    }
    if (c->count)
        qsort(c->names, c->count, sizeof *c->names, by_name);
    return UNKNOT_OK;
}

void uk_catalog_finish(struct uk_catalog *c)
{
    for (size_t i = 0; i < c->count; i++)
        free(c->names[i]);
    free(c->names);
    *c = (struct uk_catalog){0};
}

static int not_found(const struct uk_places *places, const char *routine, struct uk_message *m)
{
    struct uk_catalog c;
    int status = uk_catalog_init(&c, places, m);
    if (status)
        return status;
    const char *near = c.count ? uk_text_nearest(routine, (const char *const *)c.names) : NULL;
    if (near)
        status = uk_fail(m, UNKNOT_NOT_FOUND, "there is no routine '%s' (did you mean '%s'?)", routine, near);
    else if (c.count)
        status = uk_fail(m, UNKNOT_NOT_FOUND, "there is no routine '%s': 'unknot list' shows those there are", routine);
    else
        status = uk_fail(m, UNKNOT_NOT_FOUND, "there are no routines in '%s/scripts/routines': install unknot again", places->data);
    uk_catalog_finish(&c);
    return status;
}

int uk_catalog_find(const struct uk_places *places, const char *routine, char **path, struct uk_message *m)
{
    if (strchr(routine, '/') || has_lua_ending(routine)) {
        *path = strdup(routine);
        return *path ? UNKNOT_OK : uk_no_memory(m);
    }
    for (int i = 0; i < 2; i++) {
        char *folder = routine_folder(places, i);
        char *file = folder ? uk_text_format("%s/%s.lua", folder, routine) : NULL;
        free(folder);
        if (!file)
            return uk_no_memory(m);
        if (uk_path_is_file(file)) {
            *path = file;
            return UNKNOT_OK;
        }
        free(file);
    }
    return not_found(places, routine, m);
}
