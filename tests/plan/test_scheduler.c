/* Virtual time: who runs when. Scripts write marks; their titles and times are the result. */
#include "plan.h"

/* "0 a, 1.5 b": when and what, in the order in which the planner wrote it. */
static void assert_marks(const char *body, const struct uk_journal *journal, const char *wanted)
{
    struct planned p = run_body(body, (struct uk_plan_request){.seed = 1, .journal = journal});
    char got[4000] = "";
    if (p.status)
        fail_msg("%s", p.m.text);
    for (uint32_t i = 0; i < p.plan.timeline->mark_count; i++) {
        const struct uk_mark *k = &p.plan.timeline->marks[i];
        size_t n = strlen(got);
        snprintf(got + n, sizeof got - n, "%s%.10g %s", i ? ", " : "", (double)k->at_ns / 1e9, k->title);
    }
    assert_string_equal(got, wanted);
    planned_finish(&p);
}

#define EVENTS(...)                                                                                                              \
    ((struct uk_journal){.entries = (struct uk_entry[]){__VA_ARGS__},                                                            \
                         .count = sizeof((struct uk_entry[]){__VA_ARGS__}) / sizeof(struct uk_entry)})

static void waiting_moves_the_clock(void **state)
{
    (void)state;
    assert_marks("play = function() mark('a') wait(1.5) mark('b') wait(0) mark('c') wait_until(4) mark('d') wait_until(2) mark('e') end", NULL,
                 "0 a, 1.5 b, 1.5 c, 4 d, 4 e");
    assert_marks("play = function() wait(2) mark(tostring(now())) end", NULL, "2 2.0");
}

static void waits_do_not_add_up_errors(void **state)
{
    (void)state;
    struct planned p = plan("play = function() for i = 1, 6000 do wait(0.1) end mark('end') end");
    ASSERT_PLANNED(p);
    assert_int_equal(p.plan.timeline->marks[0].at_ns, 600 * UK_NS_PER_S);
    planned_finish(&p);
}

static void threads_run_in_the_order_of_becoming_ready(void **state)
{
    (void)state;
    assert_marks("play = function()"
                 "  spawn(function() mark('b') wait(1) mark('d') wait(0) mark('g') end)"
                 "  spawn(function() mark('c') wait(1) mark('e') end)"
                 "  mark('a') wait(1) mark('f?') wait(1) end",
                 NULL, "0 a, 0 b, 0 c, 1 f?, 1 d, 1 e, 1 g");
}

static void a_spawned_thread_gets_its_arguments(void **state)
{
    (void)state;
    assert_marks("play = function() join(spawn(function(a, b, ...) mark(a .. b .. select('#', ...)) end, 'x', 'y', 1, 2)) end", NULL,
                 "0 xy2");
}

static void joining_waits_for_all(void **state)
{
    (void)state;
    assert_marks("play = function()"
                 "  local function for_(s) return spawn(function() wait(s) end) end"
                 "  join(for_(1), for_(3), for_(2)) mark('all')"
                 "  local gone = for_(1) wait(2) join(gone) mark('gone') end",
                 NULL, "3 all, 5 gone");
}

static void cancelling_ends_a_thread_and_its_own(void **state)
{
    (void)state;
    assert_marks("play = function()"
                 "  local a = spawn(function()"
                 "    spawn(function() spawn(function() wait(5) mark('never') end) wait(1) end)" /* its parent is gone by then */
                 "    wait(9) mark('never') end)"
                 "  wait(3) mark(tostring(alive(a))) cancel(a) mark(tostring(alive(a))) cancel(a) join(a) wait(9) mark('end') end",
                 NULL, "3 true, 3 false, 12 end");
}

static void a_thread_may_cancel_itself(void **state)
{
    (void)state;
    assert_marks("play = function()"
                 "  local id id = spawn(function() pcall(cancel, id) mark('never') end)"
                 "  join(id) mark('end') end",
                 NULL, "0 end");
}

static void the_routine_ends_with_its_first_thread(void **state)
{
    (void)state;
    assert_marks("play = function() spawn(function() while true do wait(1) mark('x') end end) wait(2.5) end", NULL, "1 x, 2 x");
}

