#include "engine.h"
#include "loaded.h"
#include "saved.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TICK_S 0.05
#define FADE_OUT_NS 300000000 /* pausing fades over 50 ms; then what the device still holds */

/* What the listener is told while it plays. */
struct screen {
    bool lines; /* on stdout, one for each step and phrase: somebody reads who is no terminal */
    char step[256];
    int64_t step_at; /* frames; where it began */
    char caption[512];
    char shown[1024];
    bool waits;        /* it was said that nothing is heard for now */
    bool all_said;     /* no phrase is still to be said for the first time; who says them was told */
    char control[UK_TOLD]; /* what was said of a control */
    int64_t script_ns; /* when the script was last saved, with --watch */
};

static void show_event(struct screen *s, struct unknot *u, const struct unknot_event *e)
{
    char at[32];
    if (e->kind == UNKNOT_EVENT_MARK && e->value < UK_QUESTION) {
        bool same = s->step_at == e->at_frames && strcmp(s->step, e->text) == 0;
        s->step_at = e->at_frames;
        if (same) /* told once more after a jump within it */
            return;
        snprintf(s->step, sizeof s->step, "%s", e->text);
        s->caption[0] = '\0';
    } else if (e->kind == UNKNOT_EVENT_CAPTION) {
        snprintf(s->caption, sizeof s->caption, "%s", e->text);
    } else {
        return;
    }
    if (s->lines) {
        printf(e->kind == UNKNOT_EVENT_MARK ? "%s  [%s]\n" : "%s  %s\n",
               uk_engine_clock(at, e->at_frames, unknot_rate(u), false), e->text);
        fflush(stdout);
    }
}

static void show_line(struct screen *s, struct uk_terminal *t, struct unknot *u, struct unknot_player *p)
{
    char left[32], line[sizeof s->shown];
    uint32_t rate = unknot_rate(u);
    const char *trouble = unknot_player_trouble(p);
    uk_engine_clock(left, unknot_length_frames(u) - unknot_player_heard(p) + rate - 1, rate, false);
    if (*trouble)
        snprintf(line, sizeof line, "%s left  %s", left, trouble);
    else
        snprintf(line, sizeof line, "%s left%s  %s%s%s", left, unknot_paused(u) ? ", paused" : "", s->step,
                 *s->step && *s->caption ? ": " : "", s->caption);
    if (*trouble && !s->waits && !t->live)
        uk_terminal_say("%s", trouble);
    s->waits = *trouble != '\0';
    if (strcmp(line, s->shown) == 0)
        return;
    memcpy(s->shown, line, sizeof line);
    uk_terminal_line(t, line);
}

/* All that began since the last call. */
static void show_events(struct screen *s, struct unknot *u, int64_t heard)
{
    struct unknot_event e;
    while (unknot_next_event(u, heard, &e) > 0)
        show_event(s, u, &e);
}

static void suspend(struct uk_cli *cli, struct unknot_player *p, struct screen *s)
{
    static const char *const pause[] = {"pause"}, *const resume[] = {"resume"};
    struct timespec fade = {0, FADE_OUT_NS};
    unknot_player_command(p, pause, 1, NULL);
    nanosleep(&fade, NULL);
    uk_terminal_clear(&cli->terminal, true);
    atomic_store(&cli->watch.suspend, false);
    raise(SIGSTOP);
    unknot_player_command(p, resume, 1, NULL);
    s->shown[0] = '\0';
}

/* Plans again when the script was saved. What is wrong with it is said once; the old plan plays on. */
static void follow_script(struct uk_cli *cli, struct unknot *u, struct screen *s)
{
    int64_t now_ns = uk_saved_ns(unknot_loaded(u)->path);
    if (!now_ns || now_ns == s->script_ns)
        return;
    bool first = s->script_ns == 0;
    s->script_ns = now_ns;
    if (first)
        return;
    int status = unknot_reload(u);
    uk_terminal_clear(&cli->terminal, true);
    if (status)
        uk_engine_failed(u, status);
    else
        fprintf(stderr, "planned again: %s\n", unknot_loaded(u)->path);
    s->shown[0] = '\0';
}

