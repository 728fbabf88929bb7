/* What calendars show of the days and sessions of events, read in one pass.
 *
 * One query joins event, day, place and kind, and gives one row at a time in the order of their
 * ids, so that ten thousand events need no more memory than one, pages of the file are read one
 * after the other, and the order never changes (rule B7 of docs/adr/0008). The
 * digest beside it is made of every word of such a row: what a calendar shows cannot change without
 * it, and so its sequence rises with it (rule B6).
 */
#ifndef STORE_CALENDAR_ROWS_H
#define STORE_CALENDAR_ROWS_H

#include "store/store.h"

/** How an event of that status stands in calendars. */
enum calendar_state {
	CALENDAR_PLANNED,   /* idea, draft: not for the public yet */
	CALENDAR_CONFIRMED, /* announced, and all that took place */
	CALENDAR_POSTPONED, /* still there, for people have it in their calendars, and marked */
	CALENDAR_CANCELLED,
};

enum calendar_state calendar_state(const char *status);

/** A line of the programme. */
struct calendar_line {
	const char *date; /* as known; NULL: the entry has one day */
	const char *start_time;
	const char *end_time;
	const char *title;
	const char *room;
};

/** One entry: a day; a session; or several consecutive days of one event without times, at one
 * place (rule C3), as the entry of their first day. It holds what calendars show of that entry and
 * nothing else, for all of it counts as a change. All text is borrowed until the next row. Missing
 * is NULL. */
struct calendar_row {
	const char *uid;
	const char *parent_uid; /* of a session: that of its day's entry */
	gint64 sequence;
	const char *created_at;
	const char *stamped_at;
	const char *date;
	const char *last_date; /* of several days in one entry */
	const char *welcome_time;
	const char *start_time;
	const char *end_time;
	const char *title;       /* of the event */
	const char *short_title; /* of a session's entry */
	const char *status;
	const char *mode; /* of an entry without a place */
	const char *time_zone;
	const char *online_link;
	const char *access;   /* the event's own, else its place's */
	const char *audience; /* this and the next: of a day's entry */
	const char *registration_deadline;
	const char *kind;
	const char *venue;
	const char *address;
	const char *postal_code;
	const char *town;
	gint64 day_number; /* 1…, of the days whose date is known */
	gint64 day_count;
	gint64 days_known; /* 0: of many days, only the first and the last are known */

	const char *session_title; /* NULL: the entry is a day */
	const char *session_room;
	const char *session_description;

	const struct calendar_line *lines; /* the programme of a day */
	guint n_lines;
};

struct calendar_filter {
	gint64 event_id;  /* 0: all */
	const char *year; /* "2026": entries with a day in it; NULL: all */
	bool sessions;    /* sessions, then the days that have none */
};

/** Takes one entry; false ends the reading, which returns false with ERROR. */
typedef bool (*calendar_row_taker)(const struct calendar_row *row, gpointer user, GError **error);

/** Every entry that FILTER lets through, whatever the event's status. */
bool calendar_rows(Store *store, const struct calendar_filter *filter, calendar_row_taker take,
		   gpointer user, GError **error);

/** An event that has no day to stand on in a calendar. Borrowed. */
struct calendar_left_out {
	const char *number;
	const char *title;
	const char *status;
	const char *date; /* as precise as known, or NULL */
};

typedef void (*calendar_left_out_taker)(const struct calendar_left_out *event, gpointer user);

bool calendar_left_out(Store *store, const struct calendar_filter *filter,
		       calendar_left_out_taker take, gpointer user, GError **error);

/** The time zones of the events that have a date, each once, in the order of their names;
 * NULL-terminated. Caller frees with g_strfreev(). NULL on error. */
char **calendar_zones(Store *store, const struct calendar_filter *filter, GError **error);

/** The digest of all that calendars show of a day or a session. Caller frees; NULL on error. */
char *calendar_day_digest(Store *store, gint64 day_id, GError **error);
char *calendar_session_digest(Store *store, gint64 session_id, GError **error);

#endif
