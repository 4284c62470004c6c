/* Is called a sink and says that it is a voice. */
#include "whole.h"

static const struct unknot_sink_ops ops = {.size = sizeof ops, WHOLE_OPS};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_VOICE, "other-kind", "", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
