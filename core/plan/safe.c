#include "safe.h"

#include "planning.h"

#include <lualib.h>
#include <stdlib.h>
#include <string.h>

static const char *const base_names[] = {"assert", "error", "ipairs", "rawequal", "rawget", "rawlen", "rawset", "select", "type", NULL};
static const char *const math_names[] = {"abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge",
                                         "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt",
                                         "tan", "tointeger", "type", "ult", NULL};

/* Copies the named fields of the table at `from` into the one on top. */
static void copy(lua_State *lua, int from, const char *const *names)
{
    from = lua_absindex(lua, from);
    for (; *names; names++) {
        lua_getfield(lua, from, *names);
        lua_setfield(lua, -2, *names);
    }
}

void uk_safe_text(lua_State *lua)
{
    switch (lua_type(lua, -1)) {
    case LUA_TSTRING:
        break;
    case LUA_TNUMBER:
        luaL_tolstring(lua, -1, NULL);
        lua_replace(lua, -2);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(lua, lua_toboolean(lua, -1) ? "true" : "false");
        lua_replace(lua, -2);
        break;
    default:
        lua_pushstring(lua, luaL_typename(lua, -1));
        lua_replace(lua, -2);
        break;
    }
}

static int safe_tostring(lua_State *lua)
{
    luaL_checkany(lua, 1);
    lua_settop(lua, 1);
    uk_safe_text(lua);
    return 1;
}

/* Upvalue: Lua's own. */
static int safe_tonumber(lua_State *lua)
{
    if (lua_type(lua, 1) == LUA_TSTRING)
        uk_charge(lua, lua_rawlen(lua, 1) / 4);
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, 1);
    return 1;
}

static int pcall_ended(lua_State *lua, int status, lua_KContext context)
{
    (void)context;
    if (status == LUA_ERRMEM)
        uk_budget_no_memory(lua);
    if (status == LUA_OK || status == LUA_YIELD)
        return lua_gettop(lua); /* true is below the results */
    lua_pushboolean(lua, false);
    lua_insert(lua, -2);
    return 2;
}

static int safe_pcall(lua_State *lua)
{
    luaL_checkany(lua, 1);
    uk_charge(lua, 30);
    lua_pushboolean(lua, true);
    lua_insert(lua, 1);
    return pcall_ended(lua, lua_pcallk(lua, lua_gettop(lua) - 2, LUA_MULTRET, 0, 0, pcall_ended), 0);
}

/* A key of a table, to be put in order. Texts are kept alive by the table. */
struct key {
    int type;
    lua_Number number;
    lua_Integer integer; /* a number of the same value is told apart by it */
    const char *text;
    size_t length;
};

static struct key key_at(lua_State *lua, int index)
{
    struct key k = {.type = lua_type(lua, index)};
    if (k.type == LUA_TNUMBER) {
        k.number = lua_tonumber(lua, index);
        k.integer = lua_isinteger(lua, index) ? lua_tointeger(lua, index) : 0;
    } else if (k.type == LUA_TSTRING) {
        k.text = lua_tolstring(lua, index, &k.length);
    } else if (k.type == LUA_TBOOLEAN) {
        k.integer = lua_toboolean(lua, index);
    } else {
        luaL_error(lua, "the keys of this table have no order: use numbers or texts as keys, not a %s", luaL_typename(lua, index));
    }
    return k;
}

/* Numbers, then texts, then false and true. */
static int compare(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    if (x->type != y->type) {
        int rank_x = x->type == LUA_TNUMBER ? 0 : x->type == LUA_TSTRING ? 1 : 2;
        int rank_y = y->type == LUA_TNUMBER ? 0 : y->type == LUA_TSTRING ? 1 : 2;
        return rank_x - rank_y;
    }
    if (x->type == LUA_TSTRING) {
        int order = memcmp(x->text, y->text, x->length < y->length ? x->length : y->length);
        return order ? order : (x->length > y->length) - (x->length < y->length);
    }
    if (x->type == LUA_TNUMBER && x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->integer > y->integer) - (x->integer < y->integer);
}

/* Of putting the key at `index` in order. */
static uint64_t key_work(lua_State *lua, int index)
{
    return 4 + (lua_type(lua, index) == LUA_TSTRING ? lua_rawlen(lua, index) / 4 : 0);
}

static void push_key(lua_State *lua, const struct key *k)
{
    if (k->type == LUA_TSTRING)
        lua_pushlstring(lua, k->text, k->length);
    else if (k->type == LUA_TBOOLEAN)
        lua_pushboolean(lua, (int)k->integer);
    else if (k->integer || k->number == 0)
        lua_pushinteger(lua, k->integer);
    else
        lua_pushnumber(lua, k->number);
}

