#include "saved.h"

#include "engine.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define LOOK_NS 10000000

int64_t uk_saved_ns(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 ? s.st_mtim.tv_sec * INT64_C(1000000000) + s.st_mtim.tv_nsec : 0;
}

bool uk_saved_wait(struct uk_cli *cli, const char *path, int64_t *last_ns)
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

char *uk_saved_path(struct unknot *u, const char *routine)
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
