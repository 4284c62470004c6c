#include "voice_pack.h"

#include "inspect.h"
#include "mix.h"
#include "resample.h"

#include "../base/path.h"
#include "../base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST_LINES (16u << 20)
#define BLOCK_FRAMES 4096

struct uk_voice_pack {
    char *folder;
    const char *id;
    bool read;
    struct uk_voice_lines lines;
};

int uk_voice_pack_create(struct uk_voice_pack **out, const char *folder, struct uk_message *m)
{
    struct uk_voice_pack *p = calloc(1, sizeof *p);
    char *copy = strdup(folder);
    *out = NULL;
    if (!p || !copy) {
        free(p);
        free(copy);
        return uk_no_memory(m);
    }
    p->folder = copy;
    p->id = uk_path_name(copy);
    *out = p;
    return UNKNOT_OK;
}

const char *uk_voice_pack_id(const struct uk_voice_pack *p)
{
    return p->id;
}

bool uk_voice_pack_speaks(const struct uk_voice_pack *p, const char *language)
{
    size_t n = strcspn(language, "-");
    return n > 0 && strncmp(p->id, language, n) == 0 && p->id[n] == '-';
}

uint32_t uk_voice_pack_rate(const struct uk_voice_pack *p)
{
    return p->lines.rate;
}

void uk_voice_pack_read(struct uk_voice_pack *p)
{
    if (p->read)
        return;
    char *path = uk_path_join(p->folder, "lines.tsv"), *text = NULL;
    size_t n;
    p->read = true;
    int status = path ? uk_path_read(path, LARGEST_LINES, &text, &n, NULL) : UNKNOT_NO_MEMORY;
    if (!status)
        status = uk_voice_lines_parse(&p->lines, text, n, path, NULL);
    if (status)
        uk_voice_lines_finish(&p->lines);
    free(text);
    free(path);
}

const struct uk_voice_line *uk_voice_pack_find(struct uk_voice_pack *p, const char *text)
{
    uk_voice_pack_read(p);
    const struct uk_voice_line *line = uk_voice_lines_find(&p->lines, text);
    char *path = line ? uk_path_join(p->folder, line->file) : NULL;
    bool there = path && uk_path_is_file(path);
    free(path);
    return there ? line : NULL;
}

static int open_sound(const struct uk_voice_pack *p, const struct uk_voice_line *line, const char *path, struct uk_sound_file **out,
                      struct uk_message *m)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 || fstat(fd, &st) || !S_ISREG(st.st_mode)) {
        int error = fd < 0 ? errno : EINVAL;
        if (fd >= 0)
            close(fd);
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be read: %s", path, strerror(error));
    }
    int status = uk_inspect_file(fd, st.st_size, path, m);
    if (status) {
        close(fd);
        return status;
    }
    status = uk_sound_file_open(out, fd, m);
    if (status)
        return status;
    struct uk_sound_facts f = uk_sound_file_facts(*out);
    if (f.channels == 1 && f.rate == p->lines.rate && f.frames == line->frames)
        return UNKNOT_OK;
    uk_sound_file_close(*out, NULL);
    *out = NULL;
    return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is not what its voice pack says it is: make the pack again", path);
}

int uk_voice_pack_open(const struct uk_voice_pack *p, const struct uk_voice_line *line, struct uk_sound_file **out, struct uk_message *m)
{
    char *path = uk_path_join(p->folder, line->file);
    *out = NULL;
    int status = path ? open_sound(p, line, path, out, m) : uk_no_memory(m);
    free(path);
    return status;
}

void uk_voice_pack_read_sound(struct uk_sound_file *s, int16_t *pcm, int64_t frames)
{
    float block[BLOCK_FRAMES];
    struct uk_mix mix;
    int64_t n = 0, got = 1;
    uk_mix_init(&mix, 1);
    for (; n < frames && got > 0; n += got) {
        got = uk_sound_file_read(s, block, frames - n < BLOCK_FRAMES ? frames - n : BLOCK_FRAMES);
        got = got > 0 ? got : 0;
        uk_mix_run(&mix, block, (size_t)got);
        uk_to_s16(pcm + n, block, (size_t)got);
    }
    memset(pcm + n, 0, (size_t)(frames - n) * sizeof *pcm);
}

void uk_voice_pack_destroy(struct uk_voice_pack *p)
{
    if (!p)
        return;
    uk_voice_lines_finish(&p->lines);
    free(p->folder);
    free(p);
}
