#include "check.h"

#include "base/packet.h"
#include "base/time.h"

#include <math.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void fill(struct uk_packet *p)
{
    uk_packet_put_u32(p, 7);
    uk_packet_put_i64(p, -5);
    uk_packet_put_f64(p, 0.25);
    uk_packet_put_text(p, "Rest.");
    uk_packet_put_bytes(p, "\0\1\2", 3);
    uk_packet_put_text(p, NULL);
}

static void check(struct uk_packet *p)
{
    size_t n;
    assert_int_equal(uk_packet_get_u32(p), 7);
    assert_int_equal(uk_packet_get_i64(p), -5);
    assert_true(uk_packet_get_f64(p) == 0.25);
    assert_string_equal(uk_packet_get_text(p, 5), "Rest.");
    assert_memory_equal(uk_packet_get_bytes(p, &n), "\0\1\2", 3);
    assert_int_equal(n, 3);
    assert_string_equal(uk_packet_get_text(p, 0), "");
    assert_false(p->bad);
}

static void test_round_trip(void **state)
{
    (void)state;
    struct uk_packet p = {0};
    fill(&p);
    check(&p);
    assert_int_equal(uk_packet_get_u32(&p), 0); /* beyond the end */
    assert_true(p.bad);
    uk_packet_finish(&p);
}

/* Cut at every byte: it is noticed, and every get goes on giving something harmless. */
static void test_every_cut(void **state)
{
    (void)state;
    struct uk_packet whole = {0};
    fill(&whole);
    for (size_t n = 0; n < whole.length; n++) {
        struct uk_packet p = {.bytes = whole.bytes, .length = n};
        size_t k;
        uk_packet_get_u32(&p);
        uk_packet_get_i64(&p);
        uk_packet_get_f64(&p);
        assert_non_null(uk_packet_get_text(&p, 100));
        uk_packet_get_bytes(&p, &k);
        assert_non_null(uk_packet_get_text(&p, 100));
        assert_true(p.bad);
    }
    uk_packet_finish(&whole);
}

static void test_hostile_values(void **state)
{
    (void)state;
    struct uk_packet p = {0};
    uk_packet_put_f64(&p, NAN);
    assert_true(uk_packet_get_f64(&p) == 0);
    assert_true(p.bad);
    uk_packet_clear(&p);
    uk_packet_put_text(&p, "too long");
    assert_string_equal(uk_packet_get_text(&p, 3), "");
    assert_true(p.bad);
    uk_packet_clear(&p);
    uk_packet_put_bytes(&p, "\xff\0", 2);
    assert_string_equal(uk_packet_get_text(&p, 10), "");
    assert_true(p.bad);
    uk_packet_clear(&p);
    uk_packet_put_u32(&p, 0xffffffffu); /* a length that is not there */
    size_t n;
    assert_null(uk_packet_get_bytes(&p, &n));
    assert_int_equal(n, 0);
    uk_packet_finish(&p);
}

static void *send_large(void *arg)
{
    struct uk_packet p = {0};
    unsigned char block[4096];
    memset(block, 'x', sizeof block);
    for (int i = 0; i < 300; i++)
        uk_packet_put_bytes(&p, block, sizeof block);
    int status = uk_packet_send(&p, *(int *)arg, uk_clock_ns() + 10 * UK_NS_PER_S, NULL);
    uk_packet_finish(&p);
    return (void *)(intptr_t)status;
}

static void test_socket(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    struct uk_packet p = {0}, q = {0};
    struct uk_message m;
    fill(&p);
    int64_t soon = uk_clock_ns() + 10 * UK_NS_PER_S;
    assert_int_equal(uk_packet_send(&p, ends[0], soon, &m), UNKNOT_OK);
    assert_int_equal(uk_packet_receive(&q, ends[1], 4096, soon, &m), UNKNOT_OK);
    check(&q);

    /* larger than the socket's buffer: both ends have to take turns */
    pthread_t thread;
    void *result;
    pthread_create(&thread, NULL, send_large, &ends[0]);
    assert_int_equal(uk_packet_receive(&q, ends[1], UK_PACKET_LARGEST, soon, &m), UNKNOT_OK);
    pthread_join(thread, &result);
    assert_int_equal((intptr_t)result, UNKNOT_OK);
    assert_int_equal(q.length, 300 * 4100);

    /* more than is allowed, too late, and nobody there */
    assert_int_equal(uk_packet_send(&p, ends[0], soon, &m), UNKNOT_OK);
    assert_int_equal(uk_packet_receive(&q, ends[1], 8, soon, &m), UNKNOT_BAD_DATA);
    char rest[256];
    assert_true(recv(ends[1], rest, sizeof rest, MSG_DONTWAIT) > 0);
    assert_int_equal(uk_packet_receive(&q, ends[1], 8, uk_clock_ns(), &m), UNKNOT_IO);
    close(ends[0]);
    assert_int_equal(uk_packet_receive(&q, ends[1], 8, soon, &m), UNKNOT_IO);
    assert_int_equal(uk_packet_send(&p, ends[1], soon, &m), UNKNOT_IO); /* and no SIGPIPE */
    close(ends[1]);
    uk_packet_finish(&p);
    uk_packet_finish(&q);
    uk_packet_finish(&q);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_every_cut),
        cmocka_unit_test(test_hostile_values),
        cmocka_unit_test(test_socket),
    };
    return RUN(tests);
}
