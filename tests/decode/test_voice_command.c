/* Programs that speak, and programs that misbehave, behind the voice "command". */
#include "fixture.h"

#include "../../plugins/voice-command/program.h"
#include "../../plugins/voice-command/words.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#define RATE 48000

struct wav {
    unsigned channels, rate, bits, tag, told; /* `told` is the size that the header gives, 1: the true one */
    bool extensible, list;
};

static unsigned char *put(unsigned char *p, unsigned value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *p++ = (unsigned char)(value >> 8 * i);
    return p;
}

/* 0.5 s of a square wave of 200 Hz, or a little more than that. */
static void write_wav(struct fixture *f, const char *name, struct wav w)
{
    size_t frames = w.rate / 2, width = w.bits / 8, data = frames * w.channels * width;
    unsigned char *bytes = calloc(1, data + 200), *p = bytes;
    memcpy(p, "RIFF\xff\xff\xff\xffWAVEfmt ", 16);
    p = put(p + 16, w.extensible ? 40 : 16, 4);
    p = put(put(p, w.extensible ? 0xfffe : w.tag, 2), w.channels, 2);
    p = put(put(p, w.rate, 4), (unsigned)(w.rate * w.channels * width), 4);
    p = put(put(p, (unsigned)(w.channels * width), 2), w.bits, 2);
    if (w.extensible) {
        p = put(put(put(put(p, 22, 2), w.bits, 2), 4, 4), w.tag, 2);
        memcpy(p, "\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71", 14);
        p += 14;
    }
    if (w.list) {
        memcpy(p, "LIST\x05\0\0\0INFOx\0", 14);
        p += 14;
    }
    memcpy(p, "data", 4);
    p = put(p + 4, w.told == 1 ? (unsigned)data : w.told, 4);
    for (size_t i = 0; i < frames * w.channels; i++) {
        bool up = (i / w.channels) % (w.rate / 200) < w.rate / 400;
        if (w.tag == 3)
            p = put(p, up ? 0x3e800000 : 0xbe800000, 4); /* 0.25 */
        else
            p = put(p, up ? 1u << (w.bits - 3) : 0u - (1u << (w.bits - 3)), (int)width);
    }
    fixture_file(f, name, bytes, (size_t)(p - bytes));
    free(bytes);
}

/* A program in the folder: "command:FOLDER/say {out}". The folder is $d in it, {out} is $1. */
static const char *program(struct fixture *f, const char *arguments, const char *script)
{
    static char voice[512];
    char text[2048];
    snprintf(text, sizeof text, "#!/bin/sh\nd=%s\necho \"$1\" >>$d/outs\n%s\n", f->folder, script);
    const char *path = fixture_file(f, "say", text, strlen(text));
    assert_int_equal(chmod(path, 0700), 0);
    snprintf(voice, sizeof voice, "command:%s%s", path, arguments);
    return voice;
}

static int speak_as(struct fixture *f, const char *voice, const char *text, int64_t *frames)
{
    struct uk_decoder *d;
    int channels;
    assert_int_equal(uk_decoder_create(&d, &f->places, voice, RATE, &f->m), 0);
    int status = uk_decoder_measure(d, UK_CLIP_PHRASE, text, frames, &channels, &f->m);
    uk_decoder_destroy(d);
    return status;
}

static void expect(struct fixture *f, const char *voice, const char *sentence)
{
    int64_t frames;
    assert_int_equal(speak_as(f, voice, "Rest.", &frames), UNKNOT_NO_VOICE);
    if (!strstr(f->m.text, sentence))
        fail_msg("'%s' is not in: %s", sentence, f->m.text);
}

/* Every program has noted its {out}: none of these folders is there any more. */
static void expect_no_folder_is_left(struct fixture *f)
{
    char line[256];
    int n = 0;
    FILE *in = fopen(fixture_path(f, "outs"), "r");
    assert_non_null(in);
    for (; fgets(line, sizeof line, in); n++) {
        char *slash = strrchr(line, '/');
        assert_non_null(slash);
        *slash = '\0';
        assert_int_not_equal(access(line, F_OK), 0);
    }
    fclose(in);
    assert_true(n > 20);
}

