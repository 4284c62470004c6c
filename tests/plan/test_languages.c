/* The three routines, and what a service says, in German and Korean: nothing they may ever say or show is without a translation, and no
 * translation is without use. */
#include "render/studio.h"

#include "base/path.h"
#include "base/translation.h"

static const char *const routines[] = {"upper-trapezius", "suboccipitals", "coherent-breathing", SOURCE_DIR "/scripts/service/menu.lua",
                                       SOURCE_DIR "/scripts/service/trouble.lua"};
static const char *const languages[] = {"de", "ko"};

static void read_catalogue(const char *language, struct uk_translation *t)
{
    struct uk_message m;
    char path[300], *text;
    size_t n;
    snprintf(path, sizeof path, SOURCE_DIR "/scripts/po/%s.po", language);
    if (uk_path_read(path, UK_TRANSLATION_LARGEST, &text, &n, &m) || uk_translation_read(t, text, n, path, &m))
        fail_msg("%s", m.text);
    free(text);
}

static void keep(struct uk_translation *used, const char *text)
{
    if (*text)
        assert_int_equal(uk_translation_add(used, text, text, NULL), 0);
}

static void keep_titles(struct unknot *u, struct uk_translation *used)
{
    struct unknot_mark mark;
    keep(used, unknot_loaded(u)->title);
    keep(used, unknot_loaded(u)->summary);
    for (size_t i = 0; unknot_mark(u, i, &mark) == UNKNOT_OK; i++)
        if (mark.level < 3)
            keep(used, mark.title);
}

static void all_of(struct unknot *u, const char *routine, struct uk_translation *used)
{
    struct unknot_phrase phrase;
    if (unknot_load(u, routine, NULL, 0) || unknot_phrases_everywhere(u))
        fail_msg("%s: %s", routine, unknot_message(u));
    for (size_t i = 0; unknot_phrase(u, i, &phrase) == UNKNOT_OK; i++)
        keep(used, phrase.source);
    keep_titles(u, used);
}

static void every_text_has_a_translation_and_every_translation_a_text(void **state)
{
    struct studio *s = *state;
    struct uk_translation used = {0};
    if (SLOW)
        skip();
    for (size_t i = 0; i < sizeof routines / sizeof *routines; i++)
        all_of(s->u, routines[i], &used);
    assert_true(used.count > 200);
    int bad = 0;
    for (size_t k = 0; k < sizeof languages / sizeof *languages; k++) {
        struct uk_translation t = {0};
        read_catalogue(languages[k], &t);
        for (size_t i = 0; i < used.count; i++)
            if (!uk_translation_find(&t, used.list[i].source))
                bad += printf("po/%s.po lacks \"%s\"\n", languages[k], used.list[i].source);
        for (size_t i = 0; i < t.count; i++)
            if (!uk_translation_find(&used, t.list[i].source))
                bad += printf("po/%s.po: \"%s\" is never said nor shown\n", languages[k], t.list[i].source);
        uk_translation_finish(&t);
    }
    uk_translation_finish(&used);
    assert_int_equal(bad, 0);
}

static int open_studio(void **state)
{
    static struct studio s;
    studio_init(&s);
    *state = &s;
    return 0;
}

static int close_studio(void **state)
{
    studio_finish(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_text_has_a_translation_and_every_translation_a_text, open_studio, close_studio),
    };
    return RUN(tests);
}
