#include "voice_import.h"

#include "voice_match.h"
#include "voice_text.h"

#include "../base/text.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define BEFORE_S 0.12     /* what is soft at the beginning of a line, and at its end */
#define BEHIND_S 0.25
#define ALONE_BEFORE_S 0.3 /* the same in a file that has but one line */
#define ALONE_BEHIND_S 0.45
#define KNOCK_S 0.15       /* a finger on the recorder is shorter, */
#define KNOCK_APART_S 0.25 /* and so far from the words */

/* A recording that was listened through. */
struct heard {
    struct uk_take_piece *pieces;
    size_t count;
    int64_t frames;
};

static int listen(struct uk_import *x, const char *file, struct heard *h, struct uk_message *m)
{
    return uk_decoder_survey(x->decoder, file, &h->pieces, &h->count, &h->frames, m);
}

/* Puts the pieces [first, end) of a recording, or what of them is within [from, to), into the take of a row. */
static void take_place(struct uk_take *t, const struct heard *h, int64_t from, int64_t to, double sure)
{
    const char *file = t->file;
    *t = (struct uk_take){.file = file, .from = from < 0 ? 0 : from, .to = to < h->frames ? to : h->frames, .noise_db = UK_UNKNOWN_DB,
                          .sure = sure};
    for (size_t i = 0; i < h->count; i++) {
        const struct uk_take_piece *p = &h->pieces[i];
        int64_t a = p->from > t->from ? p->from : t->from, b = p->to < t->to ? p->to : t->to;
        if (b <= a)
            continue;
        t->said_s += (double)(b - a) / UK_TAKE_RATE;
        t->clipped += p->clipped;
        if (p->noise_db > UK_UNKNOWN_DB && (t->noise_db <= UK_UNKNOWN_DB || p->noise_db < t->noise_db))
            t->noise_db = p->noise_db;
    }
}

static int64_t frames_of(double seconds)
{
    return (int64_t)(seconds * UK_TAKE_RATE + 0.5);
}

/* ---- a file for each line ---- */

static bool is_knock(const struct heard *h, size_t i, size_t neighbour)
{
    const struct uk_take_piece *p = &h->pieces[i], *q = &h->pieces[neighbour];
    int64_t apart = i < neighbour ? q->from - p->to : p->from - q->to;
    return p->to - p->from < frames_of(KNOCK_S) && apart > frames_of(KNOCK_APART_S);
}

static int take_file(struct uk_import *x, const char *file, size_t row)
{
    struct heard h;
    struct uk_message m;
    struct uk_take *t = &x->takes[row];
    int status = listen(x, file, &h, &m);
    if (status == UNKNOT_NO_MEMORY)
        return uk_no_memory(x->message);
    if (status)
        return uk_import_remark(x, "%s", m.text);
    size_t first = 0, end = h.count;
    while (end - first > 1 && is_knock(&h, first, first + 1))
        first++;
    while (end - first > 1 && is_knock(&h, end - 1, end - 2))
        end--;
    if (end == 0) {
        free(h.pieces);
        return uk_import_remark(x, "nothing is said in '%s', or it is as soft as the noise: record it again, nearer to the microphone", file);
    }
    if (t->file)
        status = uk_import_remark(x, "'%s' and '%s' are for the same line: the second is taken", uk_path_name(t->file), uk_path_name(file));
    t->file = uk_arena_text(&x->arena, file, strlen(file));
    take_place(t, &h, h.pieces[first].from - frames_of(ALONE_BEFORE_S), h.pieces[end - 1].to + frames_of(ALONE_BEHIND_S), 1);
    free(h.pieces);
    return t->file ? status : uk_no_memory(x->message);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strverscmp((*a)->d_name, (*b)->d_name);
}

/* What lies beside recordings and is none. */
static int may_be_sound(const struct dirent *e)
{
    static const char *const others[] = {"csv", "tsv", "md", "txt", "lua", "json", "html", NULL};
    const char *dot = strrchr(e->d_name, '.');
    for (int i = 0; dot && others[i]; i++)
        if (strcasecmp(dot + 1, others[i]) == 0)
            return 0;
    return e->d_name[0] != '.';
}

