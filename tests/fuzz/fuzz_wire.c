/* fuzz_wire: noise in place of facts and timelines. See README.md of the tests.
 *
 *     build/tests/fuzz_wire -max_total_time=60 tests/fuzz/seeds/wire
 */
#include "plan/wire.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct uk_packet p = {.length = n, .capacity = n, .bytes = malloc(n + 1)};
    struct uk_timeline *t = NULL;
    struct uk_routine_facts f = {0};
    struct uk_message m;
    if (!p.bytes)
        return 0;
    memcpy(p.bytes, bytes, n);
    if (n % 2 == 0 && uk_wire_get_facts(&p, &f, &m) == UNKNOT_OK)
        uk_routine_facts_finish(&f);
    else if (n % 2 && uk_wire_get_timeline(&p, &t, &m) == UNKNOT_OK)
        (void)uk_timeline_freeze(t, 48000, &m);
    uk_timeline_destroy(t);
    uk_packet_finish(&p);
    return 0;
}
