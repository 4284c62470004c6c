/* safe.h - what scripts and the library get of Lua's own functions: those that cannot hang, cannot take all memory, and give the same
 * in every run. `pairs` and `next` go in the order of the keys, because the order in which Lua keeps them changes from run to run. */
#ifndef UK_SAFE_H
#define UK_SAFE_H

#include <lua.h>

/* Opens Lua's libraries and takes away all that is not allowed; replaces the methods of strings. */
void uk_safe_open(lua_State *lua);

/* Pushes a new table of the allowed functions with new tables `string`, `table` and `math` in it. */
void uk_safe_push(lua_State *lua);

/* The parts: pushes a new table each. */
void uk_safe_push_string(lua_State *lua);
void uk_safe_push_table(lua_State *lua);

/* Puts pairs, next, tostring and pcall into the table on top. */
void uk_safe_set_base(lua_State *lua);

/* Replaces the value on top by its text without addresses. */
void uk_safe_text(lua_State *lua);

#endif
