/* where.h - which broker, who we are there, and what this player is called. */
#ifndef WHERE_H
#define WHERE_H

#include <unknot_plugin.h>

#include <stdbool.h>

#define WHERE_NAME 48

struct where {
    char host[256]; /* or the path of a socket, with port 0 */
    int port;
    char user[128], password[256]; /* "": none */
    bool tls;
    char authority[512], no_authority[512]; /* the file with the certificate of whoever signed the broker's; "": there is none, and where it would be */
    char name[WHERE_NAME];         /* in topics: letters, digits, - and _ */
};

/* Reads [mqtts://][USER@]HOST[:PORT][/NAME], or the path of a socket. A user's password is in a file mqtt-password that only they can read, in
 * the folder that CREDENTIALS_DIRECTORY names, else in unknot's of the configuration. mqtts: nobody on the way can read along; the broker's
 * certificate is looked at with the file mqtt-ca.pem in the same folder, else with those of the machine. Negative after host->fail(). */
int32_t where_read(struct where *w, const struct unknot_host *host, const char *target);

#endif
