#include "voice_pack.h"

#include "inspect.h"
#include "mix.h"
#include "resample.h"
#include "sound_file.h"

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

/* Reads as many frames as there are, `frames` at most. */
static int64_t read_mono(struct uk_sound_file *s, int16_t *pcm, int64_t frames)
{
    float block[BLOCK_FRAMES];
    struct uk_mix mix;
    int64_t n = 0, got = 1;
    uk_mix_init(&mix, 1);
    while (n < frames && got > 0) {
        got = uk_sound_file_read(s, block, frames - n < BLOCK_FRAMES ? frames - n : BLOCK_FRAMES);
        got = got > 0 ? got : 0;
        uk_mix_run(&mix, block, (size_t)got);
        uk_to_s16(pcm + n, block, (size_t)got);
        n += got;
    }
    return n;
}

static int read_file(const struct uk_voice_pack *p, const struct uk_voice_line *line, const char *path, int16_t *pcm, struct uk_message *m)
{
    struct uk_sound_file *s = NULL;
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
    status = uk_sound_file_open(&s, fd, m);
    if (status)
        return status;
    struct uk_sound_facts f = uk_sound_file_facts(s);
    bool good = f.channels == 1 && f.rate == p->lines.rate && read_mono(s, pcm, line->frames) == line->frames;
    uk_sound_file_close(s, NULL);
    return good ? UNKNOT_OK : uk_fail(m, UNKNOT_BAD_DATA, "'%s' is not what its voice pack says it is: make the pack again", path);
}

int uk_voice_pack_load(const struct uk_voice_pack *p, const struct uk_voice_line *line, int16_t **pcm, struct uk_message *m)
{
    char *path = uk_path_join(p->folder, line->file);
    *pcm = malloc((size_t)line->frames * sizeof **pcm);
    int status = path && *pcm ? read_file(p, line, path, *pcm, m) : uk_no_memory(m);
    if (status) {
        free(*pcm);
        *pcm = NULL;
    }
    free(path);
    return status;
}

void uk_voice_pack_destroy(struct uk_voice_pack *p)
{
    if (!p)
        return;
    uk_voice_lines_finish(&p->lines);
    free(p->folder);
    free(p);
}
