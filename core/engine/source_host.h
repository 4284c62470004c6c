/* source_host.h - a source plugin, open and found to be as it must: quick, and the same at the same position.
 *
 *     struct uk_source_host *h;
 *     if (uk_source_host_open(&h, &places, "rain", 48000, m) == UNKNOT_OK)
 *         clip->maker = uk_source_host_maker(h);
 *     uk_source_host_close(h);
 */
#ifndef UK_SOURCE_HOST_H
#define UK_SOURCE_HOST_H

#include "../base/path.h"
#include "../sound/clip.h"

struct uk_source_host;

/* The caller owns *out and gives it back to uk_source_host_close(); NULL on failure.
 *   UNKNOT_NOT_FOUND: there is no sound of that kind (the message has the nearest name). UNKNOT_BAD_DATA: the plugin is broken, too slow,
 *   or not the same when it is asked again. Others: what the source said. [any but audio] */
int uk_source_host_open(struct uk_source_host **out, const struct uk_places *places, const char *name, uint32_t rate,
                        struct uk_message *m);

/* Valid until the host is closed. */
struct uk_maker uk_source_host_maker(const struct uk_source_host *h);

/* Accepts NULL. Nobody may be reading. */
void uk_source_host_close(struct uk_source_host *h);

#endif
