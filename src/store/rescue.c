#include "store/rescue_private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/output.h"
#include "core/reference.h"
#include "store/migrate.h"

/* ---- ids ----------------------------------------------------------------------------------------
 */

GHashTable *
rescue_ids_new(void)
{
	return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
}

void
rescue_id_add(GHashTable *ids, gint64 id)
{
	if (!rescue_id_has(ids, id))
		g_hash_table_add(ids, g_memdup2(&id, sizeof id));
}

bool
rescue_id_has(GHashTable *ids, gint64 id)
{
	return g_hash_table_contains(ids, &id);
}

struct rescue_table *
rescue_table_of(const struct rescue *rescue, const char *name)
{
	for (guint i = 0; i < rescue->tables->len; i++) {
		struct rescue_table *table = rescue->tables->pdata[i];
		if (strcmp(table->name, name) == 0)
			return table;
	}
	return NULL;
}

/* ---- the report ---------------------------------------------------------------------------------
 */

static void
named_clear(gpointer pointer)
{
	g_free(((struct rescue_named *)pointer)->name);
}

static RescueReport *
report_new(void)
{
	RescueReport *report = g_new0(RescueReport, 1);
	report->counts = g_array_new(FALSE, FALSE, sizeof(struct rescue_count));
	report->fallen = g_array_new(FALSE, FALSE, sizeof(struct rescue_named));
	report->doubtful = g_array_new(FALSE, FALSE, sizeof(struct rescue_named));
	g_array_set_clear_func(report->fallen, named_clear);
	g_array_set_clear_func(report->doubtful, named_clear);
	return report;
}

void
rescue_report_free(RescueReport *report)
{
	if (report == NULL)
		return;
	g_array_unref(report->counts);
	g_array_unref(report->fallen);
	g_array_unref(report->doubtful);
	g_free(report);
}

static const char *
table_label(const char *table)
{
	const struct entity *entity = entity_of_table(table);
	if (entity != NULL)
		return entity->label;
	if (strcmp(table, "gesture") == 0)
		return N_("entry of the history");
	if (strcmp(table, "change") == 0)
		return N_("change in the history");
	return N_("counter of numbers");
}

struct rescue_count *
rescue_count_of(struct rescue *rescue, const char *table)
{
	GArray *counts = rescue->report->counts;
	for (guint i = 0; i < counts->len; i++) {
		struct rescue_count *count = &g_array_index(counts, struct rescue_count, i);
		if (strcmp(count->table, table) == 0)
			return count;
	}
	struct rescue_count fresh = {.table = g_intern_string(table), .label = table_label(table)};
	g_array_append_val(counts, fresh);
	return &g_array_index(counts, struct rescue_count, counts->len - 1);
}

guint
rescue_ids_missing(const struct rescue_table *table)
{
	GHashTableIter iter;
	gpointer id = NULL;
	guint n = 0;
	g_hash_table_iter_init(&iter, table->known);
	while (g_hash_table_iter_next(&iter, &id, NULL))
		n += !g_hash_table_contains(table->read, id);
	return n;
}

static void
losses_count(struct rescue *rescue)
{
	for (guint i = 0; i < rescue->tables->len; i++) {
		const struct rescue_table *table = rescue->tables->pdata[i];
		guint lost = MAX(rescue_ids_missing(table), table->torn);
		if (lost + table->values == 0)
			continue;
		struct rescue_count *count = rescue_count_of(rescue, table->name);
		count->lost = lost;
		count->values += table->values;
	}
}

static bool
saved_count(struct rescue *rescue, const char *table, GError **error)
{
	gint64 n = 0;
	g_autofree char *sql = g_strdup_printf("SELECT count(*) FROM %s", table);
	if (!store_number(rescue->made, sql, NULL, 0, 0, &n, error))
		return false;
	if (n > 0) {
		struct rescue_count *count = rescue_count_of(rescue, table);
		count->saved = (guint)n - count->seeded;
	}
	return true;
}

