/* options.h - the words after the command, read and checked for form. Whether a value can be is the engine's to say. */
#ifndef UK_OPTIONS_H
#define UK_OPTIONS_H

#include <unknot.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Which command an option belongs to. */
enum uk_takes {
    UK_PLAY = 1,
    UK_RENDER = 2,
    UK_PLAN = 4,
    UK_LIST = 8,
    UK_SHOW = 16,
    UK_PLUGINS = 32,
    UK_DEVICES = 64,
    UK_RESUME = 128,
    UK_REPLAY = 256,
    UK_CTL = 512,
    UK_CHECK = 1024,
    UK_PACK = 2048,
    UK_NEW = 4096,
    UK_VOICE = 8192,
    UK_FOR = 16384,
    UK_SERVE = 32768,
    UK_DOCTOR = 65536,
};

#define UK_PARAMS_MAX 64
#define UK_CONTROLS_MAX 4
#define UK_WORDS_MAX 64

/* NULL or 0 where nothing was said. Strings belong to argv. */
struct uk_options {
    const char *routine; /* or the file of a session */
    struct unknot_param params[UK_PARAMS_MAX];
    size_t param_count, suggested; /* the last of them were not asked for */
    const char *sink, *device, *voice, *language, *from, *journal, *output, *format, *one_switch;
    const char *controls[UK_CONTROLS_MAX]; /* "NAME" or "NAME:TARGET" */
    size_t control_count;
    const char *words[UK_WORDS_MAX + 1]; /* of a command that takes several; ends in NULL */
    size_t word_count;
    const char *script, *as, *match, *speaker, *licence; /* of voice import */
    const char *socket, *points, *complaint;
    const char *menu, *cards, *http, *weekdays; /* of serve, http "": at the usual address; of ctl at */
    const char *region, *tool, *position; /* of list */
    uint32_t rate;
    double fast, ceiling; /* ceiling: of the volume, percent */
    bool json, names, levels, watch, only_voice, daily, help;
};

struct uk_command;

/* Reads argv[1...] for a command; argv[0] is its name. Returns 0, or the exit code after saying on stderr what is wrong. Changes
 * the order of argv. */
int uk_options_read(struct uk_options *o, const struct uk_command *command, int argc, char **argv);

/* Whether there is an option --NAME for a command. */
bool uk_options_has(const char *name, unsigned flag);

/* What holds where nothing was asked for. `value` must outlive the options. */
void uk_options_suggest(struct uk_options *o, const char *name, const char *value);

/* Lists the options of a command as its --help does. */
void uk_options_print(FILE *out, unsigned flag);

/* The one of `names` (ends in NULL) that was probably meant, or NULL. */
const char *uk_options_near(const char *wanted, const char *const *names);

#endif
