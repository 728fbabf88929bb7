#include "test.h"

#include "base/i18n.h"

static const char *const variables[] = {"ATELIERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG",
					"LANGUAGE"};

static int
forget_environment(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
		g_unsetenv(variables[i]);
	return 0;
}

static int
speak_french(void **state)
{
	forget_environment(state);
	i18n_set_language("fr");
	return 0;
}

static void
i18n_set_language__is_french__when_nothing_is_said(void **state)
{
	(void)state;
	assert_true(i18n_set_language(NULL));
	assert_text(i18n_language(), "fr");
	g_setenv("LANG", "C.UTF-8", TRUE);
	g_setenv("LC_ALL", "", TRUE);
	i18n_set_language(NULL);
	assert_text(i18n_language(), "fr");
	g_setenv("LANG", "de_DE.UTF-8", TRUE);
	i18n_set_language(NULL);
	assert_text(i18n_language(), "fr");
}

static void
i18n_set_language__follows__the_first_variable_that_is_spoken(void **state)
{
	(void)state;
	g_setenv("LANG", "fr_FR.UTF-8", TRUE);
	g_setenv("LC_ALL", "en_GB.UTF-8", TRUE);
	i18n_set_language(NULL);
	assert_text(i18n_language(), "en");
	g_setenv("ATELIERS_LANG", "fr", TRUE);
	i18n_set_language(NULL);
	assert_text(i18n_language(), "fr");
	g_unsetenv("ATELIERS_LANG");
	g_setenv("LC_ALL", "C", TRUE);
	i18n_set_language(NULL);
	assert_text(i18n_language(), "fr");
}

static void
i18n_set_language__obeys__a_choice(void **state)
{
	(void)state;
	g_setenv("ATELIERS_LANG", "fr", TRUE);
	assert_true(i18n_set_language("en"));
	assert_text(i18n_language(), "en");
	assert_false(i18n_set_language("nl"));
	assert_false(i18n_set_language(""));
	assert_text(i18n_language(), "en");
}

static void
i18n_text__is_french__whatever_the_locale(void **state)
{
	(void)state;
	g_setenv("LC_ALL", "C", TRUE);
	i18n_set_language(NULL);
	assert_text(_("Friday"), "vendredi");
	assert_text(_("August"), "août");
}

static void
i18n_text__is_the_message__in_english(void **state)
{
	(void)state;
	i18n_set_language("en");
	assert_text(_("Friday"), "Friday");
	assert_text(C_("day of the month", "1"), "1");
}

static void
i18n_text__gives_back__what_nobody_translated(void **state)
{
	(void)state;
	static const char *const unknown[] = {"no such message", "", "A", "zzzz", "\xff"};
	for (gsize i = 0; i < G_N_ELEMENTS(unknown); i++)
		assert_ptr_equal(i18n_text(unknown[i]), unknown[i]);
	assert_null(i18n_text(NULL));
}

static void
i18n_text_in__tells_apart__the_meanings(void **state)
{
	(void)state;
	assert_text(C_("day of the month", "1"), "1er");
	assert_text(_("1"), "1");
	assert_text(C_("no such context", "May"), "May");
}

static void
i18n_count__takes_zero__for_singular_in_french_only(void **state)
{
	(void)state;
	static const char *const one = "%d untranslated thing", *const many =
									"%d untranslated things";
	assert_ptr_equal(i18n_count(one, many, 1), one);
	assert_ptr_equal(i18n_count(one, many, 2), many);
	i18n_set_language("en");
	assert_ptr_equal(i18n_count(one, many, 0), many);
	assert_ptr_equal(i18n_count(one, many, 1), one);
	assert_ptr_equal(i18n_count(one, many, -1), many);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(i18n_set_language__is_french__when_nothing_is_said,
						forget_environment, speak_french),
		cmocka_unit_test_setup_teardown(
			i18n_set_language__follows__the_first_variable_that_is_spoken,
			forget_environment, speak_french),
		cmocka_unit_test_setup_teardown(i18n_set_language__obeys__a_choice,
						forget_environment, speak_french),
		cmocka_unit_test_setup_teardown(i18n_text__is_french__whatever_the_locale,
						forget_environment, speak_french),
		cmocka_unit_test_teardown(i18n_text__is_the_message__in_english, speak_french),
		cmocka_unit_test(i18n_text__gives_back__what_nobody_translated),
		cmocka_unit_test(i18n_text_in__tells_apart__the_meanings),
		cmocka_unit_test_teardown(i18n_count__takes_zero__for_singular_in_french_only,
					  speak_french),
	};
	return test_run("i18n", tests);
}
