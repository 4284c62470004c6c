/* What is in a pack, tried: its routines are planned, its sound files are read. */
#include "pack.h"

#include "../base/text.h"
#include "../base/time.h"

#include <stdlib.h>
#include <string.h>

/* Of one routine: its settings, one value at a time. More are left untried. */
#define MOST_TRIALS 40

/* How long a phrase lasts is the voice's to say, and a check shall need none: this is about what an unhurried one takes. */
#define LETTER_NS (65 * UK_NS_PER_S / 1000)
#define PHRASE_NS (UK_NS_PER_S / 2)

struct checking {
    struct unknot *u;
    const char *folder; /* of the pack */
    char *shared;       /* the sounds that every routine may use */
    struct uk_session session;
    struct uk_pack_problems *problems;
    int64_t deadline_ns;
};

static int length_of(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    struct checking *c = ctx;
    struct uk_clip *clip;
    char *path = NULL;
    if (kind == UK_CLIP_PHRASE) {
        *length_ns = PHRASE_NS + (int64_t)strlen(name) * LETTER_NS;
        return UNKNOT_OK;
    }
    if (kind == UK_CLIP_SOURCE) {
        *length_ns = 0;
        return uk_clips_get(c->u->clips, UK_CLIP_SOURCE, name, &clip, m);
    }
    int status = uk_stage_find_file(c->session.folder, c->shared, name, &path, m);
    if (!status)
        status = uk_clips_get(c->u->clips, UK_CLIP_FILE, path, &clip, m);
    if (!status)
        *length_ns = uk_ns_from_frames(clip->frames, c->u->rate);
    free(path);
    return status;
}

/* Plans the routine with one of its settings, or with none. */
static int plan(struct checking *c, const char *path, const struct unknot_param *param, struct uk_message *m)
{
    const struct uk_journal nothing = {0};
    struct uk_timeline *timeline = NULL;
    uk_session_finish(&c->session);
    int status = uk_session_init(&c->session, &c->u->places, path, param, param != NULL, m);
    if (!status)
        status = uk_session_plan(&c->session, c->u->planner, &nothing, c->u->rate, length_of, c, &timeline, m);
    uk_timeline_destroy(timeline);
    return status;
}

/* The settings are taken from `facts`, which no other plan may touch meanwhile. */
static int plan_settings(struct checking *c, const char *path, const struct uk_routine_facts *facts, struct uk_message *m)
{
    int trials = 0, status = UNKNOT_OK;
    for (size_t i = 0; i < facts->param_count && !status; i++) {
        for (const char **value = facts->params[i].values; *value && !status && trials < MOST_TRIALS; value++, trials++) {
            struct unknot_param param = {facts->params[i].name, *value};
            struct uk_message why = {""};
            status = plan(c, path, &param, &why);
            if (status)
                uk_fail(m, status, "%s (with %s=%s)", why.text, param.name, param.value);
        }
    }
    return status;
}

static int check_routine(struct checking *c, const char *path, struct uk_message *m)
{
    int status = plan(c, path, NULL, m);
    if (!status) {
        struct uk_routine_facts facts = c->session.facts;
        c->session.facts = (struct uk_routine_facts){0};
        status = plan_settings(c, path, &facts, m);
        uk_routine_facts_finish(&facts);
    }
    return status;
}

static int check_sound(struct checking *c, const char *path, struct uk_message *m)
{
    struct uk_clip *clip;
    return uk_clips_get(c->u->clips, UK_CLIP_FILE, path, &clip, m);
}

/* Trouble of the machine, which is no fault of the pack. */
static bool is_ours(int status)
{
    return status == UNKNOT_NO_MEMORY || status == UNKNOT_IO;
}

