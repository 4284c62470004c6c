/* Each check of the doctor, on made-up machines: one that is well, and one for each thing that can be wrong. */
#include "check.h"
#include "machine.h"

#include "cli/doctor.h"

#include <elf.h>

#define OTHER_USER 54321 /* neither the owner of the made-up files nor in their group */

static struct uk_machine look(const struct machine *m)
{
    return (struct uk_machine){.root = m->root, .user = "pi", .home = "/home/pi", .uid = OTHER_USER, .state = "/home/pi/.local/state/unknot",
                               .output = "sysdefault:CARD=Device", .kernel = "aarch64", .now = 1800000000, .installed = 1700000000};
}

static void assert_found(const struct uk_finding *f, enum uk_verdict verdict, const char *says, const char *mend)
{
    if (f->verdict != verdict || !strstr(f->says, says) || strcmp(f->mend, mend) != 0)
        fail_msg("found %d \"%s\", mended by \"%s\"", f->verdict, f->says, f->mend);
}

static struct uk_finding ask(const struct uk_machine *m, void (*check)(const struct uk_machine *m, struct uk_finding *f))
{
    struct uk_finding f = {0};
    check(m, &f);
    return f;
}

/* A file of the machine with these rights; its group. */
static gid_t put_mode(const struct machine *m, const char *name, mode_t mode)
{
    char path[512];
    struct stat s;
    put(m, name, "");
    snprintf(path, sizeof path, "%s/%s", m->root, name);
    assert_int_equal(chmod(path, mode), 0);
    assert_int_equal(stat(path, &s), 0);
    return s.st_gid;
}

/* ---- rights ---- */

static void who_may_open_the_cards(void **state)
{
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    struct uk_finding f = ask(&m, uk_doctor_rights);
    assert_found(&f, UK_WELL, "a sound server plays", "");
    m.output = "";
    f = ask(&m, uk_doctor_rights);
    assert_found(&f, UK_MEND, "there is no sound card", "plug one in");
    put(here, "proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.2");
    f = ask(&m, uk_doctor_rights);
    assert_non_null(strstr(f.mend, "dtoverlay="));

    char group[64];
    gid_t gid = put_mode(here, "dev/snd/pcmC0D0p", 0660);
    snprintf(group, sizeof group, "games:x:5:pi\naudio:x:%u:anna,piet\n", (unsigned)gid);
    put(here, "etc/group", group);
    f = ask(&m, uk_doctor_rights);
    assert_found(&f, UK_MEND, "belong to the group audio, and pi is not in it", "sudo usermod -aG audio pi, then log out and in again");
    snprintf(group, sizeof group, "audio:x:%u:anna,pi\n", (unsigned)gid);
    put(here, "etc/group", group);
    f = ask(&m, uk_doctor_rights);
    assert_found(&f, UK_MEND, "pi is in the group audio, but was logged in before", "log out and in again; for a service: sudo systemctl restart user@54321");
    m.groups = &gid;
    m.group_count = 1;
    f = ask(&m, uk_doctor_rights);
    assert_found(&f, UK_WELL, "pi may open the sound cards", "");
}

/* ---- busy ---- */

static void put_stream(const struct machine *m, const char *status)
{
    put(m, "proc/asound/card1/id", "Device\n");
    put(m, "proc/asound/card1/pcm0p/sub0/status", status);
}

