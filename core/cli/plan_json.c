#include "json.h"
#include "plan.h"

static void write_cues(struct uk_json *j, const struct unknot *u)
{
    struct unknot_cue cue;
    uk_json_open(j, "cues", '[');
    for (size_t i = 0; i < unknot_cue_count(u); i++) {
        if (unknot_cue(u, i, &cue) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", cue.at_frames);
        uk_json_whole(j, "length_frames", cue.length_frames);
        uk_json_text(j, "kind", cue.kind);
        uk_json_text(j, "bus", cue.bus);
        uk_json_text(j, "text", cue.text);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_marks(struct uk_json *j, const struct unknot *u)
{
    struct unknot_mark mark;
    uk_json_open(j, "marks", '[');
    for (size_t i = 0; i < unknot_mark_count(u); i++) {
        if (unknot_mark(u, i, &mark) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", mark.at_frames);
        uk_json_whole(j, "level", mark.level);
        uk_json_text(j, "title", mark.title);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_spans(struct uk_json *j, const struct unknot *u)
{
    struct unknot_span span;
    uk_json_open(j, "spans", '[');
    for (size_t i = 0; i < unknot_span_count(u); i++) {
        if (unknot_span(u, i, &span) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "at_frames", span.at_frames);
        uk_json_whole(j, "length_frames", span.length_frames);
        uk_json_text(j, "point", span.point);
        uk_json_text(j, "side", span.side);
        uk_json_number(j, "level", span.level);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

static void write_notes(struct uk_json *j, const struct unknot *u)
{
    struct unknot_note note;
    uk_json_open(j, "notes", '[');
    for (size_t i = 0; i < unknot_note_count(u); i++) {
        if (unknot_note(u, i, &note) != UNKNOT_OK)
            continue;
        uk_json_open_flat(j, NULL, '{');
        uk_json_whole(j, "line", note.line);
        uk_json_text(j, "text", note.text);
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
}

int uk_plan_json(FILE *out, const struct unknot *u)
{
    struct uk_json j = {.out = out};
    uk_json_open(&j, NULL, '{');
    uk_json_text(&j, "routine", unknot_loaded(u)->name);
    uk_json_whole(&j, "rate", unknot_rate(u));
    uk_json_whole(&j, "length_frames", unknot_length_frames(u));
    write_cues(&j, u);
    write_marks(&j, u);
    write_spans(&j, u);
    write_notes(&j, u);
    uk_json_close(&j, '}');
    return 0;
}
