#include "doctor.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* ---- rights ---- */

/* The name of a group, and whether the user is in it by /etc/group: then a new login is enough. */
static bool find_group(const struct uk_machine *m, gid_t gid, char *name, size_t size)
{
    char line[2048];
    bool member = false;
    snprintf(name, size, "%u", (unsigned)gid);
    FILE *f = uk_machine_open(m, "/etc/group");
    while (f && fgets(line, sizeof line, f)) {
        char *rest = line, *group = strsep(&rest, ":"), *password = strsep(&rest, ":"), *number = strsep(&rest, ":");
        if (!rest || !password || !number || strtoul(number, NULL, 10) != gid)
            continue;
        snprintf(name, size, "%s", group);
        for (char *user; (user = strsep(&rest, ",\n"));)
            member |= strcmp(user, m->user) == 0;
        break;
    }
    if (f)
        fclose(f);
    return member;
}

void uk_doctor_rights(const struct uk_machine *m, struct uk_finding *f)
{
    char pattern[512], group[64], model[128];
    glob_t nodes = {0};
    struct stat s;
    size_t closed = 0;
    gid_t owner = 0;
    snprintf(pattern, sizeof pattern, "%s/dev/snd/pcmC*p", m->root);
    if (glob(pattern, 0, NULL, &nodes) == 0)
        for (size_t i = 0; i < nodes.gl_pathc; i++)
            if (!uk_machine_may_write(m, nodes.gl_pathv[i] + strlen(m->root)) && stat(nodes.gl_pathv[i], &s) == 0) {
                closed++;
                owner = s.st_gid;
            }
    if (nodes.gl_pathc == 0 && *m->output) {
        uk_doctor_well(f, "there is no sound card here; a sound server plays");
    } else if (nodes.gl_pathc == 0) {
        uk_machine_line(m, "/proc/device-tree/model", model, sizeof model);
        uk_doctor_wrong(f, "there is no sound card");
        snprintf(f->mend, sizeof f->mend, "plug one in%s", !strstr(model, "Raspberry") ? ""
                     : "; a board on the pins needs its line in /boot/firmware/config.txt, such as dtoverlay=hifiberry-dac, and a restart");
    } else if (closed == 0) {
        uk_doctor_well(f, "%s may open the sound cards", *m->user ? m->user : "the user");
    } else if (find_group(m, owner, group, sizeof group)) {
        uk_doctor_wrong(f, "%s is in the group %s, but was logged in before that", m->user, group);
        snprintf(f->mend, sizeof f->mend, "log out and in again; for a service: sudo systemctl restart user@%u", (unsigned)m->uid);
    } else {
        uk_doctor_wrong(f, "the sound cards belong to the group %s, and %s is not in it", group, m->user);
        snprintf(f->mend, sizeof f->mend, "sudo usermod -aG %s %s, then log out and in again", group, m->user);
    }
    globfree(&nodes);
}

/* ---- busy ---- */

static long field_number(const struct uk_machine *m, const char *path, const char *field)
{
    char line[256];
    long number = 0;
    FILE *f = uk_machine_open(m, path);
    while (f && !number && fgets(line, sizeof line, f))
        if (strncmp(line, field, strlen(field)) == 0 && strchr(line, ':'))
            number = strtol(strchr(line, ':') + 1, NULL, 10);
    if (f)
        fclose(f);
    return number;
}

/* The program that has the stream of this status file; "" when it is closed. owner_pid may be that of a thread. */
static long find_holder(const struct uk_machine *m, const char *status, char *name, size_t size)
{
    char path[64];
    long thread = field_number(m, status, "owner_pid");
    *name = '\0';
    if (!thread)
        return 0;
    snprintf(path, sizeof path, "/proc/%ld/status", thread);
    long process = field_number(m, path, "Tgid");
    process = process ? process : thread;
    snprintf(path, sizeof path, "/proc/%ld/comm", process);
    uk_machine_line(m, path, name, size);
    if (!*name)
        snprintf(name, size, "a program of another user");
    return process;
}

static bool is_server(const char *program)
{
    return strcmp(program, "pipewire") == 0 || strcmp(program, "pulseaudio") == 0 || strcmp(program, "wireplumber") == 0;
}

static void card_of(const struct uk_machine *m, const char *status, char *card, size_t size)
{
    char path[64];
    unsigned number = 0;
    sscanf(status, "/proc/asound/card%u/", &number);
    snprintf(path, sizeof path, "/proc/asound/card%u/id", number);
    uk_machine_line(m, path, card, size);
}

