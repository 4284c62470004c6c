/* The layout of the public structs is a promise to plugins and hosts built earlier: fields are only appended, and a plugin's table says
 * with `size` how far it goes. A pin that fails here is a break of that promise, or a new field at the end of an options struct: then its
 * SIZE is pinned anew, and nothing else.
 */
#include <unknot.h>
#include <unknot_plugin.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#define SIZE(type, bytes) _Static_assert(sizeof(struct type) == (bytes), #type " has changed its size")
#define AT(type, field, bytes) _Static_assert(offsetof(struct type, field) == (bytes), #type "." #field " has moved")

#if __SIZEOF_POINTER__ == 8
SIZE(unknot_routine_param, 16);
AT(unknot_routine_param, name, 0);
AT(unknot_routine_param, values, 8);

SIZE(unknot_options, 72);
AT(unknot_options, size, 0);
AT(unknot_options, rate, 8);
AT(unknot_options, voice, 16);
AT(unknot_options, voice_db, 24);
AT(unknot_options, tone_db, 32);
AT(unknot_options, bed_db, 40);
AT(unknot_options, data_folder, 48);
AT(unknot_options, cache_folder, 56);
AT(unknot_options, language, 64);

SIZE(unknot_routine, 104);
AT(unknot_routine, name, 0);
AT(unknot_routine, path, 8);
AT(unknot_routine, title, 16);
AT(unknot_routine, summary, 24);
AT(unknot_routine, region, 32);
AT(unknot_routine, tools, 40);
AT(unknot_routine, points, 48);
AT(unknot_routine, minutes, 56);
AT(unknot_routine, minutes_count, 64);
AT(unknot_routine, param_count, 72);
AT(unknot_routine, params, 80);
AT(unknot_routine, position, 88);
AT(unknot_routine, written_title, 96);

SIZE(unknot_param, 16);
AT(unknot_param, name, 0);
AT(unknot_param, value, 8);

SIZE(unknot_cue, 72);
AT(unknot_cue, at_frames, 0);
AT(unknot_cue, length_frames, 8);
AT(unknot_cue, kind, 16);
AT(unknot_cue, bus, 24);
AT(unknot_cue, text, 32);
AT(unknot_cue, phases_frames, 40);

SIZE(unknot_mark, 24);
AT(unknot_mark, at_frames, 0);
AT(unknot_mark, level, 8);
AT(unknot_mark, title, 16);

SIZE(unknot_span, 40);
AT(unknot_span, at_frames, 0);
AT(unknot_span, length_frames, 8);
AT(unknot_span, point, 16);
AT(unknot_span, side, 24);
AT(unknot_span, level, 32);

SIZE(unknot_note, 24);
AT(unknot_note, line, 0);
AT(unknot_note, text, 8);
AT(unknot_note, code, 16);

SIZE(unknot_event, 32);
AT(unknot_event, kind, 0);
AT(unknot_event, at_frames, 8);
AT(unknot_event, value, 16);
AT(unknot_event, text, 24);

SIZE(unknot_player_options, 56);
AT(unknot_player_options, size, 0);
AT(unknot_player_options, sink, 8);
AT(unknot_player_options, target, 16);
AT(unknot_player_options, latency_s, 24);
AT(unknot_player_options, realtime, 32);
AT(unknot_player_options, keep, 36);
AT(unknot_player_options, one_switch, 40);
AT(unknot_player_options, desk, 48);

SIZE(unknot_plugin_info, 40);
AT(unknot_plugin_info, kind, 0);
AT(unknot_plugin_info, name, 8);
AT(unknot_plugin_info, summary, 16);
AT(unknot_plugin_info, path, 24);
AT(unknot_plugin_info, trouble, 32);

SIZE(unknot_device_info, 24);
AT(unknot_device_info, name, 0);
AT(unknot_device_info, detail, 8);
AT(unknot_device_info, is_default, 16);

SIZE(unknot_pack, 96);
AT(unknot_pack, id, 0);
AT(unknot_pack, title, 8);
AT(unknot_pack, summary, 16);
AT(unknot_pack, author, 24);
AT(unknot_pack, licence, 32);
AT(unknot_pack, version, 40);
AT(unknot_pack, unknot, 48);
AT(unknot_pack, folder, 56);
AT(unknot_pack, trouble, 64);
AT(unknot_pack, replaced, 72);
AT(unknot_pack, languages, 80);
AT(unknot_pack, routines, 88);

SIZE(unknot_plugin, 32);
AT(unknot_plugin, abi, 0);
AT(unknot_plugin, kind, 4);
AT(unknot_plugin, name, 8);
AT(unknot_plugin, summary, 16);
AT(unknot_plugin, ops, 24);

