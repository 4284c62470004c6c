#include "figure.h"

#include <unknot.h>

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (1 << 20)
#define MOST_STEPS 24 /* straight lines of a curve */

static int add(struct uk_figure_path *p, double x, double y)
{
    if ((p->count & (p->count - 1)) == 0) { /* full at each power of two */
        struct uk_figure_point *grown = realloc(p->points, (p->count ? 2 * p->count : 1) * sizeof *grown);
        if (!grown)
            return UNKNOT_NO_MEMORY;
        p->points = grown;
    }
    p->points[p->count++] = (struct uk_figure_point){x, y};
    return UNKNOT_OK;
}

static double distance(struct uk_figure_point a, struct uk_figure_point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

/* The curve from the last point by two handles to `to`: a straight line for each two units or so. */
static int add_curve(struct uk_figure_path *p, struct uk_figure_point a, struct uk_figure_point b, struct uk_figure_point to)
{
    struct uk_figure_point from = p->points[p->count - 1];
    double around = distance(from, a) + distance(a, b) + distance(b, to);
    int steps = around < 2 * MOST_STEPS ? 1 + (int)(around / 2) : MOST_STEPS, status = UNKNOT_OK;
    for (int i = 1; i <= steps && !status; i++) {
        double t = (double)i / steps, s = 1 - t;
        status = add(p, s * s * s * from.x + 3 * s * s * t * a.x + 3 * s * t * t * b.x + t * t * t * to.x,
                     s * s * s * from.y + 3 * s * s * t * a.y + 3 * s * t * t * b.y + t * t * t * to.y);
    }
    return status;
}

/* Reads `count` points; false when there are not as many. */
static bool points(const char **at, struct uk_figure_point *out, int count)
{
    double values[6];
    for (int i = 0; i < 2 * count; i++) {
        char *end;
        *at += strspn(*at, " ,\n");
        values[i] = strtod(*at, &end);
        if (end == *at || !(fabs(values[i]) < 1e6))
            return false;
        *at = end;
    }
    for (int i = 0; i < count; i++)
        out[i] = (struct uk_figure_point){values[2 * i], values[2 * i + 1]};
    return true;
}

/* One path: a start, lines and curves, and perhaps an end that closes it. */
static int flatten(struct uk_figure_path *p)
{
    const char *at = p->data;
    struct uk_figure_point to[3];
    int status = UNKNOT_OK;
    char kind = '\0';
    while (!status && *(at += strspn(at, " ,\n"))) {
        bool named = isalpha((unsigned char)*at);
        if (named)
            kind = *at++;
        if (kind == 'M' && p->count == 0 && points(&at, to, 1))
            status = add(p, to[0].x, to[0].y);
        else if (kind == 'L' && p->count && points(&at, to, 1))
            status = add(p, to[0].x, to[0].y);
        else if (kind == 'C' && p->count && points(&at, to, 3))
            status = add_curve(p, to[0], to[1], to[2]);
        else if (kind == 'Z' && p->count && named)
            status = add(p, p->points[0].x, p->points[0].y);
        else
            status = UNKNOT_BAD_DATA;
    }
    return p->count ? status : UNKNOT_BAD_DATA;
}

/* The value of an attribute of the element at `at`, which its quote is made the end of; NULL when it has none. */
static char *attribute(char *at, const char *end, const char *name)
{
    char *value = strstr(at, name), *quote;
    if (!value || value >= end)
        return NULL;
    value += strlen(name);
    quote = strchr(value, '"');
    if (!quote || quote >= end)
        return NULL;
    *quote = '\0';
    return value;
}

static int add_path(struct uk_figure *f, char *element, const char *end)
{
    struct uk_figure_path *grown = realloc(f->paths, (f->count + 1) * sizeof *grown);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    f->paths = grown;
    struct uk_figure_path *p = &f->paths[f->count++];
    *p = (struct uk_figure_path){0};
    char *data = attribute(element, end, " d=\""); /* the last one first: each ends the text behind it */
    char *kind = data ? attribute(element, end, " class=\"") : NULL;
    if (!kind)
        return UNKNOT_BAD_DATA;
    p->data = data;
    p->outline = strcmp(kind, "outline") == 0;
    return flatten(p);
}

int uk_figure_parse(struct uk_figure *f, char *text)
{
    int status = UNKNOT_OK;
    *f = (struct uk_figure){.text = text};
    for (char *at = strstr(text, "<path"), *end; at && !status; at = strstr(end + 1, "<path")) {
        end = strchr(at, '>');
        if (!end)
            return UNKNOT_BAD_DATA;
        status = add_path(f, at + strlen("<path"), end);
    }
    return status ? status : f->count ? UNKNOT_OK : UNKNOT_BAD_DATA;
}

int uk_figure_read(struct uk_figure *f, const char *path)
{
    *f = (struct uk_figure){0};
    FILE *file = fopen(path, "re");
    char *text = file ? calloc(1, MOST_BYTES + 1) : NULL;
    size_t n = text ? fread(text, 1, MOST_BYTES, file) : 0;
    bool failed = !file || ferror(file) || n == MOST_BYTES;
    if (file)
        fclose(file);
    if (file && !text)
        return UNKNOT_NO_MEMORY;
    if (failed) {
        free(text);
        return UNKNOT_IO;
    }
    return uk_figure_parse(f, text);
}

bool uk_figure_inside(const struct uk_figure *f, double x, double y)
{
    bool inside = false;
    for (size_t i = 0; i < f->count; i++) {
        const struct uk_figure_path *p = &f->paths[i];
        for (size_t k = 1; p->outline && k < p->count; k++) {
            struct uk_figure_point a = p->points[k - 1], b = p->points[k];
            if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
                inside = !inside;
        }
    }
    return inside;
}

void uk_figure_finish(struct uk_figure *f)
{
    for (size_t i = 0; i < f->count; i++)
        free(f->paths[i].points);
    free(f->paths);
    free(f->text);
    *f = (struct uk_figure){0};
}
