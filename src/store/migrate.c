/* Bringing a file to the newest schema. A migration's file is db/migrations/NNNN-name.sql, NNNN
 * being the version it leads to: major * 1000 + minor. */
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/migrate.h"
#include "store/private.h"

static gint64
migration_version(const struct embedded_file *file)
{
	return g_ascii_strtoll(file->name, NULL, 10);
}

gint64
migration_newest(const struct embedded_file *files)
{
	gint64 newest = 0;
	for (; files->name != NULL; files++)
		newest = MAX(newest, migration_version(files));
	return newest;
}

bool
migrate_script(Store *store, const struct embedded_file *files, gint64 from, gint64 to,
	       GError **error)
{
	for (; files->name != NULL; files++)
		if (migration_version(files) > from && migration_version(files) <= to &&
		    !store->driver->script(store->engine, files->text, error)) {
			g_prefix_error(error, _("the change of schema %s failed: "), files->name);
			return false;
		}
	return true;
}

static bool
migrations_apply(Store *store, const struct embedded_file *files, gint64 from, GError **error)
{
	gint64 newest = migration_newest(files);
	if (!migrate_script(store, files, from, newest, error))
		return false;
	g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
	if (from > 0 && !store->driver->check(store->engine, problems, error))
		return false;
	if (problems->len > 0)
		return fail(error, ERROR_DAMAGED,
			    _("after the change of schema the file is not sound: %s"),
			    (const char *)g_ptr_array_index(problems, 0));
	return store->driver->mark(store->engine, STORE_APPLICATION, newest, error);
}

bool
migrate_to_newest(Store *store, const struct embedded_file *files, bool fresh, GError **error)
{
	gint64 application = 0, version = 0;
	if (!store->driver->marks(store->engine, &application, &version, error))
		return false;
	gint64 newest = migration_newest(files);
	if (version == newest && !fresh)
		return true;
	if (version <= 0 && !fresh)
		return fail(error, ERROR_DAMAGED,
			    _("“%s” does not say which version made it: it is damaged. Restore a "
			      "backup with “ateliers restore”, or save what it still "
			      "holds with “ateliers doctor --rescue”; keep this file"),
			    store->path);
	if (version > newest)
		return fail(error, ERROR_NEWER,
			    _("“%s” was made by a newer version of Ateliers (schema %d, this one "
			      "knows "
			      "%d); it was left as it is: install the newer version"),
			    store->path, (int)version, (int)newest);
	if (!fresh) {
		g_autofree char *copy = store_backup_path(store, "migration", error);
		if (copy == NULL || !store_backup(store, copy, error))
			return false;
	}
	if (!store->driver->begin(store->engine, error))
		return false;
	if (!migrations_apply(store, files, version, error) ||
	    (fresh && !store_seed(store, error))) {
		store->driver->rollback(store->engine);
		return false;
	}
	return store->driver->commit(store->engine, error);
}
