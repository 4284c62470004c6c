/* serve_http.h - unknot-http as a program beside a service: it begins and ends with it, and is started again when it ends by itself. */
#ifndef UK_SERVE_HTTP_H
#define UK_SERVE_HTTP_H

#include <sys/types.h>

struct uk_options;

/* Zeroed: nobody wants it. */
struct uk_http_child {
    const struct uk_options *options;
    char program[4096];
    pid_t pid; /* 0: it does not run now */
    long long again_ms, wait_ms;
};

/* Returns 0, or the exit code after saying what is wrong: it is not installed. */
int uk_http_start(struct uk_http_child *h, const struct uk_options *o);

/* Sees whether it still runs; starts it again after a while, later each time. */
void uk_http_watch(struct uk_http_child *h, long long now_ms);

void uk_http_stop(struct uk_http_child *h);

#endif
