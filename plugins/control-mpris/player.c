#include "player.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OBJECT "/org/mpris/MediaPlayer2"
#define ROOT "org.mpris.MediaPlayer2"
#define PLAYER "org.mpris.MediaPlayer2.Player"
#define NO_TRACK "/org/mpris/MediaPlayer2/TrackList/NoTrack"
#define MOST_S 86400 /* no routine is as long */

#define TRY(call)       \
    do {                \
        int r_ = call;  \
        if (r_ < 0)     \
            return r_;  \
    } while (0)

static const char *text(const struct player *p, const char *key)
{
    const char *value = json_string_value(json_object_get(p->status, key));
    return value ? value : "";
}

static double number(const struct player *p, const char *key)
{
    return json_number_value(json_object_get(p->status, key));
}

static int64_t microseconds(const struct player *p, const char *key)
{
    return (int64_t)(number(p, key) * 1e6 + 0.5);
}

/* Whether there is a routine to steer. */
static bool is_on(const json_t *status)
{
    const char *state = json_string_value(json_object_get(status, "state"));
    return state && (strcmp(state, "playing") == 0 || strcmp(state, "paused") == 0);
}

/* A routine is one track; its name is all that is in the path. The caller frees it. */
static char *track_of(const struct player *p)
{
    char *path = NULL;
    const char *name = text(p, "routine");
    if (!is_on(p->status) || !*name)
        return strdup(NO_TRACK);
    const char *slash = strrchr(name, '/');
    return sd_bus_path_encode("/unknot/routine", slash ? slash + 1 : name, &path) < 0 ? NULL : path;
}

/* ---- orders ---- */

/* Notes what is to be done, and that `m` is answered when it is; NULL: nobody waits for it. Returns what a handler returns. */
static int order(struct player *p, sd_bus_message *m, const char *verb, const char *value)
{
    struct order *o = &p->order;
    o->count = value ? 2 : 1;
    snprintf(o->words[0], sizeof o->words[0], "%s", verb);
    snprintf(o->words[1], sizeof o->words[1], "%s", value ? value : "");
    o->message = sd_bus_message_ref(m);
    return 1;
}

/* Without a decimal point of the locale. */
static void write_seconds(char out[ORDER_WORD], const char *sign, int64_t us)
{
    int64_t ms = us / 1000;
    ms = ms < 0 ? -ms : ms;
    ms = ms > MOST_S * INT64_C(1000) ? MOST_S * INT64_C(1000) : ms;
    snprintf(out, ORDER_WORD, "%s%lld.%03lld", sign, (long long)ms / 1000, (long long)ms % 1000);
}

static int on_order(sd_bus_message *m, void *self, sd_bus_error *error)
{
    static const struct {
        const char *member, *verb, *value;
    } orders[] = {
        {"Play", "resume", NULL},      {"Pause", "pause", NULL},       {"PlayPause", "toggle", NULL}, {"Stop", "press", "stop"},
        {"Next", "step", "next"}, {"Previous", "step", "previous"}, {"Quit", "quit", NULL},
    };
    struct player *p = self;
    (void)error;
    const char *member = sd_bus_message_get_member(m);
    bool at_the_last = number(p, "step_number") >= number(p, "step_count");
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (strcmp(orders[i].member, member) == 0 && !(strcmp(member, "Next") == 0 && at_the_last))
            return order(p, m, orders[i].verb, orders[i].value);
    return sd_bus_reply_method_return(m, ""); /* Raise: there is no window. Next at the last step: it has no effect */
}

static int on_seek(sd_bus_message *m, void *self, sd_bus_error *error)
{
    char seconds[ORDER_WORD];
    int64_t us;
    (void)error;
    TRY(sd_bus_message_read(m, "x", &us));
    us = us < -MOST_S * INT64_C(1000000) ? -MOST_S * INT64_C(1000000) : us;
    write_seconds(seconds, us < 0 ? "-" : "+", us);
    return order(self, m, "seek", seconds);
}

static int on_set_position(sd_bus_message *m, void *self, sd_bus_error *error)
{
    struct player *p = self;
    char seconds[ORDER_WORD];
    const char *track;
    int64_t us;
    (void)error;
    TRY(sd_bus_message_read(m, "ox", &track, &us));
    char *ours = track_of(p);
    bool meant = ours && strcmp(track, ours) == 0 && strcmp(track, NO_TRACK) != 0 && us >= 0 && us <= microseconds(p, "length");
    free(ours);
    if (!meant)
        return sd_bus_reply_method_return(m, "");
    write_seconds(seconds, "", us);
    return order(p, m, "seek", seconds);
}

static int on_open_uri(sd_bus_message *m, void *self, sd_bus_error *error)
{
    (void)m;
    (void)self;
    return sd_bus_error_set(error, SD_BUS_ERROR_NOT_SUPPORTED, "unknot opens no addresses: start a routine with 'unknot play'");
}

