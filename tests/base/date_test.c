#include "test.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"

/* A Monday. */
#define TODAY "2026-11-23"

/* ---- calendar ------------------------------------------------------------------------------ */

static void
date_valid__takes__years_months_and_days(void **state)
{
	(void)state;
	static const char *const good[] = {"2009",       "1800",       "2199",       "2015-01",
					   "2015-01-15", "2024-02-29", "2000-02-29", "2199-12-31"};
	for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
		if (!date_valid(good[i]))
			fail_msg("%s", good[i]);
}

static void
date_valid__refuses__what_does_not_exist(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",           "1799",       "2200",       "999",       "20151",      "2015-13",
		"2015-00",    "2015-1",     "2015/01",    "2015-01-",  "2015-01-00", "2015-01-32",
		"2023-02-29", "1900-02-29", "2015-04-31", "2015-1-15", "2015-01x15", "2015-01-15 ",
		"2015-01-1x", "+015",       " 201",       "２０１５",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
		if (date_valid(bad[i]))
			fail_msg("%s", bad[i]);
	assert_false(date_valid(NULL));
}

static void
date_is_day__tells__days_from_months(void **state)
{
	(void)state;
	assert_true(date_is_day("2015-01-15"));
	assert_false(date_is_day("2015-01"));
	assert_false(date_is_day("2015"));
	assert_false(date_is_day(NULL));
}

static void
date_number__agrees_with_gdate__every_day_of_four_centuries(void **state)
{
	(void)state;
	GDate epoch, date;
	g_date_clear(&epoch, 1);
	g_date_set_dmy(&epoch, 1, G_DATE_JANUARY, 1970);
	g_date_clear(&date, 1);
	g_date_set_dmy(&date, 1, G_DATE_JANUARY, 1800);
	for (; g_date_get_year(&date) < 2200; g_date_add_days(&date, 1)) {
		char text[11], back[11];
		g_snprintf(text, sizeof text, "%04u-%02u-%02u", (unsigned)g_date_get_year(&date),
			   (unsigned)g_date_get_month(&date), (unsigned)g_date_get_day(&date));
		int number = g_date_days_between(&epoch, &date);
		date_from_number(number, back);
		if (date_number(text) != number || strcmp(back, text) != 0)
			fail_msg("%s: %d, back %s", text, date_number(text), back);
		if (date_weekday(text) != (int)g_date_get_weekday(&date) ||
		    date_week(text) != (int)g_date_get_iso8601_week_of_year(&date))
			fail_msg("%s: weekday %d, week %d", text, date_weekday(text),
				 date_week(text));
	}
}

static void
date_week__belongs__to_the_year_of_its_thursday(void **state)
{
	(void)state;
	assert_int_equal(date_week("2026-12-31"), 53);
	assert_int_equal(date_week("2027-01-03"), 53);
	assert_int_equal(date_week("2027-01-04"), 1);
	assert_int_equal(date_week("2024-12-30"), 1);
	assert_int_equal(date_week("2021-01-01"), 53);
	assert_int_equal(date_week("2023-01-01"), 52);
}

static void
date_from_number__stays__within_four_digits(void **state)
{
	(void)state;
	char day[11];
	date_from_number(G_MAXINT, day);
	assert_text(day, "9999-12-31");
	date_from_number(G_MININT, day);
	assert_text(day, "0001-01-01");
}

/* ---- reading ------------------------------------------------------------------------------- */

struct typed {
	const char *typed;
	const char *date;
};

static void
expect_dates(const struct typed *cases, gsize count, const char *today)
{
	for (gsize i = 0; i < count; i++) {
		g_autoptr(GError) error = NULL;
		struct date_reading reading;
		if (!date_parse(cases[i].typed, today, &reading, &error))
			fail_msg("%s: %s", cases[i].typed, error->message);
		if (strcmp(reading.date, cases[i].date) != 0)
			fail_msg("%s: %s, not %s", cases[i].typed, reading.date, cases[i].date);
	}
}