SIZE(unknot_phrase, 88);
AT(unknot_phrase, text, 0);
AT(unknot_phrase, source, 8);
AT(unknot_phrase, language, 16);
AT(unknot_phrase, by, 24);
AT(unknot_phrase, why, 32);
AT(unknot_phrase, seconds, 40);
AT(unknot_phrase, room_s, 48);
AT(unknot_phrase, at_frames, 56);
AT(unknot_phrase, is_answer, 64);
AT(unknot_phrase, sentences, 72);
AT(unknot_phrase, lines, 80);

SIZE(unknot_loudness, 24);
AT(unknot_loudness, lufs, 0);
AT(unknot_loudness, peak_dbtp, 8);
AT(unknot_loudness, seconds, 16);

SIZE(unknot_voice, 128);
AT(unknot_voice, id, 0);
AT(unknot_voice, name, 8);
AT(unknot_voice, language, 16);
AT(unknot_voice, speaker, 24);
AT(unknot_voice, licence, 32);
AT(unknot_voice, engine, 40);
AT(unknot_voice, settings, 48);
AT(unknot_voice, folder, 56);
AT(unknot_voice, trouble, 64);
AT(unknot_voice, is_pack, 72);
AT(unknot_voice, shipped, 76);
AT(unknot_voice, chosen, 80);
AT(unknot_voice, rate, 84);
AT(unknot_voice, lines, 88);
AT(unknot_voice, stale, 96);
AT(unknot_voice, missing, 104);
AT(unknot_voice, seconds, 112);
AT(unknot_voice, bytes, 120);

SIZE(unknot_voice_line, 48);
AT(unknot_voice_line, id, 0);
AT(unknot_voice_line, text, 8);
AT(unknot_voice_line, say, 16);
AT(unknot_voice_line, file, 24);
AT(unknot_voice_line, seconds, 32);
AT(unknot_voice_line, stale, 40);
AT(unknot_voice_line, missing, 44);

SIZE(unknot_building, 64);
AT(unknot_building, size, 0);
AT(unknot_building, folder, 8);
AT(unknot_building, sentences, 16);
AT(unknot_building, name, 24);
AT(unknot_building, speaker, 32);
AT(unknot_building, licence, 40);
AT(unknot_building, progress, 48);
AT(unknot_building, ctx, 56);

SIZE(unknot_built, 32);
AT(unknot_built, kept, 0);
AT(unknot_built, made, 8);
AT(unknot_built, failed, 16);
AT(unknot_built, removed, 24);

SIZE(unknot_finding, 24);
AT(unknot_finding, line, 0);
AT(unknot_finding, error, 4);
AT(unknot_finding, code, 8);
AT(unknot_finding, text, 16);

SIZE(unknot_recordings, 96);
AT(unknot_recordings, size, 0);
AT(unknot_recordings, path, 8);
AT(unknot_recordings, voice, 16);
AT(unknot_recordings, script, 24);
AT(unknot_recordings, match, 32);
AT(unknot_recordings, match_to, 40);
AT(unknot_recordings, again_to, 48);
AT(unknot_recordings, name, 56);
AT(unknot_recordings, speaker, 64);
AT(unknot_recordings, licence, 72);
AT(unknot_recordings, progress, 80);
AT(unknot_recordings, ctx, 88);

SIZE(unknot_take, 88);
AT(unknot_take, id, 0);
AT(unknot_take, text, 8);
AT(unknot_take, file, 16);
AT(unknot_take, from_s, 24);
AT(unknot_take, to_s, 32);
AT(unknot_take, seconds, 40);
AT(unknot_take, room_s, 48);
AT(unknot_take, noise_db, 56);
AT(unknot_take, lufs, 64);
AT(unknot_take, sure, 72);
AT(unknot_take, flaws, 80);
AT(unknot_take, taken, 84);

SIZE(unknot_imported, 64);
AT(unknot_imported, folder, 0);
AT(unknot_imported, takes, 8);
AT(unknot_imported, take_count, 16);
AT(unknot_imported, taken_count, 24);
AT(unknot_imported, line_count, 32);
AT(unknot_imported, remarks, 40);
AT(unknot_imported, remark_count, 48);
AT(unknot_imported, again, 56);

SIZE(unknot_host, 48);
AT(unknot_host, size, 0);
AT(unknot_host, ctx, 8);
AT(unknot_host, fail, 16);
AT(unknot_host, helper_folder, 24);
AT(unknot_host, language, 32);
AT(unknot_host, trouble, 40);

SIZE(unknot_sink_format, 24);
AT(unknot_sink_format, size, 0);
AT(unknot_sink_format, rate, 4);
AT(unknot_sink_format, sample_format, 8);
AT(unknot_sink_format, latency_s, 16);

SIZE(unknot_sink_chapter, 16);
AT(unknot_sink_chapter, at_frames, 0);
AT(unknot_sink_chapter, title, 8);

SIZE(unknot_sink_about, 40);
AT(unknot_sink_about, size, 0);
AT(unknot_sink_about, title, 8);
AT(unknot_sink_about, length_frames, 16);
AT(unknot_sink_about, chapters, 24);
AT(unknot_sink_about, chapter_count, 32);

