/* The public feed (rules B1 to B9 and C1 to C3): no ATTENDEE, no VALARM. */
#ifndef ICAL_FEED_H
#define ICAL_FEED_H

#include "ical/calendar.h"

/** The functions of struct ical_module of the same names. */
bool ics_feed_begin(const struct calendar_head *head, calendar_sink sink, gpointer user,
		    GError **error);
bool ics_feed_item(const struct calendar_head *head, const struct calendar_item *item,
		   calendar_sink sink, gpointer user, GError **error);
bool ics_feed_end(calendar_sink sink, gpointer user, GError **error);

#endif
