/* test_catalogue.c - every shipped routine in every way that somebody may ask for: modes, sides, its own settings, its shortest and longest, and
 * with presses at random. None has a finding, none passes a limit of the body, and each lasts as long as it was asked to. */
#include "rules.h"
#include "shelf.h"

#define MOST_SITES 100
#define JOURNALS (SLOW ? 1 : 4) /* of a routine */
#define SEEDS 5
#define MOST_PRESSES 12
#define LENGTH_S 1.0 /* of what was asked for */

static struct site sites[MOST_SITES];
static int site_count;

struct way {
    struct uk_plan_param params[3];
    size_t param_count;
    double minutes;
    const struct uk_journal *journal;
    uint64_t seed;
};

static int begin(void **state) {
    if (make_library(state))
        return -1;
    while (site_count < MOST_SITES && ask_site(site_count + 1, &sites[site_count]))
        site_count++;
    return 0;
}

static const struct site *site_of(const char *id) {
    for (int i = 0; i < site_count; i++)
        if (strcmp(sites[i].id, id) == 0)
            return &sites[i];
    fail_msg("there is no site '%s'", id);
    return NULL;
}

static const char *value_of(const struct way *w, const char *name) {
    for (size_t i = 0; i < w->param_count; i++)
        if (strcmp(w->params[i].name, name) == 0)
            return w->params[i].value;
    return NULL;
}

static void describe(char *text, size_t room, const struct shelf_routine *r, const struct way *w) {
    char *journal = w->journal ? uk_journal_text(w->journal) : NULL;
    int n = snprintf(text, room, "%s", r->name);
    for (size_t i = 0; i < w->param_count; i++)
        n += snprintf(text + n, room - (size_t)n, " %s=%s", w->params[i].name, w->params[i].value);
    if (w->minutes > 0)
        n += snprintf(text + n, room - (size_t)n, " minutes=%g", w->minutes);
    snprintf(text + n, room - (size_t)n, " seed=%d%s%s", (int)w->seed, journal ? "\n" : "", journal ? journal : "");
    free(journal);
}

/* What a check has to say. */
static void no_findings(const struct uk_timeline *t, const char *what) {
    for (uint32_t i = 0; i < t->note_count; i++)
        if (strcmp(t->notes[i].code, "note") != 0)
            fail_msg("%s: line %d: %s", what, t->notes[i].line, t->notes[i].text);
}

/* Where a site is pressed first, its cautions were said; and it is one that may be pressed, no stronger than it may be. */
static void keeps_the_body_safe(const struct uk_timeline *t, const char *mode, const char *what) {
    for (uint32_t i = 0; i < t->span_count; i++) {
        const struct uk_span *span = &t->spans[i];
        const struct site *site = site_of(span->point);
        if (strcmp(site->how, "pressed") != 0 || span->level < 1 || span->level > highest(site, mode))
            fail_msg("%s: %s (%s) is pressed at level %g", what, span->point, site->how, span->level);
        if (SECONDS(span->length_ns) > (strcmp(mode, "gentle") == 0 ? 40.001 : 90.001)) /* gentle: 20 s, and what "longer" adds */
            fail_msg("%s: %s is held for %g s", what, span->point, SECONDS(span->length_ns));
        for (int k = 0; k < site->caution_count; k++) {
            bool said = false;
            for (uint32_t c = 0; c < t->cue_count && t->cues[c].at_ns < span->at_ns; c++)
                said |= t->cues[c].kind == UK_PHRASE && strcmp(t->cues[c].text, site->cautions[k]) == 0;
            if (!said)
                fail_msg("%s: '%s' is not said before %s is pressed", what, site->cautions[k], span->point);
        }
    }
}

static void one_voice(const struct uk_timeline *t, const char *what) {
    const struct uk_cue *before = NULL;
    for (uint32_t i = 0; i < t->cue_count; i++) {
        const struct uk_cue *c = &t->cues[i];
        if (c->kind != UK_PHRASE)
            continue;
        if (before && before->at_ns + before->length_ns > c->at_ns)
            fail_msg("%s: '%s' speaks over '%s'", what, c->text, before->text);
        check_words(c->text);
        before = c;
    }
}

