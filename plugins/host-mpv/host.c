/* host-mpv - a routine in mpv:
 *
 *     mpv unknot://upper-trapezius
 *     mpv 'unknot://low-back?minutes=10&mode=gentle' unknot://bedtime
 *
 * A C plugin, by mpv's client API alone: mpv reads the routine as it reads a file, and this, in a thread of its own, adds steps as chapters,
 * what is said as subtitles, and carries out what the listener presses.
 *
 * mpv reads ahead. So a press is stamped a little after what is heard now, and then mpv seeks to where it is: it reads again from there, and
 * gets the new plan. Up to the press it is the same, bit for bit, so nothing is heard of that.
 */
#include "keys.h"
#include "streams.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LEAD_S 0.15      /* after what is heard: planning takes less */
#define LONG_PAUSE_S 5.0 /* from here on the routine is told of a pause */

enum { ON_LOAD = 1, ON_LOAD_FAIL, ON_PRELOADED, PAUSE, LENGTH };

struct host {
    mpv_handle *mpv;
    struct streams *streams;
    struct routine *routine; /* that plays, or NULL */
    struct keys keys;
    int64_t pressed; /* the frame of the last press; -1: none */
    double paused_s; /* since when; 0: it plays */
    bool steps_left; /* some are beyond what mpv takes for the end: it learns of a longer routine as it gets there */
};

static double clock_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int command(struct host *h, const char *verb, const char *a, const char *b, const char *c)
{
    const char *words[] = {"raw", verb, a, b, c, NULL};
    return mpv_command(h->mpv, words);
}

/* One sentence for the listener: in the terminal, and in the window if there is one. */
static void tell(struct host *h, const char *sentence)
{
    char line[700];
    int window = 0;
    snprintf(line, sizeof line, "unknot: %s", sentence);
    command(h, "print-text", line, NULL, NULL);
    mpv_get_property(h->mpv, "vo-configured", MPV_FORMAT_FLAG, &window);
    if (window)
        command(h, "show-text", line, "6000", NULL);
}

/* ---- a file is opened ---- */

/* Whether mpv is at an address of ours; *address is the caller's, to be freed with mpv_free(). */
static bool is_ours(struct host *h, char **address)
{
    *address = mpv_get_property_string(h->mpv, "stream-open-filename");
    return *address && strncasecmp(*address, "unknot://", 9) == 0;
}

/* Nothing is to be kept that a press makes out of date. */
static void before_open(struct host *h)
{
    mpv_set_property_string(h->mpv, "file-local-options/cache", "no");
    mpv_set_property_string(h->mpv, "file-local-options/stream-buffer-size", "4096");
    mpv_set_property_string(h->mpv, "file-local-options/demuxer-lavf-buffersize", "4096");
}

/* The steps, as mpv takes them: a list of {"time": seconds, "title": words}. It leaves out what is beyond the end. */
static void show_chapters(struct host *h)
{
    const struct unknot *u = h->routine->u;
    size_t marks = unknot_mark_count(u);
    char time[] = "time", title[] = "title", *keys[] = {time, title};
    struct {
        struct mpv_node values[2];
        struct mpv_node_list list;
    } *maps = calloc(marks + 1, sizeof *maps);
    struct mpv_node *nodes = calloc(marks + 1, sizeof *nodes);
    struct mpv_node_list chapters = {.values = nodes};
    struct unknot_mark mark;
    double length = 0;
    mpv_get_property(h->mpv, "duration", MPV_FORMAT_DOUBLE, &length);
    h->steps_left = false;
    for (size_t i = 0; maps && nodes && unknot_mark(u, i, &mark) == UNKNOT_OK; i++) {
        if (mark.level != 1)
            continue;
        h->steps_left = (double)mark.at_frames / unknot_rate(u) >= length;
        maps[i].values[0] = (struct mpv_node){.format = MPV_FORMAT_DOUBLE, .u.double_ = (double)mark.at_frames / unknot_rate(u)};
        maps[i].values[1] = (struct mpv_node){.format = MPV_FORMAT_STRING, .u.string = (char *)mark.title};
        maps[i].list = (struct mpv_node_list){.num = 2, .values = maps[i].values, .keys = keys};
        nodes[chapters.num++] = (struct mpv_node){.format = MPV_FORMAT_NODE_MAP, .u.list = &maps[i].list};
    }
    struct mpv_node all = {.format = MPV_FORMAT_NODE_ARRAY, .u.list = &chapters};
    mpv_set_property(h->mpv, "chapter-list", MPV_FORMAT_NODE, &all);
    free(maps);
    free(nodes);
}

static void add_captions(struct host *h, bool select)
{
    command(h, "sub-add", CAPTIONS "://captions", select ? "select" : "auto", "captions");
}

