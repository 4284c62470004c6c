#include "help.h"

#include "engine.h"
#include "paragraph.h"
#include "reply.h"

#include <stdlib.h>
#include <string.h>

#define NAMES 18 /* columns of the names of topics */

void uk_help_init(struct uk_topics *t)
{
    *t = (struct uk_topics){0};
    if (unknot_open(&t->u, NULL) != UNKNOT_OK || unknot_ask(t->u, "help", NULL, 0, &t->text) != UNKNOT_OK)
        t->text = "";
    struct uk_reply r = uk_reply_read(t->text);
    while (uk_reply_next(&r) && t->count < UK_TOPICS_MAX)
        if (uk_reply_is(&r, "topic") && (t->names[t->count] = strdup(uk_reply_field(&r, 1))))
            t->count++;
}

void uk_help_finish(struct uk_topics *t)
{
    for (size_t i = 0; i < t->count; i++)
        free(t->names[i]);
    unknot_close(t->u);
    *t = (struct uk_topics){0};
}

void uk_help_list(const struct uk_topics *t)
{
    char names[UK_TOPICS_MAX * 24] = "";
    size_t at = 0;
    for (size_t i = 0; i < t->count && at < sizeof names; i++)
        at += (size_t)snprintf(names + at, sizeof names - at, "%s%s", i ? ", " : "", t->names[i]);
    if (t->count == 0)
        return;
    puts("\ntopics, for unknot help TOPIC:");
    uk_paragraph("  ", "  ", names);
}

void uk_help_titles(const struct uk_topics *t)
{
    struct uk_reply r = uk_reply_read(t->text);
    while (uk_reply_next(&r))
        if (uk_reply_is(&r, "topic"))
            printf("%-*s %s\n", NAMES, uk_reply_field(&r, 1), uk_reply_field(&r, 2));
}

/* An item of a list stands close to the one before, all else apart. */
static void print_line(const struct uk_reply *r, bool item_before, bool head_before)
{
    bool item = uk_reply_is(r, "item");
    if (!uk_reply_is(r, "title") && !(item && item_before) && !head_before)
        putchar('\n');
    uk_paragraph(item ? "- " : "", item ? "  " : "", uk_reply_field(r, 1));
}

int uk_help_page(struct uk_topics *t, const char *topic, const char *part)
{
    const struct unknot_param params[] = {{"topic", topic}, {"part", part}};
    const char *text;
    int status = unknot_ask(t->u, "help", params, part ? 2 : 1, &text);
    if (status)
        return uk_engine_failed(t->u, UNKNOT_BAD_ARGUMENT);
    struct uk_reply r = uk_reply_read(text);
    bool item = false, head = false;
    while (uk_reply_next(&r)) {
        print_line(&r, item, head);
        item = uk_reply_is(&r, "item");
        head = uk_reply_is(&r, "head");
    }
    return UK_EXIT_DONE;
}
