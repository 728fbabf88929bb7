/* Foreign calendars as others write them: zones, whole days, repetition, encodings. */
#include "test.h"

#include "ical/reading.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//FR\r\n"
#define TAIL "END:VCALENDAR\r\n"

/* EVENT is what stands in the only entry, whose UID is "u". */
static struct read_calendar
read_event(const char *before, const char *event)
{
	g_autofree char *text = g_strconcat(HEAD, before, "BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:s\r\n",
					    event, "END:VEVENT\r\n", TAIL, NULL);
	return reading_bytes(text, strlen(text), "Europe/Paris", "2026-01-01", "2028-12-31");
}

static struct read_calendar
read_text(const char *text)
{
	return reading_bytes(text, strlen(text), "Europe/Paris", "2026-01-01", "2028-12-31");
}

/* The days and times of the only date: "2027-03-12|2027-03-12|09:00|17:00". */
static void
assert_when(const char *before, const char *event, const char *when)
{
	struct read_calendar read = read_event(before, event);
	g_autofree char *expected = g_strdup_printf("u||s||%s", when);
	if (read.dates->len != 1)
		fail_msg("%u dates of %s", read.dates->len, event);
	assert_text(read.dates->pdata[0], expected);
	reading_clear(&read);
}

static void
assert_said(const char *before, const char *event, const char *said)
{
	struct read_calendar read = read_event(before, event);
	assert_int_equal(read.said->len, said != NULL);
	if (said != NULL)
		assert_text(read.said->pdata[0], said);
	assert_true(read.ended);
	reading_clear(&read);
}

/* ---- times --------------------------------------------------------------------------------- */

static void
entry__is_at_our_time__whatever_its_zone(void **state)
{
	(void)state;
	assert_when("", "DTSTART:20270312T080000Z\r\nDTEND:20270312T160000Z\r\n",
		    "2027-03-12|2027-03-12|09:00|17:00");
	assert_when("", "DTSTART;TZID=Europe/Paris:20270712T090000\r\nDURATION:PT8H\r\n",
		    "2027-07-12|2027-07-12|09:00|17:00");
	assert_when("", "DTSTART;TZID=Romance Standard Time:20270312T090000\r\n",
		    "2027-03-12|2027-03-12|09:00|");
	assert_when("", "DTSTART;TZID=\"GMT Standard Time\":20270712T090000\r\n",
		    "2027-07-12|2027-07-12|10:00|");
	assert_when("",
		    "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20270312T0900"
		    "00\r\n",
		    "2027-03-12|2027-03-12|10:00|");
	assert_when("", "DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20270312T220000\r\n",
		    "2027-03-13|2027-03-13|04:00|");
	assert_when("", "DTSTART;TZID=Indian/Reunion:20270312T090000\r\n",
		    "2027-03-12|2027-03-12|06:00|");
	assert_when("", "DTSTART:20270312T090000\r\nDTEND:20270312T093000\r\n",
		    "2027-03-12|2027-03-12|09:00|09:30");
}

static void
entry__takes_the_files_zone__when_nobody_else_knows_it(void **state)
{
	(void)state;
	static const char zone[] =
		"BEGIN:VTIMEZONE\r\nTZID:(UTC-05:00) Est\r\nBEGIN:STANDARD\r\n"
		"DTSTART:16010101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n"
		"RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
		"DTSTART:16010101T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"
		"RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
	assert_when(zone, "DTSTART;TZID=\"(UTC-05:00) Est\":20270312T090000\r\n",
		    "2027-03-12|2027-03-12|15:00|");
	assert_when(zone, "DTSTART;TZID=\"(UTC-05:00) Est\":20270712T090000\r\n",
		    "2027-07-12|2027-07-12|15:00|");
	/* Between the two changes of March. */
	assert_when(zone, "DTSTART;TZID=\"(UTC-05:00) Est\":20270320T090000\r\n",
		    "2027-03-20|2027-03-20|14:00|");
	assert_said(zone, "DTSTART;TZID=\"(UTC-05:00) Est\":20270312T090000\r\n",
		    "P zone_filed|(UTC-05:00) Est");
}

