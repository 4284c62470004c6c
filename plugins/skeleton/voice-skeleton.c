/* voice-skeleton.c - the smallest voice: it hums each letter at a pitch of its own. Copy it to begin one that speaks. */
#include <unknot_plugin.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RATE = 22050, LETTER = RATE / 12 }; /* frames of a letter */

struct voice {
    double speed;
};

static int32_t voice_open(void **out, const struct unknot_host *host, const char *speaker, double speed, struct unknot_voice_info *info)
{
    if (strncmp(host->language, "en", 2) != 0 || *speaker) {
        host->fail(host->ctx, "the skeleton hums English alone, and in one way: ask for no speaker");
        return UNKNOT_PLUGIN_BAD_TARGET;
    }
    struct voice *v = calloc(1, sizeof *v);
    if (!v) {
        host->fail(host->ctx, "the machine has no memory left: close something and try again");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    v->speed = speed;
    info->rate = RATE;
    strcpy(info->identity, "skeleton 1"); /* another number when it hums otherwise: what was kept is then made again */
    strcpy(info->language, "en");
    *out = v;
    return 0;
}

static int32_t voice_speak(void *self, const char *text, const struct unknot_speech *speech)
{
    const struct voice *v = self;
    int16_t frames[LETTER];
    int count = (int)(LETTER / v->speed) < LETTER ? (int)(LETTER / v->speed) : LETTER;
    for (; *text; text++) {
        double hz = *text == ' ' ? 0 : 120 + 10 * (*text & 15);
        for (int i = 0; i < count; i++)
            frames[i] = (int16_t)(8000 * sin(3.141592653589793 * i / count) * sin(6.283185307179586 * hz * i / RATE));
        if (speech->put(speech->ctx, frames, (uint32_t)count) < 0)
            return UNKNOT_PLUGIN_FAILED; /* nobody wants to hear more */
    }
    return 0;
}

static void voice_close(void *self)
{
    free(self);
}

static const struct unknot_voice_ops ops = {
    .size = sizeof ops, .open = voice_open, .speak = voice_speak, .close = voice_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_VOICE, "skeleton", "hums every letter: a start for a voice of your own", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