/* The row that a file is for: "let-it-soften-3fa91c.wav" by its id, "012.wav" or "12 better.wav" by its number; -1: none. */
static long row_of(const struct uk_script *s, const char *name)
{
    const char *dot = strrchr(name, '.');
    char *stem = strndup(name, dot ? (size_t)(dot - name) : strlen(name));
    long row = stem ? uk_script_find(s, stem) : -1;
    size_t digits = stem ? strspn(stem, "0123456789") : 0;
    if (row < 0 && digits > 0 && digits < 9 && !isalnum((unsigned char)stem[digits])) {
        long number = strtol(stem, NULL, 10);
        row = number >= 1 && (size_t)number <= s->count ? number - 1 : -1;
    }
    free(stem);
    return row;
}

static int take_entry(struct uk_import *x, const char *name, size_t done, size_t of)
{
    struct stat st;
    long row = row_of(&x->script, name);
    char *path = uk_path_join(x->asked->path, name);
    int status = path ? UNKNOT_OK : uk_no_memory(x->message);
    bool folder = path && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
    if (!status && row < 0 && !folder)
        status = uk_import_remark(x, "'%s' fits no line: name it by the id of its line, or by its number in the script, as 012.wav", name);
    if (!status && row >= 0 && x->asked->progress)
        x->asked->progress(x->asked->ctx, name, (int)done, (int)of);
    if (!status && row >= 0)
        status = take_file(x, path, (size_t)row);
    free(path);
    return status;
}

static int take_folder(struct uk_import *x)
{
    struct dirent **entries = NULL;
    int count = scandir(x->asked->path, &entries, may_be_sound, by_name), status = UNKNOT_OK;
    if (count < 0)
        return uk_fail(x->message, UNKNOT_IO, "the folder '%s' cannot be read: %s", x->asked->path, strerror(errno));
    if (count == 0)
        status = uk_fail(x->message, UNKNOT_NOT_FOUND, "there is no recording in the folder '%s'", x->asked->path);
    for (int i = 0; i < count; i++) {
        if (!status)
            status = take_entry(x, entries[i]->d_name, (size_t)i, (size_t)count);
        free(entries[i]);
    }
    free(entries);
    return status;
}

/* ---- one recording of many lines ---- */

static struct uk_piece *pieces_of(const struct heard *h)
{
    struct uk_piece *list = calloc(h->count + 1, sizeof *list);
    for (size_t i = 0; list && i < h->count; i++) {
        const struct uk_take_piece *p = &h->pieces[i];
        list[i] = (struct uk_piece){(double)p->from / UK_TAKE_RATE, (double)p->to / UK_TAKE_RATE, p->hiss, p->hiss_count,
                                   p->print, p->print_count};
    }
    return list;
}

static int find_lines(struct uk_import *x, const struct heard *h, const struct uk_piece *pieces, struct uk_match *found)
{
    const char **texts = calloc(x->script.count + 1, sizeof *texts);
    if (!texts)
        return uk_no_memory(x->message);
    for (size_t i = 0; i < x->script.count; i++)
        texts[i] = x->script.rows[i].text;
    int status = uk_voice_match(pieces, h->count, texts, x->script.count, found, x->message);
    free(texts);
    return status;
}

/* Half of a pause belongs to what is beside it, at most. */
static void take_match(struct uk_take *t, const struct heard *h, const struct uk_match *f)
{
    size_t last = f->first + f->count - 1;
    int64_t from = h->pieces[f->first].from - frames_of(BEFORE_S), to = h->pieces[last].to + frames_of(BEHIND_S);
    if (f->first > 0) {
        int64_t middle = (h->pieces[f->first - 1].to + h->pieces[f->first].from) / 2;
        from = from > middle ? from : middle;
    }
    if (last + 1 < h->count) {
        int64_t middle = (h->pieces[last].to + h->pieces[last + 1].from) / 2;
        to = to < middle ? to : middle;
    }
    take_place(t, h, from, to, f->sure);
}

