/* The engine of SQLite where it cannot do what it is asked: it says why, and what it can still do
 * it does (fault 6 and fault 7 of docs/reliability.md, docs/adr/0006). */
#include "test.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/error.h"
#include "base/i18n.h"
#include "store/erase.h"
#include "store/fixture.h"
#include "store/private.h"

/* ---- reading where nothing can be written -------------------------------------------------------
 */

/* A link of that name: the index of the log cannot be made, as in a folder without rights (for root
 * there is none). */
static void
index_block(const struct fixture *fixture)
{
	g_autofree char *name = g_strconcat(fixture->path, "-shm", NULL);
	g_unlink(name);
	assert_int_equal(symlink("nowhere", name), 0);
}

static void
file_copy(const char *from, const char *to)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(from, &bytes, &size, NULL));
	assert_true(g_file_set_contents_full(to, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE,
					     0600, NULL));
}

/* The file as a crash leaves it: a theme stands in the log alone. */
static void
crash(struct fixture *fixture)
{
	char *live = fixture->path;
	g_autofree char *live_log = g_strconcat(live, "-wal", NULL);
	fixture->path = g_build_filename(fixture->folder, "crashed.db", NULL);
	g_autofree char *log = g_strconcat(fixture->path, "-wal", NULL);
	theme_made(fixture->store, "Dans le journal");
	file_copy(live, fixture->path);
	file_copy(live_log, log);
	g_clear_pointer(&fixture->store, store_close);
	g_unlink(live);
	g_free(live);
}

static gint64
themes(Store *store)
{
	GError *error = NULL;
	gint64 n = store_count(store, &entity_theme, NULL, value_text(NULL), &error);
	assert_no_error(error);
	return n;
}

/* Opened to read alone, with THEMES of them; it says why nothing can be saved. */
static void
assert_read_only(struct fixture *fixture, gint64 n_themes)
{
	GError *error = NULL;
	fixture->store = store_open(fixture->path, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	assert_non_null(store_read_only(fixture->store));
	assert_int_equal(themes(fixture->store), n_themes);
	assert_false(store_begin(fixture->store, "test", &error));
	assert_non_null(error);
	assert_non_null(strstr(error->message, store_read_only(fixture->store)));
	g_clear_error(&error);
}

static void
open__reads_all_the_same__where_the_index_cannot_be_made(void **state)
{
	struct fixture *fixture = *state;
	theme_made(fixture->store, "Habitat");
	g_clear_pointer(&fixture->store, store_close);
	index_block(fixture);
	assert_read_only(fixture, 1);
}

/* The private copy goes where nothing stays of it; where there is no such place, to another. */
static void
open__reads_what_stands_in_the_log__where_the_index_cannot_be_made(void **state)
{
	struct fixture *fixture = *state;
	crash(fixture);
	index_block(fixture);
	g_autofree char *private = g_build_filename(fixture->folder, "run", NULL);
	const char *const places[] = {private, "run", "/nowhere/run", NULL};
	assert_int_equal(g_mkdir(private, 0700), 0);
	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		if (places[i] != NULL)
			g_setenv("XDG_RUNTIME_DIR", places[i], TRUE);
		else
			g_unsetenv("XDG_RUNTIME_DIR");
		assert_read_only(fixture, 1);
		g_clear_pointer(&fixture->store, store_close);
		assert_int_equal(files_in(private), 0);
	}
}

/* No file may be made longer, as on a full disk; what was before. */
static struct rlimit
size_limit(rlim_t size)
{
	struct rlimit before;
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	struct rlimit limit = {.rlim_cur = size, .rlim_max = before.rlim_max};
	setrlimit(RLIMIT_FSIZE, &limit);
	return before;
}

/* What cannot be copied whole is not shown by halves. */
static void
open__is_refused__when_there_is_no_room_for_the_copy(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	crash(fixture);
	index_block(fixture);
	struct rlimit before = size_limit(100000);
	Store *store = store_open(fixture->path, STORE_OPEN, "nadia", &error);
	setrlimit(RLIMIT_FSIZE, &before);
	assert_null(store);
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, fixture->path));
	g_clear_error(&error);
}

