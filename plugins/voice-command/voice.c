/* voice.c - the voice "command": any program that writes a WAV file. The speaker is the program: see words.h and presets.h. */
#include <unknot_plugin.h>

#include "../fold.h"
#include "presets.h"
#include "program.h"
#include "wave.h"
#include "words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef VOICE_LIMIT_MS
#define VOICE_LIMIT_MS 10000 /* for a sentence; who called us waits 15 s and longer */
#endif
#define CALM_STRETCH 1.5  /* of what engines take for their own pace */
#define LANGUAGE "en"     /* of who does not say which */
#define SHORTEST_S 0.1    /* of sound, and its peak: status 0 alone proves nothing */
#define QUIETEST 33
#define LONGEST_WORDS 120 /* of the program's own that are quoted */

struct voice {
    const struct unknot_host *host;
    struct words words;
    const struct preset *preset; /* NULL: the words are all the user's own */
    char language[16];           /* what it speaks */
    char lang[16];               /* what the program calls that */
    char stretch[8];
    uint32_t rate; /* 0: not known yet */
};

/* The folder of one sentence. */
struct place {
    char folder[32], out[48], text[48], noise[48];
};

__attribute__((format(printf, 3, 4))) static int32_t refuse(const struct unknot_host *host, int32_t status, const char *format, ...)
{
    char sentence[500];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    host->fail(host->ctx, sentence);
    return status;
}

static int32_t make_place(const struct voice *v, struct place *p, const char *text)
{
    strcpy(p->folder, "/tmp/unknot-voice-XXXXXX");
    if (!mkdtemp(p->folder))
        return refuse(v->host, UNKNOT_PLUGIN_IO, "there is no room in /tmp for what is to be said: %s", strerror(errno));
    snprintf(p->out, sizeof p->out, "%s/speech.wav", p->folder);
    snprintf(p->text, sizeof p->text, "%s/text.txt", p->folder);
    snprintf(p->noise, sizeof p->noise, "%s/noise", p->folder);
    FILE *f = fopen(p->text, "wbxe");
    bool bad = !f || fprintf(f, "%s\n", text) < 0;
    bad = (f && fclose(f)) || bad;
    if (!bad)
        return 0;
    int error = errno;
    program_remove(p->folder);
    return refuse(v->host, UNKNOT_PLUGIN_IO, "there is no room in /tmp for what is to be said: %s", strerror(error));
}

/* The first line of what it wrote to stderr, fit for a sentence: ", which said '...',", or "". */
static void read_noise(const struct place *p, char out[LONGEST_WORDS + 32])
{
    char line[LONGEST_WORDS + 1];
    int fd = open(p->noise, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    ssize_t n = fd >= 0 ? read(fd, line, LONGEST_WORDS) : 0;
    if (fd >= 0)
        close(fd);
    line[n > 0 ? n : 0] = '\0';
    char *start = line + strspn(line, "\r\n \t");
    start[strcspn(start, "\r\n")] = '\0';
    for (char *c = start; *c; c++)
        if ((unsigned char)*c < ' ' || (unsigned char)*c >= 0x7f || *c == '\'')
            *c = *c == '\'' ? '"' : ' ';
    snprintf(out, LONGEST_WORDS + 32, *start ? ", which said '%s'," : "%s", start);
}

/* What the program's end was, unless it was good. */
static int32_t judge(const struct voice *v, const struct program_end *end, const struct place *p)
{
    const char *name = v->words.word[0];
    char noise[LONGEST_WORDS + 32];
    read_noise(p, noise);
    if (end->not_started == ENOENT)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "there is no program '%.100s': install it, or name another behind 'command:'", name);
    if (end->not_started)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s' cannot be started: %s; name another behind 'command:'", name,
                      strerror(end->not_started));
    if (end->late)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s'%s took longer than %g s and was stopped: name a faster one", name,
                      noise, VOICE_LIMIT_MS / 1000.0);
    if (!end->known || (WIFSIGNALED(end->status) && WTERMSIG(end->status) != SIGXFSZ))
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s'%s was ended by signal %d: try it by hand", name, noise,
                      end->known ? WTERMSIG(end->status) : SIGKILL);
    if (WIFSIGNALED(end->status))
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s'%s wrote more than %d MB and was stopped: try it by hand", name,
                      noise, PROGRAM_MOST_BYTES >> 20);
    if (WEXITSTATUS(end->status) != 0)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s'%s failed with status %d: try it by hand", name, noise,
                      WEXITSTATUS(end->status));
    return 0;
}

