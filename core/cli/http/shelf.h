/* shelf.h - engines with a routine in them, one for each address that is asked for: "low-back?minutes=10". Whoever reads the same shares one.
 *
 *     struct uk_volume *v;
 *     if (uk_shelf_take(&shelf, "low-back?minutes=10", &v, &trouble) == UNKNOT_OK) {
 *         uk_volume_read(v, 0, pcm, 480);
 *         uk_shelf_give(&shelf, v);
 *     }
 *
 * All may be called by any thread. An engine stays for a minute after the last who read it, since a player asks again and again.
 */
#ifndef UK_HTTP_SHELF_H
#define UK_HTTP_SHELF_H

#include <unknot.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define UK_SHELF_ENGINES 16
#define UK_SHELF_MESSAGE 600
#define UK_SHELF_FULL 1 /* a status: all engines are in use */

struct uk_volume {
    char *address;
    struct unknot *u; /* NULL: it is being opened */
    pthread_mutex_t lock; /* of what uses `u` */
    char folder[4096]; /* of its script */
    uint64_t files;     /* what was in it, and in the library, when it was planned */
    int64_t frames;
    uint64_t facts; /* the same for the same sound */
    int64_t at;     /* what the engine reads next; under `lock` */
    int users;
    bool old; /* its files are others by now: nobody takes it any more */
    long long used_ms;
};

struct uk_shelf {
    pthread_mutex_t lock;
    pthread_cond_t opened;
    struct unknot_options options;
    char library[4096]; /* its folder */
    struct uk_volume *volumes[UK_SHELF_ENGINES];
    int opening; /* how many are being opened */
    _Atomic long long refused_ms; /* when somebody was sent away because all are in use; 0: not since somebody had to make room */
};

struct uk_trouble {
    char text[UK_SHELF_MESSAGE];
};

/* `data_folder` is unknot_data_folder(). */
void uk_shelf_init(struct uk_shelf *s, const struct unknot_options *options, const char *data_folder);
void uk_shelf_finish(struct uk_shelf *s); /* nobody has a volume any more */

/* The engine of an address, which is "NAME?WISHES". A status of unknot_open_uri(), or UK_SHELF_FULL; *trouble then says why. *out is given back
 * to uk_shelf_give(). */
int uk_shelf_take(struct uk_shelf *s, const char *address, struct uk_volume **out, struct uk_trouble *trouble);
void uk_shelf_give(struct uk_shelf *s, struct uk_volume *v);

/* Closes what nobody has read for a while. */
void uk_shelf_tidy(struct uk_shelf *s);

/* The frames from `at`, 16 bits, as `unknot render` writes them. False: a sound cannot be had. */
bool uk_volume_read(struct uk_volume *v, int64_t at, int16_t *out, size_t frames);

long long uk_shelf_now_ms(void);

#endif
