#include "voice_text.h"

#include "../base/text.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define LETTERS_OF_DIGIT 4
#define LETTERS_OF_SYLLABLE 2.5 /* of Korean, Chinese, Japanese, which write a syllable as one */

/* One letter: how long it takes, and how much it hisses. */
struct sound {
    double letters, hiss;
};

/* A syllable of Korean begins with one of nineteen sounds; those written like s, j and ch hiss. */
static double hiss_of_hangul(uint32_t c)
{
    unsigned first = (c - 0xac00) / 588;
    return first == 9 || first == 10 ? 0.4 : first >= 12 && first <= 14 ? 0.3 : 0.05;
}

static double hiss_of(uint32_t c, uint32_t before, uint32_t after)
{
    switch (c) {
    case 's':
    case 'z':
    case 0xdf: /* sharp s */
        return 0.8;
    case 'x':
    case 'j':
        return 0.5;
    case 'c':
        return after == 'h' || after == 'e' || after == 'i' || before == 's' ? 0.7 : 0.1;
    case 'h':
        return before == 's' || before == 'c' ? 0.8 : 0.1;
    case 'f':
        return 0.3;
    case 't':
        return after == 'i' ? 0.4 : 0.25;
    case 'k':
    case 'g':
    case 'p':
        return 0.1;
    default:
        return 0.03;
    }
}

static bool is_letter(uint32_t c)
{
    return c < 0x80 ? isalpha((int)c) : c >= 0xc0 && !(c >= 0x2000 && c < 0x3040);
}

/* The next letter that is said; false: there is none. */
static bool next_sound(const char **s, uint32_t *before, struct sound *out)
{
    while (**s) {
        const char *end = **s == '[' ? strchr(*s, ']') : NULL;
        if (end) {
            *s = end + 1;
            continue;
        }
        uint32_t c = uk_text_letter(s);
        c = c < 0x80 ? (uint32_t)tolower((int)c) : c;
        const char *ahead = *s;
        uint32_t after = *ahead ? uk_text_letter(&ahead) : 0;
        bool digit = c < 0x80 && isdigit((int)c), letter = is_letter(c);
        if (digit)
            *out = (struct sound){LETTERS_OF_DIGIT, 0.15};
        else if (c >= 0xac00 && c <= 0xd7a3)
            *out = (struct sound){LETTERS_OF_SYLLABLE, hiss_of_hangul(c)};
        else if (letter)
            *out = (struct sound){c >= 0x3040 && c < 0xac00 ? LETTERS_OF_SYLLABLE : 1, hiss_of(c, *before, after)};
        *before = c;
        if (digit || letter)
            return true;
    }
    return false;
}

double uk_voice_letters(const char *text)
{
    struct sound sound;
    uint32_t before = 0;
    double n = 0;
    while (next_sound(&text, &before, &sound))
        n += sound.letters;
    return n;
}

/* Behind a mark, and whatever else of its kind follows it: "...", "?\"", ". [0.6]". */
static const char *behind_mark(const char *s)
{
    while (*s && strchr(" ,;:.!?\"')[", *s)) {
        const char *end = *s == '[' ? strchr(s, ']') : NULL;
        s = end ? end + 1 : s + 1;
    }
    return s;
}

int uk_voice_marks(const char *text)
{
    int n = 0;
    for (const char *s = text; *s;) {
        bool dash = strncmp(s, "\xe2\x80\x94", 3) == 0 || strncmp(s, "\xe2\x80\x93", 3) == 0;
        const char *end = dash ? s + 3 : strchr(",;:.!?[", *s) ? behind_mark(s) : NULL;
        n += end && *end;
        s = end ? end : s + 1;
    }
    return n;
}

void uk_voice_hiss(float out[UK_HISS_POINTS], const char *text)
{
    double all = uk_voice_letters(text), width = 0.03 + 0.8 / (all + 1), weights[UK_HISS_POINTS], at = 0;
    struct sound sound;
    uint32_t before = 0;
    for (int i = 0; i < UK_HISS_POINTS; i++)
        out[i] = 0, weights[i] = 1e-9;
    while (next_sound(&text, &before, &sound)) {
        double middle = (at + sound.letters / 2) / all;
        for (int i = 0; i < UK_HISS_POINTS; i++) {
            double z = ((i + 0.5) / UK_HISS_POINTS - middle) / width, w = exp(-0.5 * z * z) * sound.letters;
            out[i] += (float)(w * sound.hiss);
            weights[i] += w;
        }
        at += sound.letters;
    }
    for (int i = 0; i < UK_HISS_POINTS; i++)
        out[i] /= (float)weights[i];
}
