/* Tables of spreadsheets: all that they do to a CSV file, read the same. */
#include "check.h"

#include "base/csv.h"

#include <stdlib.h>
#include <string.h>

static void read_it(struct uk_csv *c, const char *text)
{
    struct uk_message m = {""};
    if (uk_csv_parse(c, text, strlen(text), "t.csv", &m))
        fail_msg("%s", m.text);
}

static void reads_what_spreadsheets_write(void **state)
{
    static const char *const tables[] = {
        "id,seconds,text\na,1.5,\"In, and \"\"out\"\".\"\nb,,Rest.\n",
        "\xef\xbb\xbfid;seconds;text\r\na;1.5;\"In, and \"\"out\"\".\"\r\nb;;Rest.\r\n",
        "ID\tSeconds\tText\na\t1.5\tIn, and \"out\".\n\n\t\t\nb\t\tRest.",
    };
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct uk_csv c;
        read_it(&c, tables[i]);
        assert_int_equal(c.rows, 3);
        assert_string_equal(uk_csv_get(&c, 1, uk_csv_column(&c, "text")), "In, and \"out\".");
        assert_string_equal(uk_csv_get(&c, 2, uk_csv_column(&c, "seconds")), "");
        assert_string_equal(uk_csv_get(&c, 2, uk_csv_column(&c, "text")), "Rest.");
        assert_string_equal(uk_csv_get(&c, 2, uk_csv_column(&c, "nothing")), "");
        assert_string_equal(uk_csv_get(&c, 9, 0), "");
        uk_csv_finish(&c);
    }
}

static void lines_may_be_within_a_field(void **state)
{
    struct uk_csv c;
    (void)state;
    read_it(&c, "id,text\na,\"one\ntwo\"\n");
    assert_string_equal(uk_csv_get(&c, 1, 1), "one\ntwo");
    uk_csv_finish(&c);
    read_it(&c, "id,text\na");
    assert_int_equal(c.rows, 2);
    assert_string_equal(uk_csv_get(&c, 1, 1), "");
    uk_csv_finish(&c);
    read_it(&c, "");
    assert_int_equal(c.rows, 0);
    assert_int_equal(uk_csv_column(&c, "id"), -1);
    uk_csv_finish(&c);
}

static void refuses_what_is_no_table(void **state)
{
    struct uk_csv c;
    struct uk_message m = {""};
    (void)state;
    assert_int_equal(uk_csv_parse(&c, "id\n\"a", 5, "t.csv", &m), UNKNOT_BAD_DATA);
    assert_string_equal(m.text, "'t.csv' is damaged: a quotation mark is opened in row 2 and never closed");
    uk_csv_finish(&c);
    assert_int_equal(uk_csv_parse(&c, "id\n\xff\xfe", 5, "t.csv", &m), UNKNOT_BAD_DATA);
    assert_non_null(strstr(m.text, "UTF-8"));
    uk_csv_finish(&c);
}

static void what_is_written_is_read_again(void **state)
{
    static const char *const fields[] = {"plain", "a, b", "\"", "", "two\nlines", ";"};
    char *text = NULL;
    size_t n;
    struct uk_csv c;
    (void)state;
    FILE *out = open_memstream(&text, &n);
    for (int i = 0; i < 6; i++)
        uk_csv_put(out, fields[i], i < 5 ? ',' : '\n');
    fclose(out);
    read_it(&c, text);
    for (int i = 0; i < 6; i++)
        assert_string_equal(uk_csv_get(&c, 0, i), fields[i]);
    uk_csv_finish(&c);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_spreadsheets_write),
        cmocka_unit_test(lines_may_be_within_a_field),
        cmocka_unit_test(refuses_what_is_no_table),
        cmocka_unit_test(what_is_written_is_read_again),
    };
    return RUN(tests);
}
