/* test_golden.c - the timetable of every shipped routine, as text, compared with the one in golden/. It is planned as written, with seed 0, by a
 * voice of 2.4 words a second, so that neither a new voice nor another machine changes it.
 *
 *     UNKNOT_GOLDEN=write build/tests/test_plan_golden     writes them all anew: read the difference before you commit it
 */
#include "shelf.h"

#include <unistd.h>

#define GOLDEN SOURCE_DIR "/tests/plan/golden"

static void put_time(FILE *out, int64_t ns) {
    int64_t tenths = (ns + 50000000) / 100000000;
    fprintf(out, "%3d:%02d.%d  ", (int)(tenths / 600), (int)(tenths / 10 % 60), (int)(tenths % 10));
}

/* What is heard or felt at its time. Tones that stand at every breath are left out: the breath is there. */
static void put_cue(FILE *out, const struct uk_cue *c) {
    static const char *const names[UK_KINDS] = {[UK_CLIP] = "clip", [UK_LOOP] = "loop", [UK_BELL] = "bell", [UK_BOWL] = "bowl", [UK_CHIME] = "chime",
                                                [UK_NOISE] = "noise", [UK_BINAURAL] = "binaural", [UK_ISOCHRONIC] = "isochronic"};
    if (c->kind == UK_SINE || (c->kind == UK_BOWL && c->length_ns < S(1.5)))
        return;
    put_time(out, c->at_ns);
    if (c->kind == UK_PHRASE)
        fprintf(out, "%s\n", c->text);
    else if (c->kind == UK_BREATH)
        fprintf(out, "    breath %.3g %.3g %.3g %.3g\n", SECONDS(c->phases_ns[0]), SECONDS(c->phases_ns[1]), SECONDS(c->phases_ns[2]),
                SECONDS(c->phases_ns[3]));
    else
        fprintf(out, "    %s\n", names[c->kind] ? names[c->kind] : "sound");
}

static void put_timetable(FILE *out, const struct shelf_routine *r, const struct uk_timeline *t) {
    fprintf(out, "%s, %.1f s\n", r->facts.facts.title, SECONDS(t->length_ns));
    uint32_t cue = 0, mark = 0, span = 0;
    while (cue < t->cue_count || mark < t->mark_count || span < t->span_count) {
        int64_t mark_ns = mark < t->mark_count ? t->marks[mark].at_ns : INT64_MAX;
        int64_t span_ns = span < t->span_count ? t->spans[span].at_ns : INT64_MAX;
        int64_t cue_ns = cue < t->cue_count ? t->cues[cue].at_ns : INT64_MAX;
        if (mark_ns <= cue_ns && mark_ns <= span_ns) {
            if (t->marks[mark].level < UK_QUESTION_LEVEL)
                fprintf(out, "\n%s\n", t->marks[mark].title);
            mark++;
        } else if (span_ns <= cue_ns) {
            put_time(out, span_ns);
            fprintf(out, "    press %s, %s, %g of 10, %.3g s\n", t->spans[span].point, t->spans[span].side, t->spans[span].level,
                    SECONDS(t->spans[span].length_ns));
            span++;
        } else {
            put_cue(out, &t->cues[cue++]);
        }
    }
}

static char *timetable(struct shelf *s, const struct shelf_routine *routine) {
    char chunk[80], *text = NULL;
    size_t n;
    struct uk_message m;
    struct uk_plan plan;
    struct uk_plan_request r = shelf_request(routine, chunk, sizeof chunk);
    if (shelf_run(s, &r, &plan, &m))
        fail_msg("%s", m.text);
    FILE *out = open_memstream(&text, &n);
    assert_non_null(out);
    put_timetable(out, routine, plan.timeline);
    assert_int_equal(fclose(out), 0);
    uk_plan_finish(&plan);
    return text;
}

static void golden_path(char *path, size_t room, const char *name) {
    snprintf(path, room, GOLDEN "/%s.txt", name);
}

static void write_golden(const char *name, const char *text) {
    char path[512];
    golden_path(path, sizeof path, name);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0 && fclose(out) == 0);
}

/* The first line that differs, counted from 1. */
static int first_difference(const char *a, const char *b) {
    int line = 1;
    for (; *a && *a == *b; a++, b++)
        line += *a == '\n';
    return line;
}

static bool is_golden(const char *name, const char *text) {
    char path[512], *golden;
    size_t n;
    struct uk_message m;
    golden_path(path, sizeof path, name);
    if (uk_path_read(path, 1 << 20, &golden, &n, &m)) {
        print_error("%s\n", m.text);
        return false;
    }
    bool same = strcmp(golden, text) == 0;
    if (!same)
        print_error("%s is planned otherwise than golden/%s.txt has it, from line %d on\n", name, name, first_difference(golden, text));
    free(golden);
    return same;
}

static void every_routine_is_planned_as_it_was(void **state) {
    const char *wish = getenv("UNKNOT_GOLDEN");
    bool write = wish && strcmp(wish, "write") == 0;
    struct shelf s;
    int wrong = 0;
    (void)state;
    shelf_open(&s);
    for (size_t i = 0; i < s.count; i++) {
        char *text = timetable(&s, &s.list[i]);
        if (write)
            write_golden(s.list[i].name, text);
        else
            wrong += !is_golden(s.list[i].name, text);
        free(text);
    }
    shelf_close(&s);
    if (wrong)
        fail_msg("%d routines: write them anew with UNKNOT_GOLDEN=write, and read what has changed", wrong);
}

/* A timetable whose routine is gone. */
static void nothing_else_is_there(void **state) {
    struct shelf s;
    size_t count = 0;
    (void)state;
    shelf_open(&s);
    DIR *d = opendir(GOLDEN);
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d))
        count += strstr(e->d_name, ".txt") != NULL;
    closedir(d);
    assert_int_equal(count, s.count);
    shelf_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_routine_is_planned_as_it_was), cmocka_unit_test(nothing_else_is_there)};
    return RUN(tests);
}
