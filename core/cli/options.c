#include "options.h"

#include "command.h"

#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define BEGINS (UK_CTL | UK_SERVE) /* have a routine planned by a service */

#define PLANS (UK_PLAY | UK_RENDER | UK_PLAN | UK_SHOW)

#define PLAYS (UK_PLAY | UK_RESUME | UK_REPLAY | UK_SERVE)

#define WORDS (UK_CTL | UK_CHECK | UK_PACK | UK_VOICE | UK_FOR | UK_SERVE) /* take several words */

enum letter { MINUTES = 256, SIDE, MODE, SEED, SET, FROM, JOURNAL, SINK, DEVICE, RATE, VOICE, CONTROL, SWITCH, WATCH, FORMAT, SOCKET, JSON, LEVELS, STEP, ONLY_VOICE, FAST, POINTS, FOR, SCRIPT, AS, MATCH, SPEAKER, LICENCE, LANGUAGE, REGION, TOOL, POSITION, NAMES, CEILING, REPORT, MENU, CARDS, HTTP, DAILY, WEEKDAYS };

static const struct row {
    const char *name;
    int letter; /* over 255: only the long name */
    const char *argument; /* "[=WHERE]": it may be left out */
    const char *help;
    unsigned takers;
} rows[] = {
    {"minutes", MINUTES, "N", "fit the routine into N minutes", PLANS | BEGINS},
    {"minutes", MINUTES, "N", "only what fits N minutes", UK_LIST},
    {"region", REGION, "REGION", "only for this part of the body, such as neck", UK_LIST},
    {"tool", TOOL, "TOOL", "only what takes this tool, such as ball-soft; none: only your hands", UK_LIST},
    {"position", POSITION, "WHERE", "only what is done there, such as chair, wall or floor", UK_LIST},
    {"names", NAMES, NULL, "only their names, one a line", UK_LIST},
    {"side", SIDE, "SIDE", "left, right or both", PLANS | BEGINS},
    {"mode", MODE, "MODE", "how strong: a mode of the routine, such as gentle", PLANS | BEGINS},
    {"seed", SEED, "N", "what the routine varies, it varies by this number", PLANS},
    {"set", SET, "NAME=VALUE", "any parameter of the routine; may be given again", PLANS | BEGINS},
    {"for", FOR, "COMPLAINT", "begin with the places for a complaint, such as \"stiff neck\"", UK_NEW},
    {"points", POINTS, "A,B", "begin with these places, such as upper-trapezius,suboccipitals", UK_NEW},
    {"voice", VOICE, "VOICE", "who speaks: PLUGIN or PLUGIN:SPEAKER", PLANS | PLAYS | UK_CHECK | UK_VOICE},
    {"lang", LANGUAGE, "LANG", "what is said and shown in another language: de, ko", PLANS | UK_CHECK | UK_LIST | UK_VOICE | UK_SERVE},
    {"rate", RATE, "HZ", "frames a second, 48000 unless said", PLAYS | UK_RENDER | UK_PLAN},
    {"from", FROM, "WHERE", "start there: 1:30, 90, or how the title of a step begins", UK_PLAY | UK_RENDER},
    {"journal", JOURNAL, "FILE", "what a listener pressed in an earlier session", UK_RENDER | UK_PLAN},
    {"sink", SINK, "NAME", "where the sound goes: a sink that `unknot plugins` lists", PLAYS | UK_DEVICES},
    {"device", DEVICE, "NAME", "which of the sink's devices: `unknot devices` lists them", PLAYS | UK_DOCTOR},
    {"control", CONTROL, "NAME", "a control besides the keys: NAME or NAME:TARGET; may be given again", PLAYS},
    {"switch", SWITCH, "TIMES", "how long a press of a single button is: long=600,gap=350 (ms)", PLAYS},
    {"step", STEP, "TITLE", "start where the step begins whose title begins so", UK_PLAY | UK_RENDER},
    {"only-voice", ONLY_VOICE, NULL, "only what is spoken, without tones and beds", UK_PLAY | UK_RENDER},
    {"fast", FAST, "N", "N times as fast between the phrases, which are spoken as always", UK_PLAY},
    {"watch", WATCH, NULL, "do it again each time the script is saved; what plays goes on in place", UK_PLAY | UK_PLAN | UK_CHECK},
    {"output", 'o', "FILE", "the file to write; its ending picks the format; - is WAV to standard output", UK_RENDER | UK_REPLAY},
    {"output", 'o', "FILE", "the file to write, else standard output; its ending picks the format", UK_PLAN},
    {"output", 'o', "FILE", "the picture of the places: its ending, .svg or .png, picks the format", UK_SHOW},
    {"output", 'o', "PATH", "the file or folder to write", UK_VOICE},
    {"format", FORMAT, "FORMAT", "text, for a person (the default), json, vtt or svg", UK_PLAN},
    {"as", AS, "ID", "import: the voice that is made or completed, such as de-anna", UK_VOICE},
    {"script", SCRIPT, "FILE", "import: what was read, as export wrote it", UK_VOICE},
    {"match", MATCH, "FILE", "import: where in the recording each line is", UK_VOICE},
    {"speaker", SPEAKER, "NAME", "import, build: whose voice it is", UK_VOICE},
    {"licence", LICENCE, "TEXT", "import, build: what others may do with it", UK_VOICE},
    {"ceiling", CEILING, "PERCENT", "the volume is never over this, and begins there", UK_SERVE},
    {"menu", MENU, "A,B", "what a long press offers: routines, such as neck,low-back", UK_SERVE},
    {"cards", CARDS, "FILE", "what the cards of a reader begin, instead of the file in the configuration folder", UK_SERVE},
    {"http", HTTP, "[=WHERE]", "routines are also files at http://127.0.0.1:8468/, or at this address and port", UK_SERVE},
    {"daily", DAILY, NULL, "at: every day", UK_CTL},
    {"weekdays", WEEKDAYS, "DAYS", "at: every week on these days, such as mon,fri", UK_CTL},
    {"socket", SOCKET, "FILE", "the player's socket, when it was given one of its own", UK_CTL},
    {"levels", LEVELS, NULL, "check: how loud and how fast each sentence is, as it was spoken and as it is heard", UK_VOICE},
    {"json", JSON, NULL, "for a program to read", UK_LIST | UK_SHOW | UK_PLUGINS | UK_DEVICES | UK_CTL | UK_CHECK | UK_PACK | UK_VOICE | UK_FOR | UK_DOCTOR},
    {"report", REPORT, "FILE", "also write it into a file to attach to a report of a fault; nothing private is in it", UK_DOCTOR},
    {"help", 'h', NULL, "what this command does and takes", ~0u},
};
#define ROWS (sizeof rows / sizeof *rows)

