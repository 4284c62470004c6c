/* The plugin control-socket among crowds and noise: nothing breaks, nothing is lost, nothing is left behind. */
#include "socket_host.h"

#include <dirent.h>

#define LINES 1000000
#define CONNECTS 1000

static uint64_t next_random(uint64_t *state) /* splitmix64 */
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static size_t put_bytes(char *line, size_t n, uint64_t *random)
{
    for (size_t i = 0; i < n; i++) {
        line[i] = (char)next_random(random);
        if (line[i] == '\n')
            line[i] = '\0';
    }
    return n;
}

/* A line of one of nine bad or good kinds, at most `most` bytes, without its newline. */
static size_t make_line(char *line, size_t most, uint64_t *random)
{
    static const char *const good[] = {
        "{\"command\": [\"press\", \"longer\"], \"request_id\": 7}", "{\"command\": [\"press\", \"rate\", 7.5]}",
        "{\"request_id\": \"seven\", \"command\": [\"status\"]}",      "{\"command\": [\"unwatch\"]}",
        "{\"command\": [\"fail\", \"\\u00e4\\ud834\\udd1e\"]}",
    };
    uint64_t dice = next_random(random);
    const char *text = good[dice / 16 % (sizeof good / sizeof *good)];
    size_t n = strlen(text), k = next_random(random) % (n + 1);
    switch (dice % 9) {
    case 0: /* bytes */
        return put_bytes(line, next_random(random) % 80, random);
    case 1: /* cut */
        memcpy(line, text, k);
        return k;
    case 2: /* one byte changed */
        memcpy(line, text, n);
        put_bytes(line + k % n, 1, random);
        return n;
    case 3: /* deep */
        n = next_random(random) % 500;
        memset(line, dice & 16 ? '[' : '{', n);
        return n;
    case 4: /* numbers */
        n = next_random(random) % 400;
        k = (size_t)sprintf(line, "{\"command\": [\"seek\", %s", dice & 16 ? "-1e" : "");
        for (size_t i = 0; i < n; i++)
            line[k++] = (char)('0' + next_random(random) % 10);
        memcpy(line + k, "]}", 2);
        return k + 2;
    case 5: /* NULs */
        memcpy(line, text, n);
        line[k % n] = '\0';
        return n;
    case 6: /* two in one line */
        memcpy(line, text, n);
        memcpy(line + n, text, n);
        return 2 * n;
    case 7: /* long, now and then */
        if (dice / 1024 % 100)
            break;
        return put_bytes(line, next_random(random) % most, random);
    }
    memcpy(line, text, n);
    return n;
}

static int gets_a_reply(char *line, size_t n)
{
    if (n >= 2 && line[0] == '\x16') /* would be another protocol */
        line[0] = '{';
    for (size_t i = 0; i < n; i++)
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r')
            return 1;
    return 0;
}

/* Counts the lines that came; the last `tail` bytes are kept. */
struct ear {
    int fd;
    unsigned long lines;
    char tail[64];
};

static void *listen_on(void *self)
{
    struct ear *ear = self;
    static const size_t keep = sizeof ear->tail - 1;
    char text[65536 + sizeof ear->tail];
    ssize_t n;
    memset(text, ' ', keep);
    while ((n = recv(ear->fd, text + keep, 65536, 0)) > 0) {
        for (ssize_t i = 0; i < n; i++)
            ear->lines += text[keep + (size_t)i] == '\n';
        memmove(text, text + n, keep);
    }
    memcpy(ear->tail, text, keep);
    return NULL;
}

static void a_million_lines_of_noise(void **state)
{
    struct socket_host *h = *state;
    struct end *e = begin(h);
    struct ear ear = {.fd = e->fd};
    static char text[65536];
    size_t n = 0;
    unsigned long wanted = 0;
    uint64_t random = 20;
    pthread_t thread;
    double start = now_s();
    assert_int_equal(pthread_create(&thread, NULL, listen_on, &ear), 0);
    for (int i = 0; i < LINES; i++) {
        size_t k = make_line(text + n, 8000, &random);
        wanted += (unsigned long)gets_a_reply(text + n, k);
        text[n + k] = '\n';
        n += k + 1;
        if (n > sizeof text - 8200) {
            say_bytes(e, text, n);
            n = 0;
        }
    }
    say_bytes(e, text, n);
    say(e, "{\"command\": [\"status\"], \"request_id\": \"the last\"}\n");
    shutdown(e->fd, SHUT_WR);
    pthread_join(thread, NULL);
    end(e);
    print_message("%d lines in %.1f s, %lu answers, %lu commands\n", LINES, now_s() - start, ear.lines, atomic_load(&h->commands));
    assert_int_equal(ear.lines, wanted + 1);
    assert_contains(ear.tail, "\"request_id\": \"the last\"}\n");
    assert_true(atomic_load(&h->commands) > LINES / 10);
}

static int open_files(void)
{
    int n = 0;
    DIR *d = opendir("/proc/self/fd");
    while (readdir(d))
        n++;
    closedir(d);
    return n;
}

static void a_thousand_connections(void **state)
{
    struct socket_host *h = *state;
    struct end *e = begin(h);
    say(e, "{\"command\": [\"status\"]}\n");
    must_hear_of(e, "commands");
    int files = open_files();
    unsigned long full = 0;
    for (int i = 0; i < CONNECTS; i++) {
        struct end *one = begin(h), *mute = begin(h), *rude = begin(h);
        say(rude, i % 2 ? "{\"comm" : "{\"command\": [\"watch\"]}\n{\"command\": [\"press\", \"longer\"]}\n");
        end(rude);
        end(mute);
        send(one->fd, "{\"command\": [\"status\"]}\n", 24, MSG_NOSIGNAL);
        const char *heard = hear(one);
        assert_non_null(heard);
        if (strstr(heard, "16 programs")) /* those who left are not known to have left yet */
            full++;
        else
            assert_contains(heard, "commands");
        end(one);
    }
    say(e, "{\"command\": [\"status\"]}\n");
    must_hear_of(e, "commands");
    end(e);
    /* the last have been let go when one more has come and gone */
    e = begin(h);
    say(e, "{\"command\": [\"status\"]}\n");
    must_hear_of(e, "commands");
    print_message("%d connections, %lu met a full house\n", 3 * CONNECTS, full);
    assert_true(open_files() <= files);
    assert_true(full < CONNECTS / 10);
    end(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_million_lines_of_noise, setup, teardown),
        cmocka_unit_test_setup_teardown(a_thousand_connections, setup, teardown),
    };
    return RUN(tests);
}
