/* sink-skeleton.c - the smallest sink that works: it counts frames. Copy it to begin one of your own. */
#include <unknot_plugin.h>

#include <stdlib.h>

struct sink {
    int64_t frames;
};

static int32_t sink_open(void **out, const struct unknot_host *host, const char *target,
                         struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    (void)target;
    (void)about;
    struct sink *s = calloc(1, sizeof *s);
    if (!s) {
        host->fail(host->ctx, "the machine has no memory left: close something and try again");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    format->sample_format = UNKNOT_S16;
    *out = s;
    return 0;
}

static int32_t sink_write(void *self, const void *frames, uint32_t count)
{
    struct sink *s = self;
    (void)frames;
    s->frames += count;
    return (int32_t)count;
}

static int32_t sink_finish(void *self)
{
    (void)self;
    return 0;
}

static void sink_close(void *self)
{
    free(self);
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops, .open = sink_open, .write = sink_write, .finish = sink_finish, .close = sink_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "skeleton", "counts frames: a start for a sink of your own", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
