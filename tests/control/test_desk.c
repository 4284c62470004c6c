/* A desk: its controls stay while players come and go, and its owner is asked first. */
#include "check.h"

#include "engine/desk.h"

#include <unknot.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

struct owner {
    int asked, plays;
    char words[200];
};

/* Deals with "mine", and with whatever comes when nothing plays. */
static int take(void *ctx, int plays, const char *const *words, size_t count, const char **error, const char **data)
{
    struct owner *o = ctx;
    o->asked++;
    o->plays = plays;
    o->words[0] = '\0';
    for (size_t i = 0; i < count; i++)
        snprintf(o->words + strlen(o->words), sizeof o->words - strlen(o->words), "%s ", words[i]);
    if (strcmp(words[0], "mine") != 0)
        return 0;
    *error = "success";
    *data = "{\"answer\": 42}";
    return 1;
}

struct room {
    char path[100], routine[120];
    struct unknot *u;
    struct unknot_desk *desk;
    struct unknot_player *player;
    struct owner owner;
    int client;
};

static void enter(struct room *r)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    *r = (struct room){.client = -1};
    snprintf(r->path, sizeof r->path, "/tmp/unknot-desk-%ld", (long)getpid());
    snprintf(r->routine, sizeof r->routine, "%s.lua", r->path);
    FILE *f = fopen(r->routine, "w");
    assert_non_null(f);
    fputs("return { title = 'A tone', play = function() tone { kind = 'sine', hz = 300, seconds = 60 } end }", f);
    fclose(f);
    assert_int_equal(unknot_open(&r->u, NULL), UNKNOT_OK);
    assert_int_equal(unknot_desk_open(&r->desk, NULL, take, &r->owner), UNKNOT_OK);
    assert_int_equal(unknot_desk_control(r->desk, "socket", r->path), UNKNOT_OK);
    r->client = socket(AF_UNIX, SOCK_STREAM, 0);
    snprintf(at.sun_path, sizeof at.sun_path, "%s", r->path);
    assert_int_equal(connect(r->client, (struct sockaddr *)&at, sizeof at), 0);
}

static void leave(struct room *r)
{
    unknot_player_close(r->player);
    unknot_desk_close(r->desk);
    unknot_close(r->u);
    close(r->client);
    unlink(r->routine);
    assert_int_not_equal(access(r->path, F_OK), 0);
}

static void work(struct room *r)
{
    if (r->player)
        unknot_player_work(r->player, 0.1);
    else
        unknot_desk_work(r->desk, 0.1);
}

/* Works until a line has come that has `words` in it. */
static void hear(struct room *r, const char *words)
{
    char heard[8000] = "";
    size_t n = 0;
    for (int i = 0; i < 100 && !strstr(heard, words); i++) {
        work(r);
        ssize_t k = recv(r->client, heard + n, sizeof heard - 1 - n, MSG_DONTWAIT);
        n += k > 0 ? (size_t)k : 0;
        heard[n] = '\0';
    }
    if (!strstr(heard, words))
        fail_msg("\"%s\" was not heard: %s", words, heard);
}

static void ask(struct room *r, const char *words, const char *answer)
{
    dprintf(r->client, "{\"command\": [%s]}\n", words);
    hear(r, answer);
}

static void begin(struct room *r)
{
    struct unknot_player_options options;
    unknot_player_options_init(&options);
    options.sink = "null";
    options.desk = r->desk;
    assert_int_equal(unknot_load(r->u, r->routine, NULL, 0), UNKNOT_OK);
    assert_int_equal(unknot_player_open(&r->player, r->u, &options), UNKNOT_OK);
    assert_int_equal(unknot_player_start(r->player), UNKNOT_OK);
}

static void who_is_connected_stays_while_players_come_and_go(void **state)
{
    struct room r;
    (void)state;
    enter(&r);
    ask(&r, "\"pause\"", "nothing is playing");
    for (int i = 0; i < 2; i++) {
        begin(&r);
        ask(&r, "\"pause\"", "success");
        ask(&r, "\"status\"", "paused");
        assert_true(r.owner.plays);
        unknot_player_close(r.player);
        r.player = NULL;
        ask(&r, "\"status\"", "nothing is playing");
        assert_false(r.owner.plays);
    }
    leave(&r);
}

static void the_owner_is_asked_first(void **state)
{
    struct room r;
    (void)state;
    enter(&r);
    ask(&r, "\"mine\", \"too\"", "42");
    begin(&r);
    ask(&r, "\"mine\", \"too\"", "42");
    assert_string_equal(r.owner.words, "mine too ");
    assert_int_equal(r.owner.asked, 2);
    leave(&r);
}

static void a_button_is_told_of_while_nothing_plays(void **state)
{
    struct room r;
    (void)state;
    enter(&r);
    ask(&r, "\"button\", \"down\"", "success");
    ask(&r, "\"button\", \"up\"", "success");
    for (int i = 0; i < 100 && r.owner.asked == 0; i++)
        work(&r);
    assert_string_equal(r.owner.words, "press next ");
    leave(&r);
}

static void who_watches_is_told_wherever_the_controls_are(void **state)
{
    struct room r;
    (void)state;
    enter(&r);
    ask(&r, "\"watch\"", "success");
    unknot_desk_tell(r.desk, "idle", NULL, NULL);
    hear(&r, "\"idle\"");
    begin(&r);
    unknot_desk_tell(r.desk, "begin", "title", "Silence");
    hear(&r, "\"Silence\"");
    leave(&r);
}

static void only_one_player_has_them(void **state)
{
    struct room r;
    struct unknot_player *second = NULL;
    struct unknot_player_options options;
    (void)state;
    enter(&r);
    begin(&r);
    unknot_player_options_init(&options);
    options.sink = "null";
    options.desk = r.desk;
    assert_int_equal(unknot_player_open(&second, r.u, &options), UNKNOT_BAD_ARGUMENT);
    assert_null(second);
    ask(&r, "\"pause\"", "success"); /* the first still has them */
    leave(&r);
}

static void a_sink_that_stands_still_has_no_beat(void **state)
{
    struct room r;
    struct unknot_player_options options;
    (void)state;
    enter(&r);
    begin(&r);
    for (int i = 0; i < 100 && unknot_player_beats(r.player) < 2; i++)
        work(&r);
    unknot_pause(r.u, 1); /* a pause is silence that is played */
    uint64_t before = unknot_player_beats(r.player);
    for (int i = 0; i < 100 && unknot_player_beats(r.player) < before + 20; i++)
        work(&r);
    assert_true(unknot_player_beats(r.player) >= before + 20);
    unknot_player_close(r.player);
    unknot_player_options_init(&options);
    options.sink = "null";
    options.target = "stuck";
    assert_int_equal(unknot_player_open(&r.player, r.u, &options), UNKNOT_OK);
    assert_int_equal(unknot_player_start(r.player), UNKNOT_OK);
    unknot_player_wait(r.player, 0.3);
    assert_int_equal(unknot_player_beats(r.player), 0);
    leave(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_is_connected_stays_while_players_come_and_go),
        cmocka_unit_test(the_owner_is_asked_first),
        cmocka_unit_test(a_button_is_told_of_while_nothing_plays),
        cmocka_unit_test(who_watches_is_told_wherever_the_controls_are),
        cmocka_unit_test(only_one_player_has_them),
        cmocka_unit_test(a_sink_that_stands_still_has_no_beat),
    };
    return RUN(tests);
}
