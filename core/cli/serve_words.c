/* What a service is told, by whatever control: what to play, when, how loud; the rest is the player's. */
#include "json.h"
#include "serve.h"

#include <stdlib.h>
#include <string.h>

#define SLEEP_MOST_MIN 180
#define WORDS_MAX 16

/* One sentence back to whoever asked. */
static const char *refuse(struct uk_serve *s, const char *format, const char *word)
{
    snprintf(s->error, sizeof s->error, format, word);
    return s->error;
}

/* A number with an optional sign. */
static bool number(const char *text, double *out, bool *relative)
{
    char *end;
    *relative = *text == '-' || *text == '+';
    if (strspn(text + *relative, "0123456789.") != strlen(text + *relative) || strlen(text) > 12 || !text[*relative])
        return false;
    *out = strtod(text, &end);
    return !*end;
}

/* ---- what to play ---- */

static bool is_in(const char *const *list, const char *word)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

/* What the routine says it takes; the rest is seen when it is planned. */
static const char *check_wish(struct uk_serve *s, const struct unknot_routine *r, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *equals = strchr(words[i], '=');
        if (!equals || equals == words[i] || !equals[1])
            return refuse(s, "what is asked of a routine is NAME=VALUE, such as minutes=6, not '%s'", words[i]);
        size_t n = (size_t)(equals - words[i]);
        double minutes;
        bool relative;
        if (n == 7 && strncmp(words[i], "minutes", n) == 0 && (!number(equals + 1, &minutes, &relative) || relative || !(minutes > 0)))
            return refuse(s, "minutes takes a number over 0, not '%s'", equals + 1);
        for (size_t k = 0; k < r->param_count; k++)
            if (strlen(r->params[k].name) == n && strncmp(r->params[k].name, words[i], n) == 0 && !is_in(r->params[k].values, equals + 1))
                return refuse(s, "the routine takes no %s", words[i]);
    }
    return NULL;
}

bool uk_serve_is_listed(struct uk_serve *s, const char *name)
{
    int count = unknot_routine_count(s->u);
    for (int i = 0; i < count; i++)
        if (strcmp(unknot_routine_name(s->u, i), name) == 0)
            return true;
    return false;
}

const char *uk_serve_read_wish(struct uk_serve *s, const char *const *words, size_t count, struct uk_wish *wish)
{
    const struct unknot_routine *r;
    if (count == 0)
        return "which routine? 'unknot list' shows those there are";
    if (!uk_serve_is_listed(s, words[0])) {
        if (strchr(words[0], '/') || strchr(words[0], '.') || unknot_describe(s->u, words[0], &r) == UNKNOT_OK)
            return refuse(s, "there is no routine '%s': 'unknot list' shows those there are", words[0]);
        return refuse(s, "%s", unknot_message(s->u));
    }
    if (unknot_describe(s->u, words[0], &r) != UNKNOT_OK)
        return refuse(s, "%s", unknot_message(s->u));
    const char *error = check_wish(s, r, words + 1, count - 1);
    if (!error && !uk_wish_init(wish, words, count))
        error = "these words are too long, or no plain text";
    return error;
}

bool uk_serve_enqueue(struct uk_serve *s, const struct uk_wish *wish, bool first)
{
    if (s->queued == UK_QUEUE_MAX)
        return false;
    if (first)
        memmove(s->queue + 1, s->queue, s->queued * sizeof *s->queue);
    s->queue[first ? 0 : s->queued] = *wish;
    s->queued++;
    return true;
}

static const char *do_play(struct uk_serve *s, const char *const *words, size_t count, bool now)
{
    struct uk_wish wish;
    const char *error = uk_serve_read_wish(s, words, count, &wish);
    if (error)
        return error;
    if (!uk_serve_enqueue(s, &wish, now))
        return "the queue is full: 'unknot ctl stop' empties it";
    s->skip |= now;
    if (now)
        s->ask = s->resume = false;
    s->retry_ms = 0;
    return NULL;
}

static const char *do_stop(struct uk_serve *s)
{
    s->queued = 0;
    s->skip = true;
    s->ask = s->resume = false;
    s->sleep_ms = 0;
    return NULL;
}

const char *uk_serve_wake(struct uk_serve *s)
{
    s->retry_ms = 0;
    if (s->queued == 0 && !s->loaded && !(*s->usual.text && uk_serve_enqueue(s, &s->usual, true)))
        s->ask = true;
    return NULL;
}

static const char *do_menu(struct uk_serve *s, bool plays)
{
    if (plays && !s->choosing && !s->announcing)
        return "something is playing: 'unknot ctl stop' ends it";
    s->retry_ms = 0;
    s->ask = plays || !s->loaded; /* else something waits for a device, as the menu would */
    s->skip |= plays && s->choosing;
    return NULL;
}

/* What was cut off goes on; where nothing was, it is a press. */
static const char *do_resume(struct uk_serve *s)
{
    s->resume = s->queued == 0 && !s->loaded;
    return s->resume ? NULL : uk_serve_wake(s);
}

