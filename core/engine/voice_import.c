#include "voice_import.h"

#include "engine.h"
#include "voice_making.h"
#include "voice_text.h"

#include "../base/text.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LUFS (-19.0)
#define GAIN_APART_DB 6    /* of a line from the middle of all */
#define NOISE_MOST_DB (-60)
#define CLIPPED_FEW 4      /* samples */
#define TOO_LONG_S 0.05
#define START_LETTERS 4    /* see voice_match.c */
#define LETTER_S 0.09
#define ODD_LENGTH 1.8     /* times as long as its letters */
#define FEW 5              /* lines tell nothing of the pace of a reader */

/* What the caller gets, and what it points to. */
struct result {
    struct unknot_imported shown;
    struct uk_import x;
    struct unknot_take *takes;
    char *folder;
};

int uk_import_remark(struct uk_import *x, const char *format, ...)
{
    struct uk_message text, tamed;
    va_list args;
    va_start(args, format);
    vsnprintf(text.text, sizeof text.text, format, args);
    va_end(args);
    uk_fail(&tamed, 0, "%s", text.text);
    if (x->remark_count == x->remark_room) {
        size_t room = x->remark_room ? x->remark_room * 2 : 16;
        const char **grown = realloc(x->remarks, room * sizeof *grown);
        if (!grown)
            return uk_no_memory(x->message);
        x->remarks = grown;
        x->remark_room = room;
    }
    x->remarks[x->remark_count] = uk_arena_text(&x->arena, tamed.text, strlen(tamed.text));
    return x->remarks[x->remark_count++] ? UNKNOT_OK : uk_no_memory(x->message);
}

/* ---- cutting ---- */

static int by_place(const void *a, const void *b)
{
    const struct uk_take *x = *(struct uk_take *const *)a, *y = *(struct uk_take *const *)b;
    int order = strcmp(x->file, y->file);
    return order ? order : x->from < y->from ? -1 : x->from > y->from;
}

/* Cuts what lies in one file: takes[0 ... n), in order of time. */
static int cut_file(struct uk_import *x, struct uk_take **takes, size_t n)
{
    struct uk_cut *cuts = calloc(n, sizeof *cuts);
    if (!cuts)
        return uk_no_memory(x->message);
    for (size_t i = 0; i < n; i++)
        cuts[i] = (struct uk_cut){takes[i]->from, takes[i]->to, takes[i]->gain_db, takes[i]->path ? takes[i]->path : "", 0, 0, 0};
    int status = uk_decoder_cut(x->decoder, takes[0]->file, cuts, n, x->message);
    for (size_t i = 0; !status && i < n; i++) {
        takes[i]->frames = cuts[i].frames;
        takes[i]->lufs = cuts[i].lufs;
    }
    free(cuts);
    return status;
}

/* Cuts all takes that have a file, or only measures those without a path in the pack. */
static int cut_all(struct uk_import *x)
{
    size_t n = 0;
    int status = UNKNOT_OK;
    struct uk_take **order = calloc(x->script.count + 1, sizeof *order);
    if (!order)
        return uk_no_memory(x->message);
    for (size_t i = 0; i < x->script.count; i++)
        if (x->takes[i].file && !(x->takes[i].flaws & (UNKNOT_TAKE_UNSURE | UNKNOT_TAKE_MISSING)))
            order[n++] = &x->takes[i];
    qsort(order, n, sizeof *order, by_place);
    for (size_t from = 0, to; !status && from < n; from = to) {
        for (to = from + 1; to < n && strcmp(order[to]->file, order[from]->file) == 0; to++)
            ;
        if (x->asked->progress)
            x->asked->progress(x->asked->ctx, uk_path_name(order[from]->file), (int)from, to - from == n ? 1 : (int)n);
        status = cut_file(x, order + from, to - from);
    }
    free(order);
    return status;
}

/* ---- judging ---- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Each line by itself would come to the same loudness; but a whisper is not to be blown up to speech, nor its noise. */
static int find_gains(struct uk_import *x)
{
    size_t n = 0;
    double *gains = calloc(x->script.count + 1, sizeof *gains);
    if (!gains)
        return uk_no_memory(x->message);
    for (size_t i = 0; i < x->script.count; i++)
        if (x->takes[i].frames > 0 && x->takes[i].lufs > UK_UNKNOWN_DB)
            gains[n++] = LUFS - x->takes[i].lufs;
    qsort(gains, n, sizeof *gains, by_size);
    double middle = n ? gains[n / 2] : 0;
    free(gains);
    for (size_t i = 0; i < x->script.count; i++) {
        struct uk_take *t = &x->takes[i];
        double own = t->lufs > UK_UNKNOWN_DB ? LUFS - t->lufs : middle;
        t->gain_db = fmax(middle - GAIN_APART_DB, fmin(middle + GAIN_APART_DB, own));
        if (t->frames > 0 && fabs(own - t->gain_db) > 0.5)
            t->flaws |= own > t->gain_db ? UNKNOT_TAKE_SOFT : UNKNOT_TAKE_LOUD;
    }
    return UNKNOT_OK;
}

