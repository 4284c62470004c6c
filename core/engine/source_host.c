#include "source_host.h"

#include "plugin_host.h"

#include "../base/plugin_file.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../score/timeline.h"
#include "../sound/maths.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHARE 10                         /* of the time that it fills, a source may take one part in so many */
#define TRIES 20                         /* to be quick: somebody else may have the processor */
#define PATIENCE_NS (UK_NS_PER_S / 2)    /* with all of them */

struct uk_source_host {
    struct uk_plugin_file file;
    struct uk_maker maker;
    struct unknot_host face;
    char said[UK_MESSAGE_SIZE];
};

static void on_fail(void *ctx, const char *sentence)
{
    struct uk_source_host *h = ctx;
    snprintf(h->said, sizeof h->said, "%s", sentence ? sentence : "");
}

/* No plugin is called that: which of our kinds or of the sources was meant. */
static int no_such(const struct uk_places *places, const char *name, struct uk_message *m)
{
    struct uk_message why;
    const char *near = uk_text_nearest(name, uk_kind_names), *meant = NULL;
    if (!near && uk_plugin_find(places, UNKNOT_SOURCE, name, &why))
        meant = strstr(why.text, " (did you mean");
    if (near)
        return uk_fail(m, UNKNOT_NOT_FOUND, "there is no sound of kind '%.60s' (did you mean '%s'?)", name, near);
    return uk_fail(m, UNKNOT_NOT_FOUND, "there is no sound of kind '%.60s'%s", name,
                   meant ? meant : ": 'unknot plugins' lists the sources there are beside sine, bell, bowl, chime, noise and others");
}

static int open_self(struct uk_source_host *h, const char *name, uint32_t rate, struct uk_message *m)
{
    int32_t status = h->maker.ops->open(&h->maker.self, &h->face, rate);
    if (status < 0) {
        h->maker.self = NULL;
        status = status >= UNKNOT_LIMIT ? status : UNKNOT_FAILED;
        return h->said[0] ? uk_fail(m, status, "%s", h->said)
                          : uk_fail(m, status, "the source '%s' failed and does not say why", name);
    }
    if (!h->maker.self)
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' is broken: open() succeeded without a source", h->file.path);
    return UNKNOT_OK;
}

struct trial {
    float left[UK_QUANTUM], right[UK_QUANTUM];
};

static int64_t render(const struct uk_source_host *h, uint32_t rate, int64_t at, struct trial *out)
{
    const struct unknot_source_cue cue = {.size = sizeof cue, .rate = rate, .seed = 1, .hz = 440, .beat_hz = 6};
    memset(out, 0, sizeof *out);
    int64_t begun_ns = uk_clock_ns();
    h->maker.ops->render(h->maker.self, &cue, at, UK_QUANTUM, out->left, out->right);
    return uk_clock_ns() - begun_ns;
}

/* What would be heard as a gap, or only after a seek, is found here. */
static int try_out(const struct uk_source_host *h, uint32_t rate, struct uk_message *m)
{
    struct trial first, other, again;
    int64_t lasts_ns = uk_ns_from_frames(UK_QUANTUM, rate), least_ns = render(h, rate, 0, &first), all_ns = least_ns;
    for (int i = 0; i < TRIES && least_ns > lasts_ns / SHARE && all_ns < PATIENCE_NS; i++) {
        int64_t took_ns = render(h, rate, UK_QUANTUM, &other);
        all_ns += took_ns;
        least_ns = took_ns < least_ns ? took_ns : least_ns;
    }
    if (least_ns > lasts_ns / SHARE)
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' is too slow: it makes %.1f ms of sound in %.1f ms, and may take a tenth of the time",
                       h->file.path, (double)lasts_ns / 1e6, (double)least_ns / 1e6);
    render(h, rate, (int64_t)60 * rate, &other);
    render(h, rate, 0, &again);
    if (memcmp(&first, &again, sizeof first) != 0)
        return uk_fail(m, UNKNOT_BAD_DATA, "the plugin '%s' is broken: the same position does not give the same sound", h->file.path);
    return UNKNOT_OK;
}

int uk_source_host_open(struct uk_source_host **out, const struct uk_places *places, const char *name, uint32_t rate,
                        struct uk_message *m)
{
    *out = NULL;
    struct uk_source_host *h = calloc(1, sizeof *h);
    if (!h)
        return uk_no_memory(m);
    int status = uk_plugin_open(&h->file, places->plugins, UNKNOT_SOURCE, name, m);
    if (status == UNKNOT_NOT_FOUND || status == UNKNOT_BAD_ARGUMENT)
        status = no_such(places, name, m);
    if (!status) {
        h->face = (struct unknot_host){sizeof h->face, h, on_fail, places->helpers, NULL, NULL};
        h->maker.ops = &h->file.ops.source;
        status = open_self(h, name, rate, m);
    }
    if (!status)
        status = try_out(h, rate, m);
    if (status)
        uk_source_host_close(h);
    else
        *out = h;
    return status;
}

struct uk_maker uk_source_host_maker(const struct uk_source_host *h)
{
    return h->maker;
}

void uk_source_host_close(struct uk_source_host *h)
{
    if (!h)
        return;
    if (h->maker.self)
        h->maker.ops->close(h->maker.self);
    uk_plugin_close(&h->file);
    free(h);
}
