#include "path.h"

#include "text.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *uk_path_join(const char *folder, const char *name)
{
    return uk_text_format("%s/%s", folder, name);
}

const char *uk_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The folder that holds this code: the library's, or the program's when it is linked in. */
static int own_folder(char out[PATH_MAX])
{
    Dl_info info;
    if (!dladdr((void *)(uintptr_t)own_folder, &info) || !info.dli_fname || !realpath(info.dli_fname, out)) {
        ssize_t n = readlink("/proc/self/exe", out, PATH_MAX - 1);
        if (n < 0)
            return -1;
        out[n] = '\0';
    }
    char *slash = strrchr(out, '/');
    if (!slash)
        return -1;
    *slash = '\0';
    return 0;
}

static char *from_environment(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return strdup(value && *value ? value : otherwise);
}

/* $XDG_..., else `below` in the home folder, else a folder that is surely there. */
static char *xdg(const char *variable, const char *below)
{
    const char *base = getenv(variable);
    if (base && base[0] == '/')
        return uk_path_join(base, "unknot");
    const char *home = getenv("HOME");
    if (home && home[0] == '/')
        return uk_text_format("%s/%s/unknot", home, below);
    return uk_text_format("/tmp/unknot-%ld", (long)geteuid());
}

int uk_places_init(struct uk_places *p, const char *data, const char *cache, struct uk_message *m)
{
    char prefix[PATH_MAX], path[PATH_MAX + 64];
    *p = (struct uk_places){0};
    if (own_folder(prefix))
        return uk_fail(m, UNKNOT_NOT_FOUND, "unknot cannot find its own files: is /proc mounted?");
    /* climb to the folder that has share/unknot: two up from lib/, three from lib/ARCHITECTURE/, one from bin/ */
    for (int up = 0; up < 4; up++) {
        snprintf(path, sizeof path, "%s/share/unknot/scripts", prefix);
        if (access(path, F_OK) == 0)
            break;
        char *slash = strrchr(prefix, '/');
        if (!slash || slash == prefix)
            break;
        *slash = '\0';
    }
    snprintf(path, sizeof path, "%s/share/unknot", prefix);
    p->data = data ? strdup(data) : from_environment("UNKNOT_DATA", path);
    snprintf(path, sizeof path, "%s/libexec/unknot", prefix);
    p->helpers = from_environment("UNKNOT_HELPERS", path);
    snprintf(path, sizeof path, "%s/lib/unknot/plugins", prefix);
    p->plugins = from_environment("UNKNOT_PLUGINS", path);
    p->cache = cache ? strdup(cache) : xdg("XDG_CACHE_HOME", ".cache");
    p->user = xdg("XDG_DATA_HOME", ".local/share");
    p->state = xdg("XDG_STATE_HOME", ".local/state");
    p->config = xdg("XDG_CONFIG_HOME", ".config");
    if (!p->data || !p->helpers || !p->plugins || !p->cache || !p->user || !p->state || !p->config) {
        uk_places_finish(p);
        return uk_no_memory(m);
    }
    return UNKNOT_OK;
}

void uk_places_finish(struct uk_places *p)
{
    free(p->data);
    free(p->helpers);
    free(p->plugins);
    free(p->cache);
    free(p->user);
    free(p->state);
    free(p->config);
    *p = (struct uk_places){0};
}

int uk_path_make_folder(const char *path, struct uk_message *m)
{
    char *copy = strdup(path);
    if (!copy)
        return uk_no_memory(m);
    int error = 0;
    for (char *p = copy + 1; !error; p++) {
        if (*p != '/' && *p != '\0')
            continue;
        char end = *p;
        *p = '\0';
        if (mkdir(copy, 0700) && errno != EEXIST)
            error = errno;
        *p = end;
        if (end == '\0')
            break;
    }
    free(copy);
    return error ? uk_fail(m, UNKNOT_IO, "the folder '%s' cannot be made: %s", path, strerror(error)) : UNKNOT_OK;
}

static int read_all(int fd, const char *path, size_t most, char **bytes, size_t *n, struct uk_message *m)
{
    struct stat s;
    if (fstat(fd, &s))
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be read: %s", path, strerror(errno));
    if (S_ISDIR(s.st_mode))
        return uk_fail(m, UNKNOT_IO, "'%s' is a folder: name a file in it", path);
    if (!S_ISREG(s.st_mode))
        return uk_fail(m, UNKNOT_IO, "'%s' is no regular file", path);
    if (s.st_size < 0 || (unsigned long long)s.st_size > most)
        return uk_fail(m, UNKNOT_LIMIT, "'%s' is too large: %lld bytes, %zu are allowed", path, (long long)s.st_size, most);
    char *buffer = malloc((size_t)s.st_size + 1);
    if (!buffer)
        return uk_no_memory(m);
    size_t have = 0;
    while (have < (size_t)s.st_size) {
        ssize_t k = read(fd, buffer + have, (size_t)s.st_size - have);
        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0) {
            free(buffer);
            return uk_fail(m, UNKNOT_IO, "'%s' cannot be read: %s", path, strerror(errno));
        }
        if (k == 0)
            break;
        have += (size_t)k;
    }
    buffer[have] = '\0';
    *bytes = buffer;
    *n = have;
    return UNKNOT_OK;
}

int uk_path_read(const char *path, size_t most, char **bytes, size_t *n, struct uk_message *m)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return uk_fail(m, errno == ENOENT || errno == ENOTDIR ? UNKNOT_NOT_FOUND : UNKNOT_IO, "'%s' cannot be opened: %s", path,
                       strerror(errno));
    int status = read_all(fd, path, most, bytes, n, m);
    close(fd);
    return status;
}

bool uk_path_is_file(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 && S_ISREG(s.st_mode) && access(path, R_OK) == 0;
}