static void who_holds_a_card(void **state)
{
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    put_stream(here, "closed\n");
    struct uk_finding f = ask(&m, uk_doctor_busy);
    assert_found(&f, UK_WELL, "no program holds a sound card", "");
    put_stream(here, "state: RUNNING\nowner_pid   : 812\ntrigger_time: 16.0\n");
    put(here, "proc/812/status", "Name:\tdata-loop.0\nTgid:\t811\nPid:\t812\n"); /* a thread */
    put(here, "proc/812/comm", "data-loop.0\n");
    put(here, "proc/811/comm", "mpd\n");
    f = ask(&m, uk_doctor_busy);
    assert_found(&f, UK_MEND, "mpd (process 811) has the card Device", "kill 811, or have it play to another card");
    m.output = "sysdefault:CARD=vc4hdmi0";
    f = ask(&m, uk_doctor_busy);
    assert_found(&f, UK_NOTE, "mpd (process 811) has the card Device; unknot plays to another", "");
    put(here, "proc/811/comm", "pipewire\n");
    f = ask(&m, uk_doctor_busy);
    assert_found(&f, UK_MEND, "pipewire has the card Device, and unknot does not go through it",
                 "sudo apt install pipewire-alsa; or do without it: systemctl --user disable --now pipewire.socket pipewire wireplumber");
    m.output = "default";
    f = ask(&m, uk_doctor_busy);
    assert_found(&f, UK_WELL, "pipewire has the card Device, and plays what comes from unknot, too", "");
    put(here, "proc/811/comm", "unknot-audio\n");
    f = ask(&m, uk_doctor_busy);
    assert_found(&f, UK_NOTE, "a session is playing on the card Device", "");
}

/* ---- login ---- */

static void a_server_ends_with_the_login(void **state)
{
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    m.by_ssh = true;
    struct uk_finding f = ask(&m, uk_doctor_linger);
    assert_found(&f, UK_WELL, "no sound server hangs on a login", "");
    put(here, "run/user/54321/pipewire-0", "");
    f = ask(&m, uk_doctor_linger);
    assert_found(&f, UK_MEND, "the sound stops when the connection ends", "sudo loginctl enable-linger pi");
    m.by_ssh = false;
    f = ask(&m, uk_doctor_linger);
    assert_found(&f, UK_WELL, "as long as pi is logged in", "");
    put(here, "home/pi/.config/systemd/user/default.target.wants/unknot.service", "");
    f = ask(&m, uk_doctor_linger);
    assert_found(&f, UK_MEND, "unknot is a service of pi, which begins with the first login", "sudo loginctl enable-linger pi");
    m.by_ssh = true;
    put(here, "var/lib/systemd/linger/pi", "");
    f = ask(&m, uk_doctor_linger);
    assert_found(&f, UK_WELL, "goes on after logging out", "");
}

/* ---- volume ---- */

#define USB_LOUD \
    "Simple mixer control 'PCM',0\n  Capabilities: pvolume pswitch\n  Playback channels: Front Left - Front Right\n  Limits: Playback 0 - 255\n" \
    "  Mono:\n  Front Left: Playback 200 [78%] [-11.00dB] [on]\n  Front Right: Playback 0 [0%] [-51.00dB] [on]\n" \
    "Simple mixer control 'Mic',0\n  Capabilities: pvolume cvolume pswitch\n  Mono: Playback 0 [0%] [0.00dB] [off] Capture 5 [10%] [on]\n"
#define USB_MUTED \
    "Simple mixer control 'PCM',0\n  Limits: Playback 0 - 255\n  Front Left: Playback 200 [78%] [-11.00dB] [off]\n" \
    "  Front Right: Playback 200 [78%] [-11.00dB] [off]\nSimple mixer control 'Mic',0\n  Mono: Playback 9 [50%] [on]\n"
#define DAC_AT_ZERO \
    "Simple mixer control 'Deemphasis',0\n  Capabilities: pswitch\n  Mono: Playback [off]\nSimple mixer control 'Digital',0\n" \
    "  Front Left: Playback 0 [0%] [-103.50dB]\n  Front Right: Playback 0 [0%] [-103.50dB]\n"
#define LAPTOP \
    "Simple mixer control 'Master',0\n  Mono: Playback 50 [57%] [-27.75dB] [on]\nSimple mixer control 'Headphone',0\n" \
    "  Front Left: Playback 0 [0%] [-65.25dB] [off]\n  Front Right: Playback 0 [0%] [-65.25dB] [off]\n"
#define SPEAKER "Simple mixer control 'Speaker',0\n  Front Left: Playback 87 [100%] [0.00dB] [on]\n"

