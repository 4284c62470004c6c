/* Every hostile script, and what comes of it: its sentence, or its plan; in its time, in its memory, with no trace in the next one. */
#include "zoo.h"

#include <dirent.h>

#define NO_END ": the routine works too long without an end: does a loop never wait?"
#define NO_ROOM ": the routine needs more than 20 MiB of memory: does a table or a text grow without an end?"
#define LATE " was ended: it ran longer than 5 s; does a loop never wait?"
#define DEEP ": calls or brackets are nested too deeply"
#define TOO_MUCH ": the routine is too much: at most 20000 sounds, marks, spans or notes each"
#define NOT_A_TABLE ": the file must return a table: return { title = \"...\", play = function(with) ... end }"

static const struct {
    const char *name;
    int status;
    const char *text; /* of a sentence: what stands behind the file's name */
} zoo[] = {
    {"bad-cap", UNKNOT_BAD_SCRIPT, ": 'cap' must be minutes, more than 0 and at most 1800"},
    {"bad-minutes", UNKNOT_BAD_SCRIPT, ": each of 'minutes' must be minutes, more than 0 and at most 1800"},
    {"bad-params", UNKNOT_BAD_SCRIPT, ": the param 'side' is a string, it must be a list"},
    {"c-gsub-in-a-loop", UNKNOT_LIMIT, ":6" NO_END},
    {"c-pattern-broken", UNKNOT_OK,
     " 0.000 s: 0 sounds, 10 marks, 0 spans, 0 notes: false, false, false, true, false, false, false, false, false, false"},
    {"c-pattern-subject", UNKNOT_BAD_SCRIPT,
     ":4: the text is too long to be searched: at most 64 KiB, and 1000 letters of pattern"},
    {"c-rep-in-a-loop", UNKNOT_LIMIT, ":6" NO_END},
    {"c-rep-of-nothing", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: done"},
    {"c-rep-separator", UNKNOT_BAD_SCRIPT, ":4: the text would be too long: at most 1024 KiB"},
    {"c-sort-in-sort", UNKNOT_BAD_SCRIPT, ":5" DEEP},
    {"c-sort-liar", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: 500500"},
    {"c-sort-long-texts", UNKNOT_LIMIT, ":9" NO_END},
    {"c-sort-too-much", UNKNOT_BAD_SCRIPT, ":8: too many values to sort: at most 100000"},
    {"c-sort-while-it-grows", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: 1 2 3"},
    {"cap-short", UNKNOT_OK, " 0.060 s: 0 sounds, 0 marks, 0 spans, 1 notes"},
    {"catch-all", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: true"},
    {"catch-depth", UNKNOT_LIMIT, ":5" NO_END},
    {"catch-refusal", UNKNOT_NOT_FOUND, ":6: no sound named 'none.wav'"},
    {"close-by-goto", UNKNOT_LIMIT, ":13" NO_END},
    {"close-in-for", UNKNOT_BAD_SCRIPT, ":4: variable '(for state)' got a non-closable value"},
    {"close-no-value", UNKNOT_BAD_SCRIPT, ":7: variable 'something' got a non-closable value"},
    {"cut-odd", UNKNOT_BAD_SCRIPT, ":8: there is no such sound: use what the verb that started it returned"},
    {"deep-nesting", UNKNOT_BAD_SCRIPT, DEEP},
    {"deep-recursion-c", UNKNOT_BAD_SCRIPT, ":5" DEEP},
    {"deep-recursion", UNKNOT_BAD_SCRIPT, ":5: a function calls itself without an end"},
    {"edge-concat", UNKNOT_BAD_SCRIPT, ":4: value -9223372036854775808 of the table is a nil, not a text"},
    {"edge-for", UNKNOT_LIMIT, ":12" NO_END},
    {"edge-numbers", UNKNOT_OK,
     " 0.000 s: 0 sounds, 5 marks, 0 spans, 0 notes: 0, abc, 0, -9223372036854775808 false, false true"},
    {"edge-unpack", UNKNOT_BAD_SCRIPT, ":4: too many values to unpack: at most 1000"},
    {"endless-loop-while-read", UNKNOT_LIMIT, ":1" NO_END},
    {"endless-loop", UNKNOT_LIMIT, ":4" NO_END},
    {"endless-pcall", UNKNOT_LIMIT, ":5" NO_END},
    {"endless-sounds", UNKNOT_BAD_SCRIPT, ":6" TOO_MUCH},
    {"endless-spawn", UNKNOT_BAD_SCRIPT, ":6: too many threads at once: at most 1000"},
    {"endless-wait-zero", UNKNOT_LIMIT, ":5" NO_END},
    {"error-bidi", UNKNOT_BAD_SCRIPT, ":4: safe ???cod.exe??? ???????31m ???end"},
    {"error-control", UNKNOT_BAD_SCRIPT, ":4: ?[2Jgone?? ? ?"},
    {"error-cycle", UNKNOT_BAD_SCRIPT, ":6: it raised an error without a sentence"},
    {"error-forged", UNKNOT_BAD_SCRIPT, ":4: ?]0;evil?other.lua:1: not mine"},
    {"error-in-thread", UNKNOT_BAD_SCRIPT, ":6: in the thread"},
    {"error-nil", UNKNOT_BAD_SCRIPT, ":4: it raised an error without a sentence"},
    {"error-no-place", UNKNOT_BAD_SCRIPT, ":4: unknot/verbs.lua:1: it was not me"},
    {"error-nul", UNKNOT_BAD_SCRIPT, ":4: before"},
    {"error-percent", UNKNOT_BAD_SCRIPT, ":4: %s%n%s%d 100%"},
    {"error-table", UNKNOT_BAD_SCRIPT, ":4: it raised an error without a sentence"},
    {"error-verb", UNKNOT_BAD_SCRIPT, ":4: there is no verb '%s%n'"},
    {"error-while-read", UNKNOT_BAD_SCRIPT, ":2: attempt to index a nil value (local 'points')"},
    {"facts-cap-nan", UNKNOT_BAD_SCRIPT, ": 'cap' must be minutes, more than 0 and at most 1800"},
    {"facts-cycle", UNKNOT_BAD_SCRIPT, ": 'tools' is a table, it must be a text"},
    {"facts-many-results", UNKNOT_BAD_SCRIPT, ": there is no 'play': say what happens in play = function(with) ... end"},
    {"facts-param-name", UNKNOT_BAD_SCRIPT,
     ": 'params' must be a table of names with lists: params = { side = { \"both\", \"left\" } }"},
    {"facts-param-values", UNKNOT_BAD_SCRIPT, ": the param 'side' is a number, it must be a text"},
    {"facts-params-cycle", UNKNOT_BAD_SCRIPT, ": the param 't' needs at least one value, the first is the default"},
    {"facts-points", UNKNOT_BAD_SCRIPT, ": 'points' has more than 100 items"},
    {"facts-shared", UNKNOT_BAD_SCRIPT, ": it says too much of itself: at most 1 MiB in all"},
    {"facts-title-control", UNKNOT_OK, " 0.000 s: 0 sounds, 0 marks, 0 spans, 0 notes"},
    {"facts-title-long", UNKNOT_BAD_SCRIPT, ": 'title' is too long: at most 4000 letters"},
    {"facts-title-nul", UNKNOT_BAD_SCRIPT, ": 'title' is not UTF-8 text"},
    {"facts-wide", UNKNOT_BAD_SCRIPT, ": a routine has no 'tit1' (did you mean 'title'?)"},
    {"file-control", UNKNOT_BAD_SCRIPT,
     ":4: 'file' has a letter that can neither be shown nor spoken, such as Escape: take it out"},
    {"file-long", UNKNOT_BAD_SCRIPT, ":4: 'file' is too long: at most 4000 letters"},
    {"file-nul", UNKNOT_BAD_SCRIPT, ":4: 'file' is not UTF-8 text: save the script as UTF-8"},
    {"file-up", UNKNOT_NOT_FOUND, ":4: no sound named '../../../../etc/passwd'"},
    {"flood-names", UNKNOT_BAD_SCRIPT, ":6: the routine has too many words: at most 4 MiB"},
    {"flood-notes", UNKNOT_BAD_SCRIPT, ":5" TOO_MUCH},
    {"flood-phrases", UNKNOT_BAD_SCRIPT, ":5: a routine may use at most 10000 different phrases and sounds"},
    {"format-address", UNKNOT_BAD_SCRIPT, ":6: '%p' would differ from run to run: leave it out"},
    {"format-many", UNKNOT_LIMIT, ":10" NO_END},
    {"format-wide", UNKNOT_BAD_SCRIPT, ":5: invalid conversion specification: '%100d'"},
    {"keys-not-a-number", UNKNOT_BAD_SCRIPT, ":5: table index is NaN"},
    {"keys-without-order", UNKNOT_BAD_SCRIPT,
     ":4: the keys of this table have no order: use numbers or texts as keys, not a table"},
    {"lie-insert", UNKNOT_LIMIT, ":8" NO_END},
    {"lie-minutes", UNKNOT_BAD_SCRIPT, ": 'minutes' has more than 100 items"},
    {"lie-sort", UNKNOT_BAD_SCRIPT, ":8: too many values to sort: at most 100000"},
    {"listen-for-ever", UNKNOT_OK, " 3600.000 s: 0 sounds, 0 marks, 0 spans, 1 notes"},
    {"listen-nan", UNKNOT_BAD_SCRIPT, ":4: the time to listen is not a number: was it divided by 0?"},
    {"long-compare", UNKNOT_LIMIT, LATE},
    {"long-insert", UNKNOT_LIMIT, ":6" NO_END},
    {"long-next", UNKNOT_LIMIT, ":10" NO_END},
    {"long-number", UNKNOT_LIMIT, ":6" NO_END},
    {"long-pairs", UNKNOT_LIMIT, ":9" NO_END},
    {"many-arguments", UNKNOT_LIMIT, LATE},
    {"memory-concat", UNKNOT_LIMIT, ":6" NO_ROOM},
    {"memory-format", UNKNOT_BAD_SCRIPT, ":5: the text would be too long: at most 1024 KiB"},
    {"memory-gsub", UNKNOT_LIMIT, ":5" NO_ROOM},
    {"memory-pcall", UNKNOT_LIMIT, ":12" NO_ROOM},
    {"memory-plan", UNKNOT_OK,
     " 301.000 s: 20000 sounds, 20000 marks, 20000 spans, 20000 notes: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"},
    {"memory-rep", UNKNOT_BAD_SCRIPT, ":4: the text would be too long: at most 1024 KiB"},
    {"memory-short-texts", UNKNOT_LIMIT, ":6" NO_ROOM},
    {"memory-stack", UNKNOT_LIMIT, ":2" NO_END},
    {"memory-table-concat", UNKNOT_BAD_SCRIPT, ":8: the text would be too long: at most 1024 KiB"},
    {"memory-table", UNKNOT_LIMIT, ":6" NO_ROOM},
    {"memory-threads", UNKNOT_BAD_SCRIPT, ":6: a function calls itself without an end"},
    {"memory-unpack", UNKNOT_BAD_SCRIPT, ":4: too many values to unpack: at most 1000"},
    {"memory-words", UNKNOT_BAD_SCRIPT, ":6: the routine has too many words: at most 4 MiB"},
    {"near-field", UNKNOT_BAD_SCRIPT, ": a routine has no 'titel' (did you mean 'title'?)"},
    {"no-play", UNKNOT_BAD_SCRIPT, ": there is no 'play': say what happens in play = function(with) ... end"},
    {"no-title", UNKNOT_BAD_SCRIPT, ": there is no 'title': say what the routine is called"},
    {"not-a-table", UNKNOT_BAD_SCRIPT, NOT_A_TABLE},
    {"nothing", UNKNOT_BAD_SCRIPT, NOT_A_TABLE},
    {"nowhere", UNKNOT_BAD_SCRIPT, ":2: no visible label 'nowhere' for <goto> at line 1"},
    {"own-environment", UNKNOT_BAD_SCRIPT, ":9: there is no verb 'never'"},
    {"pairs-while-it-changes", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: 1"},
    {"play-is-text", UNKNOT_BAD_SCRIPT, ": there is no 'play': say what happens in play = function(with) ... end"},
    {"read-and", UNKNOT_BAD_SCRIPT, NOT_A_TABLE},
    {"read-attribute", UNKNOT_BAD_SCRIPT, ":1: unknown attribute 'secret'"},
    {"read-brackets", UNKNOT_BAD_SCRIPT, DEEP},
    {"read-bytecode", UNKNOT_BAD_SCRIPT, ":1: attempt to call a nil value (field 'pack')"},
    {"read-concat", UNKNOT_BAD_SCRIPT, DEEP},
    {"read-constants", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: 3000 2999"},
    {"read-gotos", UNKNOT_BAD_SCRIPT, NOT_A_TABLE},
    {"read-labels", UNKNOT_BAD_SCRIPT, DEEP},
    {"read-locals", UNKNOT_BAD_SCRIPT, ":202: too many local variables (limit is 200) in main function near <eof>"},
    {"read-minus", UNKNOT_BAD_SCRIPT, DEEP},
    {"read-tables", UNKNOT_BAD_SCRIPT, DEEP},
    {"read-unended", UNKNOT_BAD_SCRIPT, ":1: unfinished string near <eof>"},
    {"read-vararg", UNKNOT_OK, " 0.000 s: 0 sounds, 0 marks, 0 spans, 0 notes"},
    {"runtime-error", UNKNOT_BAD_SCRIPT, ":6: attempt to index a nil value (local 'nothing')"},
    {"slow-pattern", UNKNOT_LIMIT, LATE},
    {"sound-crowd", UNKNOT_LIMIT, ": more than 256 sounds at once at 0:00: let some end, or cut them"},
    {"sound-huge", UNKNOT_BAD_SCRIPT, ":5: 'fade_out' is too long: at most 60 s"},
    {"sound-loud", UNKNOT_BAD_SCRIPT, ":4: 'db' is inf, it may be -120 to 12"},
    {"sound-nan", UNKNOT_BAD_SCRIPT, ":4: 'hz' is not a number: was it divided by 0?"},
    {"sound-phases", UNKNOT_BAD_SCRIPT, ":4: a phase of a breath is too long: at most 3600 s"},
    {"string-methods", UNKNOT_BAD_SCRIPT, ":7: bad argument #1 to 'rawset' (table expected, got string)"},
    {"stuck", UNKNOT_BAD_SCRIPT, ": every thread waits for another to end: one of them must end by itself"},
    {"syntax-error", UNKNOT_BAD_SCRIPT, ":5: ')' expected (to close '(' at line 4) near 'end'"},
    {"text-not-utf8", UNKNOT_BAD_SCRIPT, ":4: 'text' is not UTF-8 text: save the script as UTF-8"},
    {"thread-bomb", UNKNOT_BAD_SCRIPT, ":6: too many threads at once: at most 1000"},
    {"thread-chain", UNKNOT_LIMIT, ":16" NO_END},
    {"thread-crowd", UNKNOT_LIMIT, ":7" NO_END},
    {"thread-ids", UNKNOT_BAD_SCRIPT, ":5: there is no such thread: use what spawn returned"},
    {"thread-joins", UNKNOT_LIMIT, ":12" NO_END},
    {"thread-million", UNKNOT_LIMIT, ":5" NO_END},
    {"thread-own-end", UNKNOT_BAD_SCRIPT, ":5: a thread cannot wait for itself"},
    {"time-huge", UNKNOT_OK, " 3600.000 s: 0 sounds, 0 marks, 0 spans, 1 notes"},
    {"time-minus-nothing", UNKNOT_LIMIT, ":5" NO_END},
    {"time-nan", UNKNOT_BAD_SCRIPT, ":4: the time to wait until is not a number: was it divided by 0?"},
    {"time-text", UNKNOT_BAD_SCRIPT, ":5: the time to wait is a string, it must be a number of seconds"},
    {"time-tiny", UNKNOT_OK, " 0.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: 0.0"},
    {"times", UNKNOT_BAD_SCRIPT, ":4: the time to wait is -1 s, it must be 0 or more"},
    {"title-is-table", UNKNOT_BAD_SCRIPT, ": 'title' is a table, it must be a text"},
    {"title-not-utf8", UNKNOT_BAD_SCRIPT, ": 'title' is not UTF-8 text"},
    {"use-address", UNKNOT_BAD_SCRIPT, ":4: '%p' would differ from run to run: leave it out"},
    {"use-coroutine", UNKNOT_BAD_SCRIPT, ":4: attempt to index a nil value (global 'coroutine')"},
    {"use-dump", UNKNOT_BAD_SCRIPT, ":4: attempt to call a nil value (field 'dump')"},
    {"use-io", UNKNOT_BAD_SCRIPT, ":4: attempt to index a nil value (global 'io')"},
    {"use-load", UNKNOT_BAD_SCRIPT, ":4: there is no verb 'load'"},
    {"use-metatable", UNKNOT_BAD_SCRIPT, ":4: there is no verb 'setmetatable'"},
    {"use-os", UNKNOT_BAD_SCRIPT, ":4: attempt to index a nil value (global 'os')"},
    {"use-random", UNKNOT_BAD_SCRIPT, ":4: attempt to call a nil value (field 'random')"},
    {"use-require", UNKNOT_BAD_SCRIPT, ":1: there is no verb 'require'"},
    {"use-string-metatable", UNKNOT_BAD_SCRIPT, ":4: there is no verb 'getmetatable'"},
    {"verb-while-read", UNKNOT_BAD_SCRIPT,
     ":1: nothing can sound or wait while the file is read: put it inside play = function(with) ... end"},
    {"wait-in-sort", UNKNOT_BAD_SCRIPT, ":5: nothing can wait inside table.sort or string.gsub"},
    {"wrong-verb", UNKNOT_BAD_SCRIPT, ":4: there is no verb 'waitt' (did you mean 'wait'?)"},
};
#define COUNT (sizeof zoo / sizeof *zoo)

#define MOST_SECONDS (UK_PLANNER_SECONDS + 0.5)
#define MOST_KIB (32 << 10) /* of the whole child */
#define AT_ONCE 2

static struct planned run_source(const char *chunk, const char *source, size_t n)
{
    return run_request((struct uk_plan_request){.chunk = chunk, .source = source, .source_length = n, .fit = UK_FIT_AS_WRITTEN});
}

/* Where all is slow, or others had the processor, the deadline may come before the budget is used up. */
static bool as_wanted(const struct outcome *o, size_t i)
{
    char wanted[UK_MESSAGE_SIZE], late[UK_MESSAGE_SIZE];
    snprintf(wanted, sizeof wanted, zoo[i].status ? "%s.lua%s" : "%.0s%s", zoo[i].name, zoo[i].text);
    snprintf(late, sizeof late, "%s.lua%s", zoo[i].name, LATE);
    bool was_slow = (SLOW || o->cpu_seconds < 0.7 * UK_PLANNER_SECONDS) && zoo[i].status == UNKNOT_LIMIT;
    return o->status == zoo[i].status && (strcmp(o->text, wanted) == 0 || (was_slow && strcmp(o->text, late) == 0));
}

static void check(const struct outcome *o, size_t i)
{
    if (!as_wanted(o, i))
        fail_msg("%s: status %d, '%s', after %.2f s of work", zoo[i].name, o->status, o->text, o->cpu_seconds);
    if (*o->next)
        fail_msg("the script behind %s: '%s'", zoo[i].name, o->next);
    if (SLOW)
        return;
    if (o->seconds > MOST_SECONDS)
        fail_msg("%s took %.2f s", zoo[i].name, o->seconds);
    if (o->peak_kib > MOST_KIB)
        fail_msg("%s took %ld KiB of memory", zoo[i].name, o->peak_kib);
}

static void every_script_gets_what_it_deserves(void **state)
{
    (void)state;
    struct outcome *o = mmap(NULL, COUNT * sizeof *o, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(o != MAP_FAILED);
    for (size_t i = 0; i < COUNT + AT_ONCE; i++) {
        int end = 0;
        if (i >= AT_ONCE && (wait(&end) < 0 || end != 0))
            fail_msg("one of the %d scripts before %s could not be measured", AT_ONCE, i < COUNT ? zoo[i].name : "the end");
        if (i < COUNT)
            assert_true(start_measuring(zoo[i].name, &o[i]) > 0);
    }
    for (size_t i = 0; i < COUNT; i++)
        check(&o[i], i);
    munmap(o, COUNT * sizeof *o);
}

static void the_table_names_every_script(void **state)
{
    (void)state;
    DIR *d = opendir(SOURCE_DIR "/tests/zoo");
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        size_t n = strlen(e->d_name), i = 0;
        if (n < 5 || strcmp(e->d_name + n - 4, ".lua") != 0)
            continue;
        while (i < COUNT && (strncmp(zoo[i].name, e->d_name, n - 4) != 0 || zoo[i].name[n - 4]))
            i++;
        if (i == COUNT)
            fail_msg("tests/zoo/%s is not in the table", e->d_name);
    }
    closedir(d);
}

static void assert_source(const char *script, size_t n, int status, const char *sentence)
{
    struct planned p = run_source("mine.lua", script, n);
    assert_string_equal(p.m.text, sentence);
    assert_int_equal(p.status, status);
    planned_finish(&p);
}

static void what_is_no_text_is_refused(void **state)
{
    (void)state;
    assert_source("\x1bLuaT\0\x19\x93", 8, UNKNOT_BAD_SCRIPT, "mine.lua: this is a compiled script: only the text of a script is taken");
    assert_source("#!/usr/bin/lua\x1bLua", 18, UNKNOT_BAD_SCRIPT,
                  "mine.lua: the file must return a table: return { title = \"...\", play = function(with) ... end }");
    assert_source("#!\n\x1bLua", 7, UNKNOT_BAD_SCRIPT, "mine.lua:2: unexpected symbol near '<\\27>'");
    assert_source("return {}\0", 10, UNKNOT_BAD_SCRIPT, "mine.lua: there is a NUL byte in it: this is no script");
    assert_source("\xff\xff", 2, UNKNOT_BAD_SCRIPT, "mine.lua:1: unexpected symbol near '<\\255>'");
}

static void a_script_may_begin_with_a_mark_and_a_hash_line(void **state)
{
    (void)state;
    static const char source[] = "\xef\xbb\xbf#!/usr/bin/env unknot\nreturn { title = 'Mine', play = function() oops() end }";
    assert_source(source, sizeof source - 1, UNKNOT_BAD_SCRIPT, "mine.lua:2: there is no verb 'oops'");
}

static void a_long_script_is_refused(void **state)
{
    (void)state;
    size_t n = 1 << 20;
    char *source = malloc(n);
    assert_non_null(source);
    memset(source, ' ', n);
    assert_source(source, n, UNKNOT_LIMIT, "mine.lua is too long: 1024 KiB, a script may have 256");
    free(source);
}

/* The longest that is taken, made to be as much work as can be for the compiler. */
static void a_script_of_the_longest_kind_is_read(void **state)
{
    (void)state;
    size_t n = UK_MOST_SOURCE;
    char *source = malloc(n + 1);
    assert_non_null(source);
    for (size_t i = 0; i < n; i += 8)
        memcpy(source + i, "f(1,{});", 8);
    struct planned p = run_source("mine.lua", source, n);
    assert_string_equal(p.m.text, "mine.lua:1: there is no verb 'f'");
    planned_finish(&p);
    free(source);
}

static void a_huge_error_is_cut(void **state)
{
    (void)state;
    struct planned p = plan("play = function() error(('long '):rep(100000)) end");
    assert_int_equal(p.status, UNKNOT_BAD_SCRIPT);
    assert_int_equal(strncmp(p.m.text, "mine.lua:1: long long ", 22), 0);
    assert_int_equal(strlen(p.m.text), UK_MESSAGE_SIZE - 1);
    planned_finish(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_script_gets_what_it_deserves),
        cmocka_unit_test(the_table_names_every_script),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(a_script_may_begin_with_a_mark_and_a_hash_line),
        cmocka_unit_test(a_long_script_is_refused),
        cmocka_unit_test(a_script_of_the_longest_kind_is_read),
        cmocka_unit_test(a_huge_error_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
