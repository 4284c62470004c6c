/* host.h - who is meant by a request. A web page of somebody else can have a browser ask under a name of its own that leads here; what it was
 * told to ask for then stands in the field Host. So only our own names are answered.
 */
#ifndef UK_HTTP_HOST_H
#define UK_HTTP_HOST_H

#include <stdbool.h>
#include <stddef.h>

#include <sys/socket.h>

#define UK_HOST_TEXT 64

/* Whether a field Host ("rest:8468", "[::1]:8468") names this machine: by the address that was connected to, as localhost, by its `name`, with
 * or without .local, or by one of `names`. */
bool uk_host_is_ours(const char *field, const struct sockaddr *local, const char *name, const char *const *names, size_t count);

/* An address "127.0.0.1:8468", "[::]:8468", "0.0.0.0" or ":8468"; without a port, `port`. The length of *out, 0: it is none. */
socklen_t uk_host_parse(const char *text, unsigned port, struct sockaddr_storage *out);

/* The same as text. Returns `out`. */
char *uk_host_text(const struct sockaddr *address, char out[UK_HOST_TEXT]);

#endif
