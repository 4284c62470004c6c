/* address.h - how GStreamer finds out who plays unknot://NAME, and gives it that address: as the property "location". */
#ifndef HOST_GSTREAMER_ADDRESS_H
#define HOST_GSTREAMER_ADDRESS_H

/* A name is enough for those who write it themselves. The caller frees what it returns; NULL for NULL. */
char *address_whole(const char *location);

/* Fills in the functions of a GstURIHandlerInterface. */
void address_init_handler(void *interface, void *data);

#endif
