/* buttons.c - the control "evdev": pedals, page turners, headset buttons and GPIO keys. */
#include "devices.h"

#include <stdlib.h>
#include <string.h>

struct buttons {
    struct devices *devices;
    int held[DEVICES_MOST]; /* keys of it that mean the one button and are down */
    bool is_held[DEVICES_MOST][KEY_CNT];
    uint64_t token;
};

static const struct {
    unsigned code;
    const char *words[2];
} bindings[] = {
    {KEY_PLAYPAUSE, {"toggle", NULL}},
    {KEY_MEDIA, {"toggle", NULL}},
    {KEY_PLAY, {"resume", NULL}},
    {KEY_PLAYCD, {"resume", NULL}},
    {KEY_PAUSECD, {"pause", NULL}},
    {KEY_NEXTSONG, {"step", "next"}},
    {KEY_PREVIOUSSONG, {"step", "previous"}},
    {KEY_STOPCD, {"press", "stop"}},
    {KEY_VOLUMEUP, {"volume", "+5"}},
    {KEY_VOLUMEDOWN, {"volume", "-5"}},
    {KEY_PAGEDOWN, {"press", "next"}},
    {KEY_RIGHT, {"press", "next"}},
    {KEY_DOWN, {"press", "next"}},
    {KEY_PAGEUP, {"press", "again"}},
    {KEY_LEFT, {"press", "again"}},
    {KEY_UP, {"press", "again"}},
};

static const char *const button_down[2] = {"button", "down"};
static const char *const button_up[2] = {"button", "up"};

static int give(struct buttons *b, struct unknot_control_command *out, const char *const words[2], int64_t at_ns)
{
    out->count = words[1] ? 2 : 1;
    out->words[0] = words[0];
    out->words[1] = words[1];
    out->token = ++b->token;
    out->at_ns = at_ns;
    return 1;
}

/* Several keys are one button: down with the first, up with the last. */
static int switch_button(struct buttons *b, const struct devices_key *key, struct unknot_control_command *out)
{
    bool *is_held = &b->is_held[key->device][key->code];
    int *held = &b->held[key->device];
    if (*is_held == key->down)
        return 0;
    *is_held = key->down;
    *held += key->down ? 1 : -1;
    return *held == (key->down ? 1 : 0) ? give(b, out, key->down ? button_down : button_up, key->at_ns) : 0;
}

/* Who is gone holds nothing down. */
static int let_go(struct buttons *b, const struct devices_key *key, struct unknot_control_command *out)
{
    int held = b->held[key->device];
    b->held[key->device] = 0;
    memset(b->is_held[key->device], 0, sizeof b->is_held[key->device]);
    return held > 0 ? give(b, out, button_up, key->at_ns) : 0;
}

static int take(struct buttons *b, const struct devices_key *key, struct unknot_control_command *out)
{
    if (key->gone)
        return let_go(b, key, out);
    for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
        if (bindings[i].code == key->code)
            return key->down ? give(b, out, bindings[i].words, key->at_ns) : 0;
    return switch_button(b, key, out);
}

static int32_t buttons_next(void *self, struct unknot_control_command *out)
{
    struct buttons *b = self;
    struct devices_key key;
    for (int i = 0; i < DEVICES_TURN && devices_next(b->devices, &key); i++)
        if (take(b, &key, out))
            return 1;
    return 0;
}

static int32_t buttons_fd(void *self)
{
    return devices_fd(((struct buttons *)self)->devices);
}

static void buttons_close(void *self)
{
    struct buttons *b = self;
    if (b)
        devices_close(b->devices);
    free(b);
}

static int32_t buttons_open(void **out, const struct unknot_host *host, const char *target)
{
    struct buttons *b = calloc(1, sizeof *b);
    int32_t status = UNKNOT_PLUGIN_NO_MEMORY;
    if (!b)
        host->fail(host->ctx, "there is no memory left for the input devices");
    else
        status = devices_open(&b->devices, host, "evdev", false, target);
    if (status)
        free(b);
    else
        *out = b;
    return status;
}

static const struct unknot_control_ops ops = {
    .size = sizeof ops,
    .open = buttons_open,
    .fd = buttons_fd,
    .next = buttons_next,
    .close = buttons_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "evdev", "takes pedals, page turners, headset and GPIO buttons, by name", &ops,
};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