static void names_what_a_program_does_wrong(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *script, *sentence;
    } cases[] = {
        {"exit 3", "say' failed with status 3: try it by hand"},
        {"printf 'no \\033[31mmodel \\377 here\\nmore\\n' >&2; exit 1", "which said 'no  [31mmodel   here', failed with status 1"},
        {"yes | tr -d '\\n' | head -c 100000 >&2; exit 1", "yyyyyyyy', failed with status 1"},
        {"kill -ABRT $$", "was ended by signal 6"},
        {":", "wrote no sound: let it write a WAV file to '{out}'"},
        {": >\"$1\"", "wrote no sound"},
        {"mkdir \"$1\"; mkdir -p \"$1/a/b\"; : >\"$1/a/c\"", "wrote no sound"},
        {"ln -s /dev/zero \"$1\"", "wrote no sound"},
        {"mkfifo \"$1\"", "wrote no sound"},
        {"echo this is no wave of sound >\"$1\"", "is no WAV file: make it write one"},
        {"exec cat /dev/zero", "wrote more than 128 MB and was stopped"},
        {"exec cat /dev/zero >&2", "wrote more than 128 MB and was stopped"},
        {"exec cat /dev/zero >\"$1\"", "wrote more than 128 MB and was stopped"},
        {"cp $d/eight \"$1\"", "has 8 channels: make it write one"},
        {"cp $d/slow \"$1\"", "has 8000 frames a second: make it write 11025 to 96000"},
        {"cp $d/fast \"$1\"", "has 192000 frames a second"},
        {"cp $d/bits8 \"$1\"", "is of kind 1 with 8 bits: make it write 16-bit PCM"},
        {"cp $d/liar \"$1\"", "it ends too early"},
        {"head -c 40 $d/good >\"$1\"", "there is no sound in it"},
        {"head -c 20 $d/good >\"$1\"", "it ends too early"},
        {"head -c 2000 $d/pipe >\"$1\"", "made no sound that can be heard"},
        {"(head -c 44 $d/pipe; head -c 44100 /dev/zero) >\"$1\"", "made no sound that can be heard"},
    };
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    write_wav(f, "eight", (struct wav){8, 22050, 16, 1, 1, false, false});
    write_wav(f, "slow", (struct wav){1, 8000, 16, 1, 1, false, false});
    write_wav(f, "fast", (struct wav){1, 192000, 16, 1, 1, false, false});
    write_wav(f, "bits8", (struct wav){1, 22050, 8, 1, 1, false, false});
    write_wav(f, "liar", (struct wav){1, 22050, 16, 1, 1 << 20, false, false});
    write_wav(f, "pipe", (struct wav){1, 22050, 16, 1, 0xffffffff, false, false});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(f, program(f, " {out}", cases[i].script), cases[i].sentence);
    expect(f, "command:/nowhere/say {out}", "there is no program '/nowhere/say': install it, or name another behind 'command:'");
    expect(f, "command:/etc/passwd {out}", "the program '/etc/passwd' cannot be started: Permission denied");
    expect(f, program(f, " {out}", "n=$(cat $d/count 2>/dev/null); echo x$n >$d/count\n[ ${#n} -lt 2 ] && cp $d/good \"$1\" || exit 9"),
           "failed with status 9");
    expect_no_folder_is_left(f);
}

static void takes_every_kind_of_wave(void **state)
{
    struct fixture *f = *state;
    static const struct wav kinds[] = {
        {1, 22050, 16, 1, 1, false, false}, {2, 44100, 16, 1, 1, false, true}, {1, 16000, 24, 1, 1, true, false},
        {2, 48000, 32, 1, 1, true, true},   {1, 24000, 32, 3, 1, false, true}, {1, 22050, 16, 1, 0, false, false},
        {1, 96000, 16, 1, 0xffffffff, false, false}, {1, 11025, 16, 1, 0x7ffff000, false, true},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        int64_t frames = 0;
        write_wav(f, "good", kinds[i]);
        /* another argument each time, or it would be taken from the cache */
        char arguments[32];
        snprintf(arguments, sizeof arguments, " {out} %zu", i);
        int status = speak_as(f, program(f, arguments, "cp $d/good \"$1\""), "Rest.", &frames);
        if (status != UNKNOT_OK)
            fail_msg("kind %zu: %s", i, f->m.text);
        /* half a second, less what is trimmed and faded */
        assert_in_range(frames, RATE * 2 / 5, RATE * 3 / 5);
    }
}

