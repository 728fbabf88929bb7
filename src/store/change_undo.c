/* Taking back one change of a gesture. */
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "store/private.h"
#include "store/undo.h"

static bool
overwritten(Store *store, const struct gesture_change *change, GError **error)
{
	g_autofree char *name = row_called(store, change->entity, change->row_id);
	if (name != NULL)
		return fail(error, ERROR_OVERWRITTEN,
			    _("this cannot be undone: “%s” (%s) has been changed since"), name,
			    _(change->entity->label));
	return fail(error, ERROR_OVERWRITTEN, _("this cannot be undone: %s has been changed since"),
		    _(change->entity->label));
}

/* What the rules of the data refuse is somebody's later doing: the same gesture went through once.
 */
static bool
refused(Store *store, const struct gesture_change *change, GError *reason, GError **error)
{
	g_autoptr(GError) owned = reason;
	g_autofree char *name = row_called(store, change->entity, change->row_id);
	if (name != NULL && g_error_matches(reason, ATELIERS_ERROR, ERROR_CONFLICT))
		return fail(error, ERROR_OVERWRITTEN,
			    _("this cannot be undone: something else has taken the place of “%s” "
			      "(%s) since"),
			    name, _(change->entity->label));
	if (name != NULL && g_error_matches(reason, ATELIERS_ERROR, ERROR_REFERENCED) &&
	    strcmp(change->operation, "insert") != 0)
		return fail(error, ERROR_OVERWRITTEN,
			    _("this cannot be undone: what “%s” (%s) needs is no longer there"),
			    name, _(change->entity->label));
	static const int codes[] = {ERROR_CONFLICT, ERROR_INVALID, ERROR_REFERENCED,
				    ERROR_NOT_FOUND, ERROR_STALE};
	for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
		if (g_error_matches(reason, ATELIERS_ERROR, codes[i]))
			return overwritten(store, change, error);
	g_propagate_error(error, g_steal_pointer(&owned));
	return false;
}

/* ---- insertions ---------------------------------------------------------------------------------
 */

/* True when a gesture that came later, and stands, has touched the row. */
static bool
touched_since(Store *store, const struct entity *entity, gint64 id, gint64 gesture, bool *touched,
	      GError **error)
{
	gint64 later = 0;
	struct value args[] = {value_text(entity->table), value_integer(id),
			       value_integer(gesture)};
	if (!store_number(store,
			  "SELECT count(*) FROM change JOIN gesture ON gesture.id = gesture_id "
			  "WHERE "
			  "table_name = $1 AND row_id = $2 AND gesture_id > $3 AND kind = 'do' AND "
			  "undone = 0",
			  args, 3, 0, &later, error))
		return false;
	*touched = later > 0;
	return true;
}

/* Marks of presence that were taken back are still there, for they are never deleted (rule 8): they
 * go with the attendee or the half-day that goes. One that a later gesture made keeps it. */
static bool
marks_drop(Store *store, const struct gesture_change *change, const char *column, gint64 gesture,
	   GError **error)
{
	g_autoptr(Rows) marks =
		store_of(store, &entity_presence_mark, column, change->row_id, error);
	for (guint i = 0; marks != NULL && i < marks->n; i++) {
		gint64 id = ((const struct row_head *)marks->row[i])->id;
		bool touched = false;
		if (!touched_since(store, &entity_presence_mark, id, gesture, &touched, error))
			return false;
		if (touched)
			return overwritten(store, change, error);
		if (!row_delete(store, &entity_presence_mark, id, error))
			return false;
	}
	return marks != NULL;
}

static bool
insert_undo(Store *store, const struct gesture_change *change, gint64 gesture, GError **error)
{
	bool touched = false;
	if (!touched_since(store, change->entity, change->row_id, gesture, &touched, error))
		return false;
	if (touched)
		return overwritten(store, change, error);
	for (guint i = 0; i < entity_presence_mark.n_fields; i++) {
		const struct field *field = &entity_presence_mark.fields[i];
		if (field->target == change->entity &&
		    !marks_drop(store, change, field->name, gesture, error))
			return false;
	}
	return row_detach(store, change->entity, change->row_id, error) &&
	       row_delete(store, change->entity, change->row_id, error);
}

