#include "ical/zone.h"

#include <libical/ical.h>

#include "ical/check.h"

#define HOUR 3600

static const struct {
	const char *name;
	int exact_from;
} expected[] = {
	{"Europe/Paris", 2000},    {"America/Martinique", 2000}, {"America/Guadeloupe", 2000},
	{"America/Cayenne", 2000}, {"Indian/Reunion", 2000},     {"Indian/Mayotte", 2000},
	{"Pacific/Noumea", 2000},  {"Pacific/Tahiti", 2000},     {"America/Miquelon", 2007},
	{"Pacific/Wallis", 2000},
};

static gint64
year_start(int year)
{
	g_autoptr(GDateTime) start = g_date_time_new_utc(year, 1, 1, 0, 0, 0);
	return g_date_time_to_unix(start);
}

/* The zone that NAME's own VTIMEZONE describes, as libical reads it. Caller frees. */
static icaltimezone *
zone_read(const char *name)
{
	g_autoptr(GString) text = g_string_new(NULL);
	ics_zone_append(text, name);
	icalcomponent *component = icalparser_parse_string(text->str);
	assert_non_null(component);
	assert_int_equal(icalcomponent_count_errors(component), 0);
	icaltimezone *zone = icaltimezone_new();
	assert_true(icaltimezone_set_component(zone, component));
	return zone;
}

static int
written_offset(icaltimezone *zone, gint64 instant)
{
	struct icaltimetype time =
		icaltime_from_timet_with_zone((time_t)instant, 0, icaltimezone_get_utc_timezone());
	return icaltimezone_get_utc_offset_of_utc_time(zone, &time, NULL);
}

static int
system_offset(GTimeZone *zone, gint64 instant)
{
	return g_time_zone_get_offset(zone, g_time_zone_find_interval(zone, G_TIME_TYPE_UNIVERSAL,
								      instant));
}

static void
compare_hours(const char *name, int first_year)
{
	icaltimezone *written = zone_read(name);
	g_autoptr(GTimeZone) system = g_time_zone_new_identifier(name);
	assert_non_null(system);
	gint64 end = year_start(2038);
	for (gint64 instant = year_start(first_year); instant < end; instant += HOUR)
		if (written_offset(written, instant) != system_offset(system, instant))
			fail_msg("%s differs at %" G_GINT64_FORMAT, name, instant);
	icaltimezone_free(written, 1);
}

static void
zone__tells_the_hour_of_the_system__each_hour_to_2037(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
		compare_hours(expected[i].name, expected[i].exact_from);
}

static void
zone__is_known__when_embedded(void **state)
{
	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
		assert_true(ical_module()->zone_known(expected[i].name));
	assert_false(ical_module()->zone_known(NULL));
	assert_false(ical_module()->zone_known(""));
	assert_false(ical_module()->zone_known("europe/paris"));
	assert_false(ical_module()->zone_known("Europe/London"));
}

static void
zone__has_two_open_rules__paris(void **state)
{
	(void)state;
	g_autoptr(GString) text = g_string_new(NULL);
	ics_zone_append(text, "Europe/Paris");
	assert_text(text->str, "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
			       "BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\n"
			       "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
			       "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
			       "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\n"
			       "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
			       "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
			       "END:VTIMEZONE\r\n");
}

static void
zone__has_one_observance__reunion(void **state)
{
	(void)state;
	g_autoptr(GString) text = g_string_new(NULL);
	ics_zone_append(text, "Indian/Reunion");
	assert_text(text->str, "BEGIN:VTIMEZONE\r\nTZID:Indian/Reunion\r\n"
			       "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
			       "TZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\nTZNAME:+04\r\n"
			       "END:STANDARD\r\nEND:VTIMEZONE\r\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zone__tells_the_hour_of_the_system__each_hour_to_2037),
		cmocka_unit_test(zone__is_known__when_embedded),
		cmocka_unit_test(zone__has_two_open_rules__paris),
		cmocka_unit_test(zone__has_one_observance__reunion),
	};
	return test_run("ical/zone", tests);
}
