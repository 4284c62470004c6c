/* What a card on the reader does, and which card does what. */
#include "serve.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define RESTS_MS 5000 /* a card that is read again within this time has stayed where it is */
#define WORDS_MAX 16

/* What a line may have in the place of a routine: of those that a player or a service takes, and events. */
static const char *const verbs[] = {"press", "pause", "resume", "toggle", "seek", "step", "volume", "play", "queue", "sleep", "stop", "menu", NULL};
static const char *const events[] = {"next", "again", "longer", "easier", "harder", "switch", "ready", NULL};

static bool is_in(const char *const *list, const char *word)
{
    while (*list && strcmp(*list, word) != 0)
        list++;
    return *list;
}

void uk_reader_read(struct uk_serve *s)
{
    uk_cards_read(&s->cards);
    for (size_t i = 0; i < s->cards.count && !*s->cards.trouble; i++) {
        char name[400];
        const char *text = s->cards.list[i].wish.text;
        snprintf(name, sizeof name, "%.*s", (int)strcspn(text, "\t"), text);
        if (!is_in(verbs, name) && !is_in(events, name) && !uk_serve_is_listed(s, name))
            snprintf(s->cards.trouble, sizeof s->cards.trouble, "line %d of %.300s: there is no routine '%.100s', nor a word of 'unknot ctl'",
                     s->cards.list[i].line, s->cards.path, name);
    }
    if (*s->cards.trouble)
        uk_terminal_say("%s", s->cards.trouble);
}

void uk_reader_start(struct uk_serve *s)
{
    const char *given = s->cli->options.cards, *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    char *path = s->cards.path;
    if (given)
        snprintf(path, sizeof s->cards.path, "%s%s", strchr(given, '/') ? "" : "./", given);
    else if (config && *config == '/')
        snprintf(path, sizeof s->cards.path, "%s/unknot/cards", config);
    else
        snprintf(path, sizeof s->cards.path, "%s/.config/unknot/cards", home ? home : "");
    uk_reader_read(s);
}

/* ---- which card does what ---- */

static const char *check_words(struct uk_serve *s, const char *const *words, size_t count)
{
    struct uk_wish wish;
    for (size_t i = 0; i < count; i++)
        if (strchr(words[i], '"'))
            return "a card takes no quotation marks";
    if (!is_in(verbs, words[0]) && !is_in(events, words[0]))
        return uk_serve_read_wish(s, words, count, &wish);
    return uk_wish_init(&wish, words, count) ? NULL : "these words are too long, or no plain text";
}

static const char *set_card(struct uk_serve *s, const char *code, const char *const *words, size_t count)
{
    bool off = count == 1 && strcmp(words[0], "off") == 0;
    const char *error = off ? NULL : check_words(s, words, count);
    if (error)
        return error;
    if (off && !uk_cards_find(&s->cards, code))
        return "this card begins nothing as it is";
    int failed = uk_cards_write(&s->cards, code, words, off ? 0 : count);
    uk_reader_read(s);
    if (failed == EFBIG)
        return "there is no room for it: there may be 500 cards, and lines of 600 letters";
    if (failed) {
        snprintf(s->error, sizeof s->error, "%.400s cannot be written: %s", s->cards.path, *s->cards.trouble ? "it cannot be read" : strerror(failed));
        return s->error;
    }
    s->card[0] = '\0';
    return NULL;
}

/* ---- a card on the reader ---- */

static void not_known(struct uk_serve *s, const char *code)
{
    snprintf(s->card, sizeof s->card, "the card %s is not known: 'unknot ctl card %s ROUTINE', or the line '%s = ROUTINE' in %.200s", code, code, code,
             s->cards.path);
    uk_terminal_say("%s", s->card);
    unknot_desk_tell(s->desk, "card", "code", code);
    if (!s->player && !s->loaded)
        s->announce = "new-card";
}

/* As if it had come by the control itself. */
static const char *say_words(struct uk_serve *s, int plays, const char *const *words, size_t count)
{
    const char *error = "", *data;
    if (uk_serve_take(s, plays, words, count, &error, &data))
        return strcmp(error, "success") == 0 ? NULL : error;
    if (!s->player)
        return "nothing is playing";
    return unknot_player_command(s->player, words, count, NULL) == UNKNOT_OK ? NULL : unknot_message(s->u);
}

/* A routine, or words. The same card once more pauses what it began, and goes on with it. */
static const char *play_card(struct uk_serve *s, int plays, const struct uk_wish *wish)
{
    char text[sizeof wish->text], *rest = NULL;
    const char *words[WORDS_MAX + 1];
    size_t count = 1;
    memcpy(text, wish->text, sizeof text);
    for (char *word = strtok_r(text, "\t", &rest); word && count <= WORDS_MAX; word = strtok_r(NULL, "\t", &rest))
        words[count++] = word;
    if (is_in(verbs, words[1]))
        return say_words(s, plays, words + 1, count - 1);
    if (is_in(events, words[1])) {
        words[0] = "press";
        return say_words(s, plays, words, count);
    }
    bool same = !s->announcing && !s->choosing && strcmp(s->now.text, wish->text) == 0;
    if (s->loaded && same) /* it begins as soon as there is a device */
        return NULL;
    words[0] = plays && same ? "toggle" : "play";
    return say_words(s, plays, words, plays && same ? 1 : count);
}

const char *uk_serve_card(struct uk_serve *s, int plays, const char *const *words, size_t count)
{
    char code[UK_CODE_SIZE];
    if (count == 0 || !uk_card_code(words[0], code))
        return "card takes a code of up to 64 letters and digits, and what it begins, as card 0012345678 neck";
    if (count > 1)
        return set_card(s, code, words + 1, count - 1);
    long long now_ms = uk_serve_now_ms();
    bool rests = strcmp(code, s->card_last) == 0 && now_ms - s->card_ms < RESTS_MS;
    snprintf(s->card_last, sizeof s->card_last, "%s", code);
    s->card_ms = now_ms;
    if (rests)
        return NULL;
    const struct uk_card *card = uk_cards_find(&s->cards, code);
    if (!card) {
        not_known(s, code);
        return NULL;
    }
    s->card[0] = '\0';
    return play_card(s, plays, &card->wish);
}
