/* voice_import.h - recordings of a reader become a voice pack: unknot_voice_import().
 *
 * voice_script.c knows scripts and matchings, voice_match.c finds lines in a long recording, voice_sources.c says which file or which place
 * in it is for which line, voice_import.c has the lines cut out, levelled and judged, and voice_making.c makes the pack.
 */
#ifndef UK_VOICE_IMPORT_H
#define UK_VOICE_IMPORT_H

#include "../base/arena.h"
#include "../decode/wire.h"
#include "decoder.h"
#include "voice_script.h"

#include <stdbool.h>

#define UK_SURE 0.95 /* less is a guess, and nobody is to hear another sentence than the one that was meant */

/* One line, on its way into the pack. */
struct uk_take {
    const char *file;    /* NULL: there is none */
    int64_t from, to;    /* of what is cut out, frames at UK_TAKE_RATE */
    double said_s;       /* without pauses */
    double noise_db;     /* before the gain; UK_UNKNOWN_DB */
    uint32_t clipped;
    double sure;
    double gain_db, lufs;
    const char *path;    /* in the pack */
    int64_t frames;
    unsigned flaws;
    bool taken;
};

struct uk_import {
    const struct unknot_recordings *asked;
    const struct uk_places *places;
    struct uk_decoder *decoder;
    struct uk_arena arena;
    struct uk_script script;
    struct uk_take *takes; /* of each row of the script */
    const char **remarks;
    size_t remark_count, remark_room;
    bool matched; /* the matching was written, and goes again when nothing comes of the import */
    struct uk_message *message;
};

/* Something the reader should know that belongs to no line. UNKNOT_NO_MEMORY. */
int uk_import_remark(struct uk_import *x, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Listens through what was recorded and fills the takes, but for what cutting tells. UNKNOT_NOT_FOUND, UNKNOT_BAD_DATA, ...: nothing can be
 * done with what was given; a single bad file of many is a remark. */
int uk_import_sources(struct uk_import *x);

#endif
