#include "voice_packs.h"

#include "../base/plugin_file.h"
#include "../base/text.h"
#include "plugin_host.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LONGEST_CHOICE 300

/* ---- the folders ---- */

static size_t letters(const char *s, char first, char last)
{
    size_t n = 0;
    while (s[n] >= first && s[n] <= last)
        n++;
    return n;
}

size_t uk_voice_id_language(const char *id)
{
    size_t language = letters(id, 'a', 'z');
    if (language < 2 || language > 3 || id[language] != '-')
        return 0;
    size_t region = letters(id + language + 1, 'A', 'Z'), n = language;
    if (region == 2 && id[language + 3] == '-')
        n = language + 3;
    return id[n + 1] ? n : 0;
}

static bool is_pack(const char *folder, const char *id)
{
    if (!uk_voice_id_language(id) || !uk_text_is_plain(id) || strpbrk(id, "\n\t"))
        return false;
    char *lines = uk_text_format("%s/%s/lines.tsv", folder, id);
    bool is = lines && uk_path_is_file(lines);
    free(lines);
    return is;
}

const struct uk_voice_folder *uk_voice_folders_find(const struct uk_voice_folders *f, const char *id)
{
    for (size_t i = 0; i < f->count; i++)
        if (strcmp(f->list[i].id, id) == 0)
            return &f->list[i];
    return NULL;
}

static int add_folder(struct uk_voice_folders *f, const char *folder, const char *id, bool shipped)
{
    struct uk_voice_folder *grown = realloc(f->list, (f->count + 1) * sizeof *grown);
    if (!grown)
        return UNKNOT_NO_MEMORY;
    f->list = grown;
    struct uk_voice_folder *one = &grown[f->count++];
    *one = (struct uk_voice_folder){strdup(id), uk_path_join(folder, id), shipped};
    return one->id && one->folder ? UNKNOT_OK : UNKNOT_NO_MEMORY;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int read_folder(struct uk_voice_folders *f, const char *folder, bool shipped)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, by_bytes), status = UNKNOT_OK;
    for (int i = 0; i < count; i++) {
        const char *id = entries[i]->d_name;
        if (!status && is_pack(folder, id) && !uk_voice_folders_find(f, id))
            status = add_folder(f, folder, id, shipped);
        free(entries[i]);
    }
    free(entries);
    return status;
}

int uk_voice_folders_init(struct uk_voice_folders *f, const struct uk_places *places, struct uk_message *m)
{
    *f = (struct uk_voice_folders){0};
    char *user = uk_path_join(places->user, "audio"), *shipped = uk_path_join(places->data, "audio");
    int status = user && shipped ? read_folder(f, user, false) : UNKNOT_NO_MEMORY;
    if (!status)
        status = read_folder(f, shipped, true);
    free(user);
    free(shipped);
    if (!status)
        return UNKNOT_OK;
    uk_voice_folders_finish(f);
    return uk_no_memory(m);
}

void uk_voice_folders_finish(struct uk_voice_folders *f)
{
    for (size_t i = 0; i < f->count; i++) {
        free(f->list[i].id);
        free(f->list[i].folder);
    }
    free(f->list);
    *f = (struct uk_voice_folders){0};
}

/* ---- names ---- */

/* The nearest of the ids of packs and the names of voice plugins; NULL: none. The caller frees it. */
static char *nearest(const char *wanted, const struct uk_voice_folders *f, const struct uk_places *places)
{
    struct dirent **entries = NULL;
    int count = scandir(places->plugins, &entries, NULL, by_bytes);
    size_t most = f->count + (size_t)(count < 0 ? 0 : count), n = 0;
    const char **names = calloc(most + 1, sizeof *names);
    char(*texts)[64] = calloc(most + 1, sizeof *texts); /* of the plugins */
    for (size_t i = 0; names && i < f->count; i++)
        names[n++] = f->list[i].id;
    for (int i = 0; i < count; i++) {
        if (names && texts && uk_plugin_name(entries[i]->d_name, UNKNOT_VOICE, texts[n], sizeof *texts)) {
            names[n] = texts[n];
            n++;
        }
        free(entries[i]);
    }
    free(entries);
    const char *near = names && texts ? uk_text_nearest(wanted, names) : NULL;
    char *copy = near ? strdup(near) : NULL;
    free(names);
    free(texts);
    return copy;
}

static int no_such(const char *wanted, const struct uk_voice_folders *f, const struct uk_places *places, struct uk_message *m)
{
    char plugin[64];
    snprintf(plugin, sizeof plugin, "%.*s", (int)strcspn(wanted, ":"), wanted);
    if (uk_plugin_not_installed(UNKNOT_VOICE, plugin, m))
        return UNKNOT_NOT_FOUND;
    if (strcmp(wanted, "en-US-slt") == 0)
        return uk_fail(m, UNKNOT_NOT_FOUND, "the voice '%s' is not installed: 'sudo apt install unknot-voice-en-us-slt'", wanted);
    char *near = nearest(wanted, f, places);
    int status = near ? uk_fail(m, UNKNOT_NOT_FOUND, "there is no voice '%s' (did you mean '%s'?)", wanted, near)
                      : uk_fail(m, UNKNOT_NOT_FOUND, "there is no voice '%s': 'unknot voice list' shows those there are", wanted);
    free(near);
    return status;
}

