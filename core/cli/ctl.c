#include "json.h"
#include "remote.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 8 /* of a command, as a player takes it */
#define MOST_PARAMS MOST_WORDS
#define WORD_SIZE 200
#define DAYS_SIZE 64
#define TICK_S 0.1 /* Ctrl-C is looked for so often */

static bool is_number(const char *word)
{
    word += *word == '+' || *word == '-';
    size_t whole = strspn(word, "0123456789"), part = 0;
    word += whole;
    if (*word == '.')
        word += 1 + (part = strspn(word + 1, "0123456789"));
    return whole + part > 0 && whole + part < 12 && !*word;
}

static const char *const events[] = {"next", "again", "longer", "easier", "harder", "switch", "ready", "rate", "stop", NULL};
static const char *const button[] = {"down", "up", NULL};
static const char *const of_service[] = {"play", "queue", "at", "sleep", "stop", "menu", "card", NULL};

/* What can be said, and what may follow. */
static const struct verb {
    const char *name;
    const char *takes;         /* for the sentence; NULL: nothing */
    const char *const *choice; /* of the word behind it; NULL: any */
    bool number;               /* the word behind it is one */
    bool open;                 /* any words may follow: the service knows what they mean */
} verbs[] = {
    {"press", "an event: next again longer easier harder switch ready rate stop", events, false, false},
    {"pause", NULL, NULL, false, false},
    {"resume", NULL, NULL, false, false},
    {"toggle", NULL, NULL, false, false},
    {"seek", "seconds from the start, or +SECONDS or -SECONDS from here", NULL, true, false},
    {"step", "next, previous or how the title of a step begins, as one word", NULL, false, false},
    {"volume", "a percentage, or +P or -P", NULL, true, false},
    {"button", "down or up", button, false, false},
    {"play", "the name of a routine", NULL, false, true},
    {"queue", "the name of a routine", NULL, false, true},
    {"at", "a time and the name of a routine, or off", NULL, false, true},
    {"sleep", "the minutes in which it grows silent, or off", NULL, false, false},
    {"card", "its code, and a routine or off", NULL, false, true},
    {"menu", NULL, NULL, false, false},
    {"stop", NULL, NULL, false, false},
    {"status", NULL, NULL, false, false},
    {"watch", NULL, NULL, false, false},
    {"quit", NULL, NULL, false, false},
};
#define VERBS (sizeof verbs / sizeof *verbs)

static int unknown_verb(const char *word)
{
    const char *names[VERBS + 1] = {NULL};
    for (size_t i = 0; i < VERBS; i++)
        names[i] = verbs[i].name;
    const char *near = uk_options_near(word, names);
    if (near)
        uk_terminal_say("ctl knows no \"%s\"; did you mean %s?", word, near);
    else
        uk_terminal_say("ctl knows no \"%s\"; see unknot ctl --help", word);
    return UK_EXIT_USAGE;
}

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(word, *list) == 0)
            return true;
    return false;
}

static int wrong_word(const struct verb *v, const char *word)
{
    const char *near = word && v->choice ? uk_options_near(word, v->choice) : NULL;
    if (near)
        uk_terminal_say("%s takes no \"%s\"; did you mean %s?", v->name, word, near);
    else if (word)
        uk_terminal_say("%s takes %s, not \"%s\"", v->name, v->takes, word);
    else
        uk_terminal_say("%s takes %s", v->name, v->takes);
    return UK_EXIT_USAGE;
}

/* Whether these words can be a command. Returns 0, or the exit code after saying what is wrong. */
static int check(const char *const *words, size_t count)
{
    static const struct verb rate = {"press rate", "a number from 0 to 10", NULL, true, false};
    const struct verb *v = verbs;
    while (v < verbs + VERBS && strcmp(v->name, words[0]) != 0)
        v++;
    if (v == verbs + VERBS)
        return unknown_verb(words[0]);
    const char *word = count > 1 ? words[1] : NULL;
    if (v->takes && (!word || !*word || (v->number && !is_number(word)) || (v->choice && !is_one_of(word, v->choice))))
        return wrong_word(v, word);
    bool rated = word && v->choice == events && strcmp(word, "rate") == 0;
    if (rated && (count < 3 || !is_number(words[2]) || atof(words[2]) < 0 || atof(words[2]) > 10))
        return wrong_word(&rate, words[2]);
    size_t most = rated ? 3 : v->takes ? 2 : 1;
    if (count <= most || v->open)
        return 0;
    uk_terminal_say("%s takes no further word; \"%s\" is too much", words[most - 1], words[most]);
    return UK_EXIT_USAGE;
}

