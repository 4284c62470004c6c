#include "planning.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

void uk_scheduler_init(struct uk_scheduler *s, lua_State *lua, const struct uk_journal *journal)
{
    *s = (struct uk_scheduler){.lua = lua, .cap_ns = INT64_MAX, .journal = journal};
}

static void free_thread(struct uk_thread *t)
{
    free(t->joins);
    free(t);
}

void uk_scheduler_finish(struct uk_scheduler *s)
{
    for (int i = 0; i < s->count; i++)
        free_thread(s->threads[i]);
    free(s->threads);
    *s = (struct uk_scheduler){0};
}

int uk_scheduler_spawn(struct uk_scheduler *s, lua_State *from, int arguments, int line)
{
    if (s->count >= UK_MOST_THREADS)
        return -1;
    if (s->count == s->room) {
        int room = s->room ? s->room * 2 : 16;
        struct uk_thread **grown = realloc(s->threads, (size_t)room * sizeof *grown);
        if (!grown)
            return -2;
        s->threads = grown;
        s->room = room;
    }
    lua_State *lua = lua_newthread(from);
    int reference = luaL_ref(from, LUA_REGISTRYINDEX);
    if (!lua_checkstack(lua, arguments + 1)) {
        luaL_unref(from, LUA_REGISTRYINDEX, reference);
        return -2;
    }
    struct uk_thread *t = calloc(1, sizeof *t);
    if (!t)
        return -2;
    lua_xmove(from, lua, arguments + 1);
    t->id = ++s->last_id;
    t->parent = s->running ? s->running->id : 0;
    t->line = line;
    t->lua = lua;
    t->reference = reference;
    t->values = arguments;
    t->order = s->order++;
    s->threads[s->count++] = t;
    return t->id;
}

