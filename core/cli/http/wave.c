#include "wave.h"

#include <string.h>

#define FRAME_BYTES 4
#define BLOCK_FRAMES 4096
#define TITLE_BYTES 200

static size_t put(struct uk_wave *w, uint32_t value, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        w->header[w->header_bytes++] = (unsigned char)(value >> 8 * i);
    return w->header_bytes;
}

static void put_name(struct uk_wave *w, const char *name)
{
    memcpy(w->header + w->header_bytes, name, 4);
    w->header_bytes += 4;
}

/* LIST, INFO, INAM: what players show. */
static void put_title(struct uk_wave *w, const char *title)
{
    size_t n = strlen(title);
    if (n == 0 || n > TITLE_BYTES)
        return;
    size_t padded = n + 2 - n % 2; /* with its end, and even */
    put_name(w, "LIST");
    put(w, (uint32_t)(12 + padded), 4);
    put_name(w, "INFO");
    put_name(w, "INAM");
    put(w, (uint32_t)(n + 1), 4);
    memcpy(w->header + w->header_bytes, title, n);
    w->header_bytes += padded;
}

void uk_wave_init(struct uk_wave *w, struct uk_volume *v)
{
    uint32_t rate = unknot_rate(v->u);
    int64_t sound = v->frames * FRAME_BYTES;
    *w = (struct uk_wave){.volume = v};
    put_name(w, "RIFF");
    put(w, 0, 4);
    put_name(w, "WAVE");
    put_name(w, "fmt ");
    put(w, 16, 4);
    put(w, 1, 2); /* PCM */
    put(w, UNKNOT_CHANNELS, 2);
    put(w, rate, 4);
    put(w, rate * FRAME_BYTES, 4);
    put(w, FRAME_BYTES, 2);
    put(w, 16, 2);
    put_title(w, unknot_loaded(v->u)->title);
    put_name(w, "data");
    size_t end = put(w, sound < UINT32_MAX ? (uint32_t)sound : UINT32_MAX, 4);
    w->bytes = (int64_t)end + sound;
    w->header_bytes = 4;
    put(w, w->bytes - 8 < UINT32_MAX ? (uint32_t)(w->bytes - 8) : UINT32_MAX, 4); /* over 4 GiB: up to the end */
    w->header_bytes = end;
}

size_t uk_wave_read(struct uk_wave *w, int64_t at, unsigned char *out, size_t most)
{
    int64_t head = (int64_t)w->header_bytes;
    if ((int64_t)most > w->bytes - at)
        most = (size_t)(w->bytes - at);
    if (at < head) {
        size_t n = most < (size_t)(head - at) ? most : (size_t)(head - at);
        memcpy(out, w->header + at, n);
        return n;
    }
    int16_t pcm[2 * BLOCK_FRAMES];
    unsigned char bytes[sizeof pcm];
    int64_t first = (at - head) / FRAME_BYTES;
    size_t skip = (size_t)((at - head) % FRAME_BYTES);
    most = most < sizeof pcm - skip ? most : sizeof pcm - skip;
    size_t frames = (skip + most + FRAME_BYTES - 1) / FRAME_BYTES;
    if (!uk_volume_read(w->volume, first, pcm, frames))
        return 0;
    for (size_t i = 0; i < 2 * frames; i++) {
        bytes[2 * i] = (unsigned char)pcm[i];
        bytes[2 * i + 1] = (unsigned char)((uint16_t)pcm[i] >> 8);
    }
    memcpy(out, bytes + skip, most);
    return most;
}
