/* Recordings that become a voice pack: their level, what is wrong with them, and what is left when an import is broken off. */
#include "../check.h"

#include <unknot.h>

#include <dirent.h>
#include <ftw.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define RATE 24000
#define LINES 12

static char folder[] = "/tmp/unknot-test-XXXXXX";

static const char *path(const char *format, ...) __attribute__((format(printf, 1, 2)));
static const char *path(const char *format, ...)
{
    static char paths[4][300];
    static int turn;
    char *out = paths[turn++ % 4];
    int n = snprintf(out, sizeof paths[0], "%s/", folder);
    va_list args;
    va_start(args, format);
    vsnprintf(out + n, sizeof paths[0] - (size_t)n, format, args);
    va_end(args);
    return out;
}

static int remove_one(const char *name, const struct stat *s, int type, struct FTW *f)
{
    (void)s, (void)type, (void)f;
    return remove(name);
}

static int start(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    setenv("XDG_DATA_HOME", path("data"), 1);
    setenv("XDG_CACHE_HOME", path("cache"), 1);
    return mkdir(path("takes"), 0700);
}

static int finish(void **state)
{
    (void)state;
    return nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* ---- recordings ---- */

static void put(FILE *out, uint32_t v, int bytes)
{
    for (int i = 0; i < bytes; i++)
        putc((int)(v >> 8 * i & 255), out);
}

/* A sound like a voice of that length and level, with half a second of a room around it, as 16 bits. */
static void record(int number, double seconds, double level, double room)
{
    size_t n = (size_t)((seconds + 1) * RATE);
    uint32_t state = (uint32_t)number + 1;
    FILE *out = fopen(path("takes/%03d.wav", number), "wb");
    assert_non_null(out);
    fputs("RIFF", out);
    put(out, (uint32_t)n * 2 + 36, 4);
    fputs("WAVEfmt ", out);
    put(out, 16, 4);
    put(out, 1 | 1 << 16, 4);
    put(out, RATE, 4);
    put(out, RATE * 2, 4);
    put(out, 2 | 16 << 16, 4);
    fputs("data", out);
    put(out, (uint32_t)n * 2, 4);
    for (size_t i = 0; i < n; i++) {
        double s = (double)i / RATE - 0.5, v = 0;
        for (int k = 1; k <= 10 && s >= 0 && s < seconds; k++)
            v += level * sin(2 * 3.14159265358979 * 140 * k * s + k * k) / k / 2 * (0.7 + 0.3 * cos(2 * 3.14159265358979 * 4 * s));
        state = state * 1664525 + 1013904223;
        v += room * (double)(int32_t)state / 2147483648.0;
        put(out, (uint32_t)(int)lrint(32767 * fmax(-1, fmin(1, v))), 2);
    }
    assert_int_equal(fclose(out), 0);
}

static void write_script(double room_s)
{
    FILE *out = fopen(path("script.csv"), "w");
    fprintf(out, "seconds,text\n");
    for (int i = 1; i <= LINES; i++)
        fprintf(out, "%.1f,This is the line with the number %d in it.\n", room_s, i);
    assert_int_equal(fclose(out), 0);
}

static void record_all(void)
{
    for (int i = 1; i <= LINES; i++)
        record(i, 3, 0.1 + 0.005 * i, 0.00002);
}

static struct unknot_recordings recordings(const char *voice)
{
    static char takes[100], script[100], again[100];
    snprintf(takes, sizeof takes, "%s", path("takes"));
    snprintf(script, sizeof script, "%s", path("script.csv"));
    snprintf(again, sizeof again, "%s", path("again.csv"));
    return (struct unknot_recordings){.size = sizeof(struct unknot_recordings), .path = takes, .voice = voice, .script = script, .again_to = again};
}

static struct unknot *import(const struct unknot_recordings *r, struct unknot_imported **out)
{
    struct unknot *u;
    assert_int_equal(unknot_open(&u, NULL), 0);
    if (unknot_voice_import(u, r, out))
        fail_msg("%s", unknot_message(u));
    return u;
}

/* ---- the tests ---- */

static void all_come_to_one_level(void **state)
{
    struct unknot_imported *all;
    struct unknot_recordings r = recordings("en-level");
    (void)state;
    write_script(9);
    for (int i = 1; i <= LINES; i++)
        record(i, 3, 0.05 * pow(10, i / 40.0), 0.00002); /* up to 6 dB apart */
    struct unknot *u = import(&r, &all);
    assert_int_equal(all->taken_count, LINES);
    assert_int_equal(all->again, 0);
    for (size_t i = 0; i < LINES; i++) {
        assert_int_equal(all->takes[i].flaws, 0);
        assert_true(fabs(all->takes[i].lufs - -19) < 0.3);
        assert_true(all->takes[i].noise_db < -60);
        assert_true(all->takes[i].seconds > 2.95 && all->takes[i].seconds < 3.25);
    }
    unknot_imported_free(all);
    unknot_close(u);
}

static void says_what_is_wrong_with_each(void **state)
{
    struct unknot_imported *all;
    struct unknot_recordings r = recordings("en-flaws");
    static const unsigned wanted[LINES] = {UNKNOT_TAKE_SOFT, UNKNOT_TAKE_LOUD | UNKNOT_TAKE_CLIPPED, UNKNOT_TAKE_NOISY, UNKNOT_TAKE_LONG,
                                           UNKNOT_TAKE_ODD, UNKNOT_TAKE_MISSING};
    (void)state;
    write_script(4);
    record_all();
    record(1, 3, 0.01, 0.00002);
    record(2, 3, 4, 0.00002);
    record(3, 3, 0.1, 0.003);
    record(4, 4.2, 0.1, 0.00002);
    record(5, 0.9, 0.1, 0.00002);
    assert_int_equal(unlink(path("takes/006.wav")), 0);
    struct unknot *u = import(&r, &all);
    for (size_t i = 0; i < LINES; i++) {
        print_message("%s: flaws %u, %.1f LUFS, noise %.0f dB, %.2f s\n", all->takes[i].text, all->takes[i].flaws, all->takes[i].lufs,
                      all->takes[i].noise_db, all->takes[i].seconds);
        assert_int_equal(all->takes[i].flaws, wanted[i]);
        assert_int_equal(all->takes[i].taken, i != 5);
    }
    assert_true(all->takes[0].lufs < -30); /* a whisper stays one */
    assert_int_equal(all->again, 1);
    FILE *again = fopen(path("again.csv"), "r");
    char line[200];
    int rows = 0;
    while (fgets(line, sizeof line, again))
        rows++;
    fclose(again);
    assert_int_equal(rows, 1 + 5); /* whoever was soft needs not read again */
    unknot_imported_free(all);
    unknot_close(u);
}

/* The lines of a pack, each with a file of ours; -1: it is not whole. */
static int count_lines(const char *voice)
{
    FILE *in = fopen(path("data/unknot/audio/%s/lines.tsv", voice), "r");
    char line[400], file[200];
    int n = -1;
    if (!in)
        return 0;
    while (fgets(line, sizeof line, in)) {
        struct stat s;
        if (n++ >= 0 && (sscanf(line, "%*s %199s", file) != 1 || stat(path("data/unknot/audio/%s/%s", voice, file), &s) || s.st_size < 1000)) {
            n = -1;
            break;
        }
    }
    fclose(in);
    return n;
}

static void an_import_that_is_broken_off_changes_nothing(void **state)
{
    struct unknot_recordings r = recordings("en-broken");
    struct unknot_imported *all;
    int finished = 0, broken = 0;
    (void)state;
    write_script(9);
    record_all();
    for (int ms = 1; finished < 2 && ms < 5000; ms += ms / 2 + 1) {
        pid_t pid = fork();
        if (pid == 0) {
            struct unknot *u;
            _exit(unknot_open(&u, NULL) || unknot_voice_import(u, &r, &all));
        }
        usleep((useconds_t)ms * 1000);
        kill(pid, SIGKILL);
        int status;
        assert_int_equal(waitpid(pid, &status, 0), pid);
        bool done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
        finished += done;
        broken += !done;
        int lines = count_lines("en-broken");
        assert_true(lines == LINES || (lines == 0 && !done));
    }
    print_message("broken off %d times\n", broken);
    assert_true(broken > 3);
    struct unknot *u = import(&r, &all);
    assert_int_equal(count_lines("en-broken"), LINES);
    DIR *d = opendir(path("data/unknot/audio/en-broken"));
    int files = 0;
    for (struct dirent *e; (e = readdir(d));)
        files += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    assert_int_equal(files, LINES + 2); /* and lines.tsv, pack.lua: nothing is left over */
    unknot_imported_free(all);
    unknot_close(u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_come_to_one_level),
        cmocka_unit_test(says_what_is_wrong_with_each),
        cmocka_unit_test(an_import_that_is_broken_off_changes_nothing),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
