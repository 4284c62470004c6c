#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/time.h"
#include "plan/wire.h"

#include <stdio.h>
#include <string.h>

static struct uk_timeline *sample(void)
{
    struct uk_timeline *t = uk_timeline_create();
    assert_non_null(t);
    struct uk_cue cue = {.at_ns = 5, .length_ns = 7000, .fade_in_ns = 1, .fade_out_ns = 2, .phases_ns = {1, 2, 3, 4}, .hz = 440,
                         .beat_hz = 6, .db = -18, .pan = 0.5, .kind = UK_ISOCHRONIC, .bus = UK_BED, .colour = UK_BROWN,
                         .text = "a hum", .file = "x.wav"};
    struct uk_mark mark = {.at_ns = 9, .level = 2, .line = 17, .title = "Größe"};
    struct uk_span span = {.at_ns = 1, .length_ns = 2, .level = 6.5, .point = "upper-trapezius", .side = "left"};
    struct uk_note note = {12, "ceiling", "seven is too much"};
    assert_int_equal(uk_timeline_add_cue(t, &cue), 0);
    cue = (struct uk_cue){.kind = UK_PHRASE, .text = "Rest.", .file = ""};
    assert_int_equal(uk_timeline_add_cue(t, &cue), 0);
    assert_int_equal(uk_timeline_add_mark(t, &mark), 0);
    assert_int_equal(uk_timeline_add_span(t, &span), 0);
    assert_int_equal(uk_timeline_add_note(t, &note), 0);
    t->length_ns = 8000;
    return t;
}

static void a_timeline_arrives_as_it_was_sent(void **state)
{
    (void)state;
    struct uk_timeline *t = sample(), *u = NULL;
    struct uk_packet p = {0};
    struct uk_message m;
    uk_wire_put_timeline(&p, t);
    assert_int_equal(uk_wire_get_timeline(&p, &u, &m), UNKNOT_OK);
    assert_int_equal(p.at, p.length);
    assert_int_equal(u->cue_count, 2);
    const struct uk_cue *a = &t->cues[0], *b = &u->cues[0];
    assert_true(a->at_ns == b->at_ns && a->length_ns == b->length_ns && a->fade_in_ns == b->fade_in_ns);
    assert_true(a->fade_out_ns == b->fade_out_ns && a->hz == b->hz && a->beat_hz == b->beat_hz && a->db == b->db);
    assert_true(a->pan == b->pan && a->kind == b->kind && a->bus == b->bus && a->colour == b->colour && a->order == b->order);
    assert_memory_equal(a->phases_ns, b->phases_ns, sizeof a->phases_ns);
    assert_string_equal(b->text, "a hum");
    assert_string_equal(b->file, "x.wav");
    assert_string_equal(u->cues[1].text, "Rest.");
    assert_int_equal(u->marks[0].at_ns, 9);
    assert_int_equal(u->marks[0].level, 2);
    assert_string_equal(u->marks[0].title, "Größe");
    assert_true(u->spans[0].at_ns == 1 && u->spans[0].length_ns == 2 && u->spans[0].level == 6.5);
    assert_string_equal(u->spans[0].point, "upper-trapezius");
    assert_string_equal(u->spans[0].side, "left");
    assert_int_equal(u->notes[0].line, 12);
    assert_string_equal(u->notes[0].code, "ceiling");
    assert_string_equal(u->notes[0].text, "seven is too much");
    assert_int_equal(u->marks[0].line, 17);
    assert_int_equal(u->length_ns, 8000);
    uk_timeline_destroy(t);
    uk_timeline_destroy(u);
    uk_packet_finish(&p);
}

static void a_timeline_cut_anywhere_is_refused(void **state)
{
    (void)state;
    struct uk_timeline *t = sample();
    struct uk_packet p = {0};
    uk_wire_put_timeline(&p, t);
    size_t whole = p.length;
    for (size_t n = 0; n < whole; n++) {
        struct uk_timeline *u = NULL;
        struct uk_message m;
        p.length = n;
        p.at = 0;
        p.bad = false;
        assert_int_equal(uk_wire_get_timeline(&p, &u, &m), UNKNOT_BAD_DATA);
        assert_null(u);
    }
    uk_timeline_destroy(t);
    uk_packet_finish(&p);
}

