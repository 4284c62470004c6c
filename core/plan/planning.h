/* planning.h - one plan: a fresh Lua state in which the library and the routine are run in virtual time.
 *
 * Every Lua state holds a pointer to its struct uk_planning, so the functions that a script sees find what they work on.
 */
#ifndef UK_PLANNING_H
#define UK_PLANNING_H

#include "budget.h"
#include "library.h"
#include "random.h"
#include "scheduler.h"
#include "wire.h"

#include <lauxlib.h>

#define UK_CAP_MINUTES 60
#define UK_MOST_CAP_MINUTES 1800
/* The longest time in which a sound may fade out: so much a plan may be longer than its cap. */
#define UK_MOST_FADE_NS (60 * UK_NS_PER_S)

struct uk_planning {
    const struct uk_plan_request *request;
    const struct uk_library *library;
    struct uk_budget *budget;
    struct uk_fit fit;
    lua_State *lua;
    char source_name[264]; /* "=mine.lua": what Lua calls the routine's chunk */
    int env;               /* reference to the script's global environment */
    int files;             /* reference to the values of the library's files */
    int need;              /* reference to the function that gives them */
    struct uk_scheduler scheduler;
    struct uk_random random;
    struct uk_timeline *timeline; /* a cue or span that is still open has a length of -1 */
    size_t text_bytes;            /* in the timeline */
    bool alone;                   /* without the journal: only its length is wanted */
    bool playing;                 /* false while files are loaded: then nothing sounds or waits */
};

struct uk_planning *uk_planning_of(lua_State *lua);

/* Compiles what every plan needs of the library: init.lua, and what the files say they need at their top. Before the sandbox closes. */
void uk_planning_compile(struct uk_library *library);

/* Plans with `fit`; without a journal when `alone`. *timeline (when not NULL) is the caller's; *facts (when not NULL, and zeroed) too. Without
 * `timeline` the routine only says what it is. The cost is added to *budget. Returns UNKNOT_OK or a status with the sentence. */
int uk_planning_run(const struct uk_plan_request *request, const struct uk_library *library, struct uk_budget *budget,
                    struct uk_fit fit, bool alone, struct uk_timeline **timeline, struct uk_routine_facts *facts,
                    struct uk_message *m);

/* Asks the library: its file `request->question` gives a function, which is called with what `request->source` returns (nil without one)
 * and returns a text. The caller frees *reply. */
int uk_planning_ask(const struct uk_plan_request *request, const struct uk_library *library, struct uk_budget *budget, char **reply,
                    struct uk_message *m);

/* The line of the author's script that is at work: on this thread, or where the thread was spawned. 0: none. */
int uk_author_line(lua_State *lua);

/* "mine.lua:12", or "mine.lua" when there is no line. Returns `out`. */
#define UK_PLACE_SIZE 300
char *uk_author_place(lua_State *lua, char out[UK_PLACE_SIZE]);

/* uk_text_nearest() for names in no order: sorts them, so that of two equally near ones it is always the same. `names` has room for a
 * NULL behind its `count`. */
const char *uk_nearest(const char *wanted, const char **names, int count);

/* Raises "mine.lua:12: sentence". */
_Noreturn void uk_blame(lua_State *lua, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The sentence of the error on top of `lua`, which raised it and was not unwound. */
int uk_script_error(struct uk_planning *p, lua_State *lua, int lua_status, struct uk_message *m);

#endif
