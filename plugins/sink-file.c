/* sink-file.c - writes a sound file whose name says its format: wav, flac, ogg, opus, mp3.
 *
 * It writes NAME.part beside the file and renames it at finish(), so that under the name there is always a whole file or what was there
 * before. wav and flac hold the host's 16 bits exactly, and nothing that would make two renders of the same differ.
 */
#include <unknot_plugin.h>

#include <sndfile.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUFFER_BYTES = 1 << 18,
    MOST_FRAMES = 8192, /* a write; the encoders keep what they are given on the stack */
    COMMENT_BYTES = 8192,
    MOST_CUES = 100, /* in SF_CUES */
};

/* A plain WAV file cannot be larger than 4 GiB; from here on it is RF64, unless it turns out small after all. */
#define PLAIN_WAV_BYTES (INT64_C(1) << 31)
#define LARGEST_PLAIN_WAV_BYTES (INT64_C(0xffffffff) - (1 << 20))

static const struct kind {
    const char *extension;
    int format;
    uint32_t sample_format;
    const char *rates; /* frames a second that it takes, "": any */
} kinds[] = {
    {"wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, UNKNOT_S16, ""},
    {"flac", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, UNKNOT_S16, ""},
    {"ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, UNKNOT_F32, ""},
    {"opus", SF_FORMAT_OGG | SF_FORMAT_OPUS, UNKNOT_F32, "48000, 24000, 16000, 12000, 8000"},
    {"mp3", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, UNKNOT_F32, "48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000"},
};

struct sink {
    const struct unknot_host *host;
    const struct kind *kind;
    SNDFILE *file;
    int fd;
    char *path, *part;
    bool plain_wav;
    /* what libsndfile writes goes through here, so that no failure is lost */
    int64_t at, length;      /* position and size of the file as libsndfile sees them */
    int64_t buffer_at;       /* where in the file `buffer` belongs */
    size_t buffered;
    int error; /* the first errno */
    unsigned char buffer[BUFFER_BYTES];
};

static int32_t fail(const struct unknot_host *host, int32_t status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static int32_t fail(const struct unknot_host *host, int32_t status, const char *format, ...)
{
    char sentence[500];
    va_list args;
    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    host->fail(host->ctx, sentence);
    return status;
}

/* ---- what libsndfile writes to ----------------------------------------------------------------------------------- */

static void flush(struct sink *s)
{
    size_t done = 0;
    while (done < s->buffered && !s->error) {
        ssize_t n = pwrite(s->fd, s->buffer + done, s->buffered - done, s->buffer_at + (int64_t)done);
        if (n < 0 && errno != EINTR)
            s->error = errno;
        done += n > 0 ? (size_t)n : 0;
    }
    s->buffer_at += (int64_t)s->buffered;
    s->buffered = 0;
}

static sf_count_t io_length(void *self)
{
    return ((struct sink *)self)->length;
}

static sf_count_t io_seek(sf_count_t offset, int whence, void *self)
{
    struct sink *s = self;
    s->at = whence == SEEK_SET ? offset : offset + (whence == SEEK_CUR ? s->at : s->length);
    return s->at;
}

static sf_count_t io_tell(void *self)
{
    return ((struct sink *)self)->at;
}

static sf_count_t io_read(void *bytes, sf_count_t n, void *self)
{
    struct sink *s = self;
    flush(s);
    ssize_t k = pread(s->fd, bytes, (size_t)n, s->at);
    s->at += k > 0 ? k : 0;
    return k > 0 ? k : 0;
}

static sf_count_t io_write(const void *bytes, sf_count_t n, void *self)
{
    struct sink *s = self;
    const unsigned char *from = bytes;
    if (s->at != s->buffer_at + (int64_t)s->buffered) {
        flush(s);
        s->buffer_at = s->at;
    }
    for (sf_count_t left = n; left > 0;) {
        size_t room = BUFFER_BYTES - s->buffered;
        size_t k = (size_t)left < room ? (size_t)left : room;
        memcpy(s->buffer + s->buffered, from, k);
        s->buffered += k;
        from += k;
        left -= (sf_count_t)k;
        if (s->buffered == BUFFER_BYTES)
            flush(s);
    }
    s->at += n;
    if (s->at > s->length)
        s->length = s->at;
    return s->error ? 0 : n;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static const struct kind *kind_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof kinds / sizeof *kinds; i++)
        if (strcasecmp(dot + 1, kinds[i].extension) == 0)
            return &kinds[i];
    return NULL;
}

/* Asked before libsndfile is: its mp3 encoder loses memory when it refuses. */
static bool takes_rate(const struct kind *kind, uint32_t rate)
{
    const char *at = kind->rates;
    bool found = !*at;
    while (*at && !found) {
        char *end;
        found = strtoul(at, &end, 10) == rate;
        at = end + strspn(end, ", ");
    }
    return found;
}

static int32_t fail_writing(const struct sink *s, int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return fail(s->host, UNKNOT_PLUGIN_IO,
                    "there is no room left for '%s': make room on that disk or choose another folder", s->path);
    if (error == EFBIG)
        return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' has become larger than files may be there", s->path);
    return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' cannot be written: %s", s->path, strerror(error));
}

/* Opens NAME.part, empty, for us alone. One that an earlier run left behind is used again; another that is being written is not. */
static int32_t open_part(struct sink *s)
{
    struct stat there;
    if (stat(s->path, &there) == 0 && !S_ISREG(there.st_mode))
        return fail(s->host, UNKNOT_PLUGIN_BAD_TARGET, "'%s' is no file: choose another name", s->path);
    s->fd = open(s->part, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
    if (s->fd < 0 && errno == ENOENT)
        return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' cannot be written: there is no such folder", s->path);
    if (s->fd < 0)
        return fail_writing(s, errno);
    if (fstat(s->fd, &there) || !S_ISREG(there.st_mode) || there.st_nlink > 1 || flock(s->fd, LOCK_EX | LOCK_NB)) {
        close(s->fd);
        s->fd = -1;
        return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' is in use: something else is writing it now", s->part);
    }
    if (ftruncate(s->fd, 0))
        return fail_writing(s, errno);
    return 0;
}

/* ---- what is stored beside the sound ----------------------------------------------------------------------------- */

/* "0:00 Settle", one line a chapter: the one form that every format takes. */
static void put_comment(SNDFILE *file, const struct unknot_sink_about *about, uint32_t rate)
{
    char text[COMMENT_BYTES] = "";
    size_t have = 0;
    for (uint32_t i = 0; i < about->chapter_count; i++) {
        const struct unknot_sink_chapter *c = &about->chapters[i];
        int64_t s = c->at_frames / rate;
        int n = s < 3600 ? snprintf(text + have, sizeof text - have, "%s%d:%02d %s", i ? "\n" : "", (int)(s / 60), (int)(s % 60), c->title)
                         : snprintf(text + have, sizeof text - have, "%s%d:%02d:%02d %s", i ? "\n" : "", (int)(s / 3600),
                                    (int)(s / 60 % 60), (int)(s % 60), c->title);
        if (n < 0 || (size_t)n >= sizeof text - have) {
            text[have] = '\0';
            break;
        }
        have += (size_t)n;
    }
    if (have)
        sf_set_string(file, SF_STR_COMMENT, text);
}

/* Only WAV has cue points. A press may move what comes after it; the plan is what is known when the header is written. */
static void put_cues(SNDFILE *file, const struct unknot_sink_about *about)
{
    uint32_t count = about->chapter_count < MOST_CUES ? about->chapter_count : MOST_CUES;
    SF_CUES *cues = count ? calloc(1, sizeof *cues) : NULL;
    if (!cues)
        return;
    cues->cue_count = count;
    for (uint32_t i = 0; i < count; i++) {
        SF_CUE_POINT *p = &cues->cue_points[i];
        p->indx = (int32_t)i + 1;
        p->position = p->sample_offset = (uint32_t)about->chapters[i].at_frames;
        memcpy(&p->fcc_chunk, "data", 4);
    }
    sf_command(file, SFC_SET_CUE, cues, sizeof *cues);
    free(cues);
}

static void put_about(struct sink *s, const struct unknot_sink_about *about, uint32_t rate)
{
    if (about->title && *about->title)
        sf_set_string(s->file, SF_STR_TITLE, about->title);
    put_comment(s->file, about, rate);
    if (s->plain_wav)
        put_cues(s->file, about);
}

/* ---- the sink ---------------------------------------------------------------------------------------------------- */

static void sink_close(void *self)
{
    struct sink *s = self;
    if (!s)
        return;
    if (s->file)
        sf_close(s->file);
    if (s->fd >= 0) {
        unlink(s->part);
        close(s->fd);
    }
    free(s->path);
    free(s->part);
    free(s);
}

static int32_t open_file(struct sink *s, const struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    static const SF_VIRTUAL_IO io = {io_length, io_seek, io_read, io_write, io_tell};
    SF_INFO info = {.samplerate = (int)format->rate, .channels = 2, .format = s->kind->format};
    bool wav = (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_WAV;
    s->plain_wav = wav && about && about->length_frames >= 0 && about->length_frames < PLAIN_WAV_BYTES / 4;
    if (wav && !s->plain_wav)
        info.format = SF_FORMAT_RF64 | SF_FORMAT_PCM_16;
    s->file = sf_open_virtual((SF_VIRTUAL_IO *)(uintptr_t)&io, SFM_WRITE, &info, s);
    if (!s->file)
        return fail(s->host, UNKNOT_PLUGIN_BAD_TARGET, "'%s' cannot be written at %u frames a second: %s", s->path, format->rate,
                    sf_strerror(NULL));
    if (wav && !s->plain_wav)
        sf_command(s->file, SFC_RF64_AUTO_DOWNGRADE, NULL, SF_TRUE);
    sf_command(s->file, SFC_SET_CLIPPING, NULL, SF_TRUE);
    if (about)
        put_about(s, about, format->rate);
    return 0;
}

static int32_t sink_open(void **out, const struct unknot_host *host, const char *target,
                         struct unknot_sink_format *format, const struct unknot_sink_about *about)
{
    const struct kind *kind = kind_of(target);
    if (!*target)
        return fail(host, UNKNOT_PLUGIN_BAD_TARGET, "the sink 'file' needs the name of a file to write");
    if (!kind)
        return fail(host, UNKNOT_PLUGIN_BAD_TARGET,
                    "'%s' does not end in the name of a format: call it .wav, .flac, .ogg, .opus or .mp3", target);
    if (!takes_rate(kind, format->rate))
        return fail(host, UNKNOT_PLUGIN_BAD_TARGET, "'%s' cannot be written at %u frames a second: %s takes %s", target,
                    format->rate, kind->extension, kind->rates);
    struct sink *s = calloc(1, sizeof *s);
    size_t size = strlen(target) + sizeof ".part";
    if (s) {
        s->host = host;
        s->kind = kind;
        s->fd = -1;
        s->path = strdup(target);
        s->part = malloc(size);
    }
    if (!s || !s->path || !s->part) {
        sink_close(s);
        return fail(host, UNKNOT_PLUGIN_NO_MEMORY, "the machine has no memory left: close something and try again");
    }
    snprintf(s->part, size, "%s.part", target);
    int32_t status = open_part(s);
    if (!status)
        status = open_file(s, format, about);
    if (status) {
        sink_close(s);
        return status;
    }
    format->sample_format = kind->sample_format;
    *out = s;
    return 0;
}

static int32_t sink_write(void *self, const void *frames, uint32_t count)
{
    struct sink *s = self;
    sf_count_t n = count < MOST_FRAMES ? count : MOST_FRAMES;
    sf_count_t k = s->kind->sample_format == UNKNOT_S16 ? sf_writef_short(s->file, frames, n) : sf_writef_float(s->file, frames, n);
    if (s->error)
        return fail_writing(s, s->error);
    if (k != n)
        return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' cannot be written: %s", s->path, sf_strerror(s->file));
    if (s->plain_wav && s->length > LARGEST_PLAIN_WAV_BYTES)
        return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' has become too long for a WAV file: write flac", s->path);
    return (int32_t)n;
}

/* The name is on the disk only when the folder is. */
static int sync_folder(const char *path)
{
    char *folder = strdup(path);
    char *slash = folder ? strrchr(folder, '/') : NULL;
    if (slash)
        slash[slash == folder] = '\0';
    int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int status = fd < 0 ? -1 : fsync(fd);
    if (fd >= 0)
        close(fd);
    free(folder);
    return status;
}

static int32_t sink_finish(void *self)
{
    struct sink *s = self;
    int error = sf_close(s->file);
    s->file = NULL;
    flush(s);
    if (!s->error && fsync(s->fd))
        s->error = errno;
    if (s->error)
        return fail_writing(s, s->error);
    if (error)
        return fail(s->host, UNKNOT_PLUGIN_IO, "'%s' cannot be written: %s", s->path, sf_error_number(error));
    if (rename(s->part, s->path))
        return fail_writing(s, errno);
    close(s->fd);
    s->fd = -1;
    sync_folder(s->path); /* some file systems cannot; the file is whole all the same */
    return 0;
}

static const struct unknot_sink_ops ops = {
    .size = sizeof ops,
    .open = sink_open,
    .write = sink_write,
    .finish = sink_finish,
    .close = sink_close,
};

static const struct unknot_plugin plugin = {
    UNKNOT_PLUGIN_ABI, UNKNOT_SINK, "file", "writes a wav, flac, ogg, opus or mp3 file", &ops,
};

const struct unknot_plugin *unknot_plugin_get(uint32_t index)
{
    return index == 0 ? &plugin : NULL;
}
