/* What is remembered of copies: when they said what, and what does not stand. */
#include <string.h>

#include "app/door_merge_private.h"
#include "core/attendee.h"
#include "core/person.h"

/* ---- stamps -------------------------------------------------------------------------------------
 */

static void
row_free_stamp(gpointer row)
{
	entity_free(&entity_door_stamp, row);
}

static void
row_free_conflict(gpointer row)
{
	entity_free(&entity_door_conflict, row);
}

static bool
stamps_add(Store *store, const struct entity *entity, gint64 id, GPtrArray *stamps, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_door_stamp, "row_id", value_integer(id), error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		struct door_stamp *stamp = rows->row[i];
		if (strcmp(stamp->table_name, entity->table) == 0)
			g_ptr_array_add(stamps, g_steal_pointer(&rows->row[i]));
	}
	return rows != NULL;
}

GPtrArray *
door_stamps_of(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	GPtrArray *stamps = g_ptr_array_new_with_free_func(row_free_stamp);
	g_autoptr(GArray) ids = door_alias_ids(store, entity, id, error);
	bool done = ids != NULL;
	for (guint i = 0; done && i < ids->len; i++)
		done = stamps_add(store, entity, g_array_index(ids, gint64, i), stamps, error);
	if (!done)
		g_clear_pointer(&stamps, g_ptr_array_unref);
	return stamps;
}

static void
stamp_fill(struct door_stamp *stamp, gint64 event_id, const struct door_stamp_said *said)
{
	stamp->event_id = event_id;
	stamp->copy_id = said->copy_id;
	stamp->row_id = said->row_id;
	stamp->said_gesture = said->gesture;
	stamp->known_gesture = said->known;
	text_set(&stamp->table_name, said->entity->table);
	text_set(&stamp->member, said->member);
	text_set(&stamp->said_at, said->at);
}

bool
door_stamp_set(Store *store, gint64 event_id, const struct door_stamp_said *said, GError **error)
{
	g_autoptr(GPtrArray) stamps = g_ptr_array_new_with_free_func(row_free_stamp);
	if (!stamps_add(store, said->entity, said->row_id, stamps, error))
		return false;
	for (guint i = 0; i < stamps->len; i++) {
		struct door_stamp *stamp = stamps->pdata[i];
		if (stamp->copy_id != said->copy_id || strcmp(stamp->member, said->member) != 0)
			continue;
		stamp_fill(stamp, event_id, said);
		return store_update(store, &entity_door_stamp, stamp, error);
	}
	struct door_stamp *stamp = entity_new(&entity_door_stamp);
	stamp_fill(stamp, event_id, said);
	bool done = store_insert(store, &entity_door_stamp, stamp, error);
	entity_free(&entity_door_stamp, stamp);
	return done;
}

bool
door_stamp_drop(struct bringing *bringing, const struct entity *entity, gint64 id,
		const char *member, GError **error)
{
	g_autoptr(GPtrArray) stamps = g_ptr_array_new_with_free_func(row_free_stamp);
	bool done = stamps_add(bringing->home, entity, id, stamps, error);
	for (guint i = 0; done && i < stamps->len; i++) {
		const struct door_stamp *stamp = stamps->pdata[i];
		if (stamp->copy_id == bringing->out->id && strcmp(stamp->member, member) == 0)
			done = store_delete(bringing->home, &entity_door_stamp, stamp->id, error);
	}
	return done;
}

/* ---- conflicts ----------------------------------------------------------------------------------
 */

GPtrArray *
door_conflicts_of(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_door_conflict, "row_id", value_integer(id), error);
	if (rows == NULL)
		return NULL;
	GPtrArray *conflicts = g_ptr_array_new_with_free_func(row_free_conflict);
	for (guint i = 0; i < rows->n; i++) {
		struct door_conflict *conflict = rows->row[i];
		if (strcmp(conflict->table_name, entity->table) == 0)
			g_ptr_array_add(conflicts, g_steal_pointer(&rows->row[i]));
	}
	return conflicts;
}

static bool
is_that(const struct door_conflict *conflict, const struct door_conflict_said *said)
{
	return conflict->copy_id == said->copy_id && strcmp(conflict->kind, said->kind) == 0 &&
	       g_strcmp0(conflict->member, said->member) == 0;
}

static bool
conflict_add(Store *store, const struct door_conflict_said *said, GError **error)
{
	struct door_conflict *conflict = entity_new(&entity_door_conflict);
	g_autofree char *counter =
		g_strdup_printf("door conflict %" G_GINT64_FORMAT, said->event_id);
	conflict->number = store_next(store, counter, 1, error);
	conflict->event_id = said->event_id;
	conflict->copy_id = said->copy_id;
	conflict->row_id = said->row_id;
	conflict->attendee_id = said->attendee_id;
	conflict->person_id = said->person_id;
	text_set(&conflict->table_name, said->entity->table);
	text_set(&conflict->kind, said->kind);
	text_set(&conflict->member, said->member);
	text_set(&conflict->said_at, said->at);
	text_set(&conflict->value, said->value);
	bool done =
		conflict->number > 0 && store_insert(store, &entity_door_conflict, conflict, error);
	entity_free(&entity_door_conflict, conflict);
	return done;
}

bool
door_conflict_set(Store *store, const struct door_conflict_said *said, bool *added, GError **error)
{
	g_autoptr(GPtrArray) there = door_conflicts_of(store, said->entity, said->row_id, error);
	for (guint i = 0; there != NULL && i < there->len; i++) {
		struct door_conflict *conflict = there->pdata[i];
		if (!is_that(conflict, said))
			continue;
		if (said->value != NULL)
			text_set(&conflict->value, said->value);
		text_set(&conflict->said_at, said->at);
		return store_update(store, &entity_door_conflict, conflict, error);
	}
	if (added != NULL)
		*added = true;
	return there != NULL && conflict_add(store, said, error);
}

void
door_speaks_of(const struct entity *entity, const void *row, gint64 *attendee, gint64 *person)
{
	const struct field *registration = entity_field(entity, "attendee_id");
	const struct field *somebody = entity_field(entity, "person_id");
	*attendee = *person = 0;
	if (entity == &entity_attendee)
		*attendee = ((const struct row_head *)row)->id;
	else if (entity == &entity_person)
		*person = ((const struct row_head *)row)->id;
	else if (registration != NULL)
		*attendee = field_get(registration, row).integer;
	else if (somebody != NULL)
		*person = field_get(somebody, row).integer;
}

const struct door_copy *
door_copy_find(const Rows *copies, gint64 id)
{
	for (guint i = 0; i < copies->n; i++)
		if (((const struct door_copy *)copies->row[i])->id == id)
			return copies->row[i];
	return NULL;
}
