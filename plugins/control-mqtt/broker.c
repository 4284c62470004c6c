#include "broker.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#define ALIVE_S 30
#define LAST_AGAIN_S 30 /* between two tries, at most */
#define AUTHORITIES "/etc/ssl/certs"

static void ring(struct broker *b)
{
    uint64_t one = 1;
    if (write(b->fd, &one, sizeof one) < 0)
        return; /* it rings already */
}

/* Notes why there is no connection; "" when there is one. */
static void note(struct broker *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void note(struct broker *b, const char *format, ...)
{
    char why[BROKER_WHY];
    va_list args;
    va_start(args, format);
    vsnprintf(why, sizeof why, format, args);
    va_end(args);
    pthread_mutex_lock(&b->lock);
    b->why_is_new |= strcmp(b->why, why) != 0;
    memcpy(b->why, why, sizeof why);
    pthread_mutex_unlock(&b->lock);
    ring(b);
}

static void on_connect(struct mosquitto *m, void *self, int refused)
{
    struct broker *b = self;
    b->refused = refused;
    if (refused)
        return;
    mosquitto_subscribe(m, NULL, b->command, 1);
    atomic_store(&b->connected, true);
    atomic_store(&b->is_new, true);
    note(b, "%s", "");
}

static void on_disconnect(struct mosquitto *m, void *self, int why)
{
    struct broker *b = self;
    (void)m, (void)why;
    atomic_store(&b->connected, false);
    ring(b);
}

/* What is not in a result: why TLS failed. */
static void on_log(struct mosquitto *m, void *self, int level, const char *text)
{
    struct broker *b = self;
    (void)m, (void)level;
    b->untrusted |= strstr(text, "certificate verify failed") != NULL;
    b->other_name |= strstr(text, "host name verification failed") != NULL;
}

/* What is no line of text, or retained from another day, is no command. */
static void on_message(struct mosquitto *m, void *self, const struct mosquitto_message *message)
{
    struct broker *b = self;
    const char *text = message->payload;
    size_t n = message->payloadlen > 0 ? (size_t)message->payloadlen : 0;
    (void)m;
    while (n > 0 && strchr(" \t\r\n", text[n - 1]))
        n--;
    if (message->retain || n == 0 || n >= BROKER_LINE || memchr(text, '\0', n) || mosquitto_validate_utf8(text, (int)n))
        return;
    pthread_mutex_lock(&b->lock);
    if (b->count < BROKER_LINES) {
        char *line = b->lines[(b->first + b->count++) % BROKER_LINES];
        memcpy(line, text, n);
        line[n] = '\0';
    }
    pthread_mutex_unlock(&b->lock);
    ring(b);
}

static void explain(struct broker *b, int error, int number)
{
    const struct where *w = b->where;
    if (b->refused)
        note(b, "the broker '%s' does not let us in: %s; it wants another user (USER@HOST) or another password (in the file mqtt-password)", w->host,
             mosquitto_connack_string(b->refused));
    else if (b->other_name)
        note(b, "the certificate of the broker '%s' is for another name: call the broker by the name that is in it", w->host);
    else if (error == MOSQ_ERR_TLS && !b->untrusted)
        note(b, "the broker '%s' does not speak TLS at port %d: mqtts wants the port that does, 8883 as a rule", w->host, w->port);
    else if (error == MOSQ_ERR_TLS && *w->authority)
        note(b, "the broker '%s' has no certificate that '%s' vouches for: put there the certificate of whoever signed it", w->host, w->authority);
    else if (error == MOSQ_ERR_TLS)
        note(b, "the broker '%s' has no certificate that this machine trusts: put that of whoever signed it into '%s'", w->host, w->no_authority);
    else if (error == MOSQ_ERR_EAI)
        note(b, "the broker '%s' cannot be found: is that its name, and is there a network?", w->host);
    else
        note(b, "the broker '%s' cannot be reached: %s", w->host,
             error == MOSQ_ERR_ERRNO && number ? strerror(number) : "nobody answers there, or no longer");
}

static void wait_for(struct broker *b, int seconds)
{
    for (int i = 0; i < seconds * 10 && !atomic_load(&b->over); i++)
        nanosleep(&(struct timespec){0, 100000000}, NULL);
}

static void *work(void *self)
{
    struct broker *b = self;
    int again_s = 1;
    while (!atomic_load(&b->over)) {
        b->refused = 0;
        b->untrusted = b->other_name = false;
        errno = 0;
        int error = mosquitto_connect(b->mosquitto, b->where->host, b->where->port, ALIVE_S);
        while (!error && !atomic_load(&b->over)) {
            error = mosquitto_loop(b->mosquitto, 1000, 1);
            again_s = atomic_load(&b->connected) ? 1 : again_s;
        }
        if (atomic_load(&b->over))
            break;
        explain(b, error, errno);
        wait_for(b, again_s);
        again_s = again_s < LAST_AGAIN_S / 2 ? 2 * again_s : LAST_AGAIN_S;
    }
    return NULL;
}

/* Signals are for the program's own threads. */
static int start(struct broker *b)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(&b->thread, NULL, work, b);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    b->has_thread = error == 0;
    return -error;
}