static void
date_parse__reads__days_as_people_write_them(void **state)
{
	(void)state;
	static const struct typed cases[] = {
		{"15/1", "2027-01-15"},
		{" 15/01/2027 ", "2027-01-15"},
		{"15.1.27", "2027-01-15"},
		{"15-1-2027", "2027-01-15"},
		{"15 1 2027", "2027-01-15"},
		{"15/01/98", "1998-01-15"},
		{"15/01/55", "2055-01-15"},
		{"15/01/56", "1956-01-15"},
		{"15 janv", "2027-01-15"},
		{"15 janv.", "2027-01-15"},
		{"15janv", "2027-01-15"},
		{"15 JANVIER 2027", "2027-01-15"},
		{"le 15 janvier 2027", "2027-01-15"},
		{"1er mars", "2027-03-01"},
		{"1er févr. 2027", "2027-02-01"},
		{"2 fe\xcc\x81vrier 2027", "2027-02-02"},
		{"14 août", "2027-08-14"},
		{"14 aou 28", "2028-08-14"},
		{"3 déc", "2026-12-03"},
		{"22 nov", "2027-11-22"},
		{"23 nov", "2026-11-23"},
		{"1 juin", "2027-06-01"},
		{"1 juil.", "2027-07-01"},
		{"2027-01-15", "2027-01-15"},
		{"2027-1-5", "2027-01-05"},
		{"15th of January 2027", "2027-01-15"},
		{"January 15, 2027", "2027-01-15"},
		{"Jan 15", "2027-01-15"},
		{"3 may 2027", "2027-05-03"},
		{"15\xc2\xa0janvier\xe2\x80\xaf"
		 "2027",
		 "2027-01-15"},
	};
	expect_dates(cases, G_N_ELEMENTS(cases), TODAY);
}

static void
date_parse__reads__months_and_years(void **state)
{
	(void)state;
	static const struct typed cases[] = {
		{"2027", "2027"},        {"2027-01", "2027-01"},      {"janvier 2027", "2027-01"},
		{"01/2027", "2027-01"},  {"1/2027", "2027-01"},       {"mars 2027", "2027-03"},
		{"mar 2027", "2027-03"}, {"January 2027", "2027-01"}, {"décembre", "2026-12"},
		{"novembre", "2026-11"}, {"octobre", "2027-10"},
	};
	expect_dates(cases, G_N_ELEMENTS(cases), TODAY);
}

static void
date_parse__reads__words_and_steps(void **state)
{
	(void)state;
	static const struct typed cases[] = {
		{"demain", "2026-11-24"},       {"Hier", "2026-11-22"},
		{"aujourd'hui", "2026-11-23"},  {"aujourd’hui", "2026-11-23"},
		{"après-demain", "2026-11-25"}, {"avant hier", "2026-11-21"},
		{"today", "2026-11-23"},        {"tomorrow", "2026-11-24"},
		{"yesterday", "2026-11-22"},    {"+7", "2026-11-30"},
		{"+0", "2026-11-23"},           {"-2", "2026-11-21"},
		{"+3s", "2026-12-14"},          {"+ 3 semaines", "2026-12-14"},
		{"-1w", "2026-11-16"},          {"+10 jours", "2026-12-03"},
	};
	expect_dates(cases, G_N_ELEMENTS(cases), TODAY);
}

static void
date_parse__takes__the_next_weekday(void **state)
{
	(void)state;
	static const struct typed cases[] = {
		{"lundi", "2026-11-30"},
		{"mar", "2026-11-24"},
		{"me", "2026-11-25"},
		{"jeudi", "2026-11-26"},
		{"ven", "2026-11-27"},
		{"ven.", "2026-11-27"},
		{"Samedi", "2026-11-28"},
		{"dim", "2026-11-29"},
		{"fri", "2026-11-27"},
		{"Thursday", "2026-11-26"},
		{"ven 27", "2026-11-27"},
		{"lun 23", "2026-11-23"},
		{"lundi prochain", "2026-11-30"},
		{"jeudi prochain", "2026-11-26"},
		{"next Monday", "2026-11-30"},
		{"next thu", "2026-11-26"},
		{"mercredi prochain 25", "2026-11-25"},
	};
	static const struct typed from_january[] = {{"dim 31", "2027-01-31"},
						    {"mer 31", "2027-01-31"}};
	expect_dates(cases, G_N_ELEMENTS(cases), TODAY);
	expect_dates(from_january, G_N_ELEMENTS(from_january), "2027-01-20");
	expect_dates((const struct typed[]){{"jeu 31", "2026-12-31"}}, 1, TODAY);
}

