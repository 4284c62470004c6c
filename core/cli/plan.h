/* plan.h - the forms in which `unknot plan` shows what is loaded. */
#ifndef UK_PLAN_H
#define UK_PLAN_H

#include "command.h"

#include <stdio.h>

/* Each writes the whole plan. Returns 0 or UNKNOT_NO_MEMORY; whether `out` took it all is for the caller to ask. */
int uk_plan_text(FILE *out, const struct unknot *u);
int uk_plan_json(FILE *out, const struct unknot *u);
int uk_plan_vtt(FILE *out, const struct unknot *u);
int uk_plan_svg(FILE *out, const struct unknot *u);

#endif