static void volumes_at_zero(void **state)
{
    struct uk_machine m = look(*state);
    struct uk_finding f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_NOTE, "not looked at: that takes amixer", "");
    m.mixer = "";
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_WELL, "no volume", "");
    m.mixer = USB_LOUD;
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_WELL, "no volume", "");
    m.mixer = USB_MUTED;
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_MEND, "the volume 'PCM' is at zero or muted", "amixer -c Device sset 'PCM' 70% unmute && sudo alsactl store");
    m.mixer = DAC_AT_ZERO;
    m.output = "default";
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_MEND, "the volume 'Digital' is at zero", "amixer sset 'Digital' 70% && sudo alsactl store");
    m.mixer = LAPTOP SPEAKER; /* nothing is plugged into the headphones */
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_WELL, "no volume", "");
    m.mixer = LAPTOP;
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_MEND, "the volume 'Headphone' is at zero or muted", "amixer sset 'Headphone' 70% unmute && sudo alsactl store");
    m.mixer = "Simple mixer control 'Audio Output Volume Control',0\n  Front Left: Playback 0 [0%] [-128.00dB] [on]\n"
              "Simple mixer control 'Headphone Mic Boost',0\n  Front Left: 0 [0%] [0.00dB]\n";
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_MEND, "the volume 'Audio Output Volume Control' is at zero or muted", "amixer sset 'Audio Output Volume Control' 70% unmute && sudo alsactl store");
    m.output = "";
    f = ask(&m, uk_doctor_mixer);
    assert_found(&f, UK_NOTE, "nothing to play to", "");
}

/* ---- sessions ---- */

static void sessions_that_cannot_be_kept(void **state)
{
    static const char root[] = "22 1 179:2 / / rw,noatime shared:1 - ext4 /dev/root rw\n";
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    char mounts[512], path[512];
    put(here, "home/pi/.bashrc", "");
    snprintf(path, sizeof path, "%s/home/pi", here->root);
    assert_int_equal(chmod(path, 0700), 0);
    put(here, "proc/self/mountinfo", root);
    struct uk_finding f = ask(&m, uk_doctor_state);
    assert_found(&f, UK_MEND, "pi may not write in /home/pi", "sudo chown -R pi /home/pi");
    m.uid = geteuid();
    f = ask(&m, uk_doctor_state);
    assert_found(&f, UK_WELL, "sessions are kept in /home/pi/.local/state/unknot", "");
    snprintf(mounts, sizeof mounts, "30 22 0:30 / /home rw,relatime - tmpfs tmpfs rw,size=1k\n%s31 22 0:31 / /home/p rw - ext4 /dev/sdb rw\n", root);
    put(here, "proc/self/mountinfo", mounts);
    f = ask(&m, uk_doctor_state);
    assert_found(&f, UK_MEND, "which is in memory: a power cut takes them", "export XDG_STATE_HOME=/a/folder/on/the/disk, in the service or in ~/.profile");
    put(here, "proc/self/mountinfo", "22 1 0:20 / / rw,noatime - overlay overlay rw,lowerdir=/lower,upperdir=/upper/data\n");
    f = ask(&m, uk_doctor_state);
    assert_found(&f, UK_MEND, "an overlay over the disk", "export XDG_STATE_HOME=/a/folder/on/the/disk, in the service or in ~/.profile");
    put(here, "proc/self/mountinfo", "22 1 179:2 / / ro,noatime shared:1 - ext4 /dev/root ro,errors=remount-ro\n");
    f = ask(&m, uk_doctor_state);
    assert_found(&f, UK_MEND, "a disk that is read-only", "export XDG_STATE_HOME=/a/folder/that/can/be/written; or: sudo mount -o remount,rw /");
}

/* ---- clock, rate, machine ---- */

static void a_clock_that_was_never_set(void **state)
{
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    struct uk_finding f = ask(&m, uk_doctor_clock);
    assert_found(&f, UK_WELL, "the clock says 2027-01-15 08:00 UTC", "");
    put(here, "run/systemd/timesync/x", "");
    f = ask(&m, uk_doctor_clock);
    assert_found(&f, UK_NOTE, "was not set from the network", "");
    put(here, "run/systemd/timesync/synchronized", "");
    f = ask(&m, uk_doctor_clock);
    assert_found(&f, UK_WELL, "the clock says", "");
    m.now = 100;
    f = ask(&m, uk_doctor_clock);
    assert_found(&f, UK_MEND, "1970-01-01 00:01 UTC, which was before unknot was installed", "sudo timedatectl set-ntp true");
}