/* Whatever stands in a byte: a timeline that freezing may look at, or a refusal. */
static void a_timeline_with_any_byte_changed_does_no_harm(void **state)
{
    (void)state;
    static const unsigned char values[] = {0x00, 0x01, 0x7f, 0x80, 0xc3, 0xff};
    struct uk_timeline *t = sample();
    struct uk_packet p = {0};
    int taken = 0, refused = 0;
    uk_wire_put_timeline(&p, t);
    for (size_t i = 0; i < p.length; i++)
        for (size_t v = 0; v < sizeof values; v++) {
            struct uk_timeline *u = NULL;
            struct uk_message m;
            unsigned char before = p.bytes[i];
            p.bytes[i] = values[v];
            p.at = 0;
            p.bad = false;
            if (uk_wire_get_timeline(&p, &u, &m) == UNKNOT_OK && uk_timeline_freeze(u, 48000, &m) == UNKNOT_OK)
                taken++;
            else
                refused++;
            uk_timeline_destroy(u);
            p.bytes[i] = before;
        }
    assert_true(taken > 100 && refused > 100);
    uk_timeline_destroy(t);
    uk_packet_finish(&p);
}

static void counts_that_lie_end_at_the_end(void **state)
{
    (void)state;
    struct uk_packet p = {0};
    struct uk_timeline *u = NULL;
    struct uk_message m;
    uk_packet_put_i64(&p, 0);
    uk_packet_put_u32(&p, UINT32_MAX);
    assert_int_equal(uk_wire_get_timeline(&p, &u, &m), UNKNOT_BAD_DATA);
    assert_null(u);
    uk_packet_finish(&p);
}

static void a_request_arrives_as_it_was_sent(void **state)
{
    (void)state;
    struct uk_plan_param params[] = {{"side", "left"}, {"mode", ""}};
    struct uk_entry entries[] = {{5, UK_NEXT, 0}, {7, UK_RATE, 4.5}};
    struct uk_journal journal = {.entries = entries, .count = 2}, got = {0};
    struct uk_lengths lengths = {0}, got_lengths = {0};
    struct uk_plan_request r = {.want = UK_WANT_REPLY, .question = "new", .name = "mine", .chunk = "mine.lua", .source = "a\0b", .source_length = 3, .params = params,
                                .param_count = 2, .seed = UINT64_MAX, .target_ns = 6, .fit = {4, 0.25}, .journal = &journal, .lengths = &lengths};
    struct uk_plan_request s;
    struct uk_packet p = {0};
    struct uk_arena arena = {0};
    struct uk_message m;
    for (int i = 0; i < 2; i++)
        assert_int_equal(uk_lengths_add(&lengths, i, "hello", 5 + i), UNKNOT_OK);
    uk_wire_put_request(&p, &r);
    assert_int_equal(uk_packet_get_u32(&p), UK_WIRE_REQUEST);
    assert_int_equal(uk_wire_get_request(&p, &s, &arena, &got, &got_lengths, &m), UNKNOT_OK);
    assert_int_equal(s.want, UK_WANT_REPLY);
    assert_string_equal(s.question, "new");
    assert_string_equal(s.name, "mine");
    assert_string_equal(s.chunk, "mine.lua");
    assert_int_equal(s.source_length, 3);
    assert_memory_equal(s.source, "a\0b", 3);
    assert_int_equal(s.param_count, 2);
    assert_string_equal(s.params[0].name, "side");
    assert_string_equal(s.params[1].value, "");
    assert_true(s.seed == UINT64_MAX && s.target_ns == 6 && s.fit.size == 4 && s.fit.ease == 0.25);
    assert_int_equal(s.journal->count, 2);
    assert_true(got.entries[1].at_ns == 7 && got.entries[1].event == UK_RATE && got.entries[1].value == 4.5);
    assert_ptr_equal(s.lengths, &got_lengths);
    assert_int_equal(got_lengths.count, 2);
    assert_int_equal(uk_lengths_find(s.lengths, 0, "hello")->ns, 5);
    assert_int_equal(uk_lengths_find(s.lengths, 1, "hello")->ns, 6);
    for (size_t n = 4; n < p.length; n++) { /* cut anywhere it is refused */
        struct uk_packet cut = {.bytes = p.bytes, .length = n, .at = 4};
        struct uk_journal none = {0};
        struct uk_lengths nothing = {0};
        assert_int_not_equal(uk_wire_get_request(&cut, &s, &arena, &none, &nothing, &m), UNKNOT_OK);
        uk_journal_finish(&none);
        uk_lengths_finish(&nothing);
    }
    uk_lengths_finish(&lengths);
    uk_lengths_finish(&got_lengths);
    uk_journal_finish(&got);
    uk_arena_finish(&arena);
    uk_packet_finish(&p);
}

