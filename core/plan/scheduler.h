/* scheduler.h - the threads of a routine in virtual time.
 *
 * A thread is a Lua coroutine. Exactly one runs; it runs until it blocks. Who runs next depends only on the times asked for, on the order in
 * which threads became ready, and on the journal: an event comes before every time-out of the same instant, and reaches all that listen.
 */
#ifndef UK_SCHEDULER_H
#define UK_SCHEDULER_H

#include "../score/journal.h"

#include <lua.h>
#include <stdbool.h>

enum uk_thread_state { UK_THREAD_READY, UK_THREAD_WAITS, UK_THREAD_LISTENS, UK_THREAD_JOINS, UK_THREAD_ENDED };

struct uk_thread {
    int id, parent;
    int line; /* of the author's script, where it was spawned; 0: none */
    lua_State *lua;
    int reference; /* keeps `lua` alive */
    int values;    /* on its stack, handed over when it goes on */
    enum uk_thread_state state;
    int64_t wake_ns; /* INT64_MAX: no time-out */
    bool cancelled;  /* in the cancelling that is under way */
    uint64_t order;  /* of becoming ready, or of beginning to wait */
    uint32_t events; /* bit n: listens for event n */
    int *joins;      /* ids that it waits for; the last one has not ended */
    int join_count;
};

struct uk_scheduler {
    lua_State *lua;
    struct uk_thread **threads; /* those that have not ended, in order of their ids */
    int count, room, last_id;
    uint64_t order;
    int64_t now_ns, cap_ns;
    struct uk_thread *running; /* NULL while none does */
    const struct uk_journal *journal;
    size_t next_entry;
};

#define UK_MOST_THREADS 1000
#define UK_FIRST_THREAD 1

void uk_scheduler_init(struct uk_scheduler *s, lua_State *lua, const struct uk_journal *journal);
void uk_scheduler_finish(struct uk_scheduler *s); /* before the Lua state is closed; accepts a zeroed one */

/* A thread that will run the function on top of `from`'s stack with the `arguments` above it; takes them. Its id, or -1: too many
 * threads, -2: no memory. May raise Lua's error for lack of memory. */
int uk_scheduler_spawn(struct uk_scheduler *s, lua_State *from, int arguments, int line);

/* NULL: it has ended, or never was. */
struct uk_thread *uk_scheduler_thread(const struct uk_scheduler *s, int id);

/* These block the running thread: it must yield right after. */
void uk_scheduler_wait(struct uk_scheduler *s, int64_t until_ns);
void uk_scheduler_listen(struct uk_scheduler *s, int64_t until_ns, uint32_t events);
/* Takes over `ids` (from malloc), of which `count` still run. */
void uk_scheduler_join(struct uk_scheduler *s, int *ids, int count);

/* Ends a thread and those that it spawned. True when the running one is among them: it must yield and will never go on. */
bool uk_scheduler_cancel(struct uk_scheduler *s, int id);

enum uk_scheduler_end {
    UK_FIRST_ENDED, /* as it should */
    UK_CAPPED,      /* virtual time has come to the cap */
    UK_RAISED,      /* s->running has an error on its stack */
    UK_STUCK,       /* every thread waits for another */
};

/* Runs until one of these. *lua_status is of UK_RAISED. */
enum uk_scheduler_end uk_scheduler_run(struct uk_scheduler *s, int *lua_status);

#endif
