/* doctor.h - what can be wrong with the machine around a session, one function a question, each with the line that mends it.
 *
 *     struct uk_machine m = {.root = "", .user = "pi", .uid = 1000, .groups = groups, .group_count = n};
 *     struct uk_finding f = {0};
 *     uk_doctor_rights(&m, &f);
 *     printf("%s\n%s\n", f.says, f.mend);
 *
 * A check reads the files that the kernel and the system show, below `root`, and nothing else that is not in the machine it is given.
 */
#ifndef UK_DOCTOR_H
#define UK_DOCTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include <time.h>

enum uk_verdict {
    UK_WELL,
    UK_NOTE, /* worth knowing; nothing is to be done */
    UK_MEND,
};

struct uk_finding {
    const char *check; /* "rights" */
    enum uk_verdict verdict;
    char says[400]; /* one sentence or two */
    char mend[300]; /* with UK_MEND: the line to type, or what to do */
};

/* A machine as one user of it sees it. Texts are the caller's, none but `mixer` and `player` is NULL. */
struct uk_machine {
    const char *root; /* before /proc, /dev, /etc, /run and /var: "" but in tests */
    const char *user, *home;
    uid_t uid;
    const gid_t *groups; /* of this process */
    size_t group_count;
    bool by_ssh;          /* nobody sits in front of it */
    const char *state;    /* where sessions are kept */
    const char *output;   /* the name of the device that is played to, "": none */
    const char *kernel;   /* its architecture: "aarch64" */
    const char *mixer;    /* what amixer says of the output's card; NULL: it could not be asked */
    const char *player;   /* what the player that plays now says of itself, JSON; NULL: none does */
    time_t now, installed; /* when unknot's own files were written */
};

/* ---- the sound (doctor_sound.c) ---- */

/* Whether there is a card that the user may open. */
void uk_doctor_rights(const struct uk_machine *m, struct uk_finding *f);
/* Who holds the cards. */
void uk_doctor_busy(const struct uk_machine *m, struct uk_finding *f);
/* Whether the sound server of a user, and unknot as a service of theirs, outlive the login. */
void uk_doctor_linger(const struct uk_machine *m, struct uk_finding *f);
/* Whether a volume is at zero, or muted. */
void uk_doctor_mixer(const struct uk_machine *m, struct uk_finding *f);
/* Whether a USB device takes 48,000 frames a second as they are. */
void uk_doctor_rate(const struct uk_machine *m, struct uk_finding *f);

/* ---- the machine (doctor_machine.c) ---- */

/* Whether sessions can be kept, and outlive a power cut. */
void uk_doctor_state(const struct uk_machine *m, struct uk_finding *f);
void uk_doctor_clock(const struct uk_machine *m, struct uk_finding *f);
/* Whether the program was built for this kind of machine. */
void uk_doctor_architecture(const struct uk_machine *m, struct uk_finding *f);
/* Whether the sound stopped in the last sessions because the machine was too slow. */
void uk_doctor_dropouts(const struct uk_machine *m, struct uk_finding *f);

/* ---- what plays (doctor_service.c) ---- */

/* Whether the service of the machine has the network that a control of it needs. */
void uk_doctor_network(const struct uk_machine *m, struct uk_finding *f);
/* What the player that plays now has to say. */
void uk_doctor_player(const struct uk_machine *m, struct uk_finding *f);

/* ---- for the checks ---- */

void uk_doctor_well(struct uk_finding *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
void uk_doctor_note(struct uk_finding *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says what is wrong; the line that mends it is to be put into f->mend. */
void uk_doctor_wrong(struct uk_finding *f, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Opens a file of the machine, "/proc/asound/cards". NULL: there is none, or it may not be read. */
FILE *uk_machine_open(const struct uk_machine *m, const char *path);
/* The first line of one, without its end; "" when there is none. Returns `out`. */
char *uk_machine_line(const struct uk_machine *m, const char *path, char *out, size_t size);
bool uk_machine_has(const struct uk_machine *m, const char *path);
/* Whether the user may write there, by owner, group and mode. */
bool uk_machine_may_write(const struct uk_machine *m, const char *path);

/* The id of the card that the output names ("sysdefault:CARD=Device", "hw:Device,0"); "" when it names none. Returns `out`. */
char *uk_machine_card(const struct uk_machine *m, char *out, size_t size);

/* ---- the report (doctor_scrub.c) ---- */

/* Writes a text without what names its owner: the home folder, the user, the machine. */
void uk_doctor_scrub(FILE *out, const char *text, const char *home, const char *user, const char *host);

#endif
