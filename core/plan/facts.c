#include "facts.h"

#include "../base/text.h"
#include "../base/time.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ITEMS 100
#define MOST_NAME 60
#define MOST_TEXT_BYTES ((size_t)1 << 20) /* of all texts; a table may hold the same long one ten thousand times */
#define FIELD_WORK 300                    /* of looking what a field may have been meant to be, in instructions */

/* One reading: after the first failure nothing more is done. */
struct reader {
    struct uk_planning *p;
    lua_State *lua;
    struct uk_arena *arena;
    struct uk_message *m;
    size_t text_bytes; /* kept so far */
    int status;
};

#define FAIL(r, ...) ((r)->status = (r)->status ? (r)->status : uk_fail((r)->m, UNKNOT_BAD_SCRIPT, __VA_ARGS__))

/* The value on top of the stack as a text that is kept; "" on failure. */
static const char *keep(struct reader *r, const char *what)
{
    size_t n;
    const char *chunk = r->p->request->chunk, *text = "";
    if (lua_type(r->lua, -1) != LUA_TSTRING) {
        FAIL(r, "%s: %s is a %s, it must be a text", chunk, what, luaL_typename(r->lua, -1));
        return "";
    }
    text = lua_tolstring(r->lua, -1, &n);
    if (n > UK_MOST_TEXT)
        FAIL(r, "%s: %s is too long: at most %d letters", chunk, what, UK_MOST_TEXT);
    else if (!uk_text_is_utf8(text, n))
        FAIL(r, "%s: %s is not UTF-8 text", chunk, what);
    r->text_bytes += n;
    if (r->text_bytes > MOST_TEXT_BYTES)
        FAIL(r, "%s: it says too much of itself: at most %zu MiB in all", chunk, MOST_TEXT_BYTES >> 20);
    const char *kept = r->status ? "" : uk_arena_text(r->arena, text, n);
    if (!kept)
        r->status = uk_no_memory(r->m);
    return kept ? kept : "";
}

/* The field `name` of the table on top: text, or "" when there is none and none is needed. */
static const char *text_field(struct reader *r, const char *name, bool needed)
{
    const char *text = "";
    char what[MOST_NAME + 3];
    snprintf(what, sizeof what, "'%s'", name);
    if (lua_getfield(r->lua, -1, name) != LUA_TNIL)
        text = keep(r, what);
    if (needed && !*text)
        FAIL(r, "%s: there is no '%s': say what the routine is called", r->p->request->chunk, name);
    lua_pop(r->lua, 1);
    return text;
}

/* Length of the list on top of the stack. */
static size_t list_length(struct reader *r, const char *what)
{
    size_t n = lua_istable(r->lua, -1) ? lua_rawlen(r->lua, -1) : 0;
    if (!lua_istable(r->lua, -1))
        FAIL(r, "%s: %s is a %s, it must be a list", r->p->request->chunk, what, luaL_typename(r->lua, -1));
    if (n > MOST_ITEMS)
        FAIL(r, "%s: %s has more than %d items", r->p->request->chunk, what, MOST_ITEMS);
    return r->status ? 0 : n;
}

static void *get(struct reader *r, size_t size)
{
    void *memory = uk_arena_get(r->arena, size);
    if (!memory && !r->status)
        r->status = uk_no_memory(r->m);
    return memory;
}

/* The list on top of the stack. Never NULL but when there is no memory. */
static const char **texts(struct reader *r, const char *what)
{
    size_t n = list_length(r, what);
    const char **list = get(r, (n + 1) * sizeof *list);
    for (size_t i = 0; list && i < n; i++) {
        lua_rawgeti(r->lua, -1, (lua_Integer)i + 1);
        list[i] = keep(r, what);
        lua_pop(r->lua, 1);
    }
    return list;
}

static const char **list_field(struct reader *r, const char *name)
{
    const char **list;
    char what[MOST_NAME + 3];
    snprintf(what, sizeof what, "'%s'", name);
    if (lua_getfield(r->lua, -1, name) == LUA_TNIL)
        lua_newtable(r->lua), lua_replace(r->lua, -2);
    list = texts(r, what);
    lua_pop(r->lua, 1);
    return list;
}

static double minutes(struct reader *r, const char *what)
{
    int is_number;
    double value = lua_tonumberx(r->lua, -1, &is_number);
    if (!is_number || !(value > 0 && value <= UK_MOST_CAP_MINUTES))
        FAIL(r, "%s: %s must be minutes, more than 0 and at most %d", r->p->request->chunk, what, UK_MOST_CAP_MINUTES);
    return value;
}

