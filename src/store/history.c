#include "store/history.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/document.h"
#include "core/door_copy.h"
#include "core/event.h"
#include "core/status.h"
#include "store/private.h"
#include "store/undo.h"

#define GESTURE_COLUMNS                                                                            \
	"id, happened_at, who, kind, action, amount, event_id, subject_table, subject_id, "        \
	"target, "                                                                                 \
	"undone, final, (SELECT count(*) FROM change WHERE gesture_id = gesture.id)"

void
gesture_free(struct gesture *gesture)
{
	if (gesture == NULL)
		return;
	g_free(gesture->happened_at);
	g_free(gesture->who);
	g_free(gesture->kind);
	g_free(gesture->action);
	g_free(gesture->subject);
	g_free(gesture);
}

/* A row read for the list; what it is about is named afterwards, from the rows as they are now, so
 * that no name of a person is ever stored in the history's own table. */
struct gesture_row {
	struct gesture *gesture;
	char *table;
	gint64 row_id;
};

static bool
gesture_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct gesture_row row = {.gesture = g_new0(struct gesture, 1)};
	struct gesture *gesture = row.gesture;
	gesture->id = store_column_integer(store, cursor, 0);
	gesture->happened_at = store_column_text(store, cursor, 1);
	gesture->who = store_column_text(store, cursor, 2);
	gesture->kind = store_column_text(store, cursor, 3);
	gesture->action = store_column_text(store, cursor, 4);
	gesture->amount = store_column_integer(store, cursor, 5);
	gesture->event_id = store_column_integer(store, cursor, 6);
	row.table = store_column_text(store, cursor, 7);
	row.row_id = store_column_integer(store, cursor, 8);
	gesture->target = store_column_integer(store, cursor, 9);
	gesture->undone = store_column_integer(store, cursor, 10) != 0;
	gesture->final = store_column_integer(store, cursor, 11) != 0;
	gesture->changes = store_column_integer(store, cursor, 12);
	g_array_append_val((GArray *)user, row);
	return true;
}

char *
row_name(const struct entity *entity, const void *row)
{
	static const char *const members[] = {"title", "last_name", "name", "label", "date"};
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		const struct field *field = entity_field(entity, members[i]);
		if (field == NULL || field_missing(field, row))
			continue;
		const struct field *first = entity_field(entity, "first_name");
		const char *name = field_get(field, row).text;
		if (first != NULL && !field_missing(first, row))
			return g_strdup_printf("%s %s", field_get(first, row).text, name);
		return g_strdup(name);
	}
	return NULL;
}

/* A partner or a speaker bears no name of its own, but points to who does; a half-day, an answer at
 * least belong to something. Owners come last: they say less. */
static char *
pointed_name(Store *store, const struct entity *entity, const void *row, unsigned owner)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (field->kind != FIELD_REFERENCE || (field->flags & FIELD_OWNER) != owner ||
		    field_missing(field, row))
			continue;
		void *target = store_get(store, field->target, field_get(field, row).integer, NULL);
		char *name = target != NULL ? row_name(field->target, target) : NULL;
		entity_free(field->target, target);
		if (name != NULL)
			return name;
	}
	return NULL;
}

static bool
image_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(char **)user = store_column_text(store, cursor, 0);
	return false;
}

char *
deletion_image(Store *store, const struct entity *entity, gint64 id)
{
	char *image = NULL;
	struct value args[] = {value_text(entity->table), value_integer(id)};
	store_each(store,
		   "SELECT before FROM change WHERE table_name = $1 AND row_id = $2 AND "
		   "operation = 'delete' ORDER BY gesture_id DESC, position DESC LIMIT 1",
		   args, 2, image_row, &image, NULL);
	return image;
}

void *
history_row(Store *store, const struct entity *entity, gint64 id)
{
	void *row = store_get(store, entity, id, NULL);
	g_autofree char *image = row == NULL ? deletion_image(store, entity, id) : NULL;
	if (image == NULL)
		return row;
	row = entity_new(entity);
	if (image_apply(entity, row, image, NULL, NULL))
		return row;
	entity_free(entity, row);
	return NULL;
}

/* "badges v2, Journée d’échanges"; of an event that is no longer there, without its title. */
static char *
document_name(Store *store, const struct document *document)
{
	g_autofree char *event = row_called(store, &entity_event, document->event_id);
	g_autofree char *version = door_version_text(document->version);
	g_autofree char *paper =
		g_strdup_printf(_("%s v%s"), code_label(&code_document_kinds, document->kind),
				version);
	return event != NULL ? g_strdup_printf("%s, %s", paper, event) : g_steal_pointer(&paper);
}

