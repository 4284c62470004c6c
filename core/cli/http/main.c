/* unknot-http - gives every routine as a WAV and a FLAC file with captions beside it, by HTTP, to players that know nothing of unknot. */
#include "http.h"

#include "../command.h"
#include "host.h"

#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define TEXT_OF(n) #n
#define AS_TEXT(n) TEXT_OF(n)

enum letter { LISTEN = 256, NAME, VOICE, LANGUAGE, PARENT };

struct words {
    const char *listen;
    long parent; /* whose end is ours, 0: nobody's */
    bool done;   /* all that was asked for was said */
};

static void print_help(void)
{
    puts("usage: unknot-http [OPTIONS]\n"
         "\n"
         "Gives every routine as a file, by HTTP, to whatever plays music in the house: MPD, VLC, a phone.\n"
         "    /NAME.wav   sound of known length, in which a player can seek; made while it is fetched\n"
         "    /NAME.flac  the same, packed; rendered once and kept in the cache\n"
         "    /NAME.vtt   its captions\n"
         "    /all.m3u    a playlist of all of them\n"
         "Wishes stand behind a question mark: /low-back.wav?minutes=10&mode=gentle\n"
         "\n"
         "options:\n"
         "      --listen WHERE     address and port: 127.0.0.1:" AS_TEXT(UK_HTTP_PORT) " unless said, 0.0.0.0 is for the whole house\n"
         "      --name NAME        another name of this machine, under which it is asked; may be given again\n"
         "      --voice VOICE      who speaks: PLUGIN or PLUGIN:SPEAKER\n"
         "      --lang LANG        what is said and shown in another language: de, ko\n"
         "      --parent PID       ends when the process that started it does\n"
         "  -h, --help             this page\n"
         "  -V, --version          the version\n"
         "\n"
         "example: unknot-http --listen 0.0.0.0 --name music.example.net");
}

/* Returns 0, or the exit code after saying what is wrong. */
static int take(struct uk_http *h, struct words *w, int letter, const char *word)
{
    switch (letter) {
    case LISTEN:
        w->listen = optarg;
        return 0;
    case NAME:
        if (h->name_count == UK_HTTP_NAMES) {
            uk_terminal_say("--name can be given %d times", UK_HTTP_NAMES);
            return UK_EXIT_USAGE;
        }
        h->names[h->name_count++] = optarg;
        return 0;
    case VOICE:
        h->engine.voice = optarg;
        return 0;
    case LANGUAGE:
        h->engine.language = optarg;
        return 0;
    case PARENT:
        w->parent = strtol(optarg, NULL, 10);
        return 0;
    case 'h':
        print_help();
        w->done = true;
        return 0;
    case 'V':
        printf("unknot-http %s\n", unknot_version());
        w->done = true;
        return 0;
    case ':':
        uk_terminal_say("%s needs a value; see unknot-http --help", word);
        return UK_EXIT_USAGE;
    default:
        uk_terminal_say("there is no option %s; see unknot-http --help", word);
        return UK_EXIT_USAGE;
    }
}

static int read_words(struct uk_http *h, struct words *w, int argc, char **argv)
{
    static const struct option table[] = {
        {"listen", required_argument, NULL, LISTEN}, {"name", required_argument, NULL, NAME},     {"voice", required_argument, NULL, VOICE},
        {"lang", required_argument, NULL, LANGUAGE}, {"parent", required_argument, NULL, PARENT}, {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'V'},         {NULL, 0, NULL, 0},
    };
    int code = 0, letter;
    while (!code && !w->done && (letter = getopt_long(argc, argv, ":hV", table, NULL)) != -1)
        code = take(h, w, letter, argv[optind - 1]);
    if (!code && !w->done && optind < argc) {
        uk_terminal_say("unknot-http takes only options; \"%s\" is too much", argv[optind]);
        code = UK_EXIT_USAGE;
    }
    return code;
}

/* Looks whether the voice and the language are there: better now than with the first who asks. */
static int open_shelf(struct uk_http *h)
{
    struct unknot *u;
    int status = unknot_open(&u, &h->engine), code = 0;
    if (status) {
        uk_terminal_say("%s", *unknot_message(u) ? unknot_message(u) : unknot_status_text(status));
        code = status == UNKNOT_BAD_ARGUMENT ? UK_EXIT_USAGE : UK_EXIT_FAILED;
    } else {
        uk_shelf_init(&h->shelf, &h->engine, unknot_data_folder(u));
    }
    unknot_close(u);
    return code;
}

static void serve(struct uk_http *h, struct uk_server *s, struct uk_watch *watch)
{
    while (!atomic_load(&watch->caught)) {
        uk_server_work(s);
        uk_shelf_tidy(&h->shelf);
    }
}

static int run(struct uk_http *h, const struct words *w, struct uk_watch *watch)
{
    struct sockaddr_storage where;
    struct uk_trouble trouble = {""};
    struct uk_server *server = NULL;
    char address[UK_HOST_TEXT];
    const char *listen = w->listen ? w->listen : "127.0.0.1";
    socklen_t size = uk_host_parse(listen, UK_HTTP_PORT, &where);
    if (!size) {
        uk_terminal_say("'%s' is no address to listen at: write 127.0.0.1:" AS_TEXT(UK_HTTP_PORT) ", 0.0.0.0 or [::]", listen);
        return UK_EXIT_USAGE;
    }
    uk_flacs_init(&h->flacs, &h->engine);
    int error = uk_server_start(&server, h, (struct sockaddr *)&where, size, address, &trouble);
    if (error) {
        uk_terminal_say("%s", trouble.text);
    } else {
        uk_terminal_say("routines are at http://%s/", address);
        serve(h, server, watch);
    }
    uk_flacs_end(&h->flacs);
    uk_server_stop(server);
    uk_flacs_finish(&h->flacs);
    return error ? UK_EXIT_FAILED : uk_watch_exit_code(watch);
}

/* Whoever started us may have ended before we asked to be told. */
static bool is_orphan(long parent)
{
    return parent && (prctl(PR_SET_PDEATHSIG, SIGTERM) || getppid() != parent);
}

int main(int argc, char **argv)
{
    struct uk_http *h = calloc(1, sizeof *h);
    struct words w = {.listen = NULL};
    struct uk_terminal terminal;
    struct uk_watch watch;
    if (!h)
        return UK_EXIT_FAILED;
    unknot_options_init(&h->engine);
    gethostname(h->hostname, sizeof h->hostname - 1);
    int code = read_words(h, &w, argc, argv);
    if (!code && !w.done && !is_orphan(w.parent)) {
        uk_terminal_init(&terminal);
        int error = uk_watch_start(&watch, &terminal);
        if (error)
            uk_terminal_say("cannot start a thread: %s", strerror(error));
        atomic_store(&watch.graceful, true);
        code = error ? UK_EXIT_FAILED : open_shelf(h);
        if (!code) {
            code = run(h, &w, &watch);
            uk_shelf_finish(&h->shelf);
        }
        uk_watch_stop(&watch);
    }
    free(h);
    int written = uk_terminal_flush();
    return code ? code : written;
}
