#include "planning.h"

#include "../base/text.h"
#include "../base/time.h"
#include "facts.h"
#include "safe.h"
#include "table.h"
#include "talk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE 100
#define CALM_MEMORY ((size_t)8 << 20)

struct uk_planning *uk_planning_of(lua_State *lua)
{
    return *(struct uk_planning **)lua_getextraspace(lua);
}

/* Only for lack of memory outside of every protected call. */
static int on_panic(lua_State *lua)
{
    uk_budget_no_memory(lua);
}

/* A lua_Writer: appends to the compiled form. */
static int keep_code(lua_State *lua, const void *bytes, size_t n, void *file)
{
    (void)lua;
    struct uk_library_file *f = file;
    char *grown = realloc(f->code, f->code_length + n);
    if (!grown)
        return 1;
    memcpy(grown + f->code_length, bytes, n);
    f->code = grown;
    f->code_length += n;
    return 0;
}

static void forget_code(struct uk_library_file *f)
{
    free(f->code);
    f->code = NULL;
    f->code_length = 0;
}

static const char *chunk_name(const struct uk_library_file *f, char out[CHUNK_SIZE])
{
    snprintf(out, CHUNK_SIZE, "=unknot/%s.lua", f->name);
    return out;
}

static void compile(struct uk_library *library, lua_State *lua, const char *name)
{
    static const char needs[] = "= need(\"";
    char chunk[CHUNK_SIZE], other[CHUNK_SIZE];
    struct uk_library_file *f = uk_library_find(library, name);
    if (!f || f->code)
        return;
    int status = luaL_loadbufferx(lua, f->text, f->length, chunk_name(f, chunk), "t");
    if (!status)
        status = lua_dump(lua, keep_code, f, 0);
    lua_settop(lua, 0);
    if (status) {
        forget_code(f); /* who needs it compiles it again, and hears what is wrong with it */
        return;
    }
    for (const char *p = f->text; (p = strstr(p, needs));) {
        p += sizeof needs - 1;
        snprintf(other, sizeof other, "%.*s", (int)strcspn(p, "\""), p);
        compile(library, lua, other);
    }
}

void uk_planning_compile(struct uk_library *library)
{
    lua_State *lua = luaL_newstate();
    if (lua) {
        compile(library, lua, "init");
        lua_close(lua);
    }
}

/* What was not compiled before is compiled once, for this run and those after it. */
static int load_file(lua_State *lua, struct uk_library_file *f)
{
    char chunk[CHUNK_SIZE];
    chunk_name(f, chunk);
    if (f->code)
        return luaL_loadbufferx(lua, f->code, f->code_length, chunk, "b");
    int status = luaL_loadbufferx(lua, f->text, f->length, chunk, "t");
    if (!status && lua_dump(lua, keep_code, f, 0))
        forget_code(f);
    return status;
}

/* Runs a file of the library on top of the stack's arguments; its value is pushed. Raises. */
static void run_file(lua_State *lua, struct uk_planning *p, const char *name)
{
    struct uk_library_file *file = uk_library_find(p->library, name);
    if (!file)
        luaL_error(lua, "the library has no file '%s.lua'", name);
    if (load_file(lua, file))
        lua_error(lua);
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_setupvalue(lua, -2, 1);
    lua_call(lua, 0, 1);
}

/* need(name). Upvalue: the library's environment. The value of each file is kept. */
static int need(lua_State *lua)
{
    struct uk_planning *p = uk_planning_of(lua);
    const char *name = luaL_checkstring(lua, 1);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, p->files);
    int type = lua_getfield(lua, -1, name);
    if (type == LUA_TBOOLEAN && !lua_toboolean(lua, -1))
        return luaL_error(lua, "the library's files need each other in a circle at '%s'", name);
    if (type != LUA_TNIL)
        return 1;
    lua_pop(lua, 1);
    lua_pushboolean(lua, false);
    lua_setfield(lua, -2, name);
    run_file(lua, p, name);
    if (lua_isnil(lua, -1)) {
        lua_pop(lua, 1);
        lua_pushboolean(lua, true);
    }
    lua_pushvalue(lua, -1);
    lua_setfield(lua, -3, name);
    return 1;
}