static const struct row *find_row(int letter)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].letter == letter)
            return &rows[i];
    return NULL;
}

/* How many letters must be inserted, deleted, changed or swapped with their neighbour. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 40 };
    size_t d[LONGEST + 1][LONGEST + 1], m = strlen(a), n = strlen(b);
    if (m > LONGEST || n > LONGEST)
        return LONGEST;
    for (size_t i = 0; i <= m; i++) {
        for (size_t j = 0; j <= n; j++) {
            size_t least = i + j;
            if (i && j && d[i - 1][j - 1] + (a[i - 1] != b[j - 1]) < least)
                least = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (i && d[i - 1][j] + 1 < least)
                least = d[i - 1][j] + 1;
            if (j && d[i][j - 1] + 1 < least)
                least = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < least)
                least = d[i - 2][j - 2] + 1;
            d[i][j] = least;
        }
    }
    return d[m][n];
}

const char *uk_options_near(const char *wanted, const char *const *names)
{
    const char *best = NULL;
    size_t allowed = strlen(wanted) / 3 + 1, least = allowed + 1;
    for (; *names; names++) {
        size_t d = distance(wanted, *names);
        if (d < least && d < strlen(*names)) {
            best = *names;
            least = d;
        }
    }
    return best;
}

/* An option of other commands only: says whose. */
static bool say_whose(const struct uk_command *command, const char *name)
{
    char whose[200] = "";
    unsigned takers = 0;
    for (size_t i = 0; i < ROWS; i++)
        if (strcmp(rows[i].name, name) == 0)
            takers |= rows[i].takers;
    uk_command_names(takers, whose, sizeof whose);
    if (*whose)
        uk_terminal_say("%s has no option --%s; it belongs to %s", command->name, name, whose);
    return *whose;
}

