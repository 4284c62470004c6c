/* engine.h - what an engine is made of. Only the files that implement <unknot.h> see it. */
#ifndef UK_ENGINE_H
#define UK_ENGINE_H

#include "../base/path.h"
#include "ahead.h"
#include "catalog.h"
#include "check.h"
#include "keeper.h"
#include "language.h"
#include "news.h"
#include "phrases.h"
#include "plugin_host.h"
#include "session.h"
#include "stage.h"
#include "voice_packs.h"

/* A routine's facts in the form of the public header. */
struct uk_public_facts {
    struct unknot_routine routine;
    struct unknot_routine_param *params;
};

struct uk_packs;
struct uk_voices;

struct unknot {
    struct uk_message message;
    struct uk_places places;
    struct uk_language *language;
    uint32_t rate;
    double bus_db[UK_BUSES];
    struct uk_voice_choice voice_choice;
    char voice_trouble[400];
    struct uk_decoder *decoder;
    struct uk_planner *planner;
    struct uk_clips *clips;
    struct uk_ahead *ahead; /* makes phrases while others are heard; NULL: all are made */
    int64_t waits_ns;       /* since when nothing is heard for want of a phrase; 0: something is */
    struct uk_performer *performer;
    struct uk_stage *stage;
    struct uk_catalog catalog;
    struct uk_findings findings;
    struct uk_phrases phrases; /* of what is loaded */
    struct uk_session described, session;
    struct uk_public_facts described_facts, session_facts;
    const struct uk_timeline *timeline; /* of the scene that is on; NULL before a load */
    _Atomic int64_t length_frames;      /* of that timeline, for any thread */
    int64_t plan_ns;                    /* what the next plan will take, without the making of what it says */
    int64_t pressed_ns;                 /* where the last press was made; INT64_MAX: none was */
    struct uk_news news;
    uint64_t plans;           /* how many were put on */
    uint64_t late_plans;      /* how many were ready too late, and made again with a later stamp */
    _Atomic uint64_t seeks;   /* how many were asked for */
    _Atomic int64_t goal;     /* of the last of them */
    struct uk_keeper *keeper; /* of the session's file; NULL: none is kept */
    struct uk_plugin_entry plugin; /* what unknot_next_plugin() and unknot_next_device() gave last */
    struct unknot_device device;
    char *journal_text;
    char *reply; /* of the library */
    struct uk_voices *voices; /* that the caller asked about; NULL: none */
    struct uk_packs *packs; /* that the caller asked about; NULL: none */
};

/* What began, for a reader of its own; jumps and new plans since its last call included. [main] */
int uk_engine_news(struct unknot *u, struct uk_news *n, int64_t heard, struct unknot_event *out);

#endif
