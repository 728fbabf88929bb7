/* The figures of an event and of a year, from rows that were written as people write them. */
#include "app/scene.h"

#include "app/checkin.h"
#include "app/door.h"
#include "app/event.h"
#include "app/output.h"
#include "app/report.h"
#include "base/i18n.h"
#include "core/check.h"
#include "core/survey.h"

#define NB "\u00a0"

static gint64
body_of(Store *store, const char *name, const char *family, const char *level,
	const char *department)
{
	struct organisation *organisation = entity_new(&entity_organisation);
	text_set(&organisation->name, name);
	text_set(&organisation->family, family);
	text_set(&organisation->level, level);
	text_set(&organisation->department, department);
	return scene_insert(store, &entity_organisation, organisation);
}

/* PERSON_ID 0: somebody new. */
static gint64
registered(Store *store, gint64 event_id, guint i, gint64 person_id, gint64 organisation_id,
	   const char *origin)
{
	g_autofree char *name = g_strdup_printf("Nom%u", i);
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event_id;
	attendee->person_id = person_id != 0 ? person_id : scene_person(store, NULL, name);
	attendee->organisation_id = organisation_id;
	attendee->number = g_strdup_printf("%u", i);
	text_set(&attendee->last_name, name);
	text_set(&attendee->part, "participant");
	text_set(&attendee->status, "registered");
	text_set(&attendee->origin, origin);
	text_set(&attendee->registered_at, "2026-11-01T08:00:00Z");
	return scene_insert(store, &entity_attendee, attendee);
}

static void
present_at(Store *store, gint64 attendee, gint64 half_day)
{
	const struct presence_said present = {.state = "present", .origin = "checkin"};
	bool marked = false;
	assert_true(presence_note(store, attendee, half_day, &present, &marked, NULL));
}

static gint64
figure(const Report *report, enum report_figure figure)
{
	struct report_cell cell = {.figure = figure};
	return report_count(report->now, &cell);
}

static const struct report_line *
line_of(const struct report_table *table, const char *key)
{
	for (guint i = 0; i < table->n_lines; i++)
		if (g_strcmp0(table->lines[i].key, key) == 0 && !table->lines[i].part)
			return &table->lines[i];
	fail_msg("no line %s in %s", key, table->key);
	return NULL;
}

static gint64
value(const Report *report, enum report_section section, const char *line, const char *column)
{
	const struct report_table *table = report_table(report, section);
	const struct report_line *found = line_of(table, line);
	for (guint i = 0; i < table->n_columns; i++)
		if (strcmp(table->columns[i].key, column) == 0)
			return found->now[i];
	fail_msg("no column %s in %s", column, table->key);
	return 0;
}

/* ---- an event -----------------------------------------------------------------------------------
 */

/* The funnel measured in the field: 160 registered, 120 of them come, 7 walk-ins. */
static gint64
funnel_made(Store *store, const char *date)
{
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Journée", "announced");
	scene_day(store, event, date, "09:00", "17:00", 0);
	commit(store);
	begin(store);
	g_autoptr(GArray) half_days = event_half_days(store, event, NULL);
	assert_int_equal(half_days->len, 2);
	gint64 state_body = body_of(store, "DDETS du Gard", "state", "departmental", "30");
	gint64 town = body_of(store, "Mairie de Sète", "local_authority", "local", "34");
	for (guint i = 1; i <= 167; i++) {
		gint64 body = i % 3 == 0 ? 0 : i % 3 == 1 ? state_body : town;
		gint64 id = registered(store, event, i, 0, body, i <= 160 ? "form" : "walk_in");
		if (i <= 120 || i > 160)
			present_at(store, id, g_array_index(half_days, gint64, 0));
		if (i <= 60)
			present_at(store, id, g_array_index(half_days, gint64, 1));
	}
	gint64 speaker = scene_attendee(store, event, scene_person(store, "Ève", "Nom"), "Ève",
					"Nom", "speaker", "registered", NULL);
	present_at(store, speaker, g_array_index(half_days, gint64, 0));
	commit(store);
	return event;
}

static void
assert_funnel(const Report *report)
{
	assert_int_equal(figure(report, FIGURE_REGISTERED), 160);
	assert_int_equal(figure(report, FIGURE_PRESENT), 127);
	assert_int_equal(figure(report, FIGURE_WALK_INS), 7);
	assert_int_equal(figure(report, FIGURE_NOT_COME), 40);
	assert_int_equal(figure(report, FIGURE_NOT_COME_RATE), 250);
	assert_int_equal(figure(report, FIGURE_PARTICIPATIONS), (127 + 60) * 2);
	assert_int_equal(figure(report, FIGURE_PEOPLE), 127);
	assert_int_equal(figure(report, FIGURE_ORGANISATIONS), 2);
	assert_int_equal(figure(report, FIGURE_REPLIES), REPORT_UNKNOWN);
}

