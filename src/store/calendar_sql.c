#include "store/calendar_sql.h"

/* Of the days of an event that has several: most have one, and are spared the question. */
#define OF_DAYS(what)                                                                              \
	"CASE WHEN e.end_date IS NOT NULL THEN (SELECT " what                                      \
	" FROM event_day x WHERE x.event_id = e.id AND x.date IS NOT NULL) END"

static const char first_uid[] =
	"CASE WHEN e.end_date IS NOT NULL THEN (SELECT x.uid FROM event_day x WHERE x.event_id = "
	"e.id AND x.date IS NOT NULL ORDER BY x.date LIMIT 1) END";

/* What differs between the entry of a session and that of a day. */
static const struct {
	const char *day, *session;
} own[] = {
	[COLUMN_UID] = {"d.uid", "s.uid"},
	[COLUMN_SEQUENCE] = {"d.sequence", "s.sequence"},
	[COLUMN_CREATED] = {"d.created_at", "s.created_at"},
	[COLUMN_STAMPED] = {"d.stamped_at", "s.stamped_at"},
	[COLUMN_START] = {"d.start_time", "s.start_time"},
	[COLUMN_END] = {"d.end_time", "s.end_time"},
	[COLUMN_SESSION_TITLE] = {"NULL", "s.title"},
	[COLUMN_SESSION_ROOM] = {"NULL", "s.room_id"},
	[COLUMN_SESSION_DESCRIPTION] = {"NULL", "s.description"},
};

static const char *const shared[N_CALENDAR_COLUMNS] = {
	[COLUMN_DAY] = "d.id",
	[COLUMN_DAY_UID] = "d.uid",
	[COLUMN_DATE] = "d.date",
	[COLUMN_WELCOME] = "d.welcome_time",
	[COLUMN_VENUE] = "d.venue_id",
	[COLUMN_EVENT] = "e.id",
	[COLUMN_TITLE] = "e.title",
	[COLUMN_SHORT_TITLE] = "e.short_title",
	[COLUMN_KIND] = "e.kind_id",
	[COLUMN_STATUS] = "e.status",
	[COLUMN_MODE] = "e.mode",
	[COLUMN_DAYS_KNOWN] = "e.days_known",
	[COLUMN_ZONE] = "e.time_zone",
	[COLUMN_LINK] = "e.online_link",
	[COLUMN_ACCESS] = "e.access",
	[COLUMN_AUDIENCE] = "e.audience",
	[COLUMN_DEADLINE] = "e.registration_deadline",
	[COLUMN_DAY_COUNT] = OF_DAYS("count(*)"),
	[COLUMN_DAY_NUMBER] = OF_DAYS("sum(CASE WHEN x.date <= d.date THEN 1 ELSE 0 END)"),
	[COLUMN_FIRST_UID] = first_uid,
	[COLUMN_FIRST_DATE] = OF_DAYS("min(x.date)"),
	[COLUMN_LAST_DATE] = OF_DAYS("max(x.date)"),
	[COLUMN_TIMED] = OF_DAYS("count(x.start_time)"),
	[COLUMN_PLACES] = OF_DAYS("count(DISTINCT coalesce(x.venue_id, 0))"),
};

char *
calendar_sql(enum calendar_query query, const char *where)
{
	bool sessions = query == QUERY_SESSIONS;
	GString *sql = g_string_new("SELECT ");
	for (guint i = 0; i < N_CALENDAR_COLUMNS; i++)
		g_string_append_printf(sql, "%s%s", i > 0 ? ", " : "",
				       i >= G_N_ELEMENTS(own) ? shared[i]
				       : sessions             ? own[i].session
							      : own[i].day);
	g_string_append(sql, sessions ? " FROM session s JOIN event_day d ON d.id = s.day_id"
				      : " FROM event_day d");
	g_string_append(sql, " JOIN event e ON e.id = d.event_id WHERE d.date IS NOT NULL");
	if (query == QUERY_BARE_DAYS)
		g_string_append(sql,
				" AND NOT EXISTS (SELECT 1 FROM session t WHERE t.day_id = d.id)");
	g_string_append(sql, where);
	return g_string_free(sql, FALSE);
}

const char *
calendar_filter_sql(const struct calendar_filter *filter, struct value *args, guint *n)
{
	*n = 0;
	if (filter->event_id != 0) {
		args[(*n)++] = value_integer(filter->event_id);
		return " AND e.id = $1";
	}
	if (filter->year == NULL)
		return "";
	args[(*n)++] = value_text(filter->year);
	return " AND substr(e.start_date, 1, 4) <= $1"
	       " AND substr(coalesce(e.end_date, e.start_date), 1, 4) >= $1";
}
