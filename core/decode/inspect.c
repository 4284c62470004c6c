#include "inspect.h"

#include "../base/text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define HEAD_BYTES 65536
#define MOST_PARTS 100000

struct mark {
    int at;
    const char *bytes;
    int n;
    const char *what; /* NULL: a sound we read */
};

#define READ NULL
#define MARK(at, bytes, what) {at, bytes, sizeof bytes - 1, what}

static const struct mark marks[] = {
    MARK(0, "fLaC", READ),
    MARK(0, "OggS", READ),
    MARK(0, "ID3", READ),
    MARK(0, "caff", READ),
    MARK(0, ".snd", READ),
    MARK(0, "dns.", READ),
    MARK(0, "riff\x2e\x91\xcf\x11", READ),
    MARK(8, "AIFF", READ),
    MARK(8, "AIFC", READ),
    MARK(8, "WAVE", READ),
    MARK(0, "version https://git-lfs", "a git-lfs pointer, not the sound itself: run 'git lfs pull'"),
    MARK(0, "\x89PNG", "a picture (PNG): name a sound file"),
    MARK(0, "\xff\xd8\xff", "a picture (JPEG): name a sound file"),
    MARK(0, "GIF8", "a picture (GIF): name a sound file"),
    MARK(8, "WEBP", "a picture (WebP): name a sound file"),
    MARK(8, "AVI ", "a film (AVI): take its sound out and save it as WAV or FLAC"),
    MARK(4, "ftyp", "an MP4 or M4A file: save it as WAV, FLAC or Ogg"),
    MARK(0, "\x1a\x45\xdf\xa3", "a Matroska or WebM file: save it as WAV, FLAC or Ogg"),
    MARK(0, "%PDF", "a PDF: name a sound file"),
    MARK(0, "PK\x03\x04", "a zip archive: unpack it first"),
    MARK(0, "\x1f\x8b", "packed with gzip: unpack it first"),
    MARK(0, "MThd", "a MIDI file, notes without sound: render it to WAV first"),
    MARK(0, "\x7f" "ELF", "a program: name a sound file"),
};

static const char *web_pages[] = {"<!doctype html", "<html", "<head", "<?xml", "<svg"};

static bool all_zero(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i])
            return false;
    return true;
}

static bool is_mpeg(const unsigned char *p, size_t n)
{
    /* sync, a version, a layer and a bit rate that exist (ISO 11172-3) */
    return n >= 4 && p[0] == 0xff && (p[1] & 0xe0) == 0xe0 && (p[1] & 0x18) != 0x08 && (p[1] & 0x06) != 0 && (p[2] & 0xf0) != 0xf0;
}

static bool is_text(const unsigned char *p, size_t n)
{
    size_t whole = n;
    while (whole > 0 && n - whole < 4 && !uk_text_is_utf8((const char *)p, whole))
        whole--;
    if (!uk_text_is_utf8((const char *)p, whole))
        return false;
    for (size_t i = 0; i < whole; i++)
        if (p[i] < 0x20 && !isspace(p[i]))
            return false;
    return true;
}

/* What it is instead of a sound; NULL: a sound we read. */
static const char *foreign(const unsigned char *p, size_t n)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (n >= (size_t)(marks[i].at + marks[i].n) && memcmp(p + marks[i].at, marks[i].bytes, (size_t)marks[i].n) == 0)
            return marks[i].what;
    if (is_mpeg(p, n))
        return NULL;
    if (all_zero(p, n))
        return "a file of zeros, which was never written whole: copy or download it again";
    size_t k = 0;
    while (k < n && isspace(p[k]))
        k++;
    for (size_t i = 0; i < sizeof web_pages / sizeof *web_pages; i++)
        if (n - k >= strlen(web_pages[i]) && strncasecmp((const char *)p + k, web_pages[i], strlen(web_pages[i])) == 0)
            return "a web page, not the sound: download the file itself";
    if (is_text(p, n))
        return "a text, not a sound: name a sound file";
    return "of a kind that unknot does not read: save it as WAV, FLAC, Ogg, Opus, MP3 or AIFF";
}

