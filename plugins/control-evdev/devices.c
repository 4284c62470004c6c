#include "devices.h"

#include <libevdev/libevdev.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define LOOK_NS (2 * DEVICES_NS_PER_S)
#define MOST_WANTED 8
#define INPUT "/dev/input"
#define GRAB "grab:"

struct device {
    int fd; /* -1: none */
    struct libevdev *evdev; /* NULL: read as it comes */
    dev_t folder;           /* with `file`: which file it is, to see whether another took its place */
    ino_t file;
    bool monotonic; /* its events bear times of CLOCK_MONOTONIC */
    bool leaves;    /* it is gone, and nobody was told yet */
    bool resyncing; /* libevdev is giving the keys as they are now */
    bool lost;      /* what was pressed meanwhile, and nobody was told yet */
    char path[300];
};

struct wanted {
    char name[200];
    bool grab;
};

struct devices {
    const struct unknot_host *host; /* NULL until it is open */
    const char *control; /* the name of the plugin, for sentences */
    bool grab;           /* all of them */
    int epoll, timer, changes;
    size_t wanted_count;
    struct wanted wanted[MOST_WANTED];
    struct device devices[DEVICES_MOST];
    bool missing;
    int64_t look_ns; /* when to look for devices, INT64_MAX: no need */
    int refused;     /* why the last device that was there could not be opened */
    int told;        /* the same, as the host knows it */
    char refused_path[300];
};

static int64_t clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * DEVICES_NS_PER_S + t.tv_nsec;
}

/* ---- devices ---- */

static void close_device(struct device *d)
{
    if (d->evdev)
        libevdev_free(d->evdev); /* gives a grabbed one back as well */
    if (d->fd >= 0)
        close(d->fd);
    *d = (struct device){.fd = -1, .leaves = d->fd >= 0 || d->leaves};
}

static bool is_open(const struct devices *c, const struct stat *s)
{
    for (size_t i = 0; i < DEVICES_MOST; i++)
        if (c->devices[i].fd >= 0 && c->devices[i].folder == s->st_dev && c->devices[i].file == s->st_ino)
            return true;
    return false;
}

static struct device *free_device(struct devices *c)
{
    for (size_t i = 0; i < DEVICES_MOST; i++)
        if (c->devices[i].fd < 0 && !c->devices[i].leaves)
            return &c->devices[i];
    return NULL;
}

static void say_nothing(const struct libevdev *evdev, enum libevdev_log_priority priority, void *data, const char *file, int line,
                        const char *function, const char *format, va_list args)
{
    (void)evdev, (void)priority, (void)data, (void)file, (void)line, (void)function, (void)format, (void)args;
}

/* NULL: the device does not answer as one should. */
static struct libevdev *ask(int fd)
{
    struct libevdev *evdev = libevdev_new();
    if (!evdev)
        return NULL;
    libevdev_set_device_log_function(evdev, say_nothing, LIBEVDEV_LOG_ERROR, NULL); /* else it writes to stderr */
    if (libevdev_set_fd(evdev, fd) == 0)
        return evdev;
    libevdev_free(evdev);
    return NULL;
}

static int grab(const struct device *d)
{
    if (d->evdev)
        return -libevdev_grab(d->evdev, LIBEVDEV_GRAB);
    return ioctl(d->fd, EVIOCGRAB, 1) ? errno : 0;
}

