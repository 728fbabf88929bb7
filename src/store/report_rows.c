#include "store/report_rows.h"

#include "store/private.h"

/* Whoever asks gives the event ($1), or the years ($1, $2); the texts below say which they want. */
#define ONE "e.id = $1"
#define OF_YEARS                                                                                   \
	"substr(e.start_date, 1, 4) <= $2 AND substr(coalesce(e.end_date, e.start_date), 1, 4) "   \
	">= $1"

struct reading {
	union {
		report_event_taker event;
		report_half_day_taker half_day;
		report_attendee_taker attendee;
		report_mark_taker mark;
		report_partner_taker partner;
		report_speaker_taker speaker;
		report_successor_taker successor;
		report_family_taker family;
		report_recent_taker recent;
	} take;
	gpointer user;
};

static bool
read_filtered(Store *store, const struct report_filter *filter, const char *select,
	      const char *where_one, const char *where_years, const char *order, store_row row,
	      struct reading *reading, GError **error)
{
	bool one = filter->event_id != 0;
	const char *where = one ? where_one : where_years;
	g_autofree char *sql = g_strconcat(select, *where != '\0' ? " WHERE " : "", where,
					   *order != '\0' ? " ORDER BY " : "", order, NULL);
	struct value of_one[] = {value_integer(filter->event_id)};
	struct value of_years[] = {value_text(filter->first_year), value_text(filter->last_year)};
	guint n_years = *where != '\0' ? G_N_ELEMENTS(of_years) : 0;
	return store_each(store, sql, one ? of_one : of_years, one ? 1 : n_years, row, reading,
			  error);
}

/* ---- events -------------------------------------------------------------------------------------
 */

static const char events_sql[] =
	"SELECT e.id, e.kind_id, e.cycle_id, (SELECT t.theme_id FROM event_theme t WHERE "
	"t.event_id "
	"= e.id ORDER BY t.position, t.id LIMIT 1), e.days_known, coalesce(e.counted_attendance, "
	"-1), coalesce(e.estimated_attendance, -1), e.number, e.title, e.status, e.mode, "
	"e.start_date, e.end_date FROM event e";

static bool
event_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	const struct report_event_row row = {
		.id = store_column_integer(store, cursor, 0),
		.kind_id = store_column_integer(store, cursor, 1),
		.cycle_id = store_column_integer(store, cursor, 2),
		.theme_id = store_column_integer(store, cursor, 3),
		.days_known = store_column_integer(store, cursor, 4),
		.counted = store_column_integer(store, cursor, 5),
		.estimated = store_column_integer(store, cursor, 6),
		.number = store_column(store, cursor, 7).text,
		.title = store_column(store, cursor, 8).text,
		.status = store_column(store, cursor, 9).text,
		.mode = store_column(store, cursor, 10).text,
		.start_date = store_column(store, cursor, 11).text,
		.end_date = store_column(store, cursor, 12).text,
	};
	reading->take.event(&row, reading->user);
	return true;
}

bool
report_event_rows(Store *store, const struct report_filter *filter, report_event_taker take,
		  gpointer user, GError **error)
{
	struct reading reading = {.take.event = take, .user = user};
	return read_filtered(store, filter, events_sql, ONE,
			     "e.start_date IS NULL OR (" OF_YEARS ")",
			     "coalesce(e.start_date, '9999'), e.number, e.id", event_row, &reading,
			     error);
}

/* ---- half-days ----------------------------------------------------------------------------------
 */

static const char half_days_sql[] =
	"SELECT coalesce(h.id, 0), d.id, e.id, coalesce(h.counts_halves, 0), d.date, e.start_date, "
	"v.town, v.department FROM event_day d JOIN event e ON e.id = d.event_id LEFT JOIN "
	"half_day h "
	"ON h.day_id = d.id LEFT JOIN venue v ON v.id = d.venue_id";

