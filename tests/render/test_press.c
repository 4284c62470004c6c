/* Presses while it plays: where they are stamped, what stays the same before them, and what is left when all is closed. How soon they are
 * heard is measured by bench_press. */
#include "studio.h"

#include <dirent.h>
#include <signal.h>
#include <sys/types.h>
#include <sys/wait.h>

#define RATE 48000
#define LOOK_AHEAD (RATE * 40 / 1000) /* the routine hears so much later than the stamp */

static struct studio s;

static const char routine[] = "return { title = 'Presses', play = function()\n"
                              "  bed { kind = 'noise', db = -40 }\n"
                              "  for i = 1, 100 do\n"
                              "    tone { kind = 'sine', hz = 200 + i, seconds = 0.2, db = -20 }\n"
                              "    local event = listen { seconds = 10, 'longer', 'next' }\n"
                              "    if event == 'longer' then tone { hz = 500, seconds = 0.5 } wait(1) end\n"
                              "  end\n"
                              "end }\n";

static struct unknot_player *play(void)
{
    struct unknot_player_options o;
    struct unknot_player *p;
    unknot_player_options_init(&o);
    o.sink = "null";
    if (unknot_player_open(&p, s.u, &o) != UNKNOT_OK)
        fail_msg("%s", unknot_message(s.u));
    assert_int_equal(unknot_player_start(p), UNKNOT_OK);
    return p;
}

/* Children of this process whose program has `name` in it; NULL: all that live. */
static size_t children(const char *name, pid_t *ids, size_t room)
{
    size_t n = 0;
    DIR *d = opendir("/proc/self/task");
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));) {
        char path[300], program[300];
        snprintf(path, sizeof path, "/proc/self/task/%s/children", e->d_name);
        FILE *f = e->d_name[0] == '.' ? NULL : fopen(path, "r");
        for (int id; f && fscanf(f, "%d", &id) == 1;) {
            snprintf(path, sizeof path, "/proc/%d/comm", id);
            FILE *c = fopen(path, "r");
            bool named = c && fgets(program, sizeof program, c) && (!name || strstr(program, name));
            if (c)
                fclose(c);
            if (named && n < room)
                ids[n++] = id;
        }
        if (f)
            fclose(f);
    }
    closedir(d);
    return n;
}

/* The planner that waits for the next press. A child has its parent's name for a moment after it was started. */
static pid_t spare(void)
{
    pid_t id = 0;
    for (int i = 0; i < 5000 && !children("unknot-planner", &id, 1); i++)
        usleep(1000);
    assert_true(id > 0);
    return id;
}

/* The stamp of the last entry, in frames. */
static int64_t last_stamp(void)
{
    const char *text = unknot_journal(s.u), *at = NULL;
    for (const char *p = strstr(text, "\"at\""); p; p = strstr(p + 1, "\"at\""))
        at = p;
    assert_non_null(at);
    return (int64_t)(strtod(strchr(at, ':') + 1, NULL) * RATE + 0.5);
}

static void a_press_is_stamped_beyond_what_was_read(void **state)
{
    (void)state;
    assert_loads(&s, "presses", routine);
    struct unknot_player *p = play();
    for (int i = 0; i < 5; i++) {
        int64_t before = unknot_tell(s.u);
        assert_int_equal(unknot_press(s.u, "next", 0), UNKNOT_OK);
        assert_true(last_stamp() > before);
    }
    unknot_player_close(p);
}

