#include "described.h"

#include "../base/text.h"
#include "kept.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SHELF "routine"

static uint64_t hash_file(const char *name, const struct stat *s)
{
    int64_t is[] = {s->st_size, s->st_mtim.tv_sec, s->st_mtim.tv_nsec, (int64_t)s->st_ino};
    return uk_text_hash(uk_text_hash(UK_HASH_START, name, strlen(name)), is, sizeof is);
}

/* All files of a folder, in whatever order they come. False: it cannot be read. */
static bool hash_folder(const char *folder, uint64_t *sum)
{
    struct stat s;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));)
        if (fstatat(dirfd(d), e->d_name, &s, 0) == 0 && S_ISREG(s.st_mode))
            *sum += hash_file(e->d_name, &s);
    if (d)
        closedir(d);
    return d != NULL;
}

bool uk_described_from(const struct uk_session *s, const struct uk_places *places, uint64_t *out)
{
    char *library = uk_path_join(places->data, "scripts/unknot"), *planner = uk_path_join(places->helpers, "unknot-planner");
    struct stat p;
    uint64_t sum = 0;
    bool known = library && planner && hash_folder(library, &sum) && stat(planner, &p) == 0;
    if (known) {
        sum += hash_file(planner, &p);
        *out = uk_text_hash(uk_text_hash(uk_text_hash(UK_HASH_START, &sum, sizeof sum), s->name, strlen(s->name)), s->source, s->source_length);
    }
    free(library);
    free(planner);
    return known;
}

static bool recall(struct uk_session *s, const struct uk_places *places, uint64_t asked)
{
    struct uk_packet p;
    bool good = uk_kept_read(places, SHELF, s->path, asked, &p) && uk_wire_get_facts(&p, &s->facts, NULL) == UNKNOT_OK;
    if (good && p.at != p.length) {
        uk_routine_facts_finish(&s->facts);
        good = false;
    }
    uk_packet_finish(&p);
    return good;
}

static void keep(const struct uk_session *s, const struct uk_places *places, uint64_t asked)
{
    struct uk_packet p = {0};
    uk_wire_put_facts(&p, &s->facts);
    uk_kept_write(places, SHELF, s->path, asked, &p);
    uk_packet_finish(&p);
}

int uk_described(struct uk_session *s, const struct uk_places *places, struct uk_planner *planner, struct uk_message *m)
{
    uint64_t asked = 0;
    bool keeps = uk_described_from(s, places, &asked);
    uk_routine_facts_finish(&s->facts);
    bool known = keeps && recall(s, places, asked);
    int status = known ? UNKNOT_OK : uk_session_describe(s, planner, m);
    if (keeps && !known && !status)
        keep(s, places, asked);
    return status;
}
