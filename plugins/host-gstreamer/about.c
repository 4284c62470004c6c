#include "about.h"

#include <gst/gst.h>

#include <stdio.h>

enum { STEP = 1 }; /* the level of its marks */

static GstClockTime time_of(const struct unknot *u, int64_t frames)
{
    return gst_util_uint64_scale((guint64)frames, GST_SECOND, unknot_rate(u));
}

void about_register(void)
{
    gst_tag_register_static(CAPTION_TAG, GST_TAG_FLAG_META, G_TYPE_STRING, "caption", "what the voice is saying", NULL);
}

static void add_text(GstTagList *tags, const char *tag, const char *text)
{
    if (text && *text)
        gst_tag_list_add(tags, GST_TAG_MERGE_REPLACE, tag, text, NULL);
}

GstTagList *about_tags(const struct unknot *u)
{
    const struct unknot_routine *r = unknot_loaded(u);
    GstTagList *tags = gst_tag_list_new_empty();
    gst_tag_list_set_scope(tags, GST_TAG_SCOPE_GLOBAL);
    add_text(tags, GST_TAG_TITLE, r->title);
    add_text(tags, GST_TAG_ARTIST, "unknot");
    add_text(tags, GST_TAG_DESCRIPTION, r->summary);
    add_text(tags, GST_TAG_COMMENT, r->summary); /* what most players show */
    return tags;
}

GstTagList *about_caption(const char *text)
{
    GstTagList *tags = gst_tag_list_new_empty();
    gst_tag_list_set_scope(tags, GST_TAG_SCOPE_STREAM);
    add_text(tags, CAPTION_TAG, text);
    return tags;
}

static GstTocEntry *new_step(size_t number, const char *title)
{
    char id[24];
    snprintf(id, sizeof id, "step-%zu", number);
    GstTocEntry *step = gst_toc_entry_new(GST_TOC_ENTRY_TYPE_CHAPTER, id);
    GstTagList *tags = gst_tag_list_new_empty();
    add_text(tags, GST_TAG_TITLE, title);
    gst_toc_entry_set_tags(step, tags);
    return step;
}

GstToc *about_steps(const struct unknot *u)
{
    GstTocEntry *routine = gst_toc_entry_new(GST_TOC_ENTRY_TYPE_EDITION, "routine"), *step = NULL;
    const gint64 end = (gint64)time_of(u, unknot_length_frames(u));
    gint64 from = 0;
    size_t number = 0;
    struct unknot_mark mark;
    gst_toc_entry_set_start_stop_times(routine, 0, end);
    for (size_t i = 0; unknot_mark(u, i, &mark) == UNKNOT_OK; i++) {
        if (mark.level != STEP)
            continue;
        gint64 at = (gint64)time_of(u, mark.at_frames);
        if (step)
            gst_toc_entry_set_start_stop_times(step, from, at);
        step = new_step(++number, mark.title);
        gst_toc_entry_append_sub_entry(routine, step);
        from = at;
    }
    if (!step) {
        gst_toc_entry_unref(routine);
        return NULL;
    }
    gst_toc_entry_set_start_stop_times(step, from, end);
    GstToc *toc = gst_toc_new(GST_TOC_SCOPE_GLOBAL);
    gst_toc_append_entry(toc, routine);
    return toc;
}

const char *about_step(const struct unknot *u, int64_t at_frames)
{
    const char *title = "";
    struct unknot_mark mark;
    for (size_t i = 0; unknot_mark(u, i, &mark) == UNKNOT_OK && mark.at_frames <= at_frames; i++)
        if (mark.level == STEP)
            title = mark.title;
    return title;
}
