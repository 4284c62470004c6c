/* What sink-portaudio is given is what comes out of a device, through the real PortAudio and ALSA. */
#include "devices.h"

/* A latency that no busy machine runs dry: these tests are about which frames come out. */
#define SAFE_S 1

/* Where the known sound's frame 0 is in the recording: at the first frame that is not silent. */
static size_t first_sound(const int16_t *frames, size_t count)
{
    size_t i = 0;
    while (i < count && frames[2 * i] == 0 && frames[2 * i + 1] == 0)
        i++;
    return i;
}

static void assert_known(const int16_t *frames, int64_t from, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int16_t want[2];
        known_frame(from + (int64_t)i, want);
        if (memcmp(frames + 2 * i, want, sizeof want) != 0)
            fail_msg("frame %zu is %d %d, not %d %d", i, frames[2 * i], frames[2 * i + 1], want[0], want[1]);
    }
}

static void assert_silent(const int16_t *frames, size_t count)
{
    assert_int_equal(first_sound(frames, count), count);
}

static int16_t *recording(const struct room *room, size_t *frames)
{
    int16_t *bytes = (int16_t *)(void *)read_whole(in_room(room, "out.raw"), frames);
    *frames /= 4;
    return bytes;
}

/* Nothing but silence, the sound, silence. Returns where it starts. */
static size_t assert_recorded(const struct room *room, uint32_t sound_frames)
{
    size_t count;
    int16_t *frames = recording(room, &count);
    size_t start = first_sound(frames, count);
    if (count - start < sound_frames)
        fail_msg("%zu of %u frames were heard", count - start, sound_frames);
    assert_known(frames + 2 * start, 0, sound_frames);
    assert_silent(frames + 2 * (start + sound_frames), count - start - sound_frames);
    free(frames);
    return start;
}

static void play(const struct room *room, const char *conf, uint32_t rate, double latency_s, uint32_t frames)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(room, conf);
    int status = open_device(&s, "", rate, latency_s, &m);
    if (!status)
        status = write_known(s, 0, frames, &m);
    if (!status)
        status = uk_sink_finish(s, &m);
    if (!status)
        assert_int_equal(uk_sink_latency(s), 0);
    uk_sink_close(s);
    if (status)
        fail_msg("%s", m.text);
}

/* The device runs ahead of every clock, so all of the sound is in the ring before it starts. */
static void test_every_frame_reaches_a_file_device(void **state)
{
    play(*state, "file", 48000, 4, 96000);
    assert_recorded(*state, 96000);
}

static void test_every_frame_reaches_a_device_with_a_clock(void **state)
{
    int64_t start = uk_clock_ns();
    play(*state, "paced", 48000, SAFE_S, 60000);
    /* 1.25 s of sound, and what PortAudio keeps in its buffer */
    assert_true(seconds_since(start) > 1.25 + SAFE_S / 2.0);
    /* the device's half of the latency, and a quarter of that for a period: constant */
    assert_int_equal(assert_recorded(*state, 60000), 48000 * SAFE_S / 2 * 5 / 4);
}

static void test_other_rates(void **state)
{
    play(*state, "paced", 44100, SAFE_S, 20000);
    assert_in_range(assert_recorded(*state, 20000), 44100 * SAFE_S / 2 * 5 / 4 - 4, 44100 * SAFE_S / 2 * 5 / 4 + 4);
}

static void test_a_sound_shorter_than_the_ring(void **state)
{
    play(*state, "paced", 48000, 0, 1);
    assert_recorded(*state, 1);
}

static void test_latency_is_what_is_not_yet_heard(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(*state, "paced");
    assert_int_equal(open_device(&s, "", 48000, SAFE_S, &m), UNKNOT_OK);
    assert_int_equal(uk_sink_latency(s), 0);
    assert_int_equal(uk_sink_write(s, "", 0, &m), 0);
    assert_int_equal(write_known(s, 0, 48000, &m), UNKNOT_OK);
    int64_t latency = uk_sink_latency(s);
    /* a ring of 24,000, just filled, and up to 30,000 in the device */
    if (latency < 12000 || latency > 54000)
        fail_msg("%lld frames", (long long)latency);
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
    uk_sink_close(s);
}

/* A feeder that pauses: what it wrote is all heard, with a short fade where it stopped and where it goes on. */
static void test_a_dry_ring_is_silence_between_fades(void **state)
{
    const uint32_t part = 48000 * SAFE_S / 2, fade = 240; /* what fills the ring: then it plays, and nothing follows */
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    size_t count;
    use_device(*state, "paced");
    assert_int_equal(open_device(&s, "", 48000, SAFE_S, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, part, &m), UNKNOT_OK);
    while (uk_sink_latency(s) > 0)
        usleep(1000);
    assert_int_equal(write_known(s, part, part, &m), UNKNOT_OK);
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
    uk_sink_close(s);

    int16_t *frames = recording(*state, &count);
    size_t at = first_sound(frames, count);
    assert_true(count - at > 2 * part);
    assert_known(frames + 2 * at, 0, part);
    at += part;
    for (uint32_t i = 0; i < fade; i++, at++)
        assert_true(abs(frames[2 * at + 1]) < abs(frames[2 * at - 1]));
    at += first_sound(frames + 2 * at, count - at) - 1; /* the fade-in begins with 0 */
    for (uint32_t i = 1; i < fade; i++)
        assert_true(abs(frames[2 * (at + i) + 1]) >= abs(frames[2 * (at + i) - 1]));
    assert_known(frames + 2 * (at + fade), part + fade, part - fade);
    free(frames);
}