/* From now on, until the test is over, the programs on PATH are only those that were put there by this. */
static void only_on_path(struct fixture *f, const char *name, const char *script)
{
    char folder[96], file[192], text[512];
    snprintf(folder, sizeof folder, "%s/bin", f->folder);
    mkdir(folder, 0700);
    snprintf(file, sizeof file, "bin/%s", name);
    snprintf(text, sizeof text, "#!/bin/sh\nPATH=/usr/bin:/bin\nd=%s\n%s\n", f->folder, script);
    assert_int_equal(chmod(fixture_file(f, file, text, strlen(text)), 0700), 0);
    setenv("PATH", folder, 1);
}

static int speak_in(struct fixture *f, const char *language, const char *voice, const char *text)
{
    char name[300];
    int64_t frames;
    snprintf(name, sizeof name, "%s\t%s", language, text);
    f->m.text[0] = '\0';
    return speak_as(f, voice, name, &frames);
}

/* What the program noted last, "" when it was not run. */
static const char *read_got(struct fixture *f)
{
    static char got[512];
    FILE *in = fopen(fixture_path(f, "got"), "rb");
    got[in ? fread(got, 1, sizeof got - 1, in) : 0] = '\0';
    if (in)
        fclose(in);
    return got;
}

#define NOTE "printf '%s ' \"$@\" >$d/got; o=; for a; do case $o in -w|-o|--output*) cp $d/good \"$a\"; esac; o=$a; done"

/* Every program is told the language in its own way, or refuses it. */
static void speaks_the_language_asked_for(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *program, *voice, *language, *got; /* `got` NULL: it is refused */
    } cases[] = {
        {"espeak-ng", "espeak-ng", "en", "-v en-us -s 112"},    {"espeak-ng", "espeak-ng", "de", "-v de -s 112"},
        {"espeak-ng", "espeak-ng", "ko", "-v ko -s 112"},       {"espeak-ng", "espeak-ng", "en-GB", "-v en-GB -s 112"},
        {"espeak-ng", "espeak-ng -v en-gb", "en", "-w"},        {"espeak-ng", "espeak-ng -v en-gb", "de", NULL},
        {"espeak-ng", "espeak-ng -v de+f3", "de", "-w"},        {"pico2wave", "pico2wave", "de", "-l de-DE -w"},
        {"pico2wave", "pico2wave", "en", "-l en-US -w"},        {"pico2wave", "pico2wave", "en-GB", "-l en-GB -w"},
        {"pico2wave", "pico2wave", "en-AU", "-l en-US -w"},     {"pico2wave", "pico2wave", "ko", NULL},
        {"RHVoice-test", "rhvoice", "en", "-p slt"},            {"RHVoice-test", "rhvoice", "de", NULL},
        {"text2wave", "festival-slt", "en", "-eval (voice_cmu_us_slt_arctic_hts)"}, {"text2wave", "festival-slt", "de", NULL},
        {"text2wave", "festival", "de", NULL},                  {"say", "say", "de-AT", "-v Anna"},
        {"say", "say", "ko", "-v Yuna"},                        {"say", "say", "sw", NULL},
        {"piper", "piper --model m.onnx", "de", "--length_scale 1.35 --output_file"},
        {"piper", "piper1 -m en_US-amy.onnx", "en", "--length-scale 1.35 --no-normalize --input-file"},
        {"piper", "piper1 -m en_US-amy.onnx", "de", NULL},
    };
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char voice[100];
        snprintf(voice, sizeof voice, "command:%s", cases[i].voice);
        only_on_path(f, cases[i].program, NOTE);
        remove(fixture_path(f, "got"));
        int status = speak_in(f, cases[i].language, voice, "Rest.");
        if (!cases[i].got) {
            assert_int_equal(status, UNKNOT_NO_VOICE);
            if (!strstr(f->m.text, "does not speak '") || read_got(f)[0])
                fail_msg("case %zu: %s", i, f->m.text);
        } else if (status != UNKNOT_OK || !strstr(read_got(f), cases[i].got)) {
            fail_msg("case %zu: '%s' %s", i, read_got(f), f->m.text);
        }
    }
}

