/* Whether two readings sound alike: the same words said faster or slower are near, others far. */
#include "check.h"

#include "engine/voice_alike.h"

#include "decode/wire.h"

#include <math.h>
#include <string.h>

#define MOST 2000

/* Sounds that change ten times a second, as by `seed`, at another speed, a little louder and in a little noise. */
static size_t say(unsigned char *out, unsigned seed, double seconds, double speed, int louder)
{
    size_t n = (size_t)(seconds / speed * UK_PRINTS_A_SECOND);
    unsigned state = 12345 + seed;
    for (size_t i = 0; i < n; i++) {
        unsigned sound = seed * 7919 + (unsigned)((double)i / UK_PRINTS_A_SECOND * speed * 10) * 104729;
        for (int k = 0; k < UK_PRINT_BANDS; k++) {
            sound = sound * 1664525 + 1013904223;
            state = state * 1664525 + 1013904223;
            out[i * UK_PRINT_BANDS + (size_t)k] = (unsigned char)(100 + (sound >> 26) + (state >> 30) + (unsigned)louder);
        }
    }
    return n;
}

static void the_same_is_near(void **state)
{
    unsigned char a[MOST * UK_PRINT_BANDS], b[MOST * UK_PRINT_BANDS];
    (void)state;
    size_t na = say(a, 1, 3, 1, 0);
    assert_true(uk_voice_alike(a, na, a, na) == 0);
    for (int i = 0; i < 5; i++) {
        double speed = 0.85 + 0.075 * i;
        size_t nb = say(b, 1, 3, speed, 12);
        double same = uk_voice_alike(a, na, b, nb);
        nb = say(b, 2, 3, speed, 12);
        double other = uk_voice_alike(a, na, b, nb);
        print_message("at %.2f of the speed: %.2f dB, others %.2f dB\n", speed, same, other);
        assert_true(same < 0.6 * other);
    }
}

static void what_is_much_longer_is_not_the_same(void **state)
{
    unsigned char a[MOST * UK_PRINT_BANDS], b[MOST * UK_PRINT_BANDS];
    (void)state;
    size_t na = say(a, 1, 3, 1, 0), nb = say(b, 1, 6, 1, 0);
    assert_true(isinf(uk_voice_alike(a, na, b, nb)));
    assert_true(isinf(uk_voice_alike(b, nb, a, na)));
    assert_true(isinf(uk_voice_alike(a, 0, b, nb)));
    assert_true(isinf(uk_voice_alike(a, na, b, 0)));
    memset(a, 0, sizeof a);
    assert_true(uk_voice_alike(a, 1, a, 5) == 0);
    assert_true(isinf(uk_voice_alike(a, MOST, a, MOST)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_is_near),
        cmocka_unit_test(what_is_much_longer_is_not_the_same),
    };
    return RUN(tests);
}
