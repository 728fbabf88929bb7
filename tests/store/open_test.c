#include "test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/embedded.h"
#include "base/error.h"
#include "core/status.h"
#include "store/fixture.h"
#include "store/migrate.h"
#include "store/private.h"

/* What stands at PATH must be refused with CODE and left byte for byte as it is. */
static void
assert_refused(const char *path, enum ateliers_error code)
{
	g_autofree char *before = NULL, *after = NULL;
	gsize size_before = 0, size_after = 0;
	assert_true(g_file_get_contents(path, &before, &size_before, NULL));
	GError *error = NULL;
	assert_null(store_open(path, STORE_OPEN_OR_MAKE, "nadia", &error));
	assert_error(error, code);
	assert_non_null(strstr(error->message, path));
	g_clear_error(&error);
	assert_true(g_file_get_contents(path, &after, &size_after, NULL));
	assert_int_equal(size_after, size_before);
	assert_memory_equal(before, after, size_before);
}

static char *
file_of(struct fixture *fixture, const char *name, const char *bytes, gssize size)
{
	char *path = g_build_filename(fixture->folder, name, NULL);
	assert_true(g_file_set_contents(path, bytes, size, NULL));
	return path;
}

static void
open__refuses__an_empty_file(void **state)
{
	g_autofree char *path = file_of(*state, "empty.db", "", 0);
	assert_refused(path, ERROR_DAMAGED);
}

static void
open__refuses__a_file_that_is_no_database(void **state)
{
	g_autofree char *path = file_of(*state, "notes.txt", "Journée d’échanges\n", -1);
	assert_refused(path, ERROR_FOREIGN);
}

static void
open__refuses__a_database_of_another_program(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *path = g_build_filename(fixture->folder, "other.db", NULL);
	struct engine *engine = engine_sqlite.open(path, true, NULL);
	assert_true(
		engine_sqlite.script(engine, "CREATE TABLE t (a); PRAGMA user_version = 3", NULL));
	engine_sqlite.close(engine);
	assert_refused(path, ERROR_FOREIGN);
}

static void
open__refuses__a_newer_schema(void **state)
{
	struct fixture *fixture = *state;
	g_clear_pointer(&fixture->store, store_close);
	struct engine *engine = engine_sqlite.open(fixture->path, false, NULL);
	assert_true(engine_sqlite.mark(engine, STORE_APPLICATION, 99000, NULL));
	engine_sqlite.close(engine);
	assert_refused(fixture->path, ERROR_NEWER);
	fixture->store = NULL;
}

static void
open__refuses__a_file_cut_short(void **state)
{
	struct fixture *fixture = *state;
	g_clear_pointer(&fixture->store, store_close);
	assert_int_equal(truncate(fixture->path, 8192), 0);
	GError *error = NULL;
	assert_null(store_open(fixture->path, STORE_OPEN, "nadia", &error));
	assert_error(error, ERROR_DAMAGED);
	g_clear_error(&error);
}

/* As another program does that opens the file, writes much and closes it again, just before the
 * head is read. */
static gssize
head_after_others(const char *path, guint8 *bytes, gsize size)
{
	g_autoptr(Store) other = store_open(path, STORE_OPEN, "karim", NULL);
	assert_true(store_begin(other, "theme_new", NULL));
	for (guint i = 0; i < 2000; i++) {
		struct theme *theme = entity_new(&entity_theme);
		theme->name = g_strdup_printf("Un thème de la politique de la ville, %u", i);
		assert_true(store_insert(other, &entity_theme, theme, NULL));
		entity_free(&entity_theme, theme);
	}
	assert_true(store_commit(other, NULL, NULL));
	g_clear_pointer(&other, store_close);
	return engine_sqlite.head(path, bytes, size);
}

