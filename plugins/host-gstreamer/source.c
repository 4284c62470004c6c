/* unknotsrc - a source of GStreamer: whoever plays by it plays unknot://NAME.
 *
 * The streaming thread reads the engine; everybody else takes `lock` for what the engine calls [main]. So a press plans while the old plan
 * plays on. A thread of GStreamer's brings sounds in ahead of the reading.
 */
#include "about.h"
#include "address.h"

#include <gst/base/gstpushsrc.h>
#include <gst/gst.h>

#include <stdatomic.h>
#include <stdbool.h>

#define PRESS_EVENT "unknot-press"
#define DEFAULT_RATE 48000
#define AHEAD_S INT64_C(10)
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define SHORTS "S16LE"
#define FLOATS "F32LE"
#else
#define SHORTS "S16BE"
#define FLOATS "F32BE"
#endif
#define CAPS                                                                                                                     \
    "audio/x-raw, format = (string) { " SHORTS ", " FLOATS " }, layout = (string) interleaved, rate = (int) [ 8000, 192000 ], "  \
    "channels = (int) 2"

enum { LOCATION = 1, VOICE, LANGUAGE, STEP, JOURNAL };

struct source {
    GstPushSrc base;
    char *address, *voice, *language; /* under the object's lock */

    GMutex lock;  /* around what is [main] of the engine */
    GMutex ahead; /* around bringing in, after `lock`: the engine stays as long */
    struct unknot *engine;
    int64_t pressed; /* frame of the last entry of the journal, -1: none */

    atomic_int rate;
    atomic_llong sought;  /* the frame that was last jumped to */
    atomic_llong read_to; /* beyond it, nothing was read since */
    atomic_bool changed;  /* tags and steps are to be told */

    /* of the streaming thread */
    int64_t next, brought_to;
    GstClockTime jump; /* where to read on; GST_CLOCK_TIME_NONE: at `next` */
    gboolean floats, settled, complained;
};

struct source_class {
    GstPushSrcClass base;
};

static struct source *source_of(void *object)
{
    return object;
}

static GstBaseSrcClass *parent_class(void)
{
    return g_type_class_peek(GST_TYPE_PUSH_SRC);
}

static GstClockTime to_time(struct source *s, int64_t frames)
{
    return gst_util_uint64_scale((guint64)frames, GST_SECOND, (guint64)s->rate);
}

static int64_t to_frames(struct source *s, GstClockTime time)
{
    return (int64_t)gst_util_uint64_scale_round(time, (guint64)s->rate, GST_SECOND);
}

/* ---- opening ---- */

static void say(struct source *s, GstMessageType type, gint code, const char *sentence)
{
    gst_element_message_full(GST_ELEMENT(s), type, GST_RESOURCE_ERROR, code, g_strdup(sentence), NULL, "unknotsrc", G_STRFUNC, __LINE__);
}

static gint code_of(int status)
{
    switch (status) {
    case UNKNOT_NOT_FOUND:
        return GST_RESOURCE_ERROR_NOT_FOUND;
    case UNKNOT_BAD_ARGUMENT:
    case UNKNOT_BAD_SCRIPT: /* also what a routine has to say against a wish */
        return GST_RESOURCE_ERROR_SETTINGS;
    case UNKNOT_IO:
        return GST_RESOURCE_ERROR_OPEN_READ;
    default:
        return GST_RESOURCE_ERROR_FAILED;
    }
}

/* With `lock`. */
static void put_engine(struct source *s, struct unknot *engine)
{
    g_mutex_lock(&s->ahead);
    unknot_close(s->engine);
    s->engine = engine;
    g_mutex_unlock(&s->ahead);
}

/* With `lock`. An engine in the place of the old one, with the routine at its beginning. The caller frees *sentence, "" when all is well. */
static int open_engine(struct source *s, int rate, char **sentence)
{
    struct unknot_options options;
    unknot_options_init(&options);
    options.rate = (uint32_t)rate;
    GST_OBJECT_LOCK(s);
    char *address = g_strdup(s->address), *voice = g_strdup(s->voice), *language = g_strdup(s->language);
    GST_OBJECT_UNLOCK(s);
    options.voice = voice;
    options.language = language;
    struct unknot *engine;
    int status = unknot_open_uri(&engine, address ? address : "", &options);
    *sentence = g_strdup(!engine ? unknot_status_text(status) : status ? unknot_message(engine) : unknot_voice_trouble(engine));
    if (status)
        unknot_close(engine);
    put_engine(s, status ? NULL : engine);
    s->rate = rate;
    s->pressed = -1;
    s->changed = true;
    g_free(address);
    g_free(voice);
    g_free(language);
    return status;
}

