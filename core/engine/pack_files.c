#include "pack.h"

#include "../base/text.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_DEPTH 6
#define MOST_NAME 100

void uk_pack_problem(struct uk_pack_problems *p, const char *format, ...)
{
    struct uk_message text, tamed;
    va_list args;
    if (p->count == UK_PACK_MOST_PROBLEMS)
        return;
    va_start(args, format);
    vsnprintf(text.text, sizeof text.text, format, args);
    va_end(args);
    uk_fail(&tamed, 0, "%s", text.text);
    const char *kept = uk_arena_text(&p->arena, tamed.text, strlen(tamed.text));
    p->texts[p->count++] = kept ? kept : "the machine has no memory left";
}

void uk_pack_problems_finish(struct uk_pack_problems *p)
{
    uk_arena_finish(&p->arena);
    *p = (struct uk_pack_problems){0};
}

void uk_pack_files_finish(struct uk_pack_files *f)
{
    uk_arena_finish(&f->arena);
    free(f->items);
    *f = (struct uk_pack_files){0};
}

/* ---- looking through a folder ---- */

struct scan {
    const char *folder;
    struct uk_pack_files *files;
    struct uk_pack_problems *problems;
    struct uk_message *m;
};

static bool one_of(const char *word, size_t n, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == n && strncasecmp(word, *words, n) == 0)
            return true;
    return false;
}

/* README.md, LICENSE and the like. */
static bool is_text(const char *file)
{
    static const char *const stems[] = {"readme", "license", "licence", "copying", "notice", "changelog", "authors", "credits", NULL};
    const char *dot = strchr(file, '.');
    return one_of(file, dot ? (size_t)(dot - file) : strlen(file), stems) &&
           (!dot || strcmp(dot, ".md") == 0 || strcmp(dot, ".txt") == 0);
}

static bool is_sound(const char *file)
{
    static const char *const endings[] = {"wav", "flac", "ogg", "opus", "mp3", NULL};
    const char *dot = strrchr(file, '.');
    return dot && one_of(dot + 1, strlen(dot + 1), endings);
}

/* A name that is the same on every system and needs no quotes: "neck-2.wav". Says what it should have been. */
static bool is_plain(struct scan *s, const char *name, const char *file)
{
    const char *dot = strrchr(file, '.');
    size_t n = dot ? (size_t)(dot - file) : strlen(file), k = 0;
    char near[MOST_NAME + 1];
    if (uk_catalog_is_plain(file, n) && (!dot || uk_catalog_is_plain(dot + 1, strlen(dot + 1))) && strlen(file) <= MOST_NAME)
        return true;
    for (const char *c = file; *c && k < MOST_NAME; c++) {
        bool good = isalnum((unsigned char)*c) || c == dot;
        if (good || (k > 0 && near[k - 1] != '-'))
            near[k++] = good ? (char)tolower((unsigned char)*c) : '-';
    }
    near[k] = '\0';
    uk_pack_problem(s->problems, "'%s' must be named with small letters, digits and hyphens, as '%s'", name,
                    k && near[0] != '.' ? near : "neck-care");
    return false;
}

static int add_file(struct scan *s, const char *name, enum uk_pack_kind kind, int64_t size)
{
    struct uk_pack_files *f = s->files;
    if (f->count == UK_PACK_MOST_FILES)
        return UNKNOT_OK; /* told when the scan is over */
    if (f->count % 64 == 0) {
        struct uk_pack_file *grown = realloc(f->items, (f->count + 64) * sizeof *grown);
        if (!grown)
            return uk_no_memory(s->m);
        f->items = grown;
    }
    const char *kept = uk_arena_text(&f->arena, name, strlen(name));
    if (!kept)
        return uk_no_memory(s->m);
    f->items[f->count++] = (struct uk_pack_file){kept, kind, size};
    f->bytes += size;
    return UNKNOT_OK;
}

