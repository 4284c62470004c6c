#include "whole.h"

#include "engine.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int cannot_write(const char *path, int error)
{
    uk_terminal_say("cannot write %s: %s", path, strerror(error));
    return UK_EXIT_FAILED;
}

/* Writes into `path` itself; closes `file`. */
static int write_into(FILE *file, const char *path, int (*write)(FILE *out, void *ctx), void *ctx)
{
    int status = write(file, ctx);
    int error = fflush(file) || (fsync(fileno(file)) && errno != EINVAL && errno != EROFS) ? errno : ferror(file) ? EIO : 0;
    if (fclose(file) && !error)
        error = errno;
    return status ? uk_engine_failed(NULL, status) : error ? cannot_write(path, error) : UK_EXIT_DONE;
}

int uk_whole_write(const char *path, int (*write)(FILE *out, void *ctx), void *ctx)
{
    struct stat there;
    bool beside = stat(path, &there) || S_ISREG(there.st_mode);
    size_t size = strlen(path) + sizeof ".part";
    char *part = malloc(size);
    if (!part)
        return uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    snprintf(part, size, "%s%s", path, beside ? ".part" : "");
    FILE *file = fopen(part, "we");
    int code = file ? write_into(file, path, write, ctx) : cannot_write(path, errno);
    if (file && beside && !code && rename(part, path))
        code = cannot_write(path, errno);
    if (file && beside && code)
        unlink(part);
    free(part);
    return code;
}
