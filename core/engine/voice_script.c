#include "voice_script.h"

#include "voice_packs.h"

#include "../base/csv.h"
#include "../base/text.h"
#include "../score/voice_lines.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define LARGEST (8u << 20)
#define LONGEST_TEXT 2000
#define LARGEST_LINES (16u << 20)

/* ---- scripts ---- */

static bool put_row(struct uk_script *s, struct uk_script_row row)
{
    if (s->count == s->room) {
        size_t room = s->room ? s->room * 2 : 128;
        struct uk_script_row *grown = realloc(s->rows, room * sizeof *grown);
        if (!grown)
            return false;
        s->rows = grown;
        s->room = room;
    }
    row.id = uk_arena_text(&s->arena, row.id, strlen(row.id));
    row.text = uk_arena_text(&s->arena, row.text, strlen(row.text));
    row.routine = uk_arena_text(&s->arena, row.routine, strlen(row.routine));
    s->rows[s->count++] = row;
    return row.id && row.text && row.routine;
}

/* A name that can be that of a file. */
static bool is_id(const char *id)
{
    return *id && strlen(id) < UK_LINE_ID && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id) && *id != '-';
}

/* "2.5", "2,5" of some spreadsheets; anything else: as long as it likes. */
static double room_of(const char *s)
{
    double whole = 0, part = 0, unit = 1;
    const char *start = s;
    for (; *s >= '0' && *s <= '9' && s - start < 6; s++)
        whole = whole * 10 + (*s - '0');
    if (s > start && (*s == '.' || *s == ','))
        for (s++; *s >= '0' && *s <= '9'; s++)
            part += (*s - '0') * (unit /= 10);
    return s > start && !*s && whole + part > 0 ? whole + part : INFINITY;
}

/* Blanks at both ends and line ends within are of the spreadsheet. */
static char *clean(const char *text)
{
    char *copy = strdup(text + strspn(text, " \t\r\n"));
    for (char *s = copy; s && *s; s++)
        if (*s == '\n' || *s == '\r' || *s == '\t')
            *s = ' ';
    for (size_t n = copy ? strlen(copy) : 0; n > 0 && copy[n - 1] == ' ';)
        copy[--n] = '\0';
    return copy;
}

static int take_row(struct uk_script *s, const struct uk_csv *c, size_t row, const int columns[4], const char *path, struct uk_message *m)
{
    char own[UK_LINE_ID];
    const char *id = uk_csv_get(c, row, columns[0]);
    char *text = clean(uk_csv_get(c, row, columns[3]));
    int status = text ? UNKNOT_OK : uk_no_memory(m);
    if (!status && *text && (strlen(text) > LONGEST_TEXT || !uk_text_is_plain(text)))
        status = uk_fail(m, UNKNOT_BAD_DATA, "the text of row %zu of '%s' is no sentence to read: export the script again", row + 1, path);
    if (!status && *id && !is_id(id))
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' in row %zu of '%s' is no id of a line: export the script again", id, row + 1, path);
    if (!status && *text) {
        struct uk_script_row one = {*id ? id : uk_line_id(own, text), text, uk_csv_get(c, row, columns[2]),
                                    room_of(uk_csv_get(c, row, columns[1]))};
        status = put_row(s, one) ? UNKNOT_OK : uk_no_memory(m);
    }
    free(text);
    return status;
}

static int read_csv(struct uk_csv *c, const char *path, struct uk_message *m)
{
    char *text = NULL;
    size_t n;
    *c = (struct uk_csv){0};
    int status = uk_path_read(path, LARGEST, &text, &n, m);
    if (!status)
        status = uk_csv_parse(c, text, n, path, m);
    free(text);
    return status;
}

int uk_script_read(struct uk_script *s, const char *path, struct uk_message *m)
{
    struct uk_csv c;
    *s = (struct uk_script){0};
    int status = read_csv(&c, path, m);
    if (!status) {
        const int columns[] = {uk_csv_column(&c, "id"), uk_csv_column(&c, "seconds"), uk_csv_column(&c, "routine"),
                               uk_csv_column(&c, "text")};
        if (columns[3] < 0)
            status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' is no script: its first row has no column 'text'; unknot voice export writes one",
                             path);
        for (size_t row = 1; !status && row < c.rows; row++)
            status = take_row(s, &c, row, columns, path, m);
    }
    if (!status && s->count == 0)
        status = uk_fail(m, UNKNOT_BAD_DATA, "there is no line to read in '%s'", path);
    uk_csv_finish(&c);
    return status;
}

