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
