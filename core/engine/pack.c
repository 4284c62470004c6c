#include "pack.h"

#include "../base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct uk_packs {
    struct uk_pack one; /* that was checked or installed last */
    struct uk_pack_problems problems, advice;
    struct uk_pack *items; /* that are installed, by id */
    size_t count;
};

static void forget_list(struct uk_packs *p)
{
    for (size_t i = 0; i < p->count; i++)
        uk_pack_finish(&p->items[i]);
    free(p->items);
    p->items = NULL;
    p->count = 0;
}

void uk_packs_destroy(struct uk_packs *p)
{
    if (!p)
        return;
    forget_list(p);
    uk_pack_finish(&p->one);
    uk_pack_problems_finish(&p->problems);
    uk_pack_problems_finish(&p->advice);
    free(p);
}

static struct uk_packs *packs_of(struct unknot *u)
{
    if (!u->packs)
        u->packs = calloc(1, sizeof *u->packs);
    if (!u->packs)
        uk_no_memory(&u->message);
    return u->packs;
}

static bool is_folder(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static char *folder_of(const struct unknot *u, const char *id)
{
    return uk_text_format("%s/packs/%s", u->places.user, id);
}

/* ---- what is installed ---- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void free_ids(char **ids)
{
    for (char **id = ids; ids && *id; id++)
        free(*id);
    free(ids);
}

/* The ids of installed packs in order; ends in NULL. NULL: no memory. */
static char **installed_ids(const struct unknot *u)
{
    char *packs = uk_catalog_packs(&u->places), **ids = calloc(1, sizeof *ids), **grown;
    size_t n = 0;
    DIR *d = packs ? opendir(packs) : NULL;
    for (struct dirent *e; ids && d && (e = readdir(d));) {
        char *folder = uk_catalog_is_plain(e->d_name, strlen(e->d_name)) ? folder_of(u, e->d_name) : NULL;
        bool wanted = folder && is_folder(folder);
        free(folder);
        if (!wanted)
            continue;
        grown = realloc(ids, (n + 2) * sizeof *ids);
        ids = grown ? grown : ids;
        if (!grown || !(ids[n] = strdup(e->d_name)))
            break;
        ids[++n] = NULL;
    }
    if (d)
        closedir(d);
    free(packs);
    if (n)
        qsort(ids, n, sizeof *ids, by_text);
    return ids;
}

static int no_such_pack(struct unknot *u, const char *what, const char *id)
{
    char **ids = installed_ids(u);
    const char *near = ids ? uk_text_nearest(id, (const char *const *)ids) : NULL;
    int status = near ? uk_fail(&u->message, UNKNOT_NOT_FOUND, "there is no %s '%s' (did you mean '%s'?)", what, id, near)
                      : uk_fail(&u->message, UNKNOT_NOT_FOUND, "there is no %s '%s': 'unknot pack list' shows the packs that are installed",
                                what, id);
    free_ids(ids);
    return status;
}

/* Reads the manifest of an installed pack; what is wrong with it becomes its trouble. */
static int read_installed(struct unknot *u, const char *id, struct uk_pack *p)
{
    struct uk_pack_problems problems = {0};
    char *folder = folder_of(u, id);
    int status = folder ? uk_pack_read(u, folder, p, &problems) : uk_no_memory(&u->message);
    if (!status && !problems.count && strcmp(p->facts.id, id) != 0)
        uk_pack_problem(&problems, "pack.lua: 'id' is '%s', but its folder is called '%s'", p->facts.id, id);
    const char *trouble = problems.count ? problems.texts[0] : "";
    if (!status && !(p->facts.trouble = uk_arena_text(&p->arena, trouble, strlen(trouble))))
        status = uk_no_memory(&u->message);
    if (!status && !(p->facts.id = uk_arena_text(&p->arena, id, strlen(id))))
        status = uk_no_memory(&u->message);
    uk_pack_problems_finish(&problems);
    free(folder);
    return status;
}

int unknot_pack_count(struct unknot *u)
{
    struct uk_packs *p = packs_of(u);
    char **ids = p ? installed_ids(u) : NULL;
    size_t n = 0;
    if (!ids)
        return uk_no_memory(&u->message);
    forget_list(p);
    while (ids[n])
        n++;
    p->items = calloc(n + 1, sizeof *p->items);
    int status = p->items ? UNKNOT_OK : uk_no_memory(&u->message);
    for (; !status && p->count < n; p->count++) {
        status = read_installed(u, ids[p->count], &p->items[p->count]);
        if (status)
            uk_pack_finish(&p->items[p->count]);
    }
    free_ids(ids);
    return status ? status : (int)p->count;
}

int unknot_pack(const struct unknot *u, size_t index, struct unknot_pack *out)
{
    if (!u->packs || index >= u->packs->count)
        return UNKNOT_BAD_ARGUMENT;
    *out = u->packs->items[index].facts;
    return UNKNOT_OK;
}

/* ---- checking ---- */

size_t unknot_pack_problem_count(const struct unknot *u)
{
    return u->packs ? u->packs->problems.count : 0;
}

const char *unknot_pack_problem(const struct unknot *u, size_t index)
{
    return index < unknot_pack_problem_count(u) ? u->packs->problems.texts[index] : "";
}

size_t unknot_pack_advice_count(const struct unknot *u)
{
    return u->packs ? u->packs->advice.count : 0;
}

const char *unknot_pack_advice(const struct unknot *u, size_t index)
{
    return index < unknot_pack_advice_count(u) ? u->packs->advice.texts[index] : "";
}

/* Forgets the pack before: no call may be answered with half of it. */
static void begin(struct uk_packs *p)
{
    static const char *const none[] = {NULL};
    uk_pack_finish(&p->one);
    uk_pack_problems_finish(&p->problems);
    uk_pack_problems_finish(&p->advice);
    p->one.facts = (struct unknot_pack){"", "", "", "", "", "", "", "", "", "", none, none};
}

static int verdict(struct unknot *u)
{
    const struct uk_pack_problems *p = &u->packs->problems;
    if (p->count == 0)
        return UNKNOT_OK;
    if (p->count == 1)
        return uk_fail(&u->message, UNKNOT_BAD_DATA, "%s", p->texts[0]);
    return uk_fail(&u->message, UNKNOT_BAD_DATA, "%s; there %s %zu%s more: 'unknot pack check' shows them", p->texts[0],
                   p->count == 2 ? "is" : "are", p->count - 1, p->count == UK_PACK_MOST_PROBLEMS ? " or" : "");
}

/* All there is to be said of the pack in a folder; with advice for its author, if that is asked for and nothing is wrong. */
static int examine(struct unknot *u, const char *folder, bool advise)
{
    struct uk_pack_files files;
    struct uk_packs *p = u->packs;
    int status = uk_pack_scan(folder, &files, &p->problems, &u->message);
    if (status)
        return status;
    if (files.count && files.bytes <= UK_PACK_MOST_BYTES) {
        bool manifest = false;
        for (size_t i = 0; i < files.count; i++)
            manifest |= files.items[i].kind == UK_PACK_MANIFEST;
        if (manifest)
            status = uk_pack_read(u, folder, &p->one, &p->problems);
        if (!status)
            status = uk_pack_check_files(u, folder, &files, &p->problems);
        if (!status && advise && !p->problems.count)
            status = uk_pack_advise(u, folder, &files, &p->advice);
    }
    uk_pack_files_finish(&files);
    return status ? status : verdict(u);
}

/* A new folder in `parent`, which is made. The caller frees *out. */
static int make_fresh(const char *parent, char **out, struct uk_message *m)
{
    int status = uk_path_make_folder(parent, m);
    *out = status ? NULL : uk_path_join(parent, ".new-XXXXXX");
    if (!status && !*out)
        return uk_no_memory(m);
    if (!status && !mkdtemp(*out)) {
        status = uk_fail(m, UNKNOT_IO, "no folder can be made in '%s': %s", parent, strerror(errno));
        free(*out);
        *out = NULL;
    }
    return status;
}

static int check_archive(struct unknot *u, const char *archive)
{
    char *fresh, *root = NULL;
    int status = make_fresh(u->places.cache, &fresh, &u->message);
    if (!status)
        status = uk_pack_unpack(&u->places, archive, fresh, &root, &u->message);
    if (!status)
        status = examine(u, root, true);
    u->packs->one.facts.folder = "";
    if (fresh)
        uk_pack_remove_tree(fresh);
    free(fresh);
    free(root);
    return status;
}

/* The folder or file that is meant: a path, or the id of an installed pack. The caller frees *path. */
static int find(struct unknot *u, const char *where, char **path)
{
    struct stat s;
    *path = stat(where, &s) == 0 ? strdup(where) : folder_of(u, where);
    if (!*path)
        return uk_no_memory(&u->message);
    bool id = uk_catalog_is_plain(where, strlen(where));
    if (stat(*path, &s) || (strcmp(*path, where) != 0 && !id)) {
        free(*path);
        *path = NULL;
        return no_such_pack(u, "folder, archive or installed pack", where);
    }
    return UNKNOT_OK;
}

int unknot_pack_check(struct unknot *u, const char *where, const struct unknot_pack **out)
{
    struct uk_packs *p = packs_of(u);
    char *path = NULL;
    if (!p)
        return UNKNOT_NO_MEMORY;
    begin(p);
    *out = &p->one.facts;
    int status = find(u, where, &path);
    if (!status)
        status = is_folder(path) ? examine(u, path, true) : check_archive(u, path);
    free(path);
    return status;
}

/* ---- installing and removing ---- */

/* One change of the packs, alone at it. */
struct change {
    char *packs, *fresh; /* fresh: a folder in `packs`, removed at the end with all that is in it */
    int lock;
};

static char *old_of(const struct change *c, const char *id)
{
    return uk_text_format("%s/.old-%s", c->packs, id);
}

/* What a change that was cut short left behind: a pack that was to be replaced comes back when there is no newer one in its place. */
static void tidy_up(const struct change *c)
{
    struct stat s;
    DIR *d = opendir(c->packs);
    for (struct dirent *e; d && (e = readdir(d));) {
        bool old = strncmp(e->d_name, ".old-", 5) == 0;
        char *path = old || strncmp(e->d_name, ".new-", 5) == 0 ? uk_path_join(c->packs, e->d_name) : NULL;
        char *back = path && old ? uk_path_join(c->packs, e->d_name + 5) : NULL;
        if (path && (!back || lstat(back, &s) == 0 || rename(path, back)))
            uk_pack_remove_tree(path);
        free(path);
        free(back);
    }
    if (d)
        closedir(d);
}

static int begin_change(struct unknot *u, struct change *c)
{
    *c = (struct change){.packs = uk_catalog_packs(&u->places), .lock = -1};
    char *lock = c->packs ? uk_path_join(c->packs, ".lock") : NULL;
    int status = lock ? uk_path_make_folder(c->packs, &u->message) : uk_no_memory(&u->message);
    if (!status && (c->lock = open(lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600)) < 0)
        status = uk_fail(&u->message, UNKNOT_IO, "'%s' cannot be opened: %s", lock, strerror(errno));
    free(lock);
    if (!status && flock(c->lock, LOCK_EX | LOCK_NB))
        status = uk_fail(&u->message, UNKNOT_IO, "another unknot installs or removes a pack: try again when it is done");
    if (!status) {
        tidy_up(c);
        status = make_fresh(c->packs, &c->fresh, &u->message);
    }
    return status;
}

static void end_change(struct change *c)
{
    if (c->fresh)
        uk_pack_remove_tree(c->fresh);
    if (c->lock >= 0)
        close(c->lock);
    free(c->fresh);
    free(c->packs);
}

/* Brings the pack at `path` into the fresh folder, as it will be. The caller frees *root. */
static int bring(struct unknot *u, const struct change *c, const char *path, char **root)
{
    struct uk_pack_files files;
    char *inside = uk_path_join(c->fresh, "pack");
    int status = inside ? UNKNOT_OK : uk_no_memory(&u->message);
    if (!status && !is_folder(path)) {
        status = uk_path_make_folder(inside, &u->message);
        if (!status)
            status = uk_pack_unpack(&u->places, path, inside, root, &u->message);
        free(inside);
        return status;
    }
    *root = inside;
    if (!status)
        status = uk_pack_scan(path, &files, &u->packs->problems, &u->message);
    if (!status) {
        status = verdict(u) ? UNKNOT_OK : uk_pack_copy(path, &files, inside, &u->message);
        uk_pack_files_finish(&files);
    }
    return status;
}

/* Whether the new pack may take the place of the one that is installed. */
static int compare_installed(struct unknot *u, const char *target)
{
    struct uk_pack old = {0};
    struct stat s;
    struct unknot_pack *f = &u->packs->one.facts;
    if (lstat(target, &s))
        return UNKNOT_OK;
    int status = read_installed(u, f->id, &old);
    if (!status && *old.facts.trouble)
        status = uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "a pack '%s' is installed already, and it is broken: remove it first, with "
                         "'unknot pack remove %s'", f->id, f->id);
    else if (!status && strcmp(old.facts.author, f->author) != 0)
        status = uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "another pack '%s', by %s, is installed already: to have this one, by %s, remove "
                         "that one first, with 'unknot pack remove %s'", f->id, old.facts.author, f->author, f->id);
    else if (!status && uk_pack_compare(f->version, old.facts.version) <= 0)
        status = uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "the pack '%s' is installed already, in version %s, and this is %s: to have it all "
                         "the same, remove that one first, with 'unknot pack remove %s'", f->id, old.facts.version, f->version, f->id);
    if (!status && !(f->replaced = uk_arena_text(&u->packs->one.arena, old.facts.version, strlen(old.facts.version))))
        status = uk_no_memory(&u->message);
    uk_pack_finish(&old);
    return status;
}

