#include "outputs.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LENGTH(list) (sizeof(list) / sizeof *(list))

/* ---- a card ---- */

struct card {
    char id[64], driver[64], title[128];
    bool usb;
};

/* Takes apart " 2 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones". */
static bool parse_card(const char *line, unsigned number, struct card *c)
{
    unsigned n;
    if (sscanf(line, " %u [%63[^] ] ]: %63s - %127[^\n]", &n, c->id, c->driver, c->title) < 3)
        return false;
    return n == number;
}

static bool read_card(struct card *c, const char *root, unsigned number)
{
    char path[512], line[256];
    bool found = false;
    snprintf(path, sizeof path, "%s/proc/asound/cards", root);
    FILE *f = fopen(path, "re");
    while (f && !found && fgets(line, sizeof line, f)) {
        *c = (struct card){0};
        found = parse_card(line, number, c);
    }
    if (f)
        fclose(f);
    snprintf(path, sizeof path, "%s/proc/asound/card%u/usbid", root, number);
    c->usb = access(path, F_OK) == 0;
    return found;
}

static bool begins_with(const char *text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncasecmp(text, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static bool is_video(const char *text)
{
    return strcasestr(text, "hdmi") || strcasestr(text, "displayport");
}

/* `known` has the name of the card's part, too: one card of a PC has its headphones and its HDMI. */
static enum output_rank rank_of(const struct card *c, const char *known)
{
    static const char *const unheard[] = {"Loopback", "Dummy", "pcsp"};
    static const char *const built_in[] = {"bcm2835", "HDA", "AC97", "ICH"};
    if (begins_with(c->driver, unheard, LENGTH(unheard)))
        return OUTPUT_UNHEARD;
    if (is_video(c->driver) || is_video(c->id) || is_video(known))
        return OUTPUT_HDMI;
    if (c->usb)
        return OUTPUT_USB;
    return begins_with(c->driver, built_in, LENGTH(built_in)) ? OUTPUT_BUILT_IN : OUTPUT_BOARD;
}

/* The card's own way in converts what the bare hardware refuses: HDMI of a Raspberry Pi takes no plain sound at all. */
static void look_at_card(struct output *o, const struct card *c, const char *known)
{
    o->rank = rank_of(c, known);
    snprintf(o->hw, sizeof o->hw, "hw:%.40s,%d", c->id, o->device);
    if (o->device == 0)
        snprintf(o->name, sizeof o->name, "sysdefault:CARD=%s", c->id);
    else
        snprintf(o->name, sizeof o->name, "%s", o->hw);
}

/* ---- an output ---- */

static const char *reason(enum output_rank rank)
{
    switch (rank) {
    case OUTPUT_USB:
        return "USB, before all that is built in";
    case OUTPUT_BOARD:
        return "a sound board, before all that is built in";
    case OUTPUT_BUILT_IN:
        return "built in, before HDMI";
    case OUTPUT_HDMI:
        return "HDMI, where there may be no loudspeaker";
    case OUTPUT_FIRST_CARD:
        return "whichever card comes first";
    case OUTPUT_UNHEARD:
        return "not a real sound card";
    case OUTPUT_DECIDED:
    case OUTPUT_NAMED:
    case OUTPUT_MONO:
        break;
    }
    return "";
}

void output_look(struct output *o, const char *root, const char *known, const char *decider)
{
    const char *at = strrchr(known, '(');
    unsigned number, device;
    struct card card;
    *o = (struct output){.index = o->index, .rank = OUTPUT_NAMED};
    snprintf(o->name, sizeof o->name, "%s", known);
    if (at && sscanf(at, "(hw:%u,%u)", &number, &device) == 2 && read_card(&card, root, number)) {
        o->device = (int)device;
        look_at_card(o, &card, known);
    } else if (strcmp(known, "default") == 0) {
        o->rank = *decider ? OUTPUT_DECIDED : OUTPUT_FIRST_CARD;
    }
    if (o->rank == OUTPUT_DECIDED)
        snprintf(o->why, sizeof o->why, "what %.150s says", decider);
    else
        snprintf(o->why, sizeof o->why, "%s", reason(o->rank));
}

int output_order(const void *a, const void *b)
{
    const struct output *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return *x->hw && *y->hw ? strcmp(x->name, y->name) : x->index - y->index;
}

/* ---- what is in use ---- */

/* The number behind `field` in a file of lines "field: number"; 0: there is none. */
static long number_in(const char *path, const char *field)
{
    char line[128];
    long number = 0;
    FILE *f = fopen(path, "re");
    while (f && !number && fgets(line, sizeof line, f))
        if (strncmp(line, field, strlen(field)) == 0 && strchr(line, ':'))
            number = strtol(strchr(line, ':') + 1, NULL, 10);
    if (f)
        fclose(f);
    return number;
}

/* "mpd (process 812)" has the stream of this status file; false: nobody. */
static bool find_holder(const char *root, const char *status, char *out, size_t size)
{
    char path[512], name[64] = "";
    long thread = number_in(status, "owner_pid");
    snprintf(path, sizeof path, "%s/proc/%ld/status", root, thread);
    long process = thread ? number_in(path, "Tgid") : 0;
    snprintf(path, sizeof path, "%s/proc/%ld/comm", root, process);
    FILE *f = process ? fopen(path, "re") : NULL;
    if (f && fgets(name, sizeof name, f))
        name[strcspn(name, "\n")] = '\0';
    if (f)
        fclose(f);
    if (*name)
        snprintf(out, size, "%s (process %ld)", name, process);
    else
        snprintf(out, size, "another program");
    return thread != 0;
}

static bool is_there(const char *hw, const struct output *there, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(there[i].hw, hw) == 0)
            return true;
    return false;
}

bool output_missed(const char *root, const struct output *there, int count, char *out, size_t size)
{
    enum output_rank best = count > 0 ? there[0].rank : OUTPUT_UNHEARD;
    char pattern[512], holder[128];
    bool missed = false;
    glob_t files = {0};
    snprintf(pattern, sizeof pattern, "%s/proc/asound/card*/pcm*p/sub*/status", root);
    if (glob(pattern, 0, NULL, &files) == 0)
        for (size_t i = 0; i < files.gl_pathc; i++) {
            struct output o = {0};
            struct card card;
            unsigned number;
            if (sscanf(files.gl_pathv[i] + strlen(root), "/proc/asound/card%u/pcm%dp/", &number, &o.device) != 2 || !read_card(&card, root, number))
                continue;
            look_at_card(&o, &card, card.title);
            if (o.rank >= best || is_there(o.hw, there, count) || !find_holder(root, files.gl_pathv[i], holder, sizeof holder))
                continue;
            best = o.rank;
            missed = true;
            snprintf(out, size, "the sound card '%s' is in use by %s", *card.title ? card.title : card.id, holder);
        }
    globfree(&files);
    return missed;
}

/* ---- what "default" is ---- */

static bool decides(const char *path)
{
    static const char *const words[] = {"pcm.!default", "pcm.default", "!default", "defaults.pcm.card", "defaults.pcm.!card"};
    char line[512];
    bool found = false;
    FILE *f = fopen(path, "re");
    while (f && !found && fgets(line, sizeof line, f)) {
        line[strcspn(line, "#")] = '\0';
        for (size_t i = 0; i < LENGTH(words) && !found; i++)
            found = strstr(line, words[i]) && !strstr(line, "ctl.");
    }
    if (f)
        fclose(f);
    return found;
}

/* The last file of those that `pattern` matches: ALSA reads them in this order, and the last word counts. */
static bool find_decider(const char *root, const char *pattern, char *out, size_t size)
{
    char path[512];
    glob_t files;
    bool found = false;
    snprintf(path, sizeof path, "%s%s", root, pattern);
    if (glob(path, 0, NULL, &files) == 0)
        for (size_t i = files.gl_pathc; i-- > 0 && !found;)
            if ((found = decides(files.gl_pathv[i])))
                snprintf(out, size, "%s", files.gl_pathv[i] + strlen(root));
    globfree(&files);
    return found;
}

static bool in_home(const char *folder, const char *name, const char *said, char *out, size_t size)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (!decides(path))
        return false;
    snprintf(out, size, "%s", said);
    return true;
}

const char *output_decider(const char *root, char *out, size_t size)
{
    static const char *const system[] = {"/etc/asound.conf", "/etc/alsa/conf.d/*.conf", "/usr/etc/alsa/conf.d/*.conf", "/var/lib/alsa/conf.d/*.conf"};
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    *out = '\0';
    if (getenv("ALSA_CONFIG_PATH")) {
        snprintf(out, size, "ALSA_CONFIG_PATH");
        return out;
    }
    if (config && in_home(config, "alsa/asoundrc", "$XDG_CONFIG_HOME/alsa/asoundrc", out, size))
        return out;
    if (home && !config && in_home(home, ".config/alsa/asoundrc", "~/.config/alsa/asoundrc", out, size))
        return out;
    if (home && in_home(home, ".asoundrc", "~/.asoundrc", out, size))
        return out;
    for (size_t i = 0; i < LENGTH(system); i++)
        if (find_decider(root, system[i], out, size))
            break;
    return out;
}