static void
entry__is_taken_as_ours__in_a_zone_that_cannot_be_used(void **state)
{
	(void)state;
	static const char *const zones[] = {
		"",
		"BEGIN:VTIMEZONE\r\nTZID:Nulle part\r\nEND:VTIMEZONE\r\n",
		"BEGIN:VTIMEZONE\r\nTZID:Nulle part\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\n"
		"END:VTIMEZONE\r\n",
		"BEGIN:VTIMEZONE\r\nTZID:Nulle part\r\nBEGIN:STANDARD\r\n"
		"DTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\n"
		"RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\n"
		"END:VTIMEZONE\r\n",
	};
	for (gsize i = 0; i < G_N_ELEMENTS(zones); i++) {
		assert_when(zones[i], "DTSTART;TZID=Nulle part:20270312T090000\r\n",
			    "2027-03-12|2027-03-12|09:00|");
		assert_said(zones[i], "DTSTART;TZID=Nulle part:20270312T090000\r\n",
			    "P zone_unknown|Nulle part");
	}
}

/* RFC 5545 §3.3.5: an hour that does not exist is read by the offset before it, one that is there
 * twice is the first. */
static void
entry__is_read__on_both_nights_of_the_clock(void **state)
{
	(void)state;
	assert_when("", "DTSTART;TZID=Europe/Paris:20270328T023000\r\nDURATION:PT1H\r\n",
		    "2027-03-28|2027-03-28|03:30|04:30");
	assert_when("", "DTSTART;TZID=Europe/Paris:20271031T023000\r\nDURATION:PT3H\r\n",
		    "2027-10-31|2027-10-31|02:30|04:30");
	assert_when("",
		    "DTSTART;TZID=Europe/Paris:20270327T220000\r\n"
		    "DTEND;TZID=Europe/Paris:20270328T060000\r\n",
		    "2027-03-27|2027-03-28|22:00|06:00");
	assert_when("", "DTSTART;TZID=Europe/Paris:20270327T220000\r\nDURATION:PT8H\r\n",
		    "2027-03-27|2027-03-28|22:00|07:00");
	assert_when("", "DTSTART;TZID=Europe/Paris:20270327T220000\r\nDURATION:P1D\r\n",
		    "2027-03-27|2027-03-28|22:00|22:00");
}

static void
whole_day__ends__the_day_before_its_dtend(void **state)
{
	(void)state;
	assert_when("", "DTSTART;VALUE=DATE:20270312\r\nDTEND;VALUE=DATE:20270314\r\n",
		    "2027-03-12|2027-03-13||");
	assert_when("", "DTSTART;VALUE=DATE:20270312\r\nDTEND;VALUE=DATE:20270312\r\n",
		    "2027-03-12|2027-03-12||");
	assert_when("", "DTSTART;VALUE=DATE:20270312\r\n", "2027-03-12|2027-03-12||");
	assert_when("", "DTSTART;VALUE=DATE:20270312\r\nDURATION:P3D\r\n",
		    "2027-03-12|2027-03-14||");
	assert_when("",
		    "DTSTART;TZID=Europe/Paris:20270312T000000\r\n"
		    "DTEND;TZID=Europe/Paris:20270314T000000\r\n",
		    "2027-03-12|2027-03-13||");
	assert_when("", "DTSTART:20270312T190000Z\r\nDTEND:20270312T230000Z\r\n",
		    "2027-03-12|2027-03-13|20:00|00:00");
}

static void
end__is_dropped__when_it_is_none(void **state)
{
	(void)state;
	static const char *const ends[] = {"DTEND:20270312T070000Z\r\n", "DTEND:bogus\r\n",
					   "DURATION:-PT1H\r\n", "DURATION:P99999999D\r\n",
					   "DTEND;VALUE=DATE:20270313\r\n"};
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *event = g_strconcat("DTSTART:20270312T080000Z\r\n", ends[i], NULL);
		assert_when("", event, "2027-03-12|2027-03-12|09:00|");
		assert_said("", event, "P bad_end|s");
	}
}

