/* What every test program begins with. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* cmocka's word is ours too (base/error.h); tests say fail_msg(). */
#undef fail
#undef fail_msg
#define fail_msg(...) (print_error("ERROR: " __VA_ARGS__), _fail(__FILE__, __LINE__))

/** Run the group TESTS under NAME and print TAP. */
#define test_run(name, tests)                                                                      \
	(cmocka_set_message_output(CM_OUTPUT_TAP),                                                 \
	 _cmocka_run_group_tests(name, tests, G_N_ELEMENTS(tests), NULL, NULL))

/** Fail with the message of ERROR unless it is NULL. */
#define assert_no_error(error)                                                                     \
	do {                                                                                       \
		if ((error) != NULL)                                                               \
			fail_msg("unexpected error: %s", (error)->message);                        \
	} while (0)

/** Fail unless ERROR bears CODE. */
#define assert_error(error, wanted)                                                                \
	do {                                                                                       \
		if ((error) == NULL)                                                               \
			fail_msg("no error where one was expected");                               \
		assert_int_equal((error)->code, (int)(wanted));                                    \
	} while (0)

/** A NULL-safe comparison of texts. */
#define assert_text(actual, expected)                                                              \
	do {                                                                                       \
		const char *assert_actual = (actual), *assert_expected = (expected);               \
		if (g_strcmp0(assert_actual, assert_expected) != 0)                                \
			fail_msg("got \"%s\", expected \"%s\"",                                    \
				 assert_actual != NULL ? assert_actual : "(null)",                 \
				 assert_expected != NULL ? assert_expected : "(null)");            \
	} while (0)

#endif
