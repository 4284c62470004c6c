/* fuzz_translation: noise for what reads catalogues of translations. See README.md of the tests.
 *
 *     build/tests/fuzz_translation -max_total_time=60 tests/fuzz/seeds/translation
 */
#include "base/text.h"
#include "base/translation.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* What it says may be shown, and what it kept is found again. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct uk_translation t = {0};
    struct uk_message m = {""};
    char *text = malloc(n + 1);
    if (!text)
        return 0;
    memcpy(text, bytes, n);
    int status = uk_translation_read(&t, text, n, "a.po", &m);
    if ((status != UNKNOT_OK) != (m.text[0] != '\0') || !uk_text_is_plain(m.text))
        abort();
    for (size_t i = 0; i < t.count; i++) {
        const struct uk_translated *one = &t.list[i];
        if (!*one->source || !*one->text || !uk_text_is_plain(one->text) || strpbrk(one->text, "\n\t") ||
            strlen(one->text) > UK_TRANSLATION_LONGEST || uk_translation_find(&t, one->source) != one->text)
            abort();
    }
    uk_translation_finish(&t);
    free(text);
    return 0;
}