/* Reads what stands in `p` as a request after its tag. */
static int read_request(struct uk_packet *p, size_t *lengths)
{
    struct uk_plan_request s;
    struct uk_arena arena = {0};
    struct uk_journal journal = {0};
    struct uk_lengths got = {0};
    struct uk_message m;
    p->at = 4;
    p->bad = false;
    int status = uk_wire_get_request(p, &s, &arena, &journal, &got, &m);
    *lengths = got.count;
    uk_arena_finish(&arena);
    uk_journal_finish(&journal);
    uk_lengths_finish(&got);
    return status;
}

static const struct uk_plan_request small = {.name = "mine", .chunk = "mine.lua", .source = "a", .source_length = 1};

static void a_request_with_any_byte_changed_does_no_harm(void **state)
{
    (void)state;
    static const unsigned char values[] = {0x00, 0x01, 0x7f, 0x80, 0xc3, 0xff};
    struct uk_lengths lengths = {0};
    struct uk_plan_request r = small;
    struct uk_packet p = {0};
    size_t n;
    int taken = 0, refused = 0;
    r.lengths = &lengths;
    assert_int_equal(uk_lengths_add(&lengths, 0, "hello", 5), UNKNOT_OK);
    assert_int_equal(uk_lengths_add(&lengths, 1, "x.wav", 6), UNKNOT_OK);
    uk_wire_put_request(&p, &r);
    for (size_t i = 4; i < p.length; i++)
        for (size_t v = 0; v < sizeof values; v++) {
            unsigned char before = p.bytes[i];
            p.bytes[i] = values[v];
            if (read_request(&p, &n) == UNKNOT_OK)
                taken++;
            else
                refused++;
            p.bytes[i] = before;
        }
    assert_true(taken > 100 && refused > 100);
    assert_int_equal(read_request(&p, &n), UNKNOT_OK);
    assert_int_equal(n, 2);
    uk_lengths_finish(&lengths);
    uk_packet_finish(&p);
}

static void put_length(struct uk_packet *p, uint32_t kind, int64_t ns, const char *name)
{
    uk_packet_put_u32(p, kind);
    uk_packet_put_i64(p, ns);
    uk_packet_put_text(p, name);
}

static void lengths_that_cannot_be_are_refused(void **state)
{
    (void)state;
    static char long_name[UK_MOST_TEXT + 2];
    memset(long_name, 'a', sizeof long_name - 1);
    const struct {
        uint32_t kind;
        int64_t ns;
        const char *name;
        int status;
    } cases[] = {
        {0, 0, "", UNKNOT_OK},
        {1, UK_LAST_NS, long_name + 1, UNKNOT_OK},
        {2, 0, "rain", UNKNOT_OK},
        {3, 5, "x", UNKNOT_BAD_DATA},
        {0, -1, "x", UNKNOT_BAD_DATA},
        {0, UK_LAST_NS + 1, "x", UNKNOT_BAD_DATA},
        {0, 5, long_name, UNKNOT_BAD_DATA},
        {0, 5, "\xff", UNKNOT_BAD_DATA},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_packet p = {0};
        size_t n;
        uk_wire_put_request(&p, &small);
        p.length -= 4; /* the end of the lengths */
        put_length(&p, cases[i].kind, cases[i].ns, cases[i].name);
        uk_packet_put_u32(&p, UINT32_MAX);
        assert_int_equal(read_request(&p, &n), cases[i].status);
        uk_packet_finish(&p);
    }
}

