#include "saved.h"

#include "engine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define LOOK_NS 10000000

int64_t uk_saved_ns(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 ? s.st_mtim.tv_sec * INT64_C(1000000000) + s.st_mtim.tv_nsec : 0;
}

/* Waits until the file was written to after *last_ns, which then is that time. False: Ctrl-C came. */
static bool wait_for_save(struct uk_cli *cli, const char *path, int64_t *last_ns)
{
    struct timespec look = {0, LOOK_NS};
    while (!atomic_load(&cli->watch.caught)) {
        int64_t now_ns = uk_saved_ns(path);
        if (now_ns && now_ns != *last_ns) {
            *last_ns = now_ns;
            return true;
        }
        nanosleep(&look, NULL);
    }
    return false;
}

/* The file of a routine, also when it has errors. The caller frees it. NULL after saying what is wrong. */
static char *path_of(struct unknot *u, const char *routine)
{
    const struct unknot_routine *r;
    size_t n = strlen(routine);
    if (strchr(routine, '/') || (n > 4 && strcmp(routine + n - 4, ".lua") == 0))
        return strdup(routine);
    int status = unknot_describe(u, routine, &r);
    if (status)
        uk_engine_failed(u, status);
    return status ? NULL : strdup(r->path);
}

int uk_saved_each(struct uk_cli *cli, struct unknot *u, const char *routine, int (*work)(struct uk_cli *cli, struct unknot *u))
{
    int64_t last_ns = 0;
    char *path = path_of(u, routine);
    if (!path)
        return UK_EXIT_FAILED;
    bool there = uk_saved_ns(path) != 0;
    while (there && wait_for_save(cli, path, &last_ns)) {
        work(cli, u);
        fflush(stdout);
    }
    free(path);
    return there ? uk_watch_exit_code(&cli->watch) : work(cli, u); /* which says that there is none */
}
