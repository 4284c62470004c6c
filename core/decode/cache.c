#include "cache.h"

#include "../base/path.h"
#include "../base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define NOTED_FOR_S (6 * 3600) /* a card is not written to each time that one is read */

static void add(struct uk_key *k, const void *bytes, size_t n)
{
    uint64_t length = n;
    k->a = uk_text_hash(uk_text_hash(k->a, &length, sizeof length), bytes, n);
    /* the second one sees the first, so that they do not go wrong together */
    k->b = uk_text_hash(uk_text_hash(k->b, &k->a, sizeof k->a), bytes, n);
}

/* The finish of splitmix64 (Steele, Lea and Flood 2014): every bit of the hash moves every bit of the name. */
static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

struct uk_key uk_key_start(const char *purpose)
{
    struct uk_key k = {UK_HASH_START, ~UK_HASH_START};
    uk_key_add_text(&k, purpose);
    return k;
}

void uk_key_add_text(struct uk_key *k, const char *text)
{
    add(k, text, strlen(text));
}

void uk_key_add_number(struct uk_key *k, int64_t number)
{
    add(k, &number, sizeof number);
}

char *uk_cache_path(const char *folder, const char *shelf, const struct uk_key *k, const char *extension)
{
    unsigned long long a = mix(k->a), b = mix(k->b);
    return uk_text_format("%s/%s/%02x/%016llx%016llx.%s", folder, shelf, (unsigned)(a >> 56), a, b, extension);
}

/* Its time of writing is that of its last use: also where disks keep none of reading. */
static void note_use(int fd, int64_t used_s)
{
    int64_t now_s = time(NULL);
    if (used_s < now_s - NOTED_FOR_S || used_s > now_s)
        futimens(fd, NULL);
}

int uk_cache_open(const char *path)
{
    struct stat s;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd >= 0 && (fstat(fd, &s) || !S_ISREG(s.st_mode))) {
        close(fd);
        fd = -1;
    }
    if (fd >= 0)
        note_use(fd, s.st_mtime);
    return fd;
}

int uk_cache_begin(struct uk_cache_part *p, const char *path, struct uk_message *m)
{
    const char *name = uk_path_name(path);
    char *folder = strndup(path, (size_t)(name - path - 1));
    int fd = folder ? uk_path_make_folder(folder, m) : uk_no_memory(m);
    *p = (struct uk_cache_part){0};
    if (fd == UNKNOT_OK) {
        p->path = strdup(path);
        p->part = uk_text_format("%s/.%s.%ld.part", folder, name, (long)getpid());
        fd = p->path && p->part ? open(p->part, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600) : uk_no_memory(m);
        if (fd == -1)
            fd = uk_fail(m, UNKNOT_IO, "the folder '%s' cannot be written to: %s", folder, strerror(errno));
    }
    free(folder);
    if (fd < 0)
        uk_cache_abandon(p);
    return fd;
}

int uk_cache_commit(struct uk_cache_part *p, struct uk_message *m)
{
    int status = UNKNOT_OK;
    if (rename(p->part, p->path))
        status = uk_fail(m, UNKNOT_IO, "the file '%s' cannot be written: %s", p->path, strerror(errno));
    if (status == UNKNOT_OK) {
        /* the name must outlive a power cut as well as the bytes */
        *strrchr(p->path, '/') = '\0';
        int fd = open(p->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd >= 0) {
            fsync(fd);
            close(fd);
        }
        free(p->part);
        p->part = NULL;
    }
    uk_cache_abandon(p);
    return status;
}

void uk_cache_abandon(struct uk_cache_part *p)
{
    if (p->part)
        unlink(p->part);
    free(p->part);
    free(p->path);
    *p = (struct uk_cache_part){0};
}
