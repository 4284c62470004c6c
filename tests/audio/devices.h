/* devices.h - the sound devices of these tests: ALSA configurations, and a word that makes the `paced` device misbehave. */
#ifndef DEVICES_H
#define DEVICES_H

#include "sinks.h"

static inline void use_device(const struct room *room, const char *conf)
{
    char path[200];
    snprintf(path, sizeof path, SOURCE_DIR "/tests/audio/asound/%s.conf", conf);
    /* ALSA takes a space in this variable for the end of a name: one in the path of the sources must not be in it */
    unlink(in_room(room, "asound.conf"));
    assert_int_equal(symlink(path, in_room(room, "asound.conf")), 0);
    setenv("ALSA_CONFIG_PATH", in_room(room, "asound.conf"), 1);
    setenv("PACED_LIB", BUILD_DIR "/tests/libasound_module_pcm_paced.so", 1);
    setenv("AUDIO_OUT", in_room(room, "out.raw"), 1);
    setenv("AUDIO_LOG", in_room(room, "log"), 1);
    setenv("AUDIO_CTL", in_room(room, "control"), 1);
}

static inline void tell_device(const struct room *room, const char *word)
{
    char now[160];
    FILE *f = fopen(in_room(room, "control.new"), "w");
    assert_non_null(f);
    fprintf(f, "%s\n", word);
    fclose(f);
    snprintf(now, sizeof now, "%s", in_room(room, "control"));
    assert_int_equal(rename(in_room(room, "control.new"), now), 0);
}

static inline int open_device(struct uk_sink **s, const char *target, uint32_t rate, double latency_s, struct uk_message *m)
{
    struct unknot_sink_format format = {.size = sizeof format, .rate = rate, .latency_s = latency_s};
    int status = uk_sink_open(s, &places, "portaudio", target, &format, NULL, m);
    if (status == UNKNOT_OK) {
        double want_s = latency_s > 0 ? latency_s : 0.2;
        assert_int_equal(format.sample_format, UNKNOT_S16);
        assert_true(format.latency_s > want_s * 0.9 && format.latency_s < want_s * 1.5);
    }
    return status;
}

#endif
