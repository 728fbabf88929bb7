#include "store/erase.h"

#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "store/private.h"

const char **
erase_personal_columns(const struct entity *entity)
{
	GPtrArray *columns = g_ptr_array_new();
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_PERSONAL) != 0)
			g_ptr_array_add(columns, (gpointer)(gsize)entity->fields[i].name);
	g_ptr_array_add(columns, NULL);
	return (const char **)(void *)g_ptr_array_free(columns, FALSE);
}

/* ---- images -------------------------------------------------------------------------------------
 */

struct kept_image {
	gint64 gesture, position, row_id;
	char *operation, *before, *after;
};

static void
kept_image_free(gpointer pointer)
{
	struct kept_image *image = pointer;
	g_free(image->operation);
	g_free(image->before);
	g_free(image->after);
	g_free(image);
}

static bool
image_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct kept_image *image = g_new0(struct kept_image, 1);
	image->gesture = store_column_integer(store, cursor, 0);
	image->position = store_column_integer(store, cursor, 1);
	image->row_id = store_column_integer(store, cursor, 2);
	image->operation = store_column_text(store, cursor, 3);
	image->before = store_column_text(store, cursor, 4);
	image->after = store_column_text(store, cursor, 5);
	g_ptr_array_add(user, image);
	return true;
}

/* The images of a table that TAIL lets through; NULL on error. */
static GPtrArray *
images_select(Store *store, const char *tail, const struct value *args, guint n, GError **error)
{
	GPtrArray *images = g_ptr_array_new_with_free_func(kept_image_free);
	g_autofree char *sql = g_strdup_printf(
		"SELECT gesture_id, position, row_id, operation, before, after FROM change WHERE "
		"table_name = $1 AND (before IS NOT NULL OR after IS NOT NULL) AND %s",
		tail);
	if (!store_each(store, sql, args, n, image_row, images, error))
		g_clear_pointer(&images, g_ptr_array_unref);
	return images;
}

static bool
gesture_seal(Store *store, gint64 gesture, GError **error)
{
	struct value args[] = {value_integer(gesture)};
	return store_run(store, "UPDATE gesture SET final = 1 WHERE id = $1", args, 1, NULL, error);
}

/* A deleted row whose image is no longer whole cannot come back, and its gesture cannot be undone.
 */
static bool
image_clean(Store *store, const struct kept_image *image, const char *const *columns,
	    GError **error)
{
	g_autofree char *before = image_without(image->before, columns);
	g_autofree char *after = image_without(image->after, columns);
	if (g_strcmp0(before, image->before) == 0 && g_strcmp0(after, image->after) == 0)
		return true;
	struct value args[] = {value_integer(image->gesture), value_integer(image->position),
			       value_text(before), value_text(after)};
	return store_run(store,
			 "UPDATE change SET before = $3, after = $4 WHERE gesture_id = $1 AND "
			 "position = $2",
			 args, 4, NULL, error) &&
	       (strcmp(image->operation, "delete") != 0 ||
		gesture_seal(store, image->gesture, error));
}

static bool
images_clean(Store *store, const struct entity *entity, gint64 id, const char *const *columns,
	     GError **error)
{
	struct value args[] = {value_text(entity->table), value_integer(id)};
	g_autoptr(GPtrArray) images = images_select(store, "row_id = $2", args, 2, error);
	bool done = images != NULL;
	for (guint i = 0; done && i < images->len; i++)
		done = image_clean(store, g_ptr_array_index(images, i), columns, error);
	return done;
}

static const char **
all_columns(const struct entity *entity)
{
	const char **columns = g_new0(const char *, entity->n_fields + 1);
	for (guint i = 0; i < entity->n_fields; i++)
		columns[i] = entity->fields[i].name;
	return columns;
}

/* ---- rows ---------------------------------------------------------------------------------------
 */

bool
erase_members(Store *store, const struct entity *entity, gint64 id, const char *const *columns,
	      GError **error)
{
	g_assert(store->gesture != 0 && store->final);
	void *row = store_get(store, entity, id, error);
	if (row == NULL)
		return false;
	for (guint i = 0; columns[i] != NULL; i++) {
		const struct field *field = entity_field(entity, columns[i]);
		bool needed = (field->flags & FIELD_REQUIRED) != 0;
		if ((field->flags & FIELD_DERIVED) == 0)
			field_set(field, row, value_text(needed ? ERASED_NAME : NULL));
	}
	bool done = store_update(store, entity, row, error) &&
		    images_clean(store, entity, id, columns, error);
	entity_free(entity, row);
	return done;
}

bool
erase_row(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	g_assert(store->gesture != 0 && store->final);
	g_autofree const char **columns = all_columns(entity);
	return store_delete(store, entity, id, error) &&
	       images_clean(store, entity, id, columns, error);
}

/* ---- rows that are gone -------------------------------------------------------------------------
 */

static bool
image_points_to(const struct kept_image *image, const char *reference, gint64 target)
{
	json_t *json = image->before != NULL ? json_loads(image->before, 0, NULL) : NULL;
	bool points = json_integer_value(json_object_get(json, reference)) == target;
	json_decref(json);
	return points;
}