static void
report_of_event__is__the_funnel_of_the_field(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = funnel_made(store, "2026-11-20");
	g_autoptr(Report) report = report_of_event(store, event, NULL);
	assert_non_null(report);
	assert_funnel(report);
	assert_int_equal(event_present(store, event, NULL), 127);

	const struct report_table *families = report_table(report, SECTION_FAMILY);
	assert_int_equal(families->n_lines, 3); /* those of nobody are left out */
	assert_text(families->lines[0].key, "state");
	assert_null(families->lines[2].key);
	assert_text(report_table(report, SECTION_DEPARTMENT)->lines[0].label, "30 Gard");
	assert_int_equal(value(report, SECTION_PRESENT, "state", "departmental"),
			 value(report, SECTION_FAMILY, "state", "present"));
	struct report_cell absent = {.figure = FIGURE_NOT_COME};
	g_autoptr(GHashTable) names = report_registration_ids(report, &absent);
	assert_int_equal(g_hash_table_size(names), 40);
}

/* One function counts both: the event of a year is the same. */
static void
report_of_year__of_one_event__is_that_of_the_event(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	funnel_made(store, "2026-11-20");
	g_autoptr(Report) report = report_of_year(store, "2026", NULL);
	assert_funnel(report);
	assert_int_equal(figure(report, FIGURE_NEWCOMERS), 127);
	assert_int_equal(value(report, SECTION_MONTH, "11", "present"), 127);
	assert_int_equal(value(report, SECTION_SUMMARY, "present", "value"), 127);
	assert_int_equal(value(report, SECTION_STATUS, "announced", "events"), 1);
	g_autofree char *rate = report_text(figure(report, FIGURE_NOT_COME_RATE), REPORT_PERMILLE);
	assert_text(rate, "25" NB "%");
}

/* And 76 questionnaires. */
static void
report__of_the_field__has_its_rate_of_replies(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	gint64 event = funnel_made(store, "2026-11-20");
	begin(store);
	struct survey_question *question = entity_new(&entity_survey_question);
	question->event_id = event;
	question->position = 0;
	text_set(&question->label, "Êtes-vous satisfait·e ?");
	scene_insert(store, &entity_survey_question, question);
	for (guint i = 0; i < 76; i++) {
		struct survey_reply *reply = entity_new(&entity_survey_reply);
		reply->event_id = event;
		reply->row_key = g_strdup_printf("%u", i);
		scene_insert(store, &entity_survey_reply, reply);
	}
	commit(store);
	g_autoptr(Report) of_year = report_of_year(store, "2026", NULL);
	g_autoptr(Report) of_event = report_of_event(store, event, NULL);
	assert_int_equal(figure(of_year, FIGURE_REPLIES), 76);
	assert_int_equal(figure(of_year, FIGURE_REPLY_RATE), 598);
	assert_int_equal(figure(of_event, FIGURE_REPLY_RATE), 598);
}

static void
report_of_event__before_the_day__tells_of_no_absence(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Journée", "announced");
	scene_day(store, event, "2027-01-15", "09:00", "17:00", 0);
	registered(store, event, 1, 0, 0, "form");
	commit(store);
	g_autoptr(Report) report = report_of_event(store, event, NULL);
	assert_int_equal(figure(report, FIGURE_REGISTERED), 1);
	assert_int_equal(figure(report, FIGURE_NOT_COME), REPORT_UNKNOWN);
	assert_int_equal(figure(report, FIGURE_HALF_DAYS), 4);
}

/* ---- a year -------------------------------------------------------------------------------------
 */

/* 28-29 January and 22-23 February (domain study, §14). */
static void
report_of_year__of_a_cycle__is_one_action_four_days_eight_half_days(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const char *const days[] = {"2016-01-28", "2016-01-29", "2016-02-22", "2016-02-23"};
	begin(store);
	struct cycle *cycle = entity_new(&entity_cycle);
	text_set(&cycle->title, "Égalité-Citoyenneté");
	gint64 cycle_id = scene_insert(store, &entity_cycle, cycle);
	gint64 event = scene_event(store, "2016-003", "Session de Roubaix", "held");
	for (gsize i = 0; i < G_N_ELEMENTS(days); i++)
		scene_day(store, event, days[i], NULL, NULL, 0);
	commit(store);
	scene_change(store, &entity_event, event, "cycle_id", value_integer(cycle_id));
	g_autoptr(Report) report = report_of_year(store, "2016", NULL);
	assert_int_equal(figure(report, FIGURE_ACTIONS), 1);
	assert_int_equal(figure(report, FIGURE_EVENTS), 1);
	assert_int_equal(figure(report, FIGURE_DAYS), 4);
	assert_int_equal(figure(report, FIGURE_HALF_DAYS), 8 * 2);
	const struct report_table *cycles = report_table(report, SECTION_CYCLE);
	assert_int_equal(cycles->n_lines, 1);
	assert_text(cycles->lines[0].label, "Égalité-Citoyenneté");
	assert_int_equal(value(report, SECTION_MONTH, "01", "half_days"), 8);
	assert_int_equal(value(report, SECTION_MONTH, "02", "half_days"), 8);
}

