/* A copy as a file: made of the centre's rows, and read again. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/i18n.h"
#include "core/event.h"
#include "store/door_private.h"
#include "store/migrate.h"
#include "store/private.h"

/* ---- making -------------------------------------------------------------------------------------
 */

static bool
way_take(Store *home, Store *made, const struct door_way *way, gint64 event_id, GError **error)
{
	g_autofree char *tail =
		way->where != NULL ? g_strdup_printf("WHERE %s ORDER BY id", way->where) : NULL;
	struct value args[] = {value_integer(event_id)};
	g_autoptr(Rows) rows =
		tail != NULL ? rows_select(home, way->entity, tail, args, 1, error) : NULL;
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		for (guint j = 0; way->withheld[j] != NULL; j++)
			field_set(entity_field(way->entity, way->withheld[j]), rows->row[i],
				  value_text(NULL));
		if (!row_insert_alone(made, way->entity, rows->row[i], error))
			return false;
	}
	return tail == NULL || rows != NULL;
}

/* What points to somebody who stays at home points to nobody there. */
static bool
reference_clear(Store *made, const struct entity *entity, const struct field *field, GError **error)
{
	if (field->kind != FIELD_REFERENCE || (field->flags & FIELD_REQUIRED) != 0)
		return true;
	g_autofree char *sql = g_strdup_printf("UPDATE %s SET %s = NULL WHERE %s IS NOT NULL AND "
					       "%s NOT IN (SELECT id FROM %s)",
					       entity->table, field->name, field->name, field->name,
					       field->target->table);
	return store_run(made, sql, NULL, 0, NULL, error);
}

static bool
references_clear(Store *made, GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++)
		for (guint j = 0; j < entities[i]->n_fields; j++)
			if (!reference_clear(made, entities[i], &entities[i]->fields[j], error))
				return false;
	return true;
}

static bool
counter_set(Store *made, const char *name, gint64 number, GError **error)
{
	struct value args[] = {value_text(name), value_integer(number)};
	return store_run(made, "INSERT INTO counter (name, value) VALUES ($1, $2)", args, 2, NULL,
			 error);
}

/* A number that the centre has given is known to be given there too. */
static bool
counter_take(Store *home, Store *made, const char *name, GError **error)
{
	gint64 number = 0;
	struct value args[] = {value_text(name)};
	if (!store_number(home, "SELECT value FROM counter WHERE name = $1", args, 1, 0, &number,
			  error))
		return false;
	return number == 0 || counter_set(made, name, number, error);
}

static bool
counters_take(Store *home, Store *made, const struct door_copy *row, GError **error)
{
	struct event *event = store_get(home, &entity_event, row->event_id, error);
	if (event == NULL)
		return false;
	g_autofree char *events = g_strdup_printf("event %.4s", event->number);
	g_autofree char *attendees = g_strdup_printf("attendee %" G_GINT64_FORMAT, event->id);
	entity_free(&entity_event, event);
	return counter_take(home, made, "key version", error) &&
	       counter_take(home, made, events, error) &&
	       counter_take(home, made, attendees, error) &&
	       counter_set(made, TAKEN_COUNTER, row->id, error);
}

static bool
made_fill(Store *home, Store *made, const struct door_copy *row, GError **error)
{
	gint64 newest = migration_newest(embedded_migrations);
	bool done = migrate_script(made, embedded_migrations, 0, newest, error);
	for (guint i = 0; done && i < n_door_ways; i++)
		done = way_take(home, made, &door_ways[i], row->event_id, error);
	return done && row_insert_alone(made, &entity_door_copy, row, error) &&
	       references_clear(made, error) && counters_take(home, made, row, error) &&
	       made->driver->mark(made->engine, STORE_APPLICATION, newest, error);
}

/* In memory first, whatever disk it is for; references are checked once all rows are there. */
static Store *
made_new(Store *home, const struct door_copy *row, GError **error)
{
	g_autoptr(Store) made = store_new(home->driver, ":memory:", home->who);
	made->engine = made->driver->open(":memory:", true, error);
	if (made->engine == NULL ||
	    !made->driver->script(made->engine, "PRAGMA foreign_keys = OFF", error) ||
	    !made->driver->begin(made->engine, error))
		return NULL;
	if (made_fill(home, made, row, error) && made->driver->commit(made->engine, error))
		return g_steal_pointer(&made);
	made->driver->rollback(made->engine);
	return NULL;
}

