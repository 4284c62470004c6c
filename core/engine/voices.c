/* Voices as the public header shows them. */
#include "engine.h"
#include "voice_packs.h"

int unknot_voice_use(struct unknot *u, const char *id)
{
    return uk_voice_choice_keep(&u->places, id, &u->message);
}
