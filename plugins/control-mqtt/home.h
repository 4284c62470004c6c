/* home.h - what Home Assistant is told of a player, so that it shows up there by itself. */
#ifndef HOME_H
#define HOME_H

#include "broker.h"

/* Says what there is to see and to press: one retained message each, homeassistant/KIND/unknot_NAME/WHAT/config. */
void home_announce(struct broker *b);

#endif
