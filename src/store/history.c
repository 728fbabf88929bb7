#include "store/history.h"

#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "store/private.h"

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

/* What people call a row: its title, its names, its name. */
static char *
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

/* A partner or a speaker bears no name of its own, but points to who does. */
static char *
pointed_name(Store *store, const struct entity *entity, const void *row)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (field->kind != FIELD_REFERENCE || (field->flags & FIELD_OWNER) != 0 ||
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

/* A row that is gone is named from the image its deletion kept. */
static bool
image_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(char **)user = store_column_text(store, cursor, 0);
	return false;
}

static char *
subject_name(Store *store, const char *table, gint64 id)
{
	const struct entity *entity = table != NULL ? entity_of_table(table) : NULL;
	if (entity == NULL || id == 0)
		return NULL;
	void *row = store_get(store, entity, id, NULL);
	if (row == NULL) {
		g_autofree char *image = NULL;
		struct value args[] = {value_text(table), value_integer(id)};
		store_each(store,
			   "SELECT before FROM change WHERE table_name = $1 AND row_id = $2 AND "
			   "operation = 'delete' ORDER BY gesture_id DESC, position DESC LIMIT 1",
			   args, 2, image_row, &image, NULL);
		if (image == NULL)
			return NULL;
		row = entity_new(entity);
		if (!image_apply(entity, row, image, NULL, NULL)) {
			entity_free(entity, row);
			return NULL;
		}
	}
	char *name = row_name(entity, row);
	if (name == NULL)
		name = pointed_name(store, entity, row);
	entity_free(entity, row);
	return name;
}

static GPtrArray *
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

static bool
overwritten(const struct entity *entity, const void *row, GError **error)
{
	g_autofree char *name = row != NULL ? row_name(entity, row) : NULL;
	if (name != NULL)
		return fail(error, ERROR_OVERWRITTEN,
			    _("this cannot be undone: “%s” (%s) has been changed since"), name,
			    _(entity->label));
	return fail(error, ERROR_OVERWRITTEN, _("this cannot be undone: %s has been changed since"),
		    _(entity->label));
}

/* A row that this gesture made, and that a later gesture still standing has touched, stays. */
static bool
insert_undo(Store *store, const struct gesture_change *change, gint64 gesture, GError **error)
{
	gint64 later = 0;
	struct value args[] = {value_text(change->entity->table), value_integer(change->row_id),
			       value_integer(gesture)};
	if (!store_number(store,
			  "SELECT count(*) FROM change JOIN gesture ON gesture.id = gesture_id "
			  "WHERE "
			  "table_name = $1 AND row_id = $2 AND gesture_id > $3 AND kind = 'do' AND "
			  "undone = 0",
			  args, 3, 0, &later, error))
		return false;
	void *row = store_get(store, change->entity, change->row_id, NULL);
	bool stands = row != NULL && later == 0;
	if (!stands)
		overwritten(change->entity, row, error);
	entity_free(change->entity, row);
	if (!stands)
		return false;
	GError *reason = NULL;
	if (row_detach(store, change->entity, change->row_id, &reason) &&
	    row_delete(store, change->entity, change->row_id, &reason))
		return true;
	if (g_error_matches(reason, ATELIERS_ERROR, ERROR_REFERENCED)) {
		g_clear_error(&reason);
		row = store_get(store, change->entity, change->row_id, NULL);
		overwritten(change->entity, row, error);
		entity_free(change->entity, row);
		return false;
	}
	g_propagate_error(error, reason);
	return false;
}

static bool
delete_undo(Store *store, const struct gesture_change *change, GError **error)
{
	void *row = entity_new(change->entity);
	struct row_head *head = row;
	head->id = change->row_id;
	gint64 rev = 0;
	bool done = image_apply(change->entity, row, change->before, &rev, error);
	head->rev = rev + 1;
	if (done && change->entity->prepare != NULL)
		change->entity->prepare(row);
	done = done && row_insert(store, change->entity, row, error);
	entity_free(change->entity, row);
	return done;
}

static bool
update_undo(Store *store, const struct gesture_change *change, GError **error)
{
	if (change->before == NULL && change->after == NULL)
		return true; /* it was of a person who has been forgotten since */
	void *row = store_get(store, change->entity, change->row_id, NULL);
	if (row == NULL)
		return overwritten(change->entity, NULL, error);
	bool done = image_matches(change->entity, row, change->after) ||
		    overwritten(change->entity, row, error);
	void *kept = entity_copy(change->entity, row);
	done = done && image_apply(change->entity, row, change->before, NULL, error);
	for (guint i = 0; i < change->entity->n_fields; i++) {
		const struct field *field = &change->entity->fields[i];
		if ((field->flags & FIELD_KEPT) != 0)
			field_set(field, row, field_get(field, kept));
	}
	done = done && store_update(store, change->entity, row, error);
	entity_free(change->entity, kept);
	entity_free(change->entity, row);
	return done;
}

