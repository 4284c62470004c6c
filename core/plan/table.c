#include "table.h"

#include "../base/text.h"
#include "../base/time.h"
#include "talk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TEXT_BYTES ((size_t)4 << 20) /* of all texts in a plan */
#define MOST_NAMES 1000
#define CALL_WORK 20 /* of a call into this table, in instructions */

struct uk_planning *uk_playing(lua_State *lua)
{
    struct uk_planning *p = uk_planning_of(lua);
    if (!p->playing)
        uk_blame(lua, "nothing can sound or wait while the file is read: put it inside play = function(with) ... end");
    uk_charge(lua, CALL_WORK);
    return p;
}

const char *uk_checked_text(lua_State *lua, int index, const char *what)
{
    size_t n;
    if (lua_isnoneornil(lua, index))
        uk_blame(lua, "%s is missing", what);
    if (lua_type(lua, index) != LUA_TSTRING && lua_type(lua, index) != LUA_TNUMBER)
        uk_blame(lua, "%s is a %s, it must be a text", what, luaL_typename(lua, index));
    const char *text = lua_tolstring(lua, index, &n);
    if (n > UK_MOST_TEXT)
        uk_blame(lua, "%s is too long: at most %d letters", what, UK_MOST_TEXT);
    if (!uk_text_is_utf8(text, n))
        uk_blame(lua, "%s is not UTF-8 text: save the script as UTF-8", what);
    if (!uk_text_is_plain(text))
        uk_blame(lua, "%s has a letter that can neither be shown nor spoken, such as Escape: take it out", what);
    return text;
}

void uk_keep_text(struct uk_planning *p, lua_State *lua, const char *text)
{
    p->text_bytes += strlen(text) + 16;
    if (p->text_bytes > MOST_TEXT_BYTES)
        uk_blame(lua, "the routine has too many words: at most %zu MiB", MOST_TEXT_BYTES >> 20);
}

void uk_added(lua_State *lua, int status)
{
    if (status == UNKNOT_LIMIT)
        uk_blame(lua, "the routine is too much: at most %d sounds, marks, spans or notes each", UK_MOST_CUES);
    if (status)
        uk_budget_no_memory(lua);
}

int64_t uk_checked_ns(lua_State *lua, int index, const char *what)
{
    int is_number;
    double seconds = lua_tonumberx(lua, index, &is_number);
    if (lua_isnoneornil(lua, index))
        uk_blame(lua, "%s is missing", what);
    if (isnan(seconds))
        uk_blame(lua, "%s is not a number: was it divided by 0?", what);
    if (!is_number)
        uk_blame(lua, "%s is a %s, it must be a number of seconds", what, luaL_typename(lua, index));
    if (!(seconds >= 0))
        uk_blame(lua, "%s is %g s, it must be 0 or more", what, seconds);
    int64_t ns = uk_ns_from_seconds(seconds);
    return ns < 0 ? UK_LAST_NS : ns;
}

static int64_t clamped(int64_t at_ns)
{
    return at_ns > UK_LAST_NS ? UK_LAST_NS : at_ns;
}

static struct uk_planning *may_block(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    if (!lua_isyieldable(lua))
        uk_blame(lua, "nothing can wait inside table.sort or string.gsub");
    return p;
}

static int core_now(lua_State *lua)
{
    lua_pushnumber(lua, (double)uk_planning_of(lua)->scheduler.now_ns / (double)UK_NS_PER_S);
    return 1;
}

static int core_wait(lua_State *lua)
{
    struct uk_scheduler *s = &may_block(lua)->scheduler;
    uk_scheduler_wait(s, clamped(s->now_ns + uk_checked_ns(lua, 1, "the time to wait")));
    return lua_yield(lua, 0);
}

static int core_wait_until(lua_State *lua)
{
    struct uk_scheduler *s = &may_block(lua)->scheduler;
    uk_scheduler_wait(s, uk_checked_ns(lua, 1, "the time to wait until"));
    return lua_yield(lua, 0);
}

static uint32_t event_set(lua_State *lua, int index)
{
    uint32_t events = 0;
    if (!lua_istable(lua, index))
        uk_blame(lua, "what to listen for is a %s, it must be a list of events", luaL_typename(lua, index));
    lua_Integer n = (lua_Integer)lua_rawlen(lua, index);
    for (lua_Integer i = 1; i <= n && i <= MOST_NAMES; i++) {
        lua_rawgeti(lua, index, i);
        const char *name = uk_checked_text(lua, -1, "an event");
        int event = uk_name_index(uk_event_names, name);
        const char *near = event < 0 ? uk_text_nearest(name, uk_event_names) : NULL;
        if (event < 0 && near)
            uk_blame(lua, "there is no event '%.60s' (did you mean '%s'?)", name, near);
        if (event < 0)
            uk_blame(lua, "there is no event '%.60s'", name);
        events |= 1u << event;
        lua_pop(lua, 1);
    }
    return events;
}

