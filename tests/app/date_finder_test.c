#include "app/scene.h"

#include "app/date_finder.h"
#include "app/event.h"
#include "base/date.h"
#include "base/i18n.h"
#include "core/busy.h"
#include "core/day_grid.h"

struct scene {
	struct fixture *fixture;
	Store *store;
	gint64 event, other, room, person;
};

static void
scene_begin(struct scene *scene)
{
	i18n_set_language("en");
	*scene = (struct scene){.fixture = fixture_in_memory()};
	Store *store = scene->store = scene->fixture->store;
	GError *error = NULL;
	assert_true(store_begin(store, "event_new", &error));
	gint64 venue = scene_venue(store, "Maison Élan", NULL, "Nîmes", "30");
	scene->room = scene_room(store, venue, "Grande salle", 50);
	scene->event = scene_event(store, "2027-001", "Cycle", "announced");
	gint64 first = scene_day(store, scene->event, "2027-03-02", "09:00", "16:00", venue);
	scene_day(store, scene->event, "2027-03-16", "09:00", "16:00", venue);
	gint64 session = scene_session(store, scene->event, first, "09:30", "12:00", "plenary",
				       "Plénière", scene->room);
	struct person *person = entity_new(&entity_person);
	text_set(&person->first_name, "Zoé");
	text_set(&person->last_name, "Bosc");
	scene->person = scene_insert(store, &entity_person, person);
	scene_speaker(store, scene->event, session, scene->person, "confirmed");
	scene->other = scene_event(store, "2027-002", "Réunion", "draft");
	gint64 day = scene_day(store, scene->other, "2027-03-30", "14:00", "17:00", venue);
	scene_session(store, scene->other, day, "14:00", "17:00", "plenary", "Travail",
		      scene->room);
	assert_true(store_commit(store, NULL, &error));
	assert_no_error(error);
}

static void
scene_end(struct scene *scene)
{
	void *state = scene->fixture;
	fixture_close(&state);
}

static struct found_day *
judged(struct scene *scene, DateSearch *search, const char *date)
{
	GError *error = NULL;
	search->from = search->until = date_number(date);
	g_autoptr(DateFinder) finder = date_finder_load(scene->store, search, NULL, &error);
	assert_no_error(error);
	return finder_day(date_finder_facts(finder), date_number(date));
}

static guint
count_of(const struct found_day *found, enum finder_code code)
{
	guint n = 0;
	for (guint i = 0; i < found->reasons->len; i++)
		n += g_array_index(found->reasons, struct finder_reason, i).code == code;
	return n;
}

static void
search__takes__what_the_event_has(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	GError *error = NULL;
	g_autoptr(DateSearch) search = date_search_of_event(scene.store, scene.event, &error);
	assert_no_error(error);
	assert_int_equal(search->parts->len, 2);
	assert_int_equal(g_array_index(search->parts, struct finder_part, 1).offset, 14);
	assert_int_equal(search->towns->len, 1);
	assert_text(g_ptr_array_index(search->towns, 0), "Nîmes");
	assert_int_equal(search->rooms->len, 1);
	assert_int_equal(search->speakers->len, 1);
	scene_end(&scene);
}

/* Its own days hinder nobody; those of another event do, on whichever of its days they fall. */
static void
finder__passes_over__the_event_itself(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	GError *error = NULL;
	g_autoptr(DateSearch) search = date_search_of_event(scene.store, scene.event, &error);
	struct found_day *found = judged(&scene, search, "2027-03-02");
	assert_int_equal(count_of(found, FINDER_ROOM), 0);
	assert_int_equal(count_of(found, FINDER_SPEAKER), 0);
	assert_int_equal(count_of(found, FINDER_SAME_DAY), 0);
	found_day_free(found);
	found = judged(&scene, search, "2027-03-16"); /* its second day is then 30 March */
	assert_int_equal(count_of(found, FINDER_ROOM), 1);
	assert_int_equal(count_of(found, FINDER_SAME_DAY), 1);
	found_day_free(found);
	scene_end(&scene);
}

static void
finder__tells__periods_and_zones(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	static const char *const rows[][3] = {{"school", "C", "Hiver C"},
					      {"school", "A", "Hiver A"},
					      {"avoid", NULL, "Réserve"}};
	GError *error = NULL;
	assert_true(store_begin(scene.store, "holiday_new", &error));
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct holiday_period *period = entity_new(&entity_holiday_period);
		text_set(&period->kind, rows[i][0]);
		text_set(&period->zone, rows[i][1]);
		text_set(&period->name, rows[i][2]);
		text_set(&period->first_day, "2028-02-05");
		text_set(&period->last_day, "2028-02-20");
		scene_insert(scene.store, &entity_holiday_period, period);
	}
	assert_true(store_commit(scene.store, NULL, &error));
	g_autoptr(DateSearch) search = date_search_new(scene.store);
	struct found_day *found = judged(&scene, search, "2028-02-10");
	assert_int_equal(count_of(found, FINDER_SCHOOL_HOLIDAYS), 2);
	assert_int_equal(count_of(found, FINDER_AVOID), 1);
	const struct finder_reason *elsewhere = NULL;
	for (guint i = 0; i < found->reasons->len; i++) {
		const struct finder_reason *reason =
			&g_array_index(found->reasons, struct finder_reason, i);
		if (strstr(reason->text, "zone A") != NULL)
			elsewhere = reason;
	}
	assert_non_null(elsewhere);
	found_day_free(found);
	scene_end(&scene);
}

static void
finder__says__what_is_not_known(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	GError *error = NULL;
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(DateSearch) search = date_search_new(scene.store);
	g_ptr_array_add(search->towns, g_strdup("Xyzzy"));
	search->until = date_number("2035-01-01");
	g_autoptr(DateFinder) finder = date_finder_load(scene.store, search, notes, &error);
	assert_non_null(finder);
	assert_int_equal(notes->len, 1);
	assert_non_null(strstr(g_ptr_array_index(notes, 0), "Xyzzy"));
	g_autofree char *until = NULL;
	assert_true(date_finder_holidays_lack(finder, &until));
	scene_end(&scene);
}

static void
duration__is_read__as_people_write_it(void **state)
{
	(void)state;
	struct scene scene;
	scene_begin(&scene);
	static const struct {
		const char *typed;
		int days, minutes;
	} cases[] = {
		{"2", 2, 0},          {"3 jours", 3, 0},        {"1j", 1, 0},      {"2 days", 2, 0},
		{"3h", 1, 180},       {"3h30", 1, 210},         {"90 min", 1, 90}, {"½", 1, 210},
		{"half-day", 1, 210}, {"demi-journée", 1, 210}, {"1 h 15", 1, 75},
	};
	g_autoptr(DateSearch) search = date_search_new(scene.store);
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		GError *error = NULL;
		assert_true(date_search_duration(search, cases[i].typed, &error));
		assert_int_equal(search->days, cases[i].days);
		assert_int_equal(search->minutes, cases[i].minutes);
	}
	static const char *const wrong[] = {"", "0", "11", "10h", "h", "demain", "-2", "3h75"};
	for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++)
		assert_false(date_search_duration(search, wrong[i], NULL));
	scene_end(&scene);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(search__takes__what_the_event_has),
		cmocka_unit_test(finder__passes_over__the_event_itself),
		cmocka_unit_test(finder__tells__periods_and_zones),
		cmocka_unit_test(finder__says__what_is_not_known),
		cmocka_unit_test(duration__is_read__as_people_write_it),
	};
	return test_run("date_finder", tests);
}
