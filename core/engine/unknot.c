/* The engine: opening, the catalogue, planning, and the facts of a plan. What reads and plays is in reading.c and player.c. */
#include "described.h"
#include "engine.h"
#include "pack.h"
#include "soon.h"
#include "taking.h"
#include "uri.h"
#include "voices.h"

#include "../base/text.h"
#include "../base/time.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *unknot_version(void)
{
    return UNKNOT_VERSION;
}

void unknot_options_init(struct unknot_options *options)
{
    *options = (struct unknot_options){.size = sizeof *options, .rate = 48000};
}

static bool level_in_range(double db)
{
    return (db >= -60 && db <= 6) || db == -INFINITY;
}

static int check_options(const struct unknot_options *o, struct uk_message *m)
{
    if (o->size != sizeof *o)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the options were not made by unknot_options_init()");
    if (o->rate < 8000 || o->rate > 192000)
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "the rate is %u frames a second, but must be 8000 to 192000", o->rate);
    if (!level_in_range(o->voice_db) || !level_in_range(o->tone_db) || !level_in_range(o->bed_db))
        return uk_fail(m, UNKNOT_BAD_ARGUMENT, "a level is out of range: -60 to 6 dB");
    return UNKNOT_OK;
}

static int open_planner(struct unknot *u)
{
    char *program = uk_path_join(u->places.helpers, "unknot-planner");
    char *library = uk_path_join(u->places.data, "scripts/unknot");
    int status = program && library ? uk_planner_create(&u->planner, program, library, &u->message) : uk_no_memory(&u->message);
    free(program);
    free(library);
    return status;
}

static int open_parts(struct unknot *u, const struct unknot_options *o)
{
    struct uk_message *m = &u->message;
    int status = check_options(o, m);
    if (status)
        return status;
    u->rate = o->rate;
    u->bus_db[UK_VOICE] = o->voice_db;
    u->bus_db[UK_TONE] = o->tone_db;
    u->bus_db[UK_BED] = o->bed_db;
    status = uk_places_init(&u->places, o->data_folder, o->cache_folder, m);
    if (!status)
        status = uk_language_create(&u->language, &u->places, o->language, m);
    if (!status)
        status = uk_voice_choice_init(&u->voice_choice, &u->places, o->voice, m);
    if (!status)
        status = open_planner(u);
    if (!status)
        status = uk_decoder_create(&u->decoder, &u->places, u->voice_choice.voice, o->rate, m);
    if (!status)
        status = uk_decoder_use_packs(u->decoder, u->voice_choice.packs, u->voice_choice.pack_count, m);
    if (!status)
        status = uk_clips_create(&u->clips, u->decoder, &u->places, o->rate, m);
    if (!status)
        status = uk_performer_create(&u->performer, o->rate, m);
    if (!status)
        status = uk_stage_create(&u->stage, u->clips, u->performer, o->rate, m);
    return status;
}

int unknot_open(struct unknot **out, const struct unknot_options *options)
{
    struct unknot_options defaults;
    unknot_options_init(&defaults);
    *out = calloc(1, sizeof **out);
    if (!*out)
        return UNKNOT_NO_MEMORY;
    return open_parts(*out, options ? options : &defaults);
}

static int load(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count, bool only_played)
{
    struct uk_session session;
    int status = uk_read_routine(u, &session, routine, params, count);
    session.only_played = only_played;
    return status ? status : uk_take_on(u, &session);
}

/* What the address does not say is as in the options. */
static int open_at(struct unknot *u, const char *address, const struct unknot_options *options)
{
    struct unknot_options with = *options;
    struct uk_uri uri;
    int status = uk_uri_init(&uri, address, &u->message);
    if (uri.voice)
        with.voice = uri.voice;
    if (uri.language)
        with.language = uri.language;
    if (!status)
        status = open_parts(u, &with);
    if (!status)
        status = load(u, uri.routine, uri.params, uri.param_count, true);
    uk_uri_finish(&uri);
    return status;
}

int unknot_open_uri(struct unknot **out, const char *address, const struct unknot_options *options)
{
    struct unknot_options defaults;
    unknot_options_init(&defaults);
    *out = calloc(1, sizeof **out);
    if (!*out)
        return UNKNOT_NO_MEMORY;
    return open_at(*out, address, options ? options : &defaults);
}

