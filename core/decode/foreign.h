/* foreign.h - a sound file that is not ours, read carefully: by what it is and not by its name, within limits, in frames that are safe.
 *
 *     struct uk_foreign f;
 *     if (uk_foreign_open(&f, "take 3.wav", m) == UNKNOT_OK)
 *         while ((status = uk_foreign_read(&f, &n, m)) == UNKNOT_OK && n > 0)
 *             hand_on(f.block, n, f.channels);
 *     uk_foreign_close(&f);
 */
#ifndef UK_FOREIGN_H
#define UK_FOREIGN_H

#include "mix.h"
#include "sound_file.h"

#include "../base/status.h"

#include <stdint.h>
#include <sys/stat.h>

#define UK_FOREIGN_BLOCK 4096 /* frames in one read */

/* Zeroed is none. */
struct uk_foreign {
    const char *name;
    int fd;
    struct stat stat;
    struct uk_sound_file *file; /* NULL: only found so far */
    uint32_t rate;
    int channels;    /* of the block: 1 or 2 */
    int64_t decoded; /* frames, so far */
    float *block;
    struct uk_mix mix;
};

/* Opens the file without looking into it: nothing but a regular file is taken, and no pipe blocks. `name` must outlive *f. In any case the
 * caller closes it. UNKNOT_NOT_FOUND, UNKNOT_IO, UNKNOT_BAD_DATA: one sentence that names the file, what it is and what to do. */
int uk_foreign_find(struct uk_foreign *f, const char *name, struct uk_message *m);

/* Looks into a file that was found, and starts reading at its beginning, also for a second time. Failures as above. */
int uk_foreign_start(struct uk_foreign *f, struct uk_message *m);

/* Both. */
int uk_foreign_open(struct uk_foreign *f, const char *name, struct uk_message *m);

/* Reads on into f->block: *n frames, nothing beyond full scale, no NaN; 0: the end. UNKNOT_BAD_DATA: there is no sound in it, or much less
 * than it says. UNKNOT_LIMIT: over 30 hours. */
int uk_foreign_read(struct uk_foreign *f, size_t *n, struct uk_message *m);

/* Accepts a zeroed one, and one whose opening failed. */
void uk_foreign_close(struct uk_foreign *f);

#endif
