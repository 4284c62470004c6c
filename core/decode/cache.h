/* cache.h - files that can be made again: named by what they are made from, written whole or not at all.
 *
 * Several processes may share a folder: each writes beside and renames, the last one wins, and both wrote the same. A power cut leaves
 * the old file, the new one, or a ".part" that is dropped later (sweep.h).
 */
#ifndef UK_CACHE_H
#define UK_CACHE_H

#include "../base/status.h"

#include <stdint.h>

/* 128 bits of what a file is made from. Not safe against intent: whoever finds a file checks what it says it is. */
struct uk_key {
    uint64_t a, b;
};

/* `purpose` keeps keys for different things apart. */
struct uk_key uk_key_start(const char *purpose);
void uk_key_add_text(struct uk_key *k, const char *text);
void uk_key_add_number(struct uk_key *k, int64_t number);

/* FOLDER/SHELF/ab/abcdef....EXTENSION. NULL: no memory. The caller frees it. */
char *uk_cache_path(const char *folder, const char *shelf, const struct uk_key *k, const char *extension);

/* Opens a file of the cache for reading, and notes now and then that it is used; -1 when it is not there or no regular file. */
int uk_cache_open(const char *path);

/* A file that is being written. Zeroed is none. */
struct uk_cache_part {
    char *path, *part;
};

/* Makes the folder and opens the file beside it. Returns the fd, which the caller owns; negative: UNKNOT_IO, UNKNOT_NO_MEMORY. */
int uk_cache_begin(struct uk_cache_part *p, const char *path, struct uk_message *m);

/* Gives the file its name, for good. It has been synced and closed before. UNKNOT_IO. */
int uk_cache_commit(struct uk_cache_part *p, struct uk_message *m);

/* Drops it. Accepts a zeroed one, and one that was committed. */
void uk_cache_abandon(struct uk_cache_part *p);

#endif