void unknot_close(struct unknot *u)
{
    if (!u)
        return;
    if (u->decoder)
        uk_decoder_hurry(u->decoder);
    uk_soon_stop(u);
    uk_stage_destroy(u->stage);
    uk_performer_destroy(u->performer);
    uk_clips_destroy(u->clips);
    uk_decoder_destroy(u->decoder);
    uk_planner_destroy(u->planner);
    uk_session_finish(&u->described);
    uk_session_finish(&u->session);
    free(u->described_facts.params);
    free(u->session_facts.params);
    uk_catalog_finish(&u->catalog);
    uk_findings_finish(&u->findings);
    uk_phrases_finish(&u->phrases);
    uk_places_finish(&u->places);
    uk_language_destroy(u->language);
    uk_voice_choice_finish(&u->voice_choice);
    uk_keeper_destroy(u->keeper);
    uk_packs_destroy(u->packs);
    uk_voices_destroy(u->voices);
    free(u->journal_text);
    free(u->reply);
    free(u);
}

const char *unknot_message(const struct unknot *u)
{
    return u ? u->message.text : "";
}

const char *unknot_data_folder(const struct unknot *u)
{
    return u->places.data;
}

const char *unknot_state_folder(const struct unknot *u)
{
    return u->places.state ? u->places.state : "";
}

uint32_t unknot_rate(const struct unknot *u)
{
    return u->rate;
}

/* ---- the catalogue ---- */

int unknot_routine_count(struct unknot *u)
{
    uk_catalog_finish(&u->catalog);
    int status = uk_catalog_init(&u->catalog, &u->places, &u->message);
    return status ? status : (int)u->catalog.count;
}

const char *unknot_routine_name(const struct unknot *u, int index)
{
    return index >= 0 && (size_t)index < u->catalog.count ? u->catalog.names[index] : "";
}

static int publish_facts(struct uk_public_facts *p, const struct uk_session *s, struct uk_language *l, struct uk_message *m)
{
    const struct uk_routine_facts *f = &s->facts;
    free(p->params);
    p->params = calloc(f->param_count + 1, sizeof *p->params);
    if (!p->params)
        return uk_no_memory(m);
    for (size_t i = 0; i < f->param_count; i++)
        p->params[i] = (struct unknot_routine_param){f->params[i].name, (const char *const *)f->params[i].values};
    p->routine = (struct unknot_routine){
        .name = s->name,
        .path = s->path,
        .title = uk_language_said(l, f->title),
        .summary = uk_language_said(l, f->summary),
        .region = f->region,
        .tools = (const char *const *)f->tools,
        .points = (const char *const *)f->points,
        .minutes = f->minutes,
        .minutes_count = f->minutes_count,
        .param_count = f->param_count,
        .params = p->params,
        .position = (const char *const *)f->position,
        .written_title = f->title,
    };
    return UNKNOT_OK;
}

int uk_publish_facts(struct unknot *u)
{
    int status = u->session.facts.title ? publish_facts(&u->session_facts, &u->session, u->language, &u->message) : UNKNOT_OK;
    if (!status && u->described.facts.title) /* its texts may be in another language now */
        status = publish_facts(&u->described_facts, &u->described, u->language, &u->message);
    return status;
}

int unknot_describe(struct unknot *u, const char *routine, const struct unknot_routine **out)
{
    uk_session_finish(&u->described);
    int status = uk_session_init(&u->described, &u->places, routine, NULL, 0, &u->message);
    if (!status)
        status = uk_described(&u->described, &u->places, u->planner, &u->message);
    if (!status)
        status = publish_facts(&u->described_facts, &u->described, u->language, &u->message);
    if (!status)
        *out = &u->described_facts.routine;
    return status;
}

/* ---- planning ---- */

int unknot_load(struct unknot *u, const char *routine, const struct unknot_param *params, size_t count)
{
    return load(u, routine, params, count, false);
}

static int need_loaded(struct unknot *u)
{
    return u->timeline ? UNKNOT_OK : uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "no routine is loaded");
}

/* What follows a new plan: its journal stays if all went well, and is given back if not. */
static int keep_journal(struct unknot *u, struct uk_journal *journal, int status)
{
    if (status) {
        uk_journal_finish(journal);
        return status;
    }
    uk_journal_finish(&u->session.journal);
    u->session.journal = *journal;
    return uk_publish_facts(u);
}

#define LARGEST_JOURNAL (1 << 20)

int unknot_load_journal(struct unknot *u, const char *path)
{
    struct uk_journal journal = {0};
    struct uk_scene *scene = NULL;
    char *text = NULL;
    size_t n;
    int status = need_loaded(u);
    if (!status)
        status = uk_path_read(path, LARGEST_JOURNAL, &text, &n, &u->message);
    if (!status)
        status = uk_journal_parse(&journal, text, n, path, &u->message);
    free(text);
    if (!status)
        status = uk_plan(u, &u->session, &journal, &scene);
    if (!status)
        status = uk_put_on(u, scene);
    if (status)
        uk_scene_destroy(scene);
    else
        u->pressed_ns = INT64_MAX;
    return keep_journal(u, &journal, status);
}

