/* keeper.h - keeps the session that plays in a file, as it happens: each line is written and synced by a thread of its own, so that
 * neither the sound nor the listener waits for a disk. A disk that is full or gone ends nothing: it is tried again. */
#ifndef UK_KEEPER_H
#define UK_KEEPER_H

#include "../score/diary.h"

struct uk_keeper;

/* Begins a file in the folder `sessions` (made if it is not there), or goes on with `existing` when it is not NULL. The oldest files of
 * more than UK_MOST_SESSIONS are removed. The caller owns *out. UNKNOT_IO: the folder or file cannot be written. [main] */
#define UK_MOST_SESSIONS 100
int uk_keeper_create(struct uk_keeper **out, const char *sessions, const char *existing, const struct uk_diary *head,
                     struct uk_message *m);

/* Appends a line with its newline; `sync`: and brings it to the disk at once, else within half a minute, which spares cards that wear.
 * Never waits for the disk. [main] */
void uk_keeper_add(struct uk_keeper *k, const char *line, size_t n, bool sync);

/* The file. Owned by `k`. */
const char *uk_keeper_path(const struct uk_keeper *k);

/* Writes what is left, for at most two seconds, and gives it back. Accepts NULL. [main] */
void uk_keeper_destroy(struct uk_keeper *k);

/* How many sessions are kept in the folder. [main] */
int uk_keeper_count(const char *sessions);

/* Reads the newest session in `sessions` that has no end. The caller owns *path and *diary. UNKNOT_NOT_FOUND: none. [main] */
int uk_keeper_unfinished(const char *sessions, char **path, struct uk_diary *diary, struct uk_message *m);

#endif
