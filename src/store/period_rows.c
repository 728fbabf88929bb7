#include "store/period_rows.h"

#include <string.h>

#include "base/text.h"
#include "store/private.h"

struct taking {
	period_day_taker day;
	period_tally_taker tally;
	period_engagement_taker engagement;
	gpointer user;
};

static bool
period_each(Store *store, const char *sql, const char *first, const char *last, store_row row,
	    struct taking *taking, GError **error)
{
	struct value args[] = {value_text(first), value_text(last)};
	return store_each(store, sql, args, 2, row, taking, error);
}

static const char *
text_at(Store *store, struct engine_cursor *cursor, guint column)
{
	return store_column(store, cursor, column).text;
}

/* ---- days of events -----------------------------------------------------------------------------
 */

static bool
day_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct taking *taking = user;
	struct period_day day = {
		.event_id = store_column_integer(store, cursor, 0),
		.kind_id = store_column_integer(store, cursor, 1),
		.seat_limit = store_column_integer(store, cursor, 2),
		.date = text_at(store, cursor, 3),
		.start_time = text_at(store, cursor, 4),
		.end_time = text_at(store, cursor, 5),
		.number = text_at(store, cursor, 6),
		.title = text_at(store, cursor, 7),
		.short_title = text_at(store, cursor, 8),
		.status = text_at(store, cursor, 9),
		.mode = text_at(store, cursor, 10),
		.deadline = text_at(store, cursor, 11),
		.last_day = text_at(store, cursor, 12),
		.venue = text_at(store, cursor, 13),
		.town = text_at(store, cursor, 14),
		.department = text_at(store, cursor, 15),
	};
	taking->day(&day, taking->user);
	return true;
}

bool
period_days(Store *store, const char *first, const char *last, period_day_taker take, gpointer user,
	    GError **error)
{
	struct taking taking = {.day = take, .user = user};
	return period_each(store,
			   "SELECT e.id, e.kind_id, e.seat_limit, d.date, d.start_time, "
			   "d.end_time, e.number, e.title, e.short_title, e.status, e.mode, "
			   "e.registration_deadline, e.end_date, v.name, v.town, v.department FROM "
			   "event_day d JOIN event e ON e.id = d.event_id LEFT JOIN venue v ON "
			   "v.id "
			   "= d.venue_id WHERE d.date >= $1 AND d.date <= $2 ORDER BY d.date, "
			   "d.start_time, e.id",
			   first, last, day_row, &taking, error);
}

/* ---- who is registered --------------------------------------------------------------------------
 */

static bool
tally_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct taking *taking = user;
	taking->tally(store_column_integer(store, cursor, 0), text_at(store, cursor, 1),
		      text_at(store, cursor, 2), store_column_integer(store, cursor, 3),
		      taking->user);
	return true;
}

/* The index attendee_tally holds all that is asked for. */
bool
period_tallies(Store *store, const char *first, const char *last, period_tally_taker take,
	       gpointer user, GError **error)
{
	struct taking taking = {.tally = take, .user = user};
	return period_each(store,
			   "SELECT event_id, status, part, count(*) FROM attendee WHERE event_id "
			   "IN (SELECT event_id FROM event_day WHERE date >= $1 AND date <= $2) "
			   "GROUP BY event_id, status, part",
			   first, last, tally_row, &taking, error);
}

/* ---- who and what is taken ----------------------------------------------------------------------
 */

#define EVENT_SAYS "e.number, e.title, e.short_title, e.status"
#define ON_DAYS    " WHERE d.date >= $1 AND d.date <= $2"
#define OF_PERSON  "p.first_name, p.last_name, NULL, NULL, " EVENT_SAYS ", s.state"
#define OF_ROOM    "NULL, NULL, r.name, v.name, " EVENT_SAYS

/* Speakers of a session, speakers of an event as a whole, rooms of sessions, booked rooms. */
static const char engagements_sql[] =
	"SELECT e.id, s.person_id, NULL, d.date, t.start_time, t.end_time, " OF_PERSON
	" FROM event_day d JOIN session t ON t.day_id = d.id JOIN speaker s ON s.session_id = t.id "
	"JOIN person p ON p.id = s.person_id JOIN event e ON e.id = d.event_id" ON_DAYS
	" UNION ALL SELECT e.id, s.person_id, NULL, d.date, d.start_time, d.end_time, " OF_PERSON
	" FROM event_day d JOIN speaker s ON s.event_id = d.event_id JOIN person p ON p.id = "
	"s.person_id JOIN event e ON e.id = d.event_id" ON_DAYS " AND s.session_id IS NULL"
	" UNION ALL SELECT e.id, NULL, t.room_id, d.date, t.start_time, t.end_time, " OF_ROOM
	", NULL FROM event_day d JOIN session t ON t.day_id = d.id JOIN room r ON r.id = t.room_id "
	"JOIN venue v ON v.id = r.venue_id JOIN event e ON e.id = d.event_id" ON_DAYS
	" UNION ALL SELECT e.id, NULL, b.room_id, d.date, d.start_time, d.end_time, " OF_ROOM
	", b.state FROM event_day d JOIN booking b ON b.day_id = d.id JOIN room r ON r.id = "
	"b.room_id JOIN venue v ON v.id = r.venue_id JOIN event e ON e.id = d.event_id" ON_DAYS
	" ORDER BY 4, 5, 1";

static bool
engagement_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct taking *taking = user;
	struct period_engagement engagement = {
		.event_id = store_column_integer(store, cursor, 0),
		.person = store_column_integer(store, cursor, 1),
		.room = store_column_integer(store, cursor, 2),
		.date = text_at(store, cursor, 3),
		.start_time = text_at(store, cursor, 4),
		.end_time = text_at(store, cursor, 5),
		.first_name = text_at(store, cursor, 6),
		.last_name = text_at(store, cursor, 7),
		.room_name = text_at(store, cursor, 8),
		.venue = text_at(store, cursor, 9),
		.number = text_at(store, cursor, 10),
		.title = text_at(store, cursor, 11),
		.short_title = text_at(store, cursor, 12),
		.status = text_at(store, cursor, 13),
		.state = text_at(store, cursor, 14),
	};
	taking->engagement(&engagement, taking->user);
	return true;
}

bool
period_engagements(Store *store, const char *first, const char *last, period_engagement_taker take,
		   gpointer user, GError **error)
{
	struct taking taking = {.engagement = take, .user = user};
	return period_each(store, engagements_sql, first, last, engagement_row, &taking, error);
}

/* ---- towns --------------------------------------------------------------------------------------
 */

struct town_search {
	const char *key;
	char *department;
};

static bool
town_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct town_search *search = user;
	g_autofree char *key = text_search_key(text_at(store, cursor, 0));
	if (strcmp(key, search->key) == 0)
		search->department = store_column_text(store, cursor, 1);
	return search->department == NULL;
}

/* The places of the centre first: of communes, several bear one name. */
char *
town_department(Store *store, const char *key)
{
	struct town_search search = {key, NULL};
	store_each(store,
		   "SELECT town, department FROM venue WHERE town IS NOT NULL AND department IS "
		   "NOT "
		   "NULL",
		   NULL, 0, town_row, &search, NULL);
	struct value args[] = {value_text(key)};
	if (search.department == NULL)
		store_each(store,
			   "SELECT name, department FROM territory WHERE type = 'town' AND "
			   "search_key = $1 AND department IS NOT NULL",
			   args, 1, town_row, &search, NULL);
	return search.department;
}