static int open_device(struct devices *c, struct device *d, const char *path, const struct stat *s, bool grabbed)
{
    struct epoll_event e = {.events = EPOLLIN};
    int monotonic = CLOCK_MONOTONIC, error = 0;
    /* a FIFO that is open for writing, too, does not end with each of its writers */
    d->fd = open(path, (S_ISFIFO(s->st_mode) ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (d->fd < 0)
        return errno;
    d->evdev = ask(d->fd);
    d->monotonic = d->evdev ? libevdev_set_clock_id(d->evdev, monotonic) == 0 : ioctl(d->fd, EVIOCSCLOCKID, &monotonic) == 0;
    if (grabbed || (c->grab && S_ISCHR(s->st_mode))) /* a FIFO has one reader anyway */
        error = grab(d);
    if (!error && epoll_ctl(c->epoll, EPOLL_CTL_ADD, d->fd, &e))
        error = errno;
    if (error) {
        close_device(d);
        d->leaves = false;
    }
    d->folder = s->st_dev;
    d->file = s->st_ino;
    snprintf(d->path, sizeof d->path, "%s", path);
    return error;
}

/* True when the device is open, now or since before. */
static bool have(struct devices *c, const char *path, bool grabbed)
{
    struct stat s;
    if (stat(path, &s) || !(S_ISCHR(s.st_mode) || S_ISFIFO(s.st_mode)))
        return false;
    if (is_open(c, &s))
        return true;
    struct device *d = free_device(c);
    int error = d ? open_device(c, d, path, &s, grabbed) : EMFILE;
    if (error) {
        c->refused = error;
        snprintf(c->refused_path, sizeof c->refused_path, "%s", path);
    }
    return !error;
}

/* What device "event7" calls itself. From sysfs, because that needs neither an open device nor one that answers. */
static bool read_name(const char *event, char *name, size_t size)
{
    char path[300];
    snprintf(path, sizeof path, "/sys/class/input/%.200s/../name", event);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t n = read(fd, name, size - 1);
    close(fd);
    if (n <= 0)
        return false;
    name[n] = '\0';
    name[strcspn(name, "\n")] = '\0';
    return *name;
}

/* Calls for every event device with its name until it returns true. */
static bool each_device(struct devices *c, bool (*visit)(struct devices *c, const char *event, const char *name, void *ctx), void *ctx)
{
    DIR *folder = opendir(INPUT);
    bool done = false;
    struct dirent *entry;
    while (folder && !done && (entry = readdir(folder))) {
        char name[256];
        if (strncmp(entry->d_name, "event", 5) == 0 && read_name(entry->d_name, name, sizeof name))
            done = visit(c, entry->d_name, name, ctx);
    }
    if (folder)
        closedir(folder);
    return done;
}

struct search {
    const struct wanted *wanted;
    bool found;
};

/* A device may be several to the kernel, all of the same name: each is opened. */
static bool open_named(struct devices *c, const char *event, const char *name, void *ctx)
{
    struct search *s = ctx;
    char path[300];
    snprintf(path, sizeof path, INPUT "/%.200s", event);
    if (strcmp(name, s->wanted->name) == 0 && have(c, path, s->wanted->grab))
        s->found = true;
    return false;
}

static bool find(struct devices *c, const struct wanted *w)
{
    static const char *const folders[] = {INPUT "/by-id", INPUT "/by-path"};
    char path[300];
    if (strchr(w->name, '/'))
        return have(c, w->name, w->grab);
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", folders[i], w->name);
        if (have(c, path, w->grab))
            return true;
    }
    struct search s = {w, false};
    each_device(c, open_named, &s);
    return s.found;
}

/* ---- coming and going ---- */

static void watch_folders(struct devices *c)
{
    static const char *const folders[] = {INPUT, INPUT "/by-id", INPUT "/by-path"};
    const uint32_t news = IN_CREATE | IN_DELETE | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_ONLYDIR;
    for (size_t i = 0; i < 3; i++)
        inotify_add_watch(c->changes, folders[i], news);
    for (size_t i = 0; i < c->wanted_count; i++) {
        char path[sizeof c->wanted[i].name];
        char *slash;
        snprintf(path, sizeof path, "%s", c->wanted[i].name);
        if ((slash = strrchr(path, '/'))) {
            *slash = '\0';
            inotify_add_watch(c->changes, *path ? path : "/", news);
        }
    }
}

static void say_refused(const struct devices *c, char *text, size_t size)
{
    if (c->refused == EACCES || c->refused == EPERM)
        snprintf(text, size, "the input device '%s' may not be read: sudo usermod -aG input $USER, and log in again", c->refused_path);
    else if (c->refused == EBUSY)
        snprintf(text, size, "the input device '%s' belongs to another program: end that%s", c->refused_path,
                 c->grab ? "" : ", or leave 'grab:' out");
    else
        snprintf(text, size, "the input device '%s' cannot be used: %s", c->refused_path, strerror(c->refused));
}

/* One that came back and cannot be had, or can again. */
static void tell_refused(struct devices *c)
{
    char text[500];
    const struct unknot_host *h = c->host;
    if (!h || c->refused == c->told || h->size < offsetof(struct unknot_host, trouble) + sizeof h->trouble || !h->trouble)
        return;
    say_refused(c, text, sizeof text);
    h->trouble(h->ctx, c->refused ? text : NULL);
    c->told = c->refused;
}

/* Closes what has gone, opens what has come. Folders are watched first, so that nothing comes unseen in between. */
static void look(struct devices *c, int64_t now_ns)
{
    struct stat s;
    watch_folders(c);
    for (size_t i = 0; i < DEVICES_MOST; i++) {
        struct device *d = &c->devices[i];
        if (d->fd >= 0 && (stat(d->path, &s) || s.st_dev != d->folder || s.st_ino != d->file))
            close_device(d);
    }
    c->missing = false;
    c->refused = 0;
    for (size_t i = 0; i < c->wanted_count; i++)
        if (!find(c, &c->wanted[i]))
            c->missing = true;
    c->look_ns = c->missing ? now_ns + LOOK_NS : INT64_MAX;
    tell_refused(c);
}

/* ---- events ---- */

/* 1: there is an event, 0: there is none now, negative: the device is gone. */
static int read_event(struct device *d, struct input_event *e)
{
    if (d->evdev) {
        int status = libevdev_next_event(d->evdev, d->resyncing ? LIBEVDEV_READ_FLAG_SYNC : LIBEVDEV_READ_FLAG_NORMAL, e);
        if (status == -EAGAIN && d->resyncing) {
            d->resyncing = false;
            status = libevdev_next_event(d->evdev, LIBEVDEV_READ_FLAG_NORMAL, e);
        }
        if (status == LIBEVDEV_READ_STATUS_SYNC && !d->resyncing)
            d->lost = d->resyncing = true;
        return status == -EAGAIN || status == -EINTR ? 0 : status < 0 ? -1 : 1;
    }
    ssize_t n = read(d->fd, e, sizeof *e);
    if (n < 0)
        return errno == EAGAIN || errno == EINTR ? 0 : -1;
    d->lost |= n == sizeof *e && e->type == EV_SYN && e->code == SYN_DROPPED;
    return n == 0 ? -1 : n == sizeof *e; /* a part of an event is none */
}

static int64_t event_ns(const struct device *d, const struct input_event *e, int64_t now_ns)
{
    int64_t s = (int64_t)e->input_event_sec, us = (int64_t)e->input_event_usec;
    if (!d->monotonic || s < 0 || s > now_ns / DEVICES_NS_PER_S || us < 0 || us >= DEVICES_NS_PER_S / 1000)
        return now_ns;
    int64_t at_ns = s * DEVICES_NS_PER_S + us * 1000;
    return at_ns <= now_ns && at_ns > now_ns - LOOK_NS ? at_ns : now_ns;
}

static bool take(const struct device *d, const struct input_event *e, int64_t now_ns, struct devices_key *out)
{
    if (e->type != EV_KEY || e->code >= KEY_CNT || (e->value != 0 && e->value != 1))
        return false;
    out->code = e->code;
    out->down = e->value == 1;
    out->at_ns = event_ns(d, e, now_ns);
    return true;
}

static int next_of(struct devices *c, struct device *d, int64_t now_ns, struct devices_key *out)
{
    *out = (struct devices_key){.device = (size_t)(d - c->devices), .at_ns = now_ns};
    for (int i = 0; d->fd >= 0 && i < DEVICES_TURN; i++) {
        struct input_event e;
        int n = read_event(d, &e);
        if (n == 0)
            return 0;
        if (n < 0) {
            close_device(d);
            c->look_ns = now_ns + LOOK_NS;
        } else if (d->lost) {
            d->lost = false;
            out->lost = true;
            return 1;
        } else if (take(d, &e, now_ns, out)) {
            return 1;
        }
    }
    out->gone = d->fd < 0 && d->leaves;
    d->leaves &= !out->gone;
    return out->gone;
}

/* libevdev reads ahead: what it still has, the descriptor does not tell. */
static void set_timer(struct devices *c, int64_t now_ns)
{
    int64_t due = c->look_ns;
    for (size_t i = 0; i < DEVICES_MOST; i++) {
        const struct device *d = &c->devices[i];
        if ((d->fd < 0 && d->leaves) || (d->evdev && libevdev_has_event_pending(d->evdev) > 0))
            due = now_ns;
    }
    struct itimerspec at = {{0, 0}, {0, 0}}; /* zero: never */
    if (due != INT64_MAX)
        at.it_value = (struct timespec){due / DEVICES_NS_PER_S, due % DEVICES_NS_PER_S};
    timerfd_settime(c->timer, TFD_TIMER_ABSTIME, &at, NULL);
}

int devices_next(struct devices *c, struct devices_key *out)
{
    char news[4096];
    int64_t now_ns = clock_ns();
    int given = 0;
    bool changed = false;
    while (read(c->changes, news, sizeof news) > 0)
        changed = true;
    if (changed || now_ns >= c->look_ns)
        look(c, now_ns);
    for (size_t i = 0; i < DEVICES_MOST && !given; i++)
        given = next_of(c, &c->devices[i], now_ns, out);
    set_timer(c, now_ns);
    return given;
}

/* ---- opening ---- */

struct names {
    char text[400];
    size_t length;
};

static bool add_name(struct devices *c, const char *event, const char *name, void *ctx)
{
    struct names *n = ctx;
    (void)c;
    (void)event;
    int k = snprintf(n->text + n->length, sizeof n->text - n->length, "%s'%s'", n->length ? ", " : "", name);
    if (n->length + (size_t)k >= sizeof n->text) {
        n->text[n->length] = '\0';
        return true;
    }
    n->length += (size_t)k;
    return false;
}

/* "grab:gpio-keys,usb-Footswitch-event-kbd" */
static bool read_target(struct devices *c, const char *target)
{
    while (*target) {
        size_t n = strcspn(target, ",");
        struct wanted *w = &c->wanted[c->wanted_count];
        bool grabbed = strncmp(target, GRAB, strlen(GRAB)) == 0;
        size_t skip = grabbed ? strlen(GRAB) : 0;
        if (c->wanted_count == MOST_WANTED || n == skip || n - skip >= sizeof w->name)
            return false;
        memcpy(w->name, target + skip, n - skip);
        w->grab = grabbed;
        c->wanted_count++;
        target += n;
        target += *target == ',';
    }
    return true;
}

int devices_fd(const struct devices *c)
{
    return c->epoll;
}

void devices_close(struct devices *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < DEVICES_MOST; i++)
        close_device(&c->devices[i]);
    if (c->epoll >= 0)
        close(c->epoll);
    if (c->timer >= 0)
        close(c->timer);
    if (c->changes >= 0)
        close(c->changes);
    free(c);
}

