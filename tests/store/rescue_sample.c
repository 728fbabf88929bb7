#include "rescue_sample.h"

#include "test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cli/demo.h"
#include "store/private.h"

/* ---- the sound file -----------------------------------------------------------------------------
 */

static void
row_free(gpointer pointer)
{
	struct sample_row *row = pointer;
	entity_free(row->entity, row->row);
	g_array_unref(row->pages);
	g_free(row);
}

static void
rows_load(struct sample *sample)
{
	GError *error = NULL;
	g_autoptr(Store) store = store_open(sample->sound, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	for (guint i = 0; entities[i] != NULL; i++) {
		g_autoptr(Rows) rows = store_all(store, entities[i], &error);
		assert_no_error(error);
		for (guint j = 0; j < rows->n; j++) {
			struct sample_row *row = g_new0(struct sample_row, 1);
			row->entity = entities[i];
			row->row = g_steal_pointer(&rows->row[j]);
			row->pages = g_array_new(FALSE, FALSE, sizeof(guint32));
			g_hash_table_insert(sample->rows, row->row, row);
			rows->row[j] = NULL;
		}
	}
}

struct root {
	char *name;
	guint32 page;
	bool index;
};

static bool
root_take(Store *store, struct engine_cursor *cursor, gpointer user)
{
	struct root root = {store_column_text(store, cursor, 0),
			    (guint32)store_column_integer(store, cursor, 1),
			    store_column_integer(store, cursor, 2) != 0};
	g_array_append_val((GArray *)user, root);
	return true;
}

static GArray *
roots_load(const struct sample *sample)
{
	GError *error = NULL;
	GArray *roots = g_array_new(FALSE, FALSE, sizeof(struct root));
	g_autoptr(Store) store = store_open(sample->sound, STORE_OPEN, "nadia", &error);
	struct root schema = {g_strdup("sqlite_schema"), 1, false};
	g_array_append_val(roots, schema);
	store_each(store,
		   "SELECT name, rootpage, type = 'index' OR sql LIKE '%WITHOUT ROWID%' FROM "
		   "sqlite_schema WHERE rootpage > 0",
		   NULL, 0, root_take, roots, &error);
	assert_no_error(error);
	return roots;
}

struct placing {
	const struct sample *sample;
	const struct sqlite_page_file *file;
	guint32 page;
};

static void
row_place(const struct sqlite_page_record *record, gpointer user)
{
	struct placing *placing = user;
	gint64 id = record->rowid;
	struct sample_row *row = g_hash_table_lookup(placing->sample->rows, &id);
	/* A text that goes on elsewhere has just marked those pages. */
	for (guint32 page = 1; page <= placing->file->n; page++)
		if (placing->file->used[page] != 0) {
			if (row != NULL)
				g_array_append_val(row->pages, page);
			placing->file->used[page] = 0;
		}
	if (row != NULL)
		g_array_append_val(row->pages, placing->page);
}

static void
pages_load(struct sample *sample)
{
	GError *error = NULL;
	struct sqlite_page_file file;
	struct sqlite_page_map map;
	g_autoptr(GArray) roots = roots_load(sample);
	sqlite_page_file_load(&file, sample->sound, &error);
	assert_no_error(error);
	assert_int_equal(file.page_size, SAMPLE_PAGE);
	sqlite_page_map_init(&map, &file, roots->len);
	for (guint i = 0; i < roots->len; i++) {
		const struct root *root = &g_array_index(roots, struct root, i);
		sqlite_page_map_follow(&map, i, root->page, !root->index);
		assert_int_equal(map.broken[i], 0);
		g_ptr_array_add(sample->tables, root->name);
	}
	for (guint32 page = 1; page <= file.n; page++) {
		struct placing placing = {sample, &file, page};
		gint owner = map.owner[page];
		if (owner >= 0 && !g_array_index(roots, struct root, (guint)owner).index)
			assert_int_equal(sqlite_page_read(&map, page, row_place, &placing), 0);
	}
	sample->n_pages = file.n;
	sample->owner = g_memdup2(map.owner, sizeof(gint) * ((gsize)file.n + 1));
	sqlite_page_map_clear(&map);
	sqlite_page_file_clear(&file);
}

struct sample *
sample_make(void)
{
	GError *error = NULL;
	struct sample *sample = g_new0(struct sample, 1);
	if (g_access("/dev/shm", W_OK) == 0)
		g_setenv("TMPDIR", "/dev/shm", TRUE);
	sample->folder = g_dir_make_tmp("ateliers-test-XXXXXX", NULL);
	g_setenv("XDG_STATE_HOME", sample->folder, TRUE);
	g_setenv("ATELIERS_NOW", "2026-11-23T08:30:00Z", TRUE);
	sample->sound = g_build_filename(sample->folder, "sound.db", NULL);
	sample->bad = g_build_filename(sample->folder, "bad.db", NULL);
	sample->made = g_build_filename(sample->folder, "made.db", NULL);
	demo_make(sample->sound, &error);
	assert_no_error(error);
	sample->rows = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, row_free);
	sample->tables = g_ptr_array_new_with_free_func(g_free);
	rows_load(sample);
	pages_load(sample);
	g_file_get_contents(sample->sound, &sample->bytes, &sample->size, &error);
	assert_no_error(error);
	return sample;
}

