/* voice-flite.c - CMU flite with its voice "rms": a man's voice, in English, small enough for the smallest machine. */
#include <unknot_plugin.h>

#include "fold.h"

#include <flite/flite.h>
#include <flite/flite_version.h>

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CALM_STRETCH 1.45 /* of rms, for 130 to 150 words a minute */

cst_voice *register_cmu_us_rms(const char *folder);
void unregister_cmu_us_rms(cst_voice *voice);

struct voice {
    cst_voice *rms;
    const struct unknot_host *host;
};

static int32_t refuse(const struct unknot_host *host, const char *sentence)
{
    host->fail(host->ctx, sentence);
    return -1;
}

/* "en", or that with a region; nothing said is meant so too. */
static int is_english(const struct unknot_host *host)
{
    const char *tag = host->size > offsetof(struct unknot_host, language) ? host->language : NULL;
    return !tag || !tag[0] || (strncasecmp(tag, "en", 2) == 0 && (!tag[2] || tag[2] == '-'));
}

static int32_t flite_open(void **out, const struct unknot_host *host, const char *speaker, double speed,
                          struct unknot_voice_info *info)
{
    if (!is_english(host)) {
        char sentence[120];
        snprintf(sentence, sizeof sentence, "flite speaks only English, not '%.20s': choose another voice for it", host->language);
        return refuse(host, sentence);
    }
    if (speaker[0] && strcmp(speaker, "rms") != 0)
        return refuse(host, "flite has only the speaker 'rms' here");
    if (!(speed >= 0.25 && speed <= 4))
        return refuse(host, "flite speaks at 0.25 to 4 times its speed");
    struct voice *v = calloc(1, sizeof *v);
    if (!v)
        return refuse(host, "there is no memory left");
    flite_init();
    v->host = host;
    v->rms = register_cmu_us_rms(NULL);
    if (!v->rms) {
        free(v);
        return refuse(host, "flite does not find its voice: install it again");
    }
    flite_feat_set_float(v->rms->features, "duration_stretch", (float)(CALM_STRETCH / speed));
    info->rate = (uint32_t)flite_get_param_int(v->rms->features, "sample_rate", 16000);
    snprintf(info->identity, sizeof info->identity, "flite %s cmu_us_rms stretch %.4f", FLITE_PROJECT_VERSION, CALM_STRETCH / speed);
    snprintf(info->language, sizeof info->language, "en-US");
    *out = v;
    return 0;
}

static int32_t flite_speak(void *self, const char *text, const struct unknot_speech *speech)
{
    struct voice *v = self;
    int letters;
    char *plain = fold_to_ascii(text, &letters);
    if (!plain)
        return refuse(v->host, "there is no memory left");
    /* the noise in its consonants comes from rand() */
    srand(1);
    cst_wave *wave = letters ? flite_text_to_wave(plain, v->rms) : NULL;
    free(plain);
    if (!letters)
        return refuse(v->host, "it can only say English in Latin letters");
    if (!wave || wave->num_samples < 1 || wave->num_channels != 1) {
        if (wave)
            delete_wave(wave);
        return refuse(v->host, "flite made no sound");
    }
    int32_t result = speech->put(speech->ctx, wave->samples, (uint32_t)wave->num_samples);
    delete_wave(wave);
    return result;
}

static void flite_close(void *self)
{
    struct voice *v = self;
    if (!v)
        return;
    unregister_cmu_us_rms(v->rms);
    free(v);
}

static const struct unknot_voice_ops ops = {.size = sizeof ops, .open = flite_open, .speak = flite_speak, .close = flite_close};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_VOICE, "flite", "Speaks English with flite, a man's voice", &ops};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