/* What is asked of a routine, as words behind its name. */
static int add_params(struct uk_options *o, char pairs[MOST_PARAMS][WORD_SIZE], char days[DAYS_SIZE])
{
    static const char *const takers[] = {"play", "queue", "at", "card", NULL};
    bool takes = is_one_of(o->words[0], takers);
    if (o->param_count > 0 && !takes) {
        uk_terminal_say("%s takes no --%s: play, queue, at and card do", o->words[0], o->params[0].name);
        return UK_EXIT_USAGE;
    }
    if (takes && o->word_count + o->param_count + (o->daily || o->weekdays) > MOST_WORDS) {
        uk_terminal_say("%s takes at most %d words and options", o->words[0], MOST_WORDS);
        return UK_EXIT_USAGE;
    }
    if ((o->daily || o->weekdays) && strcmp(o->words[0], "at") != 0) {
        uk_terminal_say("%s takes no --%s: at does", o->words[0], o->daily ? "daily" : "weekdays");
        return UK_EXIT_USAGE;
    }
    for (size_t i = 0; i < o->param_count; i++) {
        if (snprintf(pairs[i], WORD_SIZE, "%s=%s", o->params[i].name, o->params[i].value) >= WORD_SIZE) {
            uk_terminal_say("--%s is too long", o->params[i].name);
            return UK_EXIT_USAGE;
        }
        o->words[o->word_count++] = pairs[i];
    }
    if (o->weekdays && snprintf(days, DAYS_SIZE, "--weekdays=%s", o->weekdays) >= DAYS_SIZE) {
        uk_terminal_say("--weekdays is too long");
        return UK_EXIT_USAGE;
    }
    if (o->weekdays || o->daily)
        o->words[o->word_count++] = o->weekdays ? days : "--daily";
    return 0;
}

static int send_words(struct uk_remote *r, const char *const *words)
{
    char *line = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&line, &n);
    if (out) {
        struct uk_json j = {.out = out, .flat = 1};
        uk_json_open(&j, NULL, '{');
        uk_json_texts(&j, "command", words);
        uk_json_close(&j, '}');
        fclose(out);
    }
    int code = line ? uk_remote_send(r, line, n) : UK_EXIT_FAILED;
    if (!line)
        uk_terminal_say("there is not enough memory");
    free(line);
    return code;
}

/* "2:05" */
static const char *clock_text(char out[32], double seconds)
{
    long s = seconds > 0 && seconds < 1e6 ? (long)seconds : 0;
    if (s >= 3600)
        snprintf(out, 32, "%ld:%02ld:%02ld", s / 3600, s / 60 % 60, s % 60);
    else
        snprintf(out, 32, "%ld:%02ld", s / 60, s % 60);
    return out;
}

static void print_field(const char *name, const char *data, const char *key)
{
    char text[1024];
    if (*uk_json_find_text(data, key, text, sizeof text))
        printf("%-8s %s\n", name, text);
}

/* What a service has before it: each element of the lists has a line of its own. */
static void print_plans(const char *data)
{
    char text[500], at[32], days[40];
    size_t n;
    const char *list = uk_json_find(data, "queue", &n);
    for (const char *c = list; c && c < list + n; c++)
        if (*c == '"') {
            size_t length = strcspn(c + 1, "\"");
            printf("next     %.*s\n", (int)length, c + 1);
            c += length + 1;
        }
    list = uk_json_find(data, "schedule", &n);
    for (const char *c = list; c && c < list + n; c++)
        if (*c == '{')
            printf("at       %s  %s%s%s\n", uk_json_find_text(c, "at", at, sizeof at), uk_json_find_text(c, "routine", text, sizeof text),
                   *uk_json_find_text(c, "days", days, sizeof days) ? ", " : "", days);
    if (uk_json_find_number(data, "sleep") > 0)
        printf("sleep    silent in %.0f min\n", uk_json_find_number(data, "sleep") + 0.5);
    print_field("missed", data, "missed");
    print_field("fault", data, "fault");
    print_field("card", data, "card");
    print_field("cards", data, "cards");
}

