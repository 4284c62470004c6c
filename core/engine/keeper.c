#include "keeper.h"

#include "../base/path.h"
#include "../base/text.h"
#include "../base/time.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define RETRY_NS (60 * UK_NS_PER_S)
#define PATIENCE_NS (2 * UK_NS_PER_S)
#define SYNC_NS (30 * UK_NS_PER_S)
#define MOST_WAITING (1 << 20)
#define LARGEST_SESSION (4 << 20)

struct uk_keeper {
    char *path;
    int fd;
    pthread_t writer;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t wake;
    char *waiting; /* lines not yet on the disk */
    size_t length, room;
    bool sync; /* of what waits */
    bool ending, writing;
    int64_t synced_ns;
};

/* Appends all of it. Returns how many bytes were written before an error. */
static size_t put(int fd, const char *bytes, size_t n, bool sync)
{
    size_t done = 0;
    while (done < n) {
        ssize_t k = write(fd, bytes + done, n - done);
        if (k < 0 && errno == EINTR)
            continue;
        if (k <= 0)
            return done;
        done += (size_t)k;
    }
    /* after a failed sync nothing is known of those pages: once more */
    return sync && fdatasync(fd) && errno == EIO ? 0 : done;
}

static void wait_until(struct uk_keeper *k, int64_t until_ns)
{
    struct timespec until = {(time_t)(until_ns / UK_NS_PER_S), (long)(until_ns % UK_NS_PER_S)};
    pthread_cond_timedwait(&k->wake, &k->lock, &until);
}

static void *write_lines(void *arg)
{
    struct uk_keeper *k = arg;
    pthread_mutex_lock(&k->lock);
    for (;;) {
        while (!k->length && !k->ending)
            pthread_cond_wait(&k->wake, &k->lock);
        if (!k->length)
            break;
        char *lines = k->waiting;
        size_t n = k->length;
        k->waiting = NULL;
        bool sync = k->sync || k->ending || uk_clock_ns() - k->synced_ns > SYNC_NS;
        k->length = k->room = 0;
        k->sync = false;
        k->writing = true;
        pthread_mutex_unlock(&k->lock);
        size_t done = put(k->fd, lines, n, sync);
        pthread_mutex_lock(&k->lock);
        k->synced_ns = sync ? uk_clock_ns() : k->synced_ns;
        k->writing = false;
        if (done < n) {
            /* what is left goes in front of what came meanwhile */
            char *both = malloc(n - done + k->length + 1);
            if (both) {
                memcpy(both, lines + done, n - done);
                if (k->length)
                    memcpy(both + n - done, k->waiting, k->length);
                free(k->waiting);
                k->waiting = both;
                k->length += n - done;
                k->room = k->length;
                k->sync |= sync;
            }
            if (k->ending) {
                free(lines);
                break;
            }
            wait_until(k, uk_clock_ns() + RETRY_NS);
        }
        free(lines);
        pthread_cond_broadcast(&k->wake);
    }
    pthread_cond_broadcast(&k->wake);
    pthread_mutex_unlock(&k->lock);
    return NULL;
}

static int is_session(const struct dirent *e)
{
    size_t n = strlen(e->d_name);
    return e->d_name[0] != '.' && n > 6 && strcmp(e->d_name + n - 6, ".jsonl") == 0;
}

static int newest_first(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*b)->d_name, (*a)->d_name); /* the names begin with the time */
}

static void remove_old(const char *sessions)
{
    struct dirent **entries = NULL;
    int n = scandir(sessions, &entries, is_session, newest_first);
    for (int i = 0; i < n; i++) {
        char *path = i >= UK_MOST_SESSIONS - 1 ? uk_path_join(sessions, entries[i]->d_name) : NULL;
        if (path)
            unlink(path);
        free(path);
        free(entries[i]);
    }
    free(entries);
}

static int create_file(struct uk_keeper *k, const char *sessions, const char *routine, struct uk_message *m)
{
    char stamp[32];
    struct tm utc;
    time_t now = time(NULL);
    gmtime_r(&now, &utc);
    strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &utc);
    int status = uk_path_make_folder(sessions, m);
    if (status)
        return status;
    remove_old(sessions);
    for (int number = 0; number < 1000; number++) {
        free(k->path);
        k->path = uk_text_format("%s/%s-%03d-%s.jsonl", sessions, stamp, number, uk_path_name(routine));
        if (!k->path)
            return uk_no_memory(m);
        k->fd = open(k->path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
        if (k->fd >= 0 || errno != EEXIST)
            break;
    }
    return k->fd >= 0 ? UNKNOT_OK : uk_fail(m, UNKNOT_IO, "the session cannot be kept in '%s': %s", k->path, strerror(errno));
}

