/* What lies in the days of a period: days of events, who is registered for them, who speaks, which
 * rooms are taken. One query each, whatever the period. */
#ifndef STORE_PERIOD_ROWS_H
#define STORE_PERIOD_ROWS_H

#include "store/store.h"

/** A day of an event. Texts are borrowed; NULL when missing. */
struct period_day {
	gint64 event_id;
	gint64 kind_id;
	gint64 seat_limit; /* 0: none */
	const char *date;
	const char *start_time, *end_time;
	const char *number, *title, *short_title;
	const char *status, *mode;
	const char *deadline, *last_day; /* of the event */
	const char *venue, *town, *department;
};

typedef void (*period_day_taker)(const struct period_day *day, gpointer user);

/** The days of events from FIRST to LAST, in the order of dates and times. */
bool period_days(Store *store, const char *first, const char *last, period_day_taker take,
		 gpointer user, GError **error);

/** N attendees of one status and part, of an event. */
typedef void (*period_tally_taker)(gint64 event_id, const char *status, const char *part, gint64 n,
				   gpointer user);

/** Of every event with a day from FIRST to LAST. */
bool period_tallies(Store *store, const char *first, const char *last, period_tally_taker take,
		    gpointer user, GError **error);

/** Somebody who speaks, or a room that is taken. Texts are borrowed. */
struct period_engagement {
	gint64 event_id;
	gint64 person; /* or 0 */
	gint64 room;   /* or 0 */
	const char *date;
	const char *start_time, *end_time;  /* NULL both: the whole day */
	const char *first_name, *last_name; /* of a person */
	const char *room_name, *venue;      /* of a room */
	const char *number, *title, *short_title;
	const char *status; /* of the event */
	const char *state;  /* of the speaker, of the booking; NULL of a session in a room */
};

typedef void (*period_engagement_taker)(const struct period_engagement *engagement, gpointer user);

/** Those of the days from FIRST to LAST, in the order of dates and times, whatever the event’s
 * status. */
bool period_engagements(Store *store, const char *first, const char *last,
			period_engagement_taker take, gpointer user, GError **error);

/** Of the town KEY (folded name) the département in which places or communes say it lies; NULL when
 * none does. Caller frees. */
char *town_department(Store *store, const char *key);

#endif
