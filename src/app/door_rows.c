/* Rows of a copy that are new here, and what they point to. */
#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/event.h"

bool
door_row_is_there(Store *store, const struct entity *entity, gint64 id)
{
	void *row = store_get(store, entity, id, NULL);
	entity_free(entity, row);
	return row != NULL;
}

/* The events of others are not in a copy: one that speaks of them was made by somebody else. */
bool
door_is_of_event(const struct bringing *bringing, const struct entity *entity, const void *row)
{
	const struct field *event = entity_field(entity, "event_id");
	if (entity == &entity_event)
		return ((const struct row_head *)row)->id == bringing->out->event_id;
	return event == NULL || field_get(event, row).integer == bringing->out->event_id;
}

/* ---- references ---------------------------------------------------------------------------------
 */

static bool references_here(struct bringing *bringing, const struct entity *entity, void *row,
			    bool *stands, GError **error);

/* Of a row that the history here no longer knows, the copy still has what it was made with. */
static bool
row_from_copy(struct bringing *bringing, const struct entity *entity, gint64 id, GError **error)
{
	bool stands = true;
	void *row = door_comes_back(entity) ? store_get(bringing->copy, entity, id, NULL) : NULL;
	bool done = row == NULL || references_here(bringing, entity, row, &stands, error);
	if (done && row != NULL && stands) {
		door_count_of(bringing->report, entity)->added++;
		done = store_bring(bringing->home, entity, row, error);
	}
	entity_free(entity, row);
	return done;
}

static bool
row_have(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 here,
	 GError **error)
{
	bool revived = false;
	gint64 twin = 0;
	struct said_row *row = said_row_of(bringing, entity, id);
	if (row != NULL && row->fresh && !row->existed && row->now != NULL)
		return door_row_new(bringing, row, error);
	if (!door_twin_of_deleted(bringing, entity, here, &twin, error))
		return false;
	if (twin != 0 && door_known_apart(bringing, entity, twin) &&
	    !door_revive_apart(bringing, entity, here, twin, &revived, error))
		return false;
	if (revived)
		return true;
	if (twin != 0)
		return door_twin_revive(bringing, entity, here, twin, error);
	return door_give_back(bringing, entity, here, &revived, error) &&
	       (revived || row_from_copy(bringing, entity, id, error));
}

bool
door_row_here(struct bringing *bringing, const struct entity *entity, gint64 id, gint64 *here,
	      GError **error)
{
	*here = door_alias_of(bringing->home, entity, id);
	if (door_row_is_there(bringing->home, entity, *here))
		return true;
	if (!row_have(bringing, entity, id, *here, error))
		return false;
	*here = door_alias_of(bringing->home, entity, id);
	if (!door_row_is_there(bringing->home, entity, *here))
		*here = 0;
	return true;
}

bool
door_reference_here(struct bringing *bringing, const struct field *field, void *row, bool *stands,
		    GError **error)
{
	gint64 here = 0;
	if (field->kind != FIELD_REFERENCE || field_missing(field, row))
		return true;
	if (!door_row_here(bringing, field->target, field_get(field, row).integer, &here, error) ||
	    (here != 0 && !door_touch(bringing, field->target, here, error)))
		return false;
	field_set(field, row, here != 0 ? value_integer(here) : value_text(NULL));
	*stands &= here != 0 || (field->flags & FIELD_REQUIRED) == 0;
	return true;
}

/* Let ROW point to rows of here. STANDS is false when something that it needs cannot be had. */
static bool
references_here(struct bringing *bringing, const struct entity *entity, void *row, bool *stands,
		GError **error)
{
	*stands = true;
	for (guint i = 0; i < entity->n_fields; i++)
		if (!door_reference_here(bringing, &entity->fields[i], row, stands, error))
			return false;
	return true;
}

/* ---- new ----------------------------------------------------------------------------------------
 */

/* Of rows that may come twice, each member is remembered as said: when the other comes, the words
 * of both are compared. */
