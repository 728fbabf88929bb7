#include "store/contact_rows.h"

#include <string.h>

#include "base/id.h"
#include "store/private.h"

/* Each kind of contact once per person: its latest day. */
static const char contacts_sql[] =
	"SELECT p.id, p.last_contact, r.registered_at, r.event_date, c.given_on FROM person p "
	"LEFT JOIN (SELECT a.person_id AS who, max(a.registered_at) AS registered_at, "
	"max(CASE WHEN coalesce(e.end_date, e.start_date) <= $1 THEN coalesce(e.end_date, "
	"e.start_date) END) AS event_date FROM attendee a JOIN event e ON e.id = a.event_id GROUP "
	"BY a.person_id) AS r ON r.who = p.id "
	"LEFT JOIN (SELECT person_id AS who, max(given_on) AS given_on FROM consent GROUP BY "
	"person_id) AS c ON c.who = p.id WHERE p.erased_at IS NULL";

struct contact_reading {
	const char *today;
	contact_taker take;
	gpointer user;
};

/* A year or a month says no more than its first day. */
static void
latest(char day[static 11], const char *text, const char *today)
{
	char found[11];
	if (text == NULL || strlen(text) < 4)
		return;
	g_strlcpy(found, text, sizeof found);
	if (strlen(found) == 4)
		g_strlcat(found, "-01", sizeof found);
	if (strlen(found) == 7)
		g_strlcat(found, "-01", sizeof found);
	if (strcmp(found, today) <= 0 && strcmp(found, day) > 0)
		g_strlcpy(day, found, 11);
}

static bool
contact_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const struct contact_reading *reading = user;
	gint64 id = store_column_integer(store, cursor, 0);
	char day[11] = "";
	for (guint i = 1; i <= 4; i++)
		latest(day, store_column(store, cursor, i).text, reading->today);
	if (*day == '\0')
		id_day(id, day);
	reading->take(id, day, reading->user);
	return true;
}

bool
contact_rows(Store *store, const char *today, contact_taker take, gpointer user, GError **error)
{
	struct contact_reading reading = {today, take, user};
	struct value args[] = {value_text(today)};
	return store_each(store, contacts_sql, args, 1, contact_row, &reading, error);
}

/* Asked for each person, which costs more than all of them at once, and no more than they are. */
static const char contacts_after_sql[] =
	"SELECT p.id, p.last_contact, (SELECT max(a.registered_at) FROM attendee a WHERE "
	"a.person_id = p.id), (SELECT max(coalesce(e.end_date, e.start_date)) FROM attendee a JOIN "
	"event e ON e.id = a.event_id WHERE a.person_id = p.id AND coalesce(e.end_date, "
	"e.start_date) <= $1), (SELECT max(c.given_on) FROM consent c WHERE c.person_id = p.id) "
	"FROM person p WHERE p.id > $2 AND p.erased_at IS NULL ORDER BY p.id LIMIT $3";

bool
contact_rows_after(Store *store, const char *today, gint64 after, guint n, contact_taker take,
		   gpointer user, GError **error)
{
	struct contact_reading reading = {today, take, user};
	struct value args[] = {value_text(today), value_integer(after), value_integer(n)};
	return store_each(store, contacts_after_sql, args, 3, contact_row, &reading, error);
}
