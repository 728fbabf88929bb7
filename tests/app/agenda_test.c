/* What needs somebody: one line for each thing, and the year as the report counts it. */
#include "app/scene.h"

#include "app/agenda.h"
#include "app/personal.h"
#include "app/report.h"
#include "base/i18n.h"

static Agenda *
agenda_of(Store *store)
{
	GError *error = NULL;
	Agenda *agenda = agenda_load(store, &error);
	assert_no_error(error);
	while (agenda_step(agenda, store))
		continue;
	return agenda;
}

static const struct agenda_line *
line_of(const Agenda *agenda, enum agenda_kind kind)
{
	for (guint i = 0; i < agenda->to_do->len; i++) {
		const struct agenda_line *line = agenda->to_do->pdata[i];
		if (line->kind == kind)
			return line;
	}
	return NULL;
}

static void
agenda__offers_to_begin__in_an_empty_file(void **state)
{
	g_autoptr(Agenda) agenda = agenda_of(((struct fixture *)*state)->store);
	assert_true(agenda->nothing);
	assert_int_equal(agenda->to_do->len, 0);
}

/* Two speakers to be confirmed in two states are one line; one who declined is none. */
static void
agenda__tells_speakers_once__of_an_event_near(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 near = scene_event(store, "2026-001", "Journée", "announced");
	gint64 far = scene_event(store, "2027-001", "Plus tard", "announced");
	scene_day(store, near, "2026-12-10", "09:30", "12:30", 0);
	scene_day(store, far, "2027-06-10", "09:30", "12:30", 0);
	scene_speaker(store, near, 0, scene_person(store, "Zoé", "Élan"), "asked");
	scene_speaker(store, near, 0, scene_person(store, "Luc", "Roux"), "considered");
	scene_speaker(store, near, 0, scene_person(store, "Ève", "Max"), "declined");
	scene_speaker(store, far, 0, scene_person(store, "Jo", "Roy"), "asked");
	commit(store);
	g_autoptr(Agenda) agenda = agenda_of(store);
	const struct agenda_line *line = line_of(agenda, AGENDA_SPEAKERS);
	assert_true(line != NULL && line->n == 2 && line->event_id == near);
	assert_non_null(line_of(agenda, AGENDA_PLACE));
	assert_int_equal(agenda->next->len, 2);
}

static void
agenda__tells_of_an_event__past_and_still_announced(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 past = scene_event(store, "2026-001", "Journée", "announced");
	scene_day(store, past, "2026-10-01", "09:30", "12:30", 0);
	commit(store);
	g_autoptr(Agenda) agenda = agenda_of(store);
	const struct agenda_line *line = line_of(agenda, AGENDA_PAST);
	assert_true(line != NULL && line->warns);
}

/* An event whose days nobody gave asks for them, and no more once a year has passed over it. */
static void
agenda__asks_for_days__but_not_for_ever(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	static const char *const dates[] = {"2016-03-07", "2026-09-14", "2027-03-10"};
	gint64 ids[G_N_ELEMENTS(dates)];
	begin(store);
	for (gsize i = 0; i < G_N_ELEMENTS(dates); i++) {
		ids[i] = scene_event(store, dates[i], "Cycle", "announced");
		scene_day(store, ids[i], dates[i], NULL, NULL, 0);
		struct event *event = store_get(store, &entity_event, ids[i], NULL);
		event->days_known = 0;
		store_update(store, &entity_event, event, NULL);
		entity_free(&entity_event, event);
	}
	commit(store);
	g_autoptr(Agenda) agenda = agenda_of(store);
	guint asked = 0;
	for (guint i = 0; i < agenda->to_do->len; i++) {
		const struct agenda_line *line = agenda->to_do->pdata[i];
		asked += line->kind == AGENDA_DAYS_OPEN ? 1 : 0;
		assert_false(line->kind == AGENDA_DAYS_OPEN && line->event_id == ids[0]);
	}
	assert_int_equal(asked, 2);
}