static struct uk_plan plan_way(struct shelf *s, const struct shelf_routine *routine, const struct way *w, char *what, size_t room) {
    char chunk[80];
    struct uk_message m;
    struct uk_plan plan;
    struct uk_plan_request r = shelf_request(routine, chunk, sizeof chunk);
    describe(what, room, routine, w);
    r.params = w->params;
    r.param_count = w->param_count;
    r.target_ns = S(w->minutes * 60);
    r.journal = w->journal;
    r.seed = w->seed;
    r.want = w->journal ? UK_WANT_PLAN : UK_WANT_CHECKED_PLAN;
    if (shelf_run(s, &r, &plan, &m))
        fail_msg("%s: %s", what, m.text);
    return plan;
}

static void try_way(struct shelf *s, const struct shelf_routine *routine, const struct way *w) {
    char what[2000];
    const char *mode = value_of(w, "mode");
    struct uk_plan plan = plan_way(s, routine, w, what, sizeof what);
    const struct uk_timeline *t = plan.timeline;
    if (!w->journal)
        no_findings(t, what);
    keeps_the_body_safe(t, mode ? mode : "standard", what);
    one_voice(t, what);
    if (w->minutes > 0 && fabs(SECONDS(t->length_ns) - w->minutes * 60) > LENGTH_S)
        fail_msg("%s: lasts %g s", what, SECONDS(t->length_ns));
    uk_plan_finish(&plan);
}

static const char *first_mode(const struct shelf_routine *r) {
    for (size_t i = 0; i < r->facts.facts.param_count; i++)
        if (strcmp(r->facts.facts.params[i].name, "mode") == 0)
            return r->facts.facts.params[i].values[0];
    return "standard";
}

static bool offers_mode(const struct shelf_routine *r, const char *mode) {
    const struct uk_routine_facts *f = &r->facts.facts;
    for (size_t i = 0; i < f->param_count; i++)
        for (const char **v = f->params[i].values; strcmp(f->params[i].name, "mode") == 0; v++)
            if (!*v || strcmp(*v, mode) == 0)
                return *v != NULL;
    return true; /* the verbs understand all of them */
}

/* As written in every mode, in the usual and the gentle one with every value of every other setting. */
static void every_setting(struct shelf *s, const struct shelf_routine *r) {
    static const char *const modes[] = {"standard", "gentle", "firm"};
    const struct uk_routine_facts *f = &r->facts.facts;
    if (!offers_mode(r, "gentle"))
        fail_msg("%s: has no gentle mode", r->name);
    for (int m = 0; m < 3; m++) {
        if (!offers_mode(r, modes[m]))
            continue;
        try_way(s, r, &(struct way){.params = {{"mode", modes[m]}}, .param_count = 1});
        for (size_t i = 0; i < f->param_count && m < 2; i++)
            for (const char **v = f->params[i].values; v[0] && strcmp(f->params[i].name, "mode") != 0; v++)
                try_way(s, r, &(struct way){.params = {{"mode", modes[m]}, {f->params[i].name, v[0]}}, .param_count = 2});
    }
}

static void shortest_and_longest(struct shelf *s, const struct shelf_routine *r) {
    const struct uk_routine_facts *f = &r->facts.facts;
    if (f->minutes_count < 2)
        fail_msg("%s: does not say which minutes it fits", r->name);
    for (size_t i = 0; i < f->minutes_count; i++)
        try_way(s, r, &(struct way){.params = {{"mode", first_mode(r)}}, .param_count = 1, .minutes = f->minutes[i], .seed = i});
    for (size_t i = 0; i < f->minutes_count; i += f->minutes_count - 1)
        try_way(s, r, &(struct way){.params = {{"mode", "gentle"}}, .param_count = 1, .minutes = f->minutes[i]});
}

static uint32_t draw(uint32_t *state, uint32_t below) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 9) % below;
}

