#include "doctor.h"

#include "json.h"

#include <dirent.h>
#include <elf.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SESSIONS 10 /* so many of the last ones are looked at */

/* ---- for the checks ---- */

static void find(struct uk_finding *f, enum uk_verdict verdict, const char *format, va_list args)
{
    f->verdict = verdict;
    *f->mend = '\0';
    vsnprintf(f->says, sizeof f->says, format, args);
}

void uk_doctor_well(struct uk_finding *f, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    find(f, UK_WELL, format, args);
    va_end(args);
}

void uk_doctor_note(struct uk_finding *f, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    find(f, UK_NOTE, format, args);
    va_end(args);
}

void uk_doctor_wrong(struct uk_finding *f, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    find(f, UK_MEND, format, args);
    va_end(args);
}

FILE *uk_machine_open(const struct uk_machine *m, const char *path)
{
    char whole[4096];
    snprintf(whole, sizeof whole, "%s%s", m->root, path);
    return fopen(whole, "re");
}

char *uk_machine_line(const struct uk_machine *m, const char *path, char *out, size_t size)
{
    FILE *f = uk_machine_open(m, path);
    if (!f || !fgets(out, (int)size, f))
        *out = '\0';
    out[strcspn(out, "\n")] = '\0';
    if (f)
        fclose(f);
    return out;
}

bool uk_machine_has(const struct uk_machine *m, const char *path)
{
    char whole[4096];
    snprintf(whole, sizeof whole, "%s%s", m->root, path);
    return access(whole, F_OK) == 0;
}

bool uk_machine_may_write(const struct uk_machine *m, const char *path)
{
    char whole[4096];
    struct stat s;
    snprintf(whole, sizeof whole, "%s%s", m->root, path);
    if (stat(whole, &s))
        return false;
    if (!*m->root) /* knows of access lists, too, such as those for who sits in front of it */
        return access(whole, W_OK) == 0;
    if (m->uid == 0)
        return true;
    if (s.st_uid == m->uid)
        return s.st_mode & S_IWUSR;
    for (size_t i = 0; i < m->group_count; i++)
        if (m->groups[i] == s.st_gid)
            return s.st_mode & S_IWGRP;
    return s.st_mode & S_IWOTH;
}

char *uk_machine_card(const struct uk_machine *m, char *out, size_t size)
{
    const char *name = m->output ? m->output : "", *at = strstr(name, ":CARD=");
    at = at ? at + strlen(":CARD=") : strncmp(name, "hw:", 3) == 0 ? name + 3 : "";
    snprintf(out, size, "%.*s", (int)strcspn(at, ","), at);
    return out;
}

/* ---- state ---- */

struct mount {
    char type[32], options[512];
};

/* What the file system is that holds `path`: the longest mount point that it begins with; of several, the last. */
static struct mount find_mount(const struct uk_machine *m, const char *path)
{
    struct mount found = {.type = ""};
    char line[2048], point[1024], options[256], type[32], more[512];
    size_t longest = 0;
    FILE *f = uk_machine_open(m, "/proc/self/mountinfo");
    while (f && fgets(line, sizeof line, f)) {
        char *dash = strstr(line, " - ");
        if (!dash || sscanf(line, "%*s %*s %*s %*s %1023s %255s", point, options) != 2 || sscanf(dash, " - %31s %*s %511s", type, more) != 2)
            continue;
        size_t n = strlen(point);
        bool holds = strcmp(point, "/") == 0 || (strncmp(path, point, n) == 0 && (path[n] == '/' || path[n] == '\0'));
        if (!holds || n < longest)
            continue;
        longest = n;
        snprintf(found.type, sizeof found.type, "%s", type);
        snprintf(found.options, sizeof found.options, "%s,%.200s", options, more);
    }
    if (f)
        fclose(f);
    return found;
}

static bool has_option(const char *options, const char *wanted)
{
    size_t n = strlen(wanted);
    for (const char *at = options; (at = strstr(at, wanted)); at += n)
        if ((at == options || at[-1] == ',') && (at[n] == ',' || at[n] == '\0'))
            return true;
    return false;
}

/* The nearest folder above that is there: what is not is made when it is needed. */
static void nearest(const struct uk_machine *m, const char *path, char *out, size_t size)
{
    snprintf(out, size, "%s", path);
    while (*out && !uk_machine_has(m, out)) {
        char *slash = strrchr(out, '/');
        if (!slash)
            break;
        *slash = '\0';
    }
    if (!*out)
        snprintf(out, size, "/");
}

void uk_doctor_state(const struct uk_machine *m, struct uk_finding *f)
{
    char folder[2048];
    nearest(m, m->state, folder, sizeof folder);
    struct mount mount = find_mount(m, folder);
    if (has_option(mount.options, "ro")) {
        uk_doctor_wrong(f, "sessions cannot be kept: %s is on a disk that is read-only", m->state);
        snprintf(f->mend, sizeof f->mend, "export XDG_STATE_HOME=/a/folder/that/can/be/written; or: sudo mount -o remount,rw /");
    } else if (!uk_machine_may_write(m, folder)) {
        uk_doctor_wrong(f, "sessions cannot be kept: %s may not write in %.200s", m->user, folder);
        snprintf(f->mend, sizeof f->mend, "sudo chown -R %s %.200s", m->user, folder);
    } else if (strcmp(mount.type, "tmpfs") == 0 || strcmp(mount.type, "ramfs") == 0 || strcmp(mount.type, "overlay") == 0) {
        uk_doctor_wrong(f, "sessions are kept in %s, which is %s: a power cut takes them, and 'unknot resume' with them", m->state,
                        strcmp(mount.type, "overlay") == 0 ? "an overlay over the disk" : "in memory");
        snprintf(f->mend, sizeof f->mend, "export XDG_STATE_HOME=/a/folder/on/the/disk, in the service or in ~/.profile");
    } else {
        uk_doctor_well(f, "sessions are kept in %s", m->state);
    }
}

