#include "core/half_day_rule.h"

#include "test.h"

#define AT(hour, minute) ((hour)*60 + (minute))

struct day {
	struct half_day_made made[HALF_DAYS_MAX];
	guint n;
};

static struct day
from_times(int start, int end)
{
	struct day day;
	day.n = half_day_make(&half_day_rule_default, NULL, 0, start, end, day.made);
	return day;
}

#define FROM_SESSIONS(...)                                                                         \
	from_sessions((const struct half_day_span[]){__VA_ARGS__},                                 \
		      G_N_ELEMENTS(((const struct half_day_span[]){__VA_ARGS__})))

static struct day
from_sessions(const struct half_day_span *spans, guint n)
{
	struct day day;
	day.n = half_day_make(&half_day_rule_default, spans, n, -1, -1, day.made);
	return day;
}

static void
assert_made(const struct day *day, guint index, const char *part, int start, int end, int halves)
{
	assert_true(index < day->n);
	assert_text(day->made[index].part, part);
	assert_int_equal(day->made[index].start, start);
	assert_int_equal(day->made[index].end, end);
	assert_int_equal(day->made[index].halves, halves);
}

/* ---- from sessions ------------------------------------------------------------------------ */

static void
half_day_make__makes_two__of_a_typical_day(void **state)
{
	(void)state;
	struct day day = FROM_SESSIONS({AT(9, 30), AT(12, 30)}, {AT(14, 0), AT(16, 0)});
	assert_int_equal(day.n, 2);
	assert_made(&day, 0, "am", AT(9, 30), AT(12, 30), 2);
	assert_made(&day, 1, "pm", AT(14, 0), AT(16, 0), 2);
}

static void
half_day_make__counts_once__what_is_parallel(void **state)
{
	(void)state;
	struct day day = FROM_SESSIONS({AT(14, 0), AT(14, 40)}, {AT(14, 0), AT(14, 40)},
				       {AT(14, 10), AT(14, 50)});
	assert_int_equal(day.n, 1);
	assert_made(&day, 0, "pm", AT(14, 0), AT(14, 50), 0);
}

static void
half_day_make__takes_any_order__of_sessions(void **state)
{
	(void)state;
	struct day day = FROM_SESSIONS({AT(18, 0), AT(20, 0)}, {AT(9, 0), AT(12, 0)},
				       {AT(14, 0), AT(17, 0)});
	assert_int_equal(day.n, 3);
	assert_made(&day, 0, "am", AT(9, 0), AT(12, 0), 2);
	assert_made(&day, 1, "pm", AT(14, 0), AT(17, 0), 2);
	assert_made(&day, 2, "eve", AT(18, 0), AT(20, 0), 2);
}

static void
half_day_make__splits__a_session_at_one_o_clock(void **state)
{
	(void)state;
	struct day day = FROM_SESSIONS({AT(11, 0), AT(15, 0)});
	assert_int_equal(day.n, 2);
	assert_made(&day, 0, "am", AT(11, 0), AT(13, 0), 2);
	assert_made(&day, 1, "pm", AT(13, 0), AT(15, 0), 2);
}

static void
half_day_make__leaves_out__a_part_of_less_than_an_hour(void **state)
{
	(void)state;
	struct day morning = FROM_SESSIONS({AT(9, 0), AT(13, 59)});
	assert_int_equal(morning.n, 1);
	assert_made(&morning, 0, "am", AT(9, 0), AT(13, 59), 2);
	struct day both = FROM_SESSIONS({AT(9, 0), AT(14, 0)});
	assert_int_equal(both.n, 2);
	struct day evening = FROM_SESSIONS({AT(17, 30), AT(20, 0)});
	assert_int_equal(evening.n, 1);
	assert_made(&evening, 0, "eve", AT(17, 30), AT(20, 0), 2);
}

static void
half_day_make__drops__a_short_part_far_from_the_others(void **state)
{
	(void)state;
	struct day day = FROM_SESSIONS({AT(9, 0), AT(12, 0)}, {AT(17, 30), AT(18, 0)});
	assert_int_equal(day.n, 1);
	assert_made(&day, 0, "am", AT(9, 0), AT(12, 0), 2);
}

