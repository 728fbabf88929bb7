#include "store/calendar_sql.h"

#include <string.h>

#include "base/date.h"
#include "core/status.h"
#include "store/private.h"

enum calendar_state
calendar_state(const char *status)
{
	if (code_is(&code_event_statuses, status, CODE_OPEN) ||
	    code_is(&code_event_statuses, status, CODE_COUNTED))
		return CALENDAR_CONFIRMED;
	if (code_is(&code_event_statuses, status, CODE_LIVE))
		return CALENDAR_PLANNED;
	return g_strcmp0(status, "postponed") == 0 ? CALENDAR_POSTPONED : CALENDAR_CANCELLED;
}

/* ---- one row ------------------------------------------------------------------------------------
 */

struct reading {
	Store *store;
	const struct calendar_filter *filter;
	calendar_row_taker take;
	gpointer user;
	GError **error;
	bool stopped; /* the error is set */
	bool bare;    /* days without a session: there is no programme to look for */
	struct calendar_names names;
	struct calendar_programme programme;
};

static const char *
text_at(const struct reading *reading, struct engine_cursor *cursor, enum calendar_column column)
{
	struct value value = store_column(reading->store, cursor, column);
	return value.type == VALUE_TEXT ? value.text : NULL;
}

static gint64
number_at(const struct reading *reading, struct engine_cursor *cursor, enum calendar_column column)
{
	return store_column_integer(reading->store, cursor, column);
}

static void
row_read_entry(const struct reading *reading, struct engine_cursor *cursor,
	       struct calendar_row *row)
{
	*row = (struct calendar_row){
		.uid = text_at(reading, cursor, COLUMN_UID),
		.sequence = number_at(reading, cursor, COLUMN_SEQUENCE),
		.created_at = text_at(reading, cursor, COLUMN_CREATED),
		.stamped_at = text_at(reading, cursor, COLUMN_STAMPED),
		.date = text_at(reading, cursor, COLUMN_DATE),
		.start_time = text_at(reading, cursor, COLUMN_START),
		.end_time = text_at(reading, cursor, COLUMN_END),
		.title = text_at(reading, cursor, COLUMN_TITLE),
		.status = text_at(reading, cursor, COLUMN_STATUS),
		.time_zone = text_at(reading, cursor, COLUMN_ZONE),
		.online_link = text_at(reading, cursor, COLUMN_LINK),
		.access = text_at(reading, cursor, COLUMN_ACCESS),
		.day_number = MAX(number_at(reading, cursor, COLUMN_DAY_NUMBER), 1),
		.day_count = MAX(number_at(reading, cursor, COLUMN_DAY_COUNT), 1),
		.days_known = number_at(reading, cursor, COLUMN_DAYS_KNOWN),
	};
}

/* Consecutive whole days at one place are one entry (rule C3). */
static bool
is_block(const struct reading *reading, struct engine_cursor *cursor,
	 const struct calendar_row *row)
{
	if (row->day_count < 2 || row->days_known == 0 ||
	    number_at(reading, cursor, COLUMN_TIMED) > 0 ||
	    number_at(reading, cursor, COLUMN_PLACES) != 1)
		return false;
	int first = date_number(text_at(reading, cursor, COLUMN_FIRST_DATE));
	return date_number(text_at(reading, cursor, COLUMN_LAST_DATE)) - first ==
	       row->day_count - 1;
}

static void
place_complete(struct reading *reading, struct engine_cursor *cursor, struct calendar_row *row)
{
	const struct calendar_venue *venue =
		calendar_venue(&reading->names, number_at(reading, cursor, COLUMN_VENUE));
	row->kind = calendar_kind_name(&reading->names, number_at(reading, cursor, COLUMN_KIND));
	if (venue == NULL) {
		row->mode = text_at(reading, cursor, COLUMN_MODE);
		return;
	}
	row->venue = venue->name;
	row->address = venue->address;
	row->postal_code = venue->postal_code;
	row->town = venue->town;
	if (row->access == NULL)
		row->access = venue->access;
}

