/* Lacks a function that every sink must have. */
#include "whole.h"

static const struct unknot_sink_ops ops = {
    .size = sizeof ops, .open = whole_open, .finish = whole_finish, .close = whole_close,
};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "no-write", "", &ops};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
