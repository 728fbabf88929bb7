/* Three form services' exports, compared row by row with what was written down by reading them
 * before any import was run (tests/data/expected-*.tsv). The exports are named by
 * ATELIERS_SHARED_DATA, or lie beside the repository. */
#include "intake/import.h"

#include "exchange/copy.h"
#include "intake/import_words.h"

static const char *const names[] = {"google-forms", "excel-fr", "limesurvey"};

static char *
export_path(const char *name)
{
	const char *folder = g_getenv("ATELIERS_SHARED_DATA");
	g_autofree char *file = g_strconcat(name, ".csv", NULL);
	return g_build_filename(folder != NULL ? folder : "../shared/data", "registrations", file,
				NULL);
}

static Store *
store_of_state(void **state)
{
	return ((struct fixture *)*state)->store;
}

static ImportPlan *
plan_of_export(Store *store, gint64 event_id, const char *name)
{
	GError *error = NULL;
	g_autofree char *path = export_path(name);
	ImportPlan *plan = import_plan_file(store, IMPORT_ATTENDEES, event_id, path, NULL, &error);
	assert_no_error(error);
	assert_non_null(plan);
	return plan;
}

/* Line → outcome, from a file of which the first two lines are no rows. */
static void
expected_read(GHashTable *expected, const char *name, const char *only)
{
	g_autofree char *path = g_strdup_printf("tests/data/expected-%s.tsv", name);
	g_autofree char *text = file_text(path);
	assert_non_null(text);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++) {
		g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
		guint at = only != NULL ? 1 : 0;
		if (only == NULL || strcmp(cells[0], only) == 0)
			g_hash_table_insert(expected, g_strdup(cells[at]), g_strdup(cells[at + 1]));
	}
}

static void
rows_compare(const ImportPlan *plan, GHashTable *expected, const char *name)
{
	assert_int_equal(plan->rows->len, g_hash_table_size(expected));
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *line = g_ptr_array_index(plan->rows, i);
		g_autofree char *number = g_strdup_printf("%u", line->line);
		const char *wanted = g_hash_table_lookup(expected, number);
		if (g_strcmp0(wanted, outcome_words[line->outcome]) != 0)
			fail_msg("%s:%u (%s) is %s, expected %s", name, line->line, line->title,
				 outcome_words[line->outcome], wanted != NULL ? wanted : "no row");
	}
}

static GHashTable *
expected_alone(const char *name)
{
	GHashTable *expected = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	expected_read(expected, name, NULL);
	return expected;
}

static void
each_export__alone__ends_as_it_was_read(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		Store *store = store_of_state(state);
		gint64 event = event_for(store);
		g_autoptr(GHashTable) expected = expected_alone(names[i]);
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		rows_compare(plan, expected, names[i]);
		fixture_close(state);
		assert_int_equal(fixture_open(state), 0);
	}
}

/* A spreadsheet whose rows stand where the lines of the CSV do. */
static ImportPlan *
plan_of_copy(Store *store, gint64 event_id, const char *name, GBytes *(*copy)(const Table *table))
{
	g_autofree char *path = export_path(name);
	g_autofree char *text = NULL;
	gsize size = 0;
	assert_true(g_file_get_contents(path, &text, &size, NULL));
	Table *table = sheet_read(text, size, NULL);
	g_autoptr(GBytes) book = copy(table);
	exchange_module()->free(table);
	GError *error = NULL;
	const char *bytes = g_bytes_get_data(book, &size);
	ImportPlan *plan =
		import_plan(store, IMPORT_ATTENDEES, event_id, bytes, size, NULL, &error);
	assert_no_error(error);
	assert_non_null(plan);
	return plan;
}

static void
each_export__as_a_spreadsheet__ends_as_it_was_read(void **state)
{
	static GBytes *(*const copies[])(const Table *table) = {copy_as_xlsx, copy_as_ods};
	for (gsize i = 0; i < G_N_ELEMENTS(names) * G_N_ELEMENTS(copies); i++) {
		const char *name = names[i / G_N_ELEMENTS(copies)];
		Store *store = store_of_state(state);
		gint64 event = event_for(store);
		g_autoptr(GHashTable) expected = expected_alone(name);
		g_autoptr(ImportPlan) plan =
			plan_of_copy(store, event, name, copies[i % G_N_ELEMENTS(copies)]);
		rows_compare(plan, expected, name);
		fixture_close(state);
		assert_int_equal(fixture_open(state), 0);
	}
}

static void
all_exports__into_one_event__end_as_they_were_read(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GHashTable) expected = expected_alone(names[i]);
		expected_read(expected, "all", names[i]);
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		rows_compare(plan, expected, names[i]);
		apply(store, plan, false);
	}
	assert_int_equal(count(store, &entity_attendee), 65 + 75 + 47);
}

static void
each_export__again__adds_nobody(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		import_decide(plan, DECIDE_NEW);
		apply(store, plan, false);
	}
	gint64 people = count(store, &entity_person), attendees = count(store, &entity_attendee);
	assert_int_equal(attendees, 70 - 3 + 87 - 3 + 53 - 2);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		import_decide(plan, DECIDE_NEW);
		assert_int_equal(apply(store, plan, true), 0);
	}
	assert_int_equal(count(store, &entity_person), people);
	assert_int_equal(count(store, &entity_attendee), attendees);
}

static void
each_export__again__revives_nobody(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		apply(store, plan, false);
	}
	g_autoptr(Rows) rows = store_all(store, &entity_attendee, NULL);
	begin(store);
	for (guint i = 0; i < rows->n; i++) {
		struct attendee *attendee = rows->row[i];
		text_set(&attendee->status, "cancelled");
		store_update(store, &entity_attendee, attendee, NULL);
	}
	commit(store);
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		assert_int_equal(apply(store, plan, true), 0);
	}
	assert_int_equal(store_count(store, &entity_attendee, "live", value_integer(1), NULL), 0);
	assert_int_equal(count(store, &entity_attendee), rows->n);
}

static void
the_secretary__registers_three_people(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	g_autoptr(ImportPlan) plan = plan_of_export(store, event, "google-forms");
	import_decide(plan, DECIDE_NEW);
	apply(store, plan, false);
	assert_int_equal(store_count(store, &entity_person, "email_key",
				     value_text("secretariat.elus@mende.example"), NULL),
			 3);
}

static void
encodings_and_separators__are_recognised(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	static const struct {
		const char *encoding;
		char separator;
	} expected[] = {{"UTF-8", ','}, {"Windows-1252", ';'}, {"UTF-8 BOM", ','}};
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(ImportPlan) plan = plan_of_export(store, event, names[i]);
		assert_text(plan->encoding, expected[i].encoding);
		assert_int_equal(plan->separator, expected[i].separator);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_export__alone__ends_as_it_was_read),
		TEST(each_export__as_a_spreadsheet__ends_as_it_was_read),
		TEST(all_exports__into_one_event__end_as_they_were_read),
		TEST(each_export__again__adds_nobody),
		TEST(each_export__again__revives_nobody),
		TEST(the_secretary__registers_three_people),
		TEST(encodings_and_separators__are_recognised),
	};
	g_autofree char *path = export_path(names[0]);
	if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
		printf("1..0 # SKIP the form services' exports are not on this machine "
		       "(ATELIERS_SHARED_DATA names their folder)\n");
		return 0;
	}
	return test_run("import_registrations", tests);
}
