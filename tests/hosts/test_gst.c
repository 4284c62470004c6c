/* unknotsrc in pipelines of GStreamer: its bits, wherever one jumps; presses while the pipeline has read far ahead; what it says of a
 * routine; what is left when it is closed. */
#include "check.h"

#include <unknot.h>

#include <gst/gst.h>

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RATE 48000
#define LOOK_AHEAD (RATE * 40 / 1000) /* the routine hears so much later than the entry */
#define MS(us) ((us) / 1000.0)

static const char routine[] = "return { title = 'Many steps', summary = 'Tones.', play = function()\n"
                              "  bed { kind = 'noise', db = -40 }\n"
                              "  for i = 1, 12 do\n"
                              "    mark('Step ' .. i)\n"
                              "    tone { kind = 'sine', hz = 200 + 10 * i, seconds = 2, db = -20 }\n"
                              "    local event = listen { seconds = 3, 'longer', 'next' }\n"
                              "    if event == 'longer' then tone { hz = 500, seconds = 0.5 } wait(1) end\n"
                              "  end\n"
                              "end }\n";

static char folder[64];

/* ---- what is expected ---- */

struct sound {
    int16_t *shorts;
    float *floats;
    int64_t frames;
};

/* What a render gives, with the presses of `journal` if there is one. */
static struct sound rendered(const char *journal)
{
    struct unknot *u;
    struct sound s;
    char path[128];
    if (unknot_open_uri(&u, "unknot://many-steps", NULL))
        fail_msg("%s", unknot_message(u));
    if (journal) {
        snprintf(path, sizeof path, "%s/journal", folder);
        FILE *f = fopen(path, "w");
        assert_non_null(f);
        fputs(journal, f);
        fclose(f);
        assert_int_equal(unknot_load_journal(u, path), UNKNOT_OK);
    }
    s.frames = unknot_length_frames(u);
    s.floats = calloc((size_t)s.frames * 2, sizeof *s.floats);
    s.shorts = calloc((size_t)s.frames * 2, sizeof *s.shorts);
    assert_int_equal(unknot_prepare(u, 0, s.frames), UNKNOT_OK);
    assert_int_equal(unknot_read(u, s.floats, (size_t)s.frames), s.frames);
    unknot_quantize(s.floats, s.shorts, 0, (size_t)s.frames);
    unknot_close(u);
    return s;
}

static void forget(struct sound *s)
{
    free(s->shorts);
    free(s->floats);
}

/* ---- a pipeline ---- */

struct line {
    GstElement *pipeline, *source, *sink;
    GstBus *bus;
};

static struct line lay(const char *description)
{
    GError *error = NULL;
    struct line l = {.pipeline = gst_parse_launch(description, &error)};
    if (error)
        fail_msg("%s", error->message);
    l.source = gst_bin_get_by_name(GST_BIN(l.pipeline), "source");
    l.sink = gst_bin_get_by_name(GST_BIN(l.pipeline), "sink");
    l.bus = gst_element_get_bus(l.pipeline);
    return l;
}

static void reach(struct line *l, GstState state)
{
    gst_element_set_state(l->pipeline, state);
    assert_int_equal(gst_element_get_state(l->pipeline, NULL, NULL, 20 * GST_SECOND), GST_STATE_CHANGE_SUCCESS);
}

static void tear_up(struct line *l)
{
    gst_element_set_state(l->pipeline, GST_STATE_NULL);
    gst_object_unref(l->source);
    gst_object_unref(l->sink);
    gst_object_unref(l->bus);
    gst_object_unref(l->pipeline);
}

static GstMessage *await(struct line *l, GstMessageType type)
{
    GstMessage *m = gst_bus_timed_pop_filtered(l->bus, 20 * GST_SECOND, type | GST_MESSAGE_ERROR);
    assert_non_null(m);
    return m;
}

static bool press(struct line *l, const char *event)
{
    gboolean done = FALSE;
    g_signal_emit_by_name(l->source, "press", event, 0.0, &done);
    return done;
}

static int64_t duration(struct line *l)
{
    gint64 ns = -1;
    assert_true(gst_element_query_duration(l->pipeline, GST_FORMAT_TIME, &ns));
    return (int64_t)gst_util_uint64_scale_round((guint64)ns, RATE, GST_SECOND);
}

/* ---- bits ---- */

