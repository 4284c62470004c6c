#include "keys.h"

#include <stdio.h>
#include <time.h>

#define SECTION "unknot"
#define DIGITS "unknot-digits"
#define S INT64_C(1000000000)

static const struct {
    const char *key, *words;
} events[] = {{"n", "next"},   {"a", "again"}, {"l", "longer"}, {"e", "easier"}, {"h", "harder"},
              {"s", "switch"}, {"r", "ready"}, {"x", "stop"},   {"v", "rate"}};

static int64_t clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * S + t.tv_nsec;
}

static void command(const struct keys *k, const char *verb, const char *a, const char *b, const char *c)
{
    const char *words[] = {verb, a, b, c, NULL};
    mpv_command(k->mpv, words);
}

void keys_init(struct keys *k, mpv_handle *mpv)
{
    char lines[2048];
    const char *us = mpv_client_name(mpv);
    int n = 0;
    *k = (struct keys){.mpv = mpv};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        n += snprintf(lines + n, sizeof lines - (size_t)n, "%s script-message-to %s %s\n", events[i].key, us, events[i].words);
    command(k, "define-section", SECTION, lines, "default");
    n = 0;
    for (int digit = 0; digit < 10; digit++)
        n += snprintf(lines + n, sizeof lines - (size_t)n, "%d script-message-to %s digit %d\n", digit, us, digit);
    command(k, "define-section", DIGITS, lines, "force");
}

static void take_digits(struct keys *k, int on)
{
    command(k, on ? "enable-section" : "disable-section", DIGITS, on ? "allow-hide-cursor+allow-vo-dragging" : NULL, NULL);
    k->waits = on ? KEYS_NUMBER : KEYS_NO_NUMBER;
    k->until_ns = clock_ns() + 5 * S;
}

void keys_enable(struct keys *k, int on)
{
    command(k, on ? "enable-section" : "disable-section", SECTION, on ? "allow-hide-cursor+allow-vo-dragging" : NULL, NULL);
    if (!on && k->waits)
        take_digits(k, 0);
}

void keys_ask(struct keys *k)
{
    take_digits(k, 1);
}

int keys_digit(struct keys *k, int digit)
{
    if (k->waits == KEYS_NUMBER && digit == 1) { /* or the beginning of 10 */
        k->waits = KEYS_ONE;
        k->until_ns = clock_ns() + S * 7 / 10;
        return -1;
    }
    int number = k->waits == KEYS_NO_NUMBER ? -1 : k->waits == KEYS_NUMBER ? digit : digit == 0 ? 10 : 1;
    take_digits(k, 0);
    return number;
}

int keys_settle(struct keys *k)
{
    if (k->waits == KEYS_NO_NUMBER || clock_ns() < k->until_ns)
        return -1;
    int number = k->waits == KEYS_ONE ? 1 : -1;
    take_digits(k, 0);
    return number;
}

double keys_wait_s(const struct keys *k)
{
    int64_t left_ns = k->until_ns - clock_ns();
    return k->waits == KEYS_NO_NUMBER ? -1 : left_ns > 0 ? (double)left_ns / (double)S : 0;
}
