/* sandbox.h - what the planner gives up before it runs a script: everything but memory, its socket, and time.
 *
 *     uk_sandbox_begin();                    first of all
 *     ... read the library ...
 *     if (uk_sandbox_close(m) != UNKNOT_OK)  from here on a forbidden system call ends the process
 *         ...
 *
 * In a build with sanitizers, which need more of the system, the limits of memory and the filter of system calls are left out.
 */
#ifndef UK_SANDBOX_H
#define UK_SANDBOX_H

#include "../base/status.h"

#include <stdbool.h>

/* Ends with the parent, closes all files but the first three, leaves no core dump, and cannot be looked into. */
void uk_sandbox_begin(void);

/* Limits and the filter. UNKNOT_IO: the system refuses. */
int uk_sandbox_close(struct uk_message *m);

/* Whether this build has the filter. */
bool uk_sandbox_is_whole(void);

#endif
