/* Marks of presence come as they are; one that an undo took back stands again. */
#include <string.h>

#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/person.h"
#include "core/presence.h"
#include "store/history.h"

bool
door_origin_find(Store *store, gint64 mark_id, struct door_origin *origin, GError **error)
{
	*origin = (struct door_origin){.copy_id = 0};
	g_autoptr(GPtrArray) changes =
		door_changes(store, 0, &entity_presence_mark, mark_id, error);
	for (guint i = 0; changes != NULL && i < changes->len; i++) {
		const struct door_change *change = changes->pdata[i];
		bool again = change->merge && change->stands && change->copy == origin->copy_id;
		if (change->operation != 'i' || (origin->known > 0 && !again))
			continue; /* it was given back with its registration */
		origin->copy_id = change->merge && !change->back ? change->copy : 0;
		origin->known = change->gesture;
		origin->by_undo = change->merge && change->back;
	}
	return changes != NULL;
}

bool
door_mark_is_back(const Rows *marks, const struct presence_mark *mark)
{
	for (guint i = 0; i < marks->n; i++) {
		const struct presence_mark *other = marks->row[i];
		if (g_strcmp0(other->retracts, mark->nonce) == 0 &&
		    !door_mark_is_back(marks, other))
			return true;
	}
	return false;
}

struct presence_mark *
door_mark_deciding(Store *store, const struct presence_mark *of, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_presence_mark, "attendee_id", of->attendee_id, error);
	if (rows == NULL)
		return NULL;
	g_autoptr(GPtrArray) marks = g_ptr_array_new();
	for (guint i = 0; i < rows->n; i++)
		if (((struct presence_mark *)rows->row[i])->half_day_id == of->half_day_id)
			g_ptr_array_add(marks, rows->row[i]);
	const struct presence_mark *last =
		presence_deciding((const struct presence_mark *const *)(void *)marks->pdata,
				  marks->len);
	return entity_copy(&entity_presence_mark, last != NULL ? last : of);
}

/* It was brought before, and that was undone: what took it back is taken back. */
static bool
mark_again(struct bringing *bringing, const struct presence_mark *mark, GError **error)
{
	g_autoptr(Rows) marks = store_of(bringing->home, &entity_presence_mark, "attendee_id",
					 mark->attendee_id, error);
	bool again = false;
	for (guint i = 0; marks != NULL && i < marks->n; i++) {
		const struct presence_mark *other = marks->row[i];
		struct door_origin origin;
		if (g_strcmp0(other->retracts, mark->nonce) != 0 || door_mark_is_back(marks, other))
			continue;
		if (!door_origin_find(bringing->home, other->id, &origin, error))
			return false;
		if (!origin.by_undo)
			continue;
		if (!store_mark_retract(bringing->home, other, error))
			return false;
		again = true;
	}
	struct door_count *count = door_count_of(bringing->report, &entity_presence_mark);
	count->added += again ? 1 : 0;
	count->same += again ? 0 : 1;
	return marks != NULL;
}

static bool
is_forgotten(Store *store, gint64 attendee_id)
{
	struct attendee *attendee = store_get(store, &entity_attendee, attendee_id, NULL);
	struct person *person =
		attendee != NULL ? store_get(store, &entity_person, attendee->person_id, NULL)
				 : NULL;
	bool forgotten = person != NULL && person->erased_at != NULL;
	entity_free(&entity_person, person);
	entity_free(&entity_attendee, attendee);
	return forgotten;
}

static bool
mark_bring(struct bringing *bringing, struct presence_mark *mark, GError **error)
{
	gint64 attendee = 0, half_day = 0;
	if (!door_row_here(bringing, &entity_attendee, mark->attendee_id, &attendee, error) ||
	    !door_row_here(bringing, &entity_half_day, mark->half_day_id, &half_day, error))
		return false;
	if (attendee == 0 || half_day == 0)
		return true;
	if (!door_touch(bringing, &entity_attendee, attendee, error) ||
	    !door_touch(bringing, &entity_half_day, half_day, error))
		return false;
	mark->attendee_id = attendee;
	mark->half_day_id = half_day;
	if (is_forgotten(bringing->home, attendee))
		text_set(&mark->represented_by, NULL);
	g_hash_table_add(bringing->looked, g_memdup2(&attendee, sizeof attendee));
	if (door_row_is_there(bringing->home, &entity_presence_mark, mark->id))
		return mark_again(bringing, mark, error); /* it came back with its registration */
	door_count_of(bringing->report, &entity_presence_mark)->added++;
	return store_bring(bringing->home, &entity_presence_mark, mark, error);
}

bool
door_mark_new(struct bringing *bringing, struct said_row *row, GError **error)
{
	struct presence_mark *here =
		store_get(bringing->home, &entity_presence_mark, row->id, NULL);
	if (here != NULL) {
		g_hash_table_add(bringing->looked,
				 g_memdup2(&here->attendee_id, sizeof here->attendee_id));
		bool done = mark_again(bringing, here, error);
		entity_free(&entity_presence_mark, here);
		return done;
	}
	struct presence_mark *mark = entity_copy(&entity_presence_mark, row->now);
	bool done = mark_bring(bringing, mark, error);
	entity_free(&entity_presence_mark, mark);
	return done;
}
