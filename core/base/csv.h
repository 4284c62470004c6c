/* csv.h - tables as spreadsheets write them: RFC 4180, also with semicolons or tabs between the fields, and with a mark at the beginning.
 *
 *     struct uk_csv c;
 *     if (uk_csv_parse(&c, text, n, "script.csv", m) == UNKNOT_OK)
 *         for (size_t row = 1; row < c.rows; row++)
 *             take(uk_csv_get(&c, row, uk_csv_column(&c, "id")));
 *     uk_csv_finish(&c);
 */
#ifndef UK_CSV_H
#define UK_CSV_H

#include "arena.h"
#include "status.h"

#include <stddef.h>
#include <stdio.h>

struct uk_csv {
    struct uk_arena arena;
    const char **fields; /* of all rows */
    size_t *starts;      /* of each row among them, and one more */
    size_t rows, count, room, rows_room;
};

/* Rows without any text are left out. UNKNOT_BAD_DATA: the sentence names `name` and says what to do. The caller finishes *c in any case. */
int uk_csv_parse(struct uk_csv *c, const char *text, size_t n, const char *name, struct uk_message *m);

/* The column whose field in the first row is `title`, in whatever case; -1: none. */
int uk_csv_column(const struct uk_csv *c, const char *title);

/* A field; "" where there is none, also for column -1. Owned by *c. */
const char *uk_csv_get(const struct uk_csv *c, size_t row, int column);

/* Writes a field, in quotes where it must be, and what stands behind it: ',' or '\n'. */
void uk_csv_put(FILE *out, const char *field, char behind);

void uk_csv_finish(struct uk_csv *c); /* accepts a zeroed one */

#endif