static void
date_parse__takes_march__for_an_english_mar(void **state)
{
	(void)state;
	i18n_set_language("en");
	expect_dates((const struct typed[]){{"Mar 15", "2027-03-15"}, {"tue", "2026-11-24"}}, 2,
		     TODAY);
	i18n_set_language("fr");
}

static void
date_parse__waits__for_the_next_leap_day(void **state)
{
	(void)state;
	expect_dates((const struct typed[]){{"29/2", "2028-02-29"}}, 1, TODAY);
	expect_dates((const struct typed[]){{"29 février", "2104-02-29"}}, 1, "2096-03-01");
}

static void
date_parse__checks__the_weekday_that_was_typed(void **state)
{
	(void)state;
	struct date_reading reading;
	assert_true(date_parse("jeudi 22 janvier 2014", TODAY, &reading, NULL));
	assert_text(reading.date, "2014-01-22");
	assert_int_equal(reading.typed_weekday, 4);
	assert_true(reading.weekday_wrong);
	assert_true(date_parse("je 22/1/2015", TODAY, &reading, NULL));
	assert_int_equal(reading.typed_weekday, 4);
	assert_false(reading.weekday_wrong);
	assert_true(date_parse("ven 15/1", TODAY, &reading, NULL));
	assert_text(reading.date, "2027-01-15");
	assert_false(reading.weekday_wrong);
	assert_true(date_parse("15/1", TODAY, &reading, NULL));
	assert_int_equal(reading.typed_weekday, 0);
	assert_false(reading.weekday_wrong);
}

static void
date_parse__refuses__what_is_no_date(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		"   ",
		"31/02",
		"31/02/2027",
		"29/2/2027",
		"0/1",
		"00/00/2027",
		"15/13",
		"32 janvier",
		"15 jui",
		"15 ma",
		"15",
		"1799",
		"2200",
		"15/1/1492",
		"15/1/027",
		"15/1/2",
		"bientôt",
		"15/1/2027/3",
		"demain 5",
		"ven demain",
		"ven 2027",
		"ven janvier 2027",
		"lundi mardi",
		"+",
		"+x",
		"prochain",
		"next",
		"le mois prochain",
		"+3 lunes",
		"+99999999999",
		"+999999",
		"-999999",
		"15/1 à 9h",
		"1,5,6,7,8,9",
		"\xff\xfe",
		"15\x1b[31m/1",
		"2027-00",
		"2027-13-01",
		"ven 0",
		"ven 32",
		"999999999999999999999999999999/1",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		struct date_reading reading;
		if (date_parse(bad[i], TODAY, &reading, &error))
			fail_msg("“%s” read as %s", bad[i], reading.date);
		assert_error(error, ERROR_INVALID);
		assert_true(g_utf8_validate(error->message, -1, NULL));
		assert_null(strchr(error->message, '\033'));
		assert_text(reading.date, "");
		assert_int_equal(reading.typed_weekday, 0);
	}
	assert_false(date_parse(NULL, TODAY, &(struct date_reading){0}, NULL));
}

static void
date_parse__says__what_is_wrong(void **state)
{
	(void)state;
	g_autoptr(GError) error = NULL;
	struct date_reading reading;
	assert_false(date_parse("31/02", TODAY, &reading, &error));
	assert_text(error->message, "« 31/02 » n’existe pas dans le calendrier ; vérifiez le "
				    "jour, le mois et l’année (de 1800 à 2199)");
}

static void
date_parse__reads_back__what_date_text_writes(void **state)
{
	(void)state;
	for (int language = 0; language < 2; language++) {
		i18n_set_language(language == 0 ? "fr" : "en");
		for (int number = date_number(TODAY); number < date_number("2032-01-01"); number++)
			for (int style = DATE_LONG; style <= DATE_NUMERIC; style++) {
				char day[11];
				struct date_reading reading;
				date_from_number(number, day);
				if (style == DATE_SHORT && number >= date_number(TODAY) + 365)
					continue;
				g_autofree char *text = date_text(day, (enum date_style)style);
				if (!date_parse(text, TODAY, &reading, NULL) ||
				    strcmp(reading.date, day) != 0 || reading.weekday_wrong)
					fail_msg("%s: %s", text, reading.date);
			}
	}
	i18n_set_language("fr");
}

