#include "tone.h"

#include <ctype.h>
#include <math.h>

#define PI 3.14159265358979323846
#define NOTE_S 0.35
#define NOTE_DB (-28) /* under the voice, as all tones are */

double uk_tone_seconds(const struct uk_phrase *phrase)
{
    /* fitted to flite at its calm pace: a tenth off for the middle phrase; a syllable of Korean or a sign of Chinese is one letter */
    const double sentence_s = 0.56, letter_s = 0.098, comma_s = 0.3, sign_s = 0.24;
    double s = 0;
    for (size_t i = 0; i < phrase->count; i++) {
        const unsigned char *p = (const unsigned char *)phrase->parts[i].sentence;
        s += p ? sentence_s : phrase->parts[i].silence_s;
        for (; p && *p; p++)
            s += *p >= 0xe1 ? sign_s : *p >= 0xc0 || isalnum(*p) ? letter_s : *p == ',' ? comma_s : 0;
    }
    return s;
}

static void note(int16_t *out, int64_t frames, uint32_t rate, double hz)
{
    double gain = 32768 * pow(10, NOTE_DB / 20.0);
    for (int64_t i = 0; i < frames; i++) {
        double fade = 0.5 - 0.5 * cos(2 * PI * (double)i / (double)frames);
        out[i] = (int16_t)lrint(gain * fade * sin(2 * PI * hz * (double)i / rate));
    }
}

void uk_tone_make(int16_t *out, int64_t frames, uint32_t rate)
{
    int64_t length = (int64_t)(NOTE_S * rate);
    for (int64_t i = 0; i < frames; i++)
        out[i] = 0;
    length = length < frames / 2 ? length : frames / 2;
    note(out, length, rate, 392);
    note(out + length, length, rate, 330);
}
