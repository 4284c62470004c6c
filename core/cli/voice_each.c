/* All routines that were named, or all there are with what a service says beside them. */
#include "voice.h"

#include "engine.h"

#include <stdlib.h>
#include <string.h>

#define TITLES_BYTES 900 /* of titles that the menu is given at once */

typedef int work_fn(struct uk_cli *cli, struct unknot *u, const char *routine, void *ctx);

/* The options have settings only where the menu has titles: then there is nothing more to look for. */
int uk_voice_load(struct uk_cli *cli, struct unknot *u, const char *routine)
{
    const struct uk_options *o = &cli->options;
    uk_watch_busy(&cli->watch, "looking for all it may ever say ...");
    int status = unknot_load_draft(u, routine, o->params, o->param_count);
    if (!status && o->param_count == 0)
        status = unknot_phrases_everywhere(u);
    uk_watch_busy(&cli->watch, NULL);
    return status ? uk_engine_failed(u, status) : UK_EXIT_DONE;
}

static int do_one(struct uk_cli *cli, struct unknot *u, const char *routine, work_fn *work, void *ctx)
{
    int code = uk_voice_load(cli, u, routine);
    return code ? code : work(cli, u, routine, ctx);
}

static int do_service(struct uk_cli *cli, struct unknot *u, const char *script, work_fn *work, void *ctx)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/scripts/service/%s.lua", unknot_data_folder(u), script);
    return do_one(cli, u, path, work, ctx);
}

/* The menu may name whatever there is. `titles`: one a line. */
static int do_titles(struct uk_cli *cli, struct unknot *u, char *titles, work_fn *work, void *ctx)
{
    struct uk_options *o = &cli->options;
    int code = UK_EXIT_DONE;
    for (char *part = titles; *part && !code && !atomic_load(&cli->watch.caught);) {
        size_t n = strlen(part);
        while (n > TITLES_BYTES || part[n - 1] != '\n')
            n--;
        part[n - 1] = '\0';
        o->params[0] = (struct unknot_param){"titles", part};
        o->param_count = 1;
        code = do_service(cli, u, "menu", work, ctx);
        o->param_count = 0;
        part += n;
    }
    return code;
}

static int do_services(struct uk_cli *cli, struct unknot *u, char *titles, work_fn *work, void *ctx)
{
    int code = do_service(cli, u, "trouble", work, ctx);
    if (!code)
        code = do_service(cli, u, "menu", work, ctx);
    return code ? code : do_titles(cli, u, titles, work, ctx);
}

int uk_voice_each(struct uk_cli *cli, struct unknot *u, work_fn *work, void *ctx)
{
    const struct uk_options *o = &cli->options;
    char *titles = NULL;
    size_t size = 0;
    bool all = o->word_count == 1;
    int count = all ? unknot_routine_count(u) : (int)o->word_count - 1, code = UK_EXIT_DONE;
    if (count < 0)
        return uk_engine_failed(u, count);
    FILE *out = open_memstream(&titles, &size);
    if (!out)
        return uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    for (int i = 0; i < count && !atomic_load(&cli->watch.caught); i++) {
        int one = do_one(cli, u, all ? unknot_routine_name(u, i) : o->words[i + 1], work, ctx);
        if (!one)
            fprintf(out, "%s\n", unknot_loaded(u)->written_title);
        code = code ? code : one;
    }
    if (fclose(out))
        code = uk_engine_failed(NULL, UNKNOT_NO_MEMORY);
    if (all && !code && !atomic_load(&cli->watch.caught))
        code = do_services(cli, u, titles, work, ctx);
    free(titles);
    return atomic_load(&cli->watch.caught) ? uk_watch_exit_code(&cli->watch) : code;
}
