/* fuzz_pipe: noise in place of everything that a planner says, through the engine's own end of the pipe: how long its packets are, what
 * it asks, refuses, plans. The first byte is what was wanted of it. See README.md of the tests.
 *
 *     build/tests/fuzz_pipe -max_total_time=60 tests/fuzz/seeds/pipe
 */
#include "engine/planner.c"

#include "base/text.h"

#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#define MOST_INPUT 16384 /* what the socket holds, so that nobody waits */

static int length_of(void *ctx, int kind, const char *name, int64_t *length_ns, struct uk_message *m)
{
    (void)ctx;
    (void)kind;
    *length_ns = (int64_t)strlen(name) * 100000000;
    return *name == '!' ? uk_fail(m, UNKNOT_NOT_FOUND, "no '%s'", name) : UNKNOT_OK;
}

/* What came of it is one or the other, whole, and can be shown. */
static void check(int status, struct uk_plan *plan, enum uk_want want, const struct uk_message *m)
{
    struct uk_message why;
    bool whole = want == UK_WANT_REPLY ? plan->reply != NULL : plan->facts.title && (plan->timeline || want == UK_WANT_FACTS);
    if (status ? !*m->text : !whole)
        abort();
    if (!uk_text_is_utf8(m->text, strlen(m->text)))
        abort();
    if (plan->timeline)
        (void)uk_timeline_freeze(plan->timeline, 48000, &why);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    int ends[2];
    struct uk_lengths lengths = {0};
    struct uk_message m = {""};
    struct uk_plan plan = {0};
    if (n < 1 || n > MOST_INPUT || socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
        return 0;
    struct uk_plan_request request = {.want = (enum uk_want)(bytes[0] % UK_WANTS), .question = "catalog", .name = "mine",
                                      .chunk = "mine.lua", .source = "", .lengths = &lengths, .fit = UK_FIT_AS_WRITTEN};
    struct run r = {.request = &request, .length = bytes[0] & 4 ? NULL : length_of, .child = {0, ends[0]},
                    .began_ns = uk_clock_ns()};
    if (write(ends[1], bytes + 1, n - 1) != (ssize_t)(n - 1))
        abort();
    shutdown(ends[1], SHUT_WR);
    int status = converse(&r, &plan, &m);
    check(status, &plan, request.want, &m);
    uk_plan_finish(&plan);
    uk_packet_finish(&r.packet);
    uk_lengths_finish(&lengths);
    close(ends[0]);
    close(ends[1]);
    return 0;
}
