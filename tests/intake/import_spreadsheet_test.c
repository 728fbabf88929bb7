/* The same registrations as CSV, XLSX and ODS end the same (tests/data/spreadsheets.py says how the
 * two others were made). */
#include "exchange/book.h"

#include "base/text.h"
#include "intake/import_words.h"

static Store *
store_of_state(void **state)
{
	return ((struct fixture *)*state)->store;
}

static ImportPlan *
plan_of_file(Store *store, gint64 event_id, const char *path)
{
	GError *error = NULL;
	ImportPlan *plan = import_plan_file(store, IMPORT_ATTENDEES, event_id, path, NULL, &error);
	assert_no_error(error);
	assert_non_null(plan);
	return plan;
}

static char *
mapped(const ImportPlan *plan)
{
	GString *columns = g_string_new(NULL);
	for (guint i = 0; i < plan->columns->len; i++) {
		const struct import_column *column = g_ptr_array_index(plan->columns, i);
		g_string_append_printf(columns, "%s=%s ", column->heading,
				       column->field != NULL ? column->field : "");
	}
	return g_string_free(columns, FALSE);
}

static void
plans_agree(const ImportPlan *plan, const ImportPlan *other)
{
	g_autofree char *columns = mapped(plan), *other_columns = mapped(other);
	assert_text(columns, other_columns);
	assert_int_equal(plan->rows->len, other->rows->len);
	for (guint i = 0; i < plan->rows->len; i++) {
		const struct import_line *line = g_ptr_array_index(plan->rows, i);
		const struct import_line *twin = g_ptr_array_index(other->rows, i);
		assert_text(outcome_words[line->outcome], outcome_words[twin->outcome]);
		assert_text(line->title, twin->title);
	}
}

static void
a_form_export__as_a_spreadsheet__ends_as_its_csv(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	static const char *const files[] = {"tests/data/google-forms.xlsx",
					    "tests/data/google-forms.ods"};
	g_autoptr(ImportPlan) csv = plan_of_file(store, event, "tests/data/google-forms.csv");
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(ImportPlan) plan = plan_of_file(store, event, files[i]);
		plans_agree(plan, csv);
	}
}

/* Numbers and dates too: every row of the one is found again in the other. */
static void
a_form_export__after_its_csv__adds_and_changes_nothing(void **state)
{
	Store *store = store_of_state(state);
	gint64 event = event_for(store);
	static const char *const files[] = {"tests/data/google-forms.xlsx",
					    "tests/data/google-forms.ods"};
	g_autoptr(ImportPlan) csv = plan_of_file(store, event, "tests/data/google-forms.csv");
	import_decide(csv, DECIDE_NEW);
	apply(store, csv, false);
	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autoptr(ImportPlan) plan = plan_of_file(store, event, files[i]);
		struct import_counts counts;
		import_count(plan, &counts);
		assert_int_equal(counts.same, plan->rows->len);
	}
}

static void
a_form_export__keeps__when_people_registered(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan =
		plan_of_file(store, event_for(store), "tests/data/google-forms.xlsx");
	apply(store, plan, false);
	struct attendee *first = row_where(store, &entity_attendee, "last_name", "Cazes");
	assert_text(first->registered_at, "2026-09-01T16:07:00Z");
	assert_text(first->department, "11");
	entity_free(&entity_attendee, first);
}

static void
said_of_file(const ImportPlan *plan, const char *severity, const char *words)
{
	const struct import_problem *said = problem_of(plan, 0, NULL);
	if (said == NULL || strstr(said->message, words) == NULL)
		fail_msg("\"%s\" is not said of the file", words);
	else
		assert_text(said->severity, severity);
}

static void
the_plan__says__which_sheet_was_read(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan =
		plan_of_file(store, event_for(store), "tests/data/google-forms.ods");
	assert_text(plan->encoding, "ODS");
	assert_int_equal(plan->separator, 0);
	said_of_file(plan, "information", "Réponses au formulaire 1");
}

static ImportPlan *
plan_of_book(Store *store, enum import_subject subject, const char *rows)
{
	static const char styles[] =
		"<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='20'/>"
		"<xf numFmtId='17'/></cellXfs>";
	struct book_xlsx parts = {.rows = rows, .styles = styles};
	g_autoptr(GBytes) book = book_xlsx(&parts);
	GError *error = NULL;
	gsize size = 0;
	const char *bytes = g_bytes_get_data(book, &size);
	ImportPlan *plan = import_plan(store, subject, 0, bytes, size, NULL, &error);
	assert_no_error(error);
	assert_non_null(plan);
	return plan;
}

#define TEXT(text) "<c t='str'><v>" text "</v></c>"

static void
events__have__the_dates_that_their_cells_show(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan = plan_of_book(
		store, IMPORT_EVENTS,
		"<row>" TEXT("titre") TEXT("date_debut") TEXT(
			"heure_debut") "</row>"
				       "<row>" TEXT("Un") "<c s='1'><v>46402</v></c><c "
							  "s='2'><v>0.395833333333333</v></c></row>"
							  "<row>" TEXT("Deux") "<c "
									       "s='3'><v>42005</"
									       "v></c></row>");
	assert_outcomes(plan, "new new");
	apply(store, plan, false);
	struct event *first = row_where(store, &entity_event, "title", "Un");
	struct event *second = row_where(store, &entity_event, "title", "Deux");
	assert_text(first->start_date, "2027-01-15");
	assert_text(second->start_date, "2015-01");
	entity_free(&entity_event, first);
	entity_free(&entity_event, second);
}

static void
organisations__keep__their_numbers_whole(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan = plan_of_book(
		store, IMPORT_ORGANISATIONS,
		"<row>" TEXT("Nom") TEXT("SIREN") TEXT(
			"Téléphone") "</row>"
				     "<row>" TEXT(
					     "Une association") "<c><v>1.23456789E8</v></c>"
								"<c><v>467123456</v></c></row>");
	apply(store, plan, false);
	struct organisation *body =
		row_where(store, &entity_organisation, "name", "Une association");
	assert_text(body->siren, "123456789");
	g_autofree char *phone = text_phone(body->phone);
	assert_text(phone, "+33467123456");
	entity_free(&entity_organisation, body);
}

static void
errors_of_a_sheet__are_said(void **state)
{
	Store *store = store_of_state(state);
	g_autoptr(ImportPlan) plan =
		plan_of_book(store, IMPORT_PEOPLE,
			     "<row>" TEXT("Nom") TEXT("Prénom")
				     TEXT("Ville") "</row>"
						   "<row>" TEXT("Roux") TEXT(
							   "Ève") "<c t='e'><v>#N/A</v></c></row>");
	said_of_file(plan, "warning", "#N/A");
	assert_outcomes(plan, "new");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_form_export__as_a_spreadsheet__ends_as_its_csv),
		TEST(a_form_export__after_its_csv__adds_and_changes_nothing),
		TEST(a_form_export__keeps__when_people_registered),
		TEST(the_plan__says__which_sheet_was_read),
		TEST(events__have__the_dates_that_their_cells_show),
		TEST(organisations__keep__their_numbers_whole),
		TEST(errors_of_a_sheet__are_said),
	};
	return test_run("import_spreadsheet", tests);
}