static void
open__takes__a_file_that_grows_meanwhile(void **state)
{
	struct fixture *fixture = *state;
	g_clear_pointer(&fixture->store, store_close);
	static struct engine_driver beside_others; /* the store keeps it */
	beside_others = engine_sqlite;
	beside_others.head = head_after_others;
	GError *error = NULL;
	fixture->store =
		store_open_with(&beside_others, fixture->path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
}

static void
open__refuses__a_trigger_that_is_not_ours(void **state)
{
	struct fixture *fixture = *state;
	g_clear_pointer(&fixture->store, store_close);
	struct engine *engine = engine_sqlite.open(fixture->path, false, NULL);
	assert_true(engine_sqlite.script(engine,
					 "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE "
					 "FROM event; END",
					 NULL));
	engine_sqlite.close(engine);
	GError *error = NULL;
	assert_null(store_open(fixture->path, STORE_OPEN, "nadia", &error));
	assert_error(error, ERROR_FOREIGN);
	g_clear_error(&error);
}

static void
open__does_not_make__what_must_exist(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *path = g_build_filename(fixture->folder, "none.db", NULL);
	GError *error = NULL;
	assert_null(store_open(path, STORE_OPEN, "nadia", &error));
	assert_error(error, ERROR_NOT_FOUND);
	g_clear_error(&error);
	assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
}

static void
make__gives__a_private_file_with_reference_data(void **state)
{
	struct fixture *fixture = *state;
	GStatBuf status;
	assert_int_equal(g_stat(fixture->path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	assert_int_equal(store_count(fixture->store, &entity_territory, "type",
				     value_text("department"), NULL),
			 101);
	assert_int_equal(store_count(fixture->store, &entity_territory, "type", value_text("town"),
				     NULL),
			 4446);
	assert_int_equal(store_count(fixture->store, &entity_territory, "type",
				     value_text("district"), NULL),
			 105);
	assert_int_equal(store_count(fixture->store, &entity_territory, "type", value_text("epci"),
				     NULL),
			 161);
	assert_true(store_count(fixture->store, &entity_holiday_period, NULL, value_text(NULL),
				NULL) > 10);
	g_autoptr(GPtrArray) gestures = history_list(fixture->store, 0, 0, NULL);
	assert_int_equal(gestures->len, 0);
}

static void
doctor__finds__nothing_in_a_new_file(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	g_autoptr(GPtrArray) problems = store_doctor(fixture->store, &error);
	assert_no_error(error);
	assert_int_equal(problems->len, 0);
}

/* ---- the tables of fields and the schema
 * ---------------------------------------------------------- */

static bool
column_row(Store *store, struct engine_cursor *cursor, gpointer user)
{
	g_ptr_array_add(user, store_column_text(store, cursor, 0));
	return true;
}

static void
schema__has__exactly_the_columns_of_the_entities(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	for (guint i = 0; entities[i] != NULL; i++) {
		g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func(g_free);
		struct value args[] = {value_text(entities[i]->table)};
		assert_true(store_each(store, "SELECT name FROM pragma_table_info($1) ORDER BY cid",
				       args, 1, column_row, columns, NULL));
		if (columns->len != entities[i]->n_fields + 2)
			fail_msg("table %s has %u columns, its entity %u", entities[i]->table,
				 columns->len, entities[i]->n_fields + 2);
		for (guint j = 0; j < entities[i]->n_fields; j++)
			if (entity_field(entities[i], g_ptr_array_index(columns, j + 2)) == NULL)
				fail_msg("%s.%s has no field", entities[i]->table,
					 (char *)g_ptr_array_index(columns, j + 2));
	}
}

/* Every code of a list must pass the CHECK of its column, or a person's choice would be refused by
 * the engine alone. */
static void
schema__accepts__every_code_of_every_list(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	for (guint i = 0; entities[i] != NULL; i++)
		for (guint j = 0; j < entities[i]->n_fields; j++) {
			const struct field *field = &entities[i]->fields[j];
			for (guint k = 0; field->kind == FIELD_CODE && k < field->codes->n; k++) {
				gint64 found = 0;
				g_autofree char *pattern =
					g_strdup_printf("%%'%s'%%", field->codes->codes[k].code);
				struct value args[] = {value_text(entities[i]->table),
						       value_text(pattern)};
				assert_true(store_number(store,
							 "SELECT count(*) FROM sqlite_schema WHERE "
							 "name = $1 AND sql LIKE $2",
							 args, 2, 0, &found, NULL));
				if (found != 1)
					fail_msg("%s.%s does not know “%s”", entities[i]->table,
						 field->name, field->codes->codes[k].code);
			}
		}
}

static void
schema__refuses__empty_text_and_unknown_words(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	GError *error = NULL;
	struct value none[] = {value_text(NULL)};
	assert_false(store_run(store,
			       "INSERT INTO theme (id, rev, name, sort_key, search_key) VALUES "
			       "(1, 1, '', 'a', 'a')",
			       none, 0, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
	assert_false(store_run(store,
			       "INSERT INTO holiday (id, rev, kind, name, first_day, last_day) "
			       "VALUES (1, 1, "
			       "'whim', 'x', '2026-01-01', '2026-01-02')",
			       none, 0, NULL, &error));
	assert_error(error, ERROR_INVALID);
	g_clear_error(&error);
}

/* ---- migrations
 * ----------------------------------------------------------------------------------- */

static const struct embedded_file later[] = {
	{"9001-later.sql", "ALTER TABLE theme ADD COLUMN colour TEXT;"},
	{.name = NULL},
};

static const struct embedded_file broken[] = {
	{"9001-later.sql", "ALTER TABLE theme ADD COLUMN colour TEXT; CREATE NONSENSE;"},
	{.name = NULL},
};

static guint
backups_of(const char *path)
{
	g_autofree char *folder = store_backup_folder(path);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	guint n = 0;
	while (dir != NULL && g_dir_read_name(dir) != NULL)
		n++;
	return n;
}

static void
migration__keeps__a_sound_backup_first(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	assert_true(migrate_to_newest(fixture->store, later, false, &error));
	assert_no_error(error);
	assert_int_equal(backups_of(fixture->path), 1);
	gint64 application = 0, version = 0;
	assert_true(engine_sqlite.marks(fixture->store->engine, &application, &version, NULL));
	assert_int_equal(version, 9001);
}

static void
migration__changes__nothing_when_it_fails(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	assert_false(migrate_to_newest(fixture->store, broken, false, &error));
	assert_non_null(error);
	assert_non_null(strstr(error->message, "9001-later.sql"));
	g_clear_error(&error);
	gint64 application = 0, version = 0;
	assert_true(engine_sqlite.marks(fixture->store->engine, &application, &version, NULL));
	assert_int_equal(version, migration_newest(embedded_migrations));
	g_autoptr(Rows) themes = store_all(fixture->store, &entity_theme, &error);
	assert_no_error(error);
	assert_non_null(themes);
}

static void
backup__is__a_whole_and_sound_copy(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	struct person *person = person_made(fixture->store, "Zoé", "Élan");
	commit(fixture->store);
	g_autofree char *copy = g_build_filename(fixture->folder, "copy.db", NULL);
	GError *error = NULL;
	assert_true(store_backup(fixture->store, copy, &error));
	assert_no_error(error);
	assert_false(store_backup(fixture->store, copy, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	g_autoptr(Store) other = store_open(copy, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	struct person *there = store_get(other, &entity_person, person->id, &error);
	assert_text(there->last_name, "Élan");
	entity_free(&entity_person, there);
	entity_free(&entity_person, person);
}

static void
keys__are_made_again__when_the_folding_has_changed(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture->store);
	struct person *person = person_made(fixture->store, "Zoé", "Œuvrard");
	commit(fixture->store);
	g_clear_pointer(&fixture->store, store_close);
	struct engine *engine = engine_sqlite.open(fixture->path, false, NULL);
	assert_true(
		engine_sqlite
			.script(engine,
				"UPDATE person SET search_key = 'old'; UPDATE counter SET value = "
				"999 WHERE name = 'key version'",
				NULL));
	engine_sqlite.close(engine);
	GError *error = NULL;
	fixture->store = store_open(fixture->path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	struct person *now = store_get(fixture->store, &entity_person, person->id, &error);
	assert_text(now->search_key, person->search_key);
	assert_int_equal(now->rev, person->rev);
	entity_free(&entity_person, now);
	entity_free(&entity_person, person);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(open__refuses__an_empty_file),
		TEST(open__refuses__a_file_that_is_no_database),
		TEST(open__refuses__a_database_of_another_program),
		TEST(open__refuses__a_newer_schema),
		TEST(open__refuses__a_file_cut_short),
		TEST(open__takes__a_file_that_grows_meanwhile),
		TEST(open__refuses__a_trigger_that_is_not_ours),
		TEST(open__does_not_make__what_must_exist),
		TEST(make__gives__a_private_file_with_reference_data),
		TEST(doctor__finds__nothing_in_a_new_file),
		TEST(schema__has__exactly_the_columns_of_the_entities),
		TEST(schema__accepts__every_code_of_every_list),
		TEST(schema__refuses__empty_text_and_unknown_words),
		TEST(migration__keeps__a_sound_backup_first),
		TEST(migration__changes__nothing_when_it_fails),
		TEST(keys__are_made_again__when_the_folding_has_changed),
		TEST(backup__is__a_whole_and_sound_copy),
	};
	return test_run("open", tests);
}