/* The block that the sink was given last is that of `frame`. */
static void compare_last(struct line *l, const void *all, size_t frame_bytes, int64_t frame)
{
    GstSample *sample;
    GstMapInfo map;
    g_object_get(l->sink, "last-sample", &sample, NULL);
    GstBuffer *buffer = gst_sample_get_buffer(sample);
    assert_int_equal(GST_BUFFER_OFFSET(buffer), frame);
    assert_int_equal(GST_BUFFER_PTS(buffer), gst_util_uint64_scale((guint64)frame, GST_SECOND, RATE));
    gst_buffer_map(buffer, &map, GST_MAP_READ);
    assert_int_equal(map.size, (GST_BUFFER_OFFSET_END(buffer) - (guint64)frame) * frame_bytes);
    assert_memory_equal(map.data, (const char *)all + (size_t)frame * frame_bytes, map.size);
    gst_buffer_unmap(buffer, &map);
    gst_sample_unref(sample);
}

static void jump_about(const char *description, const void *all, size_t frame_bytes, int64_t frames)
{
    struct line l = lay(description);
    GRand *chance = g_rand_new_with_seed((guint32)frame_bytes);
    const GstSeekFlags flags = GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE;
    reach(&l, GST_STATE_PAUSED);
    assert_int_equal(duration(&l), frames);
    for (int i = 0; i < 100; i++) {
        int64_t frame = (int64_t)(g_rand_double(chance) * (double)frames);
        gint64 ns = (gint64)gst_util_uint64_scale((guint64)frame, GST_SECOND, RATE);
        g_object_set(l.source, "blocksize", (guint)g_rand_int_range(chance, 8, 40000), NULL);
        assert_true(i % 3 ? gst_element_seek_simple(l.pipeline, GST_FORMAT_TIME, flags, ns)
                          : gst_element_seek_simple(l.pipeline, GST_FORMAT_DEFAULT, flags, frame));
        assert_int_equal(gst_element_get_state(l.pipeline, NULL, NULL, 20 * GST_SECOND), GST_STATE_CHANGE_SUCCESS);
        compare_last(&l, all, frame_bytes, frame);
    }
    g_rand_free(chance);
    tear_up(&l);
}

static void wherever_one_jumps_are_the_bits_of_a_render(void **state)
{
    (void)state;
    struct sound s = rendered(NULL);
    jump_about("unknotsrc name=source location=many-steps ! fakesink name=sink", s.shorts, 4, s.frames);
    jump_about("unknotsrc name=source location=many-steps ! audio/x-raw,format=F32LE ! fakesink name=sink", s.floats, 8, s.frames);
    forget(&s);
}

/* ---- hearing ---- */

#define MOST_BLOCKS 10000

/* What came out of the sink when it was due; its clock is the wall's. */
struct ear {
    GMutex lock;
    int16_t *heard; /* by position; what was heard later is in the place of what was heard before */
    int64_t room;
    struct block {
        int64_t from, to;
        gint64 at_us;
    } blocks[MOST_BLOCKS];
    int count;
};

static void hear(GstElement *sink, GstBuffer *buffer, GstPad *pad, void *data)
{
    struct ear *e = data;
    struct block b = {(int64_t)GST_BUFFER_OFFSET(buffer), (int64_t)GST_BUFFER_OFFSET_END(buffer), g_get_monotonic_time()};
    (void)sink;
    (void)pad;
    g_mutex_lock(&e->lock);
    if (b.to <= e->room && e->count < MOST_BLOCKS) {
        gst_buffer_extract(buffer, 0, e->heard + b.from * 2, (size_t)(b.to - b.from) * 4);
        e->blocks[e->count++] = b;
    }
    g_mutex_unlock(&e->lock);
}

/* The last block as soon as it ends at `frame` or later. */
static struct block wait_until(struct ear *e, int64_t frame)
{
    gint64 begun = g_get_monotonic_time();
    struct block last = {0};
    for (;;) {
        g_mutex_lock(&e->lock);
        if (e->count)
            last = e->blocks[e->count - 1];
        g_mutex_unlock(&e->lock);
        if (last.to >= frame)
            return last;
        if (g_get_monotonic_time() - begun > 20 * G_USEC_PER_SEC)
            fail_msg("%g s were not heard within 20 s", (double)frame / RATE);
        g_usleep(2000);
    }
}

