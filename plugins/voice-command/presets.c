#include "presets.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* At a pace of 130 to 150 words a minute, and never under 0.65 of an engine's own: below, its sounds fall apart. */
static const struct preset presets[] = {
    {"espeak-ng", {"espeak-ng", "-v", "{lang}", "-s", "112", "--stdin", "-w", "{out}"}, {{"en", "en-us"}}, .any = true, .best = 5},
    /* with the voice that it takes by itself: of one kind or of the other, and each kind is slowed in its own way */
    {"festival",
     {"text2wave", "-eval", "(Parameter.set 'Duration_Stretch 1.5)", "-eval",
      "(if (boundp 'hts_engine_params) (set! hts_engine_params (cons (list \"-r\" 0.65) hts_engine_params)))", "-o", "{out}"},
     {{"en-US", ""}},
     .ascii = true,
     .best = 3},
    {"festival-slt",
     {"text2wave", "-eval", "(voice_cmu_us_slt_arctic_hts)", "-eval", "(set! hts_engine_params (cons (list \"-r\" 0.65) hts_engine_params))",
      "-o", "{out}"},
     {{"en-US", ""}},
     .ascii = true,
     .best = 2},
    {"pico2wave",
     {"pico2wave", "-l", "{lang}", "-w", "{out}", "--", "<speed level=\"65\">{text}</speed>"},
     {{"en-US", "en-US"}, {"en-GB", "en-GB"}, {"de-DE", "de-DE"}, {"es-ES", "es-ES"}, {"fr-FR", "fr-FR"}, {"it-IT", "it-IT"}},
     .best = 4},
    /* the two that are called piper: in C++, archived; and its successor, which without --no-normalize would level each sentence by itself */
    {"piper", {"piper", "--length_scale", "1.35", "--output_file", "{out}"}, .any = true},
    {"piper1", {"piper", "--length-scale", "1.35", "--no-normalize", "--input-file", "{textfile}", "--output-file", "{out}"}, .any = true},
    {"rhvoice", {"RHVoice-test", "-p", "{lang}", "-r", "65", "-o", "{out}"}, {{"en-US", "slt"}, {"en-GB", "alan"}}, .best = 1},
    {"say",
     {"say", "-v", "{lang}", "-r", "130", "--file-format=WAVE", "--data-format=LEI16@22050", "-o", "{out}", "-f", "{textfile}"},
     {{"en-US", "Samantha"}, {"en-GB", "Daniel"}, {"de-DE", "Anna"}, {"fr-FR", "Thomas"}, {"it-IT", "Alice"}, {"ko-KR", "Yuna"},
      {"ja-JP", "Kyoko"}, {"nl-NL", "Xander"}},
     .best = 0},
};

#define PRESETS (sizeof presets / sizeof *presets)

const struct preset *preset_find(const char *name, size_t length)
{
    for (size_t i = 0; i < PRESETS; i++)
        if (strlen(presets[i].name) == length && memcmp(presets[i].name, name, length) == 0)
            return &presets[i];
    return NULL;
}

static bool is_on_path(const char *program)
{
    const char *path = getenv("PATH");
    for (const char *s = path ? path : ""; *s; s += *s == ':') {
        char file[1024];
        size_t n = strcspn(s, ":");
        if (n > 0 && n + strlen(program) + 2 <= sizeof file) {
            snprintf(file, sizeof file, "%.*s/%s", (int)n, s, program);
            if (access(file, X_OK) == 0)
                return true;
        }
        s += n;
    }
    return false;
}

const struct preset *preset_next(const struct preset *last)
{
    for (int best = last ? last->best + 1 : 1; best <= (int)PRESETS; best++)
        for (size_t i = 0; i < PRESETS; i++)
            if (presets[i].best == best && is_on_path(presets[i].words[0]))
                return &presets[i];
    return NULL;
}

const char *preset_tongue(const struct preset *p, const char *tag)
{
    for (const struct tongue *t = p->tongues; t->tag; t++)
        if (strcasecmp(t->tag, tag) == 0)
            return t->as;
    if (p->any)
        return tag;
    for (const struct tongue *t = p->tongues; t->tag; t++)
        if (language_is(t->tag, tag))
            return t->as;
    return NULL;
}

void preset_names(char *out, int size)
{
    int n = 0;
    *out = '\0';
    for (size_t i = 0; i < PRESETS && n < size; i++)
        n += snprintf(out + n, (size_t)(size - n), "%s%s", i ? ", " : "", presets[i].name);
}

bool language_is(const char *tag, const char *other)
{
    size_t n = strcspn(tag, "-_");
    return n == strcspn(other, "-_") && strncasecmp(tag, other, n) == 0;
}

void language_with_region(char out[16], const char *tag)
{
    static const char *const usual[] = {"ca-ES", "cs-CZ", "da-DK", "el-GR", "en-US", "et-EE", "eu-ES", "fa-IR", "he-IL", "hi-IN", "ja-JP",
                                        "ko-KR", "nb-NO", "pt-BR", "sl-SI", "sv-SE", "uk-UA", "vi-VN", "zh-CN"};
    snprintf(out, 16, "%s", tag);
    if (strchr(tag, '-') || strlen(tag) != 2)
        return;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (language_is(usual[i], tag)) {
            snprintf(out, 16, "%s", usual[i]);
            return;
        }
    snprintf(out, 16, "%s-%c%c", tag, toupper((unsigned char)tag[0]), toupper((unsigned char)tag[1]));
}
