#include "streams.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One that mpv has open. */
struct stream {
    struct streams *all;
    struct stream *next; /* the one opened before */
    struct routine *routine;
};

/* A text that is read. */
struct captions {
    char *text;
    size_t size, at;
};

struct streams {
    pthread_mutex_t lock; /* of what follows */
    struct stream *newest;
    char *captions;
    char why[600];
};

static int64_t read_stream(void *self, char *out, uint64_t size)
{
    return routine_read(((struct stream *)self)->routine, out, size);
}

static int64_t seek_stream(void *self, int64_t at)
{
    return routine_seek(((struct stream *)self)->routine, at);
}

static int64_t size_stream(void *self)
{
    return routine_size(((struct stream *)self)->routine);
}

static void close_stream(void *self)
{
    struct stream *stream = self;
    pthread_mutex_lock(&stream->all->lock);
    struct stream **link = &stream->all->newest;
    while (*link != stream)
        link = &(*link)->next;
    *link = stream->next;
    pthread_mutex_unlock(&stream->all->lock);
    routine_let_go(stream->routine);
    free(stream);
}

static int open_stream(void *self, char *address, mpv_stream_cb_info *info)
{
    struct streams *all = self;
    char why[sizeof all->why] = "there is no memory left";
    struct stream *stream = calloc(1, sizeof *stream);
    int status = stream ? routine_open(&stream->routine, address, why, sizeof why) : UNKNOT_NO_MEMORY;
    pthread_mutex_lock(&all->lock);
    if (status) {
        memcpy(all->why, why, sizeof why);
    } else {
        stream->all = all;
        stream->next = all->newest;
        all->newest = stream;
    }
    pthread_mutex_unlock(&all->lock);
    if (status) {
        free(stream);
        return MPV_ERROR_LOADING_FAILED;
    }
    *info = (mpv_stream_cb_info){stream, read_stream, seek_stream, size_stream, close_stream, NULL};
    return 0;
}

static int64_t read_captions(void *self, char *out, uint64_t size)
{
    struct captions *c = self;
    size_t left = c->size - c->at, n = size < left ? (size_t)size : left;
    memcpy(out, c->text + c->at, n);
    c->at += n;
    return (int64_t)n;
}

static int64_t seek_captions(void *self, int64_t at)
{
    struct captions *c = self;
    if (at < 0 || (uint64_t)at > c->size)
        return MPV_ERROR_GENERIC;
    c->at = (size_t)at;
    return at;
}

static int64_t size_captions(void *self)
{
    return (int64_t)((struct captions *)self)->size;
}

static void close_captions(void *self)
{
    free(((struct captions *)self)->text);
    free(self);
}

static int open_captions(void *self, char *address, mpv_stream_cb_info *info)
{
    struct streams *all = self;
    struct captions *c = calloc(1, sizeof *c);
    (void)address;
    pthread_mutex_lock(&all->lock);
    if (c && all->captions)
        c->text = strdup(all->captions);
    pthread_mutex_unlock(&all->lock);
    if (!c || !c->text) {
        free(c);
        return MPV_ERROR_LOADING_FAILED;
    }
    c->size = strlen(c->text);
    *info = (mpv_stream_cb_info){c, read_captions, seek_captions, size_captions, close_captions, NULL};
    return 0;
}

struct streams *streams_create(mpv_handle *mpv)
{
    struct streams *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    pthread_mutex_init(&s->lock, NULL);
    if (mpv_stream_cb_add_ro(mpv, "unknot", s, open_stream) < 0) {
        pthread_mutex_destroy(&s->lock);
        free(s);
        return NULL;
    }
    mpv_stream_cb_add_ro(mpv, CAPTIONS, s, open_captions);
    return s;
}

struct routine *streams_take(struct streams *s, const char *address)
{
    struct routine *found = NULL;
    pthread_mutex_lock(&s->lock);
    for (struct stream *stream = s->newest; stream; stream = stream->next)
        if (strcmp(stream->routine->address, address) == 0)
            found = stream->routine;
    if (found)
        routine_hold(found);
    pthread_mutex_unlock(&s->lock);
    return found;
}

void streams_caption(struct streams *s, char *text)
{
    pthread_mutex_lock(&s->lock);
    free(s->captions);
    s->captions = text;
    pthread_mutex_unlock(&s->lock);
}

void streams_why(struct streams *s, char *out, size_t size)
{
    pthread_mutex_lock(&s->lock);
    snprintf(out, size, "%s", s->why);
    pthread_mutex_unlock(&s->lock);
}
