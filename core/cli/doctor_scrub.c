#include "doctor.h"

#include <ctype.h>
#include <string.h>

static bool in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Whether `name` stands at `at` as a word of its own: a user may be called "pi", and a muscle piriformis. */
static bool stands_at(const char *text, const char *at, const char *name)
{
    size_t n = strlen(name);
    return n > 0 && strncmp(at, name, n) == 0 && (at == text || !in_word(at[-1])) && !in_word(at[n]);
}

void uk_doctor_scrub(FILE *out, const char *text, const char *home, const char *user, const char *host)
{
    for (const char *at = text; *at;) {
        const char *gone = NULL, *instead = NULL;
        if (strcmp(home, "/") != 0 && stands_at(text, at, home))
            gone = home, instead = "~";
        else if (strcmp(user, "root") != 0 && stands_at(text, at, user))
            gone = user, instead = "USER";
        else if (strcmp(host, "localhost") != 0 && stands_at(text, at, host))
            gone = host, instead = "HOST";
        fputs(gone ? instead : (char[]){*at, '\0'}, out);
        at += gone ? strlen(gone) : 1;
    }
}
