/* bench_cost: what a second of sound costs the thread that reads it. cost.sh runs it, and counts.
 *
 *     build/tests/bench_cost [ROUTINE ...]           of each (by default of all that are shipped): nanoseconds of processor time for a second
 *                                                    of reading: the mean, and the dearest second and which one it is; the least of three runs
 *     build/tests/bench_cost ROUTINE SECONDS [FROM]  reads each of these seconds in a call of read_second() of its own
 *     build/tests/bench_cost yardstick               the same call, but what it does is a copy with a gain, then a biquad on both sides
 *
 * Reads 5 ms at a time, as a player does, and turns it into 16 bits in quantize_second().
 */
#include "base/time.h"
#include "engine/engine.h"
#include "engine/player.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RATE 48000
#define RUNS 3
#define MOST_S 3700

static float sound[RATE * UNKNOT_CHANNELS];
static int16_t whole[RATE * UNKNOT_CHANNELS];

static int64_t cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * UK_NS_PER_S + t.tv_nsec;
}

/* What is counted: calls of these by their names, so each stays a function. */
size_t read_second(struct unknot *u);
void quantize_second(int64_t at);
void copy_second(const float *from, float gain);
void biquad_second(void);

__attribute__((noinline)) size_t read_second(struct unknot *u)
{
    size_t got = 0;
    for (size_t i = 0; i < RATE; i += UK_BLOCK_LIVE)
        got += unknot_read(u, sound + i * UNKNOT_CHANNELS, UK_BLOCK_LIVE);
    return got;
}

__attribute__((noinline)) void quantize_second(int64_t at)
{
    for (size_t i = 0; i < RATE; i += UK_BLOCK_LIVE)
        unknot_quantize(sound + i * UNKNOT_CHANNELS, whole + i * UNKNOT_CHANNELS, at + (int64_t)i, UK_BLOCK_LIVE);
}

__attribute__((noinline)) void copy_second(const float *from, float gain)
{
    for (size_t i = 0; i < RATE * UNKNOT_CHANNELS; i++)
        sound[i] = from[i] * gain;
}

__attribute__((noinline)) void biquad_second(void)
{
    float z[UNKNOT_CHANNELS][2] = {{0}};
    for (size_t i = 0; i < RATE * UNKNOT_CHANNELS; i++) {
        float *s = z[i % UNKNOT_CHANNELS], x = sound[i], y = 0.2f * x + s[0];
        s[0] = 0.4f * x + 0.3f * y + s[1];
        s[1] = 0.2f * x - 0.1f * y;
        sound[i] = y;
    }
}

static void fail(struct unknot *u)
{
    fprintf(stderr, "bench_cost: %s\n", u ? unknot_message(u) : "there is no memory");
    exit(1);
}

static void load(struct unknot *u, const char *routine)
{
    if (unknot_load(u, routine, NULL, 0))
        fail(u);
}

static void prepare(struct unknot *u)
{
    if (unknot_prepare(u, unknot_tell(u), 2 * RATE))
        fail(u);
}

static void count(struct unknot *u, const char *routine, int seconds, int from)
{
    load(u, routine);
    unknot_seek(u, (int64_t)from * RATE, UNKNOT_EXACT);
    prepare(u);
    unknot_read(u, sound, 1); /* the seek, and the quanta before the first */
    unknot_seek(u, (int64_t)from * RATE, UNKNOT_EXACT);
    for (int i = 0; i < seconds; i++) {
        prepare(u);
        int64_t at = unknot_tell(u);
        if (read_second(u) < RATE)
            break;
        quantize_second(at);
    }
}

static void time_routine(struct unknot *u, const char *routine)
{
    static int64_t least[MOST_S];
    int seconds = 0, worst = 0;
    load(u, routine);
    for (int run = 0; run < RUNS; run++) {
        unknot_seek(u, 0, UNKNOT_EXACT);
        for (int i = 0; i < MOST_S; i++) {
            prepare(u);
            int64_t start = cpu_ns();
            if (read_second(u) < RATE)
                break;
            int64_t ns = cpu_ns() - start;
            least[i] = run && least[i] < ns ? least[i] : ns;
            seconds = i + 1;
        }
    }
    int64_t sum = 0;
    for (int i = 0; i < seconds; i++) {
        sum += least[i];
        worst = least[i] > least[worst] ? i : worst;
    }
    if (seconds > 0)
        printf("%-28s %8lld ns mean %8lld ns in second %d\n", routine, (long long)(sum / seconds), (long long)least[worst], worst);
    fflush(stdout);
}

static void yardstick(void)
{
    float *from = calloc(RATE * UNKNOT_CHANNELS, sizeof *from);
    if (!from)
        fail(NULL);
    int64_t start = cpu_ns();
    copy_second(from, 0.5f);
    int64_t middle = cpu_ns();
    biquad_second();
    printf("copy with a gain %lld ns, biquad %lld ns\n", (long long)(middle - start), (long long)(cpu_ns() - middle));
    free(from);
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "yardstick") == 0) {
        yardstick();
        return 0;
    }
    struct unknot *u;
    if (unknot_open(&u, NULL))
        fail(u);
    bool counts = argc > 2 && strspn(argv[2], "0123456789") == strlen(argv[2]);
    if (counts)
        count(u, argv[1], atoi(argv[2]), argc > 3 ? atoi(argv[3]) : 0);
    for (int i = 1; i < argc && !counts; i++)
        time_routine(u, argv[i]);
    for (int i = 0, n = argc < 2 ? unknot_routine_count(u) : 0; i < n; i++)
        time_routine(u, unknot_routine_name(u, i));
    unknot_close(u);
    return 0;
}
