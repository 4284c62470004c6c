#include "body.h"

#include "engine.h"
#include "whole.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#define CONVERTER "rsvg-convert"

static int write_svg(FILE *out, void *ctx)
{
    return uk_body_svg(out, ctx);
}

static int copy(FILE *out, void *ctx)
{
    char block[1 << 14];
    FILE *in = ctx;
    rewind(in);
    for (size_t n; (n = fread(block, 1, sizeof block, in)) > 0;)
        fwrite(block, 1, n, out);
    return ferror(in) ? UNKNOT_IO : UNKNOT_OK;
}

/* Runs the converter from one file into another. Returns its exit code, or -1: there is none. */
static int convert(FILE *svg, FILE *png)
{
    posix_spawn_file_actions_t actions;
    char program[] = CONVERTER, zoom[] = "--zoom=2", *arguments[] = {program, zoom, NULL};
    pid_t child;
    int ended = -1;
    rewind(svg);
    if (posix_spawn_file_actions_init(&actions))
        return -1;
    bool ready = lseek(fileno(svg), 0, SEEK_SET) == 0 && posix_spawn_file_actions_adddup2(&actions, fileno(svg), STDIN_FILENO) == 0 &&
                 posix_spawn_file_actions_adddup2(&actions, fileno(png), STDOUT_FILENO) == 0 &&
                 posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0;
    bool started = ready && posix_spawnp(&child, CONVERTER, &actions, NULL, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    while (started && waitpid(child, &ended, 0) < 0)
        if (errno != EINTR)
            return -1;
    return started ? ended : -1;
}

/* A file without a name, which is gone when it is closed. */
static FILE *scratch(void)
{
    FILE *file = tmpfile();
    if (!file)
        uk_terminal_say("there is no room for a picture in the folder for temporary files: %s", strerror(errno));
    return file;
}

static int write_png(const struct uk_body *b, const char *path)
{
    FILE *svg = scratch(), *png = svg ? scratch() : NULL;
    int code = UK_EXIT_FAILED;
    if (png) {
        int status = uk_body_svg(svg, b);
        if (!status && (fflush(svg) || ferror(svg)))
            status = UNKNOT_IO;
        int ended = status ? 0 : convert(svg, png);
        if (status)
            code = uk_engine_failed(NULL, status);
        else if (ended == -1 || (WIFEXITED(ended) && WEXITSTATUS(ended) == 127))
            uk_terminal_say("a PNG needs the program " CONVERTER " (Debian: librsvg2-bin): install it, or ask for a name that ends in .svg");
        else if (ended)
            uk_terminal_say(CONVERTER " could not make a PNG of the picture: ask for a name that ends in .svg");
        else
            code = uk_whole_write(path, copy, png);
    }
    if (svg)
        fclose(svg);
    if (png)
        fclose(png);
    return code;
}

int uk_body_write(const struct uk_body *b, const char *path)
{
    const char *dot = strrchr(path, '.');
    if (dot && strcasecmp(dot, ".png") == 0)
        return write_png(b, path);
    if (dot && strcasecmp(dot, ".svg") == 0)
        return uk_whole_write(path, write_svg, (void *)(uintptr_t)b);
    uk_terminal_say("the picture is written as SVG or PNG: give a name that ends in .svg or .png, not %s", path);
    return UK_EXIT_USAGE;
}
