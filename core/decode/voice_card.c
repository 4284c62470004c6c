#include "voice_card.h"

#include "cache.h"
#include "wire.h"

#include "../base/path.h"
#include "../base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST_CARD 8192

/* The files that the speaker names, such as a model: "piper -m MODEL", "-m=MODEL". */
static char *files_of(const char *speaker)
{
    char *text = strdup(""), *words = strdup(speaker), *rest = NULL;
    for (char *word = words ? strtok_r(words, " ", &rest) : NULL; text && word; word = strtok_r(NULL, " ", &rest)) {
        struct stat s;
        char *path = strchr(word, '=') ? strchr(word, '=') + 1 : word;
        if (stat(path, &s) || !S_ISREG(s.st_mode))
            continue;
        char *longer = uk_text_format("%s %lld %lld.%09ld", text, (long long)s.st_size, (long long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec);
        free(text);
        text = longer;
    }
    free(words);
    return text;
}

/* The part of the card that must be equal: the plugin's file and what the speaker names, to the nanosecond, and our chain. */
static char *head(const char *plugin, const char *speaker, const char *language)
{
    struct stat s;
    char *files = stat(plugin, &s) ? NULL : files_of(speaker);
    char *text = files ? uk_text_format("unknot voice card 3\nchain %d\nplugin %s\nspeaker %s\nlanguage %s\nfile %llu %lld %lld.%09ld%s\n",
                                        UK_CHAIN_VERSION, plugin, speaker, language, (unsigned long long)s.st_ino, (long long)s.st_size,
                                        (long long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec, files)
                       : NULL;
    free(files);
    return text;
}

static char *card_path(const char *cache, const char *plugin, const char *speaker, const char *language)
{
    struct uk_key k = uk_key_start("unknot voice card");
    uk_key_add_text(&k, plugin);
    uk_key_add_text(&k, speaker);
    uk_key_add_text(&k, language);
    return uk_cache_path(cache, "voice", &k, "txt");
}

bool uk_voice_card_read(struct uk_voice_card *card, const char *cache, const char *plugin, const char *speaker, const char *language)
{
    char *path = card_path(cache, plugin, speaker, language), *wanted = head(plugin, speaker, language), *text = NULL;
    size_t n;
    int end = 0;
    bool good = path && wanted && uk_path_read(path, LARGEST_CARD, &text, &n, NULL) == UNKNOT_OK &&
                strncmp(text, wanted, strlen(wanted)) == 0;
    good = good && sscanf(text + strlen(wanted), "rate %u\ngain_db %lf\nidentity %127[^\n]\nend%n", &card->rate, &card->gain_db,
                          card->identity, &end) == 3;
    good = good && end > 0 && card->rate >= 4000 && card->rate <= 384000 && fabs(card->gain_db) <= 60;
    free(text);
    free(wanted);
    free(path);
    return good;
}

void uk_voice_card_write(const struct uk_voice_card *card, const char *cache, const char *plugin, const char *speaker,
                         const char *language)
{
    char *path = card_path(cache, plugin, speaker, language), *start = head(plugin, speaker, language);
    char *text = start ? uk_text_format("%srate %u\ngain_db %.6f\nidentity %s\nend\n", start, card->rate, card->gain_db, card->identity)
                       : NULL;
    struct uk_cache_part part;
    int fd = path && text ? uk_cache_begin(&part, path, NULL) : -1;
    if (fd >= 0) {
        ssize_t n = (ssize_t)strlen(text);
        bool whole = write(fd, text, (size_t)n) == n && fsync(fd) == 0;
        close(fd);
        if (whole)
            uk_cache_commit(&part, NULL);
        else
            uk_cache_abandon(&part);
    }
    free(text);
    free(start);
    free(path);
}
