#include "voice_making.h"

#include "voice_packs.h"

#include "../base/text.h"
#include "../decode/wire.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define LARGEST_LINES (16u << 20)
#define MOST_TAKES 1000
#define RECORDED "recorded"

struct uk_made {
    const char *name;
    struct uk_made *next;
};

/* ---- the folder ---- */

static int check_id(const char *id, struct uk_message *m)
{
    bool plain = strlen(id) <= 64;
    for (const char *s = id; *s; s++)
        plain = plain && (isalnum((unsigned char)*s) || *s == '-');
    if (plain && uk_voice_id_language(id))
        return UNKNOT_OK;
    return uk_fail(m, UNKNOT_BAD_ARGUMENT,
                   "'%s' cannot be the id of a voice: it begins with its language and a dash, in letters, digits and dashes, as 'de-anna'", id);
}

int uk_making_check(const struct uk_places *places, const char *id, struct uk_message *m)
{
    struct uk_voice_folders f;
    int status = check_id(id, m);
    if (status)
        return status;
    status = uk_voice_folders_init(&f, places, m);
    const struct uk_voice_folder *other = status ? NULL : uk_voice_folders_find(&f, id);
    if (other && other->shipped)
        status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%s' is a voice that comes with unknot: choose another id", id);
    uk_voice_folders_finish(&f);
    return status;
}

static int read_lines(struct uk_making *p, struct uk_message *m)
{
    char *path = uk_path_join(p->folder, "lines.tsv"), *text = NULL;
    size_t n;
    int status = path ? uk_path_read(path, LARGEST_LINES, &text, &n, m) : uk_no_memory(m);
    if (status == UNKNOT_NOT_FOUND) {
        p->lines.rate = UK_TAKE_RATE;
        status = UNKNOT_OK;
    } else if (!status) {
        status = uk_voice_lines_parse(&p->lines, text, n, path, m);
        if (!status && p->lines.rate != UK_TAKE_RATE)
            status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "the voice '%s' has %u frames a second and recordings get %d: choose another id", p->id,
                             p->lines.rate, UK_TAKE_RATE);
    }
    free(text);
    free(path);
    return status;
}

