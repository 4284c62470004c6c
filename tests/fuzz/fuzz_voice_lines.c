/* fuzz_voice_lines: noise for what reads the lines of a voice pack. See README.md of the tests.
 *
 *     build/tests/fuzz_voice_lines -max_total_time=60 tests/fuzz/seeds/voice_lines
 */
#include "base/text.h"
#include "score/voice_lines.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* What it says may be shown, what it kept is found again, no file leads elsewhere, and what is written is read again. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct uk_voice_lines l = {0}, again = {0};
    struct uk_message m = {""};
    char *text = malloc(n ? n : 1);
    if (!text)
        return 0;
    memcpy(text, bytes, n);
    int status = uk_voice_lines_parse(&l, text, n, "lines.tsv", &m);
    if ((status != UNKNOT_OK) != (m.text[0] != '\0') || !uk_text_is_plain(m.text))
        abort();
    for (size_t i = 0; i < l.count; i++) {
        const struct uk_voice_line *line = &l.lines[i];
        if (uk_voice_lines_find(&l, line->text) != line || line->frames < 1 || strchr(line->file, '/') || line->file[0] == '.' ||
            !uk_text_is_plain(line->text))
            abort();
    }
    char *printed = status ? NULL : uk_voice_lines_print(&l);
    if (printed && (uk_voice_lines_parse(&again, printed, strlen(printed), "again", &m) || again.count != l.count))
        abort();
    free(printed);
    free(text);
    uk_voice_lines_finish(&l);
    uk_voice_lines_finish(&again);
    return 0;
}
