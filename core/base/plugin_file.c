#include "plugin_file.h"

#include "shared_object.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_IN_A_FILE 64 /* plugins that one library may hold */

const char *uk_plugin_kind_name(uint32_t kind)
{
    switch (kind) {
    case UNKNOT_SINK:
        return "sink";
    case UNKNOT_VOICE:
        return "voice";
    case UNKNOT_CONTROL:
        return "control";
    case UNKNOT_SOURCE:
        return "source";
    }
    return NULL;
}

/* Names are kebab-case, so none can lead out of the folder. */
static bool good_name(const char *name, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!((name[i] >= 'a' && name[i] <= 'z') || (name[i] >= '0' && name[i] <= '9') || name[i] == '-'))
            return false;
    return n > 0 && n <= 64;
}

/* What is wrong with the owner or the mode, or NULL. A group whose number is the owner's is the owner's private one. */
static const char *not_ours(const struct stat *s)
{
    if (s->st_uid != 0 && s->st_uid != geteuid())
        return "belongs to another user";
    if (s->st_mode & S_IWOTH || (s->st_mode & S_IWGRP && s->st_gid != s->st_uid))
        return "can be written by other users";
    return NULL;
}

static int open_checked(struct uk_plugin_file *f, const char *folder, const char *file, struct uk_message *m)
{
    struct stat s;
    int dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return uk_fail(m, errno == ENOENT ? UNKNOT_NOT_FOUND : UNKNOT_IO, "the plugin folder '%s' cannot be opened: %s", folder,
                       strerror(errno));
    const char *wrong = fstat(dir, &s) ? "cannot be read" : not_ours(&s);
    if (wrong) {
        close(dir);
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin folder '%s' %s: make it root's or yours and 'chmod go-w' it", folder, wrong);
    }
    f->fd = openat(dir, file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    int error = errno;
    close(dir);
    if (f->fd < 0)
        return uk_fail(m, error == ENOENT ? UNKNOT_NOT_FOUND : UNKNOT_IO, "there is no plugin '%s': %s", f->path, strerror(error));
    if (fstat(f->fd, &s) || !S_ISREG(s.st_mode))
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' is no file", f->path);
    wrong = not_ours(&s);
    if (wrong)
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' %s: make it root's or yours and 'chmod go-w' it", f->path, wrong);
    wrong = uk_shared_object_wrong(f->fd);
    return wrong ? uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' cannot be loaded: it %s", f->path, wrong) : UNKNOT_OK;
}

/* What the plugin has of the functions. Each table is a size and pointers, so a size that ends within a pointer leaves that out. */
static void copy_ops(union uk_plugin_ops *to, uint32_t kind, const void *from)
{
    static const size_t known[] = {[UNKNOT_SINK] = sizeof to->sink, [UNKNOT_VOICE] = sizeof to->voice,
                                   [UNKNOT_CONTROL] = sizeof to->control, [UNKNOT_SOURCE] = sizeof to->source};
    uint32_t size;
    memcpy(&size, from, sizeof size);
    size_t n = size < known[kind] ? size - size % sizeof(void *) : known[kind];
    memset(to, 0, sizeof *to);
    memcpy(to, from, n);
}

static bool is_whole(uint32_t kind, const union uk_plugin_ops *ops)
{
    switch (kind) {
    case UNKNOT_SINK:
        return ops->sink.open && ops->sink.write && ops->sink.finish && ops->sink.close;
    case UNKNOT_VOICE:
        return ops->voice.open && ops->voice.speak && ops->voice.close;
    case UNKNOT_CONTROL:
        return ops->control.open && ops->control.fd && ops->control.next && ops->control.close;
    }
    return ops->source.open && ops->source.render && ops->source.close;
}

static int check(struct uk_plugin_file *f, const struct unknot_plugin *p, uint32_t kind, struct uk_message *m)
{
    if (p->abi >> 16 != UNKNOT_PLUGIN_ABI_MAJOR)
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' is made for plugin interface %u, this is %u: build it again", f->path,
                       p->abi >> 16, UNKNOT_PLUGIN_ABI_MAJOR);
    if (!p->ops)
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' has no functions: its 'ops' is NULL", f->path);
    copy_ops(&f->ops, kind, p->ops);
    if (!is_whole(kind, &f->ops))
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' lacks functions that every %s must have, or its 'size' is too small",
                       f->path, uk_plugin_kind_name(kind));
    return UNKNOT_OK;
}

static int find(struct uk_plugin_file *f, uint32_t kind, const char *name, struct uk_message *m)
{
    const struct unknot_plugin *(*get)(uint32_t);
    *(void **)&get = dlsym(f->library, "unknot_plugin_get");
    if (!get)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is no plugin of unknot: it does not export 'unknot_plugin_get'", f->path);
    for (uint32_t i = 0; i < MOST_IN_A_FILE; i++) {
        const struct unknot_plugin *p = get(i);
        if (!p)
            break;
        /* the major number comes first: of another one nothing else is known */
        int status = p->abi >> 16 == UNKNOT_PLUGIN_ABI_MAJOR && (p->kind != kind || !p->name || strcmp(p->name, name) != 0)
                         ? 1
                         : check(f, p, kind, m);
        if (status == 1)
            continue;
        if (status == UNKNOT_OK)
            f->plugin = p;
        return status;
    }
    return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' holds no %s called '%s'", f->path, uk_plugin_kind_name(kind), name);
}

int uk_plugin_open(struct uk_plugin_file *f, const char *folder, uint32_t kind, const char *name, struct uk_message *m)
{
    char file[96], path[48];
    *f = (struct uk_plugin_file){.fd = -1};
    if (!uk_plugin_kind_name(kind) || !good_name(name, strlen(name))) {
        *f = (struct uk_plugin_file){0};
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%s' cannot be the name of a plugin: only a-z, 0-9 and '-'", name);
    }
    snprintf(file, sizeof file, "%s-%s.so", uk_plugin_kind_name(kind), name);
    snprintf(f->path, sizeof f->path, "%s/%s", folder, file);
    int status = open_checked(f, folder, file, m);
    if (status == UNKNOT_OK) {
        /* what was checked is what is loaded. The descriptor stays open: the linker takes an equal path for an equal file. */
        snprintf(path, sizeof path, "/proc/self/fd/%d", f->fd);
        f->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (!f->library) {
            const char *why = dlerror();
            size_t n = strlen(path);
            if (why && strncmp(why, path, n) == 0 && strncmp(why + n, ": ", 2) == 0)
                why += n + 2; /* what we call it says nothing to anybody */
            status = uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' cannot be loaded: %s", f->path, why ? why : "no reason given");
        }
    }
    if (status == UNKNOT_OK)
        status = find(f, kind, name, m);
    if (status != UNKNOT_OK)
        uk_plugin_close(f);
    return status;
}

void uk_plugin_close(struct uk_plugin_file *f)
{
    if (f->library)
        dlclose(f->library);
    if (f->path[0] && f->fd >= 0)
        close(f->fd);
    *f = (struct uk_plugin_file){0};
}

bool uk_plugin_name(const char *file, uint32_t kind, char *name, size_t size)
{
    const char *prefix = uk_plugin_kind_name(kind);
    size_t n = strlen(file), k = prefix ? strlen(prefix) : 0;
    if (!prefix || n < k + 5 || strncmp(file, prefix, k) != 0 || file[k] != '-' || strcmp(file + n - 3, ".so") != 0)
        return false;
    n -= k + 4;
    if (n >= size || !good_name(file + k + 1, n))
        return false;
    memcpy(name, file + k + 1, n);
    name[n] = '\0';
    return true;
}