static void judge_server(struct uk_finding *f, const char *card, const char *program)
{
    bool pulse = strcmp(program, "pulseaudio") == 0;
    uk_doctor_wrong(f, "%s has the card %s, and unknot does not go through it", program, card);
    snprintf(f->mend, sizeof f->mend, "sudo apt install %s; or do without it: systemctl --user disable --now %s", pulse ? "libasound2-plugins" : "pipewire-alsa",
             pulse ? "pulseaudio.socket pulseaudio" : "pipewire.socket pipewire wireplumber");
}

/* What one stream that is in use means. */
static void judge_holder(const struct uk_machine *m, struct uk_finding *f, const char *card, const char *program, long process)
{
    char wanted[64];
    uk_machine_card(m, wanted, sizeof wanted);
    bool through_server = strcmp(m->output, "default") == 0;
    if (strcmp(program, "unknot-audio") == 0) {
        uk_doctor_note(f, "a session is playing on the card %s", card);
    } else if (is_server(program) && through_server) {
        uk_doctor_well(f, "%s has the card %s, and plays what comes from unknot, too", program, card);
    } else if (is_server(program)) {
        judge_server(f, card, program);
    } else if (*wanted && strcmp(wanted, card) != 0) {
        uk_doctor_note(f, "%s (process %ld) has the card %s; unknot plays to another", program, process, card);
    } else {
        uk_doctor_wrong(f, "%s (process %ld) has the card %s", program, process, card);
        snprintf(f->mend, sizeof f->mend, "kill %ld, or have it play to another card", process);
    }
}

void uk_doctor_busy(const struct uk_machine *m, struct uk_finding *f)
{
    char pattern[512], program[64], card[64];
    glob_t files = {0};
    uk_doctor_well(f, "no program holds a sound card");
    snprintf(pattern, sizeof pattern, "%s/proc/asound/card*/pcm*p/sub*/status", m->root);
    if (glob(pattern, 0, NULL, &files) == 0)
        for (size_t i = 0; i < files.gl_pathc && f->verdict != UK_MEND; i++) {
            const char *status = files.gl_pathv[i] + strlen(m->root);
            long process = find_holder(m, status, program, sizeof program);
            card_of(m, status, card, sizeof card);
            if (process)
                judge_holder(m, f, card, program, process);
        }
    globfree(&files);
}

/* ---- linger ---- */

void uk_doctor_linger(const struct uk_machine *m, struct uk_finding *f)
{
    char path[1024], pattern[512];
    glob_t found = {0};
    snprintf(path, sizeof path, "%s/.config/systemd/user/default.target.wants/unknot.service", m->home);
    bool serves = uk_machine_has(m, path);
    snprintf(path, sizeof path, "/var/lib/systemd/linger/%s", m->user);
    bool lingers = uk_machine_has(m, path);
    snprintf(pattern, sizeof pattern, "%s/run/user/%u/{pipewire-0,pulse/native}", m->root, (unsigned)m->uid);
    bool server = glob(pattern, GLOB_BRACE, NULL, &found) == 0;
    globfree(&found);
    if (lingers)
        uk_doctor_well(f, "what %s runs goes on after logging out", m->user);
    else if (serves)
        uk_doctor_wrong(f, "unknot is a service of %s, which begins with the first login and ends with the last", m->user);
    else if (!server || m->uid == 0)
        uk_doctor_well(f, "no sound server hangs on a login");
    else if (!m->by_ssh)
        uk_doctor_well(f, "the sound server runs as long as %s is logged in", m->user);
    else
        uk_doctor_wrong(f, "the sound server is that of this login: the sound stops when the connection ends");
    if (f->verdict == UK_MEND)
        snprintf(f->mend, sizeof f->mend, "sudo loginctl enable-linger %s", m->user);
}

/* ---- mixer ---- */

/* A volume as amixer prints it, over all channels. */
struct control {
    char name[64];
    bool has_volume, has_switch, heard; /* heard: one channel at least is neither at zero nor muted */
};

/* What was found among the volumes. */
struct levels {
    struct control silent;   /* one that all goes through */
    struct control shut;     /* one of the ways out */
    bool open;               /* another way out is heard */
};

