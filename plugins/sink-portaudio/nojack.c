/* nojack.c - keeps libjack out of unknot-audio, although PortAudio brings it along.
 *
 * The program's own symbol wins over the library's. So PortAudio sees no JACK server: no noise on stderr, no hang when a server dies,
 * and libjack's database in /dev/shm is never opened (a program killed while it does that makes every later start of any
 * JACK client of this user take 18 seconds).
 */
struct _jack_client;

enum { JACK_FAILURE = 0x01, JACK_SERVER_FAILED = 0x10 };

__attribute__((visibility("default"))) struct _jack_client *jack_client_open(const char *name, int options, int *status,
                                                                             ...);

struct _jack_client *jack_client_open(const char *name, int options, int *status, ...)
{
    (void)name;
    (void)options;
    if (status)
        *status = JACK_FAILURE | JACK_SERVER_FAILED;
    return 0;
}
