/* unknot-snapcast.c - lets the apps of Snapcast see and steer the player whose sound Snapcast's server sends out.
 *
 * The server starts it as the `controlscript` of a stream and speaks with it by JSON-RPC, a line each, over stdin and stdout. It passes on
 * what is wanted to the player's socket (plugins/control-socket), and tells what goes on there. No player need be there: it looks for one
 * each second, until stdin ends.
 */
#include <errno.h>
#include <jansson.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define SERVICE "/run/unknot/socket"
#define LOOK_MS 1000
#define ANSWER_MS 3000 /* a player that says nothing for so long has hung */
#define MOST_WAITING 64
#define NOT_JSON (-32700)
#define NOT_A_REQUEST (-32600)
#define NO_METHOD (-32601)
#define WRONG_PARAMS (-32602)
#define NOT_DONE (-32000)

struct lines {
    size_t used;
    bool skip; /* the rest of a line that was too long */
    char text[1 << 16];
};

struct bridge {
    int fd; /* to the player; -1: there is none */
    json_t *waiting; /* what each answer of the player is for, oldest first: an id; true: nobody but us wants to know */
    long long asked_ms, looked_ms;
    struct lines server, player;
};

static long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000ll + t.tv_nsec / 1000000;
}

/* ---- to the server ---- */

/* Takes `o` over. When the server has gone, SIGPIPE ends this. */
static void say(json_t *o)
{
    json_object_set_new(o, "jsonrpc", json_string("2.0"));
    json_dumpf(o, stdout, JSON_COMPACT);
    putchar('\n');
    fflush(stdout);
    json_decref(o);
}

/* Answers the request `id`, which is true when there is nothing to answer. Takes `result` over. */
static void answer(json_t *id, json_t *result)
{
    if (json_is_true(id))
        json_decref(result);
    else
        say(json_pack("{s:O, s:o}", "id", id, "result", result));
}

/* `data` is text, as the server needs it. */
static void refuse(json_t *id, int code, const char *why)
{
    if (!json_is_true(id))
        say(json_pack("{s:O, s:{s:i, s:s, s:s}}", "id", id, "error", "code", code, "message", why, "data", why));
}

static void set_metadata(json_t *properties, const json_t *status)
{
    const char *title = json_string_value(json_object_get(status, "title")), *step = json_string_value(json_object_get(status, "step"));
    title = title ? title : "";
    json_t *data = json_pack("{s:s, s:s, s:[s], s:f}", "title", step && *step ? step : title, "album", title, "artist", title, "duration",
                             json_number_value(json_object_get(status, "length")));
    json_int_t number = json_integer_value(json_object_get(status, "step_number"));
    if (number > 0)
        json_object_set_new(data, "trackNumber", json_integer(number));
    json_object_set_new(properties, "metadata", data);
}

/* What the apps show, from what the player says; NULL: there is no player. */
static json_t *properties_of(const json_t *status)
{
    const char *state = json_string_value(json_object_get(status, "state"));
    bool paused = state && strcmp(state, "paused") == 0, on = paused || (state && strcmp(state, "playing") == 0);
    bool last = json_integer_value(json_object_get(status, "step_number")) >= json_integer_value(json_object_get(status, "step_count"));
    json_t *p = json_pack("{s:s, s:b, s:b, s:b, s:b, s:b, s:b}", "playbackStatus", paused ? "paused" : on ? "playing" : "stopped",
                          "canControl", status != NULL, "canPlay", status != NULL, "canPause", status != NULL, "canSeek", on, "canGoPrevious",
                          on, "canGoNext", on && !last);
    if (status)
        json_object_set_new(p, "volume", json_integer((json_int_t)(100 * json_number_value(json_object_get(status, "volume")) + 0.5)));
    if (on) {
        json_object_set_new(p, "position", json_real(json_number_value(json_object_get(status, "position"))));
        set_metadata(p, status);
    } else {
        json_object_set_new(p, "metadata", json_object()); /* without any, the last would stay */
    }
    return p;
}

static void tell(json_t *properties)
{
    say(json_pack("{s:s, s:o}", "method", "Plugin.Stream.Player.Properties", "params", properties));
}

/* ---- to the player ---- */

static void hang_up(struct bridge *b, const char *why)
{
    size_t i;
    json_t *id;
    close(b->fd);
    b->fd = -1;
    json_array_foreach(b->waiting, i, id)
        refuse(id, NOT_DONE, why);
    json_array_clear(b->waiting);
    tell(properties_of(NULL));
}

