#include "where.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS 8

static bool is(const char **fields, const char *word)
{
    return strcmp(fields[0], word) == 0;
}

static int add_mark(struct uk_where *w, const char **fields, double *numbers)
{
    if (!w->view_count)
        return UNKNOT_BAD_DATA;
    struct uk_view *v = &w->views[w->view_count - 1];
    struct uk_mark *grown = realloc(v->marks, (v->count + 1) * sizeof *grown);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    v->marks = grown;
    bool spot = is(fields, "spot");
    v->marks[v->count++] = (struct uk_mark){.spot = spot, .point = (size_t)numbers[1] - 1, .x = numbers[2], .y = numbers[3], .rx = numbers[4],
                                            .ry = spot ? numbers[4] : numbers[5], .turn = numbers[6]};
    return numbers[1] >= 1 && numbers[1] <= (double)w->point_count ? UNKNOT_OK : UNKNOT_BAD_DATA;
}

static int take(struct uk_where *w, const char **fields)
{
    double numbers[FIELDS];
    for (int i = 0; i < FIELDS; i++)
        numbers[i] = strtod(fields[i], NULL);
    if (is(fields, "spot") || is(fields, "felt"))
        return add_mark(w, fields, numbers);
    if (is(fields, "tool") && w->tool_count < UK_WHERE_MOST) {
        w->tools[w->tool_count++] = (struct uk_where_tool){fields[1], fields[2], fields[3]};
    } else if (is(fields, "point") && w->point_count < UK_WHERE_MOST) {
        w->points[w->point_count++] = (struct uk_where_point){fields[1], fields[2], fields[3], fields[4]};
    } else if (is(fields, "view") && w->view_count < UK_WHERE_MOST && numbers[5] > 0 && numbers[6] > 0) {
        w->views[w->view_count++] = (struct uk_view){.name = fields[1], .drawing = fields[2], .title = "", .at_left = "", .at_right = "",
                                                     .x = numbers[3], .y = numbers[4], .width = numbers[5], .height = numbers[6], .flip = numbers[7] > 0};
    } else if (is(fields, "note")) {
        w->note = fields[1];
    } else if (is(fields, "title") && w->view_count) {
        struct uk_view *v = &w->views[w->view_count - 1];
        v->title = fields[1], v->at_left = fields[2], v->at_right = fields[3];
    } else {
        return UNKNOT_BAD_DATA;
    }
    return UNKNOT_OK;
}

static int read_reply(struct uk_where *w)
{
    int status = UNKNOT_OK;
    for (char *rest = w->text, *line; !status && (line = strsep(&rest, "\n"));) {
        const char *fields[FIELDS];
        for (size_t i = 0; i < FIELDS; i++) {
            char *field = line ? strsep(&line, "\t") : NULL;
            fields[i] = field ? field : "";
        }
        if (*fields[0])
            status = take(w, fields);
    }
    return status;
}

/* "a,b" of a list. */
static char *joined(const char *const *list)
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    if (!out)
        return NULL;
    for (size_t i = 0; list && list[i]; i++)
        fprintf(out, "%s%s", i ? "," : "", list[i]);
    if (fclose(out)) {
        free(text);
        return NULL;
    }
    return text;
}

int uk_where_ask(struct uk_where *w, struct unknot *u, const char *const *points, const char *const *tools, const char *side)
{
    const char *reply;
    *w = (struct uk_where){.note = ""};
    char *point_text = joined(points), *tool_text = joined(tools);
    struct unknot_param params[] = {{"points", point_text}, {"tools", tool_text}, {"side", side}};
    int status = point_text && tool_text ? unknot_ask(u, "where", params, side ? 3 : 2, &reply) : UNKNOT_NO_MEMORY;
    free(point_text);
    free(tool_text);
    if (!status && !(w->text = strdup(reply)))
        status = UNKNOT_NO_MEMORY;
    return status ? status : read_reply(w);
}

void uk_where_finish(struct uk_where *w)
{
    for (size_t i = 0; i < w->view_count; i++)
        free(w->views[i].marks);
    free(w->text);
    *w = (struct uk_where){0};
}
