#include "store/event_rows.h"

#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/programme.h"
#include "store/private.h"

/* How each entity is reached from an event; event_id where nothing else is said. */
static const struct {
	const struct entity *entity;
	const char *where;
} ways[] = {
	{&entity_half_day, "day_id IN (SELECT id FROM event_day WHERE event_id = $1)"},
	{&entity_booking, "day_id IN (SELECT id FROM event_day WHERE event_id = $1)"},
	{&entity_presence_mark, "half_day_id IN (SELECT h.id FROM half_day h JOIN event_day d ON "
				"d.id = h.day_id WHERE d.event_id = $1)"},
	{&entity_choice, "session_id IN (SELECT id FROM session WHERE event_id = $1)"},
	{&entity_venue, "id IN (SELECT venue_id FROM event_day WHERE event_id = $1)"},
	{&entity_room, "id IN (SELECT room_id FROM session WHERE event_id = $1 UNION ALL SELECT "
		       "b.room_id FROM booking b JOIN event_day d ON d.id = b.day_id WHERE "
		       "d.event_id = $1)"},
	{&entity_person, "id IN (SELECT person_id FROM speaker WHERE event_id = $1)"},
	{&entity_organisation,
	 "id IN (SELECT organisation_id FROM partner WHERE event_id = $1 UNION ALL SELECT "
	 "p.organisation_id FROM speaker s JOIN person p ON p.id = s.person_id WHERE s.event_id = "
	 "$1)"},
};

Rows *
event_rows(Store *store, const struct entity *entity, gint64 event_id, GError **error)
{
	const char *where = "event_id = $1";
	for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
		if (ways[i].entity == entity)
			where = ways[i].where;
	/* Of marks there are thousands, and whoever reads them puts them in an order of their own.
	 */
	const char *order = entity != &entity_presence_mark ? entity_order(entity) : "";
	g_autofree char *tail =
		g_strdup_printf("WHERE %s%s%s", where, *order != 0 ? " ORDER BY " : "", order);
	struct value args[] = {value_integer(event_id)};
	return rows_select(store, entity, tail, args, 1, error);
}

struct attendee *
event_attendee_of_number(Store *store, gint64 event_id, const char *number, GError **error)
{
	struct value args[] = {value_integer(event_id), value_text(number)};
	g_autoptr(Rows) rows = rows_select(store, &entity_attendee,
					   "WHERE event_id = $1 AND number = $2", args, 2, error);
	return rows != NULL && rows->n > 0 ? g_steal_pointer(&rows->row[0]) : NULL;
}

/* ---- elsewhere ----------------------------------------------------------------------------------
 */

#define MY_DATES  "(SELECT date FROM event_day WHERE event_id = $1)"
#define MY_PEOPLE "(SELECT person_id FROM speaker WHERE event_id = $1)"
#define MY_ROOMS                                                                                   \
	"(SELECT room_id FROM session WHERE event_id = $1 UNION ALL SELECT mine.room_id FROM "     \
	"booking mine JOIN event_day my ON my.id = mine.day_id WHERE my.event_id = $1)"

/* Speakers of a session, speakers of an event as a whole, rooms of sessions, booked rooms. */
static const char engagements_sql[] =
	"SELECT s.person_id, NULL, d.date, t.start_time, t.end_time, e.number, e.title, e.status, "
	"s.state FROM speaker s JOIN session t ON t.id = s.session_id JOIN event_day d ON d.id = "
	"t.day_id JOIN event e ON e.id = s.event_id WHERE s.person_id IN " MY_PEOPLE
	" AND s.event_id <> $1 AND d.date IN " MY_DATES " UNION ALL "
	"SELECT s.person_id, NULL, d.date, d.start_time, d.end_time, e.number, e.title, e.status, "
	"s.state FROM speaker s JOIN event_day d ON d.event_id = s.event_id JOIN event e ON e.id = "
	"s.event_id WHERE s.person_id IN " MY_PEOPLE
	" AND s.session_id IS NULL AND s.event_id <> $1 AND d.date IN " MY_DATES " UNION ALL "
	"SELECT NULL, t.room_id, d.date, t.start_time, t.end_time, e.number, e.title, e.status, "
	"NULL FROM event_day d JOIN session t ON t.day_id = d.id JOIN event e ON e.id = d.event_id "
	"WHERE d.date IN " MY_DATES " AND d.event_id <> $1 AND t.room_id IN " MY_ROOMS " UNION ALL "
	"SELECT NULL, b.room_id, d.date, d.start_time, d.end_time, e.number, e.title, e.status, "
	"b.state FROM event_day d JOIN booking b ON b.day_id = d.id JOIN event e ON e.id = "
	"d.event_id WHERE d.date IN " MY_DATES " AND d.event_id <> $1 AND b.room_id IN " MY_ROOMS;

struct engagement_reading {
	engagement_taker take;
	gpointer user;
};

static bool
engagement_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct engagement_reading *reading = user;
	struct engagement engagement = {
		.person = store_column_integer(store, cursor, 0),
		.room = store_column_integer(store, cursor, 1),
		.date = store_column(store, cursor, 2).text,
		.start_time = store_column(store, cursor, 3).text,
		.end_time = store_column(store, cursor, 4).text,
		.number = store_column(store, cursor, 5).text,
		.title = store_column(store, cursor, 6).text,
		.status = store_column(store, cursor, 7).text,
		.state = store_column(store, cursor, 8).text,
	};
	reading->take(&engagement, reading->user);
	return true;
}