static gboolean open_at(struct source *s, int rate)
{
    char *sentence;
    g_mutex_lock(&s->lock);
    int status = open_engine(s, rate, &sentence);
    g_mutex_unlock(&s->lock);
    if (status)
        say(s, GST_MESSAGE_ERROR, code_of(status), sentence);
    else if (*sentence)
        say(s, GST_MESSAGE_WARNING, GST_RESOURCE_ERROR_NOT_FOUND, sentence);
    g_free(sentence);
    return !status;
}

static gboolean start(GstBaseSrc *base)
{
    struct source *s = source_of(base);
    s->jump = 0;
    s->settled = s->complained = FALSE;
    return open_at(s, DEFAULT_RATE);
}

static gboolean stop(GstBaseSrc *base)
{
    struct source *s = source_of(base);
    g_mutex_lock(&s->lock);
    put_engine(s, NULL);
    g_mutex_unlock(&s->lock);
    s->settled = FALSE;
    return TRUE;
}

/* ---- what it gives, and where ---- */

static GstCaps *get_caps(GstBaseSrc *base, GstCaps *filter)
{
    struct source *s = source_of(base);
    GstCaps *caps = gst_caps_from_string(CAPS);
    if (s->settled)
        gst_caps_set_simple(caps, "rate", G_TYPE_INT, (int)s->rate, NULL);
    if (filter) {
        GstCaps *both = gst_caps_intersect_full(filter, caps, GST_CAPS_INTERSECT_FIRST);
        gst_caps_unref(caps);
        caps = both;
    }
    return caps;
}

static GstCaps *fixate(GstBaseSrc *base, GstCaps *caps)
{
    caps = gst_caps_make_writable(gst_caps_truncate(caps));
    gst_structure_fixate_field_nearest_int(gst_caps_get_structure(caps, 0), "rate", DEFAULT_RATE);
    return parent_class()->fixate(base, caps);
}

static void tell_length(struct source *s, int64_t frames)
{
    GstClockTime length = to_time(s, frames);
    GST_OBJECT_LOCK(s);
    GST_BASE_SRC(s)->segment.duration = length;
    GST_OBJECT_UNLOCK(s);
    gst_element_post_message(GST_ELEMENT(s), gst_message_new_duration_changed(GST_OBJECT(s)));
}

/* A routine is planned for one rate. */
static gboolean set_caps(GstBaseSrc *base, GstCaps *caps)
{
    struct source *s = source_of(base);
    const GstStructure *format = gst_caps_get_structure(caps, 0);
    int rate = DEFAULT_RATE;
    gboolean good = gst_structure_get_int(format, "rate", &rate);
    s->floats = g_strcmp0(gst_structure_get_string(format, "format"), FLOATS) == 0;
    if (good && rate != s->rate) {
        if (s->jump == GST_CLOCK_TIME_NONE)
            s->jump = to_time(s, s->next);
        good = open_at(s, rate);
        if (good) {
            s->sought = s->read_to = to_frames(s, s->jump);
            tell_length(s, unknot_length_frames(s->engine));
        }
    }
    s->settled = good;
    return good;
}

static gboolean is_seekable(GstBaseSrc *base)
{
    (void)base;
    return TRUE;
}

static gboolean do_seek(GstBaseSrc *base, GstSegment *segment)
{
    struct source *s = source_of(base);
    if (segment->rate < 0 || !s->engine) /* none: what it was to be opened with has failed */
        return FALSE;
    s->jump = segment->position;
    s->sought = s->read_to = to_frames(s, segment->position);
    segment->time = segment->start;
    segment->duration = to_time(s, unknot_length_frames(s->engine));
    return TRUE;
}

static gboolean convert(struct source *s, GstQuery *query)
{
    GstFormat from, to;
    gint64 value, result;
    gst_query_parse_convert(query, &from, &value, &to, NULL);
    if (from == to || value < 0)
        result = value;
    else if (from == GST_FORMAT_TIME && to == GST_FORMAT_DEFAULT)
        result = to_frames(s, (GstClockTime)value);
    else if (from == GST_FORMAT_DEFAULT && to == GST_FORMAT_TIME)
        result = (gint64)to_time(s, value);
    else
        return FALSE;
    gst_query_set_convert(query, from, value, to, result);
    return TRUE;
}