/* ---- repetition ---------------------------------------------------------------------------- */

static void
assert_dates(struct read_calendar *read, const char *const *dates, gsize n)
{
	assert_int_equal(read->dates->len, n);
	for (gsize i = 0; i < n; i++)
		assert_text(read->dates->pdata[i], dates[i]);
	reading_clear(read);
}

static void
rule__keeps__the_hour_across_the_change_of_clocks(void **state)
{
	(void)state;
	struct read_calendar read = read_event("", "DTSTART;TZID=Europe/Paris:20270315T090000\r\n"
						   "DTEND;TZID=Europe/Paris:20270315T103000\r\n"
						   "RRULE:FREQ=WEEKLY;COUNT=5\r\n"
						   "EXDATE;TZID=Europe/Paris:20270322T090000\r\n"
						   "EXDATE:20270405T070000Z\r\n");
	static const char *const dates[] = {
		"u|20270315T080000Z|s||2027-03-15|2027-03-15|09:00|10:30",
		"u|20270329T070000Z|s||2027-03-29|2027-03-29|09:00|10:30",
		"u|20270412T070000Z|s||2027-04-12|2027-04-12|09:00|10:30",
	};
	assert_dates(&read, dates, G_N_ELEMENTS(dates));
}

static void
rule__ends__with_its_last_day(void **state)
{
	(void)state;
	struct read_calendar read = read_event("", "DTSTART;TZID=Europe/Paris:20270325T090000\r\n"
						   "RRULE:FREQ=WEEKLY;UNTIL=20270401T070000Z\r\n");
	assert_int_equal(read.dates->len, 2);
	reading_clear(&read);
	read = read_event("", "DTSTART;TZID=Europe/Paris:20270325T090000\r\n"
			      "RRULE:FREQ=WEEKLY;UNTIL=20270401\r\n");
	assert_int_equal(read.dates->len, 2);
	reading_clear(&read);
	read = read_event("", "DTSTART;VALUE=DATE:20270325\r\n"
			      "RRULE:FREQ=WEEKLY;UNTIL=20270401T235959Z\r\n");
	static const char *const dates[] = {"u|20270325|s||2027-03-25|2027-03-25||",
					    "u|20270401|s||2027-04-01|2027-04-01||"};
	assert_dates(&read, dates, G_N_ELEMENTS(dates));
}

/* Exchange writes the last second of the year 9999 for ever. */
static void
rule__goes_on__to_a_last_day_out_of_reach(void **state)
{
	(void)state;
	static const char *const untils[] = {"99991231T235959Z", "99991231", "22000101T000000Z",
					     "20290101T000000Z"};
	for (gsize i = 0; i < G_N_ELEMENTS(untils); i++) {
		g_autofree char *event =
			g_strdup_printf("DTSTART;TZID=Europe/Paris:20280301T090000\r\n"
					"RRULE:FREQ=MONTHLY;UNTIL=%s\r\n",
					untils[i]);
		struct read_calendar read = read_event("", event);
		assert_int_equal(read.dates->len, 10);
		reading_clear(&read);
	}
	struct read_calendar read = read_event("", "DTSTART;TZID=Europe/Paris:20270301T090000\r\n"
						   "RRULE:FREQ=MONTHLY;UNTIL=20270431T000000Z\r\n");
	assert_int_equal(read.dates->len, 2);
	reading_clear(&read);
}

static void
rule__is_followed__only_inside_the_window(void **state)
{
	(void)state;
	struct read_calendar read =
		read_event("", "DTSTART;VALUE=DATE:20000101\r\nRRULE:FREQ=YEARLY\r\n");
	static const char *const dates[] = {"u|20260101|s||2026-01-01|2026-01-01||",
					    "u|20270101|s||2027-01-01|2027-01-01||",
					    "u|20280101|s||2028-01-01|2028-01-01||"};
	assert_dates(&read, dates, G_N_ELEMENTS(dates));
}

