#include "address.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAITING 16 /* who may wait to be let in */

static int32_t refuse(const struct unknot_host *host, int32_t failure, const char *format, ...) __attribute__((format(printf, 3, 4)));

static int32_t refuse(const struct unknot_host *host, int32_t failure, const char *format, ...)
{
    char sentence[500];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    host->fail(host->ctx, sentence);
    return failure;
}

/* Writes FOLDER/socket and cuts the folder out of it again; `folder` is as large as the path may be. */
static int32_t choose(struct sockaddr_un *at, char folder[sizeof at->sun_path], const struct unknot_host *host, const char *target)
{
    const char *run = getenv("XDG_RUNTIME_DIR");
    struct stat s;
    int n;
    *at = (struct sockaddr_un){.sun_family = AF_UNIX};
    if (*target) {
        n = snprintf(at->sun_path, sizeof at->sun_path, "%s", target);
    } else if (run && *run == '/') {
        if (stat(run, &s) == 0 && s.st_uid != geteuid())
            return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "the folder '%s' that XDG_RUNTIME_DIR names belongs to another user: unset it, "
                          "or log in as that user", run);
        n = snprintf(at->sun_path, sizeof at->sun_path, "%s/unknot/socket", run);
    } else {
        n = snprintf(at->sun_path, sizeof at->sun_path, "/tmp/unknot-%lu/socket", (unsigned long)geteuid());
    }
    if (n < 1 || (size_t)n >= sizeof at->sun_path)
        return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "the path of the socket begins with '%.40s' and has more than the %zu bytes it may have: "
                      "choose a shorter one", at->sun_path, sizeof at->sun_path - 1);
    const char *slash = strrchr(at->sun_path, '/');
    if (!slash)
        strcpy(folder, ".");
    else if (slash == at->sun_path)
        strcpy(folder, "/");
    else
        snprintf(folder, sizeof at->sun_path, "%.*s", (int)(slash - at->sun_path), at->sun_path);
    return 0;
}

/* The folder of the socket, locked against another player that starts at the same time. Our own folder is made, and closed to others. */
static int open_folder(const struct unknot_host *host, const char *folder, bool own)
{
    struct stat s;
    if (own)
        mkdir(folder, 0700);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (own ? O_NOFOLLOW : 0));
    if (fd < 0 || fstat(fd, &s))
        refuse(host, UNKNOT_PLUGIN_IO, "the folder '%s' for the socket cannot be opened: %s", folder, strerror(errno));
    else if (own && s.st_uid != geteuid())
        refuse(host, UNKNOT_PLUGIN_IO, "the folder '%s' for the socket belongs to another user: remove it, or set XDG_RUNTIME_DIR", folder);
    else if (own && (s.st_mode & 0777) != 0700 && fchmod(fd, 0700))
        refuse(host, UNKNOT_PLUGIN_IO, "the folder '%s' cannot be closed to other users: %s", folder, strerror(errno));
    else if (flock(fd, LOCK_EX | LOCK_NB))
        refuse(host, UNKNOT_PLUGIN_FAILED, "another unknot is just starting: try again");
    else
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

/* Removes a socket that its player left behind. Only one that refuses to be connected to is that. */
static int32_t make_way(const struct unknot_host *host, const struct sockaddr_un *at)
{
    struct stat s;
    if (lstat(at->sun_path, &s))
        return errno == ENOENT ? 0 : refuse(host, UNKNOT_PLUGIN_IO, "'%s' cannot be looked at: %s", at->sun_path, strerror(errno));
    if (!S_ISSOCK(s.st_mode))
        return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "'%s' is in the way: it is no socket", at->sun_path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return refuse(host, UNKNOT_PLUGIN_IO, "no socket can be made: %s", strerror(errno));
    struct ucred peer = {.pid = 0};
    socklen_t n = sizeof peer;
    int error = connect(fd, (const struct sockaddr *)at, sizeof *at) ? errno : 0;
    bool this_player = !error && getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) == 0 && peer.pid == getpid();
    close(fd);
    if (this_player)
        return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "this player has the socket '%s' already: leave the second out", at->sun_path);
    if (error == EACCES || error == EPERM)
        return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "the socket '%s' belongs to another user", at->sun_path);
    if (error != ECONNREFUSED)
        return refuse(host, UNKNOT_PLUGIN_FAILED, "another unknot plays already (it has '%s'): 'unknot ctl quit' ends it", at->sun_path);
    if (unlink(at->sun_path) && errno != ENOENT)
        return refuse(host, UNKNOT_PLUGIN_IO, "the socket '%s' that an earlier player left cannot be removed: %s", at->sun_path, strerror(errno));
    return 0;
}

/* The mode of the socket becomes the mode of the file, so there is no moment at which others could open it. */
static int32_t listen_there(struct address *a, const struct unknot_host *host)
{
    struct stat s;
    a->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (a->fd >= 0 && fchmod(a->fd, 0600) == 0 && bind(a->fd, (const struct sockaddr *)&a->at, sizeof a->at) == 0) {
        if (lstat(a->at.sun_path, &s) == 0 && listen(a->fd, WAITING) == 0) {
            a->device = s.st_dev;
            a->inode = s.st_ino;
            return 0;
        }
        unlink(a->at.sun_path);
    }
    int error = errno;
    if (a->fd >= 0)
        close(a->fd);
    a->fd = -1;
    return refuse(host, UNKNOT_PLUGIN_IO, "the socket '%s' cannot be made: %s", a->at.sun_path, strerror(error));
}

int32_t address_open(struct address *a, const struct unknot_host *host, const char *target)
{
    char folder[sizeof a->at.sun_path];
    a->fd = -1;
    int32_t status = choose(&a->at, folder, host, target);
    if (status)
        return status;
    int lock = open_folder(host, folder, !*target);
    if (lock < 0)
        return UNKNOT_PLUGIN_IO;
    status = make_way(host, &a->at);
    if (!status)
        status = listen_there(a, host);
    close(lock);
    return status;
}

void address_close(struct address *a)
{
    struct stat s;
    if (a->fd < 0)
        return;
    if (lstat(a->at.sun_path, &s) == 0 && s.st_dev == a->device && s.st_ino == a->inode)
        unlink(a->at.sun_path);
    close(a->fd);
    a->fd = -1;
}
