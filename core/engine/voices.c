/* Voices as the public header shows them. A voice pack's pack.lua is a script like any other: the planner runs it in its sandbox, and
 * scripts/unknot/voice_pack.lua answers for it in lines of text. A pack speaks whatever its manifest says. */
#include "voices.h"

#include "engine.h"
#include "voice_packs.h"

#include "../base/text.h"
#include "../decode/wire.h"
#include "../score/voice_lines.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LARGEST_MANIFEST 65536
#define LARGEST_LINES (16u << 20)

struct uk_voices {
    struct uk_arena arena; /* of all texts */
    struct unknot_voice *list;
    struct uk_voice_lines *lines; /* of each, empty where it is no pack */
    size_t count;
    char *chosen;
};

static const char *keep(struct uk_voices *v, const char *text)
{
    const char *copy = uk_arena_text(&v->arena, text, strlen(text));
    return copy ? copy : "";
}

void uk_voices_destroy(struct uk_voices *v)
{
    if (!v)
        return;
    for (size_t i = 0; i < v->count; i++)
        uk_voice_lines_finish(&v->lines[i]);
    uk_arena_finish(&v->arena);
    free(v->lines);
    free(v->list);
    free(v->chosen);
    free(v);
}

static struct unknot_voice *add(struct uk_voices *v)
{
    struct unknot_voice *grown = realloc(v->list, (v->count + 1) * sizeof *grown);
    if (!grown)
        return NULL;
    v->list = grown;
    struct uk_voice_lines *lines = realloc(v->lines, (v->count + 1) * sizeof *lines);
    if (!lines)
        return NULL;
    v->lines = lines;
    lines[v->count] = (struct uk_voice_lines){0};
    grown[v->count] = (struct unknot_voice){"", "", "", "", "", "", "", "", "", 0, 0, 0, 0, 0, 0, 0, 0, 0};
    return &grown[v->count++];
}

/* The first of all troubles stays. */
static void trouble(struct uk_voices *v, struct unknot_voice *one, const char *sentence)
{
    if (!*one->trouble)
        one->trouble = keep(v, sentence);
}

/* ---- the manifest ---- */

/* "WORD and the rest". */
static void take_line(struct uk_voices *v, struct unknot_voice *one, char *line)
{
    const struct {
        const char *word;
        const char **value;
    } fields[] = {{"name", &one->name},     {"language", &one->language}, {"speaker", &one->speaker}, {"licence", &one->licence},
                  {"engine", &one->engine}, {"settings", &one->settings}};
    char *text = strchr(line, ' '), sentence[UK_MESSAGE_SIZE];
    if (!text)
        return;
    *text++ = '\0';
    if (strcmp(line, "problem") == 0 || (strcmp(line, "id") == 0 && strcmp(text, one->id) != 0)) {
        bool problem = *line == 'p';
        snprintf(sentence, sizeof sentence, problem ? "pack.lua: %s" : "pack.lua calls it '%s', and its folder has another name", text);
        trouble(v, one, sentence);
    }
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i].word, line) == 0)
            *fields[i].value = keep(v, text);
}

static int ask(struct unknot *u, const char *source, size_t n, struct uk_plan *plan, struct uk_message *m)
{
    struct uk_plan_request request = {.want = UK_WANT_REPLY, .question = "voice_pack", .name = "voice pack", .chunk = "pack.lua",
                                      .source = source, .source_length = n, .fit = UK_FIT_AS_WRITTEN};
    if (!uk_text_is_utf8(source, n))
        return uk_fail(m, UNKNOT_BAD_DATA, "pack.lua is no text: a manifest is a Lua script in UTF-8");
    return uk_planner_run(u->planner, &request, NULL, NULL, plan, m);
}

