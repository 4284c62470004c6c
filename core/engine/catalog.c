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

bool uk_catalog_is_plain(const char *name, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bool letter = (name[i] >= 'a' && name[i] <= 'z') || (name[i] >= '0' && name[i] <= '9');
        if (!letter && (name[i] != '-' || i == 0 || i == n - 1 || name[i - 1] == '-'))
            return false;
    }
    return n > 0;
}

/* Where the id of a pack begins in the path of one of its routines, *n letters; NULL: it is in none. */
static const char *pack_of(const char *path, size_t *n)
{
    static const char packs[] = "/packs/", routines[] = "/routines/";
    const char *name = uk_path_name(path), *id = name - strlen(routines);
    if (name - path < (ptrdiff_t)(strlen(packs) + strlen(routines)) || strncmp(id, routines, strlen(routines)) != 0)
        return NULL;
    const char *end = id;
    while (id > path && id[-1] != '/')
        id--;
    *n = (size_t)(end - id);
    bool below = id - path >= (ptrdiff_t)strlen(packs) && strncmp(id - strlen(packs), packs, strlen(packs)) == 0;
    return below && uk_catalog_is_plain(id, *n) ? id : NULL;
}

char *uk_catalog_name(const char *path)
{
    size_t n = 0;
    const char *id = pack_of(path, &n);
    char *name = id ? uk_text_format("%.*s/%s", (int)n, id, uk_path_name(path)) : strdup(uk_path_name(path));
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

/* `pack`: the id of the pack it belongs to, NULL: none. */
static int read_folder(struct uk_catalog *c, const char *folder, const char *pack)
{
    DIR *d = opendir(folder);
    int status = UNKNOT_OK;
    for (struct dirent *e; d && !status && (e = readdir(d));) {
        if (e->d_name[0] == '.' || !has_lua_ending(e->d_name) || !uk_text_is_plain(e->d_name) || strpbrk(e->d_name, "\n\t"))
            continue;
        int n = (int)strlen(e->d_name) - 4;
        char *name = pack ? uk_text_format("%s/%.*s", pack, n, e->d_name) : strndup(e->d_name, (size_t)n);
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

int uk_catalog_read_pack(struct uk_catalog *c, const char *folder, const char *id)
{
    char *routines = uk_path_join(folder, "routines");
    int status = routines ? read_folder(c, routines, id) : UNKNOT_NO_MEMORY;
    free(routines);
    if (c->count)
        qsort(c->names, c->count, sizeof *c->names, by_name);
    return status;
}

char *uk_catalog_packs(const struct uk_places *places)
{
    return uk_path_join(places->user, "packs");
}

static int read_packs(struct uk_catalog *c, const struct uk_places *places)
{
    char *packs = uk_catalog_packs(places);
    DIR *d = packs ? opendir(packs) : NULL;
    int status = packs ? UNKNOT_OK : UNKNOT_NO_MEMORY;
    for (struct dirent *e; d && !status && (e = readdir(d));) {
        if (!uk_catalog_is_plain(e->d_name, strlen(e->d_name)))
            continue;
        char *folder = uk_path_join(packs, e->d_name);
        status = folder ? uk_catalog_read_pack(c, folder, e->d_name) : UNKNOT_NO_MEMORY;
        free(folder);
    }
    if (d)
        closedir(d);
    free(packs);
    return status;
}

/* The folders that hold routines; the first that has a name wins. */
static char *routine_folder(const struct uk_places *places, int index)
{
    return index == 0 ? uk_path_join(places->user, "routines") : uk_path_join(places->data, "scripts/routines");
}

int uk_catalog_init(struct uk_catalog *c, const struct uk_places *places, struct uk_message *m)
{
    *c = (struct uk_catalog){0};
    int status = UNKNOT_OK;
    for (int i = 0; i < 2 && !status; i++) {
        char *folder = routine_folder(places, i);
        status = folder ? read_folder(c, folder, NULL) : UNKNOT_NO_MEMORY;
        free(folder);
    }
    if (!status)
        status = read_packs(c, places);
    if (status) {
        uk_catalog_finish(c);
        return uk_no_memory(m);
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
    char *here = uk_text_format("./%s.lua", routine);
    bool is_here = here && uk_path_is_file(here);
    const char *near = is_here ? here : c.count ? uk_text_nearest(routine, (const char *const *)c.names) : NULL;
    if (near)
        status = uk_fail(m, UNKNOT_NOT_FOUND, "there is no routine '%s' (did you mean '%s'?)", routine, near);
    else if (c.count)
        status = uk_fail(m, UNKNOT_NOT_FOUND, "there is no routine '%s': 'unknot list' shows those there are", routine);
    else
        status = uk_fail(m, UNKNOT_NOT_FOUND, "there are no routines in '%s/scripts/routines': install unknot again", places->data);
    free(here);
    uk_catalog_finish(&c);
    return status;
}

/* ID/NAME: the file of a pack's routine, or whatever file has that path. */
static int find_in_pack(const struct uk_places *places, const char *routine, char **path, struct uk_message *m)
{
    const char *slash = strchr(routine, '/');
    *path = uk_text_format("%s/packs/%.*s/routines/%s.lua", places->user, (int)(slash - routine), routine, slash + 1);
    if (*path && !uk_path_is_file(*path)) {
        free(*path);
        *path = strdup(routine);
        if (*path && !uk_path_is_file(*path)) {
            free(*path);
            *path = NULL;
            return not_found(places, routine, m);
        }
    }
    return *path ? UNKNOT_OK : uk_no_memory(m);
}

int uk_catalog_find(const struct uk_places *places, const char *routine, char **path, struct uk_message *m)
{
    const char *slash = strchr(routine, '/');
    if (slash && uk_catalog_is_plain(routine, (size_t)(slash - routine)) && uk_catalog_is_plain(slash + 1, strlen(slash + 1)))
        return find_in_pack(places, routine, path, m);
    if (slash || has_lua_ending(routine)) {
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
