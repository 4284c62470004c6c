/* A voice pack of what a speech plugin says: unknot_voice_build(). */
#include "engine.h"
#include "voice_making.h"
#include "voice_packs.h"
#include "voices.h"

#include "../base/text.h"
#include "../decode/wire.h"

#include <stdlib.h>
#include <string.h>

struct building {
    struct unknot *u;
    struct uk_making making;
    struct uk_voice_lines old; /* what was in the pack before */
    char identity[128];        /* of the voice, once it has spoken; its lines are made with it */
    char *language;
    struct unknot_built *out;
    struct uk_message trouble; /* of the first sentence that could not be spoken */
};

/* The pack must be of this voice: its sums are made with what pack.lua says. */
static int meet_voice(struct building *b)
{
    char *there = NULL;
    int status = uk_voice_identity(b->u, b->making.folder, &there, &b->u->message);
    b->making.engine = b->identity;
    if (!status && there && strcmp(there, b->identity) != 0)
        status = uk_fail(&b->u->message, UNKNOT_BAD_ARGUMENT,
                         "'%s' was made with '%s', and what speaks now is '%s': choose another folder, or remove its pack.lua", b->making.folder,
                         there, b->identity);
    free(there);
    return status;
}

/* Whether a line has its file. */
static bool is_there(const struct building *b, const struct uk_voice_line *line)
{
    char *path = line ? uk_path_join(b->making.folder, line->file) : NULL;
    bool there = path && uk_path_is_file(path);
    free(path);
    return there;
}

/* Whether a line is as it would be made now. */
static bool is_fresh(const struct building *b, const struct uk_voice_line *line)
{
    return line->sum == uk_line_sum(line->say ? line->say : line->text, b->identity, UK_CHAIN_VERSION);
}

static int speak(struct building *b, const char *text, const struct uk_voice_line *old)
{
    char id[UK_LINE_ID], *name = uk_text_format("%s\t%s", b->language, text);
    bool first = !b->identity[0];
    const char *path = uk_making_path(&b->making, uk_line_id(id, text)), *say = old ? old->say : NULL;
    int64_t frames = 0;
    int status = name && path ? uk_decoder_keep(b->u->decoder, name, say ? say : "", b->making.lines.rate, path, &frames, b->identity,
                                                &b->u->message)
                              : uk_no_memory(&b->u->message);
    free(name);
    if (!status && first)
        status = meet_voice(b);
    return status ? status : uk_making_put(&b->making, path, frames, text, say, &b->u->message);
}

/* One that cannot be spoken stays as it was, if there was one. */
static int take(struct building *b, const char *text)
{
    const struct uk_voice_line *old = uk_voice_lines_find(&b->old, text);
    bool there = is_there(b, old);
    bool first = !b->identity[0]; /* who speaks is known only when somebody has spoken */
    int status = first || !there || !is_fresh(b, old) ? speak(b, text, old) : UNKNOT_OK;
    if (!status && there && is_fresh(b, old)) {
        b->out->kept++;
        return uk_voice_lines_add(&b->making.lines, old, &b->u->message);
    }
    if (status != UNKNOT_NO_VOICE && status != UNKNOT_BAD_DATA) {
        b->out->made += !status;
        return status;
    }
    if (!b->out->failed++)
        b->trouble = b->u->message;
    return old ? uk_voice_lines_add(&b->making.lines, old, &b->u->message) : UNKNOT_OK;
}

static int take_all(struct building *b, const char *const *texts, const struct unknot_building *asked)
{
    size_t count = 0;
    int status = UNKNOT_OK;
    while (texts[count])
        count++;
    for (size_t i = 0; i < count && !status; i++) {
        if (asked->progress && asked->progress(asked->ctx, i, count, texts[i]))
            status = uk_fail(&b->u->message, UNKNOT_FAILED, "it was interrupted: the voice pack is as it was");
        else
            status = take(b, texts[i]);
    }
    if (!status && b->making.lines.count == 0)
        status = uk_fail(&b->u->message, UNKNOT_NO_VOICE, "%s", b->out->failed ? b->trouble.text : "there is nothing to be said");
    return status;
}

static size_t removed(const struct building *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->old.count; i++)
        n += !uk_voice_lines_find(&b->making.lines, b->old.lines[i].text);
    return n;
}

int unknot_voice_build(struct unknot *u, const struct unknot_building *asked, struct unknot_built *out)
{
    struct building b = {.u = u, .out = out};
    *out = (struct unknot_built){0};
    if (asked->size != sizeof *asked)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "what is asked for is not of this unknot: its size is %zu", asked->size);
    int status = uk_making_begin_in(&b.making, asked->folder, &u->message);
    if (!status && !(b.language = strndup(b.making.id, uk_voice_id_language(b.making.id))))
        status = uk_no_memory(&u->message);
    if (!status) {
        b.old = b.making.lines;
        b.making.lines = (struct uk_voice_lines){.rate = b.old.rate};
        status = take_all(&b, asked->sentences, asked);
    }
    if (!status) {
        const struct uk_making_about about = {asked->name, asked->speaker, asked->licence};
        out->removed = removed(&b);
        status = uk_making_commit(&b.making, &about, &u->message);
    }
    if (!status && out->failed)
        u->message = b.trouble;
    uk_making_finish(&b.making);
    uk_voice_lines_finish(&b.old);
    free(b.language);
    return status;
}
