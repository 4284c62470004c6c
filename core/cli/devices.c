#include "engine.h"
#include "json.h"

#include <stdlib.h>
#include <string.h>

/* Copied: the engine keeps only the last one. */
struct device {
    char name[128], detail[256];
    int is_default;
};

/* Returns how many, or a negative status. The caller frees *out. */
static int read_devices(struct unknot *u, const char *sink, struct device **out)
{
    struct unknot_device_info info;
    int status, count = 0;
    *out = NULL;
    while ((status = unknot_next_device(u, sink, (size_t)count, &info)) > 0) {
        struct device *more = realloc(*out, ((size_t)count + 1) * sizeof **out);
        if (!more)
            return UNKNOT_NO_MEMORY;
        *out = more;
        struct device *d = &more[count++];
        snprintf(d->name, sizeof d->name, "%s", info.name);
        snprintf(d->detail, sizeof d->detail, "%s", info.detail);
        d->is_default = info.is_default;
    }
    return status < 0 ? status : count;
}

static void print_text(const struct device *devices, int count, const char *sink)
{
    int names = 0;
    for (int i = 0; i < count; i++)
        if ((int)strlen(devices[i].name) > names)
            names = (int)strlen(devices[i].name);
    for (int i = 0; i < count; i++)
        printf("%c %-*s  %s\n", devices[i].is_default ? '*' : ' ', names, devices[i].name, devices[i].detail);
    if (count == 0)
        printf("The sink %s has no devices to choose from.\n", sink);
}

static void print_json(const struct device *devices, int count)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '[');
    for (int i = 0; i < count; i++) {
        uk_json_open_flat(&j, NULL, '{');
        uk_json_text(&j, "name", devices[i].name);
        uk_json_text(&j, "detail", devices[i].detail);
        uk_json_truth(&j, "default", devices[i].is_default != 0);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    const char *sink = cli->options.sink ? cli->options.sink : "portaudio";
    uk_watch_busy(&cli->watch, "looking for sound devices ...");
    int code = uk_engine_open(cli, &u);
    struct device *devices = NULL;
    int count = code ? 0 : read_devices(u, sink, &devices);
    uk_watch_busy(&cli->watch, NULL);
    if (count < 0)
        code = uk_engine_failed(u, count);
    else if (!code && cli->options.json)
        print_json(devices, count);
    else if (!code)
        print_text(devices, count, sink);
    free(devices);
    unknot_close(u);
    return code;
}

const struct uk_command uk_devices = {
    .name = "devices",
    .arguments = "",
    .summary = "shows the sound devices that play can use",
    .about = "Shows the devices of a sink, the sound cards unless --sink says another, and what each is. The best is first: what the machine's\n"
             "owner made the default, then USB and sound boards, then what is built in, then HDMI. It is played to when nothing is chosen, and\n"
             "marked with a star. Names stay the same when things are plugged in in another order.",
    .example = "unknot devices",
    .flag = UK_DEVICES,
    .run = run,
};
