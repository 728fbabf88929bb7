/* Who was where, one after the other: what marks come to (data model, rule 8), in one pass. */
#ifndef APP_PRESENCE_EACH_H
#define APP_PRESENCE_EACH_H

#include "store/report_rows.h"

/** What the marks of one attendee for one half-day come to. Borrowed. */
struct presence_known {
	gint64 attendee_id, half_day_id, person_id;
	const char *part;
	const char *state; /* never "unknown": of that nothing is told */
};

typedef void (*presence_taker)(const struct presence_known *known, gpointer user);

/** Those of the event, or all that the file has (struct report_filter); attendee by attendee. */
bool presence_each(Store *store, const struct report_filter *filter, presence_taker take,
		   gpointer user, GError **error);

#endif
