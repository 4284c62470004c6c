/* Which output is played to when nobody chose one, on made-up machines. */
#include "check.h"
#include "machine.h"

#include "../plugins/sink-portaudio/outputs.h"

#define PI_CARDS \
    " 0 [vc4hdmi0       ]: vc4-hdmi - vc4-hdmi-0\n" \
    "                      vc4-hdmi-0\n" \
    " 1 [vc4hdmi1       ]: vc4-hdmi - vc4-hdmi-1\n" \
    "                      vc4-hdmi-1\n" \
    " 2 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones\n" \
    "                      bcm2835 Headphones\n" \
    " 3 [sndrpihifiberry]: HifiberryDacp - snd_rpi_hifiberry_dacplus\n" \
    "                      snd_rpi_hifiberry_dacplus\n" \
    " 4 [Device         ]: USB-Audio - USB Audio Device\n" \
    "                      C-Media USB Audio Device at usb-3f980000.usb-1.3, full speed\n" \
    " 5 [Loopback       ]: Loopback - Loopback\n" \
    "                      Loopback 1\n"

static const char *const pi_outputs[] = {
    "vc4-hdmi-0: MAI PCM i2s-hifi-0 (hw:0,0)",
    "vc4-hdmi-1: MAI PCM i2s-hifi-0 (hw:1,0)",
    "bcm2835 Headphones: - (hw:2,0)",
    "snd_rpi_hifiberry_dacplus: HiFiBerry DAC+ HiFi pcm512x-hifi-0 (hw:3,0)",
    "USB Audio Device: - (hw:4,0)",
    "Loopback: PCM (hw:5,0)",
    "Loopback: PCM (hw:5,1)",
    "sysdefault",
    "default",
    "dmix",
};
#define OUTPUTS (sizeof pi_outputs / sizeof *pi_outputs)

static void rank(const struct machine *m, const char *decider, struct output *out)
{
    for (size_t i = 0; i < OUTPUTS; i++) {
        out[i].index = (int)i;
        output_look(&out[i], m->root, pi_outputs[i], decider);
    }
    qsort(out, OUTPUTS, sizeof *out, output_order);
}

static void write_pi(const struct machine *m)
{
    put(m, "proc/asound/cards", PI_CARDS);
    put(m, "proc/asound/card4/usbid", "0d8c:0014\n");
}

static void a_pi_plays_to_what_was_plugged_in(void **state)
{
    static const char *const order[OUTPUTS] = {
        "sysdefault:CARD=Device", "sysdefault:CARD=sndrpihifiberry", "sysdefault:CARD=Headphones", "sysdefault:CARD=vc4hdmi0",
        "sysdefault:CARD=vc4hdmi1", "default", "sysdefault", "dmix", "sysdefault:CARD=Loopback", "hw:Loopback,1",
    };
    struct output o[OUTPUTS];
    write_pi(*state);
    rank(*state, "", o);
    for (size_t i = 0; i < OUTPUTS; i++)
        assert_string_equal(o[i].name, order[i]);
    assert_string_equal(o[0].why, "USB, before all that is built in");
    assert_string_equal(o[0].hw, "hw:Device,0");
    assert_string_equal(o[5].why, "whichever card comes first");
    assert_string_equal(o[6].why, "");
}

static void what_the_owner_decided_comes_first(void **state)
{
    struct output o[OUTPUTS];
    write_pi(*state);
    rank(*state, "/etc/asound.conf", o);
    assert_string_equal(o[0].name, "default");
    assert_string_equal(o[0].why, "what /etc/asound.conf says");
    assert_string_equal(o[1].name, "sysdefault:CARD=Device");
}

/* Another order of plugging in, the same names in the same order. */
static void numbers_of_cards_count_for_nothing(void **state)
{
    struct output a = {.index = 0}, b = {.index = 1};
    put(*state, "proc/asound/cards", " 0 [Zero           ]: USB-Audio - Zero\n                      Zero\n"
                                     " 1 [Alpha          ]: USB-Audio - Alpha\n                      Alpha\n");
    put(*state, "proc/asound/card0/usbid", "1:1\n");
    put(*state, "proc/asound/card1/usbid", "1:2\n");
    output_look(&a, ((const struct machine *)*state)->root, "Zero: - (hw:0,0)", "");
    output_look(&b, ((const struct machine *)*state)->root, "Alpha: - (hw:1,0)", "");
    assert_true(output_order(&b, &a) < 0);
    assert_true(output_order(&a, &b) > 0);
}

