/* safe_string.c - the string library within bounds. */
#include "planning.h"
#include "safe.h"

#include <lualib.h>
#include <string.h>

#define MOST_RESULT ((size_t)1 << 20)
#define MOST_SUBJECT ((size_t)64 << 10) /* of patterns, which cannot be interrupted */
#define MOST_PATTERN 1000
#define MOST_VALUES 1000 /* from one call */
#define NUMBER_WORK 1000 /* of writing one: it may have 300 digits, and 99 behind the point */

/* Calls Lua's own function, the first upvalue, with the arguments. */
static int hand_on(lua_State *lua)
{
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
    return lua_gettop(lua);
}

static int safe_linear(lua_State *lua)
{
    size_t n;
    luaL_checklstring(lua, 1, &n);
    uk_charge(lua, n / 16);
    return hand_on(lua);
}

static int safe_pattern(lua_State *lua)
{
    size_t n, pattern;
    luaL_checklstring(lua, 1, &n);
    luaL_checklstring(lua, 2, &pattern);
    if (n > MOST_SUBJECT || pattern > MOST_PATTERN)
        return luaL_error(lua, "the text is too long to be searched: at most %d KiB, and %d letters of pattern",
                          (int)(MOST_SUBJECT >> 10), MOST_PATTERN);
    uk_charge(lua, 2 * n + 20);
    return hand_on(lua);
}

static int safe_rep(lua_State *lua)
{
    size_t n, separator = 0;
    luaL_checklstring(lua, 1, &n);
    lua_Integer times = luaL_checkinteger(lua, 2);
    luaL_optlstring(lua, 3, "", &separator);
    if (times > 0 && n + separator > 0 && (size_t)times > MOST_RESULT / (n + separator))
        return luaL_error(lua, "the text would be too long: at most %d KiB", (int)(MOST_RESULT >> 10));
    if (times <= 0 || n + separator == 0) { /* Lua's own counts to the end even then */
        lua_pushliteral(lua, "");
        return 1;
    }
    uk_charge(lua, (n + separator) * (size_t)times / 16 + (size_t)times / 2);
    return hand_on(lua);
}

static int safe_byte(lua_State *lua)
{
    size_t n;
    luaL_checklstring(lua, 1, &n);
    lua_Integer from = luaL_optinteger(lua, 2, 1), to = luaL_optinteger(lua, 3, from);
    if (from < 0)
        from += (lua_Integer)n + 1;
    if (to < 0)
        to += (lua_Integer)n + 1;
    if (from < 1)
        from = 1;
    if (to > (lua_Integer)n)
        to = (lua_Integer)n;
    if (to >= from && (lua_Unsigned)to - (lua_Unsigned)from >= MOST_VALUES)
        return luaL_error(lua, "too many letters at once: at most %d", MOST_VALUES);
    return hand_on(lua);
}

/* What is written with %s is written without addresses, and %p is not there: both would differ from run to run. */
static int safe_format(lua_State *lua)
{
    size_t n;
    const char *format = luaL_checklstring(lua, 1, &n), *end = format + n;
    if (n > MOST_SUBJECT)
        return luaL_error(lua, "the format is too long: at most %d KiB", (int)(MOST_SUBJECT >> 10));
    size_t total = n, work = 20;
    int argument = 1, top = lua_gettop(lua);
    for (const char *at = format; at < end; at++) {
        if (*at != '%')
            continue;
        if (++at < end && *at == '%')
            continue;
        at += strspn(at, "-+ #0123456789.");
        argument++;
        if (at < end && *at == 'p')
            return luaL_error(lua, "'%%p' would differ from run to run: leave it out");
        work += at < end && *at && strchr("aAeEfFgG", *at) ? NUMBER_WORK : 20;
        if (at < end && (*at == 's' || *at == 'q') && argument <= top) {
            if (*at == 's') {
                lua_pushvalue(lua, argument);
                uk_safe_text(lua);
                lua_replace(lua, argument);
            }
            size_t length = 0;
            if (lua_type(lua, argument) == LUA_TSTRING)
                lua_tolstring(lua, argument, &length);
            total += length;
        }
    }
    if (total > MOST_RESULT)
        return luaL_error(lua, "the text would be too long: at most %d KiB", (int)(MOST_RESULT >> 10));
    uk_charge(lua, total / 16 + work);
    return hand_on(lua);
}

void uk_safe_push_string(lua_State *lua)
{
    static const luaL_Reg functions[] = {
        {"byte", safe_byte},    {"find", safe_pattern},     {"format", safe_format}, {"gmatch", safe_pattern},
        {"gsub", safe_pattern}, {"len", safe_linear},       {"lower", safe_linear},  {"match", safe_pattern},
        {"rep", safe_rep},      {"reverse", safe_linear},   {"sub", safe_linear},    {"upper", safe_linear},
        {NULL, NULL},
    };
    lua_newtable(lua);
    luaL_getsubtable(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_getfield(lua, -1, LUA_STRLIBNAME);
    for (const luaL_Reg *f = functions; f->name; f++) {
        lua_getfield(lua, -1, f->name);
        lua_pushcclosure(lua, f->func, 1);
        lua_setfield(lua, -4, f->name);
    }
    lua_getfield(lua, -1, "char");
    lua_setfield(lua, -4, "char");
    lua_pop(lua, 2);
}