void
sample_free(struct sample *sample)
{
	const char *const files[] = {sample->sound, sample->bad, sample->made};
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *log = g_strconcat(files[i], "-wal", NULL);
		g_autofree char *index = g_strconcat(files[i], "-shm", NULL);
		g_unlink(files[i]);
		g_unlink(log);
		g_unlink(index);
	}
	g_rmdir(sample->folder);
	g_hash_table_destroy(sample->rows);
	g_ptr_array_unref(sample->tables);
	g_free(sample->owner);
	g_free(sample->bytes);
	g_free(sample->sound);
	g_free(sample->bad);
	g_free(sample->made);
	g_free(sample->folder);
	g_free(sample);
}

/* ---- damaging and rescuing ----------------------------------------------------------------------
 */

void
sample_write(const struct sample *sample, const char *bytes, gsize size)
{
	GError *error = NULL;
	g_autofree char *log = g_strconcat(sample->bad, "-wal", NULL);
	g_unlink(log);
	g_unlink(sample->bad); /* GLib does not cut what was longer */
	g_file_set_contents_full(sample->bad, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0600,
				 &error);
	assert_no_error(error);
}

static char *
digest_of(const char *path)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	if (!g_file_get_contents(path, &bytes, &size, NULL))
		return g_strdup("");
	return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
}

RescueReport *
sample_rescue(const struct sample *sample, Store **store, GError **error)
{
	g_autofree char *log = g_strconcat(sample->bad, "-wal", NULL);
	g_autofree char *before = digest_of(sample->bad), *log_before = digest_of(log);
	g_unlink(sample->made);
	RescueReport *report = store_rescue(sample->bad, sample->made, error);
	g_autofree char *after = digest_of(sample->bad), *log_after = digest_of(log);
	assert_string_equal(before, after);
	assert_string_equal(log_before, log_after);
	assert_int_equal(report != NULL, g_file_test(sample->made, G_FILE_TEST_EXISTS));
	if (report != NULL && store != NULL)
		*store = store_open(sample->made, STORE_OPEN, "nadia", error);
	return report;
}

struct rescue_count
sample_count(const RescueReport *report, const char *table)
{
	for (guint i = 0; i < report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(report->counts, struct rescue_count, i);
		if (strcmp(count->table, table) == 0)
			return *count;
	}
	return (struct rescue_count){.table = table};
}

/* ---- judging ------------------------------------------------------------------------------------
 */

static bool
on_sound_pages(const struct sample_row *row, const bool *damaged)
{
	for (guint i = 0; i < row->pages->len; i++)
		if (damaged[g_array_index(row->pages, guint32, i)])
			return false;
	return true;
}

/* How many members differ: cleared ones, and all others. */
static void
row_compare(const struct entity *entity, const void *before, const void *after, guint *cleared,
	    guint *other)
{
	for (guint i = 0; i < entity->n_fields; i++) {
		const struct field *field = &entity->fields[i];
		if (value_equal(field_get(field, before), field_get(field, after)))
			continue;
		*(field_missing(field, after) ? cleared : other) += 1;
	}
	const struct row_head *first = before, *second = after;
	*other += first->rev != second->rev;
}

