/* Which tables a damaged file has, where their trees begin, and how their records are made up. */
#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/migrate.h"
#include "store/rescue_private.h"

#define SCHEMA_PAGE    1
#define SCHEMA_COLUMNS 5

/* ---- its own words ------------------------------------------------------------------------------
 */

static void
entry_free(gpointer pointer)
{
	struct rescue_entry *entry = pointer;
	g_free(entry->type);
	g_free(entry->name);
	g_free(entry->table);
	g_free(entry->sql);
	g_free(entry);
}

static bool
is_entry(const struct sqlite_page_record *record)
{
	const struct value *value = record->value;
	if (record->n != SCHEMA_COLUMNS || record->lost != 0)
		return false;
	for (guint i = 0; i < 3; i++)
		if (value[i].type != VALUE_TEXT)
			return false;
	bool table = strcmp(value[0].text, "table") == 0,
	     index = strcmp(value[0].text, "index") == 0;
	return (table || index) && value[3].type == VALUE_INTEGER && value[3].integer > 1 &&
	       value[3].integer <= G_MAXUINT32 && value[4].type != VALUE_INTEGER &&
	       (!table || value[4].type == VALUE_TEXT);
}

static bool
entry_known(const GPtrArray *entries, const char *name)
{
	for (guint i = 0; i < entries->len; i++)
		if (strcmp(((struct rescue_entry *)entries->pdata[i])->name, name) == 0)
			return true;
	return false;
}

static void
entry_take(const struct sqlite_page_record *record, gpointer user)
{
	struct rescue *rescue = user;
	if (!is_entry(record) || entry_known(rescue->entries, record->value[1].text))
		return;
	struct rescue_entry *entry = g_new0(struct rescue_entry, 1);
	entry->type = g_strdup(record->value[0].text);
	entry->name = g_strdup(record->value[1].text);
	entry->table = g_strdup(record->value[2].text);
	entry->sql = g_strdup(record->value[4].text);
	entry->page = (guint32)record->value[3].integer;
	g_ptr_array_add(rescue->entries, entry);
}

/* The schema is a table like any other; where its tree is damaged its rows are known by their form.
 */
static void
entries_find(struct rescue *rescue)
{
	struct sqlite_page_map map;
	struct sqlite_page_head head;
	sqlite_page_map_init(&map, &rescue->file, 1);
	sqlite_page_map_follow(&map, 0, SCHEMA_PAGE, true);
	guint torn = map.broken[0];
	for (guint32 page = 1; page <= rescue->file.n; page++)
		if (map.owner[page] == 0) {
			torn += sqlite_page_read(&map, page, entry_take, rescue);
			rescue->file.used[page] = 1;
		}
	for (guint32 page = 1; torn > 0 && page <= rescue->file.n; page++) {
		guint before = rescue->entries->len;
		if (map.owner[page] != 0 && sqlite_page_head(&rescue->file, page, &head) &&
		    head.kind == SQLITE_PAGE_TABLE_LEAF)
			sqlite_page_read(&map, page, entry_take, rescue);
		if (rescue->entries->len > before)
			rescue->file.used[page] = 1;
	}
	sqlite_page_map_clear(&map);
}

/* ---- the version --------------------------------------------------------------------------------
 */

static bool
raw_open(struct rescue *rescue, gint64 version, GError **error)
{
	const struct engine_driver *driver = rescue->driver;
	g_clear_pointer(&rescue->raw, store_close);
	rescue->raw = store_new(driver, ":memory:", NULL);
	rescue->raw->engine = driver->open(":memory:", true, error);
	/* What breaks a rule is taken as it is, and judged when all is there. */
	return rescue->raw->engine != NULL &&
	       migrate_script(rescue->raw, embedded_migrations, 0, version, error) &&
	       driver->script(rescue->raw->engine,
			      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON",
			      error);
}

static bool
text_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	*(char **)user = store_column_text(store, cursor, 0);
	return false;
}

/* *FITS becomes true when every table that was found is written as this version writes it. */
static bool
version_fits(struct rescue *rescue, bool *fits, GError **error)
{
	*fits = true;
	for (guint i = 0; *fits && i < rescue->entries->len; i++) {
		const struct rescue_entry *entry = rescue->entries->pdata[i];
		g_autofree char *sql = NULL;
		struct value args[] = {value_text(entry->name)};
		if (strcmp(entry->type, "table") != 0)
			continue;
		if (!store_each(rescue->raw,
				"SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = $1",
				args, 1, text_take, &sql, error))
			return false;
		*fits = g_strcmp0(sql, entry->sql) == 0;
	}
	return true;
}

static bool
is_version(gint64 version)
{
	for (const struct embedded_file *file = embedded_migrations; file->name != NULL; file++)
		if (g_ascii_strtoll(file->name, NULL, 10) == version)
			return true;
	return false;
}

