/* A row of a copy that was deleted there: it goes, unless others had to do with it since. */
#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/event.h"

/* A chain of rows that is longer leads nowhere. */
#define DEPTH_MOST 6

/* That it went and was given back is nothing that was done to it. */
static bool
changes_touch(struct bringing *bringing, const struct entity *entity, gint64 id, bool *touched,
	      GError **error)
{
	bool gone = false;
	g_autoptr(GPtrArray) changes = door_changes(bringing->home, 0, entity, id, error);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		bool back = gone && change->operation == 'i';
		gone = change->operation == 'd';
		if (change->gesture > bringing->out->export_gesture && !gone && !back)
			*touched |= change->stands &&
				    (!change->merge || change->copy != bringing->out->id);
	}
	return changes != NULL;
}

static bool
stamps_touch(struct bringing *bringing, const struct entity *entity, gint64 id, bool *touched,
	     GError **error)
{
	g_autoptr(GPtrArray) stamps = door_stamps_of(bringing->home, entity, id, error);
	for (guint i = 0; stamps != NULL && i < stamps->len; i++) {
		const struct door_stamp *stamp = stamps->pdata[i];
		*touched |= stamp->copy_id != bringing->out->id &&
			    stamp->known_gesture > bringing->out->export_gesture &&
			    g_strcmp0(stamp->member, DOOR_DELETED) != 0;
	}
	return stamps != NULL;
}

/* What belongs to it or needs it, the bookkeeping of copies aside. */
static bool
others_touch(struct bringing *bringing, const struct entity *target, gint64 id, guint depth,
	     bool *touched, GError **error)
{
	for (guint i = 0; entities[i] != NULL && !*touched; i++)
		for (guint j = 0; door_comes_back(entities[i]) && j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target != target || (field->flags & FIELD_DETACHED) != 0)
				continue;
			g_autoptr(Rows) rows =
				store_of(bringing->home, entities[i], field->name, id, error);
			if (rows == NULL)
				return false;
			for (guint k = 0; k < rows->n && !*touched; k++)
				if (!door_row_touched(bringing, entities[i],
						      ((struct row_head *)rows->row[k])->id,
						      depth + 1, touched, error))
					return false;
		}
	return true;
}

bool
door_row_touched(struct bringing *bringing, const struct entity *entity, gint64 id, guint depth,
		 bool *touched, GError **error)
{
	g_autoptr(GArray) ids = door_alias_ids(bringing->home, entity, id, error);
	bool done = ids != NULL;
	for (guint i = 0; done && i < ids->len; i++)
		done = changes_touch(bringing, entity, g_array_index(ids, gint64, i), touched,
				     error);
	return done && stamps_touch(bringing, entity, id, touched, error) &&
	       (*touched || depth >= DEPTH_MOST ||
		others_touch(bringing, entity, id, depth, touched, error));
}

/* Somebody else has had to do with it since: it stays until it is decided. */
static bool
deletion_dispute(struct bringing *bringing, const struct said_row *row, gint64 here, GError **error)
{
	void *there = store_get(bringing->home, row->entity, here, error);
	if (there == NULL)
		return false;
	struct door_conflict_said said = {.event_id = bringing->out->event_id,
					  .copy_id = bringing->out->id,
					  .row_id = here,
					  .entity = row->entity,
					  .kind = "deleted",
					  .at = row->members[0].at};
	door_speaks_of(row->entity, there, &said.attendee_id, &said.person_id);
	entity_free(row->entity, there);
	return door_conflict_set(bringing->home, &said, NULL, error);
}

static bool
deletion_bring(struct bringing *bringing, const struct said_row *row, gint64 here, GError **error)
{
	bool touched = false;
	void *there = store_get(bringing->home, row->entity, here, NULL);
	bool ours = there != NULL && door_is_of_event(bringing, row->entity, there);
	entity_free(row->entity, there);
	if (!ours)
		return true;
	if (!door_row_touched(bringing, row->entity, here, 0, &touched, error))
		return false;
	if (touched)
		return deletion_dispute(bringing, row, here, error);
	door_count_of(bringing->report, row->entity)->removed++;
	return store_delete(bringing->home, row->entity, here, error);
}

/* What it belonged to was deleted with it: what becomes of that, becomes of it. */
static bool
goes_with_owner(const struct bringing *bringing, const struct said_row *row)
{
	for (guint i = 0; i < row->entity->n_fields; i++) {
		const struct field *field = &row->entity->fields[i];
		if ((field->flags & FIELD_OWNER) == 0 || field_missing(field, row->base))
			continue;
		const struct said_row *owner =
			said_row_of(bringing, field->target, field_get(field, row->base).integer);
		if (owner != NULL && owner->existed && owner->now == NULL)
			return true;
	}
	return false;
}

/* Half-days follow from the programme. */
bool
door_row_remove(struct bringing *bringing, struct said_row *row, GError **error)
{
	if (row->done || row->entity == &entity_presence_mark || row->entity == &entity_half_day)
		return true;
	row->done = true;
	struct door_stamp_said said = {.copy_id = bringing->out->id,
				       .row_id = row->id,
				       .entity = row->entity,
				       .member = DOOR_DELETED,
				       .at = row->members[0].at,
				       .gesture = row->members[0].gesture,
				       .known = store_gesture(bringing->home)};
	gint64 here = door_alias_of(bringing->home, row->entity, row->id);
	return (goes_with_owner(bringing, row) || deletion_bring(bringing, row, here, error)) &&
	       door_stamp_set(bringing->home, bringing->out->event_id, &said, error);
}
