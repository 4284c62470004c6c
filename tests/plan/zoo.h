/* zoo.h - what is measured of a hostile script, in a process of its own: what came of it, and what it cost. */
#ifndef TESTS_ZOO_H
#define TESTS_ZOO_H

#include "plan.h"

#include "base/path.h"

#include <math.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

struct outcome {
    int status;
    char text[UK_MESSAGE_SIZE]; /* the sentence; of a plan, its summary */
    double seconds, cpu_seconds;
    long peak_kib;              /* of the planner */
    char next[UK_MESSAGE_SIZE]; /* what came of the script after it, by the same engine; "": the right thing */
};

static inline double cpu_of_children(void)
{
    struct rusage u;
    getrusage(RUSAGE_CHILDREN, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

/* " 3.500 s: 2 sounds, 1 marks, 0 spans, 0 notes: first mark", up to ten marks */
static inline void summarise(const struct uk_timeline *t, char out[UK_MESSAGE_SIZE])
{
    int n = snprintf(out, UK_MESSAGE_SIZE, " %.3f s: %u sounds, %u marks, %u spans, %u notes", (double)t->length_ns / 1e9,
                     t->cue_count, t->mark_count, t->span_count, t->note_count);
    for (uint32_t i = 0; i < t->mark_count && i < 10 && n < UK_MESSAGE_SIZE; i++)
        n += snprintf(out + n, (size_t)(UK_MESSAGE_SIZE - n), "%s %s", i ? "," : ":", t->marks[i].title);
}

static inline int plan_with(struct uk_planner *planner, struct uk_plan_request r, char text[UK_MESSAGE_SIZE])
{
    struct planned p = {0};
    r.name = "mine";
    r.fit = UK_FIT_AS_WRITTEN;
    p.status = uk_planner_run(planner, &r, test_length, &p.asked, &p.plan, &p.m);
    if (!p.status)
        p.status = uk_timeline_freeze(p.plan.timeline, 48000, &p.m);
    if (p.status)
        snprintf(text, UK_MESSAGE_SIZE, "%s", p.m.text);
    else
        summarise(p.plan.timeline, text);
    planned_finish(&p);
    return p.status;
}

static inline void measure(const char *chunk, const char *source, size_t n, struct outcome *o)
{
    static const char calm[] = "return { title = 'Calm', play = function() wait(3) mark('calm') end }";
    struct uk_planner *planner;
    struct uk_message m;
    if (uk_planner_create(&planner, PLANNER, LIBRARY, &m))
        _exit(1);
    int64_t began_ns = uk_clock_ns();
    o->status = plan_with(planner, (struct uk_plan_request){.chunk = chunk, .source = source, .source_length = n}, o->text);
    o->seconds = (double)(uk_clock_ns() - began_ns) / 1e9;
    o->cpu_seconds = cpu_of_children();
    struct rusage u;
    getrusage(RUSAGE_CHILDREN, &u);
    o->peak_kib = u.ru_maxrss;
    plan_with(planner, (struct uk_plan_request){.chunk = "calm.lua", .source = calm, .source_length = sizeof calm - 1}, o->next);
    if (strcmp(o->next, " 3.000 s: 0 sounds, 1 marks, 0 spans, 0 notes: calm") == 0)
        *o->next = '\0';
    uk_planner_destroy(planner);
}

/* Starts a process that measures tests/zoo/NAME.lua into *o, which is shared. */
static inline pid_t start_measuring(const char *name, struct outcome *o)
{
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    char path[300], chunk[100], *source;
    size_t n;
    struct uk_message m = {""};
    snprintf(chunk, sizeof chunk, "%s.lua", name);
    snprintf(path, sizeof path, SOURCE_DIR "/tests/zoo/%s", chunk);
    if (uk_path_read(path, 1 << 20, &source, &n, &m))
        _exit(1);
    measure(chunk, source, n, o);
    free(source);
    _exit(0);
}

#endif