static int64_t last_entry(struct line *l)
{
    char *journal;
    g_object_get(l->source, "journal", &journal, NULL);
    const char *at = g_strrstr(journal, "\"at\"");
    assert_non_null(at);
    double seconds = g_ascii_strtod(at + 4 + strspn(at + 4, " :"), NULL);
    g_free(journal);
    return (int64_t)(seconds * RATE);
}

/* Presses, and returns after how many ms the effect was heard: when it was last heard, if that stretch was heard again. */
static double press_and_hear(struct line *l, struct ear *e, const char *event)
{
    gint64 begun = g_get_monotonic_time(), came = 0;
    assert_true(press(l, event));
    int64_t effect = last_entry(l) + LOOK_AHEAD;
    wait_until(e, effect + RATE / 4);
    g_mutex_lock(&e->lock);
    for (int i = 0; i < e->count; i++)
        if (effect >= e->blocks[i].from && effect < e->blocks[i].to)
            came = e->blocks[i].at_us;
    g_mutex_unlock(&e->lock);
    assert_true(came > begun);
    return MS((double)(came - begun));
}

/* A queue of 3 s stands before the sink, as players have one: without reading again a press would be heard after these. */
static void a_press_is_heard_at_once_however_far_was_read_ahead(void **state)
{
    (void)state;
    static const char *const events[] = {"next", "longer", "next", "longer"};
    struct line l = lay("unknotsrc name=source location=many-steps ! queue max-size-time=3000000000 max-size-bytes=0 max-size-buffers=0 ! "
                        "fakesink name=sink sync=true signal-handoffs=true");
    struct ear *e = calloc(1, sizeof *e);
    int64_t reached = 0;
    double best = 1e9;
    e->room = 60 * RATE;
    e->heard = calloc((size_t)e->room * 2, sizeof *e->heard);
    g_signal_connect(l.sink, "handoff", G_CALLBACK(hear), e);
    reach(&l, GST_STATE_PLAYING);
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        reached = wait_until(e, reached + RATE / 4).to;
        double ms = press_and_hear(&l, e, events[i]);
        print_message("'%s' was heard after %.0f ms\n", events[i], ms);
        best = MIN(best, ms);
    }
    assert_true(SLOW || best <= 300);
    reach(&l, GST_STATE_PAUSED);
    reached = e->blocks[e->count - 1].to;
    char *journal;
    g_object_get(l.source, "journal", &journal, NULL);
    struct sound s = rendered(journal);
    assert_true(reached > RATE);
    assert_memory_equal(e->heard, s.shorts, (size_t)reached * 4);
    assert_int_equal(duration(&l), s.frames);
    tear_up(&l);
    forget(&s);
    g_free(journal);
    free(e->heard);
    free(e);
}

static void a_pipeline_that_stands_still_can_be_pressed(void **state)
{
    (void)state;
    struct sound before = rendered(NULL);
    struct line l = lay("unknotsrc name=source location=many-steps ! queue ! fakesink name=sink");
    reach(&l, GST_STATE_PAUSED);
    assert_int_equal(duration(&l), before.frames);
    assert_true(press(&l, "longer"));
    assert_true(press(&l, "longer"));
    gst_message_unref(await(&l, GST_MESSAGE_DURATION_CHANGED));
    assert_int_equal(gst_element_get_state(l.pipeline, NULL, NULL, 20 * GST_SECOND), GST_STATE_CHANGE_SUCCESS);
    assert_int_not_equal(duration(&l), before.frames);
    char *journal;
    g_object_get(l.source, "journal", &journal, NULL);
    struct sound after = rendered(journal);
    assert_int_equal(duration(&l), after.frames);
    assert_non_null(strchr(strchr(journal, '\n') + 1, '\n'));
    g_free(journal);
    tear_up(&l);
    forget(&before);
    forget(&after);
}

static void an_event_from_downstream_presses(void **state)
{
    (void)state;
    struct line l = lay("unknotsrc name=source location=many-steps ! queue ! identity ! fakesink name=sink");
    reach(&l, GST_STATE_PAUSED);
    int64_t before = duration(&l);
    GstStructure *says = gst_structure_new("unknot-press", "event", G_TYPE_STRING, "stop", "value", G_TYPE_DOUBLE, 0.0, NULL);
    assert_true(gst_element_send_event(l.pipeline, gst_event_new_custom(GST_EVENT_CUSTOM_UPSTREAM, says)));
    gst_message_unref(await(&l, GST_MESSAGE_DURATION_CHANGED));
    assert_true(duration(&l) < before / 2);
    /* it leads out, then ends */
    gst_element_set_state(l.pipeline, GST_STATE_PLAYING);
    GstMessage *m = await(&l, GST_MESSAGE_EOS);
    assert_int_equal(GST_MESSAGE_TYPE(m), GST_MESSAGE_EOS);
    gst_message_unref(m);
    tear_up(&l);
}

