#include "store/need_rows.h"

#include "store/private.h"

/* An event that is known to the month or the year alone is over when that is. */
#define OVER                                                                                       \
	"coalesce(e.end_date, e.start_date) IS NOT NULL AND CASE length(coalesce(e.end_date, "     \
	"e.start_date)) WHEN 4 THEN coalesce(e.end_date, e.start_date) || '-12-31' WHEN 7 THEN "   \
	"coalesce(e.end_date, e.start_date) || '-31' ELSE coalesce(e.end_date, e.start_date) END " \
	"< $1"

static bool
id_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	gint64 id = store_column_integer(store, cursor, 0);
	g_array_append_val((GArray *)user, id);
	return true;
}

static GArray *
ids_select(Store *store, const char *sql, const char *before, GError **error)
{
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	struct value args[] = {value_text(before)};
	if (!store_each(store, sql, args, 1, id_row, ids, error))
		g_clear_pointer(&ids, g_array_unref);
	return ids;
}

GArray *
needs_of_attendees(Store *store, const char *before, GError **error)
{
	return ids_select(store,
			  "SELECT a.id FROM attendee a JOIN event e ON e.id = a.event_id WHERE "
			  "(a.diet IS NOT NULL OR a.access_needs IS NOT NULL) AND " OVER,
			  before, error);
}

GArray *
answers_sensitive(Store *store, const char *before, GError **error)
{
	return ids_select(store,
			  "SELECT r.id FROM question q JOIN event e ON e.id = q.event_id JOIN "
			  "answer r ON r.question_id = q.id WHERE q.sensitive = 1 AND " OVER,
			  before, error);
}
