/* The nth call of the engine fails while a whole file is made, opened, copied or brought to the
 * newest schema: the file is the old one or the new one (fault 4, fault 5 and fault 10 of
 * docs/reliability.md). */
#include "test.h"

#include <sqlite3.h>

#include "base/embedded.h"
#include "base/error.h"
#include "store/fault_engine.h"
#include "store/fixture.h"
#include "store/migrate.h"
#include "store/private.h"

static int
folder_open(void **state)
{
	fault_clear();
	*state = fixture_in_memory();
	return 0;
}

static int
folder_close(void **state)
{
	fault_clear();
	return fixture_close(state);
}

static char *
path_in(const struct fixture *fixture, const char *name)
{
	return g_build_filename(fixture->folder, name, NULL);
}

/* Nothing half made stays beside a file: no temporary name, no log. */
static void
assert_no_leftovers(const struct fixture *fixture, const char *name, guint n)
{
	g_autoptr(GDir) folder = g_dir_open(fixture->folder, 0, NULL);
	const char *found = NULL;
	while ((found = g_dir_read_name(folder)) != NULL)
		if (g_str_has_prefix(found, name) && strcmp(found, name) != 0)
			fail_msg("fault at call %u left %s", n, found);
}

static void
first_start__makes_a_whole_file_or_none__when_the_nth_call_fails(void **state)
{
	const struct fixture *fixture = *state;
	g_autofree char *path = path_in(fixture, "new.db");
	/* of the thousands of rows that are seeded, some are enough */
	for (guint n = 1;; n += n > 40 ? 397 : 1) {
		fault_plan =
			(struct fault_plan){.at = n, .code = ERROR_FULL, .shape = FAULT_ROLLED};
		GError *error = NULL;
		Store *store =
			store_open_with(&engine_faulty, path, STORE_OPEN_OR_MAKE, "nadia", &error);
		bool struck = fault_plan.struck;
		fault_clear();
		assert_true((store == NULL) == (error != NULL));
		g_clear_error(&error);
		store_close(store);
		assert_no_leftovers(fixture, "new.db", n);
		if (g_file_test(path, G_FILE_TEST_EXISTS))
			assert_true(store_check_file(path, NULL));
		g_unlink(path);
		if (!struck)
			break;
	}
}

static void
open__gives_a_store_or_an_error__when_the_nth_call_fails(void **state)
{
	const struct fixture *fixture = *state;
	guint n = 0;
	for (bool struck = true; struck;) {
		fault_plan = (struct fault_plan){.at = ++n, .code = ERROR_IO};
		GError *error = NULL;
		Store *store =
			store_open_with(&engine_faulty, fixture->path, STORE_OPEN, "nadia", &error);
		struck = fault_plan.struck;
		fault_clear();
		assert_true((store == NULL) == struck && (error != NULL) == struck);
		g_clear_error(&error);
		store_close(store);
	}
	assert_true(n > 4);
	assert_true(store_check_file(fixture->path, NULL));
}

static void
backup__is_sound_or_not_there__when_the_nth_call_fails(void **state)
{
	const struct fixture *fixture = *state;
	g_autofree char *copy = path_in(fixture, "copy.db");
	g_autoptr(Store) store =
		store_open_with(&engine_faulty, fixture->path, STORE_OPEN, "nadia", NULL);
	guint n = 0;
	for (bool struck = true; struck;) {
		fault_plan = (struct fault_plan){.at = ++n, .code = ERROR_FULL};
		GError *error = NULL;
		bool done = store_backup(store, copy, &error);
		struck = fault_plan.struck;
		fault_clear();
		assert_true(done != struck && (error != NULL) == struck);
		assert_int_equal(g_file_test(copy, G_FILE_TEST_EXISTS), done);
		assert_no_leftovers(fixture, "copy.db", n);
		g_clear_error(&error);
	}
	assert_true(n > 2);
	assert_true(store_check_file(copy, NULL));
}

/* ---- a change of schema -------------------------------------------------------------------------
 */

static void
script_run(const char *path, const char *sql)
{
	sqlite3 *handle = NULL;
	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	char *words = NULL;
	if (sqlite3_exec(handle, sql, NULL, NULL, &words) != SQLITE_OK)
		fail_msg("%s", words);
	sqlite3_close(handle);
}

/* A file as the first version wrote it. */
static void
old_file_make(const char *path)
{
	g_autofree char *dump = NULL;
	assert_true(g_file_get_contents("tests/data/schemas/1000.sql", &dump, NULL, NULL));
	g_autofree char *sql =
		g_strdup_printf("%s; PRAGMA application_id = %d; PRAGMA user_version = 1000", dump,
				STORE_APPLICATION);
	script_run(path, sql);
}

static gint64
version_of(const char *path)
{
	gint64 application = 0, version = 0;
	struct engine *engine = engine_sqlite.open(path, false, NULL);
	assert_non_null(engine);
	assert_true(engine_sqlite.marks(engine, &application, &version, NULL));
	engine_sqlite.close(engine);
	return version;
}

static void
migration__is_whole_or_not_there__when_the_nth_call_fails(void **state)
{
	const struct fixture *fixture = *state;
	g_autofree char *path = path_in(fixture, "old.db");
	old_file_make(path);
	guint n = 0;
	for (bool struck = true; struck;) {
		fault_plan =
			(struct fault_plan){.at = ++n, .code = ERROR_FULL, .shape = FAULT_ROLLED};
		GError *error = NULL;
		Store *store = store_open_with(&engine_faulty, path, STORE_OPEN, "nadia", &error);
		struck = fault_plan.struck;
		fault_clear();
		assert_true((store == NULL) == (error != NULL));
		g_clear_error(&error);
		store_close(store);
		assert_true(store_check_file(path, NULL));
		if (version_of(path) != 1000) /* the failure came after the change */
			break;
	}
	assert_true(n > 6);
	assert_int_equal(version_of(path), migration_newest(embedded_migrations));
	GError *error = NULL;
	g_autoptr(Store) store = store_open(path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	assert_true(store_count(store, &entity_person, NULL, value_text(NULL), NULL) > 0);
}

#define FILE_TEST(function) cmocka_unit_test_setup_teardown(function, folder_open, folder_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(first_start__makes_a_whole_file_or_none__when_the_nth_call_fails),
		FILE_TEST(open__gives_a_store_or_an_error__when_the_nth_call_fails),
		FILE_TEST(backup__is_sound_or_not_there__when_the_nth_call_fails),
		FILE_TEST(migration__is_whole_or_not_there__when_the_nth_call_fails),
	};
	return test_run("fault_file", tests);
}
