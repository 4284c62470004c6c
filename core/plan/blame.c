/* blame.c - which line of the author's script is meant, and errors as sentences. */
#include "planning.h"

#include "../base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LEVELS 200
#define MOST_VERBS 1000

static int line_on_stack(lua_State *lua, const char *source)
{
    lua_Debug at;
    for (int level = 0; level < MOST_LEVELS && lua_getstack(lua, level, &at); level++) {
        lua_getinfo(lua, "Sl", &at);
        if (at.currentline > 0 && strcmp(at.source, source) == 0)
            return at.currentline;
    }
    return 0;
}

int uk_author_line(lua_State *lua)
{
    struct uk_planning *p = uk_planning_of(lua);
    int line = line_on_stack(lua, p->source_name);
    return line || !p->scheduler.running ? line : p->scheduler.running->line;
}

char *uk_author_place(lua_State *lua, char out[UK_PLACE_SIZE])
{
    const char *chunk = uk_planning_of(lua)->request->chunk;
    int line = uk_author_line(lua);
    if (line)
        snprintf(out, UK_PLACE_SIZE, "%s:%d", chunk, line);
    else
        snprintf(out, UK_PLACE_SIZE, "%s", chunk);
    return out;
}

_Noreturn void uk_blame(lua_State *lua, const char *format, ...)
{
    struct uk_message m;
    va_list args;
    va_start(args, format);
    vsnprintf(m.text, sizeof m.text, format, args);
    va_end(args);
    char place[UK_PLACE_SIZE];
    lua_pushfstring(lua, "%s: %s", uk_author_place(lua, place), m.text);
    lua_error(lua);
    __builtin_unreachable();
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *uk_nearest(const char *wanted, const char **names, int count)
{
    if (count > 1)
        qsort(names, (size_t)count, sizeof *names, by_name);
    names[count] = NULL;
    return uk_text_nearest(wanted, names);
}

/* The function of the environment whose name is near `wanted`. On `lua`'s stack, so it lives until the stack goes. */
static const char *nearest_verb(struct uk_planning *p, lua_State *lua, const char *wanted)
{
    const char *names[MOST_VERBS + 1];
    int n = 0;
    if (!lua_checkstack(lua, 4))
        return NULL;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, p->env);
    lua_pushnil(lua);
    while (lua_next(lua, -2)) {
        if (lua_type(lua, -2) == LUA_TSTRING && lua_isfunction(lua, -1) && n < MOST_VERBS)
            names[n++] = lua_tostring(lua, -2);
        lua_pop(lua, 1);
    }
    return uk_nearest(wanted, names, n);
}

/* "attempt to call a nil value (global 'pres')" is a word that the author got wrong. */
static bool unknown_verb(struct uk_planning *p, lua_State *lua, const char *text, struct uk_message *m)
{
    static const char said[] = ": attempt to call a nil value (global '";
    const char *at = strstr(text, said);
    char name[65];
    if (!at || strncmp(text, p->source_name + 1, strlen(p->source_name + 1)) != 0)
        return false;
    size_t n = strcspn(at + sizeof said - 1, "'");
    if (n == 0 || n >= sizeof name)
        return false;
    memcpy(name, at + sizeof said - 1, n);
    name[n] = '\0';
    const char *near = nearest_verb(p, lua, name);
    if (near)
        uk_fail(m, UNKNOT_BAD_SCRIPT, "%.*s: there is no verb '%s' (did you mean '%s'?)", (int)(at - text), text, name, near);
    else
        uk_fail(m, UNKNOT_BAD_SCRIPT, "%.*s: there is no verb '%s'", (int)(at - text), text, name);
    return true;
}

/* Lua's own words for it say nothing to an author. */
static const char *plain(const char *text, char out[UK_MESSAGE_SIZE])
{
    static const char said[] = "C stack overflow";
    const char *at = strstr(text, said);
    if (!at)
        return text;
    snprintf(out, UK_MESSAGE_SIZE, "%.*scalls or brackets are nested too deeply", (int)(at - text), text);
    return out;
}

/* Lua shortens long names of files, and writes the line behind. */
static bool begins_with_chunk(const char *text, const char *chunk)
{
    size_t n = strlen(chunk);
    if (n > LUA_IDSIZE - 1)
        n = LUA_IDSIZE - 1;
    return strncmp(text, chunk, n) == 0 && text[n] == ':';
}

int uk_script_error(struct uk_planning *p, lua_State *lua, int lua_status, struct uk_message *m)
{
    if (lua_status == LUA_ERRMEM)
        uk_budget_no_memory(lua);
    const char *chunk = p->request->chunk, *text = NULL;
    char number[64], words[UK_MESSAGE_SIZE];
    if (lua_type(lua, -1) == LUA_TSTRING) {
        text = lua_tostring(lua, -1);
    } else if (lua_type(lua, -1) == LUA_TNUMBER) {
        snprintf(number, sizeof number, "error %.14g", lua_tonumber(lua, -1));
        text = number;
    }
    if (!text || !*text)
        text = "it raised an error without a sentence";
    if (unknown_verb(p, lua, text, m))
        return UNKNOT_BAD_SCRIPT;
    text = plain(text, words);
    if (begins_with_chunk(text, chunk))
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s", text);
    char place[UK_PLACE_SIZE];
    return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s: %s", uk_author_place(lua, place), text);
}
