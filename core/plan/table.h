/* table.h - the C table: all that the library's verbs are made of. Times are seconds here and nanoseconds behind.
 *
 *     local id, seconds = core.cue { kind = "phrase", text = "Let it soften." }
 *     core.wait(seconds)
 *
 * What is wrong is raised at the author's line and says what it may be.
 */
#ifndef UK_TABLE_H
#define UK_TABLE_H

#include "planning.h"

/* Pushes the table `core`. */
void uk_table_push(struct uk_planning *p);

/* core.cue, core.cut, core.length */
int uk_cue_emit(lua_State *lua);
int uk_cue_cut(lua_State *lua);
int uk_cue_length(lua_State *lua);
int uk_cue_expect(lua_State *lua);

/* When the routine has ended: gives what is still open its end, cuts what would sound beyond the cap, and sets the length. */
void uk_cue_close_all(struct uk_planning *p, bool capped);

/* For these functions: the planning, or an error when nothing may sound or wait now. */
struct uk_planning *uk_playing(lua_State *lua);
/* A text argument or field at `index`: UTF-8 without NUL, not too long. `what` is for the sentence. Counts it when it is kept. */
const char *uk_checked_text(lua_State *lua, int index, const char *what);
void uk_keep_text(struct uk_planning *p, lua_State *lua, const char *text);
/* Seconds at `index` as nanoseconds, at most UK_LAST_NS ("for ever"). */
int64_t uk_checked_ns(lua_State *lua, int index, const char *what);
/* Raises when the timeline had no room. */
void uk_added(lua_State *lua, int status);

#endif