static void read_manifest(struct unknot *u, struct uk_voices *v, struct unknot_voice *one)
{
    struct uk_message m = {""};
    struct uk_plan plan = {0};
    char *path = uk_path_join(one->folder, "pack.lua"), *source = NULL, *at, *line;
    size_t n = 0;
    int status = path ? uk_path_read(path, LARGEST_MANIFEST, &source, &n, &m) : uk_no_memory(&m);
    if (!status)
        status = ask(u, source, n, &plan, &m);
    if (status)
        trouble(v, one, status == UNKNOT_NOT_FOUND ? "there is no pack.lua: it does not say who speaks" : m.text);
    at = status ? NULL : plan.reply;
    while ((line = strsep(&at, "\n")))
        take_line(v, one, line);
    uk_plan_finish(&plan);
    free(source);
    free(path);
}

/* ---- its lines ---- */

/* What the sums of its lines are made with: who spoke them. */
static char *identity_of(const struct unknot_voice *one)
{
    return uk_text_format("%s%s%s", one->engine, *one->settings ? " " : "", one->settings);
}

int uk_voice_identity(struct unknot *u, const char *folder, char **out, struct uk_message *m)
{
    struct uk_voices v = {0};
    struct unknot_voice one = {.id = "", .folder = folder, .trouble = "", .engine = "", .settings = ""};
    read_manifest(u, &v, &one);
    *out = *one.engine ? identity_of(&one) : NULL;
    int status = *one.engine && !*out ? uk_no_memory(m) : UNKNOT_OK;
    uk_arena_finish(&v.arena);
    return status;
}

static bool is_stale(const struct uk_voice_line *line, const char *identity)
{
    return line->sum != uk_line_sum(line->say ? line->say : line->text, identity, UK_CHAIN_VERSION);
}

static bool is_missing(const struct unknot_voice *one, const struct uk_voice_line *line)
{
    char *path = uk_path_join(one->folder, line->file);
    bool missing = !path || !uk_path_is_file(path);
    free(path);
    return missing;
}

static void read_lines(struct uk_voices *v, struct unknot_voice *one, struct uk_voice_lines *lines)
{
    struct uk_message m = {""};
    char *path = uk_path_join(one->folder, "lines.tsv"), *text = NULL, *identity = identity_of(one);
    size_t n = 0;
    int status = path && identity ? uk_path_read(path, LARGEST_LINES, &text, &n, &m) : uk_no_memory(&m);
    if (!status)
        status = uk_voice_lines_parse(lines, text, n, "lines.tsv", &m);
    if (status) {
        one->trouble = keep(v, m.text); /* it cannot speak: whatever else is wrong matters less */
        uk_voice_lines_finish(lines);
    }
    one->rate = lines->rate;
    one->lines = lines->count;
    for (size_t i = 0; i < lines->count; i++) {
        one->seconds += (double)lines->lines[i].frames / lines->rate;
        one->stale += is_stale(&lines->lines[i], identity);
        one->missing += is_missing(one, &lines->lines[i]);
    }
    free(identity);
    free(text);
    free(path);
}

static int64_t bytes_of(const char *folder)
{
    struct stat s;
    int64_t bytes = 0;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));)
        if (fstatat(dirfd(d), e->d_name, &s, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(s.st_mode))
            bytes += s.st_size;
    if (d)
        closedir(d);
    return bytes;
}

/* ---- all of them ---- */

static int add_packs(struct unknot *u, struct uk_voices *v)
{
    struct uk_voice_folders folders;
    int status = uk_voice_folders_init(&folders, &u->places, &u->message);
    for (size_t i = 0; i < folders.count && !status; i++) {
        struct unknot_voice *one = add(v);
        if (!one) {
            status = uk_no_memory(&u->message);
            break;
        }
        const char *id = folders.list[i].id;
        one->id = keep(v, id);
        one->folder = keep(v, folders.list[i].folder);
        one->language = uk_arena_text(&v->arena, id, uk_voice_id_language(id));
        one->language = one->language ? one->language : "";
        one->is_pack = 1;
        one->shipped = folders.list[i].shipped;
        one->chosen = strcmp(id, v->chosen) == 0;
        read_manifest(u, v, one);
        read_lines(v, one, &v->lines[v->count - 1]);
        one->bytes = bytes_of(one->folder);
    }
    uk_voice_folders_finish(&folders);
    return status;
}

