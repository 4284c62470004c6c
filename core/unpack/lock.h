/* lock.h - the cell in which a foreign archive is read: no files, no network, no other programs, little memory and time. */
#ifndef UK_UNPACK_LOCK_H
#define UK_UNPACK_LOCK_H

#include "../base/status.h"

/* Before the archive is opened: ends with the parent, keeps nothing that was inherited. */
void uk_unpack_lock_begin(void);

/* From here on only memory, the clock and the socket on stdin can be reached; anything else ends the process. UNKNOT_IO. */
int uk_unpack_lock(struct uk_message *m);

#endif
