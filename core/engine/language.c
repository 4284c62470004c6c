#include "language.h"

#include "../base/text.h"
#include "../sound/clip.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- which there are ---- */

/* "de", "de-AT", "zh-Hant-TW": each part in the letters that are usual for it. False: it is no tag. */
static bool take_tag(const char *from, char out[UK_LANGUAGE_TAG])
{
    size_t n = strlen(from), part = 0;
    if (n >= UK_LANGUAGE_TAG)
        return false;
    for (size_t i = 0; i <= n; i++) {
        bool end = i == n || from[i] == '-' || from[i] == '_';
        if (!end && (i - part >= 8 || !(isalpha((unsigned char)from[i]) || (part && isdigit((unsigned char)from[i])))))
            return false;
        out[i] = i == n ? '\0' : end ? '-' : (char)tolower((unsigned char)from[i]);
        if (end && i - part < (part ? 1 : 2))
            return false;
        if (end && part && i - part == 2)
            out[part + 1] = (char)toupper((unsigned char)out[part + 1]);
        if (end && part && (i - part == 2 || i - part == 4))
            out[part] = (char)toupper((unsigned char)out[part]);
        part = end ? i + 1 : part;
    }
    return true;
}

/* Whether it is the language that routines are written in, or one of its kind: nothing is missing there. */
static bool is_written(const char *tag)
{
    size_t n = strlen(UK_LANGUAGE_WRITTEN);
    return strncmp(tag, UK_LANGUAGE_WRITTEN, n) == 0 && (!tag[n] || tag[n] == '-');
}

/* Where catalogues are: FOLDER/po, and the shipped ones with the scripts whose words they translate. */
#define USERS "po"
#define SHIPPED "scripts/po"

/* Adds FOLDER/BELOW/TAG.po, when it is there. *found tells that it was. */
static int add_file(struct uk_language *l, const char *folder, const char *below, const char *tag, bool *found, struct uk_message *m)
{
    char *path = uk_text_format("%s/%s/%s.po", folder, below, tag), *text = NULL;
    struct uk_message why = {""};
    size_t n;
    int status = path ? uk_path_read(path, UK_TRANSLATION_LARGEST, &text, &n, &why) : uk_no_memory(&why);
    if (!status) {
        *found = true;
        status = uk_translation_read(&l->words, text, n, path, &why);
    }
    if (status == UNKNOT_NOT_FOUND)
        status = UNKNOT_OK;
    else if (status && m)
        *m = why;
    free(text);
    free(path);
    return status;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct uk_translated *)a)->source, ((const struct uk_translated *)b)->source);
}

/* The languages of a folder. What cannot be had is left out of a message: it is no failure. */
static void list_folder(struct uk_translation *list, const char *folder, const char *below)
{
    char *path = uk_path_join(folder, below), tag[UK_LANGUAGE_TAG], name[UK_LANGUAGE_TAG];
    DIR *d = path ? opendir(path) : NULL;
    for (struct dirent *e; d && (e = readdir(d));) {
        size_t n = strlen(e->d_name);
        if (n < 4 || n - 3 >= sizeof name || strcmp(e->d_name + n - 3, ".po") != 0)
            continue;
        memcpy(name, e->d_name, n - 3);
        name[n - 3] = '\0';
        if (take_tag(name, tag))
            uk_translation_add(list, tag, tag, NULL);
    }
    if (d)
        closedir(d);
    free(path);
}

static int no_such(const struct uk_places *places, const char *tag, struct uk_message *m)
{
    struct uk_translation list = {0};
    char names[300] = "";
    uk_translation_add(&list, UK_LANGUAGE_WRITTEN, UK_LANGUAGE_WRITTEN, NULL);
    list_folder(&list, places->user, USERS);
    list_folder(&list, places->data, SHIPPED);
    if (list.count > 0)
        qsort(list.list, list.count, sizeof *list.list, by_text);
    for (size_t i = 0, at = 0; i < list.count && at < sizeof names; i++)
        at += (size_t)snprintf(names + at, sizeof names - at, "%s%s", i == 0 ? "" : i + 1 == list.count ? " and " : ", ", list.list[i].source);
    uk_translation_finish(&list);
    return uk_fail(m, UNKNOT_NOT_FOUND, "there is no translation into '%s', only %s: scripts/po/README.md tells how one is made", tag, names);
}

