#include "plugin_host.h"

#include "../base/plugin_file.h"
#include "../base/text.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOWEST_RATE = 4000, HIGHEST_RATE = 384000 };

/* A loaded sink plugin and what it says when it fails. */
struct host {
    struct uk_plugin_file file;
    const struct unknot_sink_ops *ops;
    struct unknot_host face;
    char said[UK_MESSAGE_SIZE];
};

struct uk_sink {
    struct host host;
    void *self;
};

static void on_fail(void *ctx, const char *sentence)
{
    struct host *h = ctx;
    snprintf(h->said, sizeof h->said, "%s", sentence ? sentence : "");
}

/* A plugin's negative number as a status, its sentence in `m`. */
static int failed(struct host *h, int32_t status, struct uk_message *m)
{
    if (status > UNKNOT_FAILED || status < UNKNOT_LIMIT)
        status = UNKNOT_FAILED;
    if (h->said[0])
        return uk_fail(m, status, "%s", h->said);
    return uk_fail(m, status, "the sink '%s' failed and does not say why", h->file.plugin->name);
}

static int broken(struct host *h, struct uk_message *m, const char *what)
{
    return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' is broken: %s", h->file.path, what);
}

/* ---- the folder -------------------------------------------------------------------------------------------------- */

static int is_library(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);
    return n > 3 && strcmp(entry->d_name + n - 3, ".so") == 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void forget(struct dirent **entries, int count)
{
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
}

/* Whether it comes in a package of its own, as core/package/debian.cmake makes them. */
static bool has_package(uint32_t kind, const char *name)
{
    static const struct {
        uint32_t kind;
        const char *name;
    } packaged[] = {{UNKNOT_SINK, "portaudio"}, {UNKNOT_VOICE, "flite"}, {UNKNOT_CONTROL, "evdev"}, {UNKNOT_CONTROL, "mpris"}, {UNKNOT_CONTROL, "mqtt"}};
    for (size_t i = 0; i < sizeof packaged / sizeof *packaged; i++)
        if (packaged[i].kind == kind && strcmp(packaged[i].name, name) == 0)
            return true;
    return false;
}

int uk_plugin_not_installed(uint32_t kind, const char *name, struct uk_message *m)
{
    if (!has_package(kind, name))
        return UNKNOT_OK;
    return uk_fail(m, UNKNOT_NOT_FOUND, "the %s '%s' is not installed: 'sudo apt install unknot-plugin-%s'", uk_plugin_kind_name(kind), name, name);
}

static int no_such(const struct uk_places *places, uint32_t kind, const char *wanted, struct uk_message *m)
{
    if (uk_plugin_not_installed(kind, wanted, m))
        return UNKNOT_NOT_FOUND;
    struct dirent **entries = NULL;
    int count = scandir(places->plugins, &entries, is_library, by_bytes);
    char(*texts)[64] = calloc((size_t)(count < 0 ? 0 : count) + 1, sizeof *texts);
    const char **names = calloc((size_t)(count < 0 ? 0 : count) + 1, sizeof *names);
    size_t n = 0;
    for (int i = 0; texts && names && i < count; i++)
        if (uk_plugin_name(entries[i]->d_name, kind, texts[n], sizeof *texts)) {
            names[n] = texts[n];
            n++;
        }
    const char *near = names ? uk_text_nearest(wanted, names) : NULL;
    int status = near ? uk_fail(m, UNKNOT_NOT_FOUND, "there is no %s '%s' (did you mean '%s'?)", uk_plugin_kind_name(kind), wanted, near)
                      : uk_fail(m, UNKNOT_NOT_FOUND, "there is no %s '%s': 'unknot plugins' lists those there are",
                                uk_plugin_kind_name(kind), wanted);
    free(names);
    free(texts);
    forget(entries, count);
    return status;
}

int uk_plugin_find(const struct uk_places *places, uint32_t kind, const char *name, struct uk_message *m)
{
    char *path = uk_text_format("%s/%s-%s.so", places->plugins, uk_plugin_kind_name(kind), name);
    if (!path)
        return uk_no_memory(m);
    bool there = !strchr(name, '/') && uk_path_is_file(path);
    free(path);
    return there ? UNKNOT_OK : no_such(places, kind, name, m);
}

static void list_one(const struct uk_places *places, const char *file, struct uk_plugin_entry *out)
{
    struct uk_message m = {""};
    struct uk_plugin_file f = {0};
    snprintf(out->path, sizeof out->path, "%s/%s", places->plugins, file);
    for (uint32_t kind = 1; uk_plugin_kind_name(kind); kind++) {
        if (!uk_plugin_name(file, kind, out->name, sizeof out->name))
            continue;
        snprintf(out->kind, sizeof out->kind, "%s", uk_plugin_kind_name(kind));
        if (uk_plugin_open(&f, places->plugins, kind, out->name, &m) == UNKNOT_OK) {
            snprintf(out->summary, sizeof out->summary, "%s", f.plugin->summary ? f.plugin->summary : "");
            uk_text_tame(out->summary);
        }
        uk_plugin_close(&f);
        memcpy(out->trouble, m.text, sizeof out->trouble);
        return;
    }
    snprintf(out->name, sizeof out->name, "%.*s", (int)(strlen(file) - 3), file);
    uk_text_tame(out->name);
    uk_fail(&m, UNKNOT_BAD_DATA, "'%s' is not named as a plugin: call it KIND-NAME.so, as in 'sink-mine.so'", out->path);
    memcpy(out->trouble, m.text, sizeof out->trouble);
}