static void test_close_without_finish_is_quick(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    use_device(*state, "paced");
    assert_int_equal(open_device(&s, "", 48000, 2, &m), UNKNOT_OK);
    assert_int_equal(write_known(s, 0, 40000, &m), UNKNOT_OK);
    int64_t start = uk_clock_ns();
    uk_sink_close(s);
    assert_true(seconds_since(start) < 0.3);
}

static void test_devices_are_listed_and_found_by_name(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    struct unknot_device d;
    use_device(*state, "paced");
    assert_int_equal(uk_sink_device(&places, "portaudio", 0, &d, &m), 1);
    assert_string_equal(d.name, "default");
    assert_int_equal(d.is_default, 1);
    assert_non_null(strstr(d.detail, "ALSA"));
    assert_int_equal(uk_sink_device(&places, "portaudio", 1, &d, &m), 0);
    assert_int_equal(open_device(&s, "default", 48000, 0, &m), UNKNOT_OK);
    uk_sink_close(s);
    use_device(*state, "none");
    assert_int_equal(uk_sink_device(&places, "portaudio", 0, &d, &m), 0);
}

/* PortAudio lists no such names. */
static void test_a_card_is_named_as_alsa_names_it(void **state)
{
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    size_t bytes;
    use_device(*state, "boards");
    if (open_device(&s, "board:CARD=Headphones", 48000, 0, &m) != UNKNOT_OK)
        fail_msg("%s", m.text);
    assert_int_equal(write_known(s, 0, 4800, &m), UNKNOT_OK);
    assert_int_equal(uk_sink_finish(s, &m), UNKNOT_OK);
    uk_sink_close(s);
    int16_t *frames = (int16_t *)(void *)read_whole(in_room(*state, "out.raw.Headphones"), &bytes);
    size_t start = first_sound(frames, bytes / 4);
    assert_true(bytes / 4 >= start + 4800);
    assert_known(frames + 2 * start, 0, 4800);
    free(frames);
    assert_int_equal(open_device(&s, "nothing:CARD=Headphones", 48000, 0, &m), UNKNOT_NO_DEVICE);
    assert_says(&m, "there is no sound device 'nothing:CARD=Headphones', or another program holds it");
}

static void test_what_cannot_be_opened_is_said(void **state)
{
    static const struct {
        const char *conf, *word, *target;
        uint32_t rate;
        const char *says;
    } cases[] = {
        {"none", "run", "", 48000, "no sound device was found, or another program holds it: plug one in, or write the routine to a file with 'unknot render'"},
        {"abort", "run", "", 48000, "the sound device 'default' cannot be opened: the settings of ALSA have no output called default: look into "},
        {"paced", "busy", "", 48000, "no sound device was found, or another program holds it"},
        {"paced", "unplug", "", 48000, "no sound device was found"},
        {"paced", "run", "hw:Nothing,0", 48000, "there is no sound device 'hw:Nothing,0', or another program holds it: 'unknot devices'"},
        {"paced", "run", "--list", 48000, "there is no sound device '--list'"},
        {"paced", "run", "", 192000, "the sound device 'default' does not play at the rate asked for: take 48000 frames a second"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uk_message m = {""};
        struct uk_sink *s = NULL;
        use_device(*state, cases[i].conf);
        tell_device(*state, cases[i].word);
        assert_int_equal(open_device(&s, cases[i].target, cases[i].rate, 0, &m), UNKNOT_NO_DEVICE);
        assert_null(s);
        assert_says(&m, cases[i].says);
    }
}

static void test_a_missing_helper_is_said(void **state)
{
    struct unknot_sink_format format = {.size = sizeof format, .rate = 48000};
    struct uk_places elsewhere = {.plugins = places.plugins, .helpers = (char *)(uintptr_t)"/nonexistent"};
    struct uk_message m = {""};
    struct uk_sink *s = NULL;
    (void)state;
    assert_int_equal(uk_sink_open(&s, &elsewhere, "portaudio", "", &format, NULL, &m), UNKNOT_IO);
    assert_says(&m, "'/nonexistent/unknot-audio' cannot be started");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter_room, leave_room)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_every_frame_reaches_a_file_device),
        TEST(test_every_frame_reaches_a_device_with_a_clock),
        TEST(test_other_rates),
        TEST(test_a_sound_shorter_than_the_ring),
        TEST(test_latency_is_what_is_not_yet_heard),
        TEST(test_a_dry_ring_is_silence_between_fades),
        TEST(test_close_without_finish_is_quick),
        TEST(test_devices_are_listed_and_found_by_name),
        TEST(test_a_card_is_named_as_alsa_names_it),
        TEST(test_what_cannot_be_opened_is_said),
        TEST(test_a_missing_helper_is_said),
    };
    return cmocka_run_group_tests_name("device", tests, NULL, NULL);
}
