/* The whole way: what `unknot play` sends through PortAudio and ALSA is, frame for frame, what `unknot render` writes. */
#include "devices.h"

static const char routine[] = "return { title = 'Short', play = function()\n"
                              "  bed { kind = 'noise', db = -40 }\n"
                              "  say 'Let the shoulder drop.'\n"
                              "  bell { hz = 400, seconds = 2 }\n"
                              "  for i = 1, 7 do tone { kind = 'sine', hz = 440, seconds = 0.1, db = -12 } wait(1/7) end\n"
                              "  wait(2)\n"
                              "end }";

static void run(const struct room *room, const char *arguments)
{
    char command[600];
    snprintf(command, sizeof command, "cd '%s' && '%s/bin/unknot' %s > out.txt", room->folder, BUILD_DIR, arguments);
    if (system(command) != 0)
        fail_msg("'%s' failed", command);
}

static void assert_played_as_rendered(const struct room *room, const char *conf)
{
    setenv("XDG_CACHE_HOME", room->folder, 1);
    FILE *f = fopen(in_room(room, "short.lua"), "w");
    assert_non_null(f);
    fputs(routine, f);
    fclose(f);
    use_device(room, conf);
    run(room, "render ./short.lua -o short.wav");
    run(room, "play ./short.lua");

    size_t wav_bytes, out_bytes;
    char *wav = (char *)read_whole(in_room(room, "short.wav"), &wav_bytes);
    char *out = (char *)read_whole(in_room(room, "out.raw"), &out_bytes);
    char *data = memmem(wav, wav_bytes, "data", 4);
    uint32_t size;
    assert_non_null(data);
    memcpy(&size, data + 4, 4);
    data += 8;
    assert_true(size > 48000 * 4 * 4);
    /* the device plays its latency's silence first, and silence behind */
    size_t lead = 0, first = 0;
    while (first < size && !data[first])
        first++;
    while (lead < out_bytes && !out[lead])
        lead++;
    lead -= lead % 4;
    first -= first % 4;
    assert_true(lead >= first && out_bytes - (lead - first) >= size);
    assert_memory_equal(out + lead - first, data, size);
    for (size_t i = lead - first + size; i < out_bytes; i++)
        assert_int_equal(out[i], 0);
    free(wav);
    free(out);
}

static void test_file_device(void **state)
{
    assert_played_as_rendered(*state, "file");
}

static void test_paced_device(void **state)
{
    assert_played_as_rendered(*state, "paced");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_file_device, enter_room, leave_room),
        cmocka_unit_test_setup_teardown(test_paced_device, enter_room, leave_room),
    };
    return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