static int core_listen(lua_State *lua)
{
    struct uk_scheduler *s = &may_block(lua)->scheduler;
    uint32_t events = event_set(lua, 2);
    int64_t until_ns = INT64_MAX;
    if (!lua_isnil(lua, 1))
        until_ns = clamped(s->now_ns + uk_checked_ns(lua, 1, "the time to listen"));
    uk_scheduler_listen(s, until_ns, events);
    return lua_yield(lua, 0);
}

/* Where the thread of the function at index 1 comes from: the line that spawns it, else the one on which the author's function begins, for
 * a verb that is called last in it has taken its place on the stack. */
static int line_of_thread(lua_State *lua)
{
    lua_Debug about;
    int line = uk_author_line(lua);
    if (line)
        return line;
    lua_pushvalue(lua, 1);
    lua_getinfo(lua, ">S", &about);
    return strcmp(about.source, uk_planning_of(lua)->source_name) == 0 ? about.linedefined : 0;
}

static int core_spawn(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    if (!lua_isfunction(lua, 1))
        uk_blame(lua, "spawn needs a function, this is a %s", luaL_typename(lua, 1));
    uk_charge(lua, 1000);
    int id = uk_scheduler_spawn(&p->scheduler, lua, lua_gettop(lua) - 1, line_of_thread(lua));
    if (id == -1)
        uk_blame(lua, "too many threads at once: at most %d", UK_MOST_THREADS);
    if (id < 0)
        uk_budget_no_memory(lua);
    lua_pushinteger(lua, id);
    return 1;
}

/* A thread that was spawned once; the first one is nobody's. */
static int checked_id(lua_State *lua, int index)
{
    int is_integer;
    lua_Integer id = lua_tointegerx(lua, index, &is_integer);
    if (!is_integer || id <= UK_FIRST_THREAD || id > uk_planning_of(lua)->scheduler.last_id)
        uk_blame(lua, "there is no such thread: use what spawn returned");
    return (int)id;
}

static int core_join(lua_State *lua)
{
    struct uk_scheduler *s = &may_block(lua)->scheduler;
    int n = lua_gettop(lua), running = 0;
    for (int i = 1; i <= n; i++) {
        int id = checked_id(lua, i);
        if (id == s->running->id)
            uk_blame(lua, "a thread cannot wait for itself");
        running += uk_scheduler_thread(s, id) != NULL;
    }
    if (running == 0)
        return 0;
    int *ids = malloc((size_t)running * sizeof *ids);
    if (!ids)
        uk_budget_no_memory(lua);
    for (int i = 1, k = 0; i <= n; i++) {
        int id = (int)lua_tointeger(lua, i);
        if (uk_scheduler_thread(s, id))
            ids[k++] = id;
    }
    uk_scheduler_join(s, ids, running);
    return lua_yield(lua, 0);
}

static int core_cancel(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    char place[UK_PLACE_SIZE];
    int id = checked_id(lua, 1);
    uk_charge(lua, 10 * (uint64_t)p->scheduler.count);
    if (!uk_scheduler_cancel(&p->scheduler, id))
        return 0;
    if (!lua_isyieldable(lua))
        uk_refuse_with(UNKNOT_BAD_SCRIPT, "%s: a thread cannot end itself inside table.sort or string.gsub",
                       uk_author_place(lua, place)); /* it is over: nothing may catch this */
    return lua_yield(lua, 0);
}

static int core_alive(lua_State *lua)
{
    lua_pushboolean(lua, uk_scheduler_thread(&uk_playing(lua)->scheduler, checked_id(lua, 1)) != NULL);
    return 1;
}

static int core_mark(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    struct uk_mark k = {.at_ns = p->scheduler.now_ns, .title = uk_checked_text(lua, 1, "the title of a mark")};
    lua_Integer level = luaL_optinteger(lua, 2, 1);
    if (level < 1 || level > 9)
        uk_blame(lua, "the level of a mark is 1 (part) or 2 (step)");
    k.level = (int)level;
    k.line = uk_author_line(lua);
    uk_keep_text(p, lua, k.title);
    uk_added(lua, uk_timeline_add_mark(p->timeline, &k));
    return 0;
}

static int core_span(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    struct uk_span s = {.at_ns = p->scheduler.now_ns, .length_ns = -1};
    s.point = uk_checked_text(lua, 1, "the point");
    s.side = lua_isnoneornil(lua, 2) ? "" : uk_checked_text(lua, 2, "the side");
    int is_number;
    s.level = lua_tonumberx(lua, 3, &is_number);
    if (!is_number || !(s.level >= 0 && s.level <= 10))
        uk_blame(lua, "the level of pressure must be a number from 0 to 10");
    uk_keep_text(p, lua, s.point);
    uk_keep_text(p, lua, s.side);
    uk_added(lua, uk_timeline_add_span(p->timeline, &s));
    lua_pushinteger(lua, p->timeline->span_count);
    return 1;
}

static int core_close(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    lua_Integer id = lua_tointeger(lua, 1);
    if (id < 1 || id > (lua_Integer)p->timeline->span_count)
        uk_blame(lua, "there is no such span: use what span returned");
    struct uk_span *s = &p->timeline->spans[id - 1];
    if (s->length_ns < 0)
        s->length_ns = p->scheduler.now_ns - s->at_ns;
    return 0;
}

