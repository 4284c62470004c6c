/* bench_plan: what planning costs, the helper program's start and end included.
 *
 *     build/tests/bench_plan [FILE.lua ...]    by default the shipped routines, and one of 10 minutes with 200 cues
 *
 * Phrases get a made-up length, so no voice is measured. Prints milliseconds: the median, the tenth slowest, the slowest of 200.
 */
#include "base/path.h"
#include "base/time.h"
#include "engine/planner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RUNS 200

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

static int measure(const struct uk_places *places, const char *name, const char *source, size_t n, int64_t target_ns)
{
    double ms[RUNS];
    struct uk_message m = {""};
    struct uk_plan plan = {0};
    char *program = uk_path_join(places->helpers, "unknot-planner"), *library = uk_path_join(places->data, "scripts/unknot");
    struct uk_plan_request r = {.name = name, .chunk = name, .source = source, .source_length = n, .seed = 1,
                                .fit = UK_FIT_AS_WRITTEN, .target_ns = target_ns};
    int status = program && library ? UNKNOT_OK : uk_no_memory(&m);
    for (int i = 0; i < RUNS && !status; i++) {
        uk_plan_finish(&plan);
        int64_t began_ns = uk_clock_ns();
        status = uk_planner_run(program, library, &r, length_of, NULL, &plan, &m);
        ms[i] = (double)(uk_clock_ns() - began_ns) / 1e6;
    }
    if (!status) {
        char length[16];
        qsort(ms, RUNS, sizeof *ms, by_value);
        printf("%-28s %-7s %6s %4u cues  %6.2f %6.2f %6.2f\n", name, target_ns ? "fitted" : "", uk_time_text(length, sizeof length, plan.timeline->length_ns),
               plan.timeline->cue_count, ms[RUNS / 2], ms[RUNS * 9 / 10], ms[RUNS - 1]);
    } else {
        fprintf(stderr, "bench_plan: %s\n", m.text);
    }
    uk_plan_finish(&plan);
    free(program);
    free(library);
    return status;
}

static int measure_file(const struct uk_places *places, const char *path)
{
    char *source;
    size_t n;
    struct uk_message m;
    int status = uk_path_read(path, UK_MOST_SOURCE, &source, &n, &m);
    if (status) {
        fprintf(stderr, "bench_plan: %s\n", m.text);
        return status;
    }
    status = measure(places, uk_path_name(path), source, n, 0);
    if (!status)
        status = measure(places, uk_path_name(path), source, n, 360 * UK_NS_PER_S);
    free(source);
    return status;
}

int main(int argc, char **argv)
{
    static const char *const shipped[] = {"upper-trapezius", "suboccipitals", "coherent-breathing"};
    struct uk_places places;
    struct uk_message m;
    int status = uk_places_init(&places, NULL, NULL, &m);
    if (status) {
        fprintf(stderr, "bench_plan: %s\n", m.text);
        return 1;
    }
    printf("%-28s %-7s %6s %9s  %6s %6s %6s\n", "milliseconds", "", "", "", "p50", "p90", "most");
    for (int i = 1; i < argc; i++)
        status |= measure_file(&places, argv[i]);
    if (argc == 1)
        status = measure(&places, "ten minutes, 200 cues", ten_minutes, sizeof ten_minutes - 1, 0);
    for (size_t i = 0; argc == 1 && i < sizeof shipped / sizeof *shipped; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/scripts/routines/%s.lua", places.data, shipped[i]);
        status |= measure_file(&places, path);
    }
    uk_places_finish(&places);
    return status ? 1 : 0;
}
