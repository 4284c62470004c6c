/* devices.h - the kernel's input devices: found by name, opened, followed when they come and go; what is pressed on them, key by key.
 *
 * A device is wanted by a name that stays the same: a link in /dev/input/by-id or by-path, what the device calls itself, or a path. It
 * may come and go: whenever something changes in those folders, and every two seconds as long as something is missing, the devices that
 * are there are compared with those that are wanted. libevdev keeps track of keys when events were lost; what it will not have
 * (a device that answers no questions, a FIFO) is read as it comes.
 */
#ifndef DEVICES_H
#define DEVICES_H

#include <unknot_plugin.h>

#include <linux/input.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DEVICES_MOST 16 /* that are open at once */
#define DEVICES_TURN 1024 /* events looked at in one call */
#define DEVICES_NS_PER_S INT64_C(1000000000)

struct devices;

/* A key went down or up; or some that did are lost; or the device is gone, and whatever was down on it is no more. */
struct devices_key {
    size_t device; /* below DEVICES_MOST; another one has the number only after this one was told to be gone */
    unsigned code; /* of linux/input.h, below KEY_CNT */
    bool down, lost, gone;
    int64_t at_ns; /* of CLOCK_MONOTONIC */
};

/* Opens what `target` names; what is not there yet is taken when it comes. `control` is the name of the plugin, for sentences; `grab`: all of
 * them are kept from everybody else. The caller owns *out. Returns 0, or what an open of a plugin returns, with the sentence told to the
 * host. */
int32_t devices_open(struct devices **out, const struct unknot_host *host, const char *control, bool grab, const char *target);

/* Readable when something may have happened. */
int devices_fd(const struct devices *c);

/* 1: *out is the next that happened, 0: nothing more, for now. */
int devices_next(struct devices *c, struct devices_key *out);

void devices_close(struct devices *c); /* accepts NULL */

#endif