static void a_press_that_cannot_be_is_a_warning(void **state)
{
    (void)state;
    struct line l = lay("unknotsrc name=source location=many-steps ! fakesink name=sink");
    GError *error = NULL;
    assert_false(press(&l, "longer")); /* nothing plays */
    reach(&l, GST_STATE_PAUSED);
    assert_false(press(&l, "jump"));
    GstMessage *m = await(&l, GST_MESSAGE_WARNING);
    gst_message_parse_warning(m, &error, NULL);
    assert_contains(error->message, "no event 'jump'");
    g_error_free(error);
    gst_message_unref(m);
    tear_up(&l);
}

/* ---- what it says ---- */

static char *title_of(const GstTagList *tags)
{
    char *title = NULL;
    assert_true(gst_tag_list_get_string(tags, GST_TAG_TITLE, &title));
    return title;
}

static void it_says_what_it_plays(void **state)
{
    (void)state;
    struct line l = lay("unknotsrc name=source location=many-steps ! fakesink name=sink");
    GstTagList *tags;
    GstToc *toc;
    char *title, *step;
    gst_element_set_state(l.pipeline, GST_STATE_PAUSED);
    GstMessage *m = await(&l, GST_MESSAGE_TAG);
    gst_message_parse_tag(m, &tags);
    title = title_of(tags);
    assert_string_equal(title, "Many steps");
    g_free(title);
    gst_tag_list_unref(tags);
    gst_message_unref(m);
    m = await(&l, GST_MESSAGE_TOC);
    gst_message_parse_toc(m, &toc, NULL);
    GList *steps = gst_toc_entry_get_sub_entries(gst_toc_get_entries(toc)->data);
    assert_int_equal(g_list_length(steps), 12);
    gint64 from, to;
    assert_true(gst_toc_entry_get_start_stop_times(steps->next->data, &from, &to));
    assert_int_equal(from, 3 * GST_SECOND);
    assert_int_equal(to, 6 * GST_SECOND);
    title = title_of(gst_toc_entry_get_tags(steps->next->data));
    assert_string_equal(title, "Step 2");
    g_free(title);
    gst_toc_unref(toc);
    gst_message_unref(m);
    gst_element_seek_simple(l.pipeline, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH, 8 * GST_SECOND);
    gst_element_get_state(l.pipeline, NULL, NULL, 20 * GST_SECOND);
    g_object_get(l.source, "step", &step, NULL);
    assert_string_equal(step, "Step 3");
    g_free(step);
    tear_up(&l);
}

static void its_voice_is_captioned(void **state)
{
    (void)state;
    struct line l = lay("unknotsrc name=source location=suboccipitals ! fakesink name=sink");
    char *caption = NULL;
    gst_element_set_state(l.pipeline, GST_STATE_PLAYING);
    for (int told = 0; told < 3;) {
        GstTagList *tags;
        GstMessage *m = await(&l, GST_MESSAGE_TAG);
        gst_message_parse_tag(m, &tags);
        gst_message_unref(m);
        g_free(caption);
        caption = NULL;
        told += gst_tag_list_get_string(tags, "unknot-caption", &caption);
        gst_tag_list_unref(tags);
    }
    assert_true(strlen(caption) > 4);
    g_free(caption);
    tear_up(&l);
}

/* ---- what goes wrong ---- */

static void refuses(const char *location, int code, const char *words)
{
    struct line l = lay("unknotsrc name=source ! fakesink name=sink");
    GError *error = NULL;
    g_object_set(l.source, "location", location, NULL);
    assert_int_equal(gst_element_set_state(l.pipeline, GST_STATE_PAUSED), GST_STATE_CHANGE_FAILURE);
    GstMessage *m = await(&l, GST_MESSAGE_ERROR);
    gst_message_parse_error(m, &error, NULL);
    assert_true(g_error_matches(error, GST_RESOURCE_ERROR, code));
    assert_contains(error->message, words);
    g_error_free(error);
    gst_message_unref(m);
    tear_up(&l);
}

