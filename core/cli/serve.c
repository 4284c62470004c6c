#include "serve.h"

#include "engine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TICK_S 0.05
#define IDLE_S 0.2
#define RETRY_MS 2000    /* when there is no device */
#define DROWSY_DB 50     /* how far the volume falls on the way to sleep */
#define PARAMS_MAX 16

long long uk_serve_now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

double uk_serve_drowsiness(const struct uk_serve *s)
{
    double part = s->sleep_ms ? (double)(uk_serve_now_ms() - s->sleep_from_ms) / (double)s->sleep_ms : 0;
    return part >= 1 ? 0 : pow(10, -DROWSY_DB * part / 20);
}

void uk_serve_fault(struct uk_serve *s, const char *what, const char *sentence)
{
    snprintf(s->fault, sizeof s->fault, "%s", sentence);
    uk_terminal_say("%s", s->fault);
    unknot_desk_tell(s->desk, "fault", "text", s->fault);
    s->announce = what;
}

/* To the service manager, and to whoever watches. */
static void tell_state(struct uk_serve *s, bool plays)
{
    char line[500], text[400];
    snprintf(line, sizeof line, "STATUS=%s%s", plays ? "playing " : "idle", !plays ? "" : s->choosing ? "the menu" : uk_wish_text(&s->now, text));
    uk_notify_say(&s->notify, line);
    if (plays)
        unknot_desk_tell(s->desk, "begin", "title", unknot_loaded(s->u)->title);
    else
        unknot_desk_tell(s->desk, "idle", NULL, NULL);
}

/* ---- from a wish to sound ---- */

/* Plans it as `play` would for somebody who listens. */
static int load(struct uk_serve *s)
{
    char text[sizeof s->now.text], seed[24], *rest = NULL;
    struct unknot_param params[PARAMS_MAX];
    size_t count = 0;
    memcpy(text, s->now.text, sizeof text);
    const char *name = strtok_r(text, "\t", &rest);
    snprintf(seed, sizeof seed, "%lld", (long long)time(NULL));
    params[count++] = (struct unknot_param){"seed", seed};
    params[count++] = (struct unknot_param){"notice", unknot_past_sessions(s->u) ? "known" : "full"};
    for (char *word = strtok_r(NULL, "\t", &rest); word && count < PARAMS_MAX; word = strtok_r(NULL, "\t", &rest)) {
        char *equals = strchr(word, '=');
        if (!equals)
            continue;
        *equals = '\0';
        params[count++] = (struct unknot_param){word, equals + 1};
    }
    return unknot_load_soon(s->u, name ? name : "", params, count);
}

/* Opens the sound device, as loud as it was, and begins. Until then nothing of it is open. */
static int begin(struct uk_serve *s)
{
    const struct uk_options *o = &s->cli->options;
    struct unknot_player_options options;
    char percent[32];
    unknot_player_options_init(&options);
    options.sink = o->sink;
    options.target = o->device;
    options.desk = s->desk;
    options.keep = !s->announcing && !s->choosing;
    int status = unknot_player_open(&s->player, s->u, &options);
    if (!status) {
        snprintf(percent, sizeof percent, "%.4f", 100 * s->volume);
        const char *const volume[] = {"volume", percent};
        unknot_player_command(s->player, volume, 2, NULL);
        unknot_set_volume(s->u, s->volume * uk_serve_drowsiness(s));
        status = unknot_player_start(s->player);
    }
    if (!status && *unknot_player_instead(s->player))
        uk_terminal_say("%s", unknot_player_instead(s->player));
    if (status) {
        unknot_player_close(s->player);
        s->player = NULL;
    }
    return status;
}

/* The three falling notes of trouble, and what it is when somebody can say so. */
static bool load_announcement(struct uk_serve *s)
{
    char path[4096];
    struct unknot_param what = {"what", s->announce};
    snprintf(path, sizeof path, "%s/scripts/service/trouble.lua", unknot_data_folder(s->u));
    s->announcing = true;
    s->announce = NULL;
    if (unknot_load(s->u, path, &what, 1) == UNKNOT_OK && !*unknot_voice_trouble(s->u))
        return true;
    what.value = "notes";
    return unknot_load(s->u, path, &what, 1) == UNKNOT_OK;
}

/* A session that was cut off, from where it was. UNKNOT_NOT_FOUND: there is none. */
static int load_unfinished(struct uk_serve *s)
{
    int status = unknot_resume(s->u);
    if (!status)
        uk_wish_init(&s->now, &(const char *){unknot_loaded(s->u)->name}, 1);
    return status;
}

static int load_wanted(struct uk_serve *s)
{
    if (s->resume) {
        s->resume = false;
        return load_unfinished(s);
    }
    if (s->ask) {
        s->ask = false;
        s->choosing = true;
        return uk_menu_load(s);
    }
    s->now = s->queue[0];
    memmove(s->queue, s->queue + 1, --s->queued * sizeof *s->queue);
    return load(s);
}