static bool
lines_read(struct reading *reading, struct engine_cursor *cursor, struct calendar_row *row)
{
	struct calendar_programme *programme = &reading->programme;
	bool block = row->last_date != NULL;
	if (reading->bare && !block)
		return true;
	if (block ? !calendar_programme_of_event(programme,
						 number_at(reading, cursor, COLUMN_EVENT),
						 reading->error)
		  : !calendar_programme_of_day(programme, number_at(reading, cursor, COLUMN_DAY),
					       reading->error))
		return false;
	gconstpointer lines = programme->shown->data;
	row->lines = lines;
	row->n_lines = programme->shown->len;
	return true;
}

/* Fill in what a day's entry shows; false when its event's first day says it already. */
static bool
day_complete(struct reading *reading, struct engine_cursor *cursor, struct calendar_row *row)
{
	row->welcome_time = text_at(reading, cursor, COLUMN_WELCOME);
	row->audience = text_at(reading, cursor, COLUMN_AUDIENCE);
	row->registration_deadline = text_at(reading, cursor, COLUMN_DEADLINE);
	bool block = is_block(reading, cursor, row);
	if (block && row->day_number > 1)
		return false;
	if (block)
		row->last_date = text_at(reading, cursor, COLUMN_LAST_DATE);
	reading->stopped = !lines_read(reading, cursor, row);
	return !reading->stopped;
}

static void
session_complete(struct reading *reading, struct engine_cursor *cursor, struct calendar_row *row)
{
	row->short_title = text_at(reading, cursor, COLUMN_SHORT_TITLE);
	row->session_title = text_at(reading, cursor, COLUMN_SESSION_TITLE);
	row->session_room = calendar_room_name(&reading->names,
					       number_at(reading, cursor, COLUMN_SESSION_ROOM));
	row->session_description = text_at(reading, cursor, COLUMN_SESSION_DESCRIPTION);
	bool block = is_block(reading, cursor, row);
	row->parent_uid = text_at(reading, cursor, block ? COLUMN_FIRST_UID : COLUMN_DAY_UID);
}

static bool
in_year(const struct reading *reading, const struct calendar_row *row)
{
	const char *year = reading->filter->year;
	const char *last = row->last_date != NULL ? row->last_date : row->date;
	return year == NULL || (strncmp(row->date, year, 4) <= 0 && strncmp(last, year, 4) >= 0);
}

/* Names are looked up while rows are read: that they failed is seen here. */
static bool
names_failed(struct reading *reading)
{
	if (reading->names.error == NULL)
		return false;
	g_propagate_error(reading->error, g_steal_pointer(&reading->names.error));
	return true;
}

static bool
entry_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct reading *reading = user;
	struct calendar_row row;
	row_read_entry(reading, cursor, &row);
	place_complete(reading, cursor, &row);
	if (store_column(store, cursor, COLUMN_SESSION_TITLE).type == VALUE_TEXT)
		session_complete(reading, cursor, &row);
	else if (!day_complete(reading, cursor, &row))
		return !reading->stopped;
	if (names_failed(reading))
		reading->stopped = true;
	else if (in_year(reading, &row))
		reading->stopped = !reading->take(&row, reading->user, reading->error);
	return !reading->stopped;
}

/* ---- queries ------------------------------------------------------------------------------------
 */

/* All of the file may be read, and once: nothing of it is worth keeping in memory. */
static bool
each_once(Store *store, const char *sql, const struct value *args, guint n, store_row row,
	  gpointer user, GError **error)
{
	store->driver->cache(store->engine, STORE_CACHE_ONE);
	bool done = store_each(store, sql, args, n, row, user, error);
	store->driver->cache(store->engine, STORE_CACHE);
	return done;
}

static void
reading_begin(struct reading *reading)
{
	calendar_names_begin(&reading->names, reading->store);
	calendar_programme_begin(&reading->programme, &reading->names);
}

