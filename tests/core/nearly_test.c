#include "test.h"

#include "core/nearly.h"

static int
score(const char *typed, const char *key)
{
	struct nearly nearly;
	return nearly_begin(&nearly, typed) ? nearly_score(&nearly, key) : 0;
}

/* What people typed at a door, and who was meant. */
static const struct {
	const char *typed, *key;
} slips[] = {
	{"beranje", "beranger\001lucie|dreets"},
	{"Béranj", "beranger\001lucie"},
	{"cruzet", "crouzet\001paul"},
	{"delmsa", "delmas\001ines"},
	{"etiene", "etienne\001marc"},
	{"etiene", "roux\001etienne"},
	{"kesler", "kessler\001joelle"},
	{"navaro", "navarro\001luis"},
	{"jouen", "jouan\001yves"},
	{"ouvrard", "bouvard\001anne"},
	{"ouvrar", "ouvrard\001anne"},
	{"salvadore", "salvador\001anne"},
	{"ghesali", "ghezali\001nadia"},
	{"lacrois", "lacroix\001eve"},
	{"lacrois", "delacroix\001eve"},
	{"kesler joelle", "kessler\001joelle"},
	{"joele kesler", "kessler\001joelle"},
	{"le gohf", "legoff\001yann"},
	{"martin dupomt", "martindupont\001lea"},
	{"dupomt", "martindupont\001lea"},
	{"j kesler", "kessler\001joelle"},
	{"filipe", "philippe\001jean"},
	{"tibo", "thibault\001marc"},
	{"gotier", "gauthier\001marc"},
	{"quesler", "kessler\001joelle"},
	{"dupond", "dupont\001jean"},
	{"sezanne", "cezanne\001paul"},
};

static void
score__forgives__slips_and_what_sounds_alike(void **state)
{
	(void)state;
	for (guint i = 0; i < G_N_ELEMENTS(slips); i++)
		if (score(slips[i].typed, slips[i].key) == 0)
			fail_msg("%s is not near %s", slips[i].typed, slips[i].key);
}

static const struct {
	const char *typed, *key;
} others[] = {
	{"dupont", "martin\001jean"},
	{"ana", "elan\001zoe"},
	{"kesler paul", "kessler\001joelle"},
	{"petit", "perrot\001anne"},
	{"2027", "roux\001marc"},
	{"zoe@elan.example", "elan\001zoe"},
	{"marchand", "martin\001lea"},
	{"x kesler", "kessler\001joelle"},
	{"delmsa", "roux\001lea|delmas"},
	{"", "roux\001lea"},
	{"bernard", "\001"},
};

static void
score__is_none__for_another_name(void **state)
{
	(void)state;
	for (guint i = 0; i < G_N_ELEMENTS(others); i++)
		if (score(others[i].typed, others[i].key) != 0)
			fail_msg("%s is near %s", others[i].typed, others[i].key);
}

static void
score__prefers__the_last_name_fewer_slips_and_the_first_letter(void **state)
{
	(void)state;
	assert_true(score("etiene", "etienne\001marc") > score("etiene", "roux\001etienne"));
	assert_true(score("kesler", "kessler\001a") > score("kesler", "kestner\001a"));
	assert_true(score("navaro", "navarro\001a") > score("navaro", "savaro\001a"));
	assert_true(score("jouen", "jouan\001a") > score("jouen", "jouannette\001a"));
}

static void
typed__guesses_nothing__when_it_is_no_name(void **state)
{
	(void)state;
	struct nearly nearly;
	assert_false(nearly_begin(&nearly, "abc"));
	assert_false(nearly_begin(&nearly, "a b c d e"));
	assert_false(nearly_begin(&nearly, "12 kesler"));
	assert_false(nearly_begin(&nearly,
				  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
	assert_true(nearly_begin(&nearly, "Éléa"));
}

static void
called__asks__for_the_whole_name_in_either_order(void **state)
{
	(void)state;
	assert_true(nearly_called("keslerjoelle", "kessler\001joelle|dreets"));
	assert_true(nearly_called("joellekessler", "kessler\001joelle"));
	assert_true(nearly_called("filipedupond", "dupont\001philippe\001mairie"));
	assert_true(nearly_called("liwu", "wu\001li"));
	assert_true(nearly_called("kesler", "kessler"));
	assert_false(nearly_called("kesler", "kessler\001joelle"));
	assert_false(nearly_called("paulkessler", "kessler\001joelle"));
	assert_false(nearly_called("", "kessler\001joelle"));
	assert_false(nearly_called("", ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(score__forgives__slips_and_what_sounds_alike),
		cmocka_unit_test(score__is_none__for_another_name),
		cmocka_unit_test(score__prefers__the_last_name_fewer_slips_and_the_first_letter),
		cmocka_unit_test(typed__guesses_nothing__when_it_is_no_name),
		cmocka_unit_test(called__asks__for_the_whole_name_in_either_order),
	};
	return test_run("nearly", tests);
}