static void presses_at_random(struct shelf *s, const struct shelf_routine *r, uint32_t *state) {
    for (int n = 0; n < JOURNALS; n++) {
        struct uk_entry entries[MOST_PRESSES];
        struct uk_journal journal = {entries, 1 + draw(state, MOST_PRESSES), MOST_PRESSES};
        int64_t at_ns = 0;
        for (size_t i = 0; i < journal.count; i++) {
            at_ns += S(0.2 + draw(state, 900) / 10.0);
            entries[i] = (struct uk_entry){at_ns, (enum uk_event)draw(state, draw(state, 20) ? UK_STOP : UK_EVENTS), 0};
            entries[i].value = entries[i].event == UK_RATE ? draw(state, 11) : entries[i].event == UK_RESUMED ? 60 : 0;
        }
        try_way(s, r, &(struct way){.params = {{"mode", n % 2 ? "gentle" : first_mode(r)}}, .param_count = 1, .journal = &journal, .seed = (uint64_t)n});
    }
}

struct turn {
    struct shelf *shelf;
    const struct shelf_routine *routine;
};

static void in_every_way(void **state) {
    const struct turn *t = *state;
    uint32_t chance = 1;
    every_setting(t->shelf, t->routine);
    shortest_and_longest(t->shelf, t->routine);
    presses_at_random(t->shelf, t->routine, &chance);
}

/* A few sessions: the later ones say something that the first did not. */
static void not_the_first_again(void **state) {
    const struct turn *t = *state;
    char what[200];
    struct way w = {.seed = 0};
    struct uk_plan first = plan_way(t->shelf, t->routine, &w, what, sizeof what);
    int other = 0;
    for (w.seed = 1; w.seed < SEEDS; w.seed++) {
        struct uk_plan plan = plan_way(t->shelf, t->routine, &w, what, sizeof what);
        int64_t where_ns;
        other += !uk_timeline_same_before(first.timeline, plan.timeline, INT64_MAX, &where_ns);
        uk_plan_finish(&plan);
    }
    if (other < SEEDS - 2)
        fail_msg("%s: only %d of %d sessions differ from the first", t->routine->name, other, SEEDS - 1);
    uk_plan_finish(&first);
}

/* Every site that may be pressed has a routine of its name, and no other site has one. */
static void every_site_has_its_routine(void **state) {
    int wrong = 0;
    (void)state;
    for (int i = 0; i < site_count; i++) {
        char path[512];
        bool pressed = strcmp(sites[i].how, "pressed") == 0;
        snprintf(path, sizeof path, "%s/scripts/routines/%s.lua", SOURCE_DIR, sites[i].id);
        if (uk_path_is_file(path) == pressed)
            continue;
        print_error("%s is %s, and has %s routine\n", sites[i].id, sites[i].how, pressed ? "no" : "a");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

int main(int argc, char **argv) {
    const struct CMUnitTest of_sites[] = {cmocka_unit_test(every_site_has_its_routine)};
    struct shelf shelf;
    shelf_open(&shelf);
    struct CMUnitTest *tests = calloc(2 * shelf.count, sizeof *tests);
    struct turn *turns = calloc(shelf.count, sizeof *turns);
    size_t count = 0;
    for (size_t i = 0; tests && turns && i < shelf.count; i++) {
        if (argc > 1 && strcmp(argv[1], shelf.list[i].name) != 0) /* the name of one routine: only that */
            continue;
        turns[i] = (struct turn){&shelf, &shelf.list[i]};
        tests[count++] = (struct CMUnitTest){shelf.list[i].name, in_every_way, NULL, NULL, &turns[i]};
        tests[count++] = (struct CMUnitTest){shelf.list[i].name, not_the_first_again, NULL, NULL, &turns[i]};
    }
    int wrong = _cmocka_run_group_tests("routines", tests, count, begin, NULL);
    wrong += cmocka_run_group_tests(of_sites, NULL, remove_library);
    free(tests);
    free(turns);
    shelf_close(&shelf);
    return wrong;
}