static gboolean answer(GstBaseSrc *base, GstQuery *query)
{
    if (GST_QUERY_TYPE(query) == GST_QUERY_CONVERT)
        return convert(source_of(base), query);
    return parent_class()->query(base, query);
}

/* ---- reading ---- */

/* Goes ahead of the next block, after its segment. False while the pad is flushed. */
static gboolean send(struct source *s, GstEvent *event)
{
    gboolean taken = gst_pad_store_sticky_event(GST_BASE_SRC_PAD(s), event) == GST_FLOW_OK;
    gst_event_unref(event);
    return taken;
}

static gboolean tell_about(struct source *s, gboolean first)
{
    GstToc *steps = about_steps(s->engine);
    gboolean taken = send(s, gst_event_new_tag(about_tags(s->engine)));
    if (steps) {
        taken = send(s, gst_event_new_toc(steps, !first)) && taken;
        gst_toc_unref(steps);
    }
    return taken;
}

/* Sends what there is to say of the sound before `until` ahead of it. While a press is planned, that waits for the next block. */
static void tell(struct source *s, int64_t until)
{
    struct unknot_event event;
    if (!g_mutex_trylock(&s->lock))
        return;
    if (atomic_exchange(&s->changed, false) && !tell_about(s, s->pressed < 0))
        s->changed = true;
    while (unknot_next_event(s->engine, until, &event))
        if (event.kind == UNKNOT_EVENT_CAPTION)
            send(s, gst_event_new_tag(about_caption(event.text)));
    g_mutex_unlock(&s->lock);
}

static void bring_in(GstElement *element, void *data)
{
    struct source *s = source_of(element);
    (void)data;
    g_mutex_lock(&s->ahead);
    if (s->engine)
        unknot_prepare(s->engine, s->read_to, AHEAD_S * s->rate);
    g_mutex_unlock(&s->ahead);
}

static void prepare(struct source *s, int64_t frames)
{
    char sentence[512];
    int64_t ahead = AHEAD_S * s->rate;
    if (s->next + ahead / 2 > s->brought_to) {
        s->brought_to = s->next + ahead;
        gst_element_call_async(GST_ELEMENT(s), bring_in, NULL, NULL);
    }
    if (unknot_prepare(s->engine, s->next, frames) == UNKNOT_OK || s->complained)
        return;
    unknot_prepare_message(s->engine, sentence, sizeof sentence);
    say(s, GST_MESSAGE_WARNING, GST_RESOURCE_ERROR_READ, sentence);
    s->complained = TRUE;
}

static GstBuffer *pack(struct source *s, float *sound, size_t frames)
{
    const size_t values = frames * UNKNOT_CHANNELS;
    if (s->floats)
        return gst_buffer_new_wrapped(sound, values * sizeof *sound);
    int16_t *shorts = g_new(int16_t, values);
    unknot_quantize(sound, shorts, s->next, frames);
    g_free(sound);
    return gst_buffer_new_wrapped(shorts, values * sizeof *shorts);
}

/* How many frames the next block has. */
static int64_t due(struct source *s)
{
    const GstSegment *segment = &GST_BASE_SRC(s)->segment;
    const size_t frame_bytes = UNKNOT_CHANNELS * (s->floats ? sizeof(float) : sizeof(int16_t));
    int64_t frames = MAX(1, (int64_t)(gst_base_src_get_blocksize(GST_BASE_SRC(s)) / frame_bytes));
    int64_t left = segment->stop == GST_CLOCK_TIME_NONE ? frames : to_frames(s, segment->stop) - s->next;
    return MIN(frames, left);
}

static GstFlowReturn create(GstPushSrc *push, GstBuffer **out)
{
    struct source *s = source_of(push);
    if (s->jump != GST_CLOCK_TIME_NONE) {
        s->next = to_frames(s, s->jump);
        s->jump = GST_CLOCK_TIME_NONE;
        s->brought_to = s->next + (AHEAD_S / 2 + 1) * s->rate; /* not before a second was read: to begin is more urgent */
        unknot_seek(s->engine, s->next, UNKNOT_EXACT);
    }
    int64_t frames = due(s);
    if (frames <= 0)
        return GST_FLOW_EOS;
    s->read_to = s->next + frames;
    tell(s, s->next + frames);
    prepare(s, frames);
    float *sound = g_new(float, (size_t)frames * UNKNOT_CHANNELS);
    size_t n = unknot_read(s->engine, sound, (size_t)frames);
    if (n == 0) {
        g_free(sound);
        return GST_FLOW_EOS;
    }
    GstBuffer *buffer = pack(s, sound, n);
    GST_BUFFER_OFFSET(buffer) = (guint64)s->next;
    GST_BUFFER_PTS(buffer) = to_time(s, s->next);
    s->next += (int64_t)n;
    GST_BUFFER_OFFSET_END(buffer) = (guint64)s->next;
    GST_BUFFER_DURATION(buffer) = to_time(s, s->next) - GST_BUFFER_PTS(buffer);
    *out = buffer;
    return GST_FLOW_OK;
}

