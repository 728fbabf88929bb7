/* Rows that became one while copies were out, which go on to call them as they did. */
#include <string.h>

#include "app/door_merge_private.h"

static struct door_alias *
alias_find(const Rows *rows, const struct entity *entity)
{
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		struct door_alias *alias = rows->row[i];
		if (strcmp(alias->table_name, entity->table) == 0)
			return alias;
	}
	return NULL;
}

gint64
door_alias_of(Store *store, const struct entity *entity, gint64 id)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_door_alias, "from_id", value_integer(id), NULL);
	const struct door_alias *alias = alias_find(rows, entity);
	return alias != NULL ? alias->to_id : id;
}

GArray *
door_alias_ids(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_door_alias, "to_id", value_integer(id), error);
	if (rows == NULL)
		return NULL;
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(gint64));
	g_array_append_val(ids, id);
	for (guint i = 0; i < rows->n; i++) {
		const struct door_alias *alias = rows->row[i];
		if (strcmp(alias->table_name, entity->table) == 0)
			g_array_append_val(ids, alias->from_id);
	}
	return ids;
}

static bool
alias_write(Store *store, const struct entity *entity, gint64 from, gint64 to, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_door_alias, "from_id", value_integer(from), error);
	if (rows == NULL)
		return false;
	struct door_alias *alias = alias_find(rows, entity);
	if (alias != NULL) {
		alias->to_id = to;
		return store_update(store, &entity_door_alias, alias, error);
	}
	alias = entity_new(&entity_door_alias);
	text_set(&alias->table_name, entity->table);
	alias->from_id = from;
	alias->to_id = to;
	bool done = store_insert(store, &entity_door_alias, alias, error);
	entity_free(&entity_door_alias, alias);
	return done;
}

static bool
conflicts_move(Store *store, const struct entity *entity, gint64 from, gint64 to, GError **error)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_door_conflict, "row_id", value_integer(from), error);
	bool done = rows != NULL;
	for (guint i = 0; done && i < rows->n; i++) {
		struct door_conflict *conflict = rows->row[i];
		if (strcmp(conflict->table_name, entity->table) != 0)
			continue;
		conflict->row_id = to;
		done = store_update(store, &entity_door_conflict, conflict, error);
	}
	return done;
}

/* One step leads to the row that is there, however many became one: the outcome does not tell in
 * which order they did. */
bool
door_alias_note(Store *store, const struct entity *entity, gint64 from, gint64 to, GError **error)
{
	g_autoptr(GArray) ids = door_alias_ids(store, entity, from, error);
	bool done = ids != NULL;
	for (guint i = 0; done && i < ids->len; i++)
		done = alias_write(store, entity, g_array_index(ids, gint64, i), to, error);
	return done && conflicts_move(store, entity, from, to, error);
}
