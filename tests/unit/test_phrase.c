#include "score/phrase.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define BREAK_S 0.45

/* The parts as one text: "Breathe in.|0.60|And out." */
static void expect(const char *text, const char *parts)
{
    struct uk_phrase p;
    struct uk_message m = {""};
    char got[2000] = "";
    if (uk_phrase_init(&p, text, BREAK_S, &m) != UNKNOT_OK)
        fail_msg("'%s': %s", text, m.text);
    for (size_t i = 0; i < p.count; i++) {
        size_t n = strlen(got);
        if (p.parts[i].sentence)
            snprintf(got + n, sizeof got - n, "%s%s", i ? "|" : "", p.parts[i].sentence);
        else
            snprintf(got + n, sizeof got - n, "%s%.2f", i ? "|" : "", p.parts[i].silence_s);
    }
    assert_string_equal(got, parts);
    uk_phrase_finish(&p);
}

static void expect_refusal(const char *text, const char *sentence)
{
    struct uk_phrase p;
    struct uk_message m = {""};
    assert_int_equal(uk_phrase_init(&p, text, BREAK_S, &m), UNKNOT_BAD_ARGUMENT);
    assert_non_null(strstr(m.text, sentence));
    uk_phrase_finish(&p);
}

static void cuts_into_sentences(void **state)
{
    (void)state;
    expect("Rest.", "Rest.");
    expect("Breathe in. And out.", "Breathe in.|0.45|And out.");
    expect("Ready? Good! \"Now.\" Go", "Ready?|0.45|Good!|0.45|\"Now.\"|0.45|Go");
    expect("Press, e.g. with a ball, for 2.5 seconds.", "Press, e.g. with a ball, for 2.5 seconds.");
    expect("Wait... and let go.", "Wait... and let go.");
    expect("  Rest \n\t now.  ", "Rest now.");
}

/* Written as they are: the compiler and this file agree on UTF-8. */
static void cuts_other_languages(void **state)
{
    (void)state;
    expect("숨을 들이쉬세요. 그리고 내쉬세요.", "숨을 들이쉬세요.|0.45|그리고 내쉬세요.");
    expect("준비됐나요? 좋아요! 시작해요.", "준비됐나요?|0.45|좋아요!|0.45|시작해요.");
    expect("들이쉬세요.내쉬세요.", "들이쉬세요.|0.45|내쉬세요.");
    expect("2.5초 동안 쉬세요.", "2.5초 동안 쉬세요.");
    expect("吸气。呼气！好吗？好。", "吸气。|0.45|呼气！|0.45|好吗？|0.45|好。");
    expect("「息を吸って。」吐いて。[0.6]もう一度。", "「息を吸って。」|0.45|吐いて。|0.60|もう一度。");
    expect("साँस लें। छोड़ें।", "साँस लें।|0.45|छोड़ें।");
    expect("Atme ein. Über die Nase. Jetzt aus.", "Atme ein.|0.45|Über die Nase.|0.45|Jetzt aus.");
    expect("Warte... über die Nase.", "Warte... über die Nase.");
    expect("Drücke, z. B. Mit dem Ball, d. h. Sanft.", "Drücke, z. B. Mit dem Ball, d. h. Sanft.");
    expect("Drücke, z.B. Mit dem Ball.", "Drücke, z.B. Mit dem Ball.");
    expect("¿Listo? ¡Bien! Ahora.", "¿Listo?|0.45|¡Bien!|0.45|Ahora.");
    expect("Вдох. Выдох... и ещё.", "Вдох.|0.45|Выдох... и ещё.");
    expect("Plan B. Now rest. So do I. Go on.", "Plan B.|0.45|Now rest.|0.45|So do I.|0.45|Go on.");
    expect_refusal("。！", "nothing to say");
    expect_refusal("… – ", "nothing to say");
}

static void puts_in_pauses(void **state)
{
    (void)state;
    expect("Breathe in. [0.6] And out.", "Breathe in.|0.60|And out.");
    expect("Breathe in[1]and out.", "Breathe in|1.00|and out.");
    expect("[.5] Rest. [2] [1.5]", "0.50|Rest.|2.00|1.50");
    expect("See [note] here.", "See [note] here.");
    expect_refusal("Rest. [31] Now.", "31 seconds");
    expect_refusal("Rest. [0.01] Now.", "0.05 to 30");
}

static void makes_plain(void **state)
{
    (void)state;
    expect("Don\xe2\x80\x99t \xe2\x80\x9cpush\xe2\x80\x9d.", "Don't \"push\".");
    expect("Rest \xe2\x80\x94 now.", "Rest, now.");
    expect("10\xe2\x80\x93" "20 seconds\xe2\x80\xa6", "10 to 20 seconds...");
    expect("soft\xc2\xa0ly so\xc2\xad" "ft\xe2\x80\x8b", "soft ly soft");
    expect("caf\xc3\xa9", "caf\xc3\xa9");
}

static void refuses_what_cannot_be_said(void **state)
{
    (void)state;
    expect_refusal("", "nothing to say");
    expect_refusal(" ... !", "nothing to say");
    expect_refusal("[1]", "nothing to say");
    char many[3000] = "";
    for (int i = 0; i < 300; i++)
        strcat(many, "Go. ");
    expect_refusal(many, "more than 200");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_into_sentences),
        cmocka_unit_test(cuts_other_languages),
        cmocka_unit_test(puts_in_pauses),
        cmocka_unit_test(makes_plain),
        cmocka_unit_test(refuses_what_cannot_be_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
