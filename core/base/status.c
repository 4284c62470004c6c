#include "status.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>

int uk_fail(struct uk_message *m, int status, const char *format, ...)
{
    if (m) {
        va_list args;
        va_start(args, format);
        vsnprintf(m->text, sizeof m->text, format, args);
        va_end(args);
        uk_text_tame(m->text);
    }
    return status;
}

int uk_no_memory(struct uk_message *m)
{
    return uk_fail(m, UNKNOT_NO_MEMORY, "the machine has no memory left: close something and try again");
}

const char *unknot_status_text(int status)
{
    switch ((enum unknot_status)status) {
    case UNKNOT_OK:
        return "done";
    case UNKNOT_FAILED:
        return "failed";
    case UNKNOT_NO_MEMORY:
        return "no memory left";
    case UNKNOT_BAD_ARGUMENT:
        return "asked for something that cannot be";
    case UNKNOT_NOT_FOUND:
        return "no routine, clip, plugin or device of that name";
    case UNKNOT_BAD_SCRIPT:
        return "the routine's script has an error";
    case UNKNOT_BAD_DATA:
        return "a file is not what it should be";
    case UNKNOT_IO:
        return "reading, writing or starting a program failed";
    case UNKNOT_NO_DEVICE:
        return "no sound device";
    case UNKNOT_NO_VOICE:
        return "nothing can say the phrase";
    case UNKNOT_LIMIT:
        return "more than the limits allow";
    }
    return "unknown status";
}
