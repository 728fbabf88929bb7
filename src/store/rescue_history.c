/* The history and the counters of a rescued database. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "core/door_copy.h"
#include "store/rescue_private.h"

#define COLUMNS_MOST 16

/* The store's own tables: they have no struct. */
static const struct {
	const char *table;
	const char *columns;
	guint n;
	const char *where;
} own[] = {
	{"gesture",
	 "id, happened_at, who, kind, action, amount, event_id, subject_table, subject_id, target, "
	 "undone, final",
	 12, "ORDER BY id"},
	{"change", "gesture_id, position, table_name, row_id, operation, before, after", 7,
	 "ORDER BY gesture_id, position"},
	/* the version of the keys: they are made by the program that opens the file */
	{"counter", "name, value", 2, "WHERE name <> 'key version' ORDER BY name"},
};

struct copying {
	struct rescue *rescue;
	const char *table;
	char *insert;
	guint n;
	GHashTable *gestures; /* ids of those that stand, when the rows need them; NULL */
	GHashTable *standing;
	GError *error;
};

static bool
own_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct copying *copying = user;
	struct value args[COLUMNS_MOST];
	for (guint i = 0; i < copying->n; i++)
		args[i] = store_column(store, cursor, i);
	struct rescue_count *count = rescue_count_of(copying->rescue, copying->table);
	if (copying->gestures != NULL && !rescue_id_has(copying->gestures, args[0].integer)) {
		count->fallen++;
		return true;
	}
	GError *reason = NULL;
	if (store_run(copying->rescue->made, copying->insert, args, copying->n, NULL, &reason))
		rescue_id_add(copying->standing, args[0].integer);
	else if (error_is_refusal(reason))
		count->refused++;
	else
		copying->error = g_steal_pointer(&reason);
	g_clear_error(&reason);
	return copying->error == NULL;
}

/* Copy a table of our own; STANDING receives the ids of its rows. */
static bool
own_copy(struct rescue *rescue, guint which, GHashTable *gestures, GHashTable *standing,
	 GError **error)
{
	GString *places = g_string_new("$1");
	for (guint i = 1; i < own[which].n; i++)
		g_string_append_printf(places, ", $%u", i + 1);
	g_autofree char *sql = g_strdup_printf("SELECT %s FROM %s %s", own[which].columns,
					       own[which].table, own[which].where);
	struct copying copying = {
		.rescue = rescue,
		.table = own[which].table,
		.insert = g_strdup_printf("INSERT INTO %s (%s) VALUES (%s)", own[which].table,
					  own[which].columns, places->str),
		.n = own[which].n,
		.gestures = gestures,
		.standing = standing,
	};
	bool done = store_each(rescue->raw, sql, NULL, 0, own_row, &copying, error);
	if (copying.error != NULL) {
		g_propagate_error(error, copying.error);
		done = false;
	}
	g_free(copying.insert);
	g_string_free(places, TRUE);
	return done;
}

bool
rescue_history(struct rescue *rescue, GError **error)
{
	g_autoptr(GHashTable) gestures = rescue_ids_new();
	g_autoptr(GHashTable) changes = rescue_ids_new();
	return own_copy(rescue, 0, NULL, gestures, error) &&
	       own_copy(rescue, 1, gestures, changes, error);
}

/* ---- numbers ------------------------------------------------------------------------------------
 */

/* The names of counters are those that the program gives (app/event.c, app/directory.c,
 * app/paper_version.c). NAME is taken over. */
static void
number_raise(struct rescue *rescue, char *name, gint64 number)
{
	const gint64 *known = g_hash_table_lookup(rescue->numbers, name);
	if (number > 0 && (known == NULL || *known < number))
		g_hash_table_replace(rescue->numbers, name, g_memdup2(&number, sizeof number));
	else
		g_free(name);
}

/* "2026-014" was given by the counter "event 2026". */
static void
event_number(struct rescue *rescue, const char *number)
{
	gint64 given = 0;
	if (strlen(number) > 5 && number[4] == '-' &&
	    g_ascii_string_to_signed(number + 5, 10, 1, G_MAXINT32, &given, NULL))
		number_raise(rescue, g_strdup_printf("event %.4s", number), given);
}

