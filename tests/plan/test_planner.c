/* The parent's side: planners that die, lie, or stay silent. This program is also those planners: as its own child it is told by its
 * argument what to do. */
#include "plan.h"

#include "base/child.h"
#include "base/path.h"
#include "plan/talk.h"

#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the planners --------------------------------------------------------------------------------------------------- */

static void put_plan(struct uk_packet *p)
{
    const char *none[] = {NULL};
    struct uk_routine_facts f = {.title = "Mine", .tools = none, .points = none};
    struct uk_timeline *t = uk_timeline_create();
    struct uk_cue cue = {.length_ns = 5, .kind = UK_SINE, .hz = 440, .text = "", .file = ""};
    uk_timeline_add_cue(t, &cue);
    t->length_ns = 5;
    uk_packet_put_u32(p, UK_WIRE_PLAN);
    uk_wire_put_facts(p, &f);
    uk_packet_put_u32(p, 2);
    uk_packet_put_f64(p, 0.5);
    uk_packet_put_u32(p, 1);
    uk_wire_put_timeline(p, t);
    uk_timeline_destroy(t);
}

static void put_ask(struct uk_packet *p, uint32_t kind, const char *name)
{
    uk_packet_put_u32(p, UK_WIRE_ASK);
    uk_packet_put_u32(p, kind);
    uk_packet_put_text(p, name);
}

static void put_refusal(struct uk_packet *p, int64_t status)
{
    uk_packet_put_u32(p, UK_WIRE_REFUSAL);
    uk_packet_put_i64(p, status);
    uk_packet_put_text(p, "no");
}

static int64_t soon(void)
{
    return uk_clock_ns() + 60 * UK_NS_PER_S;
}

/* "WHAT N": does as told. Two packets to work with. Returns the exit status. */
static int act(const char *what, long n, struct uk_packet *request, struct uk_packet *p)
{
    if (strcmp(what, "deaf") == 0)
        return 0;
    if (strcmp(what, "silent") == 0)
        return (int)pause();
    uk_packet_receive(request, UK_TALK_FD, UK_PACKET_LARGEST, soon(), NULL);
    if (strcmp(what, "exit") == 0)
        return (int)n;
    if (strcmp(what, "signal") == 0)
        raise((int)n);
    if (strcmp(what, "plan") == 0)
        put_plan(p);
    if (strcmp(what, "cut") == 0) {
        put_plan(p);
        p->length = (size_t)n < p->length ? (size_t)n : p->length;
    }
    if (strcmp(what, "torn") == 0) { /* says more than it sends */
        uint32_t length = 1000;
        return write(UK_TALK_FD, &length, sizeof length) == sizeof length ? 0 : 1;
    }
    if (strcmp(what, "huge") == 0) {
        uint32_t length = UINT32_MAX;
        return write(UK_TALK_FD, &length, sizeof length) == sizeof length && pause() ? 0 : 1;
    }
    if (strcmp(what, "more") == 0) {
        put_plan(p);
        uk_packet_put_u32(p, 0);
    }
    if (strcmp(what, "tag") == 0)
        uk_packet_put_u32(p, (uint32_t)n);
    if (strcmp(what, "ask") == 0)
        put_ask(p, (uint32_t)n, "x");
    if (strcmp(what, "refuse") == 0)
        put_refusal(p, n);
    if (strcmp(what, "insist") == 0) { /* asks for what is not there, and answers with a plan */
        put_ask(p, 1, "gone");
        uk_packet_send(p, UK_TALK_FD, soon(), NULL);
        uk_packet_receive(request, UK_TALK_FD, UK_PACKET_LARGEST, soon(), NULL);
        uk_packet_clear(p);
        put_plan(p);
    }
    if (strcmp(what, "nag") == 0) {
        put_ask(p, 0, "x");
        while (uk_packet_send(p, UK_TALK_FD, soon(), NULL) == 0 &&
               uk_packet_receive(request, UK_TALK_FD, UK_PACKET_LARGEST, soon(), NULL) == 0)
            ;
        return 0;
    }
    return uk_packet_send(p, UK_TALK_FD, soon(), NULL) ? 1 : 0;
}