/* Runs it once; its sound file is then at p->out. */
static int32_t run(const struct voice *v, const struct place *p, const char *text)
{
    struct words words;
    struct program_end end;
    bool own = words_have(&v->words, "{text}") || words_have(&v->words, "{textfile}");
    char language[16];
    snprintf(language, sizeof language, "%.*s", (int)strcspn(v->language, "-_"), v->language);
    struct words_values values = {p->out, text, p->text, v->lang, language, v->stretch};
    bool filled = words_fill(&words, &v->words, &values);
    char heard[64];
    snprintf(heard, sizeof heard, "%s/heard", p->folder);
    struct program program = {words.word, p->folder, own ? "/dev/null" : p->text,
                              words_have(&v->words, "{out}") ? heard : p->out, p->noise};
    int error = filled ? program_run(&end, &program, VOICE_LIMIT_MS) : ENOMEM;
    words_finish(&words);
    if (error)
        return refuse(v->host, error == ENOMEM ? UNKNOT_PLUGIN_NO_MEMORY : UNKNOT_PLUGIN_IO, "no program can be started: %s",
                      strerror(error));
    return judge(v, &end, p);
}

/* The whole sound file, NULL: there is none to be read. */
static unsigned char *read_file(const char *path, size_t *n)
{
    struct stat s;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    bool good = fd >= 0 && fstat(fd, &s) == 0 && S_ISREG(s.st_mode) && s.st_size > 0 && s.st_size <= PROGRAM_MOST_BYTES;
    unsigned char *bytes = good ? malloc((size_t)s.st_size) : NULL;
    *n = 0;
    for (ssize_t got = 1; bytes && got > 0 && *n < (size_t)s.st_size;) {
        got = read(fd, bytes + *n, (size_t)s.st_size - *n);
        *n += got > 0 ? (size_t)got : 0;
    }
    if (fd >= 0)
        close(fd);
    return bytes;
}

static bool can_be_heard(const struct wave *w)
{
    int peak = 0;
    for (uint32_t i = 0; i < w->count; i++)
        peak = abs(w->frames[i]) > peak ? abs(w->frames[i]) : peak;
    return w->count >= SHORTEST_S * w->rate && peak >= QUIETEST;
}

/* Says it into *w, whose frames the caller frees. */
static int32_t say_plain(struct voice *v, const char *text, struct wave *w)
{
    struct place p;
    size_t n = 0;
    char why[160];
    *w = (struct wave){0};
    int32_t result = make_place(v, &p, text);
    if (result < 0)
        return result;
    result = run(v, &p, text);
    unsigned char *bytes = result == 0 ? read_file(p.out, &n) : NULL;
    program_remove(p.folder);
    if (result < 0)
        return result;
    const char *name = v->words.word[0];
    if (!bytes)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s' wrote no sound: let it write a WAV file to '{out}', or to stdout", name);
    bool good = wave_read(w, bytes, n, why);
    free(bytes);
    if (!good)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "what the program '%.100s' wrote %s", name, why);
    if (!can_be_heard(w))
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s' made no sound that can be heard: write in its language, in letters", name);
    if (v->rate && w->rate != v->rate)
        return refuse(v->host, UNKNOT_PLUGIN_IO, "the program '%.100s' changed from %u to %u frames a second: let it stay with one", name,
                      v->rate, w->rate);
    return 0;
}

static int32_t say(struct voice *v, const char *text, struct wave *w)
{
    *w = (struct wave){0};
    if (!v->preset || !v->preset->ascii)
        return say_plain(v, text, w);
    int letters;
    char *folded = fold_to_ascii(text, &letters);
    int32_t result = !folded     ? refuse(v->host, UNKNOT_PLUGIN_NO_MEMORY, "there is no memory left")
                     : !letters ? refuse(v->host, UNKNOT_PLUGIN_IO, "it can only say English in Latin letters")
                                : say_plain(v, folded, w);
    free(folded);
    return result;
}

static void command_close(void *self)
{
    struct voice *v = self;
    if (!v)
        return;
    words_finish(&v->words);
    free(v);
}

/* The option whose value is the language, and what the user's own words give it instead; NULL: nothing. */
static const char *own_tongue(const struct voice *v)
{
    const char *option = NULL;
    for (size_t i = 1; v->preset->words[i]; i++)
        if (strcmp(v->preset->words[i], "{lang}") == 0)
            option = v->preset->words[i - 1];
    for (size_t i = 0; option && v->words.word[i]; i++)
        if (strcmp(v->words.word[i], option) == 0 && v->words.word[i + 1] && strcmp(v->words.word[i + 1], "{lang}") != 0)
            return v->words.word[i + 1];
    return NULL;
}

/* A model of piper begins with its language, "de_DE-thorsten-medium.onnx": where among the words; NULL: nowhere. */
static const char *model_tongue(const struct words *w)
{
    for (size_t i = 1; w->word[i]; i++) {
        const char *slash = strrchr(w->word[i], '/'), *name = slash ? slash + 1 : w->word[i];
        size_t n = strcspn(name, "_");
        if ((n == 2 || n == 3) && name[n] && name[n + 1] && name[n + 2] && name[n + 3] == '-')
            return name;
    }
    return NULL;
}

