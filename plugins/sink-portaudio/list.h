/* list.h - the devices that sink-portaudio can play to. */
#ifndef LIST_H
#define LIST_H

#include <unknot_plugin.h>

/* The `device` of struct unknot_sink_ops. */
int32_t list_device(const struct unknot_host *host, uint32_t index, struct unknot_device *out);

#endif