/* ---- the tests ------------------------------------------------------------------------------------------------------ */

static struct planned with(const char *program, const char *library, uk_length_fn *length)
{
    static const char source[] = "return { title = 'Mine', play = function() cue { kind = 'phrase', text = 'a' } end }";
    struct uk_plan_request r = {.name = "mine", .chunk = "mine.lua", .source = source, .source_length = sizeof source - 1,
                                .fit = UK_FIT_AS_WRITTEN};
    struct planned p = {0};
    struct uk_planner *planner;
    p.status = uk_planner_create(&planner, program, library, &p.m);
    if (!p.status)
        p.status = uk_planner_run(planner, &r, length, &p.asked, &p.plan, &p.m);
    uk_planner_destroy(planner);
    return p;
}

static void assert_refused(const char *what, int status, const char *sentence)
{
    struct planned p = with("/proc/self/exe", what, test_length);
    if (p.status != status || strcmp(p.m.text, sentence) != 0)
        fail_msg("%s: %d '%s'", what, p.status, p.m.text);
    assert_null(p.plan.timeline);
    assert_null(p.plan.facts.title);
    planned_finish(&p);
}

#define NOT_AS_IT_SHOULD "the planner's answer is not what it should be: install unknot again"

static void a_planner_that_lies_is_not_believed(void **state)
{
    (void)state;
    struct planned p = with("/proc/self/exe", "plan 0", test_length); /* the one that does not */
    ASSERT_PLANNED(p);
    planned_finish(&p);
    static const char *const lies[] = {"more 0", "tag 0", "tag 1430978561", "ask 3", "refuse 0", "refuse 5", "refuse -11", "insist 0",
                                       "huge 0", "nag 0"};
    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++)
        assert_refused(lies[i], UNKNOT_BAD_DATA, NOT_AS_IT_SHOULD);
    assert_refused("refuse -5", UNKNOT_BAD_SCRIPT, "no");
    assert_refused("refuse -10", UNKNOT_LIMIT, "no");
}

static void a_plan_cut_anywhere_is_refused(void **state)
{
    (void)state;
    struct uk_packet p = {0};
    put_plan(&p);
    for (size_t n = 0; n < p.length; n += n < 60 ? 3 : 1) {
        char what[40];
        snprintf(what, sizeof what, "cut %zu", n);
        struct planned r = with("/proc/self/exe", what, test_length);
        assert_int_equal(r.status, UNKNOT_BAD_DATA);
        assert_true(r.m.text[0] != '\0');
        planned_finish(&r);
    }
    uk_packet_finish(&p);
}

static void a_planner_that_dies_gives_a_sentence(void **state)
{
    (void)state;
    assert_refused("deaf 0", UNKNOT_BAD_SCRIPT, "mine.lua cannot be planned: the planner ended without an answer (exit status 0)");
    assert_refused("exit 7", UNKNOT_BAD_SCRIPT, "mine.lua cannot be planned: the planner ended without an answer (exit status 7)");
    assert_refused("torn 0", UNKNOT_BAD_SCRIPT, "mine.lua cannot be planned: the planner ended without an answer (exit status 0)");
    assert_refused("signal 9", UNKNOT_BAD_SCRIPT, "mine.lua cannot be planned: the planner was ended by signal 9 (Killed)");
    assert_refused("signal 24", UNKNOT_LIMIT, "mine.lua was ended: it ran longer than 5 s; does a loop never wait?");
    assert_refused("signal 31", UNKNOT_BAD_SCRIPT,
                   "mine.lua was ended: it made the planner ask the system for something it may not have");
}

static void a_silent_planner_is_ended_at_the_deadline(void **state)
{
    (void)state;
    int64_t began_ns = uk_clock_ns();
    assert_refused("silent 0", UNKNOT_LIMIT, "mine.lua was ended: it ran longer than 5 s; does a loop never wait?");
    assert_in_range(uk_clock_ns() - began_ns, S(UK_PLANNER_SECONDS), S(UK_PLANNER_SECONDS + 2));
}

