/* bench_start: how soon there is sound.
 *
 *     build/tests/bench_start RUNS COMMAND [ARG...]
 *     build/tests/bench_start 30 build/bin/unknot play upper-trapezius --sink pipe --device ./FIFO
 *     build/tests/bench_start 30 build/bin/unknot play upper-trapezius --sink pipe --device raw
 *
 * Runs the command, which writes raw sound to a named pipe where an argument is ./FIFO (as to a listener), else to its standard output (as to
 * a file), and prints milliseconds from before it is started until the first byte that is not 0 is there, and until the first byte is: the
 * least, the median, the worst. Run it twice: the first run also makes new phrases.
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

/* Where the sound comes from; the other end, for the command, is *its. */
static int open_ends(const char *fifo, int *its)
{
    int ends[2];
    if (!fifo && pipe(ends) == 0) {
        *its = ends[1];
        return ends[0];
    }
    *its = fifo ? open("/dev/null", O_WRONLY) : -1;
    int own = fifo ? open(fifo, O_RDWR | O_CLOEXEC) : -1; /* so that one who writes may come and go */
    if (own < 0 || *its < 0) {
        perror("bench_start");
        exit(2);
    }
    return own;
}

static void run(char **argv, const char *fifo, double *bytes_ms, double *sound_ms)
{
    static unsigned char block[1 << 16];
    int its, heard = 0, own = open_ends(fifo, &its);
    struct pollfd f = {.fd = own, .events = POLLIN};
    double start = now_ms();
    pid_t pid = fork();
    if (pid == 0) {
        dup2(its, 1);
        close(own);
        close(its);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(its);
    *bytes_ms = *sound_ms = -1;
    for (ssize_t n; !heard && poll(&f, 1, 10000) > 0 && (n = read(own, block, sizeof block)) > 0;) {
        *bytes_ms = *bytes_ms < 0 ? now_ms() - start : *bytes_ms;
        for (ssize_t i = 0; i < n && !heard; i++)
            heard = block[i] != 0;
    }
    *sound_ms = heard ? now_ms() - start : -1;
    close(own);
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
    const char *fifo = NULL;
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], "./FIFO") == 0)
            fifo = argv[i];
    if (fifo && mkfifo(fifo, 0600)) {
        perror("bench_start: ./FIFO");
        return 2;
    }
    int status = 0;
    for (int i = 0; i < runs && !status; i++) {
        run(argv + 2, fifo, &bytes_ms[i], &sound_ms[i]);
        status = sound_ms[i] < 0;
    }
    if (fifo)
        unlink(fifo);
    if (status) {
        fprintf(stderr, "bench_start: the command ended without a sound\n");
        return 1;
    }
    print("first byte", bytes_ms, runs);
    print("first sound", sound_ms, runs);
    return 0;
}
