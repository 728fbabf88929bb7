/* The VEVENT of one item, for a feed and for a message alike (rules A5 to A15). */
#ifndef ICAL_EVENT_H
#define ICAL_EVENT_H

#include "ical/calendar.h"

/** Append what stands between BEGIN:VEVENT and END:VEVENT for ITEM, sent by ORGANIZER. False with
 * ERROR_INVALID, and nothing appended, when ITEM lacks something that no calendar can do without.
 */
bool ics_event_append(GString *out, const struct calendar_item *item,
		      const struct calendar_organizer *organizer, GError **error);

/** The title as people see it, with its prefix when ITEM is cancelled. Borrowed from ITEM or from
 * *OWNED, which the caller frees. */
const char *ics_event_title(const struct calendar_item *item, char **owned);

/** What an error calls ITEM. Borrowed from it. */
const char *ics_event_called(const struct calendar_item *item);

#endif
