/* The one write path: a row and its change in the history, in the gesture's transaction. */
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/id.h"
#include "core/person.h"
#include "store/door_private.h"
#include "store/private.h"

bool
change_write(Store *store, const struct entity *entity, gint64 id, const char *operation,
	     const char *before, const char *after, GError **error)
{
	struct value args[] = {
		value_integer(store->gesture),
		value_integer(store->changes + 1),
		value_text(entity->table),
		value_integer(id),
		value_text(operation),
		value_text(store->final ? NULL : before),
		value_text(store->final ? NULL : after),
	};
	store->changes++;
	return store_run(store,
			 "INSERT INTO change (gesture_id, position, table_name, row_id, operation, "
			 "before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)",
			 args, G_N_ELEMENTS(args), NULL, error);
}

/* Made once for each entity: an import writes hundreds of thousands of rows by a dozen texts. */
static const char *
insert_sql(Store *store, const struct entity *entity)
{
	const char *known = g_hash_table_lookup(store->inserts, entity);
	if (known != NULL)
		return known;
	GString *sql = g_string_new(NULL);
	g_string_printf(sql, "INSERT INTO %s (%s) VALUES ($1, $2", entity->table,
			entity_columns(entity));
	for (guint i = 0; i < entity->n_fields; i++)
		g_string_append_printf(sql, ", $%u", i + 3);
	g_string_append_c(sql, ')');
	char *text = g_string_free(sql, FALSE);
	g_hash_table_insert(store->inserts, (gpointer)(gsize)entity, text);
	return text;
}

bool
row_insert_alone(Store *store, const struct entity *entity, const void *row, GError **error)
{
	const struct row_head *head = row;
	struct value args[64];
	guint n = 0;
	args[n++] = value_integer(head->id);
	args[n++] = value_integer(head->rev);
	for (guint i = 0; i < entity->n_fields; i++)
		args[n++] = field_get(&entity->fields[i], row);
	return store_run(store, insert_sql(store, entity), args, n, NULL, error);
}

bool
row_insert(Store *store, const struct entity *entity, void *row, GError **error)
{
	const struct row_head *head = row;
	if (!row_insert_alone(store, entity, row, error))
		return false;
	return settle_touch(store, entity, row, error) &&
	       change_write(store, entity, head->id, "insert", NULL, NULL, error);
}

/* Members that every row of the house makes for itself. */
static void
row_complete(const struct entity *entity, void *row)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if ((field->flags & FIELD_REQUIRED) == 0 || !field_missing(field, row))
			continue;
		char instant[INSTANT_SIZE];
		if (strcmp(field->name, "uid") == 0) {
			g_autofree char *uid = id_uuid();
			field_set(field, row, value_text(uid));
		} else if (strcmp(field->name, "nonce") == 0) {
			/* of two marks of one second the later one decides */
			g_autofree char *nonce = id_nonce();
			field_set(field, row, value_text(nonce));
		} else if ((field->flags & FIELD_KEPT) != 0 && field->kind == FIELD_INSTANT) {
			clock_instant(instant);
			field_set(field, row, value_text(instant));
		} else if ((field->flags & FIELD_KEPT) != 0 && field->kind == FIELD_INTEGER) {
			field_set(field, row, value_integer(0));
		}
	}
	if (entity->prepare != NULL)
		entity->prepare(row);
}

bool
store_insert(Store *store, const struct entity *entity, void *row, GError **error)
{
	g_assert(store->gesture != 0);
	struct row_head *head = row;
	row_complete(entity, row);
	if (!entity_check(entity, row, error) || !taken_takes(store, entity, error))
		return false;
	if (head->id == 0)
		head->id = id_new();
	head->rev = 1;
	return row_insert(store, entity, row, error);
}

static bool
update_run(Store *store, const struct entity *entity, const void *row, const bool *changed,
	   gint64 rev, GError **error)
{
	const struct row_head *head = row;
	struct value args[64];
	guint n = 0;
	g_autoptr(GString) sql = g_string_new(NULL);
	args[n++] = value_integer(head->id);
	args[n++] = value_integer(head->rev);
	args[n++] = value_integer(rev);
	g_string_printf(sql, "UPDATE %s SET rev = $3", entity->table);
	for (guint i = 0; i < entity->n_fields; i++) {
		if (!changed[i])
			continue;
		args[n++] = field_get(&entity->fields[i], row);
		g_string_append_printf(sql, ", %s = $%u", entity->fields[i].name, n);
	}
	g_string_append(sql, " WHERE id = $1 AND rev = $2");
	gint64 changes = 0;
	if (!store_run(store, sql->str, args, n, &changes, error))
		return false;
	return changes == 1 ||
	       fail(error, ERROR_STALE, _("this has changed meanwhile; read it again"));
}

