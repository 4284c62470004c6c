/* check.h - what every cmocka test includes first. */
#ifndef CHECK_H
#define CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Runs every test of the array as one group, named after the file. */
#define RUN(tests) cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL)

#define assert_contains(text, part)                                                                                              \
    do {                                                                                                                         \
        if (!strstr(text, part))                                                                                                 \
            fail_msg("'%s' does not contain '%s'", text, part);                                                                  \
    } while (0)

#endif
