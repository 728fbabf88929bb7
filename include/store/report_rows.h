/* Rows as figures need them (core/report.h), each kind in one pass. All text is borrowed until the
 * next row; missing is NULL.
 */
#ifndef STORE_REPORT_ROWS_H
#define STORE_REPORT_ROWS_H

#include "store/store.h"

/** One event; or those whose dates touch the years from FIRST_YEAR to LAST_YEAR (four digits). */
struct report_filter {
	gint64 event_id; /* 0: of the years */
	const char *first_year, *last_year;
	bool alone; /* no marks of other years: who is new is not to be told */
};

struct report_event_row {
	gint64 id, kind_id, cycle_id;
	gint64 theme_id; /* the first of its themes, or 0 */
	gint64 days_known;
	gint64 counted, estimated; /* MISSING when they are */
	const char *number, *title, *status, *mode;
	const char *start_date, *end_date;
};

/** Events of the filter, and of the years also those without any date; the first to come first. */
typedef void (*report_event_taker)(const struct report_event_row *row, gpointer user);
bool report_event_rows(Store *store, const struct report_filter *filter, report_event_taker take,
		       gpointer user, GError **error);

/** A half-day with its day and its event; ID is 0 for a day that has none. */
struct report_half_day_row {
	gint64 id, day_id, event_id, halves;
	const char *date;       /* of the day */
	const char *start_date; /* of the event */
	const char *town, *department;
};

/** Those of one event; of the years all that the file has, for people came earlier too. Day by day.
 */
typedef void (*report_half_day_taker)(const struct report_half_day_row *row, gpointer user);
bool report_half_day_rows(Store *store, const struct report_filter *filter,
			  report_half_day_taker take, gpointer user, GError **error);

struct report_attendee_row {
	gint64 id, event_id, person_id, organisation_id;
	const char *part, *status, *origin;
	const char *department;     /* as declared, else the organisation's */
	const char *role;           /* of the person */
	const char *family, *level; /* of the organisation */
};

/** Everybody of the events that have a date, whatever their part and status. */
typedef void (*report_attendee_taker)(const struct report_attendee_row *row, gpointer user);
bool report_attendee_rows(Store *store, const struct report_filter *filter,
			  report_attendee_taker take, gpointer user, GError **error);

/** A mark of presence, and whose it is. */
struct report_mark_row {
	gint64 attendee_id, half_day_id, person_id;
	const char *part;
	const char *state, *happened_at, *nonce, *retracts;
};

/** Those of one event; of the years all that the file has, unless these
 * stand alone. Those of one attendee and half-day
 * follow each other. */
typedef void (*report_mark_taker)(const struct report_mark_row *row, gpointer user);
bool report_mark_rows(Store *store, const struct report_filter *filter, report_mark_taker take,
		      gpointer user, GError **error);

struct report_partner_row {
	gint64 event_id, organisation_id;
	const char *role, *family;
};

typedef void (*report_partner_taker)(const struct report_partner_row *row, gpointer user);
bool report_partner_rows(Store *store, const struct report_filter *filter,
			 report_partner_taker take, gpointer user, GError **error);

struct report_speaker_row {
	gint64 event_id, person_id;
	const char *state;
};

typedef void (*report_speaker_taker)(const struct report_speaker_row *row, gpointer user);
bool report_speaker_rows(Store *store, const struct report_filter *filter,
			 report_speaker_taker take, gpointer user, GError **error);

/** N registrations of an event, by family of their organisation (NULL: not known). */
typedef void (*report_family_taker)(const char *family, const char *status, const char *part,
				    const char *origin, gint64 n, gpointer user);
bool report_family_rows(Store *store, gint64 event_id, report_family_taker take, gpointer user,
			GError **error);

/** The events that began before DAY, the latest first, N of them at most, whatever their status. */
typedef void (*report_recent_taker)(gint64 event_id, const char *status, gpointer user);
bool report_recent_events(Store *store, const char *day, guint n, report_recent_taker take,
			  gpointer user, GError **error);

/** Each organisation that has a successor, and which. */
typedef void (*report_successor_taker)(gint64 id, gint64 successor, gpointer user);
bool report_successors(Store *store, report_successor_taker take, gpointer user, GError **error);

#endif