/* What the head says, if we know it; else the newest whose tables are those that were found. */
static bool
version_find(struct rescue *rescue, GError **error)
{
	const struct sqlite_page_file *file = &rescue->file;
	gint64 newest = migration_newest(embedded_migrations);
	bool ours = file->headed && file->application == STORE_APPLICATION;
	rescue->version = newest;
	if (ours && is_version(file->version)) {
		rescue->version = file->version;
		return raw_open(rescue, rescue->version, error);
	}
	guint n = 0;
	while (embedded_migrations[n].name != NULL)
		n++;
	for (guint i = n; i > 0; i--) {
		gint64 tried = g_ascii_strtoll(embedded_migrations[i - 1].name, NULL, 10);
		bool fits = false;
		if (!raw_open(rescue, tried, error) || !version_fits(rescue, &fits, error))
			return false;
		rescue->version = tried;
		if (fits)
			return true;
	}
	if (ours && file->version > newest)
		return fail(error, ERROR_NEWER,
			    _("“%s” was made by a newer version of Ateliers (schema %d, this one "
			      "knows "
			      "%d); it was left as it is: install the newer version"),
			    rescue->path, (int)file->version, (int)newest);
	rescue->version = newest;
	return raw_open(rescue, newest, error);
}

/* ---- tables -------------------------------------------------------------------------------------
 */

static void
column_clear(gpointer pointer)
{
	g_free(((struct rescue_column *)pointer)->name);
}

static void
schema_free(gpointer pointer)
{
	struct rescue_table *table = pointer;
	g_array_unref(table->columns);
	g_hash_table_destroy(table->read);
	g_hash_table_destroy(table->known);
	g_hash_table_destroy(table->doubtful);
	g_free(table->name);
	g_free(table);
}

static bool
table_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct rescue *rescue = user;
	struct rescue_table *table = g_new0(struct rescue_table, 1);
	table->name = store_column_text(store, cursor, 0);
	table->entity = entity_of_table(table->name);
	table->listed = store_column_integer(store, cursor, 1) != 0;
	table->key = -1;
	table->root = -1;
	table->columns = g_array_new(FALSE, FALSE, sizeof(struct rescue_column));
	g_array_set_clear_func(table->columns, column_clear);
	table->read = rescue_ids_new();
	table->known = rescue_ids_new();
	table->doubtful = rescue_ids_new();
	g_ptr_array_add(rescue->tables, table);
	return true;
}

/* Columns of pragma_table_info: name, type, notnull, dflt_value, pk. */
static bool
column_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct rescue_table *table = user;
	g_autofree char *type = store_column_text(store, cursor, 1);
	g_autofree char *fallback = store_column_text(store, cursor, 3);
	struct rescue_column column = {.name = store_column_text(store, cursor, 0)};
	bool key = store_column_integer(store, cursor, 4) != 0;
	const struct field *field =
		table->entity != NULL ? entity_field(table->entity, column.name) : NULL;
	column.text = g_strcmp0(type, "TEXT") == 0;
	column.required = store_column_integer(store, cursor, 2) != 0 || key;
	column.spare = !column.required || fallback != NULL;
	column.derived = field != NULL && (field->flags & FIELD_DERIVED) != 0;
	if (key && !column.text && !table->listed)
		table->key = (gint)table->columns->len;
	g_array_append_val(table->columns, column);
	return true;
}

static bool
tables_define(struct rescue *rescue, GError **error)
{
	if (!store_each(rescue->raw,
			"SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE type = "
			"'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
			NULL, 0, table_take, rescue, error))
		return false;
	for (guint i = 0; i < rescue->tables->len; i++) {
		struct rescue_table *table = rescue->tables->pdata[i];
		struct value args[] = {value_text(table->name)};
		/* Without row ids the key comes first in a record (fileformat2.html §2.4). */
		const char *sql = table->listed
					  ? "SELECT name, type, \"notnull\", dflt_value, pk FROM "
					    "pragma_table_info($1) ORDER BY CASE WHEN pk > 0 THEN "
					    "pk ELSE 1000 + cid END"
					  : "SELECT name, type, \"notnull\", dflt_value, pk FROM "
					    "pragma_table_info($1) ORDER BY cid";
		if (!store_each(rescue->raw, sql, args, 1, column_take, table, error))
			return false;
	}
	return true;
}

static void
roots_define(struct rescue *rescue)
{
	for (guint i = 0; i < rescue->entries->len; i++) {
		const struct rescue_entry *entry = rescue->entries->pdata[i];
		struct rescue_table *table = rescue_table_of(rescue, entry->table);
		bool index = strcmp(entry->type, "index") == 0;
		if (table == NULL)
			continue;
		struct rescue_root root = {
			.table = table,
			.page = entry->page,
			.index = index,
			.partial = entry->sql != NULL && strstr(entry->sql, " WHERE ") != NULL,
		};
		if (!index)
			table->root = (gint)rescue->roots->len;
		g_array_append_val(rescue->roots, root);
	}
}

bool
rescue_schema(struct rescue *rescue, GError **error)
{
	rescue->entries = g_ptr_array_new_with_free_func(entry_free);
	rescue->tables = g_ptr_array_new_with_free_func(schema_free);
	rescue->roots = g_array_new(FALSE, FALSE, sizeof(struct rescue_root));
	entries_find(rescue);
	if (!version_find(rescue, error) || !tables_define(rescue, error))
		return false;
	roots_define(rescue);
	return true;
}
