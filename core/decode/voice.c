#include "voice.h"

#include "chain.h"
#include "loudness.h"
#include "resample.h"
#include "voice_card.h"

#include "../base/plugin_file.h"
#include "../base/text.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SHORTEST_S 0.1 /* of something that can be heard; an engine's success alone proves nothing */

struct uk_voice {
    char *plugins, *helpers, *cache;
    char *name, *speaker; /* name is "" until the first plugin is looked for */
    struct uk_voice_card card;
    bool known; /* the card is filled */
    struct uk_plugin_file file;
    const struct unknot_voice_ops *ops;
    void *self; /* the open voice, NULL: not open */
    struct unknot_host host;
    struct uk_message said; /* what the plugin said why it failed */
};

/* Mono sound that grows. */
struct speech {
    float *x;
    size_t n, capacity, most;
    bool no_memory;
};

static void plugin_fails(void *ctx, const char *sentence)
{
    struct uk_voice *v = ctx;
    uk_fail(&v->said, UNKNOT_FAILED, "%s", sentence ? sentence : "");
}

int uk_voice_create(struct uk_voice **out, const char *plugins, const char *wanted, const char *helpers, const char *cache,
                    struct uk_message *m)
{
    struct uk_voice *v = calloc(1, sizeof *v);
    *out = v;
    if (!v)
        return uk_no_memory(m);
    const char *colon = strchr(wanted, ':');
    v->plugins = strdup(plugins);
    v->helpers = strdup(helpers);
    v->cache = strdup(cache);
    v->name = colon ? strndup(wanted, (size_t)(colon - wanted)) : strdup(wanted);
    v->speaker = strdup(colon ? colon + 1 : "");
    v->host = (struct unknot_host){.size = sizeof v->host, .ctx = v, .fail = plugin_fails, .helper_folder = v->helpers};
    if (v->plugins && v->helpers && v->cache && v->name && v->speaker)
        return UNKNOT_OK;
    uk_voice_destroy(v);
    *out = NULL;
    return uk_no_memory(m);
}

/* The first voice there is, by its name. "command" would have to be told what to run. */
static int choose(struct uk_voice *v, struct uk_message *m)
{
    char first[80] = "", name[80];
    if (v->name[0])
        return UNKNOT_OK;
    DIR *dir = opendir(v->plugins);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (uk_plugin_name(e->d_name, UNKNOT_VOICE, name, sizeof name) && strcmp(name, "command") != 0 &&
            (!first[0] || strcmp(name, first) < 0))
            memcpy(first, name, sizeof name);
    if (dir)
        closedir(dir);
    if (!first[0])
        return uk_fail(m, UNKNOT_NO_VOICE, "there is no voice in '%s' to speak with: install one, such as voice-flite.so, or name a "
                       "program, such as --voice command:espeak-ng",
                       v->plugins);
    char *chosen = strdup(first);
    if (!chosen)
        return uk_no_memory(m);
    free(v->name);
    v->name = chosen;
    return UNKNOT_OK;
}

static int open_plugin(struct uk_voice *v, struct uk_message *m)
{
    struct unknot_voice_info info = {.size = sizeof info};
    struct uk_message why = {""};
    if (v->self)
        return UNKNOT_OK;
    if (uk_plugin_open(&v->file, v->plugins, UNKNOT_VOICE, v->name, &why) != UNKNOT_OK)
        return uk_fail(m, UNKNOT_NO_VOICE, "%s", why.text);
    v->ops = v->file.plugin->ops;
    v->said.text[0] = '\0';
    if (v->ops->open(&v->self, &v->host, v->speaker, 1.0, &info) < 0 || !v->self) {
        v->self = NULL;
        uk_plugin_close(&v->file);
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' cannot be opened: %s", v->name, v->said.text);
    }
    info.identity[sizeof info.identity - 1] = '\0';
    uk_text_tame(info.identity);
    if (info.rate < 4000 || info.rate > 384000 || !info.identity[0]) {
        v->ops->close(v->self);
        v->self = NULL;
        uk_plugin_close(&v->file);
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' gives no name or a rate of %u Hz: another version may do better", v->name,
                       info.rate);
    }
    memcpy(v->card.identity, info.identity, sizeof info.identity);
    v->card.rate = info.rate;
    return UNKNOT_OK;
}

static bool make_room(struct speech *s, size_t more)
{
    if (more > s->most || s->n > s->most - more)
        return false;
    if (s->n + more > s->capacity) {
        size_t capacity = s->capacity ? s->capacity * 2 : 65536;
        while (capacity < s->n + more)
            capacity *= 2;
        float *x = realloc(s->x, capacity * sizeof *x);
        s->no_memory = !x;
        if (!x)
            return false;
        s->x = x;
        s->capacity = capacity;
    }
    return true;
}

static int32_t hear(void *ctx, const int16_t *frames, uint32_t count)
{
    struct speech *s = ctx;
    if (!make_room(s, count))
        return -1;
    for (uint32_t i = 0; i < count; i++)
        s->x[s->n++] = (float)frames[i] / 32768.0f;
    return 0;
}

