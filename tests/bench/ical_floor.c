/* What a feed costs libical alone: the same entries built and written, nothing cleaned or checked.
 * usage: ical_floor COUNT FILE */
#include <stdlib.h>
#include <string.h>

#include <libical/ical.h>

#include "bench/ical_items.h"

static const char head[] =
	"BEGIN:VCALENDAR\r\nPRODID:-//Ateliers//Ateliers//FR\r\nVERSION:2.0\r\n"
	"CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:" ITEM_NAME "\r\nX-WR-CALNAME:" ITEM_NAME
	"\r\nX-WR-TIMEZONE:" ITEM_ZONE "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
	"X-PUBLISHED-TTL:PT12H\r\n"
	"BEGIN:VTIMEZONE\r\nTZID:" ITEM_ZONE "\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\n"
	"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\n"
	"DTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/* libical fills the stamps from text, as a program that does not look twice would have it do. */
static void
add_stamps(icalcomponent *event)
{
	struct icaltimetype created = icaltime_from_string("20260105T080000Z");
	struct icaltimetype stamped = icaltime_from_string("20260216T093000Z");
	icalcomponent_add_property(event, icalproperty_new_dtstamp(stamped));
	icalcomponent_add_property(event, icalproperty_new_created(created));
	icalcomponent_add_property(event, icalproperty_new_lastmodified(stamped));
	icalcomponent_add_property(event, icalproperty_new_sequence(0));
}

static void
add_times(icalcomponent *event, const struct item_numbers *numbers)
{
	struct icaltimetype time = icaltime_null_time();
	time.year = numbers->year;
	time.month = numbers->month;
	time.day = numbers->day;
	time.hour = 9;
	time.minute = 30;
	icalproperty *start = icalproperty_new_dtstart(time);
	icalproperty_add_parameter(start, icalparameter_new_tzid(ITEM_ZONE));
	icalcomponent_add_property(event, start);
	time.hour = 16;
	icalproperty *end = icalproperty_new_dtend(time);
	icalproperty_add_parameter(end, icalparameter_new_tzid(ITEM_ZONE));
	icalcomponent_add_property(event, end);
}

static icalcomponent *
event_new(long i)
{
	struct item_numbers numbers = item_numbers(i);
	icalcomponent *event = icalcomponent_new_vevent();
	icalcomponent_add_property(event, icalproperty_new_uid(numbers.uid));
	add_stamps(event);
	add_times(event, &numbers);
	icalcomponent_add_property(event, icalproperty_new_summary(numbers.title));
	icalcomponent_add_property(event, icalproperty_new_description(ITEM_DESCRIPTION));
	icalcomponent_add_property(event, icalproperty_new_location(ITEM_LOCATION));
	icalcomponent_add_property(event, icalproperty_new_categories(ITEM_CATEGORY));
	icalcomponent_add_property(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
	icalproperty *organizer = icalproperty_new_organizer("mailto:" ITEM_EMAIL);
	icalproperty_add_parameter(organizer, icalparameter_new_cn(ITEM_SENDER));
	icalcomponent_add_property(event, organizer);
	return event;
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	FILE *file = fopen(argv[2], "wb");
	if (file == NULL)
		return 1;
	fputs(head, file);
	long count = strtol(argv[1], NULL, 10);
	for (long i = 0; i < count; i++) {
		icalcomponent *event = event_new(i);
		char *text = icalcomponent_as_ical_string_r(event);
		fwrite(text, 1, strlen(text), file);
		free(text);
		icalcomponent_free(event);
	}
	fputs("END:VCALENDAR\r\n", file);
	return fclose(file) == 0 ? 0 : 1;
}
