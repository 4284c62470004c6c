#include "doctor_look.h"

#include "json.h"
#include "remote.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 3000
#define MOST_TEXT 65536

extern char **environ;

/* All that is read from `fd` until its end; the caller frees it. NULL: it took too long. */
static char *read_all(int fd)
{
    char *text = malloc(MOST_TEXT);
    size_t have = 0;
    struct pollfd f = {.fd = fd, .events = POLLIN};
    while (text && have < MOST_TEXT - 1) {
        ssize_t n = poll(&f, 1, PATIENCE_MS) == 1 ? read(fd, text + have, MOST_TEXT - 1 - have) : -1;
        if (n < 0) {
            free(text);
            return NULL;
        }
        if (n == 0)
            break;
        have += (size_t)n;
    }
    if (text)
        text[have] = '\0';
    return text;
}

/* What a program prints; the caller frees it. NULL: it is not there, fails or hangs. */
static char *output_of(const char *const *argv)
{
    int ends[2], status = 1;
    pid_t pid;
    posix_spawn_file_actions_t files;
    if (pipe2(ends, O_CLOEXEC))
        return NULL;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], 1);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    int error = posix_spawnp(&pid, argv[0], &files, NULL, (char *const *)(uintptr_t)argv, environ);
    posix_spawn_file_actions_destroy(&files);
    close(ends[1]);
    char *text = error ? NULL : read_all(ends[0]);
    close(ends[0]);
    if (!error && !text)
        kill(pid, SIGKILL);
    if (!error && (waitpid(pid, &status, 0) != pid || status)) {
        free(text);
        text = NULL;
    }
    return text;
}

static char *ask_mixer(const struct uk_machine *m)
{
    char card[64];
    if (!*m->output)
        return NULL;
    if (!*uk_machine_card(m, card, sizeof card))
        return output_of((const char *const[]){"amixer", NULL});
    return output_of((const char *const[]){"amixer", "-c", card, NULL});
}

/* What the player that plays now says of itself; the caller frees it. NULL: there is none, or it does not answer. */
static char *ask_player(void)
{
    static const char status[] = "{\"command\": [\"status\"]}\n";
    struct uk_remote r;
    char *line = NULL, *said = NULL;
    size_t n;
    if (!uk_remote_is_there())
        return NULL;
    if (!uk_remote_open(&r, NULL) && !uk_remote_send(&r, status, strlen(status)) && !uk_remote_answer(&r, &line)) {
        const char *data = uk_json_find(line, "data", &n);
        said = data ? strndup(data, n) : NULL;
    }
    uk_remote_close(&r);
    return said;
}

/* By /etc/passwd; $USER where that does not know. */
static void find_user(struct uk_look *l)
{
    char line[1024];
    const char *named = getenv("USER");
    snprintf(l->user, sizeof l->user, "%s", named ? named : "");
    FILE *f = fopen("/etc/passwd", "re");
    while (f && fgets(line, sizeof line, f)) {
        char *rest = line, *name = strsep(&rest, ":"), *password = strsep(&rest, ":"), *number = strsep(&rest, ":");
        if (password && number && strtoul(number, NULL, 10) == l->machine.uid) {
            snprintf(l->user, sizeof l->user, "%s", name);
            break;
        }
    }
    if (f)
        fclose(f);
}

static void find_output(struct uk_look *l, const char *device)
{
    struct unknot_device_info info;
    int status = unknot_next_device(l->u, "portaudio", 0, &info);
    l->outputs = status;
    if (status > 0) {
        snprintf(l->output, sizeof l->output, "%s", info.name);
        snprintf(l->why, sizeof l->why, "%s", info.detail);
    } else if (status < 0) {
        snprintf(l->why, sizeof l->why, "%s", unknot_message(l->u));
    }
    if (device) {
        snprintf(l->output, sizeof l->output, "%s", device);
        snprintf(l->why, sizeof l->why, "what --device says");
    }
}

void uk_look_init(struct uk_look *l, struct unknot *u, const char *device)
{
    struct utsname system;
    struct stat data;
    const char *home = getenv("HOME");
    *l = (struct uk_look){.u = u};
    struct uk_machine *m = &l->machine;
    int groups = getgroups(sizeof l->groups / sizeof *l->groups, l->groups);
    *m = (struct uk_machine){.root = "", .user = l->user, .home = home ? home : "", .uid = geteuid(), .groups = l->groups, .group_count = groups > 0 ? (size_t)groups : 0,
                             .by_ssh = getenv("SSH_CONNECTION") != NULL, .state = unknot_state_folder(u), .output = l->output, .kernel = l->kernel};
    if (uname(&system) == 0) {
        snprintf(l->kernel, sizeof l->kernel, "%s", system.machine);
        snprintf(l->host, sizeof l->host, "%s", system.nodename);
    }
    m->now = time(NULL);
    m->installed = stat(unknot_data_folder(u), &data) == 0 ? data.st_mtime : 0;
    find_user(l);
    find_output(l, device);
    m->mixer = l->mixer = ask_mixer(m);
    m->player = l->player = ask_player();
}

void uk_look_finish(struct uk_look *l)
{
    free(l->mixer);
    free(l->player);
    l->mixer = l->player = NULL;
}
