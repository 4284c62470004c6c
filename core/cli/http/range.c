#include "range.h"

#include <string.h>
#include <strings.h>

/* Digits; what is larger than any file counts as just that. False: there are none. */
static bool number(const char **at, int64_t *out)
{
    const char *first = *at;
    *out = 0;
    for (; **at >= '0' && **at <= '9'; (*at)++)
        *out = *out > INT64_MAX / 10 - 1 ? INT64_MAX / 10 : *out * 10 + (**at - '0');
    return *at > first;
}

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* "-500": the last of them. */
static enum uk_range read_end(const char *at, int64_t size, int64_t *from, int64_t *count)
{
    int64_t wanted;
    if (!number(&at, &wanted) || *skip_blanks(at))
        return UK_RANGE_WHOLE;
    *count = wanted < size ? wanted : size;
    *from = size - *count;
    return *count > 0 ? UK_RANGE_PART : UK_RANGE_BEYOND;
}

enum uk_range uk_range_read(const char *field, int64_t size, int64_t *from, int64_t *count)
{
    int64_t last = INT64_MAX;
    *from = 0;
    *count = size;
    if (!field || strncasecmp(field, "bytes=", 6) != 0 || strchr(field, ','))
        return UK_RANGE_WHOLE;
    const char *at = skip_blanks(field + 6);
    if (*at == '-')
        return read_end(at + 1, size, from, count);
    int64_t first;
    bool good = number(&at, &first) && *at++ == '-';
    if (good && *skip_blanks(at))
        good = number(&at, &last) && last >= first && !*skip_blanks(at);
    if (!good)
        return UK_RANGE_WHOLE;
    if (first >= size)
        return UK_RANGE_BEYOND;
    *from = first;
    *count = (last < size ? last + 1 : size) - first;
    return UK_RANGE_PART;
}

bool uk_range_has_tag(const char *field, const char *tag)
{
    size_t n = strlen(tag);
    if (!field)
        return false;
    for (const char *at = field + strspn(field, " \t,"); *at; at += strspn(at, " \t,")) {
        if (*at == '*' || strncmp(at += strncmp(at, "W/", 2) == 0 ? 2 : 0, tag, n) == 0)
            return true;
        at += strcspn(at, ",");
    }
    return false;
}

bool uk_range_still(const char *field, const char *tag)
{
    return !field || strcmp(skip_blanks(field), tag) == 0;
}
