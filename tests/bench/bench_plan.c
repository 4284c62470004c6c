/* bench_plan: what planning costs.
 *
 *     build/tests/bench_plan [FILE.lua ...]    by default the shipped routines, and one of 10 minutes with 200 cues
 *
 * Phrases get a made-up length, so no voice is measured. Prints milliseconds: the fastest, the median, the tenth slowest, the slowest of 200. Each
 * is planned as it is loaded, the helper program's start included; fitted to 6 minutes; and as after a press: with a journal of 200
 * entries spread over it, the lengths known, and a helper program waiting.
 */
#include "base/path.h"
#include "base/time.h"
#include "engine/planner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RUNS 200
#define PRESSES 200

enum how { LOADED, FITTED, PRESSED, HOWS };
static const char *const how_names[] = {"", "fitted", "pressed"};

static const char ten_minutes[] = "return { title = 'Ten minutes', play = function()\n"
                                  "  bed()\n"
                                  "  for i = 1, 100 do\n"
                                  "    mark('step ' .. i)\n"
                                  "    tone { kind = 'sine', hz = 200 + i, seconds = 0.5 }\n"
                                  "    say { 'Phrase number ' .. i, wait = false }\n"
                                  "    listen { seconds = 6, 'next' }\n"
                                  "  end\n"
                                  "end }\n";

static int length_of(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    (void)ctx, (void)kind, (void)m;
    *length_ns = (int64_t)strlen(name) * 70000000;
    return UNKNOT_OK;
}

static int by_value(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Presses that do not end the routine, evenly over `length_ns`. */
static int fill(struct uk_journal *journal, int64_t length_ns, struct uk_message *m)
{
    static const enum uk_event events[] = {UK_LONGER, UK_EASIER, UK_AGAIN, UK_READY, UK_HARDER, UK_RATE};
    int status = UNKNOT_OK;
    for (int i = 0; i < PRESSES && !status; i++) {
        enum uk_event event = events[i % (int)(sizeof events / sizeof *events)];
        struct uk_entry e = {length_ns / (PRESSES + 1) * (i + 1), event, event == UK_RATE ? 4 : 0};
        status = uk_journal_add(journal, e, m);
    }
    return status;
}

static void print(const char *name, enum how how, const struct uk_timeline *t, double *ms)
{
    char length[16];
    qsort(ms, RUNS, sizeof *ms, by_value);
    printf("%-28s %-7s %8s %4u cues  %6.2f %6.2f %6.2f %6.2f\n", name, how_names[how],
           uk_time_text(length, sizeof length, t->length_ns), t->cue_count, ms[0], ms[RUNS / 2], ms[RUNS * 9 / 10], ms[RUNS - 1]);
}

static int measure(struct uk_planner *planner, const char *name, const char *source, size_t n)
{
    double ms[RUNS];
    struct uk_message m = {""};
    struct uk_plan plan = {0};
    struct uk_journal journal = {0};
    struct uk_lengths lengths = {0};
    int status = UNKNOT_OK;
    for (enum how how = LOADED; how < HOWS && !status; how++) {
        struct uk_plan_request r = {.name = name, .chunk = name, .source = source, .source_length = n, .seed = 1,
                                    .fit = UK_FIT_AS_WRITTEN, .target_ns = how == FITTED ? 360 * UK_NS_PER_S : 0};
        if (how == PRESSED) {
            r.journal = &journal;
            r.lengths = &lengths;
        }
        for (int i = 0; i < RUNS && !status; i++) {
            if (how == PRESSED) {
                uk_planner_warm(planner);
                usleep(10000); /* presses are far apart */
            }
            uk_plan_finish(&plan);
            int64_t began_ns = uk_clock_ns();
            status = uk_planner_run(planner, &r, length_of, NULL, &plan, &m);
            ms[i] = (double)(uk_clock_ns() - began_ns) / 1e6;
        }
        if (status == UNKNOT_LIMIT && how == FITTED) {
            status = UNKNOT_OK; /* 6 minutes are not for this one */
            continue;
        }
        if (!status)
            print(name, how, plan.timeline, ms);
        if (!status && how == LOADED)
            status = fill(&journal, plan.timeline->length_ns, &m);
    }
    if (status)
        fprintf(stderr, "bench_plan: %s\n", m.text);
    uk_planner_cool(planner);
    uk_plan_finish(&plan);
    uk_journal_finish(&journal);
    uk_lengths_finish(&lengths);
    return status;
}

static int measure_file(struct uk_planner *planner, const char *path)
{
    char *source;
    size_t n;
    struct uk_message m;
    int status = uk_path_read(path, UK_MOST_SOURCE, &source, &n, &m);
    if (status) {
        fprintf(stderr, "bench_plan: %s\n", m.text);
        return status;
    }
    status = measure(planner, uk_path_name(path), source, n);
    free(source);
    return status;
}

int main(int argc, char **argv)
{
    static const char *const shipped[] = {"upper-trapezius", "suboccipitals", "coherent-breathing"};
    struct uk_places places;
    struct uk_message m;
    struct uk_planner *planner = NULL;
    char path[4096], library[4096];
    int status = uk_places_init(&places, NULL, NULL, &m);
    if (!status) {
        snprintf(path, sizeof path, "%s/unknot-planner", places.helpers);
        snprintf(library, sizeof library, "%s/scripts/unknot", places.data);
        status = uk_planner_create(&planner, path, library, &m);
    }
    if (status) {
        fprintf(stderr, "bench_plan: %s\n", m.text);
        return 1;
    }
    printf("%-28s %-7s %8s %9s  %6s %6s %6s %6s\n", "milliseconds", "", "", "", "least", "p50", "p90", "most");
    for (int i = 1; i < argc; i++)
        status |= measure_file(planner, argv[i]);
    if (argc == 1)
        status = measure(planner, "ten minutes, 200 cues", ten_minutes, sizeof ten_minutes - 1);
    for (size_t i = 0; argc == 1 && i < sizeof shipped / sizeof *shipped; i++) {
        snprintf(path, sizeof path, "%s/scripts/routines/%s.lua", places.data, shipped[i]);
        status |= measure_file(planner, path);
    }
    uk_planner_destroy(planner);
    uk_places_finish(&places);
    return status ? 1 : 0;
}