static void
reading_end(struct reading *reading)
{
	calendar_programme_end(&reading->programme);
	calendar_names_end(&reading->names);
}

static bool
reading_run(struct reading *reading, enum calendar_query query, const char *order)
{
	struct value args[2];
	guint n = 0;
	const char *filter = calendar_filter_sql(reading->filter, args, &n);
	g_autofree char *where = g_strconcat(filter, order, NULL);
	g_autofree char *sql = calendar_sql(query, where);
	return each_once(reading->store, sql, args, n, entry_row, reading, reading->error) &&
	       !reading->stopped;
}

bool
calendar_rows(Store *store, const struct calendar_filter *filter, calendar_row_taker take,
	      gpointer user, GError **error)
{
	struct reading reading = {.store = store,
				  .filter = filter,
				  .take = take,
				  .user = user,
				  .error = error};
	bool sessions = reading.bare = filter->sessions;
	reading_begin(&reading);
	/* One event's days are asked for one by one: they are few. */
	bool done = sessions || filter->event_id != 0 ||
		    calendar_programme_follow(&reading.programme, error);
	done = done && (!sessions || reading_run(&reading, QUERY_SESSIONS, " ORDER BY s.id"));
	done = done &&
	       reading_run(&reading, sessions ? QUERY_BARE_DAYS : QUERY_DAYS, " ORDER BY d.id");
	reading_end(&reading);
	return done;
}

bool
calendar_row_one(Store *store, enum calendar_query query, gint64 id, calendar_row_taker take,
		 gpointer user, GError **error)
{
	static const struct calendar_filter all = {0};
	struct value args[] = {value_integer(id)};
	struct reading reading = {.store = store,
				  .filter = &all,
				  .take = take,
				  .user = user,
				  .error = error};
	g_autofree char *sql =
		calendar_sql(query, query == QUERY_SESSIONS ? " AND s.id = $1" : " AND d.id = $1");
	reading_begin(&reading);
	bool done = store_each(store, sql, args, 1, entry_row, &reading, error) && !reading.stopped;
	reading_end(&reading);
	return done;
}

struct left_out_reading {
	calendar_left_out_taker take;
	gpointer user;
};

static bool
left_out_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct left_out_reading *reading = user;
	struct calendar_left_out event = {
		.number = store_column(store, cursor, 0).text,
		.title = store_column(store, cursor, 1).text,
		.status = store_column(store, cursor, 2).text,
		.date = store_column(store, cursor, 3).text,
	};
	reading->take(&event, reading->user);
	return true;
}

/* An event whose days have a date bears the first of them (settle.c); the dates alone are read from
 * their index. */
bool
calendar_left_out(Store *store, const struct calendar_filter *filter, calendar_left_out_taker take,
		  gpointer user, GError **error)
{
	struct value args[2];
	guint n = 0;
	struct left_out_reading reading = {take, user};
	g_autofree char *sql =
		g_strconcat("SELECT e.number, e.title, e.status, e.start_date FROM event e WHERE "
			    "e.id IN (SELECT "
			    "id FROM event WHERE start_date IS NULL OR length(start_date) < 10)",
			    calendar_filter_sql(filter, args, &n), " ORDER BY e.number", NULL);
	return each_once(store, sql, args, n, left_out_row, &reading, error);
}

static bool
zone_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	g_ptr_array_add(user, store_column_text(store, cursor, 0));
	return true;
}

char **
calendar_zones(Store *store, const struct calendar_filter *filter, GError **error)
{
	struct value args[2];
	guint n = 0;
	g_autoptr(GPtrArray) zones = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *sql =
		g_strconcat("SELECT DISTINCT e.time_zone FROM event e WHERE e.start_date IS NOT "
			    "NULL",
			    calendar_filter_sql(filter, args, &n), " ORDER BY e.time_zone", NULL);
	if (!each_once(store, sql, args, n, zone_row, zones, error))
		return NULL;
	g_ptr_array_add(zones, NULL);
	return (char **)g_ptr_array_steal(zones, NULL);
}