/* Notes what is wrong with a file under its name in the pack; wherever the pack is at the moment is nobody's concern. */
static void note(struct checking *c, const char *name, char *why)
{
    size_t n = strlen(c->folder), base = (size_t)(uk_path_name(name) - name);
    for (char *p = why; (p = strstr(p, c->folder)); p++)
        if (p[n] == '/' && (p == why || p[-1] == ' ' || p[-1] == '\''))
            memmove(p, p + n + 1, strlen(p + n + 1) + 1);
    if (strncmp(why, name + base, strlen(name + base)) == 0)
        uk_pack_problem(c->problems, "%.*s%s", (int)base, name, why);
    else if (strstr(why, name))
        uk_pack_problem(c->problems, "%s", why);
    else
        uk_pack_problem(c->problems, "%s: %s", name, why);
}

static int check_file(struct checking *c, const struct uk_pack_file *file)
{
    struct uk_message why = {""};
    if (file->size == 0 && file->kind != UK_PACK_TEXT && file->kind != UK_PACK_MANIFEST) {
        uk_pack_problem(c->problems, "%s: it is empty", file->name);
        return UNKNOT_OK;
    }
    if (file->kind != UK_PACK_ROUTINE && file->kind != UK_PACK_SOUND)
        return UNKNOT_OK;
    char *path = uk_path_join(c->folder, file->name);
    int status = !path                            ? uk_no_memory(&why)
                 : file->kind == UK_PACK_ROUTINE ? check_routine(c, path, &why)
                                                  : check_sound(c, path, &why);
    free(path);
    if (is_ours(status))
        return uk_fail(&c->u->message, status, "%s", why.text);
    if (status)
        note(c, file->name, why.text);
    return UNKNOT_OK;
}

int uk_pack_check_files(struct unknot *u, const char *folder, const struct uk_pack_files *files, struct uk_pack_problems *problems)
{
    struct checking c = {
        .u = u,
        .folder = folder,
        .shared = uk_path_join(u->places.data, "audio"),
        .problems = problems,
        .deadline_ns = uk_clock_ns() + UK_PACK_CHECK_SECONDS * UK_NS_PER_S,
    };
    int status = c.shared ? UNKNOT_OK : uk_no_memory(&u->message);
    for (size_t i = 0; i < files->count && !status; i++) {
        if (uk_clock_ns() > c.deadline_ns) {
            uk_pack_problem(problems, "looking at it takes more than %d s: make two packs of it", UK_PACK_CHECK_SECONDS);
            break;
        }
        status = check_file(&c, &files->items[i]);
    }
    uk_session_finish(&c.session);
    free(c.shared);
    return status;
}

static int advise(struct unknot *u, const char *folder, const char *name, struct uk_pack_problems *advice)
{
    struct unknot_finding f;
    char *path = uk_path_join(folder, name);
    int status = path ? unknot_check(u, path, 1) : uk_no_memory(&u->message);
    free(path);
    for (size_t i = 0; !status && unknot_finding(u, i, &f) == UNKNOT_OK; i++) {
        if (strcmp(f.code, "voice") == 0)
            continue; /* that there is none here is not the author's doing */
        if (f.line > 0)
            uk_pack_problem(advice, "%s:%d: %s [%s]", name, f.line, f.text, f.code);
        else
            uk_pack_problem(advice, "%s: %s [%s]", name, f.text, f.code);
    }
    return status;
}

int uk_pack_advise(struct unknot *u, const char *folder, const struct uk_pack_files *files, struct uk_pack_problems *advice)
{
    int64_t deadline_ns = uk_clock_ns() + UK_PACK_CHECK_SECONDS * UK_NS_PER_S;
    int status = UNKNOT_OK;
    for (size_t i = 0; i < files->count && !status; i++) {
        if (files->items[i].kind != UK_PACK_ROUTINE)
            continue;
        if (uk_clock_ns() > deadline_ns) {
            uk_pack_problem(advice, "the routines from %s on were not looked at any closer: 'unknot check' does so", files->items[i].name);
            break;
        }
        status = advise(u, folder, files->items[i].name, advice);
    }
    return status;
}
