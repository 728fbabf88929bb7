/* Values of conflicts that the history does not hold are had from the copy again. */
#include <string.h>

#include "app/door_merge_private.h"

void *
door_row_there(struct bringing *bringing, const struct entity *entity, gint64 id)
{
	g_autoptr(GArray) ids = door_alias_ids(bringing->home, entity, id, NULL);
	void *row = NULL;
	for (guint i = 0; ids != NULL && row == NULL && i < ids->len; i++)
		row = store_get(bringing->copy, entity, g_array_index(ids, gint64, i), NULL);
	return row;
}

static void
names_here(struct bringing *bringing, const struct entity *entity, void *row)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (field->kind == FIELD_REFERENCE && !field_missing(field, row))
			field_set(field, row,
				  value_integer(door_alias_of(bringing->home, field->target,
							      field_get(field, row).integer)));
	}
}

static bool
value_recall(struct bringing *bringing, struct door_conflict *conflict, GError **error)
{
	const struct entity *entity = entity_of_table(conflict->table_name);
	struct door_register one = door_register_named(entity, conflict->member);
	void *there = one.head != NULL ? door_row_there(bringing, entity, conflict->row_id) : NULL;
	void *here =
		there != NULL ? store_get(bringing->home, entity, conflict->row_id, NULL) : NULL;
	bool known = here != NULL && !door_is_forgotten(bringing->home, entity, here);
	if (known)
		names_here(bringing, entity, there);
	g_autofree char *value = known ? register_image(&one, there) : NULL;
	g_autofree char *standing = known ? register_image(&one, here) : NULL;
	entity_free(entity, here);
	entity_free(entity, there);
	if (!known)
		return true;
	if (register_same(&one, value, standing))
		return store_delete(bringing->home, &entity_door_conflict, conflict->id, error);
	text_set(&conflict->value, value);
	return store_update(bringing->home, &entity_door_conflict, conflict, error);
}

bool
door_words_recall(struct bringing *bringing, GError **error)
{
	g_autoptr(Rows) rows = store_of(bringing->home, &entity_door_conflict, "copy_id",
					bringing->out->id, error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++) {
		struct door_conflict *conflict = rows->row[i];
		if (strcmp(conflict->kind, "changed") == 0 && conflict->value == NULL &&
		    entity_of_table(conflict->table_name) != NULL)
			done = value_recall(bringing, conflict, error);
	}
	return done;
}
