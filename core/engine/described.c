#include "described.h"

#include "../base/text.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST 65536
#define SHELF "routine"

/* Before the facts in a file. */
struct head {
    uint64_t asked; /* what they follow from */
    uint64_t facts; /* the hash of what follows: it may have been cut off */
};

static uint64_t hash_file(const char *name, const struct stat *s)
{
    int64_t is[] = {s->st_size, s->st_mtim.tv_sec, s->st_mtim.tv_nsec, (int64_t)s->st_ino};
    return uk_text_hash(uk_text_hash(UK_HASH_START, name, strlen(name)), is, sizeof is);
}

/* All files of a folder, in whatever order they come. False: it cannot be read. */
static bool hash_folder(const char *folder, uint64_t *sum)
{
    struct stat s;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));)
        if (fstatat(dirfd(d), e->d_name, &s, 0) == 0 && S_ISREG(s.st_mode))
            *sum += hash_file(e->d_name, &s);
    if (d)
        closedir(d);
    return d != NULL;
}

/* The library, the planner and the script. False: who knows. */
static bool hash_asked(const struct uk_session *s, const struct uk_places *places, uint64_t *out)
{
    char *library = uk_path_join(places->data, "scripts/unknot"), *planner = uk_path_join(places->helpers, "unknot-planner");
    struct stat p;
    uint64_t sum = 0;
    bool known = library && planner && hash_folder(library, &sum) && stat(planner, &p) == 0;
    if (known) {
        sum += hash_file(planner, &p);
        *out = uk_text_hash(uk_text_hash(uk_text_hash(UK_HASH_START, &sum, sizeof sum), s->name, strlen(s->name)), s->source, s->source_length);
    }
    free(library);
    free(planner);
    return known;
}

/* One file for each path, so that a script that is edited leaves no old ones. NULL: no memory. The caller frees it. */
static char *file_of(const struct uk_session *s, const struct uk_places *places)
{
    char *real = realpath(s->path, NULL);
    const char *path = real ? real : s->path;
    char *file = uk_text_format("%s/" SHELF "/%016llx", places->cache, (unsigned long long)uk_text_hash(UK_HASH_START, path, strlen(path)));
    free(real);
    return file;
}

static bool recall(struct uk_session *s, const char *file, uint64_t asked)
{
    struct uk_packet p = {0};
    struct head head;
    char *bytes = NULL;
    size_t n;
    bool good = uk_path_read(file, LARGEST, &bytes, &n, NULL) == UNKNOT_OK && n > sizeof head;
    if (good) {
        memcpy(&head, bytes, sizeof head);
        p = (struct uk_packet){.bytes = (unsigned char *)bytes + sizeof head, .length = n - sizeof head};
        good = head.asked == asked && head.facts == uk_text_hash(UK_HASH_START, p.bytes, p.length);
    }
    good = good && uk_wire_get_facts(&p, &s->facts, NULL) == UNKNOT_OK;
    if (good && p.at != p.length) {
        uk_routine_facts_finish(&s->facts);
        good = false;
    }
    free(bytes);
    return good;
}

/* Written beside and renamed. It is not synced: one that a power cut cut off is seen to be, and made again. */
static void keep(const struct uk_session *s, const struct uk_places *places, const char *file, uint64_t asked)
{
    struct uk_packet p = {0};
    char *folder = uk_path_join(places->cache, SHELF), *part = uk_text_format("%s.%ld.part", file, (long)getpid());
    uk_wire_put_facts(&p, &s->facts);
    struct head head = {asked, p.bad ? 0 : uk_text_hash(UK_HASH_START, p.bytes, p.length)};
    int fd = -1;
    if (folder && part && !p.bad && p.length <= LARGEST - sizeof head && uk_path_make_folder(folder, NULL) == UNKNOT_OK)
        fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd >= 0) {
        bool whole = write(fd, &head, sizeof head) == (ssize_t)sizeof head && write(fd, p.bytes, p.length) == (ssize_t)p.length;
        if (close(fd) || !whole || rename(part, file))
            unlink(part);
    }
    uk_packet_finish(&p);
    free(folder);
    free(part);
}

int uk_described(struct uk_session *s, const struct uk_places *places, struct uk_planner *planner, struct uk_message *m)
{
    uint64_t asked = 0;
    char *file = places->cache && hash_asked(s, places, &asked) ? file_of(s, places) : NULL;
    uk_routine_facts_finish(&s->facts);
    bool known = file && recall(s, file, asked);
    int status = known ? UNKNOT_OK : uk_session_describe(s, planner, m);
    if (file && !known && !status)
        keep(s, places, file, asked);
    free(file);
    return status;
}