/* Finds out what the program calls the language, or refuses it. */
static int32_t choose_tongue(struct voice *v, const char *tag)
{
    const char *name = v->preset ? v->preset->name : v->words.word[0], *model = model_tongue(&v->words);
    snprintf(v->language, sizeof v->language, "%s", tag);
    language_with_region(v->lang, tag);
    if (model && !language_is(model, tag))
        return refuse(v->host, UNKNOT_PLUGIN_BAD_TARGET, "the model '%.100s' does not speak '%.20s': give '%.100s' one that does", model, tag,
                      name);
    if (!v->preset)
        return 0;
    const char *own = own_tongue(v), *tongue = preset_tongue(v->preset, tag);
    bool is_tag = own && strcspn(own, "-_+") == 2;
    if (own ? is_tag && strncasecmp(own, tag, 2) != 0 : !tongue)
        return refuse(v->host, UNKNOT_PLUGIN_BAD_TARGET, "'%.100s%s%.40s' does not speak '%.20s': choose another voice for it", name,
                      own ? " with " : "", own ? own : "", tag);
    if (tongue)
        snprintf(v->lang, sizeof v->lang, "%s", tongue);
    return 0;
}

/* With the words of that preset, or all of its own, it says something, and tells its rate. */
static int32_t try_out(struct voice *v, const char *command, const struct preset *preset, const char *tag, double speed)
{
    struct wave w;
    words_finish(&v->words);
    v->preset = preset;
    if (!words_init(&v->words, command, preset))
        return refuse(v->host, UNKNOT_PLUGIN_BAD_TARGET, "a command can have %d words: put it into a script", WORDS_MOST);
    if (!(speed >= 0.25 && speed <= 4) || (speed != 1 && !words_have(&v->words, "{stretch}")))
        return refuse(v->host, UNKNOT_PLUGIN_BAD_TARGET, "the program '%.100s' has one speed: give it one of '{stretch}'", v->words.word[0]);
    snprintf(v->stretch, sizeof v->stretch, "%.2f", CALM_STRETCH / speed);
    int32_t result = choose_tongue(v, tag);
    if (result < 0)
        return result;
    result = say(v, language_is(tag, "en") ? "Breathe out." : "1, 2, 3.", &w); /* numbers are words in every language */
    v->rate = w.rate;
    free(w.frames);
    return result;
}

static int32_t find_out(struct voice *v, const char *speaker, double speed)
{
    const struct unknot_host *host = v->host;
    const char *tag = host->size > offsetof(struct unknot_host, language) && host->language && host->language[0] ? host->language : LANGUAGE;
    char names[200];
    const struct preset *preset = words_preset(&speaker);
    if (strlen(tag) >= sizeof v->language)
        return refuse(host, UNKNOT_PLUGIN_BAD_TARGET, "nobody speaks '%.40s': use a language such as de or en-GB", tag);
    if (preset || speaker[strspn(speaker, " ")])
        return try_out(v, speaker, preset, tag, speed);
    for (preset = preset_next(NULL); preset; preset = preset_next(preset))
        if (try_out(v, "", preset, tag, speed) == 0)
            return 0;
    preset_names(names, sizeof names);
    return refuse(host, UNKNOT_PLUGIN_BAD_TARGET,
                  "it must be told which program speaks: write 'command:NAME' with one of %s, or a program and its arguments", names);
}

static int32_t command_open(void **out, const struct unknot_host *host, const char *speaker, double speed,
                            struct unknot_voice_info *info)
{
    char words[64];
    struct voice *v = calloc(1, sizeof *v);
    if (!v)
        return refuse(host, UNKNOT_PLUGIN_NO_MEMORY, "there is no memory left");
    v->host = host;
    int32_t result = find_out(v, speaker, speed);
    if (result < 0) {
        command_close(v);
        return result;
    }
    words_join(&v->words, v->lang, words, sizeof words);
    info->rate = v->rate;
    snprintf(info->identity, sizeof info->identity, "command %s %016llx stretch %s, %u Hz", words,
             (unsigned long long)words_hash(&v->words, v->lang), v->stretch, v->rate);
    snprintf(info->language, sizeof info->language, "%s", v->language);
    *out = v;
    return 0;
}

static int32_t command_speak(void *self, const char *text, const struct unknot_speech *speech)
{
    struct wave w;
    int32_t result = say(self, text, &w);
    if (result == 0)
        result = speech->put(speech->ctx, w.frames, w.count);
    free(w.frames);
    return result;
}

static const struct unknot_voice_ops ops = {.size = sizeof ops, .open = command_open, .speak = command_speak, .close = command_close};

static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_VOICE, "command",
                                            "Speaks by another program: espeak-ng, piper, or any that writes a WAV file", &ops};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
