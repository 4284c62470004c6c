/* Always has something to say, and then does what its target says: "exit", "sleep" a second each time, "fail", or "babble", words that are none. */
#include <unknot_plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct wild {
    const struct unknot_host *host;
    int fd;
    char does[16];
};

static int32_t wild_open(void **out, const struct unknot_host *host, const char *target)
{
    struct wild *w = calloc(1, sizeof *w);
    if (!w)
        return UNKNOT_PLUGIN_NO_MEMORY;
    w->host = host;
    w->fd = eventfd(1, EFD_CLOEXEC);
    snprintf(w->does, sizeof w->does, "%s", target);
    *out = w;
    return 0;
}

static int32_t wild_fd(void *self)
{
    return ((struct wild *)self)->fd;
}

static int32_t wild_next(void *self, struct unknot_control_command *out)
{
    struct wild *w = self;
    if (strcmp(w->does, "exit") == 0)
        exit(42);
    if (strcmp(w->does, "sleep") == 0)
        sleep(1);
    if (strcmp(w->does, "babble") == 0) {
        out->count = 4711;
        for (int i = 0; i < UNKNOT_COMMAND_WORDS; i++)
            out->words[i] = "\x1b[31mpress\nlonger\xff";
        return 1;
    }
    if (strcmp(w->does, "fail") == 0) {
        w->host->fail(w->host->ctx, "the button fell off: screw it on again");
        return UNKNOT_PLUGIN_NO_DEVICE;
    }
    return 0;
}

static void wild_close(void *self)
{
    struct wild *w = self;
    if (w)
        close(w->fd);
    free(w);
}

static const struct unknot_control_ops ops = {
    .size = sizeof ops, .open = wild_open, .fd = wild_fd, .next = wild_next, .close = wild_close,
};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "wild", "Does what nobody may", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
