/* Small files with one damage each, and what a rescue makes of it (fault 8 of docs/reliability.md).
 * rescue_test.c does the same to a large file by chance. */
#include "test.h"

#include <sqlite3.h>

#include "base/error.h"
#include "store/fixture.h"
#include "store/private.h"
#include "store/rescue.h"
#include "store/rescue_sample.h"

/* ---- the file and its damages -------------------------------------------------------------------
 */

/* A centre of some rows in FIXTURE, whose file is closed. */
static void
centre_fill(Store *store)
{
	GError *error = NULL;
	store->driver->script(store->engine, "DELETE FROM territory", &error);
	assert_no_error(error);
	begin(store);
	struct event *event = event_made(store, "2026-007", "Journée", "2026-12-01");
	entity_free(&entity_event, event_made(store, "hors-série", "Fête", NULL));
	struct person *person = person_made(store, "Zoé", "Élan");
	text_set(&person->last_contact, "2020-05-04");
	assert_true(store_update(store, &entity_person, person, &error));
	attendee_made(store, event->id, person->id, "12");
	entity_free(&entity_person, person);
	entity_free(&entity_event, event);
	commit(store);
	theme_made(store, "Habitat");
	theme_made(store, "Friches");
}

static int
centre_open(void **state)
{
	struct fixture *fixture = fixture_in_memory();
	centre_fill(fixture->store);
	g_clear_pointer(&fixture->store, store_close);
	*state = fixture;
	return 0;
}

/* What SQL does to the file behind the program's back, its rules aside. */
static void
spoil(const struct fixture *fixture, const char *sql)
{
	sqlite3 *handle = NULL;
	char *words = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
	sqlite3_exec(handle,
		     "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA "
		     "writable_schema = ON",
		     NULL, NULL, NULL);
	if (sqlite3_exec(handle, sql, NULL, NULL, &words) != SQLITE_OK)
		fail_msg("%s", words);
	sqlite3_close(handle);
}

/* Change the first byte of every place that has WORDS. */
static void
bytes_spoil(const struct fixture *fixture, const char *words)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	guint n = 0;
	assert_true(g_file_get_contents(fixture->path, &bytes, &size, NULL));
	for (char *at = bytes;
	     (at = memmem(at, size - (gsize)(at - bytes), words, strlen(words))) != NULL; n++)
		*at = '?';
	assert_true(n > 0);
	assert_true(g_file_set_contents(fixture->path, bytes, (gssize)size, NULL));
}

/* What is saved, open as the store of FIXTURE. */
static RescueReport *
rescue(struct fixture *fixture)
{
	GError *error = NULL;
	g_autofree char *made = g_build_filename(fixture->folder, "made.db", NULL);
	RescueReport *report = store_rescue(fixture->path, made, &error);
	assert_no_error(error);
	fixture->store = store_open(made, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	g_autoptr(GPtrArray) problems = store_doctor(fixture->store, &error);
	assert_int_equal(problems->len, 0);
	return report;
}

static gint64
number(const struct fixture *fixture, const char *sql)
{
	GError *error = NULL;
	gint64 found = 0;
	store_number(fixture->store, sql, NULL, 0, -1, &found, &error);
	assert_no_error(error);
	return found;
}

/* ---- the schema ---------------------------------------------------------------------------------
 */

/* A database as the first version wrote it, a row in every table. */
static void
earlier_make(const struct fixture *fixture, gint64 version)
{
	g_autofree char *dump = NULL;
	g_autofree char *marks = g_strdup_printf("PRAGMA application_id = 0x4154454c; PRAGMA "
						 "user_version = %" G_GINT64_FORMAT,
						 version);
	assert_true(g_file_get_contents("tests/data/schemas/1000.sql", &dump, NULL, NULL));
	g_unlink(fixture->path);
	spoil(fixture, dump);
	spoil(fixture, marks);
}

/* 1500: nobody knows it; the tables say which it is. */
static void
rescue__saves_every_row__of_an_earlier_schema(void **state)
{
	struct fixture *fixture = *state;
	static const gint64 versions[] = {1000, 1500};
	for (guint i = 0; i < G_N_ELEMENTS(versions); i++) {
		earlier_make(fixture, versions[i]);
		g_autoptr(RescueReport) report = rescue(fixture);
		assert_int_equal(report->lost, 0);
		assert_int_equal(report->pages_bad, 0);
		assert_int_equal(report->unplaced, 0);
		assert_false(report->sealed);
		for (guint j = 0; j < report->counts->len; j++)
			assert_true(g_array_index(report->counts, struct rescue_count, j).saved >
				    0);
		assert_int_equal(number(fixture, "SELECT count(*) FROM person"), 3);
		g_autofree char *made = g_strdup(store_path(fixture->store));
		g_clear_pointer(&fixture->store, store_close);
		g_unlink(made);
	}
}

static void
rescue__refuses__what_a_newer_version_made(void **state)
{
	struct fixture *fixture = *state;
	GError *error = NULL;
	spoil(fixture, "PRAGMA user_version = 9000; CREATE TABLE novelty (id INTEGER PRIMARY KEY)");
	assert_null(store_rescue(fixture->path, NULL, &error));
	assert_error(error, ERROR_NEWER);
	assert_non_null(strstr(error->message, fixture->path));
	g_clear_error(&error);
}

/* The number of the version may be what is damaged. */
static void
rescue__believes_the_tables__against_the_version(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "PRAGMA user_version = 9000");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(report->lost, 0);
	assert_int_equal(sample_count(report, "theme").saved, 2);
}

