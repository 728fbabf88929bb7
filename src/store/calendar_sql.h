/* The query behind the rows of calendars, shared by those who read them. */
#ifndef STORE_CALENDAR_SQL_H
#define STORE_CALENDAR_SQL_H

#include "store/calendar_rows.h"

/** The columns of a row, in their order. */
enum calendar_column {
	COLUMN_UID,
	COLUMN_SEQUENCE,
	COLUMN_CREATED,
	COLUMN_STAMPED,
	COLUMN_START,
	COLUMN_END,
	COLUMN_SESSION_TITLE,
	COLUMN_SESSION_KIND,
	COLUMN_SESSION_ROOM,
	COLUMN_SESSION_DESCRIPTION,
	COLUMN_DAY,
	COLUMN_DAY_UID,
	COLUMN_DATE,
	COLUMN_WELCOME,
	COLUMN_EVENT,
	COLUMN_TITLE,
	COLUMN_SHORT_TITLE,
	COLUMN_STATUS,
	COLUMN_MODE,
	COLUMN_DAYS_KNOWN,
	COLUMN_ZONE,
	COLUMN_LINK,
	COLUMN_ACCESS,
	COLUMN_AUDIENCE,
	COLUMN_DEADLINE,
	COLUMN_KIND,
	COLUMN_VENUE,
	COLUMN_ADDRESS,
	COLUMN_POSTAL_CODE,
	COLUMN_TOWN,
	COLUMN_DAY_COUNT,
	COLUMN_DAY_NUMBER,
	COLUMN_FIRST_UID,
	COLUMN_FIRST_DATE,
	COLUMN_LAST_DATE,
	COLUMN_TIMED,
	COLUMN_PLACES,
	COLUMN_HAS_LINES,
	N_CALENDAR_COLUMNS
};

enum calendar_query {
	QUERY_DAYS,
	QUERY_BARE_DAYS, /* those without a session */
	QUERY_SESSIONS,
};

/** The entries of QUERY that have a date, and WHERE; the order is the caller's. Caller frees. */
char *calendar_sql(enum calendar_query query, const char *where);

/** The programme of one day ($1), or of a whole event ($1). */
const char *calendar_lines_sql(bool event);

/** What FILTER adds to a query on the event e, and its arguments (at most two). Borrowed. */
const char *calendar_filter_sql(const struct calendar_filter *filter, struct value *args, guint *n);

/** Hand the one entry of QUERY with ID (of the day or session) to TAKE, if calendars show it. */
bool calendar_row_one(Store *store, enum calendar_query query, gint64 id, calendar_row_taker take,
		      gpointer user, GError **error);

#endif
