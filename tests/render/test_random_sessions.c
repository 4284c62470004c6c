/* Random sessions over every shipped routine, through the engine: presses at random moments, pauses, jumps ahead and back. Each comes to
 * an end, nothing before an entry sounds different for it, and the journal gives again, bit for bit, what was heard.
 *
 *     test_render_random_sessions         all
 *     test_render_random_sessions 123     only number 123, as printed when it failed
 *
 * Two processes share the work; a session depends on nothing but its number. */
#include "studio.h"

#include <sys/wait.h>

#define RATE 48000
#define SESSIONS (SLOW ? 100 : 1000)
#define TURNS 8
#define MOST_PIECES 64
#define MOST_PIECE 6000 /* frames */

static const char *const events[] = {"next", "again", "longer", "easier", "harder", "switch", "ready", "rate", "resumed", "stop"};

/* What was heard at the listener's place and still belongs to the session. */
struct piece {
    int64_t at, frames;
    float sound[2 * MOST_PIECE];
};

struct session {
    struct studio *studio;
    struct unknot *u, *other; /* other: replays */
    int number;
    uint32_t state;
    const char *routine;
    struct unknot_param params[2];
    char seed[16];
    struct piece pieces[MOST_PIECES];
    size_t piece_count;
};

static uint32_t draw(struct session *s, uint32_t below)
{
    s->state = s->state * 1664525u + 1013904223u;
    return (s->state >> 9) % below;
}

#define HOLDS(condition, ...)                                                                                                    \
    do {                                                                                                                         \
        if (!(condition)) {                                                                                                      \
            fprintf(stderr, "session %d of %s: ", s->number, s->routine);                                                        \
            fprintf(stderr, __VA_ARGS__);                                                                                        \
            fprintf(stderr, "\n%s", unknot_journal(s->u));                                                                       \
            return false;                                                                                                        \
        }                                                                                                                        \
    } while (0)

/* Reads on from where the listener is, in blocks of any size. */
static bool listen(struct session *s)
{
    struct piece *p = &s->pieces[s->piece_count];
    p->at = unknot_tell(s->u);
    p->frames = 0;
    int64_t want = 1 + draw(s, MOST_PIECE);
    while (p->frames < want) {
        size_t block = 1 + draw(s, 1500);
        block = (int64_t)block < want - p->frames ? block : (size_t)(want - p->frames);
        HOLDS(unknot_prepare(s->u, p->at + p->frames, (int64_t)block) == UNKNOT_OK, "a sound is missing");
        size_t got = unknot_read(s->u, p->sound + 2 * p->frames, block);
        p->frames += (int64_t)got;
        if (got < block)
            break;
    }
    s->piece_count += p->frames > 0 && s->piece_count + 1 < MOST_PIECES;
    return true;
}

/* A pause fades, then holds its place in silence. What is heard while it fades is not kept. */
static bool pause_it(struct session *s)
{
    float block[2 * 4800];
    unknot_pause(s->u, 1);
    HOLDS(unknot_prepare(s->u, unknot_tell(s->u), 4800) == UNKNOT_OK, "a sound is missing");
    unknot_read(s->u, block, 4800);
    int64_t at = unknot_tell(s->u);
    size_t got = unknot_read(s->u, block, 480);
    HOLDS(got == 480 && unknot_tell(s->u) == at, "it moved while it was paused");
    for (int i = 0; i < 2 * 480; i++)
        HOLDS(block[i] == 0, "it is not silent while it is paused");
    return true;
}

static bool go_on(struct session *s)
{
    float block[2 * 4800];
    unknot_pause(s->u, 0);
    HOLDS(unknot_prepare(s->u, unknot_tell(s->u), 4800) == UNKNOT_OK, "a sound is missing");
    unknot_read(s->u, block, 4800);
    return true;
}

/* The stamp of the last entry, in frames. */
static int64_t last_stamp(struct unknot *u)
{
    const char *at = NULL;
    for (const char *p = strstr(unknot_journal(u), "\"at\""); p; p = strstr(p + 1, "\"at\""))
        at = p;
    return at ? (int64_t)(strtod(strchr(at, ':') + 1, NULL) * RATE) : 0;
}

/* What was heard before the entry stays as it was; what lies after it may be another now. */
static void forget_after(struct session *s, int64_t frame)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->piece_count; i++) {
        struct piece *p = &s->pieces[i];
        if (p->at >= frame)
            continue;
        if (p->at + p->frames > frame)
            p->frames = frame - p->at;
        if (kept != i)
            s->pieces[kept] = *p;
        kept++;
    }
    s->piece_count = kept;
}

static bool press(struct session *s)
{
    uint32_t which = draw(s, draw(s, 8) ? 9 : 10); /* a stop now and then */
    double value = strcmp(events[which], "rate") == 0 ? draw(s, 11) : strcmp(events[which], "resumed") == 0 ? 5 + draw(s, 60) : 0;
    int status = unknot_press(s->u, events[which], value);
    if (status == UNKNOT_BAD_ARGUMENT) /* over already */
        return true;
    HOLDS(status == UNKNOT_OK, "'%s' at %.2f s: %s", events[which], (double)unknot_tell(s->u) / RATE, unknot_message(s->u));
    forget_after(s, last_stamp(s->u));
    return true;
}

