/* machine.h - a made-up machine: a folder with the files of /proc, /sys and /etc that a test puts there. */
#ifndef MACHINE_H
#define MACHINE_H

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct machine {
    char root[64];
};

#define IN_A_MACHINE(test) cmocka_unit_test_setup_teardown(test, machine_create, machine_destroy)

static inline int machine_create(void **state)
{
    struct machine *m = calloc(1, sizeof *m);
    assert_non_null(m);
    strcpy(m->root, "/tmp/unknot-machine-XXXXXX");
    assert_non_null(mkdtemp(m->root));
    *state = m;
    return 0;
}

static inline int machine_remove(const char *path, const struct stat *s, int kind, struct FTW *at)
{
    (void)s;
    (void)kind;
    (void)at;
    return remove(path);
}

static inline int machine_destroy(void **state)
{
    struct machine *m = *state;
    nftw(m->root, machine_remove, 8, FTW_DEPTH | FTW_PHYS);
    free(m);
    return 0;
}

/* Writes a file, "proc/asound/cards", and makes the folders above it. */
static inline void put(const struct machine *m, const char *name, const char *text)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", m->root, name);
    for (char *p = path + strlen(m->root) + 1; (p = strchr(p, '/')); p++) {
        *p = '\0';
        assert_true(mkdir(path, 0700) == 0 || errno == EEXIST);
        *p = '/';
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

#endif