static int core_random(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    int n = lua_gettop(lua);
    if (n == 0) {
        lua_pushnumber(lua, uk_random_unit(&p->random));
        return 1;
    }
    int first_is, last_is = 1;
    lua_Integer least = 1, most = lua_tointegerx(lua, 1, &first_is);
    if (n > 1) {
        least = most;
        most = lua_tointegerx(lua, 2, &last_is);
    }
    if (!first_is || !last_is || least > most)
        uk_blame(lua, "random needs whole numbers, the smaller one first");
    lua_pushinteger(lua, uk_random_between(&p->random, least, most));
    return 1;
}

/* note(code, text [, line]) */
static int core_note(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    struct uk_note note = {.code = uk_checked_text(lua, 1, "the code of a note"), .text = uk_checked_text(lua, 2, "a note")};
    note.line = (int)luaL_optinteger(lua, 3, -1);
    if (note.line < 0)
        note.line = uk_author_line(lua);
    uk_keep_text(p, lua, note.code);
    uk_keep_text(p, lua, note.text);
    uk_added(lua, uk_timeline_add_note(p->timeline, &note));
    return 0;
}

static int core_line(lua_State *lua)
{
    uk_charge(lua, CALL_WORK);
    lua_pushinteger(lua, uk_author_line(lua));
    return 1;
}

static int core_blame(lua_State *lua)
{
    uk_charge(lua, CALL_WORK);
    uk_blame(lua, "%s", lua_isstring(lua, 1) ? lua_tostring(lua, 1) : "something is wrong here");
}

/* The names of a list, or the keys of a table that is no list. */
static int core_near(lua_State *lua)
{
    const char *names[MOST_NAMES + 1];
    int n = 0;
    if (lua_type(lua, 1) != LUA_TSTRING || !lua_istable(lua, 2)) {
        lua_pushnil(lua);
        return 1;
    }
    bool list = lua_rawlen(lua, 2) > 0;
    for (lua_pushnil(lua); n < MOST_NAMES && lua_next(lua, 2); lua_pop(lua, 1)) {
        int at = list ? -1 : -2;
        if (lua_type(lua, at) == LUA_TSTRING)
            names[n++] = lua_tostring(lua, at);
    }
    names[n] = NULL;
    uk_charge(lua, 100 * (uint64_t)n);
    const char *near = uk_nearest(lua_tostring(lua, 1), names, n);
    lua_pushstring(lua, near); /* NULL is nil */
    return 1;
}

/* lazy(map, fill): fill(map, key) is called for a key that the map lacks, and gives its value; fill(map) before pairs. */
static int core_lazy(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    luaL_checktype(lua, 2, LUA_TFUNCTION);
    lua_createtable(lua, 0, 2);
    lua_pushvalue(lua, 2);
    lua_setfield(lua, -2, "__index");
    lua_pushvalue(lua, 2);
    lua_setfield(lua, -2, "__pairs");
    lua_setmetatable(lua, 1);
    lua_pushvalue(lua, 1);
    return 1;
}

static void push_values(struct uk_planning *p)
{
    lua_State *lua = p->lua;
    lua_newtable(lua);
    for (size_t i = 0; i < p->request->param_count; i++) {
        lua_pushstring(lua, p->request->params[i].value);
        lua_setfield(lua, -2, p->request->params[i].name);
    }
    lua_setfield(lua, -2, "params");
    lua_newtable(lua);
    lua_pushinteger(lua, p->fit.size);
    lua_setfield(lua, -2, "size");
    lua_pushnumber(lua, p->fit.ease);
    lua_setfield(lua, -2, "ease");
    lua_setfield(lua, -2, "fit");
    lua_pushinteger(lua, (lua_Integer)p->request->seed);
    lua_setfield(lua, -2, "seed");
    if (p->request->want == UK_WANT_CHECKED_PLAN && !p->alone) {
        lua_pushlstring(lua, p->request->source, p->request->source_length);
        lua_setfield(lua, -2, "checking"); /* what is checked; nil when a routine is played */
    }
    lua_newtable(lua);
    lua_setfield(lua, -2, "history");
    lua_rawgeti(lua, LUA_REGISTRYINDEX, p->env);
    lua_setfield(lua, -2, "env");
}

void uk_table_push(struct uk_planning *p)
{
    static const luaL_Reg functions[] = {
        {"alive", core_alive},   {"blame", core_blame}, {"cancel", core_cancel}, {"close", core_close},
        {"cue", uk_cue_emit},    {"cut", uk_cue_cut},   {"join", core_join},     {"lazy", core_lazy},     {"length", uk_cue_length},
        {"expect", uk_cue_expect},
        {"line", core_line},     {"listen", core_listen}, {"mark", core_mark},   {"near", core_near},     {"note", core_note},
        {"now", core_now},       {"random", core_random}, {"span", core_span},   {"spawn", core_spawn},
        {"wait", core_wait},     {"wait_until", core_wait_until}, {NULL, NULL},
    };
    luaL_newlib(p->lua, functions);
    push_values(p);
}
