#include "diary.h"

#include "../base/time.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WRITTEN "en" /* the language of routines */

char *uk_diary_head(const struct uk_diary *d)
{
    char seed[24];
    snprintf(seed, sizeof seed, "%" PRIu64, d->seed); /* as text: JSON readers may keep 53 bits of a number */
    json_t *params = json_object();
    for (size_t i = 0; i < d->param_count; i++)
        json_object_set_new(params, d->params[i].name, json_string(d->params[i].value));
    json_t *head = json_pack("{s:i, s:s, s:s, s:s, s:s, s:s, s:I, s:s, s:f, s:o, s:[i, f]}", "unknot", 1, "routine", d->routine, "file",
                             d->file, "source", d->source, "voice", d->voice, "language", d->language ? d->language : WRITTEN, "rate",
                             (json_int_t)d->rate, "seed", seed, "seconds", (double)d->target_ns / (double)UK_NS_PER_S, "params", params, "fit", (int)d->fit_size, d->fit_ease);
    char *text = head ? json_dumps(head, JSON_COMPACT | JSON_REAL_PRECISION(17)) : NULL;
    json_decref(head);
    if (!text)
        return NULL;
    size_t n = strlen(text);
    char *line = realloc(text, n + 2);
    if (!line) {
        free(text);
        return NULL;
    }
    memcpy(line + n, "\n", 2);
    return line;
}

size_t uk_diary_position(int64_t at_ns, char *out)
{
    return (size_t)sprintf(out, "{\"position\": %lld.%09lld}\n", (long long)(at_ns / UK_NS_PER_S), (long long)(at_ns % UK_NS_PER_S));
}

size_t uk_diary_end(bool done, uint64_t dropouts, char *out)
{
    if (dropouts > 0)
        return (size_t)sprintf(out, "{\"end\": \"%s\", \"dropouts\": %" PRIu64 "}\n", done ? "done" : "stopped", dropouts);
    return (size_t)sprintf(out, "{\"end\": \"%s\"}\n", done ? "done" : "stopped");
}

static const char *keep(struct uk_diary *d, json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    return text ? uk_arena_text(&d->arena, text, strlen(text)) : NULL;
}

/* What is wrong with the first line, or NULL. */
static const char *parse_head(struct uk_diary *d, json_t *head)
{
    json_t *params = json_object_get(head, "params"), *fit = json_object_get(head, "fit"), *value;
    const char *seed = json_string_value(json_object_get(head, "seed")), *name;
    json_int_t rate = json_integer_value(json_object_get(head, "rate"));
    double seconds = json_number_value(json_object_get(head, "seconds"));
    if (json_integer_value(json_object_get(head, "unknot")) != 1)
        return "does not begin the file of a session of this version";
    d->routine = keep(d, head, "routine");
    d->file = keep(d, head, "file");
    d->source = keep(d, head, "source");
    d->voice = keep(d, head, "voice");
    d->language = json_object_get(head, "language") ? keep(d, head, "language") : WRITTEN; /* in older files there is none */
    d->rate = rate > 0 && rate <= 384000 ? (uint32_t)rate : 0;
    d->seed = seed ? strtoull(seed, NULL, 10) : 0;
    d->target_ns = uk_ns_from_seconds(seconds);
    d->fit_size = (int32_t)json_integer_value(json_array_get(fit, 0));
    d->fit_ease = json_number_value(json_array_get(fit, 1));
    struct uk_diary_param *list = uk_arena_get(&d->arena, (json_object_size(params) + 1) * sizeof *list);
    if (!d->routine || !d->file || !d->source || !d->voice || !d->language || !d->rate || d->target_ns < 0 || !list ||
        !isfinite(d->fit_ease))
        return "lacks something that every session has";
    json_object_foreach(params, name, value) {
        const char *text = json_string_value(value);
        list[d->param_count].name = uk_arena_text(&d->arena, name, strlen(name));
        list[d->param_count].value = text ? uk_arena_text(&d->arena, text, strlen(text)) : NULL;
        if (!list[d->param_count].name || !list[d->param_count].value)
            return "has a wish that is no text";
        d->param_count++;
    }
    d->params = list;
    return NULL;
}

static const char *parse_line(struct uk_diary *d, const char *line, size_t n, bool first)
{
    const char *wrong = NULL;
    json_t *object = json_loadb(line, n, 0, NULL);
    json_t *position = json_object_get(object, "position");
    if (!json_is_object(object)) {
        wrong = "is not one JSON object";
    } else if (first) {
        wrong = parse_head(d, object);
    } else if (position) {
        int64_t at_ns = uk_ns_from_seconds(json_number_value(position));
        d->position_ns = at_ns >= 0 ? at_ns : d->position_ns;
    } else if (json_object_get(object, "end")) {
        d->ended = true;
    } else {
        struct uk_entry entry;
        wrong = uk_entry_parse(object, &entry);
        if (!wrong && uk_journal_add(&d->journal, entry, NULL))
            wrong = "has a time or value that cannot be";
        if (!wrong)
            d->ended = false; /* it went on */
    }
    json_decref(object);
    return wrong;
}

int uk_diary_parse(struct uk_diary *d, const char *text, size_t n, const char *name, struct uk_message *m)
{
    size_t number = 1;
    for (const char *end; n > 0 && (end = memchr(text, '\n', n)); number++) {
        size_t length = (size_t)(end - text);
        const char *wrong = parse_line(d, text, length, number == 1);
        /* a torn line that something was written behind of is as good as not there; the first one is needed */
        if (wrong && (number == 1 || strcmp(wrong, "is not one JSON object") != 0)) {
            uk_diary_finish(d);
            return uk_fail(m, UNKNOT_BAD_DATA, "%s:%zu: the line %s", name, number, wrong);
        }
        n -= length + 1;
        text = end + 1;
    }
    if (number == 1)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is not the file of a session", name);
    return UNKNOT_OK;
}

void uk_diary_finish(struct uk_diary *d)
{
    uk_journal_finish(&d->journal);
    uk_arena_finish(&d->arena);
    *d = (struct uk_diary){0};
}
