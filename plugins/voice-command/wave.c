#include "wave.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PIPED 0x7ff00000u /* what is at least this long was written before its end was known */
#define SLOWEST 11025
#define FASTEST 96000

enum { PCM = 1, FLOAT = 3, EXTENSIBLE = 0xfffe };

struct format {
    uint32_t tag, channels, rate, align, bits;
};

static uint32_t u16(const unsigned char *p)
{
    return p[0] | (uint32_t)p[1] << 8;
}

static uint32_t u32(const unsigned char *p)
{
    return u16(p) | u16(p + 2) << 16;
}

static bool read_format(struct format *f, const unsigned char *p, size_t n)
{
    /* what every GUID of a format ends with; before it stands the tag */
    static const unsigned char guid[14] = {0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71};
    if (n < 16)
        return false;
    *f = (struct format){u16(p), u16(p + 2), u32(p + 4), u16(p + 12), u16(p + 14)};
    if (f->tag != EXTENSIBLE)
        return true;
    if (n < 40 || memcmp(p + 26, guid, sizeof guid) != 0)
        return false;
    f->tag = u16(p + 24);
    return true;
}

static bool refuse(char why[160], const char *reason)
{
    snprintf(why, 160, "%s", reason);
    return false;
}

static bool accept(const struct format *f, char why[160])
{
    if (f->channels < 1 || f->channels > 2)
        snprintf(why, 160, "has %u channels: make it write one", f->channels);
    else if (f->rate < SLOWEST || f->rate > FASTEST)
        snprintf(why, 160, "has %u frames a second: make it write %d to %d", f->rate, SLOWEST, FASTEST);
    else if (!(f->tag == PCM && (f->bits == 16 || f->bits == 24 || f->bits == 32)) && !(f->tag == FLOAT && f->bits == 32))
        snprintf(why, 160, "is of kind %u with %u bits: make it write 16-bit PCM", f->tag, f->bits);
    else if (f->align != f->channels * f->bits / 8)
        snprintf(why, 160, "is no good WAV file: its header does not fit itself");
    else
        return true;
    return false;
}

/* Of full scale 1. */
static double sample(const struct format *f, const unsigned char *p)
{
    if (f->bits == 16)
        return (int16_t)u16(p) / 32768.0;
    uint32_t bits = f->bits == 24 ? u16(p) << 8 | (uint32_t)p[2] << 24 : u32(p);
    if (f->tag == PCM)
        return (int32_t)bits / 2147483648.0;
    float x;
    memcpy(&x, &bits, sizeof x);
    return isfinite(x) ? (double)x : 0;
}

static bool convert(struct wave *w, const struct format *f, const unsigned char *p, size_t n, char why[160])
{
    w->rate = f->rate;
    w->count = (uint32_t)(n / f->align);
    w->frames = malloc((w->count + (size_t)1) * sizeof *w->frames);
    if (!w->frames)
        return refuse(why, "needs more memory than there is");
    for (uint32_t i = 0; i < w->count; i++, p += f->align) {
        double x = sample(f, p);
        if (f->channels == 2)
            x = (x + sample(f, p + f->bits / 8)) / 2;
        w->frames[i] = (int16_t)fmax(-32768, fmin(32767, rint(x * 32768)));
    }
    return true;
}

bool wave_read(struct wave *w, const unsigned char *bytes, size_t n, char why[160])
{
    struct format f = {0};
    *w = (struct wave){0};
    if (n < 12 || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0)
        return refuse(why, "is no WAV file: make it write one");
    for (size_t at = 12; n - at >= 8;) {
        const unsigned char *chunk = bytes + at;
        uint32_t length = u32(chunk + 4);
        at += 8;
        bool data = memcmp(chunk, "data", 4) == 0;
        if (data && (length == 0 || length >= PIPED))
            length = (uint32_t)(n - at);
        if (length > n - at)
            return refuse(why, "is no good WAV file: it ends too early");
        if (memcmp(chunk, "fmt ", 4) == 0 && !read_format(&f, bytes + at, length))
            return refuse(why, "is no good WAV file: its header does not fit itself");
        if (data)
            return f.tag ? accept(&f, why) && convert(w, &f, bytes + at, length, why)
                         : refuse(why, "is no good WAV file: it does not say what is in it");
        at += length;
        at += length % 2 && at < n;
    }
    return refuse(why, "is no good WAV file: there is no sound in it");
}