/* A mark that another takes back is none; newcomers were never present before, in whatever part. */
static void
report_of_year__follows__marks_and_people_through_the_years(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 events[2], half_days[2];
	static const char *const dates[] = {"2025-10-09", "2026-10-08"};
	for (int i = 0; i < 2; i++) {
		g_autofree char *number = g_strdup_printf("%.4s-001", dates[i]);
		events[i] = scene_event(store, number, "Rencontre", "held");
		scene_day(store, events[i], dates[i], "09:00", "12:00", 0);
	}
	commit(store);
	begin(store);
	for (int i = 0; i < 2; i++) {
		g_autoptr(GArray) found = event_half_days(store, events[i], NULL);
		half_days[i] = g_array_index(found, gint64, 0);
	}
	gint64 old = scene_person(store, "Zoé", "Élan"),
	       speaker = scene_person(store, "Jo", "Roux");
	gint64 before = registered(store, events[0], 1, old, 0, "form");
	present_at(store, before, half_days[0]);
	gint64 spoke = scene_attendee(store, events[0], speaker, "Jo", "Roux", "speaker",
				      "registered", NULL);
	present_at(store, spoke, half_days[0]);
	present_at(store, registered(store, events[1], 1, old, 0, "form"), half_days[1]);
	present_at(store, registered(store, events[1], 2, speaker, 0, "form"), half_days[1]);
	present_at(store, registered(store, events[1], 3, 0, 0, "form"), half_days[1]);
	gint64 taken_back = registered(store, events[1], 4, 0, 0, "form");
	present_at(store, taken_back, half_days[1]);
	commit(store);
	begin(store);
	const struct presence_said absent = {.state = "absent", .origin = "sheet"};
	bool marked = false;
	assert_true(presence_note(store, taken_back, half_days[1], &absent, &marked, NULL));
	commit(store);

	g_autoptr(Report) report = report_of_year(store, "2026", NULL);
	assert_int_equal(figure(report, FIGURE_PRESENT), 3);
	assert_int_equal(figure(report, FIGURE_NOT_COME), 1);
	assert_int_equal(figure(report, FIGURE_NEWCOMERS), 1);
	assert_int_equal(figure(report, FIGURE_REGULARS), 2);
	const struct report_line *line = line_of(report_table(report, SECTION_SUMMARY), "people");
	assert_int_equal(line->now[0], 3);
	assert_int_equal(line->before[0], 1); /* the speaker of 2025 is no participant */
}

/* A directorate under three names is one body. */
static void
report_of_year__of_names_of_one_body__counts_one(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Rencontre", "held");
	scene_day(store, event, "2026-10-08", "09:00", "12:00", 0);
	gint64 newest = body_of(store, "DDETS du Gard", "state", "departmental", "30");
	gint64 middle = body_of(store, "DDCSPP du Gard", "state", "departmental", "30");
	gint64 oldest = body_of(store, "DDCS du Gard", "state", "departmental", "30");
	commit(store);
	scene_change(store, &entity_organisation, middle, "successor_id", value_integer(newest));
	scene_change(store, &entity_organisation, oldest, "successor_id", value_integer(middle));
	begin(store);
	g_autoptr(GArray) half_days = event_half_days(store, event, NULL);
	const gint64 names[] = {newest, middle, oldest};
	for (guint i = 0; i < 3; i++)
		present_at(store, registered(store, event, i + 1, 0, names[i], "form"),
			   g_array_index(half_days, gint64, 0));
	commit(store);
	g_autoptr(Report) report = report_of_year(store, "2026", NULL);
	assert_int_equal(figure(report, FIGURE_ORGANISATIONS), 1);
	struct report_cell cell = {.figure = FIGURE_ORGANISATIONS};
	g_autoptr(GHashTable) ids = report_ids(report, &cell);
	assert_int_equal(g_hash_table_size(ids), 1);
	assert_true(g_hash_table_contains(ids, &newest));
}

