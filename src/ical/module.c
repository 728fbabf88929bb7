#include "ical/calendar.h"
#include "ical/feed.h"
#include "ical/invitation.h"
#include "ical/reader.h"
#include "ical/zone.h"

const struct ical_module *
ical_module(void)
{
	static const struct ical_module module = {
		.zone_known = ics_zone_known,
		.feed_begin = ics_feed_begin,
		.feed_item = ics_feed_item,
		.feed_end = ics_feed_end,
		.invitation = ics_invitation,
		.read_confined = ics_read_confined,
	};
	return &module;
}
