/* A session that is steered, kept in a file, cut off, gone on with, replayed, and whose script is edited while it plays. */
#include "studio.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

static struct studio s;

static const char routine[] = "return { title = 'Live', play = function()\n"
                              "  bed { kind = 'noise', db = -40 }\n"
                              "  step 'One'\n"
                              "  tone { kind = 'sine', hz = 300, seconds = 2, db = -20 }\n"
                              "  local event = listen { seconds = 20, 'longer', 'next' }\n"
                              "  step 'Two'\n"
                              "  if event == 'longer' then tone { hz = 500, seconds = 3 } end\n"
                              "  local back = listen { seconds = 20, 'resumed' }\n"
                              "  if back then tone { hz = 700, seconds = 1 } wait(2) end\n"
                              "  step 'Three'\n"
                              "  wait(10)\n"
                              "end }\n";

static struct unknot_player *player(const char *target)
{
    struct unknot_player_options o;
    struct unknot_player *p;
    unknot_player_options_init(&o);
    o.sink = "null";
    o.target = target;
    o.keep = 1;
    if (unknot_player_open(&p, s.u, &o) != UNKNOT_OK)
        fail_msg("%s", unknot_message(s.u));
    return p;
}

static int command(struct unknot_player *p, const char *line, const char **data)
{
    char copy[200], *words[8], *rest;
    size_t n = 0;
    snprintf(copy, sizeof copy, "%s", line);
    for (char *w = strtok_r(copy, " ", &rest); w && n < 8; w = strtok_r(NULL, " ", &rest))
        words[n++] = w;
    return unknot_player_command(p, (const char *const *)words, n, data);
}

static void work_until(struct unknot_player *p, int64_t frame)
{
    for (int i = 0; unknot_player_heard(p) < frame && i < 2000; i++)
        if (unknot_player_work(p, 0.005) != UNKNOT_PLAYER_PLAYING)
            break;
    assert_true(unknot_player_heard(p) >= frame);
}

/* The one session file there is. */
static void session_file(char *out, size_t size)
{
    char folder[128];
    studio_path(&s, "unknot/sessions", folder, sizeof folder);
    DIR *d = opendir(folder);
    assert_non_null(d);
    *out = '\0';
    for (struct dirent *e; (e = readdir(d));)
        if (e->d_name[0] != '.')
            snprintf(out, size, "%s/%s", folder, e->d_name);
    closedir(d);
    assert_true(*out);
}

static void forget_sessions(void)
{
    char line[200];
    snprintf(line, sizeof line, "rm -rf '%s/unknot/sessions'", s.folder);
    assert_int_equal(system(line), 0);
}

static void test_commands(void **state)
{
    (void)state;
    const char *data;
    assert_loads(&s, "live", routine);
    struct unknot_player *p = player("");
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    work_until(p, 2000);
    assert_int_equal(command(p, "status", &data), UNKNOT_OK);
    assert_contains(data, "\"state\":\"playing\"");
    assert_contains(data, "\"routine\":\"live\"");
    assert_contains(data, "\"step\":\"One\"");
    assert_int_equal(command(p, "seek 25", NULL), UNKNOT_OK);
    work_until(p, 25 * 48000);
    assert_int_equal(command(p, "seek -5", NULL), UNKNOT_OK);
    unknot_player_work(p, 0.05);
    assert_in_range(unknot_player_heard(p), 19 * 48000, 21 * 48000);
    assert_int_equal(command(p, "step next", NULL), UNKNOT_OK);
    work_until(p, 40 * 48000 - 100);
    unknot_player_work(p, 0.02);
    assert_int_equal(command(p, "status", &data), UNKNOT_OK);
    assert_contains(data, "\"step\":\"Three\"");
    assert_int_equal(command(p, "step two", NULL), UNKNOT_OK);
    assert_int_equal(command(p, "volume 50", NULL), UNKNOT_OK);
    assert_int_equal(command(p, "volume +20", NULL), UNKNOT_OK);
    assert_int_equal(command(p, "pause", NULL), UNKNOT_OK);
    assert_int_equal(command(p, "status", &data), UNKNOT_OK);
    assert_contains(data, "\"state\":\"paused\"");
    assert_contains(data, "\"volume\":0.7");
    assert_int_equal(command(p, "toggle", NULL), UNKNOT_OK);
    assert_false(unknot_paused(s.u));
    static const char *const bad[] = {"", "pres longer", "press", "press jump", "press rate 11", "press rate x", "seek", "seek x",
                                      "seek 1 2", "volume loud", "step nowhere", "step", "volume 1e9"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(command(p, bad[i], NULL), UNKNOT_BAD_ARGUMENT);
        assert_true(strlen(unknot_message(s.u)) > 5);
    }
    assert_int_equal(command(p, "pres longer", NULL), UNKNOT_BAD_ARGUMENT);
    assert_contains(unknot_message(s.u), "did you mean 'press'?");
    assert_int_equal(command(p, "quit", NULL), UNKNOT_OK);
    assert_int_equal(unknot_player_wait(p, 5), UNKNOT_PLAYER_ENDED);
    unknot_player_close(p);
}

