#include "host.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define NAME_MAX_BYTES 256

/* An address of either kind as sixteen bytes. False: it is none. */
static bool address_bytes(const char *text, unsigned char out[16])
{
    static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff};
    memcpy(out, mapped, sizeof mapped);
    return inet_pton(AF_INET, text, out + sizeof mapped) == 1 || inet_pton(AF_INET6, text, out) == 1;
}

static bool socket_bytes(const struct sockaddr *local, unsigned char out[16])
{
    char text[INET6_ADDRSTRLEN] = "";
    if (local->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)local)->sin_addr, text, sizeof text);
    else if (local->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)local)->sin6_addr, text, sizeof text);
    return address_bytes(text, out);
}

/* The name without its port, and without the brackets of an address. False: it cannot be one. */
static bool read_name(const char *field, char out[NAME_MAX_BYTES])
{
    bool brackets = *field == '[';
    field += brackets;
    size_t n = strcspn(field, brackets ? "]" : ":");
    const char *port = field + n;
    if (brackets && *port++ != ']')
        return false;
    if (*port && (*port != ':' || port[1 + strspn(port + 1, "0123456789")] != '\0'))
        return false;
    if (n > 0 && field[n - 1] == '.' && !brackets) /* the end of all names */
        n--;
    if (n == 0 || n >= NAME_MAX_BYTES)
        return false;
    memcpy(out, field, n);
    out[n] = '\0';
    if (brackets) /* which interface a link's address belongs to is no matter here */
        out[strcspn(out, "%")] = '\0';
    return true;
}

static bool is_named(const char *wanted, const char *name)
{
    size_t n = strcspn(name, ".");
    return n > 0 && (strcasecmp(wanted, name) == 0 ||
                     (strncasecmp(wanted, name, n) == 0 && (wanted[n] == '\0' || strcasecmp(wanted + n, ".local") == 0)));
}

bool uk_host_is_ours(const char *field, const struct sockaddr *local, const char *name, const char *const *names, size_t count)
{
    char wanted[NAME_MAX_BYTES];
    unsigned char a[16], b[16];
    if (!field || !read_name(field, wanted))
        return false;
    if (address_bytes(wanted, a))
        return socket_bytes(local, b) && memcmp(a, b, sizeof a) == 0;
    bool ours = strcasecmp(wanted, "localhost") == 0 || is_named(wanted, name);
    for (size_t i = 0; i < count && !ours; i++)
        ours = strcasecmp(wanted, names[i]) == 0;
    return ours;
}

socklen_t uk_host_parse(const char *text, unsigned port, struct sockaddr_storage *out)
{
    char name[INET6_ADDRSTRLEN + 2] = "";
    const char *end = *text == '[' ? strchr(text, ']') : text + strcspn(text, ":");
    size_t n = end ? (size_t)(end - text) : 0, brackets = *text == '[';
    if (!end || n - brackets >= sizeof name)
        return 0;
    memcpy(name, text + brackets, n - brackets);
    end += brackets;
    if (*end == ':') {
        char *after;
        unsigned long value = strtoul(end + 1, &after, 10);
        if (end[1] < '0' || end[1] > '9' || *after || value > 65535)
            return 0;
        port = (unsigned)value;
    } else if (*end) {
        return 0;
    }
    *out = (struct sockaddr_storage){0};
    struct sockaddr_in *four = (struct sockaddr_in *)(void *)out;
    struct sockaddr_in6 *six = (struct sockaddr_in6 *)(void *)out;
    if (brackets && inet_pton(AF_INET6, name, &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons((uint16_t)port);
        return sizeof *six;
    }
    if (!brackets && inet_pton(AF_INET, *name ? strcasecmp(name, "localhost") ? name : "127.0.0.1" : "127.0.0.1", &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons((uint16_t)port);
        return sizeof *four;
    }
    return 0;
}

char *uk_host_text(const struct sockaddr *address, char out[UK_HOST_TEXT])
{
    char text[INET6_ADDRSTRLEN] = "";
    if (address->sa_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)(const void *)address;
        inet_ntop(AF_INET6, &six->sin6_addr, text, sizeof text);
        snprintf(out, UK_HOST_TEXT, "[%s]:%u", text, ntohs(six->sin6_port));
    } else {
        const struct sockaddr_in *four = (const struct sockaddr_in *)(const void *)address;
        inet_ntop(AF_INET, &four->sin_addr, text, sizeof text);
        snprintf(out, UK_HOST_TEXT, "%s:%u", text, ntohs(four->sin_port));
    }
    return out;
}