/* ---- when ---- */

/* Takes "--daily" or "--weekdays=mon,fri" out of the words. False: these are no days. */
static bool take_days(const char *const **words, size_t *count, const char *kept[WORDS_MAX], unsigned *days)
{
    static const char weekdays[] = "--weekdays=";
    size_t n = 0;
    *days = 0;
    for (size_t i = 0; i < *count && n < WORDS_MAX; i++) {
        const char *word = (*words)[i];
        bool named = strncmp(word, weekdays, strlen(weekdays)) == 0;
        if (!named && strcmp(word, "--daily") != 0)
            kept[n++] = word;
        else if (!(*days = uk_times_days(named ? word + strlen(weekdays) : "daily")))
            return false;
    }
    *words = kept;
    *count = n;
    return true;
}

static bool add_time(struct uk_serve *s, const char *clock, unsigned days, const struct uk_wish *wish)
{
    time_t now = time(NULL);
    return days ? uk_times_add_again(&s->times, clock, days, now, wish) : uk_times_add(&s->times, uk_times_next(clock, now), wish);
}

static const char *do_at(struct uk_serve *s, const char *const *words, size_t count)
{
    struct uk_wish wish;
    const char *kept[WORDS_MAX];
    unsigned days;
    if (!take_days(&words, &count, kept, &days))
        return "--weekdays takes days, such as mon,fri";
    time_t due = count > 0 ? uk_times_next(words[0], time(NULL)) : 0;
    bool off = count == 2 && strcmp(words[1], "off") == 0;
    if (!due)
        return "at takes a time and a routine, as 21:30 upper-trapezius";
    struct uk_times *before = malloc(sizeof *before);
    const char *error = before ? NULL : "there is not enough memory";
    if (before)
        *before = s->times;
    if (!error && !off)
        error = uk_serve_read_wish(s, words + 1, count - 1, &wish);
    if (!error && off && uk_times_remove(&s->times, words[0]) == 0)
        error = refuse(s, "nothing is to begin at %s", words[0]);
    if (!error && !off && !add_time(s, words[0], days, &wish))
        error = "there are 32 times already, which is all there may be: 'unknot ctl at TIME off' takes one out";
    int failed = error ? 0 : uk_times_write(&s->times);
    if (failed) {
        s->times = *before;
        snprintf(s->error, sizeof s->error, "%s cannot be written: %s", s->times.path, strerror(failed));
        error = s->error;
    }
    free(before);
    return error;
}

/* ---- how loud ---- */

static const char *do_volume(struct uk_serve *s, const char *const *words, size_t count)
{
    double value;
    bool relative;
    char percent[32];
    if (count != 1 || !number(words[0], &value, &relative))
        return "volume takes a percentage from 0 to 100, or +P or -P";
    double wanted = relative ? s->volume + value / 100 : value / 100;
    s->volume = wanted < 0 ? 0 : wanted > s->ceiling ? s->ceiling : wanted;
    snprintf(percent, sizeof percent, "%.4f", 100 * s->volume);
    const char *const to_player[] = {"volume", percent};
    if (s->player) {
        unknot_player_command(s->player, to_player, 2, NULL);
        unknot_set_volume(s->u, s->volume * uk_serve_drowsiness(s));
    } else {
        snprintf(percent, sizeof percent, "%d", (int)(100 * s->volume + 0.5));
        unknot_desk_tell(s->desk, "volume", "percent", percent);
    }
    return NULL;
}

static const char *do_sleep(struct uk_serve *s, const char *const *words, size_t count)
{
    double minutes;
    bool relative;
    if (count == 1 && strcmp(words[0], "off") == 0) {
        s->sleep_ms = 0;
        return NULL;
    }
    if (count != 1 || !number(words[0], &minutes, &relative) || relative || !(minutes > 0) || minutes > SLEEP_MOST_MIN)
        return "sleep takes the minutes in which it grows silent, up to 180, or off";
    if (!s->player)
        return "nothing is playing";
    s->sleep_from_ms = uk_serve_now_ms();
    s->sleep_ms = (long long)(minutes * 60000);
    return NULL;
}

/* ---- status ---- */

static void put_service(struct uk_serve *s, struct uk_json *j)
{
    char text[400], at[32], days[32];
    uk_json_open(j, "queue", '[');
    for (size_t i = 0; i < s->queued; i++)
        uk_json_text(j, NULL, uk_wish_text(&s->queue[i], text));
    uk_json_close(j, ']');
    uk_json_open(j, "schedule", '[');
    for (size_t i = 0; i < s->times.count; i++) {
        uk_json_open(j, NULL, '{');
        uk_json_text(j, "at", uk_times_stamp(at, s->times.list[i].due));
        uk_json_text(j, "days", uk_times_days_text(days, s->times.list[i].days));
        uk_json_text(j, "routine", uk_wish_text(&s->times.list[i].wish, text));
        uk_json_close(j, '}');
    }
    uk_json_close(j, ']');
    uk_json_text(j, "missed", s->times.missed);
    uk_json_text(j, "fault", s->fault);
    uk_json_text(j, "card", s->card);
    uk_json_text(j, "cards", s->cards.trouble);
    uk_json_number(j, "ceiling", s->ceiling);
    uk_json_number(j, "sleep", s->sleep_ms ? (double)(s->sleep_from_ms + s->sleep_ms - uk_serve_now_ms()) / 60000 : 0);
}

