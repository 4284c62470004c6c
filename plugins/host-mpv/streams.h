/* streams.h - what mpv reads: unknot://ROUTINE, and unknot-captions:// for what is said in the one that plays. mpv opens, reads and closes in
 * threads of its own, in which nothing of mpv may be called. */
#ifndef STREAMS_H
#define STREAMS_H

#include "routine.h"

#include <mpv/client.h>
#include <mpv/stream_cb.h>

#define CAPTIONS "unknot-captions"

struct streams;

/* Tells mpv of both. NULL: it has them already, or there is no memory. It stays until the process ends, since mpv may go on opening. */
struct streams *streams_create(mpv_handle *mpv);

/* The routine of an address that was opened first and is still open: another may have been opened ahead. Who takes it lets it go. NULL: none. */
struct routine *streams_take(struct streams *s, const char *address);

/* Hands over the captions of what plays. */
void streams_caption(struct streams *s, char *text);

/* Copies the sentence of the last one that could not be opened. */
void streams_why(struct streams *s, char *out, size_t size);

#endif
