/* Plugins and devices for a person to choose from. */
#include "engine.h"
#include "plugin_host.h"

int unknot_next_plugin(struct unknot *u, size_t index, struct unknot_plugin_info *out)
{
    int filled = uk_plugin_entry(&u->places, index, &u->plugin);
    if (filled > 0)
        *out = (struct unknot_plugin_info){u->plugin.kind, u->plugin.name, u->plugin.summary, u->plugin.path, u->plugin.trouble};
    return filled;
}

int unknot_next_device(struct unknot *u, const char *sink, size_t index, struct unknot_device_info *out)
{
    u->device = (struct unknot_device){.size = sizeof u->device};
    int filled = uk_sink_device(&u->places, sink, (uint32_t)index, &u->device, &u->message);
    if (filled > 0)
        *out = (struct unknot_device_info){u->device.name, u->device.detail, u->device.is_default};
    return filled;
}