/* The seconds that a letter takes this reader. */
static double pace_of(const struct uk_import *x)
{
    size_t n = 0;
    double *paces = calloc(x->script.count + 1, sizeof *paces), pace = LETTER_S;
    for (size_t i = 0; paces && i < x->script.count; i++)
        if (x->takes[i].file)
            paces[n++] = x->takes[i].said_s / (uk_voice_letters(x->script.rows[i].text) + START_LETTERS);
    if (n >= FEW) {
        qsort(paces, n, sizeof *paces, by_size);
        pace = paces[n / 2];
    }
    free(paces);
    return pace;
}

/* What can be told before anything is cut. */
static void judge_places(struct uk_import *x)
{
    double pace = pace_of(x);
    for (size_t i = 0; i < x->script.count; i++) {
        struct uk_take *t = &x->takes[i];
        double usual_s = pace * (uk_voice_letters(x->script.rows[i].text) + START_LETTERS);
        if (t->file && (t->said_s > ODD_LENGTH * usual_s || t->said_s * ODD_LENGTH < usual_s))
            t->flaws |= UNKNOT_TAKE_ODD;
        if (t->file && t->sure < UK_SURE)
            t->flaws |= UNKNOT_TAKE_UNSURE;
    }
}

static void judge(struct uk_import *x, const struct uk_making *p)
{
    for (size_t i = 0; i < x->script.count; i++) {
        struct uk_take *t = &x->takes[i];
        const struct uk_script_row *row = &x->script.rows[i];
        if (!t->taken && !(t->flaws & UNKNOT_TAKE_UNSURE) && !uk_voice_lines_find(&p->lines, row->text))
            t->flaws |= UNKNOT_TAKE_MISSING;
        if (!t->taken)
            continue;
        if ((double)t->frames / UK_TAKE_RATE > row->room_s + TOO_LONG_S)
            t->flaws |= UNKNOT_TAKE_LONG;
        if (t->clipped >= CLIPPED_FEW)
            t->flaws |= UNKNOT_TAKE_CLIPPED;
        if (t->noise_db > UK_UNKNOWN_DB && t->noise_db + t->gain_db > NOISE_MOST_DB)
            t->flaws |= UNKNOT_TAKE_NOISY;
    }
}

/* ---- the pack ---- */

static int put_lines(struct uk_import *x, struct uk_making *p)
{
    int status = UNKNOT_OK;
    for (size_t i = 0; !status && i < x->script.count; i++) {
        struct uk_take *t = &x->takes[i];
        if (!t->path || t->frames == 0)
            continue;
        t->taken = true;
        status = uk_making_put(p, t->path, t->frames, x->script.rows[i].text, NULL, x->message);
    }
    return status;
}

static int make_pack(struct uk_import *x, struct uk_making *p)
{
    const struct uk_making_about about = {x->asked->name, x->asked->speaker, x->asked->licence};
    char id[UK_LINE_ID];
    size_t any = 0;
    int status = uk_making_begin(p, x->places, x->asked->voice, x->message);
    for (size_t i = 0; !status && i < x->script.count; i++)
        if (x->takes[i].frames > 0) {
            x->takes[i].path = uk_making_path(p, uk_line_id(id, x->script.rows[i].text));
            status = x->takes[i].path ? UNKNOT_OK : uk_no_memory(x->message);
            any++;
        }
    if (!status && any)
        status = cut_all(x);
    if (!status && any)
        status = put_lines(x, p);
    if (!status && any)
        status = uk_making_commit(p, &about, x->message);
    if (!status)
        judge(x, p);
    return status;
}

/* ---- what the reader does next ---- */

static bool most_have(const struct uk_import *x, unsigned flaw)
{
    size_t have = 0, taken = 0;
    for (size_t i = 0; i < x->script.count; i++) {
        taken += x->takes[i].taken;
        have += x->takes[i].taken && (x->takes[i].flaws & flaw);
    }
    return have * 2 > taken;
}