/* Adds what is not there yet. A pack that cannot be read has no lines. */
static bool add_pack(struct uk_script *s, const char *folder)
{
    struct uk_voice_lines l = {0};
    char *path = uk_path_join(folder, "lines.tsv"), *text = NULL;
    size_t n;
    bool good = path != NULL;
    if (good && uk_path_read(path, LARGEST_LINES, &text, &n, NULL) == UNKNOT_OK &&
        uk_voice_lines_parse(&l, text, n, path, NULL) == UNKNOT_OK)
        for (size_t i = 0; good && i < l.count; i++)
            if (is_id(l.lines[i].id) && uk_script_find(s, l.lines[i].id) < 0)
                good = put_row(s, (struct uk_script_row){l.lines[i].id, l.lines[i].text, "", INFINITY});
    uk_voice_lines_finish(&l);
    free(text);
    free(path);
    return good;
}

int uk_script_of_packs(struct uk_script *s, const struct uk_places *places, const char *language, struct uk_message *m)
{
    struct uk_voice_folders f;
    size_t n = strcspn(language, "-");
    *s = (struct uk_script){0};
    int status = uk_voice_folders_init(&f, places, m);
    for (size_t i = 0; !status && i < f.count; i++)
        if (strncmp(f.list[i].id, language, n) == 0 && f.list[i].id[n] == '-' && !add_pack(s, f.list[i].folder))
            status = uk_no_memory(m);
    uk_voice_folders_finish(&f);
    return status;
}

long uk_script_find(const struct uk_script *s, const char *id)
{
    for (size_t i = 0; i < s->count; i++)
        if (strcasecmp(s->rows[i].id, id) == 0)
            return (long)i;
    return -1;
}

static int cannot_write(const char *path, struct uk_message *m)
{
    return uk_fail(m, UNKNOT_IO, "'%s' cannot be written: %s", path, strerror(errno));
}

int uk_script_write(const struct uk_script *s, const bool *wanted, const char *path, struct uk_message *m)
{
    FILE *out = fopen(path, "w");
    if (!out)
        return cannot_write(path, m);
    fputs("id,seconds,routine,text\n", out);
    for (size_t i = 0; i < s->count; i++) {
        const struct uk_script_row *r = &s->rows[i];
        char seconds[32] = "";
        if (!wanted[i])
            continue;
        if (isfinite(r->room_s))
            snprintf(seconds, sizeof seconds, "%.1f", r->room_s);
        uk_csv_put(out, r->id, ',');
        uk_csv_put(out, seconds, ',');
        uk_csv_put(out, r->routine, ',');
        uk_csv_put(out, r->text, '\n');
    }
    bool bad = ferror(out);
    return (fclose(out) || bad) ? cannot_write(path, m) : UNKNOT_OK;
}

void uk_script_finish(struct uk_script *s)
{
    free(s->rows);
    uk_arena_finish(&s->arena);
    *s = (struct uk_script){0};
}

/* ---- matchings ---- */

/* "1:23.456", "83,4", "0:01:23" of some spreadsheets; -1: no time. */
static double time_of(const char *s)
{
    double total = 0, unit = 1;
    s += strspn(s, " ");
    if (!*s)
        return -1;
    for (int fields = 0; fields < 3; fields++) {
        double field = 0;
        size_t digits = strspn(s, "0123456789");
        if (digits == 0 || digits > 9)
            return -1;
        for (; digits > 0; digits--, s++)
            field = field * 10 + (*s - '0');
        total = total * 60 + field;
        if (*s != ':')
            break;
        s++;
    }
    if (*s == '.' || *s == ',')
        for (s++; *s >= '0' && *s <= '9'; s++)
            total += (*s - '0') * (unit /= 10);
    return s[strspn(s, " ")] ? -1 : total;
}

