/* uri.h - the address of a routine with its wishes, as other players take one: "unknot://low-back?minutes=10&mode=gentle". */
#ifndef UK_URI_H
#define UK_URI_H

#include "../base/status.h"

#define UK_URI_PARAMS 32

/* All texts lie in `text`. */
struct uk_uri {
    char *text;
    const char *routine;
    const char *voice, *language; /* NULL: as without an address */
    struct unknot_param params[UK_URI_PARAMS];
    size_t param_count;
};

/* Takes an address apart: percent-encoding as in RFC 3986, '&' between wishes. The caller gives *out back to uk_uri_finish(), also after
 * a failure. UNKNOT_BAD_ARGUMENT: it is none, or names a file: whoever made the address does not choose among the files of this machine. */
int uk_uri_init(struct uk_uri *out, const char *address, struct uk_message *m);
void uk_uri_finish(struct uk_uri *uri);

#endif
