/* fuzz_ask: noise in place of what a planner is asked. It is read before any script is, in the locked sandbox; the engine that writes it
 * may have been given a session's file that somebody else made. See README.md of the tests.
 *
 *     build/tests/fuzz_ask -max_total_time=60 tests/fuzz/seeds/ask
 */
#include "base/text.h"
#include "plan/wire.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* What was read can be written, and is the same when it is read again. */
static void check_again(const struct uk_plan_request *r, size_t n)
{
    struct uk_packet p = {0};
    struct uk_plan_request again;
    struct uk_arena arena = {0};
    struct uk_journal journal = {0};
    struct uk_lengths lengths = {0};
    struct uk_message m = {""};
    uk_wire_put_request(&p, r);
    if (p.bad || uk_packet_get_u32(&p) != UK_WIRE_REQUEST)
        abort();
    if (uk_wire_get_request(&p, &again, &arena, &journal, &lengths, &m) || again.source_length != r->source_length ||
        again.param_count != r->param_count || again.journal->count != r->journal->count || lengths.count != r->lengths->count ||
        p.length > n + sizeof(uint32_t))
        abort();
    uk_packet_finish(&p);
    uk_arena_finish(&arena);
    uk_journal_finish(&journal);
    uk_lengths_finish(&lengths);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct uk_packet p = {.length = n, .capacity = n, .bytes = malloc(n + 1)};
    struct uk_plan_request r;
    struct uk_arena arena = {0};
    struct uk_journal journal = {0};
    struct uk_lengths lengths = {0};
    struct uk_message m = {""};
    if (!p.bytes)
        return 0;
    memcpy(p.bytes, bytes, n);
    if (uk_wire_get_request(&p, &r, &arena, &journal, &lengths, &m) == UNKNOT_OK)
        check_again(&r, n);
    else if (!*m.text || !uk_text_is_utf8(m.text, strlen(m.text)))
        abort();
    uk_arena_finish(&arena);
    uk_journal_finish(&journal);
    uk_lengths_finish(&lengths);
    uk_packet_finish(&p);
    return 0;
}
