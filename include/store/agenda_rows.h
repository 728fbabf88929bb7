/* What needs somebody, counted: one query for each kind, whatever the number of events. Days are
 * ISO; all text is borrowed until the next row, missing is NULL. */
#ifndef STORE_AGENDA_ROWS_H
#define STORE_AGENDA_ROWS_H

#include "store/store.h"

struct agenda_event_row {
	gint64 id, days_known, seat_limit;
	const char *number, *title, *status, *mode;
	const char *start_date, *end_date, *deadline;
	const char *town; /* of its first day */
};

typedef void (*agenda_event_taker)(const struct agenda_event_row *row, gpointer user);

/** The events that are not over on TODAY, those whose days are to be given, and those that stand as
 * STATUS whatever their days; the first to come first, those without a date last. */
bool agenda_events(Store *store, const char *today, const char *status, agenda_event_taker take,
		   gpointer user, GError **error);

/** N registrations of one status and part, of the events that are not over on TODAY. */
typedef void (*agenda_seats_taker)(gint64 event_id, const char *status, const char *part, gint64 n,
				   gpointer user);
bool agenda_seats(Store *store, const char *today, agenda_seats_taker take, gpointer user,
		  GError **error);

/** What is counted by event between two days, both included. */
enum agenda_tally {
	AGENDA_TALLY_SPEAKERS,  /* people who speak, by their state */
	AGENDA_TALLY_PLACES,    /* days without a place */
	AGENDA_TALLY_BOOKINGS,  /* rooms taken, by their state */
	AGENDA_TALLY_SHEETS,    /* half-days nobody was marked for, a sheet being printed */
	AGENDA_TALLY_COPIES,    /* copies that are out; whatever the days */
	AGENDA_TALLY_CONFLICTS, /* between copies; whatever the days */
	AGENDA_TALLIES,
};

/** STATUS and TITLE are the event's; CODE is the state, or NULL. */
struct agenda_tally_row {
	gint64 event_id, n;
	const char *code, *status, *mode, *title, *start_date;
};

typedef void (*agenda_tally_taker)(const struct agenda_tally_row *row, gpointer user);
bool agenda_tally(Store *store, enum agenda_tally tally, const char *first, const char *last,
		  agenda_tally_taker take, gpointer user, GError **error);

/** True when the file holds neither an event, nor anybody, nor an organisation. */
bool agenda_nothing(Store *store);

#endif
