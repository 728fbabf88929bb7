/* The rows that were read, made to stand in a new database: by the entity tables alone, so that a
 * new table is mended without a word. */
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "store/rescue_private.h"
#include "store/undo.h"

#define KEY_VERSION_COUNTER "key version"

struct mending {
	struct rescue *rescue;
	const struct entity *entity;
	guint order;          /* of the entity in entities[] */
	GHashTable **ids;     /* by order: ids of the rows that stand, or of all that were read */
	GHashTable *standing; /* ids of this entity's rows that stand */
	GHashTable *doubtful; /* ids of rows of which nobody knows, or NULL */
	bool keyed;           /* keys were made by the folding of today */
	GError *error;
};

static guint
entity_place(const struct entity *entity)
{
	guint i = 0;
	while (entities[i] != entity)
		i++;
	return i;
}

/* ---- one row ------------------------------------------------------------------------------------
 */

static void
row_name_in(GArray *named, const struct entity *entity, const void *row, const struct entity *owner)
{
	char *name = named->len < RESCUE_NAMED ? row_name(entity, row) : NULL;
	struct rescue_named one = {entity->label, name, owner != NULL ? owner->label : NULL};
	if (name != NULL)
		g_array_append_val(named, one);
}

static void
row_fell(struct rescue *rescue, const struct entity *entity, const void *row,
	 const struct entity *owner)
{
	struct rescue_count *count = rescue_count_of(rescue, entity->table);
	if (owner != NULL)
		count->fallen++;
	else
		count->refused++;
	row_name_in(rescue->report->fallen, entity, row, owner);
}

/* Clear what points to nothing; false when the row cannot stand without it. A session whose day is
 * lost was not deleted with it: it is one that has no day yet. */
static bool
reference_mend(struct mending *mending, const struct field *field, void *row)
{
	gint64 id = field_get(field, row).integer;
	struct rescue_table *target = rescue_table_of(mending->rescue, field->target->table);
	if (rescue_id_has(mending->ids[entity_place(field->target)], id))
		return true;
	if (target != NULL)
		rescue_id_add(target->known, id);
	if ((field->flags & FIELD_REQUIRED) != 0) {
		row_fell(mending->rescue, mending->entity, row, field->target);
		return false;
	}
	field_set(field, row, value_text(NULL));
	rescue_count_of(mending->rescue, mending->entity->table)->references++;
	return true;
}

static bool
member_mend(struct mending *mending, const struct field *field, void *row)
{
	if (field->kind == FIELD_REFERENCE && !field_missing(field, row))
		return reference_mend(mending, field, row);
	if (field_valid(field, row) || (field->flags & FIELD_DERIVED) != 0)
		return true;
	if ((field->flags & FIELD_REQUIRED) != 0) {
		row_fell(mending->rescue, mending->entity, row, NULL);
		return false;
	}
	field_set(field, row, value_text(NULL));
	rescue_count_of(mending->rescue, mending->entity->table)->values++;
	return true;
}

/* Keys are made of the members that people typed: where they do not agree, one of both was altered.
 */
bool
rescue_keys_agree(const struct entity *entity, void *row)
{
	void *stored = entity_copy(entity, row);
	bool agree = true;
	entity->prepare(row);
	for (guint i = 0; i < entity->n_fields; i++)
		if ((entity->fields[i].flags & FIELD_DERIVED) != 0)
			agree &= value_equal(field_get(&entity->fields[i], row),
					     field_get(&entity->fields[i], stored));
	entity_free(entity, stored);
	return agree;
}

static bool
row_insert_mended(struct mending *mending, void *row)
{
	const struct row_head *head = row;
	GError *reason = NULL;
	bool agree = mending->entity->prepare == NULL || rescue_keys_agree(mending->entity, row);
	bool doubtful = (!agree && mending->keyed) ||
			(mending->doubtful != NULL && rescue_id_has(mending->doubtful, head->id));
	if (entity_check(mending->entity, row, &reason) &&
	    row_insert_alone(mending->rescue->made, mending->entity, row, &reason)) {
		rescue_count_of(mending->rescue, mending->entity->table)->doubtful += doubtful;
		if (doubtful)
			row_name_in(mending->rescue->report->doubtful, mending->entity, row, NULL);
		return true;
	}
	if (error_is_refusal(reason))
		row_fell(mending->rescue, mending->entity, row, NULL);
	else
		mending->error = g_steal_pointer(&reason);
	g_clear_error(&reason);
	return false;
}

