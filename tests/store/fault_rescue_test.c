/* The nth call of the engine fails while a damaged file is rescued or a sound one is looked through
 * (fault 4 of docs/reliability.md): there is a whole file or none, the damaged one is as it was,
 * and nobody is told less than was found. */
#include "test.h"

#include "base/error.h"
#include "store/audit.h"
#include "store/erase.h"
#include "store/fault_engine.h"
#include "store/fixture.h"
#include "store/private.h"
#include "store/rescue_private.h"

#define PAGE 4096

/* ---- a file with a bit of every damage ----------------------------------------------------------
 */

static void
script(Store *store, const char *sql)
{
	GError *error = NULL;
	store->driver->script(store->engine, sql, &error);
	assert_no_error(error);
}

static gint64
number(Store *store, const char *sql)
{
	gint64 found = 0;
	assert_true(store_number(store, sql, NULL, 0, 0, &found, NULL));
	return found;
}

static void
person_of_organisation(Store *store)
{
	GError *error = NULL;
	begin(store);
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, "Mission locale");
	insert(store, &entity_organisation, organisation);
	struct person *person = person_made(store, "Zoé", "Élan");
	person->organisation_id = organisation->id;
	assert_true(store_update(store, &entity_person, person, &error));
	entity_free(&entity_organisation, organisation);
	entity_free(&entity_person, person);
	commit(store);
}

static void
event_with_attendee(Store *store, const char *given, const char *place)
{
	begin(store);
	struct event *event = event_made(store, given, "Atelier", "2026-12-01");
	struct person *person = person_made(store, "Ali", place);
	attendee_made(store, event->id, person->id, "1");
	entity_free(&entity_event, event);
	entity_free(&entity_person, person);
	commit(store);
}

static void
scene_fill(Store *store)
{
	script(store, "DELETE FROM territory; DELETE FROM holiday WHERE id > (SELECT min(id) FROM "
		      "holiday)");
	event_with_attendee(store, "2026-001", "Un");
	event_with_attendee(store, "2026-002", "Deux");
	person_of_organisation(store);
	theme_made(store, "Habitat");
}

/* An event and an organisation are gone behind the back of what belongs or refers to them. */
static void
scene_spoil(Store *store)
{
	script(store, "PRAGMA foreign_keys = OFF");
	script(store, "DELETE FROM organisation; DELETE FROM event WHERE number = '2026-002'; "
		      "DELETE FROM counter WHERE name <> 'key version'");
}

static char *
bytes_find(char *bytes, gsize size, const char *words)
{
	char *found = memmem(bytes, size, words, strlen(words));
	assert_non_null(found);
	return found;
}

/* The page of the holidays is gone, and where the trees of themes and of changes begin. */
static void
pages_spoil(const char *path, gint64 holidays)
{
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(path, &bytes, &size, NULL));
	memset(bytes + (holidays - 1) * PAGE, 0, PAGE);
	memcpy(bytes_find(bytes, size, "tablethemetheme"), "?", 1);
	memcpy(bytes_find(bytes, size, "tablechangechange"), "?", 1);
	assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
}

static int
scene_open(void **state)
{
	fault_clear();
	struct fixture *fixture = fixture_in_memory();
	GError *error = NULL;
	scene_fill(fixture->store);
	*state = fixture;
	scene_spoil(fixture->store);
	assert_true(store_scrub(fixture->store, &error));
	gint64 holidays =
		number(fixture->store, "SELECT rootpage FROM sqlite_schema WHERE name = 'holiday'");
	g_clear_pointer(&fixture->store, store_close);
	pages_spoil(fixture->path, holidays);
	return 0;
}

static int
scene_close(void **state)
{
	fault_clear();
	return fixture_close(state);
}

/* ---- rescuing -----------------------------------------------------------------------------------
 */

static guint
saved_of(const RescueReport *report, const char *table)
{
	for (guint i = 0; i < report->counts->len; i++) {
		const struct rescue_count *count =
			&g_array_index(report->counts, struct rescue_count, i);
		if (strcmp(count->table, table) == 0)
			return count->saved;
	}
	return 0;
}

static char *
bytes_of(const char *path)
{
	char *bytes = NULL;
	gsize size = 0;
	if (!g_file_get_contents(path, &bytes, &size, NULL))
		return NULL;
	char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, size);
	g_free(bytes);
	return sum;
}