static int unknown_option(const struct uk_command *command, const char *word)
{
    const char *names[ROWS + 1];
    size_t n = 0;
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].takers & command->flag)
            names[n++] = rows[i].name;
    names[n] = NULL;

    const char *near = NULL;
    char bare[64] = "";
    size_t begin_so = 0;
    if (strncmp(word, "--", 2) == 0) {
        snprintf(bare, sizeof bare, "%.*s", (int)strcspn(word + 2, "="), word + 2);
        for (size_t i = 0; i < n; i++)
            begin_so += strncmp(names[i], bare, strlen(bare)) == 0;
        near = uk_options_near(bare, names);
    }
    if (*bare && say_whose(command, bare))
        return UK_EXIT_USAGE;
    if (begin_so > 1)
        uk_terminal_say("--%s could be one of %zu options of %s; see unknot %s --help", bare, begin_so, command->name, command->name);
    else if (near)
        uk_terminal_say("%s has no option %s%s; did you mean --%s?", command->name, *bare ? "--" : word, bare, near);
    else
        uk_terminal_say("%s has no option %s; see unknot %s --help", command->name, word, command->name);
    return UK_EXIT_USAGE;
}

static int set_param(struct uk_options *o, const char *name, const char *value)
{
    size_t i = 0;
    while (i < o->param_count && strcmp(o->params[i].name, name) != 0)
        i++;
    if (i == UK_PARAMS_MAX) {
        uk_terminal_say("more than %d parameters were given", UK_PARAMS_MAX);
        return UK_EXIT_USAGE;
    }
    o->params[i] = (struct unknot_param){name, value};
    o->param_count += i == o->param_count;
    return 0;
}

void uk_options_suggest(struct uk_options *o, const char *name, const char *value)
{
    for (size_t i = 0; i < o->param_count; i++)
        if (strcmp(o->params[i].name, name) == 0)
            return;
    if (o->param_count < UK_PARAMS_MAX) {
        o->params[o->param_count++] = (struct unknot_param){name, value};
        o->suggested++;
    }
}

/* Cuts "name=value" in two where it stands. */
static int set_pair(struct uk_options *o, char *pair)
{
    char *equals = strchr(pair, '=');
    if (!equals || equals == pair) {
        uk_terminal_say("--set takes NAME=VALUE, such as --set side=left, not \"%s\"", pair);
        return UK_EXIT_USAGE;
    }
    *equals = '\0';
    return set_param(o, pair, equals + 1);
}

static int bad_value(const char *option, const char *what, const char *value)
{
    uk_terminal_say("--%s takes %s, not \"%s\"", option, what, value);
    return UK_EXIT_USAGE;
}

static int set_minutes(struct uk_options *o, const char *value)
{
    char *end;
    double minutes = strtod(value, &end);
    if (!isdigit((unsigned char)*value) || *end || !(minutes > 0 && minutes <= 24 * 60))
        return bad_value("minutes", "a number of minutes, such as 6 or 7.5", value);
    return set_param(o, "minutes", value);
}

static int set_seed(struct uk_options *o, const char *value)
{
    size_t digits = strspn(value, "0123456789");
    if (!digits || value[digits] || digits > 18)
        return bad_value("seed", "a whole number", value);
    return set_param(o, "seed", value);
}

static int set_rate(struct uk_options *o, const char *value)
{
    size_t digits = strspn(value, "0123456789");
    if (!digits || value[digits] || digits > 9)
        return bad_value("rate", "frames a second, such as 44100", value);
    o->rate = (uint32_t)strtoul(value, NULL, 10);
    return o->rate ? 0 : bad_value("rate", "frames a second, such as 44100", value);
}

static int set_fast(struct uk_options *o, const char *value)
{
    char *end;
    o->fast = strtod(value, &end);
    if (!isdigit((unsigned char)*value) || *end || !(o->fast >= 1 && o->fast <= 100))
        return bad_value("fast", "how many times as fast, such as 4", value);
    return 0;
}

