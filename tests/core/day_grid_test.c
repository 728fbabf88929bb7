#include "test.h"

#include <stdlib.h>

#include "base/date.h"
#include "core/day_grid.h"

enum { FIRST = 1970, LAST = 2099 };

/* What GLib says, which knows nothing of us. */
static void
grid__agrees_with_glib__on_every_day_of_130_years(void **state)
{
	(void)state;
	GDate date;
	g_date_clear(&date, 1);
	g_date_set_dmy(&date, 1, G_DATE_JANUARY, FIRST);
	for (int day = day_of_month(FIRST, 1); g_date_get_year(&date) <= LAST; day++) {
		int year, month, of_month;
		day_parts(day, &year, &month, &of_month);
		assert_int_equal(year, g_date_get_year(&date));
		assert_int_equal(month, g_date_get_month(&date));
		assert_int_equal(of_month, g_date_get_day(&date));
		assert_int_equal(day_weekday(day), g_date_get_weekday(&date));
		assert_int_equal(day_iso_week(day), g_date_get_iso8601_week_of_year(&date));
		assert_int_equal(day_month_length(day),
				 g_date_get_days_in_month(g_date_get_month(&date),
							  g_date_get_year(&date)));
		g_date_add_days(&date, 1);
	}
}

static void
grid__counts_weeks__without_gap_across_years(void **state)
{
	(void)state;
	int monday = day_monday(day_of_month(FIRST, 1));
	int week = day_iso_week(monday), year = day_iso_year(monday);
	while (year < LAST) {
		monday += 7;
		int next = day_iso_week(monday), of = day_iso_year(monday);
		assert_true((of == year && next == week + 1) ||
			    (of == year + 1 && next == 1 && week >= 52));
		for (int i = 0; i < 7; i++) {
			assert_int_equal(day_monday(monday + i), monday);
			assert_int_equal(day_iso_week(monday + i), next);
			assert_int_equal(day_iso_year(monday + i), of);
		}
		week = next;
		year = of;
	}
}

static void
grid__knows__the_weeks_at_new_year(void **state)
{
	(void)state;
	static const struct {
		const char *date;
		int year, week;
	} cases[] = {
		{"2026-12-31", 2026, 53}, {"2027-01-01", 2026, 53}, {"2027-01-03", 2026, 53},
		{"2027-01-04", 2027, 1},  {"2024-12-30", 2025, 1},  {"2021-01-03", 2020, 53},
		{"2026-03-29", 2026, 13}, {"2026-10-25", 2026, 43},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		int day = date_number(cases[i].date);
		assert_int_equal(day_iso_year(day), cases[i].year);
		assert_int_equal(day_iso_week(day), cases[i].week);
	}
}

/* Property: moving by months keeps the day of the month, or stops at the last one; and comes back
 * where it could be kept. Changes of the hour play no part: days are counted, not hours. */
static void
grid__moves_by_months__and_comes_back(void **state)
{
	(void)state;
	GRand *chance = g_rand_new_with_seed(7);
	for (int round = 0; round < 20000; round++) {
		int day = g_rand_int_range(chance, day_of_month(FIRST, 1), day_of_month(LAST, 1));
		int by = g_rand_int_range(chance, -40, 41);
		int moved = day_months_later(day, by);
		int year, month, of_month, year_moved, month_moved, of_moved;
		day_parts(day, &year, &month, &of_month);
		day_parts(moved, &year_moved, &month_moved, &of_moved);
		assert_int_equal(year_moved * 12 + month_moved, year * 12 + month + by);
		assert_int_equal(of_moved, MIN(of_month, day_month_length(moved)));
		if (of_moved == of_month)
			assert_int_equal(day_months_later(moved, -by), day);
	}
	g_rand_free(chance);
}

/* The nights in which the hour changes have a day before and a day after like any other. */
static void
grid__steps_day_by_day__over_changes_of_the_hour(void **state)
{
	(void)state;
	static const char *const nights[] = {"2026-03-28", "2026-03-29", "2026-10-24",
					     "2026-10-25"};
	for (gsize i = 0; i < G_N_ELEMENTS(nights); i++) {
		char next[11];
		date_from_number(date_number(nights[i]) + 1, next);
		assert_int_equal(date_number(next) - date_number(nights[i]), 1);
		assert_int_equal(day_weekday(date_number(next)),
				 day_weekday(date_number(nights[i])) % 7 + 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grid__agrees_with_glib__on_every_day_of_130_years),
		cmocka_unit_test(grid__counts_weeks__without_gap_across_years),
		cmocka_unit_test(grid__knows__the_weeks_at_new_year),
		cmocka_unit_test(grid__moves_by_months__and_comes_back),
		cmocka_unit_test(grid__steps_day_by_day__over_changes_of_the_hour),
	};
	return test_run("day_grid", tests);
}
