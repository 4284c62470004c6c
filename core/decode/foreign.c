#include "foreign.h"

#include "inspect.h"

#include "../base/time.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int uk_foreign_find(struct uk_foreign *f, const char *name, struct uk_message *m)
{
    *f = (struct uk_foreign){.name = name};
    f->fd = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (f->fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return uk_fail(m, UNKNOT_NOT_FOUND, "there is no file '%s': look for a slip in its name", name);
    if (f->fd < 0 && errno == EACCES)
        return uk_fail(m, UNKNOT_IO, "'%s' may not be read by you: 'chmod u+r' it or ask its owner", name);
    if (f->fd < 0 || fstat(f->fd, &f->stat))
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be opened: %s", name, strerror(errno));
    if (S_ISDIR(f->stat.st_mode))
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is a folder: name a sound file in it", name);
    if (!S_ISREG(f->stat.st_mode))
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is a pipe or a device, not a file: name a sound file", name);
    return UNKNOT_OK;
}

static void stop(struct uk_foreign *f)
{
    uk_sound_file_close(f->file, NULL);
    free(f->block);
    f->file = NULL;
    f->block = NULL;
    f->decoded = 0;
}

static int open_sound(struct uk_foreign *f, struct uk_message *m)
{
    struct uk_message why = {""};
    int fd = fcntl(f->fd, F_DUPFD_CLOEXEC, 3);
    if (fd < 0 || lseek(fd, 0, SEEK_SET) != 0) {
        if (fd >= 0)
            close(fd);
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be read: %s", f->name, strerror(errno));
    }
    if (uk_sound_file_open(&f->file, fd, &why) != UNKNOT_OK)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' cannot be decoded (%s): save it again as WAV or FLAC", f->name, why.text);
    struct uk_sound_facts facts = uk_sound_file_facts(f->file);
    if (facts.rate < 4000 || facts.rate > 384000)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' claims a rate of %u Hz: save it again with 4,000 to 384,000", f->name, facts.rate);
    if (facts.channels < 1 || facts.channels > UK_MIX_MOST_CHANNELS)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' claims %d channels: save it again with at most %d", f->name, facts.channels,
                       UK_MIX_MOST_CHANNELS);
    f->rate = facts.rate;
    f->channels = facts.channels > 1 ? 2 : 1;
    uk_mix_init(&f->mix, facts.channels);
    f->block = malloc(sizeof *f->block * UK_FOREIGN_BLOCK * (size_t)facts.channels);
    return f->block ? UNKNOT_OK : uk_no_memory(m);
}

int uk_foreign_start(struct uk_foreign *f, struct uk_message *m)
{
    stop(f);
    int status = uk_inspect_file(f->fd, f->stat.st_size, f->name, m);
    if (status == UNKNOT_OK)
        status = open_sound(f, m);
    if (status != UNKNOT_OK)
        stop(f);
    return status;
}

int uk_foreign_open(struct uk_foreign *f, const char *name, struct uk_message *m)
{
    int status = uk_foreign_find(f, name, m);
    return status ? status : uk_foreign_start(f, m);
}

static int judge_end(const struct uk_foreign *f, struct uk_message *m)
{
    int64_t declared = uk_sound_file_facts(f->file).frames;
    if (f->decoded == 0)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' has no sound in it: record it again", f->name);
    if (declared >= 0 && f->decoded + f->rate / 10 < declared)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is cut or damaged: only %d %% of its sound can be read; copy or download it again",
                       f->name, (int)((double)f->decoded / (double)declared * 100));
    return UNKNOT_OK;
}

int uk_foreign_read(struct uk_foreign *f, size_t *n, struct uk_message *m)
{
    int64_t k = uk_sound_file_read(f->file, f->block, UK_FOREIGN_BLOCK);
    *n = k > 0 ? (size_t)k : 0;
    f->decoded += (int64_t)*n;
    if (f->decoded > UK_LAST_NS / UK_NS_PER_S * (int64_t)f->rate)
        return uk_fail(m, UNKNOT_LIMIT, "'%s' is longer than 30 hours: cut it", f->name);
    uk_mix_run(&f->mix, f->block, *n);
    return *n ? UNKNOT_OK : judge_end(f, m);
}

void uk_foreign_close(struct uk_foreign *f)
{
    stop(f);
    if (f->name && f->fd >= 0)
        close(f->fd);
    *f = (struct uk_foreign){0};
}
