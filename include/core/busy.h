/* Dates on which a partner is taken, as its calendar says. */
#ifndef CORE_BUSY_H
#define CORE_BUSY_H

#include "core/entity.h"

/** One date of a partner's calendar. The row is the partner's: an import of the same source brings
 * it up to date or takes it away. Days and times are civil, in the centre's zone. */
struct busy {
	gint64 id, rev;
	char *source;     /* the calendar's name */
	char *uid;        /* of the entry in that calendar */
	char *occurrence; /* of an entry that repeats: the start that it would have by the rule,
			     "20270115" or "20270115T083000Z"; else NULL */
	char *title;
	char *place;
	char *first_day;
	char *last_day;
	char *start_time; /* of the first day; NULL: whole days */
	char *end_time;   /* of the last day, "00:00" being its beginning; NULL: not known */
};

extern const struct entity entity_busy;

#endif