static gint64
reported(const Report *report, enum report_figure figure)
{
	const struct report_cell cell = {.figure = figure, .axis = REPORT_ALL};
	return report_count(report->now, &cell);
}

static void
agenda__counts_the_year__as_the_report_does(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2026-001", "Journée", "held");
	gint64 before = scene_event(store, "2025-001", "Avant", "held");
	gint64 day = scene_day(store, event, "2026-10-01", "09:30", "16:30", 0);
	gint64 day_before = scene_day(store, before, "2025-10-01", "09:30", "12:30", 0);
	gint64 zoe = scene_person(store, "Zoé", "Élan"), luc = scene_person(store, "Luc", "Roux");
	gint64 there =
		scene_attendee(store, event, zoe, "Zoé", "Élan", "participant", "registered", NULL);
	gint64 away =
		scene_attendee(store, event, luc, "Luc", "Roux", "participant", "registered", NULL);
	gint64 earlier = scene_attendee(store, before, luc, "Luc", "Roux", "participant",
					"registered", NULL);
	commit(store);
	begin(store);
	scene_mark(store, there, scene_half_day(store, day, "am"), "present",
		   "2026-10-01T08:00:00Z");
	scene_mark(store, there, scene_half_day(store, day, "pm"), "present",
		   "2026-10-01T13:00:00Z");
	scene_mark(store, away, scene_half_day(store, day, "am"), "absent", "2026-10-01T08:00:00Z");
	scene_mark(store, earlier, scene_half_day(store, day_before, "am"), "present",
		   "2025-10-01T08:00:00Z");
	commit(store);
	g_autoptr(Agenda) agenda = agenda_of(store);
	g_autoptr(Report) report = report_of_year(store, "2026", NULL);
	assert_true(agenda->year.known);
	assert_int_equal(agenda->year.participations, 4); /* halves */
	assert_int_equal(agenda->year.events, reported(report, FIGURE_EVENTS));
	assert_int_equal(agenda->year.participations, reported(report, FIGURE_PARTICIPATIONS));
	assert_int_equal(agenda->year.people, reported(report, FIGURE_PEOPLE));
	assert_int_equal(agenda->year.presence, 1000 - reported(report, FIGURE_NOT_COME_RATE));
	assert_int_equal(agenda->year.months[9], 4);
}

/* Piece by piece it is the same people as at once. */
static void
people_due_count__finds_the_same__as_all_at_once(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	for (guint i = 0; i < 1203; i++) {
		struct person *person = entity_new(&entity_person);
		person->last_name = g_strdup_printf("Élan%u", i);
		text_set(&person->last_contact, i % 3 == 0   ? "2019-01-01"
						: i % 3 == 1 ? "2024-06-01"
							     : "2026-01-01");
		scene_insert(store, &entity_person, person);
	}
	commit(store);
	guint due[RETENTION_TO_ERASE + 1] = {0}, all[RETENTION_TO_ERASE + 1] = {0}, calls = 0;
	gint64 after = 0;
	do
		assert_true(people_due_count(store, &after, due, NULL));
	while (after != 0 && calls++ < 10);
	g_autoptr(GArray) found = people_due(store, NULL);
	for (guint i = 0; i < found->len; i++)
		all[g_array_index(found, struct person_due, i).due]++;
	assert_int_equal(calls, 2);
	assert_int_equal(due[RETENTION_TO_ERASE], all[RETENTION_TO_ERASE]);
	assert_int_equal(due[RETENTION_TO_CONTACT], all[RETENTION_TO_CONTACT]);
	assert_int_equal(due[RETENTION_TO_ERASE], 401);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(agenda__offers_to_begin__in_an_empty_file),
		TEST(agenda__tells_speakers_once__of_an_event_near),
		TEST(agenda__tells_of_an_event__past_and_still_announced),
		TEST(agenda__asks_for_days__but_not_for_ever),
		TEST(agenda__counts_the_year__as_the_report_does),
		TEST(people_due_count__finds_the_same__as_all_at_once),
	};
	i18n_set_language("en");
	return test_run("agenda", tests);
}
