#include "fold.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Latin letters of U+00C0 to U+017F without their marks. */
static const char *const unmarked[] = {
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I", "D", "N", "O", "O", "O", "O", "O", " ", "O", "U",
    "U", "U", "U", "Y", "Th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o",
    "o", "o", "o", " ", "o", "u", "u", "u", "u", "y", "th", "y", "A", "a", "A", "a", "A", "a", "C", "c", "C", "c", "C", "c", "C", "c",
    "D", "d", "D", "d", "E", "e", "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g", "G", "g", "G", "g", "H", "h", "H", "h",
    "I", "i", "I", "i", "I", "i", "I", "i", "I", "i", "IJ", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L", "l", "L",
    "l", "N", "n", "N", "n", "N", "n", "n", "N", "n", "O", "o", "O", "o", "O", "o", "OE", "oe", "R", "r", "R", "r", "R", "r", "S", "s",
    "S", "s", "S", "s", "S", "s", "T", "t", "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u", "U", "u", "U", "u", "W", "w",
    "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s",
};

char *fold_to_ascii(const char *text, int *letters)
{
    char *plain = malloc(strlen(text) * 2 + 1), *out = plain;
    *letters = 0;
    for (const unsigned char *p = (const unsigned char *)text; plain && *p;) {
        if (p[0] >= 0xc3 && p[0] <= 0xc5 && (p[1] & 0xc0) == 0x80) {
            const char *as = unmarked[((p[0] & 0x1f) << 6 | (p[1] & 0x3f)) - 0xc0];
            *letters += as[0] != ' ';
            while (*as)
                *out++ = *as++;
            p += 2;
        } else if (p[0] < 0x80) {
            *letters += isalnum(p[0]) != 0;
            *out++ = (char)*p++;
        } else {
            p++;
        }
    }
    if (plain)
        *out = '\0';
    return plain;
}
