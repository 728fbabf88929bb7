#include "core/scale.h"

#include "base/i18n.h"
#include "core/status.h"
#include "test.h"

static int
set_french(void **state)
{
	(void)state;
	i18n_set_language("fr");
	return 0;
}

/* ---- recognising ------------------------------------------------------------------------------
 */

static void
scale_recognise__finds__the_scale_of_forms(void **state)
{
	(void)state;
	static const struct {
		const char *heading;
		const char *answers[6];
		const char *scale;
	} cases[] = {
		{"Êtes-vous satisfait·e ?",
		 {"Très satisfait(e)", "Satisfait·e", "peu satisfaite"},
		 "satisfaction"},
		{"L’accueil", {"Très bon", "Bon", "Satisfaisant", "Insuffisant"}, "quality"},
		{"L’accueil", {"Satisfaisant", "Peu satisfaisant"}, "satisfaction"},
		{"Utile ?",
		 {"Tout à fait d'accord", "Plutôt d’accord", "Pas du tout d’accord"},
		 "agreement"},
		{"A répondu à vos attentes",
		 {"Oui", "Non", "oui"},
		 NULL}, /* “attentes” asks words */
		{"Reviendrez-vous ?", {"Oui", "Non", "oui"}, "yes_no"},
		{"Reviendrez-vous ?", {"Oui", "Plutôt oui", "Non"}, "extent"},
		{"Reviendrez-vous ?", {"Oui", "Sans opinion"}, "yes_no"},
		{"Note globale", {"4", "5", "3"}, "out_of_5"},
		{"Note globale", {"4", "9", "3"}, "out_of_10"},
		{"Note globale", {"4", "0"}, "out_of_10"},
		{"Note sur 10", {"4", "5", "3"}, "out_of_10"},
		{"Note", {"4/5", "5 / 5"}, "out_of_5"},
		{"Note", {"4,0", "5.0"}, "out_of_5"},
		{"Rythme", {"4 - Très bon", "3 - Bon", "1. Mauvais"}, "quality"},
		{"Rythme", {"Trop court", "Bon"}, NULL},
		{"Combien d’ateliers ?", {"1", "2"}, NULL},
		{"Vos remarques", {"Bon", "Très bon"}, NULL},
		{"Note", {"11"}, NULL},
		{"Note", {"Sans opinion"}, NULL},
		{"Note", {NULL}, NULL},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		guint n = 0;
		while (n < 6 && cases[i].answers[n] != NULL)
			n++;
		const char *scale = scale_recognise(cases[i].heading, cases[i].answers, n);
		if (g_strcmp0(scale, cases[i].scale) != 0)
			fail_msg("%s, %s: %s", cases[i].heading, cases[i].answers[0], scale);
	}
}

/* ---- steps ------------------------------------------------------------------------------------
 */

static void
scale_step__counts__from_the_best_word_and_the_lowest_mark(void **state)
{
	(void)state;
	assert_int_equal(scale_step("quality", "Excellent"), 0);
	assert_int_equal(scale_step("quality", " TRÈS BON "), 1);
	assert_int_equal(scale_step("satisfaction", "Pas du tout satisfait·e"), 4);
	assert_int_equal(scale_step("out_of_5", "1"), 0);
	assert_int_equal(scale_step("out_of_10", "0"), 0);
	assert_int_equal(scale_step("out_of_10", "10/10"), 10);
	assert_int_equal(scale_step("out_of_5", "4/10"), SCALE_OFF);
	assert_int_equal(scale_step("out_of_5", "0"), SCALE_OFF);
	assert_int_equal(scale_step("out_of_5", "-1"), SCALE_OFF);
	assert_int_equal(scale_step("quality", "Ne se prononce pas"), SCALE_ASIDE);
	assert_int_equal(scale_step("out_of_5", "NSP"), SCALE_ASIDE);
	assert_int_equal(scale_step("quality", ""), SCALE_OFF);
	assert_int_equal(scale_step("quality", "|"), SCALE_OFF);
	assert_int_equal(scale_step("unknown", "Bon"), SCALE_OFF);
	assert_int_equal(scale_step(NULL, "Bon"), SCALE_OFF);
}

/* Each word of a step means that step, and no other of its scale. */
static void
scale_step_text__is_read__as_the_step_it_names(void **state)
{
	(void)state;
	static const char *const languages[] = {"fr", "en"};
	for (gsize l = 0; l < G_N_ELEMENTS(languages); l++) {
		i18n_set_language(languages[l]);
		for (guint i = 0; i < code_scales.n; i++) {
			const char *scale = code_scales.codes[i].code;
			assert_true(scale_steps(scale) > 1);
			for (guint step = 0; step < scale_steps(scale); step++) {
				g_autofree char *text = scale_step_text(scale, step);
				if (scale_step(scale, text) != (int)step)
					fail_msg("%s: “%s” is step %d", scale, text,
						 scale_step(scale, text));
			}
		}
	}
	i18n_set_language("fr");
}

static void
scale_mark__is_missing__of_words(void **state)
{
	(void)state;
	assert_int_equal(scale_mark("out_of_5", 0), 1);
	assert_int_equal(scale_mark("out_of_10", 10), 10);
	assert_int_equal(scale_mark("quality", 0), -1);
	assert_int_equal(scale_mark(NULL, 0), -1);
	assert_int_equal(scale_steps(NULL), 0);
	g_autofree char *beyond = scale_step_text("yes_no", 2);
	assert_string_equal(beyond, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scale_recognise__finds__the_scale_of_forms),
		cmocka_unit_test(scale_step__counts__from_the_best_word_and_the_lowest_mark),
		cmocka_unit_test(scale_step_text__is_read__as_the_step_it_names),
		cmocka_unit_test(scale_mark__is_missing__of_words),
	};
	set_french(NULL);
	return test_run("scale", tests);
}
