/* process.h - a running unknot-audio: started, looked at without waiting, killed.
 *
 *     struct process p;
 *     if (process_start(&p, host, "--list", -1, out) == 0)
 *         ...
 *     process_end(&p, 1000);
 *
 * All of this is [feeder].
 */
#ifndef PROCESS_H
#define PROCESS_H

#include <unknot_plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct process {
    pid_t pid; /* 0: none */
    int noise; /* read end of its stderr, -1: none. Full, it drops what follows: the first lines are the ones worth having */
    int64_t started_ns, ended_ns; /* CLOCK_MONOTONIC; 0: not yet */
};

#define NO_PROCESS ((struct process){.noise = -1})

/* What it means when the last words are an assertion of PortAudio's: ALSA lists nothing that it knows. */
#define PROCESS_BAD_ALSA "the settings of ALSA have no output called default: look into ~/.asoundrc, /etc/asound.conf and what ALSA_CONFIG_PATH names"

/* Calls host->fail() with one sentence and returns `status`. */
int32_t process_fail(const struct unknot_host *host, int32_t status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Starts unknot-audio with `argument`. `memory` becomes its SHARED_FD and `out` its stdout, -1: none. Does not wait for anything. Returns
 * 0, or UNKNOT_PLUGIN_IO when host->fail() was told. */
int32_t process_start(struct process *p, const struct unknot_host *host, const char *argument, int memory, int out);

/* Whether it runs; false once it ended and was reaped. */
bool process_runs(struct process *p);

/* Waits up to `ms` for it to end by itself. */
bool process_ends_within(struct process *p, int ms);

/* Kills it and waits up to `ms` until it is gone; nothing that loops or hangs inside PortAudio resists. One that is stuck in the kernel
 * stays in `p`, to be looked at again with process_runs(). Accepts one without a process. */
void process_end(struct process *p, int ms);

/* ": " and the last whole line among the first that it wrote to stderr: what an assertion or the loader said. "" when there is none. */
void process_last_words(const struct process *p, char *out, size_t size);

#endif
