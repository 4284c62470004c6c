#include "voice.h"

#include "chain.h"
#include "loudness.h"
#include "resample.h"
#include "voice_card.h"

#include "../base/plugin_file.h"
#include "../base/text.h"
#include "../base/time.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SHORTEST_S 0.1 /* of something that can be heard; an engine's success alone proves nothing */
#define COMMAND "command"
#define GAIN_STEPS 3
#define FAILURES 3 /* in a row that took long, after which a voice is left alone */
#define LONG_NS UK_NS_PER_S
#define LOST_NS (60 * UK_NS_PER_S)

struct uk_voice {
    char *plugins, *helpers, *cache, *language;
    char *name, *speaker; /* name is "" until one was chosen */
    struct uk_voice_card card;
    bool known; /* the card is filled */
    struct uk_plugin_file file;
    const struct unknot_voice_ops *ops;
    void *self; /* the open voice, NULL: not open */
    struct unknot_host host;
    struct uk_message said; /* what the plugin said why it failed */
    int failures;           /* of speaking, in a row */
    int64_t lost_ns;        /* since when it is not asked any more; 0: it is */
    struct uk_message lost; /* why */
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

int uk_voice_create(struct uk_voice **out, const char *plugins, const char *wanted, const char *language, const char *helpers,
                    const char *cache, struct uk_message *m)
{
    struct uk_voice *v = calloc(1, sizeof *v);
    *out = v;
    if (!v)
        return uk_no_memory(m);
    const char *colon = strchr(wanted, ':');
    v->plugins = strdup(plugins);
    v->helpers = strdup(helpers);
    v->cache = strdup(cache);
    v->language = strdup(language);
    v->name = colon ? strndup(wanted, (size_t)(colon - wanted)) : strdup(wanted);
    v->speaker = strdup(colon ? colon + 1 : "");
    v->host = (struct unknot_host){sizeof v->host, v, plugin_fails, v->helpers, v->language, NULL};
    if (v->plugins && v->helpers && v->cache && v->language && v->name && v->speaker)
        return UNKNOT_OK;
    uk_voice_destroy(v);
    *out = NULL;
    return uk_no_memory(m);
}

const char *uk_voice_language(const struct uk_voice *v)
{
    return v->language;
}

const char *uk_voice_name(const struct uk_voice *v)
{
    return v->name;
}

/* ---- one that fails again and again is left alone for a while ---- */

static int lose(struct uk_voice *v, int status, const struct uk_message *m)
{
    v->lost_ns = uk_clock_ns();
    v->lost = *m;
    return status;
}

static bool is_lost(struct uk_voice *v)
{
    if (v->lost_ns && uk_clock_ns() - v->lost_ns > LOST_NS) {
        v->lost_ns = 0;
        v->failures = 0;
    }
    return v->lost_ns != 0;
}

/* ---- choosing and opening ---- */

static int rename_to(struct uk_voice *v, const char *name, struct uk_message *m)
{
    char *copy = strdup(name);
    if (!copy)
        return uk_no_memory(m);
    free(v->name);
    v->name = copy;
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
    v->ops = &v->file.ops.voice;
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

/* The voice's file; NULL: no memory. The caller frees it. */
static char *plugin_path(const struct uk_voice *v)
{
    return uk_text_format("%s/voice-%s.so", v->plugins, v->name);
}

static bool read_card(struct uk_voice *v)
{
    char *plugin = plugin_path(v);
    v->known = plugin && uk_voice_card_read(&v->card, v->cache, plugin, v->speaker, v->language);
    free(plugin);
    return v->known;
}

static int by_name(const void *a, const void *b)
{
    const char *x = *(char *const *)a, *y = *(char *const *)b;
    int command = (strcmp(x, COMMAND) == 0) - (strcmp(y, COMMAND) == 0); /* it looks for a program: the others come first */
    return command ? command : strcmp(x, y);
}

/* All voices there are, in the order in which they are tried; at most `most`. The caller frees them. */
static size_t list(const struct uk_voice *v, char **names, size_t most)
{
    char name[80];
    size_t n = 0;
    DIR *dir = opendir(v->plugins);
    for (struct dirent *e; dir && n < most && (e = readdir(dir));)
        if (uk_plugin_name(e->d_name, UNKNOT_VOICE, name, sizeof name) && (names[n] = strdup(name)))
            n++;
    if (dir)
        closedir(dir);
    if (n > 0)
        qsort(names, n, sizeof *names, by_name);
    return n;
}

/* Nobody speaks the language: which package brings somebody who does. `why` is what a voice said that should have; "". */
static int nobody_speaks(const struct uk_voice *v, const char *why, struct uk_message *m)
{
    if (strncmp(v->language, "en", 2) != 0)
        return uk_fail(m, UNKNOT_NO_VOICE, "no voice here speaks the language '%s': 'sudo apt install espeak-ng', or name a program that does, "
                       "with --voice command:NAME", v->language);
    if (*why)
        return uk_fail(m, UNKNOT_NO_VOICE, "%s", why);
    return uk_fail(m, UNKNOT_NO_VOICE, "no voice is installed: 'sudo apt install unknot-voice-en-us-slt' for the routines of unknot, "
                   "'sudo apt install unknot-plugin-flite' for others");
}

/* The first voice that is known to speak the language, or else does when it is opened. */
static int choose(struct uk_voice *v, struct uk_message *m)
{
    char *names[32];
    struct uk_message why = {""};
    size_t n = list(v, names, 32);
    int status = UNKNOT_NO_VOICE;
    for (size_t i = 0; i < n && status == UNKNOT_NO_VOICE; i++) {
        struct uk_message this;
        status = rename_to(v, names[i], m);
        if (!status && !read_card(v))
            status = open_plugin(v, &this);
        /* that no program was found to speak is no news */
        if (status == UNKNOT_NO_VOICE && !why.text[0] && strcmp(names[i], COMMAND) != 0)
            why = this;
    }
    if (status == UNKNOT_NO_VOICE)
        rename_to(v, "", NULL);
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    if (n == 0 || status == UNKNOT_NO_VOICE)
        return nobody_speaks(v, why.text, m);
    return status;
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

/* One sentence as the plugin says it, at the end of what there is. */
static int hear_sentence(struct uk_voice *v, struct speech *s, const char *sentence, struct uk_message *m)
{
    struct unknot_speech to = {.size = sizeof to, .ctx = s, .put = hear};
    v->said.text[0] = '\0';
    if (v->ops->speak(v->self, sentence, &to) < 0) {
        if (s->no_memory)
            return uk_no_memory(m);
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' cannot say '%.200s': %s", v->name, sentence,
                       v->said.text[0] ? v->said.text : "it is too long");
    }
    return UNKNOT_OK;
}

/* The same through the chain. */
static int speak_sentence(struct uk_voice *v, struct speech *s, const char *sentence, struct uk_message *m)
{
    struct uk_equalizer eq = uk_chain_equalizer(v->card.identity);
    size_t start = s->n;
    int status = hear_sentence(v, s, sentence, m);
    if (status)
        return status;
    size_t n = s->n - start;
    if (n > 0)
        uk_chain_sentence(s->x + start, &n, v->card.rate, &eq);
    if (n < SHORTEST_S * v->card.rate)
        return uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' made no sound for '%.200s': write it in its language, in letters", v->name,
                       sentence);
    s->n = start + n;
    return UNKNOT_OK;
}

/* Sentences that are as loud as all that will be said, by language; the first for all others. Of 279 lines of the routines these three were within
 * 0.3 LU of the whole with flite, Festival and espeak-ng alike. */
static const struct {
    const char *language, *sentences[4];
} samples[] = {
    {"en", {"You need two soft balls, or your fingertips.", "Take the roll, thumb in front, fingers behind.",
            "Keep out of the hollow above the collarbone."}},
    {"de", {"Du brauchst zwei weiche Bälle, oder deine Fingerspitzen.", "Fass den Muskel, Daumen vorn, Finger hinten.",
            "Meide die Grube über dem Schlüsselbein."}},
    {"ko", {"말랑한 공 두 개나 손끝이 필요해요.", "엄지는 앞, 손가락은 뒤로 근육을 잡아요.", "쇄골 위 움푹한 곳은 피하세요."}},
};

static const char *const *sample_of(const char *language)
{
    size_t n = strcspn(language, "-");
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        if (strncmp(samples[i].language, language, n) == 0 && !samples[i].language[n])
            return samples[i].sentences;
    return samples[0].sentences;
}

/* The gain that brings a sample to its level. What is above the highest peak is taken away again, so it is looked for step by step. */
static int find_gain(double *gain_db, const float *x, size_t n, uint32_t rate, struct uk_message *m)
{
    float *tried = malloc(n * sizeof *tried);
    int status = tried ? UNKNOT_OK : uk_no_memory(m);
    *gain_db = 0;
    for (int i = 0; i < GAIN_STEPS && !status; i++) {
        struct uk_loudness l = {0};
        memcpy(tried, x, n * sizeof *x);
        status = uk_chain_level(tried, n, rate, *gain_db, m);
        if (!status)
            status = uk_loudness_measure(&l, tried, n, rate, m);
        *gain_db += isfinite(l.lufs) ? UK_SPEECH_LUFS - l.lufs : 0;
    }
    *gain_db = round(*gain_db * 1000) / 1000; /* as it is read again from the card */
    free(tried);
    return status;
}

/* One gain for the whole voice. */
static int measure_gain(struct uk_voice *v, struct uk_message *m)
{
    struct speech s = {.most = (size_t)UK_SPEECH_LONGEST_S * v->card.rate};
    int status = UNKNOT_OK;
    for (const char *const *sentence = sample_of(v->language); *sentence && !status; sentence++)
        status = speak_sentence(v, &s, *sentence, m);
    if (status == UNKNOT_OK)
        status = find_gain(&v->card.gain_db, s.x, s.n, v->card.rate, m);
    free(s.x);
    return status;
}

/* Finds out what its card shall say. */
static int make_card(struct uk_voice *v, struct uk_message *m)
{
    int status = open_plugin(v, m);
    if (status == UNKNOT_OK)
        status = measure_gain(v, m);
    char *plugin = plugin_path(v);
    v->known = status == UNKNOT_OK;
    if (v->known && plugin)
        uk_voice_card_write(&v->card, v->cache, plugin, v->speaker, v->language);
    free(plugin);
    return status;
}

/* Where none was named, the voice that is tried first, if it has a card: then it is the one that choose() would take. */
static bool know_first(struct uk_voice *v)
{
    char *names[32];
    size_t n = list(v, names, 32);
    if (n > 0 && (rename_to(v, names[0], NULL) || !read_card(v)))
        rename_to(v, "", NULL);
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    return v->known;
}

bool uk_voice_is_known(struct uk_voice *v)
{
    return v->known || (v->name[0] ? read_card(v) : know_first(v));
}

int uk_voice_about(struct uk_voice *v, const char **identity, uint32_t *rate, struct uk_message *m)
{
    struct uk_message why;
    int status = UNKNOT_OK;
    *identity = v->card.identity;
    if (!v->known && is_lost(v))
        return uk_fail(m, UNKNOT_NO_VOICE, "%s", v->lost.text);
    if (!v->known && !v->name[0])
        status = choose(v, &why);
    if (!status && !uk_voice_is_known(v))
        status = make_card(v, &why);
    *rate = v->card.rate;
    if (status == UNKNOT_NO_VOICE)
        lose(v, status, &why);
    return status ? uk_fail(m, status, "%s", why.text) : status;
}

/* The plugin is not what its card says, by which the sentence was to be stored. */
static int correct_card(struct uk_voice *v, struct uk_message *m)
{
    int status = make_card(v, m);
    return status ? status
                  : uk_fail(m, UNKNOT_NO_VOICE, "the voice '%s' is not the one it was, and all must be said again: try again", v->name);
}

static int speak(struct uk_voice *v, const char *sentence, int16_t **out, int64_t *frames, struct uk_message *m)
{
    struct speech s = {.most = (size_t)UK_SPEECH_LONGEST_S * v->card.rate};
    int status = speak_sentence(v, &s, sentence, m);
    if (status == UNKNOT_OK)
        status = uk_chain_level(s.x, s.n, v->card.rate, v->card.gain_db, m);
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

int uk_voice_speak(struct uk_voice *v, const char *sentence, int16_t **out, int64_t *frames, struct uk_message *m)
{
    const char *identity;
    uint32_t rate;
    struct uk_message why;
    *out = NULL;
    int status = uk_voice_about(v, &identity, &rate, m);
    if (status)
        return status;
    if (is_lost(v))
        return uk_fail(m, UNKNOT_NO_VOICE, "%s", v->lost.text);
    bool open = v->self != NULL;
    char was[sizeof v->card.identity];
    memcpy(was, v->card.identity, sizeof was);
    status = open_plugin(v, &why);
    if (status)
        return uk_fail(m, lose(v, status, &why), "%s", why.text);
    if (!open && (v->card.rate != rate || strcmp(was, v->card.identity) != 0))
        return correct_card(v, m);
    int64_t start_ns = uk_clock_ns();
    status = speak(v, sentence, out, frames, &why);
    bool slow = uk_clock_ns() - start_ns > LONG_NS;
    v->failures = status == UNKNOT_NO_VOICE ? v->failures + slow : 0;
    if (v->failures == FAILURES)
        lose(v, status, &why);
    return status ? uk_fail(m, status, "%s", why.text) : status;
}

int uk_voice_levels(struct uk_voice *v, const char *sentence, struct uk_chain_levels *out, struct uk_message *m)
{
    const char *identity;
    uint32_t rate;
    int status = uk_voice_about(v, &identity, &rate, m);
    if (!status)
        status = open_plugin(v, m);
    if (status)
        return status;
    struct speech s = {.most = (size_t)UK_SPEECH_LONGEST_S * v->card.rate};
    status = hear_sentence(v, &s, sentence, m);
    if (!status)
        status = uk_chain_levels(out, s.x, s.n, v->card.rate, identity, v->card.gain_db, m);
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
    free(v->language);
    free(v->name);
    free(v->speaker);
    free(v);
}
