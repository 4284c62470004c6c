#include "routine.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FRAME_BYTES 4
#define BLOCK_FRAMES 2048
#define SIXTEEN_BITS 3 /* as .au counts them */

static void put_number(unsigned char *to, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* Six numbers, then lines with what it is called. */
static int make_header(struct routine *r)
{
    int64_t bytes = unknot_length_frames(r->u) * FRAME_BYTES;
    char *title = NULL;
    int n = asprintf(&title, "title=%s\nartist=unknot\n", unknot_loaded(r->u)->title);
    if (n < 0)
        return UNKNOT_NO_MEMORY;
    r->header_size = 24 + (n / FRAME_BYTES + 1) * FRAME_BYTES;
    r->header = calloc(1, (size_t)r->header_size);
    if (r->header) {
        const uint32_t numbers[] = {0x2e736e64, (uint32_t)r->header_size, bytes < UINT32_MAX ? (uint32_t)bytes : UINT32_MAX, SIXTEEN_BITS,
                                    unknot_rate(r->u), UNKNOT_CHANNELS};
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            put_number(r->header + 4 * i, numbers[i]);
        memcpy(r->header + 24, title, (size_t)n);
    }
    free(title);
    return r->header ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

int routine_open(struct routine **out, const char *address, char *why, size_t size)
{
    struct routine *r = calloc(1, sizeof *r);
    *out = r;
    int status = r ? unknot_open_uri(&r->u, address, NULL) : UNKNOT_NO_MEMORY;
    if (!status && !(r->address = strdup(address)))
        status = UNKNOT_NO_MEMORY;
    if (!status)
        status = make_header(r);
    if (!status) {
        atomic_init(&r->troubled, false);
        atomic_init(&r->holders, 1);
        return UNKNOT_OK;
    }
    const char *sentence = r && r->u ? unknot_message(r->u) : "";
    snprintf(why, size, "%s", *sentence ? sentence : unknot_status_text(status));
    if (r)
        atomic_init(&r->holders, 1);
    routine_let_go(r);
    *out = NULL;
    return status;
}

void routine_hold(struct routine *r)
{
    atomic_fetch_add(&r->holders, 1);
}

void routine_let_go(struct routine *r)
{
    if (!r || atomic_fetch_sub(&r->holders, 1) > 1)
        return;
    unknot_close(r->u);
    free(r->address);
    free(r->header);
    free(r);
}

/* ---- its bytes ---- */

/* Frames from `at` on, big-endian. Returns how many. */
static size_t read_frames(struct routine *r, int64_t at, size_t frames, unsigned char *out)
{
    float sound[UNKNOT_CHANNELS * BLOCK_FRAMES];
    int16_t samples[UNKNOT_CHANNELS * BLOCK_FRAMES];
    if (at >= unknot_length_frames(r->u))
        return 0;
    if (unknot_tell(r->u) != at)
        unknot_seek(r->u, at, UNKNOT_EXACT);
    if (unknot_prepare(r->u, at, (int64_t)frames))
        atomic_store(&r->troubled, true);
    size_t n = unknot_read(r->u, sound, frames);
    unknot_quantize(sound, samples, at, n);
    for (size_t i = 0; i < UNKNOT_CHANNELS * n; i++) {
        out[2 * i] = (unsigned char)((uint16_t)samples[i] >> 8);
        out[2 * i + 1] = (unsigned char)samples[i];
    }
    return n;
}

int64_t routine_read(struct routine *r, char *out, uint64_t size)
{
    unsigned char block[FRAME_BYTES * BLOCK_FRAMES];
    const unsigned char *from = block;
    int64_t left = size < sizeof block / 2 ? (int64_t)size : (int64_t)sizeof block / 2, n;
    if (r->at < r->header_size) {
        from = r->header + r->at;
        n = r->header_size - r->at;
    } else {
        int64_t inside = r->at - r->header_size, skip = inside % FRAME_BYTES;
        size_t frames = (size_t)((skip + left + FRAME_BYTES - 1) / FRAME_BYTES);
        n = (int64_t)read_frames(r, inside / FRAME_BYTES, frames, block) * FRAME_BYTES - skip;
        from = block + skip;
    }
    n = n < left ? n : left;
    if (n <= 0)
        return 0;
    memcpy(out, from, (size_t)n);
    r->at += n;
    return n;
}

int64_t routine_seek(struct routine *r, int64_t at)
{
    return r->at = at > 0 ? at : 0;
}

int64_t routine_size(const struct routine *r)
{
    return r->header_size + unknot_length_frames(r->u) * FRAME_BYTES;
}

/* ---- what is said ---- */

static void write_time(FILE *out, int64_t frames, uint32_t rate)
{
    int64_t ms = frames / rate * 1000 + frames % rate * 1000 / rate;
    fprintf(out, "%02" PRId64 ":%02" PRId64 ":%02" PRId64 ".%03" PRId64, ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

static void write_words(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            fputs("&amp;", out);
        else if (*text == '<')
            fputs("&lt;", out);
        else if (*text == '>')
            fputs("&gt;", out);
        else
            putc((unsigned char)*text < ' ' ? ' ' : *text, out);
    }
}

char *routine_captions(const struct routine *r)
{
    char *text = NULL;
    size_t n = 0;
    struct unknot_cue cue;
    FILE *out = open_memstream(&text, &n);
    if (!out)
        return NULL;
    fputs("WEBVTT\n", out);
    for (size_t i = 0; unknot_cue(r->u, i, &cue) == UNKNOT_OK; i++) {
        const char *words = cue.text + strspn(cue.text, " ");
        if (strcmp(cue.kind, "phrase") != 0 || !*words)
            continue;
        putc('\n', out);
        write_time(out, cue.at_frames, unknot_rate(r->u));
        fputs(" --> ", out);
        write_time(out, cue.at_frames + cue.length_frames, unknot_rate(r->u));
        putc('\n', out);
        write_words(out, words);
        putc('\n', out);
    }
    return fclose(out) ? free(text), NULL : text;
}
