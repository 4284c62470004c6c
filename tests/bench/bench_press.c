/* bench_press: how soon a press is heard.
 *
 *     build/tests/bench_press tests/bench/long.lua [PRESSES]
 *
 * Plays the routine through the null sink in real time, in an engine of its own, after a journal of 200 entries over its first third;
 * presses at random moments, moving on in between, and prints milliseconds from the call of unknot_press() (p50, p99, the worst):
 *
 *     call      until it returns: the new plan is on
 *     may       until the position is heard at which the sound may be another one: the stamp less the look-ahead
 *     heard     until the stamp is heard: the routine has heard of the press
 *
 * and how many of the presses had to be planned again with a later stamp. Run it twice: the first run also makes new phrases.
 */
#include "base/time.h"
#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define JOURNAL 200
#define MOST 2000

static const enum uk_event events[] = {UK_LONGER, UK_RATE, UK_EASIER, UK_READY, UK_HARDER, UK_RATE};

struct times {
    double call[MOST], may[MOST], heard[MOST];
    int count, retried;
};

static void sleep_ns(int64_t ns)
{
    struct timespec t = {ns / UK_NS_PER_S, ns % UK_NS_PER_S};
    nanosleep(&t, NULL);
}

static uint32_t chance(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static void print(const char *name, double *ms, int n)
{
    qsort(ms, (size_t)n, sizeof *ms, by_value);
    printf("%-8s p50 %6.1f  p99 %6.1f  worst %6.1f ms\n", name, ms[n / 2], ms[n * 99 / 100], ms[n - 1]);
}

/* The journal as a file, for unknot_load_journal(). */
static int load_journal(struct unknot *u)
{
    char path[] = "/tmp/bench-press-XXXXXX";
    int64_t step_ns = u->timeline->length_ns / 3 / JOURNAL;
    int fd = mkstemp(path);
    FILE *f = fd < 0 ? NULL : fdopen(fd, "w");
    if (!f)
        return uk_fail(&u->message, UNKNOT_IO, "'%s' cannot be written", path);
    for (int i = 0; i < JOURNAL; i++) {
        char line[UK_ENTRY_TEXT];
        enum uk_event event = events[i % (int)(sizeof events / sizeof *events)];
        struct uk_entry e = {step_ns * (i + 1), event, event == UK_RATE ? 4 : 0};
        uk_entry_text(&e, line);
        fputs(line, f);
    }
    fclose(f);
    int status = unknot_load_journal(u, path);
    remove(path);
    return status;
}

static double ms_until_heard(struct unknot_player *p, int64_t frame, int64_t since_ns)
{
    while (unknot_player_heard(p) < frame && unknot_player_state(p) == UNKNOT_PLAYER_PLAYING)
        sleep_ns(200000);
    return (double)(uk_clock_ns() - since_ns) / 1e6;
}

static int press(struct unknot *u, struct unknot_player *p, uint32_t *seed, struct times *t)
{
    enum uk_event event = events[chance(seed, sizeof events / sizeof *events)];
    uint64_t late = u->late_plans;
    int64_t began_ns = uk_clock_ns();
    int status = unknot_press(u, uk_event_names[event], event == UK_RATE ? 4 : 0);
    if (status)
        return status;
    const struct uk_journal *j = &u->session.journal;
    int64_t at_ns = j->entries[j->count - 1].at_ns;
    t->call[t->count] = (double)(uk_clock_ns() - began_ns) / 1e6;
    t->may[t->count] = ms_until_heard(p, uk_frames_from_ns(at_ns, u->rate), began_ns);
    t->heard[t->count] = ms_until_heard(p, uk_frames_from_ns(at_ns + UK_LOOK_AHEAD_NS, u->rate), began_ns);
    t->retried += u->late_plans != late;
    t->count++;
    return UNKNOT_OK;
}

/* From the end of the journal on, in steps that leave a tenth of the routine at its end. */
static int play(struct unknot *u, struct unknot_player *p, int presses, struct times *t)
{
    uint32_t seed = 1;
    int status = unknot_player_start(p);
    for (int i = 0; i < presses && !status; i++) {
        int64_t from = u->timeline->length_frames * 35 / 100, to = u->timeline->length_frames * 9 / 10;
        int64_t goal = from + (to - from) * i / presses;
        status = load_journal(u); /* always the same number of entries before the press */
        if (status)
            break;
        uk_planner_warm(u->planner); /* as after every press */
        if (goal > unknot_tell(u))
            unknot_seek(u, goal, UNKNOT_SMOOTH);
        ms_until_heard(p, goal, 0);
        sleep_ns((int64_t)(50 + chance(&seed, 350)) * 1000000);
        status = press(u, p, &seed, t);
    }
    return status;
}

int main(int argc, char **argv)
{
    static struct times t;
    struct unknot *u = NULL;
    struct unknot_player *p = NULL;
    struct unknot_player_options o;
    int presses = argc > 2 ? atoi(argv[2]) : 250;
    if (argc < 2 || presses < 1 || presses > MOST) {
        fputs("bench_press ROUTINE.lua [PRESSES]\n", stderr);
        return 2;
    }
    unknot_player_options_init(&o);
    o.sink = "null";
    int status = unknot_open(&u, NULL);
    if (!status)
        status = unknot_load(u, argv[1], NULL, 0);
    if (!status)
        status = load_journal(u);
    if (!status)
        status = unknot_player_open(&p, u, &o);
    if (!status)
        status = play(u, p, presses, &t);
    if (!status) {
        char length[16];
        printf("%s, %zu cues, %zu entries; %d presses, %d planned again; last plan %.1f ms\n",
               uk_time_text(length, sizeof length, u->timeline->length_ns), unknot_cue_count(u), u->session.journal.count, t.count,
               t.retried, (double)u->plan_ns / 1e6);
        print("call", t.call, t.count);
        print("may", t.may, t.count);
        print("heard", t.heard, t.count);
    } else {
        fprintf(stderr, "bench_press: %s\n", unknot_message(u));
    }
    unknot_player_close(p);
    unknot_close(u);
    return status ? 1 : 0;
}
