/* kept.h - small things about a script that are found out once and kept in the cache, one file for each path: a script that is edited leaves
 * no old ones. Written beside and renamed, not synced: one that a power cut cut off is seen to be, and made again. */
#ifndef UK_KEPT_H
#define UK_KEPT_H

#include "../base/packet.h"
#include "../base/path.h"

/* Reads what was kept of the script at `path` on `shelf`, a folder of the cache, if it followed from `asked`. The caller gives *out back to
 * uk_packet_finish(). False: there is nothing. What is in it is to be read warily all the same. [any] */
bool uk_kept_read(const struct uk_places *places, const char *shelf, const char *path, uint64_t asked, struct uk_packet *out);

/* Keeps a packet. A cache that cannot be written to is no failure. [any] */
void uk_kept_write(const struct uk_places *places, const char *shelf, const char *path, uint64_t asked, const struct uk_packet *p);

#endif
