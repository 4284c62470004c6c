/* player.h - what a player is made of. Only player.c (its threads), steer.c (commands) and controls.c (who gives them) see it. */
#ifndef UK_PLAYER_H
#define UK_PLAYER_H

#include "controls.h"
#include "engine.h"
#include "keeper.h"
#include "trail.h"

#include <pthread.h>

#define UK_BLOCK_LIVE 240 /* 5 ms at 48 kHz: a press waits for no more than this */
#define UK_BLOCK_FAST 8192

/* What the feeder thread uses, and nobody else. */
struct uk_feeding {
    float block[UK_BLOCK_FAST * UNKNOT_CHANNELS];
    int16_t block_s16[UK_BLOCK_FAST * UNKNOT_CHANNELS];
    struct uk_trail trail;
    struct uk_message message; /* read by others once the state is failed */
};

/* What the main thread keeps for the listener. */
struct uk_steering {
    double volume;
    int64_t paused_ns; /* when it was paused, CLOCK_MONOTONIC; 0: it plays */
    int64_t goal, sought_ns; /* of the last seek, and when it was asked for */
    bool told_end;
    int64_t told_length;    /* in frames; 0: not yet */
    char told_question[32]; /* "": none */
    struct uk_news news;
    char step[256], caption[512];
    char trouble[UK_MESSAGE_SIZE];
    char instead[400]; /* why none better is played to */
    char *data; /* of the last command */
    struct uk_message warning; /* what is shown as trouble when there is no greater one; "" */
    int64_t kept_ns; /* when the position was last written to the session's file */
};

struct unknot_player {
    struct unknot *u;
    struct uk_sink *sink;
    uint32_t sample_format;
    bool realtime;
    bool hurries; /* the feeder may be given time before others: the sink makes it wait */
    pthread_t feeder, preparer;
    bool has_feeder, has_preparer; /* the threads were started */
    pthread_mutex_t lock;          /* of `wake`; the state is atomic for those who only look */
    pthread_cond_t wake;
    _Atomic int state; /* enum unknot_player_state */
    _Atomic bool quit; /* end now, whatever is left */
    _Atomic bool stop; /* fade out and finish */
    _Atomic int64_t heard;
    _Atomic uint64_t beats; /* how often the sink took something */
    struct uk_feeding feeding;
    struct uk_steering steering;
    struct uk_controls controls;
};

/* The event that answers a question the routine asked some seconds ago ("rate", "ready"), NULL when it asked none. [main] */
const char *uk_player_question(const struct unknot_player *p);

/* Tells the controls, and the steering, what began since the last call; writes the position to the session's file now and then. [main] */
void uk_player_tell(struct unknot_player *p);

#endif
