/* facts.h - what a routine says of itself: the table that its file returns, checked and copied. */
#ifndef UK_FACTS_H
#define UK_FACTS_H

#include "planning.h"

/* Reads the routine on top of `lua`'s stack into the zeroed *facts, and its cap. UNKNOT_BAD_SCRIPT: "mine.lua: 'title' is ...". */
int uk_facts_read(struct uk_planning *p, lua_State *lua, struct uk_routine_facts *facts, int64_t *cap_ns, struct uk_message *m);

#endif
