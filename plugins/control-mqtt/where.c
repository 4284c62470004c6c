#include "where.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PORT 1883
#define TLS_PORT 8883

static int32_t refuse(const struct unknot_host *host, const char *format, ...) __attribute__((format(printf, 2, 3)));

static int32_t refuse(const struct unknot_host *host, const char *format, ...)
{
    char sentence[500];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    host->fail(host->ctx, sentence);
    return UNKNOT_PLUGIN_BAD_TARGET;
}

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* Unless it is told otherwise a player is called as its machine is. */
static void name_of_machine(char out[WHERE_NAME])
{
    char name[256] = "";
    if (gethostname(name, sizeof name - 1))
        name[0] = '\0';
    name[strcspn(name, ".")] = '\0';
    snprintf(out, WHERE_NAME, "%.*s", WHERE_NAME - 1, *name ? name : "player");
    for (char *c = out; *c; c++)
        if (!strchr(letters, *c))
            *c = '-';
}

/* A file of ours: where a service is given its secrets, else with the configuration. */
static void find_file(const char *name, char *path, size_t size)
{
    const char *given = getenv("CREDENTIALS_DIRECTORY"), *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (given && *given == '/')
        snprintf(path, size, "%s/%s", given, name);
    else if (config && *config == '/')
        snprintf(path, size, "%s/unknot/%s", config, name);
    else
        snprintf(path, size, "%s/.config/unknot/%s", home ? home : "", name);
}

static void find_authority(struct where *w)
{
    find_file("mqtt-ca.pem", w->no_authority, sizeof w->no_authority);
    if (access(w->no_authority, R_OK) == 0)
        memcpy(w->authority, w->no_authority, sizeof w->authority);
}

static int32_t read_password(struct where *w, const struct unknot_host *host)
{
    char path[512];
    struct stat s;
    find_file("mqtt-password", path, sizeof path);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    ssize_t n = fd < 0 ? -1 : read(fd, w->password, sizeof w->password - 1);
    int error = errno;
    bool open_to_all = fd >= 0 && (fstat(fd, &s) || (s.st_mode & 0077));
    if (fd >= 0)
        close(fd);
    if (n < 0)
        return refuse(host, "the password of '%s' is to be in the file '%s': %s", w->user, path, strerror(error));
    if (open_to_all)
        return refuse(host, "others can read the password in '%s': 'chmod 600' it", path);
    w->password[n] = '\0';
    w->password[strcspn(w->password, "\r\n")] = '\0';
    return 0;
}

/* Cuts `text` at the last `mark`, and gives what is behind it; NULL when there is none. */
static char *cut(char *text, char mark)
{
    char *at = strrchr(text, mark);
    if (at)
        *at++ = '\0';
    return at;
}

static int32_t read_address(struct where *w, const struct unknot_host *host, char *text)
{
    char *name = cut(text, '/'), *at = strrchr(text, '@'), *server = at ? at + 1 : text;
    /* [::1]:1883, and ::1 without a port */
    char *closing = strchr(server, ']'), *colon = closing ? strchr(closing, ':') : strchr(server, ':');
    if (!closing && colon && strchr(colon + 1, ':'))
        colon = NULL;
    if (at)
        *at = '\0';
    if (colon) {
        char *end;
        long port = strtol(colon + 1, &end, 10);
        if (*end || end == colon + 1 || port < 1 || port > 65535)
            return refuse(host, "'%s' is no port of a broker: it is a number up to 65535", colon + 1);
        w->port = (int)port;
        *colon = '\0';
    }
    if (closing)
        *closing = '\0';
    server += *server == '[';
    if (name && (!*name || name[strspn(name, letters)] || strlen(name) >= WHERE_NAME))
        return refuse(host, "a player can be called by up to %d letters, digits, - and _, not '%.60s'", WHERE_NAME - 1, name);
    if (!*server || strpbrk(server, "/ \t") || strlen(server) >= sizeof w->host || (at && strlen(text) >= sizeof w->user))
        return refuse(host, "mqtt needs the broker: '--control mqtt:HOST', or mqtts://USER@HOST:PORT/NAME");
    snprintf(w->host, sizeof w->host, "%s", server);
    if (at)
        snprintf(w->user, sizeof w->user, "%s", text);
    if (name)
        snprintf(w->name, sizeof w->name, "%s", name);
    return 0;
}

int32_t where_read(struct where *w, const struct unknot_host *host, const char *target)
{
    char text[512];
    *w = (struct where){.port = PORT};
    name_of_machine(w->name);
    if (strlen(target) >= sizeof text)
        return refuse(host, "the address of the broker is too long");
    w->tls = strncmp(target, "mqtts://", 8) == 0;
    target += w->tls ? 8 : strncmp(target, "mqtt://", 7) == 0 ? 7 : 0;
    snprintf(text, sizeof text, "%s", target);
    if (w->tls) {
        w->port = TLS_PORT;
        find_authority(w);
    }
    if (*target == '/') {
        if (strlen(target) >= 108)
            return refuse(host, "the path of the broker's socket has more than the 107 bytes it may have");
        w->port = 0;
        snprintf(w->host, sizeof w->host, "%.107s", target);
        return 0;
    }
    int32_t status = read_address(w, host, text);
    return status || !*w->user ? status : read_password(w, host);
}