static void a_card_of_another_rate(void **state)
{
    static const char only_44100[] = "C-Media USB Audio at usb-1.3, full speed : USB Audio\n\nPlayback:\n  Status: Stop\n  Interface 1\n    Altset 1\n"
                                     "    Format: S16_LE\n    Rates: 44100\nCapture:\n  Interface 2\n    Rates: 48000\n";
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    struct uk_finding f = ask(&m, uk_doctor_rate);
    assert_found(&f, UK_WELL, "converted where the card wants it", "");
    put(here, "proc/asound/card3/id", "Device\n");
    put(here, "proc/asound/card3/stream0", only_44100);
    f = ask(&m, uk_doctor_rate);
    assert_found(&f, UK_NOTE, "takes 44100 frames a second, not 48000: all is converted; --rate 44100 spares that", "");
    put(here, "proc/asound/card3/stream0", "Playback:\n    Rates: 8000 - 96000 (continuous)\n");
    f = ask(&m, uk_doctor_rate);
    assert_found(&f, UK_WELL, "as they are", "");
}

static void put_program(const struct machine *here, uint16_t machine, uint8_t class)
{
    char path[512];
    Elf64_Ehdr head = {.e_ident = ELFMAG, .e_machine = machine};
    head.e_ident[EI_CLASS] = class;
    put(here, "proc/self/exe", "");
    snprintf(path, sizeof path, "%s/proc/self/exe", here->root);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(&head, sizeof head, 1, f), 1);
    fclose(f);
}

static void a_program_for_another_machine(void **state)
{
    struct uk_machine m = look(*state);
    put_program(*state, EM_AARCH64, ELFCLASS64);
    struct uk_finding f = ask(&m, uk_doctor_architecture);
    assert_found(&f, UK_WELL, "built for this machine, aarch64", "");
    put_program(*state, EM_ARM, ELFCLASS32);
    f = ask(&m, uk_doctor_architecture);
    assert_found(&f, UK_NOTE, "a 32-bit unknot on a 64-bit kernel", "");
    put_program(*state, EM_X86_64, ELFCLASS64);
    f = ask(&m, uk_doctor_architecture);
    assert_found(&f, UK_MEND, "built for another machine than this", "install the package for aarch64, or build unknot on this machine");
}

/* ---- dropouts ---- */