/* Apple keeps birthdays of which the year is not known in 1604. */
static void
rule__is_followed__from_before_our_dates_begin(void **state)
{
	(void)state;
	struct read_calendar read =
		read_event("", "DTSTART;VALUE=DATE:16040305\r\nRRULE:FREQ=YEARLY\r\n");
	static const char *const dates[] = {"u|20260305|s||2026-03-05|2026-03-05||",
					    "u|20270305|s||2027-03-05|2027-03-05||",
					    "u|20280305|s||2028-03-05|2028-03-05||"};
	assert_dates(&read, dates, G_N_ELEMENTS(dates));
}

static void
rule__is_refused__by_the_hour_minute_or_second(void **state)
{
	(void)state;
	static const char *const rules[] = {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
					    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "freq=hourly",
					    "BYMONTH=2;FREQ=SECONDLY", "FREQ=DAILY;BYSECOND=1,2,3"};
	for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
		g_autofree char *event =
			g_strdup_printf("DTSTART:20270312T080000Z\r\nRRULE:%s\r\n", rules[i]);
		assert_said("", event, "R often|s|u");
	}
	assert_said("", "DTSTART:20270312T080000Z\r\nRRULE:FREQ=FORTNIGHTLY\r\n", "R bad_rule|s|u");
	assert_said("", "DTSTART:20270312T080000Z\r\nRRULE:RSCALE=CHINESE;FREQ=YEARLY\r\n",
		    "R bad_rule|s|u");
}

static void
rule__stops__at_a_thousand(void **state)
{
	(void)state;
	struct read_calendar read =
		read_event("", "DTSTART:20270101T080000Z\r\nRRULE:FREQ=DAILY;BYHOUR=8,9,10\r\n");
	assert_int_equal(read.dates->len, 1000);
	assert_text(read.said->pdata[0], "P many_occurrences|s");
	reading_clear(&read);
}

static void
dates__are_added_and_taken_out__beyond_five_hundred(void **state)
{
	(void)state;
	GString *event =
		g_string_new("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY;COUNT=700\r\n"
			     "EXDATE;VALUE=DATE:");
	GDate day;
	g_date_clear(&day, 1);
	g_date_set_dmy(&day, 2, G_DATE_JANUARY, 2026);
	for (int i = 0; i < 600; i++, g_date_add_days(&day, 1))
		g_string_append_printf(event, "%s%04d%02d%02d", i > 0 ? "," : "",
				       (int)g_date_get_year(&day), (int)g_date_get_month(&day),
				       (int)g_date_get_day(&day));
	g_string_append(event, "\r\nRDATE;VALUE=DATE:20280606,20280607\r\n");
	struct read_calendar read = read_event("", event->str);
	assert_int_equal(read.dates->len, 102);
	assert_int_equal(read.said->len, 0);
	reading_clear(&read);
	g_string_free(event, TRUE);
}

static void
occurrence__is_elsewhere__when_an_entry_takes_its_place(void **state)
{
	(void)state;
	struct read_calendar read = read_text(
		HEAD
		"BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID:20270322T080000Z\r\nSUMMARY:moved\r\n"
		"DTSTART:20270323T130000Z\r\nEND:VEVENT\r\n"
		"BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:s\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"
		"DTSTART;TZID=Europe/Paris:20270315T090000\r\nEND:VEVENT\r\n"
		"BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID;TZID=Europe/Paris:20270329T090000\r\n"
		"STATUS:CANCELLED\r\nDTSTART;TZID=Europe/Paris:20270329T090000\r\nEND:VEVENT\r\n"
		"BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID;VALUE=DATE:20270405\r\nSUMMARY:by day\r\n"
		"DTSTART;TZID=Europe/Paris:20270406T090000\r\nEND:VEVENT\r\n" TAIL);
	static const char *const dates[] = {
		"u|20270315T080000Z|s||2027-03-15|2027-03-15|09:00|",
		"u|20270412T070000Z|s||2027-04-12|2027-04-12|09:00|",
		"u|20270322T080000Z|moved||2027-03-23|2027-03-23|14:00|",
		"u|20270405|by day||2027-04-06|2027-04-06|09:00|",
	};
	assert_text(read.said->pdata[0], "C cancelled|1");
	assert_dates(&read, dates, G_N_ELEMENTS(dates));
}

