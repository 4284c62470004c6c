/* Made for an interface that is not there yet. */
#include "whole.h"

static const struct unknot_sink_ops ops = {.size = sizeof ops, WHOLE_OPS};

static const struct unknot_plugin plugin = {(UNKNOT_PLUGIN_ABI_MAJOR + 1) << 16, UNKNOT_SINK, "other-abi", "", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