static bool is_open(struct bridge *b)
{
    struct ucred peer;
    socklen_t n = sizeof peer;
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    const char *run = getenv("XDG_RUNTIME_DIR");
    if (run && *run == '/')
        snprintf(at.sun_path, sizeof at.sun_path, "%s/unknot/socket", run);
    else
        snprintf(at.sun_path, sizeof at.sun_path, "/tmp/unknot-%lu/socket", (unsigned long)geteuid());
    if (access(at.sun_path, F_OK))
        snprintf(at.sun_path, sizeof at.sun_path, SERVICE);
    b->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (b->fd >= 0 && connect(b->fd, (const struct sockaddr *)&at, sizeof at) == 0 &&
        getsockopt(b->fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) == 0 && (peer.uid == geteuid() || peer.uid == 0))
        return true;
    if (b->fd >= 0)
        close(b->fd);
    b->fd = -1;
    return false;
}

/* Sends words to the player; their answer belongs to the request `id`. */
static void ask(struct bridge *b, json_t *id, json_t *words)
{
    char line[1024];
    json_t *o = json_pack("{s:o}", "command", words);
    size_t n = json_dumpb(o, line, sizeof line - 1, JSON_COMPACT);
    json_decref(o);
    if (b->fd < 0 || n >= sizeof line || json_array_size(b->waiting) >= MOST_WAITING) {
        refuse(id, NOT_DONE, b->fd < 0 ? "unknot is not running" : "that is too much at once");
        return;
    }
    line[n] = '\n';
    if (json_array_size(b->waiting) == 0)
        b->asked_ms = now_ms();
    json_array_append(b->waiting, id);
    if (send(b->fd, line, n + 1, MSG_NOSIGNAL) != (ssize_t)n + 1)
        hang_up(b, "unknot does not listen");
}

/* Wants to know how the player is, unless that was asked already and not answered. */
static void look(struct bridge *b)
{
    size_t n = json_array_size(b->waiting);
    if (n == 0 || !json_is_true(json_array_get(b->waiting, n - 1)))
        ask(b, json_true(), json_pack("[s]", "status"));
}

static void find_player(struct bridge *b)
{
    b->looked_ms = now_ms();
    b->player.used = 0;
    b->player.skip = false;
    if (!is_open(b))
        return;
    ask(b, json_true(), json_pack("[s]", "watch"));
    if (b->fd >= 0)
        ask(b, json_true(), json_pack("[s]", "status"));
}

/* A line of the player: news, or the answer to what was asked first. */
static void on_player(struct bridge *b, const char *line, size_t n)
{
    json_t *o = json_loadb(line, n, 0, NULL), *id = NULL;
    if (json_object_get(o, "event")) {
        look(b);
    } else if (o && (id = json_array_get(b->waiting, 0))) {
        json_t *data = json_object_get(o, "data");
        const char *error = json_string_value(json_object_get(o, "error"));
        json_incref(id);
        json_array_remove(b->waiting, 0);
        b->asked_ms = now_ms();
        if (!error || strcmp(error, "success") != 0)
            refuse(id, NOT_DONE, error ? error : "unknot did not say what became of it");
        else if (data && json_is_true(id))
            tell(properties_of(data));
        else
            answer(id, data ? properties_of(data) : json_string("ok"));
        json_decref(id);
    }
    json_decref(o);
}

/* ---- from the server ---- */

static json_t *seconds(const char *sign, double s)
{
    char text[32];
    snprintf(text, sizeof text, "%s%.2f", sign, s > 86400 ? 86400 : s);
    return json_pack("[s, s]", "seek", text);
}

/* The words for a command of an app; NULL: there are none. */
static json_t *words_for(const json_t *params)
{
    static const struct {
        const char *command, *verb, *value;
    } orders[] = {
        {"play", "resume", NULL},    {"pause", "pause", NULL},   {"playPause", "toggle", NULL},
        {"stop", "press", "stop"},   {"next", "step", "next"},   {"previous", "step", "previous"},
    };
    const char *command = json_string_value(json_object_get(params, "command"));
    const json_t *offset = json_object_get(json_object_get(params, "params"), "offset");
    const json_t *position = json_object_get(json_object_get(params, "params"), "position");
    for (size_t i = 0; command && i < sizeof orders / sizeof *orders; i++)
        if (strcmp(command, orders[i].command) == 0)
            return json_pack("[s, s*]", orders[i].verb, orders[i].value);
    if (command && strcmp(command, "seek") == 0 && json_is_number(offset))
        return json_number_value(offset) < 0 ? seconds("-", -json_number_value(offset)) : seconds("+", json_number_value(offset));
    if (command && strcmp(command, "setPosition") == 0 && json_is_number(position) && json_number_value(position) >= 0)
        return seconds("", json_number_value(position));
    return NULL;
}

