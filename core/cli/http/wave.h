/* wave.h - a routine as a WAV file that is nowhere: each of its bytes can be made when somebody wants it. */
#ifndef UK_HTTP_WAVE_H
#define UK_HTTP_WAVE_H

#include "shelf.h"

#define UK_WAVE_HEADER 512

struct uk_wave {
    struct uk_volume *volume;
    unsigned char header[UK_WAVE_HEADER];
    size_t header_bytes;
    int64_t bytes; /* of all */
};

/* The title stands in the header. The volume must outlive it. */
void uk_wave_init(struct uk_wave *w, struct uk_volume *v);

/* Bytes from `at`, at least one and at most `most`, not beyond the end. How many, or 0: a sound cannot be had. */
size_t uk_wave_read(struct uk_wave *w, int64_t at, unsigned char *out, size_t most);

#endif