static void an_error_in_a_thread_ends_all(void **state)
{
    (void)state;
    ASSERT_REFUSED("play = function()\n spawn(function()\n wait(1) error('oh') end)\n wait(5) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:3: oh");
    ASSERT_REFUSED("play = function()\n helper.later(1, 'too far')\n wait(5) end", UNKNOT_BAD_SCRIPT, "mine.lua:2: too far");
    ASSERT_REFUSED("play = function()\n helper.stumble() end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:2: unknot/helper.lua:12: attempt to index a nil value (local 'nothing')");
}

static void pcall_may_wait_inside(void **state)
{
    (void)state;
    assert_marks("play = function()"
                 "  local ok, a, b = pcall(function(x) wait(1) return x, 7 end, 5) mark(tostring(ok) .. a .. b)"
                 "  local no, why = pcall(function() wait(1) error('oh', 0) end) mark(tostring(no) .. why) end",
                 NULL, "1 true57, 2 falseoh");
}

#define LISTENER                                                                                                                 \
    "play = function() while true do"                                                                                            \
    "  local name, value = listen(10, { 'next', 'rate' })"                                                                       \
    "  mark(tostring(name) .. ' ' .. tostring(value)) if not name then break end end end"

static void events_wake_those_that_listen(void **state)
{
    (void)state;
    assert_marks(LISTENER, NULL, "10 nil nil");
    assert_marks(LISTENER, &EVENTS({S(2), UK_NEXT, 0}, {S(3), UK_LONGER, 0}, {S(4.5), UK_RATE, 7}),
                 "2 next 0.0, 4.5 rate 7.0, 14.5 nil nil");
}

static void an_event_wins_over_a_time_out(void **state)
{
    (void)state;
    assert_marks(LISTENER, &EVENTS({S(10), UK_NEXT, 0}), "10 next 0.0, 20 nil nil");
}

static void two_events_of_one_moment_come_one_after_the_other(void **state)
{
    (void)state;
    assert_marks(LISTENER, &EVENTS({S(1), UK_NEXT, 0}, {S(1), UK_RATE, 3}), "1 next 0.0, 1 rate 3.0, 11 nil nil");
    assert_marks(LISTENER, &EVENTS({0, UK_NEXT, 0}), "0 next 0.0, 10 nil nil");
}

static void an_event_nobody_listens_for_is_lost(void **state)
{
    (void)state;
    assert_marks("play = function() wait(5) mark(tostring(listen(1, { 'next' }))) end", &EVENTS({S(4), UK_NEXT, 0}), "6 nil");
}

static void an_event_reaches_all_that_listen(void **state)
{
    (void)state;
    assert_marks("play = function()"
                 "  for i = 1, 3 do spawn(function() wait(1 / i) mark(i .. listen(nil, { 'next' })) end) end"
                 "  wait(9) end",
                 &EVENTS({S(4), UK_NEXT, 0}), "4 3next, 4 2next, 4 1next");
}

static void listening_for_nothing_waits_till_the_cap(void **state)
{
    (void)state;
    struct planned p = plan("cap = 1, play = function() mark(tostring(listen(nil, { 'next' }))) end");
    ASSERT_PLANNED(p);
    assert_int_equal(p.plan.timeline->length_ns, S(60));
    assert_int_equal(p.plan.timeline->mark_count, 0);
    planned_finish(&p);
    ASSERT_REFUSED("play = function() listen(1, { 'nxt' }) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: there is no event 'nxt' (did you mean 'next'?)");
}

#define BUSY                                                                                                                     \
    "play = function()"                                                                                                          \
    "  local bed = cue { kind = 'noise', fade_in = 3 }"                                                                          \
    "  spawn(function() for i = 1, 50 do cue { kind = 'sine', seconds = random() + 0.1, hz = random(100, 900) } wait(random() * 3) end end)" \
    "  for i = 1, 8 do"                                                                                                          \
    "    mark('part ' .. i) local s = span('x', 'left', 5)"                                                                      \
    "    local tone = cue { kind = 'sine', seconds = 20 }"                                                                       \
    "    local e = listen(10, { 'next', 'easier' })"                                                                             \
    "    cut(tone, 0.5) close(s)"                                                                                                \
    "    if e == 'easier' then cut(bed, 2) bed = cue { kind = 'noise', db = -40 } end"                                           \
    "    cue { kind = 'phrase', text = 'rest' } wait(2) end end"