/* ---- clock ---- */

void uk_doctor_clock(const struct uk_machine *m, struct uk_finding *f)
{
    char today[32];
    struct tm utc;
    strftime(today, sizeof today, "%Y-%m-%d %H:%M", gmtime_r(&m->now, &utc));
    bool timesync = uk_machine_has(m, "/run/systemd/timesync"), synchronised = uk_machine_has(m, "/run/systemd/timesync/synchronized");
    if (m->now < m->installed) {
        uk_doctor_wrong(f, "the clock says %s UTC, which was before unknot was installed", today);
        snprintf(f->mend, sizeof f->mend, "sudo timedatectl set-ntp true");
    } else if (timesync && !synchronised) {
        uk_doctor_note(f, "the clock says %s UTC and was not set from the network since the start; a session keeps time all the same", today);
    } else {
        uk_doctor_well(f, "the clock says %s UTC", today);
    }
}

/* ---- architecture ---- */

struct kind {
    const char *kernel;
    uint16_t machine;
    uint8_t class;
};

void uk_doctor_architecture(const struct uk_machine *m, struct uk_finding *f)
{
    static const struct kind kinds[] = {
        {"x86_64", EM_X86_64, ELFCLASS64}, {"aarch64", EM_AARCH64, ELFCLASS64}, {"riscv64", EM_RISCV, ELFCLASS64}, {"armv6l", EM_ARM, ELFCLASS32},
        {"armv7l", EM_ARM, ELFCLASS32},    {"armv8l", EM_ARM, ELFCLASS32},      {"i686", EM_386, ELFCLASS32},
    };
    Elf32_Ehdr head = {.e_machine = EM_NONE}; /* what is looked at is at the same place in 64 bits */
    FILE *file = uk_machine_open(m, "/proc/self/exe");
    bool read = file && fread(&head, sizeof head, 1, file) == 1 && memcmp(head.e_ident, ELFMAG, SELFMAG) == 0;
    if (file)
        fclose(file);
    for (size_t i = 0; read && i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(m->kernel, kinds[i].kernel) != 0)
            continue;
        if (head.e_machine == kinds[i].machine && head.e_ident[EI_CLASS] == kinds[i].class)
            uk_doctor_well(f, "built for this machine, %s", m->kernel);
        else if (head.e_ident[EI_CLASS] == ELFCLASS32 && kinds[i].class == ELFCLASS64)
            uk_doctor_note(f, "a 32-bit unknot on a 64-bit kernel, %s: that works; in a service, leave out SystemCallArchitectures=native", m->kernel);
        else {
            uk_doctor_wrong(f, "unknot was built for another machine than this, %s", m->kernel);
            snprintf(f->mend, sizeof f->mend, "install the package for %s, or build unknot on this machine", m->kernel);
        }
        return;
    }
    uk_doctor_well(f, "it runs on %s", *m->kernel ? m->kernel : "this machine");
}

/* ---- dropouts ---- */

static int is_session(const struct dirent *e)
{
    size_t n = strlen(e->d_name);
    return e->d_name[0] != '.' && n > 6 && strcmp(e->d_name + n - 6, ".jsonl") == 0;
}

/* How often the sound stopped in the session of this file: its last lines say so, and are short. */
static double dropouts_of(const char *path)
{
    char end[512], *line = end;
    FILE *f = fopen(path, "re");
    if (!f)
        return 0;
    if (fseek(f, -(long)(sizeof end - 1), SEEK_END))
        rewind(f);
    end[fread(end, 1, sizeof end - 1, f)] = '\0';
    fclose(f);
    for (char *at = end; (at = strstr(at, "\n{\"end\"")); at++)
        line = at + 1;
    line[strcspn(line, "\n")] = '\0';
    return strncmp(line, "{\"end\"", 6) == 0 ? uk_json_find_number(line, "dropouts") : 0;
}

void uk_doctor_dropouts(const struct uk_machine *m, struct uk_finding *f)
{
    char folder[2048], path[4096], governor[32];
    struct dirent **entries = NULL;
    double dropouts = 0;
    int bad = 0, looked = 0;
    snprintf(folder, sizeof folder, "%s%s/sessions", m->root, m->state);
    int count = scandir(folder, &entries, is_session, alphasort); /* the names begin with the time */
    for (int i = count - 1; i >= 0; i--) {
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        double here = looked++ < SESSIONS ? dropouts_of(path) : 0;
        dropouts += here;
        bad += here > 0;
        free(entries[i]);
    }
    free(entries);
    looked = looked < SESSIONS ? looked : SESSIONS;
    uk_machine_line(m, "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", governor, sizeof governor);
    if (looked == 0) {
        uk_doctor_well(f, "no session was kept so far");
    } else if (bad == 0) {
        uk_doctor_well(f, "the sound never stopped in the last %d session%s", looked, looked == 1 ? "" : "s");
    } else {
        uk_doctor_wrong(f, "the sound stopped %.0f time%s in %d of the last %d session%s, because the machine was too slow", dropouts, dropouts > 1 ? "s" : "",
                        bad, looked, looked == 1 ? "" : "s");
        if (*governor && strcmp(governor, "performance") != 0)
            snprintf(f->mend, sizeof f->mend, "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
        else
            snprintf(f->mend, sizeof f->mend, "close what else works on this machine while a session plays: top shows it");
    }
}
