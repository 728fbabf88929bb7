/* What each attendee attended, half-day by half-day (data model, rule 8). */
#ifndef APP_ATTENDANCE_H
#define APP_ATTENDANCE_H

#include "app/event_whole.h"

struct attendance {
	gint64 attendee_id;
	GPtrArray *half_days; /* const struct half_day *, in the order of the days; borrowed from
				 the rows. One at least */
	gint64 halves;        /* what they count, in halves */
	gint64 minutes;       /* from their starts to their ends, of those whose times are known */
	bool timed;           /* the times of all are known */
};

/** From the attendee's id (gint64) to struct attendance, of those who were present once at least
 * (CODE_COUNTED). WHOLE must outlive it. Caller frees. */
GHashTable *attendance_load(const EventWhole *whole);

#endif
