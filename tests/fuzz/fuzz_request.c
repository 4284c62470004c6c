/* fuzz_request: noise in place of what a program says to control-socket, and of what a player says to `unknot ctl`. See README.md of
 * the tests.
 *
 *     build/tests/fuzz_request -max_len=4096 -max_total_time=60 tests/fuzz/seeds/request
 */
#include "cli/json.h"
#include "../../plugins/control-socket/request.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct request r;
    char wrong[REQUEST_SENTENCE] = "", text[80];
    char *line = malloc(n + 1);
    size_t length;
    if (!line)
        return 0;
    memcpy(line, bytes, n);
    line[n] = '\0';
    if (request_read(&r, line, n, wrong) == 0) {
        if (r.count < 1 || r.count > UNKNOT_COMMAND_WORDS || *wrong)
            abort();
        char *answer = request_answer(&r, r.words[0], "", &length);
        if (!answer || answer[length - 1] != '\n' || memchr(answer, '\n', length - 1))
            abort();
        free(answer);
    } else if (!*wrong) {
        abort();
    }
    request_finish(&r);
    uk_json_find_text(line, "error", text, sizeof text);
    uk_json_find_number(line, "position");
    free(line);
    return 0;
}