static void what_is_missing_is_named(void **state)
{
    (void)state;
    struct planned p = with("/nowhere/unknot-planner", LIBRARY, test_length);
    assert_int_equal(p.status, UNKNOT_IO);
    assert_string_equal(p.m.text, "the helper program '/nowhere/unknot-planner' cannot be started: No such file or directory; install "
                                  "unknot again");
    planned_finish(&p);
    p = with(PLANNER, "/nowhere", test_length);
    assert_int_equal(p.status, UNKNOT_NOT_FOUND);
    assert_string_equal(p.m.text, "the library folder '/nowhere' cannot be read: No such file or directory; install unknot again");
    planned_finish(&p);
    p = with(PLANNER, SOURCE_DIR "/tests/unit", test_length);
    assert_int_equal(p.status, UNKNOT_NOT_FOUND);
    assert_string_equal(p.m.text, "the library folder '" SOURCE_DIR "/tests/unit' has no init.lua: install unknot again");
    planned_finish(&p);
}

/* Kills the planner while it waits for a length. */
static int kill_planner(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    (void)kind, (void)name, (void)m;
    long pid = 0;
    FILE *f = fopen("/proc/thread-self/children", "r");
    assert_non_null(f);
    assert_int_equal(fscanf(f, "%ld", &pid), 1);
    fclose(f);
    kill((pid_t)pid, SIGKILL);
    ++*(int *)ctx;
    *length_ns = 5;
    return UNKNOT_OK;
}

static void a_planner_killed_on_its_way_gives_a_sentence(void **state)
{
    (void)state;
    struct planned p = with(PLANNER, LIBRARY, kill_planner);
    assert_int_equal(p.asked, 1);
    assert_int_equal(p.status, UNKNOT_BAD_SCRIPT);
    assert_string_equal(p.m.text, "mine.lua cannot be planned: the planner was ended by signal 9 (Killed)");
    planned_finish(&p);
}

static int slow_length(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    (void)kind, (void)name, (void)m;
    ++*(int *)ctx;
    *length_ns = 5;
    usleep((UK_PLANNER_SECONDS + 1) * 1000000);
    return UNKNOT_OK;
}

static void time_in_which_a_length_is_found_does_not_count(void **state)
{
    (void)state;
    struct planned p = with(PLANNER, LIBRARY, slow_length);
    ASSERT_PLANNED(p);
    planned_finish(&p);
}

static int wrong_length(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    (void)ctx, (void)kind, (void)name, (void)m;
    *length_ns = INT64_MAX;
    return UNKNOT_OK;
}

static void a_length_that_cannot_be_is_refused(void **state)
{
    (void)state;
    struct planned p = with(PLANNER, LIBRARY, wrong_length);
    assert_int_equal(p.status, UNKNOT_BAD_DATA);
    assert_string_equal(p.m.text, "mine.lua:1: 'a' has a length that cannot be");
    planned_finish(&p);
}