/* ---- words --------------------------------------------------------------------------------- */

static void
expect_text(char *actual, const char *expected)
{
	g_autofree char *owned = actual;
	assert_text(owned, expected);
}

static void
date_text__speaks__french(void **state)
{
	(void)state;
	expect_text(date_text("2027-01-15", DATE_LONG), "vendredi 15 janvier 2027");
	expect_text(date_text("2027-01-15", DATE_MEDIUM), "ven. 15 janv. 2027");
	expect_text(date_text("2027-01-15", DATE_SHORT), "ven. 15 janv.");
	expect_text(date_text("2027-01-15", DATE_NUMERIC), "15/01/2027");
	expect_text(date_text("2027-08-01", DATE_LONG), "dimanche 1er août 2027");
	expect_text(date_text("2027-05-11", DATE_MEDIUM), "mar. 11 mai 2027");
	expect_text(date_text("2027-01", DATE_NUMERIC), "janvier 2027");
	expect_text(date_text("2009", DATE_LONG), "2009");
	expect_text(date_text(NULL, DATE_LONG), "");
}

static void
date_text__speaks__english(void **state)
{
	(void)state;
	i18n_set_language("en");
	expect_text(date_text("2027-01-15", DATE_LONG), "Friday 15 January 2027");
	expect_text(date_text("2027-01-01", DATE_MEDIUM), "Fri 1 Jan 2027");
	expect_text(date_text("2027-01", DATE_LONG), "January 2027");
	expect_text(date_range_text("2016-01-28", "2016-01-29"), "from 28 to 29 January 2016");
	i18n_set_language("fr");
}

static void
date_range_text__says__no_more_than_needed(void **state)
{
	(void)state;
	expect_text(date_range_text("2016-01-28", "2016-01-29"), "du 28 au 29 janvier 2016");
	expect_text(date_range_text("2016-01-28", "2016-02-02"), "du 28 janvier au 2 février 2016");
	expect_text(date_range_text("2026-12-31", "2027-01-01"),
		    "du 31 décembre 2026 au 1er janvier 2027");
	expect_text(date_range_text("2016-01-28", NULL), "jeudi 28 janvier 2016");
	expect_text(date_range_text("2016-01-28", "2016-01-28"), "jeudi 28 janvier 2016");
	expect_text(date_range_text("2009", "2010-02"), "2009 – février 2010");
	expect_text(date_range_text(NULL, NULL), "");
}

/* ---- times --------------------------------------------------------------------------------- */

static void
time_parse__reads__times_as_people_write_them(void **state)
{
	(void)state;
	static const struct typed cases[] = {
		{"9", "09:00"},
		{"930", "09:30"},
		{"9h", "09:00"},
		{"9h30", "09:30"},
		{"9 h 30", "09:30"},
		{"9:30", "09:30"},
		{"09:30", "09:30"},
		{"21.30", "21:30"},
		{"0930", "09:30"},
		{"1400", "14:00"},
		{"14H", "14:00"},
		{" 9h05 ", "09:05"},
		{"0", "00:00"},
		{"23h59", "23:59"},
		{"midi", "12:00"},
		{" Midi ", "12:00"},
		{"noon", "12:00"},
		{"minuit", "00:00"},
		{"Midnight", "00:00"},
		{"9\xc2\xa0h\xe2\x80\xaf"
		 "30",
		 "09:30"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		char time[6];
		if (!time_parse(cases[i].typed, time, NULL))
			fail_msg("%s", cases[i].typed);
		assert_text(time, cases[i].date);
	}
}

static void
time_parse__refuses__what_is_no_time(void **state)
{
	(void)state;
	static const char *const bad[] = {"",     "24",  "24h",    "9h60",      "9h5",  "9:",
					  "9:3",  "960", "2400",   "09300",     "h30",  "9h305",
					  "9 30", "-9",  "midi 5", "9h30 soir", "9,30", "\xff"};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		g_autoptr(GError) error = NULL;
		char time[6];
		if (time_parse(bad[i], time, &error))
			fail_msg("“%s” read as %s", bad[i], time);
		assert_error(error, ERROR_INVALID);
	}
	assert_false(time_parse(NULL, (char[6]){0}, NULL));
}

