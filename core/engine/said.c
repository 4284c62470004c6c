/* Who says the phrases of the plan, where that is not who was wanted. */
#include "engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Phrases that fell back in the same way. */
struct group {
    const char *by, *why;
    size_t count;
};

#define MOST_GROUPS 16 /* the rest is rare, and not told of */

static void count_in(struct group *groups, const char *by, const char *why)
{
    for (int i = 0; i < MOST_GROUPS; i++) {
        struct group *g = &groups[i];
        if (g->count > 0 && (strcmp(g->by, by) != 0 || strcmp(g->why, why) != 0))
            continue;
        g->by = by;
        g->why = why;
        g->count++;
        return;
    }
}

const char *unknot_voice_trouble(struct unknot *u)
{
    struct group groups[MOST_GROUPS] = {{0}}, *most = groups;
    size_t all = 0;
    snprintf(u->voice_trouble, sizeof u->voice_trouble, "%s", u->voice_choice.trouble ? u->voice_choice.trouble : "");
    if (u->voice_trouble[0]) /* the voice that was chosen is gone: that says it all */
        return u->voice_trouble;
    for (uint32_t i = 0; u->timeline && i < u->timeline->cue_count; i++) {
        const char *by, *why;
        char *name = u->timeline->cues[i].kind == UK_PHRASE ? uk_language_clip(u->language, u->timeline->cues[i].text) : NULL;
        all += name != NULL;
        if (name && uk_clips_said(u->clips, name, &by, &why) && *why)
            count_in(groups, by, why);
        free(name);
    }
    for (int i = 1; i < MOST_GROUPS; i++)
        if (groups[i].count > most->count)
            most = &groups[i];
    if (most->count > 0 && most->count == all && !u->voice_choice.chosen && *most->by) /* one voice, and nobody asked for another */
        return u->voice_trouble;
    if (most->count > 0 && *most->by)
        snprintf(u->voice_trouble, sizeof u->voice_trouble, "%zu of %zu phrases are said by %s: %s; --voice %s lets one voice say all",
                 most->count, all, most->by, most->why, most->by);
    else if (most->count > 0)
        snprintf(u->voice_trouble, sizeof u->voice_trouble, "%zu of %zu phrases are a tone, with the words shown: %s", most->count, all,
                 most->why);
    return u->voice_trouble;
}