/* Without a name the best program that is there, and that can. */
static void chooses_a_program(void **state)
{
    struct fixture *f = *state;
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    only_on_path(f, "nothing", "");
    assert_int_equal(speak_in(f, "en", "command", "Rest."), UNKNOT_NO_VOICE);
    assert_non_null(strstr(f->m.text, "it must be told which program speaks: write 'command:NAME' with one of espeak-ng, festival,"));
    only_on_path(f, "espeak-ng", NOTE);
    assert_int_equal(speak_in(f, "en", "command: ", "Rest."), UNKNOT_OK);
    only_on_path(f, "RHVoice-test", "exit 1");
    assert_int_equal(speak_in(f, "en", "command", "Stay."), UNKNOT_OK); /* one that is there and cannot is passed over */
    only_on_path(f, "pico2wave", NOTE);
    remove(fixture_path(f, "got"));
    assert_int_equal(speak_in(f, "de", "command", "Bleib."), UNKNOT_OK);
    assert_non_null(strstr(read_got(f), "<speed level=\"65\">Bleib.</speed>"));
}

/* An option of the user's own takes the place of the preset's, and stands where options stand. */
static void own_options_win(void **state)
{
    struct fixture *f = *state;
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    only_on_path(f, "RHVoice-test", "printf '%s ' \"$1\" \"$3\" \"$4\" \"$5\" \"$6\" >$d/got; cp $d/good \"$2\"");
    if (speak_in(f, "en", "command:rhvoice -p bdl -r 80", "Rest.") != UNKNOT_OK)
        fail_msg("%s", f->m.text);
    assert_string_equal(read_got(f), "-o -p bdl -r 80 ");
    only_on_path(f, "pico2wave", "printf '%s ' \"$1\" \"$3\" \"$4\" \"$5\" \"$6\" >$d/got; cp $d/good \"$2\"");
    if (speak_in(f, "en", "command:pico2wave -l en-GB", "Rest.") != UNKNOT_OK)
        fail_msg("%s", f->m.text);
    assert_string_equal(read_got(f), "-w -l en-GB -- <speed level=\"65\">Rest.</speed> ");
}

/* Festival misreads what is not ASCII; espeak-ng does not. */
static void folds_where_it_must(void **state)
{
    struct fixture *f = *state;
    static const char *const programs[][2] = {{"text2wave", "command:festival-slt"}, {"espeak-ng", "command:espeak-ng"}};
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    for (int i = 0; i < 2; i++) {
        only_on_path(f, programs[i][0], "cat >$d/got; o=; for a; do [ \"$o\" = -w ] || [ \"$o\" = -o ] && cp $d/good \"$a\"; o=$a; done; :");
        if (speak_in(f, "en", programs[i][1], "A na\xc3\xafve caf\xc3\xa9.") != UNKNOT_OK)
            fail_msg("%s", f->m.text);
        assert_string_equal(read_got(f), i == 0 ? "A naive cafe.\n" : "A na\xc3\xafve caf\xc3\xa9.\n");
    }
    assert_int_equal(speak_in(f, "en", "command:festival-slt", "\xec\x89\xac\xec\x84\xb8\xec\x9a\x94."), UNKNOT_NO_VOICE);
}

/* What a model of piper is called says what it speaks. */
static void a_model_has_its_language(void **state)
{
    struct fixture *f = *state;
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    const char *voice = program(f, " {out} /opt/voices/de_DE-thorsten-medium.onnx", "cp $d/good \"$1\"");
    assert_int_equal(speak_in(f, "de", voice, "Ruh dich aus."), UNKNOT_OK);
    assert_int_equal(speak_in(f, "en", voice, "Rest."), UNKNOT_NO_VOICE);
    assert_non_null(strstr(f->m.text, "the model 'de_DE-thorsten-medium.onnx' does not speak 'en'"));
}

static uint64_t hash_of(const char *command, const char *lang)
{
    struct words w;
    assert_true(words_init(&w, command, NULL));
    uint64_t hash = words_hash(&w, lang);
    words_finish(&w);
    return hash;
}

