/* bench_speech: what speaking costs.
 *
 *     build/tests/bench_speech tests/bench/long.lua
 *
 * A line each: phrases made a second (spoken, filtered, levelled, stored), beside the program flite speaking them one by one into files;
 * clips loaded a second from a cache that has them; the memory held while the routine of the argument (45 minutes) is read to its end; and
 * how long after opening the first sound is heard, with every phrase new and with none.
 */
#include <unknot.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ROUTINE "upper-trapezius"
#define RUNS 9

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static struct unknot *open_with(const char *cache)
{
    struct unknot *u;
    struct unknot_options o;
    unknot_options_init(&o);
    o.cache_folder = cache;
    o.voice = "flite";
    if (unknot_open(&u, &o)) {
        fprintf(stderr, "%s\n", unknot_message(u));
        exit(1);
    }
    return u;
}

static void load(struct unknot *u, const char *routine)
{
    if (unknot_load(u, routine, NULL, 0)) {
        fprintf(stderr, "%s\n", unknot_message(u));
        exit(1);
    }
}

/* The program flite, one process a phrase. 0: it is not there. */
static double flite_s(struct unknot *u)
{
    struct unknot_phrase p;
    double start = now_s();
    for (size_t i = 0; i < unknot_phrase_count(u); i++) {
        unknot_phrase(u, i, &p);
        pid_t pid = fork();
        if (pid == 0) {
            if (!freopen("/dev/null", "w", stderr))
                _exit(127);
            execlp("flite", "flite", "-voice", "rms", "--setf", "duration_stretch=1.45", "-t", p.text, "-o", "/dev/null", (char *)NULL);
            _exit(127);
        }
        int status;
        if (waitpid(pid, &status, 0) < 0 || status)
            return 0;
    }
    return now_s() - start;
}

static void making(const char *cache)
{
    struct unknot *u = open_with(cache);
    double start = now_s();
    load(u, ROUTINE);
    double took = now_s() - start, peer;
    size_t n = unknot_phrase_count(u);
    printf("made     %5.0f phrases a second (%zu in %.2f s)", (double)n / took, n, took);
    peer = flite_s(u);
    if (peer > 0)
        printf(", %.1f times as fast as the program flite (%.2f s)", peer / took, peer);
    putchar('\n');
    unknot_close(u);
}

static void loading(const char *cache)
{
    struct unknot *u = open_with(cache);
    struct unknot_cue cue;
    size_t n = 0;
    load(u, ROUTINE);
    double start = now_s(), seconds = 0;
    for (size_t i = 0; unknot_cue(u, i, &cue) == UNKNOT_OK; i++) {
        if (strcmp(cue.kind, "phrase") != 0)
            continue;
        n++;
        seconds += (double)cue.length_frames / unknot_rate(u);
        unknot_prepare(u, cue.at_frames, cue.length_frames);
    }
    double took = now_s() - start;
    printf("loaded   %5.0f clips a second (%zu in %.3f s), %.0f times as fast as they are heard\n", (double)n / took, n, took, seconds / took);
    unknot_close(u);
}

static double memory_mib(const char *pid)
{
    char path[64], line[200];
    double kib = 0;
    snprintf(path, sizeof path, "/proc/%.20s/status", pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = atof(line + 6);
    if (f)
        fclose(f);
    return kib / 1024;
}

static double children_mib(void)
{
    char path[64], pid[32];
    double sum = 0;
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *f = fopen(path, "r");
    while (f && fscanf(f, "%31s", pid) == 1)
        sum += memory_mib(pid);
    if (f)
        fclose(f);
    return sum;
}

static void memory(const char *cache, const char *routine)
{
    static float block[2 * 4800];
    struct unknot *u = open_with(cache);
    load(u, routine);
    while (unknot_prepare(u, unknot_tell(u), 4800) == UNKNOT_OK && unknot_read(u, block, 4800) == 4800)
        continue;
    printf("memory   %5.1f MiB at most over %.0f minutes, and %.1f MiB of the helpers\n", memory_mib("self"),
           (double)unknot_length_frames(u) / unknot_rate(u) / 60, children_mib());
    unknot_close(u);
}

static double first_ms(const char *cache, const char *routine)
{
    struct unknot_player *p;
    struct unknot_player_options o;
    double start = now_s();
    struct unknot *u = open_with(cache);
    unknot_player_options_init(&o);
    o.sink = "null";
    if (unknot_load_soon(u, routine, NULL, 0) || unknot_player_open(&p, u, &o) || unknot_player_start(p)) {
        fprintf(stderr, "%s\n", unknot_message(u));
        exit(1);
    }
    while (unknot_player_heard(p) == 0)
        unknot_player_work(p, 0.001);
    double took = now_s() - start;
    unknot_player_close(p);
    unknot_close(u);
    return took * 1000;
}

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void first_sound(const char *folder, const char *warm)
{
    double cold[RUNS], ready[RUNS];
    char cache[300];
    for (int i = 0; i < RUNS; i++) {
        snprintf(cache, sizeof cache, "%s/cold%d", folder, i);
        cold[i] = first_ms(cache, ROUTINE);
        ready[i] = first_ms(warm, ROUTINE);
    }
    qsort(cold, RUNS, sizeof *cold, by_value);
    qsort(ready, RUNS, sizeof *ready, by_value);
    printf("first    %5.0f ms with every phrase new (worst of %d: %.0f), %.0f ms with none (worst %.0f)\n", cold[RUNS / 2], RUNS,
           cold[RUNS - 1], ready[RUNS / 2], ready[RUNS - 1]);
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/unknot-bench-XXXXXX", cache[64], command[80];
    if (argc != 2 || !mkdtemp(folder)) {
        fprintf(stderr, "usage: bench_speech FILE.lua (a routine of 45 minutes)\n");
        return 2;
    }
    snprintf(cache, sizeof cache, "%s/cache", folder);
    making(cache);
    loading(cache);
    first_sound(folder, cache);
    memory(cache, argv[1]);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) != 0;
}
