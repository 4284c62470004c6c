/* text.h - strings that came from outside: made safe to show, checked, and compared with what was meant. */
#ifndef UK_TEXT_H
#define UK_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether `n` bytes are UTF-8 without NUL: no overlong forms, no surrogates, nothing over U+10FFFF. */
bool uk_text_is_utf8(const char *s, size_t n);

/* Whether it is UTF-8 in which nothing would do something to a terminal but new lines and tabs: what uk_text_tame() replaces. */
bool uk_text_is_plain(const char *s);

/* The letter at *s, which moves behind it. The text is UTF-8 and has not ended yet. */
uint32_t uk_text_letter(const char **s);

/* Replaces control characters (also U+0080 to U+009F), what turns the direction of writing or breaks a line (U+061C, U+200E and U+200F,
 * U+2028 to U+202E, U+2066 to U+2069) and broken UTF-8 by '?', in place. A newline becomes a space. */
void uk_text_tame(char *s);

/* The name in the list (ends in NULL) that is nearest to `wanted`, or NULL when none is near enough to be what was meant: at most
 * a third of its letters changed (optimal string alignment distance), else the first that begins with the same three letters ("secs" for
 * "seconds"). Owned by the list. */
const char *uk_text_nearest(const char *wanted, const char *const *names);

/* Formats into a buffer that it allocates. NULL when there is no memory. The caller frees it. */
char *uk_text_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* FNV-1a, 64 bits, continued from `hash` (start with UK_HASH_START). For keys and seeds, not for safety. */
#define UK_HASH_START 0xcbf29ce484222325ull
unsigned long long uk_text_hash(unsigned long long hash, const void *bytes, size_t n);

#endif