/* Between two phrases only a part of the time is played, as --fast says; then it goes on just before the next one. */
static void hurry(struct unknot *u, double fast)
{
    int64_t rate = unknot_rate(u), tell = unknot_tell(u), before = 0, next = unknot_length_frames(u);
    struct unknot_cue cue;
    for (size_t i = 0; unknot_cue(u, i, &cue) == UNKNOT_OK && cue.at_frames < next; i++) {
        if (strcmp(cue.kind, "phrase") != 0)
            continue;
        if (cue.at_frames > tell)
            next = cue.at_frames;
        else if (cue.at_frames + cue.length_frames > before)
            before = cue.at_frames + cue.length_frames;
    }
    int64_t lead = rate * 3 / 10, goal = next - lead;
    if (tell > before && goal - tell > lead && (double)(tell - before) >= (double)(goal - before) / fast)
        unknot_seek(u, goal, UNKNOT_SMOOTH);
}

static int play_on(struct uk_cli *cli, struct unknot *u, struct unknot_player *p, struct screen *s)
{
    enum unknot_player_state state;
    atomic_store(&cli->watch.can_suspend, true);
    do {
        state = unknot_player_work(p, TICK_S);
        int64_t heard = unknot_player_heard(p);
        show_events(s, u, heard);
        uk_engine_tell_controls(cli, s->control, unknot_player_control_trouble(p));
        show_line(s, &cli->terminal, u, p);
        if (!s->all_said && unknot_phrases_left(u) == 0) {
            s->all_said = true;
            uk_terminal_clear(&cli->terminal, true);
            uk_engine_tell_voice(u);
        }
        if (atomic_load(&cli->watch.suspend))
            suspend(cli, p, s);
        if (cli->options.fast > 1 && !unknot_paused(u))
            hurry(u, cli->options.fast);
        if (cli->options.watch)
            follow_script(cli, u, s);
    } while (state == UNKNOT_PLAYER_PLAYING && !atomic_load(&cli->watch.caught));
    atomic_store(&cli->watch.can_suspend, false);

    if (state == UNKNOT_PLAYER_PLAYING) {
        unknot_player_stop(p);
        uk_terminal_clear(&cli->terminal, true);
        return uk_watch_exit_code(&cli->watch);
    }
    uk_terminal_clear(&cli->terminal, true);
    if (state == UNKNOT_PLAYER_FAILED) {
        uk_terminal_say("%s", unknot_player_message(p));
        return UK_EXIT_FAILED;
    }
    return UK_EXIT_DONE;
}

static void put_quoted(FILE *out, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,+";
    putc(' ', out);
    if (*word && strspn(word, plain) == strlen(word)) {
        fputs(word, out);
        return;
    }
    putc('\'', out);
    for (; *word; word++) {
        if (*word == '\'')
            fputs("'\\''", out);
        else
            putc(*word, out);
    }
    putc('\'', out);
}

static void put_option(FILE *out, const char *name, const char *value)
{
    if (!value)
        return;
    fprintf(out, " --%s", name);
    put_quoted(out, value);
}

/* The same routine into a file, as a line to copy. */
static void offer_render(struct uk_cli *cli)
{
    const struct uk_options *o = &cli->options;
    fprintf(stderr, "To make a sound file of it instead: %s render", cli->program);
    put_quoted(stderr, o->routine);
    for (size_t i = 0; i < o->param_count - o->suggested; i++) {
        char pair[512];
        snprintf(pair, sizeof pair, "%s=%s", o->params[i].name, o->params[i].value);
        if (uk_options_has(o->params[i].name, UK_RENDER))
            put_option(stderr, o->params[i].name, o->params[i].value);
        else
            put_option(stderr, "set", pair);
    }
    put_option(stderr, "voice", o->voice);
    put_option(stderr, "from", o->from);
    const char *name = strrchr(o->routine, '/') ? strrchr(o->routine, '/') + 1 : o->routine;
    char file[256];
    snprintf(file, sizeof file, "%.*s.flac", (int)strcspn(name, "."), name);
    fputs(" -o", stderr);
    put_quoted(stderr, file);
    putc('\n', stderr);
}

/* The sink 'pipe' writes to stdout, unless its device is a named pipe. */
static bool plays_to_stdout(const struct uk_options *o)
{
    return o->sink && strcmp(o->sink, "pipe") == 0 && !(o->device && strchr(o->device, '/'));
}

/* Where a sink takes sound faster than it is heard, each sound is fetched before it is read, not beside it. */
static bool keeps_time(const struct uk_options *o)
{
    return !plays_to_stdout(o) && !(o->sink && strcmp(o->sink, "file") == 0);
}