static int set_volume(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *value, void *self,
                      sd_bus_error *error)
{
    char percent[ORDER_WORD];
    double volume;
    (void)bus, (void)path, (void)interface, (void)property, (void)error;
    TRY(sd_bus_message_read(value, "d", &volume));
    volume = volume > 1 ? 1 : volume > 0 ? volume : 0; /* what is no number, too */
    snprintf(percent, sizeof percent, "%d", (int)(volume * 100 + 0.5));
    return order(self, NULL, "volume", percent);
}

/* Only 1 is between the slowest and the fastest rate. */
static int set_rate(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *value, void *self,
                    sd_bus_error *error)
{
    (void)bus, (void)path, (void)interface, (void)property, (void)value, (void)self, (void)error;
    return 0;
}

/* ---- properties ---- */

static int add_text(sd_bus_message *m, const char *key, const char *value)
{
    return sd_bus_message_append(m, "{sv}", key, "s", value);
}

static int get_metadata(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *reply, void *self,
                        sd_bus_error *error)
{
    const struct player *p = self;
    const char *title = text(p, "title"), *step = text(p, "step");
    (void)bus, (void)path, (void)interface, (void)property, (void)error;
    char *track = track_of(p);
    int result = track ? sd_bus_message_open_container(reply, 'a', "{sv}") : -ENOMEM;
    if (result >= 0)
        result = sd_bus_message_append(reply, "{sv}", "mpris:trackid", "o", track);
    free(track);
    TRY(result);
    if (is_on(p->status)) {
        TRY(sd_bus_message_append(reply, "{sv}", "mpris:length", "x", microseconds(p, "length")));
        TRY(add_text(reply, "xesam:title", *step ? step : title));
        TRY(add_text(reply, "xesam:album", title));
        TRY(sd_bus_message_append(reply, "{sv}", "xesam:artist", "as", 1, title)); /* what desktops show beside the step */
        if (number(p, "step_number") > 0)
            TRY(sd_bus_message_append(reply, "{sv}", "xesam:trackNumber", "i", (int)number(p, "step_number")));
    }
    return sd_bus_message_close_container(reply);
}

static int get_state(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *reply, void *self,
                     sd_bus_error *error)
{
    const char *state = text(self, "state");
    (void)bus, (void)path, (void)interface, (void)property, (void)error;
    return sd_bus_message_append(reply, "s",
                                 strcmp(state, "playing") == 0  ? "Playing"
                                 : strcmp(state, "paused") == 0 ? "Paused"
                                                                : "Stopped");
}

static int get_number(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *reply, void *self,
                      sd_bus_error *error)
{
    const struct player *p = self;
    (void)bus, (void)path, (void)interface, (void)error;
    if (strcmp(property, "Position") == 0)
        return sd_bus_message_append(reply, "x", microseconds(p, "position"));
    return sd_bus_message_append(reply, "d", strcmp(property, "Volume") == 0 ? number(p, "volume") : 1.0);
}

static int get_ability(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *reply, void *self,
                       sd_bus_error *error)
{
    const struct player *p = self;
    bool can = is_on(p->status);
    (void)bus, (void)path, (void)interface, (void)error;
    if (strcmp(property, "CanGoNext") == 0)
        can = can && number(p, "step_number") < number(p, "step_count");
    else if (strcmp(property, "CanQuit") == 0 || strcmp(property, "CanControl") == 0 || strcmp(property, "CanPlay") == 0)
        can = true; /* a service begins something when it is told to play */
    else if (strcmp(property, "CanRaise") == 0 || strcmp(property, "HasTrackList") == 0)
        can = false;
    return sd_bus_message_append(reply, "b", can);
}

static int get_root_text(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *reply, void *self,
                         sd_bus_error *error)
{
    (void)bus, (void)path, (void)interface, (void)self, (void)error;
    return strcmp(property, "Identity") == 0 ? sd_bus_message_append(reply, "s", "unknot") : sd_bus_message_append(reply, "as", 0);
}

#define CHANGES SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE
#define CONSTANT SD_BUS_VTABLE_PROPERTY_CONST