/* `name` is from the pack's folder on, `file` its last part, `depth` that of its folder. */
static int take_file(struct scan *s, const char *name, const char *file, int depth, int64_t size)
{
    enum uk_pack_kind kind;
    size_t n = strlen(file);
    if (depth == 0 && strcmp(file, "pack.lua") == 0) {
        kind = UK_PACK_MANIFEST;
    } else if (is_text(file)) {
        kind = UK_PACK_TEXT;
    } else if (depth == 1 && n > 4 && strcmp(file + n - 4, ".lua") == 0) {
        kind = UK_PACK_ROUTINE;
    } else if (depth > 0 && is_sound(file)) {
        kind = UK_PACK_SOUND;
    } else if (n > 4 && strcmp(file + n - 4, ".lua") == 0) {
        uk_pack_problem(s->problems, "'%s' is not where a routine is: they lie in the folder routines, and not below it", name);
        return UNKNOT_OK;
    } else if (is_sound(file)) {
        uk_pack_problem(s->problems, "'%s' is not where a sound file is: put it beside the routine that uses it", name);
        return UNKNOT_OK;
    } else {
        uk_pack_problem(s->problems, "'%s' is no part of a pack: it may hold routines, sound files (wav, flac, ogg, opus, mp3), a README and "
                        "licences", name);
        return UNKNOT_OK;
    }
    if (kind != UK_PACK_TEXT && !is_plain(s, name, file))
        return UNKNOT_OK;
    return add_file(s, name, kind, size);
}

static int scan_folder(struct scan *s, const char *below, int depth);

static int scan_entry(struct scan *s, const char *name, const char *file, int depth)
{
    struct stat st;
    char *path = uk_path_join(s->folder, name);
    int error = path ? (lstat(path, &st) ? errno : 0) : ENOMEM;
    free(path);
    if (error)
        return uk_fail(s->m, UNKNOT_IO, "'%s/%s' cannot be read: %s", s->folder, name, strerror(error));
    if (S_ISLNK(st.st_mode)) {
        uk_pack_problem(s->problems, "'%s' is a link: a pack holds the files themselves", name);
    } else if (S_ISREG(st.st_mode)) {
        return take_file(s, name, file, depth, (int64_t)st.st_size);
    } else if (!S_ISDIR(st.st_mode)) {
        uk_pack_problem(s->problems, "'%s' is neither a file nor a folder", name);
    } else if (depth == 0 && strcmp(file, "routines") != 0) {
        uk_pack_problem(s->problems, "the folder '%s' is no part of a pack: routines and their sound files are in the folder routines", name);
    } else if (depth == MOST_DEPTH) {
        uk_pack_problem(s->problems, "'%s' is too deep: at most %d folders in each other", name, MOST_DEPTH);
    } else if (is_plain(s, name, file)) {
        return scan_folder(s, name, depth + 1);
    }
    return UNKNOT_OK;
}

static int scan_folder(struct scan *s, const char *below, int depth)
{
    char *path = uk_path_join(s->folder, below);
    DIR *d = path ? opendir(path) : NULL;
    int status = d ? UNKNOT_OK : uk_fail(s->m, UNKNOT_IO, "the folder '%s' cannot be read: %s", path ? path : below, strerror(errno));
    free(path);
    for (struct dirent *e; !status && (e = readdir(d));) {
        if (e->d_name[0] == '.' || strcmp(e->d_name, "__MACOSX") == 0)
            continue;
        if (++s->files->entries > 2 * UK_PACK_MOST_FILES)
            break;
        char *name = *below ? uk_path_join(below, e->d_name) : strdup(e->d_name);
        status = name ? scan_entry(s, name, e->d_name, depth) : uk_no_memory(s->m);
        free(name);
    }
    if (d)
        closedir(d);
    return status;
}

static int by_name(const void *a, const void *b)
{
    const struct uk_pack_file *x = a, *y = b;
    int order = strcasecmp(x->name, y->name);
    return order ? order : strcmp(x->name, y->name);
}

