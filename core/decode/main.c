/* unknot-decode - reads sound files that may be anything, and speaks. Serves one socket; whoever holds the other end kills it when it
 * takes too long. See wire.h.
 */
#include "serve.h"

#include "../base/heap.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST_MEMORY (INT64_C(2) << 30)

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SHADOWED 1 /* sanitizers need address space without end */
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SHADOWED 1
#endif
#endif

static void be_modest(void)
{
    signal(SIGXFSZ, SIG_IGN); /* where files may not be large the cache is as good as full */
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    uk_heap_keep_little(); /* sounds come and go */
#ifndef SHADOWED
    setrlimit(RLIMIT_AS, &(struct rlimit){MOST_MEMORY, MOST_MEMORY});
#endif
}

/* The socket, out of the way of whatever an engine prints. -1: there is none. */
static int take_socket(void)
{
    int type;
    socklen_t n = sizeof type;
    if (getsockopt(0, SOL_SOCKET, SO_TYPE, &type, &n) || fcntl(0, F_DUPFD_CLOEXEC, 3) != 3)
        return -1;
    int null = open("/dev/null", O_RDWR);
    if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0)
        return -1;
    if (null > 3)
        close(null);
    return 3;
}

/* The folder this program is in. */
static const char *own_folder(char out[PATH_MAX])
{
    ssize_t n = readlink("/proc/self/exe", out, PATH_MAX - 1);
    out[n > 0 ? n : 0] = '\0';
    char *slash = strrchr(out, '/');
    if (slash)
        *slash = '\0';
    return out;
}

static int open_packs(struct uk_workshop *w, char **folders, size_t count)
{
    int status = UNKNOT_OK;
    w->packs = calloc(count + 1, sizeof *w->packs);
    if (!w->packs)
        return UNKNOT_NO_MEMORY;
    for (; w->pack_count < count && !status; w->pack_count += !status)
        status = uk_voice_pack_create(&w->packs[w->pack_count], folders[w->pack_count], NULL);
    return status;
}

int main(int argc, char **argv)
{
    char *end, helpers[PATH_MAX];
    unsigned long rate = argc >= 5 ? strtoul(argv[1], &end, 10) : 0;
    if (argc < 5 || *end || rate < 4000 || rate > 384000) {
        fprintf(stderr, "usage: unknot-decode RATE CACHE_FOLDER PLUGIN_FOLDER VOICE [VOICE_PACK...] (unknot starts it)\n");
        return 2;
    }
#ifdef SYS_close_range
    syscall(SYS_close_range, 3u, ~0u, 0u); /* what a host has forgotten to mark is none of ours */
#endif
    int fd = take_socket();
    if (fd < 0) {
        fprintf(stderr, "unknot-decode talks over a socket: unknot starts it\n");
        return 2;
    }
    be_modest();
    struct uk_workshop w = {.rate = (uint32_t)rate, .cache = argv[2], .plugins = argv[3], .voice = argv[4], .helpers = own_folder(helpers)};
    if (open_packs(&w, argv + 5, (size_t)argc - 5) == UNKNOT_OK) {
        if (w.pack_count > 0)
            uk_voice_pack_read(w.packs[0]); /* while the planner gets ready too */
        uk_serve(&w, fd);
    }
    uk_workshop_finish(&w);
    close(fd);
    return 0;
}