static void
attendee_number(struct rescue *rescue, gint64 event, const char *number)
{
	gint64 given = 0;
	if (g_ascii_string_to_signed(number, 10, 1, G_MAXINT32, &given, NULL))
		number_raise(rescue, g_strdup_printf("attendee %" G_GINT64_FORMAT, event), given);
}

static void
document_number(struct rescue *rescue, gint64 event, gint64 session, const char *kind,
		gint64 version)
{
	/* Those that a copy gave are not of the centre's counter. */
	if (!door_version_is_of(version, NULL))
		return;
	number_raise(rescue,
		     g_strdup_printf("document %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, kind,
				     event, session),
		     version);
}

/* The unique indexes: event (number), attendee (event_id, number), document (event_id, session_id
 * or 0, kind, version), each with the row's id behind. */
void
rescue_number_seen(struct rescue *rescue, const struct rescue_table *table,
		   const struct sqlite_page_record *record)
{
	const struct value *value = record->value;
	bool first = value[0].type == VALUE_INTEGER;
	if (strcmp(table->name, "event") == 0 && record->n == 2 && value[0].type == VALUE_TEXT)
		event_number(rescue, value[0].text);
	if (strcmp(table->name, "attendee") == 0 && record->n == 3 && first &&
	    value[1].type == VALUE_TEXT)
		attendee_number(rescue, value[0].integer, value[1].text);
	if (strcmp(table->name, "document") == 0 && record->n == 5 && first &&
	    value[1].type == VALUE_INTEGER && value[2].type == VALUE_TEXT &&
	    value[3].type == VALUE_INTEGER)
		document_number(rescue, value[0].integer, value[1].integer, value[2].text,
				value[3].integer);
}

static bool
event_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	event_number(user, store_column(store, cursor, 0).text);
	return true;
}

static bool
attendee_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	gint64 event = store_column_integer(store, cursor, 0);
	attendee_number(user, event, store_column(store, cursor, 1).text);
	return true;
}

static bool
document_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	g_autofree char *kind = store_column_text(store, cursor, 2);
	document_number(user, store_column_integer(store, cursor, 0),
			store_column_integer(store, cursor, 1), kind,
			store_column_integer(store, cursor, 3));
	return true;
}

/* Rows that are lost may have had greater numbers than those that are seen: where the counter is
 * lost too, so many are left out. */
static guint
margin(const struct rescue *rescue, const char *counter)
{
	for (guint i = 0; i < rescue->report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(rescue->report->counts, struct rescue_count, i);
		gsize length = strlen(count->table);
		if (strncmp(counter, count->table, length) == 0 && counter[length] == ' ')
			return count->lost + count->fallen + count->refused;
	}
	return 0;
}

static bool
counter_raise(struct rescue *rescue, const char *name, gint64 number, GError **error)
{
	gint64 kept = 0;
	struct value args[] = {value_text(name), value_integer(number)};
	if (!store_number(rescue->made, "SELECT value FROM counter WHERE name = $1", args, 1, 0,
			  &kept, error))
		return false;
	if (kept == 0)
		args[1].integer += margin(rescue, name);
	return kept >= number ||
	       store_run(rescue->made,
			 "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO "
			 "UPDATE SET value = excluded.value",
			 args, 2, NULL, error);
}

bool
rescue_counters(struct rescue *rescue, GError **error)
{
	g_autoptr(GHashTable) standing = rescue_ids_new();
	bool done =
		own_copy(rescue, 2, NULL, standing, error) &&
		store_each(rescue->made, "SELECT number FROM event", NULL, 0, event_row, rescue,
			   error) &&
		store_each(rescue->made, "SELECT event_id, number FROM attendee", NULL, 0,
			   attendee_row, rescue, error) &&
		store_each(rescue->made,
			   "SELECT event_id, coalesce(session_id, 0), kind, version FROM document "
			   "WHERE event_id IS NOT NULL",
			   NULL, 0, document_row, rescue, error);
	GHashTableIter iter;
	gpointer name = NULL, number = NULL;
	g_hash_table_iter_init(&iter, rescue->numbers);
	while (done && g_hash_table_iter_next(&iter, &name, &number))
		done = counter_raise(rescue, name, *(gint64 *)number, error);
	return done;
}