SIZE(unknot_device, 392);
AT(unknot_device, size, 0);
AT(unknot_device, name, 4);
AT(unknot_device, detail, 132);
AT(unknot_device, is_default, 388);

SIZE(unknot_sink_health, 416);
AT(unknot_sink_health, size, 0);
AT(unknot_sink_health, away, 4);
AT(unknot_sink_health, dropouts, 8);
AT(unknot_sink_health, why, 16);

SIZE(unknot_sink_ops, 64);
AT(unknot_sink_ops, size, 0);
AT(unknot_sink_ops, open, 8);
AT(unknot_sink_ops, write, 16);
AT(unknot_sink_ops, finish, 24);
AT(unknot_sink_ops, close, 32);
AT(unknot_sink_ops, latency_frames, 40);
AT(unknot_sink_ops, device, 48);
AT(unknot_sink_ops, health, 56);

SIZE(unknot_speech, 24);
AT(unknot_speech, size, 0);
AT(unknot_speech, ctx, 8);
AT(unknot_speech, put, 16);

SIZE(unknot_voice_info, 152);
AT(unknot_voice_info, size, 0);
AT(unknot_voice_info, rate, 4);
AT(unknot_voice_info, identity, 8);
AT(unknot_voice_info, language, 136);

SIZE(unknot_voice_ops, 32);
AT(unknot_voice_ops, size, 0);
AT(unknot_voice_ops, open, 8);
AT(unknot_voice_ops, speak, 16);
AT(unknot_voice_ops, close, 24);

SIZE(unknot_control_command, 88);
AT(unknot_control_command, size, 0);
AT(unknot_control_command, count, 4);
AT(unknot_control_command, words, 8);
AT(unknot_control_command, token, 72);
AT(unknot_control_command, at_ns, 80);

SIZE(unknot_control_ops, 56);
AT(unknot_control_ops, size, 0);
AT(unknot_control_ops, open, 8);
AT(unknot_control_ops, fd, 16);
AT(unknot_control_ops, next, 24);
AT(unknot_control_ops, reply, 32);
AT(unknot_control_ops, event, 40);
AT(unknot_control_ops, close, 48);

SIZE(unknot_source_cue, 32);
AT(unknot_source_cue, size, 0);
AT(unknot_source_cue, rate, 4);
AT(unknot_source_cue, seed, 8);
AT(unknot_source_cue, hz, 16);
AT(unknot_source_cue, beat_hz, 24);

SIZE(unknot_source_ops, 32);
AT(unknot_source_ops, size, 0);
AT(unknot_source_ops, open, 8);
AT(unknot_source_ops, render, 16);
AT(unknot_source_ops, close, 24);
#endif

/* Numbers that were compiled into plugins and hosts. */
_Static_assert(UNKNOT_PLUGIN_ABI >> 16 == 1, "another major version is a decision");
_Static_assert(UNKNOT_SINK == 1 && UNKNOT_VOICE == 2 && UNKNOT_CONTROL == 3 && UNKNOT_SOURCE == 4, "kinds keep their numbers");
_Static_assert(UNKNOT_S16 == 1 && UNKNOT_F32 == 2, "sample formats keep their numbers");
_Static_assert(UNKNOT_EXACT == 0 && UNKNOT_SMOOTH == 1, "ways to seek keep their numbers");
_Static_assert(UNKNOT_EVENT_NONE == 0 && UNKNOT_EVENT_MARK == 1 && UNKNOT_EVENT_CAPTION == 2 && UNKNOT_EVENT_END == 3,
               "events keep their numbers");
_Static_assert(UNKNOT_OK == 0 && UNKNOT_FAILED == -1 && UNKNOT_LIMIT == -10, "statuses keep their numbers");

/* A plugin's failures are statuses of the engine. */
_Static_assert((int)UNKNOT_PLUGIN_FAILED == (int)UNKNOT_FAILED, "");
_Static_assert((int)UNKNOT_PLUGIN_NO_MEMORY == (int)UNKNOT_NO_MEMORY, "");
_Static_assert((int)UNKNOT_PLUGIN_BAD_TARGET == (int)UNKNOT_BAD_ARGUMENT, "");
_Static_assert((int)UNKNOT_PLUGIN_IO == (int)UNKNOT_IO, "");
_Static_assert((int)UNKNOT_PLUGIN_NO_DEVICE == (int)UNKNOT_NO_DEVICE, "");

static void test_every_status_has_a_text_of_its_own(void **state)
{
    (void)state;
    for (int a = UNKNOT_LIMIT; a <= UNKNOT_OK; a++) {
        assert_true(strlen(unknot_status_text(a)) > 0);
        assert_string_not_equal(unknot_status_text(a), unknot_status_text(1));
        for (int b = UNKNOT_LIMIT; b < a; b++)
            assert_string_not_equal(unknot_status_text(a), unknot_status_text(b));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_status_has_a_text_of_its_own)};
    return cmocka_run_group_tests_name("abi", tests, NULL, NULL);
}