/* Also one that has just ended. */
static struct uk_thread *find(const struct uk_scheduler *s, int id)
{
    int low = 0, high = s->count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (s->threads[middle]->id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->count && s->threads[low]->id == id ? s->threads[low] : NULL;
}

struct uk_thread *uk_scheduler_thread(const struct uk_scheduler *s, int id)
{
    struct uk_thread *t = find(s, id);
    return t && t->state != UK_THREAD_ENDED ? t : NULL;
}

static void block(struct uk_scheduler *s, enum uk_thread_state state, int64_t until_ns)
{
    s->running->state = state;
    s->running->wake_ns = until_ns;
    s->running->order = s->order++;
}

static void make_ready(struct uk_scheduler *s, struct uk_thread *t, int values)
{
    t->state = UK_THREAD_READY;
    t->order = s->order++;
    t->values = values;
}

void uk_scheduler_wait(struct uk_scheduler *s, int64_t until_ns)
{
    if (until_ns <= s->now_ns)
        make_ready(s, s->running, 0);
    else
        block(s, UK_THREAD_WAITS, until_ns);
}

void uk_scheduler_listen(struct uk_scheduler *s, int64_t until_ns, uint32_t events)
{
    block(s, UK_THREAD_LISTENS, until_ns);
    s->running->events = events;
}

void uk_scheduler_join(struct uk_scheduler *s, int *ids, int count)
{
    block(s, UK_THREAD_JOINS, INT64_MAX);
    free(s->running->joins);
    s->running->joins = ids;
    s->running->join_count = count;
}

/* Those that ended are forgotten from the back, as far as that goes. */
static bool all_ended(const struct uk_scheduler *s, struct uk_thread *t)
{
    while (t->join_count > 0 && !find(s, t->joins[t->join_count - 1]))
        t->join_count--;
    return t->join_count == 0;
}

static void drop(struct uk_scheduler *s, int index)
{
    struct uk_thread *t = s->threads[index];
    memmove(s->threads + index, s->threads + index + 1, (size_t)(s->count - index - 1) * sizeof *s->threads);
    s->count--;
    for (int i = 0; i < s->count; i++) {
        struct uk_thread *other = s->threads[i];
        if (other->parent == t->id)
            other->parent = t->parent;
        if (other->state == UK_THREAD_JOINS && other->joins[other->join_count - 1] == t->id && all_ended(s, other))
            make_ready(s, other, 0);
    }
    luaL_unref(s->lua, LUA_REGISTRYINDEX, t->reference);
    free_thread(t);
}

/* Gives back the threads that have ended, the running one excepted. */
static void sweep(struct uk_scheduler *s)
{
    for (int i = 0; i < s->count;)
        if (s->threads[i]->state == UK_THREAD_ENDED && s->threads[i] != s->running)
            drop(s, i);
        else
            i++;
}

bool uk_scheduler_cancel(struct uk_scheduler *s, int id)
{
    bool own = false;
    for (int i = 0; i < s->count; i++) {
        struct uk_thread *t = s->threads[i];
        const struct uk_thread *parent = find(s, t->parent); /* it comes before `t` */
        t->cancelled = t->id == id || (parent && parent->cancelled);
        if (!t->cancelled)
            continue;
        t->state = UK_THREAD_ENDED;
        own |= t == s->running;
    }
    sweep(s);
    return own;
}

static struct uk_thread *first_ready(const struct uk_scheduler *s)
{
    struct uk_thread *best = NULL;
    for (int i = 0; i < s->count; i++)
        if (s->threads[i]->state == UK_THREAD_READY && (!best || s->threads[i]->order < best->order))
            best = s->threads[i];
    return best;
}

static bool has_timer(const struct uk_thread *t)
{
    return t->state == UK_THREAD_WAITS || t->state == UK_THREAD_LISTENS;
}

static void deliver(struct uk_scheduler *s, const struct uk_entry *e)
{
    /* those that began to listen first hear of it first */
    for (uint64_t before = s->order, least = 0;;) {
        struct uk_thread *next = NULL;
        for (int i = 0; i < s->count; i++) {
            struct uk_thread *t = s->threads[i];
            bool hears = t->state == UK_THREAD_LISTENS && t->events >> e->event & 1;
            if (hears && t->order >= least && t->order < before && (!next || t->order < next->order))
                next = t;
        }
        if (!next)
            return;
        least = next->order + 1;
        lua_pushstring(next->lua, uk_event_names[e->event]);
        lua_pushnumber(next->lua, e->value);
        make_ready(s, next, 2);
    }
}

/* Wakes all whose time is now, in the order in which they began to wait. */
static void wake(struct uk_scheduler *s)
{
    for (uint64_t before = s->order;;) {
        struct uk_thread *next = NULL;
        for (int i = 0; i < s->count; i++) {
            struct uk_thread *t = s->threads[i];
            if (has_timer(t) && t->wake_ns <= s->now_ns && t->order < before && (!next || t->order < next->order))
                next = t;
        }
        if (!next)
            return;
        int values = next->state == UK_THREAD_LISTENS;
        if (values)
            lua_pushnil(next->lua); /* no event */
        make_ready(s, next, values);
    }
}

/* Moves to the next moment at which something happens. */
static bool advance(struct uk_scheduler *s, enum uk_scheduler_end *end)
{
    int64_t next_ns = INT64_MAX;
    bool listens = false;
    for (int i = 0; i < s->count; i++) {
        listens |= s->threads[i]->state == UK_THREAD_LISTENS;
        if (has_timer(s->threads[i]) && s->threads[i]->wake_ns < next_ns)
            next_ns = s->threads[i]->wake_ns;
    }
    const struct uk_entry *entry = NULL;
    if (s->journal && s->next_entry < s->journal->count)
        entry = &s->journal->entries[s->next_entry];
    if (next_ns == INT64_MAX && !listens) {
        *end = UK_STUCK;
        return false;
    }
    if (entry && entry->at_ns <= next_ns)
        next_ns = entry->at_ns;
    else
        entry = NULL;
    if (next_ns >= s->cap_ns) {
        s->now_ns = s->cap_ns;
        *end = UK_CAPPED;
        return false;
    }
    if (next_ns > s->now_ns)
        s->now_ns = next_ns;
    if (entry) {
        s->next_entry++;
        deliver(s, entry);
    } else {
        wake(s);
    }
    return true;
}

enum uk_scheduler_end uk_scheduler_run(struct uk_scheduler *s, int *lua_status)
{
    enum uk_scheduler_end end = UK_FIRST_ENDED;
    for (;;) {
        struct uk_thread *t = first_ready(s);
        if (!t) {
            if (!advance(s, &end))
                return end;
            continue;
        }
        int results = 0;
        s->running = t;
        uk_charge(t->lua, (uint64_t)s->count); /* it was looked for */
        int status = lua_resume(t->lua, s->lua, t->values, &results);
        if (status != LUA_YIELD && status != LUA_OK) {
            *lua_status = status;
            return UK_RAISED;
        }
        lua_pop(t->lua, results);
        s->running = NULL;
        bool first = t->id == UK_FIRST_THREAD;
        if (status == LUA_OK)
            t->state = UK_THREAD_ENDED;
        if (first && t->state == UK_THREAD_ENDED)
            return UK_FIRST_ENDED;
        if (t->state == UK_THREAD_ENDED)
            sweep(s);
    }
}