/* ---- the listener ---- */

/* What is heard now: as the sinks of the whole pipeline say it. */
static int64_t heard(struct source *s)
{
    GstObject *top = gst_object_ref(s);
    gint64 time = -1;
    for (GstObject *above; (above = gst_object_get_parent(top)); top = above)
        gst_object_unref(top);
    gboolean known = gst_element_query_position(GST_ELEMENT(top), GST_FORMAT_TIME, &time) && time >= 0;
    gst_object_unref(top);
    int64_t from = s->sought, to = s->read_to;
    return known ? CLAMP(to_frames(s, (GstClockTime)time), from, to) : from;
}

/* Everything from there on is read again. */
static void read_again(struct source *s, int64_t at)
{
    GST_OBJECT_LOCK(s);
    double rate = GST_BASE_SRC(s)->segment.rate;
    GST_OBJECT_UNLOCK(s);
    gst_pad_send_event(GST_BASE_SRC_PAD(s), gst_event_new_seek(rate, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE,
                                                              GST_SEEK_TYPE_SET, (gint64)to_time(s, at), GST_SEEK_TYPE_NONE, -1));
}

/* With `lock`. An entry of the journal a little after what is heard; and after the last entry, unless the listener went back behind it. */
static int enter(struct source *s, int64_t now, const char *event, double value, int64_t *at)
{
    *at = now + s->rate / 5;
    if (s->pressed >= *at && s->pressed - now < s->rate)
        *at = s->pressed + s->rate / 1000;
    int status = unknot_press_at(s->engine, *at, event, value);
    if (!status) {
        s->pressed = *at;
        s->changed = true;
    }
    return status;
}

static gboolean press(struct source *s, const char *event, double value)
{
    int64_t now = heard(s), at = 0, length = 0;
    char *sentence = NULL;
    g_mutex_lock(&s->lock);
    int status = s->engine ? enter(s, now, event ? event : "", value, &at) : UNKNOT_FAILED;
    if (!status)
        length = unknot_length_frames(s->engine);
    else if (s->engine)
        sentence = g_strdup(unknot_message(s->engine));
    g_mutex_unlock(&s->lock);
    if (!status)
        tell_length(s, length);
    else if (sentence)
        say(s, GST_MESSAGE_WARNING, code_of(status), sentence);
    g_free(sentence);
    if (!status && s->read_to > at) {
        now = heard(s);
        read_again(s, MIN(now, at));
    }
    return !status;
}

struct asked {
    char *event;
    double value;
};

static void free_asked(void *data)
{
    struct asked *a = data;
    g_free(a->event);
    g_free(a);
}

static void press_as_asked(GstElement *element, void *data)
{
    const struct asked *a = data;
    press(source_of(element), a->event, a->value);
}

/* The event may come by a streaming thread, which must not wait for a plan. */
static gboolean take_event(GstBaseSrc *base, GstEvent *event)
{
    if (GST_EVENT_TYPE(event) != GST_EVENT_CUSTOM_UPSTREAM || !gst_event_has_name(event, PRESS_EVENT))
        return parent_class()->event(base, event);
    const GstStructure *says = gst_event_get_structure(event);
    struct asked *a = g_new0(struct asked, 1);
    a->event = g_strdup(gst_structure_get_string(says, "event"));
    gst_structure_get_double(says, "value", &a->value);
    gst_element_call_async(GST_ELEMENT(base), press_as_asked, a, free_asked);
    return TRUE;
}

/* ---- the object ---- */

static void set_text(struct source *s, char **text, char *to)
{
    GST_OBJECT_LOCK(s);
    g_free(*text);
    *text = to;
    GST_OBJECT_UNLOCK(s);
}

static void set_property(GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
    struct source *s = source_of(object);
    if (id == LOCATION)
        set_text(s, &s->address, address_whole(g_value_get_string(value)));
    else if (id == VOICE)
        set_text(s, &s->voice, g_value_dup_string(value));
    else if (id == LANGUAGE)
        set_text(s, &s->language, g_value_dup_string(value));
    else
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
}