static int begin(struct uk_making *p, struct uk_message *m)
{
    int status = p->id && p->folder ? uk_path_make_folder(p->folder, m) : uk_no_memory(m);
    if (!status && (p->fd = open(p->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
        status = uk_fail(m, UNKNOT_IO, "the folder '%s' cannot be read: %s", p->folder, strerror(errno));
    if (!status && flock(p->fd, LOCK_EX | LOCK_NB))
        status = uk_fail(m, UNKNOT_IO, "another import or build is writing to '%s': wait until it is done", p->folder);
    if (!status && faccessat(p->fd, ".", W_OK, 0))
        status = uk_fail(m, UNKNOT_IO, "the folder '%s' cannot be written: %s", p->folder, strerror(errno));
    return status ? status : read_lines(p, m);
}

int uk_making_begin(struct uk_making *p, const struct uk_places *places, const char *id, struct uk_message *m)
{
    *p = (struct uk_making){.fd = -1, .engine = RECORDED};
    int status = uk_making_check(places, id, m);
    if (status)
        return status;
    p->id = strdup(id);
    p->folder = uk_text_format("%s/audio/%s", places->user, id);
    return begin(p, m);
}

int uk_making_begin_in(struct uk_making *p, const char *folder, struct uk_message *m)
{
    *p = (struct uk_making){.fd = -1, .engine = RECORDED, .folder = strdup(folder)};
    size_t n = strlen(folder);
    while (p->folder && n > 1 && p->folder[n - 1] == '/')
        p->folder[--n] = '\0';
    p->id = p->folder ? strdup(uk_path_name(p->folder)) : NULL;
    int status = p->id ? check_id(p->id, m) : uk_no_memory(m);
    return status ? status : begin(p, m);
}

const char *uk_making_path(struct uk_making *p, const char *id)
{
    char *path = uk_arena_get(&p->arena, strlen(p->folder) + strlen(id) + 32);
    char *name = path ? path + sprintf(path, "%s/", p->folder) : NULL;
    struct uk_made *made = uk_arena_get(&p->arena, sizeof *made);
    for (int take = 1; path && made; take++) {
        if (take == 1)
            sprintf(name, "%s.flac", id);
        else
            sprintf(name, "%s.%d.flac", id, take);
        int fd = openat(p->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); /* keeps the name */
        if (fd >= 0)
            close(fd);
        if (fd >= 0 || errno != EEXIST || take == MOST_TAKES)
            break;
    }
    if (!path || !made)
        return NULL;
    *made = (struct uk_made){name, p->made};
    p->made = made;
    return path;
}

int uk_making_put(struct uk_making *p, const char *path, int64_t frames, const char *text, const char *say, struct uk_message *m)
{
    char id[UK_LINE_ID];
    uk_line_id(id, text);
    struct uk_voice_line line = {
        .id = uk_arena_text(&p->arena, id, strlen(id)),
        .file = uk_path_name(path),
        .text = uk_arena_text(&p->arena, text, strlen(text)),
        .say = say ? uk_arena_text(&p->arena, say, strlen(say)) : NULL,
        .frames = frames,
        .sum = uk_line_sum(say ? say : text, p->engine, UK_CHAIN_VERSION),
    };
    return line.id && line.text && (line.say || !say) ? uk_voice_lines_add(&p->lines, &line, m) : uk_no_memory(m);
}

/* ---- writing ---- */

/* Writes NAME beside itself and syncs it; it has its name when it is complete. */
static int write_file(struct uk_making *p, const char *name, const char *text, struct uk_message *m)
{
    char part[64];
    snprintf(part, sizeof part, ".%s.part", name);
    int fd = openat(p->fd, part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600), error = fd < 0 ? errno : 0;
    for (size_t n = strlen(text); !error && n > 0;) {
        ssize_t k = write(fd, text, n);
        if (k < 0 && errno != EINTR)
            error = errno;
        text += k > 0 ? k : 0;
        n -= k > 0 ? (size_t)k : 0;
    }
    if (!error && fsync(fd))
        error = errno;
    if (fd >= 0 && close(fd) && !error)
        error = errno;
    if (!error && renameat(p->fd, part, p->fd, name))
        error = errno;
    if (error)
        unlinkat(p->fd, part, 0);
    return error ? uk_fail(m, UNKNOT_IO, "'%s/%s' cannot be written: %s", p->folder, name, strerror(error)) : UNKNOT_OK;
}

/* As Lua reads it; NULL counts as `otherwise`. */
static void put_string(FILE *out, const char *field, const char *text, const char *otherwise)
{
    fprintf(out, "  %s = \"", field);
    for (const char *s = text ? text : otherwise; *s; s++) {
        if (*s == '"' || *s == '\\')
            putc('\\', out);
        putc((unsigned char)*s < ' ' ? ' ' : *s, out);
    }
    fputs("\",\n", out);
}

static int write_about(struct uk_making *p, const struct uk_making_about *about, struct uk_message *m)
{
    char *text = NULL, *language = strndup(p->id, uk_voice_id_language(p->id));
    size_t n;
    int status = UNKNOT_OK;
    if (faccessat(p->fd, "pack.lua", F_OK, 0) == 0) {
        free(language);
        return status;
    }
    FILE *out = language ? open_memstream(&text, &n) : NULL;
    if (out) {
        fputs("return {\n", out);
        put_string(out, "id", p->id, "");
        put_string(out, "name", about->name, p->id + uk_voice_id_language(p->id) + 1);
        put_string(out, "language", language, "");
        put_string(out, "licence", about->licence, "not said: ask the speaker before you pass it on");
        put_string(out, "speaker", about->speaker, "not said");
        put_string(out, "engine", p->engine, "");
        fprintf(out, "  rate = %d,\n}\n", UK_TAKE_RATE);
    }
    if (!out || fclose(out) || !text)
        status = uk_no_memory(m);
    else
        status = write_file(p, "pack.lua", text, m);
    free(text);
    free(language);
    return status;
}

/* "breathe-out-5e1f04.flac", "breathe-out-5e1f04.2.flac": a file that only we give such a name. */
static bool is_ours(const char *name)
{
    size_t id = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    const char *rest = name + id;
    if (id < 8 || name[id - 7] != '-' || strspn(name + id - 6, "0123456789abcdef") < 6)
        return false;
    if (*rest == '.' && isdigit((unsigned char)rest[1]))
        rest += 1 + strspn(rest + 1, "0123456789");
    return strcmp(rest, ".flac") == 0;
}

static bool is_named(const struct uk_making *p, const char *file)
{
    for (size_t i = 0; i < p->lines.count; i++)
        if (strcmp(p->lines.lines[i].file, file) == 0)
            return true;
    return false;
}

/* What nothing names: takes that others came in place of, and what an import that was interrupted left. */
static void sweep(const struct uk_making *p)
{
    DIR *d = opendir(p->folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        size_t n = strlen(e->d_name);
        bool part = e->d_name[0] == '.' && n > 5 && strcmp(e->d_name + n - 5, ".part") == 0;
        if (part || (is_ours(e->d_name) && !is_named(p, e->d_name)))
            unlinkat(p->fd, e->d_name, 0);
    }
    if (d)
        closedir(d);
}

int uk_making_commit(struct uk_making *p, const struct uk_making_about *about, struct uk_message *m)
{
    int status = write_about(p, about, m);
    char *text = status ? NULL : uk_voice_lines_print(&p->lines);
    if (!status)
        status = text ? write_file(p, "lines.tsv", text, m) : uk_no_memory(m);
    free(text);
    if (!status) {
        p->made = NULL;
        fsync(p->fd); /* the name must outlive a power cut as well as the bytes */
        sweep(p);
    }
    return status;
}

void uk_making_finish(struct uk_making *p)
{
    if (p->folder && p->fd >= 0) {
        for (struct uk_made *f = p->made; f; f = f->next)
            unlinkat(p->fd, f->name, 0);
        close(p->fd);
        rmdir(p->folder); /* if nothing came of it */
    }
    free(p->id);
    free(p->folder);
    uk_voice_lines_finish(&p->lines);
    uk_arena_finish(&p->arena);
    *p = (struct uk_making){.fd = -1};
}
