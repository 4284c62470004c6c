/* desk.h - controls that are there also when nothing plays. A player that plays has them lent to it, and gives them back at its end. */
#ifndef UK_DESK_H
#define UK_DESK_H

#include "controls.h"

/* Gives the controls to a player, in place of its own zeroed ones. UNKNOT_BAD_ARGUMENT: another has them. [main] */
int uk_desk_lend(struct unknot_desk *d, struct uk_controls *to, struct uk_message *m);
void uk_desk_take_back(struct unknot_desk *d, struct uk_controls *from);

/* Whether its owner has dealt with the command, always when nothing plays. [main] */
bool uk_desk_takes(struct unknot_desk *d, bool plays, const char *const *words, size_t count, const char **error, const char **data);

/* The single button was pressed while nothing plays. [main] */
void uk_desk_press(struct unknot_desk *d, const char *event);

#endif
