#include "store/agenda_rows.h"

#include "store/door.h"
#include "store/private.h"

struct agenda_reading {
	union {
		agenda_event_taker event;
		agenda_seats_taker seats;
		agenda_tally_taker tally;
	} take;
	gpointer user;
};

/* ---- events -------------------------------------------------------------------------------------
 */

static const char events_sql[] =
	"SELECT e.id, e.number, e.title, e.status, e.mode, e.start_date, e.end_date, "
	"e.registration_deadline, e.days_known, coalesce(e.seat_limit, 0), (SELECT v.town FROM "
	"event_day d JOIN venue v ON v.id = d.venue_id WHERE d.event_id = e.id ORDER BY "
	"coalesce(d.date, '9999'), d.id LIMIT 1) FROM event e WHERE coalesce(e.end_date, "
	"e.start_date) >= $1 OR e.days_known = 0 OR e.status = $2 ORDER BY "
	"coalesce(e.start_date, '9999'), e.number, e.id";

static bool
event_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct agenda_reading *reading = user;
	const struct agenda_event_row row = {
		.id = store_column_integer(store, cursor, 0),
		.number = store_column(store, cursor, 1).text,
		.title = store_column(store, cursor, 2).text,
		.status = store_column(store, cursor, 3).text,
		.mode = store_column(store, cursor, 4).text,
		.start_date = store_column(store, cursor, 5).text,
		.end_date = store_column(store, cursor, 6).text,
		.deadline = store_column(store, cursor, 7).text,
		.days_known = store_column_integer(store, cursor, 8),
		.seat_limit = store_column_integer(store, cursor, 9),
		.town = store_column(store, cursor, 10).text,
	};
	reading->take.event(&row, reading->user);
	return true;
}

bool
agenda_events(Store *store, const char *today, const char *status, agenda_event_taker take,
	      gpointer user, GError **error)
{
	struct agenda_reading reading = {.take.event = take, .user = user};
	struct value args[] = {value_text(today), value_text(status)};
	return store_each(store, events_sql, args, 2, event_row, &reading, error);
}

/* ---- seats --------------------------------------------------------------------------------------
 */

/* By the index attendee_tally alone: no row of an attendee is read. */
static const char seats_sql[] =
	"SELECT a.event_id, a.status, a.part, count(*) FROM attendee a WHERE a.event_id IN (SELECT "
	"id FROM event WHERE coalesce(end_date, start_date) >= $1) GROUP BY a.event_id, a.status, "
	"a.part";

static bool
seats_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct agenda_reading *reading = user;
	reading->take.seats(store_column_integer(store, cursor, 0),
			    store_column(store, cursor, 1).text,
			    store_column(store, cursor, 2).text,
			    store_column_integer(store, cursor, 3), reading->user);
	return true;
}

bool
agenda_seats(Store *store, const char *today, agenda_seats_taker take, gpointer user,
	     GError **error)
{
	struct agenda_reading reading = {.take.seats = take, .user = user};
	struct value args[] = {value_text(today)};
	return store_each(store, seats_sql, args, 1, seats_row, &reading, error);
}

/* ---- by event -----------------------------------------------------------------------------------
 */

#define OF_EVENT "e.status, e.mode, coalesce(e.short_title, e.title), e.start_date"
#define IN_ORDER " ORDER BY e.start_date, e.id"

/* $1 and $2 are the days; $3 is the copy that this database is, which is not out of itself. */
static const char *const tallies[AGENDA_TALLIES] = {
	[AGENDA_TALLY_SPEAKERS] =
		"SELECT e.id, count(DISTINCT s.person_id), s.state, " OF_EVENT " FROM event e JOIN "
		"speaker s ON s.event_id = e.id WHERE e.start_date BETWEEN $1 AND $2 GROUP BY "
		"e.id, s.state" IN_ORDER,
	[AGENDA_TALLY_PLACES] =
		"SELECT e.id, count(*), NULL, " OF_EVENT " FROM event_day d JOIN event e ON e.id = "
		"d.event_id WHERE d.date BETWEEN $1 AND $2 AND d.venue_id IS NULL GROUP BY "
		"e.id" IN_ORDER,
	[AGENDA_TALLY_BOOKINGS] =
		"SELECT e.id, count(*), b.state, " OF_EVENT " FROM event_day d JOIN booking b ON "
		"b.day_id = d.id JOIN event e ON e.id = d.event_id WHERE d.date BETWEEN $1 AND $2 "
		"GROUP BY e.id, b.state" IN_ORDER,
	[AGENDA_TALLY_SHEETS] =
		"SELECT e.id, count(*), NULL, " OF_EVENT " FROM event_day d JOIN event e ON e.id = "
		"d.event_id JOIN half_day h ON h.day_id = d.id WHERE d.date BETWEEN $1 AND $2 AND "
		"EXISTS (SELECT 1 FROM document x WHERE x.event_id = e.id AND x.kind = 'sign-in') "
		"AND NOT EXISTS (SELECT 1 FROM presence_mark m WHERE m.half_day_id = h.id) GROUP "
		"BY e.id" IN_ORDER,
	[AGENDA_TALLY_COPIES] =
		"SELECT e.id, count(*), NULL, " OF_EVENT " FROM door_copy c JOIN event e ON e.id = "
		"c.event_id WHERE c.merged_at IS NULL AND c.wiped_at IS NULL AND c.id <> $3 AND $1 "
		"<= $2 GROUP BY e.id" IN_ORDER,
	[AGENDA_TALLY_CONFLICTS] =
		"SELECT e.id, count(*), NULL, " OF_EVENT " FROM door_conflict c JOIN event e ON "
		"e.id = c.event_id WHERE $1 <= $2 GROUP BY e.id" IN_ORDER,
};

static bool
tally_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct agenda_reading *reading = user;
	const struct agenda_tally_row row = {
		.event_id = store_column_integer(store, cursor, 0),
		.n = store_column_integer(store, cursor, 1),
		.code = store_column(store, cursor, 2).text,
		.status = store_column(store, cursor, 3).text,
		.mode = store_column(store, cursor, 4).text,
		.title = store_column(store, cursor, 5).text,
		.start_date = store_column(store, cursor, 6).text,
	};
	reading->take.tally(&row, reading->user);
	return true;
}

bool
agenda_tally(Store *store, enum agenda_tally tally, const char *first, const char *last,
	     agenda_tally_taker take, gpointer user, GError **error)
{
	struct agenda_reading reading = {.take.tally = take, .user = user};
	struct value args[] = {value_text(first), value_text(last),
			       value_integer(store_taken(store))};
	guint n = tally == AGENDA_TALLY_COPIES ? 3 : 2;
	return store_each(store, tallies[tally], args, n, tally_row, &reading, error);
}

bool
agenda_nothing(Store *store)
{
	gint64 there = 1;
	return store_number(store,
			    "SELECT EXISTS (SELECT 1 FROM event) + EXISTS (SELECT 1 FROM person) + "
			    "EXISTS (SELECT 1 FROM organisation)",
			    NULL, 0, 1, &there, NULL) &&
	       there == 0;
}
