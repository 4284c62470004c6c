/* path.h - files and folders: where unknot's own things are, and careful reading of small files. */
#ifndef UK_PATH_H
#define UK_PATH_H

#include "status.h"

#include <stdbool.h>
#include <stddef.h>

/* "a/b". NULL when there is no memory. The caller frees it. */
char *uk_path_join(const char *folder, const char *name);

/* The last part: "upper.lua". Points into `path`. */
const char *uk_path_name(const char *path);

/* Where the parts of unknot are: next to the file that holds this code, whether installed or in a build tree. */
struct uk_places {
    char *data;    /* scripts/ and audio/ */
    char *helpers; /* unknot-planner, unknot-decode, unknot-audio */
    char *plugins; /* KIND-NAME.so */
    char *cache;   /* the user's, made when first written to */
    char *user;    /* the user's own routines: $XDG_DATA_HOME/unknot */
    char *state;   /* sessions, made when first written to: $XDG_STATE_HOME/unknot */
    char *config;  /* what the user has chosen, made when first written to: $XDG_CONFIG_HOME/unknot */
};

/* Fills *places; `data` and `cache` override the usual ones when not NULL. The environment variables UNKNOT_DATA, UNKNOT_HELPERS and
 * UNKNOT_PLUGINS override for tests. [any but audio] */
int uk_places_init(struct uk_places *places, const char *data, const char *cache, struct uk_message *m);

/* Accepts a zeroed one. */
void uk_places_finish(struct uk_places *places);

/* Makes a folder and those above it, private to the user (0700). UNKNOT_IO. */
int uk_path_make_folder(const char *path, struct uk_message *m);

/* Reads a whole regular file of at most `most` bytes; refuses anything that is no regular file without opening it for good (a fifo
 * never blocks). A NUL is put behind the bytes. The caller frees *bytes.
 * UNKNOT_NOT_FOUND: no such file. UNKNOT_LIMIT: larger. UNKNOT_IO: cannot be read. */
int uk_path_read(const char *path, size_t most, char **bytes, size_t *n, struct uk_message *m);

/* Whether a regular file of that name can be read. */
bool uk_path_is_file(const char *path);

#endif
