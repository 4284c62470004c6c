/* Loads well and does to its process what nobody may: what that is is its target. With a path behind it, as "exit:/tmp/now", it waits until there
 * is such a file. */
#include "whole.h"

#include <locale.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct wild {
    char does[16];
    char when[256];
    jmp_buf open; /* a call that is over when somebody jumps there */
};

static int32_t wild_open(void **out, const struct unknot_host *host, const char *target, struct unknot_sink_format *format,
                         const struct unknot_sink_about *about)
{
    struct wild *w = calloc(1, sizeof *w);
    (void)host;
    (void)about;
    if (!w || setjmp(w->open))
        return UNKNOT_PLUGIN_NO_MEMORY;
    snprintf(w->does, sizeof w->does, "%.*s", (int)strcspn(target, ":"), target);
    snprintf(w->when, sizeof w->when, "%s", strchr(target, ':') ? strchr(target, ':') + 1 : "");
    if (strcmp(target, "locale") == 0 && !setlocale(LC_ALL, "de_DE.UTF-8")) {
        host->fail(host->ctx, "the language de_DE.UTF-8 is not installed: 'locale-gen' makes it");
        free(w);
        return UNKNOT_PLUGIN_FAILED;
    }
    format->sample_format = UNKNOT_S16;
    *out = w;
    return 0;
}

static int32_t wild_write(void *self, const void *frames, uint32_t count)
{
    struct wild *w = self;
    (void)frames;
    if (w->when[0] && access(w->when, F_OK)) {
        usleep(10000);
        return (int32_t)(count < 480 ? count : 480);
    }
    if (strcmp(w->does, "exit") == 0)
        exit(42);
    if (strcmp(w->does, "abort") == 0)
        abort();
    if (strcmp(w->does, "jump") == 0)
        longjmp(w->open, 1);
    if (strcmp(w->does, "close") == 0)
        close(1);
    if (strcmp(w->does, "sleep") == 0)
        sleep(1);
    return (int32_t)count;
}

static void wild_close(void *self)
{
    free(self);
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops, .open = wild_open, .write = wild_write, .finish = whole_finish, .close = wild_close,
};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "wild", "Does what nobody may", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
