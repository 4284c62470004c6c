#include "one_switch.h"

#include "../base/text.h"
#include "../base/time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NS_PER_MS INT64_C(1000000)
#define STOP_PRESSES 3
#define MOST 10 /* the greatest number that can be given */
#define NEVER INT64_MAX
#define LONG_AGO_NS (3600 * UK_NS_PER_S) /* longer than every timing */
#define LAST_NS (INT64_MAX / 2) /* a century and more; sums stay in range */

static const struct uk_one_switch_timings usual = {600 * NS_PER_MS, 350 * NS_PER_MS, 1200 * NS_PER_MS, 15 * NS_PER_MS};

void uk_one_switch_init(struct uk_one_switch *s, const struct uk_one_switch_timings *timings)
{
    *s = (struct uk_one_switch){.timings = timings ? *timings : usual, .changed_ns = -LONG_AGO_NS};
}

static int read_one(struct uk_one_switch_timings *t, const char *word, size_t n, struct uk_message *m)
{
    static const char *const names[] = {"long", "gap", "rate", "bounce", NULL};
    static const int least_ms[] = {200, 100, 300, 0}, most_ms[] = {5000, 2000, 5000, 100};
    int64_t *const fields[] = {&t->long_ns, &t->gap_ns, &t->rate_ns, &t->bounce_ns};
    char name[32], *end;
    size_t i = 0, k = strcspn(word, "=,");
    snprintf(name, sizeof name, "%.*s", (int)(k < sizeof name ? k : sizeof name - 1), word);
    while (names[i] && strcmp(name, names[i]) != 0)
        i++;
    if (!names[i]) {
        const char *near = uk_text_nearest(name, names);
        if (near)
            return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the button has no time called '%s' (did you mean '%s'?)", name, near);
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the button has no time called '%s': it has long, gap, rate and bounce", name);
    }
    const char *digits = word + k + 1;
    long ms = k < n && *digits >= '0' && *digits <= '9' ? strtol(digits, &end, 10) : -1;
    if (ms < least_ms[i] || ms > most_ms[i] || end != word + n)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the button's '%s' is %d to %d milliseconds, as in '%s=%d', not '%.*s'", name,
                       least_ms[i], most_ms[i], name, (int)(*fields[i] / NS_PER_MS), (int)(n < 40 ? n : 40), word);
    *fields[i] = ms * NS_PER_MS;
    return UNKNOT_OK;
}

int uk_one_switch_parse(struct uk_one_switch_timings *out, const char *text, struct uk_message *m)
{
    struct uk_one_switch_timings t = usual;
    while (*text) {
        size_t n = strcspn(text, ",");
        int status = read_one(&t, text, n, m);
        if (status)
            return status;
        text += n;
        text += *text == ',';
    }
    *out = t;
    return UNKNOT_OK;
}

void uk_one_switch_question(struct uk_one_switch *s, const char *asked)
{
    s->asked = !asked                       ? UK_ASKED_NOTHING
               : strcmp(asked, "ready") == 0 ? UK_ASKED_READY
               : strcmp(asked, "rate") == 0  ? UK_ASKED_RATE
                                             : UK_ASKED_NOTHING;
}

static void emit(struct uk_one_switch *s, const char *name, int value)
{
    if (s->waiting == UK_SWITCHED_ROOM && strcmp(name, "stop") == 0)
        s->waiting--; /* it takes the place of another: a stop is never lost */
    if (s->waiting < UK_SWITCHED_ROOM)
        s->queue[s->waiting++] = (struct uk_switched){name, value};
}

static void go_down(struct uk_one_switch *s)
{
    if (!s->open) {
        s->open = true;
        s->meant = s->asked;
        s->presses = s->unheld = 0;
    }
    s->presses++;
    s->unheld++;
    s->spent = false;
    if (s->meant != UK_ASKED_RATE && s->presses % STOP_PRESSES == 0)
        emit(s, "stop", 0);
}

static void change(struct uk_one_switch *s, int64_t at_ns)
{
    s->down = s->contact;
    s->changed_ns = at_ns;
    if (s->down)
        go_down(s);
}

/* Only a press on its own can be long. */
static bool may_be_long(const struct uk_one_switch *s)
{
    return s->down && !s->spent && s->unheld == 1 && s->presses < STOP_PRESSES;
}

static void be_long(struct uk_one_switch *s)
{
    s->spent = true;
    s->unheld = 0;
    if (s->meant == UK_ASKED_RATE) {
        s->open = false;
        emit(s, "rate", 0);
    } else {
        emit(s, "longer", 0);
    }
}

static void close_presses(struct uk_one_switch *s)
{
    s->open = false;
    if (s->meant == UK_ASKED_RATE)
        emit(s, "rate", s->presses < MOST ? s->presses : MOST);
    else if (s->presses >= STOP_PRESSES)
        return;
    else if (s->unheld == 1)
        emit(s, s->meant == UK_ASKED_READY ? "ready" : "next", 0);
    else if (s->unheld == 2)
        emit(s, "easier", 0);
}

/* When something happens although nobody touches the button. */
static int64_t next_ns(const struct uk_one_switch *s)
{
    if (s->contact != s->down)
        return s->changed_ns + s->timings.bounce_ns;
    if (may_be_long(s))
        return s->changed_ns + s->timings.long_ns;
    if (!s->down && s->open)
        return s->changed_ns + (s->meant == UK_ASKED_RATE ? s->timings.rate_ns : s->timings.gap_ns);
    return NEVER;
}

static void advance(struct uk_one_switch *s, int64_t to_ns)
{
    int64_t at_ns;
    while ((at_ns = next_ns(s)) <= to_ns) {
        if (s->contact != s->down)
            change(s, at_ns);
        else if (s->down)
            be_long(s);
        else
            close_presses(s);
    }
    s->now_ns = to_ns;
}

void uk_one_switch_button(struct uk_one_switch *s, bool down, int64_t at_ns)
{
    if (at_ns > LAST_NS)
        at_ns = LAST_NS;
    if (at_ns < s->now_ns)
        at_ns = s->now_ns;
    advance(s, at_ns);
    s->contact = down;
    if (s->contact != s->down && at_ns - s->changed_ns >= s->timings.bounce_ns)
        change(s, at_ns);
}

int uk_one_switch_tick(struct uk_one_switch *s, int64_t now_ns, struct uk_switched *out)
{
    now_ns = now_ns < 0 ? 0 : now_ns > LAST_NS ? LAST_NS : now_ns;
    if (now_ns < s->now_ns) {
        s->changed_ns -= s->now_ns - now_ns;
        if (s->changed_ns < -LONG_AGO_NS)
            s->changed_ns = -LONG_AGO_NS;
    }
    advance(s, now_ns);
    if (s->waiting == 0)
        return 0;
    *out = s->queue[0];
    memmove(s->queue, s->queue + 1, (size_t)--s->waiting * sizeof *s->queue);
    return 1;
}

int64_t uk_one_switch_due(const struct uk_one_switch *s)
{
    int64_t at_ns = s->waiting > 0 ? s->now_ns : next_ns(s);
    return at_ns == NEVER ? 0 : at_ns > 0 ? at_ns : 1;
}