int broker_open(struct broker *b, const struct where *where)
{
    *b = (struct broker){.where = where, .fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    snprintf(b->command, sizeof b->command, "unknot/%s/command", where->name);
    snprintf(b->available, sizeof b->available, "unknot/%s/available", where->name);
    pthread_mutex_init(&b->lock, NULL);
    mosquitto_lib_init();
    b->mosquitto = mosquitto_new(NULL, true, b);
    if (!b->mosquitto || b->fd < 0)
        return -errno;
    mosquitto_threaded_set(b->mosquitto, true);
    mosquitto_connect_callback_set(b->mosquitto, on_connect);
    mosquitto_disconnect_callback_set(b->mosquitto, on_disconnect);
    mosquitto_message_callback_set(b->mosquitto, on_message);
    mosquitto_log_callback_set(b->mosquitto, on_log);
    if (where->tls && mosquitto_tls_set(b->mosquitto, *where->authority ? where->authority : NULL, *where->authority ? NULL : AUTHORITIES, NULL, NULL, NULL))
        return -EINVAL;
    if (mosquitto_will_set(b->mosquitto, b->available, (int)strlen("offline"), "offline", 1, true) ||
        (*where->user && mosquitto_username_pw_set(b->mosquitto, where->user, where->password)))
        return -ENOMEM;
    return start(b);
}

bool broker_take(struct broker *b, char line[BROKER_LINE])
{
    pthread_mutex_lock(&b->lock);
    bool some = b->count > 0;
    if (some) {
        memcpy(line, b->lines[b->first], BROKER_LINE);
        b->first = (b->first + 1) % BROKER_LINES;
        b->count--;
    }
    pthread_mutex_unlock(&b->lock);
    return some;
}

bool broker_why(struct broker *b, char why[BROKER_WHY])
{
    pthread_mutex_lock(&b->lock);
    bool is_new = b->why_is_new;
    b->why_is_new = false;
    memcpy(why, b->why, BROKER_WHY);
    pthread_mutex_unlock(&b->lock);
    return is_new;
}

void broker_say(struct broker *b, const char *topic, const char *payload, bool retain)
{
    if (atomic_load(&b->connected))
        mosquitto_publish(b->mosquitto, NULL, topic, (int)strlen(payload), payload, 0, retain);
}

static void leave(struct broker *b)
{
    struct timespec until;
    broker_say(b, b->available, "offline", true);
    atomic_store(&b->over, true);
    mosquitto_disconnect(b->mosquitto);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    if (pthread_timedjoin_np(b->thread, NULL, &until)) { /* it waits for a name or a network */
        pthread_cancel(b->thread);
        pthread_join(b->thread, NULL);
    }
}

void broker_close(struct broker *b)
{
    if (!b->where)
        return;
    if (b->has_thread)
        leave(b);
    mosquitto_destroy(b->mosquitto);
    mosquitto_lib_cleanup();
    pthread_mutex_destroy(&b->lock);
    if (b->fd >= 0)
        close(b->fd);
    *b = (struct broker){0};
}