/* A table, an index and a view that are not ours, and a head of nobody. */
static void
rescue__leaves_aside__what_is_not_ours(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "CREATE TABLE novelty (name TEXT, n INTEGER); INSERT INTO novelty VALUES ('x', 1); "
	      "CREATE INDEX novelty_name ON novelty (name); CREATE VIEW all_of_it AS SELECT * FROM "
	      "novelty; PRAGMA application_id = 5");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(report->lost, 0);
	assert_int_equal(sample_count(report, "theme").saved, 2);
	assert_int_equal(number(fixture,
				"SELECT count(*) FROM sqlite_schema WHERE name LIKE 'novelty%' OR "
				"type = 'view'"),
			 0);
}

/* Rows that were written before a column was added end before it. */
static void
rescue__takes_rows__that_are_older_than_a_column(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "INSERT INTO setting (id, rev, name, value) VALUES (5, 1, 'time_zone', 'x'); "
	      "INSERT INTO consent (id, rev, person_id, purpose, agreed, given_on, origin) SELECT "
	      "6, 1, id, 'invitations', 1, '2025-01-01', 'mail' FROM person; "
	      "ALTER TABLE consent DROP COLUMN origin; ALTER TABLE consent ADD COLUMN origin TEXT");
	/* and one that ends before what no row is without */
	spoil(fixture, "CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'consent'; "
		       "UPDATE sqlite_schema SET sql = 'CREATE TABLE consent (id INTEGER PRIMARY "
		       "KEY, rev INTEGER, person_id INTEGER)' WHERE name = 'consent'; DELETE FROM "
		       "sqlite_schema WHERE tbl_name = 'consent' AND type = 'index'");
	spoil(fixture, "INSERT INTO consent (id, rev, person_id) VALUES (7, 1, 8)");
	spoil(fixture, "UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = "
		       "'consent'; DROP TABLE kept");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "consent").lost, 1);
	assert_int_equal(sample_count(report, "consent").saved, 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM consent WHERE origin IS NULL"), 1);
}

/* Words where a number stands, nothing where something must: bytes that were changed in place. */
static void
rescue__leaves_out_a_row__that_is_none_of_its_table(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "CREATE TABLE kept AS SELECT name, sql FROM sqlite_schema WHERE name = "
	      "'theme'; UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), "
	      "'NOT NULL', '') WHERE name = 'theme'");
	spoil(fixture, "INSERT INTO theme (id, rev, name, sort_key, search_key) VALUES (41, 'x', "
		       "'Un', 'un', 'un'), (42, 1, NULL, 'deux', 'deux'), (43, 1, 'Trois', 'x', "
		       "'trois')");
	spoil(fixture,
	      "UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = 'theme'; "
	      "DROP TABLE kept");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 3);
	assert_int_equal(sample_count(report, "theme").lost, 2);
	/* the keys of the third do not fit its name: somebody should look at it */
	assert_int_equal(sample_count(report, "theme").doubtful, 1);
	assert_text(g_array_index(report->doubtful, struct rescue_named, 0).name, "Trois");
}