static int set_ceiling(struct uk_options *o, const char *value)
{
    char *end;
    o->ceiling = strtod(value, &end);
    if (!isdigit((unsigned char)*value) || *end || !(o->ceiling > 0 && o->ceiling <= 100))
        return bad_value("ceiling", "a percentage over 0, up to 100", value);
    return 0;
}

static int set_format(struct uk_options *o, const char *value)
{
    static const char *const formats[] = {"text", "json", "vtt", "svg"};
    o->format = value;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(value, formats[i]) == 0)
            return 0;
    return bad_value("format", "text, json, vtt or svg", value);
}

static int take(struct uk_options *o, int letter, char *value)
{
    if (value && !*value && letter != DEVICE) {
        uk_terminal_say("--%s needs a value", find_row(letter)->name);
        return UK_EXIT_USAGE;
    }
    switch (letter) {
    case MINUTES:
        return set_minutes(o, value);
    case SEED:
        return set_seed(o, value);
    case RATE:
        return set_rate(o, value);
    case SET:
        return set_pair(o, value);
    case SIDE:
    case MODE:
        return set_param(o, find_row(letter)->name, value);
    case FROM:
    case STEP:
        o->from = value;
        return 0;
    case JOURNAL:
        o->journal = value;
        return 0;
    case SINK:
        o->sink = value;
        return 0;
    case DEVICE:
        o->device = value;
        return 0;
    case VOICE:
        o->voice = value;
        return 0;
    case LANGUAGE:
        o->language = value;
        return 0;
    case FORMAT:
        return set_format(o, value);
    case CONTROL:
        if (o->control_count == UK_CONTROLS_MAX) {
            uk_terminal_say("at most %d controls can be given", UK_CONTROLS_MAX);
            return UK_EXIT_USAGE;
        }
        o->controls[o->control_count++] = value;
        return 0;
    case SWITCH:
        o->one_switch = value;
        return 0;
    case WATCH:
        o->watch = true;
        return 0;
    case ONLY_VOICE:
        o->only_voice = true;
        return 0;
    case FAST:
        return set_fast(o, value);
    case POINTS:
        o->points = value;
        return 0;
    case FOR:
        o->complaint = value;
        return 0;
    case REGION:
        o->region = value;
        return 0;
    case TOOL:
        o->tool = value;
        return 0;
    case POSITION:
        o->position = value;
        return 0;
    case NAMES:
        o->names = true;
        return 0;
    case SCRIPT:
        o->script = value;
        return 0;
    case AS:
        o->as = value;
        return 0;
    case MATCH:
        o->match = value;
        return 0;
    case SPEAKER:
        o->speaker = value;
        return 0;
    case LICENCE:
        o->licence = value;
        return 0;
    case SOCKET:
        o->socket = value;
        return 0;
    case CEILING:
        return set_ceiling(o, value);
    case MENU:
        o->menu = value;
        return 0;
    case CARDS:
        o->cards = value;
        return 0;
    case HTTP:
        o->http = value ? value : "";
        return 0;
    case DAILY:
        o->daily = true;
        return 0;
    case WEEKDAYS:
        o->weekdays = value;
        return 0;
    case LEVELS:
        o->levels = true;
        return 0;
    case JSON:
        o->json = true;
        return 0;
    case REPORT:
    case 'o':
        o->output = value;
        return 0;
    case 'h':
        o->help = true;
        return 0;
    default:
        return UK_EXIT_USAGE;
    }
}

/* Of a command with the flag UK_CTL, which takes words; -30 is one, too. */
static int take_word(struct uk_options *o, const struct uk_command *command, const char *word)
{
    if (o->word_count == UK_WORDS_MAX) {
        uk_terminal_say("%s takes at most %d words; \"%s\" is too much", command->name, UK_WORDS_MAX, word);
        return UK_EXIT_USAGE;
    }
    o->words[o->word_count++] = word;
    return 0;
}

static const char *one_thing(const struct uk_command *command)
{
    return strcmp(command->arguments, "ROUTINE") == 0 ? "one routine" : strcmp(command->arguments, "NAME") == 0 ? "one name" : "one file";
}

