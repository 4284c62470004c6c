/* taking.h - how a session is planned and becomes the one that is on. */
#ifndef UK_TAKING_H
#define UK_TAKING_H

#include "engine.h"

/* Whose sounds are measured while a plan is made. */
struct uk_measuring {
    struct unknot *u;
    const struct uk_session *session;
};

/* Reads a routine that is to come on; phrases that were being made for the one before it are not made any more. The caller gives *session to
 * uk_take_on(), or back to uk_session_finish(). Failures as of unknot_load(). [main] */
int uk_read_routine(struct unknot *u, struct uk_session *session, const char *routine, const struct unknot_param *params, size_t count);

/* A uk_length_fn; `ctx` is a struct uk_measuring. [main] */
int uk_measure(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m);

/* Plans `s` with `journal` and makes it ready to sound. The caller owns *out. [main] */
int uk_plan(struct unknot *u, struct uk_session *s, const struct uk_journal *journal, struct uk_scene **out);

/* Makes a scene the one that plays. It stays the caller's when this fails. [main] */
int uk_put_on(struct unknot *u, struct uk_scene *scene);

/* Plans `session` with its journal and, when that succeeds, takes it over and goes to frame 0. It is given back when it fails. [main] */
int uk_take_on(struct unknot *u, struct uk_session *session);

/* Fills what unknot_loaded() gives from the session. [main] */
int uk_publish_facts(struct unknot *u);

#endif