/* Rescue into MADE while call N fails; true when it was reached. */
static bool
rescue_once(const struct fixture *fixture, const char *made, guint n)
{
	GError *error = NULL;
	fault_plan = (struct fault_plan){.at = n, .code = ERROR_FULL};
	g_autoptr(RescueReport) report =
		store_rescue_with(&engine_faulty, fixture->path, made, &error);
	bool struck = fault_plan.struck;
	fault_clear();
	if ((report == NULL) != struck || (error != NULL) != struck)
		fail_msg("call %u was passed over", n);
	g_clear_error(&error);
	return struck;
}

static void
rescue__makes_a_whole_file_or_none__when_the_nth_call_fails(void **state)
{
	const struct fixture *fixture = *state;
	g_autofree char *made = g_build_filename(fixture->folder, "made.db", NULL);
	g_autofree char *before = bytes_of(fixture->path);
	guint files = files_in(fixture->folder), n = 1;
	while (rescue_once(fixture, made, n)) {
		assert_int_equal(files_in(fixture->folder), files);
		n++;
	}
	assert_int_equal(files_in(fixture->folder), files + 1);
	g_autofree char *after = bytes_of(fixture->path);
	assert_text(after, before);
	assert_true(store_check_file(made, NULL));
	print_message("# %u calls refused\n", n - 1);
}

/* The version is noise: a schema that cannot be read is not taken for one of another version. */
static void
rescue__says_that_it_failed__while_it_looks_for_the_version(void **state)
{
	const struct fixture *fixture = *state;
	enum { CALLS = 90 };
	g_autofree char *bytes = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(fixture->path, &bytes, &size, NULL));
	memset(bytes + 60, 0, 4);
	assert_true(g_file_set_contents(fixture->path, bytes, (gssize)size, NULL));
	for (guint n = 1; n <= CALLS; n++)
		assert_true(rescue_once(fixture, NULL, n));
}

static void
rescue__tells_the_same__when_no_file_is_to_be_made(void **state)
{
	const struct fixture *fixture = *state;
	GError *error = NULL;
	guint files = files_in(fixture->folder);
	g_autoptr(RescueReport) report = store_rescue(fixture->path, NULL, &error);
	assert_no_error(error);
	assert_int_equal(files_in(fixture->folder), files);
	assert_int_equal(saved_of(report, "theme"), 1);
	assert_int_equal(saved_of(report, "event"), 1);
	assert_int_equal(saved_of(report, "attendee"), 1);
	assert_int_equal(saved_of(report, "person"), 3);
	assert_true(saved_of(report, "change") > 5);
	assert_true(report->seeded > 5);
	assert_true(report->sealed);
	rescue_report_free(NULL);
}

/* ---- looking through ----------------------------------------------------------------------------
 */

static void
audit__says_that_it_failed__when_the_nth_call_fails(void **state)
{
	const struct fixture *fixture = *state;
	GError *error = NULL;
	g_autofree char *made = g_build_filename(fixture->folder, "made.db", NULL);
	rescue_report_free(store_rescue(fixture->path, made, &error));
	assert_no_error(error);
	fault_clear();
	g_autoptr(Store) store = store_open_with(&engine_faulty, made, STORE_OPEN, "nadia", &error);
	assert_no_error(error);
	guint n = 0;
	for (bool struck = true; struck;) {
		g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(g_free);
		g_autoptr(GPtrArray) gaps = g_ptr_array_new_with_free_func(g_free);
		fault_plan = (struct fault_plan){.at = ++n, .code = ERROR_IO};
		bool done = store_audit(store, problems, gaps, &error);
		struck = fault_plan.struck;
		fault_clear();
		if (done == struck || (error != NULL) != struck)
			fail_msg("call %u was passed over", n);
		g_clear_error(&error);
	}
	assert_true(n > 50);
}

#define RESCUE_TEST(function) cmocka_unit_test_setup_teardown(function, scene_open, scene_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RESCUE_TEST(rescue__tells_the_same__when_no_file_is_to_be_made),
		RESCUE_TEST(rescue__makes_a_whole_file_or_none__when_the_nth_call_fails),
		RESCUE_TEST(rescue__says_that_it_failed__while_it_looks_for_the_version),
		RESCUE_TEST(audit__says_that_it_failed__when_the_nth_call_fails),
	};
	return test_run("fault_rescue", tests);
}