/* A press is stamped this much beyond what the new plan will take, so that it is there in time. */
#define MARGIN_NS INT64_C(26000000)
#define BLOCK_NS INT64_C(10000000) /* a read that is under way goes on so far with the old plan */
#define NEAR_S 1 /* what must be in memory before a new plan goes on */

/* The second law: what comes before the event is the same with and without it. */
static int check_law(struct unknot *u, const struct uk_timeline *after, struct uk_entry entry)
{
    char time[16];
    int64_t where_ns = 0;
    int64_t heard_ns = entry.at_ns + UK_LOOK_AHEAD_NS < u->timeline->sure_ns ? entry.at_ns + UK_LOOK_AHEAD_NS : u->timeline->sure_ns;
    if (uk_timeline_same_before(u->timeline, after, heard_ns, &where_ns))
        return UNKNOT_OK;
    return uk_fail(&u->message, UNKNOT_BAD_SCRIPT,
                   "%s: the routine changed what it did at %s when '%s' came later: the old plan goes on",
                   uk_path_name(u->session.path), uk_time_text(time, sizeof time, where_ns), uk_event_names[entry.event]);
}

/* A scene with one more entry in its journal; both are the caller's. What is near `at` is in memory. */
static int scene_after(struct unknot *u, struct uk_entry entry, int64_t at, struct uk_journal *journal, struct uk_scene **scene)
{
    int status = uk_journal_copy(journal, &u->session.journal, &u->message);
    if (!status)
        status = uk_journal_add(journal, entry, &u->message);
    if (!status)
        status = uk_plan(u, &u->session, journal, scene);
    if (!status)
        status = check_law(u, uk_scene_timeline(*scene), entry);
    if (!status)
        uk_stage_rehearse(u->stage, *scene, at, (int64_t)NEAR_S * u->rate, NULL);
    return status;
}

/* One try with the event at a given time. With `late`, *late tells that the new plan was ready too late to go on. */
static int press_at(struct unknot *u, struct uk_entry entry, int64_t at, bool *late)
{
    struct uk_journal journal = {0};
    struct uk_scene *scene = NULL;
    int status = scene_after(u, entry, at, &journal, &scene);
    if (late) {
        int64_t now_ns = uk_ns_from_frames(uk_performer_tell(u->performer), u->rate);
        *late = !status && !uk_performer_paused(u->performer) && now_ns + BLOCK_NS > entry.at_ns;
        if (*late) {
            uk_stage_dismiss(u->stage);
            uk_scene_destroy(scene);
            uk_journal_finish(&journal);
            return UNKNOT_OK;
        }
    }
    if (!status)
        status = uk_put_on(u, scene);
    if (status)
        uk_scene_destroy(scene);
    status = keep_journal(u, &journal, status);
    char line[UK_ENTRY_TEXT];
    if (!status && u->keeper)
        uk_keeper_add(u->keeper, line, uk_entry_text(&entry, line), true);
    return status;
}

/* From when on a press at position `tell_ns` may change what sounds: once planning is over. Two presses in a row keep their order
 * even when the second is planned faster; only one that the listener went back behind is overtaken, and then dropped. */
static int64_t stamp(const struct unknot *u, int64_t tell_ns, int64_t margin_ns)
{
    const struct uk_journal *j = &u->session.journal;
    int64_t at_ns = tell_ns + margin_ns + u->plan_ns;
    int64_t last_ns = j->count ? j->entries[j->count - 1].at_ns : -1;
    return last_ns >= at_ns && tell_ns >= u->pressed_ns ? last_ns + 1000000 : at_ns;
}

/* The entry of a press, but for when it is. */
static int read_press(struct unknot *u, const char *event, double value, struct uk_entry *entry)
{
    int status = need_loaded(u);
    int index = uk_name_index(uk_event_names, event);
    if (!status && index < 0)
        status = uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "there is no event '%s': next again longer easier harder switch ready rate stop",
                         event);
    *entry = (struct uk_entry){0, status ? 0 : (enum uk_event)index, value};
    return status;
}

static int need_time_left(struct unknot *u, const struct uk_entry *entry)
{
    if (entry->at_ns + UK_LOOK_AHEAD_NS < u->timeline->length_ns)
        return UNKNOT_OK;
    return uk_fail(&u->message, UNKNOT_BAD_ARGUMENT, "the routine is over: there is nothing left to change");
}

