/* player.h - the object that desktops see: org.mpris.MediaPlayer2 and its Player, as the status of the session says. */
#ifndef PLAYER_H
#define PLAYER_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

#define ORDER_WORD 32

/* What somebody on the bus wants done. One at a time: until it is carried out, no further message is looked at. */
struct order {
    uint32_t count; /* 0: nothing */
    char words[2][ORDER_WORD];
    sd_bus_message *message; /* to be answered; NULL: it was */
};

struct player {
    json_t *status; /* as `status` replied; NULL before the first */
    struct order order;
};

/* Puts the object on the bus. `p` stays where it is as long as that is open. Negative errno on failure. */
int player_offer(struct player *p, sd_bus *bus);

/* Takes over `status`, and tells everybody what is different from before. */
void player_update(struct player *p, sd_bus *bus, json_t *status);

/* Tells everybody that the position jumped to where the status has it. */
void player_jumped(const struct player *p, sd_bus *bus);

/* Answers who gave the order: `error` is "success" or a sentence. */
void player_answer(struct player *p, const char *error);

void player_finish(struct player *p);

#endif
