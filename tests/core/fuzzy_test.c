#include "test.h"

#include "core/fuzzy.h"

static int
score(const char *typed, const char *key)
{
	struct fuzzy fuzzy;
	fuzzy_begin(&fuzzy, typed);
	int found = fuzzy_may(&fuzzy, fuzzy_letters(key)) ? fuzzy_score(&fuzzy, key) : 0;
	fuzzy_clear(&fuzzy);
	return found;
}

static void
score__is_best__of_a_whole_part(void **state)
{
	(void)state;
	assert_int_equal(score("2027-014", "journeeelan|2027014"), FUZZY_BEST);
	assert_int_equal(score("Élan Zoé", "elan\001zoe|mairie"), FUZZY_BEST);
	assert_int_equal(score("", "elan"), FUZZY_BEST);
}

static void
score__falls__from_beginning_to_middle_to_scattered_letters(void **state)
{
	(void)state;
	int beginning = score("eval", "evaluation"), middle = score("valua", "evaluation"),
	    scattered = score("evtn", "evaluation");
	assert_in_range(beginning, middle + 1, FUZZY_BEST - 1);
	assert_in_range(middle, scattered + 1, FUZZY_BEST);
	assert_int_not_equal(scattered, 0);
}

static void
score__prefers__the_shorter_of_two_that_begin_alike(void **state)
{
	(void)state;
	assert_true(score("mar", "marc") > score("mar", "margueritte"));
}

static void
score__is_blind__to_accents_and_case_and_the_order_of_words(void **state)
{
	(void)state;
	assert_int_equal(score("ZOÉ élan", "elan\001zoe"), score("elan zoe", "elan\001zoe"));
	assert_int_not_equal(score("d’échange", "journeedechange"), 0);
	assert_int_not_equal(score("cœur", "coeurdeville"), 0);
}

static void
score__is_none__when_one_word_is_nowhere(void **state)
{
	(void)state;
	assert_int_equal(score("elan marc", "elan\001zoe"), 0);
	assert_int_equal(score("xyz", "elan"), 0);
	assert_int_equal(score("elanz", "elan\001zoe"), 0); /* parts are not glued together */
}

static void
one_letter__answers__where_it_begins_alone(void **state)
{
	(void)state;
	assert_int_not_equal(score("z", "elan\001zoe"), 0);
	assert_int_equal(score("o", "elan\001zoe"), 0);
}

static void
scattered__letters__begin_at_a_beginning_and_stay_near(void **state)
{
	(void)state;
	assert_int_equal(score("vtn", "evaluation"), 0);
	assert_int_equal(score("ez", "evaluationz"), 0);
	assert_int_equal(score("abc", "a2345678901234567890b2345678901234567890c"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(score__is_best__of_a_whole_part),
		cmocka_unit_test(score__falls__from_beginning_to_middle_to_scattered_letters),
		cmocka_unit_test(score__prefers__the_shorter_of_two_that_begin_alike),
		cmocka_unit_test(score__is_blind__to_accents_and_case_and_the_order_of_words),
		cmocka_unit_test(score__is_none__when_one_word_is_nowhere),
		cmocka_unit_test(one_letter__answers__where_it_begins_alone),
		cmocka_unit_test(scattered__letters__begin_at_a_beginning_and_stay_near),
	};
	return test_run("fuzzy", tests);
}
