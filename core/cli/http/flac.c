#include "flac.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TICK_S 0.05
#define ENDING ".flac"
#define KNOWN_MOST 256 /* of the files that are looked at */

static bool ends_in(const char *name, const char *ending)
{
    size_t n = strlen(name), m = strlen(ending);
    return n > m && strcmp(name + n - m, ending) == 0;
}

/* A folder and those above it. One that cannot be made is noticed when a file is written. */
static void make_folder(const char *path)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = strchr(folder + 1, '/');; slash = strchr(slash + 1, '/')) {
        if (slash)
            *slash = '\0';
        if ((mkdir(folder, 0700) && errno != EEXIST) || !slash)
            return;
        *slash = '/';
    }
}

static void remove_parts(const char *folder)
{
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));)
        if (ends_in(e->d_name, ENDING ".part"))
            unlinkat(dirfd(d), e->d_name, 0);
    if (d)
        closedir(d);
}

void uk_flacs_init(struct uk_flacs *f, const struct unknot_options *options)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    bool given = cache && *cache == '/';
    *f = (struct uk_flacs){.options = *options};
    pthread_mutex_init(&f->lock, NULL);
    snprintf(f->folder, sizeof f->folder, "%s%s/unknot/http", given ? cache : home ? home : "/tmp", given ? "" : "/.cache");
    make_folder(f->folder);
    remove_parts(f->folder);
}

void uk_flacs_finish(struct uk_flacs *f)
{
    pthread_mutex_destroy(&f->lock);
}

void uk_flacs_end(struct uk_flacs *f)
{
    atomic_store(&f->ending, true);
}

/* ---- the bound ---- */

struct kept {
    char name[64];
    struct timespec used;
    int64_t bytes;
};

static int newest_first(const void *a, const void *b)
{
    const struct timespec *x = &((const struct kept *)a)->used, *y = &((const struct kept *)b)->used;
    return x->tv_sec != y->tv_sec ? (x->tv_sec < y->tv_sec) - (x->tv_sec > y->tv_sec) : (x->tv_nsec < y->tv_nsec) - (x->tv_nsec > y->tv_nsec);
}

static size_t read_folder(DIR *d, struct kept *out)
{
    size_t n = 0;
    struct stat s;
    for (struct dirent *e; n < KNOWN_MOST && (e = readdir(d));) {
        if (!ends_in(e->d_name, ENDING) || strlen(e->d_name) >= sizeof out->name || fstatat(dirfd(d), e->d_name, &s, AT_SYMLINK_NOFOLLOW))
            continue;
        strcpy(out[n].name, e->d_name);
        out[n].used = s.st_mtim;
        out[n++].bytes = s.st_size;
    }
    return n;
}

/* What was used last stays, up to the bound. Whoever reads one that goes reads it to its end. */
static void trim(const struct uk_flacs *f)
{
    struct kept *kept = calloc(KNOWN_MOST, sizeof *kept);
    DIR *d = kept ? opendir(f->folder) : NULL;
    size_t n = d ? read_folder(d, kept) : 0;
    int64_t sum = 0;
    qsort(kept, n, sizeof *kept, newest_first);
    for (size_t i = 0; i < n; i++) {
        sum += kept[i].bytes;
        if (i > 0 && (i >= UK_FLAC_FILES || sum > UK_FLAC_BYTES))
            unlinkat(dirfd(d), kept[i].name, 0);
    }
    if (d)
        closedir(d);
    free(kept);
}

/* ---- rendering ---- */

static int play_into(struct uk_flacs *f, struct unknot *u, const char *path, struct uk_trouble *trouble)
{
    struct unknot_player_options options;
    struct unknot_player *p = NULL;
    unknot_player_options_init(&options);
    options.sink = "file";
    options.target = path;
    int status = unknot_player_open(&p, u, &options);
    if (!status)
        status = unknot_player_start(p);
    if (status)
        snprintf(trouble->text, sizeof trouble->text, "%s", unknot_message(u));
    while (!status && unknot_player_wait(p, TICK_S) == UNKNOT_PLAYER_PLAYING && !atomic_load(&f->ending))
        ;
    if (!status && unknot_player_state(p) != UNKNOT_PLAYER_ENDED) {
        status = UNKNOT_IO;
        snprintf(trouble->text, sizeof trouble->text, "%s", unknot_player_message(p));
    }
    unknot_player_close(p); /* what has not ended is not kept */
    return status;
}

/* With an engine of its own: a player reads from the beginning to the end. */
static int render(struct uk_flacs *f, const char *address, const char *path, struct uk_trouble *trouble)
{
    char uri[4200];
    struct unknot *u;
    snprintf(uri, sizeof uri, "unknot://%s", address);
    int status = unknot_open_uri(&u, uri, &f->options);
    if (status)
        snprintf(trouble->text, sizeof trouble->text, "%s", unknot_message(u));
    else
        status = play_into(f, u, path, trouble);
    unknot_close(u);
    return status;
}

static int open_file(const char *path, int64_t *bytes)
{
    struct stat s;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0 && (fstat(fd, &s) || !S_ISREG(s.st_mode))) {
        close(fd);
        fd = -1;
    }
    if (fd >= 0) {
        utimensat(AT_FDCWD, path, NULL, 0); /* it was used just now */
        *bytes = s.st_size;
    }
    return fd;
}

/* With the lock: one after the other. */
static int open_or_render(struct uk_flacs *f, const char *address, const char *path, int64_t *bytes, struct uk_trouble *trouble)
{
    int fd = open_file(path, bytes); /* somebody else may have waited for the same */
    if (fd < 0 && render(f, address, path, trouble) == UNKNOT_OK) {
        fd = open_file(path, bytes);
        if (fd < 0)
            snprintf(trouble->text, sizeof trouble->text, "what was rendered cannot be read: %s", strerror(errno));
        trim(f);
    }
    return fd;
}

int uk_flacs_open(struct uk_flacs *f, const char *address, uint64_t facts, int *fd, int64_t *bytes, struct uk_trouble *trouble)
{
    char path[sizeof f->folder + 32];
    snprintf(path, sizeof path, "%s/%016" PRIx64 ENDING, f->folder, facts);
    *fd = open_file(path, bytes);
    if (*fd >= 0)
        return UNKNOT_OK;
    bool full = atomic_fetch_add(&f->waiting, 1) >= UK_FLAC_WAITING;
    if (full) {
        snprintf(trouble->text, sizeof trouble->text, "%d routines are to be made into FLAC files already: try again later, or take the .wav",
                 UK_FLAC_WAITING);
    } else {
        pthread_mutex_lock(&f->lock);
        *fd = open_or_render(f, address, path, bytes, trouble);
        pthread_mutex_unlock(&f->lock);
    }
    atomic_fetch_sub(&f->waiting, 1);
    return full ? UK_SHELF_FULL : *fd < 0 ? UNKNOT_IO : UNKNOT_OK;
}
