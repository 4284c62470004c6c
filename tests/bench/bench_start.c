/* bench_start: how soon there is sound.
 *
 *     build/tests/bench_start RUNS COMMAND [ARG...]
 *     build/tests/bench_start 30 build/bin/unknot play upper-trapezius --sink pipe:-
 *
 * Runs the command, which writes raw sound to its standard output, and prints milliseconds from before it is started until the first byte that is
 * not 0 is there, and until the first byte is: the least, the median, the worst. Run it twice: the first run also makes new phrases.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 1000

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void run(char **argv, double *bytes_ms, double *sound_ms)
{
    static unsigned char block[1 << 16];
    int ends[2], heard = 0;
    if (pipe(ends))
        exit(2);
    double start = now_ms();
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], 1);
        close(ends[0]);
        close(ends[1]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(ends[1]);
    *bytes_ms = *sound_ms = -1;
    for (ssize_t n; !heard && (n = read(ends[0], block, sizeof block)) > 0;) {
        *bytes_ms = *bytes_ms < 0 ? now_ms() - start : *bytes_ms;
        for (ssize_t i = 0; i < n && !heard; i++)
            heard = block[i] != 0;
    }
    *sound_ms = heard ? now_ms() - start : -1;
    close(ends[0]);
    kill(pid, SIGTERM);
    waitpid(pid, NULL, 0);
}

static void print(const char *what, double *ms, int n)
{
    qsort(ms, (size_t)n, sizeof *ms, by_value);
    printf("%-12s least %6.1f  median %6.1f  worst %6.1f ms\n", what, ms[0], ms[n / 2], ms[n - 1]);
}

int main(int argc, char **argv)
{
    static double bytes_ms[MOST], sound_ms[MOST];
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > MOST) {
        fprintf(stderr, "usage: bench_start RUNS COMMAND [ARG...]\n");
        return 2;
    }
    for (int i = 0; i < runs; i++) {
        run(argv + 2, &bytes_ms[i], &sound_ms[i]);
        if (sound_ms[i] < 0) {
            fprintf(stderr, "bench_start: the command ended without a sound\n");
            return 1;
        }
    }
    print("first byte", bytes_ms, runs);
    print("first sound", sound_ms, runs);
    return 0;
}