static void
report_of_year__shows__every_departement_of_the_region(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	g_autoptr(Report) report = report_of_year(store, "2026", NULL);
	assert_int_equal(report_table(report, SECTION_DEPARTMENT)->n_lines, 13);
	assert_int_equal(report_table(report, SECTION_PLACE)->n_lines, 13);
	assert_text(report_table(report, SECTION_PLACE)->lines[0].label, "09 Ariège");
	assert_int_equal(report_table(report, SECTION_MONTH)->n_lines, 12);
	scene_set(store, "region", "94");
	g_autoptr(Report) corsica = report_of_year(store, "2026", NULL);
	assert_int_equal(report_table(corsica, SECTION_PLACE)->n_lines, 2);
}

static void
report_of_year__of_what_is_no_year__is_refused(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const char *const wrong[] = {"26", "2026-01", "deux mille", "", "99999"};
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
		GError *error = NULL;
		assert_null(report_of_year(store, wrong[i], &error));
		assert_non_null(error);
		g_clear_error(&error);
	}
}

/* ---- balance ------------------------------------------------------------------------------------
 */

static bool
says(Store *store, gint64 event, const char *words)
{
	g_autoptr(GPtrArray) problems = event_check(store, event, NULL);
	for (guint i = 0; i < problems->len; i++)
		if (strstr(((const struct check_problem *)problems->pdata[i])->message, words))
			return true;
	return false;
}

static gint64
meeting_of(Store *store, guint number, const char *date, const char *status, const gint64 *bodies,
	   guint n)
{
	g_autofree char *text = g_strdup_printf("2026-%03u", number);
	begin(store);
	gint64 event = scene_event(store, text, "Rencontre", status);
	scene_day(store, event, date, "09:00", "12:00", 0);
	for (guint i = 0; i < n; i++)
		registered(store, event, i + 1, 0, bodies[i], "form");
	commit(store);
	return event;
}

static void
balance__while_there_is_time__is_told(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 association = body_of(store, "Les Tilleuls", "association", "local", "34");
	gint64 landlord = body_of(store, "Habitat 34", "social_landlord", "departmental", "34");
	commit(store);
	gint64 usual[12], mostly[12];
	for (guint i = 0; i < 12; i++) {
		usual[i] = i % 2 == 0 ? association : landlord;
		mostly[i] = association;
	}
	gint64 event = meeting_of(store, 1, "2026-12-10", "announced", mostly, 12);
	assert_true(says(store, event, "Les associations font 100" NB "% des inscrits"));
	assert_false(says(store, event, "Absents des inscrits"));
	/* Landlords came to three of the last meetings. */
	for (guint i = 0; i < 3; i++) {
		g_autofree char *date = g_strdup_printf("2026-0%u-10", i + 2);
		meeting_of(store, 10 + i, date, "held", usual, 12);
	}
	assert_true(says(store, event, "Absents des inscrits" NB ": bailleurs sociaux"));

	gint64 past = meeting_of(store, 20, "2026-11-10", "announced", mostly, 12);
	gint64 few = meeting_of(store, 21, "2026-12-11", "announced", mostly, 9);
	assert_false(says(store, past, "font"));
	assert_false(says(store, few, "font"));
	scene_set(store, "balance_percent", "0");
	assert_false(says(store, event, "font"));
	assert_false(says(store, event, "Absents"));
}

static void
balance__after_the_deadline__is_silent(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 association = body_of(store, "Les Tilleuls", "association", "local", "34");
	commit(store);
	gint64 mostly[12];
	for (guint i = 0; i < 12; i++)
		mostly[i] = association;
	gint64 event = meeting_of(store, 1, "2026-12-10", "announced", mostly, 12);
	scene_change(store, &entity_event, event, "registration_deadline",
		     value_text("2026-11-22"));
	assert_false(says(store, event, "font"));
	scene_change(store, &entity_event, event, "registration_deadline",
		     value_text("2026-11-23"));
	assert_true(says(store, event, "font"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(report_of_event__is__the_funnel_of_the_field),
		TEST(report_of_year__of_one_event__is_that_of_the_event),
		TEST(report__of_the_field__has_its_rate_of_replies),
		TEST(report_of_event__before_the_day__tells_of_no_absence),
		TEST(report_of_year__of_a_cycle__is_one_action_four_days_eight_half_days),
		TEST(report_of_year__follows__marks_and_people_through_the_years),
		TEST(report_of_year__of_names_of_one_body__counts_one),
		TEST(report_of_year__shows__every_departement_of_the_region),
		TEST(report_of_year__of_what_is_no_year__is_refused),
		TEST(balance__while_there_is_time__is_told),
		TEST(balance__after_the_deadline__is_silent),
	};
	return test_run("report", tests);
}
