/* shelf.h - for tests of all shipped routines: which there are, what they say of themselves, and a planner that is kept warm. */
#ifndef TESTS_SHELF_H
#define TESTS_SHELF_H

#include "routines.h"

#include <dirent.h>

struct shelf_routine {
    char *name, *source;
    size_t length;
    struct uk_plan facts; /* .facts of it: what it says of itself */
};

struct shelf {
    struct uk_planner *planners[2]; /* one gets ready while the other plans */
    struct uk_lengths lengths;      /* of what was asked for before */
    struct shelf_routine *list;
    size_t count;
};

static inline int shelf_run(struct shelf *s, struct uk_plan_request *r, struct uk_plan *out, struct uk_message *m) {
    double pace = 2.4;
    struct uk_planner *planner = s->planners[0];
    s->planners[0] = s->planners[1];
    s->planners[1] = planner;
    uk_planner_warm(s->planners[0]);
    r->lengths = &s->lengths;
    int status = uk_planner_run(planner, r, spoken_length, &pace, out, m);
    if (!status && out->timeline)
        status = uk_timeline_freeze(out->timeline, 48000, m);
    return status;
}

static inline int shelf_by_name(const void *a, const void *b) {
    return strcmp(((const struct shelf_routine *)a)->name, ((const struct shelf_routine *)b)->name);
}

static inline struct uk_plan_request shelf_request(const struct shelf_routine *r, char *chunk, size_t room) {
    snprintf(chunk, room, "%s.lua", r->name);
    return (struct uk_plan_request){.name = r->name, .chunk = chunk, .source = r->source, .source_length = r->length, .fit = UK_FIT_AS_WRITTEN};
}

static inline void shelf_open(struct shelf *s) {
    struct uk_message m;
    *s = (struct shelf){0};
    for (int i = 0; i < 2; i++)
        if (uk_planner_create(&s->planners[i], BUILD_DIR "/libexec/unknot/unknot-planner", SOURCE_DIR "/scripts/unknot", &m))
            fail_msg("%s", m.text);
    DIR *d = opendir(SOURCE_DIR "/scripts/routines");
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        size_t n = strlen(e->d_name);
        if (e->d_name[0] == '.' || n < 5 || strcmp(e->d_name + n - 4, ".lua") != 0)
            continue;
        s->list = realloc(s->list, (s->count + 1) * sizeof *s->list);
        assert_non_null(s->list);
        struct shelf_routine *r = &s->list[s->count++];
        *r = (struct shelf_routine){.name = strndup(e->d_name, n - 4)};
        r->source = routine_source(r->name, &r->length);
    }
    closedir(d);
    qsort(s->list, s->count, sizeof *s->list, shelf_by_name);
    for (size_t i = 0; i < s->count; i++) {
        char chunk[80];
        struct uk_plan_request r = shelf_request(&s->list[i], chunk, sizeof chunk);
        r.want = UK_WANT_FACTS;
        if (shelf_run(s, &r, &s->list[i].facts, &m))
            fail_msg("%s", m.text);
    }
}

static inline void shelf_close(struct shelf *s) {
    for (size_t i = 0; i < s->count; i++) {
        free(s->list[i].name);
        free(s->list[i].source);
        uk_plan_finish(&s->list[i].facts);
    }
    free(s->list);
    uk_lengths_finish(&s->lengths);
    uk_planner_destroy(s->planners[0]);
    uk_planner_destroy(s->planners[1]);
}

#endif