static void put_idle(struct uk_serve *s, struct uk_json *j)
{
    static const char *const empty[] = {"title", "step", "caption"};
    char routine[400] = "";
    if (s->loaded)
        snprintf(routine, sizeof routine, "%.*s", (int)strcspn(s->now.text, "\t"), s->now.text);
    uk_json_text(j, "state", s->loaded ? "waiting" : "idle");
    uk_json_text(j, "routine", routine);
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        uk_json_text(j, empty[i], "");
    uk_json_whole(j, "position", 0);
    uk_json_whole(j, "length", 0);
    uk_json_number(j, "volume", s->volume);
    uk_json_text(j, "trouble", *s->waits ? s->waits : unknot_desk_trouble(s->desk));
    uk_json_whole(j, "dropouts", 0);
    uk_json_whole(j, "presses", 0);
}

/* What the player says, and what only the service knows, as one object. */
static const char *do_status(struct uk_serve *s, bool plays, const char **data)
{
    static const char *const status[] = {"status"};
    const char *player = "";
    size_t n = 0;
    if (plays && unknot_player_command(s->player, status, 1, &player) != UNKNOT_OK)
        return refuse(s, "%s", unknot_message(s->u));
    free(s->data);
    s->data = NULL;
    FILE *out = open_memstream(&s->data, &n);
    if (!out)
        return "there is not enough memory";
    struct uk_json j = {.out = out, .flat = 1};
    size_t length = strlen(player);
    if (length > 1) { /* all of it but its last bracket */
        fwrite(player, 1, length - 1, out);
        j.depth = 1;
        j.filled = true;
    } else {
        uk_json_open(&j, NULL, '{');
        put_idle(s, &j);
    }
    put_service(s, &j);
    uk_json_close(&j, '}');
    if (fclose(out) || !s->data)
        return "there is not enough memory";
    s->data[strcspn(s->data, "\n")] = '\0';
    *data = s->data;
    return NULL;
}

/* ---- all of it ---- */

static bool is_press(const char *const *words, size_t count, const char *event)
{
    return count > 1 && strcmp(words[0], "press") == 0 && (!event || strcmp(words[1], event) == 0);
}

/* What means something else while nothing plays: a press begins something, a long one asks for the menu. */
static bool takes_idle(struct uk_serve *s, const char *const *words, size_t count, const char **wrong)
{
    if (strcmp(words[0], "resume") == 0)
        *wrong = do_resume(s);
    else if (is_press(words, count, "longer"))
        *wrong = do_menu(s, false);
    else if (strcmp(words[0], "toggle") == 0 || (is_press(words, count, NULL) && !is_press(words, count, "stop")))
        *wrong = uk_serve_wake(s);
    else
        return false;
    return true;
}

/* And while the menu does: the only button of some headsets is one that pauses. */
static bool takes_choosing(struct uk_serve *s, const char *verb)
{
    if (!s->choosing || strcmp(verb, "toggle") != 0)
        return false;
    unknot_press(s->u, "next", 0);
    return true;
}

int uk_serve_take(void *ctx, int plays, const char *const *words, size_t count, const char **error, const char **data)
{
    struct uk_serve *s = ctx;
    const char *verb = count > 0 ? words[0] : "", *wrong = NULL;
    const char *const *rest = words + 1;
    size_t left = count > 0 ? count - 1 : 0;
    if (strcmp(verb, "play") == 0)
        wrong = do_play(s, rest, left, true);
    else if (strcmp(verb, "queue") == 0)
        wrong = do_play(s, rest, left, false);
    else if (strcmp(verb, "stop") == 0 || strcmp(verb, "quit") == 0)
        wrong = do_stop(s);
    else if (strcmp(verb, "at") == 0)
        wrong = do_at(s, rest, left);
    else if (strcmp(verb, "volume") == 0)
        wrong = do_volume(s, rest, left);
    else if (strcmp(verb, "sleep") == 0)
        wrong = do_sleep(s, rest, left);
    else if (strcmp(verb, "status") == 0)
        wrong = do_status(s, plays && !s->announcing, data);
    else if (strcmp(verb, "card") == 0)
        wrong = uk_serve_card(s, plays, rest, left);
    else if (strcmp(verb, "menu") == 0)
        wrong = do_menu(s, plays);
    else if (plays ? !takes_choosing(s, verb) : count == 0 || !takes_idle(s, words, count, &wrong))
        return 0;
    *error = wrong ? wrong : "success";
    return 1;
}