static void load_next(struct uk_serve *s)
{
    s->announcing = s->choosing = false;
    if (s->announce) {
        s->loaded = load_announcement(s);
        return;
    }
    bool resumes = s->resume;
    int status = load_wanted(s);
    s->loaded = status == UNKNOT_OK;
    if (resumes && status == UNKNOT_NOT_FOUND) {
        uk_serve_wake(s);
        return;
    }
    if (status)
        uk_serve_fault(s, status == UNKNOT_NOT_FOUND ? "not-found" : "cannot-play", unknot_message(s->u));
    else
        s->fault[0] = '\0';
}

static void begin_loaded(struct uk_serve *s)
{
    int status = begin(s); /* a menu does not wait for a device: nobody may be there any more when it comes */
    if (status == UNKNOT_NO_DEVICE && !s->announcing && !s->choosing) {
        bool first = !*s->waits;
        snprintf(s->waits, sizeof s->waits, "%s; it begins when one is there", unknot_message(s->u));
        if (first) {
            uk_terminal_say("%s", s->waits);
            unknot_desk_tell(s->desk, "waiting", "trouble", s->waits);
        }
        s->retry_ms = uk_serve_now_ms() + RETRY_MS;
        return;
    }
    s->loaded = false;
    s->waits[0] = '\0';
    s->card_ms = uk_serve_now_ms(); /* a card may have rested on its reader while this was planned */
    if (status && !s->announcing)
        uk_serve_fault(s, "no-sound", unknot_message(s->u));
    else if (!status && !s->announcing)
        tell_state(s, true);
}

static void finish(struct uk_serve *s)
{
    unknot_player_close(s->player);
    s->player = NULL;
    s->skip = false;
    if (s->queued == 0)
        s->sleep_ms = 0;
    tell_state(s, false);
}

static void choose(struct uk_serve *s, enum unknot_player_state state)
{
    if (s->choosing && state == UNKNOT_PLAYER_ENDED && !s->skip)
        uk_menu_take(s);
    s->choosing = false;
}

static void play_on(struct uk_serve *s)
{
    enum unknot_player_state state = unknot_player_work(s->player, TICK_S);
    if (s->sleep_ms) {
        double left = uk_serve_drowsiness(s);
        unknot_set_volume(s->u, s->volume * left);
        if (left <= 0) {
            s->queued = 0;
            s->skip = true;
        }
    }
    if (state == UNKNOT_PLAYER_PLAYING && !s->skip)
        return;
    if (state == UNKNOT_PLAYER_FAILED && !s->announcing)
        uk_serve_fault(s, "no-sound", unknot_player_message(s->player));
    else if (state == UNKNOT_PLAYER_PLAYING)
        unknot_player_stop(s->player);
    choose(s, state);
    finish(s);
}

/* ---- what else there is to do ---- */

static void read_times(struct uk_serve *s)
{
    int wrong = uk_times_read(&s->times);
    if (wrong > 0)
        snprintf(s->fault, sizeof s->fault, "line %d of %.400s makes no sense: write 2026-01-02T21:30, a tab and a routine", wrong, s->times.path);
    else if (wrong < 0)
        snprintf(s->fault, sizeof s->fault, "%.400s cannot be read", s->times.path);
    if (wrong)
        uk_terminal_say("%s", s->fault);
}

static void look_at_clock(struct uk_serve *s)
{
    struct uk_wish wish;
    enum uk_due due = uk_times_due(&s->times, time(NULL), &wish);
    if (due == UK_NOT_DUE)
        return;
    if (due == UK_MISSED)
        uk_terminal_say("%s", s->times.missed);
    else if (!uk_serve_enqueue(s, &wish, false))
        uk_terminal_say("%s does not begin: the queue is full", wish.text);
    if (uk_times_write(&s->times)) /* else it would begin again after a restart */
        uk_terminal_say("%s cannot be written", s->times.path);
}

/* Everything is looked for anew: voices, packs, languages. What plays is not disturbed. */
static void open_again(struct uk_serve *s)
{
    struct unknot *u;
    s->reopen = false;
    if (uk_engine_open(s->cli, &u)) {
        unknot_close(u);
        return;
    }
    unknot_close(s->u);
    s->u = u;
}

static void follow_signals(struct uk_serve *s)
{
    if (atomic_exchange(&s->cli->watch.reread, false)) {
        read_times(s);
        uk_reader_read(s);
        s->reopen = true;
    }
    if (s->reopen && !s->player && !s->loaded)
        open_again(s);
}

static void idle(struct uk_serve *s)
{
    if (s->skip) { /* what waits for a device shall end */
        s->skip = s->loaded = false;
        s->waits[0] = '\0';
    }
    if (!s->loaded && (s->announce || s->resume || s->ask || s->queued))
        load_next(s);
    if (s->loaded && uk_serve_now_ms() >= s->retry_ms)
        begin_loaded(s);
    if (!s->player && !s->announce)
        unknot_desk_work(s->desk, IDLE_S);
}

