#include "core/holiday.h"

#include "base/i18n.h"
#include "test.h"

struct row {
	const char *date;
	const char *name;
};

/* Computed by the rule of code du travail L3133-1 and equal, day for day, to npm
 * @socialgouv/jours-feries 2.0.0. */
static const struct row published[] = {
	{"2024-01-01", "Jour de l’an"},
	{"2024-04-01", "Lundi de Pâques"},
	{"2024-05-01", "Fête du Travail"},
	{"2024-05-08", "Victoire 1945"},
	{"2024-05-09", "Ascension"},
	{"2024-05-20", "Lundi de Pentecôte"},
	{"2024-07-14", "Fête nationale"},
	{"2024-08-15", "Assomption"},
	{"2024-11-01", "Toussaint"},
	{"2024-11-11", "Armistice 1918"},
	{"2024-12-25", "Noël"},
	{"2025-01-01", "Jour de l’an"},
	{"2025-04-21", "Lundi de Pâques"},
	{"2025-05-01", "Fête du Travail"},
	{"2025-05-08", "Victoire 1945"},
	{"2025-05-29", "Ascension"},
	{"2025-06-09", "Lundi de Pentecôte"},
	{"2025-07-14", "Fête nationale"},
	{"2025-08-15", "Assomption"},
	{"2025-11-01", "Toussaint"},
	{"2025-11-11", "Armistice 1918"},
	{"2025-12-25", "Noël"},
	{"2026-01-01", "Jour de l’an"},
	{"2026-04-06", "Lundi de Pâques"},
	{"2026-05-01", "Fête du Travail"},
	{"2026-05-08", "Victoire 1945"},
	{"2026-05-14", "Ascension"},
	{"2026-05-25", "Lundi de Pentecôte"},
	{"2026-07-14", "Fête nationale"},
	{"2026-08-15", "Assomption"},
	{"2026-11-01", "Toussaint"},
	{"2026-11-11", "Armistice 1918"},
	{"2026-12-25", "Noël"},
	{"2027-01-01", "Jour de l’an"},
	{"2027-03-29", "Lundi de Pâques"},
	{"2027-05-01", "Fête du Travail"},
	{"2027-05-06", "Ascension"},
	{"2027-05-08", "Victoire 1945"},
	{"2027-05-17", "Lundi de Pentecôte"},
	{"2027-07-14", "Fête nationale"},
	{"2027-08-15", "Assomption"},
	{"2027-11-01", "Toussaint"},
	{"2027-11-11", "Armistice 1918"},
	{"2027-12-25", "Noël"},
	{"2028-01-01", "Jour de l’an"},
	{"2028-04-17", "Lundi de Pâques"},
	{"2028-05-01", "Fête du Travail"},
	{"2028-05-08", "Victoire 1945"},
	{"2028-05-25", "Ascension"},
	{"2028-06-05", "Lundi de Pentecôte"},
	{"2028-07-14", "Fête nationale"},
	{"2028-08-15", "Assomption"},
	{"2028-11-01", "Toussaint"},
	{"2028-11-11", "Armistice 1918"},
	{"2028-12-25", "Noël"},
	{"2029-01-01", "Jour de l’an"},
	{"2029-04-02", "Lundi de Pâques"},
	{"2029-05-01", "Fête du Travail"},
	{"2029-05-08", "Victoire 1945"},
	{"2029-05-10", "Ascension"},
	{"2029-05-21", "Lundi de Pentecôte"},
	{"2029-07-14", "Fête nationale"},
	{"2029-08-15", "Assomption"},
	{"2029-11-01", "Toussaint"},
	{"2029-11-11", "Armistice 1918"},
	{"2029-12-25", "Noël"},
	{"2030-01-01", "Jour de l’an"},
	{"2030-04-22", "Lundi de Pâques"},
	{"2030-05-01", "Fête du Travail"},
	{"2030-05-08", "Victoire 1945"},
	{"2030-05-30", "Ascension"},
	{"2030-06-10", "Lundi de Pentecôte"},
	{"2030-07-14", "Fête nationale"},
	{"2030-08-15", "Assomption"},
	{"2030-11-01", "Toussaint"},
	{"2030-11-11", "Armistice 1918"},
	{"2030-12-25", "Noël"},
};

static void
assert_holiday(GArray *holidays, guint index, const char *date, const char *name)
{
	assert_true(index < holidays->len);
	const struct holiday *holiday = &g_array_index(holidays, struct holiday, index);
	assert_text(holiday->date, date);
	assert_text(_(holiday->name), name);
}

static void
holiday_year__gives__the_published_days_of_2024_to_2030(void **state)
{
	(void)state;
	assert_int_equal(G_N_ELEMENTS(published), 77);
	guint row = 0;
	for (int year = 2024; year <= 2030; year++) {
		g_autoptr(GArray) holidays = holiday_year(year, NULL);
		assert_int_equal(holidays->len, 11);
		for (guint i = 0; i < holidays->len; i++, row++)
			assert_holiday(holidays, i, published[row].date, published[row].name);
	}
	assert_int_equal(row, 77);
}