/* Command, language, and a model that was trained again: each makes another voice. */
static void another_model_is_another_voice(void **state)
{
    struct fixture *f = *state;
    char command[512], as_value[512];
    const char *model = fixture_file(f, "model.onnx", "first", 5);
    snprintf(command, sizeof command, "mine -m %s {out}", model);
    snprintf(as_value, sizeof as_value, "mine --model=%s {out}", model);
    uint64_t first = hash_of(command, "de"), first_value = hash_of(as_value, "de");
    assert_true(hash_of(command, "de") == first);
    assert_true(hash_of(command, "en") != first);
    assert_true(hash_of("mine -m other.onnx {out}", "de") != first);
    fixture_file(f, "model.onnx", "second", 6);
    assert_true(hash_of(command, "de") != first);
    assert_true(hash_of(as_value, "de") != first_value);
}

/* What the program was given for "-Rest, it's \"fine\"; $HOME `id` {out}." */
static void gets_the_text_as_it_is(void **state)
{
    struct fixture *f = *state;
    static const char text[] = "-Rest, it's \"fine\"; $HOME `id` {out}.";
    static const struct {
        const char *arguments, *script, *before, *after;
    } ways[] = {
        {" {out}", "cat >$d/got; cp $d/good \"$1\"", "", "\n"},
        {" stdout", "cat >$d/got; cat $d/good", "", "\n"},
        {" {out} {textfile}", "cat \"$2\" - >$d/got; cp $d/good \"$1\"", "", "\n"},
        {" {out} {text}", "printf %s \"$2\" >$d/got; cat >>$d/got; cp $d/good \"$1\"", " ", ""},
        {" {out} <{text}>{lang}:{language}:{stretch}", "printf %s \"$2\" >$d/got; cp $d/good \"$1\"", "<", ">en-US:en:1.50"},
    };
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        char wanted[256];
        int64_t frames;
        int status = speak_as(f, program(f, ways[i].arguments, ways[i].script), text, &frames);
        if (status != UNKNOT_OK)
            fail_msg("way %zu: %s", i, f->m.text);
        snprintf(wanted, sizeof wanted, "%s%s%s", ways[i].before, text, ways[i].after);
        assert_string_equal(read_got(f), wanted);
    }
}

/* A program that is replaced by one with another rate must not be heard at a wrong pitch. */
static void another_rate_is_noticed(void **state)
{
    struct fixture *f = *state;
    int64_t frames, again;
    write_wav(f, "good", (struct wav){1, 22050, 16, 1, 1, false, false});
    const char *voice = program(f, " {out}", "cp $d/good \"$1\"");
    assert_int_equal(speak_as(f, voice, "Rest.", &frames), UNKNOT_OK);
    write_wav(f, "good", (struct wav){1, 44100, 16, 1, 1, false, false}); /* the program itself is as it was */
    assert_int_equal(speak_as(f, voice, "Stay.", &again), UNKNOT_NO_VOICE);
    assert_non_null(strstr(f->m.text, "is not the one it was, and all must be said again: try again"));
    assert_int_equal(speak_as(f, voice, "Stay.", &again), UNKNOT_OK);
    assert_in_range(again, frames - RATE / 50, frames + RATE / 50);
    /* a program that was changed is another voice at once */
    write_wav(f, "good", (struct wav){1, 16000, 16, 1, 1, false, false});
    assert_int_equal(speak_as(f, program(f, " {out}", "cp $d/good \"$1\""), "Go.", &again), UNKNOT_OK);
    assert_in_range(again, frames - RATE / 50, frames + RATE / 50);
}

static bool lives(struct fixture *f, const char *name)
{
    int pid = 0;
    FILE *in = fopen(fixture_path(f, name), "r");
    bool read = in && fscanf(in, "%d", &pid) == 1;
    if (in)
        fclose(in);
    return read && kill(pid, 0) == 0;
}

/* One that hangs, with a child that hangs, and one that has left the group: all end. */
static void ends_all_that_hangs(void **state)
{
    struct fixture *f = *state;
    struct program_end end;
    char script[512];
    snprintf(script, sizeof script,
             "trap '' TERM HUP INT; echo $$ >%s/a; sleep 1000 & echo $! >%s/b; setsid sh -c 'echo $$ >%s/c; exec sleep 1000' & "
             "while [ ! -s %s/c ]; do :; done; wait; wait",
             f->folder, f->folder, f->folder, f->folder);
    char *words[] = {(char *)"sh", (char *)"-c", script, NULL};
    struct program p = {words, f->folder, "/dev/null", "/dev/null", "/dev/null"};
    assert_int_equal(program_run(&end, &p, 700), 0);
    assert_true(end.late && end.known);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no zombie */
    static const char *const names[] = {"a", "b", "c"};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(access(fixture_path(f, names[i]), F_OK), 0);
        assert_false(lives(f, names[i]));
    }
}

