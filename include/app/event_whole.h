/* One event with all that belongs to it, read at once: what papers and checks are made of. */
#ifndef APP_EVENT_WHOLE_H
#define APP_EVENT_WHOLE_H

#include "core/attendee.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/programme.h"
#include "store/event_rows.h"

/** Rows that were not asked for are NULL. */
typedef struct event_whole {
	struct event *event;
	Rows *days;
	Rows *half_days;
	Rows *sessions;
	Rows *speakers;
	Rows *people; /* of the speakers */
	Rows *venues;
	Rows *rooms;
	Rows *bookings;
	Rows *marks;
	/* for papers */
	Rows *attendees;
	Rows *choices;
	Rows *partners;
	Rows *organisations; /* under the names that they had on the day of the event */
} EventWhole;

/** PAPERS: the rows for papers too. NULL on error. */
EventWhole *event_whole_load(Store *store, gint64 event_id, bool papers, GError **error);
void event_whole_free(EventWhole *whole);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EventWhole, event_whole_free)

/** The row with ID among a few, or NULL. Borrowed. */
void *rows_find(const Rows *rows, gint64 id);

/** Its place among them, or -1. */
int rows_index(const Rows *rows, gint64 id);

/** How many people a room holds; 0 when nobody knows. */
gint64 room_capacity(const struct room *room);

/** How many people a session takes: its own number, else that of its room (NULL: none); 0: no
 * limit.
 */
gint64 session_capacity(const struct session *session, const struct room *room);

/** MARKS of presence (entity_presence_mark) by half-day and attendee, so that those of one pair
 * follow each other. Elements are struct presence_mark, borrowed. Caller frees. */
GPtrArray *event_marks_in_order(const Rows *marks);

/** The end of the run of marks that starts at FROM: same half-day, same attendee. */
guint event_marks_run(const GPtrArray *marks, guint from);

/** The state that a run of marks comes to. Borrowed. */
const char *event_marks_state(const GPtrArray *marks, guint from, guint end);

#endif