static bool
half_day_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	const struct report_half_day_row row = {
		.id = store_column_integer(store, cursor, 0),
		.day_id = store_column_integer(store, cursor, 1),
		.event_id = store_column_integer(store, cursor, 2),
		.halves = store_column_integer(store, cursor, 3),
		.date = store_column(store, cursor, 4).text,
		.start_date = store_column(store, cursor, 5).text,
		.town = store_column(store, cursor, 6).text,
		.department = store_column(store, cursor, 7).text,
	};
	reading->take.half_day(&row, reading->user);
	return true;
}

bool
report_half_day_rows(Store *store, const struct report_filter *filter, report_half_day_taker take,
		     gpointer user, GError **error)
{
	struct reading reading = {.take.half_day = take, .user = user};
	return read_filtered(store, filter, half_days_sql, ONE, "", "d.id, h.id", half_day_row,
			     &reading, error);
}

/* ---- people -------------------------------------------------------------------------------------
 */

static const char attendees_sql[] =
	"SELECT a.id, a.event_id, a.person_id, a.organisation_id, a.part, a.status, a.origin, "
	"coalesce(a.department, o.department), p.role, o.family, o.level FROM event e JOIN "
	"attendee a "
	"ON a.event_id = e.id JOIN person p ON p.id = a.person_id LEFT JOIN organisation o ON o.id "
	"= "
	"a.organisation_id";

static bool
attendee_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	const struct report_attendee_row row = {
		.id = store_column_integer(store, cursor, 0),
		.event_id = store_column_integer(store, cursor, 1),
		.person_id = store_column_integer(store, cursor, 2),
		.organisation_id = store_column_integer(store, cursor, 3),
		.part = store_column(store, cursor, 4).text,
		.status = store_column(store, cursor, 5).text,
		.origin = store_column(store, cursor, 6).text,
		.department = store_column(store, cursor, 7).text,
		.role = store_column(store, cursor, 8).text,
		.family = store_column(store, cursor, 9).text,
		.level = store_column(store, cursor, 10).text,
	};
	reading->take.attendee(&row, reading->user);
	return true;
}

bool
report_attendee_rows(Store *store, const struct report_filter *filter, report_attendee_taker take,
		     gpointer user, GError **error)
{
	struct reading reading = {.take.attendee = take, .user = user};
	return read_filtered(store, filter, attendees_sql, ONE, OF_YEARS, "", attendee_row,
			     &reading, error);
}

/* The index of marks has their order; sorting three hundred thousand would cost more than reading
 * them. */
static const char marks_sql[] =
	"SELECT m.attendee_id, m.half_day_id, a.person_id, a.part, m.state, m.happened_at, "
	"m.nonce, "
	"m.retracts FROM presence_mark m JOIN attendee a ON a.id = m.attendee_id";

static bool
mark_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	const struct report_mark_row row = {
		.attendee_id = store_column_integer(store, cursor, 0),
		.half_day_id = store_column_integer(store, cursor, 1),
		.person_id = store_column_integer(store, cursor, 2),
		.part = store_column(store, cursor, 3).text,
		.state = store_column(store, cursor, 4).text,
		.happened_at = store_column(store, cursor, 5).text,
		.nonce = store_column(store, cursor, 6).text,
		.retracts = store_column(store, cursor, 7).text,
	};
	reading->take.mark(&row, reading->user);
	return true;
}

#define MARKS_OF_YEARS                                                                             \
	"m.half_day_id IN (SELECT h.id FROM half_day h JOIN event_day d ON d.id = h.day_id JOIN "  \
	"event e ON e.id = d.event_id WHERE " OF_YEARS ")"

bool
report_mark_rows(Store *store, const struct report_filter *filter, report_mark_taker take,
		 gpointer user, GError **error)
{
	struct reading reading = {.take.mark = take, .user = user};
	return read_filtered(store, filter, marks_sql,
			     "m.half_day_id IN (SELECT h.id FROM half_day h JOIN event_day d ON "
			     "d.id "
			     "= h.day_id WHERE d.event_id = $1)",
			     filter->alone ? MARKS_OF_YEARS : "", "m.attendee_id, m.half_day_id",
			     mark_row, &reading, error);
}

