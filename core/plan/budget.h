/* budget.h - how much memory and work a script may use. Both are counted, not timed, so that a script that is refused once is refused always.
 *
 * Memory: the allocator returns NULL beyond the limit; Lua then collects its garbage and tries again, and raises its memory error when
 * that did not help. That error ends the program (uk_budget_no_memory): nothing in a script catches it.
 * Work: instructions of the Lua machine, and what C functions add for theirs. When it is used up the program ends.
 */
#ifndef UK_BUDGET_H
#define UK_BUDGET_H

#include <lua.h>
#include <stddef.h>
#include <stdint.h>

#define UK_MOST_WORK UINT64_C(100000000)
#define UK_MOST_MEMORY ((size_t)20 << 20)
#define UK_MOST_BLOCK ((size_t)8 << 20)
#define UK_MOST_DEPTH 1000 /* of calls; a stack that grows and shrinks leaves holes in the memory, which nobody counts */

struct uk_budget {
    uint64_t work;
    size_t memory;
    uint32_t runs;     /* plans that were made with it */
    unsigned failures; /* of allocations */
};

/* An allocator for lua_newstate(); `budget` is a struct uk_budget. */
void *uk_budget_alloc(void *budget, void *block, size_t old_size, size_t new_size);

/* Counts the work of every thread of `lua` from now on. */
void uk_budget_watch(lua_State *lua);

/* Adds the work of a C function. Ends the program when it is used up. */
void uk_charge(lua_State *lua, uint64_t work);

/* Ends the program with the sentence about memory. */
_Noreturn void uk_budget_no_memory(lua_State *lua);

#endif
