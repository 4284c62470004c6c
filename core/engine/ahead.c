#include "ahead.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct uk_ahead {
    struct uk_clips *clips;
    pthread_t thread;
    pthread_mutex_t lock; /* of all that follows */
    pthread_cond_t wake;
    char **names; /* owned */
    size_t count, next;
    size_t made, told;
    bool quit, idle;
};

static void drop_order(struct uk_ahead *a)
{
    for (size_t i = 0; i < a->count; i++)
        free(a->names[i]);
    free(a->names);
    a->names = NULL;
    a->count = a->next = 0;
}

/* The next phrase to be made, copied; NULL: none. The lock is held. */
static char *choose(struct uk_ahead *a)
{
    size_t count;
    while (a->next < a->count) {
        const char *name = a->names[a->next++];
        if (uk_clips_is_guess(a->clips, name))
            return strdup(name);
    }
    const char *other = uk_clips_guess(a->clips, &count);
    return other ? strdup(other) : NULL;
}

static void *work(void *arg)
{
    struct uk_ahead *a = arg;
    pthread_mutex_lock(&a->lock);
    while (!a->quit) {
        char *name = a->idle ? NULL : choose(a);
        if (!name) {
            a->idle = true;
            pthread_cond_wait(&a->wake, &a->lock);
            continue;
        }
        pthread_mutex_unlock(&a->lock);
        struct uk_clip *clip;
        struct uk_message why;
        if (uk_clips_get(a->clips, UK_CLIP_PHRASE, name, &clip, &why))
            uk_clips_give_up(a->clips, name, why.text);
        free(name);
        pthread_mutex_lock(&a->lock);
        a->made++;
    }
    pthread_mutex_unlock(&a->lock);
    return NULL;
}

int uk_ahead_create(struct uk_ahead **out, struct uk_clips *clips, struct uk_message *m)
{
    struct uk_ahead *a = calloc(1, sizeof *a);
    *out = NULL;
    if (!a)
        return uk_no_memory(m);
    a->clips = clips;
    a->idle = true;
    pthread_mutex_init(&a->lock, NULL);
    pthread_cond_init(&a->wake, NULL);
    if (pthread_create(&a->thread, NULL, work, a)) {
        pthread_cond_destroy(&a->wake);
        pthread_mutex_destroy(&a->lock);
        free(a);
        return uk_fail(m, UNKNOT_FAILED, "no thread can be started: close something and try again");
    }
    *out = a;
    return UNKNOT_OK;
}

void uk_ahead_destroy(struct uk_ahead *a)
{
    if (!a)
        return;
    pthread_mutex_lock(&a->lock);
    a->quit = true;
    pthread_cond_signal(&a->wake);
    pthread_mutex_unlock(&a->lock);
    pthread_join(a->thread, NULL);
    drop_order(a);
    pthread_cond_destroy(&a->wake);
    pthread_mutex_destroy(&a->lock);
    free(a);
}

void uk_ahead_order(struct uk_ahead *a, char **names, size_t count)
{
    pthread_mutex_lock(&a->lock);
    drop_order(a);
    a->names = names;
    a->count = count;
    a->idle = false;
    pthread_cond_signal(&a->wake);
    pthread_mutex_unlock(&a->lock);
}

bool uk_ahead_news(struct uk_ahead *a)
{
    pthread_mutex_lock(&a->lock);
    bool news = a->made != a->told;
    a->told = a->made;
    pthread_mutex_unlock(&a->lock);
    return news;
}

size_t uk_ahead_made(struct uk_ahead *a)
{
    pthread_mutex_lock(&a->lock);
    size_t made = a->made;
    pthread_mutex_unlock(&a->lock);
    return made;
}