/* ---- partners and speakers ----------------------------------------------------------------------
 */

static bool
partner_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	const struct report_partner_row row = {
		.event_id = store_column_integer(store, cursor, 0),
		.organisation_id = store_column_integer(store, cursor, 1),
		.role = store_column(store, cursor, 2).text,
		.family = store_column(store, cursor, 3).text,
	};
	reading->take.partner(&row, reading->user);
	return true;
}

bool
report_partner_rows(Store *store, const struct report_filter *filter, report_partner_taker take,
		    gpointer user, GError **error)
{
	struct reading reading = {.take.partner = take, .user = user};
	return read_filtered(store, filter,
			     "SELECT p.event_id, p.organisation_id, p.role, o.family FROM event e "
			     "JOIN partner p ON p.event_id = e.id JOIN organisation o ON o.id = "
			     "p.organisation_id",
			     ONE, OF_YEARS, "", partner_row, &reading, error);
}

static bool
speaker_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	const struct report_speaker_row row = {
		.event_id = store_column_integer(store, cursor, 0),
		.person_id = store_column_integer(store, cursor, 1),
		.state = store_column(store, cursor, 2).text,
	};
	reading->take.speaker(&row, reading->user);
	return true;
}

bool
report_speaker_rows(Store *store, const struct report_filter *filter, report_speaker_taker take,
		    gpointer user, GError **error)
{
	struct reading reading = {.take.speaker = take, .user = user};
	return read_filtered(store, filter,
			     "SELECT s.event_id, s.person_id, s.state FROM event e JOIN speaker s "
			     "ON "
			     "s.event_id = e.id",
			     ONE, OF_YEARS, "", speaker_row, &reading, error);
}

/* ---- who is expected ----------------------------------------------------------------------------
 */

static bool
family_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	reading->take.family(store_column(store, cursor, 0).text,
			     store_column(store, cursor, 1).text,
			     store_column(store, cursor, 2).text,
			     store_column(store, cursor, 3).text,
			     store_column_integer(store, cursor, 4), reading->user);
	return true;
}

bool
report_family_rows(Store *store, gint64 event_id, report_family_taker take, gpointer user,
		   GError **error)
{
	struct reading reading = {.take.family = take, .user = user};
	struct value args[] = {value_integer(event_id)};
	return store_each(
		store,
		"SELECT o.family, a.status, a.part, a.origin, count(*) FROM attendee a LEFT "
		"JOIN organisation o ON o.id = a.organisation_id WHERE a.event_id = $1 GROUP "
		"BY o.family, a.status, a.part, a.origin",
		args, 1, family_row, &reading, error);
}

static bool
recent_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	reading->take.recent(store_column_integer(store, cursor, 0),
			     store_column(store, cursor, 1).text, reading->user);
	return true;
}

bool
report_recent_events(Store *store, const char *day, guint n, report_recent_taker take,
		     gpointer user, GError **error)
{
	struct reading reading = {.take.recent = take, .user = user};
	struct value args[] = {value_text(day), value_integer(n)};
	return store_each(store,
			  "SELECT id, status FROM event WHERE start_date < $1 ORDER BY start_date "
			  "DESC, id DESC LIMIT $2",
			  args, 2, recent_row, &reading, error);
}

/* ---- organisations through time -----------------------------------------------------------------
 */

static bool
successor_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct reading *reading = user;
	reading->take.successor(store_column_integer(store, cursor, 0),
				store_column_integer(store, cursor, 1), reading->user);
	return true;
}

bool
report_successors(Store *store, report_successor_taker take, gpointer user, GError **error)
{
	struct reading reading = {.take.successor = take, .user = user};
	return store_each(store,
			  "SELECT id, successor_id FROM organisation WHERE successor_id IS NOT "
			  "NULL",
			  NULL, 0, successor_row, &reading, error);
}