static int open_file(struct uk_keeper *k, const char *existing, struct uk_message *m)
{
    char last = '\n';
    k->path = strdup(existing);
    k->fd = k->path ? open(existing, O_RDWR | O_APPEND | O_CLOEXEC) : -1;
    if (k->fd < 0)
        return uk_fail(m, UNKNOT_IO, "the session cannot be kept in '%s': %s", existing, strerror(errno));
    /* a line that was torn off by a power cut ends here */
    off_t end = lseek(k->fd, 0, SEEK_END);
    if (end > 0 && pread(k->fd, &last, 1, end - 1) == 1 && last != '\n')
        uk_keeper_add(k, "\n", 1, false);
    return UNKNOT_OK;
}

int uk_keeper_create(struct uk_keeper **out, const char *sessions, const char *existing, const struct uk_diary *head,
                     struct uk_message *m)
{
    struct uk_keeper *k = calloc(1, sizeof *k);
    if (!k)
        return uk_no_memory(m);
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_mutex_init(&k->lock, NULL);
    pthread_cond_init(&k->wake, &clock);
    pthread_condattr_destroy(&clock);
    k->fd = -1;
    int status = existing ? open_file(k, existing, m) : create_file(k, sessions, head->routine, m);
    char *line = !status && !existing ? uk_diary_head(head) : NULL;
    if (!status && !existing && !line)
        status = uk_no_memory(m);
    if (line)
        uk_keeper_add(k, line, strlen(line), true);
    free(line);
    if (!status && pthread_create(&k->writer, NULL, write_lines, k))
        status = uk_fail(m, UNKNOT_FAILED, "no thread can be started: close something and try again");
    if (status) {
        if (k->fd >= 0)
            close(k->fd);
        free(k->waiting);
        free(k->path);
        free(k);
        return status;
    }
    *out = k;
    return UNKNOT_OK;
}

void uk_keeper_add(struct uk_keeper *k, const char *line, size_t n, bool sync)
{
    pthread_mutex_lock(&k->lock);
    k->sync |= sync;
    if (k->length + n <= MOST_WAITING) {
        if (k->length + n > k->room) {
            size_t room = (k->length + n) * 2;
            char *grown = realloc(k->waiting, room);
            if (grown) {
                k->waiting = grown;
                k->room = room;
            }
        }
        if (k->length + n <= k->room) {
            memcpy(k->waiting + k->length, line, n);
            k->length += n;
        }
    }
    pthread_cond_broadcast(&k->wake);
    pthread_mutex_unlock(&k->lock);
}

const char *uk_keeper_path(const struct uk_keeper *k)
{
    return k->path;
}

void uk_keeper_destroy(struct uk_keeper *k)
{
    if (!k)
        return;
    int64_t until_ns = uk_clock_ns() + PATIENCE_NS;
    pthread_mutex_lock(&k->lock);
    k->ending = true;
    pthread_cond_broadcast(&k->wake);
    while ((k->length || k->writing) && uk_clock_ns() < until_ns)
        wait_until(k, until_ns);
    bool stuck = k->writing;
    pthread_mutex_unlock(&k->lock);
    if (stuck) {
        pthread_detach(k->writer); /* a disk that does not answer: the thread keeps what it uses */
        return;
    }
    pthread_join(k->writer, NULL);
    close(k->fd);
    pthread_cond_destroy(&k->wake);
    pthread_mutex_destroy(&k->lock);
    free(k->waiting);
    free(k->path);
    free(k);
}

static int read_diary(const char *path, struct uk_diary *diary, struct uk_message *m)
{
    char *text;
    size_t n;
    int status = uk_path_read(path, LARGEST_SESSION, &text, &n, m);
    *diary = (struct uk_diary){0};
    if (!status) {
        status = uk_diary_parse(diary, text, n, path, m);
        free(text);
    }
    return status;
}

int uk_keeper_count(const char *sessions)
{
    struct dirent **entries = NULL;
    int n = scandir(sessions, &entries, is_session, NULL);
    for (int i = 0; i < n; i++)
        free(entries[i]);
    free(entries);
    return n > 0 ? n : 0;
}

int uk_keeper_unfinished(const char *sessions, char **path, struct uk_diary *diary, struct uk_message *m)
{
    struct dirent **entries = NULL;
    int n = scandir(sessions, &entries, is_session, newest_first);
    *path = NULL;
    for (int i = 0; i < n; i++) {
        char *file = *path ? NULL : uk_path_join(sessions, entries[i]->d_name);
        if (file && read_diary(file, diary, NULL) == UNKNOT_OK) {
            if (diary->ended)
                uk_diary_finish(diary);
            else
                *path = file;
        }
        if (file != *path)
            free(file);
        free(entries[i]);
    }
    free(entries);
    return *path ? UNKNOT_OK
                 : uk_fail(m, UNKNOT_NOT_FOUND, "there is no session to go on with: start one with 'unknot play'");
}
