#include "reply.h"

#include <stdio.h>
#include <string.h>

struct uk_reply uk_reply_read(const char *text)
{
    return (struct uk_reply){.rest = text};
}

bool uk_reply_next(struct uk_reply *r)
{
    if (!*r->rest)
        return false;
    size_t n = strcspn(r->rest, "\n");
    snprintf(r->line, sizeof r->line, "%.*s", (int)n, r->rest);
    r->rest += n + (r->rest[n] == '\n');
    r->count = 0;
    for (char *rest = r->line; rest && r->count < UK_REPLY_FIELDS;)
        r->fields[r->count++] = strsep(&rest, "\t");
    return true;
}

bool uk_reply_is(const struct uk_reply *r, const char *word)
{
    return strcmp(uk_reply_field(r, 0), word) == 0;
}

const char *uk_reply_field(const struct uk_reply *r, size_t index)
{
    return index < r->count ? r->fields[index] : "";
}