static int take_words(struct uk_options *o, const struct uk_command *command, int argc, char **argv)
{
    if (command->flag & WORDS) {
        int code = 0;
        for (int i = 0; i < argc && !code; i++)
            code = take_word(o, command, argv[i]);
        if (!code && o->word_count == 0 && !(command->flag & (UK_FOR | UK_SERVE))) {
            uk_terminal_say("%s needs %s; see unknot %s --help", command->name,
                            command->flag & (UK_CTL | UK_PACK | UK_VOICE) ? "a word that says what to do" : "the name of a file", command->name);
            code = UK_EXIT_USAGE;
        }
        return code;
    }
    bool routine = *command->arguments != '\0';
    if (routine && argc > 0) {
        o->routine = argv[0];
        argc--;
        argv++;
    }
    if (argc > 0) {
        uk_terminal_say("%s takes %s; \"%s\" is too much", command->name, !routine ? "only options" : one_thing(command), argv[0]);
        return UK_EXIT_USAGE;
    }
    if (routine && (!o->routine || !*o->routine)) {
        if (strcmp(command->arguments, "ROUTINE") == 0)
            uk_terminal_say("%s needs the name of a routine; unknot list shows them", command->name);
        else
            uk_terminal_say("%s needs %s; see unknot %s --help", command->name,
                            strcmp(command->arguments, "NAME") == 0 ? "a name" : "the name of a file", command->name);
        return UK_EXIT_USAGE;
    }
    return 0;
}

int uk_options_read(struct uk_options *o, const struct uk_command *command, int argc, char **argv)
{
    /* where words are taken, in order as they stand: getopt hands them over as letter 1, and a number below zero as that of its digit */
    const char *start = command->flag & UK_CTL ? "-:0::1::2::3::4::5::6::7::8::9::" : ":";
    struct option table[ROWS + 1];
    char letters[2 * ROWS + 40];
    size_t n = 0, k = strlen(start);
    memcpy(letters, start, k);
    for (size_t i = 0; i < ROWS; i++) {
        if (!(rows[i].takers & command->flag))
            continue;
        int takes = !rows[i].argument ? no_argument : *rows[i].argument == '[' ? optional_argument : required_argument;
        table[n++] = (struct option){rows[i].name, takes, NULL, rows[i].letter};
        if (rows[i].letter < 256) {
            letters[k++] = (char)rows[i].letter;
            if (rows[i].argument)
                letters[k++] = ':';
        }
    }
    table[n] = (struct option){NULL, 0, NULL, 0};
    letters[k] = '\0';

    *o = (struct uk_options){0};
    int letter, code = 0;
    char short_word[3] = "-?";
    while (!code && (letter = getopt_long(argc, argv, letters, table, NULL)) != -1) {
        const char *word = argv[optind - 1];
        if (letter == ':') {
            const struct row *row = find_row(optopt);
            uk_terminal_say("--%s needs a value: %s", row ? row->name : word, row ? row->help : "");
            code = UK_EXIT_USAGE;
        } else if (letter == '?' && optopt > 255) {
            uk_terminal_say("--%s takes no value", find_row(optopt)->name);
            code = UK_EXIT_USAGE;
        } else if (letter == '?') {
            short_word[1] = (char)optopt;
            code = unknown_option(command, optopt ? short_word : word);
        } else if (letter == 1 || (letter >= '0' && letter <= '9')) {
            code = take_word(o, command, word);
        } else {
            code = take(o, letter, optarg);
        }
    }
    if (!code && !o->help)
        code = take_words(o, command, argc - optind, argv + optind);
    return code;
}

bool uk_options_has(const char *name, unsigned flag)
{
    for (size_t i = 0; i < ROWS; i++)
        if ((rows[i].takers & flag) && strcmp(rows[i].name, name) == 0)
            return true;
    return false;
}

void uk_options_print(FILE *out, unsigned flag)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (!(rows[i].takers & flag))
            continue;
        char name[40];
        snprintf(name, sizeof name, "--%s%s%s", rows[i].name, rows[i].argument && *rows[i].argument != '[' ? " " : "",
                 rows[i].argument ? rows[i].argument : "");
        if (rows[i].letter < 256)
            fprintf(out, "  -%c, %-18s %s\n", rows[i].letter, name, rows[i].help);
        else
            fprintf(out, "      %-18s %s\n", name, rows[i].help);
    }
}