static void
entry__is_not_busy__cancelled_or_free(void **state)
{
	(void)state;
	assert_said("", "DTSTART:20270312T080000Z\r\nSTATUS:CANCELLED\r\n", "C cancelled|1");
	assert_said("", "DTSTART:20270312T080000Z\r\nTRANSP:TRANSPARENT\r\n", "C free|1");
	assert_said("", "DTSTART:20270312T080000Z\r\nTRANSP:OPAQUE\r\nSTATUS:TENTATIVE\r\n", NULL);
	assert_said("", "DTSTART:20370312T080000Z\r\n", "C outside|1");
}

static void
entry__is_the_latest__of_two_versions(void **state)
{
	(void)state;
	struct read_calendar read =
		read_text(HEAD "BEGIN:VEVENT\r\nUID:u\r\nSEQUENCE:2\r\nSUMMARY:new\r\n"
			       "DTSTART:20270312T080000Z\r\nEND:VEVENT\r\n"
			       "BEGIN:VEVENT\r\nUID:u\r\nSEQUENCE:1\r\nSUMMARY:old\r\n"
			       "DTSTART:20270311T080000Z\r\nEND:VEVENT\r\n" TAIL);
	static const char *const dates[] = {"u||new||2027-03-12|2027-03-12|09:00|"};
	assert_text(read.said->pdata[0], "C older|1");
	assert_dates(&read, dates, 1);
}

static void
entry__is_refused__without_a_start(void **state)
{
	(void)state;
	assert_said("", "", "R no_start|s|u");
	assert_said("", "DTSTART:tomorrow\r\n", "R bad_start|s|u");
	assert_said("", "DTSTART:20270230T080000Z\r\n", "R bad_start|s|u");
	assert_said("", "DTSTART:99990101T080000Z\r\n", "R bad_start|s|u");
}

static void
value__is_not_believed__when_its_parameter_lies(void **state)
{
	(void)state;
	struct read_calendar read = read_text(
		HEAD "BEGIN:VEVENT\r\nUID;VALUE=DATE:20270101\r\nSUMMARY;VALUE=INTEGER:4096\r\n"
		     "LOCATION;VALUE=FLOAT:1.5\r\nDTSTART:20270312T080000Z\r\n"
		     "DURATION;VALUE=INTEGER:7\r\nSTATUS;VALUE=DATE:20270101\r\n"
		     "SEQUENCE;VALUE=TEXT:x\r\nTRANSP;VALUE=INTEGER:11003\r\n"
		     "EXDATE;VALUE=TEXT:x\r\nRDATE;VALUE=INTEGER:1\r\nEND:VEVENT\r\n" TAIL);
	assert_true(read.ended);
	assert_int_equal(read.dates->len, 1);
	reading_clear(&read);
}

static void
entry__gets_a_lasting_name__when_it_has_none(void **state)
{
	(void)state;
	static const char text[] = HEAD "BEGIN:VEVENT\r\nSUMMARY:a\r\nDTSTART:20270312T080000Z\r\n"
					"END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b\r\n"
					"DTSTART:20270312T080000Z\r\nEND:VEVENT\r\n" TAIL;
	struct read_calendar first = read_text(text), second = read_text(text);
	assert_text(first.said->pdata[0], "P no_uid|a");
	assert_int_equal(first.dates->len, 2);
	assert_text(first.dates->pdata[0], second.dates->pdata[0]);
	assert_string_not_equal(first.dates->pdata[0], first.dates->pdata[1]);
	reading_clear(&first);
	reading_clear(&second);
}

/* ---- the file ------------------------------------------------------------------------------ */