/* Where a file system cannot swap two folders at once there is a moment without either; tidy_up() knows it. */
static int swap_slowly(const struct change *c, const char *root, const char *target)
{
    char *old = old_of(c, uk_path_name(target));
    int error = !old ? ENOMEM : rename(target, old) ? errno : 0;
    if (!error && rename(root, target)) {
        error = errno;
        (void)rename(old, target);
    }
    if (!error)
        uk_pack_remove_tree(old);
    free(old);
    return error;
}

static int put_in_place(struct unknot *u, const struct change *c, const char *root, const char *target)
{
    struct stat s;
    bool replaces = lstat(target, &s) == 0;
    int error = renameat2(AT_FDCWD, root, AT_FDCWD, target, replaces ? RENAME_EXCHANGE : 0) ? errno : 0;
    if (replaces && (error == EINVAL || error == ENOSYS))
        error = swap_slowly(c, root, target);
    if (error)
        return uk_fail(&u->message, UNKNOT_IO, "'%s' cannot be put in its place: %s", target, strerror(error));
    int fd = open(c->packs, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd); /* it is whole in any case; this is for a power cut right now */
        close(fd);
    }
    return UNKNOT_OK;
}

static int install(struct unknot *u, const struct change *c, const char *path)
{
    struct uk_packs *p = u->packs;
    char *root = NULL, *target = NULL;
    int status = bring(u, c, path, &root);
    if (!status && p->problems.count) { /* already what may be in it: the rest is told of where it is */
        uk_pack_problems_finish(&p->problems);
        status = examine(u, path, false);
    } else if (!status) {
        status = examine(u, root, false);
    }
    if (!status && !(target = folder_of(u, p->one.facts.id)))
        status = uk_no_memory(&u->message);
    if (!status)
        status = compare_installed(u, target);
    if (!status)
        status = uk_pack_sync(root, &u->message);
    if (!status)
        status = put_in_place(u, c, root, target);
    p->one.facts.folder = "";
    if (!status && !(p->one.facts.folder = uk_arena_text(&p->one.arena, target, strlen(target))))
        status = uk_no_memory(&u->message);
    free(root);
    free(target);
    return status;
}

int unknot_pack_install(struct unknot *u, const char *where, const struct unknot_pack **out)
{
    struct uk_packs *p = packs_of(u);
    struct change c = {.lock = -1};
    char *path = NULL;
    if (!p)
        return UNKNOT_NO_MEMORY;
    begin(p);
    *out = &p->one.facts;
    int status = find(u, where, &path);
    if (!status)
        status = begin_change(u, &c);
    if (!status)
        status = install(u, &c, path);
    end_change(&c);
    free(path);
    return status;
}

int unknot_pack_remove(struct unknot *u, const char *id)
{
    struct change c = {.lock = -1};
    struct stat s;
    char *folder = uk_catalog_is_plain(id, strlen(id)) ? folder_of(u, id) : NULL, *away = NULL;
    if (!folder || lstat(folder, &s)) {
        free(folder);
        return no_such_pack(u, "installed pack", id);
    }
    int status = begin_change(u, &c);
    if (!status && !(away = uk_path_join(c.fresh, "gone")))
        status = uk_no_memory(&u->message);
    if (!status && rename(folder, away))
        status = uk_fail(&u->message, UNKNOT_IO, "'%s' cannot be removed: %s", folder, strerror(errno));
    end_change(&c);
    free(folder);
    free(away);
    return status;
}
