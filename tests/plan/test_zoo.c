/* Every hostile script, and the sentence it gets. */
#include "plan.h"

#include "base/path.h"

#include <dirent.h>

#define NO_END ": the routine works too long without an end: does a loop never wait?"
#define NO_ROOM ": the routine needs more than 32 MiB of memory: does a table or a text grow without an end?"

static const struct {
    const char *name;
    int status;
    const char *sentence; /* behind the file's name */
} zoo[] = {
    {"bad-cap", UNKNOT_BAD_SCRIPT, ": 'cap' must be minutes, more than 0 and at most 1800"},
    {"bad-minutes", UNKNOT_BAD_SCRIPT, ": each of 'minutes' must be minutes, more than 0 and at most 1800"},
    {"bad-params", UNKNOT_BAD_SCRIPT, ": the param 'side' is a string, it must be a list"},
    {"deep-nesting", UNKNOT_BAD_SCRIPT, ": calls or brackets are nested too deeply"},
    {"deep-recursion", UNKNOT_BAD_SCRIPT, ":5: a function calls itself without an end"},
    {"deep-recursion-c", UNKNOT_BAD_SCRIPT, ":5: calls or brackets are nested too deeply"},
    {"endless-loop", UNKNOT_LIMIT, ":4" NO_END},
    {"endless-loop-while-read", UNKNOT_LIMIT, ":1" NO_END},
    {"endless-pcall", UNKNOT_LIMIT, ":5" NO_END},
    {"endless-sounds", UNKNOT_BAD_SCRIPT, ":6: the routine is too much: at most 50000 sounds, marks, spans or notes each"},
    {"endless-spawn", UNKNOT_BAD_SCRIPT, ":6: too many threads at once: at most 1000"},
    {"endless-wait-zero", UNKNOT_LIMIT, ":5" NO_END},
    {"error-control", UNKNOT_BAD_SCRIPT, ":4: ?[2Jgone?? ? ?"},
    {"error-in-thread", UNKNOT_BAD_SCRIPT, ":6: in the thread"},
    {"error-nil", UNKNOT_BAD_SCRIPT, ":4: it raised an error without a sentence"},
    {"error-no-place", UNKNOT_BAD_SCRIPT, ":4: unknot/verbs.lua:1: it was not me"},
    {"error-table", UNKNOT_BAD_SCRIPT, ":4: it raised an error without a sentence"},
    {"error-while-read", UNKNOT_BAD_SCRIPT, ":2: attempt to index a nil value (local 'points')"},
    {"memory-concat", UNKNOT_LIMIT, ":6" NO_ROOM},
    {"memory-format", UNKNOT_BAD_SCRIPT, ":5: the text would be too long: at most 1024 KiB"},
    {"memory-gsub", UNKNOT_LIMIT, ":5" NO_ROOM},
    {"memory-pcall", UNKNOT_LIMIT, ":12" NO_ROOM},
    {"memory-rep", UNKNOT_BAD_SCRIPT, ":4: the text would be too long: at most 1024 KiB"},
    {"memory-table", UNKNOT_LIMIT, ":6" NO_ROOM},
    {"memory-table-concat", UNKNOT_BAD_SCRIPT, ":8: the text would be too long: at most 1024 KiB"},
    {"memory-unpack", UNKNOT_BAD_SCRIPT, ":4: too many values to unpack: at most 1000"},
    {"memory-words", UNKNOT_BAD_SCRIPT, ":6: the routine has too many words: at most 4 MiB"},
    {"near-field", UNKNOT_BAD_SCRIPT, ": a routine has no 'titel' (did you mean 'title'?)"},
    {"no-play", UNKNOT_BAD_SCRIPT, ": there is no 'play': say what happens in play = function(with) ... end"},
    {"no-title", UNKNOT_BAD_SCRIPT, ": there is no 'title': say what the routine is called"},
    {"not-a-table", UNKNOT_BAD_SCRIPT, ": the file must return a table: return { title = \"...\", play = function(with) ... end }"},
    {"nothing", UNKNOT_BAD_SCRIPT, ": the file must return a table: return { title = \"...\", play = function(with) ... end }"},
    {"nowhere", UNKNOT_BAD_SCRIPT, ":2: no visible label 'nowhere' for <goto> at line 1"},
    {"play-is-text", UNKNOT_BAD_SCRIPT, ": there is no 'play': say what happens in play = function(with) ... end"},
    {"runtime-error", UNKNOT_BAD_SCRIPT, ":6: attempt to index a nil value (local 'nothing')"},
    {"slow-pattern", UNKNOT_LIMIT, " was ended: it ran longer than 5 s; does a loop never wait?"},
    {"stuck", UNKNOT_BAD_SCRIPT, ": every thread waits for another to end: one of them must end by itself"},
    {"syntax-error", UNKNOT_BAD_SCRIPT, ":5: ')' expected (to close '(' at line 4) near 'end'"},
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

static struct planned run_source(const char *chunk, const char *source, size_t n)
{
    return run_request((struct uk_plan_request){.chunk = chunk, .source = source, .source_length = n, .fit = UK_FIT_AS_WRITTEN});
}

/* With sanitizers all is slower, and the deadline may come before the budget is used up. */
static bool as_wanted(const struct planned *p, const char *chunk, int status, const char *sentence)
{
    char wanted[UK_MESSAGE_SIZE], late[UK_MESSAGE_SIZE];
    snprintf(wanted, sizeof wanted, "%s%s", chunk, sentence);
    snprintf(late, sizeof late, "%s was ended: it ran longer than 5 s; does a loop never wait?", chunk);
    return p->status == status && (strcmp(p->m.text, wanted) == 0 || (SLOW && status == UNKNOT_LIMIT && strcmp(p->m.text, late) == 0));
}

static void every_script_gets_its_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        char path[300], chunk[100], *source;
        size_t n;
        struct uk_message m = {""};
        snprintf(chunk, sizeof chunk, "%s.lua", zoo[i].name);
        snprintf(path, sizeof path, SOURCE_DIR "/tests/zoo/%s", chunk);
        if (uk_path_read(path, 1 << 20, &source, &n, &m))
            fail_msg("%s", m.text);
        struct planned p = run_source(chunk, source, n);
        free(source);
        if (!as_wanted(&p, chunk, zoo[i].status, zoo[i].sentence))
            fail_msg("%s: status %d, '%s'", chunk, p.status, p.m.text);
        planned_finish(&p);
    }
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
        cmocka_unit_test(every_script_gets_its_sentence),
        cmocka_unit_test(the_table_names_every_script),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(a_script_may_begin_with_a_mark_and_a_hash_line),
        cmocka_unit_test(a_long_script_is_refused),
        cmocka_unit_test(a_script_of_the_longest_kind_is_read),
        cmocka_unit_test(a_huge_error_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
