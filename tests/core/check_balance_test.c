#include <string.h>

#include "base/i18n.h"
#include "core/check.h"
#include "test.h"

#define NB "\u00a0"

/* What is said of the balance, a sentence a line. Caller frees. */
static char *
said(const struct check_family *families, guint n, gint64 percent)
{
	const struct check_day day = {.date = "2027-01-15",
				      .welcome = -1,
				      .start = 9 * 60,
				      .end = 17 * 60,
				      .has_place = true};
	const struct check_facts facts = {.title = "Journée",
					  .status = "announced",
					  .mode = "onsite",
					  .days = &day,
					  .n_days = 1,
					  .families = families,
					  .n_families = n,
					  .balance_percent = percent};
	g_autoptr(GPtrArray) problems = check_event(&facts);
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < problems->len; i++) {
		const struct check_problem *problem = problems->pdata[i];
		if (check_is_of_balance(problem))
			g_string_append_printf(text, "%s%s: %s", text->len > 0 ? "\n" : "",
					       check_severity_code(problem->severity),
					       problem->message);
	}
	return g_string_free(text, FALSE);
}

static void
balance__beyond_the_share__warns(void **state)
{
	(void)state;
	const struct check_family families[] = {{"association", 18, false},
						{"local_authority", 7, false},
						{NULL, 40, false}}; /* nobody knows: no weight */
	g_autofree char *above = said(families, G_N_ELEMENTS(families), 60);
	g_autofree char *below = said(families, G_N_ELEMENTS(families), 73);
	g_autofree char *never = said(families, G_N_ELEMENTS(families), 0);
	assert_text(above, "warning: Les associations font 72" NB "% des inscrits");
	assert_text(below, "");
	assert_text(never, "");
}

static void
balance__of_families_that_are_missed__is_told_in_one_sentence(void **state)
{
	(void)state;
	const struct check_family families[] = {
		{"state", 6, true},           {"local_authority", 6, true},
		{"social_landlord", 0, true}, {"citizens_council", 0, true},
		{"company", 0, false},        {"other", 0, true},
	};
	g_autofree char *text = said(families, G_N_ELEMENTS(families), 60);
	assert_text(text, "information: Absents des inscrits" NB
			  ": bailleurs sociaux, conseils citoyens");
}

static void
balance__of_few__says_nothing(void **state)
{
	(void)state;
	const struct check_family families[] = {{"association", BALANCE_LEAST - 1, false},
						{"state", 0, true}};
	g_autofree char *text = said(families, G_N_ELEMENTS(families), 60);
	g_autofree char *none = said(NULL, 0, 60);
	assert_text(text, "");
	assert_text(none, "");
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(balance__beyond_the_share__warns),
		cmocka_unit_test(balance__of_families_that_are_missed__is_told_in_one_sentence),
		cmocka_unit_test(balance__of_few__says_nothing),
	};
	return test_run("check_balance", tests);
}
