/* Everything that an event needs of other tables, in one query each. */
#ifndef STORE_EVENT_ROWS_H
#define STORE_EVENT_ROWS_H

#include "core/attendee.h"
#include "store/store.h"

/** The rows of ENTITY that belong to the event or that it points to: its own days, sessions,
 * attendees…; half-days, bookings, marks of presence and choices of workshops by way of these; the
 * venues and rooms it uses, its speakers' people, their organisations and its partners'. In the
 * entity's own order; marks in none. */
Rows *event_rows(Store *store, const struct entity *entity, gint64 event_id, GError **error);

/** The registration that bears NUMBER in the event; NULL: none, or an error. Free with
 * entity_free(). */
struct attendee *event_attendee_of_number(Store *store, gint64 event_id, const char *number,
					  GError **error);

/** Somebody who speaks, or a room that is taken, in another event on one of this event's days. All
 * text is borrowed. */
struct engagement {
	gint64 person;    /* or 0 */
	gint64 room;      /* or 0 */
	const char *date; /* a day */
	const char *start_time;
	const char *end_time; /* NULL both: the whole day */
	const char *number;   /* of the other event */
	const char *title;
	const char *status;
	const char *state; /* of the speaker, of the booking; NULL of a session in a room */
};

typedef void (*engagement_taker)(const struct engagement *engagement, gpointer user);

/** The engagements of this event's speakers and rooms, whatever the other event's status. */
bool event_engagements(Store *store, gint64 event_id, engagement_taker take, gpointer user,
		       GError **error);

/** A registration and its uid. Borrowed. */
typedef void (*attendee_uid_taker)(gint64 attendee_id, gint64 event_id, const char *uid,
				   gpointer user);

/** Those of the event, or of all events when EVENT_ID is 0. */
bool attendee_uids(Store *store, gint64 event_id, attendee_uid_taker take, gpointer user,
		   GError **error);

/** The role (code_person_roles, or NULL) of the person behind a registration. Borrowed. */
typedef void (*attendee_role_taker)(gint64 attendee_id, const char *role, gpointer user);

/** Of every registration of the event that has a person. */
bool attendee_roles(Store *store, gint64 event_id, attendee_role_taker take, gpointer user,
		    GError **error);

/** STATUS and PART are borrowed codes. */
typedef void (*attendee_standing_taker)(gint64 attendee_id, const char *status, const char *part,
					gpointer user);

/** Status and part of each registration of an event, in no order; from an index alone. */
bool attendee_standings(Store *store, gint64 event_id, attendee_standing_taker take, gpointer user,
			GError **error);

/** How many registrations of the event have this status and a waiting position before that one. */
guint attendees_before(Store *store, gint64 event_id, const char *status, gint64 position);

/** N attendees of one status and part; it may come several times for the same. */
typedef void (*attendee_tally_taker)(gint64 session_id, const char *status, const char *part,
				     gint64 n, gpointer user);

/** Of the event as a whole: SESSION_ID is 0. */
bool event_attendee_tally(Store *store, gint64 event_id, attendee_tally_taker take, gpointer user,
			  GError **error);

/** Of all events, of those who declared the organisation. SESSION_ID is 0. */
bool organisation_attendee_tally(Store *store, gint64 organisation_id, attendee_tally_taker take,
				 gpointer user, GError **error);

/** Of those assigned to each of its sessions. */
bool event_session_tally(Store *store, gint64 event_id, attendee_tally_taker take, gpointer user,
			 GError **error);

#endif
