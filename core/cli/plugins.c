#include "engine.h"
#include "json.h"

#include <string.h>

static void print_text(struct unknot *u)
{
    struct unknot_plugin_info p;
    int names = 0;
    for (size_t i = 0; unknot_next_plugin(u, i, &p) > 0; i++)
        if ((int)strlen(p.name) > names)
            names = (int)strlen(p.name);
    for (size_t i = 0; unknot_next_plugin(u, i, &p) > 0; i++)
        if (*p.trouble)
            printf("%-6s %-*s  not usable: %s\n", p.kind, names, p.name, p.trouble);
        else
            printf("%-6s %-*s  %s\n", p.kind, names, p.name, p.summary);
}

static void print_json(struct unknot *u)
{
    struct uk_json j = {.out = stdout};
    struct unknot_plugin_info p;
    uk_json_open(&j, NULL, '[');
    for (size_t i = 0; unknot_next_plugin(u, i, &p) > 0; i++) {
        uk_json_open_flat(&j, NULL, '{');
        uk_json_text(&j, "kind", p.kind);
        uk_json_text(&j, "name", p.name);
        uk_json_text(&j, "summary", p.summary);
        uk_json_text(&j, "path", p.path);
        uk_json_text(&j, "trouble", p.trouble);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    uk_watch_busy(&cli->watch, "looking at the plugins ...");
    int code = uk_engine_open(cli, &u);
    if (!code && cli->options.json)
        print_json(u);
    else if (!code)
        print_text(u);
    uk_watch_busy(&cli->watch, NULL);
    unknot_close(u);
    return code;
}

const struct uk_command uk_plugins = {
    .name = "plugins",
    .arguments = "",
    .summary = "shows the plugins: where sound can go, and who can speak",
    .about = "Shows the plugins that were found: sinks, which take the sound, voices, which speak, sources, whose names are kinds of\n"
             "sound for a routine, and controls. One that cannot be used is shown with the reason.",
    .example = "unknot plugins",
    .flag = UK_PLUGINS,
    .run = run,
};
