#include "planner.h"

#include "../base/child.h"
#include "../base/time.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ASKS 20000 /* a planner asks for each name once, and for at most half as many */

struct uk_planner {
    char *program, *library;
    struct uk_child spare;
};

/* One run of the planner. */
struct run {
    const struct uk_plan_request *request;
    uk_length_fn *length;
    void *ctx;
    struct uk_child child;
    struct uk_packet packet;
    int64_t began_ns, deadline_ns, asking_ns;
    int asks;
    int length_status; /* of the length that could not be had */
    bool spare, heard, vanished; /* the child waited as a spare; said something; ended before it did */
};

static int bad_answer(struct uk_message *m)
{
    return uk_fail(m, UNKNOT_BAD_DATA, "the planner's answer is not what it should be: install unknot again");
}

/* Why the planner neither answered nor refused. */
static int ended(struct run *r, bool late, struct uk_message *m)
{
    const char *name = r->request->chunk;
    struct uk_child_end end = late ? uk_child_kill(&r->child) : uk_child_finish(&r->child);
    r->vanished = !late && !r->heard;
    if (late || end.signal == SIGXCPU)
        return uk_fail(m, UNKNOT_LIMIT, "%s was ended: it ran longer than %d s; does a loop never wait?", name, UK_PLANNER_SECONDS);
    if (end.signal == SIGSYS)
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s was ended: it made the planner ask the system for something it may not have", name);
    if (end.signal)
        return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s cannot be planned: the planner was ended by signal %d (%s)", name, end.signal,
                       strsignal(end.signal));
    return uk_fail(m, UNKNOT_BAD_SCRIPT, "%s cannot be planned: the planner ended without an answer (exit status %d)", name,
                   end.status);
}

static int say(struct run *r, struct uk_message *m)
{
    int status = uk_packet_send(&r->packet, r->child.fd, r->deadline_ns, m);
    return status == UNKNOT_IO ? ended(r, errno == ETIMEDOUT, m) : status;
}

static int hear(struct run *r, uint32_t *tag, struct uk_message *m)
{
    int status = uk_packet_receive(&r->packet, r->child.fd, UK_PACKET_LARGEST, r->deadline_ns, m);
    if (status == UNKNOT_IO)
        return ended(r, errno == ETIMEDOUT, m);
    r->heard = true;
    *tag = uk_packet_get_u32(&r->packet);
    return status == UNKNOT_BAD_DATA ? bad_answer(m) : status;
}

/* "How long is ...?" The clock stands still while it is found out. */
static int answer(struct run *r, struct uk_message *m)
{
    int64_t asked_ns = uk_clock_ns(), length_ns = -1;
    uint32_t kind = uk_packet_get_u32(&r->packet);
    const char *name = uk_packet_get_text(&r->packet, UK_MOST_TEXT);
    struct uk_message why = {""};
    if (r->packet.bad || r->packet.at != r->packet.length || kind > UK_CLIP_SOURCE || !r->length || r->asks++ >= MOST_ASKS)
        return bad_answer(m);
    int status = r->length(r->ctx, (int)kind, name, &length_ns, &why);
    bool guessed = status == UK_GUESSED;
    status = guessed ? UNKNOT_OK : status;
    if (!status && (length_ns < 0 || length_ns > UK_LAST_NS))
        status = uk_fail(&why, UNKNOT_BAD_DATA, "'%s' has a length that cannot be", name);
    r->length_status = status;
    /* without memory for it, it is asked for again another time */
    if (!status && !guessed && r->request->lengths && r->request->lengths->count < UK_MOST_LENGTHS)
        (void)uk_lengths_add(r->request->lengths, (int)kind, name, length_ns);
    uk_packet_clear(&r->packet);
    uk_packet_put_i64(&r->packet, status ? -1 : length_ns);
    uk_packet_put_u32(&r->packet, guessed);
    uk_packet_put_text(&r->packet, why.text);
    int64_t took_ns = uk_clock_ns() - asked_ns;
    r->deadline_ns += took_ns;
    r->asking_ns += took_ns;
    return say(r, m);
}

static int take_refusal(struct run *r, struct uk_message *m)
{
    int64_t status = uk_packet_get_i64(&r->packet);
    const char *sentence = uk_packet_get_text(&r->packet, UK_MESSAGE_SIZE);
    if (r->packet.bad || r->packet.at != r->packet.length || status >= 0 || status < UNKNOT_LIMIT)
        return bad_answer(m);
    return uk_fail(m, r->length_status ? r->length_status : (int)status, "%s", sentence);
}

static int take_plan(struct run *r, struct uk_plan *out, struct uk_message *m)
{
    int status = r->length_status ? bad_answer(m) : uk_wire_get_facts(&r->packet, &out->facts, m);
    if (status)
        return status;
    uint32_t size = uk_packet_get_u32(&r->packet);
    out->fit.ease = uk_packet_get_f64(&r->packet);
    out->fit.size = (int32_t)size;
    uint32_t plans = uk_packet_get_u32(&r->packet);
    out->took_ns = plans ? (uk_clock_ns() - r->began_ns - r->asking_ns) / plans : 0;
    if (r->packet.bad || size >= UK_FIT_SIZES || plans < 1 || !(out->fit.ease >= 0 && out->fit.ease <= 1))
        return bad_answer(m);
    if (r->request->want != UK_WANT_FACTS)
        status = uk_wire_get_timeline(&r->packet, &out->timeline, m);
    return !status && r->packet.at != r->packet.length ? bad_answer(m) : status;
}

