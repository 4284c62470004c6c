/* Fails, and does not say why. */
#include "hum.h"

static int32_t refuse(void **out, const struct unknot_host *host, uint32_t rate)
{
    (void)out;
    (void)host;
    (void)rate;
    return -4711;
}

HUM("silent", refuse, hum_render)