static void what_cannot_be_played_is_said_in_one_sentence(void **state)
{
    (void)state;
    refuses("many-stops", GST_RESOURCE_ERROR_NOT_FOUND, "'many-steps'");
    refuses("unknot://many-steps?minutes=many", GST_RESOURCE_ERROR_SETTINGS, "'many'");
    refuses("unknot://many-steps?colour=red", GST_RESOURCE_ERROR_SETTINGS, "'colour'");
    refuses("unknot:///etc/passwd", GST_RESOURCE_ERROR_SETTINGS, "write unknot://NAME");
    refuses(NULL, GST_RESOURCE_ERROR_SETTINGS, "write unknot://NAME");
}

static size_t entries(const char *path)
{
    size_t n = 0;
    DIR *d = opendir(path);
    assert_non_null(d);
    while (readdir(d))
        n++;
    closedir(d);
    return n;
}

static size_t children(void)
{
    size_t n = 0;
    char path[300];
    DIR *d = opendir("/proc/self/task");
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));) {
        snprintf(path, sizeof path, "/proc/self/task/%s/children", e->d_name);
        FILE *f = e->d_name[0] == '.' ? NULL : fopen(path, "r");
        for (int id; f && fscanf(f, "%d", &id) == 1;)
            n++;
        if (f)
            fclose(f);
    }
    closedir(d);
    return n;
}

/* Opened, jumped about in, pressed, and closed in the middle. */
static void open_and_close(void)
{
    struct line l = lay("unknotsrc name=source location=many-steps ! queue ! fakesink name=sink sync=true");
    reach(&l, GST_STATE_PLAYING);
    gst_element_seek_simple(l.pipeline, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH, 20 * GST_SECOND);
    assert_true(press(&l, "longer"));
    tear_up(&l);
}

/* A thread that brought in sounds for an element may be the one that lets go of it, a little later. */
static void wait_for_files(size_t most)
{
    for (int i = 0; i < 1000 && (children() > 0 || entries("/proc/self/fd") > most); i++)
        g_usleep(10000);
    assert_int_equal(children(), 0);
}

static void closing_midway_leaves_nothing(void **state)
{
    (void)state;
    const int times = SLOW ? 10 : 50;
    size_t files = entries("/proc/self/fd") + 4; /* what GStreamer opens once */
    open_and_close();
    wait_for_files(files);
    files = entries("/proc/self/fd");
    for (int i = 0; i < times; i++)
        open_and_close();
    wait_for_files(files);
    assert_in_range(entries("/proc/self/fd"), 0, files);
}

/* ---- */

static int set_up(void **state)
{
    (void)state;
    char path[128];
    snprintf(folder, sizeof folder, "/tmp/unknot-gst-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/unknot/routines", folder);
    assert_int_equal(g_mkdir_with_parents(path, 0700), 0);
    snprintf(path, sizeof path, "%s/unknot/routines/many-steps.lua", folder);
    assert_true(g_file_set_contents(path, routine, -1, NULL));
    const char *const homes[] = {"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"};
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        setenv(homes[i], folder, 1);
    /* no plugin but these two, and no list of them in the home of whoever runs the test */
    setenv("GST_REGISTRY_DISABLE", "yes", 1);
    setenv("GST_PLUGIN_SYSTEM_PATH_1_0", "", 1);
    setenv("GST_PLUGIN_PATH_1_0", "", 1);
    gst_init(NULL, NULL);
    const char *const plugins[] = {GST_PLUGINS "/libgstcoreelements.so", BUILD_DIR "/lib/gstreamer-1.0/libgstunknot.so"};
    for (size_t i = 0; i < sizeof plugins / sizeof *plugins; i++) {
        GError *error = NULL;
        GstPlugin *plugin = gst_plugin_load_file(plugins[i], &error);
        if (!plugin)
            fail_msg("%s", error->message);
        gst_object_unref(plugin);
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wherever_one_jumps_are_the_bits_of_a_render),
        cmocka_unit_test(a_press_is_heard_at_once_however_far_was_read_ahead),
        cmocka_unit_test(a_pipeline_that_stands_still_can_be_pressed),
        cmocka_unit_test(an_event_from_downstream_presses),
        cmocka_unit_test(a_press_that_cannot_be_is_a_warning),
        cmocka_unit_test(it_says_what_it_plays),
        cmocka_unit_test(its_voice_is_captioned),
        cmocka_unit_test(what_cannot_be_played_is_said_in_one_sentence),
        cmocka_unit_test(closing_midway_leaves_nothing),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