static bool
counts_finish(struct rescue *rescue, GError **error)
{
	static const char *const own[] = {"gesture", "change", "counter"};
	RescueReport *report = rescue->report;
	for (guint i = 0; entities[i] != NULL; i++)
		if (!saved_count(rescue, entities[i]->table, error))
			return false;
	for (gsize i = 0; i < G_N_ELEMENTS(own); i++)
		if (!saved_count(rescue, own[i], error))
			return false;
	for (guint i = 0; i < report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(report->counts, struct rescue_count, i);
		report->saved += count->saved;
		report->lost += count->lost + count->fallen + count->refused;
	}
	return true;
}

/* Inner pages of tables that were followed, unused ones, and those of indexes: no row stands there.
 */
static bool
page_is_needless(const struct rescue *rescue, guint32 page)
{
	struct sqlite_page_head head;
	gint owner = rescue->map.owner[page];
	if (owner == OWNER_FREE)
		return true;
	return sqlite_page_head(&rescue->file, page, &head) &&
	       (owner >= 0 || head.kind == SQLITE_PAGE_INDEX_LEAF ||
		head.kind == SQLITE_PAGE_INDEX_INNER);
}

static void
pages_count(struct rescue *rescue)
{
	RescueReport *report = rescue->report;
	const struct sqlite_page_file *file = &rescue->file;
	report->pages = file->n + file->missing;
	report->pages_bad = file->missing;
	report->pages_logged = file->logged;
	report->log_refused = file->log_refused;
	for (guint32 page = 1; page <= file->n; page++)
		report->pages_bad += file->used[page] == 0 && !page_is_needless(rescue, page);
}

/* ---- making it ----------------------------------------------------------------------------------
 */

/* A gesture of which changes are lost would be undone by halves. */
static bool
history_seal(struct rescue *rescue, GError **error)
{
	RescueReport *report = rescue->report;
	bool lost = report->pages_bad > 0 || report->log_refused;
	for (guint i = 0; i < report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(report->counts, struct rescue_count, i);
		lost |= count->lost + count->fallen + count->refused + count->references +
				count->values + count->doubtful >
			0;
	}
	report->sealed = lost;
	return !lost ||
	       store_run(rescue->made, "UPDATE gesture SET final = 1", NULL, 0, NULL, error);
}

/* Reference data that were lost are those of a new file again: territories, which nobody types in
 * or deletes, and holidays when none is left. */
static bool
reference_mend(struct rescue *rescue, const struct entity *entity, bool any, GError **error)
{
	struct rescue_count *count = rescue_count_of(rescue, entity->table);
	gint64 before = store_count(rescue->made, entity, NULL, value_text(NULL), error);
	bool wanted = count->lost + count->refused > 0 && (any || before == 0);
	if (before < 0 || !wanted)
		return before >= 0;
	if (!store_seed_missing(rescue->made, entity, error))
		return false;
	gint64 after = store_count(rescue->made, entity, NULL, value_text(NULL), error);
	if (after < 0)
		return false;
	count->seeded = (guint)(after - before);
	count->lost = MAX(count->lost, count->seeded);
	rescue->report->seeded += count->seeded;
	return true;
}

static bool
made_fill(struct rescue *rescue, GError **error)
{
	gint64 newest = migration_newest(embedded_migrations);
	Store *made = rescue->made;
	if (!migrate_script(made, embedded_migrations, 0, newest, error) ||
	    !rescue_mend(rescue, error))
		return false;
	losses_count(rescue);
	return reference_mend(rescue, &entity_territory, true, error) &&
	       reference_mend(rescue, &entity_holiday_period, false, error) &&
	       rescue_history(rescue, error) && rescue_counters(rescue, error) &&
	       history_seal(rescue, error) && counts_finish(rescue, error) &&
	       made->driver->mark(made->engine, STORE_APPLICATION, newest, error);
}

/* Whatever the file held, what comes out of it is sound, or nothing comes out of it. */
static bool
made_check(struct rescue *rescue, GError **error)
{
	g_autoptr(GPtrArray) problems = store_doctor(rescue->made, error);
	if (problems == NULL)
		return false;
	return problems->len == 0 ||
	       fail(error, ERROR_DAMAGED, _("what was saved does not make a sound database: %s"),
		    (const char *)problems->pdata[0]);
}