bool
door_file_make(Store *home, const struct door_copy *row, const char *path, GError **error)
{
	g_autoptr(Store) made = made_new(home, row, error);
	if (made == NULL)
		return false;
	bool done = made->driver->copy(made->engine, path, error) &&
		    store_check_with(home->driver, path, error);
	if (!done)
		store_files_remove(path);
	return done;
}

/* ---- reading ------------------------------------------------------------------------------------
 */

/* Held alone and with its journal in memory, it needs no files beside it. */
#define IMAGE_PRAGMAS                                                                              \
	"PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; SELECT count(*) FROM "     \
	"sqlite_schema"

/* The image loses its names as soon as it is open: whatever happens to this program, nothing of it
 * stays (as engine_sqlite_file.c does). */
static bool
image_open_in(Store *image, struct engine *from, const char *parent, GError **error)
{
	g_autofree char *folder = g_build_filename(parent, "ateliers-XXXXXX", NULL);
	if (g_mkdtemp_full(folder, 0700) == NULL)
		return false;
	g_autofree char *path = g_build_filename(folder, "copy", NULL);
	if (image->driver->copy(from, path, error))
		image->engine = image->driver->open(path, false, error);
	if (image->engine != NULL && !image->driver->script(image->engine, IMAGE_PRAGMAS, error)) {
		image->driver->close(image->engine);
		image->engine = NULL;
	}
	store_files_remove(path);
	g_rmdir(folder);
	return image->engine != NULL;
}

static bool
image_open(Store *image, GError **error)
{
	const char *const parents[] = {g_getenv("XDG_RUNTIME_DIR"), "/dev/shm", g_get_tmp_dir()};
	struct engine *from = image->driver->open_to_read(image->path, NULL);
	GError *reason = NULL;
	if (from == NULL)
		return fail(error, ERROR_DAMAGED,
			    _("“%s” is damaged or cannot be read: take it from the laptop again"),
			    image->path);
	for (gsize i = 0; i < G_N_ELEMENTS(parents) && image->engine == NULL; i++) {
		g_clear_error(&reason);
		if (parents[i] != NULL && g_path_is_absolute(parents[i]))
			image_open_in(image, from, parents[i], &reason);
	}
	image->driver->close(from);
	if (image->engine != NULL)
		return true;
	if (reason == NULL)
		fail(&reason, ERROR_IO, _("there is no room for a private copy of “%s”"),
		     image->path);
	g_propagate_error(error, reason);
	return false;
}

static bool
image_migrate(Store *image, gint64 version, gint64 newest, GError **error)
{
	if (version == newest)
		return true;
	if (!image->driver->begin(image->engine, error))
		return false;
	if (migrate_script(image, embedded_migrations, version, newest, error) &&
	    image->driver->mark(image->engine, STORE_APPLICATION, newest, error))
		return image->driver->commit(image->engine, error);
	image->driver->rollback(image->engine);
	return false;
}

static bool
image_check(Store *image, GError **error)
{
	gint64 application = 0, version = 0, taken = 0;
	g_autoptr(GPtrArray) problems = store_doctor(image, error);
	if (problems == NULL)
		return false;
	if (problems->len > 0)
		return fail(error, ERROR_DAMAGED, _("“%s” is damaged: %s"), image->path,
			    (const char *)g_ptr_array_index(problems, 0));
	if (!image->driver->marks(image->engine, &application, &version, error))
		return false;
	gint64 newest = migration_newest(embedded_migrations);
	if (version <= 0 || version > newest)
		return migrate_to_newest(image, embedded_migrations, false, error);
	if (!store_check_schema(image, error) || !image_migrate(image, version, newest, error) ||
	    !keys_to_newest(image, error) || !taken_read(image, &taken, error))
		return false;
	return taken != 0 ||
	       fail(error, ERROR_FOREIGN,
		    _("“%s” is a database of Ateliers, and none that was taken along; a whole one "
		      "is brought back with “ateliers restore”"),
		    image->path);
}

Store *
door_file_open(Store *home, const char *path, GError **error)
{
	if (store_is_file(home, path)) {
		fail(error, ERROR_INVALID, _("“%s” is the database itself: choose another file"),
		     path);
		return NULL;
	}
	if (!store_check_head(home->driver, path, error))
		return NULL;
	g_autoptr(Store) image = store_new(home->driver, path, home->who);
	if (image_open(image, error) && image_check(image, error))
		return g_steal_pointer(&image);
	return NULL;
}