/* ---- two of them ------------------------------------------------------------------------------
 */

struct range {
	const char *typed, *first, *last;
};

static void
date_range__reads__two_days_typed_as_one(void **state)
{
	(void)state;
	static const struct range cases[] = {
		{"15-16 mars", "2027-03-15", "2027-03-16"},
		{"15–16 mars", "2027-03-15", "2027-03-16"},
		{"15 - 16 mars 2028", "2028-03-15", "2028-03-16"},
		{"15 et 16 mars 2027", "2027-03-15", "2027-03-16"},
		{"du 15 au 16 mars", "2027-03-15", "2027-03-16"},
		{"Du 15 au 17 mars", "2027-03-15", "2027-03-17"},
		{"les 15 et 16 mars", "2027-03-15", "2027-03-16"},
		{"lundi 15 et mardi 16 mars", "2027-03-15", "2027-03-16"},
		{"15 mars au 16 mars", "2027-03-15", "2027-03-16"},
		{"28 janvier au 2 février", "2027-01-28", "2027-02-02"},
		{"du 30 décembre au 2 janvier 2027", "2026-12-30", "2027-01-02"},
		{"15/3 - 16/3", "2027-03-15", "2027-03-16"},
		{"15-16/3", "2027-03-15", "2027-03-16"},
		{"15/3/2027 à 16/3/2027", "2027-03-15", "2027-03-16"},
		{"2027-03-15 – 2027-03-16", "2027-03-15", "2027-03-16"},
		{"1er et 2 mars", "2027-03-01", "2027-03-02"},
		{"from 15 to 16 March 2027", "2027-03-15", "2027-03-16"},
		{"15 and 16 March", "2027-03-15", "2027-03-16"},
		{"demain et mercredi", "2026-11-24", "2026-11-25"},
		{"26-27 novembre", "2026-11-26", "2026-11-27"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		char first[11] = "", last[11] = "";
		if (!date_range_parse(cases[i].typed, TODAY, first, last) ||
		    strcmp(first, cases[i].first) != 0 || strcmp(last, cases[i].last) != 0)
			fail_msg("“%s” read as %s – %s", cases[i].typed, first, last);
	}
}

static void
date_range__leaves__what_is_one_day_or_none(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		"15-10",
		"15/1",
		"2027-03-15",
		"15-1-2027",
		"15-16",
		"15 et 22 mars",
		"du 16 au 15 mars",
		"28-2 février",
		"15, 16 et 17 mars",
		"31-32 mars",
		"du 15",
		"au 16 mars",
		"mars - avril",
		"lundi 16 et 17 mars",
		"-",
		"et",
		"\xff-\xfe",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		char first[11], last[11];
		if (date_range_parse(bad[i], TODAY, first, last))
			fail_msg("“%s” read as %s – %s", bad[i], first, last);
	}
	assert_false(date_range_parse(NULL, TODAY, (char[11]){0}, (char[11]){0}));
}

static void
time_range__reads__two_times_typed_as_one(void **state)
{
	(void)state;
	static const struct range cases[] = {
		{"9h30–16h30", "09:30", "16:30"},       {"9h30-16h30", "09:30", "16:30"},
		{"9h30 à 16h30", "09:30", "16:30"},     {"9h30 - 16h30", "09:30", "16:30"},
		{"de 9h à midi", "09:00", "12:00"},     {"9-17", "09:00", "17:00"},
		{"9:30 to 16:30", "09:30", "16:30"},    {"930 – 1630", "09:30", "16:30"},
		{"9 h 30 – 16 h 30", "09:30", "16:30"}, {"from 9h to noon", "09:00", "12:00"},
		{"9 h à 12 h", "09:00", "12:00"},       {"9h→17h", "09:00", "17:00"},
	};
	static const char *const bad[] = {"",          "9h",         "9h-",    "-9h",
					  "16h-9h",    "9h-9h",      "9h 17h", "9h-25h",
					  "9h et 17h", "9h-12h-14h", "midi",   "\xff-9"};
	char start[6] = "", end[6] = "";
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		if (!time_range_parse(cases[i].typed, start, end) ||
		    strcmp(start, cases[i].first) != 0 || strcmp(end, cases[i].last) != 0)
			fail_msg("“%s” read as %s – %s", cases[i].typed, start, end);
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
		if (time_range_parse(bad[i], start, end))
			fail_msg("“%s” read as %s – %s", bad[i], start, end);
	assert_false(time_range_parse(NULL, start, end));
}