/* Marks of presence are never deleted: a mark is taken back by another (rule 8). */
static bool
mark_undo(Store *store, const struct gesture_change *change, GError **error)
{
	struct presence_mark *mark = store_get(store, &entity_presence_mark, change->row_id, error);
	if (mark == NULL)
		return false;
	struct presence_mark *back = entity_copy(&entity_presence_mark, mark);
	back->id = 0;
	text_set(&back->retracts, mark->nonce);
	text_set(&back->nonce, NULL);
	text_set(&back->happened_at, NULL);
	text_set(&back->recorded_at, NULL);
	text_set(&back->recorded_by, store->who);
	bool done = store_insert(store, &entity_presence_mark, back, error);
	entity_free(&entity_presence_mark, back);
	entity_free(&entity_presence_mark, mark);
	return done;
}

static bool
change_undo(Store *store, const struct gesture_change *change, gint64 gesture, GError **error)
{
	if (change->entity == &entity_presence_mark && strcmp(change->operation, "insert") == 0)
		return mark_undo(store, change, error);
	if (strcmp(change->operation, "insert") == 0)
		return insert_undo(store, change, gesture, error);
	if (strcmp(change->operation, "delete") == 0)
		return delete_undo(store, change, error);
	return update_undo(store, change, error);
}

static bool
gesture_mark_undone(Store *store, gint64 gesture, bool undone, GError **error)
{
	struct value args[] = {value_integer(gesture), value_integer(undone)};
	return store_run(store, "UPDATE gesture SET undone = $2 WHERE id = $1", args, 2, NULL,
			 error);
}

/* Take back TARGET's changes, the last one first, as a gesture of KIND. */
static bool
gesture_reverse(Store *store, const struct gesture *target, const char *kind, GError **error)
{
	if (!store_begin(store, target->action, error))
		return false;
	store->kind = kind;
	store->target = target->id;
	store->amount = target->amount;
	store->about_event = target->event_id;
	g_autoptr(GPtrArray) changes = history_changes(store, target->id, error);
	bool done = changes != NULL;
	for (guint i = done ? changes->len : 0; done && i > 0; i--)
		done = change_undo(store, g_ptr_array_index(changes, i - 1), target->id, error);
	done = done && gesture_mark_undone(store, target->id, true, error);
	if (done && strcmp(kind, "redo") == 0)
		done = gesture_mark_undone(store, target->target, false, error);
	if (!done) {
		store_rollback(store);
		return false;
	}
	return store_commit(store, NULL, error);
}

static struct gesture *
gesture_one(Store *store, const char *tail, const struct value *args, guint n, GError **error)
{
	g_autoptr(GPtrArray) found = gestures_select(store, tail, args, n, error);
	if (found == NULL || found->len == 0)
		return NULL;
	return g_ptr_array_steal_index(found, 0);
}

static struct gesture *
gesture_to_undo(Store *store, gint64 id, GError **error)
{
	GError *reason = NULL;
	struct value args[] = {id != 0 ? value_integer(id) : value_text(store->who)};
	struct gesture *gesture = gesture_one(store,
					      id != 0 ? "WHERE id = $1"
						      : "WHERE who = $1 AND kind = 'do' AND undone "
							"= 0 ORDER BY id DESC LIMIT 1",
					      args, 1, &reason);
	if (reason != NULL)
		g_propagate_error(error, reason);
	else if (gesture == NULL)
		fail(error, ERROR_NOTHING, _("there is nothing of yours to undo"));
	return gesture;
}

bool
history_undo(Store *store, gint64 id, struct gesture **done, GError **error)
{
	struct gesture *gesture = gesture_to_undo(store, id, error);
	if (gesture == NULL)
		return false;
	bool ok = true;
	if (gesture->undone)
		ok = fail(error, ERROR_NOTHING, _("this has already been undone"));
	else if (gesture->final)
		ok = fail(error, ERROR_OVERWRITTEN,
			  _("what was sent or erased cannot be undone; earlier gestures can, from "
			    "the "
			    "history"));
	else if (strcmp(gesture->kind, "record") == 0)
		ok = fail(error, ERROR_NOTHING,
			  _("what was printed or sent is on record: it is not undone"));
	else if (strcmp(gesture->kind, "do") != 0)
		ok = fail(error, ERROR_NOTHING,
			  _("only a gesture can be undone; to take back an "
			    "undo, redo"));
	else
		ok = gesture_reverse(store, gesture, "undo", error);
	if (ok && done != NULL)
		*done = g_steal_pointer(&gesture);
	gesture_free(gesture);
	return ok;
}

bool
history_redo(Store *store, struct gesture **done, GError **error)
{
	struct value args[] = {value_text(store->who)};
	GError *reason = NULL;
	struct gesture *gesture = gesture_one(
		store,
		"WHERE who = $1 AND kind = 'undo' AND undone = 0 AND NOT EXISTS (SELECT 1 FROM "
		"gesture AS later WHERE later.who = $1 AND later.kind = 'do' AND later.id > "
		"gesture.id) ORDER BY id DESC LIMIT 1",
		args, 1, &reason);
	if (gesture == NULL) {
		if (reason != NULL)
			g_propagate_error(error, reason);
		else
			fail(error, ERROR_NOTHING, _("there is nothing of yours to redo"));
		return false;
	}
	bool ok = gesture_reverse(store, gesture, "redo", error);
	if (ok && done != NULL)
		*done = g_steal_pointer(&gesture);
	gesture_free(gesture);
	return ok;
}