bool
event_engagements(Store *store, gint64 event_id, engagement_taker take, gpointer user,
		  GError **error)
{
	struct engagement_reading reading = {take, user};
	struct value args[] = {value_integer(event_id)};
	return store_each(store, engagements_sql, args, 1, engagement_row, &reading, error);
}

/* ---- identities ---------------------------------------------------------------------------------
 */

struct uid_reading {
	attendee_uid_taker take;
	gpointer user;
};

static bool
uid_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct uid_reading *reading = user;
	reading->take(store_column_integer(store, cursor, 0),
		      store_column_integer(store, cursor, 1), store_column(store, cursor, 2).text,
		      reading->user);
	return true;
}

bool
attendee_uids(Store *store, gint64 event_id, attendee_uid_taker take, gpointer user, GError **error)
{
	struct uid_reading reading = {take, user};
	struct value args[] = {value_integer(event_id)};
	return event_id != 0 ? store_each(store,
					  "SELECT id, event_id, uid FROM attendee WHERE event_id = "
					  "$1",
					  args, 1, uid_row, &reading, error)
			     : store_each(store, "SELECT id, event_id, uid FROM attendee", NULL, 0,
					  uid_row, &reading, error);
}

struct role_reading {
	attendee_role_taker take;
	gpointer user;
};

static bool
role_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct role_reading *reading = user;
	reading->take(store_column_integer(store, cursor, 0), store_column(store, cursor, 1).text,
		      reading->user);
	return true;
}

bool
attendee_roles(Store *store, gint64 event_id, attendee_role_taker take, gpointer user,
	       GError **error)
{
	struct role_reading reading = {take, user};
	struct value args[] = {value_integer(event_id)};
	return store_each(store,
			  "SELECT a.id, p.role FROM attendee a JOIN person p ON p.id = a.person_id "
			  "WHERE a.event_id = $1",
			  args, 1, role_row, &reading, error);
}

/* ---- counts -------------------------------------------------------------------------------------
 */

struct standing_reading {
	attendee_standing_taker take;
	gpointer user;
};

static bool
standing_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct standing_reading *reading = user;
	reading->take(store_column_integer(store, cursor, 0), store_column(store, cursor, 1).text,
		      store_column(store, cursor, 2).text, reading->user);
	return true;
}

/* The index attendee_tally holds all that is asked for. */
bool
attendee_standings(Store *store, gint64 event_id, attendee_standing_taker take, gpointer user,
		   GError **error)
{
	struct standing_reading reading = {take, user};
	struct value args[] = {value_integer(event_id)};
	return store_each(store, "SELECT id, status, part FROM attendee WHERE event_id = $1", args,
			  1, standing_row, &reading, error);
}

static bool
number_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(gint64 *)user = store_column_integer(store, cursor, 0);
	return true;
}

guint
attendees_before(Store *store, gint64 event_id, const char *status, gint64 position)
{
	gint64 n = 0;
	struct value args[] = {value_integer(event_id), value_text(status),
			       value_integer(position)};
	store_each(store,
		   "SELECT count(*) FROM attendee WHERE event_id = $1 AND status = $2 AND "
		   "waiting_position < $3",
		   args, 3, number_take, &n, NULL);
	return (guint)n;
}

struct tally_reading {
	attendee_tally_taker take;
	gpointer user;
};

static bool
tally_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct tally_reading *reading = user;
	reading->take(store_column_integer(store, cursor, 0), store_column(store, cursor, 1).text,
		      store_column(store, cursor, 2).text, store_column_integer(store, cursor, 3),
		      reading->user);
	return true;
}

static bool
tally_run(Store *store, const char *sql, gint64 id, attendee_tally_taker take, gpointer user,
	  GError **error)
{
	struct tally_reading reading = {take, user};
	struct value args[] = {value_integer(id)};
	return store_each(store, sql, args, 1, tally_row, &reading, error);
}

/* The index attendee_tally holds all that is asked for, in the order of the groups. */
bool
event_attendee_tally(Store *store, gint64 event_id, attendee_tally_taker take, gpointer user,
		     GError **error)
{
	return tally_run(store,
			 "SELECT 0, status, part, count(*) FROM attendee WHERE event_id = $1 "
			 "GROUP BY status, part",
			 event_id, take, user, error);
}

bool
organisation_attendee_tally(Store *store, gint64 organisation_id, attendee_tally_taker take,
			    gpointer user, GError **error)
{
	return tally_run(store,
			 "SELECT 0, status, part, count(*) FROM attendee WHERE organisation_id = "
			 "$1 GROUP BY status, part",
			 organisation_id, take, user, error);
}

bool
event_session_tally(Store *store, gint64 event_id, attendee_tally_taker take, gpointer user,
		    GError **error)
{
	return tally_run(store,
			 "SELECT c.session_id, a.status, a.part, count(*) FROM session s JOIN "
			 "choice c ON c.session_id = s.id JOIN attendee a ON a.id = c.attendee_id "
			 "WHERE s.event_id = $1 AND c.assigned = 1 GROUP BY c.session_id, "
			 "a.status, a.part",
			 event_id, take, user, error);
}
