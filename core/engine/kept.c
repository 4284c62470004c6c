#include "kept.h"

#include "../base/text.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LARGEST 65536

/* Before what is kept. */
struct head {
    uint64_t asked; /* what it follows from */
    uint64_t sum;   /* the hash of what follows: it may have been cut off */
};

/* NULL: there is no cache, or no memory. The caller frees it. */
static char *file_of(const struct uk_places *places, const char *shelf, const char *path)
{
    if (!places->cache)
        return NULL;
    char *real = realpath(path, NULL);
    const char *known = real ? real : path;
    char *file = uk_text_format("%s/%s/%016llx", places->cache, shelf, (unsigned long long)uk_text_hash(UK_HASH_START, known, strlen(known)));
    free(real);
    return file;
}

bool uk_kept_read(const struct uk_places *places, const char *shelf, const char *path, uint64_t asked, struct uk_packet *out)
{
    struct head head;
    char *bytes = NULL, *file = file_of(places, shelf, path);
    size_t n = 0;
    bool good = file && uk_path_read(file, LARGEST, &bytes, &n, NULL) == UNKNOT_OK && n > sizeof head;
    *out = (struct uk_packet){0};
    if (good) {
        memcpy(&head, bytes, sizeof head);
        n -= sizeof head;
        memmove(bytes, bytes + sizeof head, n);
        good = head.asked == asked && head.sum == uk_text_hash(UK_HASH_START, bytes, n);
    }
    if (good)
        *out = (struct uk_packet){.bytes = (unsigned char *)bytes, .length = n, .capacity = n};
    else
        free(bytes);
    free(file);
    return good;
}

void uk_kept_write(const struct uk_places *places, const char *shelf, const char *path, uint64_t asked, const struct uk_packet *p)
{
    char *folder = places->cache ? uk_path_join(places->cache, shelf) : NULL, *file = file_of(places, shelf, path);
    char *part = file ? uk_text_format("%s.%ld.part", file, (long)getpid()) : NULL;
    struct head head = {asked, p->bad ? 0 : uk_text_hash(UK_HASH_START, p->bytes, p->length)};
    int fd = -1;
    if (folder && part && !p->bad && p->length <= LARGEST - sizeof head && uk_path_make_folder(folder, NULL) == UNKNOT_OK)
        fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd >= 0) {
        bool whole = write(fd, &head, sizeof head) == (ssize_t)sizeof head && write(fd, p->bytes, p->length) == (ssize_t)p->length;
        if (close(fd) || !whole || rename(part, file))
            unlink(part);
    }
    free(folder);
    free(file);
    free(part);
}