struct tally {
	guint cleared, missing;
	guint seeded; /* reference rows of a new file, as the report says */
};

static void
row_judge(const struct sample *sample, const struct entity *entity, const void *row,
	  const bool *damaged, bool forgiven, guint seed, struct tally *tally,
	  struct sample_outcome *outcome)
{
	const struct row_head *head = row;
	const struct sample_row *known = g_hash_table_lookup(sample->rows, &head->id);
	guint cleared = 0, other = 0;
	if (known == NULL && tally->seeded > 0) {
		tally->seeded--;
		return;
	}
	if (known == NULL || known->entity != entity) {
		if (!forgiven)
			fail_msg("CHANCE_SEED=%u: a row of %s was invented", seed, entity->table);
		outcome->invented++;
		return;
	}
	row_compare(entity, known->row, row, &cleared, &other);
	/* On a page that is torn, zeros make a value missing, and nothing tells that it was there.
	 */
	tally->cleared += on_sound_pages(known, damaged) ? cleared : 0;
	if (other == 0)
		return;
	if (!forgiven || on_sound_pages(known, damaged))
		fail_msg("CHANCE_SEED=%u: a row of %s was altered", seed, entity->table);
	outcome->altered++;
}

/* Rows that stood on no damaged page and are not there: as many at most as the report owns up to.
 */
static void
missing_count(const struct sample *sample, Store *store, const bool *damaged, GHashTable *tallies,
	      struct sample_outcome *outcome)
{
	GHashTableIter iter;
	gpointer value = NULL;
	g_hash_table_iter_init(&iter, sample->rows);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct sample_row *known = value;
		const struct row_head *head = known->row;
		bool sound = on_sound_pages(known, damaged);
		void *row = store_get(store, known->entity, head->id, NULL);
		struct tally *tally = g_hash_table_lookup(tallies, known->entity);
		outcome->rows++;
		outcome->sound += sound;
		outcome->saved += row != NULL;
		tally->missing += sound && row == NULL;
		entity_free(known->entity, row);
	}
}

struct sample_outcome
sample_judge(const struct sample *sample, Store *store, const RescueReport *report,
	     const bool *damaged, bool forgiven, guint seed)
{
	struct sample_outcome outcome = {.rows = 0};
	GError *error = NULL;
	guint unplaced = report->unplaced;
	g_autoptr(GHashTable) tallies =
		g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
	g_autoptr(GPtrArray) problems = store_doctor(store, &error);
	assert_no_error(error);
	if (problems->len > 0)
		fail_msg("CHANCE_SEED=%u: %s", seed, (const char *)problems->pdata[0]);
	for (guint i = 0; entities[i] != NULL; i++) {
		struct tally *tally = g_new0(struct tally, 1);
		tally->seeded = sample_count(report, entities[i]->table).seeded;
		g_autoptr(Rows) rows = store_all(store, entities[i], &error);
		assert_no_error(error);
		g_hash_table_insert(tallies, (gpointer)(gsize)entities[i], tally);
		for (guint j = 0; j < rows->n; j++)
			row_judge(sample, entities[i], rows->row[j], damaged, forgiven, seed, tally,
				  &outcome);
	}
	missing_count(sample, store, damaged, tallies, &outcome);
	for (guint i = 0; entities[i] != NULL; i++) {
		const struct tally *tally = g_hash_table_lookup(tallies, entities[i]);
		struct rescue_count count = sample_count(report, entities[i]->table);
		if (tally->cleared > count.references + count.values && !forgiven)
			fail_msg("CHANCE_SEED=%u: %u values of %s are cleared, %u were reported",
				 seed, tally->cleared, entities[i]->table,
				 count.references + count.values);
		/* A changed byte may make a row of another, in whose place the true one finds it.
		 */
		guint owned = count.fallen + count.refused + (forgiven ? count.lost : 0);
		if (tally->missing > owned + unplaced)
			fail_msg("CHANCE_SEED=%u: %u rows of %s on sound pages are not there, %u "
				 "were reported",
				 seed, tally->missing, entities[i]->table, owned);
	}
	return outcome;
}
