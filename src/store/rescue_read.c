/* Every row that a damaged file still holds, into a database in memory. */
#include <string.h>

#include "base/error.h"
#include "store/rescue_private.h"

/* ---- what a record can be -----------------------------------------------------------------------
 */

const struct rescue_column *
rescue_column_at(const struct rescue_table *table, guint i)
{
	return &g_array_index(table->columns, struct rescue_column, i);
}

static bool
is_lost(const struct sqlite_page_record *record, guint i)
{
	return (record->lost >> i & 1) != 0;
}

static bool
value_fits(const struct rescue_table *table, guint i, const struct sqlite_page_record *record)
{
	const struct rescue_column *column = rescue_column_at(table, i);
	const struct value *value = &record->value[i];
	if (is_lost(record, i))
		return !column->required || column->derived;
	if ((gint)i == table->key)
		return value->type == VALUE_NULL && record->rowid > 0;
	if (value->type == VALUE_NULL)
		return !column->required;
	return (value->type == VALUE_TEXT) == column->text;
}

bool
rescue_record_fits(const struct rescue_table *table, const struct sqlite_page_record *record,
		   bool exact)
{
	if (record->n > table->columns->len || (exact && record->n < table->columns->len))
		return false;
	for (guint i = record->n; i < table->columns->len; i++)
		if (!rescue_column_at(table, i)->spare)
			return false;
	for (guint i = 0; i < record->n; i++)
		if (!value_fits(table, i, record))
			return false;
	return true;
}

/* ---- taking it ----------------------------------------------------------------------------------
 */

static char *
insert_sql(const struct rescue_table *table, guint n)
{
	GString *names = g_string_new(NULL), *places = g_string_new(NULL);
	for (guint i = 0; i < n; i++) {
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "",
				       rescue_column_at(table, i)->name);
		g_string_append_printf(places, "%s$%u", i > 0 ? ", " : "", i + 1);
	}
	char *sql = g_strdup_printf("INSERT INTO %s (%s) VALUES (%s)%s", table->name, names->str,
				    places->str, table->listed ? " ON CONFLICT DO NOTHING" : "");
	g_string_free(names, TRUE);
	g_string_free(places, TRUE);
	return sql;
}

static void
record_take(struct rescue_reading *reading, const struct sqlite_page_record *record)
{
	struct rescue_table *table = reading->table;
	struct value args[RECORD_COLUMNS];
	for (guint i = 0; i < record->n; i++) {
		args[i] = record->value[i];
		if ((gint)i == table->key)
			args[i] = value_integer(record->rowid);
		else if (is_lost(record, i) && rescue_column_at(table, i)->required)
			args[i] = rescue_column_at(table, i)->text ? value_text("?")
								   : value_integer(0);
		if (is_lost(record, i) && !rescue_column_at(table, i)->derived)
			table->values++;
	}
	GError *reason = NULL;
	g_autofree char *sql = insert_sql(table, record->n);
	if (store_run(reading->rescue->raw, sql, args, record->n, NULL, &reason)) {
		reading->taken++;
		if (!table->listed)
			rescue_id_add(table->read, record->rowid);
		return;
	}
	table->torn++;
	if (!error_is_refusal(reason))
		reading->error = g_steal_pointer(&reason);
	g_clear_error(&reason);
}

/* Where two witnesses, of the indexes and the history, have never heard of an id it may be damaged.
 * The row is taken all the same: the witnesses may be. */
static bool
id_is_known(const struct rescue_table *table, gint64 id)
{
	bool witnessed = table->indexes > 1 || (table->indexes == 1 && table->told);
	return table->listed || !witnessed || rescue_id_has(table->known, id);
}

/* A stray row that was deleted, or is of another table, by the history: unless an index has it. */
static bool
is_of_the_past(const struct rescue_reading *reading, gint64 id)
{
	const struct rescue_latest *latest = g_hash_table_lookup(reading->latest, &id);
	return latest != NULL && !rescue_id_has(reading->table->known, id) &&
	       (latest->deleted || strcmp(latest->table, reading->table->name) != 0);
}

void
rescue_row_reader(const struct sqlite_page_record *record, gpointer user)
{
	struct rescue_reading *reading = user;
	struct rescue_table *table = reading->table;
	if (reading->error != NULL)
		return;
	if (!rescue_record_fits(table, record, reading->stray)) {
		table->torn++;
		return;
	}
	if (!table->listed && rescue_id_has(table->read, record->rowid))
		return;
	if (reading->stray && is_of_the_past(reading, record->rowid))
		return;
	record_take(reading, record);
	if (!id_is_known(table, record->rowid))
		rescue_id_add(table->doubtful, record->rowid);
}

/* ---- the pages of trees -------------------------------------------------------------------------
 */

static void
index_reader(const struct sqlite_page_record *record, gpointer user)
{
	struct rescue_reading *reading = user;
	const struct value *last = &record->value[record->n - 1];
	if (record->lost == 0 && last->type == VALUE_INTEGER && !reading->table->listed) {
		rescue_id_add(reading->table->known, last->integer);
		rescue_number_seen(reading->rescue, reading->table, record);
	}
}

