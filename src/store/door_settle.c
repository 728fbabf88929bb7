/* Who changes here what was said otherwise there has decided it. */
#include <jansson.h>
#include <string.h>

#include "core/door_said.h"
#include "store/door_private.h"
#include "store/private.h"

struct decided {
	gint64 conflict;
	char *table, *member, *after;
};

static void
decided_clear(gpointer pointer)
{
	struct decided *decided = pointer;
	g_free(decided->table);
	g_free(decided->member);
	g_free(decided->after);
}

static bool
decided_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct decided decided = {.conflict = store_column_integer(store, cursor, 0),
				  .table = store_column_text(store, cursor, 1),
				  .member = store_column_text(store, cursor, 2),
				  .after = store_column_text(store, cursor, 3)};
	g_array_append_val((GArray *)user, decided);
	return true;
}

/* True when the image AFTER holds a member of the register. */
static bool
speaks_of(const struct decided *decided)
{
	const struct entity *entity = entity_of_table(decided->table);
	json_t *image = decided->after != NULL ? json_loads(decided->after, 0, NULL) : NULL;
	bool speaks = false;
	const char *name;
	json_t *member;
	json_object_foreach(image, name, member)
	{
		speaks |= entity != NULL &&
			  g_strcmp0(door_register_head(entity, name), decided->member) == 0;
	}
	json_decref(image);
	return speaks;
}

static bool
conflict_drop(Store *store, gint64 id, GError **error)
{
	gint64 n = 0;
	struct value args[] = {value_integer(id)};
	if (!store_number(store, "SELECT count(*) FROM door_conflict WHERE id = $1", args, 1, 0, &n,
			  error))
		return false;
	return n == 0 || row_delete(store, &entity_door_conflict, id, error);
}

/* What a copy brought back says of it is told there (app/door_merge.c), and an undo brings back
 * what it finds. */
bool
settle_conflicts(Store *store, GError **error)
{
	if (store->brought || strcmp(store->kind, "do") != 0)
		return true;
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct decided));
	g_array_set_clear_func(found, decided_clear);
	struct value args[] = {value_integer(store->gesture)};
	if (!store_each(store,
			"SELECT k.id, k.table_name, k.member, c.after FROM door_conflict k JOIN "
			"change c ON c.row_id = k.row_id AND c.table_name = k.table_name WHERE "
			"c.gesture_id = $1 AND c.operation = 'update' AND k.kind = 'changed' ORDER "
			"BY k.id",
			args, 1, decided_row, found, error))
		return false;
	for (guint i = 0; i < found->len; i++) {
		const struct decided *decided = &g_array_index(found, struct decided, i);
		if (speaks_of(decided) && !conflict_drop(store, decided->conflict, error))
			return false;
	}
	return true;
}