/* We are killed while it hangs: it ends all the same, and its folder goes. */
static void ends_it_when_we_are_killed(void **state)
{
    struct fixture *f = *state;
    char script[512], own[96];
    snprintf(own, sizeof own, "%s/own", f->folder);
    assert_int_equal(mkdir(own, 0700), 0);
    snprintf(script, sizeof script, "echo $$ >%s/own/x; echo $$ >%s/a.new; mv %s/a.new %s/a; exec sleep 1000", f->folder, f->folder,
             f->folder, f->folder);
    pid_t pid = fork();
    if (pid == 0) {
        struct program_end end;
        char *words[] = {(char *)"sh", (char *)"-c", script, NULL};
        program_run(&end, &(struct program){words, own, "/dev/null", "/dev/null", "/dev/null"}, 60000);
        _exit(0);
    }
    while (access(fixture_path(f, "a"), F_OK))
        nanosleep(&(struct timespec){0, 1000000}, NULL);
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    for (int i = 0; i < 5000 && (lives(f, "a") || access(own, F_OK) == 0); i++)
        nanosleep(&(struct timespec){0, 1000000}, NULL);
    assert_false(lives(f, "a"));
    assert_int_not_equal(access(own, F_OK), 0);
}

/* The real one, where it is installed: it can be heard, and says the same the same. */
static void espeak_speaks(void **state)
{
    struct fixture *f = *state;
    static const char text[] = "Press slowly, until you feel a dull ache.";
    int16_t *pcm[2];
    int64_t frames[2];
    int channels;
    if (system("espeak-ng --version >/dev/null 2>&1") != 0)
        skip();
    for (int i = 0; i < 2; i++) {
        char cache[128];
        snprintf(cache, sizeof cache, "%s/cache-%d", f->folder, i);
        f->places.cache = cache; /* for as long as this turn */
        uk_decoder_destroy(f->decoder);
        assert_int_equal(uk_decoder_create(&f->decoder, &f->places, "command:espeak-ng", RATE, &f->m), 0);
        pcm[i] = fixture_load(f, UK_CLIP_PHRASE, text, 4096, &frames[i], &channels);
    }
    f->places.cache = f->cache;
    assert_in_range(frames[0], RATE * 5 / 2, RATE * 6);
    assert_int_equal(frames[0], frames[1]);
    assert_memory_equal(pcm[0], pcm[1], (size_t)frames[0] * sizeof *pcm[0]);
    free(pcm[0]);
    free(pcm[1]);
    int64_t other;
    assert_int_equal(speak_as(f, "command:espeak-ng -s 300", text, &other), UNKNOT_OK);
    assert_true(other < frames[0] * 2 / 3);
    assert_int_equal(speak_as(f, "command:espeak-ng", "de\tAtme ein, und lass die Schultern sinken.", &other), UNKNOT_OK);
    assert_in_range(other, RATE * 2, RATE * 6);
    assert_int_equal(speak_as(f, "command:espeak-ng", "ko\t\xec\x88\xa8\xec\x9d\x84 \xec\x89\xac\xec\x84\xb8\xec\x9a\x94.", &other), UNKNOT_OK);
    assert_in_range(other, RATE / 2, RATE * 4);
}

static int finish(void **state)
{
    setenv("PATH", "/usr/local/bin:/usr/bin:/bin", 1);
    return fixture_finish(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_init, finish)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(names_what_a_program_does_wrong),
        TEST(takes_every_kind_of_wave),
        TEST(speaks_the_language_asked_for),
        TEST(chooses_a_program),
        TEST(own_options_win),
        TEST(folds_where_it_must),
        TEST(a_model_has_its_language),
        TEST(another_model_is_another_voice),
        TEST(gets_the_text_as_it_is),
        TEST(another_rate_is_noticed),
        TEST(ends_all_that_hangs),
        TEST(ends_it_when_we_are_killed),
        TEST(espeak_speaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
