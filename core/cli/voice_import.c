#include "engine.h"
#include "json.h"
#include "voice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NO_NOISE (-150)
#define SHOWN 12 /* lines with the same flaw; --json has all */

static const struct flaw {
    unsigned flag;
    const char *name;  /* for a program */
    const char *title; /* over the lines that have it */
} flaws[] = {
    {UNKNOT_TAKE_MISSING, "missing", "missing: nobody has said them yet"},
    {UNKNOT_TAKE_UNSURE, "unsure", "not sure: these may be other lines, and were left out"},
    {UNKNOT_TAKE_ODD, "odd", "much shorter or longer than their words: listen whether they are the right ones"},
    {UNKNOT_TAKE_LONG, "long", "longer than there is room for: say them faster"},
    {UNKNOT_TAKE_CLIPPED, "clipped", "too loud for the microphone, and cut off: say them again from further away"},
    {UNKNOT_TAKE_NOISY, "noisy", "noisy: the room is above -60 dB"},
    {UNKNOT_TAKE_SOFT, "soft", "much softer than the others"},
    {UNKNOT_TAKE_LOUD, "loud", "much louder than the others"},
};
#define FLAWS (sizeof flaws / sizeof *flaws)

/* ---- for a program ---- */

static void write_take(struct uk_json *j, const struct unknot_take *t)
{
    uk_json_open(j, NULL, '{');
    uk_json_text(j, "id", t->id);
    uk_json_text(j, "text", t->text);
    uk_json_truth(j, "taken", t->taken);
    if (*t->file) {
        uk_json_text(j, "file", t->file);
        uk_json_number(j, "from", t->from_s);
        uk_json_number(j, "to", t->to_s);
        uk_json_number(j, "sure", t->sure);
    }
    if (t->taken) {
        uk_json_number(j, "seconds", t->seconds);
        uk_json_number(j, "loudness", t->lufs);
        if (t->noise_db > NO_NOISE)
            uk_json_number(j, "noise", t->noise_db);
    }
    if (isfinite(t->room_s))
        uk_json_number(j, "room", t->room_s);
    uk_json_open_flat(j, "flaws", '[');
    for (size_t i = 0; i < FLAWS; i++)
        if (t->flaws & flaws[i].flag)
            uk_json_text(j, NULL, flaws[i].name);
    uk_json_close(j, ']');
    uk_json_close(j, '}');
}

static void write_all(const struct uk_cli *cli, const struct unknot_imported *all, const struct unknot_recordings *r)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '{');
    uk_json_text(&j, "voice", cli->options.as);
    uk_json_text(&j, "folder", all->folder);
    uk_json_whole(&j, "lines", (int64_t)all->line_count);
    uk_json_whole(&j, "taken", (int64_t)all->taken_count);
    if (all->again)
        uk_json_text(&j, "again", r->again_to);
    if (r->match_to && access(r->match_to, F_OK) == 0)
        uk_json_text(&j, "matching", r->match_to);
    uk_json_open(&j, "remarks", '[');
    for (size_t i = 0; i < all->remark_count; i++)
        uk_json_text(&j, NULL, all->remarks[i]);
    uk_json_close(&j, ']');
    uk_json_open(&j, "takes", '[');
    for (size_t i = 0; i < all->take_count; i++)
        write_take(&j, &all->takes[i]);
    uk_json_close(&j, ']');
    uk_json_close(&j, '}');
}

/* ---- for a person ---- */

static void print_time(double s)
{
    long long tenths = llround(s * 10);
    printf("%lld:%02lld.%lld", tenths / 600, tenths / 10 % 60, tenths % 10);
}

