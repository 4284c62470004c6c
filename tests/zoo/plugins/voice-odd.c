/* voice-odd.c - a voice that does what the sentence says: "silent", "quiet", "endless", "crash", "fail", "mute", "babble", "vanish", "leap",
 * "unplug", "abroad", "nap". All else is a tone of a second. */
#include <unknot_plugin.h>

#include <locale.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RATE 22050

static const struct unknot_host *the_host(void *self)
{
    return *(const struct unknot_host **)self;
}

static int32_t odd_open(void **out, const struct unknot_host *host, const char *speaker, double speed, struct unknot_voice_info *info)
{
    const struct unknot_host **self = malloc(sizeof *self);
    if (!self)
        return -1;
    *self = host;
    *out = self;
    info->rate = strcmp(speaker, "slow") == 0 ? 1 : RATE;
    snprintf(info->identity, sizeof info->identity, "odd %.1f\nvoice", speed);
    return 0;
}

static int32_t tone(const struct unknot_speech *to, int level)
{
    int16_t second[RATE];
    for (int i = 0; i < RATE; i++)
        second[i] = (int16_t)((i / 25) % 2 ? level : -level);
    return to->put(to->ctx, second, RATE);
}

static void set(jmp_buf place)
{
    if (setjmp(place))
        abort();
}

/* What nobody may do to the process. */
static void go_wild(const char *text)
{
    jmp_buf gone;
    if (strstr(text, "vanish"))
        exit(42);
    if (strstr(text, "leap")) {
        set(gone);
        longjmp(gone, 1); /* to a call that is over */
    }
    for (int fd = 0; strstr(text, "unplug") && fd < 3; fd++)
        close(fd);
    if (strstr(text, "abroad"))
        setlocale(LC_ALL, "de_DE.UTF-8");
    if (strstr(text, "nap"))
        sleep(1);
}

static int32_t odd_speak(void *self, const char *text, const struct unknot_speech *to)
{
    if (strstr(text, "silent"))
        return 0;
    if (strstr(text, "quiet"))
        return tone(to, 1);
    if (strstr(text, "crash"))
        abort();
    if (strstr(text, "mute"))
        return -1;
    if (strstr(text, "fail")) {
        the_host(self)->fail(the_host(self)->ctx, "it has a cold: wait a week");
        return -1;
    }
    if (strstr(text, "babble")) {
        printf("this must not get into the way\n");
        fflush(stdout);
    }
    go_wild(text);
    int32_t result = tone(to, 8000);
    while (strstr(text, "endless") && result >= 0)
        result = tone(to, 8000);
    return result;
}

static void odd_close(void *self)
{
    free(self);
}

static const struct unknot_voice_ops ops = {.size = sizeof ops, .open = odd_open, .speak = odd_speak, .close = odd_close};
static const struct unknot_plugin plugin = {UNKNOT_PLUGIN_ABI, UNKNOT_VOICE, "odd", "Does what the sentence says", &ops};

UNKNOT_EXPORT const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : 0;
}
