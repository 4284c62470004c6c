/* serve.h - answers requests until there are no more. See wire.h. */
#ifndef UK_SERVE_H
#define UK_SERVE_H

#include "speech.h"

/* Reads requests from `fd` and answers there. Returns when the other end is gone. A request that takes far longer than the other end
 * will wait (because it is gone in the middle) ends the process. */
void uk_serve(struct uk_workshop *w, int fd);

#endif
