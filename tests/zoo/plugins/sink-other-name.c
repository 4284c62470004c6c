/* Is not called what its file is called. */
#include "whole.h"

static const struct unknot_sink_ops ops = {.size = sizeof ops, WHOLE_OPS};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "another-name", "", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