/* Leaves the library's start function on the stack. */
static int run_library(struct uk_planning *p, struct uk_message *m)
{
    lua_State *lua = p->lua;
    uk_safe_push(lua);
    p->env = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_newtable(lua);
    p->files = luaL_ref(lua, LUA_REGISTRYINDEX);
    uk_safe_push(lua);
    uk_table_push(p);
    lua_setfield(lua, -2, "core");
    lua_pushvalue(lua, -1);
    lua_pushcclosure(lua, need, 1);
    lua_pushvalue(lua, -1);
    p->need = luaL_ref(lua, LUA_REGISTRYINDEX);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, p->need);
    lua_setfield(lua, -3, "need");
    lua_remove(lua, -2);
    lua_pushliteral(lua, "init");
    int status = lua_pcall(lua, 1, 1, 0);
    if (status == LUA_ERRMEM)
        uk_budget_no_memory(lua);
    if (status)
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "the library has an error: %s", luaL_tolstring(lua, -1, NULL));
    if (!lua_isfunction(lua, -1))
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "the library has an error: unknot/init.lua does not return a function");
    return UNKNOT_OK;
}

/* Skips a byte order mark and a first line that begins with '#'; the line's end stays, so that lines keep their numbers. */
static void skip_first_line(const char **source, size_t *n)
{
    if (*n >= 3 && memcmp(*source, "\xef\xbb\xbf", 3) == 0) {
        *source += 3;
        *n -= 3;
    }
    if (*n > 0 && **source == '#')
        while (*n > 0 && **source != '\n') {
            ++*source;
            --*n;
        }
}

/* Runs the routine's file on a thread of its own, which is left on the stack with the routine's table on top of its own. */
static int run_routine(struct uk_planning *p, lua_State **thread, struct uk_message *m)
{
    const struct uk_plan_request *r = p->request;
    const char *source = r->source;
    size_t n = r->source_length;
    int results = 0;
    skip_first_line(&source, &n);
    if (n > 0 && source[0] == LUA_SIGNATURE[0])
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s: this is a compiled script: only the text of a script is taken", r->chunk);
    if (memchr(source, '\0', n))
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s: there is a NUL byte in it: this is no script", r->chunk);
    lua_State *lua = *thread = lua_newthread(p->lua);
    int status = luaL_loadbufferx(lua, source, n, p->source_name, "t");
    if (!status) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, p->env);
        lua_setupvalue(lua, -2, 1);
        status = lua_resume(lua, NULL, 0, &results);
    }
    if (status)
        return uk_script_error(p, lua, status, m);
    lua_settop(lua, results > 0 ? 1 : 0);
    return UNKNOT_OK;
}

/* The stack: start function, routine's thread. */
static int play(struct uk_planning *p, lua_State *routine, struct uk_message *m)
{
    int lua_status = LUA_OK;
    p->playing = true;
    p->timeline = uk_timeline_create();
    if (!p->timeline)
        return uk_no_memory(m);
    lua_pushvalue(p->lua, -2);
    lua_xmove(routine, p->lua, 1);
    if (uk_scheduler_spawn(&p->scheduler, p->lua, 1, 0) < 0)
        return uk_no_memory(m);
    enum uk_scheduler_end end = uk_scheduler_run(&p->scheduler, &lua_status);
    if (end == UK_RAISED)
        return uk_script_error(p, p->scheduler.running->lua, lua_status, m);
    if (end == UK_STUCK)
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s: every thread waits for another to end: one of them must end by itself",
                       p->request->chunk);
    uk_cue_close_all(p, end == UK_CAPPED);
    struct uk_message crowd;
    int status = uk_timeline_check_crowd(p->timeline, &crowd);
    return status ? uk_fail(m, status, "%s: %s", p->request->chunk, crowd.text) : UNKNOT_OK;
}

