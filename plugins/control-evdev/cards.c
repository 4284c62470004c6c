/* cards.c - the control "cards": readers of cards, tags and barcodes. They type what they read, and Enter, as a keyboard does; nobody else
 * shall have it. */
#include "devices.h"

#include <stdlib.h>
#include <string.h>

#define MOST 64                         /* letters of a code; a longer one is none */
#define PAUSE_NS DEVICES_NS_PER_S /* no reader waits so long between two letters */

struct reader {
    char code[MOST + 1];
    size_t length; /* over MOST: too long */
    int64_t at_ns; /* the last letter */
};

struct cards {
    struct devices *devices;
    struct reader readers[DEVICES_MOST];
    char given[MOST + 1];
    uint64_t token;
};

/* As a US keyboard has them. Capital or not is all the same: some readers hold shift, some do not. */
static const struct {
    unsigned code;
    char letter;
} keys[] = {
    {KEY_0, '0'}, {KEY_1, '1'}, {KEY_2, '2'}, {KEY_3, '3'}, {KEY_4, '4'}, {KEY_5, '5'}, {KEY_6, '6'}, {KEY_7, '7'}, {KEY_8, '8'}, {KEY_9, '9'},
    {KEY_KP0, '0'}, {KEY_KP1, '1'}, {KEY_KP2, '2'}, {KEY_KP3, '3'}, {KEY_KP4, '4'}, {KEY_KP5, '5'}, {KEY_KP6, '6'}, {KEY_KP7, '7'},
    {KEY_KP8, '8'}, {KEY_KP9, '9'}, {KEY_A, 'a'}, {KEY_B, 'b'}, {KEY_C, 'c'}, {KEY_D, 'd'}, {KEY_E, 'e'}, {KEY_F, 'f'}, {KEY_G, 'g'},
    {KEY_H, 'h'}, {KEY_I, 'i'}, {KEY_J, 'j'}, {KEY_K, 'k'}, {KEY_L, 'l'}, {KEY_M, 'm'}, {KEY_N, 'n'}, {KEY_O, 'o'}, {KEY_P, 'p'}, {KEY_Q, 'q'},
    {KEY_R, 'r'}, {KEY_S, 's'}, {KEY_T, 't'}, {KEY_U, 'u'}, {KEY_V, 'v'}, {KEY_W, 'w'}, {KEY_X, 'x'}, {KEY_Y, 'y'}, {KEY_Z, 'z'},
    {KEY_MINUS, '-'}, {KEY_KPMINUS, '-'}, {KEY_DOT, '.'}, {KEY_KPDOT, '.'},
};

static char letter_of(unsigned code)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].code == code)
            return keys[i].letter;
    return '\0';
}

static void type(struct reader *r, char letter, int64_t at_ns)
{
    if (at_ns - r->at_ns > PAUSE_NS)
        r->length = 0;
    r->at_ns = at_ns;
    if (r->length < MOST)
        r->code[r->length] = letter;
    r->length += r->length <= MOST;
}

/* Enter: what was typed is a card. */
static int complete(struct cards *c, struct reader *r, int64_t at_ns, struct unknot_control_command *out)
{
    size_t n = at_ns - r->at_ns > PAUSE_NS ? 0 : r->length;
    r->length = 0;
    if (n == 0 || n > MOST)
        return 0;
    memcpy(c->given, r->code, n);
    c->given[n] = '\0';
    out->count = 2;
    out->words[0] = "card";
    out->words[1] = c->given;
    out->token = ++c->token;
    out->at_ns = at_ns;
    return 1;
}

static int take(struct cards *c, const struct devices_key *key, struct unknot_control_command *out)
{
    struct reader *r = &c->readers[key->device];
    char letter = key->down ? letter_of(key->code) : '\0';
    if (key->gone) {
        r->length = 0;
    } else if (key->lost) { /* what follows is the rest of a code */
        r->length = MOST + 1;
        r->at_ns = key->at_ns;
    }
    if (key->gone || key->lost)
        return 0;
    if (key->down && (key->code == KEY_ENTER || key->code == KEY_KPENTER))
        return complete(c, r, key->at_ns, out);
    if (letter)
        type(r, letter, key->at_ns);
    return 0;
}

static int32_t cards_next(void *self, struct unknot_control_command *out)
{
    struct cards *c = self;
    struct devices_key key;
    for (int i = 0; i < DEVICES_TURN && devices_next(c->devices, &key); i++)
        if (take(c, &key, out))
            return 1;
    return 0;
}

static int32_t cards_fd(void *self)
{
    return devices_fd(((struct cards *)self)->devices);
}

static void cards_close(void *self)
{
    struct cards *c = self;
    if (c)
        devices_close(c->devices);
    free(c);
}

static int32_t cards_open(void **out, const struct unknot_host *host, const char *target)
{
    struct cards *c = calloc(1, sizeof *c);
    int32_t status = UNKNOT_PLUGIN_NO_MEMORY;
    if (!c)
        host->fail(host->ctx, "there is no memory left for the readers of cards");
    else
        status = devices_open(&c->devices, host, "cards", true, target);
    if (status)
        free(c);
    else
        *out = c;
    return status;
}

static const struct unknot_control_ops ops = {
    .size = sizeof ops,
    .open = cards_open,
    .fd = cards_fd,
    .next = cards_next,
    .close = cards_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_CONTROL, "cards", "takes readers of cards, tags and barcodes, by name", &ops,
};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