static struct uk_timeline *busy(const struct uk_journal *journal)
{
    struct planned p = run_body(BUSY, (struct uk_plan_request){.seed = 3, .journal = journal});
    if (p.status)
        fail_msg("%s", p.m.text);
    assert_int_equal(uk_timeline_freeze(p.plan.timeline, 48000, &p.m), UNKNOT_OK);
    struct uk_timeline *t = p.plan.timeline;
    p.plan.timeline = NULL;
    planned_finish(&p);
    return t;
}

/* The law that lets a press be heard at once: what it changes lies behind it. */
static void an_event_changes_nothing_before_itself(void **state)
{
    (void)state;
    struct uk_timeline *without = busy(NULL);
    struct uk_entry entries[40];
    struct uk_journal journal = {.entries = entries};
    struct uk_timeline *before = busy(&journal);
    int64_t where_ns;
    assert_true(uk_timeline_same_before(without, before, INT64_MAX, &where_ns));
    for (int i = 0; i < 40; i++) {
        int64_t at_ns = S(0.001) + i * S(2.013);
        entries[journal.count++] = (struct uk_entry){at_ns, i % 3 == 0 ? UK_EASIER : i % 3 == 1 ? UK_NEXT : UK_STOP, 0};
        struct uk_timeline *after = busy(&journal);
        if (!uk_timeline_same_before(before, after, at_ns, &where_ns))
            fail_msg("event %d at %g s changed what is at %g s", i, (double)at_ns / 1e9, (double)where_ns / 1e9);
        uk_timeline_destroy(before);
        before = after;
    }
    assert_false(uk_timeline_same_before(without, before, INT64_MAX, &where_ns)); /* they do change something */
    uk_timeline_destroy(before);
    uk_timeline_destroy(without);
}

static void the_same_seed_gives_the_same_plan(void **state)
{
    (void)state;
    struct uk_timeline *first = busy(NULL);
    int64_t where_ns;
    for (int i = 0; i < 10; i++) {
        struct uk_timeline *again = busy(NULL);
        assert_true(uk_timeline_same_before(first, again, INT64_MAX, &where_ns));
        uk_timeline_destroy(again);
    }
    uk_timeline_destroy(first);
    struct planned a = run_body("play = function() wait(random()) end", (struct uk_plan_request){.seed = 1});
    struct planned b = run_body("play = function() wait(random()) end", (struct uk_plan_request){.seed = 2});
    assert_int_equal(a.status, 0);
    assert_int_equal(b.status, 0);
    assert_int_not_equal(a.plan.timeline->length_ns, b.plan.timeline->length_ns);
    planned_finish(&a);
    planned_finish(&b);
}

/* Lua's own order of keys changes from run to run. */
static void tables_are_walked_in_the_order_of_their_keys(void **state)
{
    (void)state;
    static const char body[] = "play = function()"
                               "  local t = { neck = 1, back = 1, arm = 1, [2.5] = 1, [-1] = 1, [true] = 1, 'one', 'two' }"
                               "  local s = '' for k in pairs(t) do s = s .. ' ' .. tostring(k) end mark(s)"
                               "  s = '' local k = next(t) while k ~= nil do s = s .. ' ' .. tostring(k) k = next(t, k) end mark(s)"
                               "  for k2 in pairs(t) do t[k2] = nil end mark(tostring(next(t))) end";
    for (int i = 0; i < 8; i++)
        assert_marks(body, NULL, "0  -1 1 2 2.5 arm back neck true, 0  -1 1 2 2.5 arm back neck true, 0 nil");
    ASSERT_REFUSED("play = function() pairs({ [{}] = 1 }) end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: the keys of this table have no order: use numbers or texts as keys, not a table");
}

