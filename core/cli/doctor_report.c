#include "doctor_look.h"

#include "whole.h"

#include <stdlib.h>
#include <string.h>

static void copy_file(const struct uk_machine *m, const char *path, FILE *out)
{
    char line[256];
    FILE *f = uk_machine_open(m, path);
    while (f && fgets(line, sizeof line, f))
        fprintf(out, "  %s", line);
    if (f)
        fclose(f);
    else
        fputs("  none\n", out);
}

static void write_system(const struct uk_look *l, FILE *out)
{
    char line[256];
    fprintf(out, "unknot %s on %s\n", unknot_version(), l->kernel);
    fprintf(out, "%s\n", uk_machine_line(&l->machine, "/proc/version", line, sizeof line));
    FILE *f = uk_machine_open(&l->machine, "/etc/os-release");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "PRETTY_NAME=", 12) == 0)
            fputs(line + 12, out);
    if (f)
        fclose(f);
    if (*uk_machine_line(&l->machine, "/proc/device-tree/model", line, sizeof line))
        fprintf(out, "%s\n", line);
}

static void write_findings(const struct uk_look *l, FILE *out)
{
    fputs("\nwhat unknot doctor found\n", out);
    for (size_t i = 0; i < l->count; i++) {
        const struct uk_finding *f = &l->findings[i];
        fprintf(out, "  %s  %s: %s\n", uk_look_word(f->verdict), f->check, f->says);
        if (*f->mend)
            fprintf(out, "        %s\n", f->mend);
    }
}

static void write_lists(const struct uk_look *l, FILE *out)
{
    struct unknot_device_info d;
    struct unknot_plugin_info p;
    fputs("\nsound cards\n", out);
    copy_file(&l->machine, "/proc/asound/cards", out);
    fputs("\noutputs, the best first\n", out);
    for (size_t i = 0; unknot_next_device(l->u, "portaudio", i, &d) > 0; i++)
        fprintf(out, "  %s  %s\n", d.name, d.detail);
    fputs("\nvolumes\n", out);
    for (const char *line = l->mixer ? l->mixer : ""; *line; line += strcspn(line, "\n"), line += *line == '\n')
        fprintf(out, "  %.*s\n", (int)strcspn(line, "\n"), line);
    fputs("\nplugins\n", out);
    for (size_t i = 0; unknot_next_plugin(l->u, i, &p) > 0; i++)
        fprintf(out, "  %s %s%s%s\n", p.kind, p.name, *p.trouble ? ": " : "", p.trouble);
}

static int write_report(FILE *out, void *ctx)
{
    const struct uk_look *l = ctx;
    const char *home = getenv("HOME");
    char *text = NULL;
    size_t n;
    FILE *whole = open_memstream(&text, &n);
    if (!whole)
        return UNKNOT_NO_MEMORY;
    write_system(l, whole);
    write_findings(l, whole);
    write_lists(l, whole);
    if (fclose(whole)) {
        free(text);
        return UNKNOT_NO_MEMORY;
    }
    uk_doctor_scrub(out, text, home ? home : "", l->user, l->host);
    free(text);
    return UNKNOT_OK;
}

int uk_look_report(const struct uk_look *l, const char *path)
{
    return uk_whole_write(path, write_report, (void *)(uintptr_t)l);
}