static void read_minutes(struct reader *r, struct uk_routine_facts *f)
{
    size_t n = lua_getfield(r->lua, -1, "minutes") == LUA_TNIL ? 0 : list_length(r, "'minutes'");
    f->minutes = get(r, (n + 1) * sizeof *f->minutes);
    for (size_t i = 0; f->minutes && i < n; i++) {
        lua_rawgeti(r->lua, -1, (lua_Integer)i + 1);
        f->minutes[i] = minutes(r, "each of 'minutes'");
        lua_pop(r->lua, 1);
    }
    f->minutes_count = n;
    lua_pop(r->lua, 1);
}

static int by_name(const void *a, const void *b)
{
    const struct uk_facts_param *x = a, *y = b;
    return strcmp(x->name, y->name);
}

static void read_params(struct reader *r, struct uk_routine_facts *f)
{
    const char *chunk = r->p->request->chunk;
    bool there = lua_getfield(r->lua, -1, "params") != LUA_TNIL;
    if (there && !lua_istable(r->lua, -1))
        FAIL(r, "%s: 'params' is a %s, it must be a table of lists", chunk, luaL_typename(r->lua, -1));
    size_t n = 0;
    f->params = get(r, (MOST_ITEMS + 1) * sizeof *f->params);
    lua_pushnil(r->lua);
    while (there && !r->status && lua_next(r->lua, -2)) {
        const char *name = lua_type(r->lua, -2) == LUA_TSTRING ? lua_tostring(r->lua, -2) : "";
        char what[MOST_NAME + 30];
        snprintf(what, sizeof what, "the param '%.*s'", MOST_NAME, name);
        if (!*name || strlen(name) > MOST_NAME || !uk_text_is_utf8(name, lua_rawlen(r->lua, -2)))
            FAIL(r, "%s: 'params' must be a table of names with lists: params = { side = { \"both\", \"left\" } }", chunk);
        else if (n == MOST_ITEMS)
            FAIL(r, "%s: 'params' has more than %d items", chunk, MOST_ITEMS);
        else if (list_length(r, what) == 0)
            FAIL(r, "%s: %s needs at least one value, the first is the default", chunk, what);
        if (r->status)
            break;
        f->params[n].name = uk_arena_text(r->arena, name, strlen(name));
        f->params[n].values = texts(r, what);
        if (!f->params[n++].name)
            r->status = uk_no_memory(r->m);
        lua_pop(r->lua, 1);
    }
    f->param_count = n;
    if (!r->status && n > 1)
        qsort(f->params, n, sizeof *f->params, by_name);
}

/* A field that is nearly one of the known ones is one that was meant. Others may be of a later unknot. */
static void check_fields(struct reader *r)
{
    static const char *const known[] = {"title", "summary", "region", "position", "tools",
                                        "points", "minutes", "params", "dose", "cap", "play", NULL};
    const char *unknown = NULL;
    for (lua_pushnil(r->lua); lua_next(r->lua, -2); lua_pop(r->lua, 1)) {
        uk_charge(r->lua, FIELD_WORK);
        const char *name = lua_type(r->lua, -2) == LUA_TSTRING ? lua_tostring(r->lua, -2) : NULL;
        if (name && uk_name_index(known, name) < 0 && uk_text_nearest(name, known) && (!unknown || strcmp(name, unknown) < 0))
            unknown = name;
    }
    if (unknown)
        FAIL(r, "%s: a routine has no '%.60s' (did you mean '%s'?)", r->p->request->chunk, unknown,
             uk_text_nearest(unknown, known));
}

int uk_facts_read(struct uk_planning *p, lua_State *lua, struct uk_routine_facts *f, int64_t *cap_ns, struct uk_message *m)
{
    const char *chunk = p->request->chunk;
    struct reader r = {.p = p, .lua = lua, .arena = &f->arena, .m = m};
    if (lua_gettop(lua) < 1 || !lua_istable(lua, -1))
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s: the file must return a table: return { title = \"...\", play = function(with) ... end }",
                       chunk);
    check_fields(&r);
    f->title = text_field(&r, "title", true);
    f->summary = text_field(&r, "summary", false);
    f->region = text_field(&r, "region", false);
    f->position = list_field(&r, "position");
    f->tools = list_field(&r, "tools");
    f->points = list_field(&r, "points");
    read_minutes(&r, f);
    double cap = UK_CAP_MINUTES;
    if (lua_getfield(lua, -1, "cap") != LUA_TNIL)
        cap = minutes(&r, "'cap'");
    lua_pop(lua, 1);
    if (lua_getfield(lua, -1, "play") != LUA_TFUNCTION)
        FAIL(&r, "%s: there is no 'play': say what happens in play = function(with) ... end", chunk);
    lua_pop(lua, 1);
    int top = lua_gettop(lua);
    if (!r.status)
        read_params(&r, f);
    lua_settop(lua, top);
    *cap_ns = r.status ? 0 : llround(cap * 60 * (double)UK_NS_PER_S);
    if (*cap_ns > UK_LAST_NS - UK_MOST_FADE_NS)
        *cap_ns = UK_LAST_NS - UK_MOST_FADE_NS;
    return r.status;
}