static void print_take(const struct unknot_take *t, size_t number, unsigned flag)
{
    printf("  %3zu  ", number);
    if (flag == UNKNOT_TAKE_UNSURE) {
        print_time(t->from_s);
        printf(" to ");
        print_time(t->to_s);
        printf(", %.0f %% sure  ", floor(t->sure * 100));
    } else if (flag == UNKNOT_TAKE_LONG) {
        printf("%.1f s, room for %.1f s  ", t->seconds, t->room_s);
    } else if (flag == UNKNOT_TAKE_NOISY) {
        printf("%.0f dB  ", t->noise_db);
    }
    printf("%s\n", t->text);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Noise in most of the lines is one thing to say, not hundreds. */
static bool print_noise_of_all(const struct unknot_imported *all)
{
    size_t n = 0;
    double *noise = calloc(all->take_count + 1, sizeof *noise);
    for (size_t i = 0; noise && i < all->take_count; i++)
        if (all->takes[i].flaws & UNKNOT_TAKE_NOISY)
            noise[n++] = all->takes[i].noise_db;
    bool most = n > 5 && n * 2 > all->taken_count;
    if (most) {
        qsort(noise, n, sizeof *noise, by_size);
        printf("\nthe room is noisy: in %zu of the lines it is above -60 dB, mostly at %.0f dB. It can be heard between the words; nearer to\n"
               "the microphone, with soft things around, it is less\n",
               n, noise[n / 2]);
    }
    free(noise);
    return most;
}

static void print_flaw(const struct unknot_imported *all, const struct flaw *f)
{
    size_t n = 0;
    if (f->flag == UNKNOT_TAKE_NOISY && print_noise_of_all(all))
        return;
    for (size_t i = 0; i < all->take_count; i++) {
        if (!(all->takes[i].flaws & f->flag))
            continue;
        if (n++ == 0)
            printf("\n%s\n", f->title);
        if (n <= SHOWN)
            print_take(&all->takes[i], i + 1, f->flag);
    }
    if (n > SHOWN)
        printf("  ... and %zu more\n", n - SHOWN);
}

static void print_all(const struct uk_cli *cli, const struct unknot_imported *all, const struct unknot_recordings *r)
{
    bool unsure = false;
    for (size_t i = 0; i < all->remark_count; i++)
        puts(all->remarks[i]);
    printf("%zu of %zu lines were taken into %s, which has %zu now\n", all->taken_count, all->take_count, cli->options.as, all->line_count);
    for (size_t i = 0; i < FLAWS; i++)
        print_flaw(all, &flaws[i]);
    for (size_t i = 0; i < all->take_count; i++)
        unsure = unsure || (all->takes[i].flaws & UNKNOT_TAKE_UNSURE);
    putchar('\n');
    if (r->match_to && access(r->match_to, F_OK) == 0)
        printf("where each line was found: %s%s%s\n", r->match_to, unsure ? "; put it right, and import again with --match " : "",
               unsure ? r->match_to : "");
    if (all->again)
        printf("the lines to read again: %s; give the new recording with --script %s\n", r->again_to, r->again_to);
    if (all->line_count)
        printf("to hear it: %s voice use %s\n", cli->program, cli->options.as);
}

/* ---- the command ---- */

/* "take 3.matching.csv" in this folder, for "/media/card/take 3.wav". NULL: no memory. */
static char *name_beside(const char *path, const char *ending)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    size_t n = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    char *out = malloc(n + strlen(ending) + 1);
    if (out) {
        memcpy(out, name, n);
        strcpy(out + n, ending);
    }
    return out;
}

/* What is shown while it goes on; the one that is shown now is never written to. */
struct progress {
    struct uk_watch *watch;
    char lines[2][300];
    int turn;
};

static void show_progress(void *ctx, const char *file, int done, int of)
{
    struct progress *p = ctx;
    char *line = p->lines[p->turn ^= 1];
    if (of > 1)
        snprintf(line, sizeof p->lines[0], "listening to %.200s, %d of %d ...", file, done + 1, of);
    else
        snprintf(line, sizeof p->lines[0], "listening to %.200s ...", file);
    uk_watch_busy(p->watch, line);
}

static int import(struct uk_cli *cli, struct unknot *u, struct unknot_recordings *r)
{
    struct unknot_imported *all;
    struct progress progress = {.watch = &cli->watch};
    r->progress = show_progress;
    r->ctx = &progress;
    uk_watch_busy(&cli->watch, "listening ...");
    int status = unknot_voice_import(u, r, &all);
    uk_watch_busy(&cli->watch, NULL);
    if (status)
        return uk_engine_failed(u, status);
    if (cli->options.json)
        write_all(cli, all, r);
    else
        print_all(cli, all, r);
    int code = all->taken_count ? UK_EXIT_DONE : UK_EXIT_FAILED;
    unknot_imported_free(all);
    return code;
}

int uk_voice_import(struct uk_cli *cli, struct unknot *u)
{
    const struct uk_options *o = &cli->options;
    if (!o->as) {
        uk_terminal_say("voice import needs --as and the id of the voice that is made: its language, a dash and a name, as --as de-anna");
        return UK_EXIT_USAGE;
    }
    char *match_to = o->match ? NULL : name_beside(o->words[1], ".matching.csv"), *again_to = name_beside(o->as, ".again.csv");
    struct unknot_recordings r = {
        .size = sizeof r,
        .path = o->words[1],
        .voice = o->as,
        .script = o->script,
        .match = o->match,
        .match_to = match_to,
        .again_to = again_to,
        .speaker = o->speaker,
        .licence = o->licence,
    };
    int code = import(cli, u, &r);
    free(match_to);
    free(again_to);
    return code;
}
