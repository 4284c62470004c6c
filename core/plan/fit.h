/* fit.h - how much a routine must be stretched to last as long as was asked for. */
#ifndef UK_FIT_H
#define UK_FIT_H

#include "planning.h"

/* The fit that gives request->target_ns to within half a second: of all sizes that can, the one that stretches least. Plans up to about
 * 25 times, without the journal. UNKNOT_LIMIT: it cannot be; the sentence says how long the routine can last. Else as uk_planning_run(). */
int uk_fit_find(const struct uk_plan_request *request, const struct uk_library *library, struct uk_budget *budget,
                struct uk_fit *fit, struct uk_message *m);

#endif
