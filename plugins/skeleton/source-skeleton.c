/* source-skeleton.c - the smallest source: a hum that swells `beat` times a second. `tone { kind = "skeleton", hz = 110, beat = 0.2 }` */
#include <unknot_plugin.h>

#include <math.h>
#include <stdlib.h>

struct source {
    double turn; /* radians in a frame of what turns once a second */
};

static int32_t source_open(void **out, const struct unknot_host *host, uint32_t rate)
{
    struct source *s = calloc(1, sizeof *s);
    if (!s) {
        host->fail(host->ctx, "the machine has no memory left: close something and try again");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    s->turn = 6.283185307179586 / rate;
    *out = s;
    return 0;
}

/* Nothing is remembered from one call to the next: every frame follows from its position. */
static void source_render(const void *self, const struct unknot_source_cue *cue, int64_t at_frames, uint32_t count, float *left,
                          float *right)
{
    const struct source *s = self;
    for (uint32_t i = 0; i < count; i++) {
        double t = s->turn * (double)(at_frames + i);
        left[i] = right[i] = (float)((0.6 - 0.4 * cos(cue->beat_hz * t)) * sin(cue->hz * t));
    }
}

static void source_close(void *self)
{
    free(self);
}

static const struct unknot_source_ops ops = {
    .size = sizeof ops, .open = source_open, .render = source_render, .close = source_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SOURCE, "skeleton", "hums: a start for a source of your own", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