/* ---- deletions and changes ----------------------------------------------------------------------
 */

static void
kept_copy(const struct entity *entity, void *row, const void *from)
{
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_KEPT) != 0)
			field_set(&entity->fields[i], row, field_get(&entity->fields[i], from));
}

/* A row may have come back and been deleted again since: what never goes back is as the last
 * deletion left it, all else as this one did. */
static bool
delete_undo(Store *store, const struct gesture_change *change, GError **error)
{
	const struct entity *entity = change->entity;
	void *row = entity_new(entity), *last = entity_new(entity);
	struct row_head *head = row;
	gint64 rev = 0;
	g_autofree char *image = deletion_image(store, entity, change->row_id);
	bool done = image_apply(entity, row, change->before, NULL, error) &&
		    image_apply(entity, last, image != NULL ? image : change->before, &rev, error);
	head->id = change->row_id;
	head->rev = rev + 1;
	kept_copy(entity, row, last);
	if (done && entity->prepare != NULL)
		entity->prepare(row);
	done = done && row_insert(store, entity, row, error);
	entity_free(entity, last);
	entity_free(entity, row);
	return done;
}

static bool
update_undo(Store *store, const struct gesture_change *change, GError **error)
{
	if (change->before == NULL && change->after == NULL)
		return true; /* it was of a person who has been forgotten since */
	const struct entity *entity = change->entity;
	void *row = store_get(store, entity, change->row_id, error);
	if (row == NULL)
		return false;
	bool done = image_matches(entity, row, change->after) || overwritten(store, change, error);
	void *kept = entity_copy(entity, row);
	done = done && image_apply(entity, row, change->before, NULL, error);
	kept_copy(entity, row, kept);
	done = done && store_update(store, entity, row, error);
	entity_free(entity, kept);
	entity_free(entity, row);
	return done;
}

/* ---- marks of presence --------------------------------------------------------------------------
 */

bool
store_mark_retract(Store *store, const struct presence_mark *mark, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct presence_mark *back = entity_copy(&entity_presence_mark, mark);
	back->id = 0;
	text_set(&back->retracts, mark->nonce);
	text_set(&back->nonce, NULL);
	text_set(&back->happened_at, now);
	text_set(&back->recorded_at, now);
	text_set(&back->recorded_by, store->who);
	bool done = store_insert(store, &entity_presence_mark, back, error);
	entity_free(&entity_presence_mark, back);
	return done;
}

static bool
mark_undo(Store *store, const struct gesture_change *change, GError **error)
{
	struct presence_mark *mark = store_get(store, &entity_presence_mark, change->row_id, error);
	bool done = mark != NULL && store_mark_retract(store, mark, error);
	entity_free(&entity_presence_mark, mark);
	return done;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* True of a mark that GESTURE only gave back: its target had deleted it with its attendee, and to
 * do that again is to delete it, not to retract it. */
static bool
mark_came_back(Store *store, const struct gesture_change *change, const struct gesture *gesture)
{
	gint64 deleted = 0;
	struct value args[] = {value_integer(gesture->target), value_integer(change->row_id),
			       value_text(change->entity->table)};
	return store_number(store,
			    "SELECT count(*) FROM change WHERE gesture_id = $1 AND row_id = $2 AND "
			    "table_name = $3 AND operation = 'delete'",
			    args, 3, 0, &deleted, NULL) &&
	       deleted > 0;
}

bool
change_undo(Store *store, const struct gesture_change *change, const struct gesture *gesture,
	    GError **error)
{
	GError *reason = NULL;
	bool done = false;
	if (strcmp(change->operation, "update") == 0)
		done = update_undo(store, change, &reason);
	else if (strcmp(change->operation, "delete") == 0)
		done = delete_undo(store, change, &reason);
	else if (change->entity == &entity_presence_mark && !mark_came_back(store, change, gesture))
		done = mark_undo(store, change, &reason);
	else
		done = insert_undo(store, change, gesture->id, &reason);
	return done || refused(store, change, reason, error);
}