static bool
stamps_write(struct bringing *bringing, const struct said_row *row, const void *mine,
	     GError **error)
{
	g_autoptr(GArray) registers = door_registers(row->entity);
	bool done = true;
	for (guint i = 0; done && i < registers->len; i++) {
		const struct door_register *one =
			&g_array_index(registers, struct door_register, i);
		const struct said_member *member = door_register_member(row, one);
		if (door_is_identity(row->entity, one) || field_missing(one->head, mine))
			continue;
		struct door_stamp_said said = {.copy_id = bringing->out->id,
					       .row_id = row->id,
					       .entity = row->entity,
					       .member = one->head->name,
					       .at = member->at,
					       .gesture = member->gesture,
					       .known = store_gesture(bringing->home)};
		done = door_stamp_set(bringing->home, bringing->out->event_id, &said, error);
	}
	return done;
}

/* Of three who were registered apart each is one with the others. */
static bool
twins_take(struct bringing *bringing, const struct said_row *row, void *mine, const GArray *twins,
	   GError **error)
{
	gint64 first = g_array_index(twins, gint64, 0), kept = 0;
	bool done = door_twin_take(bringing, row, mine, first, error) &&
		    stamps_write(bringing, row, mine, error);
	for (guint i = 1; done && i < twins->len; i++) {
		kept = door_alias_of(bringing->home, row->entity, row->id);
		done = door_twins_join(bringing, row->entity, kept, g_array_index(twins, gint64, i),
				       &kept, error);
	}
	return done;
}

static bool
row_add(struct bringing *bringing, const struct said_row *row, void *mine, GError **error)
{
	bool twins = door_has_twins(row->entity);
	g_autoptr(GArray) found =
		twins ? door_twins_find(bringing, row->entity, mine, error) : NULL;
	if (twins && found == NULL)
		return false;
	if (twins && found->len > 0)
		return twins_take(bringing, row, mine, found, error);
	door_count_of(bringing->report, row->entity)->added++;
	return door_bring_new(bringing, row, mine, error) &&
	       (!twins || stamps_write(bringing, row, mine, error));
}

/* A row that is new there and is here: it came with another that was given back, or an older backup
 * was brought back here. All that it says is said. */
static bool
row_again(struct bringing *bringing, struct said_row *row, void *mine, GError **error)
{
	g_autoptr(GArray) registers = door_registers(row->entity);
	entity_free(row->entity, row->base);
	row->base = entity_new(row->entity);
	for (guint i = 0; i < registers->len; i++) {
		const struct field *head = g_array_index(registers, struct door_register, i).head;
		if (door_is_identity(row->entity,
				     &g_array_index(registers, struct door_register, i)))
			field_set(head, row->base, field_get(head, row->now));
	}
	return door_registers_bring(bringing, row, mine,
				    door_alias_of(bringing->home, row->entity, row->id), error);
}

static bool
mine_bring(struct bringing *bringing, struct said_row *row, void *mine, GError **error)
{
	bool stands = true;
	gint64 here = door_alias_of(bringing->home, row->entity, row->id);
	if (!references_here(bringing, row->entity, mine, &stands, error))
		return false;
	if (!stands || !door_is_of_event(bringing, row->entity, mine) ||
	    (door_is_forgotten(bringing->home, row->entity, mine) &&
	     !door_blank(row->entity, mine)))
		return true;
	if (row->entity == &entity_attendee)
		g_hash_table_add(bringing->looked, g_memdup2(&row->id, sizeof row->id));
	return door_row_is_there(bringing->home, row->entity, here)
		       ? row_again(bringing, row, mine, error)
		       : row_add(bringing, row, mine, error);
}

bool
door_row_new(struct bringing *bringing, struct said_row *row, GError **error)
{
	if (row->done)
		return true;
	row->done = true;
	if (row->entity == &entity_presence_mark)
		return door_mark_new(bringing, row, error);
	if (row->gone && !door_stamp_drop(bringing, row->entity, row->id, DOOR_DELETED, error))
		return false;
	void *mine = entity_copy(row->entity, row->now);
	bool done = mine_bring(bringing, row, mine, error);
	entity_free(row->entity, mine);
	return done;
}