int uk_plugin_entry(const struct uk_places *places, size_t index, struct uk_plugin_entry *out)
{
    struct dirent **entries = NULL;
    int count = scandir(places->plugins, &entries, is_library, by_bytes);
    int filled = count > 0 && index < (size_t)count;
    memset(out, 0, sizeof *out);
    if (filled)
        list_one(places, entries[index]->d_name, out);
    forget(entries, count);
    return filled;
}

/* ---- sinks ------------------------------------------------------------------------------------------------------- */

static int load(struct host *h, const struct uk_places *places, const char *name, struct uk_message *m)
{
    int status = uk_plugin_open(&h->file, places->plugins, UNKNOT_SINK, name, m);
    if (status == UNKNOT_NOT_FOUND || status == UNKNOT_BAD_ARGUMENT)
        return no_such(places, UNKNOT_SINK, name, m);
    if (status != UNKNOT_OK)
        return status;
    h->ops = &h->file.ops.sink;
    h->face = (struct unknot_host){sizeof h->face, h, on_fail, places->helpers, NULL, NULL};
    return UNKNOT_OK;
}

static int open_self(struct uk_sink *s, const char *target, struct unknot_sink_format *format,
                     const struct unknot_sink_about *about, struct uk_message *m)
{
    struct host *h = &s->host;
    uint32_t rate = format->rate;
    format->size = sizeof *format;
    format->sample_format = 0;
    int32_t status = h->ops->open(&s->self, &h->face, target, format, about);
    if (status < 0) {
        s->self = NULL;
        return failed(h, status, m);
    }
    if (!s->self)
        return broken(h, m, "open() succeeded without a sink");
    if (format->rate != rate)
        return broken(h, m, "open() changed the rate instead of refusing it");
    if (format->sample_format != UNKNOT_S16 && format->sample_format != UNKNOT_F32)
        return broken(h, m, "open() did not say which sample format it takes");
    return UNKNOT_OK;
}

int uk_sink_open(struct uk_sink **out, const struct uk_places *places, const char *name, const char *target,
                 struct unknot_sink_format *format, const struct unknot_sink_about *about, struct uk_message *m)
{
    *out = NULL;
    if (format->rate < LOWEST_RATE || format->rate > HIGHEST_RATE)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "%u frames a second cannot be played: choose %d to %d", format->rate, LOWEST_RATE,
                       HIGHEST_RATE);
    struct uk_sink *s = calloc(1, sizeof *s);
    if (!s)
        return uk_no_memory(m);
    int status = load(&s->host, places, name, m);
    if (status == UNKNOT_OK)
        status = open_self(s, target ? target : "", format, about, m);
    if (status == UNKNOT_OK)
        *out = s;
    else
        uk_sink_close(s);
    return status;
}

int32_t uk_sink_write(struct uk_sink *s, const void *frames, uint32_t count, struct uk_message *m)
{
    s->host.said[0] = '\0';
    int32_t n = s->host.ops->write(s->self, frames, count);
    if (n < 0)
        return failed(&s->host, n, m);
    if ((uint32_t)n > count)
        return broken(&s->host, m, "write() took more frames than it was given");
    return n;
}

int uk_sink_finish(struct uk_sink *s, struct uk_message *m)
{
    s->host.said[0] = '\0';
    int32_t status = s->host.ops->finish(s->self);
    return status < 0 ? failed(&s->host, status, m) : UNKNOT_OK;
}

int64_t uk_sink_latency(struct uk_sink *s)
{
    int64_t frames = s->host.ops->latency_frames ? s->host.ops->latency_frames(s->self) : 0;
    return frames > 0 ? frames : 0;
}

void uk_sink_health(struct uk_sink *s, struct unknot_sink_health *out)
{
    *out = (struct unknot_sink_health){.size = sizeof *out};
    if (s->host.ops->health)
        s->host.ops->health(s->self, out);
    out->why[sizeof out->why - 1] = '\0';
}

void uk_sink_close(struct uk_sink *s)
{
    if (!s)
        return;
    if (s->self)
        s->host.ops->close(s->self);
    uk_plugin_close(&s->host.file);
    free(s);
}

int uk_sink_device(const struct uk_places *places, const char *name, uint32_t index, struct unknot_device *out,
                   struct uk_message *m)
{
    struct host *h = calloc(1, sizeof *h);
    if (!h)
        return uk_no_memory(m);
    int status = load(h, places, name, m);
    if (status == UNKNOT_OK && h->ops->device) {
        *out = (struct unknot_device){.size = sizeof *out};
        int32_t filled = h->ops->device(&h->face, index, out);
        status = filled < 0 ? failed(h, filled, m) : filled > 0;
        uk_text_tame(out->name);
        uk_text_tame(out->detail);
    }
    uk_plugin_close(&h->file);
    free(h);
    return status;
}
