/* How loud it was is how loud it is after a restart, and never over the ceiling. */
#include "serve.h"
#include "serve_file.h"

#include <math.h>
#include <stdlib.h>

#define REST_MS 5000 /* memory cards wear out */

static void path_of(const struct uk_serve *s, char path[PATH_MAX])
{
    snprintf(path, PATH_MAX, "%s/volume", unknot_state_folder(s->u));
}

static void print(FILE *out, const void *ctx)
{
    fprintf(out, "%.1f\n", 100 * *(const double *)ctx);
}

void uk_volume_read(struct uk_serve *s)
{
    char path[PATH_MAX], text[32] = "", *end;
    path_of(s, path);
    FILE *f = fopen(path, "re");
    if (f && fgets(text, sizeof text, f)) {
        double percent = strtod(text, &end);
        if (end != text && percent >= 0 && percent <= 100)
            s->volume = fmin(percent / 100, s->ceiling);
    }
    if (f)
        fclose(f);
    s->kept_volume = s->volume;
}

void uk_volume_keep(struct uk_serve *s, bool now)
{
    char path[PATH_MAX];
    long long now_ms = uk_serve_now_ms();
    if (fabs(s->volume - s->kept_volume) < 0.0005 || (!now && s->volume_ms && now_ms - s->volume_ms < REST_MS))
        return;
    path_of(s, path);
    s->volume_ms = now_ms;
    s->kept_volume = s->volume; /* where it cannot be written it is lost with the end, and tried with the next change */
    uk_file_write(path, print, &s->volume);
}
