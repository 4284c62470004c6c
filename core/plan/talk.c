#include "talk.h"

#include "../base/time.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The parent keeps the time: it kills a planner that takes too long. This only ends one whose parent forgot it. */
#define PATIENCE_NS (3600 * UK_NS_PER_S)

_Noreturn void uk_refuse(int status, const char *sentence)
{
    struct uk_packet p = {0};
    uk_packet_put_u32(&p, UK_WIRE_REFUSAL);
    uk_packet_put_i64(&p, status);
    uk_packet_put_text(&p, sentence);
    _exit(uk_packet_send(&p, UK_TALK_FD, uk_clock_ns() + PATIENCE_NS, NULL) ? 1 : 0);
}

_Noreturn void uk_refuse_with(int status, const char *format, ...)
{
    struct uk_message m, tamed;
    va_list args;
    va_start(args, format);
    vsnprintf(m.text, sizeof m.text, format, args);
    va_end(args);
    uk_fail(&tamed, status, "%s", m.text);
    uk_refuse(status, tamed.text);
}

static int64_t ask(int kind, const char *name, bool *guess, struct uk_message *why)
{
    struct uk_packet p = {0};
    int64_t deadline_ns = uk_clock_ns() + PATIENCE_NS;
    uk_packet_put_u32(&p, UK_WIRE_ASK);
    uk_packet_put_u32(&p, (uint32_t)kind);
    uk_packet_put_text(&p, name);
    if (uk_packet_send(&p, UK_TALK_FD, deadline_ns, NULL) ||
        uk_packet_receive(&p, UK_TALK_FD, UK_MOST_TEXT + 4096, deadline_ns, NULL))
        _exit(1);
    int64_t length_ns = uk_packet_get_i64(&p);
    *guess = uk_packet_get_u32(&p) != 0;
    const char *sentence = uk_packet_get_text(&p, UK_MESSAGE_SIZE);
    if (p.bad)
        _exit(1);
    if (length_ns < 0)
        uk_fail(why, UNKNOT_FAILED, "%s", sentence);
    uk_packet_finish(&p);
    return length_ns;
}

const struct uk_length *uk_learn_length(struct uk_lengths *l, int kind, const char *name, struct uk_message *why)
{
    struct uk_length *length = uk_lengths_find(l, kind, name);
    if (length && length->used)
        return length;
    if (l->used >= UK_MOST_LENGTHS) {
        uk_fail(why, UNKNOT_LIMIT, "a routine may use at most %d different phrases and sounds", UK_MOST_LENGTHS);
        return NULL;
    }
    size_t n = strlen(name);
    if (n > UK_MOST_NAME_BYTES - l->used_bytes) {
        uk_fail(why, UNKNOT_LIMIT, "the routine has too many words: at most %zu MiB", UK_MOST_NAME_BYTES >> 20);
        return NULL;
    }
    if (!length) {
        bool guess;
        int64_t ns = ask(kind, name, &guess, why);
        if (ns < 0)
            return NULL;
        if (uk_lengths_add(l, kind, name, ns)) {
            uk_no_memory(why);
            return NULL;
        }
        length = uk_lengths_find(l, kind, name);
        length->guess = guess;
    }
    length->used = true;
    l->used++;
    l->used_bytes += n;
    return length;
}
