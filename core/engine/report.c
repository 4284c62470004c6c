#include "report.h"

#include <jansson.h>

char *uk_report_state(const struct uk_state *s)
{
    json_t *o = json_pack("{s:s, s:s, s:s, s:s, s:s, s:f, s:f, s:f, s:s, s:I, s:I, s:s, s:I, s:I}", "state", s->state, "routine", s->routine, "title",
                          s->title, "step", s->step, "caption", s->caption, "position", s->position_s, "length", s->length_s,
                          "volume", s->volume, "trouble", s->trouble, "dropouts", (json_int_t)s->dropouts, "presses",
                          (json_int_t)s->presses, "question", s->question, "step_number", (json_int_t)s->step_number, "step_count",
                          (json_int_t)s->step_count);
    char *text = o ? json_dumps(o, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(o);
    return text;
}

char *uk_report_event(const char *name, double at_s, const char *key, const char *text)
{
    json_t *o = json_pack("{s:s, s:f}", "event", name, "at", at_s);
    if (o && key)
        json_object_set_new(o, key, json_string(text));
    char *line = o ? json_dumps(o, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(o);
    return line;
}

char *uk_report_length(double at_s, double length_s)
{
    json_t *o = json_pack("{s:s, s:f, s:f}", "event", "length", "at", at_s, "length", length_s);
    char *line = o ? json_dumps(o, JSON_COMPACT | JSON_REAL_PRECISION(9)) : NULL;
    json_decref(o);
    return line;
}