static void
half_day_make__ignores__sessions_that_end_before_they_start(void **state)
{
	(void)state;
	struct day day =
		FROM_SESSIONS({AT(16, 0), AT(14, 0)}, {AT(9, 0), AT(9, 0)}, {-1, AT(15, 0)},
			      {AT(9, 0), AT(25, 0)}, {AT(10, 0), AT(12, 0)});
	assert_int_equal(day.n, 1);
	assert_made(&day, 0, "am", AT(10, 0), AT(12, 0), 2);
}

static void
half_day_make__prefers__sessions_to_the_times_of_the_day(void **state)
{
	(void)state;
	struct half_day_made made[HALF_DAYS_MAX];
	const struct half_day_span span = {AT(14, 0), AT(17, 0)};
	assert_int_equal(half_day_make(&half_day_rule_default, &span, 1, AT(9, 0), AT(17, 0), made),
			 1);
	assert_text(made[0].part, "pm");
}

static void
half_day_make__uses_the_times__when_no_session_is_usable(void **state)
{
	(void)state;
	struct half_day_made made[HALF_DAYS_MAX];
	const struct half_day_span span = {-1, -1};
	assert_int_equal(half_day_make(&half_day_rule_default, &span, 1, AT(9, 30), AT(12, 0),
				       made),
			 1);
	assert_text(made[0].part, "am");
}

/* ---- webinars and other short days -------------------------------------------------------- */

static void
half_day_make__counts_one__for_a_webinar_of_an_hour(void **state)
{
	(void)state;
	struct day two = from_times(AT(14, 0), AT(15, 0));
	assert_int_equal(two.n, 1);
	assert_made(&two, 0, "pm", AT(14, 0), AT(15, 0), 2);
	struct day noon = from_times(AT(12, 0), AT(13, 30));
	assert_int_equal(noon.n, 1);
	assert_made(&noon, 0, "am", AT(12, 0), AT(13, 30), 2);
	struct day one = from_times(AT(13, 0), AT(14, 0));
	assert_int_equal(one.n, 1);
	assert_made(&one, 0, "pm", AT(13, 0), AT(14, 0), 2);
}

static void
half_day_make__counts_one__for_an_hour_across_the_border(void **state)
{
	(void)state;
	struct day day = from_times(AT(12, 30), AT(13, 30));
	assert_int_equal(day.n, 1);
	assert_made(&day, 0, "am", AT(12, 30), AT(13, 30), 2);
	struct day late = from_times(AT(12, 45), AT(13, 45));
	assert_made(&late, 0, "pm", AT(12, 45), AT(13, 45), 2);
}

static void
half_day_make__counts_nothing__for_less_than_an_hour(void **state)
{
	(void)state;
	struct day day = from_times(AT(14, 0), AT(14, 45));
	assert_int_equal(day.n, 1);
	assert_made(&day, 0, "pm", AT(14, 0), AT(14, 45), 0);
}

static void
half_day_make__counts_a_half__when_a_full_one_takes_two_hours(void **state)
{
	(void)state;
	struct half_day_rule rule = half_day_rule_default;
	rule.full_minutes = 120;
	struct half_day_made made[HALF_DAYS_MAX];
	assert_int_equal(half_day_make(&rule, NULL, 0, AT(12, 0), AT(13, 30), made), 1);
	assert_int_equal(made[0].halves, 1);
	assert_int_equal(half_day_make(&rule, NULL, 0, AT(9, 30), AT(16, 0), made), 2);
	assert_int_equal(made[0].halves + made[1].halves, 4);
}

/* ---- from the times of the day ------------------------------------------------------------ */

static void
half_day_make__makes_two__of_a_day_from_morning_to_afternoon(void **state)
{
	(void)state;
	struct day day = from_times(AT(9, 30), AT(16, 0));
	assert_int_equal(day.n, 2);
	assert_made(&day, 0, "am", AT(9, 30), AT(13, 0), 2);
	assert_made(&day, 1, "pm", AT(13, 0), AT(16, 0), 2);
}

static void
half_day_make__makes_am_and_pm__when_nothing_is_known(void **state)
{
	(void)state;
	struct day day = from_times(-1, -1);
	assert_int_equal(day.n, 2);
	assert_made(&day, 0, "am", -1, -1, 2);
	assert_made(&day, 1, "pm", -1, -1, 2);
}

static void
half_day_make__makes_am_and_pm__when_the_day_ends_before_it_starts(void **state)
{
	(void)state;
	struct day day = from_times(AT(16, 0), AT(9, 0));
	assert_int_equal(day.n, 2);
}

