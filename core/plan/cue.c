/* cue.c - core.cue, core.cut, core.length: what sounds, from when to when. */
#include "table.h"

#include "../base/text.h"
#include "../base/time.h"
#include "../sound/clip.h"
#include "talk.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define CUE_WORK 100
#define CAP_FADE_NS (3 * UK_NS_PER_S)   /* at most, when the cap ends a cue */
#define SHORTEST_FADE_NS (5000000)      /* of what is cut: shorter ones click */
#define CUT_FADE_NS (30000000)          /* unless said otherwise */
#define MOST_FADE_IN_NS (3600 * UK_NS_PER_S)

/* What a cue of each kind is when nothing is said. */
static const struct usual {
    enum uk_bus bus;
    double db, hz, beat_hz, seconds; /* 0 seconds: must be said, or is known otherwise */
    double fade_in, fade_out;
    bool open; /* may last until it is cut */
} usual[UK_KINDS] = {
    [UK_PHRASE] = {UK_VOICE, 0, 0, 0, 0, 0, 0, false},
    [UK_CLIP] = {UK_VOICE, 0, 0, 0, 0, 0, 0, false},
    [UK_LOOP] = {UK_BED, -30, 0, 0, 0, 2, 2, true},
    [UK_SINE] = {UK_TONE, -18, 440, 0, 0, 0.005, 0.005, false},
    [UK_BELL] = {UK_TONE, -18, 660, 0, 6, 0.005, 0.03, false},
    [UK_BOWL] = {UK_TONE, -18, 220, 0, 12, 0.005, 0.03, false},
    [UK_CHIME] = {UK_TONE, -18, 1320, 0, 2, 0.005, 0.03, false},
    [UK_NOISE] = {UK_BED, -30, 0, 0, 0, 2, 2, true},
    [UK_BREATH] = {UK_TONE, -30, 0, 0, 0, 0.005, 0.005, false},
    [UK_BINAURAL] = {UK_BED, -36, 200, 6, 0, 2, 2, true},
    [UK_ISOCHRONIC] = {UK_BED, -36, 200, 6, 0, 2, 2, true},
    [UK_SOURCE] = {UK_TONE, -30, 440, 6, 0, 0.005, 0.03, true},
};

static const char *const fields[] = {"kind",   "bus",  "seconds", "db",   "pan",     "hz",       "beat",
                                     "colour", "phases", "text",  "file", "fade_in", "fade_out", NULL};

static void check_fields(lua_State *lua)
{
    if (!lua_istable(lua, 1))
        uk_blame(lua, "cue needs a table, this is a %s", luaL_typename(lua, 1));
    const char *unknown = NULL;
    for (lua_pushnil(lua); lua_next(lua, 1); lua_pop(lua, 1)) {
        const char *name = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "1";
        /* of several, the first in the alphabet */
        if (uk_name_index(fields, name) < 0 && (!unknown || strcmp(name, unknown) < 0))
            unknown = name;
    }
    if (!unknown)
        return;
    const char *near = uk_text_nearest(unknown, fields);
    if (near)
        uk_blame(lua, "a cue has no field '%.60s' (did you mean '%s'?)", unknown, near);
    uk_blame(lua, "a cue has no field '%.60s'", unknown);
}

/* Pushes the field; false when it is nil. */
static bool has(lua_State *lua, const char *name)
{
    return lua_getfield(lua, 1, name) != LUA_TNIL;
}

/* The fields stay on the stack until the call returns, so their texts live. */
static double number(lua_State *lua, const char *name, double otherwise, double least, double most)
{
    if (!has(lua, name))
        return otherwise;
    int is_number;
    double value = lua_tonumberx(lua, -1, &is_number);
    if (!is_number)
        uk_blame(lua, "'%s' is a %s, it must be a number from %g to %g", name, luaL_typename(lua, -1), least, most);
    if (isnan(value))
        uk_blame(lua, "'%s' is not a number: was it divided by 0?", name);
    if (value < least || value > most)
        uk_blame(lua, "'%s' is %g, it may be %g to %g", name, value, least, most);
    return value;
}