/* One card of a PC has both. */
static void headphones_of_a_pc_come_before_its_hdmi(void **state)
{
    struct output jack = {.index = 1}, hdmi = {.index = 0}, gone = {.index = 2};
    put(*state, "proc/asound/cards", " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH at 0xf7f10000\n");
    output_look(&hdmi, ((const struct machine *)*state)->root, "HDA Intel PCH: HDMI 0 (hw:0,3)", "");
    output_look(&jack, ((const struct machine *)*state)->root, "HDA Intel PCH: ALC269VC Analog (hw:0,0)", "");
    output_look(&gone, ((const struct machine *)*state)->root, "Nothing: - (hw:7,0)", "");
    assert_true(output_order(&jack, &hdmi) < 0);
    assert_int_equal(jack.rank, OUTPUT_BUILT_IN);
    assert_string_equal(jack.name, "sysdefault:CARD=PCH");
    assert_int_equal(hdmi.rank, OUTPUT_HDMI);
    assert_string_equal(hdmi.name, "hw:PCH,3");
    assert_string_equal(gone.name, "Nothing: - (hw:7,0)"); /* pulled out meanwhile */
    assert_int_equal(gone.rank, OUTPUT_NAMED);
}

static void which_file_says_what_default_is(void **state)
{
    const struct machine *m = *state;
    char found[256], home[512];
    snprintf(home, sizeof home, "%s/home", m->root);
    setenv("HOME", home, 1);
    unsetenv("ALSA_CONFIG_PATH");
    unsetenv("XDG_CONFIG_HOME");
    assert_string_equal(output_decider(m->root, found, sizeof found), "");
    put(m, "etc/alsa/conf.d/10-rate.conf", "defaults.pcm.rate_converter \"samplerate\"\n# pcm.!default { type pulse }\nctl.!default { type hw card 1 }\n");
    put(m, "etc/alsa/conf.d/99-pulse.conf.example", "pcm.!default { type pulse }\n");
    assert_string_equal(output_decider(m->root, found, sizeof found), "");
    put(m, "etc/alsa/conf.d/99-pipewire-default.conf", "pcm.!default {\n    type pipewire\n}\n");
    assert_string_equal(output_decider(m->root, found, sizeof found), "/etc/alsa/conf.d/99-pipewire-default.conf");
    put(m, "etc/asound.conf", "defaults.pcm.card 1\n");
    assert_string_equal(output_decider(m->root, found, sizeof found), "/etc/asound.conf");
    put(m, "home/.asoundrc", "pcm.!default {\n  type asym\n}\n");
    assert_string_equal(output_decider(m->root, found, sizeof found), "~/.asoundrc");
    setenv("ALSA_CONFIG_PATH", "/a.conf", 1);
    assert_string_equal(output_decider(m->root, found, sizeof found), "ALSA_CONFIG_PATH");
    unsetenv("ALSA_CONFIG_PATH");
}

static void put_stream(const struct machine *m, const char *name, const char *status)
{
    char path[128];
    snprintf(path, sizeof path, "proc/asound/%s/sub0/status", name);
    put(m, path, status);
}

static void a_better_one_that_is_in_use_is_missed(void **state)
{
    const struct machine *m = *state;
    struct output o[OUTPUTS];
    char said[300] = "";
    write_pi(m);
    put_stream(m, "card4/pcm0p", "closed\n");
    rank(m, "", o);
    assert_false(output_missed(m->root, o, OUTPUTS, said, sizeof said)); /* the best is there */
    assert_false(output_missed(m->root, o + 1, OUTPUTS - 1, said, sizeof said)); /* it is not, and nobody has it */
    put_stream(m, "card4/pcm0p", "state: RUNNING\nowner_pid   : 815\n");
    assert_false(output_missed(m->root, o, OUTPUTS, said, sizeof said)); /* others can have it, too */
    assert_true(output_missed(m->root, o + 1, OUTPUTS - 1, said, sizeof said));
    assert_string_equal(said, "the sound card 'USB Audio Device' is in use by another program");
    put(m, "proc/815/status", "Name:\toutput\nTgid:\t812\n");
    put(m, "proc/812/comm", "mpd\n");
    assert_true(output_missed(m->root, o + 1, OUTPUTS - 1, said, sizeof said));
    assert_string_equal(said, "the sound card 'USB Audio Device' is in use by mpd (process 812)");
    assert_true(output_missed(m->root, NULL, 0, said, sizeof said)); /* there is nothing else */
    put_stream(m, "card2/pcm0p", "state: RUNNING\nowner_pid   : 9\n"); /* that is worse than what is played to */
    assert_true(output_missed(m->root, o + 3, OUTPUTS - 3, said, sizeof said));
    assert_non_null(strstr(said, "by mpd"));
    put_stream(m, "card4/pcm0p", "closed\n");
    assert_false(output_missed(m->root, o + 1, 1, said, sizeof said));
    rank(m, "/etc/asound.conf", o); /* what the owner decided is the best there is */
    put_stream(m, "card4/pcm0p", "state: RUNNING\nowner_pid   : 815\n");
    assert_false(output_missed(m->root, o, 1, said, sizeof said));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_MACHINE(a_pi_plays_to_what_was_plugged_in),
        IN_A_MACHINE(what_the_owner_decided_comes_first),
        IN_A_MACHINE(numbers_of_cards_count_for_nothing),
        IN_A_MACHINE(headphones_of_a_pc_come_before_its_hdmi),
        IN_A_MACHINE(a_better_one_that_is_in_use_is_missed),
        IN_A_MACHINE(which_file_says_what_default_is),
    };
    return RUN(tests);
}
