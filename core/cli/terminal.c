#include "terminal.h"

#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

void uk_terminal_init(struct uk_terminal *t)
{
    const char *kind = getenv("TERM");
    pthread_mutex_init(&t->lock, NULL);
    t->live = isatty(STDERR_FILENO) && kind && strcmp(kind, "dumb") != 0;
    t->drawn = false;
}

int uk_terminal_width(int fd)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 1)
        return size.ws_col;
    return 80;
}

/* Bytes and value of the character at `s`; broken UTF-8 counts byte by byte as '?'. */
static size_t character(const char *s, unsigned *value)
{
    const unsigned char *p = (const unsigned char *)s;
    size_t n = p[0] < 0x80 ? 1 : p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : p[0] >= 0xc2 ? 2 : 0;
    unsigned v = n == 1 ? p[0] : n ? p[0] & (0x7fu >> n) : 0;
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xc0) != 0x80) {
            n = 0;
            break;
        }
        v = v << 6 | (p[i] & 0x3f);
    }
    *value = n ? v : '?';
    return n ? n : 1;
}

/* Columns that a character takes: marks that sit on others take none, East Asian and emoji take two (the blocks of Unicode TR 11). */
static int columns(unsigned c)
{
    if (c >= 0x300 && c < 0x370)
        return 0;
    bool wide = (c >= 0x1100 && c < 0x1160) || (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xac00 && c < 0xd7a4) ||
                (c >= 0xf900 && c < 0xfb00) || (c >= 0xfe30 && c < 0xfe70) || (c >= 0xff00 && c < 0xff61) ||
                (c >= 0x1f300 && c < 0x1fb00) || (c >= 0x20000 && c < 0x40000);
    return wide ? 2 : 1;
}

size_t uk_terminal_character(const char *text, char shown[5], int *width_of)
{
    unsigned c;
    size_t n = character(text, &c);
    bool control = c < 0x20 || (c >= 0x7f && c < 0xa0), broken = c == '?' && *text != '?';
    size_t keep = control || broken ? 1 : n;
    memcpy(shown, control ? " " : broken ? "?" : text, keep);
    shown[keep] = '\0';
    *width_of = control ? 1 : columns(c);
    return n;
}

void uk_terminal_line(struct uk_terminal *t, const char *text)
{
    if (!t->live)
        return;
    char line[1024];
    size_t used = 0;
    int room = uk_terminal_width(STDERR_FILENO) - 1; /* the last column would wrap on some terminals */
    line[used++] = '\r';
    while (*text && used < sizeof line - 16) {
        char shown[5];
        int taken;
        text += uk_terminal_character(text, shown, &taken);
        room -= taken;
        if (room < 0)
            break;
        memcpy(line + used, shown, strlen(shown));
        used += strlen(shown);
    }
    memcpy(line + used, "\033[K", 3);
    used += 3;
    pthread_mutex_lock(&t->lock);
    t->drawn = true;
    if (write(STDERR_FILENO, line, used) < 0)
        t->live = false;
    pthread_mutex_unlock(&t->lock);
}

void uk_terminal_clear(struct uk_terminal *t, bool wait)
{
    if (!wait && pthread_mutex_trylock(&t->lock) != 0)
        return;
    if (wait)
        pthread_mutex_lock(&t->lock);
    if (t->drawn && write(STDERR_FILENO, "\r\033[K", 4) < 0)
        t->live = false;
    t->drawn = false;
    pthread_mutex_unlock(&t->lock);
}

void uk_terminal_say(const char *format, ...)
{
    char sentence[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    fprintf(stderr, "unknot: %s\n", sentence);
}

int uk_terminal_flush(void)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout))
        return 0;
    if (errno != EPIPE)
        uk_terminal_say("cannot write to standard output: %s", errno ? strerror(errno) : "the disk may be full");
    return UK_EXIT_FAILED;
}
