/* fuzz_catalog: noise for the list of routines: names of files in the folder, and what a routine says of itself. The input is a name, a
 * NUL, and the rest. See README.md of the tests.
 *
 *     build/tests/fuzz_catalog -max_total_time=60 tests/fuzz/seeds/catalog
 */
#include "base/text.h"
#include "cli/json.h"
#include "engine/catalog.h"
#include "plan/wire.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static char home[] = "/tmp/unknot-fuzz-XXXXXX";

static void remove_home(void)
{
    char folder[64];
    snprintf(folder, sizeof folder, "%s/routines", home);
    rmdir(folder);
    rmdir(home);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    char folder[64];
    (void)argc;
    (void)argv;
    if (!mkdtemp(home))
        return 1;
    snprintf(folder, sizeof folder, "%s/routines", home);
    return mkdir(folder, 0700) || atexit(remove_home);
}

static bool can_be_shown(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if (*p < 0x20 || *p == 0x7f)
            return false;
    return uk_text_is_utf8(text, strlen(text));
}

/* Whatever the name is: the file is listed by it, and found by it. */
static void list_and_find(const char *name)
{
    struct uk_places places = {.user = home, .data = home};
    struct uk_catalog c;
    struct uk_message m = {""};
    char *path = NULL, *again = NULL;
    if (uk_catalog_init(&c, &places, &m) || c.count > 1)
        abort();
    if (uk_catalog_find(&places, name, &path, &m) != UNKNOT_OK && !can_be_shown(m.text))
        abort();
    if (c.count == 1 && !can_be_shown(c.names[0]))
        abort();
    if (c.count == 1) {
        free(path);
        path = NULL;
        if (strcmp(c.names[0], name) == 0 && uk_catalog_find(&places, c.names[0], &path, &m) == UNKNOT_OK)
            again = uk_catalog_name(path);
        if (again && !strstr(name, ".lua") && strcmp(again, name) != 0)
            abort();
    }
    free(again);
    free(path);
    uk_catalog_finish(&c);
}

static void name_a_file(const char *name)
{
    char path[400];
    snprintf(path, sizeof path, "%s/routines/%s.lua", home, name);
    int fd = strchr(name, '/') ? -1 : open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    list_and_find(name);
    if (fd >= 0) {
        close(fd);
        unlink(path);
    }
}

/* Printed as `unknot show --json` does, it is JSON; tamed, it can be shown. */
static void print(const struct uk_routine_facts *f)
{
    char *bytes = NULL, *tamed = strdup(f->title);
    size_t length = 0;
    struct uk_json j = {.out = open_memstream(&bytes, &length)};
    if (!j.out || !tamed)
        abort();
    uk_json_open(&j, NULL, '{');
    uk_json_text(&j, "title", f->title);
    uk_json_texts(&j, "points", f->points);
    uk_json_open(&j, "params", '{');
    for (size_t i = 0; i < f->param_count; i++)
        uk_json_texts(&j, f->params[i].name, f->params[i].values);
    uk_json_close(&j, '}');
    uk_json_close(&j, '}');
    fclose(j.out);
    json_t *read = json_loads(bytes, 0, NULL);
    uk_text_tame(tamed);
    if (!read || !can_be_shown(tamed))
        abort();
    json_decref(read);
    free(bytes);
    free(tamed);
}

static void describe(const uint8_t *bytes, size_t n)
{
    struct uk_packet p = {.length = n, .capacity = n, .bytes = malloc(n + 1)}, again = {0};
    struct uk_routine_facts f = {0};
    struct uk_message m = {""};
    if (!p.bytes)
        return;
    if (n)
        memcpy(p.bytes, bytes, n);
    if (uk_wire_get_facts(&p, &f, &m) == UNKNOT_OK) {
        print(&f);
        uk_wire_put_facts(&again, &f);
        if (again.length != p.at || !can_be_shown(f.title) || !can_be_shown(f.region))
            abort();
    } else if (!can_be_shown(m.text) || f.title) {
        abort();
    }
    uk_routine_facts_finish(&f);
    uk_packet_finish(&again);
    uk_packet_finish(&p);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    const uint8_t *end = n ? memchr(bytes, 0, n) : NULL;
    char name[252] = "";
    size_t length = end ? (size_t)(end - bytes) : 0;
    if (!end || length >= sizeof name)
        return 0;
    memcpy(name, bytes, length);
    if (*name && *name != '.')
        name_a_file(name);
    describe(end + 1, n - length - 1);
    return 0;
}
