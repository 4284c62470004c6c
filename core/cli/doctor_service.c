#include "doctor.h"

#include "json.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_FILE 4096

/* ---- network ---- */

/* Reads the lines of a file that are no comments behind what is in `text`. */
static void add_file(const struct uk_machine *m, const char *path, char text[MOST_FILE])
{
    char line[1024];
    FILE *f = uk_machine_open(m, path);
    while (f && fgets(line, sizeof line, f)) {
        size_t n = strlen(text), k = strlen(line);
        if (line[strspn(line, " \t")] != '#' && n + k < MOST_FILE)
            memcpy(text + n, line, k + 1);
    }
    if (f)
        fclose(f);
}

static void add_files(const struct uk_machine *m, const char *pattern, char text[MOST_FILE])
{
    char whole[512];
    glob_t files = {0};
    snprintf(whole, sizeof whole, "%s%s", m->root, pattern);
    if (glob(whole, GLOB_BRACE, NULL, &files) == 0)
        for (size_t i = 0; i < files.gl_pathc; i++)
            add_file(m, files.gl_pathv[i] + strlen(m->root), text);
    globfree(&files);
}

/* Whether a broker is asked for that is not a socket of this machine. */
static bool asks_for_network(const char *options)
{
    for (const char *at = options; (at = strstr(at, "mqtt:"));) {
        at += strlen("mqtt:");
        if (*at != '/')
            return true;
    }
    return false;
}

/* What the last line that sets it says, as systemd reads it. */
static bool is_off(const char *text, const char *setting)
{
    static const char *const no[] = {"no", "false", "off", "0", "n", "f"};
    bool off = false;
    for (const char *at = text; (at = strstr(at, setting));) {
        bool begins = at == text || at[-1] == '\n';
        at += strlen(setting);
        if (!begins)
            continue;
        size_t n = strcspn(at, " \t\r\n");
        off = false;
        for (size_t i = 0; i < sizeof no / sizeof *no; i++)
            off |= n == strlen(no[i]) && strncasecmp(at, no[i], n) == 0;
    }
    return off;
}

void uk_doctor_network(const struct uk_machine *m, struct uk_finding *f)
{
    char told[MOST_FILE] = "", unit[MOST_FILE] = "";
    add_file(m, "/etc/default/unknot", told);
    add_files(m, "/{etc,run}/systemd/system/unknot.service.d/*.conf", unit);
    if (!asks_for_network(told) && !asks_for_network(unit)) {
        uk_doctor_well(f, "no service of unknot needs the network");
    } else if (is_off(unit, "PrivateNetwork=")) {
        uk_doctor_well(f, "the service unknot may reach its broker");
    } else {
        uk_doctor_wrong(f, "the service unknot is to speak with a broker, and is kept from the network");
        snprintf(f->mend, sizeof f->mend,
                 "sudo install -Dm644 -t /etc/systemd/system/unknot.service.d /usr/share/doc/unknot/examples/network.conf && "
                 "sudo systemctl daemon-reload && sudo systemctl restart unknot");
    }
}

/* ---- player ---- */

void uk_doctor_player(const struct uk_machine *m, struct uk_finding *f)
{
    char trouble[400] = "", fault[400] = "";
    if (!m->player) {
        uk_doctor_well(f, "nothing plays just now");
        return;
    }
    uk_json_find_text(m->player, "trouble", trouble, sizeof trouble);
    uk_json_find_text(m->player, "fault", fault, sizeof fault);
    if (!*trouble && !*fault) {
        uk_doctor_well(f, "what plays just now has no trouble");
        return;
    }
    uk_doctor_wrong(f, "%s", *trouble ? trouble : fault);
    snprintf(f->mend, sizeof f->mend, "unknot ctl status, which shows when that is over");
}