static void set_property(struct bridge *b, json_t *id, const json_t *params)
{
    char percent[16];
    const json_t *volume = json_object_get(params, "volume");
    double v = json_number_value(volume);
    if (!json_is_number(volume) || !(v >= 0 && v <= 100)) {
        refuse(id, WRONG_PARAMS, "only the volume of unknot can be set, from 0 to 100");
        return;
    }
    snprintf(percent, sizeof percent, "%.0f", v);
    ask(b, id, json_pack("[s, s]", "volume", percent));
}

static void on_request(struct bridge *b, json_t *id, const char *method, const json_t *params)
{
    if (strcmp(method, "Plugin.Stream.Player.Control") == 0) {
        json_t *words = words_for(params);
        if (words)
            ask(b, id, words);
        else
            refuse(id, WRONG_PARAMS, "unknot knows play, pause, playPause, stop, next, previous, seek and setPosition");
    } else if (strcmp(method, "Plugin.Stream.Player.SetProperty") == 0) {
        set_property(b, id, params);
    } else if (strcmp(method, "Plugin.Stream.Player.GetProperties") != 0) {
        refuse(id, NO_METHOD, "unknot knows no such method");
    } else if (b->fd < 0) {
        answer(id, properties_of(NULL));
    } else {
        ask(b, id, json_pack("[s]", "status"));
    }
}

static void on_server(struct bridge *b, const char *line, size_t n)
{
    json_t *o = json_loadb(line, n, 0, NULL), *null = json_null(), *id = json_object_get(o, "id");
    const char *method = json_string_value(json_object_get(o, "method"));
    if (!o)
        refuse(null, NOT_JSON, "that is no JSON");
    else if (method)
        on_request(b, id ? id : json_true(), method, json_object_get(o, "params"));
    else if (!json_object_get(o, "result") && !json_object_get(o, "error"))
        refuse(id ? id : null, NOT_A_REQUEST, "that is no request");
    json_decref(o);
}

/* ---- lines ---- */

/* Reads once, and hands out the lines that are whole. False: no more comes. */
static bool take_lines(struct bridge *b, int fd, struct lines *l, void (*take)(struct bridge *, const char *, size_t))
{
    ssize_t n = read(fd, l->text + l->used, sizeof l->text - l->used);
    if (n <= 0)
        return n < 0 && (errno == EAGAIN || errno == EINTR);
    l->used += (size_t)n;
    size_t at = 0;
    for (char *end; (end = memchr(l->text + at, '\n', l->used - at)); at = (size_t)(end - l->text) + 1) {
        if (!l->skip)
            take(b, l->text + at, (size_t)(end - l->text) - at);
        l->skip = false;
    }
    l->used -= at;
    memmove(l->text, l->text + at, l->used);
    if (l->used == sizeof l->text) {
        l->skip = true;
        l->used = 0;
    }
    return true;
}

/* Goes on until the server has said its last. */
static void work(struct bridge *b)
{
    for (;;) {
        struct pollfd f[] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = b->fd, .events = POLLIN}};
        if (poll(f, 2, b->fd < 0 || json_array_size(b->waiting) ? LOOK_MS : -1) < 0)
            continue;
        if (f[1].revents && !take_lines(b, b->fd, &b->player, on_player))
            hang_up(b, "unknot has ended");
        if (f[0].revents && !take_lines(b, STDIN_FILENO, &b->server, on_server))
            return;
        if (b->fd >= 0 && json_array_size(b->waiting) && now_ms() - b->asked_ms > ANSWER_MS)
            hang_up(b, "unknot does not answer");
        if (b->fd < 0 && now_ms() - b->looked_ms >= LOOK_MS)
            find_player(b);
    }
}

int main(void)
{
    struct bridge *b = calloc(1, sizeof *b);
    if (!b || !(b->waiting = json_array()))
        return 1;
    b->fd = -1;
    say(json_pack("{s:s}", "method", "Plugin.Stream.Ready"));
    find_player(b);
    work(b);
    if (b->fd >= 0)
        close(b->fd);
    json_decref(b->waiting);
    free(b);
    return 0;
}