static int choice(lua_State *lua, const char *name, const char *const *names, int otherwise)
{
    if (!has(lua, name))
        return otherwise;
    const char *value = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : luaL_typename(lua, -1);
    int index = uk_name_index(names, value);
    if (index >= 0)
        return index;
    char list[200] = "";
    for (int i = 0; names[i]; i++) {
        size_t n = strlen(list);
        snprintf(list + n, sizeof list - n, "%s%s", i ? " " : "", names[i]);
    }
    uk_blame(lua, "'%s' is '%.60s', it may be one of: %s", name, value, list);
}

static int64_t seconds(lua_State *lua, const char *name, double otherwise, int64_t most_ns)
{
    char what[40];
    snprintf(what, sizeof what, "'%s'", name);
    int64_t ns = has(lua, name) ? uk_checked_ns(lua, -1, what) : uk_ns_from_seconds(otherwise);
    if (ns > most_ns)
        uk_blame(lua, "%s is too long: at most %g s", what, (double)most_ns / (double)UK_NS_PER_S);
    return ns;
}

static const char *text(lua_State *lua, const char *name)
{
    char what[40];
    snprintf(what, sizeof what, "'%s'", name);
    return has(lua, name) ? uk_checked_text(lua, -1, what) : "";
}

/* Nothing in the script may go on without it. */
static _Noreturn void refuse_without(lua_State *lua, const char *why)
{
    char place[UK_PLACE_SIZE];
    uk_refuse_with(UNKNOT_BAD_SCRIPT, "%s: %s", uk_author_place(lua, place), why);
}

/* A length by which the plan goes from now on. */
static int64_t known_length(struct uk_planning *p, lua_State *lua, int kind, const char *name)
{
    struct uk_message why;
    const struct uk_length *length = uk_learn_length(p->request->lengths, kind, name, &why);
    if (length && length->guess && p->scheduler.now_ns < p->timeline->sure_ns)
        p->timeline->sure_ns = p->scheduler.now_ns;
    if (!length)
        refuse_without(lua, why.text);
    return length->ns;
}

static void read_phases(lua_State *lua, struct uk_cue *c)
{
    if (!has(lua, "phases") || !lua_istable(lua, -1))
        uk_blame(lua, "a breath needs 'phases': seconds to breathe in, hold, breathe out and rest");
    c->length_ns = 0;
    for (int i = 0; i < 4; i++) {
        if (lua_rawgeti(lua, -1, i + 1) != LUA_TNIL)
            c->phases_ns[i] = uk_checked_ns(lua, -1, "a phase of a breath");
        if (c->phases_ns[i] > 3600 * UK_NS_PER_S)
            uk_blame(lua, "a phase of a breath is too long: at most 3600 s");
        lua_pop(lua, 1);
        c->length_ns += c->phases_ns[i];
    }
    if (c->length_ns == 0)
        uk_blame(lua, "a breath needs at least one phase that is longer than 0 s");
}

/* Leaves -1 for one that lasts until it is cut. */
static void read_length(struct uk_planning *p, lua_State *lua, struct uk_cue *c)
{
    const struct usual *u = &usual[c->kind];
    bool given = has(lua, "seconds");
    if (given && (c->kind == UK_PHRASE || c->kind == UK_CLIP || c->kind == UK_BREATH))
        uk_blame(lua, "a %s lasts as long as it is: leave 'seconds' out", uk_kind_name(c->kind));
    if (c->kind == UK_PHRASE)
        c->length_ns = known_length(p, lua, UK_CLIP_PHRASE, c->text);
    else if (c->kind == UK_CLIP)
        c->length_ns = known_length(p, lua, UK_CLIP_FILE, c->file);
    else if (c->kind == UK_BREATH)
        read_phases(lua, c);
    else if (given)
        c->length_ns = uk_checked_ns(lua, -1, "'seconds'");
    else if (u->open)
        c->length_ns = -1;
    else if (u->seconds > 0)
        c->length_ns = uk_ns_from_seconds(u->seconds);
    else
        uk_blame(lua, "a %s needs 'seconds': how long it sounds", uk_kind_name(c->kind));
    if (given && c->length_ns == 0)
        uk_blame(lua, "'seconds' is 0, it must be more");
    if (c->length_ns > UK_LAST_NS - c->at_ns)
        c->length_ns = UK_LAST_NS - c->at_ns;
    /* a loop is asked for too, so that a missing file is known now and not when it should sound */
    if (c->kind == UK_LOOP)
        known_length(p, lua, UK_CLIP_FILE, c->file);
}

