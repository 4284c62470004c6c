/* hum.h - a source that works, for plugins that are broken in one other way. It includes the plugin header. */
#ifndef HUM_H
#define HUM_H

#include <unknot_plugin.h>

static inline int32_t hum_open(void **out, const struct unknot_host *host, uint32_t rate)
{
    static const int object = 0;
    (void)host;
    (void)rate;
    *out = (void *)(uintptr_t)&object;
    return 0;
}

static inline void hum_render(const void *self, const struct unknot_source_cue *cue, int64_t at, uint32_t count, float *left, float *right)
{
    (void)self;
    (void)cue;
    for (uint32_t i = 0; i < count; i++)
        left[i] = right[i] = (float)((at + i) % 100) / 400;
}

static inline void hum_close(void *self)
{
    (void)self;
}

/* The plugin, called NAME, with these functions. */
#define HUM(name, open, render)                                                                                                  \
    static const struct unknot_source_ops ops = {sizeof ops, open, render, hum_close};                                           \
    static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_SOURCE, name, "", &ops};                               \
    const struct unknot_plugin *unknot_plugin_get(uint32_t index)                                                                \
    {                                                                                                                            \
        return index == 0 ? &plugin : 0;                                                                                         \
    }

#endif
