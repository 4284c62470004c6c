#!/bin/sh
# layers.sh SOURCE - who may include whom. Includes only go up the list base, score, sound, {plan | decode | unpack | perform}, engine, cli;
# each outside library has one door; a plugin knows only the plugin header, and voices the letters in fold.h; what plays in programs of
# others (plugins/host-*) knows only <unknot.h>.
cd "$1" || exit 1
find core plugins -name '*.[ch]' | sort | xargs awk '
function refuse(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
    bad = 1
}

# "core/plan/../score/journal.h" becomes "core/score/journal.h"
function tidy(path,    parts, out, n, i, k) {
    n = split(path, parts, "/")
    k = 0
    for (i = 1; i <= n; i++) {
        if (parts[i] == ".." && k > 0)
            k--
        else if (parts[i] != ".")
            out[++k] = parts[i]
    }
    path = out[1]
    for (i = 2; i <= k; i++)
        path = path "/" out[i]
    return path
}

function folder_of(path) {
    sub(/\/[^\/]*$/, "", path)
    return path
}

function layer_of(path) {
    sub(/^core\//, "", path)
    sub(/\/.*/, "", path)
    return path
}

function check_core(from, target,    a, b) {
    a = layer_of(from)
    b = layer_of(target)
    if (!(b in rank))
        refuse("\"" target "\" is in no layer")
    else if (a == b)
        return
    else if (a == "engine" && target ~ /^core\/(plan|decode|unpack)\/wire\.h$/)
        return
    else if (a == "cli")
        refuse("the command includes only <unknot.h> and its own folder, not " target)
    else if (a == "engine" && (b == "plan" || b == "decode" || b == "unpack"))
        refuse("engine knows " b " only by its wire.h, not " target)
    else if (rank[b] >= rank[a])
        refuse(a " may not include " b " (" target ")")
}

function check_library(from, header,    host) {
    host = from ~ /^plugins\/host-/
    if (header == "unknot_voice.h" && from ~ /^core\/include\// || header == "unknot_plugin.h" && !host || header == "unknot.h" && (host || from !~ /^plugins\//))
        return
    if (header == "unknot_plugin.h")
        refuse("what plays in programs of others includes only <unknot.h>")
    else if (header == "unknot.h")
        refuse("a plugin includes only <unknot_plugin.h>")
    else if (header in doors) {
        if (from !~ doors[header])
            refuse("<" header "> may only be included by " shown[header])
    } else if (!(header in libc))
        refuse("<" header "> is neither of the C library nor has it a door here: see tests/lint/layers.sh")
}

function door(headers, pattern, words,    list, n, i) {
    n = split(headers, list, " ")
    for (i = 1; i <= n; i++) {
        doors[list[i]] = pattern
        shown[list[i]] = words
    }
}

BEGIN {
    rank["base"] = 1; rank["score"] = 2; rank["sound"] = 3
    rank["plan"] = rank["decode"] = rank["unpack"] = rank["perform"] = 4
    rank["engine"] = 5; rank["cli"] = 6

    door("lua.h lauxlib.h lualib.h", "^core/plan/", "core/plan")
    door("seccomp.h", "^core/(plan|unpack)/", "core/plan and core/unpack")
    door("archive.h archive_entry.h", "^core/unpack/main\\.c", "core/unpack/main.c")
    door("sndfile.h", "^(core/decode/|plugins/sink-file\\.c)", "core/decode and plugins/sink-file.c")
    door("soxr.h", "^core/decode/resample\\.c", "core/decode/resample.c")
    door("ebur128.h", "^core/decode/loudness\\.c", "core/decode/loudness.c")
    door("jansson.h", "^(core/score/|core/engine/report\\.c|plugins/control-(socket|mpris)/|plugins/sink-pipe/unknot-snapcast\\.c)", "core/score, core/engine/report.c, plugins/control-socket, control-mpris and sink-pipe/unknot-snapcast.c")
    door("mosquitto.h", "^plugins/control-mqtt/broker\\.h", "plugins/control-mqtt/broker.h")
    door("systemd/sd-bus.h", "^plugins/control-mpris/", "plugins/control-mpris")
    door("portaudio.h pa_linux_alsa.h", "^plugins/sink-portaudio/unknot-audio\\.c", "plugins/sink-portaudio/unknot-audio.c")
    door("flite/flite.h flite/flite_version.h flite.h", "^plugins/voice-flite\\.c", "plugins/voice-flite.c")
    door("libevdev/libevdev.h", "^plugins/control-evdev/devices\\.c", "plugins/control-evdev/devices.c")
    door("gst/gst.h gst/base/gstpushsrc.h", "^plugins/host-gstreamer/", "plugins/host-gstreamer")
    door("mpv/client.h mpv/stream_cb.h", "^plugins/host-mpv/", "plugins/host-mpv")
    door("microhttpd.h", "^core/cli/http/(server|answer)\\.c", "core/cli/http/server.c and core/cli/http/answer.c")
    door("arpa/inet.h netinet/in.h", "^core/cli/http/host\\.c", "core/cli/http/host.c")
    door("malloc.h", "^core/base/heap\\.c", "core/base/heap.c")

    n = split("assert.h ctype.h dirent.h dlfcn.h elf.h errno.h fcntl.h fenv.h float.h fnmatch.h getopt.h glob.h inttypes.h " \
        "limits.h linux/audit.h linux/filter.h linux/futex.h linux/input.h linux/seccomp.h locale.h math.h poll.h pthread.h sched.h " \
        "semaphore.h setjmp.h signal.h spawn.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h " \
        "stdnoreturn.h string.h strings.h sys/epoll.h sys/eventfd.h sys/file.h sys/inotify.h sys/ioctl.h sys/mman.h sys/prctl.h sys/random.h " \
        "sys/resource.h sys/select.h sys/signalfd.h sys/socket.h sys/stat.h sys/statvfs.h sys/syscall.h sys/time.h " \
        "sys/timerfd.h sys/types.h sys/uio.h sys/un.h sys/utsname.h sys/vfs.h sys/wait.h syscall.h termios.h threads.h time.h uchar.h " \
        "unistd.h wchar.h xmmintrin.h emmintrin.h immintrin.h arm_neon.h", names, " ")
    for (i = 1; i <= n; i++)
        libc[names[i]] = 1
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    header = $0
    sub(/^[^"]*"/, "", header)
    sub(/".*/, "", header)
    target = tidy(folder_of(FILENAME) "/" header)
    if (FILENAME ~ /^core\/include\//)
        refuse("a public header includes only the C library")
    else if (FILENAME ~ /^core\//)
        check_core(FILENAME, target)
    else if (FILENAME ~ /^plugins\// && folder_of(target) != folder_of(FILENAME) && target != "plugins/fold.h")
        refuse("a plugin includes only <unknot_plugin.h> and its own folder, not " target)
}

/^[ \t]*#[ \t]*include[ \t]*</ {
    header = $0
    sub(/^[^<]*</, "", header)
    sub(/>.*/, "", header)
    check_library(FILENAME, header)
}

END { exit bad }'
