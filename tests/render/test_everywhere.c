/* The same bits on every processor, whatever it can do at once: what is made, not recorded, has one sum, written down here. A sound that
 * is changed on purpose changes the sum; the test says which it is then. */
#include "studio.h"

#include <inttypes.h>

#define SUM UINT64_C(0xc7c657ec64c9d4a4)

/* FNV-1a of every bit. */
static uint64_t sum_of(const float *x, int64_t samples)
{
    uint64_t sum = UINT64_C(14695981039346656037);
    for (int64_t i = 0; i < samples; i++) {
        uint32_t bits;
        memcpy(&bits, x + i, sizeof bits);
        for (int k = 0; k < 4; k++, bits >>= 8)
            sum = (sum ^ (bits & 255)) * UINT64_C(1099511628211);
    }
    return sum;
}

static void what_is_made_is_the_same_everywhere(void **state)
{
    struct studio s;
    (void)state;
    studio_init(&s);
    if (unknot_load(s.u, SOURCE_DIR "/tests/render/sounds.lua", NULL, 0))
        fail_msg("%s", unknot_message(s.u));
    int64_t n = unknot_length_frames(s.u);
    float *all = studio_read(s.u, 0, n, 480);
    uint64_t sum = sum_of(all, n * UNKNOT_CHANNELS);
    free(all);
    studio_finish(&s);
    if (sum != SUM)
        fail_msg("the sum of %" PRId64 " frames is 0x%" PRIx64, n, sum);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_made_is_the_same_everywhere)};
    return RUN(tests);
}