/* Who wants no subtitles gets none, but may choose them. */
static void show_captions(struct host *h)
{
    char *wanted = mpv_get_property_string(h->mpv, "sid");
    streams_caption(h->streams, routine_captions(h->routine));
    add_captions(h, !wanted || strcmp(wanted, "no") != 0);
    mpv_free(wanted);
}

static void after_open(struct host *h, const char *address)
{
    routine_let_go(h->routine);
    h->routine = streams_take(h->streams, address);
    h->pressed = -1;
    if (!h->routine)
        return;
    const char *trouble = unknot_voice_trouble(h->routine->u);
    if (*trouble)
        tell(h, trouble);
    show_chapters(h);
    show_captions(h);
    keys_enable(&h->keys, 1);
}

static void on_hook(struct host *h, uint64_t which)
{
    char *address, why[600];
    if (is_ours(h, &address)) {
        if (which == ON_LOAD) {
            before_open(h);
        } else if (which == ON_LOAD_FAIL) {
            streams_why(h->streams, why, sizeof why);
            tell(h, why);
        } else {
            after_open(h, address);
        }
    }
    mpv_free(address);
}

static void after_end(struct host *h)
{
    if (!h->routine)
        return;
    keys_enable(&h->keys, 0);
    streams_caption(h->streams, NULL);
    routine_let_go(h->routine);
    h->routine = NULL;
    h->paused_s = 0;
}

/* ---- presses ---- */

/* What is heard now: mpv's own answer to "time-pos" is as old as its last turn. Else `at`. */
static double heard_s(struct host *h, double at)
{
    double now = at;
    if (mpv_get_property(h->mpv, "audio-pts", MPV_FORMAT_DOUBLE, &now) < 0 && mpv_get_property(h->mpv, "time-pos", MPV_FORMAT_DOUBLE, &now) < 0)
        return at;
    return now;
}

static const struct mpv_node *find(const struct mpv_node *map, const char *key)
{
    for (int i = 0; map->format == MPV_FORMAT_NODE_MAP && i < map->u.list->num; i++)
        if (strcmp(map->u.list->keys[i], key) == 0)
            return &map->u.list->values[i];
    return NULL;
}

/* The number of the track with our captions, 0 when there is none. */
static int64_t find_captions(struct host *h, bool *selected)
{
    struct mpv_node tracks;
    int64_t id = 0;
    if (mpv_get_property(h->mpv, "track-list", MPV_FORMAT_NODE, &tracks) < 0)
        return 0;
    for (int i = 0; tracks.format == MPV_FORMAT_NODE_ARRAY && i < tracks.u.list->num; i++) {
        const struct mpv_node *track = &tracks.u.list->values[i], *name = find(track, "external-filename"), *is_on = find(track, "selected");
        if (name && name->format == MPV_FORMAT_STRING && strcmp(name->u.string, CAPTIONS "://captions") == 0) {
            id = find(track, "id")->u.int64;
            *selected = is_on && is_on->u.flag;
        }
    }
    mpv_free_node_contents(&tracks);
    return id;
}

/* mpv reads what is said anew. */
static void renew_captions(struct host *h)
{
    char number[24];
    bool selected = false;
    int64_t id = find_captions(h, &selected);
    if (id == 0)
        return; /* taken away by the listener */
    streams_caption(h->streams, routine_captions(h->routine));
    snprintf(number, sizeof number, "%lld", (long long)id);
    if (selected) {
        command(h, "sub-reload", number, NULL, NULL);
    } else {
        command(h, "sub-remove", number, NULL, NULL);
        add_captions(h, false);
    }
}

static int press(struct host *h, const char *event, double value)
{
    struct unknot *u = h->routine->u;
    char where[32];
    double speed = 1, pressed = heard_s(h, 0), rate = unknot_rate(u);
    mpv_get_property(h->mpv, "speed", MPV_FORMAT_DOUBLE, &speed);
    int64_t at = llround((pressed + LEAD_S * speed) * rate);
    if (h->pressed >= at && (double)h->pressed - pressed * rate < rate) /* in a pause: it comes after the last one, not in its place */
        at = h->pressed + llround(rate / 1000);
    int status = unknot_press_at(u, at, event, value);
    if (status)
        return status;
    h->pressed = at;
    double now = heard_s(h, pressed), press_s = (double)at / rate; /* now may be later, when planning took long: then back to the press */
    snprintf(where, sizeof where, "%.6f", now < press_s ? now : press_s);
    command(h, "seek", where, "absolute+exact", NULL);
    show_chapters(h);
    renew_captions(h);
    return UNKNOT_OK;
}