static bool
update_row(Store *store, const struct entity *entity, void *row, const void *stored, GError **error)
{
	struct row_head *head = row;
	bool changed[64] = {false}, any = false;
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		changed[i] = !value_equal(field_get(field, row), field_get(field, stored));
		any |= changed[i];
	}
	if (!any)
		return true;
	gint64 rev = head->rev + 1;
	if (!taken_takes(store, entity, error) ||
	    !update_run(store, entity, row, changed, rev, error))
		return false;
	g_autofree char *before = image_of(entity, stored, changed);
	g_autofree char *after = image_of(entity, row, changed);
	head->rev = rev;
	if (entity == &entity_person)
		settle_post_note(store, stored, row);
	settle_seats_note(store, entity, stored, row);
	return settle_touch(store, entity, stored, error) &&
	       settle_touch(store, entity, row, error) &&
	       change_write(store, entity, head->id, "update", before, after, error);
}

bool
store_update(Store *store, const struct entity *entity, void *row, GError **error)
{
	g_assert(store->gesture != 0);
	struct row_head *head = row;
	row_complete(entity, row);
	if (!entity_check(entity, row, error))
		return false;
	void *stored = store_get(store, entity, head->id, error);
	if (stored == NULL)
		return false;
	bool fresh = ((struct row_head *)stored)->rev == head->rev;
	bool done = fresh ? update_row(store, entity, row, stored, error)
			  : fail(error, ERROR_STALE,
				 _("this has been changed by somebody else meanwhile"));
	entity_free(entity, stored);
	return done;
}

bool
row_delete(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	void *row = store_get(store, entity, id, error);
	if (row == NULL)
		return false;
	g_autofree char *before = image_of(entity, row, NULL);
	settle_seats_note(store, entity, row, NULL);
	bool done = settle_touch(store, entity, row, error);
	entity_free(entity, row);
	g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE id = $1", entity->table);
	struct value args[] = {value_integer(id)};
	return done && store_run(store, sql, args, 1, NULL, error) &&
	       change_write(store, entity, id, "delete", before, NULL, error);
}

/* Clear a reference in every row that bears it. */
static bool
reference_clear(Store *store, const struct entity *entity, const struct field *field, gint64 id,
		GError **error)
{
	g_autoptr(Rows) rows = store_of(store, entity, field->name, id, error);
	if (rows == NULL)
		return false;
	for (guint i = 0; i < rows->n; i++) {
		field_set(field, rows->row[i], value_text(NULL));
		if (!store_update(store, entity, rows->row[i], error))
			return false;
	}
	return true;
}

static bool
owned_delete(Store *store, const struct entity *entity, const struct field *field, gint64 id,
	     GError **error)
{
	g_autoptr(Rows) rows = store_of(store, entity, field->name, id, error);
	if (rows == NULL)
		return false;
	for (guint i = 0; i < rows->n; i++) {
		gint64 owned = ((struct row_head *)rows->row[i])->id;
		if (!store_delete(store, entity, owned, error))
			return false;
	}
	return true;
}

/* Say in words what still needs the row, which the engine would refuse with a code. */
static bool
row_free_of_references(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++) {
		for (guint j = 0; j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target != entity ||
			    (field->flags & (FIELD_OWNER | FIELD_DETACHED)) != 0)
				continue;
			gint64 n = store_count(store, entities[i], field->name, value_integer(id),
					       error);
			if (n < 0)
				return false;
			if (n > 0)
				return fail(error, ERROR_REFERENCED,
					    _("this %s is still needed: %s (%d)"), _(entity->label),
					    _(entities[i]->label), (int)n);
		}
	}
	return true;
}

bool
row_detach(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	for (guint i = 0; entities[i] != NULL; i++)
		for (guint j = 0; j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target == entity && (field->flags & FIELD_DETACHED) != 0 &&
			    !reference_clear(store, entities[i], field, id, error))
				return false;
		}
	return true;
}

bool
store_delete(Store *store, const struct entity *entity, gint64 id, GError **error)
{
	g_assert(store->gesture != 0);
	for (guint i = 0; entities[i] != NULL; i++) {
		for (guint j = 0; j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			if (field->target == entity && (field->flags & FIELD_OWNER) != 0 &&
			    !owned_delete(store, entities[i], field, id, error))
				return false;
		}
	}
	return row_detach(store, entity, id, error) &&
	       row_free_of_references(store, entity, id, error) &&
	       row_delete(store, entity, id, error);
}
