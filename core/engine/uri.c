#include "uri.h"

#include "../base/text.h"
#include "catalog.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SCHEME "unknot:"
#define SAY_HOW "write unknot://NAME, as in unknot://low-back?minutes=10&mode=gentle"

static int digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* %XX becomes the byte it is, in place. False: it is none, or what comes out is no text. */
static bool decode(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        char c = *from;
        if (c == '%') {
            int high = digit(from[1]), low = high < 0 ? -1 : digit(from[2]);
            if (low < 0 || high * 16 + low == 0)
                return false;
            c = (char)(high * 16 + low);
            from += 2;
        }
        *to++ = c;
    }
    *to = '\0';
    return uk_text_is_utf8(text, (size_t)(to - text));
}

static bool is_name(const char *routine)
{
    const char *slash = strchr(routine, '/');
    if (!slash)
        return uk_catalog_is_plain(routine, strlen(routine));
    return uk_catalog_is_plain(routine, (size_t)(slash - routine)) && uk_catalog_is_plain(slash + 1, strlen(slash + 1));
}

/* A voice pack, a plugin, or one of its speakers; never what could be a path or a program of this machine. */
static bool is_voice(const char *voice)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    size_t n = strspn(voice, plain);
    const char *speaker = voice[n] == ':' ? voice + n + 1 : voice + n;
    bool runs = strncmp(voice, "command", n) == 0 && n == strlen("command");
    return !runs && *voice != '.' && *speaker != '.' && !speaker[strspn(speaker, plain)];
}

/* One "name=value". */
static int take_wish(struct uk_uri *out, char *wish, struct uk_message *m)
{
    char *equals = strchr(wish, '=');
    if (!equals || equals == wish)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the address asks for '%.60s', but a wish is a name and a value: " SAY_HOW, wish);
    *equals = '\0';
    char *value = equals + 1;
    if (!decode(wish) || !decode(value))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "in the address, '%.60s' has a wrong '%%': two hexadecimal digits follow it", wish);
    if (strcmp(wish, "voice") == 0) {
        if (!is_voice(value))
            return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the address asks for the voice '%.60s', but only a pack or a plugin that speaks by itself "
                           "can be asked for so: 'unknot voice list' has them", value);
        out->voice = value;
    } else if (strcmp(wish, "language") == 0) {
        out->language = value;
    } else if (out->param_count == UK_URI_PARAMS) {
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the address asks for too much: leave wishes out");
    } else {
        out->params[out->param_count++] = (struct unknot_param){wish, value};
    }
    return UNKNOT_OK;
}

int uk_uri_init(struct uk_uri *out, const char *address, struct uk_message *m)
{
    *out = (struct uk_uri){0};
    if (strncasecmp(address, SCHEME, strlen(SCHEME)) != 0)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.100s' is no address of a routine: " SAY_HOW, address);
    address += strlen(SCHEME);
    address += strncmp(address, "//", 2) == 0 ? 2 : 0;
    out->text = strndup(address, strcspn(address, "#"));
    if (!out->text)
        return uk_no_memory(m);
    char *wishes = strchr(out->text, '?');
    if (wishes)
        *wishes++ = '\0';
    size_t n = strlen(out->text);
    if (n > 1 && out->text[n - 1] == '/') /* browsers put one there */
        out->text[n - 1] = '\0';
    if (!decode(out->text) || !is_name(out->text))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.100s' is no name of a routine, which an address needs: " SAY_HOW, out->text);
    out->routine = out->text;
    char *rest = wishes;
    for (char *wish; (wish = strsep(&rest, "&"));) {
        int status = *wish ? take_wish(out, wish, m) : UNKNOT_OK;
        if (status)
            return status;
    }
    return UNKNOT_OK;
}

void uk_uri_finish(struct uk_uri *uri)
{
    free(uri->text);
    *uri = (struct uk_uri){0};
}