static int serve(struct uk_serve *s)
{
    uk_notify_say(&s->notify, "READY=1\nSTATUS=idle");
    while (!atomic_load(&s->cli->watch.caught)) {
        follow_signals(s);
        look_at_clock(s);
        uk_volume_keep(s, false);
        uk_http_watch(&s->http, uk_serve_now_ms());
        if (s->player)
            play_on(s);
        else
            idle(s);
        uk_engine_tell_controls(s->cli, s->control, unknot_desk_trouble(s->desk));
        uk_notify_alive(&s->notify, uk_serve_now_ms(), s->player != NULL, s->player ? unknot_player_beats(s->player) : 0);
    }
    uk_notify_say(&s->notify, "STOPPING=1");
    if (s->player)
        unknot_player_stop(s->player);
    return uk_watch_exit_code(&s->cli->watch);
}

/* ---- beginning and end ---- */

static int desk_failed(const struct uk_serve *s, int status)
{
    const char *sentence = unknot_desk_message(s->desk);
    uk_terminal_say("%s", *sentence ? sentence : unknot_status_text(status));
    return status == UNKNOT_BAD_ARGUMENT ? UK_EXIT_USAGE : UK_EXIT_FAILED;
}

/* The socket, unless it was given another place, and what was asked for. */
static int open_desk(struct uk_serve *s)
{
    const struct uk_options *o = &s->cli->options;
    bool own_socket = false;
    int status = unknot_desk_open(&s->desk, o->one_switch, uk_serve_take, s);
    for (size_t i = 0; !status && i < o->control_count; i++) {
        char name[64];
        const char *target = strchr(o->controls[i], ':');
        snprintf(name, sizeof name, "%.*s", (int)strcspn(o->controls[i], ":"), o->controls[i]);
        own_socket |= strcmp(name, "socket") == 0;
        status = unknot_desk_control(s->desk, name, target ? target + 1 : NULL);
    }
    if (!status && !own_socket)
        status = unknot_desk_control(s->desk, "socket", NULL);
    return status ? desk_failed(s, status) : 0;
}

static int read_usual(struct uk_serve *s)
{
    const struct uk_options *o = &s->cli->options;
    const char *words[PARAMS_MAX] = {o->words[0]};
    char pairs[PARAMS_MAX][128];
    size_t count = 1;
    const struct unknot_routine *r;
    if (o->word_count == 0)
        return 0;
    for (size_t i = 0; i < o->param_count && count < PARAMS_MAX; i++, count++) {
        snprintf(pairs[i], sizeof pairs[i], "%.60s=%.60s", o->params[i].name, o->params[i].value);
        words[count] = pairs[i];
    }
    int status = unknot_describe(s->u, words[0], &r);
    if (status)
        return uk_engine_failed(s->u, status);
    return uk_wish_init(&s->usual, words, count) ? 0 : UK_EXIT_USAGE;
}

static int run(struct uk_cli *cli)
{
    const struct uk_options *o = &cli->options;
    double ceiling = o->ceiling > 0 ? o->ceiling / 100 : 1;
    struct uk_serve *s = calloc(1, sizeof *s);
    if (!s)
        return UK_EXIT_FAILED;
    atomic_store(&cli->watch.graceful, true);
    atomic_store(&cli->watch.rereads, true);
    s->cli = cli;
    s->volume = s->ceiling = ceiling;
    uk_notify_init(&s->notify);
    int code = 0;
    if (o->word_count > 1) {
        uk_terminal_say("serve takes one routine; \"%s\" is too much", o->words[1]);
        code = UK_EXIT_USAGE;
    }
    if (!code)
        code = uk_engine_open(cli, &s->u);
    if (!code)
        code = read_usual(s);
    if (!code)
        code = uk_menu_check(s);
    if (!code)
        code = open_desk(s);
    if (!code && o->http)
        code = uk_http_start(&s->http, o);
    if (!code) {
        snprintf(s->times.path, sizeof s->times.path, "%s/schedule", unknot_state_folder(s->u));
        read_times(s);
        uk_reader_start(s);
        uk_volume_read(s);
        code = serve(s);
        uk_volume_keep(s, true);
    }
    unknot_player_close(s->player);
    unknot_desk_close(s->desk);
    uk_http_stop(&s->http);
    uk_cards_finish(&s->cards);
    unknot_close(s->u);
    uk_notify_finish(&s->notify);
    free(s->data);
    free(s);
    return code;
}

const struct uk_command uk_serve = {
    .name = "serve",
    .arguments = "[ROUTINE]",
    .summary = "waits in the background until somebody wants to listen",
    .about = "Waits until somebody wants to listen, and plays what 'unknot ctl' or a button asks for; 'unknot ctl --help' lists the words.\n"
             "ROUTINE, with its options, is what one press of a button begins when nothing plays. No sound device is open while\n"
             "nothing plays, and none needs to be there: what is to be played begins when one is. What goes wrong is told\n"
             "aloud, and stands in 'unknot ctl status'. It runs by itself, or under systemd: 'systemctl enable --now unknot'.",
    .example = "unknot serve suboccipitals --minutes 6 --ceiling 70",
    .flag = UK_SERVE,
    .run = run,
};
