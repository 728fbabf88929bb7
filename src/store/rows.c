#include "store/private.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/busy.h"
#include "core/checklist.h"
#include "core/decision.h"
#include "core/document.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/person.h"
#include "core/place.h"
#include "core/practice.h"
#include "core/programme.h"
#include "core/reference.h"
#include "core/survey.h"
#include "core/task.h"

/* The order in which people expect the rows of each entity; id last, so that it is total. */
static const struct {
	const struct entity *entity;
	const char *order;
} orders[] = {
	{&entity_theme, "sort_key, id"},
	{&entity_kind, "sort_key, id"},
	{&entity_cycle, "sort_key, id"},
	{&entity_setting, "name"},
	{&entity_holiday_period, "first_day, id"},
	{&entity_busy, "first_day, start_time NULLS FIRST, source, id"},
	{&entity_territory, "type, code, id"},
	{&entity_mapping, "subject, name"},
	{&entity_organisation, "sort_key, id"},
	{&entity_organisation_alias, "search_key, id"},
	{&entity_person, "sort_key, id"},
	{&entity_consent, "given_on, id"},
	{&entity_venue, "sort_key, id"},
	{&entity_room, "search_key, id"},
	{&entity_event, "coalesce(start_date, '9999') DESC, number DESC"},
	{&entity_event_day, "date NULLS LAST, id"},
	{&entity_half_day, "day_id, CASE part WHEN 'am' THEN 1 WHEN 'pm' THEN 2 ELSE 3 END"},
	{&entity_event_theme, "position, id"},
	{&entity_partner,
	 "CASE role WHEN 'initiative' THEN 1 WHEN 'commission' THEN 2 WHEN 'organise' THEN 3 WHEN "
	 "'co_organise' THEN 4 WHEN 'support' THEN 5 WHEN 'participate' THEN 6 WHEN 'partner' THEN "
	 "7 "
	 "WHEN 'host' THEN 8 ELSE 9 END, position, id"},
	{&entity_session,
	 "(SELECT date FROM event_day WHERE event_day.id = session.day_id) NULLS LAST, "
	 "start_time NULLS LAST, position, id"},
	{&entity_speaker, "position, id"},
	{&entity_attendee, "sort_key, id"},
	{&entity_question, "position, id"},
	{&entity_choice, "rank, id"},
	{&entity_document_line, "line"},
	{&entity_announcement, "version"},
	{&entity_certificate, "number"},
	{&entity_checklist,
	 "CASE WHEN days_before IS NOT NULL THEN -days_before WHEN days_after IS NOT NULL THEN "
	 "days_after ELSE 9999 END, position, id"},
	{&entity_task, "due_on NULLS LAST, position, id"},
	{&entity_decision, "position, id"},
	{&entity_practice, "sort_key, id"},
	{&entity_survey_question, "position, id"},
	{&entity_door_copy, "exported_at, id"},
	{&entity_door_conflict, "number, id"},
};

const char *
entity_order(const struct entity *entity)
{
	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++)
		if (orders[i].entity == entity)
			return orders[i].order;
	return "id";
}

const char *
entity_columns(const struct entity *entity)
{
	GString *columns = g_string_new("id, rev");
	for (guint i = 0; i < entity->n_fields; i++)
		g_string_append_printf(columns, ", %s", entity->fields[i].name);
	const char *interned = g_intern_string(columns->str);
	g_string_free(columns, TRUE);
	return interned;
}

struct value
store_column(Store *store, struct engine_cursor *cursor, guint column)
{
	return store->driver->column(cursor, column);
}

char *
store_column_text(Store *store, struct engine_cursor *cursor, guint column)
{
	struct value value = store_column(store, cursor, column);
	return value.type == VALUE_TEXT ? g_strdup(value.text) : NULL;
}

gint64
store_column_integer(Store *store, struct engine_cursor *cursor, guint column)
{
	struct value value = store_column(store, cursor, column);
	return value.type == VALUE_INTEGER ? value.integer : 0;
}

void
row_read(Store *store, struct engine_cursor *cursor, const struct entity *entity, void *row)
{
	struct row_head *head = row;
	head->id = store_column_integer(store, cursor, 0);
	head->rev = store_column_integer(store, cursor, 1);
	for (guint i = 0; i < entity->n_fields; i++)
		field_set(&entity->fields[i], row, store_column(store, cursor, i + 2));
}

bool
error_is_refusal(const GError *reason)
{
	return g_error_matches(reason, ATELIERS_ERROR, ERROR_INVALID) ||
	       g_error_matches(reason, ATELIERS_ERROR, ERROR_CONFLICT) ||
	       g_error_matches(reason, ATELIERS_ERROR, ERROR_REFERENCED);
}

/* Whoever asked may go on with less than the file holds: the gesture under way must not be saved.
 */
static bool
engine_failed(Store *store, GError *reason, GError **error)
{
	if (store->gesture != 0 && store->broken == NULL && !error_is_refusal(reason))
		store->broken = g_error_copy(reason);
	g_propagate_error(error, reason);
	return false;
}