/* Every sound goes through it. What is of one way out of several, such as "Speaker", may well be muted. */
static bool is_on_the_way(const char *name)
{
    static const char *const names[] = {"Master", "PCM", "Digital", "DAC", "HDMI", "Playback"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

static bool is_a_way_out(const char *name)
{
    static const char *const parts[] = {"Headphone", "Headset", "Speaker", "Front", "Line Out", "Lineout", "Output"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcasestr(name, parts[i]))
            return true;
    return false;
}

/* "  Front Left: Playback 200 [78%] [-11.00dB] [on]" */
static void take_channel(struct control *c, const char *line)
{
    int percent = -1;
    const char *at = strstr(line, ": Playback "), *bracket = at ? strchr(at, '[') : NULL;
    if (!bracket)
        return;
    if (sscanf(bracket, "[%d%%", &percent) != 1)
        percent = -1;
    bool off = strstr(bracket, "[off]"), on = strstr(bracket, "[on]");
    c->has_volume |= percent >= 0;
    c->has_switch |= off || on;
    c->heard |= percent != 0 && !off;
}

static void judge_control(struct levels *l, const struct control *c)
{
    if (!c->has_volume && !c->has_switch)
        return;
    if (is_on_the_way(c->name) && !c->heard)
        l->silent = *c;
    if (is_a_way_out(c->name) && !c->heard)
        l->shut = *c;
    if (is_a_way_out(c->name) && c->heard)
        l->open = true;
}

static void tell_silent(const struct uk_machine *m, const struct control *c, struct uk_finding *f)
{
    char card[64], option[80] = "";
    const char *state = !c->has_switch ? "at zero" : c->has_volume ? "at zero or muted" : "muted";
    if (*uk_machine_card(m, card, sizeof card))
        snprintf(option, sizeof option, "-c %s ", card);
    uk_doctor_wrong(f, "the volume '%s' is %s", c->name, state);
    snprintf(f->mend, sizeof f->mend, "amixer %ssset '%s'%s%s && sudo alsactl store", option, c->name, c->has_volume ? " 70%" : "",
             c->has_switch ? " unmute" : "");
}

void uk_doctor_mixer(const struct uk_machine *m, struct uk_finding *f)
{
    struct control control = {0};
    struct levels levels = {0};
    if (!*m->output) {
        uk_doctor_note(f, "no volume was looked at: there is nothing to play to");
        return;
    }
    if (!m->mixer) {
        uk_doctor_note(f, "the volumes of the sound card were not looked at: that takes amixer (sudo apt install alsa-utils)");
        return;
    }
    for (const char *line = m->mixer; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        char copy[256];
        snprintf(copy, sizeof copy, "%.*s", (int)strcspn(line, "\n"), line);
        if (strncmp(copy, "Simple mixer control", 20) == 0) {
            judge_control(&levels, &control);
            control = (struct control){0};
            sscanf(copy, "Simple mixer control '%63[^']'", control.name);
        }
        take_channel(&control, copy);
    }
    judge_control(&levels, &control);
    if (*levels.silent.name)
        tell_silent(m, &levels.silent, f);
    else if (*levels.shut.name && !levels.open)
        tell_silent(m, &levels.shut, f);
    else
        uk_doctor_well(f, "no volume on the way to the ear is at zero");
}

/* ---- rate ---- */

/* "    Rates: 44100, 48000" or "    Rates: 8000 - 96000 (continuous)". */
static bool takes_48000(const char *rates)
{
    long low = 0, high = 0;
    if (strstr(rates, "continuous") && sscanf(rates, "%ld - %ld", &low, &high) == 2)
        return low <= 48000 && high >= 48000;
    return strstr(rates, "48000") != NULL;
}

static int find_card(const struct uk_machine *m, const char *id)
{
    for (int i = 0; i < 32; i++) {
        char path[64], here[64];
        snprintf(path, sizeof path, "/proc/asound/card%d/id", i);
        if (*id && strcmp(uk_machine_line(m, path, here, sizeof here), id) == 0)
            return i;
    }
    return -1;
}

void uk_doctor_rate(const struct uk_machine *m, struct uk_finding *f)
{
    char card[64], path[64], line[256], seen[128] = "";
    bool playback = false, takes = false;
    int number = find_card(m, uk_machine_card(m, card, sizeof card));
    snprintf(path, sizeof path, "/proc/asound/card%d/stream0", number);
    FILE *file = number >= 0 ? uk_machine_open(m, path) : NULL;
    while (file && fgets(line, sizeof line, file)) {
        char *rates = strstr(line, "Rates: ");
        playback = strncmp(line, "Playback:", 9) == 0 || (playback && strncmp(line, "Capture:", 8) != 0);
        if (!playback || !rates)
            continue;
        rates += strlen("Rates: ");
        rates[strcspn(rates, "\n")] = '\0';
        takes |= takes_48000(rates);
        snprintf(seen, sizeof seen, "%.100s", rates);
    }
    if (file)
        fclose(file);
    if (!*seen)
        uk_doctor_well(f, "48000 frames a second, converted where the card wants it");
    else if (takes)
        uk_doctor_well(f, "the card %s takes 48000 frames a second as they are", card);
    else
        uk_doctor_note(f, "the card %s takes %s frames a second, not 48000: all is converted; --rate %ld spares that", card, seen, strtol(seen, NULL, 10));
}
