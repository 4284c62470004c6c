#include "doctor_look.h"

#include "engine.h"
#include "json.h"
#include "paragraph.h"

#include <string.h>

/* ---- what only the engine knows ---- */

/* What the sound goes to, and why. */
static void check_output(const struct uk_look *l, struct uk_finding *f)
{
    bool explained = false;
    for (size_t i = 0; i < l->count; i++)
        explained |= l->findings[i].verdict == UK_MEND;
    if (*l->output) {
        uk_doctor_well(f, "%s: %s", l->output, l->why);
    } else if (l->outputs < 0) {
        uk_doctor_wrong(f, "%s", l->why);
        snprintf(f->mend, sizeof f->mend, "%s", l->outputs == UNKNOT_NOT_FOUND ? "sudo apt install unknot-plugin-portaudio"
                                                                               : "unknot plugins, which says what is the matter with the sink portaudio");
    } else if (explained) {
        uk_doctor_note(f, "so there is nothing to play to; a routine can be written to a file all the same: unknot render");
    } else {
        uk_doctor_wrong(f, "no sound card can be opened");
        snprintf(f->mend, sizeof f->mend, "sudo fuser -v /dev/snd/*, which shows who has them: end that");
    }
}

static void check_voice(const struct uk_look *l, struct uk_finding *f)
{
    int status = unknot_load(l->u, "coherent-breathing", NULL, 0);
    const char *trouble = status ? unknot_message(l->u) : unknot_voice_trouble(l->u);
    if (!*trouble) {
        uk_doctor_well(f, "somebody speaks");
        return;
    }
    uk_doctor_wrong(f, "%s", trouble);
    snprintf(f->mend, sizeof f->mend, "sudo apt install unknot-voice-en-us-slt espeak-ng; or another voice: unknot voice list");
}

/* ---- all of it ---- */

static void check(struct uk_look *l, const char *name, void (*look)(const struct uk_machine *m, struct uk_finding *f))
{
    struct uk_finding *f = &l->findings[l->count++];
    f->check = name;
    look(&l->machine, f);
}

static void check_more(struct uk_look *l, const char *name, void (*look)(const struct uk_look *l, struct uk_finding *f))
{
    struct uk_finding *f = &l->findings[l->count++];
    f->check = name;
    look(l, f);
}

/* In the order in which one thing may be the cause of the next. */
static void check_all(struct uk_look *l)
{
    check(l, "rights", uk_doctor_rights);
    check(l, "busy", uk_doctor_busy);
    check_more(l, "output", check_output);
    check(l, "login", uk_doctor_linger);
    check(l, "network", uk_doctor_network);
    check(l, "volume", uk_doctor_mixer);
    check(l, "sessions", uk_doctor_state);
    check(l, "clock", uk_doctor_clock);
    check(l, "rate", uk_doctor_rate);
    check(l, "machine", uk_doctor_architecture);
    check_more(l, "voice", check_voice);
    check(l, "dropouts", uk_doctor_dropouts);
    check(l, "player", uk_doctor_player);
}

static size_t wrongs(const struct uk_look *l)
{
    size_t n = 0;
    for (size_t i = 0; i < l->count; i++)
        n += l->findings[i].verdict == UK_MEND;
    return n;
}

/* ---- shown ---- */

const char *uk_look_word(enum uk_verdict verdict)
{
    return verdict == UK_WELL ? "well" : verdict == UK_NOTE ? "note" : "mend";
}

static void print_text(const struct uk_look *l)
{
    for (size_t i = 0; i < l->count; i++) {
        const struct uk_finding *f = &l->findings[i];
        char first[32];
        snprintf(first, sizeof first, "%s  %-9s ", uk_look_word(f->verdict), f->check);
        uk_paragraph(first, "                ", f->says);
        if (*f->mend)
            printf("                > %s\n", f->mend);
    }
    if (wrongs(l) == 0)
        puts("\nAll is well.");
    else
        printf("\n%zu thing%s to mend; the first may be the cause of the others.\n", wrongs(l), wrongs(l) == 1 ? "" : "s");
}

static void print_json(const struct uk_look *l)
{
    struct uk_json j = {.out = stdout};
    uk_json_open(&j, NULL, '[');
    for (size_t i = 0; i < l->count; i++) {
        uk_json_open(&j, NULL, '{');
        uk_json_text(&j, "check", l->findings[i].check);
        uk_json_text(&j, "verdict", uk_look_word(l->findings[i].verdict));
        uk_json_text(&j, "says", l->findings[i].says);
        uk_json_text(&j, "mend", l->findings[i].mend);
        uk_json_close(&j, '}');
    }
    uk_json_close(&j, ']');
}

static int run(struct uk_cli *cli)
{
    struct unknot *u;
    struct uk_look look = {0};
    uk_watch_busy(&cli->watch, "looking at the machine ...");
    int code = uk_engine_open(cli, &u);
    if (!code) {
        uk_look_init(&look, u, cli->options.device);
        check_all(&look);
    }
    uk_watch_busy(&cli->watch, NULL);
    if (!code && cli->options.json)
        print_json(&look);
    else if (!code)
        print_text(&look);
    if (!code && cli->options.output)
        code = uk_look_report(&look, cli->options.output);
    if (!code && wrongs(&look))
        code = UK_EXIT_FAILED;
    uk_look_finish(&look);
    unknot_close(u);
    return code;
}

const struct uk_command uk_doctor = {
    .name = "doctor",
    .arguments = "",
    .summary = "looks why there is no sound, and says the line that mends it",
    .about = "Looks at what keeps a machine from playing: who may open the sound cards and who holds them, volumes at zero, the login, the disk,\n"
             "the clock, the voice, the network, sessions in which the sound stopped, and what plays now. After what is wrong stands, behind >, what mends it. It changes\n"
             "nothing. Ends with 0 when all is well, with 1 when there is something to mend.",
    .example = "unknot doctor --report report.txt",
    .flag = UK_DOCTOR,
    .run = run,
};
