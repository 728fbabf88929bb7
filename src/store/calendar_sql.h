/* What the files that read rows for calendars share. */
#ifndef STORE_CALENDAR_SQL_H
#define STORE_CALENDAR_SQL_H

#include "store/calendar_rows.h"
#include "store/private.h"

/* ---- the query ----------------------------------------------------------------------------------
 */

/** The columns of a row, in their order. */
enum calendar_column {
	COLUMN_UID,
	COLUMN_SEQUENCE,
	COLUMN_CREATED,
	COLUMN_STAMPED,
	COLUMN_START,
	COLUMN_END,
	COLUMN_SESSION_TITLE,
	COLUMN_SESSION_ROOM,
	COLUMN_SESSION_DESCRIPTION,
	COLUMN_DAY,
	COLUMN_DAY_UID,
	COLUMN_DATE,
	COLUMN_WELCOME,
	COLUMN_VENUE,
	COLUMN_EVENT,
	COLUMN_TITLE,
	COLUMN_SHORT_TITLE,
	COLUMN_KIND,
	COLUMN_STATUS,
	COLUMN_MODE,
	COLUMN_DAYS_KNOWN,
	COLUMN_ZONE,
	COLUMN_LINK,
	COLUMN_ACCESS,
	COLUMN_AUDIENCE,
	COLUMN_DEADLINE,
	COLUMN_DAY_COUNT,
	COLUMN_DAY_NUMBER,
	COLUMN_FIRST_UID,
	COLUMN_FIRST_DATE,
	COLUMN_LAST_DATE,
	COLUMN_TIMED,
	COLUMN_PLACES,
	N_CALENDAR_COLUMNS
};

enum calendar_query {
	QUERY_DAYS,
	QUERY_BARE_DAYS, /* those without a session */
	QUERY_SESSIONS,
};

/** The entries of QUERY that have a date, and WHERE; the order is the caller's. Caller frees. */
char *calendar_sql(enum calendar_query query, const char *where);

/** What FILTER adds to a query on the event e, and its arguments (at most two). Borrowed. */
const char *calendar_filter_sql(const struct calendar_filter *filter, struct value *args, guint *n);

/* ---- names --------------------------------------------------------------------------------------
 */

/** What a calendar shows of a place. */
struct calendar_venue {
	char *name, *address, *postal_code, *town, *access;
};

/** Names of kinds, rooms and places, each read once however many entries bear it: joining them to
 * ten thousand rows costs three times as much. */
struct calendar_names {
	Store *store;
	GHashTable *kinds, *rooms, *venues;
	GError *error; /* the first that happened; everything is missing afterwards */
};

void calendar_names_begin(struct calendar_names *names, Store *store);
void calendar_names_end(struct calendar_names *names);

/** NULL for an id of 0. Borrowed until the end. */
const char *calendar_kind_name(struct calendar_names *names, gint64 id);
const char *calendar_room_name(struct calendar_names *names, gint64 id);
const struct calendar_venue *calendar_venue(struct calendar_names *names, gint64 id);

/* ---- programmes ---------------------------------------------------------------------------------
 */

/** The programmes of days that are read in the order of their ids. */
struct calendar_programme {
	Store *store;
	struct calendar_names *names;
	GArray *lines; /* struct programme_line */
	GArray *shown; /* struct calendar_line, of the last day asked for */
	GStringChunk *words;
	struct engine_cursor *cursor; /* all sessions by day; NULL: each day is asked for */
	gint64 pending;               /* the day of the cursor's present row; 0: none is left */
};

void calendar_programme_begin(struct calendar_programme *programme, struct calendar_names *names);
void calendar_programme_end(struct calendar_programme *programme);

/** Days will follow in the order of their ids, many of them. */
bool calendar_programme_follow(struct calendar_programme *programme, GError **error);

/** Put a day's programme, or that of a whole event with its days, into programme->shown. */
bool calendar_programme_of_day(struct calendar_programme *programme, gint64 day_id, GError **error);
bool calendar_programme_of_event(struct calendar_programme *programme, gint64 event_id,
				 GError **error);

/* ---- one row ------------------------------------------------------------------------------------
 */

/** Hand the one entry of QUERY with ID (of the day or session) to TAKE, if calendars show it. */
bool calendar_row_one(Store *store, enum calendar_query query, gint64 id, calendar_row_taker take,
		      gpointer user, GError **error);

#endif