static int match_lines(struct uk_import *x, const struct heard *h)
{
    struct uk_piece *pieces = pieces_of(h);
    struct uk_match *found = calloc(x->script.count + 1, sizeof *found);
    int status = pieces && found ? find_lines(x, h, pieces, found) : uk_no_memory(x->message);
    for (size_t i = 0; !status && i < x->script.count; i++)
        if (found[i].count) {
            x->takes[i].file = x->asked->path;
            take_match(&x->takes[i], h, &found[i]);
        }
    if (!status && x->asked->match_to) {
        status = uk_matching_write(&x->script, found, pieces, h->count, x->asked->match_to, x->message);
        x->matched = !status;
    }
    free(pieces);
    free(found);
    return status;
}

/* Where the reader says. What is given to within a word is widened into the pause beside it. */
static int follow_matching(struct uk_import *x, const struct heard *h)
{
    struct uk_place *places;
    size_t count;
    char stranger[64];
    int status = uk_matching_read(&places, &count, &x->script, x->asked->match, (double)h->frames / UK_TAKE_RATE, stranger, x->message);
    for (size_t i = 0; !status && i < count; i++) {
        double before = i > 0 ? (places[i - 1].to_s + places[i].from_s) / 2 : 0;
        double after = i + 1 < count ? (places[i].to_s + places[i + 1].from_s) / 2 : INFINITY;
        double from = fmax(places[i].from_s - BEFORE_S, fmin(before, places[i].from_s));
        double to = fmin(places[i].to_s + BEHIND_S, fmax(after, places[i].to_s));
        x->takes[places[i].row].file = x->asked->path;
        take_place(&x->takes[places[i].row], h, frames_of(from), frames_of(to), 1);
    }
    if (!status && *stranger)
        status = uk_import_remark(x, "'%s' in '%s' is the id of no line of the script", stranger, x->asked->match);
    free(places);
    return status;
}

static int take_long(struct uk_import *x)
{
    struct heard h;
    if (!x->asked->match && x->asked->match_to && access(x->asked->match_to, F_OK) == 0)
        return uk_fail(x->message, UNKNOT_BAD_ARGUMENT, "'%s' is there already, of an earlier import: give it with --match, or remove it",
                       x->asked->match_to);
    if (x->asked->progress)
        x->asked->progress(x->asked->ctx, uk_path_name(x->asked->path), 0, 1);
    int status = listen(x, x->asked->path, &h, x->message);
    if (status)
        return status;
    if (h.count == 0)
        status = uk_fail(x->message, UNKNOT_BAD_DATA,
                         "nothing is said in '%s', or it is as soft as the noise: record it again, nearer to the microphone", x->asked->path);
    else
        status = x->asked->match ? follow_matching(x, &h) : match_lines(x, &h);
    free(h.pieces);
    return status;
}

int uk_import_sources(struct uk_import *x)
{
    struct stat st;
    if (stat(x->asked->path, &st) == 0 && S_ISDIR(st.st_mode))
        return take_folder(x);
    const char *name = uk_path_name(x->asked->path), *dot = strrchr(name, '.');
    char *stem = strndup(name, dot ? (size_t)(dot - name) : strlen(name));
    long row = stem ? uk_script_find(&x->script, stem) : -1;
    free(stem);
    if (row >= 0 && !x->asked->match) {
        int status = take_file(x, x->asked->path, (size_t)row);
        return !status && !x->takes[row].file ? uk_fail(x->message, UNKNOT_BAD_DATA, "%s", x->remarks[0]) : status;
    }
    if (!x->asked->script)
        return uk_fail(x->message, UNKNOT_BAD_ARGUMENT,
                       "'%s' has no id of a line as its name, so it is a recording of many: give the script that was read with --script",
                       x->asked->path);
    return take_long(x);
}