static void print_status(const char *data)
{
    char state[32], title[256], at[32], length[32];
    uk_json_find_text(data, "title", title, sizeof title);
    if (!*title)
        uk_json_find_text(data, "routine", title, sizeof title);
    uk_json_find_text(data, "state", state, sizeof state);
    if (uk_json_find_number(data, "length") > 0)
        printf("%-8s %s, %s of %s\n", state, title, clock_text(at, uk_json_find_number(data, "position")),
               clock_text(length, uk_json_find_number(data, "length")));
    else
        printf(*title ? "%-8s %s\n" : "%s\n", state, title);
    print_field("step", data, "step");
    print_field("said", data, "caption");
    printf("volume   %.0f %%\n", 100 * uk_json_find_number(data, "volume"));
    print_field("trouble", data, "trouble");
    if (uk_json_find_number(data, "dropouts") > 0)
        printf("dropouts %.0f\n", uk_json_find_number(data, "dropouts"));
    print_plans(data);
}

/* What came of the command. */
static int take_answer(struct uk_cli *cli, struct uk_remote *r)
{
    char *line, error[1024];
    int code = uk_remote_answer(r, &line);
    if (code)
        return code;
    uk_json_find_text(line, "error", error, sizeof error);
    if (strncmp(error, "there is no command", 19) == 0 && is_one_of(cli->options.words[0], of_service)) {
        uk_terminal_say("what plays now is no service, so it takes no %s: end it, and start 'unknot serve'", cli->options.words[0]);
        return UK_EXIT_FAILED;
    }
    if (strcmp(error, "success") != 0) {
        uk_terminal_say("%s", *error ? error : "the player answered in words that are not known");
        return UK_EXIT_FAILED;
    }
    size_t n;
    const char *data = uk_json_find(line, "data", &n);
    if (data && cli->options.json)
        printf("%.*s\n", (int)n, data);
    else if (data)
        print_status(data);
    return 0;
}

static int print_events(struct uk_cli *cli, struct uk_remote *r)
{
    for (;;) {
        char *line;
        int n = uk_remote_line(r, TICK_S, &line);
        if (atomic_load(&cli->watch.caught))
            return uk_watch_exit_code(&cli->watch);
        if (n < 0)
            return UK_EXIT_DONE;
        if (n > 0 && (puts(line) < 0 || fflush(stdout)))
            return UK_EXIT_FAILED; /* main says why */
    }
}

static int run(struct uk_cli *cli)
{
    struct uk_options *o = &cli->options;
    struct uk_remote r;
    char pairs[MOST_PARAMS][WORD_SIZE], days[DAYS_SIZE];
    int code = check(o->words, o->word_count);
    if (!code)
        code = add_params(o, pairs, days);
    if (code)
        return code;
    uk_watch_busy(&cli->watch, "waiting for the player ...");
    code = uk_remote_open(&r, o->socket);
    if (!code)
        code = send_words(&r, o->words);
    if (!code)
        code = take_answer(cli, &r);
    uk_watch_busy(&cli->watch, NULL);
    if (!code && strcmp(o->words[0], "watch") == 0)
        code = print_events(cli, &r);
    uk_remote_close(&r);
    return code;
}

const struct uk_command uk_ctl = {
    .name = "ctl",
    .arguments = "WORD...",
    .summary = "tells the player that plays now what to do",
    .about = "Tells the player that plays now what to do.\n"
             "\n"
             "  press EVENT              next again longer easier harder switch ready stop, or rate and a number from 0 to 10\n"
             "  pause, resume, toggle\n"
             "  seek SECONDS             from the start; +SECONDS or -SECONDS: from here\n"
             "  step NAME                next, previous, or how the title of a step begins\n"
             "  volume PERCENT           +P or -P: more or less\n"
             "  button down | up         a switch that is pressed and let go: short, long, double and triple\n"
             "  status                   what is playing, and where it is\n"
             "  watch                    prints a line of JSON for whatever happens, until the player ends\n"
             "  quit                     fades out and ends\n"
             "\n"
             "A service that waits (see 'unknot serve') also knows:\n"
             "  play ROUTINE             ends what plays, and plays this; --minutes, --mode, --side and --set go with it\n"
             "  queue ROUTINE            plays this when what is before it has ended\n"
             "  at 21:30 ROUTINE         plays this then, once, or --daily, or --weekdays mon,fri; at 21:30 off: does not\n"
             "  card CODE ROUTINE        the card of that code begins this from now on; card CODE off: does not\n"
             "  menu                     says what there is to choose from, as a long press does; resume: goes on after a power cut\n"
             "  sleep MINUTES            grows silent in that time, and ends; sleep off: stays as it is\n"
             "  stop                     fades out, ends, and forgets what was to come",
    .example = "unknot ctl press longer",
    .flag = UK_CTL,
    .run = run,
};