/* Neither the index nor the history, which know of all others, have heard of it. */
static void
rescue__doubts_a_row__that_nothing_else_knows(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "CREATE TABLE kept AS SELECT * FROM sqlite_schema WHERE name = "
		       "'theme_search_key'; DELETE FROM sqlite_schema WHERE name = "
		       "'theme_search_key'");
	spoil(fixture, "UPDATE theme SET id = 44 WHERE name = 'Friches'");
	spoil(fixture, "INSERT INTO sqlite_schema SELECT * FROM kept; DROP TABLE kept");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 2);
	assert_int_equal(sample_count(report, "theme").doubtful, 1);
	assert_int_equal(report->doubtful->len, 1);
	assert_text(g_array_index(report->doubtful, struct rescue_named, 0).name, "Friches");
}

/* ---- trees --------------------------------------------------------------------------------------
 */

/* Nobody knows where the tree of the themes begins: the history knows whose the rows are. */
static void
rescue__finds_rows__whose_tree_is_lost(void **state)
{
	struct fixture *fixture = *state;
	bytes_spoil(fixture, "tablethemetheme");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 2);
	assert_int_equal(report->unplaced, 0);
	assert_int_equal(report->lost, 0);
}

/* The history is gone too: the keys of a row fit its name in its own table alone. */
static void
rescue__finds_rows__by_the_rules_of_their_table(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "DELETE FROM change; DELETE FROM gesture");
	bytes_spoil(fixture, "tablethemetheme");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 2);
	assert_int_equal(report->unplaced, 0);
}

/* Rows of two tables that look alike, without history: said, not guessed. */
static void
rescue__says_what_it_cannot_place(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "INSERT INTO organisation_theme (id, rev, organisation_id, theme_id) VALUES "
		       "(9, 1, 1, 2)");
	bytes_spoil(fixture, "tableorganisation_themeorganisation_theme");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(report->unplaced, 1);
	assert_int_equal(sample_count(report, "organisation_theme").saved, 0);
	assert_int_equal(sample_count(report, "theme").saved, 2);
}

/* What was deleted, or is of another table, does not come back from a page that no tree has. */
static void
rescue__leaves_out__what_the_history_says_is_past(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "INSERT INTO theme (id, rev, name, sort_key, search_key) VALUES (45, 1, 'x', 'x', "
	      "'x'); INSERT INTO change (gesture_id, position, table_name, row_id, operation) "
	      "SELECT max(gesture_id), 3, 'cycle', 45, 'insert' FROM change; "
	      "INSERT INTO change (gesture_id, position, table_name, row_id, operation) SELECT "
	      "max(gesture_id), 2, 'theme', (SELECT id FROM theme WHERE name = 'Habitat'), "
	      "'delete' "
	      "FROM change");
	bytes_spoil(fixture, "tablethemetheme");
	bytes_spoil(fixture, "indextheme_search_keytheme");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM theme WHERE name = 'Friches'"), 1);
}

/* Two trees want one page: at least one of them is damaged, and the history knows which. */
static void
rescue__gives_a_page_to_its_table__when_two_trees_want_it(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
		       "WHERE name = 'theme') WHERE name = 'cycle'");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 2);
	assert_int_equal(sample_count(report, "cycle").saved, 0);
}

/* A page that was written a second time elsewhere gives its rows once. */
static void
rescue__takes_a_row_once__that_stands_twice(void **state)
{
	struct fixture *fixture = *state;
	g_autofree char *bytes = NULL;
	gsize size = 0;
	bytes_spoil(fixture, "tablethemetheme");
	assert_true(g_file_get_contents(fixture->path, &bytes, &size, NULL));
	g_autofree char *twice = g_malloc(size * 2);
	memcpy(twice, bytes, size);
	memcpy(twice + size, bytes, size);
	assert_true(g_file_set_contents(fixture->path, twice, (gssize)size * 2, NULL));
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 2);
	assert_int_equal(sample_count(report, "theme").lost, 0);
	assert_int_equal(sample_count(report, "person").saved, 1);
}

