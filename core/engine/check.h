/* check.h - what unknot_check() found. */
#ifndef UK_CHECK_H
#define UK_CHECK_H

#include "../base/arena.h"

#include <unknot.h>

/* Zeroed is empty. */
struct uk_findings {
    struct uk_arena arena; /* of the texts */
    struct unknot_finding *list;
    size_t count, room;
};

void uk_findings_finish(struct uk_findings *f); /* accepts a zeroed one */

#endif