static int speak_sentence(struct uk_voice *v, struct speech *s, const char *sentence, struct uk_message *m)
{
    struct unknot_speech to = {.size = sizeof to, .ctx = s, .put = hear};
    struct uk_equalizer eq = uk_chain_equalizer(v->card.identity);
    size_t start = s->n;
    v->said.text[0] = '\0';
    if (v->ops->speak(v->self, sentence, &to) < 0) {
        if (s->no_memory)
            return uk_no_memory(m);
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' cannot say '%.200s': %s", v->name, sentence,
                       v->said.text[0] ? v->said.text : "it is too long");
    }
    size_t n = s->n - start;
    if (n > 0)
        uk_chain_sentence(s->x + start, &n, v->card.rate, &eq);
    if (n < SHORTEST_S * v->card.rate)
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' made no sound for '%.200s': write it in its language, in letters", v->name,
                       sentence);
    s->n = start + n;
    return UNKNOT_OK;
}

static int speak_phrase(struct uk_voice *v, struct speech *s, const struct uk_phrase *phrase, struct uk_message *m)
{
    int status = UNKNOT_OK;
    for (size_t i = 0; i < phrase->count && status == UNKNOT_OK; i++) {
        if (phrase->parts[i].sentence) {
            status = speak_sentence(v, s, phrase->parts[i].sentence, m);
            continue;
        }
        size_t n = (size_t)(phrase->parts[i].silence_s * v->card.rate + 0.5);
        if (!make_room(s, n))
            return s->no_memory ? uk_no_memory(m)
                                : uk_fail(m, UNKNOT_LIMIT, "the phrase '%.60s...' is longer than %d minutes: cut it in two",
                                          phrase->text, UK_SPEECH_LONGEST_S / 60);
        memset(s->x + s->n, 0, n * sizeof *s->x);
        s->n += n;
    }
    return status;
}

/* One gain for the whole voice, from sentences like those it will say. */
static int measure_gain(struct uk_voice *v, struct uk_message *m)
{
    struct uk_phrase phrase;
    struct speech s = {.most = (size_t)UK_SPEECH_LONGEST_S * v->card.rate};
    struct uk_loudness l = {0};
    int status = uk_phrase_init(&phrase,
                                "Settle in, and let your shoulders drop. Press slowly, until you feel a dull ache. "
                                "Breathe out, and let it soften under the ball.",
                                UK_SPEECH_BREAK_S, m);
    if (status == UNKNOT_OK)
        status = speak_phrase(v, &s, &phrase, m);
    if (status == UNKNOT_OK)
        status = uk_loudness_measure(&l, s.x, s.n, v->card.rate, m);
    v->card.gain_db = isfinite(l.lufs) ? UK_SPEECH_LUFS - l.lufs : 0;
    free(s.x);
    uk_phrase_finish(&phrase);
    return status;
}

int uk_voice_about(struct uk_voice *v, const char **identity, uint32_t *rate, struct uk_message *m)
{
    int status = choose(v, m);
    if (status != UNKNOT_OK)
        return status;
    if (!v->known) {
        char *plugin = uk_text_format("%s/voice-%s.so", v->plugins, v->name);
        if (!plugin)
            return uk_no_memory(m);
        v->known = uk_voice_card_read(&v->card, v->cache, plugin, v->speaker);
        if (!v->known) {
            status = open_plugin(v, m);
            if (status == UNKNOT_OK)
                status = measure_gain(v, m);
            v->known = status == UNKNOT_OK;
            if (v->known)
                uk_voice_card_write(&v->card, v->cache, plugin, v->speaker);
        }
        free(plugin);
    }
    *identity = v->card.identity;
    *rate = v->card.rate;
    return status;
}

/* The plugin has another rate than its card says, by which the phrase was to be stored. */
static int correct_card(struct uk_voice *v, struct uk_message *m)
{
    char *plugin = uk_text_format("%s/voice-%s.so", v->plugins, v->name);
    if (!plugin)
        return uk_no_memory(m);
    int status = measure_gain(v, m);
    v->known = status == UNKNOT_OK;
    if (v->known)
        uk_voice_card_write(&v->card, v->cache, plugin, v->speaker);
    free(plugin);
    return v->known ? uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' is not the one it was, and all must be said again: try again", v->name)
                    : status;
}

int uk_voice_speak(struct uk_voice *v, const struct uk_phrase *phrase, int16_t **out, int64_t *frames, struct uk_message *m)
{
    const char *identity;
    uint32_t rate;
    *out = NULL;
    int status = uk_voice_about(v, &identity, &rate, m);
    if (status == UNKNOT_OK)
        status = open_plugin(v, m);
    if (status == UNKNOT_OK && v->card.rate != rate)
        status = correct_card(v, m);
    if (status != UNKNOT_OK)
        return status;
    struct speech s = {.most = (size_t)UK_SPEECH_LONGEST_S * rate};
    status = speak_phrase(v, &s, phrase, m);
    if (status == UNKNOT_OK)
        status = uk_chain_level(s.x, s.n, rate, v->card.gain_db, m);
    if (status == UNKNOT_OK) {
        *frames = (int64_t)s.n;
        *out = malloc(s.n * sizeof **out);
        if (*out)
            uk_to_s16(*out, s.x, s.n);
        else
            status = uk_no_memory(m);
    }
    free(s.x);
    return status;
}

void uk_voice_destroy(struct uk_voice *v)
{
    if (!v)
        return;
    if (v->self)
        v->ops->close(v->self);
    uk_plugin_close(&v->file);
    free(v->plugins);
    free(v->helpers);
    free(v->cache);
    free(v->name);
    free(v->speaker);
    free(v);
}