static bool
row_mend(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct mending *mending = user;
	const struct entity *entity = mending->entity;
	void *row = entity_new(entity);
	const struct row_head *head = row;
	row_read(store, cursor, entity, row);
	bool stands = true;
	for (guint i = 0; stands && i < entity->n_fields; i++)
		stands = member_mend(mending, &entity->fields[i], row);
	if (stands && row_insert_mended(mending, row))
		rescue_id_add(mending->standing, head->id);
	entity_free(entity, row);
	return mending->error == NULL;
}

/* ---- all of them --------------------------------------------------------------------------------
 */

static bool
id_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	rescue_id_add(user, store_column_integer(store, cursor, 0));
	return true;
}

static bool
keys_are_of_today(struct rescue *rescue, bool *keyed, GError **error)
{
	gint64 version = 0;
	struct value args[] = {value_text(KEY_VERSION_COUNTER)};
	bool done = store_number(rescue->raw, "SELECT value FROM counter WHERE name = $1", args, 1,
				 0, &version, error);
	*keyed = version == TEXT_KEY_VERSION;
	return done;
}

static bool
entity_mend(struct mending *mending, GError **error)
{
	const struct rescue_table *table = rescue_table_of(mending->rescue, mending->entity->table);
	g_autofree char *sql =
		g_strdup_printf("SELECT %s FROM %s ORDER BY id", entity_columns(mending->entity),
				mending->entity->table);
	mending->doubtful = table != NULL ? table->doubtful : NULL;
	mending->standing = rescue_ids_new();
	bool done = store_each(mending->rescue->raw, sql, NULL, 0, row_mend, mending, error);
	g_hash_table_destroy(mending->ids[mending->order]);
	mending->ids[mending->order] = mending->standing;
	if (!done)
		return false;
	if (mending->error == NULL)
		return true;
	g_propagate_error(error, mending->error);
	return false;
}

/* What pointed forward, or to its own table, was measured by what was read: now by what stands. */
static bool
forward_mend(struct rescue *rescue, const struct entity *entity, const struct field *field,
	     gint64 *changed, GError **error)
{
	bool needed = (field->flags & FIELD_REQUIRED) != 0;
	g_autofree char *where = g_strdup_printf("%s IS NOT NULL AND %s NOT IN (SELECT id FROM %s)",
						 field->name, field->name, field->target->table);
	g_autofree char *sql =
		needed ? g_strdup_printf("DELETE FROM %s WHERE %s", entity->table, where)
		       : g_strdup_printf("UPDATE %s SET %s = NULL WHERE %s", entity->table,
					 field->name, where);
	gint64 n = 0;
	if (!store_run(rescue->made, sql, NULL, 0, &n, error))
		return false;
	if (n == 0)
		return true;
	struct rescue_count *count = rescue_count_of(rescue, entity->table);
	*(needed ? &count->fallen : &count->references) += (guint)n;
	*changed += n;
	return true;
}

static bool
forward_mend_all(struct rescue *rescue, GError **error)
{
	gint64 changed = 1;
	while (changed > 0) {
		changed = 0;
		for (guint i = 0; entities[i] != NULL; i++)
			for (guint j = 0; j < entities[i]->n_fields; j++)
				if (entities[i]->fields[j].kind == FIELD_REFERENCE &&
				    !forward_mend(rescue, entities[i], &entities[i]->fields[j],
						  &changed, error))
					return false;
	}
	return true;
}

bool
rescue_mend(struct rescue *rescue, GError **error)
{
	guint n = 0;
	while (entities[n] != NULL)
		n++;
	struct mending mending = {.rescue = rescue, .ids = g_new(GHashTable *, n)};
	bool done = keys_are_of_today(rescue, &mending.keyed, error);
	for (guint i = 0; i < n; i++) {
		g_autofree char *sql = g_strdup_printf("SELECT id FROM %s", entities[i]->table);
		mending.ids[i] = rescue_ids_new();
		done = done &&
		       store_each(rescue->raw, sql, NULL, 0, id_take, mending.ids[i], error);
	}
	for (guint i = 0; done && i < n; i++) {
		mending.entity = entities[i];
		mending.order = i;
		done = entity_mend(&mending, error);
	}
	for (guint i = 0; i < n; i++)
		g_hash_table_destroy(mending.ids[i]);
	g_free(mending.ids);
	return done && forward_mend_all(rescue, error);
}
