#include "sweep.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define EVERY_S 3600
#define STAYS_S 3600 /* a session may want it again; and who writes a part for longer than that is dead */

struct entry {
    int64_t used_s, bytes;
    char path[56]; /* "voice/ab/0123456789abcdef0123456789abcdef.flac" */
};

struct pile {
    struct entry *entries;
    size_t count, capacity;
    int64_t bytes; /* of all there is */
    int64_t now_s;
};

static bool put(struct pile *p, const struct entry *e)
{
    if (p->count == p->capacity) {
        size_t capacity = p->capacity ? p->capacity * 2 : 1024;
        struct entry *more = realloc(p->entries, capacity * sizeof *more);
        if (!more)
            return false;
        p->entries = more;
        p->capacity = capacity;
    }
    p->entries[p->count++] = *e;
    return true;
}

static bool ends_in(const char *name, const char *extension)
{
    size_t n = strlen(name), k = strlen(extension);
    return n > k && strcmp(name + n - k, extension) == 0;
}

/* One file. */
static bool look(struct pile *p, int folder, const char *where, const char *name)
{
    struct stat s;
    struct entry e;
    if (fstatat(folder, name, &s, AT_SYMLINK_NOFOLLOW) || !S_ISREG(s.st_mode))
        return true;
    bool old = s.st_mtime < p->now_s - STAYS_S;
    if (old && name[0] == '.' && ends_in(name, ".part") && unlinkat(folder, name, 0) == 0)
        return true;
    p->bytes += s.st_size;
    if (s.st_mtime > p->now_s + STAYS_S) /* from when the clock was wrong: it ages from now on */
        utimensat(folder, name, (struct timespec[2]){{.tv_nsec = UTIME_OMIT}, {.tv_nsec = UTIME_NOW}}, AT_SYMLINK_NOFOLLOW);
    if (!old || !ends_in(name, ".flac") || strlen(where) + strlen(name) + 2 > sizeof e.path)
        return true;
    e.used_s = s.st_mtime;
    e.bytes = s.st_size;
    stpcpy(stpcpy(stpcpy(e.path, where), "/"), name);
    return put(p, &e);
}

/* A folder and, `deep` folders down, those in it. */
static bool look_through(struct pile *p, int cache, const char *where, int deep)
{
    int fd = openat(cache, where, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    bool ok = true;
    if (fd >= 0 && !dir)
        close(fd);
    for (struct dirent *e; ok && dir && (e = readdir(dir));) {
        char below[16];
        if (deep == 0) {
            ok = look(p, fd, where, e->d_name);
        } else if (strlen(e->d_name) == 2 && e->d_name[0] != '.') {
            stpcpy(stpcpy(stpcpy(below, where), "/"), e->d_name);
            ok = look_through(p, cache, below, deep - 1);
        }
    }
    if (dir)
        closedir(dir);
    return ok;
}

static int by_age(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->used_s != y->used_s ? (x->used_s > y->used_s ? 1 : -1) : strcmp(x->path, y->path);
}

static void drop_oldest(struct pile *p, int cache, int64_t most_bytes)
{
    if (p->count == 0 || p->bytes <= most_bytes)
        return;
    qsort(p->entries, p->count, sizeof *p->entries, by_age);
    for (size_t i = 0; i < p->count && p->bytes > most_bytes; i++) {
        const struct entry *e = &p->entries[i];
        struct stat s;
        /* it may have been used while we looked at the others */
        if (fstatat(cache, e->path, &s, AT_SYMLINK_NOFOLLOW) == 0 && s.st_mtime == e->used_s && unlinkat(cache, e->path, 0) == 0)
            p->bytes -= e->bytes;
    }
}

/* The lock's own time is that of the last sweep. A cache that is new has nothing to sweep yet. */
static bool is_due(int lock, int64_t now_s)
{
    struct stat s;
    return flock(lock, LOCK_EX | LOCK_NB) == 0 && fstat(lock, &s) == 0 && (s.st_mtime > now_s || s.st_mtime <= now_s - EVERY_S);
}

bool uk_sweep(const char *folder, int64_t most_bytes)
{
    struct pile p = {.now_s = time(NULL)};
    int cache = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int lock = cache < 0 ? -1 : openat(cache, "sweep.lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
    bool ok = lock >= 0 && is_due(lock, p.now_s) && look_through(&p, cache, "voice", 1) && look_through(&p, cache, "clip", 1);
    if (ok) {
        drop_oldest(&p, cache, most_bytes);
        futimens(lock, NULL);
    }
    free(p.entries);
    if (lock >= 0)
        close(lock);
    if (cache >= 0)
        close(cache);
    return ok;
}

static void *run(void *folder)
{
    pthread_setschedparam(pthread_self(), SCHED_IDLE, &(struct sched_param){0});
    uk_sweep(folder, UK_SWEEP_MOST_BYTES);
    free(folder);
    return NULL;
}

void uk_sweep_start(const char *cache)
{
    pthread_t thread;
    char *folder = strdup(cache);
    if (folder && pthread_create(&thread, NULL, run, folder) == 0)
        pthread_detach(thread);
    else
        free(folder);
}