static void get_property(GObject *object, guint id, GValue *value, GParamSpec *spec)
{
    struct source *s = source_of(object);
    if (id == STEP || id == JOURNAL) {
        int64_t now = heard(s);
        g_mutex_lock(&s->lock);
        g_value_set_string(value, !s->engine ? "" : id == STEP ? about_step(s->engine, now) : unknot_journal(s->engine));
        g_mutex_unlock(&s->lock);
        return;
    }
    GST_OBJECT_LOCK(s);
    if (id == LOCATION || id == VOICE || id == LANGUAGE)
        g_value_set_string(value, id == LOCATION ? s->address : id == VOICE ? s->voice : s->language);
    else
        G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
    GST_OBJECT_UNLOCK(s);
}

static void finalize(GObject *object)
{
    struct source *s = source_of(object);
    g_free(s->address);
    g_free(s->voice);
    g_free(s->language);
    g_mutex_clear(&s->lock);
    g_mutex_clear(&s->ahead);
    G_OBJECT_CLASS(parent_class())->finalize(object);
}

static void init(GTypeInstance *instance, void *class)
{
    struct source *s = source_of(instance);
    (void)class;
    g_mutex_init(&s->lock);
    g_mutex_init(&s->ahead);
    s->rate = DEFAULT_RATE;
    gst_base_src_set_format(GST_BASE_SRC(s), GST_FORMAT_TIME);
}

static void install(GObjectClass *object, guint id, const char *name, const char *blurb, GParamFlags flags)
{
    g_object_class_install_property(object, id, g_param_spec_string(name, name, blurb, NULL, flags | G_PARAM_STATIC_STRINGS));
}

static void init_properties(GObjectClass *object)
{
    const GParamFlags set = G_PARAM_READWRITE | GST_PARAM_MUTABLE_READY;
    object->set_property = set_property;
    object->get_property = get_property;
    object->finalize = finalize;
    install(object, LOCATION, "location", "What to play: unknot://NAME?WISH=VALUE&..., or what would stand behind the //", set);
    install(object, VOICE, "voice", "Who speaks: PLUGIN or PLUGIN:SPEAKER; without it, the first voice that is there", set);
    install(object, LANGUAGE, "language", "What is spoken, as en or de-AT; without it, English", set);
    install(object, STEP, "step", "Title of the step that is heard now", G_PARAM_READABLE);
    install(object, JOURNAL, "journal", "What was pressed, as unknot render --journal takes it", G_PARAM_READABLE);
    g_signal_new_class_handler("press", G_OBJECT_CLASS_TYPE(object), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, G_CALLBACK(press), NULL, NULL,
                               NULL, G_TYPE_BOOLEAN, 2, G_TYPE_STRING, G_TYPE_DOUBLE);
}

static void init_class(void *class, void *data)
{
    GstElementClass *element = class;
    GstBaseSrcClass *base = class;
    (void)data;
    init_properties(class);
    gst_element_class_set_static_metadata(element, "Guided self-massage", "Source/Audio",
                                          "Plays a routine of unknot: unknot://NAME?minutes=10", "The unknot authors");
    GstCaps *caps = gst_caps_from_string(CAPS);
    gst_element_class_add_pad_template(element, gst_pad_template_new("src", GST_PAD_SRC, GST_PAD_ALWAYS, caps));
    gst_caps_unref(caps);
    base->start = start;
    base->stop = stop;
    base->get_caps = get_caps;
    base->fixate = fixate;
    base->set_caps = set_caps;
    base->is_seekable = is_seekable;
    base->do_seek = do_seek;
    base->query = answer;
    base->event = take_event;
    GST_PUSH_SRC_CLASS(class)->create = create;
}

static gboolean init_plugin(GstPlugin *plugin)
{
    const GTypeInfo type = {
        .class_size = sizeof(struct source_class),
        .class_init = init_class,
        .instance_size = sizeof(struct source),
        .instance_init = init,
    };
    const GInterfaceInfo handler = {address_init_handler, NULL, NULL};
    GType source = g_type_register_static(GST_TYPE_PUSH_SRC, "UnknotSrc", &type, 0);
    g_type_add_interface_static(source, GST_TYPE_URI_HANDLER, &handler);
    about_register();
    return gst_element_register(plugin, "unknotsrc", GST_RANK_PRIMARY, source);
}

#define PACKAGE "unknot"
GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, unknot, "Plays routines of unknot: guided self-massage", init_plugin,
                  UNKNOT_VERSION, "MIT/X11", "unknot", "unknot")
