#include "check.h"

#include "cli/serve_cards.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void start(struct uk_cards *c)
{
    char folder[] = "/tmp/unknot-cards-XXXXXX";
    assert_non_null(mkdtemp(folder));
    *c = (struct uk_cards){.count = 0};
    snprintf(c->path, sizeof c->path, "%s/new/cards", folder);
}

static void put(const struct uk_cards *c, const char *text)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(c->path, '/') - c->path), c->path);
    mkdir(folder, 0700);
    FILE *f = fopen(c->path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static const char *words_of(const struct uk_cards *c, const char *code)
{
    static char text[400];
    const struct uk_card *card = uk_cards_find(c, code);
    return card ? uk_wish_text(&card->wish, text) : "";
}

static void end(struct uk_cards *c)
{
    unlink(c->path);
    rmdir(c->path);
    for (int i = 0; i < 2; i++) {
        *strrchr(c->path, '/') = '\0';
        rmdir(c->path);
    }
    uk_cards_finish(c);
}

static void a_code_is_letters_and_digits(void **state)
{
    char code[UK_CODE_SIZE], longest[66];
    (void)state;
    assert_true(uk_card_code("04A1-b.9", code));
    assert_string_equal(code, "04a1-b.9");
    memset(longest, '7', 65);
    longest[65] = '\0';
    assert_false(uk_card_code(longest, code));
    assert_true(uk_card_code(longest + 1, code));
    assert_false(uk_card_code("", code));
    assert_false(uk_card_code("a b", code));
    assert_false(uk_card_code("a/b", code));
    assert_false(uk_card_code("\303\244", code));
}

static void lines_are_read(void **state)
{
    struct uk_cards c;
    (void)state;
    start(&c);
    uk_cards_read(&c); /* none yet */
    assert_string_equal(c.trouble, "");
    put(&c, "# mine\r\n\n  0012 = neck --minutes 6 --side left # the blue one\nAB=stop\r\n"
            "7 =\t mine --set mood=\"very calm\" --mode gentle minutes=3\n8 = pack/neck --minutes=4");
    uk_cards_read(&c);
    assert_string_equal(c.trouble, "");
    assert_int_equal(c.count, 4);
    assert_string_equal(words_of(&c, "0012"), "neck minutes=6 side=left");
    assert_string_equal(words_of(&c, "ab"), "stop");
    assert_string_equal(words_of(&c, "7"), "mine mood=very calm mode=gentle minutes=3");
    assert_string_equal(words_of(&c, "8"), "pack/neck minutes=4");
    assert_null(uk_cards_find(&c, "12"));
    end(&c);
}

static void a_line_that_makes_no_sense_is_named_and_the_rest_counts(void **state)
{
    static const char *const wrong[] = {"nonsense", "= neck", "1 =", "1 neck", "a b = neck", "1 = neck --minutes", "1 = neck --loud 3", "5 = again", "\x1b = neck",
                                        "1 = neck\x1b[2J"};
    struct uk_cards c;
    char text[2000];
    (void)state;
    start(&c);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(text, sizeof text, "5 = neck\n%s\n6 = stop\nworse\n", wrong[i]);
        put(&c, text);
        uk_cards_read(&c);
        assert_non_null(strstr(c.trouble, "line 2 of "));
        assert_string_equal(words_of(&c, "5"), "neck");
        assert_string_equal(words_of(&c, "6"), "stop");
        assert_int_equal(c.count, 2);
    }
    memset(text, 'x', 1500);
    memcpy(text, "1 = ", 4);
    strcpy(text + 1500, "\n6 = stop");
    put(&c, text);
    uk_cards_read(&c);
    assert_non_null(strstr(c.trouble, "line 1 of "));
    assert_int_equal(c.count, 1);
    end(&c);
}

static void what_is_no_file_of_cards(void **state)
{
    struct uk_cards c;
    const char *const neck = "neck";
    (void)state;
    start(&c);
    put(&c, "");
    unlink(c.path);
    assert_int_equal(mkdir(c.path, 0700), 0);
    uk_cards_read(&c);
    assert_non_null(strstr(c.trouble, "it is a folder"));
    assert_int_not_equal(uk_cards_write(&c, "1", &neck, 1), 0);
    rmdir(c.path);
    put(&c, "1 = neck\n");
    assert_int_equal(truncate(c.path, 10 << 20), 0);
    uk_cards_read(&c);
    assert_non_null(strstr(c.trouble, "more than 1 MiB"));
    assert_int_equal(c.count, 0);
    assert_int_not_equal(uk_cards_write(&c, "1", &neck, 1), 0);
    unlink(c.path);
    assert_int_equal(mkfifo(c.path, 0600), 0);
    uk_cards_read(&c); /* does not wait for who writes */
    assert_non_null(strstr(c.trouble, "it is no file"));
    end(&c);
}

static void a_line_is_written_in_its_place(void **state)
{
    static const char *const words[] = {"neck", "minutes=6", "mood=very calm", "side=left"}, *const stop = "stop";
    struct uk_cards c;
    char all[600] = "", line[600];
    (void)state;
    start(&c);
    uk_cards_read(&c);
    assert_int_equal(uk_cards_write(&c, "ab", &stop, 1), 0); /* the folder is made */
    put(&c, "# mine\nAB = thumb\n\nnonsense\n7 = calm");
    uk_cards_read(&c);
    assert_int_equal(uk_cards_write(&c, "ab", words, 4), 0);
    assert_int_equal(uk_cards_write(&c, "9", &stop, 1), 0);
    assert_int_equal(uk_cards_write(&c, "7", NULL, 0), 0);
    FILE *f = fopen(c.path, "r");
    assert_non_null(f);
    all[fread(all, 1, sizeof all - 1, f)] = '\0';
    fclose(f);
    assert_string_equal(all, "# mine\nab = neck --minutes 6 --set \"mood=very calm\" --side left\n\nnonsense\n9 = stop\n");
    uk_cards_read(&c);
    assert_string_equal(words_of(&c, "ab"), "neck minutes=6 mood=very calm side=left"); /* reads back the same */
    assert_string_equal(uk_card_line(line, "1", &stop, 1), "1 = stop");
    end(&c);
}

static void there_is_an_end_to_them(void **state)
{
    struct uk_cards c;
    const char *const stop = "stop";
    (void)state;
    start(&c);
    put(&c, "");
    FILE *f = fopen(c.path, "w");
    assert_non_null(f);
    for (int i = 0; i < UK_CARDS_MAX + 5; i++)
        fprintf(f, "%d = stop\n", i);
    fclose(f);
    uk_cards_read(&c);
    assert_int_equal(c.count, UK_CARDS_MAX);
    assert_non_null(strstr(c.trouble, "line 501 of "));
    assert_int_equal(uk_cards_write(&c, "new", &stop, 1), EFBIG);
    assert_int_equal(uk_cards_write(&c, "5", &stop, 1), 0);
    end(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_letters_and_digits),
        cmocka_unit_test(lines_are_read),
        cmocka_unit_test(a_line_that_makes_no_sense_is_named_and_the_rest_counts),
        cmocka_unit_test(what_is_no_file_of_cards),
        cmocka_unit_test(a_line_is_written_in_its_place),
        cmocka_unit_test(there_is_an_end_to_them),
    };
    return RUN(tests);
}
