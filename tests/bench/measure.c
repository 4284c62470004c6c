/* measure - runs a command and prints what it took: CPU seconds, wall seconds, peak memory of the largest process, and the time to its first
 * bytes on stdout.
 *
 *     measure NAME COMMAND [ARG...]      -> one line: NAME, cpu s, wall s, MiB, ms to the first byte after 44 (a WAV header)
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define HEADER_BYTES 44

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

int main(int argc, char **argv)
{
    int ends[2];
    if (argc < 3 || pipe(ends))
        return 2;
    double start = now_s(), first = -1;
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], 1);
        close(ends[0]);
        close(ends[1]);
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    close(ends[1]);
    static char block[1 << 16];
    long long bytes = 0;
    for (ssize_t n; (n = read(ends[0], block, sizeof block)) > 0;) {
        bytes += n;
        if (first < 0 && bytes > HEADER_BYTES)
            first = now_s() - start;
    }
    int status;
    struct rusage children;
    waitpid(pid, &status, 0);
    double wall = now_s() - start;
    getrusage(RUSAGE_CHILDREN, &children);
    double cpu = (double)(children.ru_utime.tv_sec + children.ru_stime.tv_sec) +
                 (double)(children.ru_utime.tv_usec + children.ru_stime.tv_usec) * 1e-6;
    printf("%-34s %9.3f s cpu %9.3f s wall %7.1f MiB", argv[1], cpu, wall, (double)children.ru_maxrss / 1024);
    if (first >= 0)
        printf("  first bytes after %.1f ms", first * 1000);
    printf("%s\n", WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "" : "  FAILED");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