static void nothing_shows_an_address(void **state)
{
    (void)state;
    assert_marks("play = function() mark(tostring({})) mark(string.format('%s %q %d%%', print or tostring, 'q', 5)) end", NULL,
                 "0 table, 0 function \"q\" 5%");
}

static void sorting_keeps_the_order_of_equals(void **state)
{
    (void)state;
    assert_marks("play = function() local t = {} for i = 1, 300 do t[i] = { k = i % 3, i = i } end"
                 "  table.sort(t, function(a, b) return a.k < b.k end)"
                 "  mark(t[1].i .. ' ' .. t[100].i .. ' ' .. t[101].i .. ' ' .. t[300].i)"
                 "  local w = { 'c', 'a', 'b' } table.sort(w) mark(table.concat(w))"
                 "  table.sort(t, function() return true end) mark(#t .. '') end",
                 NULL, "0 3 300 1 299, 0 abc, 0 300");
}

static void scripts_cannot_harm_the_library(void **state)
{
    (void)state;
    assert_marks("play = function() string.format = nil string.rep = error table.concat = nil"
                 "  mark(('%d'):format(5)) mark(('x'):rep(3)) mark(tostring(helper.hold(2))) end",
                 NULL, "0 5, 0 xxx, 2 2.0");
}

/* A hundred megabytes in all, never much at once. */
static void garbage_is_collected(void **state)
{
    (void)state;
    struct planned p = plan("play = function() for i = 1, 100 do local s = ('x'):rep(1000000 + i) wait(0.1) end"
                            " for i = 1, 100000 do local t = { i, i, i, i } end end");
    ASSERT_PLANNED(p);
    planned_finish(&p);
}

static void too_many_threads_are_refused(void **state)
{
    (void)state;
    struct planned p = plan("play = function() for i = 1, 999 do spawn(wait, 1) end wait(2) for i = 1, 999 do spawn(wait, 1) end end");
    ASSERT_PLANNED(p);
    planned_finish(&p);
    ASSERT_REFUSED("play = function() for i = 1, 1000 do spawn(wait, 1) end end", UNKNOT_BAD_SCRIPT,
                   "mine.lua:1: too many threads at once: at most 1000");
    ASSERT_REFUSED("play = function() join(99) end", UNKNOT_BAD_SCRIPT, "mine.lua:1: there is no such thread: use what spawn returned");
    ASSERT_REFUSED("play = function() cancel(1) end", UNKNOT_BAD_SCRIPT, "mine.lua:1: there is no such thread: use what spawn returned");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waiting_moves_the_clock),
        cmocka_unit_test(waits_do_not_add_up_errors),
        cmocka_unit_test(threads_run_in_the_order_of_becoming_ready),
        cmocka_unit_test(a_spawned_thread_gets_its_arguments),
        cmocka_unit_test(joining_waits_for_all),
        cmocka_unit_test(cancelling_ends_a_thread_and_its_own),
        cmocka_unit_test(a_thread_may_cancel_itself),
        cmocka_unit_test(the_routine_ends_with_its_first_thread),
        cmocka_unit_test(an_error_in_a_thread_ends_all),
        cmocka_unit_test(pcall_may_wait_inside),
        cmocka_unit_test(events_wake_those_that_listen),
        cmocka_unit_test(an_event_wins_over_a_time_out),
        cmocka_unit_test(two_events_of_one_moment_come_one_after_the_other),
        cmocka_unit_test(an_event_nobody_listens_for_is_lost),
        cmocka_unit_test(an_event_reaches_all_that_listen),
        cmocka_unit_test(listening_for_nothing_waits_till_the_cap),
        cmocka_unit_test(an_event_changes_nothing_before_itself),
        cmocka_unit_test(the_same_seed_gives_the_same_plan),
        cmocka_unit_test(tables_are_walked_in_the_order_of_their_keys),
        cmocka_unit_test(nothing_shows_an_address),
        cmocka_unit_test(sorting_keeps_the_order_of_equals),
        cmocka_unit_test(scripts_cannot_harm_the_library),
        cmocka_unit_test(garbage_is_collected),
        cmocka_unit_test(too_many_threads_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
