/* main.c - unknot-planner: gets ready, waits for a request on its socket, plans in a sandbox, answers, ends. argv[1] is the folder of
 * the library. */
#include "fit.h"
#include "sandbox.h"
#include "talk.h"

#include "../base/time.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define ANSWER_NS (10 * UK_NS_PER_S)

static int send(struct uk_packet *p, const char *chunk, struct uk_message *m)
{
    if (p->bad)
        return uk_fail(m, UNKNOT_LIMIT, "%s makes too large a plan", chunk);
    return uk_packet_send(p, UK_TALK_FD, uk_clock_ns() + ANSWER_NS, m);
}

static int reply(const struct uk_plan_request *r, const struct uk_library *library, struct uk_message *m)
{
    struct uk_budget budget = {0};
    struct uk_packet p = {0};
    char *text = NULL;
    int status = uk_planning_ask(r, library, &budget, &text, m);
    if (status)
        return status;
    uk_packet_put_u32(&p, UK_WIRE_REPLY);
    uk_packet_put_text(&p, text);
    status = send(&p, r->chunk, m);
    uk_packet_finish(&p);
    free(text);
    return status;
}

static int answer(const struct uk_plan_request *r, const struct uk_library *library, struct uk_message *m)
{
    struct uk_budget budget = {0};
    struct uk_fit fit = r->fit;
    struct uk_routine_facts facts = {0};
    struct uk_timeline *timeline = NULL;
    bool plays = r->want != UK_WANT_FACTS;
    int status = UNKNOT_OK;
    if (r->target_ns && plays)
        status = uk_fit_find(r, library, &budget, &fit, m);
    if (!status)
        status = uk_planning_run(r, library, &budget, fit, false, plays ? &timeline : NULL, &facts, m);
    if (status)
        return status;
    struct uk_packet p = {0};
    uk_packet_put_u32(&p, UK_WIRE_PLAN);
    uk_wire_put_facts(&p, &facts);
    uk_packet_put_u32(&p, (uint32_t)fit.size);
    uk_packet_put_f64(&p, fit.ease);
    uk_packet_put_u32(&p, budget.runs);
    if (timeline)
        uk_wire_put_timeline(&p, timeline);
    status = send(&p, r->chunk, m);
    uk_packet_finish(&p);
    uk_timeline_destroy(timeline);
    uk_routine_facts_finish(&facts);
    return status;
}

int main(int argc, char **argv)
{
    struct uk_packet packet = {0};
    struct uk_arena arena = {0};
    struct uk_journal journal = {0};
    struct uk_library library = {0};
    struct uk_lengths lengths = {0};
    struct uk_plan_request request;
    struct uk_message m = {""};

    if (argc != 2 || isatty(0)) {
        fputs("unknot-planner is started by unknot\n", stderr);
        return 2;
    }
    uk_sandbox_begin();
    int status = uk_library_read(&library, argv[1], &m);
    if (!status) {
        uk_planning_compile(&library);
        status = uk_sandbox_close(&m);
    }
    /* also before a refusal: what is left unread when this program ends would take it with it */
    if (uk_packet_receive(&packet, UK_TALK_FD, UK_PACKET_LARGEST, INT64_MAX, NULL))
        _exit(0); /* it was a spare one, and is not needed */
    if (!status && uk_packet_get_u32(&packet) != UK_WIRE_REQUEST)
        status = uk_fail(&m, UNKNOT_BAD_DATA, "the request to the planner is not what it should be");
    if (!status)
        status = uk_wire_get_request(&packet, &request, &arena, &journal, &lengths, &m);
    if (!status)
        status = request.want == UK_WANT_REPLY ? reply(&request, &library, &m) : answer(&request, &library, &m);
    if (status)
        uk_refuse(status, m.text);
    uk_lengths_finish(&lengths);
    uk_library_finish(&library);
    uk_journal_finish(&journal);
    uk_arena_finish(&arena);
    uk_packet_finish(&packet);
    return 0;
}