/* The text narrows what has to be parsed: an id has 19 digits. */
bool
erase_deleted(Store *store, const struct entity *entity, const char *reference, gint64 target,
	      const char *const *columns, GArray *ids, GError **error)
{
	g_assert(store->gesture != 0 && store->final);
	g_autofree char *like =
		g_strdup_printf("%%\"%s\":%" G_GINT64_FORMAT "%%", reference, target);
	struct value args[] = {value_text(entity->table), value_text(like)};
	g_autoptr(GPtrArray) images =
		images_select(store, "operation = 'delete' AND before LIKE $2", args, 2, error);
	bool done = images != NULL;
	for (guint i = 0; done && i < images->len; i++) {
		const struct kept_image *image = g_ptr_array_index(images, i);
		if (!image_points_to(image, reference, target))
			continue;
		g_array_append_val(ids, image->row_id);
		done = images_clean(store, entity, image->row_id, columns, error);
	}
	return done;
}

bool
erase_merged(Store *store, const struct entity *entity, gint64 kept, const char *const *columns,
	     GArray *ids, GError **error)
{
	g_assert(store->gesture != 0 && store->final);
	struct value args[] = {value_text(entity->table), value_integer(kept)};
	g_autoptr(GPtrArray) images =
		images_select(store,
			      "operation = 'delete' AND row_id <> $2 AND gesture_id IN (SELECT id "
			      "FROM gesture WHERE subject_table = $1 AND subject_id = $2)",
			      args, 2, error);
	bool done = images != NULL;
	for (guint i = 0; done && i < images->len; i++) {
		const struct kept_image *image = g_ptr_array_index(images, i);
		void *back = store_get(store, entity, image->row_id, NULL);
		bool gone = back == NULL; /* not so when the merge was undone */
		entity_free(entity, back);
		if (!gone)
			continue;
		g_array_append_val(ids, image->row_id);
		done = images_clean(store, entity, image->row_id, columns, error);
	}
	return done;
}

/* ---- texts --------------------------------------------------------------------------------------
 */

static void
image_condemn(const struct entity *entity, const char *image, erase_judge judge, gconstpointer user,
	      GPtrArray *columns)
{
	json_t *json = image != NULL ? json_loads(image, 0, NULL) : NULL;
	for (guint i = 0; json != NULL && i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		const char *text = json_string_value(json_object_get(json, field->name));
		if (text != NULL && judge(field, text, user))
			g_ptr_array_add(columns, (gpointer)(gsize)field->name);
	}
	json_decref(json);
}

/* What is condemned in one image of a change goes from both, with the keys that were made of it;
 * what was there before can then no longer come back, and its gesture says so. */
static bool
image_texts_clean(Store *store, const struct entity *entity, const struct kept_image *image,
		  erase_judge judge, gconstpointer user, guint *n, GError **error)
{
	g_autoptr(GPtrArray) columns = g_ptr_array_new();
	image_condemn(entity, image->before, judge, user, columns);
	image_condemn(entity, image->after, judge, user, columns);
	if (columns->len == 0)
		return true;
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_DERIVED) != 0)
			g_ptr_array_add(columns, (gpointer)(gsize)entity->fields[i].name);
	g_ptr_array_add(columns, NULL);
	(*n)++;
	return image_clean(store, image, (const char *const *)(void *)columns->pdata, error) &&
	       gesture_seal(store, image->gesture, error);
}

bool
erase_texts(Store *store, const struct entity *entity, erase_judge judge, gconstpointer user,
	    guint *n, GError **error)
{
	g_assert(store->gesture != 0 && store->final);
	struct value args[] = {value_text(entity->table)};
	g_autoptr(GPtrArray) images = images_select(store, "1 = 1", args, 1, error);
	bool done = images != NULL;
	for (guint i = 0; done && i < images->len; i++)
		done = image_texts_clean(store, entity, images->pdata[i], judge, user, n, error);
	return done;
}

/* ---- the retention of images --------------------------------------------------------------------
 */

#define OLD_GESTURES                                                                               \
	"(SELECT id FROM gesture WHERE happened_at < $1 AND final = 0 AND EXISTS (SELECT 1 FROM "  \
	"change WHERE gesture_id = gesture.id AND (before IS NOT NULL OR after IS NOT NULL)))"

static bool
old_images_blank(Store *store, const struct value *args, GError **error)
{
	return store_run(store,
			 "UPDATE change SET before = NULL, after = NULL WHERE gesture_id IN "
			 "(SELECT id FROM gesture WHERE happened_at < $1) AND (before IS NOT NULL "
			 "OR after IS NOT NULL)",
			 args, 1, NULL, error);
}

bool
erase_old_images(Store *store, const char *instant, GError **error)
{
	gint64 n = 0;
	struct value args[] = {value_text(instant)};
	if (!store_number(store, "SELECT count(*) FROM " OLD_GESTURES " AS old", args, 1, 0, &n,
			  error))
		return false;
	if (n == 0)
		return true;
	if (!store->driver->begin(store->engine, error))
		return false;
	if (store_run(store, "UPDATE gesture SET final = 1 WHERE id IN " OLD_GESTURES, args, 1,
		      NULL, error) &&
	    old_images_blank(store, args, error))
		return store->driver->commit(store->engine, error);
	store->driver->rollback(store->engine);
	return false;
}

bool
store_scrub(Store *store, GError **error)
{
	g_assert(store->gesture == 0);
	return store->driver->scrub(store->engine, error);
}

bool
erase_copy_holds(const char *path, gint64 person_id)
{
	g_autoptr(Store) copy = store_new(&engine_sqlite, path, NULL);
	copy->engine = copy->driver->open_to_read(path, NULL);
	gint64 n = 0;
	struct value args[] = {value_integer(person_id)};
	return copy->engine != NULL &&
	       store_number(copy, "SELECT count(*) FROM person WHERE id = $1 AND erased_at IS NULL",
			    args, 1, 0, &n, NULL) &&
	       n > 0;
}