int unknot_press(struct unknot *u, const char *event, double value)
{
    struct uk_entry entry;
    int64_t margin_ns = MARGIN_NS;
    int status = read_press(u, event, value, &entry);
    bool late = !status;
    for (int tries = 0; !status && late && tries < 5; tries++) {
        int64_t tell = uk_performer_tell(u->performer);
        entry.at_ns = stamp(u, uk_ns_from_frames(tell, u->rate), margin_ns);
        status = need_time_left(u, &entry);
        if (status)
            return status;
        status = press_at(u, entry, tell, &late);
        if (!status && !late)
            u->pressed_ns = uk_ns_from_frames(tell, u->rate);
        u->late_plans += late;
        uk_planner_warm(u->planner);
        margin_ns *= 2;
    }
    return late && !status ? uk_fail(&u->message, UNKNOT_FAILED, "planning takes too long on this machine: the old plan goes on") : status;
}

int unknot_press_at(struct unknot *u, int64_t at_frames, const char *event, double value)
{
    struct uk_entry entry;
    int status = read_press(u, event, value, &entry);
    if (status)
        return status;
    entry.at_ns = uk_ns_from_frames(at_frames < 0 ? 0 : at_frames, u->rate);
    status = need_time_left(u, &entry);
    if (!status)
        status = press_at(u, entry, at_frames, NULL);
    uk_planner_warm(u->planner);
    return status;
}

const char *unknot_journal(struct unknot *u)
{
    free(u->journal_text);
    u->journal_text = uk_journal_text(&u->session.journal);
    return u->journal_text ? u->journal_text : "";
}

/* ---- the facts of a plan ---- */

const struct unknot_routine *unknot_loaded(const struct unknot *u)
{
    return u->timeline ? &u->session_facts.routine : NULL;
}

int64_t unknot_length_frames(const struct unknot *u)
{
    return atomic_load(&u->length_frames);
}

size_t unknot_cue_count(const struct unknot *u)
{
    return u->timeline ? u->timeline->cue_count : 0;
}

size_t unknot_mark_count(const struct unknot *u)
{
    return u->timeline ? u->timeline->mark_count : 0;
}

size_t unknot_span_count(const struct unknot *u)
{
    return u->timeline ? u->timeline->span_count : 0;
}

size_t unknot_note_count(const struct unknot *u)
{
    return u->timeline ? u->timeline->note_count : 0;
}

int unknot_cue(const struct unknot *u, size_t index, struct unknot_cue *out)
{
    if (index >= unknot_cue_count(u))
        return UNKNOT_BAD_ARGUMENT;
    const struct uk_cue *c = &u->timeline->cues[index];
    bool made = c->kind == UK_SOURCE;
    const char *kind = made ? c->file : uk_kind_name(c->kind);
    const char *text = made || c->text[0] || !c->file[0] ? uk_language_shown(u->language, c->text) : c->file;
    *out = (struct unknot_cue){c->at_frames, c->length_frames, kind, uk_bus_name(c->bus), text, {0}};
    for (int i = 0; i < 4 && c->kind == UK_BREATH; i++)
        out->phases_frames[i] = uk_frames_from_ns(c->phases_ns[i], u->rate);
    return UNKNOT_OK;
}

int unknot_mark(const struct unknot *u, size_t index, struct unknot_mark *out)
{
    if (index >= unknot_mark_count(u))
        return UNKNOT_BAD_ARGUMENT;
    const struct uk_mark *k = &u->timeline->marks[index];
    const char *title = k->level < UK_QUESTION_LEVEL ? uk_language_said(u->language, k->title) : k->title;
    *out = (struct unknot_mark){k->at_frames, k->level, title};
    return UNKNOT_OK;
}

int unknot_span(const struct unknot *u, size_t index, struct unknot_span *out)
{
    if (index >= unknot_span_count(u))
        return UNKNOT_BAD_ARGUMENT;
    const struct uk_span *s = &u->timeline->spans[index];
    *out = (struct unknot_span){s->at_frames, s->length_frames, s->point, s->side, s->level};
    return UNKNOT_OK;
}

int unknot_note(const struct unknot *u, size_t index, struct unknot_note *out)
{
    if (index >= unknot_note_count(u))
        return UNKNOT_BAD_ARGUMENT;
    const struct uk_note *n = &u->timeline->notes[index];
    *out = (struct unknot_note){n->line, n->text, n->code};
    return UNKNOT_OK;
}