/* ---- rows that break a rule ---------------------------------------------------------------------
 */

static void
rescue__clears_a_value__that_breaks_a_rule(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "UPDATE person SET last_contact = 'hier'");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "person").saved, 1);
	assert_int_equal(sample_count(report, "person").values, 1);
	assert_int_equal(number(fixture, "SELECT count(*) FROM person WHERE last_contact IS NULL"),
			 1);
	assert_true(report->sealed);
}

/* Without its name it cannot stand; what refers to it is told, cleared or falls with it. */
static void
rescue__names_a_row__that_cannot_stand(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "INSERT INTO organisation (id, rev, uid, name, classified, sort_key, search_key, "
	      "successor_id) VALUES (21, 1, 'u1', 'Mairie', 0, 'x', 'x', 22), (22, 1, 'u2', '', "
	      "0, 'x', 'x', NULL); UPDATE person SET organisation_id = 22; INSERT INTO "
	      "organisation_alias (id, rev, organisation_id, name, search_key) VALUES (23, 1, 22, "
	      "'La mairie', 'x')");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "organisation").saved, 1);
	assert_int_equal(sample_count(report, "organisation").refused, 1);
	assert_int_equal(sample_count(report, "organisation").references, 1);
	assert_int_equal(sample_count(report, "person").saved, 1);
	assert_int_equal(sample_count(report, "person").references, 1);
	assert_int_equal(sample_count(report, "organisation_alias").fallen, 1);
	assert_int_equal(report->lost, 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM organisation WHERE successor_id IS "
					 "NOT NULL"),
			 0);
}

/* Each value is one, and together they are none. */
static void
rescue__names_a_row__whose_values_do_not_go_together(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "INSERT INTO holiday (id, rev, kind, name, first_day, last_day) VALUES (46, 1, "
	      "'avoid', 'Vacances à l’envers', '2031-03-09', '2031-03-01')");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "holiday").refused, 1);
	assert_int_equal(report->fallen->len, 1);
	const struct rescue_named *fallen = &g_array_index(report->fallen, struct rescue_named, 0);
	assert_text(fallen->label, entity_holiday_period.label);
	assert_text(fallen->name, "Vacances à l’envers");
	assert_null(fallen->owner);
}

/* Two rows under one unique name: the first stands, the other is counted. */
static void
rescue__keeps_one__of_two_rows_that_may_stand_once(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture, "DELETE FROM sqlite_schema WHERE name = 'theme_search_key'");
	spoil(fixture, "UPDATE theme SET name = 'Habitat', sort_key = (SELECT sort_key FROM theme "
		       "WHERE name = 'Habitat'), search_key = (SELECT search_key FROM theme WHERE "
		       "name = 'Habitat')");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "theme").saved, 1);
	assert_int_equal(sample_count(report, "theme").lost, 1);
	assert_int_equal(report->lost, 1);
	assert_true(report->sealed);
}

static void
rescue__keeps_the_history__as_far_as_it_can_stand(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "UPDATE gesture SET who = '' WHERE id = (SELECT min(id) FROM gesture); UPDATE "
	      "counter SET value = 0 WHERE name = (SELECT min(name) FROM counter)");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(sample_count(report, "gesture").refused, 1);
	assert_int_equal(sample_count(report, "gesture").saved, 2);
	assert_true(sample_count(report, "change").fallen > 3);
	assert_int_equal(sample_count(report, "change").saved, 2);
	assert_int_equal(number(fixture, "SELECT count(*) FROM gesture WHERE final = 0"), 0);
	assert_int_equal(sample_count(report, "person").saved, 1);
}

/* ---- numbers ------------------------------------------------------------------------------------
 */

/* Counters are gone, or behind: what was given is not given again. Numbers that no counter gave
 * count for nothing. */