/* The lines to be read again, as a script. What most lines have is a matter of the room, not of a line. */
static int write_again(struct uk_import *x, bool *any)
{
    unsigned bad = UNKNOT_TAKE_MISSING | UNKNOT_TAKE_UNSURE | UNKNOT_TAKE_LONG | UNKNOT_TAKE_CLIPPED | UNKNOT_TAKE_ODD;
    bool *wanted = calloc(x->script.count + 1, sizeof *wanted);
    int status = wanted ? UNKNOT_OK : uk_no_memory(x->message);
    *any = false;
    if (!most_have(x, UNKNOT_TAKE_NOISY))
        bad |= UNKNOT_TAKE_NOISY;
    for (size_t i = 0; wanted && i < x->script.count; i++) {
        wanted[i] = (x->takes[i].flaws & bad) != 0;
        *any = *any || wanted[i];
    }
    if (!status && *any && x->asked->again_to)
        status = uk_script_write(&x->script, wanted, x->asked->again_to, x->message);
    free(wanted);
    return status;
}

static int show(struct result *r, const struct uk_making *p)
{
    struct uk_import *x = &r->x;
    r->takes = calloc(x->script.count + 1, sizeof *r->takes);
    r->folder = strdup(p->folder ? p->folder : "");
    if (!r->takes || !r->folder)
        return uk_no_memory(x->message);
    r->shown = (struct unknot_imported){.folder = r->folder, .takes = r->takes, .take_count = x->script.count,
                                        .remarks = x->remarks, .remark_count = x->remark_count, .line_count = p->lines.count};
    for (size_t i = 0; i < x->script.count; i++) {
        const struct uk_take *t = &x->takes[i];
        r->takes[i] = (struct unknot_take){
            .id = x->script.rows[i].id,
            .text = x->script.rows[i].text,
            .file = t->file ? t->file : "",
            .from_s = (double)t->from / UK_TAKE_RATE,
            .to_s = (double)t->to / UK_TAKE_RATE,
            .seconds = (double)t->frames / UK_TAKE_RATE,
            .room_s = x->script.rows[i].room_s,
            .noise_db = t->frames ? t->noise_db + t->gain_db : UK_UNKNOWN_DB,
            .lufs = t->lufs,
            .sure = t->sure,
            .flaws = t->flaws,
            .taken = t->taken,
        };
        r->shown.taken_count += t->taken;
    }
    return UNKNOT_OK;
}

/* ---- all of it ---- */

static int read_script(struct uk_import *x)
{
    int status = x->asked->script ? uk_script_read(&x->script, x->asked->script, x->message)
                                  : uk_script_of_packs(&x->script, x->places, x->asked->voice, x->message);
    if (!status && x->script.count == 0)
        status = uk_fail(x->message, UNKNOT_BAD_ARGUMENT,
                         "there is no voice in the language of '%s' whose lines the recordings could have: name the script that was read",
                         x->asked->voice);
    if (!status && !(x->takes = calloc(x->script.count, sizeof *x->takes)))
        status = uk_no_memory(x->message);
    return status;
}

static int import(struct result *r)
{
    struct uk_import *x = &r->x;
    struct uk_making making = {.fd = -1};
    bool again;
    int status = uk_making_check(x->places, x->asked->voice, x->message);
    if (!status)
        status = read_script(x);
    if (!status)
        status = uk_decoder_create(&x->decoder, x->places, "", UK_TAKE_RATE, x->message);
    if (!status)
        status = uk_import_sources(x);
    if (!status) {
        judge_places(x);
        status = cut_all(x);
    }
    if (!status)
        status = find_gains(x);
    if (!status)
        status = make_pack(x, &making);
    if (!status)
        status = write_again(x, &again);
    if (!status)
        status = show(r, &making);
    r->shown.again = !status && again;
    if (status && x->matched)
        unlink(x->asked->match_to);
    uk_making_finish(&making);
    uk_decoder_destroy(x->decoder);
    x->decoder = NULL;
    return status;
}

int unknot_voice_import(struct unknot *u, const struct unknot_recordings *recordings, struct unknot_imported **out)
{
    *out = NULL;
    if (recordings->size != sizeof *recordings || !recordings->path || !recordings->voice)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "the recordings are not described: set size, path and voice");
    struct result *r = calloc(1, sizeof *r);
    if (!r)
        return uk_no_memory(&u->message);
    r->x = (struct uk_import){.asked = recordings, .places = &u->places, .message = &u->message};
    int status = import(r);
    *out = &r->shown;
    if (status) {
        unknot_imported_free(*out);
        *out = NULL;
    }
    return status;
}

void unknot_imported_free(struct unknot_imported *imported)
{
    struct result *r = (struct result *)imported; /* it is its first member */
    if (!r)
        return;
    uk_script_finish(&r->x.script);
    uk_arena_finish(&r->x.arena);
    free(r->x.takes);
    free(r->x.remarks);
    free(r->takes);
    free(r->folder);
    free(r);
}
