#include "ical/feed.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ical/event.h"
#include "ical/file.h"
#include "ical/person.h"
#include "ical/words.h"
#include "ical/zone.h"

/* Room for most entries, so that their text does not move while it grows. */
#define ITEM_SIZE 2048

/* True when ZONE is among the first COUNT of ZONES. */
static bool
zone_among(const char *zone, const char *const *zones, gsize count)
{
	for (gsize i = 0; zones != NULL && i < count && zones[i] != NULL; i++)
		if (g_strcmp0(zones[i], zone) == 0)
			return true;
	return false;
}

/* What concerns the calendar as a whole: Outlook makes a new calendar of a file that has it. The
 * name has no separators, for readers do not agree on whether they are escaped here. The two
 * periods of refreshing say the same, to readers of RFC 7986 and to the others. */
static void
append_name(GString *out, const struct calendar_head *head)
{
	g_autofree char *name = ics_label(head->name);
	if (name == NULL)
		return;
	icalproperty *old_name = icalproperty_new_x(name);
	icalproperty_set_x_name(old_name, "X-WR-CALNAME");
	ics_append(out, icalproperty_new_name(name));
	ics_append(out, old_name);
	if (head->zones != NULL && head->zones[0] != NULL)
		g_string_append_printf(out, "X-WR-TIMEZONE:%s\r\n", head->zones[0]);
	g_string_append(out, "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
			     "X-PUBLISHED-TTL:PT12H\r\n");
}

static bool
append_zones(GString *out, const char *const *zones, GError **error)
{
	for (gsize i = 0; zones != NULL && zones[i] != NULL; i++) {
		if (!ics_zone_known(zones[i]))
			return fail(error, ERROR_INVALID,
				    _("Calendars do not know the time zone “%s” here: choose "
				      "another one"),
				    zones[i]);
		if (!zone_among(zones[i], zones, i))
			ics_zone_append(out, zones[i]);
	}
	return true;
}

bool
ics_feed_begin(const struct calendar_head *head, calendar_sink sink, gpointer user, GError **error)
{
	icalproperty *organizer = ics_organizer_new(&head->organizer, error);
	if (organizer == NULL)
		return false;
	icalproperty_free(organizer);
	g_autoptr(GString) out = ics_file_new("PUBLISH");
	append_name(out, head);
	return append_zones(out, head->zones, error) && ics_file_send(out, sink, user, error);
}

bool
ics_feed_item(const struct calendar_head *head, const struct calendar_item *item,
	      calendar_sink sink, gpointer user, GError **error)
{
	if (item->start_time != NULL && !zone_among(item->zone, head->zones, G_MAXSIZE))
		return fail(error, ERROR_INVALID,
			    _("“%s” is in the time zone “%s”, which this calendar does not "
			      "announce: write the calendar again"),
			    ics_event_called(item), item->zone != NULL ? item->zone : "");
	g_autoptr(GString) out = g_string_sized_new(ITEM_SIZE);
	ics_append_line(out, "BEGIN:VEVENT");
	if (!ics_event_append(out, item, &head->organizer, error))
		return false;
	ics_append_line(out, "END:VEVENT");
	return ics_file_send(out, sink, user, error);
}

bool
ics_feed_end(calendar_sink sink, gpointer user, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	ics_append_line(out, "END:VCALENDAR");
	return ics_file_send(out, sink, user, error);
}