/* Who went back presses there: what was pressed later is overtaken, also after a press that came to nothing. */
static void who_went_back_presses_there(void **state)
{
    (void)state;
    float block[480 * UNKNOT_CHANNELS];
    assert_loads(&s, "presses", routine);
    unknot_seek(s.u, 100 * RATE, UNKNOT_EXACT);
    unknot_read(s.u, block, 480);
    assert_int_equal(unknot_press(s.u, "next", 0), UNKNOT_OK);
    assert_int_equal(unknot_press(s.u, "next", 0), UNKNOT_OK);
    int64_t last = last_stamp();
    assert_true(last > 100 * RATE && last < 101 * RATE);
    unknot_seek(s.u, 50 * RATE, UNKNOT_EXACT);
    unknot_read(s.u, block, 480);
    assert_int_equal(unknot_press(s.u, "rate", 11), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(last_stamp(), last);
    unknot_read(s.u, block, 480);
    assert_int_equal(unknot_press(s.u, "next", 0), UNKNOT_OK);
    assert_true(last_stamp() > 50 * RATE && last_stamp() < 51 * RATE);
}

static void what_comes_before_a_press_is_the_same(void **state)
{
    (void)state;
    assert_loads(&s, "presses", routine);
    float *plain = studio_read(s.u, 0, 8 * RATE, 480);
    unknot_seek(s.u, 5 * RATE, UNKNOT_EXACT);
    float block[480 * UNKNOT_CHANNELS];
    unknot_read(s.u, block, 480);
    assert_int_equal(unknot_press(s.u, "longer", 0), UNKNOT_OK);
    int64_t change = last_stamp();
    assert_true(change > 5 * RATE && change < 6 * RATE);
    float *pressed = studio_read(s.u, 0, 8 * RATE, 480);
    int64_t differs = studio_difference(plain, pressed, 8 * RATE);
    assert_true(differs >= change && differs <= change + LOOK_AHEAD + RATE / 100);
    free(plain);
    free(pressed);
}

/* A player that has read 3 s ahead of what is heard, and after each press reads again from 0.3 s beyond what is heard. */
static void who_reads_ahead_hears_what_a_render_with_the_journal_gives(void **state)
{
    (void)state;
    static const struct {
        int64_t heard;
        const char *event;
    } presses[] = {{RATE * 2, "longer"}, {RATE * 7 + 1234, "next"}, {RATE * 8, "longer"}, {RATE * 20 + 1, "next"}};
    const size_t count = sizeof presses / sizeof *presses;
    const int64_t all = 40 * RATE;
    float *heard = malloc((size_t)all * UNKNOT_CHANNELS * sizeof *heard);
    int64_t at = 0;
    assert_non_null(heard);
    assert_loads(&s, "presses", routine);
    for (size_t i = 0; i <= count; i++) {
        int64_t to = i < count ? presses[i].heard + 3 * RATE : all;
        float *ahead = studio_read(s.u, at, to, 1024);
        memcpy(heard + at * UNKNOT_CHANNELS, ahead, (size_t)(to - at) * UNKNOT_CHANNELS * sizeof *ahead);
        free(ahead);
        if (i < count && unknot_press_at(s.u, presses[i].heard + RATE / 5, presses[i].event, 0) != UNKNOT_OK)
            fail_msg("%s", unknot_message(s.u));
        if (i < count)
            assert_int_equal(last_stamp(), presses[i].heard + RATE / 5);
        at = i < count ? presses[i].heard + RATE / 5 : all;
    }
    char path[256];
    const char *journal = unknot_journal(s.u);
    studio_write(&s, "journal", journal, strlen(journal));
    assert_loads(&s, "presses", routine);
    studio_path(&s, "journal", path, sizeof path);
    assert_int_equal(unknot_load_journal(s.u, path), UNKNOT_OK);
    float *again = studio_read(s.u, 0, all, 480);
    assert_int_equal(studio_difference(heard, again, all), -1);
    assert_int_equal(unknot_press_at(s.u, unknot_length_frames(s.u), "next", 0), UNKNOT_BAD_ARGUMENT);
    assert_int_equal(unknot_press_at(s.u, RATE, "jump", 0), UNKNOT_BAD_ARGUMENT);
    free(heard);
    free(again);
}

static void an_address_opens_an_engine_with_a_routine(void **state)
{
    (void)state;
    struct unknot *u;
    assert_int_equal(unknot_open_uri(&u, "unknot://calm?minutes=5", NULL), UNKNOT_OK);
    assert_string_equal(unknot_loaded(u)->name, "calm");
    assert_in_range(unknot_length_frames(u), 299 * RATE, 301 * RATE);
    unknot_close(u);
    assert_int_equal(unknot_open_uri(&u, "unknot://clam", NULL), UNKNOT_NOT_FOUND);
    assert_non_null(strstr(unknot_message(u), "'calm'"));
    unknot_close(u);
    assert_int_equal(unknot_open_uri(&u, "http://calm", NULL), UNKNOT_BAD_ARGUMENT);
    assert_non_null(strstr(unknot_message(u), "http://calm"));
    unknot_close(u);
    assert_int_equal(unknot_open_uri(&u, "unknot://calm?language=xx", NULL), UNKNOT_NOT_FOUND);
    unknot_close(u);
}

static void a_planner_killed_between_presses_is_replaced(void **state)
{
    (void)state;
    assert_loads(&s, "presses", routine);
    struct unknot_player *p = play();
    for (int i = 0; i < 3; i++) {
        pid_t id = spare();
        siginfo_t end;
        kill(id, SIGKILL);
        assert_int_equal(waitid(P_PID, (id_t)id, &end, WEXITED | WNOWAIT), 0);
        if (unknot_press(s.u, "longer", 0) != UNKNOT_OK)
            fail_msg("%s", unknot_message(s.u));
    }
    unknot_player_close(p);
}

static void a_render_keeps_no_planner_waiting(void **state)
{
    (void)state;
    pid_t id;
    struct studio quiet;
    char path[256];
    assert_int_equal(unknot_open(&quiet.u, NULL), UNKNOT_OK);
    studio_path(&s, "presses.lua", path, sizeof path);
    assert_int_equal(unknot_load(quiet.u, path, NULL, 0), UNKNOT_OK);
    unknot_close(s.u); /* the one that played */
    s.u = quiet.u;
    assert_int_equal(children("unknot-planner", &id, 1), 0);
}

static void nothing_is_left_when_it_is_closed(void **state)
{
    (void)state;
    pid_t id;
    assert_loads(&s, "presses", routine);
    struct unknot_player *p = play();
    assert_int_equal(unknot_press(s.u, "next", 0), UNKNOT_OK);
    spare();
    unknot_player_close(p);
    studio_finish(&s);
    s.u = NULL;
    assert_int_equal(children(NULL, &id, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_press_is_stamped_beyond_what_was_read),
        cmocka_unit_test(who_went_back_presses_there),
        cmocka_unit_test(what_comes_before_a_press_is_the_same),
        cmocka_unit_test(who_reads_ahead_hears_what_a_render_with_the_journal_gives),
        cmocka_unit_test(an_address_opens_an_engine_with_a_routine),
        cmocka_unit_test(a_planner_killed_between_presses_is_replaced),
        cmocka_unit_test(a_render_keeps_no_planner_waiting),
        cmocka_unit_test(nothing_is_left_when_it_is_closed),
    };
    return RUN_IN(s, tests);
}
