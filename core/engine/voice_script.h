/* voice_script.h - what a reader reads: the lines of a script, and where in a recording they are.
 *
 * A script is a CSV file with the columns id, seconds, routine and text, in the order of reading; text is what must be there. A matching has
 * the columns start, end, id, sure and text; its times are as 1:23.456, and a line without times is not in the recording.
 */
#ifndef UK_VOICE_SCRIPT_H
#define UK_VOICE_SCRIPT_H

#include "../base/arena.h"
#include "../base/path.h"
#include "../base/status.h"
#include "voice_match.h"

#include <stdbool.h>
#include <stddef.h>

struct uk_script_row {
    const char *id, *text;
    const char *routine; /* as it stands there */
    double room_s;       /* how long it may be; INFINITY: as long as it likes */
};

/* Zeroed is empty. */
struct uk_script {
    struct uk_arena arena;
    struct uk_script_row *rows;
    size_t count, room;
};

/* Reads a file. The caller finishes *s in any case. UNKNOT_NOT_FOUND, UNKNOT_IO, UNKNOT_BAD_DATA, UNKNOT_LIMIT. */
int uk_script_read(struct uk_script *s, const char *path, struct uk_message *m);

/* The lines of the voice packs of a language that are there, each once: for recordings that have ids as names. UNKNOT_NO_MEMORY. */
int uk_script_of_packs(struct uk_script *s, const struct uk_places *places, const char *language, struct uk_message *m);

/* The row of that id; -1: none. */
long uk_script_find(const struct uk_script *s, const char *id);

/* Writes those rows for which `wanted` is true. UNKNOT_IO. */
int uk_script_write(const struct uk_script *s, const bool *wanted, const char *path, struct uk_message *m);

void uk_script_finish(struct uk_script *s); /* accepts a zeroed one */

/* Where a row of a script is in a recording. */
struct uk_place {
    size_t row;
    double from_s, to_s;
};

/* Reads a matching, in order of time. Rows of ids that the script has not are left out; the first is told in *stranger, "": none. The caller
 * frees *out. Failures as of uk_script_read(). */
int uk_matching_read(struct uk_place **out, size_t *count, const struct uk_script *s, const char *path, double length_s, char stranger[64],
                     struct uk_message *m);

/* Writes one, with the pieces that say nothing of the script too, so that a person can put things right. A file that is there is not touched:
 * UNKNOT_BAD_ARGUMENT. UNKNOT_IO. */
int uk_matching_write(const struct uk_script *s, const struct uk_match *found, const struct uk_piece *pieces, size_t count,
                      const char *path, struct uk_message *m);

#endif