static void
holiday_easter__is__on_the_known_sundays(void **state)
{
	(void)state;
	static const char *const sundays[] = {"1818-03-22", "1900-04-15", "1943-04-25",
					      "1954-04-18", "1981-04-19", "2000-04-23",
					      "2008-03-23", "2016-03-27", "2038-04-25",
					      "2049-04-18", "2076-04-19", "2100-03-28"};
	for (guint i = 0; i < G_N_ELEMENTS(sundays); i++) {
		char day[11];
		holiday_easter((int)g_ascii_strtoll(sundays[i], NULL, 10), day);
		assert_text(day, sundays[i]);
	}
}

static void
holiday_year__counts__eleven_days_every_year(void **state)
{
	(void)state;
	for (int year = 1800; year <= 2199; year++) {
		g_autoptr(GArray) common = holiday_year(year, NULL);
		g_autoptr(GArray) alsace = holiday_year(year, "67");
		assert_int_equal(common->len, 11);
		assert_int_equal(alsace->len, 13);
	}
}

static void
holiday_year__adds__two_days_in_alsace_and_moselle(void **state)
{
	(void)state;
	static const char *const departments[] = {"57", "67", "68"};
	for (guint i = 0; i < G_N_ELEMENTS(departments); i++) {
		assert_text(holiday_name("2026-04-03", departments[i]), "Vendredi saint");
		assert_text(holiday_name("2026-12-26", departments[i]), "Saint-Étienne");
	}
	assert_null(holiday_name("2026-04-03", "34"));
	assert_null(holiday_name("2026-12-26", NULL));
}

static void
holiday_year__adds__the_abolition_day_overseas(void **state)
{
	(void)state;
	static const struct row days[] = {{"2026-05-27", "971"},
					  {"2026-05-22", "972"},
					  {"2026-06-10", "973"},
					  {"2026-12-20", "974"},
					  {"2026-04-27", "976"}};
	for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
		assert_text(holiday_name(days[i].date, days[i].name), "Abolition de l’esclavage");
		assert_null(holiday_name(days[i].date, NULL));
		assert_null(holiday_name(days[i].date, "97"));
		g_autoptr(GArray) holidays = holiday_year(2026, days[i].name);
		assert_int_equal(holidays->len, 12);
	}
}

static void
holiday_year__keeps_both__when_two_fall_on_one_day(void **state)
{
	(void)state;
	g_autoptr(GArray) holidays = holiday_year(2008, NULL);
	assert_holiday(holidays, 2, "2008-05-01", "Fête du Travail");
	assert_holiday(holidays, 3, "2008-05-01", "Ascension");
	assert_text(holiday_name("2008-05-01", NULL), "Fête du Travail");
}

static void
holiday_year__is_empty__outside_its_years(void **state)
{
	(void)state;
	g_autoptr(GArray) before = holiday_year(1799, NULL);
	g_autoptr(GArray) after = holiday_year(2200, NULL);
	assert_int_equal(before->len, 0);
	assert_int_equal(after->len, 0);
}

static void
holiday_name__is_null__for_what_is_no_day(void **state)
{
	(void)state;
	assert_null(holiday_name(NULL, NULL));
	assert_null(holiday_name("", NULL));
	assert_null(holiday_name("2026", NULL));
	assert_null(holiday_name("2026-05", NULL));
	assert_null(holiday_name("2026-02-31", NULL));
	assert_null(holiday_name("2026-10-15", ""));
}

static void
holiday_name__speaks__the_language_of_the_moment(void **state)
{
	(void)state;
	i18n_set_language("en");
	const char *english = holiday_name("2026-08-15", NULL);
	i18n_set_language("fr");
	assert_text(english, "Assumption Day");
	assert_text(holiday_name("2026-08-15", NULL), "Assomption");
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holiday_year__gives__the_published_days_of_2024_to_2030),
		cmocka_unit_test(holiday_easter__is__on_the_known_sundays),
		cmocka_unit_test(holiday_year__counts__eleven_days_every_year),
		cmocka_unit_test(holiday_year__adds__two_days_in_alsace_and_moselle),
		cmocka_unit_test(holiday_year__adds__the_abolition_day_overseas),
		cmocka_unit_test(holiday_year__keeps_both__when_two_fall_on_one_day),
		cmocka_unit_test(holiday_year__is_empty__outside_its_years),
		cmocka_unit_test(holiday_name__is_null__for_what_is_no_day),
		cmocka_unit_test(holiday_name__speaks__the_language_of_the_moment),
	};
	return test_run("holiday", tests);
}
