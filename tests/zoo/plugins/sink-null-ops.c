/* Has no functions at all. */
#include "whole.h"

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "null-ops", "", 0};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