static void
open_to_read__reads__and_says_so_when_it_cannot(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	struct engine *engine = engine_sqlite.open_to_read(fixture->path, &error);
	assert_no_error(error);
	gint64 application = 0, version = 0;
	assert_true(engine_sqlite.marks(engine, &application, &version, &error));
	assert_int_equal(application, STORE_APPLICATION);
	assert_false(engine_sqlite.script(engine, "DELETE FROM theme", &error));
	assert_error(error, ERROR_READ_ONLY);
	g_clear_error(&error);
	engine_sqlite.close(engine);
	assert_null(engine_sqlite.open_to_read(fixture->folder, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	engine_sqlite.close(NULL);
}

static void
open__refuses__what_is_no_database(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	g_autofree char *path = g_build_filename(fixture->folder, "notes.txt", NULL);
	g_autofree char *words = g_strnfill(4096, 'x');
	assert_true(g_file_set_contents(path, words, -1, NULL));
	assert_null(engine_sqlite.open(path, false, &error));
	assert_error(error, ERROR_FOREIGN);
	g_clear_error(&error);
}

/* Who writes waits for others, but not for ever. */
static void
begin__gives_up__when_another_writes_without_end(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	g_autoptr(Store) colleague = store_open(fixture->path, STORE_OPEN, "marc", &error);
	assert_no_error(error);
	assert_true(store_begin(colleague, "test", &error));
	gint64 since = g_get_monotonic_time();
	assert_false(store_begin(fixture->store, "test", &error));
	assert_error(error, ERROR_BUSY);
	g_clear_error(&error);
	assert_true(g_get_monotonic_time() - since >= 5 * G_USEC_PER_SEC);
	store_rollback(colleague);
	theme_made(fixture->store, "Habitat");
	assert_int_equal(themes(colleague), 1);
}

/* ---- a file that goes and comes back ------------------------------------------------------------
 */

static void
store__goes_on__when_the_file_is_there_again(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	g_autofree char *away = g_strconcat(fixture->path, ".away", NULL);
	g_autofree char *copy = g_build_filename(fixture->folder, "copy.db", NULL);
	theme_made(fixture->store, "Habitat");
	assert_true(store_scrub(fixture->store, &error));
	assert_int_equal(g_rename(fixture->path, away), 0);
	assert_false(store_reopen(fixture->store));
	assert_int_equal(store_count(fixture->store, &entity_theme, NULL, value_text(NULL), &error),
			 -1);
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_false(fixture->store->driver->copy(fixture->store->engine, copy, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_false(store_scrub(fixture->store, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	assert_false(store_begin(fixture->store, "test", &error));
	g_clear_error(&error);
	assert_int_equal(g_rename(away, fixture->path), 0);
	theme_made(fixture->store, "Friches");
	assert_int_equal(themes(fixture->store), 2);
}

/* There was no room for the index of the log for a while. */
static void
store__can_save_again__when_there_is_room(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	theme_made(fixture->store, "Habitat");
	assert_true(store_scrub(fixture->store, &error));
	struct rlimit before = size_limit(4096);
	assert_true(store_reopen(fixture->store));
	assert_non_null(store_read_only(fixture->store));
	assert_int_equal(themes(fixture->store), 1);
	assert_false(store_begin(fixture->store, "test", &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	setrlimit(RLIMIT_FSIZE, &before);
	theme_made(fixture->store, "Friches");
	assert_null(store_read_only(fixture->store));
	assert_int_equal(themes(fixture->store), 2);
}

/* ---- statements ---------------------------------------------------------------------------------
 */

/* A query within itself has a statement of its own. */
static void
query__runs__within_itself(void **state)
{
	struct fixture *fixture = *state;
	struct engine *engine = fixture->store->engine;
	const struct engine_driver *driver = fixture->store->driver;
	static const char sql[] = "SELECT id FROM territory ORDER BY id LIMIT 3";
	GError *error = NULL;
	struct engine_cursor *outer = driver->run(engine, sql, NULL, 0, &error);
	guint n = 0;
	while (driver->next(outer, &error) == 1) {
		struct engine_cursor *inner = driver->run(engine, sql, NULL, 0, &error);
		while (driver->next(inner, &error) == 1)
			n++;
		driver->finish(inner);
	}
	driver->finish(outer);
	driver->finish(NULL);
	assert_no_error(error);
	assert_int_equal(n, 9);
}

static void
query__is_refused__when_it_is_none_or_a_text_too_long(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	assert_false(
		store_run(fixture->store, "SELECT nothing FROM nowhere", NULL, 0, NULL, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	g_autofree char *text = g_strnfill(64 * 1024 * 1024 + 1, 'x');
	struct value args[] = {value_text(text), value_integer(1)};
	assert_false(store_run(fixture->store, "SELECT $1", args, 2, NULL, &error));
	assert_error(error, ERROR_IO);
	g_clear_error(&error);
	args[0] = value_text("x");
	assert_true(store_run(fixture->store, "SELECT $1", args, 2, NULL, &error));
	assert_no_error(error);
}

/* ---- what stands twice --------------------------------------------------------------------------
 */

/* People are told what is there twice, in their words. */
static void
twice__is_told_in_words(void **state)
{
	struct fixture *fixture = *state;
	Store *store = fixture->store;
	GError *error = NULL;
	begin(store);
	struct event *event = event_made(store, "2026-001", "Journée", NULL);
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, "Mission locale");
	insert(store, &entity_organisation, organisation);
	for (guint i = 0; i < 2; i++) {
		struct partner *partner = entity_new(&entity_partner);
		partner->event_id = event->id;
		partner->organisation_id = organisation->id;
		text_set(&partner->role, "host");
		partner->position = 0;
		assert_int_equal(store_insert(store, &entity_partner, partner, &error), i == 0);
		entity_free(&entity_partner, partner);
	}
	assert_error(error, ERROR_CONFLICT);
	assert_text(error->message,
		    _("this organisation is already a partner of the event in this role"));
	g_clear_error(&error);
	assert_false(store_run(store, "INSERT INTO counter (name, value) VALUES ('a', 1), ('a', 1)",
			       NULL, 0, NULL, &error));
	assert_error(error, ERROR_CONFLICT);
	g_clear_error(&error);
	entity_free(&entity_event, event);
	entity_free(&entity_organisation, organisation);
	store_rollback(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(open__reads_all_the_same__where_the_index_cannot_be_made),
		TEST(open__reads_what_stands_in_the_log__where_the_index_cannot_be_made),
		TEST(open__is_refused__when_there_is_no_room_for_the_copy),
		TEST(open_to_read__reads__and_says_so_when_it_cannot),
		TEST(open__refuses__what_is_no_database),
		TEST(begin__gives_up__when_another_writes_without_end),
		TEST(store__goes_on__when_the_file_is_there_again),
		TEST(store__can_save_again__when_there_is_room),
		TEST(query__runs__within_itself),
		TEST(query__is_refused__when_it_is_none_or_a_text_too_long),
		TEST(twice__is_told_in_words),
	};
	return test_run("engine", tests);
}