static void
file__is_read__whatever_ends_its_lines(void **state)
{
	(void)state;
	static const char *const ends[] = {"\r\n", "\n", "\r", "\n\r\n", "\r\n\r\n"};
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
		GString *text = g_string_new("\xef\xbb\xbf" HEAD
					     "NAME:Lot\\, Tarn\r\nBEGIN:VEVENT\r\nUID:u\r\n"
					     "SUMMARY:s\r\nDTSTART:20270312T080000Z\r\n"
					     "END:VEVENT\r\n" TAIL);
		g_string_replace(text, "\r\n", ends[i], 0);
		struct read_calendar read = read_text(text->str);
		assert_text(read.said->pdata[0], "N Lot, Tarn");
		static const char *const dates[] = {"u||s||2027-03-12|2027-03-12|09:00|"};
		assert_dates(&read, dates, 1);
		g_string_free(text, TRUE);
	}
}

static void
file__is_read__in_other_encodings(void **state)
{
	(void)state;
	static const char latin[] = HEAD "BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:Journ\xe9"
					 "e \x80\r\n"
					 "DTSTART:20270312T080000Z\r\nEND:VEVENT\r\n" TAIL;
	static const char *const dates[] = {"u||Journée €||2027-03-12|2027-03-12|09:00|"};
	struct read_calendar read = read_text(latin);
	assert_text(read.said->pdata[0], "P latin|");
	assert_dates(&read, dates, 1);
	g_autofree char *utf8 = g_convert(latin, -1, "UTF-8", "CP1252", NULL, NULL, NULL);
	static const char *const wide[] = {"UTF-16LE", "UTF-16BE"};
	for (gsize i = 0; i < G_N_ELEMENTS(wide); i++) {
		g_autofree char *marked = g_strconcat("\ufeff", utf8, NULL);
		gsize size = 0;
		g_autofree char *bytes = g_convert(marked, -1, wide[i], "UTF-8", NULL, &size, NULL);
		read = reading_bytes(bytes, size, "Europe/Paris", "2026-01-01", "2028-12-31");
		assert_dates(&read, dates, 1);
	}
	/* Folded inside a letter. */
	read = read_text(HEAD "BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:Journ\xc3\r\n \xa9"
			      "e \u20ac\r\nDTSTART:20270312T080000Z\r\nEND:VEVENT\r\n" TAIL);
	assert_int_equal(read.said->len, 0);
	assert_dates(&read, dates, 1);
}

static void
file__is_read__past_nul_bytes(void **state)
{
	(void)state;
	static const char text[] = HEAD "BEGIN:VEVENT\r\nUID:u\r\nSUM\0MARY:a\0b\r\n"
					"DTSTART:20270312T080000Z\r\nEND:VEVENT\r\n" TAIL;
	struct read_calendar read =
		reading_bytes(text, sizeof text - 1, "Europe/Paris", "2026-01-01", "2028-12-31");
	assert_text(read.said->pdata[0], "C nul|2");
	static const char *const dates[] = {"u||ab||2027-03-12|2027-03-12|09:00|"};
	assert_dates(&read, dates, 1);
}

static void
assert_file_refused(const char *text, const char *said)
{
	struct read_calendar read = read_text(text);
	assert_int_equal(read.dates->len, 0);
	assert_text(read.said->pdata[0], said);
	reading_clear(&read);
}

static void
file__is_refused__when_it_is_no_whole_calendar(void **state)
{
	(void)state;
	assert_file_refused("", "F no_calendar");
	assert_file_refused("\r\n\r\n", "F no_calendar");
	assert_file_refused("<!DOCTYPE html>\r\n<html>", "F no_calendar");
	assert_file_refused("nom;date\r\na;b\r\n", "F no_calendar");
	assert_file_refused("BEGIN:VCARD\r\nEND:VCARD\r\n", "F no_calendar");
	assert_file_refused("BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n",
			    "F old_calendar");
	assert_file_refused(HEAD "BEGIN:VEVENT\r\nUID:u\r\nDTSTART:20270312T0800", "F cut_short");
	assert_file_refused(HEAD, "F cut_short");
	assert_file_refused(HEAD "BEGIN:A\r\nBEGIN:B\r\nBEGIN:C\r\nBEGIN:D\r\n", "F too_deep");
}