static void
half_day_make__runs_to_the_evening__without_an_end(void **state)
{
	(void)state;
	struct day morning = from_times(AT(9, 30), -1);
	assert_int_equal(morning.n, 2);
	assert_made(&morning, 0, "am", AT(9, 30), AT(13, 0), 2);
	assert_made(&morning, 1, "pm", AT(13, 0), -1, 2);
	struct day afternoon = from_times(AT(15, 30), -1);
	assert_int_equal(afternoon.n, 1);
	assert_made(&afternoon, 0, "pm", AT(15, 30), -1, 2);
	struct day evening = from_times(AT(18, 30), -1);
	assert_made(&evening, 0, "eve", AT(18, 30), -1, 2);
}

static void
half_day_make__begins_in_the_morning__without_a_start(void **state)
{
	(void)state;
	struct day day = from_times(-1, AT(12, 0));
	assert_int_equal(day.n, 1);
	assert_made(&day, 0, "am", -1, AT(12, 0), 2);
}

/* ---- settings ----------------------------------------------------------------------------- */

static void
half_day_part__follows__the_borders(void **state)
{
	(void)state;
	const struct half_day_rule *rule = &half_day_rule_default;
	assert_text(half_day_part(rule, AT(12, 59)), "am");
	assert_text(half_day_part(rule, AT(13, 0)), "pm");
	assert_text(half_day_part(rule, AT(17, 59)), "pm");
	assert_text(half_day_part(rule, AT(18, 0)), "eve");
}

static void
half_day_rule_valid__refuses__senseless_settings(void **state)
{
	(void)state;
	assert_true(half_day_rule_valid(&half_day_rule_default));
	struct half_day_rule turned = {AT(18, 0), AT(13, 0), 60, 60};
	struct half_day_rule late = {AT(13, 0), AT(24, 0), 60, 60};
	struct half_day_rule zero = {AT(13, 0), AT(18, 0), 0, 60};
	assert_false(half_day_rule_valid(&turned));
	assert_false(half_day_rule_valid(&late));
	assert_false(half_day_rule_valid(&zero));
}

static void
half_day_make__obeys__other_borders(void **state)
{
	(void)state;
	struct half_day_rule rule = {AT(12, 0), AT(17, 0), 30, 30};
	struct half_day_made made[HALF_DAYS_MAX];
	assert_int_equal(half_day_make(&rule, NULL, 0, AT(11, 30), AT(17, 30), made), 3);
	assert_int_equal(made[1].start, AT(12, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(half_day_make__makes_two__of_a_typical_day),
		cmocka_unit_test(half_day_make__counts_once__what_is_parallel),
		cmocka_unit_test(half_day_make__takes_any_order__of_sessions),
		cmocka_unit_test(half_day_make__splits__a_session_at_one_o_clock),
		cmocka_unit_test(half_day_make__leaves_out__a_part_of_less_than_an_hour),
		cmocka_unit_test(half_day_make__drops__a_short_part_far_from_the_others),
		cmocka_unit_test(half_day_make__ignores__sessions_that_end_before_they_start),
		cmocka_unit_test(half_day_make__prefers__sessions_to_the_times_of_the_day),
		cmocka_unit_test(half_day_make__uses_the_times__when_no_session_is_usable),
		cmocka_unit_test(half_day_make__counts_one__for_a_webinar_of_an_hour),
		cmocka_unit_test(half_day_make__counts_one__for_an_hour_across_the_border),
		cmocka_unit_test(half_day_make__counts_nothing__for_less_than_an_hour),
		cmocka_unit_test(half_day_make__counts_a_half__when_a_full_one_takes_two_hours),
		cmocka_unit_test(half_day_make__makes_two__of_a_day_from_morning_to_afternoon),
		cmocka_unit_test(half_day_make__makes_am_and_pm__when_nothing_is_known),
		cmocka_unit_test(
			half_day_make__makes_am_and_pm__when_the_day_ends_before_it_starts),
		cmocka_unit_test(half_day_make__runs_to_the_evening__without_an_end),
		cmocka_unit_test(half_day_make__begins_in_the_morning__without_a_start),
		cmocka_unit_test(half_day_part__follows__the_borders),
		cmocka_unit_test(half_day_rule_valid__refuses__senseless_settings),
		cmocka_unit_test(half_day_make__obeys__other_borders),
	};
	return test_run("half_day_rule", tests);
}