static int add_plugins(struct unknot *u, struct uk_voices *v)
{
    struct uk_plugin_entry entry;
    size_t n = strcspn(v->chosen, ":");
    for (size_t i = 0; uk_plugin_entry(&u->places, i, &entry); i++) {
        if (strcmp(entry.kind, "voice") != 0)
            continue;
        struct unknot_voice *one = add(v);
        if (!one)
            return uk_no_memory(&u->message);
        one->id = keep(v, entry.name);
        one->name = keep(v, entry.summary);
        one->folder = keep(v, entry.path);
        one->trouble = keep(v, entry.trouble);
        one->shipped = 1;
        one->chosen = strlen(one->id) == n && strncmp(one->id, v->chosen, n) == 0;
    }
    return UNKNOT_OK;
}

int unknot_voice_count(struct unknot *u)
{
    uk_voices_destroy(u->voices);
    struct uk_voices *v = u->voices = calloc(1, sizeof *v);
    if (!v || !(v->chosen = uk_voice_choice_kept(&u->places)))
        return uk_no_memory(&u->message);
    int status = add_packs(u, v);
    if (!status)
        status = add_plugins(u, v);
    return status ? status : (int)v->count;
}

int unknot_voice(const struct unknot *u, size_t index, struct unknot_voice *out)
{
    if (!u->voices || index >= u->voices->count)
        return UNKNOT_BAD_ARGUMENT;
    *out = u->voices->list[index];
    return UNKNOT_OK;
}

/* NULL: there is none. */
static const struct uk_voice_line *line_of(const struct unknot *u, size_t index, size_t line)
{
    bool there = u->voices && index < u->voices->count && line < u->voices->lines[index].count;
    return there ? &u->voices->lines[index].lines[line] : NULL;
}

int unknot_voice_line(const struct unknot *u, size_t index, size_t line, struct unknot_voice_line *out)
{
    const struct uk_voice_line *l = line_of(u, index, line);
    if (!l)
        return UNKNOT_BAD_ARGUMENT;
    const struct unknot_voice *one = &u->voices->list[index];
    char *identity = identity_of(one);
    *out = (struct unknot_voice_line){l->id, l->text, l->say ? l->say : l->text, l->file, (double)l->frames / one->rate,
                                      !identity || is_stale(l, identity), is_missing(one, l)};
    free(identity);
    return UNKNOT_OK;
}

int unknot_voice_read(struct unknot *u, size_t index, size_t line)
{
    const struct uk_voice_line *l = line_of(u, index, line);
    struct uk_take_piece *pieces = NULL;
    size_t count;
    int64_t frames = 0;
    if (!l)
        return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "there is no line of that number");
    char *path = uk_path_join(u->voices->list[index].folder, l->file);
    int status = path ? uk_decoder_survey(u->decoder, path, &pieces, &count, &frames, &u->message) : uk_no_memory(&u->message);
    double seconds = (double)frames / UK_TAKE_RATE, wanted = (double)l->frames / u->voices->list[index].rate;
    if (!status && fabs(seconds - wanted) > 0.01)
        status = uk_fail(&u->message, UNKNOT_BAD_DATA, "'%s' is %.2f s long, and its pack says %.2f s: make the pack again", path, seconds,
                         wanted);
    free(pieces);
    free(path);
    return status;
}

const char *unknot_voice_chosen(const struct unknot *u)
{
    return u->voices && u->voices->chosen ? u->voices->chosen : "";
}

int unknot_voice_use(struct unknot *u, const char *id)
{
    return uk_voice_choice_keep(&u->places, id, &u->message);
}