static void only_so_many_lengths_are_sent_and_taken(void **state)
{
    (void)state;
    struct uk_lengths many = {0};
    struct uk_plan_request r = small;
    struct uk_packet p = {0};
    char name[UK_MOST_TEXT + 1];
    size_t n;
    r.lengths = &many;
    for (int i = 0; i < UK_MOST_LENGTHS + 500; i++) {
        snprintf(name, sizeof name, "%d", i);
        assert_int_equal(uk_lengths_add(&many, 0, name, i), UNKNOT_OK);
    }
    uk_wire_put_request(&p, &r);
    assert_int_equal(read_request(&p, &n), UNKNOT_OK);
    assert_int_equal(n, UK_MOST_LENGTHS);
    p.length -= 4;
    put_length(&p, 0, 5, "one more");
    uk_packet_put_u32(&p, UINT32_MAX);
    assert_int_equal(read_request(&p, &n), UNKNOT_BAD_DATA);
    uk_lengths_finish(&many);
    uk_packet_finish(&p);
    /* long names: what would make the request too large stays out of it */
    for (int i = 0; i < UK_MOST_LENGTHS; i++) {
        snprintf(name, sizeof name, "%04000d", i);
        assert_int_equal(uk_lengths_add(&many, 0, name, i), UNKNOT_OK);
    }
    uk_wire_put_request(&p, &r);
    assert_false(p.bad);
    assert_int_equal(read_request(&p, &n), UNKNOT_OK);
    assert_in_range(n, 1000, 1100);
    uk_lengths_finish(&many);
    uk_packet_finish(&p);
}

static void facts_arrive_as_they_were_sent(void **state)
{
    (void)state;
    const char *tools[] = {"pinch", "cane", NULL}, *none[] = {NULL}, *sides[] = {"both", "left", NULL}, *wall[] = {"wall", NULL};
    double minutes[] = {3, 6.5};
    struct uk_facts_param params[] = {{"side", sides}};
    struct uk_routine_facts f = {.title = "Upper trapezius", .summary = "", .region = "neck", .position = wall, .tools = tools, .points = none,
                                 .minutes = minutes, .minutes_count = 2, .params = params, .param_count = 1};
    struct uk_routine_facts g;
    struct uk_packet p = {0};
    struct uk_message m;
    uk_wire_put_facts(&p, &f);
    assert_int_equal(uk_wire_get_facts(&p, &g, &m), UNKNOT_OK);
    assert_string_equal(g.title, "Upper trapezius");
    assert_string_equal(g.summary, "");
    assert_string_equal(g.region, "neck");
    assert_string_equal(g.position[0], "wall");
    assert_null(g.position[1]);
    assert_string_equal(g.tools[1], "cane");
    assert_null(g.tools[2]);
    assert_null(g.points[0]);
    assert_int_equal(g.minutes_count, 2);
    assert_true(g.minutes[1] == 6.5);
    assert_int_equal(g.param_count, 1);
    assert_string_equal(g.params[0].name, "side");
    assert_string_equal(g.params[0].values[1], "left");
    assert_null(g.params[0].values[2]);
    uk_routine_facts_finish(&g);
    size_t whole = p.length;
    for (p.length = 0; p.length < whole; p.length++) {
        p.at = 0;
        p.bad = false;
        assert_int_equal(uk_wire_get_facts(&p, &g, &m), UNKNOT_BAD_DATA);
    }
    uk_packet_finish(&p);
}

static void zeroed_things_can_be_given_back(void **state)
{
    (void)state;
    struct uk_routine_facts f = {0};
    uk_routine_facts_finish(&f);
    uk_routine_facts_finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_timeline_arrives_as_it_was_sent),
        cmocka_unit_test(a_timeline_cut_anywhere_is_refused),
        cmocka_unit_test(a_timeline_with_any_byte_changed_does_no_harm),
        cmocka_unit_test(counts_that_lie_end_at_the_end),
        cmocka_unit_test(a_request_arrives_as_it_was_sent),
        cmocka_unit_test(a_request_with_any_byte_changed_does_no_harm),
        cmocka_unit_test(lengths_that_cannot_be_are_refused),
        cmocka_unit_test(only_so_many_lengths_are_sent_and_taken),
        cmocka_unit_test(facts_arrive_as_they_were_sent),
        cmocka_unit_test(zeroed_things_can_be_given_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