static void
time_from_minutes__turns_back__every_minute(void **state)
{
	(void)state;
	for (int minutes = 0; minutes < 1440; minutes++) {
		char time[6], again[6];
		time_from_minutes(minutes, time);
		assert_true(time_valid(time));
		assert_int_equal(time_minutes(time), minutes);
		for (int language = 0; language < 4; language++) {
			i18n_set_language(language < 2 ? "fr" : "en");
			g_autofree char *text = time_text(time, language % 2 == 1);
			assert_true(time_parse(text, again, NULL));
			assert_text(again, time);
		}
	}
	i18n_set_language("fr");
}

static void
time_valid__refuses__other_forms(void **state)
{
	(void)state;
	static const char *const bad[] = {"", "9:30", "24:00", "09:60", "09h30", "09:300", "ab:cd"};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
		assert_false(time_valid(bad[i]));
	assert_false(time_valid(NULL));
	assert_int_equal(time_minutes(NULL), -1);
}

static void
time_text__follows__the_typography(void **state)
{
	(void)state;
	expect_text(time_text("09:30", false), "9h30");
	expect_text(time_text("16:00", false), "16h");
	expect_text(time_text("16:15", true), "16\xc2\xa0h\xc2\xa0"
					      "15");
	expect_text(time_text("16:00", true), "16\xc2\xa0h");
	expect_text(time_text(NULL, false), "");
	i18n_set_language("en");
	expect_text(time_text("09:05", true), "9:05");
	i18n_set_language("fr");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(date_valid__takes__years_months_and_days),
		cmocka_unit_test(date_valid__refuses__what_does_not_exist),
		cmocka_unit_test(date_is_day__tells__days_from_months),
		cmocka_unit_test(date_number__agrees_with_gdate__every_day_of_four_centuries),
		cmocka_unit_test(date_week__belongs__to_the_year_of_its_thursday),
		cmocka_unit_test(date_from_number__stays__within_four_digits),
		cmocka_unit_test(date_parse__reads__days_as_people_write_them),
		cmocka_unit_test(date_parse__reads__months_and_years),
		cmocka_unit_test(date_parse__reads__words_and_steps),
		cmocka_unit_test(date_parse__takes__the_next_weekday),
		cmocka_unit_test(date_parse__takes_march__for_an_english_mar),
		cmocka_unit_test(date_parse__waits__for_the_next_leap_day),
		cmocka_unit_test(date_parse__checks__the_weekday_that_was_typed),
		cmocka_unit_test(date_parse__refuses__what_is_no_date),
		cmocka_unit_test(date_parse__says__what_is_wrong),
		cmocka_unit_test(date_parse__reads_back__what_date_text_writes),
		cmocka_unit_test(date_text__speaks__french),
		cmocka_unit_test(date_text__speaks__english),
		cmocka_unit_test(date_range_text__says__no_more_than_needed),
		cmocka_unit_test(time_parse__reads__times_as_people_write_them),
		cmocka_unit_test(time_parse__refuses__what_is_no_time),
		cmocka_unit_test(date_range__reads__two_days_typed_as_one),
		cmocka_unit_test(date_range__leaves__what_is_one_day_or_none),
		cmocka_unit_test(time_range__reads__two_times_typed_as_one),
		cmocka_unit_test(time_from_minutes__turns_back__every_minute),
		cmocka_unit_test(time_valid__refuses__other_forms),
		cmocka_unit_test(time_text__follows__the_typography),
	};
	return test_run("date", tests);
}
