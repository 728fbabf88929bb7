/* Values that are made of other values, made once more. */
#include "store/audit.h"

#include <string.h>

#include "base/i18n.h"
#include "store/audit_private.h"
#include "store/undo.h"

#define NAMES_MOST 3

/* ---- what is wrong, with a few names ------------------------------------------------------------
 */

struct found {
	guint n;
	GString *names;
};

static void
found_add(struct found *found, const char *name)
{
	found->n++;
	if (found->n <= NAMES_MOST)
		g_string_append_printf(found->names, "%s%s", found->n > 1 ? ", " : "",
				       name != NULL ? name : "–");
	else if (found->n == NAMES_MOST + 1)
		g_string_append(found->names, "…");
}

/* ---- keys and other derived members -------------------------------------------------------------
 */

struct derived {
	const struct entity *entity;
	struct found found;
};

static bool
derived_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct derived *derived = user;
	const struct entity *entity = derived->entity;
	void *stored = entity_new(entity);
	row_read(store, cursor, entity, stored);
	void *made = entity_copy(entity, stored);
	entity->prepare(made);
	bool same = true;
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_DERIVED) != 0)
			same &= value_equal(field_get(&entity->fields[i], made),
					    field_get(&entity->fields[i], stored));
	g_autofree char *name = same ? NULL : row_name(entity, stored);
	if (!same)
		found_add(&derived->found, name);
	entity_free(entity, made);
	entity_free(entity, stored);
	return true;
}

static bool
derived_audit(Store *store, const struct entity *entity, GPtrArray *problems, GError **error)
{
	g_autofree char *sql =
		g_strdup_printf("SELECT %s FROM %s", entity_columns(entity), entity->table);
	struct derived derived = {entity, {0, g_string_new(NULL)}};
	bool done = store_each(store, sql, NULL, 0, derived_row, &derived, error);
	if (derived.found.n > 0)
		g_ptr_array_add(
			problems,
			g_strdup_printf(_("%s: %u of them are not found or ordered as they are "
					  "called (%s): change them and save, or make a new file "
					  "with “ateliers doctor --rescue”, which makes all keys "
					  "anew"),
					_(entity->label), derived.found.n,
					derived.found.names->str));
	g_string_free(derived.found.names, TRUE);
	return done;
}

/* ---- first and last day -------------------------------------------------------------------------
 */

static bool
name_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	g_autofree char *name = store_column_text(store, cursor, 0);
	found_add(user, name);
	return true;
}

/* As settling makes them (settle.c): of the days that have a date, when there are any. */
static bool
dates_audit(Store *store, GPtrArray *problems, GError **error)
{
	struct found found = {0, g_string_new(NULL)};
	bool done = store_each(
		store,
		"SELECT number FROM event JOIN (SELECT event_id, min(date) AS first, max(date) AS "
		"last, count(*) AS days FROM event_day WHERE date IS NOT NULL GROUP BY event_id) "
		"AS dated ON dated.event_id = event.id WHERE start_date IS DISTINCT FROM first OR "
		"end_date IS DISTINCT FROM CASE WHEN days > 1 THEN last END ORDER BY number",
		NULL, 0, name_row, &found, error);
	if (found.n > 0)
		g_ptr_array_add(problems,
				g_strdup_printf(_("events whose first and last day are not those "
						  "of "
						  "their days: %u (%s): look at their days, change "
						  "one and save"),
						found.n, found.names->str));
	g_string_free(found.names, TRUE);
	return done;
}

/* ---- numbers ------------------------------------------------------------------------------------
 */

struct numbers {
	GHashTable *greatest; /* name of a counter → gint64 */
};

static void
number_note(struct numbers *numbers, char *counter, const char *digits)
{
	gint64 number = 0;
	const gint64 *known = g_hash_table_lookup(numbers->greatest, counter);
	if (g_ascii_string_to_signed(digits, 10, 1, G_MAXINT32, &number, NULL) &&
	    (known == NULL || *known < number))
		g_hash_table_replace(numbers->greatest, counter, g_memdup2(&number, sizeof number));
	else
		g_free(counter);
}

static bool
event_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	const char *number = store_column(store, cursor, 0).text;
	if (strlen(number) > 5 && number[4] == '-')
		number_note(user, g_strdup_printf("event %.4s", number), number + 5);
	return true;
}

static bool
attendee_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	gint64 event = store_column_integer(store, cursor, 0);
	number_note(user, g_strdup_printf("attendee %" G_GINT64_FORMAT, event),
		    store_column(store, cursor, 1).text);
	return true;
}

static bool
numbers_compare(Store *store, const struct numbers *numbers, GPtrArray *problems, GError **error)
{
	GHashTableIter iter;
	gpointer name = NULL, greatest = NULL;
	guint behind = 0;
	g_hash_table_iter_init(&iter, numbers->greatest);
	while (g_hash_table_iter_next(&iter, &name, &greatest)) {
		gint64 given = 0;
		struct value args[] = {value_text(name)};
		if (!store_number(store, "SELECT value FROM counter WHERE name = $1", args, 1, 0,
				  &given, error))
			return false;
		behind += given < *(gint64 *)greatest;
	}
	if (behind > 0)
		g_ptr_array_add(problems,
				g_strdup_printf(_("numbers that would be given a second time: "
						  "counters behind what they have given: %u. Make "
						  "a "
						  "new file with “ateliers doctor --rescue”, which "
						  "puts them right"),
						behind));
	return true;
}

static bool
numbers_audit(Store *store, GPtrArray *problems, GError **error)
{
	struct numbers numbers = {g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
	bool done = store_each(store, "SELECT number FROM event", NULL, 0, event_row, &numbers,
			       error) &&
		    store_each(store, "SELECT event_id, number FROM attendee", NULL, 0,
			       attendee_row, &numbers, error) &&
		    numbers_compare(store, &numbers, problems, error);
	g_hash_table_destroy(numbers.greatest);
	return done;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

bool
store_audit(Store *store, GPtrArray *problems, GPtrArray *gaps, GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++)
		if (entities[i]->prepare != NULL &&
		    !derived_audit(store, entities[i], problems, error))
			return false;
	return dates_audit(store, problems, error) && numbers_audit(store, problems, error) &&
	       audit_history(store, gaps, error);
}
