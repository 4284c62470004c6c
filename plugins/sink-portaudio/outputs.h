/* outputs.h - which output is played to when nobody chose one: the one rule for it, and the words that say why.
 *
 *     struct output o[2] = {{.index = 0}, {.index = 1}};
 *     output_look(&o[0], "", "USB Audio Device: - (hw:3,0)", "");
 *     output_look(&o[1], "", "default", "/etc/asound.conf");
 *     qsort(o, 2, sizeof *o, output_order);
 *
 * What the machine's owner made the default comes first, then what was plugged in or on on purpose: USB and sound boards, then what is built
 * in, then HDMI, where there may be no loudspeaker. The numbers of cards count for nothing: they change from boot to boot.
 */
#ifndef OUTPUTS_H
#define OUTPUTS_H

#include <stdbool.h>
#include <stddef.h>

enum output_rank {
    OUTPUT_DECIDED, /* "default", where a file says what that is */
    OUTPUT_USB,
    OUTPUT_BOARD,
    OUTPUT_BUILT_IN,
    OUTPUT_HDMI,
    OUTPUT_FIRST_CARD, /* "default", where nothing says what that is */
    OUTPUT_NAMED,      /* a name of ALSA's or of another sound system's */
    OUTPUT_UNHEARD,    /* a card that is none: what goes in comes out for another program, or nowhere */
    OUTPUT_MONO,        /* for who knows: refused when it is opened */
};

struct output {
    int index;       /* the caller's */
    int device;      /* of its card */
    enum output_rank rank;
    char name[128];  /* what opens it: the same over restarts */
    char hw[64];     /* "hw:ID,DEVICE" of a card, else "" */
    char why[200];   /* what it is, and where it stands for that */
};

/* Finds out about the output that PortAudio calls `known`. `root` is put before /proc: "" but in tests. `decider`: what output_decider() found.
 * `index` stays. */
void output_look(struct output *o, const char *root, const char *known, const char *decider);

/* For qsort(): the best first. */
int output_order(const void *a, const void *b);

/* Whether another program has a card that would be better than the best of the `count` outputs that can be opened, the first of them: a card
 * that is in use is not among them. Writes "the sound card 'USB Audio Device' is in use by mpd (process 812)". `root` as above. */
bool output_missed(const char *root, const struct output *there, int count, char *out, size_t size);

/* The file that says what ALSA's "default" is, as a person writes it ("~/.asoundrc"); "" when none does. `root` is put before /etc, the
 * environment is looked at for the rest. Returns `out`. */
const char *output_decider(const char *root, char *out, size_t size);

#endif
