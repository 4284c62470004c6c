/* plugin_file.h - a plugin's shared object: found by kind and name, checked, loaded.
 *
 *     struct uk_plugin_file f = {0};
 *     if (uk_plugin_open(&f, places.plugins, UNKNOT_SINK, "file", m) == UNKNOT_OK) {
 *         const struct unknot_sink_ops *ops = &f.ops.sink;
 *         ...
 *     }
 *     uk_plugin_close(&f);
 */
#ifndef UK_PLUGIN_FILE_H
#define UK_PLUGIN_FILE_H

#include "status.h"

#include <unknot_plugin.h>

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/* Zeroed is closed. */
struct uk_plugin_file {
    void *library;                      /* NULL: closed */
    int fd;                             /* of the file, open as long as it is loaded */
    const struct unknot_plugin *plugin;  /* owned by the library */
    union uk_plugin_ops {
        struct unknot_sink_ops sink;
        struct unknot_voice_ops voice;
        struct unknot_control_ops control;
        struct unknot_source_ops source;
    } ops; /* its functions as this header has them: NULL where the plugin is too old to know one */
    char path[PATH_MAX];                /* for messages */
};

/* Loads FOLDER/KIND-NAME.so, of enum unknot_plugin_kind `kind`. Folder and file must belong to root or the user and be writable by
 * nobody else. Afterwards f->plugin is of our ABI, that kind and name, and none of f->ops that is mandatory is NULL. UNKNOT_NOT_FOUND: no such file. UNKNOT_BAD_DATA: refused, the sentence names it and says why. On failure *f is
 * closed. Runs the constructors of the library, so whoever may not wait may not call it. [any but audio] */
int uk_plugin_open(struct uk_plugin_file *f, const char *folder, uint32_t kind, const char *name, struct uk_message *m);

/* Unloads it: nothing of it may be used any more. Accepts a zeroed one. */
void uk_plugin_close(struct uk_plugin_file *f);

/* "sink", "voice", "control", "source"; NULL when there is no such kind. */
const char *uk_plugin_kind_name(uint32_t kind);

/* Whether `file` is called KIND-NAME.so; the name is copied to `name`. For listing a folder. */
bool uk_plugin_name(const char *file, uint32_t kind, char *name, size_t size);

#endif