static int by_time(const void *a, const void *b)
{
    const struct uk_place *x = a, *y = b;
    return x->from_s < y->from_s ? -1 : x->from_s > y->from_s;
}

/* One row; *taken is false when it names no line, or no time. */
static int take_place(const struct uk_script *s, const struct uk_csv *c, size_t row, const char *path, double length_s, struct uk_place *out,
                      char stranger[64], bool *taken, struct uk_message *m)
{
    const char *id = uk_csv_get(c, row, uk_csv_column(c, "id"));
    const char *start = uk_csv_get(c, row, uk_csv_column(c, "start")), *end = uk_csv_get(c, row, uk_csv_column(c, "end"));
    long line = uk_script_find(s, id);
    *taken = false;
    if (line < 0 && *id && !*stranger)
        snprintf(stranger, 64, "%s", id);
    if (line < 0 || (!start[strspn(start, " ")] && !end[strspn(end, " ")]))
        return UNKNOT_OK;
    *out = (struct uk_place){(size_t)line, time_of(start), time_of(end)};
    if (out->from_s < 0 || out->to_s < 0)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' in row %zu of '%s' is no time: write it as 1:23.456", out->from_s < 0 ? start : end, row + 1,
                       path);
    if (out->to_s <= out->from_s || out->from_s >= length_s)
        return uk_fail(m, UNKNOT_BAD_DATA, "row %zu of '%s' cannot be: from %s to %s in a recording of %.1f s", row + 1, path, start, end,
                       length_s);
    *taken = true;
    return UNKNOT_OK;
}

int uk_matching_read(struct uk_place **out, size_t *count, const struct uk_script *s, const char *path, double length_s, char stranger[64],
                     struct uk_message *m)
{
    struct uk_csv c;
    *out = NULL;
    *count = 0;
    *stranger = '\0';
    int status = read_csv(&c, path, m);
    if (!status && (uk_csv_column(&c, "start") < 0 || uk_csv_column(&c, "end") < 0 || uk_csv_column(&c, "id") < 0))
        status = uk_fail(m, UNKNOT_BAD_DATA, "'%s' is no matching: its first row must have the columns start, end and id", path);
    if (!status && !(*out = calloc(c.rows + 1, sizeof **out)))
        status = uk_no_memory(m);
    for (size_t row = 1; !status && row < c.rows; row++) {
        bool taken;
        status = take_place(s, &c, row, path, length_s, &(*out)[*count], stranger, &taken, m);
        *count += !status && taken;
    }
    if (!status)
        qsort(*out, *count, sizeof **out, by_time);
    uk_csv_finish(&c);
    return status;
}

static void put_time(FILE *out, double s, char behind)
{
    long long ms = llround(s * 1000);
    fprintf(out, "%lld:%02lld.%03lld%c", ms / 60000, ms / 1000 % 60, ms % 1000, behind);
}

static void put_unused(FILE *out, const struct uk_piece *pieces, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        put_time(out, pieces[i].from_s, ',');
        put_time(out, pieces[i].to_s, ',');
        fputs(",,\n", out);
    }
}

int uk_matching_write(const struct uk_script *s, const struct uk_match *found, const struct uk_piece *pieces, size_t count,
                      const char *path, struct uk_message *m)
{
    size_t used = 0;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    FILE *out = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!out)
        return errno == EEXIST ? uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%s' is there already", path) : cannot_write(path, m);
    fputs("start,end,id,sure,text\n", out);
    for (size_t i = 0; i < s->count; i++) {
        const struct uk_match *f = &found[i];
        if (f->count) {
            put_unused(out, pieces, used, f->first);
            used = f->first + f->count;
            put_time(out, pieces[f->first].from_s, ',');
            put_time(out, pieces[used - 1].to_s, ',');
        } else {
            fputs(",,", out);
        }
        fprintf(out, "%s,%.0f %%,", s->rows[i].id, floor(f->sure * 100));
        uk_csv_put(out, s->rows[i].text, '\n');
    }
    put_unused(out, pieces, used, count);
    bool bad = ferror(out);
    return (fclose(out) || bad) ? cannot_write(path, m) : UNKNOT_OK;
}