bool
store_each(Store *store, const char *sql, const struct value *args, guint n, store_row row,
	   gpointer user, GError **error)
{
	GError *reason = NULL;
	struct engine_cursor *cursor = store->driver->run(store->engine, sql, args, n, &reason);
	int more = cursor != NULL ? 0 : -1;
	while (cursor != NULL && (more = store->driver->next(cursor, &reason)) == 1)
		if (!row(store, cursor, user))
			break;
	store->driver->finish(cursor);
	return more >= 0 || engine_failed(store, reason, error);
}

bool
store_run(Store *store, const char *sql, const struct value *args, guint n, gint64 *changes,
	  GError **error)
{
	GError *reason = NULL;
	struct engine_cursor *cursor = store->driver->run(store->engine, sql, args, n, &reason);
	int more = cursor != NULL ? 0 : -1;
	while (cursor != NULL && (more = store->driver->next(cursor, &reason)) == 1)
		continue;
	store->driver->finish(cursor);
	if (more == 0 && changes != NULL)
		*changes = store->driver->changes(store->engine);
	return more == 0 || engine_failed(store, reason, error);
}

static bool
number_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct value value = store_column(store, cursor, 0);
	if (value.type == VALUE_INTEGER)
		*(gint64 *)user = value.integer;
	return false;
}

bool
store_number(Store *store, const char *sql, const struct value *args, guint n, gint64 fallback,
	     gint64 *number, GError **error)
{
	*number = fallback;
	return store_each(store, sql, args, n, number_row, number, error);
}

struct collector {
	const struct entity *entity;
	GPtrArray *rows;
};

static bool
collect_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct collector *collector = user;
	void *row = entity_new(collector->entity);
	row_read(store, cursor, collector->entity, row);
	g_ptr_array_add(collector->rows, row);
	return true;
}

void
rows_free(Rows *rows)
{
	if (rows == NULL)
		return;
	for (guint i = 0; i < rows->n; i++)
		entity_free(rows->entity, rows->row[i]);
	g_free(rows->row);
	g_free(rows);
}

Rows *
rows_select(Store *store, const struct entity *entity, const char *tail, const struct value *args,
	    guint n, GError **error)
{
	g_autofree char *sql = g_strdup_printf("SELECT %s FROM %s %s", entity_columns(entity),
					       entity->table, tail);
	struct collector collector = {.entity = entity, .rows = g_ptr_array_new()};
	bool done = store_each(store, sql, args, n, collect_row, &collector, error);
	Rows *rows = g_new0(Rows, 1);
	rows->entity = entity;
	rows->n = collector.rows->len;
	rows->row = g_ptr_array_free(collector.rows, FALSE);
	if (!done)
		g_clear_pointer(&rows, rows_free);
	return rows;
}

void *
store_get(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	struct value args[] = {value_integer(id)};
	g_autoptr(Rows) rows = rows_select(store, entity, "WHERE id = $1", args, 1, error);
	if (rows == NULL)
		return NULL;
	if (rows->n == 0) {
		fail(error, ERROR_NOT_FOUND, _("this no longer exists: somebody has deleted it"));
		return NULL;
	}
	return g_steal_pointer(&rows->row[0]);
}

Rows *
store_all(Store *store, const struct entity *entity, GError **error)
{
	g_autofree char *tail = g_strdup_printf("ORDER BY %s", entity_order(entity));
	return rows_select(store, entity, tail, NULL, 0, error);
}

Rows *
store_where(Store *store, const struct entity *entity, const char *column, struct value value,
	    GError **error)
{
	g_assert(entity_field(entity, column) != NULL);
	g_autofree char *tail =
		g_strdup_printf("WHERE %s = $1 ORDER BY %s", column, entity_order(entity));
	return rows_select(store, entity, tail, &value, 1, error);
}

Rows *
store_of(Store *store, const struct entity *entity, const char *column, gint64 id, GError **error)
{
	return store_where(store, entity, column, value_integer(id), error);
}

gint64
store_count(Store *store, const struct entity *entity, const char *column, struct value value,
	    GError **error)
{
	gint64 count = 0;
	g_autofree char *sql = NULL;
	if (column == NULL) {
		sql = g_strdup_printf("SELECT count(*) FROM %s", entity->table);
		return store_number(store, sql, NULL, 0, 0, &count, error) ? count : -1;
	}
	const struct field *field = entity_field(entity, column);
	g_assert(field != NULL);
	/* An index of the rows whose column is 0 answers alone only when the 0 stands in the query.
	 */
	bool written = field->kind == FIELD_BOOLEAN && value.type == VALUE_INTEGER;
	sql = g_strdup_printf("SELECT count(*) FROM %s WHERE %s = %s", entity->table, column,
			      !written             ? "$1"
			      : value.integer != 0 ? "1"
						   : "0");
	return store_number(store, sql, &value, written ? 0 : 1, 0, &count, error) ? count : -1;
}
