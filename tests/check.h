/* check.h - what every cmocka test includes first. */
#ifndef CHECK_H
#define CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Whether a sanitizer makes everything several times slower: then there is less of it. */
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SLOW 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SLOW 1
#endif
#endif
#ifndef SLOW
#define SLOW 0
#endif

/* Runs every test of the array as one group, named after the file. */
#define RUN(tests) cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL)

#define assert_contains(text, part)                                                                                              \
    do {                                                                                                                         \
        if (!strstr(text, part))                                                                                                 \
            fail_msg("'%s' does not contain '%s'", text, part);                                                                  \
    } while (0)

#endif