/* "PLUGIN" or "PLUGIN:SPEAKER". */
static bool is_plugin(const struct uk_places *places, const char *voice)
{
    struct uk_message m;
    char *name = strndup(voice, strcspn(voice, ":"));
    bool is = name && *name && uk_plugin_find(places, UNKNOT_VOICE, name, &m) == UNKNOT_OK;
    free(name);
    return is;
}

/* ---- the choice ---- */

static int take_packs(struct uk_voice_choice *c, const struct uk_voice_folders *f, const struct uk_voice_folder *first)
{
    c->packs = calloc(f->count + 1, sizeof *c->packs);
    if (!c->packs)
        return UNKNOT_NO_MEMORY;
    if (first)
        c->packs[c->pack_count++] = strdup(first->folder);
    for (size_t i = 0; i < f->count; i++)
        if (&f->list[i] != first)
            c->packs[c->pack_count++] = strdup(f->list[i].folder);
    for (size_t i = 0; i < c->pack_count; i++)
        if (!c->packs[i])
            return UNKNOT_NO_MEMORY;
    return UNKNOT_OK;
}

static int choose(struct uk_voice_choice *c, const struct uk_voice_folders *f, const struct uk_places *places, const char *wanted,
                  bool must, struct uk_message *m)
{
    const struct uk_voice_folder *pack = uk_voice_folders_find(f, wanted);
    bool plugin = !pack && is_plugin(places, wanted);
    if (*wanted && !pack && !plugin && must)
        return no_such(wanted, f, places, m);
    bool gone = *wanted && !pack && !plugin;
    c->voice = strdup(plugin ? wanted : "");
    c->trouble = gone ? uk_text_format("the voice '%s' that was chosen is not there any more: choose another with unknot voice use", wanted)
                      : strdup("");
    c->chosen = *wanted && !gone;
    int status = c->voice && c->trouble ? UNKNOT_OK : UNKNOT_NO_MEMORY;
    if (!status && !plugin)
        status = take_packs(c, f, pack);
    return status ? uk_no_memory(m) : UNKNOT_OK;
}

int uk_voice_choice_init(struct uk_voice_choice *c, const struct uk_places *places, const char *wanted, struct uk_message *m)
{
    struct uk_voice_folders f;
    *c = (struct uk_voice_choice){0};
    bool must = wanted && *wanted;
    char *kept = must ? strdup(wanted) : uk_voice_choice_kept(places);
    int status = uk_voice_folders_init(&f, places, m);
    if (!status)
        status = kept ? choose(c, &f, places, kept, must, m) : uk_no_memory(m);
    uk_voice_folders_finish(&f);
    free(kept);
    if (status)
        uk_voice_choice_finish(c);
    return status;
}

void uk_voice_choice_finish(struct uk_voice_choice *c)
{
    for (size_t i = 0; i < c->pack_count; i++)
        free(c->packs[i]);
    free(c->packs);
    free(c->voice);
    free(c->trouble);
    *c = (struct uk_voice_choice){0};
}

/* ---- what was kept ---- */

char *uk_voice_choice_kept(const struct uk_places *places)
{
    char *path = uk_path_join(places->config, "voice"), *text = NULL;
    size_t n;
    int status = path ? uk_path_read(path, LONGEST_CHOICE, &text, &n, NULL) : UNKNOT_NO_MEMORY;
    free(path);
    if (status)
        return status == UNKNOT_NO_MEMORY ? NULL : strdup("");
    text[strcspn(text, "\n")] = '\0';
    uk_text_tame(text);
    return text;
}

static int write_whole(const char *part, const char *text)
{
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), error = 0;
    if (fd < 0)
        return errno;
    size_t n = strlen(text);
    if (write(fd, text, n) != (ssize_t)n)
        error = errno ? errno : ENOSPC;
    if (!error && fsync(fd))
        error = errno;
    return close(fd) && !error ? errno : error;
}

static int keep(const struct uk_places *places, const char *wanted, struct uk_message *m)
{
    char *path = uk_path_join(places->config, "voice"), *part = uk_path_join(places->config, "voice.part");
    char *line = uk_text_format("%s\n", wanted);
    int error = 0, status = path && part && line ? uk_path_make_folder(places->config, m) : uk_no_memory(m);
    if (!status && *wanted)
        error = write_whole(part, line);
    if (!status && !error)
        error = *wanted ? (rename(part, path) ? errno : 0) : unlink(path) && errno != ENOENT ? errno : 0;
    if (error) {
        unlink(part);
        status = uk_fail(m, UNKNOT_IO, "'%s' cannot be written: %s", path, strerror(error));
    }
    free(path);
    free(part);
    free(line);
    return status;
}

int uk_voice_choice_keep(const struct uk_places *places, const char *wanted, struct uk_message *m)
{
    struct uk_voice_choice c;
    int status = UNKNOT_OK;
    if (strlen(wanted) + 2 > LONGEST_CHOICE)
        status = uk_fail(m, UNKNOT_BAD_ARGUMENT, "the name of a voice has at most %d letters", LONGEST_CHOICE - 2);
    if (!status && *wanted) {
        status = uk_voice_choice_init(&c, places, wanted, m);
        uk_voice_choice_finish(&c);
    }
    return status ? status : keep(places, wanted, m);
}
