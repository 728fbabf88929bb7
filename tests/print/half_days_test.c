#include "fixture.h"
#include "print/half_days.h"

static guint
sets_of(const struct document_half_day *half_days, guint n, guint *lengths)
{
	guint count = 0;
	for (guint from = 0; from < n; from += lengths[count++])
		lengths[count] = half_days_set(half_days + from, n - from);
	return count;
}

static void
half_days_set__takes_whole_days__at_most_four_columns(void **state)
{
	(void)state;
	guint lengths[8];
	assert_int_equal(sets_of(fixture_half_days, 8, lengths), 3);
	assert_int_equal(lengths[0], 3); /* three of the 15th: the 16th does not fit beside them */
	assert_int_equal(lengths[1], 3); /* 16th and 22nd */
	assert_int_equal(lengths[2], 2);
}

static void
half_days_set__cuts_a_day__of_more_than_four(void **state)
{
	(void)state;
	struct document_half_day many[6] = {0};
	for (guint i = 0; i < 6; i++)
		many[i].day = "2026-10-15";
	guint lengths[8];
	assert_int_equal(sets_of(many, 6, lengths), 2);
	assert_int_equal(lengths[0], 4);
	assert_int_equal(lengths[1], 2);
}

static void
half_days_in_order__sorts_by_day_and_part(void **state)
{
	(void)state;
	const struct document_half_day mixed[] = {
		{"2026-10-16", "am", NULL, NULL},
		{"2026-10-15", "eve", NULL, NULL},
		{"2026-10-15", "pm", NULL, NULL},
		{"2026-10-15", "am", NULL, NULL},
	};
	g_autofree struct document_half_day *ordered = half_days_in_order(mixed, 4);
	assert_text(ordered[0].part, "am");
	assert_text(ordered[1].part, "pm");
	assert_text(ordered[2].part, "eve");
	assert_text(ordered[3].day, "2026-10-16");
	assert_int_equal(half_days_count_days(ordered, 4), 2);
}

static void
half_days_in_order__gives_an_empty_array__of_none(void **state)
{
	(void)state;
	g_autofree struct document_half_day *ordered = half_days_in_order(NULL, 0);
	assert_non_null(ordered);
	assert_int_equal(half_days_set(ordered, 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(half_days_set__takes_whole_days__at_most_four_columns),
		cmocka_unit_test(half_days_set__cuts_a_day__of_more_than_four),
		cmocka_unit_test(half_days_in_order__sorts_by_day_and_part),
		cmocka_unit_test(half_days_in_order__gives_an_empty_array__of_none),
	};
	return test_run("half_days", tests);
}
