/* request.h - one line of a client, {"command": ["press", "longer"], "request_id": 7}, and the line that answers it. */
#ifndef REQUEST_H
#define REQUEST_H

#include <unknot_plugin.h>

#include <stddef.h>

#define REQUEST_SENTENCE 200

/* Zeroed is none. */
struct request {
    uint32_t count;
    char *words[UNKNOT_COMMAND_WORDS]; /* numbers as text: 7, 7.5 */
    char *id;                          /* JSON; NULL: the client gave none */
};

/* Reads `n` bytes, whatever they are, in bounded time and stack. Returns 0, or -1 with the sentence in `wrong`; the id is kept
 * then, too, as far as there is one. */
int request_read(struct request *r, const char *line, size_t n, char wrong[REQUEST_SENTENCE]);

/* {"error": ..., "data": ..., "request_id": ...} and a newline, *n bytes. `data` is JSON, or "". The caller frees it. NULL: no memory. */
char *request_answer(const struct request *r, const char *error, const char *data, size_t *n);

/* A copy of `json` on one line with its newline, *n bytes. The caller frees it. NULL: no memory. */
char *request_event(const char *json, size_t *n);

void request_finish(struct request *r);

#endif
