/* safe_table.c - the table library within bounds. A script's tables have no metatables, so all access is raw. */
#include "planning.h"
#include "safe.h"

#include <lualib.h>

#define MOST_RESULT ((size_t)1 << 20)
#define MOST_VALUES 1000
#define MOST_SORTED 100000

static int hand_on(lua_State *lua)
{
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
    return lua_gettop(lua);
}

/* insert and remove: they may move everything. */
static int safe_move(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    bool at_end = lua_gettop(lua) <= (lua_toboolean(lua, lua_upvalueindex(2)) ? 2 : 1);
    uk_charge(lua, at_end ? 1 : lua_rawlen(lua, 1));
    return hand_on(lua);
}

static int safe_unpack(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_Integer from = luaL_optinteger(lua, 2, 1), to = luaL_optinteger(lua, 3, (lua_Integer)lua_rawlen(lua, 1));
    if (to >= from && (lua_Unsigned)to - (lua_Unsigned)from >= MOST_VALUES)
        return luaL_error(lua, "too many values to unpack: at most %d", MOST_VALUES);
    return hand_on(lua);
}

static int safe_concat(lua_State *lua)
{
    size_t separator, total = 0;
    luaL_checktype(lua, 1, LUA_TTABLE);
    luaL_optlstring(lua, 2, "", &separator);
    lua_Integer from = luaL_optinteger(lua, 3, 1), to = luaL_optinteger(lua, 4, (lua_Integer)lua_rawlen(lua, 1));
    for (lua_Integer i = from; i <= to && total <= MOST_RESULT; i++) {
        int type = lua_rawgeti(lua, 1, i);
        if (type != LUA_TSTRING && type != LUA_TNUMBER) {
            uk_charge(lua, total);
            return luaL_error(lua, "value %I of the table is a %s, not a text", (LUAI_UACINT)i, lua_typename(lua, type));
        }
        total += lua_rawlen(lua, -1) + separator + 1;
        lua_pop(lua, 1);
        if (i == LUA_MAXINTEGER)
            break;
    }
    uk_charge(lua, total);
    if (total > MOST_RESULT)
        return luaL_error(lua, "the text would be too long: at most %d KiB", (int)(MOST_RESULT >> 10));
    return hand_on(lua);
}

/* Whether the value at `a` comes before that at `b`. The function to ask, if any, is at 2. */
static bool before(lua_State *lua, int a, int b)
{
    if (lua_isnil(lua, 2)) {
        if (lua_type(lua, a) == LUA_TSTRING)
            uk_charge(lua, lua_rawlen(lua, a) / 32);
        return lua_compare(lua, a, b, LUA_OPLT);
    }
    a = lua_absindex(lua, a);
    b = lua_absindex(lua, b);
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, a);
    lua_pushvalue(lua, b);
    lua_call(lua, 2, 1);
    bool result = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return result;
}

/* Merges from[start, middle) and from[middle, end) into to. Both are tables at those places of the stack. */
static void merge(lua_State *lua, int from, int to, lua_Integer start, lua_Integer middle, lua_Integer end)
{
    lua_Integer i = start, j = middle;
    for (lua_Integer k = start; k < end; k++) {
        bool left = i < middle;
        if (left && j < end) {
            lua_rawgeti(lua, from, i);
            lua_rawgeti(lua, from, j);
            left = !before(lua, -1, -2);
            lua_pop(lua, 2);
        }
        lua_rawgeti(lua, from, left ? i++ : j++);
        lua_rawseti(lua, to, k);
    }
}

/* Keeps the order of equals, always takes the same steps, and survives a function that contradicts itself. */
static int safe_sort(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    if (!lua_isnoneornil(lua, 2))
        luaL_checktype(lua, 2, LUA_TFUNCTION);
    lua_settop(lua, 2);
    lua_Integer n = (lua_Integer)lua_rawlen(lua, 1);
    if (n > MOST_SORTED)
        return luaL_error(lua, "too many values to sort: at most %d", MOST_SORTED);
    uk_charge(lua, (uint64_t)n * 20);
    for (int i = 3; i <= 4; i++)
        lua_createtable(lua, (int)n, 0);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(lua, 1, i);
        lua_rawseti(lua, 3, i);
    }
    int from = 3, to = 4;
    for (lua_Integer run = 1; run < n; run *= 2) {
        for (lua_Integer start = 1; start <= n; start += 2 * run) {
            lua_Integer middle = start + run <= n ? start + run : n + 1;
            lua_Integer end = middle + run <= n ? middle + run : n + 1;
            merge(lua, from, to, start, middle, end);
        }
        from = 7 - from;
        to = 7 - to;
    }
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(lua, from, i);
        lua_rawseti(lua, 1, i);
    }
    return 0;
}

void uk_safe_push_table(lua_State *lua)
{
    static const luaL_Reg wrapped[] = {{"concat", safe_concat}, {"unpack", safe_unpack}, {NULL, NULL}};
    lua_newtable(lua);
    luaL_getsubtable(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_getfield(lua, -1, LUA_TABLIBNAME);
    for (const luaL_Reg *f = wrapped; f->name; f++) {
        lua_getfield(lua, -1, f->name);
        lua_pushcclosure(lua, f->func, 1);
        lua_setfield(lua, -4, f->name);
    }
    for (int inserts = 0; inserts < 2; inserts++) {
        const char *name = inserts ? "insert" : "remove";
        lua_getfield(lua, -1, name);
        lua_pushboolean(lua, inserts);
        lua_pushcclosure(lua, safe_move, 2);
        lua_setfield(lua, -4, name);
    }
    lua_getfield(lua, -1, "pack");
    lua_setfield(lua, -4, "pack");
    lua_pop(lua, 2);
    lua_pushcfunction(lua, safe_sort);
    lua_setfield(lua, -2, "sort");
}
