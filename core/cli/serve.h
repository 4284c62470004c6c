/* serve.h - a service that waits for somebody who wants to listen. serve.c plays, serve_words.c takes what it is told, serve_menu.c says what
 * there is to choose from, serve_times.c knows what is to begin when, serve_cards.c which card begins what, serve_reader.c does it, serve_volume.c
 * keeps how loud it is, serve_notify.c tells the service manager, serve_http.c has the program beside it that gives routines as files. */
#ifndef UK_SERVE_H
#define UK_SERVE_H

#include "command.h"
#include "serve_cards.h"
#include "serve_http.h"
#include "serve_notify.h"
#include "serve_times.h"

#define UK_QUEUE_MAX 16
#define UK_MENU_MAX 8

struct uk_serve {
    struct uk_cli *cli;
    struct unknot *u;
    struct unknot_desk *desk;
    struct unknot_player *player; /* NULL: nothing plays */
    struct uk_wish queue[UK_QUEUE_MAX];
    size_t queued;
    struct uk_wish now;    /* what plays, or is loaded and waits for a device */
    struct uk_wish usual;  /* what one press of a button begins; "": nothing */
    struct uk_wish menu[UK_MENU_MAX]; /* what the menu that plays has named */
    size_t menu_count;
    bool loaded;           /* `now` is, or the menu */
    bool skip;             /* what plays shall end */
    bool announcing;       /* what plays tells of a fault */
    const char *announce;  /* what is to be told so, in the words of scripts/service/trouble.lua; NULL: nothing */
    bool choosing;         /* what plays is the menu */
    bool ask;              /* the menu is to be said */
    bool resume;           /* a session that was cut off is to go on */
    bool reopen;           /* the engine is to be opened anew */
    char fault[600];       /* what went wrong last; "" */
    char waits[600];       /* why what is loaded does not begin; "" */
    char control[512];     /* what was said of a control that has trouble; "" */
    long long retry_ms;    /* when to try again */
    double volume, ceiling; /* 0 to 1 */
    double kept_volume;     /* what stands in the file, written at volume_ms */
    long long volume_ms;
    struct uk_cards cards;
    char card[600];               /* what the last one lacks, as a sentence; "" */
    char card_last[UK_CODE_SIZE]; /* the last one that was read, at card_ms or a little before */
    long long card_ms;
    long long sleep_from_ms, sleep_ms; /* while falling asleep; 0: nobody does */
    struct uk_times times;
    struct uk_notify notify;
    struct uk_http_child http;
    char error[600]; /* the last answer */
    char *data;
};

long long uk_serve_now_ms(void);

/* How much is left of the volume on the way to sleep: 1 to 0. */
double uk_serve_drowsiness(const struct uk_serve *s);

/* Something went wrong that nobody sees at a terminal: it is kept for `status`, and told aloud as `what`. */
void uk_serve_fault(struct uk_serve *s, const char *what, const char *sentence);

/* Puts a wish at the front of the queue, or at its end. False: there is no room. */
bool uk_serve_enqueue(struct uk_serve *s, const struct uk_wish *wish, bool first);

/* Whether `unknot list` shows it. No paths come in by a control. */
bool uk_serve_is_listed(struct uk_serve *s, const char *name);

/* A routine's name and what is asked of it. NULL when it can be played, else why not. */
const char *uk_serve_read_wish(struct uk_serve *s, const char *const *words, size_t count, struct uk_wish *wish);

/* Begins what is next, or what is usual; where nothing is, the menu. NULL, or why not. */
const char *uk_serve_wake(struct uk_serve *s);

/* Whether there is what --menu names: 0, or the exit code after saying what is wrong. */
int uk_menu_check(struct uk_serve *s);

/* Loads the menu. Returns a status. */
int uk_menu_load(struct uk_serve *s);

/* The menu has ended: what was chosen in it is next. */
void uk_menu_take(struct uk_serve *s);

/* Finds the file of the cards, and reads it; reads it again. What is wrong with it is said. */
void uk_reader_start(struct uk_serve *s);
void uk_reader_read(struct uk_serve *s);

/* A card was read, or is told what to do: `words` begin with its code. NULL, or why not. */
const char *uk_serve_card(struct uk_serve *s, int plays, const char *const *words, size_t count);

/* The volume of the last time, not over the ceiling; and that of now for the next, once in some seconds, or `now`. */
void uk_volume_read(struct uk_serve *s);
void uk_volume_keep(struct uk_serve *s, bool now);

/* unknot_desk_fn: `ctx` is the service. */
int uk_serve_take(void *ctx, int plays, const char *const *words, size_t count, const char **error, const char **data);

#endif
