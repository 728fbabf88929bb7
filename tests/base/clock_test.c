#include "test.h"

#include <string.h>
#include <time.h>

#include "base/clock.h"

#define PARIS   "Europe/Paris"
#define REUNION "Indian/Reunion"

static void
freeze(const char *instant)
{
	g_setenv("ATELIERS_NOW", instant, TRUE);
}

static int
thaw(void **state)
{
	(void)state;
	g_unsetenv("ATELIERS_NOW");
	return 0;
}

static void
expect_local(const char *instant, const char *zone, const char *expected)
{
	char local[17];
	if (!clock_local(instant, zone, local))
		fail_msg("%s cannot be read", instant);
	if (strcmp(local, expected) != 0)
		fail_msg("%s in %s: %s, not %s", instant, zone, local, expected);
}

static void
clock_seconds__stands_still__when_frozen(void **state)
{
	(void)state;
	char instant[INSTANT_SIZE];
	freeze("2026-11-23T08:30:07Z");
	assert_true(clock_seconds() == 1795422607);
	clock_instant(instant);
	assert_text(instant, "2026-11-23T08:30:07Z");
	freeze("1969-12-31T23:59:59Z");
	assert_true(clock_seconds() == -1);
	clock_instant(instant);
	assert_text(instant, "1969-12-31T23:59:59Z");
}

static void
clock_seconds__runs_on__when_the_frozen_instant_is_malformed(void **state)
{
	(void)state;
	static const char *const bad[] = {
		"",
		"2026",
		"2026-11-23",
		"2026-11-23T08:30:00",
		"2026-11-23T08:30:00+01:00",
		"2026-11-23 08:30:00Z",
		"2026-02-30T08:30:00Z",
		"2026-11-23T24:00:00Z",
		"2026-11-23T08:30:60Z",
		"2026-11-23T08:30:0xZ",
		"2026-11-23T08:30:00ZZ",
		"now",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
		freeze(bad[i]);
		gint64 before = time(NULL), seconds = clock_seconds();
		if (seconds < before || seconds > before + 60)
			fail_msg("“%s” was believed", bad[i]);
	}
}

static void
clock_instant__is__what_clock_local_reads(void **state)
{
	(void)state;
	char instant[INSTANT_SIZE], local[17], day[11], minutes[6];
	clock_instant(instant);
	assert_int_equal(strlen(instant), INSTANT_SIZE - 1);
	assert_true(clock_local(instant, "UTC", local));
	assert_memory_equal(local, instant, 16);
	clock_today("UTC", day);
	clock_time("UTC", minutes);
	assert_int_equal(strlen(day), 10);
	assert_int_equal(strlen(minutes), 5);
}

static void
clock_today__is__the_day_of_the_zone(void **state)
{
	(void)state;
	char day[11], minutes[6];
	freeze("2026-07-14T22:30:00Z");
	clock_today("UTC", day);
	assert_text(day, "2026-07-14");
	clock_today(PARIS, day);
	clock_time(PARIS, minutes);
	assert_text(day, "2026-07-15");
	assert_text(minutes, "00:30");
	clock_today("America/Martinique", day);
	clock_time("America/Martinique", minutes);
	assert_text(day, "2026-07-14");
	assert_text(minutes, "18:30");
}

static void
clock_local__follows__both_nights_of_the_year(void **state)
{
	(void)state;
	expect_local("2026-03-29T00:59:59Z", PARIS, "2026-03-29T01:59");
	expect_local("2026-03-29T01:00:00Z", PARIS, "2026-03-29T03:00");
	expect_local("2026-10-25T00:30:00Z", PARIS, "2026-10-25T02:30");
	expect_local("2026-10-25T00:59:59Z", PARIS, "2026-10-25T02:59");
	expect_local("2026-10-25T01:00:00Z", PARIS, "2026-10-25T02:00");
	expect_local("2026-10-25T02:00:00Z", PARIS, "2026-10-25T03:00");
	expect_local("2026-12-31T23:00:00Z", PARIS, "2027-01-01T00:00");
	expect_local("2045-07-01T10:00:00Z", PARIS, "2045-07-01T12:00");
}

static void
clock_local__knows__no_summer_in_la_reunion(void **state)
{
	(void)state;
	expect_local("2026-01-15T20:30:00Z", REUNION, "2026-01-16T00:30");
	expect_local("2026-07-15T05:30:00Z", REUNION, "2026-07-15T09:30");
}

static void
clock_local__goes_by_utc__in_an_unknown_zone(void **state)
{
	(void)state;
	static const char *const zones[] = {"",
					    "Nowhere/Land",
					    "../../../etc/passwd",
					    "/usr/share/zoneinfo/Europe/Paris",
					    "+02:00",
					    "Europe/../Europe/Paris",
					    ":Europe/Paris",
					    "Europe/Paris\x1b",
					    "Europe/",
					    "UTC"};
	g_setenv("TZ", "Asia/Tokyo", TRUE);
	for (gsize i = 0; i < G_N_ELEMENTS(zones); i++)
		expect_local("2026-07-15T05:30:00Z", zones[i], "2026-07-15T05:30");
	expect_local("2026-07-15T05:30:00Z", NULL, "2026-07-15T05:30");
	g_unsetenv("TZ");
}

static void
clock_local__refuses__what_is_no_instant(void **state)
{
	(void)state;
	char local[17] = "x";
	assert_false(clock_local("2026-11-23T08:30Z", PARIS, local));
	assert_text(local, "");
	assert_false(clock_local(NULL, PARIS, local));
	assert_false(clock_local("2026-11-31T08:30:00Z", PARIS, local));
}

static gpointer
ask_often(gpointer zone)
{
	for (int i = 0; i < 300; i++) {
		char local[17];
		clock_local("2026-07-15T05:30:00Z", zone, local);
		if (strcmp(local + 11, strcmp(zone, PARIS) == 0 ? "07:30" : "09:30") != 0)
			return g_strdup(local);
	}
	return NULL;
}

static void
clock_local__answers_right__in_two_threads(void **state)
{
	(void)state;
	char paris[] = PARIS, reunion[] = REUNION;
	GThread *one = g_thread_new("one", ask_often, paris);
	GThread *two = g_thread_new("two", ask_often, reunion);
	assert_null(g_thread_join(one));
	assert_null(g_thread_join(two));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(clock_seconds__stands_still__when_frozen, thaw),
		cmocka_unit_test_teardown(
			clock_seconds__runs_on__when_the_frozen_instant_is_malformed, thaw),
		cmocka_unit_test(clock_instant__is__what_clock_local_reads),
		cmocka_unit_test_teardown(clock_today__is__the_day_of_the_zone, thaw),
		cmocka_unit_test(clock_local__follows__both_nights_of_the_year),
		cmocka_unit_test(clock_local__knows__no_summer_in_la_reunion),
		cmocka_unit_test(clock_local__goes_by_utc__in_an_unknown_zone),
		cmocka_unit_test(clock_local__refuses__what_is_no_instant),
		cmocka_unit_test(clock_local__answers_right__in_two_threads),
	};
	g_unsetenv("ATELIERS_NOW"); /* the whole suite may be run with it */
	return test_run("clock", tests);
}