/* The keys where there is a terminal, the socket where no other player has it, and what was asked for. */
static int open_controls(struct uk_cli *cli, struct unknot *u, struct unknot_player *p)
{
    const struct uk_options *o = &cli->options;
    if (isatty(STDIN_FILENO) && cli->terminal.live)
        unknot_player_control(p, "keys", NULL);
    bool own_socket = false;
    for (size_t i = 0; i < o->control_count; i++)
        own_socket |= strncmp(o->controls[i], "socket", 6) == 0;
    if (!own_socket)
        unknot_player_control(p, "socket", NULL);
    for (size_t i = 0; i < o->control_count; i++) {
        char name[64];
        const char *target = strchr(o->controls[i], ':');
        snprintf(name, sizeof name, "%.*s", (int)strcspn(o->controls[i], ":"), o->controls[i]);
        int status = unknot_player_control(p, name, target ? target + 1 : NULL);
        if (status)
            return uk_engine_failed(u, status);
    }
    return UK_EXIT_DONE;
}

int uk_play_loaded(struct uk_cli *cli, struct unknot *u, bool keep)
{
    const struct uk_options *o = &cli->options;
    struct unknot_player_options options;
    struct unknot_player *p = NULL;
    struct screen screen = {
        .lines = !plays_to_stdout(o) && !(isatty(STDOUT_FILENO) && cli->terminal.live),
        .all_said = unknot_phrases_left(u) == 0,
    };

    unknot_player_options_init(&options);
    options.sink = o->sink;
    options.target = o->device;
    options.realtime = keeps_time(o);
    options.keep = keep;
    options.one_switch = o->one_switch;
    uk_watch_busy(&cli->watch, "opening the sound device ...");
    int status = unknot_player_open(&p, u, &options);
    if (!status)
        status = unknot_player_start(p);
    uk_watch_busy(&cli->watch, NULL);
    if (status) {
        int code = uk_engine_failed(u, status);
        if (status == UNKNOT_NO_DEVICE)
            offer_render(cli);
        unknot_player_close(p);
        return code;
    }
    if (*unknot_player_instead(p))
        uk_terminal_say("%s", unknot_player_instead(p));
    int code = open_controls(cli, u, p);
    if (!code)
        code = play_on(cli, u, p, &screen);
    unknot_player_close(p);
    if (unknot_late_sounds(u) > 0)
        fprintf(stderr, "unknot: %llu sounds were not ready in time; the machine or its disk was too busy\n",
                (unsigned long long)unknot_late_sounds(u));
    return code;
}

/* Where somebody listens from the first frame on, it begins before all is said; who wants to go elsewhere needs the whole plan. */
static bool starts_soon(const struct uk_options *o)
{
    return keeps_time(o) && !o->from && !o->journal && !(o->fast > 1);
}

/* Somebody listens: it is not the same as last time, and who has heard the notice before is not told all of it again. */
static void suit_listener(struct uk_options *o, const struct unknot *u, char *seed, size_t room)
{
    snprintf(seed, room, "%lld", (long long)time(NULL));
    uk_options_suggest(o, "seed", seed);
    uk_options_suggest(o, "notice", unknot_past_sessions(u) ? "known" : "full");
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    char seed[24];
    atomic_store(&cli->watch.graceful, true);
    int code = uk_engine_open(cli, &u);
    if (!code && starts_soon(&cli->options))
        suit_listener(&cli->options, u, seed, sizeof seed);
    if (!code && starts_soon(&cli->options))
        code = uk_engine_load_soon(cli, u);
    else if (!code)
        code = uk_engine_load(cli, u);
    if (!code)
        code = uk_engine_seek(cli, u);
    if (!code)
        code = uk_play_loaded(cli, u, true);
    unknot_close(u);
    return code;
}

const struct uk_command uk_play = {
    .name = "play",
    .arguments = "ROUTINE",
    .summary = "plays a routine",
    .about = "Plays a routine through the sound card. A terminal shows one line: the time that is left, the step, and what\n"
             "is being said; where standard output goes elsewhere, it gets one line for each step and phrase. Ctrl-C fades\n"
             "out and ends, Ctrl-Z pauses.",
    .example = "unknot play upper-trapezius --minutes 6 --side left",
    .flag = UK_PLAY,
    .run = run,
};