/* Goes on to the next key that still has a value. Upvalues: the keys in order, the place. */
static int next_pair(lua_State *lua)
{
    lua_Integer at = lua_tointeger(lua, lua_upvalueindex(2));
    luaL_checktype(lua, 1, LUA_TTABLE);
    for (;;) {
        if (lua_rawgeti(lua, lua_upvalueindex(1), ++at) == LUA_TNIL)
            return 1;
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, 1) != LUA_TNIL)
            break;
        lua_pop(lua, 2);
    }
    lua_pushinteger(lua, at);
    lua_replace(lua, lua_upvalueindex(2));
    return 2;
}

static int safe_pairs(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 1);
    if (luaL_callmeta(lua, 1, "__pairs")) /* a lazy map of the library: now it has everything */
        lua_settop(lua, 1);
    size_t n = 0;
    uint64_t work = 20;
    for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1), n++)
        work += key_work(lua, -2);
    uk_charge(lua, work);
    struct key *keys = lua_newuserdatauv(lua, n * sizeof *keys + 1, 0);
    size_t i = 0;
    for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1))
        keys[i++] = key_at(lua, -2);
    if (n > 1)
        qsort(keys, n, sizeof *keys, compare);
    lua_createtable(lua, n < INT32_MAX ? (int)n : 0, 0);
    for (i = 0; i < n; i++) {
        push_key(lua, &keys[i]);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 2);
    lua_pushvalue(lua, 1);
    lua_pushnil(lua);
    return 3;
}

/* The key that comes after the one given, found by looking at all of them: for `next(t) == nil`, not for long walks. */
static int safe_next(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 2);
    struct key after = {0}, best = {0};
    bool from_start = lua_isnil(lua, 2), found = false;
    if (!from_start)
        after = key_at(lua, 2);
    uint64_t work = 0;
    for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1)) {
        work += key_work(lua, -2);
        struct key k = key_at(lua, -2);
        if ((from_start || compare(&k, &after) > 0) && (!found || compare(&k, &best) < 0)) {
            best = k;
            found = true;
        }
    }
    uk_charge(lua, work);
    if (!found) {
        lua_pushnil(lua);
        return 1;
    }
    push_key(lua, &best);
    lua_pushvalue(lua, -1);
    lua_rawget(lua, 1);
    return 2;
}

void uk_safe_set_base(lua_State *lua)
{
    static const luaL_Reg functions[] = {
        {"next", safe_next}, {"pairs", safe_pairs}, {"pcall", safe_pcall}, {"tostring", safe_tostring}, {NULL, NULL}};
    luaL_setfuncs(lua, functions, 0);
}

void uk_safe_push(lua_State *lua)
{
    lua_newtable(lua);
    luaL_getsubtable(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    int loaded = lua_gettop(lua);
    lua_pushvalue(lua, -2);
    lua_getfield(lua, loaded, LUA_GNAME);
    lua_insert(lua, -2);
    copy(lua, -2, base_names);
    lua_getfield(lua, -2, "tonumber");
    lua_pushcclosure(lua, safe_tonumber, 1);
    lua_setfield(lua, -2, "tonumber");
    lua_pop(lua, 2);
    lua_newtable(lua);
    lua_getfield(lua, loaded, LUA_MATHLIBNAME);
    lua_insert(lua, -2);
    copy(lua, -2, math_names);
    lua_remove(lua, -2);
    lua_remove(lua, loaded);
    lua_setfield(lua, -2, "math");
    uk_safe_set_base(lua);
    uk_safe_push_string(lua);
    lua_setfield(lua, -2, "string");
    uk_safe_push_table(lua);
    lua_setfield(lua, -2, "table");
}

void uk_safe_open(lua_State *lua)
{
    luaL_requiref(lua, LUA_GNAME, luaopen_base, 0);
    luaL_requiref(lua, LUA_STRLIBNAME, luaopen_string, 0);
    luaL_requiref(lua, LUA_TABLIBNAME, luaopen_table, 0);
    luaL_requiref(lua, LUA_MATHLIBNAME, luaopen_math, 0);
    lua_pop(lua, 4);
    /* the methods of strings: a table of their own, which no script can reach to change it */
    lua_pushliteral(lua, "");
    lua_getmetatable(lua, -1);
    uk_safe_push_string(lua);
    lua_setfield(lua, -2, "__index");
    lua_pop(lua, 2);
}
