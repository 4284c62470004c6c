/* wire.h - what unknot and unknot-decode say to each other, one packet each. unknot-decode serves until its stdin ends.
 *
 * All lengths are in frames at the rate given on its command line:
 *     unknot-decode RATE CACHE_FOLDER PLUGIN_FOLDER VOICE [VOICE_PACK...]
 * VOICE is "PLUGIN" or "PLUGIN:SPEAKER", "" for the first that is there. The voice packs are folders, in the order in which they are asked.
 *
 * The name of a phrase is "LANGUAGE<TAB>WORDS". Without a tab it is English; with nothing before the tab nobody shall say it, and it is a
 * tone about as long as the words.
 */
#ifndef UK_DECODE_WIRE_H
#define UK_DECODE_WIRE_H

#include <stddef.h>
#include <stdint.h>

/* Of what becomes of speech: trimming, filters, level. Raised with every change that can be heard, so that it is all made anew. */
#define UK_CHAIN_VERSION 4

enum uk_decode_wire {
    UK_DECODE_MEASURE = 0x554b0101, /* u32 enum uk_clip_kind, text name, u32 at_hand -> LENGTH or REFUSAL. Makes (speaks, decodes) and
                                       caches it; at_hand: a phrase is not spoken, its length is guessed if nobody ever did */
    UK_DECODE_LOAD,                 /* u32 enum uk_clip_kind, text name, i64 from, u32 frames -> PIECE or REFUSAL */
    UK_DECODE_LENGTH,               /* i64 frames, u32 channels, u32 made (0: guessed), text by, text why: see struct uk_measured */
    UK_DECODE_PIECE,                /* bytes: interleaved int16_t, as many frames as asked */
    UK_DECODE_REFUSAL,              /* i64 status, text sentence */
    UK_DECODE_BUSY,                 /* nothing: before an answer, about once a second while a long file comes along well */
    UK_DECODE_KEEP,                 /* text name of one sentence, text say (how it is spoken, "" as it is), u32 rate, text path -> KEPT or
                                       REFUSAL. Spoken by the plugin, whatever packs there are, and put into a FLAC of that path and rate */
    UK_DECODE_KEPT,                 /* i64 frames, text identity of the voice */
    UK_DECODE_LEVELS,               /* text name of one sentence -> LOUDNESS or REFUSAL */
    UK_DECODE_LOUDNESS,             /* before and after the chain, each f64 lufs, f64 peak_dbtp (UK_UNKNOWN_DB: silence), f64 seconds */
    UK_DECODE_SURVEY,               /* text path of a recording -> PIECES or REFUSAL */
    UK_DECODE_PIECES,               /* i64 frames, u32 count, each: i64 from, i64 to, f64 noise_db, u32 clipped, bytes hiss,
                                       bytes print */
    UK_DECODE_CUT,                  /* text path of a recording, u32 count, each: i64 from, i64 to, f64 gain_db, text path -> CUTS or
                                       REFUSAL. The beginnings do not go back */
    UK_DECODE_CUTS,                 /* u32 count, each: i64 frames, f64 lufs, f64 peak_dbtp */
    UK_DECODE_GLANCE,               /* u32 count, each: text name of a phrase -> LENGTHS. Of what is at hand, as in MEASURE */
    UK_DECODE_LENGTHS,              /* u32 count, each as in LENGTH; made is 0 also where there was a refusal */
};

/* Recordings of a reader are mono at this rate, and so are the packs that are made of them. */
#define UK_TAKE_RATE 24000
#define UK_TAKE_MOST_PIECES 8000
#define UK_TAKE_MOST_CUTS 500          /* in one CUT */
#define UK_TAKE_LONGEST_PACKET (4u << 20) /* bytes */
#define UK_PRINT_BANDS 6               /* from low to high tones */
#define UK_PRINTS_A_SECOND 25
#define UK_UNKNOWN_DB (-200.0)         /* of what is silent or cannot be told */

/* What is said between two pauses. */
struct uk_take_piece {
    int64_t from, to;
    double noise_db;  /* of the room around it */
    uint32_t clipped; /* samples that are cut off at full scale */
    const unsigned char *hiss; /* each hundredth of a second: 1 where it hisses, as in "s" */
    size_t hiss_count;
    const unsigned char *print; /* how loud each band is, in half dB from -100: band after band, UK_PRINTS_A_SECOND times a second */
    size_t print_count;         /* bytes */
};

/* One sentence to be cut out of a recording. */
struct uk_cut {
    int64_t from, to;
    double gain_db;
    const char *path; /* the FLAC to write, for good; "": it is only measured */
    /* what is told of it, when it has gone through the chain: */
    int64_t frames; /* 0: nothing can be heard in it */
    double lufs, peak_dbtp;
};

#define UK_DECODE_MOST_GLANCES 600 /* in one GLANCE */
#define UK_DECODE_MOST_FRAMES 65536 /* in one LOAD */
#define UK_DECODE_LONGEST_NAME 4096 /* bytes of a phrase or a path */

/* How long the other end waits for an answer or the next BUSY: for a phrase by its length, for a file by its size. */
static inline int64_t uk_decode_phrase_ns(int64_t characters)
{
    return INT64_C(15000000000) + INT64_C(500000000) * characters;
}

static inline int64_t uk_decode_file_ns(int64_t bytes)
{
    return INT64_C(5000000000) + INT64_C(1000000000) * (bytes >> 20);
}

#endif
