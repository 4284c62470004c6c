#include "paragraph.h"

#include "terminal.h"

#include <string.h>
#include <unistd.h>

#define WIDEST 88

static int columns(const char *text, size_t bytes)
{
    char shown[5];
    int sum = 0, width;
    for (const char *at = text; at < text + bytes; sum += width)
        at += uk_terminal_character(at, shown, &width);
    return sum;
}

int uk_paragraph_columns(const char *text)
{
    return columns(text, strlen(text));
}

void uk_paragraph(const char *first, const char *rest, const char *text)
{
    int room = uk_terminal_width(STDOUT_FILENO), at = uk_paragraph_columns(first), begin = at;
    room = room > WIDEST ? WIDEST : room;
    fputs(first, stdout);
    while (*(text += strspn(text, " "))) {
        size_t n = strcspn(text, " ");
        int wide = columns(text, n);
        if (at > begin && at + 1 + wide > room) {
            printf("\n%s", rest);
            at = begin = uk_paragraph_columns(rest);
        }
        printf("%s%.*s", at > begin ? " " : "", (int)n, text);
        at += wide + (at > begin);
        text += n;
    }
    putchar('\n');
}
