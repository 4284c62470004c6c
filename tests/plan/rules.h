/* rules.h - for tests that need the body as data: asks tests/plan/data_rules.lua, which is run where the library is. */
#ifndef TESTS_RULES_H
#define TESTS_RULES_H

#include "routines.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#define RULES_LIBRARY SOURCE_DIR "/scripts/unknot"
#define RULES_FOLDER "/tmp/unknot-rules-%d"
#define MOST_CAUTIONS 12

/* What data_rules.lua knows of a site. */
struct site {
    char text[4096];
    const char *id, *side, *how;
    double ceiling;
    const char *cautions[MOST_CAUTIONS];
    int caution_count;
};

static inline bool is_lua(const char *name) {
    size_t n = strlen(name);
    return n > 4 && strcmp(name + n - 4, ".lua") == 0;
}

static inline void rules_folder(char *path, size_t room) { snprintf(path, room, RULES_FOLDER, (int)getpid()); }

/* The library as it is shipped, and the rules beside it. For cmocka's setup and teardown of a group. */
static inline int make_library(void **state) {
    char folder[64], from[1024], to[1024];
    (void)state;
    rules_folder(folder, sizeof folder);
    DIR *d = mkdir(folder, 0700) == 0 ? opendir(RULES_LIBRARY) : NULL;
    if (!d)
        return -1;
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        snprintf(from, sizeof from, "%s/%s", RULES_LIBRARY, e->d_name);
        snprintf(to, sizeof to, "%s/%s", folder, e->d_name);
        if (is_lua(e->d_name) && symlink(from, to))
            return -1;
    }
    closedir(d);
    snprintf(to, sizeof to, "%s/data_rules.lua", folder);
    return symlink(SOURCE_DIR "/tests/plan/data_rules.lua", to);
}

static inline int remove_library(void **state) {
    char folder[64], path[1024];
    (void)state;
    rules_folder(folder, sizeof folder);
    DIR *d = opendir(folder);
    for (struct dirent *e = d ? readdir(d) : NULL; e; e = readdir(d)) {
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        if (e->d_name[0] != '.')
            unlink(path);
    }
    if (d)
        closedir(d);
    return rmdir(folder);
}

/* What the rules answer to a table, written as Lua. */
static inline void ask(const char *about, char *reply, size_t size) {
    char folder[64], source[8192];
    double pace = 2.4;
    rules_folder(folder, sizeof folder);
    int n = snprintf(source, sizeof source, "return { %s }", about);
    struct uk_plan_request r = {.name = "rules", .chunk = "rules.lua", .source = source, .source_length = (size_t)n,
                                .want = UK_WANT_REPLY, .question = "data_rules", .fit = UK_FIT_AS_WRITTEN};
    struct uk_plan plan = {0};
    struct uk_planner *planner;
    struct uk_message m;
    assert_true((size_t)n < sizeof source);
    int status = uk_planner_create(&planner, BUILD_DIR "/libexec/unknot/unknot-planner", folder, &m);
    if (!status)
        status = uk_planner_run(planner, &r, spoken_length, &pace, &plan, &m);
    if (status)
        fail_msg("%s", m.text);
    snprintf(reply, size, "%s", plan.reply);
    uk_plan_finish(&plan);
    uk_planner_destroy(planner);
}

/* Site number 1 and on, in the order of their ids. False: there are not so many. */
static inline bool ask_site(int number, struct site *s) {
    char about[40];
    *s = (struct site){0};
    snprintf(about, sizeof about, "site = %d", number);
    ask(about, s->text, sizeof s->text);
    char *rest = s->text;
    s->id = strsep(&rest, "|");
    if (!rest)
        return false;
    s->side = strsep(&rest, "|");
    s->ceiling = atof(strsep(&rest, "|"));
    s->how = strsep(&rest, "|");
    while (rest && s->caution_count < MOST_CAUTIONS)
        s->cautions[s->caution_count++] = strsep(&rest, "|");
    return true;
}

/* The highest level anything may ask for. */
static inline double highest(const struct site *s, const char *mode) {
    return strcmp(mode, "gentle") == 0 ? fmax(1, fmin(4, s->ceiling - 2)) : s->ceiling;
}

#endif