static bool
made_open(struct rescue *rescue, GError **error)
{
	const struct engine_driver *driver = rescue->driver;
	Store *made = store_new(driver, ":memory:", NULL);
	rescue->made = made;
	made->engine = driver->open(":memory:", true, error);
	return made->engine != NULL &&
	       driver->script(made->engine, "PRAGMA foreign_keys = OFF", error) &&
	       driver->begin(made->engine, error);
}

static bool
made_write(struct rescue *rescue, GError **error)
{
	if (!made_open(rescue, error))
		return false;
	if (!made_fill(rescue, error)) {
		rescue->driver->rollback(rescue->made->engine);
		return false;
	}
	g_clear_pointer(&rescue->raw, store_close);
	return rescue->driver->commit(rescue->made->engine, error) && made_check(rescue, error);
}

/* A copy like any other: checked before it gets its name. */
static bool
made_name(struct rescue *rescue, const char *path, GError **error)
{
	g_autofree char *temporary = g_strdup_printf("%s.%d.new", path, (int)getpid());
	store_files_remove(temporary);
	bool done = rescue->driver->copy(rescue->made->engine, temporary, error) &&
		    store_check_with(rescue->driver, temporary, error);
	if (!done && error != NULL && *error != NULL)
		g_prefix_error(error, _("“%s”: "), path);
	int trouble = done ? output_name_new(temporary, path) : 0;
	if (trouble != 0)
		done = fail(error, ERROR_IO, _("“%s” cannot be written: %s"), path,
			    g_strerror(trouble));
	store_files_remove(temporary);
	return done;
}

/* ---- the whole ----------------------------------------------------------------------------------
 */

static bool
raw_fill(struct rescue *rescue, GError **error)
{
	gint64 newest = migration_newest(embedded_migrations);
	if (!rescue_schema(rescue, error) || !rescue_read(rescue, error))
		return false;
	pages_count(rescue);
	guint rows = 0;
	for (guint i = 0; i < rescue->tables->len; i++) {
		const struct rescue_table *table = rescue->tables->pdata[i];
		rows += g_hash_table_size(table->read);
	}
	if (rows == 0)
		return fail(error, ERROR_DAMAGED, _("no row of Ateliers is left in “%s”"),
			    rescue->path);
	return migrate_script(rescue->raw, embedded_migrations, rescue->version, newest, error);
}

static void
rescue_clear(struct rescue *rescue)
{
	store_close(rescue->made);
	store_close(rescue->raw);
	if (rescue->map.owner != NULL)
		sqlite_page_map_clear(&rescue->map);
	g_clear_pointer(&rescue->entries, g_ptr_array_unref);
	g_clear_pointer(&rescue->tables, g_ptr_array_unref);
	g_clear_pointer(&rescue->roots, g_array_unref);
	g_hash_table_destroy(rescue->numbers);
	sqlite_page_file_clear(&rescue->file);
}

RescueReport *
store_rescue_with(const struct engine_driver *driver, const char *path, const char *made,
		  GError **error)
{
	if (made != NULL && g_file_test(made, G_FILE_TEST_EXISTS)) {
		fail(error, ERROR_IO,
		     _("“%s” already exists and was left as it is: choose another name"), made);
		return NULL;
	}
	struct rescue rescue = {.driver = driver, .path = path, .report = report_new()};
	rescue.numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	bool done = sqlite_page_file_load(&rescue.file, path, error) && raw_fill(&rescue, error) &&
		    made_write(&rescue, error) && (made == NULL || made_name(&rescue, made, error));
	rescue_clear(&rescue);
	if (!done)
		g_clear_pointer(&rescue.report, rescue_report_free);
	return rescue.report;
}

RescueReport *
store_rescue(const char *path, const char *made, GError **error)
{
	return store_rescue_with(&engine_sqlite, path, made, error);
}