/* What only the whole shows. */
static void judge(struct scan *s)
{
    const struct uk_pack_files *f = s->files;
    bool manifest = false, routine = false;
    if (f->count == UK_PACK_MOST_FILES || f->entries > 2 * UK_PACK_MOST_FILES) {
        uk_pack_problems_finish(s->problems); /* not all was looked at: what was is a matter of chance */
        uk_pack_problem(s->problems, "there are too many files in it: at most %d", UK_PACK_MOST_FILES - 1);
        return;
    }
    for (size_t i = 0; i < f->count; i++) {
        manifest |= f->items[i].kind == UK_PACK_MANIFEST;
        routine |= f->items[i].kind == UK_PACK_ROUTINE;
        if (i > 0 && strcasecmp(f->items[i - 1].name, f->items[i].name) == 0)
            uk_pack_problem(s->problems, "'%s' and '%s' differ only in capital letters: not every system can keep both",
                            f->items[i - 1].name, f->items[i].name);
    }
    if (!manifest)
        uk_pack_problem(s->problems, "there is no pack.lua, in which a pack says what it is");
    if (!routine)
        uk_pack_problem(s->problems, "there is no routine in it: they are in the folder routines, as routines/neck.lua");
    if (f->bytes > UK_PACK_MOST_BYTES)
        uk_pack_problem(s->problems, "it is too large: %lld MiB, at most %lld are allowed", (long long)(f->bytes >> 20),
                        (long long)(UK_PACK_MOST_BYTES >> 20));
}

int uk_pack_scan(const char *folder, struct uk_pack_files *out, struct uk_pack_problems *problems, struct uk_message *m)
{
    struct scan s = {folder, out, problems, m};
    *out = (struct uk_pack_files){0};
    int status = scan_folder(&s, "", 0);
    if (status) {
        uk_pack_files_finish(out);
        return status;
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, by_name);
    judge(&s);
    return UNKNOT_OK;
}

/* ---- copying, syncing, removing ---- */

static int copy_bytes(int in, int out, int64_t size)
{
    char buffer[1 << 16];
    while (size > 0) {
        ssize_t n = read(in, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        if (n == 0)
            break;
        size -= n;
        for (ssize_t done = 0; done < n;) {
            ssize_t k = write(out, buffer + done, (size_t)(n - done));
            if (k < 0 && errno != EINTR)
                return errno;
            done += k > 0 ? k : 0;
        }
    }
    return size < 0 ? EFBIG : 0; /* it grew meanwhile */
}

static int copy_file(const char *from, const char *to, int64_t size)
{
    struct stat st;
    int in = open(from, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    int out = in < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    int error = out < 0 ? errno : 0;
    if (!error && (fstat(in, &st) || !S_ISREG(st.st_mode)))
        error = EINVAL;
    if (!error)
        error = copy_bytes(in, out, size);
    if (in >= 0)
        close(in);
    if (out >= 0 && close(out) && !error)
        error = errno;
    return error;
}

int uk_pack_copy(const char *from, const struct uk_pack_files *files, const char *to, struct uk_message *m)
{
    int status = uk_path_make_folder(to, m);
    for (size_t i = 0; !status && i < files->count; i++) {
        char *source = uk_path_join(from, files->items[i].name), *target = uk_path_join(to, files->items[i].name);
        char *folder = target ? strndup(target, (size_t)(strrchr(target, '/') - target)) : NULL;
        status = source && folder ? uk_path_make_folder(folder, m) : uk_no_memory(m);
        int error = status ? 0 : copy_file(source, target, files->items[i].size);
        if (error)
            status = uk_fail(m, UNKNOT_IO, "'%s' cannot be copied to '%s': %s", source, target, strerror(error));
        free(source);
        free(target);
        free(folder);
    }
    return status;
}

static bool sync_tree(const char *path)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    DIR *d = good ? opendir(path) : NULL;
    for (struct dirent *e; d && good && (e = readdir(d));) {
        char *below = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ? NULL : uk_path_join(path, e->d_name);
        good = !below || sync_tree(below);
        free(below);
    }
    if (d)
        closedir(d);
    return good;
}

int uk_pack_sync(const char *folder, struct uk_message *m)
{
    return sync_tree(folder) ? UNKNOT_OK : uk_fail(m, UNKNOT_IO, "'%s' cannot be written to the disk: %s", folder, strerror(errno));
}

bool uk_pack_remove_tree(const char *path)
{
    if (unlink(path) == 0 || errno == ENOENT)
        return true;
    if (errno != EISDIR)
        return false;
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        char *below = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ? NULL : uk_path_join(path, e->d_name);
        if (below)
            uk_pack_remove_tree(below);
        free(below);
    }
    if (d)
        closedir(d);
    return rmdir(path) == 0 || errno == ENOENT;
}