static void sound_that_stopped_in_past_sessions(void **state)
{
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    struct uk_finding f = ask(&m, uk_doctor_dropouts);
    assert_found(&f, UK_WELL, "no session was kept so far", "");
    char name[100];
    for (int i = 0; i < 12; i++) {
        snprintf(name, sizeof name, "home/pi/.local/state/unknot/sessions/20260101T0000%02dZ-000-a.jsonl", i);
        put(here, name, i < 2 ? "{\"unknot\": 1}\n{\"position\": 3.0}\n{\"end\": \"done\", \"dropouts\": 100}\n" : "{\"unknot\": 1}\n{\"position\": 3.0}\n{\"end\": \"done\"}\n");
    }
    f = ask(&m, uk_doctor_dropouts);
    assert_found(&f, UK_WELL, "never stopped in the last 10 sessions", ""); /* it is better since */
    put(here, name, "{\"unknot\": 1, \"source\": \"dropouts\"}\n{\"position\": 3.0}\n{\"end\": \"stopped\", \"dropouts\": 3}\n");
    f = ask(&m, uk_doctor_dropouts);
    assert_found(&f, UK_MEND, "stopped 3 times in 1 of the last 10 sessions", "close what else works on this machine while a session plays: top shows it");
    put(here, "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "ondemand\n");
    f = ask(&m, uk_doctor_dropouts);
    assert_found(&f, UK_MEND, "the machine was too slow", "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
}

/* ---- the report ---- */

static void the_owner_is_not_in_the_report(void **state)
{
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    (void)state;
    assert_non_null(out);
    uk_doctor_scrub(out, "pi: /home/pi/x of pipewire, api, piriformis, pi_1 on musikpi; /home/pia /mnt/pi", "/home/pi", "pi", "musikpi");
    fclose(out);
    assert_string_equal(text, "USER: ~/x of pipewire, api, piriformis, pi_1 on HOST; /home/pia /mnt/USER");
    free(text);
}

/* ---- the service ---- */

#define NETWORK_LINE \
    "sudo install -Dm644 -t /etc/systemd/system/unknot.service.d /usr/share/doc/unknot/examples/network.conf && " \
    "sudo systemctl daemon-reload && sudo systemctl restart unknot"

static void a_service_may_reach_its_broker(void **state)
{
    const struct machine *here = *state;
    struct uk_machine m = look(here);
    struct uk_finding f = ask(&m, uk_doctor_network);
    assert_found(&f, UK_WELL, "no service", "");
    put(here, "etc/default/unknot", "# --control mqtt:elsewhere\nOPTIONS=\"suboccipitals --control mqtt:/run/mosquitto/socket\"\n");
    f = ask(&m, uk_doctor_network);
    assert_found(&f, UK_WELL, "no service", "");
    put(here, "etc/default/unknot", "OPTIONS=\"suboccipitals --control mqtt:/run/x --control mqtt:mqtts://pillow@elsewhere/mat\"\n");
    f = ask(&m, uk_doctor_network);
    assert_found(&f, UK_MEND, "is kept from the network", NETWORK_LINE);
    if (strstr(f.says, "pillow") || strstr(f.says, "elsewhere"))
        fail_msg("it tells who and where: %s", f.says);
    put(here, "etc/systemd/system/unknot.service.d/a.conf", "[Service]\n# PrivateNetwork=no\nPrivateNetwork=yes\n");
    f = ask(&m, uk_doctor_network);
    assert_found(&f, UK_MEND, "is kept from the network", NETWORK_LINE);
    put(here, "etc/systemd/system/unknot.service.d/network.conf", "[Service]\nPrivateNetwork=no\n");
    f = ask(&m, uk_doctor_network);
    assert_found(&f, UK_WELL, "may reach its broker", "");
    put(here, "etc/systemd/system/unknot.service.d/z.conf", "[Service]\nPrivateNetwork=true\n");
    f = ask(&m, uk_doctor_network);
    assert_found(&f, UK_MEND, "is kept from the network", NETWORK_LINE);
}

static void what_plays_says_what_is_wrong(void **state)
{
    struct uk_machine m = look(*state);
    struct uk_finding f = ask(&m, uk_doctor_player);
    assert_found(&f, UK_WELL, "nothing plays", "");
    m.player = "{\"state\": \"playing\", \"trouble\": \"\"}";
    f = ask(&m, uk_doctor_player);
    assert_found(&f, UK_WELL, "no trouble", "");
    m.player = "{\"state\": \"playing\", \"trouble\": \"the broker 'x' cannot be reached\", \"fault\": \"another\"}";
    f = ask(&m, uk_doctor_player);
    assert_found(&f, UK_MEND, "the broker 'x' cannot be reached", "unknot ctl status, which shows when that is over");
    m.player = "{\"state\": \"idle\", \"trouble\": \"\", \"fault\": \"another\"}";
    f = ask(&m, uk_doctor_player);
    assert_found(&f, UK_MEND, "another", "unknot ctl status, which shows when that is over");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_MACHINE(a_service_may_reach_its_broker),
        IN_A_MACHINE(what_plays_says_what_is_wrong),
        IN_A_MACHINE(who_may_open_the_cards),
        IN_A_MACHINE(who_holds_a_card),
        IN_A_MACHINE(a_server_ends_with_the_login),
        IN_A_MACHINE(volumes_at_zero),
        IN_A_MACHINE(sessions_that_cannot_be_kept),
        IN_A_MACHINE(a_clock_that_was_never_set),
        IN_A_MACHINE(a_card_of_another_rate),
        IN_A_MACHINE(a_program_for_another_machine),
        IN_A_MACHINE(sound_that_stopped_in_past_sessions),
        IN_A_MACHINE(the_owner_is_not_in_the_report),
    };
    return RUN(tests);
}