static int take_reply(struct run *r, struct uk_plan *out, struct uk_message *m)
{
    const char *text = uk_packet_get_text(&r->packet, UK_MOST_REPLY);
    if (r->packet.bad || r->packet.at != r->packet.length || r->request->want != UK_WANT_REPLY)
        return bad_answer(m);
    out->reply = strdup(text);
    return out->reply ? UNKNOT_OK : uk_no_memory(m);
}

static int converse(struct run *r, struct uk_plan *out, struct uk_message *m)
{
    r->deadline_ns = r->began_ns + UK_PLANNER_SECONDS * UK_NS_PER_S;
    uk_wire_put_request(&r->packet, r->request);
    int status = say(r, m);
    while (!status) {
        uint32_t tag = 0;
        status = hear(r, &tag, m);
        if (status)
            break;
        if (tag == UK_WIRE_PLAN && r->request->want != UK_WANT_REPLY)
            return take_plan(r, out, m);
        if (tag == UK_WIRE_REFUSAL)
            return take_refusal(r, m);
        if (tag == UK_WIRE_REPLY)
            return take_reply(r, out, m);
        status = tag == UK_WIRE_ASK ? answer(r, m) : bad_answer(m);
    }
    return status;
}

int uk_planner_create(struct uk_planner **out, const char *program, const char *library, struct uk_message *m)
{
    struct uk_planner *p = calloc(1, sizeof *p);
    *out = p;
    if (!p)
        return uk_no_memory(m);
    p->spare = (struct uk_child)UK_CHILD_NONE;
    p->program = strdup(program);
    p->library = strdup(library);
    if (p->program && p->library)
        return UNKNOT_OK;
    uk_planner_destroy(p);
    *out = NULL;
    return uk_no_memory(m);
}

void uk_planner_destroy(struct uk_planner *p)
{
    if (!p)
        return;
    uk_planner_cool(p);
    free(p->program);
    free(p->library);
    free(p);
}

static int start(struct uk_planner *p, struct uk_child *child, struct uk_message *m)
{
    const char *argv[] = {p->program, p->library, NULL};
    return uk_child_start(child, argv, m);
}

/* A spare child says nothing until it is asked: if there is something to read, it has ended. */
static bool spare_is_well(const struct uk_planner *p)
{
    struct pollfd f = {.fd = p->spare.fd, .events = POLLIN};
    return p->spare.pid && poll(&f, 1, 0) == 0;
}

void uk_planner_warm(struct uk_planner *p)
{
    if (spare_is_well(p))
        return;
    uk_planner_cool(p);
    (void)start(p, &p->spare, NULL);
}

void uk_planner_cool(struct uk_planner *p)
{
    uk_child_kill(&p->spare);
}

static int take_child(struct uk_planner *p, struct run *r, struct uk_message *m)
{
    r->spare = spare_is_well(p);
    if (!r->spare) {
        uk_planner_cool(p);
        return start(p, &r->child, m);
    }
    r->child = p->spare;
    p->spare = (struct uk_child)UK_CHILD_NONE;
    return UNKNOT_OK;
}

static int run(struct uk_planner *p, struct run *r, struct uk_plan *out, struct uk_message *m)
{
    int status = take_child(p, r, m);
    if (!status)
        status = converse(r, out, m);
    uk_child_kill(&r->child);
    uk_packet_finish(&r->packet);
    return status;
}

int uk_planner_run(struct uk_planner *p, const struct uk_plan_request *request, uk_length_fn *length, void *ctx, struct uk_plan *out,
                   struct uk_message *m)
{
    const struct run fresh = {.request = request, .length = length, .ctx = ctx, .child = UK_CHILD_NONE, .began_ns = uk_clock_ns()};
    struct run r = fresh;
    *out = (struct uk_plan){0};
    if (request->source_length > UK_MOST_SOURCE)
        return uk_fail(m, UNKNOT_LIMIT, "%s is too long: %zu KiB, a script may have %u", request->chunk, request->source_length >> 10,
                       UK_MOST_SOURCE >> 10);
    int status = run(p, &r, out, m);
    if (status && r.spare && r.vanished) { /* it was ended while it waited: that is not the script's doing */
        uk_plan_finish(out);
        r = fresh;
        status = run(p, &r, out, m);
    }
    if (status)
        uk_plan_finish(out);
    return status;
}

void uk_plan_finish(struct uk_plan *p)
{
    uk_timeline_destroy(p->timeline);
    uk_routine_facts_finish(&p->facts);
    free(p->reply);
    *p = (struct uk_plan){0};
}