static bool turn(struct session *s)
{
    int64_t length = unknot_length_frames(s->u);
    uint32_t what = draw(s, 10);
    if (what < 4)
        return press(s);
    if (what < 6) {
        bool pressed_meanwhile = draw(s, 2);
        return pause_it(s) && (!pressed_meanwhile || press(s)) && go_on(s);
    }
    int64_t to = what < 8 ? unknot_tell(s->u) + (int64_t)draw(s, 60) * RATE : (int64_t)draw(s, (uint32_t)(length / 1000)) * 1000;
    unknot_seek(s->u, to, UNKNOT_EXACT);
    return true;
}

/* From near the end it reads to its last frame, and then gives nothing more. */
static bool ends(struct session *s)
{
    int64_t length = unknot_length_frames(s->u);
    HOLDS(length <= INT64_C(3600) * RATE, "it lasts %.1f s", (double)length / RATE);
    unknot_seek(s->u, length - MOST_PIECE / 2, UNKNOT_EXACT);
    for (int i = 0; unknot_tell(s->u) < length; i++)
        if (i > 10000 || !listen(s))
            return false;
    float frame[2];
    HOLDS(unknot_read(s->u, frame, 1) == 0, "it goes on after its end");
    HOLDS(unknot_late_sounds(s->u) == 0, "a sound was late");
    return true;
}

static bool replays(struct session *s)
{
    char name[64], path[256];
    const char *journal = unknot_journal(s->u);
    snprintf(name, sizeof name, "session-%d.journal", s->number % 2);
    studio_write(s->studio, name, journal, strlen(journal));
    studio_path(s->studio, name, path, sizeof path);
    HOLDS(!unknot_load(s->other, s->routine, s->params, 2) && (!*journal || !unknot_load_journal(s->other, path)), "its replay: %s",
          unknot_message(s->other));
    HOLDS(unknot_length_frames(s->other) == unknot_length_frames(s->u), "its replay has another length");
    for (size_t i = 0; i < s->piece_count; i++) {
        const struct piece *p = &s->pieces[i];
        float *again = studio_read(s->other, p->at, p->at + p->frames, 1 + draw(s, 600));
        int64_t where = studio_difference(again, p->sound, p->frames);
        free(again);
        HOLDS(where < 0, "frame %lld of its replay differs", (long long)(p->at + where));
    }
    return true;
}

static void draw_routine(struct session *s)
{
    static const char *const routines[] = {"upper-trapezius", "suboccipitals", "coherent-breathing"};
    static const char *const modes[] = {"standard", "gentle", "firm"};
    s->routine = routines[draw(s, 3)];
    snprintf(s->seed, sizeof s->seed, "%d", s->number);
    s->params[0] = (struct unknot_param){"seed", s->seed};
    s->params[1] = (struct unknot_param){"mode", modes[draw(s, 3)]};
    if (s->routine[0] == 'c')
        s->params[1] = (struct unknot_param){"minutes", "6"};
}

static bool play(struct session *s, int number)
{
    s->number = number;
    s->state = (uint32_t)number * 2654435761u + 1;
    s->piece_count = 0;
    draw_routine(s);
    HOLDS(unknot_load(s->u, s->routine, s->params, 2) == UNKNOT_OK, "%s", unknot_message(s->u));
    unknot_seek(s->u, (int64_t)draw(s, 240) * RATE, UNKNOT_EXACT);
    for (int i = 0; i < TURNS; i++)
        if (!listen(s) || !turn(s))
            return false;
    return listen(s) && ends(s) && replays(s);
}

/* Every `step`th from `first`. Returns how many were bad. */
static int play_from(struct studio *studio, int first, int step)
{
    static struct session s;
    int bad = 0;
    s = (struct session){.studio = studio};
    if (unknot_open(&s.u, NULL) || unknot_open(&s.other, NULL))
        return 1;
    for (int number = first; number < SESSIONS && bad < 5; number += step)
        bad += !play(&s, number);
    unknot_close(s.u);
    unknot_close(s.other);
    return bad;
}

static void a_thousand_sessions(void **state)
{
    struct studio *studio = *state;
    unknot_close(studio->u); /* it has made the cache */
    studio->u = NULL;
    fflush(NULL);
    pid_t other = fork();
    assert_true(other >= 0);
    if (other == 0)
        _exit(play_from(studio, 1, 2));
    int bad = play_from(studio, 0, 2), status = 1;
    assert_int_equal(waitpid(other, &status, 0), other);
    assert_int_equal(bad, 0);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static int set_up(void **state)
{
    static struct studio studio;
    studio_init(&studio);
    *state = &studio;
    return 0;
}

static int tear_down(void **state)
{
    studio_finish(*state);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        struct studio studio;
        studio_init(&studio);
        int bad = play_from(&studio, atoi(argv[1]), SESSIONS);
        studio_finish(&studio);
        return bad;
    }
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_thousand_sessions)};
    return cmocka_run_group_tests_name(__FILE__, tests, set_up, tear_down);
}
