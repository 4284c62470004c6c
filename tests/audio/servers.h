/* servers.h - private sound servers for a test, with everything they keep in the test's folder. All of them end with the test. */
#ifndef SERVERS_H
#define SERVERS_H

#include "session_by_clock.h"

#include <glob.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>

#define UP_LIMIT_S 10.0

struct server {
    const struct room *room;
    pid_t bus, main, manager, recorder; /* 0: none */
};

/* Starts a program that writes nothing to this test's stderr, and dies with it. */
static inline pid_t spawn(const struct room *room, const char *const argv[])
{
    pid_t parent = getpid(), pid = fork();
    assert_true(pid >= 0);
    if (pid > 0)
        return pid;
    int log = open(in_room(room, "servers.log"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(log, 1);
    dup2(log, 2);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() == parent)
        execvp(argv[0], (char *const *)(uintptr_t)argv);
    _exit(127);
}

static inline void end(pid_t *pid)
{
    if (*pid > 0 && kill(*pid, SIGKILL) == 0)
        waitpid(*pid, NULL, 0);
    *pid = 0;
}

static inline bool is_installed(const char *program)
{
    char command[100];
    snprintf(command, sizeof command, "command -v %s > /dev/null", program);
    return system(command) == 0;
}

static inline bool alsa_can(const char *type)
{
    char pattern[100];
    glob_t found = {0};
    snprintf(pattern, sizeof pattern, "/usr/lib*/*/alsa-lib/libasound_module_pcm_%s.so", type);
    bool there = glob(pattern, 0, NULL, &found) == 0;
    globfree(&found);
    snprintf(pattern, sizeof pattern, "/usr/lib*/alsa-lib/libasound_module_pcm_%s.so", type);
    there |= glob(pattern, 0, NULL, &found) == 0;
    globfree(&found);
    return there;
}

static inline bool answers(const char *socket_path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", socket_path);
    bool yes = fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
    close(fd);
    return yes;
}

/* Waits for a server, and hands over sound meanwhile when there is a session. */
#define WAIT_UNTIL(condition, session, what)                                                                                           \
    for (int64_t from_ = uk_clock_ns(); !(condition);) {                                                                               \
        if (seconds_since(from_) > UP_LIMIT_S)                                                                                         \
            fail_msg("%s does not start", what);                                                                                       \
        if (session)                                                                                                                   \
            step(session);                                                                                                             \
        else                                                                                                                           \
            usleep(5000);                                                                                                              \
    }

static inline void live_in(const struct room *room)
{
    setenv("XDG_RUNTIME_DIR", room->folder, 1);
    setenv("XDG_STATE_HOME", room->folder, 1);
    setenv("XDG_CONFIG_HOME", room->folder, 1);
    setenv("HOME", room->folder, 1);
}

/* ---- PulseAudio -------------------------------------------------------------------------------------------------- */

static inline bool pulse_is_there(void)
{
    return is_installed("pulseaudio") && alsa_can("pulse");
}

/* Plays to out.raw, at the pace of the system's clock. */
static inline void pulse_up(struct server *v, struct session *s)
{
    char listen[200], sink[300], server[200], copy[400];
    snprintf(listen, sizeof listen, "module-native-protocol-unix socket=%s auth-anonymous=1", in_room(v->room, "pulse.sock"));
    snprintf(sink, sizeof sink, "module-pipe-sink file=%s format=s16le rate=48000 channels=2 use_system_clock_for_timing=yes",
             in_room(v->room, "fifo"));
    snprintf(server, sizeof server, "unix:%s", in_room(v->room, "pulse.sock"));
    setenv("PULSE_SERVER", server, 1);
    live_in(v->room);
    unlink(in_room(v->room, "pulse.sock")); /* those of one that was killed */
    unlink(in_room(v->room, "fifo"));
    const char *const argv[] = {"pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=stderr",
                                "--log-level=error", "-L", listen, "-L", sink, NULL};
    v->main = spawn(v->room, argv);
    WAIT_UNTIL(answers(in_room(v->room, "pulse.sock")), s, "PulseAudio");
    WAIT_UNTIL(access(in_room(v->room, "fifo"), F_OK) == 0, s, "PulseAudio's sink");
    snprintf(copy, sizeof copy, "exec cat '%s' >> '%s'", in_room(v->room, "fifo"), in_room(v->room, "out.raw"));
    const char *const recorder[] = {"sh", "-c", copy, NULL};
    v->recorder = spawn(v->room, recorder);
}

/* ---- PipeWire ---------------------------------------------------------------------------------------------------- */

static inline bool pipewire_is_there(void)
{
    const char *library = getenv("PW_ALSA_LIB");
    return is_installed("pipewire") && is_installed("wireplumber") && is_installed("pw-record") && is_installed("dbus-daemon") &&
           (alsa_can("pipewire") || (library && access(library, R_OK) == 0));
}

static inline bool has_sink(void)
{
    return system("pw-link -i 2> /dev/null | grep -q nul") == 0;
}

static inline void pipewire_up(struct server *v, struct session *s)
{
    char bus[200];
    live_in(v->room);
    setenv("PIPEWIRE_RUNTIME_DIR", v->room->folder, 1);
    if (!v->bus) {
        snprintf(bus, sizeof bus, "unix:path=%s", in_room(v->room, "bus"));
        setenv("DBUS_SESSION_BUS_ADDRESS", bus, 1);
        const char *const argv[] = {"dbus-daemon", "--session", "--nofork", "--address", bus, NULL};
        v->bus = spawn(v->room, argv);
        WAIT_UNTIL(answers(in_room(v->room, "bus")), s, "D-Bus");
    }
    const char *const pipewire[] = {"pipewire", "-c", SOURCE_DIR "/tests/audio/pipewire.conf", NULL};
    v->main = spawn(v->room, pipewire);
    WAIT_UNTIL(answers(in_room(v->room, "pipewire-0")), s, "PipeWire");
    const char *const wireplumber[] = {"wireplumber", NULL};
    v->manager = spawn(v->room, wireplumber);
    WAIT_UNTIL(has_sink(), s, "WirePlumber");
    const char *const recorder[] = {"pw-record", "--target", "nul", "-P", "{ stream.capture.sink=true }", "--format", "s16", "--rate",
                                    "48000", "--channels", "2", in_room(v->room, "out.raw"), NULL};
    v->recorder = spawn(v->room, recorder);
}

/* ---- both -------------------------------------------------------------------------------------------------------- */

static inline void server_killed(struct server *v)
{
    end(&v->main);
    end(&v->manager);
    end(&v->recorder);
}

static inline void server_down(struct server *v)
{
    server_killed(v);
    end(&v->bus);
}

#endif