static int run(struct uk_planning *p, struct uk_timeline **timeline, struct uk_routine_facts *facts, struct uk_message *m)
{
    lua_State *routine = NULL;
    int64_t cap_ns;
    int status = run_library(p, m);
    if (!status)
        status = run_routine(p, &routine, m);
    if (!status)
        status = uk_facts_read(p, routine, facts, &cap_ns, m);
    if (status || !timeline)
        return status;
    p->scheduler.cap_ns = cap_ns;
    status = play(p, routine, m);
    if (status)
        return status;
    *timeline = p->timeline;
    p->timeline = NULL;
    return UNKNOT_OK;
}

static int begin(struct uk_planning *p, struct uk_message *m)
{
    p->budget->runs++;
    p->lua = lua_newstate(uk_budget_alloc, p->budget);
    if (!p->lua)
        return uk_no_memory(m);
    *(struct uk_planning **)lua_getextraspace(p->lua) = p;
    lua_atpanic(p->lua, on_panic);
    snprintf(p->source_name, sizeof p->source_name, "=%s", p->request->chunk);
    uk_scheduler_init(&p->scheduler, p->lua, p->alone ? NULL : p->request->journal);
    uk_random_init(&p->random, p->request->seed);
    uk_budget_watch(p->lua);
    uk_safe_open(p->lua);
    /* most plans end before their garbage is worth collecting */
    lua_gc(p->lua, LUA_GCSTEP, -(int)(CALM_MEMORY >> 10));
    return UNKNOT_OK;
}

static void end(struct uk_planning *p)
{
    uk_timeline_destroy(p->timeline);
    uk_scheduler_finish(&p->scheduler);
    lua_close(p->lua);
}

int uk_planning_run(const struct uk_plan_request *request, const struct uk_library *library, struct uk_budget *budget,
                    struct uk_fit fit, bool alone, struct uk_timeline **timeline, struct uk_routine_facts *facts,
                    struct uk_message *m)
{
    struct uk_planning p = {.request = request, .library = library, .budget = budget, .fit = fit, .alone = alone};
    struct uk_routine_facts unused = {0};
    if (timeline)
        *timeline = NULL;
    int status = begin(&p, m);
    if (status)
        return status;
    status = run(&p, timeline, facts ? facts : &unused, m);
    if (status && facts)
        uk_routine_facts_finish(facts);
    uk_routine_facts_finish(&unused);
    end(&p);
    return status;
}

/* The stack: the library's start function, and what is asked about. */
static int reply_to(struct uk_planning *p, const char *question, char **reply, struct uk_message *m)
{
    lua_State *lua = p->lua;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, p->need);
    lua_pushstring(lua, question);
    int status = lua_pcall(lua, 1, 1, 0);
    if (!status) {
        lua_insert(lua, -2);
        status = lua_pcall(lua, 1, 1, 0);
    }
    if (status)
        return uk_script_error(p, lua, status, m);
    const char *text = lua_isstring(lua, -1) ? lua_tostring(lua, -1) : NULL;
    if (!text || strlen(text) >= UK_MOST_REPLY)
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "the library has no answer to '%s'", question);
    *reply = strdup(text);
    return *reply ? UNKNOT_OK : uk_no_memory(m);
}

int uk_planning_ask(const struct uk_plan_request *request, const struct uk_library *library, struct uk_budget *budget, char **reply,
                    struct uk_message *m)
{
    struct uk_planning p = {.request = request, .library = library, .budget = budget, .fit = UK_FIT_AS_WRITTEN, .alone = true};
    lua_State *source = NULL;
    int status = begin(&p, m);
    if (status)
        return status;
    status = run_library(&p, m);
    if (!status && request->source_length > 0)
        status = run_routine(&p, &source, m);
    if (!status) {
        if (source && lua_gettop(source) > 0)
            lua_xmove(source, p.lua, 1);
        else
            lua_pushnil(p.lua);
        status = reply_to(&p, request->question, reply, m);
    }
    end(&p);
    return status;
}