/* Ended by the listener: there is nothing to go on with. */
static void test_kept_and_replayed(void **state)
{
    (void)state;
    char file[400];
    forget_sessions();
    assert_loads(&s, "live", routine);
    struct unknot_player *p = player("");
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    work_until(p, 4800);
    assert_int_equal(command(p, "press longer", NULL), UNKNOT_OK);
    work_until(p, 24000);
    int64_t length = unknot_length_frames(s.u);
    char *journal = strdup(unknot_journal(s.u));
    unknot_player_stop(p);
    unknot_player_close(p);
    float *heard = studio_read(s.u, 0, length, 4096);

    session_file(file, sizeof file);
    studio_write(&s, "live.lua", "return {", 8); /* the routine has changed since */
    assert_int_equal(unknot_replay(s.u, file), UNKNOT_OK);
    assert_int_equal(unknot_length_frames(s.u), length);
    assert_string_equal(unknot_journal(s.u), journal);
    float *again = studio_read(s.u, 0, length, 1000);
    assert_int_equal(studio_difference(heard, again, length), -1);
    assert_int_equal(unknot_resume(s.u), UNKNOT_NOT_FOUND);
    assert_contains(unknot_message(s.u), "unknot play");
    assert_int_equal(unknot_replay(s.u, "/nowhere"), UNKNOT_NOT_FOUND);
    free(heard);
    free(again);
    free(journal);
}

/* Killed while it plays; the file is then also cut at its end, as by a power cut. */
static void test_killed_and_resumed(void **state)
{
    (void)state;
    char file[400];
    forget_sessions();
    unknot_close(s.u);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct unknot_player_options o;
        struct unknot_player *p;
        char script[200];
        studio_write(&s, "live.lua", routine, strlen(routine));
        studio_path(&s, "live.lua", script, sizeof script);
        unknot_player_options_init(&o);
        o.sink = "null";
        o.keep = 1;
        if (unknot_open(&s.u, NULL) || unknot_load(s.u, script, NULL, 0) || unknot_player_open(&p, s.u, &o) || unknot_player_start(p))
            _exit(1);
        while (unknot_player_heard(p) < 9600)
            unknot_player_work(p, 0.005);
        if (unknot_press(s.u, "next", 0))
            _exit(2);
        while (unknot_player_heard(p) < 48000)
            unknot_player_work(p, 0.005);
        if (write(ready[1], "x", 1) != 1)
            _exit(3);
        for (;;)
            unknot_player_work(p, 0.005);
    }
    char byte;
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    assert_int_equal(unknot_open(&s.u, NULL), UNKNOT_OK);
    session_file(file, sizeof file);

    /* what was pressed is there, and the routine is told that it goes on */
    assert_int_equal(unknot_resume(s.u), UNKNOT_OK);
    assert_contains(unknot_journal(s.u), "\"event\": \"next\"");
    assert_contains(unknot_journal(s.u), "\"event\": \"resumed\"");
    assert_in_range(unknot_tell(s.u), 9600, 48000 * 3);
    struct unknot_player *p = player("");
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    work_until(p, unknot_tell(s.u) + 4800);
    unknot_player_close(p); /* neither ended nor stopped: it can be gone on with again */
    struct stat before;
    assert_int_equal(stat(file, &before), 0);

    /* the power fails within the last line */
    assert_int_equal(truncate(file, before.st_size - 5), 0);
    assert_int_equal(unknot_resume(s.u), UNKNOT_OK);
    assert_contains(unknot_journal(s.u), "\"event\": \"next\"");
    p = player("fast");
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    assert_int_equal(unknot_player_wait(p, 20), UNKNOT_PLAYER_ENDED);
    unknot_player_close(p);
    assert_int_equal(unknot_resume(s.u), UNKNOT_NOT_FOUND);
    assert_int_equal(unknot_replay(s.u, file), UNKNOT_OK);
}

static void save(const char *script)
{
    studio_write(&s, "edit.lua", script, strlen(script));
}

static void test_reload(void **state)
{
    (void)state;
    assert_loads(&s, "edit", "return { title = 'E', play = function() step 'A' wait(10) step 'B' tone { hz = 400, seconds = 9 } wait(10) end }");
    unknot_seek(s.u, 12 * 48000, UNKNOT_EXACT);
    float *before = studio_read(s.u, 12 * 48000, 13 * 48000, 480);

    /* a broken save: the old plan stays */
    save("return { title = 'E', play = function() step 'A'\n wait( end }");
    assert_int_equal(unknot_reload(s.u), UNKNOT_BAD_SCRIPT);
    assert_contains(unknot_message(s.u), "edit.lua:2:");
    assert_int_equal(unknot_length_frames(s.u), 20 * 48000);
    assert_int_equal(unknot_tell(s.u), 13 * 48000);

    /* what comes later was changed: not a frame of what plays is */
    save("return { title = 'E', play = function() step 'A' wait(10) step 'B' tone { hz = 400, seconds = 9 } wait(30) end }");
    assert_int_equal(unknot_reload(s.u), UNKNOT_OK);
    assert_int_equal(unknot_tell(s.u), 13 * 48000);
    assert_int_equal(unknot_length_frames(s.u), 40 * 48000);
    float *after = studio_read(s.u, 12 * 48000, 13 * 48000, 480);
    assert_int_equal(studio_difference(before, after, 48000), -1);

    /* what came before was: it goes on as far into the same step */
    save("return { title = 'E', play = function() step 'A' wait(25) step 'B' tone { hz = 400, seconds = 9 } wait(30) end }");
    assert_int_equal(unknot_reload(s.u), UNKNOT_OK);
    assert_int_equal(unknot_tell(s.u), 28 * 48000);

    /* the step is gone: as far from the start */
    save("return { title = 'E', play = function() step 'A' wait(25) step 'C' wait(30) end }");
    assert_int_equal(unknot_reload(s.u), UNKNOT_OK);
    assert_int_equal(unknot_tell(s.u), 28 * 48000);
    free(before);
    free(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands),
        cmocka_unit_test(test_kept_and_replayed),
        cmocka_unit_test(test_killed_and_resumed),
        cmocka_unit_test(test_reload),
    };
    return RUN_IN(s, tests);
}
