/* control-skeleton.c - the smallest control: each line that is written into a FIFO is a command. `echo press longer > fifo` */
#include <unknot_plugin.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct control {
    int fd;
    uint32_t length;
    char line[256]; /* what came of the next command */
    char given[256]; /* what the last one is made of */
};

static int32_t control_open(void **out, const struct unknot_host *host, const char *target)
{
    struct control *c = calloc(1, sizeof *c);
    int fd = open(target, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (!c || fd < 0) {
        host->fail(host->ctx, "the skeleton needs the name of a FIFO, made by mkfifo");
        free(c);
        if (fd >= 0)
            close(fd);
        return UNKNOT_PLUGIN_BAD_TARGET;
    }
    c->fd = fd;
    *out = c;
    return 0;
}

static int32_t control_fd(void *self)
{
    return ((struct control *)self)->fd;
}

static int32_t control_next(void *self, struct unknot_control_command *out)
{
    struct control *c = self;
    char byte;
    while (read(c->fd, &byte, 1) == 1) { /* one at a time: what is left keeps the descriptor readable */
        if (byte != '\n') {
            if (c->length < sizeof c->line - 1)
                c->line[c->length++] = byte;
            continue;
        }
        c->line[c->length] = '\0';
        c->length = 0;
        memcpy(c->given, c->line, sizeof c->given);
        char *rest = c->given, *word;
        out->count = 0;
        while (out->count < UNKNOT_COMMAND_WORDS && (word = strsep(&rest, " ")))
            if (*word)
                out->words[out->count++] = word;
        if (out->count > 0)
            return 1;
    }
    return 0;
}

static void control_close(void *self)
{
    struct control *c = self;
    if (c)
        close(c->fd);
    free(c);
}

static const struct unknot_control_ops ops = {
    .size = sizeof ops, .open = control_open, .fd = control_fd, .next = control_next, .close = control_close,
};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "skeleton", "takes commands from a FIFO", &ops};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
