#include "budget.h"

#include "planning.h"
#include "talk.h"

#include <stdlib.h>

#define HOOK_INSTRUCTIONS 1000
#define DEPTH_WORK 4096 /* between two looks at how deep it is, which is work itself */
#define MOST_FAILURES 100 /* each costs a collection of all garbage */

void *uk_budget_alloc(void *budget, void *block, size_t old_size, size_t new_size)
{
    struct uk_budget *b = budget;
    size_t had = block ? old_size : 0;
    if (new_size == 0) {
        free(block);
        b->memory -= had;
        return NULL;
    }
    if (new_size > had && (new_size > UK_MOST_BLOCK || b->memory - had > UK_MOST_MEMORY - new_size)) {
        if (++b->failures > MOST_FAILURES)
            uk_refuse_with(UNKNOT_LIMIT, "the routine needs more than %zu MiB of memory", UK_MOST_MEMORY >> 20);
        return NULL;
    }
    void *moved = realloc(block, new_size);
    if (moved)
        b->memory += new_size - had;
    return moved;
}

void uk_charge(lua_State *lua, uint64_t work)
{
    struct uk_planning *p = uk_planning_of(lua);
    char place[UK_PLACE_SIZE];
    p->budget->work += work;
    if (p->budget->work > UK_MOST_WORK)
        uk_refuse_with(UNKNOT_LIMIT, "%s: the routine works too long without an end: does a loop never wait?",
                       uk_author_place(lua, place));
}

static void on_count(lua_State *lua, lua_Debug *where)
{
    (void)where;
    const struct uk_budget *b = uk_planning_of(lua)->budget;
    uint64_t looks = b->work / DEPTH_WORK;
    uk_charge(lua, HOOK_INSTRUCTIONS);
    lua_Debug deep;
    if (b->work / DEPTH_WORK != looks && lua_getstack(lua, UK_MOST_DEPTH, &deep))
        uk_blame(lua, "a function calls itself without an end");
}

void uk_budget_watch(lua_State *lua)
{
    lua_sethook(lua, on_count, LUA_MASKCOUNT, HOOK_INSTRUCTIONS);
}

_Noreturn void uk_budget_no_memory(lua_State *lua)
{
    char place[UK_PLACE_SIZE];
    uk_refuse_with(UNKNOT_LIMIT, "%s: the routine needs more than %zu MiB of memory: does a table or a text grow without an end?",
                   uk_author_place(lua, place), UK_MOST_MEMORY >> 20);
}