static const sd_bus_vtable root[] = {
    SD_BUS_VTABLE_START(SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Raise", "", "", on_order, 0),
    SD_BUS_METHOD("Quit", "", "", on_order, 0),
    SD_BUS_PROPERTY("CanQuit", "b", get_ability, 0, CONSTANT),
    SD_BUS_PROPERTY("CanRaise", "b", get_ability, 0, CONSTANT),
    SD_BUS_PROPERTY("HasTrackList", "b", get_ability, 0, CONSTANT),
    SD_BUS_PROPERTY("Identity", "s", get_root_text, 0, CONSTANT),
    SD_BUS_PROPERTY("SupportedUriSchemes", "as", get_root_text, 0, CONSTANT),
    SD_BUS_PROPERTY("SupportedMimeTypes", "as", get_root_text, 0, CONSTANT),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable player[] = {
    SD_BUS_VTABLE_START(SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Play", "", "", on_order, 0),
    SD_BUS_METHOD("Pause", "", "", on_order, 0),
    SD_BUS_METHOD("PlayPause", "", "", on_order, 0),
    SD_BUS_METHOD("Stop", "", "", on_order, 0),
    SD_BUS_METHOD("Next", "", "", on_order, 0),
    SD_BUS_METHOD("Previous", "", "", on_order, 0),
    SD_BUS_METHOD("Seek", "x", "", on_seek, 0),
    SD_BUS_METHOD("SetPosition", "ox", "", on_set_position, 0),
    SD_BUS_METHOD("OpenUri", "s", "", on_open_uri, 0),
    SD_BUS_SIGNAL("Seeked", "x", 0),
    SD_BUS_PROPERTY("PlaybackStatus", "s", get_state, 0, CHANGES),
    SD_BUS_PROPERTY("Metadata", "a{sv}", get_metadata, 0, CHANGES),
    SD_BUS_PROPERTY("Position", "x", get_number, 0, 0),
    SD_BUS_WRITABLE_PROPERTY("Volume", "d", get_number, set_volume, 0, CHANGES),
    SD_BUS_WRITABLE_PROPERTY("Rate", "d", get_number, set_rate, 0, CHANGES),
    SD_BUS_PROPERTY("MinimumRate", "d", get_number, 0, CONSTANT),
    SD_BUS_PROPERTY("MaximumRate", "d", get_number, 0, CONSTANT),
    SD_BUS_PROPERTY("CanGoNext", "b", get_ability, 0, CHANGES),
    SD_BUS_PROPERTY("CanGoPrevious", "b", get_ability, 0, CHANGES),
    SD_BUS_PROPERTY("CanPlay", "b", get_ability, 0, CONSTANT),
    SD_BUS_PROPERTY("CanPause", "b", get_ability, 0, CHANGES),
    SD_BUS_PROPERTY("CanSeek", "b", get_ability, 0, CHANGES),
    SD_BUS_PROPERTY("CanControl", "b", get_ability, 0, CONSTANT),
    SD_BUS_VTABLE_END,
};

int player_offer(struct player *p, sd_bus *bus)
{
    TRY(sd_bus_add_object_vtable(bus, NULL, OBJECT, ROOT, root, p));
    return sd_bus_add_object_vtable(bus, NULL, OBJECT, PLAYER, player, p);
}

/* ---- news ---- */

static bool differ(const json_t *a, const json_t *b, const char *key)
{
    const json_t *x = json_object_get(a, key), *y = json_object_get(b, key);
    return x != y && !(x && y && json_equal(x, y));
}

void player_update(struct player *p, sd_bus *bus, json_t *status)
{
    json_t *before = p->status;
    const char *names[12];
    size_t n = 0;
    bool state = differ(before, status, "state"), on = is_on(before) != is_on(status);
    bool step = differ(before, status, "step_number") || differ(before, status, "step_count");
    p->status = status;
    if (state)
        names[n++] = "PlaybackStatus";
    if (on || step || differ(before, status, "routine") || differ(before, status, "title") || differ(before, status, "step") ||
        differ(before, status, "length"))
        names[n++] = "Metadata";
    if (differ(before, status, "volume"))
        names[n++] = "Volume";
    if (on || step)
        names[n++] = "CanGoNext";
    if (on) {
        names[n++] = "CanGoPrevious";
        names[n++] = "CanPause";
        names[n++] = "CanSeek";
    }
    names[n] = NULL;
    if (n > 0 && before) /* nobody knows the first one yet */
        sd_bus_emit_properties_changed_strv(bus, OBJECT, PLAYER, (char **)names);
    json_decref(before);
}

void player_jumped(const struct player *p, sd_bus *bus)
{
    sd_bus_emit_signal(bus, OBJECT, PLAYER, "Seeked", "x", microseconds(p, "position"));
}

void player_answer(struct player *p, const char *error)
{
    sd_bus_message *m = p->order.message;
    p->order = (struct order){0};
    if (m && strcmp(error, "success") == 0)
        sd_bus_reply_method_return(m, "");
    else if (m)
        sd_bus_reply_method_errorf(m, SD_BUS_ERROR_FAILED, "%s", error);
    sd_bus_message_unref(m);
}

void player_finish(struct player *p)
{
    sd_bus_message_unref(p->order.message);
    json_decref(p->status);
    *p = (struct player){0};
}
