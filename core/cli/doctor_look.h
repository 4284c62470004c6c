/* doctor_look.h - this machine, as the checks of doctor.h want it, and the report that is made of them. */
#ifndef UK_DOCTOR_LOOK_H
#define UK_DOCTOR_LOOK_H

#include "command.h"
#include "doctor.h"

#define UK_FINDINGS_MAX 16

/* This machine, and what was found. Zeroed before uk_look_init(). */
struct uk_look {
    struct uk_machine machine;
    struct unknot *u;
    char user[64], host[65], kernel[65], output[128], why[300];
    gid_t groups[256];
    char *mixer, *player;
    int outputs; /* how many, or a negative status */
    struct uk_finding findings[UK_FINDINGS_MAX];
    size_t count;
};

/* Looks at all that takes more than reading a file. `device`: what is played to, NULL: the best. `u` is an open engine, and stays the
 * caller's. */
void uk_look_init(struct uk_look *l, struct unknot *u, const char *device);
void uk_look_finish(struct uk_look *l); /* accepts a zeroed one */

/* What is found is written into a file to attach to a report of a fault. The exit code. */
int uk_look_report(const struct uk_look *l, const char *path);

/* "well", "note" or "mend". */
const char *uk_look_word(enum uk_verdict verdict);

#endif