static int init(struct uk_language *l, const struct uk_places *places, const char *tag, struct uk_message *m)
{
    char now[UK_LANGUAGE_TAG];
    bool found = false;
    int status = UNKNOT_OK;
    if (!take_tag(tag && *tag ? tag : UK_LANGUAGE_WRITTEN, l->tag))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "'%.40s' is no language: write it as de or de-AT", tag);
    memcpy(now, l->tag, sizeof now);
    while (!status && strcmp(now, UK_LANGUAGE_WRITTEN) != 0) {
        status = add_file(l, places->user, USERS, now, &found, m);
        if (!status)
            status = add_file(l, places->data, SHIPPED, now, &found, m);
        char *dash = strrchr(now, '-');
        if (!dash)
            break;
        *dash = '\0';
    }
    if (!status && !found && !is_written(l->tag))
        status = no_such(places, l->tag, m);
    return status;
}

int uk_language_create(struct uk_language **out, const struct uk_places *places, const char *tag, struct uk_message *m)
{
    struct uk_language *l = calloc(1, sizeof *l);
    int status = l ? init(l, places, tag, m) : uk_no_memory(m);
    if (status)
        uk_language_destroy(l);
    else
        *out = l;
    return status;
}

void uk_language_destroy(struct uk_language *l)
{
    if (!l)
        return;
    uk_translation_finish(&l->words);
    uk_translation_finish(&l->shown);
    free(l);
}

/* ---- texts ---- */

const char *uk_language_said(const struct uk_language *l, const char *source)
{
    const char *text = uk_translation_find(&l->words, source);
    return text ? text : source;
}

/* The end of a pause, "[0.6]", at `s`; NULL: something else. */
static const char *pause_end(const char *s)
{
    size_t n = s[0] == '[' ? strspn(s + 1, "0123456789.") : 0;
    return n > 0 && s[n + 1] == ']' ? s + n + 2 : NULL;
}

static void strip(char *text)
{
    char *out = text;
    for (const char *s = text, *end; *s;) {
        end = pause_end(s);
        if (end)
            s = end;
        else if (*s == ' ' && (out == text || out[-1] == ' '))
            s++;
        else
            *out++ = *s++;
    }
    while (out > text && out[-1] == ' ')
        out--;
    *out = '\0';
}

const char *uk_language_shown(struct uk_language *l, const char *source)
{
    const char *said = uk_language_said(l, source), *pause = strchr(said, '[');
    while (pause && !pause_end(pause))
        pause = strchr(pause + 1, '[');
    if (!pause)
        return said;
    const char *known = uk_translation_find(&l->shown, said);
    char *text = known ? NULL : strdup(said);
    if (text) {
        strip(text);
        uk_translation_add(&l->shown, said, text, NULL);
        free(text);
        known = uk_translation_find(&l->shown, said);
    }
    return known ? known : said;
}

char *uk_language_clip(const struct uk_language *l, const char *source)
{
    const char *text = uk_translation_find(&l->words, source);
    return uk_text_format("%s\t%s", text ? l->tag : UK_LANGUAGE_WRITTEN, text ? text : source);
}

/* ---- what is missing ---- */

static int add_missing(const struct uk_language *l, const char *source, struct uk_translation *missing, struct uk_message *m)
{
    bool there = !*source || uk_translation_find(&l->words, source);
    return there ? UNKNOT_OK : uk_translation_add(missing, source, source, m);
}

int uk_language_missing(const struct uk_language *l, const struct uk_timeline *t, const struct uk_routine_facts *facts,
                        const struct uk_lengths *lengths, struct uk_translation *missing, struct uk_message *m)
{
    int status = UNKNOT_OK;
    if (is_written(l->tag))
        return status;
    for (uint32_t i = 0; !status && i < t->cue_count; i++)
        status = add_missing(l, t->cues[i].text, missing, m);
    for (size_t i = 0; !status && i < lengths->room; i++)
        if (lengths->slots[i].name && lengths->slots[i].kind == UK_CLIP_PHRASE)
            status = add_missing(l, lengths->slots[i].name, missing, m);
    for (uint32_t i = 0; !status && i < t->mark_count; i++)
        if (t->marks[i].level < UK_QUESTION_LEVEL)
            status = add_missing(l, t->marks[i].title, missing, m);
    if (!status)
        status = add_missing(l, facts->title, missing, m);
    return status ? status : add_missing(l, facts->summary, missing, m);
}

void uk_language_complain(const struct uk_language *l, const struct uk_translation *missing, char *out, size_t size)
{
    const char *first = missing->list[0].source;
    if (missing->count == 1)
        snprintf(out, size, "'%.200s' has no translation and stays as it is: write one into po/%s.po", first, l->tag);
    else
        snprintf(out, size, "%zu texts have no translation and stay as they are, the first is '%.200s': write them into po/%s.po",
                 missing->count, first, l->tag);
}
