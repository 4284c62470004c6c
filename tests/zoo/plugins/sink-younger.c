/* Made for an interface of the same major number that is not there yet: it has one function more. */
#include "whole.h"

static int64_t latency(void *self)
{
    (void)self;
    return 4711;
}

static const struct {
    struct unknot_sink_ops known;
    int32_t (*more)(void *self);
} ops = {{.size = sizeof ops, WHOLE_OPS, .latency_frames = latency}, whole_finish};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI_MAJOR << 16 | 99, UNKNOT_SINK, "younger", "", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