char *
row_called(Store *store, const struct entity *entity, gint64 id)
{
	void *row = history_row(store, entity, id);
	if (row == NULL)
		return NULL;
	char *name = entity == &entity_document ? document_name(store, row) : row_name(entity, row);
	if (name == NULL)
		name = pointed_name(store, entity, row, 0);
	if (name == NULL)
		name = pointed_name(store, entity, row, FIELD_OWNER);
	entity_free(entity, row);
	return name;
}

static char *
subject_name(Store *store, const char *table, gint64 id)
{
	const struct entity *entity = table != NULL ? entity_of_table(table) : NULL;
	return entity != NULL && id != 0 ? row_called(store, entity, id) : NULL;
}

GPtrArray *
gestures_select(Store *store, const char *tail, const struct value *args, guint n, GError **error)
{
	g_autofree char *sql = g_strdup_printf("SELECT " GESTURE_COLUMNS " FROM gesture %s", tail);
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(struct gesture_row));
	bool done = store_each(store, sql, args, n, gesture_row, rows, error);
	GPtrArray *gestures = g_ptr_array_new_with_free_func((GDestroyNotify)gesture_free);
	for (guint i = 0; i < rows->len; i++) {
		struct gesture_row *row = &g_array_index(rows, struct gesture_row, i);
		row->gesture->subject = subject_name(store, row->table, row->row_id);
		g_free(row->table);
		g_ptr_array_add(gestures, row->gesture);
	}
	if (!done)
		g_clear_pointer(&gestures, g_ptr_array_unref);
	return gestures;
}

GPtrArray *
history_list(Store *store, gint64 event_id, guint limit, GError **error)
{
	struct value args[] = {value_integer(event_id),
			       value_integer(limit > 0 ? (gint64)limit : G_MAXINT32)};
	const char *tail = event_id != 0 ? "WHERE event_id = $1 ORDER BY id DESC LIMIT $2"
					 : "ORDER BY id DESC LIMIT $2";
	return gestures_select(store, tail, args, 2, error);
}

GPtrArray *
history_of_row(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	struct value args[] = {value_text(entity->table), value_integer(id)};
	return gestures_select(store,
			       "WHERE id IN (SELECT gesture_id FROM change WHERE row_id = $2 AND "
			       "table_name = $1) ORDER BY id DESC",
			       args, 2, error);
}

GPtrArray *
history_about(Store *store, gint64 event_id, const struct entity *entity, gint64 id, GError **error)
{
	struct value args[] = {value_integer(event_id), value_text(entity->table),
			       value_integer(id)};
	return gestures_select(store,
			       "WHERE event_id = $1 AND subject_table = $2 AND subject_id = $3 AND "
			       "kind = 'do' AND undone = 0 ORDER BY id DESC",
			       args, 3, error);
}

GPtrArray *
history_later(Store *store, gint64 gesture, GError **error)
{
	struct value args[] = {value_integer(gesture)};
	return gestures_select(store,
			       "WHERE kind = 'do' AND undone = 0 AND id IN (SELECT l.gesture_id "
			       "FROM change c JOIN change l ON l.row_id = c.row_id AND "
			       "l.table_name = c.table_name AND l.gesture_id > c.gesture_id WHERE "
			       "c.gesture_id = $1) ORDER BY id DESC",
			       args, 1, error);
}

static void
gesture_change_free(gpointer pointer)
{
	struct gesture_change *change = pointer;
	g_free(change->operation);
	g_free(change->before);
	g_free(change->after);
	g_free(change);
}

static bool
change_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct gesture_change *change = g_new0(struct gesture_change, 1);
	g_autofree char *table = store_column_text(store, cursor, 0);
	change->entity = entity_of_table(table);
	change->row_id = store_column_integer(store, cursor, 1);
	change->operation = store_column_text(store, cursor, 2);
	change->before = store_column_text(store, cursor, 3);
	change->after = store_column_text(store, cursor, 4);
	if (change->entity != NULL)
		g_ptr_array_add(user, change);
	else
		gesture_change_free(change);
	return true;
}

GPtrArray *
history_changes(Store *store, gint64 gesture, GError **error)
{
	GPtrArray *changes = g_ptr_array_new_with_free_func(gesture_change_free);
	struct value args[] = {value_integer(gesture)};
	if (!store_each(store,
			"SELECT table_name, row_id, operation, before, after FROM change WHERE "
			"gesture_id = $1 ORDER BY position",
			args, 1, change_row, changes, error))
		g_clear_pointer(&changes, g_ptr_array_unref);
	return changes;
}
