#include "address.h"

#include <gst/gst.h>

#include <string.h>

#define SCHEME "unknot:"

char *address_whole(const char *location)
{
    gboolean whole = !location || g_ascii_strncasecmp(location, SCHEME, strlen(SCHEME)) == 0;
    return whole ? g_strdup(location) : g_strconcat(SCHEME "//", location, NULL);
}

static GstURIType get_type(GType type)
{
    (void)type;
    return GST_URI_SRC;
}

static const char *const *get_protocols(GType type)
{
    static const char *const protocols[] = {"unknot", NULL};
    (void)type;
    return protocols;
}

static char *get_uri(GstURIHandler *handler)
{
    char *uri;
    g_object_get(handler, "location", &uri, NULL);
    return uri;
}

static gboolean set_uri(GstURIHandler *handler, const char *uri, GError **error)
{
    if (GST_STATE(handler) > GST_STATE_READY) {
        g_set_error(error, GST_URI_ERROR, GST_URI_ERROR_BAD_STATE, "unknotsrc plays: stop it before it is given another address");
        return FALSE;
    }
    g_object_set(handler, "location", uri, NULL);
    return TRUE;
}

void address_init_handler(void *interface, void *data)
{
    GstURIHandlerInterface *handler = interface;
    (void)data;
    handler->get_type = get_type;
    handler->get_protocols = get_protocols;
    handler->get_uri = get_uri;
    handler->set_uri = set_uri;
}
