/* Loads well and breaks a rule of the interface: which one is its target. */
#include "whole.h"

#include <string.h>

static int rule; /* a global, which is one more */

static int32_t rude_open(void **out, const struct unknot_host *host, const char *target, struct unknot_sink_format *format,
                         const struct unknot_sink_about *about)
{
    whole_open(out, host, target, format, about);
    rule = 0;
    if (strcmp(target, "says-nothing") == 0)
        return -1;
    if (strcmp(target, "odd-status") == 0) {
        host->fail(host->ctx, "first line\nsecond \x1b[31mline");
        return -4711;
    }
    if (strcmp(target, "no-object") == 0)
        *out = 0;
    if (strcmp(target, "no-format") == 0)
        format->sample_format = 0;
    if (strcmp(target, "other-rate") == 0)
        format->rate = 44100;
    if (strcmp(target, "greedy") == 0)
        rule = 1;
    if (strcmp(target, "write-fails") == 0)
        rule = 2;
    return 0;
}

static int32_t rude_write(void *self, const void *frames, uint32_t count)
{
    (void)self;
    (void)frames;
    return rule == 1 ? (int32_t)count + 1 : rule == 2 ? -1 : (int32_t)count;
}

static int32_t rude_finish(void *self)
{
    (void)self;
    return -1;
}

static int64_t rude_latency(void *self)
{
    (void)self;
    return -1;
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops,
    .open = rude_open,
    .write = rude_write,
    .finish = rude_finish,
    .close = whole_close,
    .latency_frames = rude_latency,
};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "rude", "breaks\na rule", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
