/* plugin_host.h - sinks, as the rest of the engine sees them: opened by name, checked at every call.
 *
 *     struct unknot_sink_format format = {.size = sizeof format, .rate = 48000};
 *     struct uk_sink *s;
 *     if (uk_sink_open(&s, &places, "file", "a.wav", &format, NULL, m) == UNKNOT_OK
 *         && uk_sink_write(s, frames, 480, m) > 0 && uk_sink_finish(s, m) == UNKNOT_OK)
 *         ...
 *     uk_sink_close(s);
 *
 * All of this is [feeder]: one thread at a time for each sink, which may wait.
 */
#ifndef UK_PLUGIN_HOST_H
#define UK_PLUGIN_HOST_H

#include "../base/path.h"

#include <unknot_plugin.h>

#include <limits.h>

struct uk_sink; /* an opened sink */

/* Opens sink `name` on `target` ("": its own choice). `about` may be NULL. Sets what the sink decides in *format. The caller owns *out
 * and gives it back to uk_sink_close(); NULL on failure.
 *   UNKNOT_NOT_FOUND: no such plugin (the message has the nearest name). UNKNOT_BAD_DATA: the plugin is broken.
 *   UNKNOT_BAD_ARGUMENT, UNKNOT_NO_DEVICE, UNKNOT_IO, ...: what the sink said. */
int uk_sink_open(struct uk_sink **out, const struct uk_places *places, const char *name, const char *target,
                 struct unknot_sink_format *format, const struct unknot_sink_about *about, struct uk_message *m);

/* Hands over `count` frames. Returns how many were taken (0: try again); negative: a status, with the sentence in `m`. */
int32_t uk_sink_write(struct uk_sink *s, const void *frames, uint32_t count, struct uk_message *m);

/* Waits until all was heard or is stored. */
int uk_sink_finish(struct uk_sink *s, struct uk_message *m);

/* Frames written and not yet heard. */
int64_t uk_sink_latency(struct uk_sink *s);

/* How it is doing; all is well where the sink does not say. [any] */
void uk_sink_health(struct uk_sink *s, struct unknot_sink_health *out);

/* Accepts NULL. */
void uk_sink_close(struct uk_sink *s);

/* Whether there is a plugin of enum unknot_plugin_kind `kind` and that name, without loading it. UNKNOT_NOT_FOUND: the message has the
 * nearest name. */
int uk_plugin_find(const struct uk_places *places, uint32_t kind, const char *name, struct uk_message *m);

/* Says which package a plugin that is not there comes in: UNKNOT_NOT_FOUND; UNKNOT_OK: in none of its own. */
int uk_plugin_not_installed(uint32_t kind, const char *name, struct uk_message *m);

struct uk_plugin_entry {
    char kind[16], name[64], summary[128], path[PATH_MAX], trouble[UK_MESSAGE_SIZE];
};

/* Plugin number `index` in alphabetical order of file name; `trouble` is "" or why it is refused. 1: filled, 0: no more. */
int uk_plugin_entry(const struct uk_places *places, size_t index, struct uk_plugin_entry *out);

/* Device number `index` of sink `name`. 1: filled, 0: no more, negative: a status, with the sentence in `m`. */
int uk_sink_device(const struct uk_places *places, const char *name, uint32_t index, struct unknot_device *out,
                   struct uk_message *m);

#endif