static void read_fades(lua_State *lua, struct uk_cue *c)
{
    const struct usual *u = &usual[c->kind];
    c->fade_in_ns = seconds(lua, "fade_in", u->fade_in, MOST_FADE_IN_NS);
    c->fade_out_ns = seconds(lua, "fade_out", u->fade_out, UK_MOST_FADE_NS);
    if (c->length_ns < 0)
        return;
    /* the usual ones give way, those asked for must fit */
    bool in = has(lua, "fade_in"), out = has(lua, "fade_out");
    if (!in && c->fade_in_ns > c->length_ns / 2)
        c->fade_in_ns = c->length_ns / 2;
    if (!out && c->fade_out_ns > c->length_ns / 2)
        c->fade_out_ns = c->length_ns / 2;
    if (c->fade_in_ns > c->length_ns || c->fade_out_ns > c->length_ns)
        uk_blame(lua, "'%s' is longer than the %s, which lasts %g s", c->fade_in_ns > c->length_ns ? "fade_in" : "fade_out",
                 uk_kind_name(c->kind), (double)c->length_ns / (double)UK_NS_PER_S);
}

/* What is none of our kinds is a plugin, whose name is then in c->file: the parent knows whether there is one. */
static void read_kind(struct uk_planning *p, lua_State *lua, struct uk_cue *c)
{
    const char *name = text(lua, "kind");
    if (!*name)
        uk_blame(lua, "a cue needs a 'kind': what sounds");
    int kind = uk_name_index(uk_kind_names, name);
    c->kind = kind < 0 ? UK_SOURCE : (enum uk_kind)kind;
    c->file = c->kind == UK_SOURCE ? name : text(lua, "file");
    if (c->kind == UK_SOURCE)
        known_length(p, lua, UK_CLIP_SOURCE, name);
}

int uk_cue_emit(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    uk_charge(lua, CUE_WORK);
    check_fields(lua);
    lua_settop(lua, 1);
    luaL_checkstack(lua, 40, "cue");
    struct uk_cue c = {.at_ns = p->scheduler.now_ns};
    read_kind(p, lua, &c);
    const struct usual *u = &usual[c.kind];
    c.bus = (enum uk_bus)choice(lua, "bus", uk_bus_names, (int)u->bus);
    c.colour = (enum uk_colour)choice(lua, "colour", uk_colour_names, UK_PINK);
    c.db = number(lua, "db", u->db, -120, 12);
    c.pan = number(lua, "pan", 0, -1, 1);
    c.hz = number(lua, "hz", u->hz, 10, 20000);
    c.beat_hz = number(lua, "beat", u->beat_hz, 0.1, 100);
    c.text = text(lua, "text");
    if (c.kind == UK_PHRASE && !*c.text)
        uk_blame(lua, "a phrase needs 'text': the words");
    if ((c.kind == UK_CLIP || c.kind == UK_LOOP) && !*c.file)
        uk_blame(lua, "a %s needs 'file': the sound file", uk_kind_name(c.kind));
    read_length(p, lua, &c);
    read_fades(lua, &c);
    uk_keep_text(p, lua, c.text);
    uk_keep_text(p, lua, c.file);
    uk_added(lua, uk_timeline_add_cue(p->timeline, &c));
    lua_pushinteger(lua, p->timeline->cue_count);
    if (c.length_ns < 0)
        lua_pushnil(lua);
    else
        lua_pushnumber(lua, (double)c.length_ns / (double)UK_NS_PER_S);
    return 2;
}

