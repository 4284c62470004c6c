#include "pack.h"

#include "../base/child.h"
#include "../base/packet.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../unpack/wire.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One archive on its way in. */
struct unpacking {
    const char *folder, *archive; /* archive: its name, for sentences */
    struct uk_child child;
    struct uk_packet packet;
    int64_t deadline_ns;
    size_t bytes, files;
    int out; /* the file that is being written, -1: none */
    struct uk_message *m;
};

static int bad_answer(struct unpacking *x)
{
    return uk_fail(x->m, UNKNOT_BAD_DATA, "'%s': the unpacker's answer is not what it should be: install unknot again", x->archive);
}

static int ended(struct unpacking *x, bool late)
{
    struct uk_child_end end = late ? uk_child_kill(&x->child) : uk_child_finish(&x->child);
    if (late || end.signal == SIGXCPU)
        return uk_fail(x->m, UNKNOT_LIMIT, "'%s': unpacking it took longer than %d s and was ended", x->archive, UK_UNPACK_SECONDS);
    if (end.signal)
        return uk_fail(x->m, UNKNOT_BAD_DATA, "'%s' cannot be unpacked: the unpacker was ended by signal %d (%s)", x->archive, end.signal,
                       strsignal(end.signal));
    return uk_fail(x->m, UNKNOT_BAD_DATA, "'%s' cannot be unpacked: the unpacker ended without an answer", x->archive);
}

/* A name that stays in the folder: no root, no "..", nothing that a path could be read in two ways with. */
static bool stays_inside(const char *name)
{
    size_t n;
    if (name[0] == '/' || strchr(name, '\\'))
        return false;
    for (; *name; name += n + (name[n] == '/')) {
        n = strcspn(name, "/");
        if (n == 2 && memcmp(name, "..", 2) == 0)
            return false;
    }
    return true;
}

static int close_file(struct unpacking *x)
{
    int error = x->out >= 0 && close(x->out) ? errno : 0;
    x->out = -1;
    return error ? uk_fail(x->m, UNKNOT_IO, "'%s' cannot be unpacked: %s", x->archive, strerror(error)) : UNKNOT_OK;
}

static int open_file(struct unpacking *x)
{
    const char *name = uk_packet_get_text(&x->packet, UK_UNPACK_MOST_NAME);
    int status = close_file(x);
    if (status)
        return status;
    if (x->packet.bad || !*name || ++x->files > UK_UNPACK_MOST_FILES)
        return bad_answer(x);
    if (!stays_inside(name))
        return uk_fail(x->m, UNKNOT_BAD_DATA, "'%s': '%s' in it would lie outside of the pack", x->archive, name);
    for (const char *p = name; *p; p++)
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            return uk_fail(x->m, UNKNOT_BAD_DATA, "'%s': '%s' in it has a character that cannot be shown", x->archive, name);
    char *path = uk_path_join(x->folder, name);
    char *folder = path ? strndup(path, (size_t)(strrchr(path, '/') - path)) : NULL;
    status = folder ? uk_path_make_folder(folder, x->m) : uk_no_memory(x->m);
    if (!status && (x->out = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644)) < 0)
        status = errno == EEXIST || errno == EISDIR
                     ? uk_fail(x->m, UNKNOT_BAD_DATA, "'%s': '%s' is in it twice", x->archive, name)
                     : uk_fail(x->m, UNKNOT_IO, "'%s' cannot be unpacked: '%s': %s", x->archive, path, strerror(errno));
    free(path);
    free(folder);
    return status;
}

static int write_bytes(struct unpacking *x)
{
    size_t n = 0;
    const char *bytes = uk_packet_get_bytes(&x->packet, &n);
    if (!bytes || x->out < 0 || n > UK_UNPACK_MOST_BYTES - x->bytes)
        return bad_answer(x);
    x->bytes += n;
    while (n > 0) {
        ssize_t k = write(x->out, bytes, n);
        if (k < 0 && errno != EINTR)
            return uk_fail(x->m, UNKNOT_IO, "'%s' cannot be unpacked: %s", x->archive, strerror(errno));
        bytes += k > 0 ? k : 0;
        n -= k > 0 ? (size_t)k : 0;
    }
    return UNKNOT_OK;
}

static int take_refusal(struct unpacking *x)
{
    int64_t status = uk_packet_get_i64(&x->packet);
    const char *sentence = uk_packet_get_text(&x->packet, UK_MESSAGE_SIZE);
    if (x->packet.bad || status >= 0 || status < UNKNOT_LIMIT)
        return bad_answer(x);
    return uk_fail(x->m, (int)status, "'%s': %s", x->archive, sentence);
}

static int converse(struct unpacking *x)
{
    for (;;) {
        int status = uk_packet_receive(&x->packet, x->child.fd, 2 * UK_UNPACK_PIECE, x->deadline_ns, x->m);
        if (status == UNKNOT_IO)
            return ended(x, errno == ETIMEDOUT);
        if (status)
            return bad_answer(x);
        switch (uk_packet_get_u32(&x->packet)) {
        case UK_UNPACK_FILE:
            status = open_file(x);
            break;
        case UK_UNPACK_BYTES:
            status = write_bytes(x);
            break;
        case UK_UNPACK_END:
            return close_file(x);
        case UK_UNPACK_REFUSAL:
            return take_refusal(x);
        default:
            return bad_answer(x);
        }
        if (status)
            return status;
    }
}

/* Where the pack.lua is: in the folder, or in the only one that is in it. */
static int find_root(const char *folder, char **root, struct uk_message *m)
{
    char *manifest = uk_path_join(folder, "pack.lua"), only[256] = "";
    int count = manifest ? 0 : -1;
    DIR *d = manifest && !uk_path_is_file(manifest) ? opendir(folder) : NULL;
    for (struct dirent *e; d && (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        count++;
        strcpy(only, e->d_name);
    }
    if (d)
        closedir(d);
    free(manifest);
    if (count >= 0)
        *root = count == 1 ? uk_path_join(folder, only) : strdup(folder);
    return *root ? UNKNOT_OK : uk_no_memory(m);
}

static bool is_folder(const char *path)
{
    struct stat s;
    return lstat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

int uk_pack_unpack(const struct uk_places *places, const char *archive, const char *folder, char **root, struct uk_message *m)
{
    struct unpacking x = {folder, uk_path_name(archive), UK_CHILD_NONE, {0}, 0, 0, 0, -1, m};
    char *program = uk_path_join(places->helpers, "unknot-unpack");
    const char *argv[] = {program, archive, NULL};
    *root = NULL;
    if (!program)
        return uk_no_memory(m);
    int status = access(program, X_OK) == 0
                     ? uk_child_start(&x.child, argv, m)
                     : uk_fail(m, UNKNOT_NOT_FOUND, "'%s' cannot be unpacked: this unknot was built without libarchive; unpack it yourself "
                               "and name the folder", x.archive);
    free(program);
    x.deadline_ns = uk_clock_ns() + UK_UNPACK_SECONDS * UK_NS_PER_S;
    if (!status)
        status = converse(&x);
    uk_child_kill(&x.child);
    uk_packet_finish(&x.packet);
    (void)close_file(&x);
    if (!status)
        status = find_root(folder, root, m);
    if (!status && !is_folder(*root)) {
        free(*root);
        *root = NULL;
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s': there is no pack.lua in it", x.archive);
    }
    return status;
}
