/* The programme of an event. */
#ifndef CORE_PROGRAMME_H
#define CORE_PROGRAMME_H

#include "core/entity.h"

/** A room taken for a day */
struct booking {
	gint64 id, rev;
	gint64 room_id;
	gint64 day_id;
	char *state;
	char *notes;
};

/** A line of the programme */
struct session {
	gint64 id, rev;
	gint64 event_id;
	gint64 day_id;
	char *start_time;
	char *end_time;
	char *kind;
	char *title;
	gint64 room_id;
	char *parallel_group;
	gint64 capacity;
	char *description;
	gint64 position;
	char *uid;
	gint64 sequence;
	char *created_at;
	char *stamped_at;
	char *calendar_digest;
};

/** Somebody who speaks, in one role; on a session, or on the event as a whole */
struct speaker {
	gint64 id, rev;
	gint64 event_id;
	gint64 session_id;
	gint64 person_id;
	char *role;
	char *state;
	char *function;
	char *needs;
	char *fee;
	gint64 fee_cents;
	gint64 position;
};

extern const struct entity entity_booking;
extern const struct entity entity_session;
extern const struct entity entity_speaker;

/** True when people choose between the two: of one day, and in the same parallel group, or at the
 * same time and both of a kind that is chosen or in any group: nobody is in two rooms at once. */
bool sessions_parallel(const struct session *a, const struct session *b);

#endif
