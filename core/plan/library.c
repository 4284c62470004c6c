#include "library.h"

#include "../base/path.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MOST_FILE (512u << 10)

static int by_name(const void *a, const void *b)
{
    const struct uk_library_file *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static int add(struct uk_library *l, const char *folder, const char *file, size_t stem, struct uk_message *m)
{
    if (l->count >= UK_MOST_LIBRARY_FILES)
        return uk_fail(m, UNKNOT_LIMIT, "the folder '%s' has more than %d Lua files", folder, UK_MOST_LIBRARY_FILES);
    struct uk_library_file *grown = realloc(l->files, (l->count + 1) * sizeof *grown);
    if (!grown)
        return uk_no_memory(m);
    l->files = grown;
    struct uk_library_file f = {.name = strndup(file, stem)};
    char *path = uk_path_join(folder, file);
    int status = f.name && path ? uk_path_read(path, MOST_FILE, &f.text, &f.length, m) : uk_no_memory(m);
    free(path);
    if (status) {
        free(f.name);
        return status;
    }
    l->files[l->count++] = f;
    return UNKNOT_OK;
}

int uk_library_read(struct uk_library *l, const char *folder, struct uk_message *m)
{
    *l = (struct uk_library){0};
    DIR *d = opendir(folder);
    if (!d)
        return uk_fail(m, UNKNOT_NOT_FOUND, "the library folder '%s' cannot be read: %s; install unknot again", folder,
                       strerror(errno));
    int status = UNKNOT_OK;
    for (struct dirent *e = readdir(d); e && !status; e = readdir(d)) {
        size_t n = strlen(e->d_name);
        if (n > 4 && e->d_name[0] != '.' && strcmp(e->d_name + n - 4, ".lua") == 0)
            status = add(l, folder, e->d_name, n - 4, m);
    }
    closedir(d);
    if (!status && l->count)
        qsort(l->files, l->count, sizeof *l->files, by_name);
    if (!status && !uk_library_find(l, "init"))
        status = uk_fail(m, UNKNOT_NOT_FOUND, "the library folder '%s' has no init.lua: install unknot again", folder);
    if (status)
        uk_library_finish(l);
    return status;
}

struct uk_library_file *uk_library_find(const struct uk_library *l, const char *name)
{
    for (size_t i = 0; i < l->count; i++)
        if (strcmp(l->files[i].name, name) == 0)
            return &l->files[i];
    return NULL;
}

void uk_library_finish(struct uk_library *l)
{
    for (size_t i = 0; i < l->count; i++) {
        free(l->files[i].name);
        free(l->files[i].text);
        free(l->files[i].code);
    }
    free(l->files);
    *l = (struct uk_library){0};
}