/* A page whose records are none of its table is not what its tree says: it is looked at again among
 * the stray ones. */
static void
page_take(struct rescue *rescue, guint32 page, struct rescue_root *root, GError **error)
{
	struct rescue_reading reading = {.rescue = rescue, .table = root->table};
	struct sqlite_page_head head;
	guint torn = root->table->torn;
	guint unread = sqlite_page_read(&rescue->map, page,
					root->index ? index_reader : rescue_row_reader, &reading);
	gint own = rescue->map.owner[page];
	bool leaf = sqlite_page_head(&rescue->file, page, &head) &&
		    head.kind != SQLITE_PAGE_TABLE_INNER;
	if (!root->index && leaf && head.n > 0 && reading.taken == 0) {
		rescue->map.broken[own]++;
		sqlite_page_map_disown(&rescue->map, page, OWNER_NONE);
		root->table->torn = torn;
	} else {
		rescue->file.used[page] = 1;
		*(root->index ? &root->unread : &root->table->torn) += unread;
	}
	if (reading.error != NULL)
		g_propagate_error(error, reading.error);
}

enum tree_kind { TREE_LISTED, TREE_INDEX, TREE_ROWS };

static enum tree_kind
root_kind(const struct rescue_root *root)
{
	if (root->index)
		return TREE_INDEX;
	return root->table->listed ? TREE_LISTED : TREE_ROWS;
}

static bool
trees_take(struct rescue *rescue, enum tree_kind kind, GError **error)
{
	for (guint32 page = 1; page <= rescue->file.n; page++) {
		gint owner = rescue->map.owner[page];
		if (owner < 0)
			continue;
		struct rescue_root *root =
			&g_array_index(rescue->roots, struct rescue_root, (guint)owner);
		if (root_kind(root) != kind)
			continue;
		GError *reason = NULL;
		page_take(rescue, page, root, &reason);
		if (reason != NULL) {
			g_propagate_error(error, reason);
			return false;
		}
	}
	return true;
}

/* ---- what the history says ----------------------------------------------------------------------
 */

static bool
latest_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	g_autofree char *table = store_column_text(store, cursor, 0);
	gint64 id = store_column_integer(store, cursor, 1);
	g_autofree char *operation = store_column_text(store, cursor, 2);
	struct rescue_latest *latest = g_new(struct rescue_latest, 1);
	*latest =
		(struct rescue_latest){g_intern_string(table), g_strcmp0(operation, "delete") == 0};
	g_hash_table_replace(user, g_memdup2(&id, sizeof id), latest);
	return true;
}

static GHashTable *
latest_read(struct rescue *rescue, GError **error)
{
	GHashTable *latest = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	if (!store_each(rescue->raw,
			"SELECT table_name, row_id, operation FROM change ORDER BY gesture_id, "
			"position",
			NULL, 0, latest_take, latest, error))
		g_clear_pointer(&latest, g_hash_table_destroy);
	return latest;
}

static void
known_by_history(struct rescue *rescue, GHashTable *latest)
{
	GHashTableIter iter;
	gpointer id = NULL, value = NULL;
	g_hash_table_iter_init(&iter, latest);
	while (g_hash_table_iter_next(&iter, &id, &value)) {
		const struct rescue_latest *said = value;
		struct rescue_table *table = rescue_table_of(rescue, said->table);
		if (table != NULL)
			table->told = true;
		if (table != NULL && !said->deleted)
			rescue_id_add(table->known, *(gint64 *)id);
	}
}

static void
indexes_weigh(struct rescue *rescue)
{
	for (guint i = 0; i < rescue->roots->len; i++) {
		const struct rescue_root *root =
			&g_array_index(rescue->roots, struct rescue_root, i);
		if (root->index && !root->partial && rescue->map.broken[i] + root->unread == 0)
			root->table->indexes++;
	}
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

/* The history and the indexes first: they tell what rows there were. */
static bool
all_take(struct rescue *rescue, GError **error)
{
	g_autoptr(GHashTable) none =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	if (!trees_take(rescue, TREE_LISTED, error) || !rescue_strays(rescue, true, none, error) ||
	    !trees_take(rescue, TREE_INDEX, error))
		return false;
	indexes_weigh(rescue);
	g_autoptr(GHashTable) latest = latest_read(rescue, error);
	if (latest == NULL)
		return false;
	known_by_history(rescue, latest);
	return trees_take(rescue, TREE_ROWS, error) && rescue_strays(rescue, false, latest, error);
}

bool
rescue_read(struct rescue *rescue, GError **error)
{
	sqlite_page_map_init(&rescue->map, &rescue->file, rescue->roots->len);
	for (guint i = 0; i < rescue->roots->len; i++) {
		const struct rescue_root *root =
			&g_array_index(rescue->roots, struct rescue_root, i);
		sqlite_page_map_follow(&rescue->map, i, root->page,
				       !root->index && !root->table->listed);
	}
	if (!rescue->raw->driver->begin(rescue->raw->engine, error))
		return false;
	if (!all_take(rescue, error)) {
		rescue->raw->driver->rollback(rescue->raw->engine);
		return false;
	}
	return rescue->raw->driver->commit(rescue->raw->engine, error);
}
