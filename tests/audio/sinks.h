/* sinks.h - what the tests of the sinks share: a folder for each test, a sound whose every frame is known, whole files. */
#ifndef SINKS_H
#define SINKS_H

#include "base/path.h"
#include "base/time.h"
#include "engine/plugin_host.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* The state of one test: its folder, which goes with all that is in it, and stderr, which must stay empty. */
struct room {
    char folder[64];
    int old_stderr;
};

static const struct uk_places places = {
    .plugins = (char *)(uintptr_t)BUILD_DIR "/lib/unknot/plugins",
    .helpers = (char *)(uintptr_t)BUILD_DIR "/libexec/unknot",
};

/* FOLDER/NAME. Owned by the function, valid until the fourth call after it. */
static inline const char *in_room(const struct room *room, const char *name)
{
    static char paths[4][160];
    static unsigned next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", room->folder, name);
    return path;
}

static inline int enter_room(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    strcpy(room->folder, "/tmp/unknot-sink-XXXXXX");
    assert_non_null(mkdtemp(room->folder));
    int errors = open(in_room(room, "stderr"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    room->old_stderr = fcntl(2, F_DUPFD_CLOEXEC, 3);
    assert_true(errors >= 0 && room->old_stderr >= 0 && dup2(errors, 2) == 2);
    close(errors);
    *state = room;
    return 0;
}

static inline int remove_entry(const char *path, const struct stat *s, int type, struct FTW *ftw)
{
    (void)s;
    (void)type;
    (void)ftw;
    return remove(path);
}

/* Fails when something was written to stderr or a child was left running. */
static inline int leave_room(void **state)
{
    struct room *room = *state;
    struct stat errors = {0};
    char command[128];
    fflush(stderr);
    stat(in_room(room, "stderr"), &errors);
    dup2(room->old_stderr, 2);
    close(room->old_stderr);
    if (errors.st_size > 0) {
        snprintf(command, sizeof command, "head -c 2000 %s/stderr", room->folder);
        print_error("written to stderr (%ld bytes):\n", (long)errors.st_size);
        fflush(stdout);
        if (system(command))
            print_error("cannot show it\n");
    }
    nftw(room->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    free(room);
    errno = 0;
    int left = waitpid(-1, NULL, WNOHANG) != -1 || errno != ECHILD;
    if (left)
        print_error("a child process was left\n");
    return errors.st_size > 0 || left ? -1 : 0;
}

/* Frame n of the known sound: no two within 2^29 frames are alike, and none is silent. */
static inline void known_frame(int64_t n, int16_t out[2])
{
    out[0] = (int16_t)(n & 0x7fff);
    out[1] = (int16_t)(0x4000 | ((n >> 15) & 0x3fff));
}

static inline int16_t *known_sound(int64_t from, uint32_t frames)
{
    int16_t *sound = malloc((size_t)frames * 4 + 1);
    assert_non_null(sound);
    for (uint32_t i = 0; i < frames; i++)
        known_frame(from + i, sound + 2 * (size_t)i);
    return sound;
}

/* Hands over all frames. Returns 0 or what uk_sink_write() said. */
static inline int write_all(struct uk_sink *s, const void *frames, uint32_t count, size_t frame_bytes, struct uk_message *m)
{
    const char *at = frames;
    while (count > 0) {
        int32_t n = uk_sink_write(s, at, count, m);
        if (n < 0)
            return n;
        at += (size_t)n * frame_bytes;
        count -= (uint32_t)n;
    }
    return 0;
}

static inline int write_known(struct uk_sink *s, int64_t from, uint32_t frames, struct uk_message *m)
{
    int16_t *sound = known_sound(from, frames);
    int status = write_all(s, sound, frames, 4, m);
    free(sound);
    return status;
}

/* A whole file; the caller frees it. */
static inline char *read_whole(const char *path, size_t *n)
{
    struct uk_message m = {""};
    char *bytes = NULL;
    if (uk_path_read(path, (size_t)1 << 30, &bytes, n, &m))
        fail_msg("%s", m.text);
    return bytes;
}

static inline double seconds_since(int64_t ns)
{
    return (double)(uk_clock_ns() - ns) / 1e9;
}

static inline void assert_says(const struct uk_message *m, const char *part)
{
    if (!strstr(m->text, part))
        fail_msg("'%s' does not say '%s'", m->text, part);
}

#endif
