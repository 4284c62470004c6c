/* list.c - the devices there are, as unknot-audio lists them. */
#include "list.h"

#include "process.h"
#include "shared.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

enum { LIST_MS = 25000, END_MS = 1000 };

/* Takes apart "NAME <tab> MARK <tab> DETAIL". */
static bool parse(char *line, struct unknot_device *out)
{
    char *mark = strchr(line, '\t');
    char *detail = mark ? strchr(mark + 1, '\t') : NULL;
    if (!detail)
        return false;
    *mark = *detail = '\0';
    out->is_default = mark[1] == '*';
    snprintf(out->name, sizeof out->name, "%s", line);
    snprintf(out->detail, sizeof out->detail, "%s", detail + 1);
    return true;
}

/* All that a process writes to `fd` until it closes it, at most size - 1 bytes. */
static bool read_all(int fd, char *out, size_t size)
{
    size_t have = 0;
    int64_t until = shared_now_ns() + LIST_MS * INT64_C(1000000);
    struct pollfd f = {.fd = fd, .events = POLLIN};
    while (have < size - 1 && shared_now_ns() < until) {
        if (poll(&f, 1, 100) <= 0)
            continue;
        ssize_t n = read(fd, out + have, size - 1 - have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            out[have] = '\0';
            return n == 0;
        }
        have += (size_t)n;
    }
    return false;
}

int32_t list_device(const struct unknot_host *host, uint32_t index, struct unknot_device *out)
{
    char text[32768], words[256];
    int ends[2];
    struct process p;
    if (pipe2(ends, O_CLOEXEC))
        return process_fail(host, UNKNOT_PLUGIN_IO, "the sound devices cannot be listed: %s", strerror(errno));
    int32_t status = process_start(&p, host, "--list", -1, ends[1]);
    close(ends[1]);
    bool whole = !status && read_all(ends[0], text, sizeof text);
    close(ends[0]);
    process_last_words(&p, words, sizeof words);
    process_end(&p, END_MS);
    if (status)
        return status;
    if (whole && strstr(words, "Assertion"))
        return process_fail(host, UNKNOT_PLUGIN_NO_DEVICE, "the sound devices cannot be listed: " PROCESS_BAD_ALSA);
    if (!whole)
        return process_fail(host, UNKNOT_PLUGIN_NO_DEVICE, "the sound system does not answer: is its sound server stuck?");
    for (char *rest = text, *line; (line = strsep(&rest, "\n")) && *line;)
        if (index-- == 0)
            return parse(line, out);
    return 0;
}