/* What is pressed, and how long the routine is now. */
static void press_and_show(struct host *h, const char *event, double value)
{
    char line[100];
    if (press(h, event, value)) {
        tell(h, unknot_message(h->routine->u));
        return;
    }
    long long s = unknot_length_frames(h->routine->u) / unknot_rate(h->routine->u);
    snprintf(line, sizeof line, "%s (%lld:%02lld)", event, s / 60, s % 60);
    command(h, "show-text", line, NULL, NULL);
}

static void rate(struct host *h, int number)
{
    if (number >= 0)
        press_and_show(h, "rate", number);
}

static void write_journal(struct host *h, const char *path)
{
    char sentence[600];
    FILE *f = fopen(path, "we");
    bool written = f && fputs(unknot_journal(h->routine->u), f) >= 0;
    if (f && fclose(f))
        written = false;
    if (!written) {
        snprintf(sentence, sizeof sentence, "the journal cannot be written to '%s': %m", path);
        tell(h, sentence);
    }
}

static void on_message(struct host *h, int count, const char **words)
{
    const char *verb = count > 0 ? words[0] : "", *value = count > 1 ? words[1] : NULL;
    if (!h->routine)
        tell(h, "no routine plays: play one with 'mpv unknot://NAME'");
    else if (strcmp(verb, "journal") == 0 && value)
        write_journal(h, value);
    else if (strcmp(verb, "digit") == 0 && value)
        rate(h, keys_digit(&h->keys, atoi(value)));
    else if (strcmp(verb, "rate") == 0 && !value)
        keys_ask(&h->keys);
    else
        press_and_show(h, verb, value ? strtod(value, NULL) : 0);
}

/* A routine helps back into place after a long pause; one that knows no way back simply goes on. */
static void on_pause(struct host *h, bool paused)
{
    double gone_s = h->paused_s > 0 ? clock_s() - h->paused_s : 0;
    h->paused_s = paused && h->routine ? clock_s() : 0;
    if (!paused && h->routine && gone_s >= LONG_PAUSE_S)
        press(h, "resumed", gone_s);
}

/* ---- the thread ---- */

static void tell_trouble(struct host *h)
{
    char sentence[600];
    if (!h->routine || !atomic_exchange(&h->routine->troubled, false))
        return;
    unknot_prepare_message(h->routine->u, sentence, sizeof sentence);
    tell(h, sentence);
}

static void on_event(struct host *h, const mpv_event *e)
{
    if (e->event_id == MPV_EVENT_HOOK) {
        on_hook(h, e->reply_userdata);
        mpv_hook_continue(h->mpv, ((const mpv_event_hook *)e->data)->id);
    } else if (e->event_id == MPV_EVENT_CLIENT_MESSAGE) {
        const mpv_event_client_message *m = e->data;
        on_message(h, m->num_args, m->args);
    } else if (e->event_id == MPV_EVENT_PROPERTY_CHANGE) {
        const mpv_event_property *p = e->data;
        if (p->format == MPV_FORMAT_FLAG)
            on_pause(h, *(const int *)p->data);
        else if (e->reply_userdata == LENGTH && h->routine && h->steps_left)
            show_chapters(h);
    } else if (e->event_id == MPV_EVENT_END_FILE) {
        after_end(h);
    }
    tell_trouble(h);
}

/* --script-opts=unknot-enabled=no */
static bool is_wanted(mpv_handle *mpv)
{
    char *options = mpv_get_property_string(mpv, "script-opts");
    bool wanted = !options || !strstr(options, "unknot-enabled=no");
    mpv_free(options);
    return wanted;
}

MPV_EXPORT int mpv_open_cplugin(mpv_handle *mpv);

int mpv_open_cplugin(mpv_handle *mpv)
{
    struct host h = {.mpv = mpv, .pressed = -1};
    if (!is_wanted(mpv))
        return 0;
    h.streams = streams_create(mpv);
    if (!h.streams)
        return -1;
    keys_init(&h.keys, mpv);
    mpv_hook_add(mpv, ON_LOAD, "on_load", 50);
    mpv_hook_add(mpv, ON_LOAD_FAIL, "on_load_fail", 50);
    mpv_hook_add(mpv, ON_PRELOADED, "on_preloaded", 50);
    mpv_observe_property(mpv, PAUSE, "pause", MPV_FORMAT_FLAG);
    mpv_observe_property(mpv, LENGTH, "duration", MPV_FORMAT_DOUBLE);
    for (;;) {
        const mpv_event *e = mpv_wait_event(mpv, keys_wait_s(&h.keys));
        if (e->event_id == MPV_EVENT_SHUTDOWN)
            break;
        on_event(&h, e);
        if (h.routine)
            rate(&h, keys_settle(&h.keys));
    }
    after_end(&h);
    return 0;
}
