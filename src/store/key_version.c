/* Search and order keys are made by the program, so a file remembers by which version of the
 * folding: when that changes, all keys are made again (data model, rule 12). */
#include "base/text.h"
#include "core/entity.h"
#include "store/migrate.h"
#include "store/private.h"

#define KEY_VERSION_COUNTER "key version"

static bool
keys_write(Store *store, const struct entity *entity, const void *row, GError **error)
{
	struct value args[64] = {value_integer(((const struct row_head *)row)->id)};
	guint n = 1;
	g_autoptr(GString) sql = g_string_new(NULL);
	g_string_printf(sql, "UPDATE %s SET", entity->table);
	for (guint i = 0; i < entity->n_fields; i++) {
		if ((entity->fields[i].flags & FIELD_DERIVED) == 0)
			continue;
		args[n++] = field_get(&entity->fields[i], row);
		g_string_append_printf(sql, "%s %s = $%u", n > 2 ? "," : "", entity->fields[i].name,
				       n);
	}
	g_string_append(sql, " WHERE id = $1");
	return n == 1 || store_run(store, sql->str, args, n, NULL, error);
}

static bool
keys_remake(Store *store, const struct entity *entity, GError **error)
{
	g_autoptr(Rows) rows = store_all(store, entity, error);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		entity->prepare(rows->row[i]);
		if (!keys_write(store, entity, rows->row[i], error))
			return false;
	}
	return rows != NULL;
}

static bool
version_write(Store *store, GError **error)
{
	struct value args[] = {value_text(KEY_VERSION_COUNTER), value_integer(TEXT_KEY_VERSION)};
	return store_run(store,
			 "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO "
			 "UPDATE "
			 "SET value = excluded.value",
			 args, 2, NULL, error);
}

bool
keys_to_newest(Store *store, GError **error)
{
	gint64 version = 0;
	struct value args[] = {value_text(KEY_VERSION_COUNTER)};
	if (!store_number(store, "SELECT value FROM counter WHERE name = $1", args, 1, 0, &version,
			  error))
		return false;
	if (version == TEXT_KEY_VERSION)
		return true;
	if (!store->driver->begin(store->engine, error))
		return false;
	bool done = true;
	for (guint i = 0; done && entities[i] != NULL; i++)
		if (entities[i]->prepare != NULL)
			done = keys_remake(store, entities[i], error);
	if (done && version_write(store, error))
		return store->driver->commit(store->engine, error);
	store->driver->rollback(store->engine);
	return false;
}
