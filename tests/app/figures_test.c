#include "app/scene.h"

#include "app/checkin.h"
#include "app/door.h"
#include "app/figures.h"
#include "base/i18n.h"

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

static gint64
registered(Store *store, gint64 event_id, guint i, gint64 organisation_id, const char *origin)
{
	g_autofree char *name = g_strdup_printf("Nom%u", i);
	struct person *person = entity_new(&entity_person);
	text_set(&person->last_name, name);
	gint64 person_id = scene_insert(store, &entity_person, person);
	struct attendee *attendee = entity_new(&entity_attendee);
	attendee->event_id = event_id;
	attendee->person_id = person_id;
	attendee->organisation_id = organisation_id;
	attendee->number = g_strdup_printf("%u", i);
	text_set(&attendee->last_name, name);
	text_set(&attendee->part, "participant");
	text_set(&attendee->status, "registered");
	text_set(&attendee->origin, origin);
	text_set(&attendee->registered_at, "2026-11-01T08:00:00Z");
	return scene_insert(store, &entity_attendee, attendee);
}

/* The funnel measured in the field: 160 registered, 120 of them come, 7 walk-ins, 76
 * questionnaires. */
static void
figures__are__the_funnel_of_the_field(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Journée", "announced");
	scene_day(store, event, "2027-01-15", "09:00", "17:00", 0);
	commit(store);
	begin(store);
	g_autoptr(GArray) half_days = event_half_days(store, event, NULL);
	assert_int_equal(half_days->len, 2);
	gint64 state_body = body_of(store, "DDETS du Gard", "state", "departmental", "30");
	gint64 town = body_of(store, "Mairie de Sète", "local_authority", "local", "34");
	const struct presence_said present = {.state = "present", .origin = "checkin"};
	for (guint i = 1; i <= 167; i++) {
		gint64 body = i % 3 == 0 ? 0 : i % 3 == 1 ? state_body : town;
		gint64 id = registered(store, event, i, body, i <= 160 ? "form" : "walk_in");
		bool marked = false;
		if (i <= 120 || i > 160)
			assert_true(presence_note(store, id, g_array_index(half_days, gint64, 0),
						  &present, &marked, NULL));
		if (i <= 60)
			assert_true(presence_note(store, id, g_array_index(half_days, gint64, 1),
						  &present, &marked, NULL));
	}
	commit(store);
	g_autoptr(EventFigures) figures = event_figures(store, event, NULL);
	assert_int_equal(figures->registered, 160);
	assert_int_equal(figures->present, 127);
	assert_int_equal(figures->walk_ins, 7);
	assert_int_equal(figures->no_shows, 40);
	assert_int_equal(figures->halves, (127 + 60) * 2);
	g_autofree char *absent = figure_rate(figures->no_shows, figures->registered);
	g_autofree char *answered = figure_rate(76, figures->present);
	assert_text(absent, "25 %");
	assert_text(answered, "59,8 %");
	g_autofree char *half_days_attended = figure_halves(375);
	assert_text(half_days_attended, "187,5");

	g_autoptr(GArray) lines = figures_lines(store, figures, FIGURES_BY_FAMILY);
	assert_int_equal(lines->len, 3);
	guint present_sum = 0;
	for (guint i = 0; i < lines->len; i++)
		present_sum += g_array_index(lines, struct figure_line, i).present;
	assert_int_equal(present_sum, 127);
	assert_text(g_array_index(lines, struct figure_line, 0).code, "state");
	assert_null(g_array_index(lines, struct figure_line, 2).code);
	g_autoptr(GArray) departments = figures_lines(store, figures, FIGURES_BY_DEPARTMENT);
	assert_text(g_array_index(departments, struct figure_line, 0).label, "30 Gard");
	guint rows = 0, columns = 0, sum = 0;
	g_autofree guint *matrix = figures_matrix(figures, &rows, &columns);
	for (guint i = 0; i < rows * columns; i++)
		sum += matrix[i];
	assert_int_equal(sum, 127);
}

static void
figures__before_the_day__tell_of_no_absence(void **state)
{
	Store *store = ((struct fixture *)*state)->store;
	begin(store);
	gint64 event = scene_event(store, "2027-001", "Journée", "announced");
	scene_day(store, event, "2027-01-15", "09:00", "17:00", 0);
	registered(store, event, 1, 0, "form");
	commit(store);
	g_autoptr(EventFigures) figures = event_figures(store, event, NULL);
	assert_int_equal(figures->registered, 1);
	assert_int_equal(figures->no_shows, 0);
	assert_false(figures->marked);
	g_autofree char *rate = figure_rate(0, 0);
	assert_text(rate, "–");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(figures__are__the_funnel_of_the_field),
		TEST(figures__before_the_day__tell_of_no_absence),
	};
	return test_run("figures", tests);
}