/* A sentence when it cannot work, NULL when all is well or only missing: a pedal may wake up later. */
static const char *trouble(struct devices *c, const char *target, char *text, size_t size, int32_t *status)
{
    struct names names = {"", 0};
    *status = UNKNOT_PLUGIN_BAD_TARGET;
    if (!read_target(c, target)) {
        snprintf(text, size, "'%.200s' are no input devices: give up to %d names with commas between, as in 'gpio-keys,grab:Footswitch'",
                 target, MOST_WANTED);
        return text;
    }
    if (c->wanted_count == 0) {
        if (!each_device(c, add_name, &names) && !*names.text)
            snprintf(text, size, "no input device was found in " INPUT ": plug it in, and give its name to '%s'", c->control);
        else
            snprintf(text, size, "'%s' must be given the name of an input device: there are %s", c->control, names.text);
        return text;
    }
    look(c, clock_ns());
    *status = UNKNOT_PLUGIN_IO;
    if (!c->refused)
        return NULL;
    say_refused(c, text, size);
    return text;
}

int32_t devices_open(struct devices **out, const struct unknot_host *host, const char *control, bool grabbed, const char *target)
{
    struct devices *c = calloc(1, sizeof *c);
    char text[500] = "input devices cannot be watched: close some programs and try again";
    int32_t status = UNKNOT_PLUGIN_FAILED;
    if (!c) {
        host->fail(host->ctx, "there is no memory left for the input devices");
        return UNKNOT_PLUGIN_NO_MEMORY;
    }
    c->control = control;
    c->grab = grabbed;
    for (size_t i = 0; i < DEVICES_MOST; i++)
        c->devices[i].fd = -1;
    c->epoll = epoll_create1(EPOLL_CLOEXEC);
    c->timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    c->changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    struct epoll_event e = {.events = EPOLLIN};
    bool works = c->epoll >= 0 && c->timer >= 0 && c->changes >= 0 && epoll_ctl(c->epoll, EPOLL_CTL_ADD, c->timer, &e) == 0 &&
                 epoll_ctl(c->epoll, EPOLL_CTL_ADD, c->changes, &e) == 0;
    if (!works || trouble(c, target, text, sizeof text, &status)) {
        devices_close(c);
        host->fail(host->ctx, text);
        return status;
    }
    set_timer(c, clock_ns());
    c->host = host;
    *out = c;
    return 0;
}