static uint32_t number(const unsigned char *p, bool big)
{
    return big ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
               : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

static int damaged(const char *name, const unsigned char *part, struct uk_message *m)
{
    char id[5] = {0};
    for (int i = 0; i < 4; i++)
        id[i] = isprint(part[i]) ? (char)part[i] : '?';
    return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is damaged: its part '%s' claims more than the file has; save it again", name, id);
}

/* Some programs count their own header in; that is not a cut. */
static bool misses_much(int64_t have, int64_t declared)
{
    return declared - have > 16384 || declared - have > declared / 20;
}

static int is_cut(const char *name, int64_t have, int64_t declared, struct uk_message *m)
{
    return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is cut: only %d %% of its sound is there; copy or download it again", name,
                   (int)(have * 100 / declared));
}

static int has_nothing(const char *name, struct uk_message *m)
{
    return uk_fail(m, UNKNOT_BAD_DATA, "'%s' has no sound in it (did the recorder lose power?): repair or record it again", name);
}

/* The items of a LIST. libsndfile 1.2.0 never comes back from one that claims a size near 2^32. */
static int walk_list(int fd, int64_t at, int64_t end, bool big, const char *name, struct uk_message *m)
{
    unsigned char part[8];
    for (int i = 0; at + 8 <= end && i < MOST_PARTS; i++) {
        if (pread(fd, part, 8, at) != 8)
            break;
        uint32_t n = number(part + 4, big);
        if (n > end - at)
            return damaged(name, part, m);
        at += 8 + (int64_t)n + (n & 1);
    }
    return UNKNOT_OK;
}

static int walk_riff(int fd, int64_t size, const unsigned char *head, const char *name, struct uk_message *m)
{
    bool big = memcmp(head, "RIFX", 4) == 0;
    unsigned char part[8];
    bool behind_data = false;
    int64_t at = 12;
    for (int i = 0; at + 8 <= size; i++) {
        if (i == MOST_PARTS)
            return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is damaged: it has more than %d parts; save it again", name, MOST_PARTS);
        if (pread(fd, part, 8, at) != 8)
            break;
        uint32_t n = number(part + 4, big);
        int64_t left = size - at - 8;
        if (memcmp(part, "data", 4) == 0) {
            if (n == 0)
                return has_nothing(name, m);
            /* a recorder that writes to a pipe does not know the size, and says something near 2^31 or 2^32 */
            if (n > left)
                return n >= 0x7ffff000u || !misses_much(left, n) ? UNKNOT_OK : is_cut(name, left, n, m);
            behind_data = true;
        } else if (n > left) {
            /* behind the sound many a program leaves crumbs */
            return behind_data && memcmp(part, "LIST", 4) != 0 ? UNKNOT_OK : damaged(name, part, m);
        } else if (memcmp(part, "LIST", 4) == 0 && n >= 4) {
            int status = walk_list(fd, at + 12, at + 8 + n, big, name, m);
            if (status != UNKNOT_OK)
                return status;
        }
        at += 8 + (int64_t)n + (n & 1);
    }
    return UNKNOT_OK;
}

int uk_inspect_file(int fd, int64_t size, const char *name, struct uk_message *m)
{
    static const size_t most = HEAD_BYTES;
    unsigned char head[HEAD_BYTES];
    if (size == 0)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is empty: copy, download or record it again", name);
    ssize_t n = pread(fd, head, most, 0);
    if (n <= 0)
        return uk_fail(m, UNKNOT_IO, "'%s' cannot be read: is the disk all right?", name);
    const char *what = foreign(head, (size_t)n);
    if (what)
        return uk_fail(m, UNKNOT_BAD_DATA, "'%s' is %s", name, what);
    if (n >= 12 && memcmp(head + 8, "WAVE", 4) == 0)
        return walk_riff(fd, size, head, name, m);
    if (n >= 12 && memcmp(head, "FORM", 4) == 0 && number(head + 4, true) > size - 8 &&
        misses_much(size - 8, number(head + 4, true)))
        return is_cut(name, size - 8, number(head + 4, true), m);
    return UNKNOT_OK;
}