/* With sanitizers a leak in the planner shows as its exit status, which a parent that has its answer does not look at. */
static void the_planner_ends_well(void **state)
{
    (void)state;
    static const char source[] =
        "return { title = 'Mine', params = { side = { 'left' } }, minutes = { 1 }, play = function()"
        " local id = spawn(function() listen(100, { 'next' }) end) local other = spawn(function() wait(2) end)"
        " cue { kind = 'noise' } span('x', 'left', 3) mark('m') note('note', 'n') wait(10 + 40 * core.fit.ease) cancel(id)"
        " for k in pairs({ a = 1, b = 2 }) do mark(k) end table.sort({ 3, 2, 1 }) join(other)"
        " spawn(function() join(spawn(function() wait(999) end)) end) wait(5) end }";
    struct uk_entry entries[] = {{S(3), UK_NEXT, 0}};
    struct uk_journal journal = {.entries = entries, .count = 1};
    struct uk_plan_request r = {.name = "mine", .chunk = "mine.lua", .source = source, .source_length = sizeof source - 1,
                                .target_ns = S(30), .journal = &journal};
    const char *argv[] = {PLANNER, LIBRARY, NULL};
    struct uk_child c = UK_CHILD_NONE;
    struct uk_packet p = {0};
    struct uk_message m;
    int status = -1;
    assert_int_equal(uk_child_start(&c, argv, &m), UNKNOT_OK);
    uk_wire_put_request(&p, &r);
    assert_int_equal(uk_packet_send(&p, c.fd, soon(), &m), UNKNOT_OK);
    assert_int_equal(uk_packet_receive(&p, c.fd, UK_PACKET_LARGEST, soon(), &m), UNKNOT_OK);
    assert_int_equal(uk_packet_get_u32(&p), UK_WIRE_PLAN);
    assert_int_equal(waitpid(c.pid, &status, 0), c.pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    close(c.fd);
    uk_packet_finish(&p);
}

static size_t count_entries(const char *folder)
{
    size_t n = 0;
    DIR *d = opendir(folder);
    assert_non_null(d);
    while (readdir(d))
        n++;
    closedir(d);
    return n;
}

static void nothing_is_left_behind(void **state)
{
    (void)state;
    size_t before = count_entries("/proc/self/fd");
    for (int i = 0; i < 20; i++) {
        struct planned p = with(PLANNER, LIBRARY, test_length);
        planned_finish(&p);
        assert_refused("signal 9", UNKNOT_BAD_SCRIPT, "mine.lua cannot be planned: the planner was ended by signal 9 (Killed)");
    }
    assert_int_equal(count_entries("/proc/self/fd"), before);
    FILE *f = fopen("/proc/thread-self/children", "r");
    assert_non_null(f);
    assert_int_equal(fgetc(f), EOF);
    fclose(f);
}

/* ---- lengths that are known, and a planner that is ready ---- */

#define SCRIPTS SOURCE_DIR "/scripts/unknot"

/* A shipped routine with what a listener did, as a request. The caller frees its source. */
static struct uk_plan_request session_request(const struct uk_journal *journal)
{
    struct uk_plan_request r = {.name = "upper-trapezius", .chunk = "upper-trapezius.lua", .seed = 1, .fit = UK_FIT_AS_WRITTEN,
                                .journal = journal};
    char *source = NULL;
    struct uk_message m;
    if (uk_path_read(SOURCE_DIR "/scripts/routines/upper-trapezius.lua", UK_MOST_SOURCE, &source, &r.source_length, &m))
        fail_msg("%s", m.text);
    r.source = source;
    return r;
}

static struct uk_planner *planner_of(const char *program, const char *library)
{
    struct uk_planner *p;
    struct uk_message m;
    assert_int_equal(uk_planner_create(&p, program, library, &m), UNKNOT_OK);
    return p;
}

/* Plans; the bytes of the timeline are appended to `bytes`. Returns how many lengths were asked for. */
static int run_for_bytes(struct uk_planner *planner, const struct uk_plan_request *r, struct uk_packet *bytes)
{
    struct planned p = {0};
    p.status = uk_planner_run(planner, r, test_length, &p.asked, &p.plan, &p.m);
    ASSERT_PLANNED(p);
    uk_packet_clear(bytes);
    uk_wire_put_timeline(bytes, p.plan.timeline);
    assert_true(p.plan.took_ns > 0);
    int asked = p.asked;
    planned_finish(&p);
    return asked;
}

static void a_plan_is_the_same_with_and_without_known_lengths_and_a_spare(void **state)
{
    (void)state;
    struct uk_entry entries[] = {{S(20), UK_READY, 0}, {S(100), UK_EASIER, 0}, {S(130), UK_LONGER, 0}, {S(200), UK_AGAIN, 0}};
    struct uk_planner *planner = planner_of(PLANNER, SCRIPTS);
    struct uk_lengths known = {0};
    struct uk_packet plain = {0}, other = {0};
    for (size_t count = 0; count <= sizeof entries / sizeof *entries; count++) {
        struct uk_journal journal = {.entries = entries, .count = count};
        struct uk_plan_request r = session_request(&journal);
        int asked = run_for_bytes(planner, &r, &plain);
        assert_true(asked > 10);
        r.lengths = &known;
        size_t before = known.count;
        int asked_less = run_for_bytes(planner, &r, &other); /* those that the presses before brought are known */
        assert_true(count == 0 ? asked_less == asked : asked_less < asked);
        assert_int_equal(known.count - before, asked_less);
        assert_int_equal(plain.length, other.length);
        assert_memory_equal(plain.bytes, other.bytes, plain.length);
        uk_planner_warm(planner);
        assert_int_equal(run_for_bytes(planner, &r, &other), 0);
        assert_int_equal(plain.length, other.length);
        assert_memory_equal(plain.bytes, other.bytes, plain.length);
        free((char *)r.source);
    }
    uk_packet_finish(&plain);
    uk_packet_finish(&other);
    uk_lengths_finish(&known);
    uk_planner_destroy(planner);
}

static void a_known_length_is_believed_and_one_that_cannot_be_had_is_not_kept(void **state)
{
    (void)state;
    static const char source[] = "return { title = 'Mine', play = function() cue { kind = 'phrase', text = 'a' } "
                                 "cue { kind = 'clip', file = 'gone' } end }";
    struct uk_planner *planner = planner_of(PLANNER, LIBRARY);
    struct uk_lengths known = {0};
    struct planned p = {0};
    struct uk_plan_request r = {.name = "mine", .chunk = "mine.lua", .source = source, .source_length = sizeof source - 1,
                                .fit = UK_FIT_AS_WRITTEN, .lengths = &known};
    p.status = uk_planner_run(planner, &r, test_length, &p.asked, &p.plan, &p.m);
    assert_int_equal(p.status, UNKNOT_NOT_FOUND);
    assert_int_equal(known.count, 1);
    assert_int_equal(uk_lengths_find(&known, 0, "a")->ns, S(0.1));
    uk_lengths_finish(&known);
    assert_int_equal(uk_lengths_add(&known, 0, "a", S(7)), UNKNOT_OK);
    assert_int_equal(uk_lengths_add(&known, 1, "gone", S(9)), UNKNOT_OK);
    p.asked = 0;
    p.status = uk_planner_run(planner, &r, test_length, &p.asked, &p.plan, &p.m);
    ASSERT_PLANNED(p);
    assert_int_equal(p.asked, 0);
    assert_int_equal(p.plan.timeline->cues[0].length_ns, S(7));
    assert_int_equal(p.plan.timeline->cues[1].length_ns, S(9));
    planned_finish(&p);
    uk_lengths_finish(&known);
    uk_planner_destroy(planner);
}

/* Ids of the children of this thread. */
static size_t children(pid_t *ids, size_t room)
{
    size_t n = 0;
    FILE *f = fopen("/proc/thread-self/children", "r");
    assert_non_null(f);
    for (int id; n < room && fscanf(f, "%d", &id) == 1;)
        ids[n++] = id;
    fclose(f);
    return n;
}

static void there_is_one_spare_planner_and_it_is_used(void **state)
{
    (void)state;
    struct uk_planner *planner = planner_of(PLANNER, SCRIPTS);
    struct uk_plan_request r = session_request(NULL);
    struct uk_packet bytes = {0};
    pid_t first = 0, ids[4] = {0};
    assert_int_equal(children(ids, 4), 0);
    uk_planner_warm(planner);
    assert_int_equal(children(&first, 1), 1);
    uk_planner_warm(planner);
    assert_int_equal(children(ids, 4), 1);
    assert_int_equal(ids[0], first);
    run_for_bytes(planner, &r, &bytes);
    assert_int_equal(children(ids, 4), 0);
    uk_planner_warm(planner);
    uk_planner_cool(planner);
    assert_int_equal(children(ids, 4), 0);
    uk_planner_warm(planner);
    uk_planner_destroy(planner);
    assert_int_equal(children(ids, 4), 0);
    uk_planner_destroy(NULL);
    uk_packet_finish(&bytes);
    free((char *)r.source);
}

static void a_spare_planner_that_died_is_replaced(void **state)
{
    (void)state;
    struct uk_planner *planner = planner_of(PLANNER, SCRIPTS);
    struct uk_plan_request r = session_request(NULL);
    struct uk_packet bytes = {0};
    pid_t first = 0, second = 0;
    siginfo_t end;
    for (int again = 0; again < 2; again++) {
        uk_planner_warm(planner);
        assert_int_equal(children(&first, 1), 1);
        kill(first, SIGKILL);
        assert_int_equal(waitid(P_PID, (id_t)first, &end, WEXITED | WNOWAIT), 0);
        if (again) { /* found out when it is warmed, or when it is needed */
            uk_planner_warm(planner);
            assert_int_equal(children(&second, 1), 1);
            assert_true(first != second);
        }
        run_for_bytes(planner, &r, &bytes);
        assert_int_equal(children(&first, 1), 0);
    }
    uk_planner_destroy(planner);
    uk_packet_finish(&bytes);
    free((char *)r.source);
}

/* A stopped spare looks well until it is talked to; then it is killed. */
static void a_spare_planner_that_dies_when_it_is_needed_is_replaced(void **state)
{
    (void)state;
    struct uk_planner *planner = planner_of(PLANNER, SCRIPTS);
    struct uk_plan_request r = session_request(NULL);
    struct uk_packet bytes = {0};
    pid_t spare = 0;
    siginfo_t end;
    uk_planner_warm(planner);
    assert_int_equal(children(&spare, 1), 1);
    kill(spare, SIGSTOP);
    assert_int_equal(waitid(P_PID, (id_t)spare, &end, WSTOPPED), 0);
    pid_t killer = fork();
    if (killer == 0) {
        usleep(100000);
        _exit(kill(spare, SIGKILL) != 0);
    }
    run_for_bytes(planner, &r, &bytes);
    assert_int_equal(waitid(P_PID, (id_t)killer, &end, WEXITED), 0);
    assert_int_equal(end.si_status, 0);
    uk_planner_destroy(planner);
    uk_packet_finish(&bytes);
    free((char *)r.source);
}

static void what_is_missing_is_named_by_a_spare_too(void **state)
{
    (void)state;
    struct planned p = {0};
    struct uk_plan_request r = session_request(NULL);
    struct uk_planner *planner = planner_of("/nowhere/unknot-planner", LIBRARY);
    uk_planner_warm(planner);
    p.status = uk_planner_run(planner, &r, test_length, &p.asked, &p.plan, &p.m);
    assert_int_equal(p.status, UNKNOT_IO);
    uk_planner_destroy(planner);
    planner = planner_of(PLANNER, "/nowhere");
    uk_planner_warm(planner);
    p.status = uk_planner_run(planner, &r, test_length, &p.asked, &p.plan, &p.m);
    assert_int_equal(p.status, UNKNOT_NOT_FOUND);
    assert_string_equal(p.m.text, "the library folder '/nowhere' cannot be read: No such file or directory; install unknot again");
    uk_planner_destroy(planner);
    free((char *)r.source);
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        char *space = strchr(argv[1], ' ');
        if (!space)
            return 2;
        *space = '\0';
        struct uk_packet request = {0}, p = {0};
        int status = act(argv[1], strtol(space + 1, NULL, 10), &request, &p);
        uk_packet_finish(&request);
        uk_packet_finish(&p);
        return status;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_planner_that_lies_is_not_believed),
        cmocka_unit_test(a_plan_cut_anywhere_is_refused),
        cmocka_unit_test(a_planner_that_dies_gives_a_sentence),
        cmocka_unit_test(a_silent_planner_is_ended_at_the_deadline),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(a_planner_killed_on_its_way_gives_a_sentence),
        cmocka_unit_test(time_in_which_a_length_is_found_does_not_count),
        cmocka_unit_test(a_length_that_cannot_be_is_refused),
        cmocka_unit_test(the_planner_ends_well),
        cmocka_unit_test(nothing_is_left_behind),
        cmocka_unit_test(a_plan_is_the_same_with_and_without_known_lengths_and_a_spare),
        cmocka_unit_test(a_known_length_is_believed_and_one_that_cannot_be_had_is_not_kept),
        cmocka_unit_test(there_is_one_spare_planner_and_it_is_used),
        cmocka_unit_test(a_spare_planner_that_died_is_replaced),
        cmocka_unit_test(a_spare_planner_that_dies_when_it_is_needed_is_replaced),
        cmocka_unit_test(what_is_missing_is_named_by_a_spare_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
