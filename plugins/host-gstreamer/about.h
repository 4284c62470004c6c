/* about.h - what GStreamer is told of a routine: its tags and its table of contents. */
#ifndef HOST_GSTREAMER_ABOUT_H
#define HOST_GSTREAMER_ABOUT_H

#include <unknot.h>

typedef struct _GstTagList GstTagList;
typedef struct _GstToc GstToc;

/* The tag that has what is being said. */
#define CAPTION_TAG "unknot-caption"

void about_register(void);

/* The caller owns what these return. */
GstTagList *about_tags(const struct unknot *u);
GstTagList *about_caption(const char *text);
GstToc *about_steps(const struct unknot *u); /* NULL: it has none */

/* The title of the step that is heard at a frame. Owned by `u`, valid until its next plan; "" before the first. */
const char *about_step(const struct unknot *u, int64_t at_frames);

#endif