/* Lets a cue fade from `at_ns` on, within `fade_ns`. What is heard before does not change: one that fades already goes on fading. */
static void cut(struct uk_cue *c, int64_t at_ns, int64_t fade_ns)
{
    int64_t end_ns = at_ns + fade_ns;
    if (c->length_ns >= 0 && (c->at_ns + c->length_ns <= end_ns || c->at_ns + c->length_ns - c->fade_out_ns < at_ns))
        return;
    c->length_ns = end_ns - c->at_ns;
    c->fade_out_ns = fade_ns;
}

int uk_cue_cut(lua_State *lua)
{
    struct uk_planning *p = uk_playing(lua);
    int is_integer;
    lua_Integer id = lua_tointegerx(lua, 1, &is_integer);
    if (!is_integer || id < 1 || id > (lua_Integer)p->timeline->cue_count)
        uk_blame(lua, "there is no such sound: use what the verb that started it returned");
    int64_t fade_ns = lua_isnoneornil(lua, 2) ? CUT_FADE_NS : uk_checked_ns(lua, 2, "the fade");
    if (fade_ns > UK_MOST_FADE_NS)
        uk_blame(lua, "the fade is too long: at most %d s", (int)(UK_MOST_FADE_NS / UK_NS_PER_S));
    cut(&p->timeline->cues[id - 1], p->scheduler.now_ns, fade_ns < SHORTEST_FADE_NS ? SHORTEST_FADE_NS : fade_ns);
    return 0;
}

/* The sound that arguments 1 and 2 name; *kind is its enum uk_clip_kind. */
static const char *named_sound(lua_State *lua, int *clip_kind)
{
    static const char *const kinds[] = {"phrase", "clip", NULL};
    int kind = lua_type(lua, 1) == LUA_TSTRING ? uk_name_index(kinds, lua_tostring(lua, 1)) : -1;
    if (kind < 0)
        uk_blame(lua, "only a phrase or a clip has a length of its own");
    const char *name = uk_checked_text(lua, 2, kind == 0 ? "the phrase" : "the name of the file");
    if (!*name)
        uk_blame(lua, "the %s is empty", kinds[kind]);
    *clip_kind = kind == 0 ? UK_CLIP_PHRASE : UK_CLIP_FILE;
    return name;
}

int uk_cue_length(lua_State *lua)
{
    int kind;
    struct uk_planning *p = uk_playing(lua);
    const char *name = named_sound(lua, &kind);
    lua_pushnumber(lua, (double)known_length(p, lua, kind, name) / (double)UK_NS_PER_S);
    return 1;
}

int uk_cue_expect(lua_State *lua)
{
    int kind;
    struct uk_message why;
    struct uk_planning *p = uk_playing(lua);
    const char *name = named_sound(lua, &kind);
    if (!uk_learn_length(p->request->lengths, kind, name, &why))
        refuse_without(lua, why.text);
    return 0;
}

static int64_t later(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

void uk_cue_close_all(struct uk_planning *p, bool capped)
{
    struct uk_timeline *t = p->timeline;
    int64_t now_ns = p->scheduler.now_ns, cap_ns = p->scheduler.cap_ns, end_ns = now_ns;
    for (uint32_t i = 0; i < t->cue_count; i++) {
        struct uk_cue *c = &t->cues[i];
        if (c->length_ns < 0)
            cut(c, now_ns, later(c->fade_out_ns, SHORTEST_FADE_NS));
        if (c->at_ns + c->length_ns > cap_ns)
            cut(c, cap_ns, c->fade_out_ns > CAP_FADE_NS ? CAP_FADE_NS : later(c->fade_out_ns, CUT_FADE_NS));
        end_ns = later(end_ns, c->at_ns + c->length_ns);
    }
    for (uint32_t i = 0; i < t->span_count; i++)
        if (t->spans[i].length_ns < 0)
            t->spans[i].length_ns = now_ns - t->spans[i].at_ns;
    t->length_ns = end_ns;
    if (!capped)
        return;
    char words[100];
    snprintf(words, sizeof words, "the routine did not end by itself: it was ended at its cap of %g minutes",
             (double)cap_ns / (60.0 * (double)UK_NS_PER_S));
    struct uk_note note = {0, "cap", words};
    uk_timeline_add_note(t, &note); /* when there are too many notes already, one less */
}
