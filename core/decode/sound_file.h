/* sound_file.h - the one door to libsndfile: a sound file, read or written frame by frame.
 *
 *     struct uk_sound_file *s;
 *     if (uk_sound_file_open(&s, fd, m) == UNKNOT_OK) {
 *         while ((n = uk_sound_file_read(s, block, 4096)) > 0)
 *             ...
 *         uk_sound_file_close(s, NULL);
 *     }
 */
#ifndef UK_SOUND_FILE_H
#define UK_SOUND_FILE_H

#include "../base/status.h"

#include <stdbool.h>
#include <stdint.h>

struct uk_sound_file;

struct uk_sound_facts {
    uint32_t rate;
    int channels;
    int64_t frames; /* as the file says; -1: it does not say */
};

/* What a file of ours says of itself. */
struct uk_sound_labels {
    const char *title;  /* what it holds: the phrase */
    const char *origin; /* what it was made from and how */
};

/* Opens a file for reading, by its content alone. The fd is the sound file's own from now on, also on failure.
 * UNKNOT_BAD_DATA: libsndfile's own words. */
int uk_sound_file_open(struct uk_sound_file **out, int fd, struct uk_message *m);

struct uk_sound_facts uk_sound_file_facts(const struct uk_sound_file *s);

/* Owned by `s`; "" where there is none. */
struct uk_sound_labels uk_sound_file_labels(struct uk_sound_file *s);

/* Whether a file of ours has its end, and is as long as it was made: a header says any length, and nothing in a FLAC contradicts it. */
bool uk_sound_file_is_whole(const struct uk_sound_file *s);

/* Reads up to `frames` interleaved frames; full scale is 1. Fewer: the end, or what is behind is damaged. NaN, infinities and values
 * beyond full scale come as the file has them. */
int64_t uk_sound_file_read(struct uk_sound_file *s, float *out, int64_t frames);
/* The same of a file of ours; -1: it is damaged. */
int64_t uk_sound_file_read_s16(struct uk_sound_file *s, int16_t *out, int64_t frames);

/* Goes to a frame. UNKNOT_BAD_DATA: it cannot. */
int uk_sound_file_seek(struct uk_sound_file *s, int64_t frame);

/* Starts a FLAC of 16 bits, one or two channels. The fd is the sound file's own from now on, also on failure. UNKNOT_IO. */
int uk_sound_file_create(struct uk_sound_file **out, int fd, uint32_t rate, int channels, const struct uk_sound_labels *labels,
                         struct uk_message *m);

/* UNKNOT_IO: not all could be written. */
int uk_sound_file_write(struct uk_sound_file *s, const int16_t *frames, int64_t count, struct uk_message *m);

/* Ends it; a written one is on the disk for good afterwards. UNKNOT_IO: it is not. Accepts NULL. */
int uk_sound_file_close(struct uk_sound_file *s, struct uk_message *m);

#endif
