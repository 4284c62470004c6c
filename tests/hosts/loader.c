/* loader.c - a host that was not linked with unknot: it loads the library at run time, with or without others.
 *
 *     host_loader LIBUNKNOT ADDRESS read [LIBRARY...]     loads the libraries for all to see, then says a sum of what the routine sounds
 *     host_loader LIBUNKNOT ADDRESS cycle N               loads, plays and unloads it N times, and says what was left behind
 */
#include <unknot.h>

#include <dirent.h>
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { BLOCK = 480 };

struct library {
    void *handle;
    int (*open)(struct unknot **, const char *, const struct unknot_options *);
    int (*prepare)(struct unknot *, int64_t, int64_t);
    size_t (*read)(struct unknot *, float *, size_t);
    int (*press)(struct unknot *, int64_t, const char *, double);
    const char *(*message)(const struct unknot *);
    void (*close)(struct unknot *);
};

static void die(const char *what, const char *why)
{
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

static void find(const struct library *l, void *function, const char *name)
{
    void *symbol = dlsym(l->handle, name);
    if (!symbol)
        die(name, dlerror());
    memcpy(function, &symbol, sizeof symbol);
}

static struct library load(const char *path)
{
    struct library l = {.handle = dlopen(path, RTLD_NOW | RTLD_LOCAL)};
    if (!l.handle)
        die(path, dlerror());
    find(&l, &l.open, "unknot_open_uri");
    find(&l, &l.prepare, "unknot_prepare");
    find(&l, &l.read, "unknot_read");
    find(&l, &l.press, "unknot_press_at");
    find(&l, &l.message, "unknot_message");
    find(&l, &l.close, "unknot_close");
    return l;
}

/* A sum of the first `most` frames, with a press on the way. */
static uint64_t play(const struct library *l, const char *address, int64_t most)
{
    struct unknot *u;
    float sound[2 * BLOCK];
    uint64_t sum = 0;
    if (l->open(&u, address, NULL))
        die(address, l->message(u));
    for (int64_t at = 0; at < most;) {
        if (at == 10 * BLOCK && l->press(u, at + 9600, "next", 0))
            die("press", l->message(u));
        l->prepare(u, at, BLOCK);
        size_t n = l->read(u, sound, BLOCK);
        for (size_t i = 0; i < 2 * n; i++) {
            uint32_t bits;
            memcpy(&bits, &sound[i], sizeof bits);
            sum = sum * 31 + bits;
        }
        if (n == 0)
            break;
        at += (int64_t)n;
    }
    l->close(u);
    return sum;
}

static int entries(const char *folder)
{
    int n = 0;
    DIR *d = opendir(folder);
    while (d && readdir(d))
        n++;
    if (d)
        closedir(d);
    return n;
}

/* Alive or dead. */
static bool has_children(void)
{
    return waitpid(-1, NULL, WNOHANG) != -1;
}

static long resident_kib(void)
{
    long pages = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f && fscanf(f, "%*d %ld", &pages) != 1)
        pages = 0;
    if (f)
        fclose(f);
    return pages * 4;
}

static void cycle(const char *path, const char *address, int times)
{
    int fds = 0, threads = 0;
    long kib = 0;
    for (int i = 0; i < times; i++) {
        struct library l = load(path);
        play(&l, address, 20 * BLOCK);
        dlclose(l.handle);
        if (dlopen(path, RTLD_NOW | RTLD_NOLOAD))
            die(path, "is still loaded");
        if (i == times / 5) { /* what libc keeps for good is there by now */
            fds = entries("/proc/self/fd");
            threads = entries("/proc/self/task");
            kib = resident_kib();
        }
    }
    printf("fds %+d threads %+d children %s kib %+ld\n", entries("/proc/self/fd") - fds, entries("/proc/self/task") - threads, has_children() ? "yes" : "no",
           resident_kib() - kib);
}

int main(int argc, char **argv)
{
    if (argc < 4)
        die("usage", "host_loader LIBUNKNOT ADDRESS read [LIBRARY...] | cycle N");
    if (strcmp(argv[3], "cycle") == 0) {
        cycle(argv[1], argv[2], argc > 4 ? atoi(argv[4]) : 100);
        return 0;
    }
    for (int i = 4; i < argc; i++)
        if (!dlopen(argv[i], RTLD_NOW | RTLD_GLOBAL))
            die(argv[i], dlerror());
    struct library l = load(argv[1]);
    printf("%016llx\n", (unsigned long long)play(&l, argv[2], INT64_MAX));
    dlclose(l.handle);
    return 0;
}