static void
rescue__puts_counters_right(void **state)
{
	struct fixture *fixture = *state;
	spoil(fixture,
	      "INSERT INTO counter (name, value) VALUES ('event 2026', 3) ON CONFLICT DO UPDATE "
	      "SET value = 3; INSERT INTO document (id, rev, "
	      "event_id, kind, version, code, printed_at, digest) SELECT 32, 1, id, 'badges', 4, "
	      "'c', '2026-01-01T00:00:00Z', 'd' FROM event WHERE number = '2026-007'; INSERT INTO "
	      "document (id, rev, event_id, kind, version, code, printed_at, digest) SELECT 33, "
	      "1, id, 'badges', 2, 'c2', '2026-01-01T00:00:00Z', 'd' FROM event WHERE number = "
	      "'2026-007'");
	g_autoptr(RescueReport) report = rescue(fixture);
	assert_int_equal(report->lost, 0);
	assert_int_equal(number(fixture, "SELECT value FROM counter WHERE name = 'event 2026'"), 7);
	assert_int_equal(number(fixture, "SELECT value FROM counter WHERE name LIKE 'attendee %'"),
			 12);
	assert_int_equal(number(fixture,
				"SELECT value FROM counter WHERE name LIKE 'document badges %'"),
			 4);
	assert_int_equal(number(fixture, "SELECT count(*) FROM counter WHERE name LIKE 'event %'"),
			 1);
}

/* ---- where it is written ------------------------------------------------------------------------
 */

static void
assert_unwritten(const struct fixture *fixture, const char *made)
{
	GError *error = NULL;
	assert_null(store_rescue(fixture->path, made, &error));
	assert_error(error, ERROR_IO);
	assert_non_null(strstr(error->message, made));
	g_clear_error(&error);
}

static void
rescue__says_where_it_cannot_write(void **state)
{
	const struct fixture *fixture = *state;
	g_autofree char *nowhere = g_build_filename(fixture->folder, "none", "made.db", NULL);
	g_autofree char *link = g_build_filename(fixture->folder, "link.db", NULL);
	assert_unwritten(fixture, nowhere);
	assert_unwritten(fixture, fixture->path);
	assert_int_equal(symlink(nowhere, link), 0); /* it leads nowhere, and is somebody's */
	assert_unwritten(fixture, link);
	assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
	assert_false(g_file_test(nowhere, G_FILE_TEST_EXISTS));
}

#define RESCUE_TEST(function) cmocka_unit_test_setup_teardown(function, centre_open, fixture_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RESCUE_TEST(rescue__saves_every_row__of_an_earlier_schema),
		RESCUE_TEST(rescue__refuses__what_a_newer_version_made),
		RESCUE_TEST(rescue__believes_the_tables__against_the_version),
		RESCUE_TEST(rescue__leaves_aside__what_is_not_ours),
		RESCUE_TEST(rescue__takes_rows__that_are_older_than_a_column),
		RESCUE_TEST(rescue__leaves_out_a_row__that_is_none_of_its_table),
		RESCUE_TEST(rescue__doubts_a_row__that_nothing_else_knows),
		RESCUE_TEST(rescue__finds_rows__whose_tree_is_lost),
		RESCUE_TEST(rescue__finds_rows__by_the_rules_of_their_table),
		RESCUE_TEST(rescue__says_what_it_cannot_place),
		RESCUE_TEST(rescue__leaves_out__what_the_history_says_is_past),
		RESCUE_TEST(rescue__gives_a_page_to_its_table__when_two_trees_want_it),
		RESCUE_TEST(rescue__takes_a_row_once__that_stands_twice),
		RESCUE_TEST(rescue__clears_a_value__that_breaks_a_rule),
		RESCUE_TEST(rescue__names_a_row__that_cannot_stand),
		RESCUE_TEST(rescue__names_a_row__whose_values_do_not_go_together),
		RESCUE_TEST(rescue__keeps_one__of_two_rows_that_may_stand_once),
		RESCUE_TEST(rescue__keeps_the_history__as_far_as_it_can_stand),
		RESCUE_TEST(rescue__puts_counters_right),
		RESCUE_TEST(rescue__says_where_it_cannot_write),
	};
	return test_run("rescue_case", tests);
}