static void
file__is_read__with_several_calendars_and_more_behind(void **state)
{
	(void)state;
	struct read_calendar read = read_text(
		HEAD "BEGIN:VTODO\r\nUID:t\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VTODO\r\n"
		     "BEGIN:VEVENT\r\nUID:u\r\nSUMMARY:s\r\nBEGIN:VALARM\r\nSUMMARY:x\r\n"
		     "DTSTART:20300101T000000Z\r\nEND:VALARM\r\nDTSTART:20270312T080000Z\r\n"
		     "END:VEVENT\r\n" TAIL HEAD "BEGIN:VEVENT\r\nUID:v\r\nSUMMARY:s\r\n"
		     "DTSTART:20270313T080000Z\r\nEND:VEVENT\r\n" TAIL "<!-- end -->\r\n");
	static const char *const dates[] = {"u||s||2027-03-12|2027-03-12|09:00|",
					    "v||s||2027-03-13|2027-03-13|09:00|"};
	assert_text(read.said->pdata[0], "C other|1");
	assert_dates(&read, dates, G_N_ELEMENTS(dates));
}

static void
line__beyond_its_limit__costs_only_what_is_read_of_it(void **state)
{
	(void)state;
	g_autofree char *much = g_strnfill(200000, 'x');
	g_autofree char *kept = g_strdup_printf("DESCRIPTION:%s\r\nATTACH;ENCODING=BASE64:%s\r\n"
						"DTSTART:20270312T080000Z\r\n",
						much, much);
	assert_when("", kept, "2027-03-12|2027-03-12|09:00|");
	g_autofree char *lost =
		g_strdup_printf("LOCATION:%s\r\nDTSTART:20270312T080000Z\r\n", much);
	assert_said("", lost, "R long_line|s|u");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entry__is_at_our_time__whatever_its_zone),
		cmocka_unit_test(entry__takes_the_files_zone__when_nobody_else_knows_it),
		cmocka_unit_test(entry__is_taken_as_ours__in_a_zone_that_cannot_be_used),
		cmocka_unit_test(entry__is_read__on_both_nights_of_the_clock),
		cmocka_unit_test(whole_day__ends__the_day_before_its_dtend),
		cmocka_unit_test(end__is_dropped__when_it_is_none),
		cmocka_unit_test(rule__keeps__the_hour_across_the_change_of_clocks),
		cmocka_unit_test(rule__ends__with_its_last_day),
		cmocka_unit_test(rule__goes_on__to_a_last_day_out_of_reach),
		cmocka_unit_test(rule__is_followed__only_inside_the_window),
		cmocka_unit_test(rule__is_followed__from_before_our_dates_begin),
		cmocka_unit_test(rule__is_refused__by_the_hour_minute_or_second),
		cmocka_unit_test(rule__stops__at_a_thousand),
		cmocka_unit_test(dates__are_added_and_taken_out__beyond_five_hundred),
		cmocka_unit_test(occurrence__is_elsewhere__when_an_entry_takes_its_place),
		cmocka_unit_test(entry__is_not_busy__cancelled_or_free),
		cmocka_unit_test(entry__is_the_latest__of_two_versions),
		cmocka_unit_test(entry__is_refused__without_a_start),
		cmocka_unit_test(value__is_not_believed__when_its_parameter_lies),
		cmocka_unit_test(entry__gets_a_lasting_name__when_it_has_none),
		cmocka_unit_test(file__is_read__whatever_ends_its_lines),
		cmocka_unit_test(file__is_read__in_other_encodings),
		cmocka_unit_test(file__is_read__past_nul_bytes),
		cmocka_unit_test(file__is_refused__when_it_is_no_whole_calendar),
		cmocka_unit_test(file__is_read__with_several_calendars_and_more_behind),
		cmocka_unit_test(line__beyond_its_limit__costs_only_what_is_read_of_it),
	};
	return test_run("foreign", tests);
}
