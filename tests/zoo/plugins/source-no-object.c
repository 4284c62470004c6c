/* Opens without an object. */
#include "hum.h"

static int32_t nothing(void **out, const struct unknot_host *host, uint32_t rate)
{
    (void)host;
    (void)rate;
    *out = 0;
    return 0;
}

HUM("no-object", nothing, hum_render)
