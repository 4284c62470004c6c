/* main.c - unknot-unpack: reads an archive into memory, locks itself in, and tells its parent what is in it. It writes no file. argv[1]
 * is the archive; the parent is on stdin. */
#include "lock.h"
#include "wire.h"

#include "../base/packet.h"
#include "../base/path.h"
#include "../base/text.h"
#include "../base/time.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_ENTRIES 20000 /* with folders, and what is left out */

struct telling {
    struct archive *archive;
    struct uk_packet packet;
    size_t bytes, files, entries;
    struct uk_message *m;
};

static int say(struct telling *t)
{
    if (t->packet.bad)
        return uk_no_memory(t->m);
    return uk_packet_send(&t->packet, STDIN_FILENO, uk_clock_ns() + UK_UNPACK_SECONDS * UK_NS_PER_S, t->m);
}

static void begin(struct telling *t, enum uk_unpack_wire tag)
{
    uk_packet_clear(&t->packet);
    uk_packet_put_u32(&t->packet, tag);
}

static int damaged(struct telling *t)
{
    const char *why = archive_error_string(t->archive);
    return uk_fail(t->m, UNKNOT_BAD_DATA, "it is damaged or incomplete (%s): fetch it again", why ? why : "no reason is known");
}

/* What archivers of desktops and version control put beside the files of a pack: .git, .DS_Store, __MACOSX. */
static bool left_out(const char *name)
{
    size_t n;
    for (const char *p = name; *p; p += n + (p[n] == '/')) {
        n = strcspn(p, "/");
        bool dots = (n == 1 && p[0] == '.') || (n == 2 && p[0] == '.' && p[1] == '.');
        if ((p[0] == '.' && !dots) || (n == 8 && strncmp(p, "__MACOSX", 8) == 0))
            return true;
    }
    return false;
}

static int tell_bytes(struct telling *t)
{
    char buffer[UK_UNPACK_PIECE];
    la_ssize_t n;
    while ((n = archive_read_data(t->archive, buffer, sizeof buffer)) > 0) {
        t->bytes += (size_t)n;
        if (t->bytes > UK_UNPACK_MOST_BYTES)
            return uk_fail(t->m, UNKNOT_LIMIT, "there are more than %d MiB in it, and a pack may have no more", UK_UNPACK_MOST_MIB);
        begin(t, UK_UNPACK_BYTES);
        uk_packet_put_bytes(&t->packet, buffer, (size_t)n);
        int status = say(t);
        if (status)
            return status;
    }
    return n < 0 ? damaged(t) : UNKNOT_OK;
}

static int tell_entry(struct telling *t, struct archive_entry *e)
{
    const char *name = archive_entry_pathname_utf8(e);
    if (++t->entries > MOST_ENTRIES)
        return uk_fail(t->m, UNKNOT_LIMIT, "there are more than %d files and folders in it", MOST_ENTRIES);
    if (!name || !*name || !uk_text_is_utf8(name, strlen(name)))
        return uk_fail(t->m, UNKNOT_BAD_DATA, "a file in it has a name that is no text");
    if (left_out(name))
        return UNKNOT_OK;
    if (strlen(name) > UK_UNPACK_MOST_NAME)
        return uk_fail(t->m, UNKNOT_LIMIT, "the name '%.40s...' in it is too long: at most %d letters", name, UK_UNPACK_MOST_NAME);
    if (archive_entry_hardlink(e) || archive_entry_filetype(e) == AE_IFLNK)
        return uk_fail(t->m, UNKNOT_BAD_DATA, "'%s' in it is a link: a pack holds the files themselves", name);
    bool folder = archive_entry_filetype(e) == AE_IFDIR;
    if (!folder && archive_entry_filetype(e) != AE_IFREG)
        return uk_fail(t->m, UNKNOT_BAD_DATA, "'%s' in it is neither a file nor a folder", name);
    if (!folder && archive_entry_is_encrypted(e))
        return uk_fail(t->m, UNKNOT_BAD_DATA, "'%s' in it needs a password: pack it without one", name);
    if (!folder && ++t->files > UK_UNPACK_MOST_FILES)
        return uk_fail(t->m, UNKNOT_LIMIT, "there are more than %d files in it, and a pack may have no more", UK_UNPACK_MOST_FILES);
    if (folder)
        return UNKNOT_OK;
    begin(t, UK_UNPACK_FILE);
    uk_packet_put_text(&t->packet, name);
    int status = say(t);
    return status ? status : tell_bytes(t);
}

/* What was not understood from its first bytes on. */
static int unknown(struct telling *t, const unsigned char *bytes, size_t n)
{
    static const char *const magics[] = {"\x1f\x8b", "\3757zXZ", "PK"};
    if (n == 0)
        return uk_fail(t->m, UNKNOT_BAD_DATA, "it is empty: fetch it again");
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (n >= strlen(magics[i]) && memcmp(bytes, magics[i], strlen(magics[i])) == 0)
            return uk_fail(t->m, UNKNOT_BAD_DATA, "it is damaged or incomplete: fetch it again");
    return uk_fail(t->m, UNKNOT_BAD_DATA, "it is no archive that unknot knows: .tar.gz, .tar.xz or .zip");
}

static int tell_all(struct telling *t, const void *bytes, size_t n)
{
    struct archive *a = t->archive;
    struct archive_entry *entry;
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_xz(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_zip(a);
    if (archive_read_open_memory(a, bytes, n) != ARCHIVE_OK)
        return unknown(t, bytes, n);
    int end, status = UNKNOT_OK;
    while (!status && (end = archive_read_next_header(a, &entry)) != ARCHIVE_EOF) {
        if (end < ARCHIVE_WARN && t->entries == 0 && archive_format(a) == 0)
            return unknown(t, bytes, n);
        status = end < ARCHIVE_WARN ? damaged(t) : tell_entry(t, entry);
    }
    if (status)
        return status;
    begin(t, UK_UNPACK_END);
    return say(t);
}

static int work(const char *path, struct telling *t)
{
    char *bytes;
    size_t n;
    int status = uk_path_read(path, UK_UNPACK_MOST_BYTES, &bytes, &n, t->m);
    if (status)
        return status;
    setlocale(LC_CTYPE, "C.UTF-8"); /* names in UTF-8 are then taken as they are */
    status = uk_unpack_lock(t->m);
    t->archive = status ? NULL : archive_read_new();
    if (!status && !t->archive)
        status = uk_no_memory(t->m);
    if (!status)
        status = tell_all(t, bytes, n);
    archive_read_free(t->archive);
    free(bytes);
    return status;
}

int main(int argc, char **argv)
{
    struct uk_message m = {""};
    struct telling t = {.m = &m};
    if (argc != 2 || isatty(STDIN_FILENO)) {
        fputs("unknot-unpack is started by unknot\n", stderr);
        return 2;
    }
    uk_unpack_lock_begin();
    int status = work(argv[1], &t);
    if (status) {
        uk_packet_finish(&t.packet);
        t.packet = (struct uk_packet){0};
        begin(&t, UK_UNPACK_REFUSAL);
        uk_packet_put_i64(&t.packet, status);
        uk_packet_put_text(&t.packet, m.text);
        (void)uk_packet_send(&t.packet, STDIN_FILENO, uk_clock_ns() + UK_NS_PER_S, NULL);
    }
    uk_packet_finish(&t.packet);
    return 0;
}
